//! Segments: the sentences, titles and captions that alignment works on; and the clauses that rules report.

use crate::span::Span;

/// How a text is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Sentences, titles and captions.
    #[default]
    Sentence,
    /// Every line that is not blank is one segment (blank lines are skipped; `Segment::line` still counts them).
    Line,
    /// Runs of lines between blank lines.
    Paragraph,
}

/// One segment. Segments stand in order, do not overlap, are trimmed of white space and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its place in the text.
    pub span: Span,
    /// Number (from 0) of its paragraph.
    pub paragraph: u32,
    /// Line (from 0) of the text on which it starts.
    pub line: u32,
}
