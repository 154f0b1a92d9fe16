//! Shares: `نصف`, `ثلثي`, `ثلاثة أرباع المليون`, `نصفهم`.

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::ordinal::ordinal;
use super::word::{Peeled, Word, peel, word};
use crate::anchor::quantity::Role;
use crate::anchor::quantity::number::Number;
use crate::anchor::quantity::numeral;
use crate::anchor::quantity::vocabulary::{self, Class};

/// `ثلاثة أرباع`, `أربعة أخماس`, `3 أرباع`.
pub(super) fn part(tokens: &Tokens, i: usize) -> Option<Number> {
    let below = word(tokens, i + 1, &[Class::Part]).or_else(|| possessed(tokens, i + 1, Class::Part)).filter(|w| !w.peeled.waw)?;
    let above = match word(tokens, i, &[Class::Unit]) {
        Some(above) => above.meaning.value,
        None => numeral::read(tokens, i).filter(|n| n.plain && n.length == 1)?.value,
    };
    let mut number = Number::words(i..i + 2, above * below.meaning.value, Role::Fraction);
    of_scale(tokens, &mut number);
    Some(number)
}

/// `نصف`, `ثلثي`, `ربع مليون`, `نصفهم`.
pub(super) fn fraction(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Fraction]).or_else(|| possessed(tokens, i, Class::Fraction))?;
    // `ربع النهائي` is a round of a cup.
    let next = tokens.folded(i + 1);
    if matches!(next, "نهايي" | "النهايي" | "نهايييه" | "نهاييه" | "النهاييه") {
        return None;
    }
    let mut number = Number::words(i..i + 1, found.meaning.value, Role::Fraction);
    // `ثلثا` is two thirds, and a third in the accusative.
    let readings = || vocabulary::meanings(Lang::Arabic, found.peeled.stem).iter().filter(|m| m.class == Class::Fraction);
    if let Some(more) = readings().map(|m| m.value).find(|v| *v > number.low) {
        // Before an article it can only be a dual in construct: `ثلثا الناخبين`.
        number.other = (!next.starts_with("ال")).then_some(number.low);
        (number.low, number.high) = (more, more);
    }
    number.definite = found.peeled.definite;
    number.weak = found.peeled.waw || next == "ذلك" || (number.definite && ordinal(tokens, i + 1).is_some());
    of_scale(tokens, &mut number);
    Some(number)
}

/// `نصفهم`, `ثلثاها`, `ثلاثتهم`: with a possessive ending.
fn possessed(tokens: &Tokens, i: usize, class: Class) -> Option<Word<'_>> {
    const ENDINGS: [&str; 6] = ["هم", "ها", "هن", "نا", "كم", "ه"];
    peel(tokens.folded(i)).filter(|p| !p.definite).find_map(|peeled| {
        let stem = ENDINGS.iter().find_map(|ending| peeled.stem.strip_suffix(ending))?;
        let meaning = vocabulary::meaning(Lang::Arabic, stem, &[class])
            .filter(|m| stem.chars().count() > 2 && (class == Class::Part || m.value >= 0.25))?;
        Some(Word { meaning, peeled: Peeled { stem, ..peeled } })
    })
}

/// `نصف مليون`, `ثلاثة أرباع المليون`.
fn of_scale(tokens: &Tokens, number: &mut Number) {
    let Some(scale) = word(tokens, number.tokens.end, &[Class::Scale, Class::Dozen]).filter(|w| !w.peeled.waw && !w.peeled.preposition)
    else {
        return;
    };
    number.times(scale.meaning.value);
    number.scale = scale.meaning.value;
    number.role = Role::Cardinal;
    number.weak = false;
    number.tokens.end += 1;
}
