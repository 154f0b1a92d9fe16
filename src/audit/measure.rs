//! Rule unit-or-currency-mismatch: the same number of something else.

use super::figures::{Figures, in_order, words};
use super::unit::{Note, Unit};
use crate::anchor::quantity::{Agreement, describe};
use crate::lang::Lang;

/// Looks at what every number of a bead measures.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    for (facing, agreement) in Figures::new(unit).numbers() {
        let (Some((e, a)), Some(Agreement::UnitDiffers | Agreement::CurrencyDiffers)) = (facing.both(), agreement) else { continue };
        let (expected, found) = in_order(unit, describe(e), describe(a));
        notes.push(Note {
            english: Some(words(unit, Lang::English, e)),
            arabic: Some(words(unit, Lang::Arabic, a)),
            message: format!("The source says {expected}; the translation says {found}."),
            expected,
            found,
            odds: 2.5,
            kind: None,
            severity: None,
        });
    }
}
