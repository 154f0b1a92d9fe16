//! Sentences of a block.
//!
//! A candidate is a run of final marks with the quotes, brackets and footnotes that close after it. As in Unicode's rules (UAX
//! #29), none ends a sentence before a lower-case letter or a comma. What those rules cannot know is decided here:
//! abbreviations, initials, a sentence after a point without a space, who speaks after `?"`, and all that case tells in English
//! and cannot tell in Arabic. So the marks are looked for directly: Unicode's own cuts would have to be both joined and cut again.

use super::{arabic, english, is_blank, trimmed};
use crate::lang::fold::is_invisible;
use crate::lang::token::parts_words;
use crate::lang::{Lang, fold, is_arabic_letter};
use crate::span::Span;

/// Longest word that is looked at before a mark, in characters; nothing we know is longer.
const LONGEST: usize = 40;

/// Longest sentence in characters; what is longer is a text without marks, and is cut into parts. The longest sentences that people
/// write have half of this, and work and memory grow with the square of a segment.
const LONGEST_SENTENCE: usize = 3_000;
/// Characters of such a part, as most sentences have: the fewest, and the most if there is a place to cut.
const PART: std::ops::Range<usize> = 80..240;

/// Hands out the places of the sentences of `text`, trimmed, in order.
pub(super) fn sentences(lang: Lang, text: &str, mut found: impl FnMut(Span)) {
    whole_sentences(lang, text, |span| parts(text, span, &mut found));
}

/// Hands out a sentence, or the parts of one that is too long: they end at a comma if there is one in reach, or else between words.
fn parts(text: &str, span: Span, found: &mut impl FnMut(Span)) {
    let words = span.of(text);
    if words.len() <= LONGEST_SENTENCE || words.chars().count() <= LONGEST_SENTENCE {
        return found(span);
    }
    let last_letter = words.rfind(char::is_alphanumeric).unwrap_or(0);
    let (mut start, mut length) = (0, 0);
    // Where the part may end, and whether that is a comma.
    let mut cut: Option<(usize, bool)> = None;
    let mut worded = false;
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        if c.is_whitespace() && worded && at <= last_letter && length >= PART.start {
            let at_comma = matches!(before, ',' | '،' | ';' | '؛' | ':');
            if at_comma || cut.is_none_or(|(_, was_comma)| !was_comma) {
                cut = Some((at, at_comma));
            }
        }
        length += 1;
        worded |= c.is_alphanumeric();
        before = c;
        if length < PART.end {
            continue;
        }
        if let Some((end, _)) = cut.take() {
            found(trimmed(words, start..end).shifted(span.start));
            let rest = &words[end..at + c.len_utf8()];
            (start, length, worded) = (end, rest.chars().count(), rest.contains(char::is_alphanumeric));
        }
    }
    found(trimmed(words, start..words.len()).shifted(span.start));
}

fn whole_sentences(lang: Lang, text: &str, mut found: impl FnMut(Span)) {
    let mut start = 0;
    let mut quotes = Quotes::default();
    let mut at = 0;
    // What has no letter or digit is no sentence: it goes with the one before or after it.
    let mut worded = false;
    let last_letter = text.rfind(char::is_alphanumeric).unwrap_or(0);
    while let Some(mark) = text[at..].find(is_final).map(|i| at + i) {
        let stop = Stop::read(lang, text, start, mark, &mut quotes);
        worded |= text[at..mark].contains(char::is_alphanumeric);
        at = stop.end;
        if worded && at <= last_letter && stop.ends() {
            found(trimmed(text, start..at));
            start = at;
            worded = false;
        }
    }
    let rest = trimmed(text, start..text.len());
    if !rest.is_empty() {
        found(rest);
    }
}

/// Whether `line` ends with a final mark, and perhaps quotes and brackets that close after it.
pub(super) fn is_closed(line: &str) -> bool {
    line.trim_end_matches(|c: char| is_blank(c) || is_closer(c) || matches!(c, '"' | '\'' | '“' | '‘')).ends_with(is_final)
}

/// Counts the straight quotation marks passed so far, for the places where only that tells opening from closing.
#[derive(Default)]
struct Quotes {
    counted_to: usize,
    open: bool,
}

impl Quotes {
    fn open_at(&mut self, text: &str, at: usize) -> bool {
        if at > self.counted_to {
            let seen = text[self.counted_to..at].matches('"').count();
            self.open ^= seen % 2 == 1;
            self.counted_to = at;
        }
        self.open
    }
}

/// What the final marks are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `.`
    Point,
    /// `...`, `…`, `..`
    Ellipsis,
    /// `!`, `?`, `؟`
    Strong,
}

/// A run of final marks and all that stands around it.
struct Stop<'t> {
    lang: Lang,
    /// Where the sentence up to here begins.
    before: &'t str,
    mark: Mark,
    /// Quotes, brackets and footnotes that close after the marks; empty when none does.
    closers: &'t str,
    /// One past the closers and the invisible marks after them.
    end: usize,
    /// Whether white space follows.
    gap: bool,
    /// What follows, without white space and opening marks.
    next: &'t str,
}

impl<'t> Stop<'t> {
    fn read(lang: Lang, text: &'t str, start: usize, mark: usize, quotes: &mut Quotes) -> Self {
        let marks_end = end_of_marks(text, mark);
        let marks = &text[mark..marks_end];
        let kind = if marks.contains(|c| is_final(c) && !matches!(c, '.' | '…' | '۔' | '．' | '。')) {
            Mark::Strong
        } else if marks.contains('…') || marks.matches('.').count() > 1 {
            Mark::Ellipsis
        } else {
            Mark::Point
        };
        let closers_end = end_of_closers(text, marks_end, quotes);
        let rest = text[closers_end..].trim_start_matches(is_invisible);
        let end = text.len() - rest.len();
        let spaced = rest.trim_start_matches(is_blank);
        let gap = rest[..rest.len() - spaced.len()].contains(char::is_whitespace);
        let next = spaced.trim_start_matches(|c| is_blank(c) || is_opener(c));
        Self { lang, before: &text[start..mark], mark: kind, closers: &text[marks_end..closers_end], end, gap, next }
    }

    /// Whether a sentence ends here.
    fn ends(&self) -> bool {
        let Some(first) = self.next.chars().next() else { return true };
        let goes_on = first.is_ascii_punctuation() && !matches!(first, '$' | '#' | '@');
        if goes_on || matches!(first, '،' | '؛' | '٪') {
            return false;
        }
        match self.mark {
            Mark::Strong => self.strong_ends(first),
            Mark::Ellipsis => self.ellipsis_ends(first),
            Mark::Point => self.point_ends(first),
        }
    }

    fn strong_ends(&self, first: char) -> bool {
        let in_brackets = self.closers.starts_with([')', ']']) && self.before.ends_with(['(', '[']);
        if in_brackets || self.goes_on(first) {
            return false;
        }
        if !self.gap && self.closers.is_empty() {
            return self.before.ends_with(char::is_alphabetic) && (is_arabic_letter(first) || first.is_uppercase()) && !self.in_link();
        }
        if self.closers.contains(is_quote) {
            return !(english::names_speaker(self.next) || arabic::continues(&folded_word(self.next)));
        }
        !english::NAMES_WITH_MARK.contains(&last_word(self.before)) || english::opens_sentence(word(self.next))
    }

    fn ellipsis_ends(&self, first: char) -> bool {
        if is_arabic_letter(first) {
            let word = folded_word(self.next);
            return arabic::opens_sentence(&word) || (self.closers.contains(is_quote) && !arabic::continues(&word));
        }
        self.gap && first.is_uppercase() && !matches!(word(self.next), "I" | "I'm" | "I’m") && !self.goes_on(first)
    }

    fn point_ends(&self, first: char) -> bool {
        if self.goes_on(first) {
            return false;
        }
        if !self.closers.is_empty() {
            // `(Petra Trading Inc.) said`
            return !(self.closers.starts_with(')') && self.is_abbreviation(first));
        }
        if self.is_abbreviation(first) || self.is_enumerator() {
            return false;
        }
        self.gap || self.glued(first)
    }

    /// Whether what follows cannot start a sentence because it is in lower case.
    fn goes_on(&self, first: char) -> bool {
        // Case says nothing where a foreign word follows an Arabic one.
        let foreign = self.lang == Lang::Arabic && self.before.ends_with(is_arabic_letter);
        first.is_lowercase() && !is_arabic_letter(first) && !foreign && !english::is_capital_within(word(self.next))
    }

    /// Whether a sentence ends at a point that nothing parts from the next word (`ended.The`, `انتهى.وقال`).
    fn glued(&self, first: char) -> bool {
        let Some(last) = self.before.chars().rev().find(|c| !is_mark(*c)) else { return false };
        let parts = if last.is_alphabetic() {
            // A single letter is an initial.
            let initial = self.before.chars().rev().filter(|c| !is_mark(*c)).nth(1).is_none_or(|c| !c.is_alphabetic());
            let acronym = last.is_uppercase() && !is_arabic_letter(first);
            !initial && !acronym && parts_words(self.before, self.next)
        } else {
            self.before.ends_with(|c: char| c.is_numeric() || is_closer(c)) && (is_arabic_letter(first) || first.is_uppercase())
        };
        parts && !self.in_link()
    }

    /// Whether the mark stands within a web address, a handle or a file name.
    fn in_link(&self) -> bool {
        let chunk: usize = self.before.chars().rev().take(LONGEST).take_while(|c| c.is_ascii() && !c.is_whitespace()).count();
        let chunk = &self.before[self.before.len() - chunk..];
        chunk.contains(['/', '@']) || chunk.to_ascii_lowercase().starts_with("www")
    }

    /// Whether the point belongs to the word before it and the sentence goes on.
    fn is_abbreviation(&self, first: char) -> bool {
        let last = last_word(self.before);
        let earlier = self.before[..self.before.len() - last.len()].trim_end();
        if last.contains(is_arabic_letter) {
            // `عام 1980 م.` ends with the mark of the year.
            let year_mark = !last.contains('.') && earlier.ends_with(char::is_numeric);
            return !year_mark
                && arabic::is_abbreviation(&fold::arabic(last_word(earlier)), &fold::arabic(last))
                && !arabic::opens_sentence(&folded_word(self.next));
        }
        if is_arabic_letter(first) {
            // Initials go with a name in the same script.
            return english::is_short(last) && !arabic::opens_sentence(&folded_word(self.next));
        }
        english::is_abbreviation(last_word(earlier), last, word(self.next), first.is_numeric())
    }

    /// Whether the sentence so far is only the number of an item (`1.`, `b.`).
    fn is_enumerator(&self) -> bool {
        let mark = self.before.trim_matches(is_blank);
        mark.len() == 1 || (mark.chars().nth(2).is_none() && mark.chars().all(char::is_numeric))
    }
}

/// One past the final marks that start at `mark`, `. . .` taken as one.
fn end_of_marks(text: &str, mark: usize) -> usize {
    let mut end = mark;
    loop {
        let rest = &text[end..];
        end += rest.len() - rest.trim_start_matches(is_final).len();
        match text[end..].strip_prefix(" .") {
            Some(after) if !after.starts_with(char::is_alphanumeric) => end += 2,
            _ => return end,
        }
    }
}

/// One past the quotes, brackets and footnote marks that close right after the final marks.
fn end_of_closers(text: &str, marks_end: usize, quotes: &mut Quotes) -> usize {
    let mut end = marks_end;
    loop {
        let rest = &text[end..];
        let close = rest.trim_start_matches(is_blank);
        let Some(c) = close.chars().next() else { return end };
        let at = end + rest.len() - close.len();
        let after = &close[c.len_utf8()..];
        end = if is_quote(c) {
            if !closes(c, at > end && rest.starts_with(char::is_whitespace), after, quotes.open_at(text, at)) {
                return end;
            }
            at + c.len_utf8()
        } else if is_closer(c) {
            at + c.len_utf8()
        } else if let Some(length) = footnote(close) {
            at + length
        } else if is_final(c) && at > marks_end {
            // `."` and then another mark: `."!`, `.».`
            end_of_marks(text, at)
        } else {
            return end;
        };
    }
}

/// Whether a quotation mark after a final mark closes: by what it leans on; by its shape when it leans on both or none.
fn closes(quote: char, spaced: bool, after: &str, open: bool) -> bool {
    let leans_right = after.starts_with(|c: char| c.is_alphanumeric() || is_opener(c) && !is_quote(c));
    match (spaced, leans_right) {
        (false, false) => true,
        (true, true) => false,
        _ if quote == '"' => open,
        _ => matches!(quote, '”' | '»' | '›' | '’'),
    }
}

/// Length of a footnote mark such as `[3]`.
fn footnote(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let number = inner.split(']').next().filter(|n| n.len() < inner.len())?;
    (!number.is_empty() && number.len() <= 6 && number.chars().all(char::is_numeric)).then_some(number.len() + 2)
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '‼' | '⁇' | '⁈' | '⁉' | '！' | '？' | '。' | '．')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '«' | '»' | '‹' | '›')
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '›' | '”' | '’' | '¹' | '²' | '³' | '⁰'..='⁹' | '†' | '‡')
}

fn is_opener(c: char) -> bool {
    is_quote(c) || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '•' | '*')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{065F}' | '\u{0670}' | 'ـ')
}

/// The word that `text` starts with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || is_mark(c) || matches!(c, '\'' | '’' | '-'))).unwrap_or(text.len());
    &text[..end]
}

fn folded_word(text: &str) -> std::borrow::Cow<'_, str> {
    fold::arabic(word(text))
}

/// The word that `text` ends with, points within it included (`U.S`); no more than [`LONGEST`] characters of it.
fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take(LONGEST).take_while(|(_, c)| c.is_alphanumeric() || is_mark(*c) || *c == '.').last();
    start.map_or("", |(i, _)| &text[i..])
}
