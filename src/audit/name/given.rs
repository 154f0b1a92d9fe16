//! A person of whom one name is right and the other has become another: `Elin Jones` and غلين جونس, `Jeff Scott` and جيف نوت.

use std::ops::Range;

use super::Sorts;
use super::arabic::{Reading, is_foreign};
use super::english::Name;
use super::slot::alike;
use crate::anchor::name::is_arabic_title;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Capital;
use crate::lexicon::{Class, words};
use crate::span::Span;

/// Log odds that a word which stands for a first name and sounds like none of the names there is another name.
const OTHER: f32 = 0.6;
/// The same where the word is a first name that the gazetteer knows.
const KNOWN: f32 = 1.2;

/// The English and the Arabic name where the first names differ, with log odds.
pub(super) fn other_first_name(unit: &Unit, reading: &Reading, name: &Name) -> Option<(Span, Span, f32)> {
    let [first, last] = &name.parts[..] else { return None };
    let family = last.found.filter(|_| first.found.is_none() && name.is_personal() && last.tokens.len() == 1 && first.tokens.len() == 1)?;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = english.folded(first.tokens.start);
    let initial = english.side.tokens.get(first.tokens.start).is_some_and(|t| t.capital == Capital::Initial);
    let plain = initial && word.len() > 2 && first.tokens.end == last.tokens.start && !words::is_function(Lang::English, word);
    // A common word with a capital is a title or a trade before a family name: `Officer Jones`.
    if !plain || first.common || name.first && first.concepts.is_empty() {
        return None;
    }
    let at = family.checked_sub(1).filter(|at| is_open(unit, reading, *at))?;
    if is_heard(unit, word, at, at.saturating_sub(2)..family + 3) {
        return None;
    }
    let lexicon = unit.lexicon();
    let spelled = |c: u32| lexicon.arabic_forms(c).any(|f| lexicon.folded(f) == arabic.folded(at));
    let given = reading.entries_at(at).any(|c| lexicon.class(c) == Class::GivenName && spelled(c));
    let given = given && first.sorts.may_be(Sorts::PERSON) && !is_arabic_title(arabic.folded(at));
    let sure = given && !first.concepts.is_empty() && !reading.is_common_at(unit, at);
    let odds = if sure { KNOWN } else { OTHER };
    (given || is_foreign(unit, at)).then(|| (name.span, arabic.side.tokens.span(at, family), odds))
}

/// The English and the Arabic name where the family names differ behind the same first name, with log odds.
pub(super) fn other_family_name(unit: &Unit, reading: &Reading, name: &Name) -> Option<(Span, Span, f32)> {
    let [.., first, last] = &name.parts[..] else { return None };
    let given = first.found.filter(|_| last.found.is_none() && name.is_personal() && last.tokens.len() == 1 && first.tokens.len() == 1)?;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = english.folded(last.tokens.start);
    let plain = word.len() > 2 && first.tokens.end == last.tokens.start && !last.common && !first.common;
    let own = english.item_at(last.tokens.start).is_none_or(|i| unit.partner(Lang::English, i).is_none());
    if !plain || !own || words::is_function(Lang::English, word) {
        return None;
    }
    let at = given + 1;
    if !is_open(unit, reading, at) || arabic.folded(at).chars().count() < 3 || is_heard(unit, word, at, given.saturating_sub(2)..at + 3) {
        return None;
    }
    let known = reading.entries_at(at).any(|c| matches!(unit.lexicon().class(c), Class::GivenName | Class::Person));
    let sure = known && !reading.is_common_at(unit, at);
    (sure || is_foreign(unit, at)).then(|| (name.span, arabic.side.tokens.span(given, at), if sure { KNOWN } else { OTHER }))
}

/// Whether Arabic token `at` answers for nothing, and is no function word.
fn is_open(unit: &Unit, reading: &Reading, at: usize) -> bool {
    let small = || words::is_function(Lang::Arabic, unit.arabic.folded(at).trim_start_matches(['و', 'ف']));
    unit.arabic.token_range().contains(&at) && !reading.is_answered(at) && !small()
}

/// Whether English `word` sounds like one of the Arabic words `near`, or like those at token `at` and behind it as one.
fn is_heard(unit: &Unit, word: &str, at: usize, near: Range<usize>) -> bool {
    let view = &unit.arabic;
    let spoken = Skeleton::english(word);
    let mut near = near.start.max(view.tokens.0)..near.end.min(view.tokens.1);
    near.any(|t| alike(&spoken, view.folded(t))) || alike(&spoken, &format!("{}{}", view.folded(at), view.folded_at(at + 1)))
}
