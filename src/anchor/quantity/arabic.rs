//! Arabic numbers: `خمسة وعشرون ألفا وثلاثمئة`, `5 آلاف و300`, `ثلاثة أرباع`, `مليونان ونصف المليون`, `الحادي والعشرين`, `عشرات الآلاف`.
//!
//! A number word may carry clitics (`وبثلاثة`, `للخمسة`) and its units stand before its tens.

mod cardinal;
mod ordinal;
mod share;
mod word;

use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Tokens;

use super::Role;
use super::dual;
use super::number::{FEW, GREATEST, Number, VAGUE};
use super::numeral;
use super::scan;
use super::vocabulary::{self, Class};

pub(super) use word::{Peeled, peel};

use cardinal::cardinal;
use ordinal::ordinal;
use share::{fraction, part};
use word::word;

/// Whether a number may start with this word.
pub(super) fn may_start(word: &str) -> bool {
    is_vocabulary(word) || dual::may_be(word) || word.chars().count() >= LONGEST_WORD
}

fn is_vocabulary(word: &str) -> bool {
    peel(word).any(|p| vocabulary::may_start(p.stem))
}

/// Whether one of the ways in which [`read`] reads number words may begin with `word`: of the words that begin as one does, few are one.
fn is_number(word: &str) -> bool {
    /// What may follow a number word, as hundreds or as whose it is.
    const ENDINGS: [&str; 9] = ["مايه", "ميه", "هما", "هم", "ها", "هن", "نا", "كم", "ه"];
    let has_meaning = |stem: &str| !vocabulary::meanings(Lang::Arabic, stem).is_empty();
    let is_own =
        |stem: &str| matches!(stem, "بضع" | "بضعه" | "عده" | "حفنه" | "اولين" | "اولان" | "اوليين" | "اوليان" | "اوايل" | "حادي" | "حاديه");
    let is_one = |stem: &str| has_meaning(stem) || is_own(stem) || ENDINGS.iter().filter_map(|e| stem.strip_suffix(e)).any(has_meaning);
    is_vocabulary(word) && (numeral::may_start(word) || peel(word).any(|p| is_one(p.stem)))
}

static NUMBERS: Question = Question::new();

/// The number that starts at token `i`.
pub(super) fn read(tokens: &Tokens, i: usize) -> Option<Number> {
    if scan::word(tokens, i) && !tokens.is(i, &NUMBERS, is_number) {
        return dual::read(tokens, i).or_else(|| run_together(tokens, i));
    }
    few(tokens, i)
        .or_else(|| vague(tokens, i))
        .or_else(|| part(tokens, i))
        .or_else(|| cardinal(tokens, i))
        .or_else(|| fraction(tokens, i))
        .or_else(|| ordinal(tokens, i))
        .or_else(|| special(tokens, i))
        .or_else(|| dual::read(tokens, i))
        .or_else(|| run_together(tokens, i))
}

/// `بضع مئات`, `عدة ملايين`, `بضعة`.
fn few(tokens: &Tokens, i: usize) -> Option<Number> {
    let known = |p: &Peeled| matches!(p.stem, "بضع" | "بضعه" | "عده" | "حفنه");
    peel(tokens.folded(i)).find(known)?;
    if let Some(scale) = word(tokens, i + 1, &[Class::Vague, Class::Scale, Class::Hundred]).filter(|w| !w.peeled.waw) {
        let mut number = Number::vague(i..i + 2, FEW.0, FEW.1, scale.meaning.value);
        scale_up(tokens, &mut number);
        return Some(number);
    }
    Some(Number::vague(i..i + 1, FEW.0, FEW.1, 1.0).weak())
}

/// `عشرات`, `مئات الآلاف`, `ملايين`.
fn vague(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Vague])?;
    let mut number = Number::vague(i..i + 1, VAGUE.0, VAGUE.1, found.meaning.value);
    scale_up(tokens, &mut number);
    Some(number)
}

/// Multiplies a vague number by the scales behind it: `عشرات الآلاف`, `مئات من الملايين`.
fn scale_up(tokens: &Tokens, number: &mut Number) {
    while number.low < GREATEST {
        let next = number.tokens.end + usize::from(tokens.folded(number.tokens.end) == "من");
        let Some(scale) = word(tokens, next, &[Class::Scale]).filter(|w| !w.peeled.waw && !w.peeled.preposition) else { return };
        number.times(scale.meaning.value);
        number.tokens.end = next + 1;
    }
}

/// Decades, multiples and groups: `الثمانينيات`, `مرتين`, `كلا`, `ثلاثية`.
fn special(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Decade, Class::Multiple, Class::Group])?;
    let number = Number::words(i..i + 1, found.meaning.value, Role::Cardinal);
    Some(match found.meaning.class {
        Class::Decade => decade(tokens, number),
        Class::Multiple => {
            let sure = matches!(found.peeled.stem, "مرتين" | "مرتان" | "ضعفي" | "ضعفين" | "ضعفان");
            Number { role: Role::Multiple, weak: !sure, ..number }
        }
        _ => number.weak(),
    })
}

/// `ثمانينيات القرن الماضي` is the 1980s.
fn decade(tokens: &Tokens, mut number: Number) -> Number {
    (number.role, number.maybe_year) = (Role::Decade, true);
    let at = number.tokens.end + usize::from(tokens.folded(number.tokens.end) == "من");
    if tokens.folded(at) != "القرن" {
        return number;
    }
    let century = match tokens.folded(at + 1) {
        "الماضي" | "المنصرم" | "الفايت" => Some((20.0, at + 2)),
        _ => ordinal(tokens, at + 1).or_else(|| cardinal(tokens, at + 1)).map(|n| (n.low, n.tokens.end)),
    };
    if let Some((century, end)) = century.filter(|(c, _)| (2.0..=21.0).contains(c)) {
        number.low += (century - 1.0) * 100.0;
        number.high = number.low;
        number.tokens.end = end;
    }
    number
}

/// A token of more letters is several words.
const LONGEST_WORD: usize = 13;

/// A number word within several words that lost their spaces (`زارهاثلاثمرات`).
fn run_together(tokens: &Tokens, i: usize) -> Option<Number> {
    let folded = tokens.folded(i);
    if !scan::word(tokens, i) || folded.chars().count() < LONGEST_WORD {
        return None;
    }
    let starts: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
    let pieces = (4..=7).rev().flat_map(|length| starts.windows(length + 1).map(move |w| (w[0], w[length])));
    let found = pieces
        .into_iter()
        .find_map(|(from, to)| vocabulary::meaning(Lang::Arabic, &folded[from..to], &[Class::Unit, Class::Tens, Class::Ordinal]))?;
    let role = if found.class == Class::Ordinal { Role::Ordinal } else { Role::Cardinal };
    Some(Number::words(i..i + 1, found.value, role).weak())
}
