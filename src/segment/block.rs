//! Lines, and the blocks that they make: a paragraph, a title, a caption, an item of a list.

use unicode_normalization::char::is_combining_mark;

use super::{Segment, sentence, trimmed};
use crate::lang::fold::is_invisible;

/// Widths in columns at which text is broken by machines: e-mail and terminals at 72-80, typewriters at 60.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;

/// The lines that are not blank, trimmed. `paragraph` grows at every blank line.
///
/// Only what editors count as the end of a line counts in `Segment::line`; page breaks and the separators of Unicode end
/// a line without being counted.
pub(super) fn lines(text: &str) -> Vec<Segment> {
    let mut lines = Vec::new();
    let (mut start, mut line, mut paragraph) = (0, 0, 0);
    let mut blank = false;
    for piece in text.split_inclusive(is_line_end) {
        let half_of_crlf = piece == "\n" && text[..start].ends_with('\r');
        let span = trimmed(text, start..start + piece.len());
        start += piece.len();
        if !span.is_empty() {
            paragraph += u32::from(blank && !lines.is_empty());
            blank = false;
            lines.push(Segment { span, paragraph, line });
        } else if !half_of_crlf {
            blank = true;
        }
        let counted = piece.ends_with('\n') || (piece.ends_with('\r') && !text[start..].starts_with('\n'));
        line += u32::from(counted);
    }
    lines
}

/// Lines as they stand; where no blank line parts them, every one is a paragraph.
pub(super) fn numbered(mut blocks: Vec<Segment>) -> Vec<Segment> {
    if blocks.last().is_some_and(|b| b.paragraph == 0) {
        for (number, block) in blocks.iter_mut().enumerate() {
            block.paragraph = number as u32;
        }
    }
    blocks
}

/// The lines with hard-wrapped ones joined: within a block, a line end is only white space.
pub(super) fn blocks(text: &str, lines: &[Segment]) -> Vec<Segment> {
    let width = wrap_width(text, lines);
    let mut blocks: Vec<Segment> = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let wrapped = i > 0 && width.is_some_and(|w| Break::between(text, &lines[i - 1], line).is_some_and(|b| b.joins(w)));
        match blocks.last_mut() {
            Some(last) if wrapped => last.span = last.span.cover(line.span),
            _ => blocks.push(*line),
        }
    }
    numbered(blocks)
}

/// One segment per paragraph.
pub(super) fn paragraphs(text: &str, lines: &[Segment]) -> Vec<Segment> {
    let mut paragraphs: Vec<Segment> = Vec::new();
    for block in blocks(text, lines) {
        match paragraphs.last_mut() {
            Some(last) if last.paragraph == block.paragraph => last.span = last.span.cover(block.span),
            _ => paragraphs.push(block),
        }
    }
    paragraphs
}

/// The end of a line that another line follows without a blank one between.
struct Break {
    /// Columns the line would take, had it taken the first word of the next line too.
    reach: usize,
    /// Whether the line ends like a sentence or a heading.
    closed: bool,
    /// Whether the next line starts with a lower-case letter.
    before_lower: bool,
    /// Whether the next line is an item of a list.
    before_item: bool,
}

impl Break {
    /// Whether the next word would not have fitted into a line of `width`. Columns are not quite characters: a tenth is let pass.
    fn is_full(&self, width: usize) -> bool {
        self.reach + width / 10 > width
    }

    /// Whether the next line goes on with this one. A dash or a number after a full line that is open only happens to stand first.
    fn joins(&self, width: usize) -> bool {
        self.is_full(width) && !(self.before_item && self.closed)
    }

    fn between(text: &str, line: &Segment, next: &Segment) -> Option<Self> {
        if line.paragraph != next.paragraph {
            return None;
        }
        let (line, next) = (line.span.of(text), next.span.of(text));
        let word = next.split(char::is_whitespace).next().unwrap_or(next);
        Some(Self {
            reach: columns(line) + 1 + columns(word),
            closed: sentence::is_closed(line) || line.ends_with(':'),
            before_lower: next.starts_with(char::is_lowercase),
            before_item: is_item(next),
        })
    }
}

/// The width at which the lines of a hard-wrapped text were broken; `None` where line ends mean something.
///
/// Whoever wraps fills each line until the next word no longer fits, whether a sentence ends there or not. So the text is
/// wrapped if the next word would not have fitted at most line ends, and most of them are in the middle of a sentence.
fn wrap_width(text: &str, lines: &[Segment]) -> Option<usize> {
    let mut width = 0;
    for line in lines {
        let words = line.span.of(text);
        // A long address stands out over the edge.
        if words.contains(char::is_whitespace) {
            // Counting the columns of long paragraphs takes time, and bytes tell enough.
            width = width.max(if words.len() > 4 * WRAP_WIDTHS.end() { words.len() } else { columns(words) });
        }
        if width > *WRAP_WIDTHS.end() {
            return None;
        }
    }
    if !WRAP_WIDTHS.contains(&width) {
        return None;
    }
    let breaks: Vec<Break> = lines.windows(2).filter_map(|l| Break::between(text, &l[0], &l[1])).filter(|b| !b.before_item).collect();
    let full = breaks.iter().filter(|b| b.is_full(width)).count();
    let open = breaks.iter().filter(|b| b.is_full(width) && !b.closed).count();
    let wrapped = match breaks.len() {
        0 => false,
        1 | 2 => breaks.iter().all(|b| b.is_full(width) && !b.closed && b.before_lower),
        all => full * 10 >= all * 7 && open * 2 > full,
    };
    wrapped.then_some(width)
}

/// Whether a line starts like an item of a list: `- `, `• `, `3. `, `٣) `.
fn is_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once(char::is_whitespace) else { return false };
    let number = mark.trim_end_matches(['.', ')', '-']);
    let numbered = number.len() < mark.len() && !number.is_empty() && number.chars().count() <= 2 && number.chars().all(char::is_numeric);
    numbered || matches!(mark, "-" | "–" | "—" | "*" | "•" | "▪" | "●" | "◦" | "‣" | "·")
}

/// Width in columns: vowel signs and invisible marks take none.
fn columns(text: &str) -> usize {
    text.chars().filter(|c| !is_invisible(*c) && !is_combining_mark(*c)).count()
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
