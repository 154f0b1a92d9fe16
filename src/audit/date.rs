//! Rule date-mismatch: another day, month, year or time.

use super::figures::{Facing, Figures, in_order};
use super::unit::{Note, Unit};
use crate::anchor::date::{Date, describe};

/// Looks at every date of a bead.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = Figures::new(unit);
    for (facing, agreement) in figures.dates(unit) {
        if agreement.is_some_and(|a| a.agrees()) {
            continue;
        }
        let odds = if facing.both().is_some() { 2.0 } else { 0.2 };
        notes.push(note(unit, &facing, odds));
    }
}

fn note(unit: &Unit, facing: &Facing<Date>, odds: f32) -> Note {
    let say = |d: Option<&Date>| d.map_or_else(String::new, describe);
    let (expected, found) = in_order(unit, say(facing.english), say(facing.arabic));
    let message = match (expected.as_str(), found.as_str()) {
        (said, "") => format!("The source says {said}; the translation does not."),
        ("", said) => format!("The translation says {said}; the source does not."),
        (said, other) => format!("The source says {said}; the translation says {other}."),
    };
    let span = |d: Option<&Date>| d.map(|d| d.span);
    Note { english: span(facing.english), arabic: span(facing.arabic), expected, found, message, odds, kind: None, severity: None }
}
