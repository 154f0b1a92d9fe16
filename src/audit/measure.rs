//! Rule unit-or-currency-mismatch: the same number of something else.

use super::figures::{Figures, in_order, sentence, words};
use super::unit::{Note, Unit};
use crate::anchor::quantity::{Agreement, Measure, Quantity, describe};
use crate::lang::Lang;

/// Looks at what every number of a bead measures.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = Figures::new(unit);
    for (facing, agreement) in figures.numbers() {
        let Some((e, a)) = facing.both() else { continue };
        match agreement {
            Some(Agreement::UnitDiffers | Agreement::CurrencyDiffers) => notes.push(note(unit, e, a, 2.5)),
            Some(Agreement::Same) if too_hot(e, a) || too_hot(a, e) => notes.push(note(unit, e, a, 1.0)),
            _ => {}
        }
    }
    notes.extend(unsaid(&figures).map(|(e, a)| note(unit, e, a, 1.5)));
}

/// `80 degrees` of the weather is Fahrenheit: nowhere on earth were there ever 57 degrees Celsius in the shade.
fn too_hot(plain: &Quantity, celsius: &Quantity) -> bool {
    let unit = |q: &Quantity, name: &str| matches!(q.measure, Measure::Unit(u) if u.name == name);
    unit(plain, "degree") && unit(celsius, "Celsius") && (57.0..130.0).contains(&plain.low)
}

/// `a month` and `أسبوع`: one length of time without a number that is left over on each side, of two units.
fn unsaid(figures: &Figures) -> Option<(&Quantity, &Quantity)> {
    let left = |lang: Lang| {
        let alone = figures.numbers().filter_map(|(facing, _)| facing.alone());
        let mut times = alone.filter(move |(of, q)| *of == lang && q.weak && q.measure.is_duration()).map(|(_, q)| q);
        times.next().filter(|_| times.next().is_none())
    };
    let (e, a) = (left(Lang::English)?, left(Lang::Arabic)?);
    (e.role == a.role && e.measure != a.measure).then_some((e, a))
}

fn note(unit: &Unit, e: &Quantity, a: &Quantity, odds: f32) -> Note {
    let (expected, found) = in_order(unit, describe(e), describe(a));
    Note {
        english: Some(words(unit, Lang::English, e)),
        arabic: Some(words(unit, Lang::Arabic, a)),
        message: sentence(&expected, &found),
        expected,
        found,
        odds,
        kind: None,
        severity: None,
    }
}
