//! Compiles the lexicon under `src/lexicon/data` into files that the program embeds.
#![allow(dead_code, missing_docs)]

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/lang/arabic.rs"]
mod arabic;
#[path = "src/lexicon/compile.rs"]
mod compile;
#[path = "src/lang/english.rs"]
mod english;
#[path = "src/lexicon/family.rs"]
mod family;
#[path = "src/lang/fold.rs"]
mod fold;
#[path = "src/lexicon/folder.rs"]
mod folder;
#[path = "src/lexicon/index.rs"]
mod index;
#[path = "src/lexicon/misread_list.rs"]
mod misread_list;
#[path = "src/lexicon/opposite_list.rs"]
mod opposite_list;
#[path = "src/lexicon/source.rs"]
mod source;
#[path = "src/lexicon/tense.rs"]
mod tense;
#[path = "src/lexicon/trap_flags.rs"]
mod trap_flags;
#[path = "src/lexicon/trap_list.rs"]
mod trap_list;
#[path = "src/lexicon/writer.rs"]
mod writer;

use writer::Compiled;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/lang");
    let data = Path::new("src/lexicon/data");
    let source = folder::Source::read(data).expect("the lexicon");
    let dictionary = compile::Dictionary::new(&source.entries, &source.aliases);
    write("lexicon", &dictionary.compiled(&source.weights));
    let opposites = fs::read_to_string(data.join("opposite.tsv")).expect("the list of opposites");
    write("opposites", &opposite_list::compile(&opposites, &dictionary));
    let traps = data.join("sense.tsv");
    let domains = fs::read_to_string(data.join("domain.tsv")).expect("the list of domains");
    write_or_tell("traps", &traps, trap_list::compile(&fs::read_to_string(&traps).expect("the list of traps"), &domains));
    let misread = data.join("misread.tsv");
    write_or_tell("misread", &misread, misread_list::compile(&fs::read_to_string(&misread).expect("the list of what is misread")));
}

/// Of a list in which something is the matter, what and where.
fn write_or_tell(name: &str, list: &Path, compiled: Result<Compiled, String>) {
    match compiled {
        Ok(compiled) => write(name, &compiled),
        Err(what) => println!("cargo::error={}, {what}", list.display()),
    }
}

fn write(name: &str, compiled: &Compiled) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(out.with_extension("bin"), &compiled.tables).expect("the build folder is writable");
    fs::write(out.with_extension("txt"), &compiled.strings).expect("the build folder is writable");
}
