//! The numbers and dates of a bead, each facing what answers it on the other side.
//!
//! Dates come first: a number that is part of a date which faces another is that date's, and no number any more.

use crate::anchor::date::{self, Date};
use crate::anchor::quantity::{self, Agreement, Quantity};
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::span::Span;

use super::unit::Unit;

/// How far into an article its dateline may stand, in bytes.
const DATELINE: u32 = 300;

/// What a bead says in figures.
pub struct Figures {
    /// The English numbers that no date claims.
    pub english: Vec<Quantity>,
    /// The Arabic ones.
    pub arabic: Vec<Quantity>,
    /// Which number faces which: indices into `english` and `arabic`, as source and target.
    pub numbers: Vec<quantity::Pairing>,
    /// Which date faces which: indices into the dates of the English and the Arabic view.
    pub dates: Vec<date::Pairing>,
}

/// A number or date and what faces it.
#[derive(Clone, Copy, Debug)]
pub struct Facing<'a, T> {
    /// In the English text.
    pub english: Option<&'a T>,
    /// In the Arabic text.
    pub arabic: Option<&'a T>,
}

impl<'a, T> Facing<'a, T> {
    /// The only one, with its language, where nothing faces it.
    pub const fn alone(&self) -> Option<(Lang, &'a T)> {
        match (self.english, self.arabic) {
            (Some(one), None) => Some((Lang::English, one)),
            (None, Some(one)) => Some((Lang::Arabic, one)),
            _ => None,
        }
    }

    /// Both.
    pub const fn both(&self) -> Option<(&'a T, &'a T)> {
        match (self.english, self.arabic) {
            (Some(english), Some(arabic)) => Some((english, arabic)),
            _ => None,
        }
    }
}

impl Figures {
    /// Faces the figures of both sides of `unit`.
    pub fn new(unit: &Unit) -> Self {
        let (of_english, of_arabic) = (unit.english.dates(), unit.arabic.dates());
        let dates = date::pair(of_english, of_arabic, dateline(unit));
        let answered = |pick: fn(&date::Pairing) -> Option<usize>, all: &[Date]| -> Vec<std::ops::Range<u32>> {
            dates.iter().filter(|p| p.agreement.is_some()).filter_map(|p| Some(all[pick(p)?].tokens.clone())).collect()
        };
        let free = |claimed: &[std::ops::Range<u32>], all: &[Quantity]| -> Vec<Quantity> {
            let is_free = |q: &&Quantity| !claimed.iter().any(|c| c.start < q.number_tokens.end && q.number_tokens.start < c.end);
            all.iter().filter(is_free).cloned().collect()
        };
        let english = free(&answered(|p| p.source, of_english), unit.english.quantities());
        let arabic = free(&answered(|p| p.target, of_arabic), unit.arabic.quantities());
        let numbers = quantity::pair(&english, &arabic);
        Self { english, arabic, numbers, dates }
    }

    /// Every number with what faces it, and how the two compare.
    pub fn numbers(&self) -> impl Iterator<Item = (Facing<'_, Quantity>, Option<Agreement>)> {
        self.numbers.iter().map(|p| (Facing { english: p.source.map(|i| &self.english[i]), arabic: p.target.map(|i| &self.arabic[i]) }, p.agreement))
    }

    /// Every date with what faces it, and how the two compare.
    pub fn dates<'a>(&self, unit: &Unit<'a>) -> impl Iterator<Item = (Facing<'a, Date>, Option<date::Agreement>)> {
        let (english, arabic) = (unit.english.dates(), unit.arabic.dates());
        self.dates.iter().map(move |p| (Facing { english: p.source.map(|i| &english[i]), arabic: p.target.map(|i| &arabic[i]) }, p.agreement))
    }
}

/// The date that the source stands under, where beads follow each other as an article.
fn dateline<'a>(unit: &Unit<'a>) -> Option<&'a Date> {
    let side = unit.view(unit.source()).side;
    let full = |d: &&Date| d.value.month.is_some() && (d.value.day.is_some() || d.value.year.is_some());
    side.dates.iter().take_while(|d| unit.context.coherent && d.span.start < DATELINE).find(full)
}

/// The words of a number with the noun that it counts.
pub fn words(unit: &Unit, lang: Lang, quantity: &Quantity) -> Span {
    let tokens = &unit.view(lang).side.tokens;
    let noun = quantity.noun.filter(|n| *n == quantity.tokens.end).and_then(|n| tokens.get(n as usize));
    noun.map_or(quantity.span, |n| quantity.span.cover(n.span))
}

/// Whether the nouns that two numbers count answer for each other.
pub fn same_noun(unit: &Unit, english: &Quantity, arabic: &Quantity) -> bool {
    let item = |lang, q: &Quantity| {
        let token = q.noun?;
        let view = unit.view(lang);
        let i = view.side.items.partition_point(|i| i.token < token) as u32;
        (view.item_range().contains(&i) && view.item(i).token == token).then_some(i)
    };
    let (Some(e), Some(a)) = (item(Lang::English, english), item(Lang::Arabic, arabic)) else { return false };
    unit.partner(Lang::English, e) == Some(a)
}

/// The item that a number is, where it is one.
pub fn item(unit: &Unit, lang: Lang, quantity: &Quantity) -> Option<u32> {
    let view = unit.view(lang);
    let i = view.side.items.partition_point(|i| i.token < quantity.number_tokens.start) as u32;
    (view.item_range().contains(&i) && matches!(view.item(i).kind, Kind::Quantity(_))).then_some(i)
}

/// What the source says and what the translation says, in this order, of a fact in English and in Arabic.
pub fn in_order<T>(unit: &Unit, english: T, arabic: T) -> (T, T) {
    if unit.source() == Lang::English { (english, arabic) } else { (arabic, english) }
}
