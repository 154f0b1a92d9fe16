//! Rule unit-or-currency-mismatch: the same number of something else.

use super::figures::{Figures, in_order, sentence, words};
use super::unit::{Note, Unit, View};
use crate::anchor::quantity::{Agreement, Measure, Quantity, Role, describe};
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
            Some(Agreement::Same) if age(&unit.english, e, a) => notes.push(note(unit, e, a, 1.0)),
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

/// `West, 41, has said` is 41 years old, not `41 شهرا`.
fn age(view: &View, e: &Quantity, a: &Quantity) -> bool {
    let comma = |i: u32| view.folded(i as usize) == ",";
    let bare = e.digits && e.measure == Measure::None && e.role == Role::Cardinal && e.low < 120.0;
    let other = matches!(a.measure, Measure::Unit(u) if u.dimension == "duration" && !u.name.starts_with("year"));
    bare && other && e.tokens.start > 0 && comma(e.tokens.start - 1) && comma(e.tokens.end)
}

/// `a month` and `أسبوع`, `weeks` and `أشهر`: one length of time without a number that is left over on each side, of two units.
fn unsaid(figures: &Figures) -> Option<(&Quantity, &Quantity)> {
    let (mut english, mut arabic) = (figures.vague_times(Lang::English), figures.vague_times(Lang::Arabic));
    english.retain(|e| {
        let same = arabic.iter().position(|a| a.measure == e.measure);
        same.map(|i| arabic.remove(i)).is_none()
    });
    let [e, a] = [&english[..], &arabic[..]].map(|left| if let [one] = left { Some(*one) } else { None });
    e.zip(a).filter(|(e, a)| e.role == a.role)
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
