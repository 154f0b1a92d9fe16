//! The numbers and dates of a bead, each facing what answers it on the other side.
//!
//! Dates come first: a number that is part of a date which faces another is that date's, and no number any more.

use std::ops::Range;

use crate::anchor::date::{self, Date};
use crate::anchor::quantity::{self, Agreement, Measure, Quantity, Role, agreement};
use crate::lang::Lang;
use crate::span::Span;

use super::unit::{Note, Unit, View, only};

/// How far into an article its dateline may stand, in bytes.
const DATELINE: u32 = 300;

/// What a bead says in figures.
pub struct Figures {
    /// The English numbers that no date claims.
    english: Vec<Quantity>,
    /// The Arabic ones.
    arabic: Vec<Quantity>,
    /// Which number faces which: indices into `english` and `arabic`, as source and target.
    numbers: Vec<quantity::Pairing>,
    /// Which date faces which: indices into the dates of the English and the Arabic view.
    dates: Vec<date::Pairing>,
    /// Lengths of time without number, in the plural, that are no part of a date: `weeks`. English ones first.
    plurals: [Vec<Quantity>; 2],
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
        let answered = |pick: fn(&date::Pairing) -> Option<usize>, all: &[Date]| -> Vec<Range<u32>> {
            dates.iter().filter(|p| p.agreement.is_some()).filter_map(|p| Some(all[pick(p)?].tokens.clone())).collect()
        };
        let (english, english_plurals) = unclaimed(&unit.english, &answered(|p| p.source, of_english));
        let (arabic, arabic_plurals) = unclaimed(&unit.arabic, &answered(|p| p.target, of_arabic));
        let mut numbers = quantity::pair(&english, &arabic);
        face_by_noun(unit, &english, &arabic, &mut numbers);
        part_from_weak(unit, &english, &arabic, &mut numbers);
        Self { english, arabic, numbers, dates, plurals: [english_plurals, arabic_plurals] }
    }

    /// Every number with what faces it, and how the two compare.
    pub fn numbers(&self) -> impl Iterator<Item = (Facing<'_, Quantity>, Option<Agreement>)> {
        self.numbers
            .iter()
            .map(|p| (Facing { english: p.source.map(|i| &self.english[i]), arabic: p.target.map(|i| &self.arabic[i]) }, p.agreement))
    }

    /// The lengths of time of `lang` without number, or with a vague one, that nothing faces: `a month`, `weeks`, `a few days`.
    pub fn vague_times(&self, lang: Lang) -> Vec<&Quantity> {
        let open = |q: &Quantity| q.measure.is_duration() && (q.weak || q.role == Role::Vague);
        let alone = self.numbers().filter_map(|(facing, _)| facing.alone()).filter(|(of, q)| *of == lang && open(q)).map(|(_, q)| q);
        alone.chain(&self.plurals[usize::from(lang == Lang::Arabic)]).collect()
    }

    /// The lengths of time of `lang` that nothing faces, with a number or without.
    pub fn lone_times(&self, lang: Lang) -> Vec<&Quantity> {
        let alone = self.numbers().filter_map(|(facing, _)| facing.alone()).filter(|(of, q)| *of == lang && q.measure.is_duration());
        alone.map(|(_, q)| q).chain(&self.plurals[usize::from(lang == Lang::Arabic)]).collect()
    }

    /// The one length of time that is left over on each side, where they are of another length: `an hour later`, `بعد ساعتين`.
    pub fn other_time(&self) -> Option<(&Quantity, &Quantity)> {
        let left = |lang: Lang| only(self.lone_times(lang).into_iter());
        let (e, a) = (left(Lang::English)?, left(Lang::Arabic)?);
        // Two words of one kind are told apart by their units.
        let vague = |q: &Quantity| q.weak || q.role == Role::Vague;
        let other = matches!(agreement(e, a), Agreement::Different | Agreement::ScaleDiffers);
        (other && !(vague(e) && vague(a) && e.role == a.role && e.low == a.low)).then_some((e, a))
    }

    /// Every date with what faces it, and how the two compare.
    pub fn dates<'a>(&self, unit: &Unit<'a>) -> impl Iterator<Item = (Facing<'a, Date>, Option<date::Agreement>)> {
        let (english, arabic) = (unit.english.dates(), unit.arabic.dates());
        self.dates
            .iter()
            .map(move |p| (Facing { english: p.source.map(|i| &english[i]), arabic: p.target.map(|i| &arabic[i]) }, p.agreement))
    }

    /// Whether a number within `tokens` of `lang` is answered by one on the other side.
    pub fn answers(&self, lang: Lang, tokens: &Range<u32>) -> bool {
        self.numbers().any(|(facing, agreement)| {
            let own = if lang == Lang::English { facing.english } else { facing.arabic };
            let agrees =
                matches!(agreement, Some(Agreement::Same | Agreement::Converted | Agreement::BoundDiffers | Agreement::RoleDiffers));
            agrees && own.is_some_and(|q| meets(&q.number_tokens, tokens))
        })
    }

    /// Whether `quantity` is part of a date of `lang` that faces nothing.
    pub fn of_lone_date(&self, unit: &Unit, lang: Lang, quantity: &Quantity) -> bool {
        self.dates(unit)
            .filter_map(|(facing, _)| facing.alone())
            .any(|(of, d)| of == lang && d.certain && meets(&d.tokens, &quantity.number_tokens))
    }
}

fn meets(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The numbers of a side that are no part of a date that faces another, with the lengths of time of which one is meant; and those of which more
/// are meant.
fn unclaimed(view: &View, claimed: &[Range<u32>]) -> (Vec<Quantity>, Vec<Quantity>) {
    let is_free = |q: &Quantity| q.tokens.end as usize <= view.tokens.1 && !claimed.iter().any(|c| meets(c, &q.number_tokens));
    let said = view.quantities();
    let unsaid = quantity::durations(&view.side.tokens, view.token_range()).into_iter();
    let unsaid = unsaid.filter(|q| is_free(q) && !said.iter().any(|s| meets(&s.tokens, &q.tokens)));
    let (plurals, singles): (Vec<_>, Vec<_>) = unsaid.partition(Quantity::is_range);
    let mut all: Vec<Quantity> = said.iter().filter(|q| is_free(q)).cloned().chain(singles).collect();
    all.sort_by_key(|q| q.tokens.start);
    (all, plurals)
}

/// Whether both count, or both do something else alike: a fifth is no fifth one.
fn alike(english: &Quantity, arabic: &Quantity) -> bool {
    let counts = |q: &Quantity| matches!(q.role, Role::Cardinal | Role::Label | Role::Dual | Role::Vague);
    english.role == arabic.role || counts(english) && counts(arabic) || ranks(english) && ranks(arabic)
}

/// `third`, and the `III` of names.
fn ranks(q: &Quantity) -> bool {
    matches!(q.role, Role::Ordinal | Role::Label)
}

/// Faces numbers that were left over and count the same thing.
fn face_by_noun(unit: &Unit, english: &[Quantity], arabic: &[Quantity], numbers: &mut Vec<quantity::Pairing>) {
    let alone: Vec<usize> = numbers.iter().filter(|p| p.target.is_none()).filter_map(|p| p.source).collect();
    // `the first time` is weak, and so are `II` and a dual with article, but beside its noun it may still face `الثالثة`.
    let certain = |a: &Quantity, b: &Quantity| match (a.weak, b.weak) {
        (false, false) => true,
        (false, true) => b.role == Role::Dual || ranks(a) && ranks(b),
        (true, false) => ranks(a) && ranks(b),
        // `World War II` and الحرب العالمية الأولى.
        (true, true) => ranks(a) && ranks(b) && a.role == Role::Label,
    };
    for e in alone {
        let free = |p: &&quantity::Pairing| {
            p.source.is_none()
                && p.target.is_some_and(|a| {
                    certain(&english[e], &arabic[a]) && alike(&english[e], &arabic[a]) && same_thing(unit, &english[e], &arabic[a])
                })
        };
        let Some(a) = numbers.iter().find(free).and_then(|p| p.target) else { continue };
        numbers.retain(|p| p.target != Some(a));
        if let Some(pairing) = numbers.iter_mut().find(|p| p.source == Some(e)) {
            (pairing.target, pairing.agreement) = (Some(a), Some(agreement(&english[e], &arabic[a])));
        }
    }
}

/// `two women` faces the `ثلاث سيدات` that was left over rather than some word that looks like a dual.
fn part_from_weak(unit: &Unit, english: &[Quantity], arabic: &[Quantity], numbers: &mut Vec<quantity::Pairing>) {
    let alone: Vec<usize> = numbers.iter().filter(|p| p.source.is_none()).filter_map(|p| p.target).filter(|a| !arabic[*a].weak).collect();
    for a in alone {
        let count = |q: &Quantity| !q.weak && matches!(q.role, Role::Cardinal | Role::Label);
        let spurious = |p: &&mut quantity::Pairing| {
            let (Some(e), Some(weak)) = (p.source.map(|e| &english[e]), p.target.map(|w| &arabic[w])) else { return false };
            count(e) && count(&arabic[a]) && weak.weak && same_thing(unit, e, &arabic[a]) && !same_thing(unit, e, weak)
        };
        let Some(pairing) = numbers.iter_mut().find(spurious) else { continue };
        pairing.target = Some(a);
        pairing.agreement = pairing.source.map(|e| agreement(&english[e], &arabic[a]));
        numbers.retain(|p| p.source.is_some() || p.target != Some(a));
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
    let noun = quantity
        .noun
        .filter(|n| *n == quantity.tokens.end && (*n as usize) < unit.view(lang).tokens.1)
        .and_then(|n| tokens.get(n as usize));
    noun.map_or(quantity.span, |n| quantity.span.cover(n.span))
}

/// The item of the noun that a number counts.
pub fn noun(view: &View, quantity: &Quantity) -> Option<u32> {
    view.item_at(quantity.noun? as usize)
}

/// Whether two numbers count or measure the same thing: of one unit, or beside words that answer for each other.
pub fn same_thing(unit: &Unit, english: &Quantity, arabic: &Quantity) -> bool {
    /// How far from a number the noun may stand that it counts.
    const NEAR: u32 = 3;
    if english.measure != Measure::None || arabic.measure != Measure::None {
        return english.measure == arabic.measure;
    }
    let (e, a) = (&english.number_tokens, &arabic.number_tokens);
    // The noun stands behind the number in English, but before that of `Phase II`; on either side of it in Arabic; a dual is its own noun.
    let named = u32::from(english.role == Role::Label);
    let behind = e.start.saturating_sub(named) as usize..(e.end + NEAR) as usize;
    let around = a.start.saturating_sub(2) as usize..(a.end + NEAR) as usize;
    let around = if arabic.role == Role::Dual { a.start as usize..a.end as usize } else { around };
    let items = |view: &View, tokens: Range<usize>| view.side.items_within(view.about(tokens, 0, 0));
    let around = items(&unit.arabic, around);
    items(&unit.english, behind).any(|i| unit.partner(Lang::English, i as u32).is_some_and(|p| around.contains(&(p as usize))))
}

/// Whether any of `tokens` of `lang` is in a nearby bead what it lacks here.
pub fn elsewhere(unit: &Unit, lang: Lang, tokens: &Range<u32>) -> bool {
    let items = unit.view(lang).side.items_within(tokens.start as usize..tokens.end as usize);
    items.into_iter().any(|i| unit.context.elsewhere(lang, i as u32))
}

/// That the translation has other words than the source, with both as they stand.
pub(super) fn other_words(unit: &Unit, english: Span, arabic: Span, odds: f32) -> Note {
    let quoted = unit.quoted(Some(english), Some(arabic));
    let message = sentence(&format!("“{}”", quoted.expected), &format!("“{}”", quoted.found));
    Note { message, odds, ..quoted }
}

/// `The source says 5; the translation says 6.`
pub fn sentence(expected: &str, found: &str) -> String {
    match (expected, found) {
        (said, "") => format!("The source says {said}; the translation does not."),
        ("", said) => format!("The translation says {said}; the source does not."),
        (said, other) => format!("The source says {said}; the translation says {other}."),
    }
}
