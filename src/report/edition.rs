//! All that a report tells, whatever its format.

use std::io;
use std::path::Path;

use super::csv::Dialect;
use super::language::Language;
use super::row::Row;
use super::summary::Summary;
use crate::align::Bead;
use crate::article::Article;
use crate::lang::Lang;
use crate::segment::Segment;

/// One article as reports show it.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// The texts.
    pub article: &'a Article,
    /// The article in numbers.
    pub summary: &'a Summary,
    /// The segments of the source.
    pub source: &'a [Segment],
    /// The segments of the target.
    pub target: &'a [Segment],
    /// What translates what, in the order of the source.
    pub beads: &'a [Bead],
}

/// What is written to every output of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Edition<'a> {
    /// The articles. Formats that only list findings do not need them.
    pub stories: &'a [Story<'a>],
    /// The findings, in the order of the articles.
    pub rows: &'a [Row],
    /// Findings of an older report that are no more.
    pub gone: &'a [Row],
    /// The language that labels and messages speak.
    pub language: Language,
    /// Where the page of the whole archive lies, as seen from this page.
    pub home: Option<&'a str>,
    /// How CSV is written.
    pub dialect: Dialect,
}

impl Edition<'_> {
    /// The language of the source of an article; English where nothing is known of it.
    pub fn source_language(&self, document: &str) -> Lang {
        self.stories.iter().find(|story| story.summary.document == document).map_or(Lang::English, |story| story.summary.source.lang)
    }
}

/// The articles of an archive, one after the other: not all of them fit into memory.
pub trait Archive {
    /// Shows each article that was audited, in the order of the archive.
    ///
    /// # Errors
    /// Those of `show`; and when what was found cannot be read.
    fn each(&mut self, show: &mut dyn FnMut(&Audited<'_>) -> io::Result<()>) -> io::Result<()>;
}

/// One article of an archive that was audited.
pub struct Audited<'a> {
    /// The article in numbers.
    pub summary: &'a Summary,
    /// From 0 to 100.
    pub score: f64,
    /// Its findings, in the language of the report.
    pub rows: &'a [Row],
    /// Reads its texts once more; `None` where they are no longer there.
    pub article: &'a dyn Fn() -> Option<Article>,
}

/// What a report of a whole archive tells besides its articles.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// The language that labels and messages speak.
    pub language: Language,
    /// What could not be audited.
    pub lost: &'a [Lost<'a>],
    /// A folder for what is too large for memory while it is written.
    pub scratch: &'a Path,
}

/// Something that could not be audited.
#[derive(Clone, Copy, Debug)]
pub struct Lost<'a> {
    /// What it would be called.
    pub id: &'a str,
    /// The file.
    pub file: &'a str,
    /// Where it went wrong: `archive`, `read`, `pair` or `audit`.
    pub stage: &'a str,
    /// Why, and what to do, in English.
    pub reason: &'a str,
}
