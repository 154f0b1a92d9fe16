//! An acronym that has become another: `QVC` and إتش إس إن, `GamePro` and `GameSpot`.

use std::ops::Range;

use super::arabic::{Left, Reading};
use super::{Lost, slot};
use crate::anchor::name::acronym::may_spell;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lexicon::words;
use crate::span::Span;

/// Letters from which on an acronym is told from words that chance put side by side.
const FEWEST: usize = 3;
/// Arabic tokens that may lie between the place of an acronym and what stands for it.
const NEAR: usize = 3;

/// The Arabic letters, spelled out or Latin, that stand in the place of `lost`, an acronym that the Arabic side does not have.
pub(super) fn other(unit: &Unit, reading: &Reading, lost: &Lost, left: &[Left]) -> Option<Span> {
    let [part] = &lost.parts[..] else { return None };
    let raw = unit.english.words(lost.span);
    let letters = raw.chars().filter(char::is_ascii_uppercase).count();
    if !part.acronym || part.tokens.len() > 1 {
        return None;
    }
    let is_near = |tokens: &Range<usize>| slot::gap(unit, part.tokens.start, tokens) < NEAR;
    let latin = || left.iter().find(|o| o.latin && o.tokens.len() == 1 && is_near(&o.tokens)).map(|o| o.span);
    let span = |tokens: Range<usize>| unit.arabic.side.tokens.span(tokens.start, tokens.end - 1);
    let all_capitals = raw.chars().all(|c| c.is_ascii_uppercase()) && letters >= FEWEST;
    let spelled = all_capitals.then(|| spelled(unit, reading, letters)).flatten().filter(is_near);
    spelled.map(span).or_else(latin)
}

/// The first `letters` tokens in a row that are names of letters and answer for nothing, and that are no more.
fn spelled(unit: &Unit, reading: &Reading, letters: usize) -> Option<Range<usize>> {
    let view = &unit.arabic;
    let is_letter = |t: usize| view.is_word(t) && may_spell(view.folded(t)) && !reading.is_answered(t);
    let mut start = view.tokens.0;
    while start < view.tokens.1 {
        let end = (start..view.tokens.1).find(|t| !is_letter(*t)).unwrap_or(view.tokens.1);
        // `في` and `او` are letters and words.
        let small = |t: usize| words::is_function(Lang::Arabic, view.folded(t));
        let last = (start + letters..end).rev().find(|t| !small(*t)).map_or((start + letters).min(end), |t| t + 1);
        if last - start == letters && !(start..last).all(small) {
            return Some(start..last);
        }
        start = end.max(start + 1);
    }
    None
}
