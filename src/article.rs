//! An article and its translation: the only owner of text.

use crate::lang::Lang;
use crate::span::Span;

/// One side of a pair.
#[derive(Clone, Debug)]
pub struct Text {
    /// What users call it: a file name as they gave it.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// The words as they were written. All spans point into this.
    pub raw: String,
    /// The line (1-based) of the file on which `raw` starts; 1 unless something stands above it.
    pub first_line: u32,
    /// What the file tells beside its words.
    pub origin: Origin,
}

/// What a file tells beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The headline, where the file names it apart from the text.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published, as the file writes it.
    pub date: Option<String>,
    /// What was done to the words in reading them that a user should know, a sentence each.
    pub remarks: Vec<String>,
    /// Inline tags and placeholders, which were taken out of the words; in order of their place.
    pub tags: Vec<Tag>,
}

/// An inline tag or placeholder: formatting, a link, a name that a program fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The byte of the text before which it stood.
    pub at: u32,
    /// What names it, the same on both sides: `<b>`, `{0}`, `%s`.
    pub code: String,
}

impl Text {
    /// A text in the language that its letters are of.
    ///
    /// Returns `None` where there is no letter of either language.
    pub fn new(name: impl Into<String>, raw: impl Into<String>) -> Option<Self> {
        let raw = raw.into();
        let lang = Lang::detect(&raw)?;
        Some(Self { name: name.into(), lang, raw, first_line: 1, origin: Origin::default() })
    }
}

/// A pair that came already aligned, such as a row of a TSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenBead {
    /// The id of the row or translation unit.
    pub id: String,
    /// Its place in the source text; empty when there is no source.
    pub source: Span,
    /// Its place in the target text.
    pub target: Span,
    /// Line (1-based) of the file it came from.
    pub line: u32,
}

/// A source article and its translation.
#[derive(Clone, Debug)]
pub struct Article {
    /// Shown as `document` in reports.
    pub id: String,
    /// What was translated.
    pub source: Text,
    /// The translation.
    pub target: Text,
    /// The alignment, where the input carries it; empty when it is to be found.
    pub given: Vec<GivenBead>,
}
