//! Rule untranslated: words left in the language of the source.

use super::unit::{Note, Unit};

/// Words left in the language of the source.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let _ = (unit, notes);
}
