//! Rule number-mismatch: a number that has become another one, or is gone.

use super::figures::{Facing, Figures, in_order, item, same_noun, words};
use super::unit::{Note, Unit};
use crate::anchor::quantity::{Agreement, Bound, Quantity, Role, describe};
use crate::lang::Lang;

/// Looks at every number of a bead.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = Figures::new(unit);
    for (facing, agreement) in figures.numbers() {
        let odds = match (facing.both(), agreement) {
            (Some((e, a)), Some(agreement)) => changed(unit, e, a, agreement),
            _ => alone(unit, &facing),
        };
        let Some(odds) = odds else { continue };
        notes.push(note(unit, &facing, odds));
    }
}

/// How sure it is that two numbers that face each other should be one.
fn changed(unit: &Unit, e: &Quantity, a: &Quantity, agreement: Agreement) -> Option<f32> {
    let certain = 2.0 + if e.digits && a.digits { 1.0 } else { 0.0 } + if same_noun(unit, e, a) { 1.0 } else { 0.0 };
    match agreement {
        Agreement::Different | Agreement::ScaleDiffers => Some(certain),
        Agreement::RoleDiffers => Some(0.5),
        Agreement::BoundDiffers if opposite(e.bound, a.bound) => Some(1.5),
        _ => None,
    }
}

fn opposite(a: Bound, b: Bound) -> bool {
    matches!((a, b), (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast))
}

/// How sure it is that a number without counterpart should have one.
fn alone(unit: &Unit, facing: &Facing<Quantity>) -> Option<f32> {
    let (lang, q) = facing.alone()?;
    let counted = matches!(q.role, Role::Cardinal) && q.low > 2.0;
    let elsewhere = item(unit, lang, q).is_some_and(|i| unit.context.elsewhere(lang, i));
    (counted && !q.weak && !elsewhere).then_some(if q.digits { 1.0 } else { 0.2 })
}

fn note(unit: &Unit, facing: &Facing<Quantity>, odds: f32) -> Note {
    let say = |q: Option<&Quantity>| q.map_or_else(String::new, describe);
    let (expected, found) = in_order(unit, say(facing.english), say(facing.arabic));
    let message = match (expected.as_str(), found.as_str()) {
        (said, "") => format!("The source says {said}; the translation does not."),
        ("", said) => format!("The translation says {said}; the source does not."),
        (said, other) => format!("The source says {said}; the translation says {other}."),
    };
    Note {
        english: facing.english.map(|q| words(unit, Lang::English, q)),
        arabic: facing.arabic.map(|q| words(unit, Lang::Arabic, q)),
        expected,
        found,
        message,
        odds,
        kind: None,
        severity: None,
    }
}
