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
}

impl Text {
    /// A text in the language that its letters are of.
    ///
    /// Returns `None` where there is no letter of either language.
    pub fn new(name: impl Into<String>, raw: impl Into<String>) -> Option<Self> {
        let raw = raw.into();
        let lang = Lang::detect(&raw)?;
        Some(Self { name: name.into(), lang, raw, first_line: 1 })
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
