//! Segments: the sentences, titles and captions that alignment works on; and the clauses that rules report.
//!
//! `block` joins hard-wrapped lines and keeps titles apart; `sentence` cuts a block; `clause` cuts a sentence. What
//! they know of the words of a language stands in `english` and `arabic`, as closed lists.

mod arabic;
mod block;
pub mod clause;
mod english;
mod sentence;

use std::ops::Range;

use crate::lang::Lang;
use crate::lang::fold::is_invisible;
use crate::span::Span;

/// How a text is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Sentences, titles and captions.
    #[default]
    Sentence,
    /// Every line that is not blank is one segment (blank lines are skipped; `Segment::line` still counts them).
    Line,
    /// Runs of lines between blank lines; in a text without blank lines, every line (hard-wrapped lines joined).
    Paragraph,
}

/// One segment. Segments stand in order, do not overlap, are trimmed of white space and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its place in the text.
    pub span: Span,
    /// Number (from 0) of its paragraph. Blank lines part paragraphs; in a text without any, line ends do.
    pub paragraph: u32,
    /// Line (from 0) of the text on which it starts.
    pub line: u32,
}

/// Cuts `text` into segments. Total: between them they hold every character but white space and invisible marks.
///
/// ```
/// use muqabala::lang::Lang;
/// use muqabala::segment::{By, segments};
/// let text = "Miners reject offer\n\nMr. Haddad said no. \"We refuse.\"";
/// let words: Vec<_> = segments(Lang::English, text, By::Sentence).iter().map(|s| s.span.of(text)).collect();
/// assert_eq!(words, ["Miners reject offer", "Mr. Haddad said no.", "\"We refuse.\""]);
/// ```
pub fn segments(lang: Lang, text: &str, by: By) -> Vec<Segment> {
    let lines = block::lines(text);
    match by {
        By::Line => block::numbered(lines),
        By::Paragraph => block::paragraphs(text, &lines),
        By::Sentence => {
            let mut all = Vec::with_capacity(text.len() / 100);
            for block in block::blocks(text, &lines) {
                sentence::sentences(lang, block.span.of(text), |words| {
                    let span = words.shifted(block.span.start);
                    let line = lines.partition_point(|l| l.span.start <= span.start).checked_sub(1).map_or(block.line, |l| lines[l].line);
                    all.push(Segment { span, paragraph: block.paragraph, line });
                });
            }
            all
        }
    }
}

/// White space and what is as good as white space: never at the edge of a segment.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Bytes `range` of `text` without the white space around them; empty if there is nothing else.
///
/// Invisible marks right after a word stay with it: to Unicode, and so to tokens, they are part of the word.
fn trimmed(text: &str, range: Range<usize>) -> Span {
    let words = text[range.clone()].trim_end_matches(is_blank);
    let inner = words.trim_start_matches(is_blank);
    let start = range.start + words.len() - inner.len();
    let end = range.start + words.len();
    let after = &text[end..range.end];
    let marks = if inner.is_empty() { 0 } else { after.len() - after.trim_start_matches(is_invisible).len() };
    Span::new(start as u32, (end + marks) as u32)
}

#[cfg(test)]
mod tests;
