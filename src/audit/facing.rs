//! Where on the other side the counterpart of a place should stand, and whether a cue is answered there.

use std::ops::Range;

use super::cue::Cue;
use super::unit::{Unit, View};
use crate::lang::Lang;

/// How many accounted items on either side of a place tell where it is.
const WITNESSES: usize = 2;
/// How far, in tokens, a witness may stand from the place.
const REACH: usize = 9;
/// How far, in tokens, the counterpart may stand from those of the witnesses.
const MARGIN: usize = 4;
/// Cues of one class that stand this close, in tokens, are one (`could possibly`).
const GROUP: usize = 4;

/// The tokens of the other side among which the counterpart of tokens `first ..= last` of `lang` should stand; `None` where
/// nothing around them is accounted for.
pub(super) fn facing(unit: &Unit, lang: Lang, first: usize, last: usize) -> Option<Range<usize>> {
    let view = unit.view(lang);
    let token = |i: u32| view.item(i).token as usize;
    let witness = |i: u32| partner_token(unit, lang, i);
    let before = view.item_range().rev().filter(|i| token(*i) < first && first - token(*i) <= REACH).filter_map(witness).take(WITNESSES);
    let after = view.item_range().filter(|i| token(*i) > last && token(*i) - last <= REACH).filter_map(witness).take(WITNESSES);
    let other = unit.view(lang.other());
    let all = before
        .chain(after)
        .fold(None, |range: Option<Range<usize>>, at| Some(range.map_or(at..at + 1, |r| r.start.min(at)..r.end.max(at + 1))));
    all.map(|r| other.about(r, MARGIN, MARGIN))
}

/// Whether the word at token `at` of the other side stands for the words `first ..= last` of `lang`: nothing else asks for either.
pub(super) fn stands_for(unit: &Unit, lang: Lang, (first, last): (usize, usize), at: usize) -> bool {
    if let Some(asked) = counterpart(unit, lang.other(), at) {
        return (first..=last).contains(&asked);
    }
    let elsewhere = (first..=last).any(|t| counterpart(unit, lang, t).is_some_and(|p| p.abs_diff(at) > 2));
    !elsewhere && facing(unit, lang, first, last).is_none_or(|place| place.contains(&at))
}

/// The token that accounts for the word at `token` of `lang`.
pub(super) fn counterpart(unit: &Unit, lang: Lang, token: usize) -> Option<usize> {
    partner_token(unit, lang, unit.view(lang).item_at(token)?)
}

/// The token that accounts for item `i` of `lang`.
pub(super) fn partner_token(unit: &Unit, lang: Lang, i: u32) -> Option<usize> {
    let partner = unit.partner(lang, i)?;
    Some(unit.view(lang.other()).item(partner).token as usize)
}

/// The first item of `view` at or after `token`, less than `reach` tokens on.
pub(super) fn next_item(view: &View, token: usize, reach: usize) -> Option<u32> {
    view.item_range().find(|i| view.item(*i).token as usize >= token).filter(|i| (view.item(*i).token as usize) < token + reach)
}

/// Whether the Arabic side is mostly words that were glued together or that nobody knows: what seems to be missing may be in them.
pub(super) fn is_mostly_glued(unit: &Unit) -> bool {
    let MostlyGlued(is) = *unit.shared(MostlyGlued::of);
    is
}

/// The answer of [`is_mostly_glued`].
struct MostlyGlued(bool);

impl MostlyGlued {
    fn of(unit: &Unit) -> Self {
        /// Share of its words, and the letters of a word that is two or more.
        const SHARE: f32 = 0.25;
        const LONG: usize = 9;
        let view = &unit.arabic;
        let words = || view.token_range().filter(|i| view.is_word(*i));
        let glued = |i: &usize| view.is_joined(*i) || view.side.readings.of(*i).is_empty() && view.folded(*i).chars().count() >= LONG;
        Self(words().filter(glued).count() as f32 > SHARE * words().count() as f32)
    }
}

/// Whether a cue is answered on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A cue of its class stands where it should, or elsewhere with nothing else to answer.
    Given,
    /// There is one, but it stands where it answers another cue.
    Borrowed,
    /// There is one, but it is the translation of another word.
    Owned,
    /// There is none.
    None,
}

/// Looks for what answers `cue` of `lang` among the cues `other` of the other side; `own` are the cues of `lang`.
pub(super) fn answer<C: Copy + PartialEq>(unit: &Unit, lang: Lang, cue: &Cue<C>, own: &[Cue<C>], other: &[Cue<C>]) -> Answer {
    let candidates: Vec<usize> = other.iter().filter(|c| c.class == cue.class).map(|c| c.first).collect();
    if candidates.is_empty() {
        return Answer::None;
    }
    // `ex-minister`: what a hyphen joins to the cue is beside it.
    let last = cue.last + usize::from(unit.view(lang).folded_at(cue.last + 1) == "-");
    let near = |token: usize, reach: usize| token + reach >= cue.first && token <= last + reach;
    let owned = |at: &usize| {
        let item = unit.view(lang.other()).item_at(*at);
        item.and_then(|i| partner_token(unit, lang.other(), i)).is_some_and(|token| !near(token, 1))
    };
    let mut free: Vec<usize> = candidates.into_iter().filter(|at| !owned(at)).collect();
    if free.is_empty() {
        return Answer::Owned;
    }
    let Some(place) = facing(unit, lang, cue.first, cue.last) else { return Answer::Given };
    if free.iter().any(|at| place.contains(at)) {
        return Answer::Given;
    }
    for rival in own.iter().filter(|c| c.class == cue.class && !near(c.first, GROUP)) {
        match facing(unit, lang, rival.first, rival.last) {
            Some(place) => free.retain(|at| !place.contains(at)),
            None => free.clear(),
        }
    }
    if free.is_empty() { Answer::Borrowed } else { Answer::Given }
}
