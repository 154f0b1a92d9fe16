//! A person whose family name is right and whose first name has become another: `Elin Jones` and غلين جونس.

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
    let small = |t: usize| words::is_function(Lang::Arabic, arabic.folded(t).trim_start_matches(['و', 'ف']));
    let at = family.checked_sub(1).filter(|b| *b >= arabic.tokens.0 && !reading.is_answered(*b) && !small(*b))?;
    let spoken = Skeleton::english(word);
    let near = at.saturating_sub(2).max(arabic.tokens.0)..(family + 3).min(arabic.tokens.1);
    let whole = format!("{}{}", arabic.folded(at), arabic.folded(family));
    if near.clone().any(|t| alike(&spoken, arabic.folded(t))) || alike(&spoken, &whole) {
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
