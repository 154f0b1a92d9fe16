//! Looking at tokens: which terms start where, and the pieces of dates that rules find.

use super::value::{Calendar, Direction, Edge, PartOfDay, Unit, Value};
use super::vocabulary::{Count, Term, Vocabulary};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::{Capital, Kind, Token, Tokens};

/// A piece of a date: the tokens `first..end` and what they say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub value: Value,
    pub first: usize,
    pub end: usize,
    /// Whether it is a date by itself; otherwise only beside another part that makes it one (`may`, `2016`).
    pub certain: bool,
    /// Whether the next part continues a list or range, so that its year counts for this one too (`2` in `2-5 June 2018`).
    pub listed: bool,
}

impl Part {
    /// A part that is a date by itself.
    pub(super) const fn certain(value: Value, first: usize, end: usize) -> Self {
        Self { value, first, end, certain: true, listed: false }
    }

    /// A part that needs a neighbour.
    pub(super) const fn weak(value: Value, first: usize, end: usize) -> Self {
        Self { value, first, end, certain: false, listed: false }
    }

    /// One part for each item of a list, with its tokens; the first starts at `first`, the last ends at `end` or later.
    pub(super) fn series(list: &[(u8, usize, usize)], first: usize, end: usize, value: impl Fn(u8) -> Value) -> Vec<Self> {
        let last = list.len().saturating_sub(1);
        let part = |(k, &(item, from, to)): (usize, &(u8, usize, usize))| Self {
            listed: k < last,
            ..Self::certain(value(item), if k == 0 { first } else { from }, if k == last { to.max(end) } else { to })
        };
        list.iter().enumerate().map(part).collect()
    }
}

/// Reads parts at a token, or nothing.
pub(super) type Rule = fn(&Reader, usize) -> Vec<Part>;

/// Words that a term may start with.
static STARTS: Question = Question::new();
/// Words that open a part before its first term.
static OPENS: Question = Question::new();

/// A text under the eyes of the rules.
pub(super) struct Reader<'a> {
    tokens: &'a Tokens,
    /// Terms of token `i`: `terms[starts[i]..starts[i + 1]]`, longest first, each with its length in tokens.
    terms: Vec<(usize, Term)>,
    starts: Vec<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tokens: &'a Tokens) -> Self {
        let vocabulary = Vocabulary::of(tokens.lang());
        let mut terms = Vec::new();
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        for (i, token) in tokens.list().iter().enumerate() {
            starts.push(terms.len());
            let word = tokens.folded(i);
            let after = |k| tokens.folded(i + 1 + k);
            if token.kind == Kind::Number {
                continue;
            }
            if tokens.lang() == Lang::Arabic && token.capital > Capital::Lower {
                // `July 5, 2018` under a quoted tweet.
                let dated = |(_, term): &(usize, Term)| matches!(term, Term::Month(_) | Term::Weekday(_));
                terms.extend(Vocabulary::of(Lang::English).find(word, after).filter(dated));
                continue;
            }
            if !tokens.is(i, &STARTS, |word| vocabulary.may_start(tokens.lang(), word)) {
                continue;
            }
            let mut look = |first: &str| {
                let before = terms.len();
                terms.extend(vocabulary.find(first, after));
                terms.len() > before
            };
            if !look(word) && tokens.lang() == Lang::Arabic {
                clitics(word, &mut look);
            }
        }
        starts.push(terms.len());
        Self { tokens, terms, starts }
    }

    /// Phrases that are names although they are made of the words of dates: `Good Friday`.
    pub(super) fn names(&self) -> Vec<std::ops::Range<usize>> {
        let name = |i| self.term(i, |t| (t == Term::Name).then_some(())).map(|((), end)| i..end);
        // A weekday is a weekday, even where it names the Sabbath.
        let weekday = |i| self.term(i, |t| matches!(t, Term::Weekday(_)).then_some(())).map_or(i, |((), end)| end);
        (0..self.len()).filter_map(name).filter(|name| weekday(name.start) < name.end).collect()
    }

    pub(super) const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The longest term at token `i` that `pick` takes, and the token after it.
    pub(super) fn term<T>(&self, i: usize, pick: impl Fn(Term) -> Option<T>) -> Option<(T, usize)> {
        if i >= self.len() {
            return None;
        }
        self.terms[self.starts[i]..self.starts[i + 1]].iter().find_map(|(length, term)| pick(*term).map(|value| (value, i + length)))
    }

    /// A month at `i`, of either calendar.
    pub(super) fn month(&self, i: usize) -> Option<(Value, usize)> {
        self.term(i, |t| match t {
            Term::Month(month) => Some(Value { month: Some(month), ..Value::default() }),
            Term::Hijri(month) => Some(Value { month: Some(month), calendar: Calendar::Hijri, ..Value::default() }),
            _ => None,
        })
    }

    pub(super) fn ordinal(&self, i: usize) -> Option<(u8, usize)> {
        self.term(i, |t| if let Term::Ordinal(n) = t { Some(n) } else { None })
    }

    pub(super) fn cardinal(&self, i: usize) -> Option<(u32, usize)> {
        self.term(i, |t| if let Term::Cardinal(n) = t { Some(n) } else { None })
    }

    pub(super) fn unit(&self, i: usize) -> Option<((Unit, Count), usize)> {
        self.term(i, |t| if let Term::Unit(unit, count) = t { Some((unit, count)) } else { None })
    }

    pub(super) fn direction(&self, i: usize) -> Option<(Direction, usize)> {
        self.term(i, |t| if let Term::Direction(direction) = t { Some(direction) } else { None })
    }

    pub(super) fn edge(&self, i: usize) -> Option<(Edge, usize)> {
        self.term(i, |t| if let Term::Edge(edge) = t { Some(edge) } else { None })
    }

    pub(super) fn part_of_day(&self, i: usize) -> Option<(PartOfDay, usize)> {
        self.term(i, |t| if let Term::Part(part) = t { Some(part) } else { None })
    }

    /// A decade in words, whose century is not said.
    pub(super) fn decade(&self, i: usize) -> Option<(Value, usize)> {
        self.term(i, |t| if let Term::Decade(decade) = t { Some(Value { decade: Some(decade), ..Value::default() }) } else { None })
    }

    /// The folded word at `i`; empty past either end.
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.tokens.folded(i)
    }

    /// The folded word before `i`.
    pub(super) fn before(&self, i: usize) -> &'a str {
        i.checked_sub(1).map_or("", |p| self.word(p))
    }

    /// Whether the word at `i` is one of `words`.
    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        i < self.len() && words.contains(&self.word(i))
    }

    /// Whether the word at `i`, with or without proclitics, is one of `words`: `للعام`, `وبعام` are `العام`, `عام`.
    pub(super) fn noun(&self, i: usize, words: &[&str]) -> bool {
        self.is(i, words) || clitics(self.word(i), &mut |stem| words.contains(&stem))
    }

    /// Whether the word before `i`, with or without proclitics, is one of `words`.
    pub(super) fn follows_noun(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|last| self.noun(last, words))
    }

    /// Whether points stood within the word at `i`: `a.m.`, `B.C.`
    pub(super) fn pointed(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.span.len() as usize > self.word(i).len()) && self.word(i).is_ascii()
    }

    /// Whether the word before `i` is one of `words`.
    pub(super) fn follows(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.is(i - 1, words)
    }

    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.tokens.get(i)
    }

    pub(super) fn kind(&self, i: usize) -> Option<Kind> {
        self.token(i).map(|t| t.kind)
    }

    pub(super) fn capital(&self, i: usize) -> Capital {
        self.token(i).map_or(Capital::Lower, |t| t.capital)
    }

    /// Whether token `i` stands without white space after the one before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| !t.spaced)
    }

    /// Whether a line starts with token `i`.
    pub(super) fn starts_line(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.starts_line)
    }

    /// Whether a hyphen or dash stands at `i`.
    pub(super) fn dash(&self, i: usize) -> bool {
        self.is(i, &["-", "–", "—", "‐", "‑", "−"])
    }

    /// The digits of a whole number of at most `most` digits at `i`, without a possessive `'s`.
    pub(super) fn digits(&self, i: usize, most: usize) -> Option<&'a str> {
        if self.kind(i) != Some(Kind::Number) {
            return None;
        }
        let word = self.word(i);
        let digits = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        (digits.len() <= most && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
    }

    /// The value of [`Reader::digits`].
    pub(super) fn number(&self, i: usize, most: usize) -> Option<u32> {
        self.digits(i, most)?.parse().ok()
    }

    /// Whether a part may start at token `i`: with a number, a term, or one of the words that open a part before these.
    fn may_start(&self, i: usize, opening: &[&str]) -> bool {
        /// The most words that stand in a part before its first term: `in the course of`.
        const BEFORE: usize = 4;
        let number = |token: &Token| token.kind == Kind::Number;
        let opens = |word: &str| opening.contains(&word) || clitics(word, &mut |stem| opening.contains(&stem));
        let end = (i + BEFORE + 1).min(self.len());
        self.starts[i] < self.starts[i + 1]
            || number(&self.tokens.list()[i])
            || self.tokens.is(i, &OPENS, opens) && (self.starts[i] < self.starts[end] || self.tokens.list()[i..end].iter().any(number))
    }

    /// Tries `rules` at every token where a part may start, the first that reads something wins and the search goes on behind it.
    /// `opening` are the words besides numbers and terms, in Arabic with proclitics too, with which the rules may begin.
    pub(super) fn scan(&self, rules: &[Rule], opening: &[&str]) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut i = 0;
        while i < self.len() {
            if !self.may_start(i, opening) {
                i += 1;
                continue;
            }
            let found = rules.iter().map(|rule| rule(self, i)).find(|found| !found.is_empty()).unwrap_or_default();
            i = found.last().map_or(i, |part| part.end - 1) + 1;
            parts.extend(found);
        }
        parts
    }
}

/// Hands `look` the word without its proclitics, the fewest taken first, until it knows one: `وبالأحد`, `للعام`, `فيونيو`.
pub(super) fn clitics(word: &str, look: &mut impl FnMut(&str) -> bool) -> bool {
    // What is left must be a word: `باب` is no `آب`.
    let mut look = |stem: &str| stem.chars().count() > 2 && look(stem);
    let bare = word.strip_prefix(['و', 'ف']);
    if bare.is_some_and(&mut look) {
        return true;
    }
    bare.into_iter().chain([word]).any(|stem| {
        let definite = stem.strip_prefix("لل").is_some_and(|noun| look(&format!("ال{noun}")));
        definite || stem.strip_prefix(['ب', 'ل', 'ك']).is_some_and(&mut look)
    })
}
