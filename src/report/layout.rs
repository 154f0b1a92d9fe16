//! Lines on a terminal: how wide text is, where it breaks, which way it runs.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::lang::fold::digit;
use crate::lang::{Lang, is_arabic_letter};

/// How the place looks on which a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns.
    pub width: usize,
    /// Whether Arabic is set apart by directional isolates (Unicode Standard Annex 9). A terminal that orders both directions by itself then
    /// keeps an Arabic line, its numbers and its full stop together; one that does not prints nothing for them. Never in files.
    pub isolates: bool,
}

impl Default for Look {
    /// That of a file: 80 columns, no isolates.
    fn default() -> Self {
        Self { width: 80, isolates: false }
    }
}

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const POP_ISOLATE: char = '\u{2069}';

impl Look {
    /// A line that is known to be of `lang`. Arabic is said to run from right to left, since after a line break it may well start with a Latin name.
    pub fn line(self, lang: Lang, text: Cow<'_, str>) -> Cow<'_, str> {
        if self.isolates && lang == Lang::Arabic { Cow::Owned(format!("{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}")) } else { text }
    }

    /// An English line with Arabic words in it, each run of them isolated.
    pub fn english(self, text: &str) -> Cow<'_, str> {
        if !self.isolates || !text.contains(is_arabic_letter) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 8);
        let mut rest = text;
        while let Some(run) = arabic_run(rest) {
            out.push_str(&rest[..run.start]);
            out.push(FIRST_STRONG_ISOLATE);
            out.push_str(&rest[run.clone()]);
            out.push(POP_ISOLATE);
            rest = &rest[run.end..];
        }
        out.push_str(rest);
        Cow::Owned(out)
    }
}

/// The first run of Arabic words in an English line, with the numbers that belong to it: those before it, and those between it and a closing quote.
pub(super) fn arabic_run(text: &str) -> Option<Range<usize>> {
    let numeric = |c: char| c == ' ' || c == '%' || c == '.' || c == ',' || digit(c).is_some();
    let first = text.find(is_arabic_letter)?;
    let before = text[..first].trim_end_matches(numeric);
    let start = first - text[before.len()..first].trim_start_matches(|c| digit(c).is_none()).len();
    let mark = |c: char| is_arabic_letter(c) || matches!(c, '\u{064B}'..='\u{0652}');
    let stop = text[first..].find(|c: char| c.is_alphabetic() && !mark(c)).map_or(text.len(), |at| first + at);
    let last = first + text[first..stop].trim_end_matches(|c| !mark(c)).len();
    let after = text[last..].trim_start_matches(numeric);
    let end = if after.starts_with(['"', '”', '»', ')', '\'', '’']) { text.len() - after.len() } else { last };
    Some(start..end)
}

/// How many columns `text` takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The lines of `text` at `width` columns: ranges of bytes without the spaces between them. It breaks at spaces, and within a word only
/// when the word is longer than a line.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut used = 0;
    for (at, word) in words(text) {
        let needed = word.width();
        match lines.last_mut() {
            Some(line) if used + text[line.end..at].width() + needed <= width => {
                used += text[line.end..at].width() + needed;
                line.end = at + word.len();
            }
            _ if needed <= width => {
                lines.push(at..at + word.len());
                used = needed;
            }
            _ => used = chop(at, word, width, &mut lines),
        }
    }
    lines
}

/// Cuts a word that is longer than a line; returns the columns of its last line.
fn chop(at: usize, word: &str, width: usize, lines: &mut Vec<Range<usize>>) -> usize {
    let mut used = width;
    for (i, cluster) in word.grapheme_indices(true) {
        let needed = cluster.width();
        let end = at + i + cluster.len();
        match lines.last_mut() {
            Some(line) if used + needed <= width && line.end == at + i => {
                line.end = end;
                used += needed;
            }
            _ => {
                lines.push(at + i..end);
                used = needed;
            }
        }
    }
    used
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrapped("one two  three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrapped("one two  three", 20), ["one two  three"]);
        assert_eq!(wrapped("  ", 9), [""; 0]);
    }

    #[test]
    fn diacritics_take_no_room() {
        assert_eq!(wrapped("مُحَمَّد قال", 8), ["مُحَمَّد قال"]);
        assert_eq!(wrapped("مُحَمَّد قال", 7), ["مُحَمَّد", "قال"]);
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(wrapped("a abcdefgh b", 3), ["a", "abc", "def", "gh", "b"]);
        assert_eq!(wrapped("日本語", 4), ["日本", "語"]);
        assert_eq!(wrapped("日本", 1), ["日", "本"]);
    }

    #[test]
    fn arabic_in_english_is_isolated_on_terminals_only() {
        let terminal = Look { width: 80, isolates: true };
        assert_eq!(terminal.english("\"fell\" became ارتفعت بنسبة 3%, up."), "\"fell\" became \u{2068}ارتفعت بنسبة\u{2069} 3%, up.");
        assert_eq!(
            terminal.english("32,000 (32 ألف) and \"عام 2016\""),
            "32,000 (\u{2068}32 ألف\u{2069}) and \"\u{2068}عام 2016\u{2069}\""
        );
        assert_eq!(terminal.english("قالَ (x) قال."), "\u{2068}قالَ\u{2069} (x) \u{2068}قال\u{2069}.");
        assert_eq!(terminal.english("plain"), "plain");
        assert_eq!(Look::default().english("x قال"), "x قال");
        assert_eq!(terminal.line(Lang::Arabic, "قال".into()), "\u{2067}قال\u{2069}");
        assert_eq!(terminal.line(Lang::English, "said".into()), "said");
    }
}
