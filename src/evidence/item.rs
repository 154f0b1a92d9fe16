//! Items: the parts of a text that must be accounted for on the other side.

use rayon::prelude::*;

use crate::anchor::date::{self, Date};
use crate::anchor::quantity::{Measure, Quantity, Role, quantities};
use crate::lang::Lang;
use crate::lang::token::{Capital, Kind as TokenKind, Token, Tokens};
use crate::lexicon::glue::Beside;
use crate::lexicon::{Lexicon, Readings, Reference, words};
use crate::span::Span;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word that the lexicon knows.
    Word,
    /// A word with a capital that the lexicon does not know.
    Name,
    /// A number with what it measures: an index into the quantities of the side.
    Quantity(u32),
    /// A word that the lexicon does not know, without a capital.
    Unknown,
    /// A web address or a handle.
    Link,
}

/// One item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Its first token.
    pub token: u32,
    /// Its place in the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether it may be a name that sounds the same in both languages.
    pub sounds: bool,
    /// Chance that it is found on the other side of a true translation.
    pub p1: f32,
}

/// A text, read: its tokens, what they may mean, its anchors and its items.
#[derive(Clone, Debug)]
pub struct Side {
    /// Tokens.
    pub tokens: Tokens,
    /// What they may mean.
    pub readings: Readings,
    /// Numbers, in order.
    pub quantities: Vec<Quantity>,
    /// Dates and times, in order, those that only may be one included.
    pub dates: Vec<Date>,
    /// Items, in order.
    pub items: Vec<Item>,
    /// How many items start before each token, and how many there are.
    before: Vec<u32>,
}

/// Longer texts are read in parts of about so many bytes, side by side.
const PART: usize = 128 * 1024;

impl Side {
    /// Reads `text`.
    pub fn new(lexicon: &Lexicon, lang: Lang, text: &str) -> Self {
        Self::beside(lexicon, lang, text, "")
    }

    /// Reads `text`, which is the translation of the text `other`, or has it as its translation.
    pub fn beside(lexicon: &Lexicon, lang: Lang, text: &str, other: &str) -> Self {
        let parts = parts(text);
        let beside = Beside::new(other);
        let mut all = Self::of_part(lexicon, lang, parts[0].1, &beside);
        all.reserve(parts.len() - 1);
        // A few at a time: the parts of a long text are not all in memory twice.
        for parts in parts[1..].chunks(2 * rayon::current_num_threads()) {
            let sides: Vec<Self> = parts.par_iter().map(|(_, part)| Self::of_part(lexicon, lang, part, &beside)).collect();
            for ((start, _), side) in parts.iter().zip(sides) {
                all.append(side, *start);
            }
        }
        all
    }

    /// Makes room for so many more parts like this one, and a little more: what grows step by step leaves holes in memory.
    fn reserve(&mut self, parts: usize) {
        if parts > 0 {
            let more = |length: usize| parts * (length + length / 8);
            self.tokens.reserve(more);
            self.readings.reserve(more);
            self.quantities.reserve(more(self.quantities.len()));
            self.dates.reserve(more(self.dates.len()));
            self.items.reserve(more(self.items.len()));
            self.before.reserve(more(self.before.len()));
        }
    }

    /// Puts what was read of the next part of the text behind; it starts at byte `start`.
    fn append(&mut self, next: Self, start: u32) {
        let token = self.tokens.len() as u32;
        let (quantity, item) = (self.quantities.len() as u32, self.items.len() as u32);
        self.before.pop();
        self.before.extend(next.before.iter().map(|before| before + item));
        self.tokens.append(&next.tokens, start);
        self.readings.append(&next.readings);
        self.quantities.extend(next.quantities.into_iter().map(|q| q.shifted(start, token)));
        self.dates.extend(next.dates.into_iter().map(|d| d.shifted(start, token)));
        self.items.extend(next.items.into_iter().map(|item| Item {
            token: item.token + token,
            span: item.span.shifted(start),
            kind: if let Kind::Quantity(n) = item.kind { Kind::Quantity(n + quantity) } else { item.kind },
            ..item
        }));
    }

    fn of_part(lexicon: &Lexicon, lang: Lang, text: &str, beside: &Beside) -> Self {
        let tokens = lexicon.tokens_beside(lang, text, beside);
        let readings = lexicon.read(&tokens);
        let (quantities, dates) = (quantities(&tokens), date::candidates(&tokens));
        let mut items = Vec::with_capacity(tokens.len() / 2);
        let mut i = 0;
        let mut of = quantities.iter().enumerate().peekable();
        let mut before = None;
        while i < tokens.len() {
            while let Some((_, quantity)) = of.next_if(|(_, q)| (q.number_tokens.end as usize) <= i) {
                before = Some(quantity);
            }
            match of.peek() {
                // A dual is a noun first: `عامين` is an item as a word, and answers for `two` besides.
                Some((n, q)) if q.number_tokens.contains(&(i as u32)) && q.role != Role::Dual => {
                    let last = q.number_tokens.end as usize - 1;
                    let span = tokens.span(i, last);
                    items.push(Item { token: i as u32, span, kind: Kind::Quantity(*n as u32), sounds: false, p1: quantity_p1(q) });
                    i = last + 1;
                }
                next => {
                    if !next.is_some_and(|(_, q)| names_the_year(&tokens, q, i)) && !before.is_some_and(|q| belongs_to(q, i)) {
                        items.extend(item(&tokens, &readings, i));
                    }
                    i += 1;
                }
            }
        }
        let before = counted(&items, tokens.len());
        Self { tokens, readings, quantities, dates, items, before }
    }

    /// The items whose first tokens lie within `tokens`, as a range of indices.
    pub fn items_within(&self, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let first = self.first_item_from(tokens.start);
        first..self.first_item_from(tokens.end).max(first)
    }

    /// The first item that starts at `token` or behind it.
    #[inline]
    pub fn first_item_from(&self, token: usize) -> usize {
        self.before[token.min(self.before.len() - 1)] as usize
    }

    /// The quantity that item `i` is, if it is one.
    pub fn quantity(&self, i: u32) -> Option<&Quantity> {
        match self.items.get(i as usize)?.kind {
            Kind::Quantity(n) => self.quantities.get(n as usize),
            _ => None,
        }
    }
}

/// How many of `items` start before each of so many tokens, and how many there are.
fn counted(items: &[Item], tokens: usize) -> Vec<u32> {
    let mut item = 0;
    let count = |token| {
        while items.get(item).is_some_and(|i| i.token < token) {
            item += 1;
        }
        item as u32
    };
    (0..=tokens as u32).map(count).collect()
}

/// A text as parts that end where lines end, at least one, each with its first byte.
fn parts(text: &str) -> Vec<(u32, &str)> {
    let (mut parts, mut start) = (Vec::new(), 0);
    while text.len() - start > PART {
        let Some(end) = text.as_bytes()[start + PART..].iter().position(|b| *b == b'\n').map(|at| start + PART + at + 1) else { break };
        parts.push((start as u32, &text[start..end]));
        start = end;
    }
    parts.push((start as u32, &text[start..]));
    parts
}

/// Chance that a number is found again: digits nearly always, vague words less.
fn quantity_p1(quantity: &Quantity) -> f32 {
    match (quantity.weak, quantity.digits, quantity.role) {
        (true, _, _) => 0.3,
        (_, true, _) => 0.96,
        (_, _, Role::Vague | Role::Multiple | Role::Fraction) => 0.8,
        _ => 0.88,
    }
}

/// Whether token `i` only says what the number before it is an amount of: the other text may say so by a sign (`$5m`, `40%`).
fn belongs_to(quantity: &Quantity, i: usize) -> bool {
    matches!(quantity.measure, Measure::Currency(_) | Measure::Percent)
        && quantity.role != Role::Dual
        && (quantity.number_tokens.end..quantity.tokens.end).contains(&(i as u32))
}

/// Whether token `i` is the `عام` of `في عام 2017`, which English does not say.
fn names_the_year(tokens: &Tokens, quantity: &Quantity, i: usize) -> bool {
    let year = tokens.folded(i).trim_start_matches(['و', 'ف', 'ب', 'ل']);
    quantity.maybe_year
        && quantity.number_tokens.start as usize == i + 1
        && matches!(year.strip_prefix("ال").unwrap_or(year), "عام" | "سنه" | "عامي" | "عاما")
}

fn item(tokens: &Tokens, readings: &Readings, i: usize) -> Option<Item> {
    let token = tokens.get(i)?;
    let folded = tokens.folded(i);
    let references = readings.of(i);
    let lang = tokens.lang();
    let kind = match token.kind {
        TokenKind::Symbol | TokenKind::Number => return None,
        TokenKind::Link => Kind::Link,
        TokenKind::Word if words::stands_function(tokens, i) && !is_acronym(token.capital, references) => return None,
        TokenKind::Word if !references.is_empty() => Kind::Word,
        TokenKind::Word if folded.chars().count() < 2 => return None,
        TokenKind::Word if token.capital != Capital::Lower => Kind::Name,
        TokenKind::Word => Kind::Unknown,
    };
    let is_name = lang == Lang::English && token.capital != Capital::Lower && references.iter().any(|r| r.named);
    let p1 = match kind {
        Kind::Word => readings.p1(i).max(if is_name { 0.85 } else { 0.0 }),
        Kind::Name => 0.85,
        Kind::Unknown if lang == Lang::English => 0.3,
        Kind::Unknown => 0.5,
        Kind::Link | Kind::Quantity(_) => 0.7,
    };
    let sounds = match lang {
        // Words that no lexicon lists are often written by their sound: `polonium` and `بولونيوم`.
        Lang::English if kind == Kind::Unknown => folded.len() >= 6,
        Lang::English => {
            matches!(kind, Kind::Name | Kind::Word)
                && token.capital != Capital::Lower
                && (kind == Kind::Name || is_name || !starts_sentence(tokens, token, i))
        }
        Lang::Arabic => matches!(kind, Kind::Name | Kind::Unknown | Kind::Word),
    };
    Some(Item { token: i as u32, span: token.span, kind, sounds, p1 })
}

/// Whether a capital at token `i` may be that of a sentence.
fn starts_sentence(tokens: &Tokens, token: &Token, i: usize) -> bool {
    token.capital == Capital::Initial
        && (i == 0 || tokens.get(i - 1).is_some_and(|before| before.kind == TokenKind::Symbol && tokens.folded(i - 1) != "-"))
}

/// Whether a word that is otherwise a function word is meant as a name here: `US`, `IT`, `WHO`.
fn is_acronym(capital: Capital, references: &[Reference]) -> bool {
    capital == Capital::All && references.iter().any(|r| r.length == 1 && r.named)
}
