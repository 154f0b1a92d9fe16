//! What the two languages are read by, besides our own lexicon; the same options for all commands.

use std::path::PathBuf;

use clap::Args;
use muqabala::error::Error;
use muqabala::lexicon::Lexicon;
use muqabala::read;

/// Lists of words that users have.
#[derive(Args)]
pub struct Vocabulary {
    /// Your own terms and names, as often as needed: CSV with the columns source, target and, if you like, note, parted by commas,
    /// semicolons or tabs. They are taken for right translations of each other. That a text renders one otherwise is no finding; batch
    /// tells of it where the rest of the archive goes by the glossary.
    #[arg(long, value_name = "FILE.csv")]
    glossary: Vec<PathBuf>,
    /// A house lexicon that muqabala learn wrote, as often as needed.
    #[arg(long, value_name = "FILE.lex")]
    lexicon: Vec<PathBuf>,
}

impl Vocabulary {
    /// Our lexicon with these lists on top.
    pub fn lexicon(&self) -> Result<Lexicon, Error> {
        lexicon(&self.glossary, &self.lexicon)
    }

    /// The files, in the order in which they are read.
    pub fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.glossary.iter().chain(&self.lexicon)
    }
}

/// Our lexicon, with lists of terms and house lexicons beside it.
pub fn lexicon(glossaries: &[PathBuf], houses: &[PathBuf]) -> Result<Lexicon, Error> {
    let entries = glossaries.iter().map(|file| read::glossary(file)).collect::<Result<Vec<_>, _>>()?;
    let learned = houses.iter().map(|file| read::house(file)).collect::<Result<Vec<_>, _>>()?;
    Ok(Lexicon::new(&entries.concat()).with_learned(&learned.concat()))
}
