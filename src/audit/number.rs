//! Rule number-mismatch: a number that has become another one, or is gone.

use super::figures::{Facing, Figures, elsewhere, in_order, noun, same_thing, sentence, words};
use super::unit::{Note, Unit};
use super::{claim, code, echo};
use crate::anchor::quantity::{Agreement, Bound, Measure, Quantity, Role, describe};
use crate::lang::Lang;
use crate::lang::token::Capital;

/// Looks at every number of a bead.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = Figures::new(unit);
    for (facing, agreement) in figures.numbers() {
        let odds = match (facing.both(), agreement) {
            (Some((e, a)), Some(agreement)) => changed(unit, e, a, agreement),
            _ => alone(unit, &figures, &facing),
        };
        notes.extend(odds.and_then(|odds| note(unit, &facing, odds)));
    }
    notes.extend(code::check(unit));
}

/// How sure it is that two numbers that face each other should be one.
fn changed(unit: &Unit, e: &Quantity, a: &Quantity, agreement: Agreement) -> Option<f32> {
    let certain = 2.0 + if e.digits && a.digits { 1.0 } else { 0.0 } + if same_thing(unit, e, a) { 1.0 } else { 0.0 };
    match agreement {
        Agreement::Different | Agreement::ScaleDiffers if e.digits && a.digits && echo::in_parts(unit, e, a) => None,
        Agreement::Different | Agreement::ScaleDiffers => Some(certain),
        Agreement::RoleDiffers if part_and_multiple(e, a) => Some(1.0),
        Agreement::BoundDiffers if opposite(e.bound, a.bound) => Some(1.5),
        _ => None,
    }
}

/// `three times` and `a third`. That a count is said as a rank (`page five`, `الصفحة الخامسة`) is the rule in Arabic.
fn part_and_multiple(e: &Quantity, a: &Quantity) -> bool {
    matches!((e.role, a.role), (Role::Multiple, Role::Fraction) | (Role::Fraction, Role::Multiple))
}

fn opposite(a: Bound, b: Bound) -> bool {
    matches!((a, b), (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast))
}

/// How sure it is that a number without counterpart should have one.
fn alone(unit: &Unit, figures: &Figures, facing: &Facing<Quantity>) -> Option<f32> {
    let (lang, q) = facing.alone()?;
    let label = q.digits && matches!(q.role, Role::Label | Role::Score);
    if q.role == Role::Cardinal && q.low == 2.0 && !q.is_range() && lang == Lang::English {
        return lost_dual(unit, q);
    }
    if q.weak || !(q.role == Role::Cardinal || label) || figures.of_lone_date(unit, lang, q) || is_author(lang, q) {
        return None;
    }
    let odds = match q.measure {
        _ if q.low <= if q.digits { 1.0 } else { 2.0 } => return None,
        Measure::None if q.digits => 1.0,
        Measure::None if noun(unit.view(lang), q).is_some_and(|n| unit.partner(lang, n).is_some()) => 0.3,
        Measure::None => return None,
        _ if q.digits => 1.3,
        _ => 0.4,
    };
    let silent = is_name(unit, lang, q)
        || echo::number(unit, lang, q)
        || echo::run_together(&unit.arabic)
        || elsewhere(unit, lang, &q.tokens)
        || claim::reports(unit, lang, q.span);
    (!silent).then_some(odds)
}

/// `ألف كتابا`: a lone thousand is mostly somebody who wrote.
fn is_author(lang: Lang, q: &Quantity) -> bool {
    lang == Lang::Arabic && !q.digits && q.number_tokens.len() == 1 && (q.low == 1000.0 || q.low == 2000.0)
}

/// `two grandsons` and `حفيده`: the noun is there, and neither it nor any other word is a dual.
fn lost_dual(unit: &Unit, q: &Quantity) -> Option<f32> {
    const TWO: [&str; 6] = ["هما", "كلا", "كلت", "ثنايي", "زوج", "توام"];
    let n = noun(&unit.english, q)?;
    let partner = unit.partner(Lang::English, n)?;
    let view = &unit.arabic;
    let token = view.item(partner).token as usize;
    let may_be_dual = |word: &str| {
        let bare = ["هما", "كما", "ها", "هم", "نا", "ه", "ك"].iter().find_map(|p| word.strip_suffix(p)).unwrap_or(word);
        [word, bare].iter().any(|w| w.ends_with(['ا', 'ي']) || w.ends_with("ان") || w.ends_with("ين"))
    };
    let near = token.saturating_sub(2).max(view.tokens.0)..(token + 3).min(view.tokens.1);
    let said = view.quantities().iter().any(|a| a.low == 2.0 || a.role == Role::Dual && a.number_tokens.contains(&(token as u32)));
    let hidden =
        view.token_range().any(|i| TWO.iter().any(|t| view.folded(i).contains(t))) || near.clone().any(|i| may_be_dual(view.folded(i)));
    let silent = q.weak
        || said
        || hidden
        || is_name(unit, Lang::English, q)
        || echo::run_together(view)
        || elsewhere(unit, Lang::English, &q.tokens);
    (!silent).then_some(0.3)
}

/// `Nine Network`: a number word with a capital before another word with one.
fn is_name(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    let tokens = &unit.view(lang).side.tokens;
    let capital = |i: u32| tokens.get(i as usize).is_some_and(|t| t.capital != Capital::Lower);
    !q.digits && lang == Lang::English && capital(q.number_tokens.start) && capital(q.number_tokens.end)
}

/// What is said of it; nothing where both sides are described in the same words.
fn note(unit: &Unit, facing: &Facing<Quantity>, odds: f32) -> Option<Note> {
    let say = |q: Option<&Quantity>| q.map_or_else(String::new, describe);
    let (expected, found) = in_order(unit, say(facing.english), say(facing.arabic));
    (expected != found).then(|| Note {
        english: facing.english.map(|q| words(unit, Lang::English, q)),
        arabic: facing.arabic.map(|q| words(unit, Lang::Arabic, q)),
        message: sentence(&expected, &found),
        expected,
        found,
        odds,
        kind: None,
        severity: None,
    })
}
