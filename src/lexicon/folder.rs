//! A folder of the lexicon as people edit it, compiled. Shared by the build script and by those who measure what a lexicon is worth.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::compile::{Weights, compile};
use super::fold;
use super::source::{Class, Entry};
use super::writer::Compiled;

/// What a folder says.
pub struct Source {
    /// Its entries, by number.
    pub entries: Vec<Entry>,
    /// English spellings that stand for another word.
    pub aliases: Vec<(String, String)>,
    /// The weights of entries.
    pub weights: Weights,
}

/// Compiles the entries of `folder` that `keep` wants, by their number.
///
/// # Errors
/// When the folder cannot be listed, or a file of it cannot be read.
pub fn compiled(folder: &Path, keep: impl Fn(usize) -> bool) -> io::Result<Compiled> {
    let Source { mut entries, aliases, weights } = Source::read(folder)?;
    let mut n = 0..;
    entries.retain(|_| n.next().is_some_and(&keep));
    Ok(compile(&entries, &aliases, &weights))
}

impl Source {
    /// Reads `folder`.
    ///
    /// # Errors
    /// When the folder cannot be listed, or a file of it cannot be read.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut entries = Vec::new();
        for file in ["words.tsv", "multiword.tsv"] {
            entries.extend(lines(&folder.join(file))?.iter().filter_map(|line| Entry::from_word_line(line)));
        }
        let mut gazetteer: Vec<PathBuf> = fs::read_dir(folder.join("gazetteer"))?.map(|f| Ok(f?.path())).collect::<io::Result<_>>()?;
        gazetteer.sort();
        for file in gazetteer {
            let Some(class) = file.file_stem().and_then(|s| s.to_str()).and_then(Class::of_file) else { continue };
            entries.extend(lines(&file)?.iter().filter_map(|line| Entry::from_gazetteer_line(class, line)));
        }
        let mut aliases = Vec::new();
        for file in ["irregular.tsv", "spelling.tsv"] {
            for line in lines(&folder.join(file))? {
                if let Some((form, lemma)) = line.split_once('\t') {
                    aliases.push((fold::english(form).into_owned(), fold::english(lemma).into_owned()));
                }
            }
        }
        let weights = Weights::parse(&fs::read_to_string(folder.join("weights.tsv"))?);
        Ok(Self { entries, aliases, weights })
    }
}

fn lines(file: &Path) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(file)?;
    Ok(text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(str::to_owned).collect())
}
