//! Rule name-mismatch: a person, place or organisation that has become another, or has lost its name.

mod arabic;
mod english;
mod slot;
mod sort;

use super::unit::{Note, Unit};
use arabic::{Left, Reading};
use english::{Name, Part, nearness, names};
use sort::Sorts;
use crate::finding::Severity;
use crate::lang::Lang;
use crate::span::Span;

/// An English name that the Arabic side does not have.
#[derive(Debug)]
struct Lost {
    parts: Vec<Part>,
    span: Span,
    sorts: Sorts,
    first: bool,
    /// How many words carry it.
    words: usize,
    nearness: f32,
}

/// Another name, or none, in the place of a name.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let reading = Reading::new(unit);
    let names = names(unit, &reading);
    let lost: Vec<Lost> = names.iter().flat_map(|n| lost(unit, &reading, n)).filter(|l| l.nearness > ALIKE).collect();
    let left = reading.left(unit);
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (l, name) in lost.iter().enumerate() {
        pairs.extend(left.iter().enumerate().map(|(a, other)| (facing(unit, name, other), l, a)).filter(|p| p.0 > -2.0));
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut of_lost, mut of_left) = (vec![false; lost.len()], vec![false; left.len()]);
    for (odds, l, a) in pairs {
        if of_lost[l] || of_left[a] {
            continue;
        }
        if odds > 0.0 {
            (of_lost[l], of_left[a]) = (true, true);
        }
        notes.push(replaced(unit, lost[l].span, left[a].span, odds));
    }
    for (name, _) in lost.iter().zip(&of_lost).filter(|(_, paired)| !**paired) {
        notes.push(alone(unit, Lang::English, name.span, gone(unit, name, &names)));
    }
    for (name, _) in left.iter().zip(&of_left).filter(|(_, paired)| !**paired) {
        notes.push(alone(unit, Lang::Arabic, name.span, extra(unit, name)));
    }
    notes.retain(|n| n.odds > -2.0);
}

/// Names as near as this, in letters per letter, are one name.
const ALIKE: f32 = 0.24;

/// Log odds that `other` stands in the place of `name`.
fn facing(unit: &Unit, name: &Lost, other: &Left) -> f32 {
    let gap = slot::gap(unit, name.parts[0].tokens.start, &other.tokens);
    let distance = slot::distance(unit, &name.parts, &other.tokens);
    let (known, other_known) = (name.parts.iter().any(|p| !p.concepts.is_empty()), !other.concepts.is_empty());
    if other.common || distance < ALIKE || name.is_unknown_acronym() {
        return f32::NEG_INFINITY;
    }
    let mut odds = match (known, other_known) {
        (true, true) if name.sorts.agree(other.sorts) => 2.5,
        (true, true) => -0.5,
        (false, true) => 1.0,
        (true, false) => 0.5,
        (false, false) if distance > 0.5 => 0.5,
        (false, false) => -0.5,
    };
    odds += match gap {
        0..=2 => 0.5,
        3..=5 => 0.0,
        _ if known && other_known => -0.5,
        _ => -1.5,
    };
    if name.words > 1 && other.tokens.len() > 1 {
        odds += 0.5;
    }
    odds
}

/// Log odds that a name without counterpart was lost.
fn gone(_unit: &Unit, name: &Lost, _names: &[Name]) -> f32 {
    let known = name.parts.iter().any(|p| !p.concepts.is_empty());
    let common = name.parts.iter().all(|p| p.common);
    if name.is_unknown_acronym() || (common && name.first) {
        return f32::NEG_INFINITY;
    }
    let mut odds = match (known, name.sorts) {
        (true, s) if s.may_be(Sorts::PLACE) => 1.0,
        (true, s) if s.is(Sorts::PEOPLE) => 0.3,
        (true, s) if s.may_be(Sorts::ORGANISATION) => 0.5,
        (true, _) if name.words > 1 => 1.0,
        (true, _) => -0.7,
        (false, _) if name.words > 1 => 0.7,
        (false, _) => -0.5,
    };
    if common {
        odds -= 1.0;
    }
    if name.first {
        odds -= 0.5;
    }
    odds
}

/// Log odds that an Arabic name without counterpart was put in, or lost from an Arabic source.
fn extra(_unit: &Unit, other: &Left) -> f32 {
    if other.common || other.concepts.is_empty() || other.sorts.is(Sorts::PEOPLE) {
        return f32::NEG_INFINITY;
    }
    0.2
}

impl Lost {
    /// Letters that no gazetteer knows: a translation may spell them out.
    fn is_unknown_acronym(&self) -> bool {
        self.parts.iter().all(|p| p.acronym && p.concepts.is_empty())
    }
}

/// Another name stands in the place of one.
fn replaced(unit: &Unit, english: Span, arabic: Span, odds: f32) -> Note {
    let (name, other) = (unit.english.words(english).to_owned(), unit.arabic.words(arabic).to_owned());
    let (expected, found) = if unit.source() == Lang::English { (name, other) } else { (other, name) };
    let message = format!("The source names {expected}; the translation has {found} in its place.");
    Note { english: Some(english), arabic: Some(arabic), expected, found, message, odds, kind: None, severity: None }
}

/// A name of one side that the other has not.
fn alone(unit: &Unit, lang: Lang, span: Span, odds: f32) -> Note {
    let words = unit.view(lang).words(span).to_owned();
    let source = lang == unit.source();
    let message = if source { format!("The source names {words}; the translation does not.") } else { format!("The translation names {words}; the source does not.") };
    let (expected, found) = if source { (words, String::new()) } else { (String::new(), words) };
    let (english, arabic) = if lang == Lang::English { (Some(span), None) } else { (None, Some(span)) };
    Note { english, arabic, expected, found, message, odds, kind: Some(unit.one_sided(lang)), severity: Some(Severity::Major) }
}

/// The parts of a name that the Arabic side should have and has not.
fn lost(unit: &Unit, reading: &Reading, name: &Name) -> Vec<Lost> {
    let telling = |p: &Part| !p.concepts.is_empty() || !p.common;
    let make = |parts: Vec<Part>| {
        let words = parts.iter().map(|p| p.tokens.len()).sum();
        let sorts = parts.iter().map(|p| p.sorts).find(|s| *s != Sorts::ANY).unwrap_or(Sorts::ANY);
        let (first, last) = (parts[0].tokens.start, parts[parts.len() - 1].tokens.end);
        let span = unit.english.side.tokens.span(first, last - 1);
        let first = name.first && first == name.tokens().start;
        let nearness = nearness(unit, reading, &parts);
        Lost { span, sorts, first, words, nearness, parts }
    };
    if !name.parts.iter().any(telling) {
        return Vec::new();
    }
    if name.is_personal() {
        // One part of a person's name is enough.
        let found = name.parts.iter().any(|p| p.found.is_some());
        return if found { Vec::new() } else { vec![make(name.parts.clone())] };
    }
    // Each place and organisation of a longer name for itself.
    let lost = name.parts.iter().filter(|p| p.found.is_none() && telling(p));
    lost.filter(|p| !p.concepts.is_empty() || name.parts.iter().all(|p| p.found.is_none())).map(|p| make(vec![p.clone()])).collect()
}
