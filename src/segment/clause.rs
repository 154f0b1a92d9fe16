//! Clauses and phrases of a segment: the readable units that a dropped or added claim is shown as.

use super::{arabic, english};
use crate::lang::Lang;
use crate::lang::known::{Known, Question};
use crate::lang::token::{Kind, Tokens};
use crate::span::Span;

/// Shortest stretch, in tokens between the marks, for which quotation marks and brackets bound a clause.
const LONG_INSERTION: usize = 5;
/// Fewest words of a clause; a shorter one (`However,`) is part of its neighbour.
const FEWEST_WORDS: usize = 2;

/// What may begin at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    /// Nothing.
    None,
    /// A phrase: `in the north`, `بين الجانبين`.
    Phrase,
    /// A clause, and so a phrase too.
    Clause,
}

/// A word that starts something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    bound: Bound,
    /// Whether it is only the first of the words that start it together (`from which`, `وفي حين`).
    open: bool,
}

impl Start {
    pub(super) const NONE: Self = Self { bound: Bound::None, open: false };

    /// A word with nothing of its own in it: what it starts, the next word may start with it.
    pub(super) const fn open(bound: Bound) -> Self {
        Self { bound, open: true }
    }

    /// A word that is part of what it starts, such as a verb.
    pub(super) const fn full(bound: Bound) -> Self {
        Self { bound, open: false }
    }
}

/// The clauses and the phrases of a segment, in order.
///
/// Both tile it: the first starts where the segment starts, the last ends where it ends, and nothing but white space and
/// invisible marks stands between them. A mark such as a comma goes with the clause that it ends. Phrases tile the clauses, and start at
/// prepositions and conjunctions too.
///
/// ```
/// use muqabala::lang::{Lang, token::Tokens};
/// use muqabala::{segment::clause::Parts, span::Span};
/// let text = "قال الجيش إن الطريق مغلق، وأضاف أن المدنيين غادروا";
/// let parts = Parts::new(&Tokens::new(Lang::Arabic, text), Span::whole(text));
/// let words: Vec<_> = parts.clauses.iter().map(|c| c.of(text)).collect();
/// assert_eq!(words, ["قال الجيش", "إن الطريق مغلق،", "وأضاف أن المدنيين غادروا"]);
///
/// let text = "Troops withdrew from the town after the talks collapsed";
/// let parts = Parts::new(&Tokens::new(Lang::English, text), Span::whole(text));
/// let words: Vec<_> = parts.phrases.iter().map(|p| p.of(text)).collect();
/// assert_eq!(words, ["Troops withdrew", "from the town", "after the talks collapsed"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The clauses.
    pub clauses: Vec<Span>,
    /// The phrases.
    pub phrases: Vec<Span>,
}

impl Parts {
    /// Those of `segment`, a place in the text that `tokens` were made from.
    pub fn new(tokens: &Tokens, segment: Span) -> Self {
        if segment.is_empty() {
            return Self::default();
        }
        let words = Words::new(tokens, segment);
        let bounds = bounds(&words);
        let cut = |least: Bound| {
            let mut spans = Vec::new();
            let mut start = segment.start;
            for (i, bound) in bounds.iter().enumerate().skip(1) {
                if *bound >= least {
                    spans.push(Span::new(start, words.token(i - 1).span.end));
                    start = words.token(i).span.start;
                }
            }
            spans.push(Span::new(start, segment.end));
            spans
        };
        Self { clauses: cut(Bound::Clause), phrases: cut(Bound::Phrase) }
    }
}

/// The tokens of one segment, counted from its first.
pub(super) struct Words<'t> {
    tokens: &'t Tokens,
    first: usize,
    end: usize,
}

impl<'t> Words<'t> {
    fn new(tokens: &'t Tokens, segment: Span) -> Self {
        let within = tokens.within(segment);
        Self { tokens, first: within.start, end: within.end }
    }

    fn len(&self) -> usize {
        self.end - self.first
    }

    fn token(&self, i: usize) -> &'t crate::lang::token::Token {
        &self.tokens.list()[self.first + i]
    }

    /// Folded form of token `i`; empty outside the segment.
    pub(super) fn folded(&self, i: usize) -> &'t str {
        if i < self.len() { self.tokens.folded(self.first + i) } else { "" }
    }

    /// The answer to a question about the folded form of token `i`, which `find` finds.
    pub(super) fn is(&self, i: usize, question: &Question, find: impl FnOnce(&str) -> bool) -> bool {
        if i < self.len() { self.tokens.is(self.first + i, question, find) } else { find("") }
    }

    /// The fact about the folded form of token `i`, which `find` finds.
    pub(super) fn known<T: Copy>(&self, i: usize, facts: &Known<T>, find: impl FnOnce(&str) -> T) -> T {
        if i < self.len() { self.tokens.known(self.first + i, facts, find) } else { find("") }
    }

    /// Folded form of the token before token `i`; empty at the start.
    pub(super) fn before(&self, i: usize) -> &'t str {
        i.checked_sub(1).map_or("", |p| self.folded(p))
    }

    /// Whether token `i` is a word, a number or a link.
    pub(super) fn is_word(&self, i: usize) -> bool {
        i < self.len() && self.token(i).kind != Kind::Symbol
    }

    /// Whether a mark stands before token `i`.
    pub(super) fn follows_mark(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|p| !self.is_word(p))
    }

    fn spaced(&self, i: usize) -> bool {
        i >= self.len() || self.token(i).spaced
    }

    /// Whether token `i` joins two parts of one word.
    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        self.folded(i) == "-" && !self.spaced(i) && !self.spaced(i + 1)
    }

    fn starts(&self, i: usize) -> Start {
        let start = match self.tokens.lang() {
            Lang::English => english::starts(self, i),
            Lang::Arabic => arabic::starts(self, i),
        };
        // Nothing follows that could be one: `The talks are over.`
        let bare = start.open && start.bound == Bound::Phrase && !self.is_word(i + 1);
        if bare { Start::NONE } else { start }
    }

    /// Whether token `i` is a mark that goes with the word after it.
    fn is_opening(&self, i: usize) -> bool {
        matches!(self.folded(i), "(" | "[" | "«" | "“" | "\"" | "—") || (matches!(self.folded(i), "-" | "–") && self.spaced(i))
    }

    /// Whether the word at `i` goes with a word before it that can start something too (`from which`, `and when`).
    fn follows_start(&self, i: usize) -> bool {
        self.tokens.lang() == Lang::English || !arabic::is_conjoined(self.folded(i))
    }

    fn is_list_item(&self, i: usize) -> bool {
        self.tokens.lang() == Lang::English && english::is_list_item(self, i)
    }
}

/// What begins at each token.
fn bounds(words: &Words<'_>) -> Vec<Bound> {
    let mut bounds = vec![Bound::None; words.len()];
    let mut marks = Marks::default();
    // Where the next word would start something: at the mark or at the function word that stands right before it.
    let mut mark: Option<usize> = None;
    let mut head: Option<usize> = None;
    for i in 0..words.len() {
        if marks.closes(words, i) {
            (mark, head) = (None, None);
            continue;
        }
        bounds[i] = marks.begins(words, i);
        if !words.is_word(i) {
            (mark, head) = (words.is_opening(i).then_some(mark.unwrap_or(i)), None);
            continue;
        }
        let start = words.starts(i);
        if start.bound == Bound::None {
            (mark, head) = (None, None);
            continue;
        }
        let at = mark.or(head.filter(|_| words.follows_start(i))).unwrap_or(i);
        bounds[at] = bounds[at].max(start.bound);
        (mark, head) = (None, start.open.then_some(at));
    }
    join_short(words, &mut bounds);
    bounds
}

/// Makes clauses of fewer than [`FEWEST_WORDS`] phrases: of the clause before if a mark ends them (`, however,`), else of
/// the clause after (`وأضاف أن`).
fn join_short(words: &Words<'_>, bounds: &mut [Bound]) {
    let mut start = 0;
    let mut count = 0;
    for i in 0..bounds.len() {
        if i > start && bounds[i] == Bound::Clause {
            if count >= FEWEST_WORDS {
                start = i;
            } else if start > 0 && words.follows_mark(i) {
                bounds[start] = Bound::Phrase;
                start = i;
            } else {
                bounds[i] = Bound::Phrase;
                continue;
            }
            count = 0;
        }
        count += usize::from(words.is_word(i));
    }
    if start > 0 && count < FEWEST_WORDS {
        bounds[start] = Bound::Phrase;
    }
}

/// Punctuation: what it closes, and what it lets begin at the next word.
#[derive(Default)]
struct Marks {
    pending: Option<Bound>,
    /// What begins before and after the open quotation; `None` where none is open.
    quote: Option<Bound>,
    /// The same of the open bracket.
    bracket: Option<Bound>,
}

impl Marks {
    /// Whether token `i` is a mark that belongs to what stands before it.
    fn closes(&mut self, words: &Words<'_>, i: usize) -> bool {
        let Some(bound) = self.closing(words, i) else { return false };
        self.pending = Some(self.pending.map_or(bound, |p| p.max(bound)));
        true
    }

    fn closing(&mut self, words: &Words<'_>, i: usize) -> Option<Bound> {
        if words.is_word(i) {
            return None;
        }
        let number_after = !words.spaced(i + 1) || words.folded(i + 1).starts_with(|c: char| c.is_ascii_digit());
        let number_before = words.before(i).ends_with(|c: char| c.is_ascii_digit());
        Some(match words.folded(i) {
            ":" if !words.spaced(i + 1) && number_before => return None,
            "," | "،" if number_before && number_after => Bound::None,
            "," | "،" | ";" | "؛" | ":" | "!" | "?" | "؟" => Bound::Clause,
            "." | "…" | "..." => Bound::None,
            ")" | "]" => self.bracket.take().unwrap_or(Bound::Clause),
            "»" | "”" => self.quote.take().unwrap_or(Bound::Clause),
            "\"" if self.quote.is_some() || (!words.spaced(i) && (words.spaced(i + 1) || !words.is_word(i + 1))) => {
                self.quote.take().unwrap_or(Bound::Clause)
            }
            _ => return None,
        })
    }

    /// What begins at token `i`, which closes nothing.
    fn begins(&mut self, words: &Words<'_>, i: usize) -> Bound {
        let mut pending = self.pending.take().unwrap_or(Bound::None);
        if pending == Bound::Clause && matches!(words.before(i), "," | "،") && words.is_list_item(i) {
            pending = Bound::Phrase;
        }
        let opens = match words.folded(i) {
            _ if words.is_word(i) => Bound::None,
            "(" | "[" => *self.bracket.insert(insertion(words, i)),
            "«" | "“" | "\"" => *self.quote.insert(insertion(words, i)),
            "—" => Bound::Clause,
            "-" | "–" if words.spaced(i) && words.spaced(i + 1) => Bound::Clause,
            _ => Bound::None,
        };
        pending.max(opens)
    }
}

/// What begins at the opening mark `i` and after the mark that closes it: a clause if a long stretch stands between.
fn insertion(words: &Words<'_>, i: usize) -> Bound {
    let short = (i + 1..=i + LONG_INSERTION).any(|k| matches!(words.folded(k), ")" | "]" | "»" | "”" | "\""));
    if short { Bound::None } else { Bound::Clause }
}

#[cfg(test)]
mod tests;
