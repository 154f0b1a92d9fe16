//! Compiles the lexicon under `src/lexicon/data` into one file that the program embeds.
#![allow(dead_code, missing_docs)]

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/lang/fold.rs"]
mod fold;
#[path = "src/lexicon/source.rs"]
mod source;
#[path = "src/lexicon/compile.rs"]
mod compile;

use source::{Class, Entry};

fn main() {
    let data = Path::new("src/lexicon/data");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/lang/fold.rs");
    let mut entries = Vec::new();
    for file in ["words.tsv", "multiword.tsv"] {
        entries.extend(lines(&data.join(file)).iter().filter_map(|line| Entry::from_word_line(line)));
    }
    let mut gazetteer: Vec<PathBuf> = fs::read_dir(data.join("gazetteer")).expect("the gazetteer").map(|f| f.expect("a file").path()).collect();
    gazetteer.sort();
    for file in gazetteer {
        let Some(class) = file.file_stem().and_then(|s| s.to_str()).and_then(Class::of_file) else { continue };
        entries.extend(lines(&file).iter().filter_map(|line| Entry::from_gazetteer_line(class, line)));
    }
    let mut aliases = Vec::new();
    for file in ["irregular.tsv", "spelling.tsv"] {
        for line in lines(&data.join(file)) {
            if let Some((form, lemma)) = line.split_once('\t') {
                aliases.push((fold::english(form).into_owned(), fold::english(lemma).into_owned()));
            }
        }
    }
    let weights = compile::Weights::parse(&fs::read_to_string(data.join("weights.tsv")).unwrap_or_default());
    let compiled = compile::compile(&entries, &aliases, &weights);
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("lexicon.bin");
    fs::write(out, compiled).expect("the build folder is writable");
}

fn lines(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(str::to_owned).collect()
}
