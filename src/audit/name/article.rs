//! What the rest of the article says about a name: who was named once may be a pronoun later, and the other way round.

use super::Lost;
use super::arabic::Left;
use super::sort::Sorts;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;

/// English tokens before and after a bead in which an Arabic name may be known from.
const REACH: usize = 250;

/// What is to be taken off the odds of a lost name, in nats, because the translation gives it elsewhere.
pub(super) fn given_elsewhere(unit: &Unit, name: &Lost) -> f32 {
    let context = unit.context;
    if !context.coherent {
        return 0.0;
    }
    let side = unit.english.side;
    let items = || name.parts.iter().flat_map(|p| side.items_within(p.tokens.clone())).map(|i| i as u32);
    if items().any(|i| context.elsewhere(Lang::English, i)) {
        return 4.0;
    }
    match items().any(|i| context.mentioned(i)) {
        // Readers abroad are told in which country it is.
        true if name.sorts.is(Sorts::PLACE) && unit.source() == Lang::Arabic => 2.0,
        true if name.sorts.is(Sorts::PLACE) => 0.8,
        true => 1.5,
        false => 0.0,
    }
}

/// What is to be taken off the odds of an Arabic name too many, in nats, because the source names it nearby: it stands for a
/// pronoun.
pub(super) fn known_from_before(unit: &Unit, other: &Left) -> f32 {
    let context = unit.context;
    if !context.coherent {
        return 0.0;
    }
    let arabic = unit.arabic.side;
    let mut items = arabic.items_within(other.tokens.clone()).map(|i| i as u32);
    if items.any(|i| context.elsewhere(Lang::Arabic, i)) {
        return 4.0;
    }
    let (side, (start, end)) = (unit.english.side, unit.english.tokens);
    let near = start.saturating_sub(REACH)..(end + REACH).min(side.tokens.len());
    let listed = near.clone().flat_map(|i| side.readings.of(i)).any(|r| other.concepts.contains(&r.id));
    let sounds = |i: usize| {
        let name = Skeleton::english(side.tokens.folded(i));
        other.tokens.clone().any(|t| Skeleton::arabic_variants(unit.arabic.folded(t)).same(&name).is_some())
    };
    let mentioned = || context.names.iter().flat_map(|n| &n.parts).map(|p| *p as usize).filter(|p| near.contains(p)).any(sounds);
    if listed || mentioned() { 2.0 } else { 0.0 }
}
