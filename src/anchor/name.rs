//! Names: where an English text mentions one, and which Arabic words may be one.
//!
//! English marks names with capitals, but also the first word of a sentence and every word of some headlines; [`names`] knows
//! where capitals lie. Arabic marks nothing: [`arabic_candidates`] looks for words that the lexicon cannot explain and for
//! the company that names keep. Whether a mention and a candidate are the same name is for `lang::skeleton` to say.

pub mod acronym;
mod closed;
pub mod renderings;
mod segment;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashSet;
use std::ops::Range;

use crate::lang::token::{Capital, Kind, Tokens};
use crate::span::Span;
use segment::Segment;

/// One mention of a name in an English text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Its place in the text, titles (`President`, `Mr`) not included.
    pub span: Span,
    /// Its tokens, by index.
    pub tokens: Range<u32>,
    /// The tokens that carry it, by index: no particles (`bin`, `al`, `of`), initials, ordinals (`II`) or titles.
    pub parts: Vec<u32>,
    /// Whether it is letters rather than a word: `BBC`, `U.S.`, `MPs`, `G20`.
    pub acronym: bool,
}

/// The names that `text` mentions, in order; mentions do not overlap.
///
/// `starts` are the tokens at which sentences, titles and captions begin. `known` says whether a word, in lower case, is a
/// common word (small words too): where capitals say nothing, only words that it does not know are names.
///
/// ```
/// use muqabala::anchor::name::names;
/// use muqabala::lang::{Lang, token::Tokens};
/// let text = "Yesterday President Bashar al-Assad met BBC reporters in Homs.";
/// let tokens = Tokens::new(Lang::English, text);
/// let found = names(&tokens, text, &[0], &|w| ["yesterday", "president"].contains(&w));
/// let found: Vec<_> = found.iter().map(|n| n.span.of(text)).collect();
/// assert_eq!(found, ["Bashar al-Assad", "BBC", "Homs"]);
/// ```
pub fn names(tokens: &Tokens, text: &str, starts: &[usize], known: &dyn Fn(&str) -> bool) -> Vec<NameMention> {
    let mut out = Vec::new();
    let mut bounds: Vec<usize> = starts.iter().copied().filter(|s| *s < tokens.len()).chain([0, tokens.len()]).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let certain = always_capital(tokens, &bounds);
    for pair in bounds.windows(2) {
        Segment::new(tokens, text, pair[0]..pair[1], known, &certain).read(&mut out);
    }
    out
}

/// Words with a capital that follow a word without one, and never stand without one themselves: names, though the lexicon may
/// know them (`Trump`, `Bush`).
fn always_capital<'a>(tokens: &'a Tokens, starts: &[usize]) -> FxHashSet<&'a str> {
    let is = |i: usize, lower: bool| tokens.list()[i].kind == Kind::Word && (tokens.list()[i].capital == Capital::Lower) == lower;
    let within = (1..tokens.len()).filter(|i| tokens.list()[*i].capital == Capital::Initial && is(*i, false) && is(*i - 1, true));
    let mut words: FxHashSet<&str> = within.filter(|i| starts.binary_search(i).is_err()).map(|i| tokens.folded(i)).collect();
    for i in (0..tokens.len()).filter(|i| is(*i, true)) {
        words.remove(tokens.folded(i));
    }
    words
}

/// The earlier mention that `mentions[i]` is a short form of: `Ibrahim Jabawi` for `Jabawi`. All its parts stand there too.
pub fn full_form(mentions: &[NameMention], tokens: &Tokens, i: usize) -> Option<usize> {
    let short = mentions.get(i)?;
    let has = |long: &NameMention, part: u32| long.parts.iter().any(|p| tokens.folded(*p as usize) == tokens.folded(part as usize));
    mentions[..i].iter().position(|long| long.parts.len() > short.parts.len() && short.parts.iter().all(|p| has(long, *p)))
}

/// Why an Arabic word may be a name, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clue {
    /// It is in Latin letters.
    Latin,
    /// No analysis of the lexicon explains it.
    Unknown,
    /// It follows a title: الرئيس، السيد، الوزير.
    AfterTitle,
    /// It stands between quotation marks or parentheses with few others.
    Quoted,
}

/// An Arabic word that may be (part of) a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its token, by index.
    pub token: u32,
    /// The surest clue.
    pub clue: Clue,
}

/// Whether an Arabic word, folded, is a title or an office, with or without the article and what is joined before it.
pub fn is_arabic_title(word: &str) -> bool {
    closed::is_arabic_title(word)
}

/// The words of an Arabic text that may be names, in order. `known` says whether the lexicon explains token `i` as anything
/// but a name; a known word needs other clues, for many names are words (`كريم`, `الأسد`).
pub fn arabic_candidates(tokens: &Tokens, known: &dyn Fn(usize) -> bool) -> Vec<Candidate> {
    let mut clues: Vec<Option<Clue>> = vec![None; tokens.len()];
    let is_word = |i: usize| tokens.get(i).is_some_and(|t| t.kind == Kind::Word);
    let mut note = |i: usize, clue: Clue| clues[i] = Some(clues[i].map_or(clue, |c: Clue| c.min(clue)));
    for i in (0..tokens.len()).filter(|i| is_word(*i)) {
        let word = tokens.folded(i);
        if word.bytes().any(|b| b.is_ascii_alphabetic()) {
            note(i, Clue::Latin);
        } else if !known(i) {
            note(i, Clue::Unknown);
        }
        if closed::is_arabic_title(word) {
            after_title(i, tokens).for_each(|j| note(j, Clue::AfterTitle));
        }
    }
    for i in 0..tokens.len() {
        quoted(i, tokens).filter(|j| is_word(*j) && !closed::is_arabic_function(tokens.folded(*j))).for_each(|j| note(j, Clue::Quoted));
    }
    clues.iter().enumerate().filter_map(|(i, clue)| clue.map(|clue| Candidate { token: i as u32, clue })).collect()
}

/// The words after the title at token `i` that may be its bearer: the next, or two after an adjective (`الرئيس السوري بشار الأسد`).
fn after_title(i: usize, tokens: &Tokens) -> Range<usize> {
    let is_content = |j: usize| tokens.get(j).is_some_and(|t| t.kind == Kind::Word) && !closed::is_arabic_function(tokens.folded(j));
    let reach = if tokens.folded(i + 1).starts_with("ال") { 3 } else { 2 };
    let end = (i + 1..i + 1 + reach).find(|j| !is_content(*j) || closed::is_arabic_title(tokens.folded(*j)));
    i + 1..end.unwrap_or(i + 1 + reach)
}

/// The tokens inside the quotation marks or parentheses that open at token `i`, when they are few.
fn quoted(i: usize, tokens: &Tokens) -> Range<usize> {
    const FEW: usize = 5;
    let close = match tokens.folded(i) {
        "(" => ")",
        "[" => "]",
        "«" => "»",
        "“" => "”",
        "‘" => "’",
        "\"" if tokens.list()[i].spaced => "\"",
        _ => return 0..0,
    };
    (i + 1..tokens.len().min(i + 2 + FEW)).find(|j| tokens.folded(*j) == close).map_or(0..0, |end| i + 1..end)
}
