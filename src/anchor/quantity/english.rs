//! English numbers: `two and a half million`, `1.2bn`, `twenty-first`, `three quarters`, `dozens`, `a couple`, `World War II`.

mod cardinal;
mod name;
mod ordinal;
mod share;

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::Role;
use super::number::{FEW, GREATEST, Number, VAGUE};
use super::numeral;
use super::scan::{self, glued};
use super::vocabulary::{self, Class, Meaning};

use cardinal::cardinal;
use share::fraction;

/// Whether a number may start with this word.
pub(super) fn may_start(word: &str) -> bool {
    matches!(word, "a" | "an" | "and" | "few" | "several" | "handful" | "half" | "quarter")
        || !vocabulary::meanings(Lang::English, word).is_empty()
        || name::may_start(word)
}

/// The number that starts at token `i`.
pub(super) fn read(tokens: &Tokens, i: usize) -> Option<Number> {
    fraction(tokens, i)
        .or_else(|| few(tokens, i))
        .or_else(|| vague(tokens, i))
        .or_else(|| decade(tokens, i))
        .or_else(|| cardinal(tokens, i))
        .or_else(|| multiple_or_group(tokens, i))
        .or_else(|| name::roman(tokens, i))
        .or_else(|| name::code(tokens, i))
}

/// `a few hundred`, `several dozen`, `a handful`, `a couple of thousand`.
fn few(tokens: &Tokens, i: usize) -> Option<Number> {
    let at = i + usize::from(article(tokens, i));
    let (low, high) = match tokens.folded(at) {
        "few" | "several" | "handful" => FEW,
        "couple" if at > i => (2.0, 3.0),
        _ => return None,
    };
    let next = at + 1 + usize::from(tokens.folded(at + 1) == "of");
    if let Some(scale) = meaning(tokens, next, &[Class::Hundred, Class::Scale, Class::Dozen, Class::Vague]) {
        let above = meaning(tokens, next + 1, &[Class::Scale]);
        let value = scale.value * above.map_or(1.0, |m| m.value);
        return Some(Number::vague(i..next + 1 + usize::from(above.is_some()), low, high, value));
    }
    Some(Number::vague(i..at + 1, low, high, 1.0).weak())
}

/// `dozens`, `hundreds of thousands`, `millions`.
fn vague(tokens: &Tokens, i: usize) -> Option<Number> {
    let mut value = meaning(tokens, i, &[Class::Vague])?.value;
    let mut end = i + 1;
    while value < GREATEST
        && tokens.folded(end) == "of"
        && let Some(more) = meaning(tokens, end + 1, &[Class::Vague])
    {
        value *= more.value;
        end += 2;
    }
    Some(Number::vague(i..end, VAGUE.0, VAGUE.1, value))
}

/// `1980s`, `the '90s`, `the nineties`.
fn decade(tokens: &Tokens, i: usize) -> Option<Number> {
    if let Some(decade) = meaning(tokens, i, &[Class::Decade]) {
        return Some(Number { maybe_year: true, ..Number::words(i..i + 1, decade.value, Role::Decade) });
    }
    // `under-30s` are no decade.
    if scan::hyphen(tokens, i.wrapping_sub(1)) && matches!(scan::before(tokens, i.wrapping_sub(1)), "under" | "over") {
        return None;
    }
    let numeral = numeral::read(tokens, i).filter(|n| n.plain && n.value % 10.0 == 0.0 && matches!(n.length, 2 | 4))?;
    let apostrophe = usize::from(matches!(tokens.folded(numeral.end), "'" | "’") && glued(tokens, numeral.end));
    let s = numeral.end + apostrophe;
    let named = tokens.folded(s) == "s" && glued(tokens, s);
    named.then(|| Number { role: Role::Decade, maybe_year: true, tokens: i..s + 1, ..Number::digits(i, numeral) })
}

/// `twice`, `double`, `both`, `pair`.
fn multiple_or_group(tokens: &Tokens, i: usize) -> Option<Number> {
    let Meaning { value, class } = meaning(tokens, i, &[Class::Multiple, Class::Group])?;
    let role = if class == Class::Multiple { Role::Multiple } else { Role::Cardinal };
    let number = Number::words(i..i + 1, value, role);
    Some(if tokens.folded(i) == "twice" { number } else { number.weak() })
}

/// Token `i` as a number word of one of `classes`.
fn meaning(tokens: &Tokens, i: usize, classes: &[Class]) -> Option<Meaning> {
    scan::word(tokens, i).then(|| vocabulary::meaning(Lang::English, tokens.folded(i), classes)).flatten()
}

/// Whether token `i` is the article `a`.
fn article(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.folded(i), "a" | "an")
}
