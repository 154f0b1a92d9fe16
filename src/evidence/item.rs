//! Items: the parts of a text that must be accounted for on the other side.

use crate::lang::Lang;
use crate::lang::token::{Capital, Kind as TokenKind, Tokens};
use crate::lexicon::{Class, Lexicon, Readings, Reference, words};
use crate::span::Span;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word that the lexicon knows.
    Word,
    /// A word with a capital that the lexicon does not know.
    Name,
    /// A number in digits.
    Number(f64),
    /// A word that the lexicon does not know, without a capital.
    Unknown,
    /// A web address or a handle.
    Link,
}

/// One item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Its token.
    pub token: u32,
    /// Its place in the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Chance that it is found on the other side of a true translation.
    pub p1: f32,
}

/// A text, read: its tokens, what they may mean, and its items.
#[derive(Clone, Debug)]
pub struct Side {
    /// Tokens.
    pub tokens: Tokens,
    /// What they may mean.
    pub readings: Readings,
    /// Items, in order.
    pub items: Vec<Item>,
}

impl Side {
    /// Reads `text`.
    pub fn new(lexicon: &Lexicon, lang: Lang, text: &str) -> Self {
        let tokens = lexicon.tokens(lang, text);
        let readings = lexicon.read(&tokens);
        let items = (0..tokens.len()).filter_map(|i| item(lexicon, &tokens, &readings, i)).collect();
        Self { tokens, readings, items }
    }

    /// The items whose tokens lie within `tokens`, as a range of indices.
    pub fn items_within(&self, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let first = self.items.partition_point(|i| (i.token as usize) < tokens.start);
        let last = self.items.partition_point(|i| (i.token as usize) < tokens.end);
        first..last
    }
}

fn item(lexicon: &Lexicon, tokens: &Tokens, readings: &Readings, i: usize) -> Option<Item> {
    let token = tokens.get(i)?;
    let folded = tokens.folded(i);
    let references = readings.of(i);
    let lang = tokens.lang();
    let kind = match token.kind {
        TokenKind::Symbol => return None,
        TokenKind::Link => Kind::Link,
        TokenKind::Number => Kind::Number(number(folded)?),
        TokenKind::Word if words::is_function(lang, folded) && !is_acronym(lexicon, token.capital, references) => return None,
        TokenKind::Word if !references.is_empty() => Kind::Word,
        TokenKind::Word if folded.chars().count() < 2 => return None,
        TokenKind::Word if token.capital != Capital::Lower => Kind::Name,
        TokenKind::Word => Kind::Unknown,
    };
    let p1 = match kind {
        Kind::Word => {
            let of = |id| match lang {
                Lang::English => lexicon.concept_p1(id),
                Lang::Arabic => lexicon.form_p1(id),
            };
            let p1 = references.iter().map(|r| of(r.id)).fold(0.0, f32::max);
            if lang == Lang::English && token.capital != Capital::Lower && lexicon.class_of(readings, i).is_some_and(Class::is_name) { p1.max(0.85) } else { p1 }
        }
        Kind::Number(_) => 0.93,
        Kind::Name => 0.8,
        Kind::Unknown => if lang == Lang::English { 0.3 } else { 0.45 },
        Kind::Link => 0.7,
    };
    Some(Item { token: i as u32, span: token.span, kind, p1 })
}

/// Whether a word that is otherwise a function word is meant as a name here: `US`, `IT`, `WHO`.
fn is_acronym(lexicon: &Lexicon, capital: Capital, references: &[Reference]) -> bool {
    capital == Capital::All && references.iter().any(|r| r.length == 1 && lexicon.class(r.id).is_name())
}

/// The value of a number token as it is written, without its scale word.
fn number(folded: &str) -> Option<f64> {
    let plain: String = folded.chars().filter(|c| !matches!(c, ',' | '٬' | '،')).map(|c| if c == '٫' { '.' } else { c }).collect();
    plain.parse().ok()
}
