//! Where a name of one side would stand on the other.

use std::ops::Range;

use super::english::Part;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;

/// English items on either side of a name whose partners show where it would stand.
const NEIGHBOURS: usize = 3;

/// How many Arabic tokens lie between `tokens` and the place where the English name at token `name` would stand: the nearest of
/// the partners of its neighbours.
pub(super) fn gap(unit: &Unit, name: usize, tokens: &Range<usize>) -> usize {
    let view = &unit.english;
    let partner = |i: u32| unit.partner(Lang::English, i).map(|a| unit.arabic.item(a).token as usize);
    let before = view.item_range().rev().filter(|i| (view.item(*i).token as usize) < name).filter_map(partner).take(NEIGHBOURS);
    let after = view.item_range().filter(|i| view.item(*i).token as usize > name).filter_map(partner).take(NEIGHBOURS);
    let between = |a: usize| if a < tokens.start { tokens.start - a } else { (a + 1).saturating_sub(tokens.end) };
    before.chain(after).map(between).min().unwrap_or(usize::MAX)
}

/// Distance, in letters per letter, up to which two spellings may be one name though the ear would not forgive as much, by
/// consonants of the Latin spelling: misprints, unusual transliterations, nouns and adjectives of one name (`Majorcan` and
/// مايوركا).
const ALIKE: [f32; 6] = [0.0, 0.0, 0.15, 0.22, 0.27, 0.3];

/// Whether an Arabic word may be a spelling of `name`.
pub(super) fn alike(name: &Skeleton, word: &str) -> bool {
    let limit = ALIKE[name.consonants().min(ALIKE.len() - 1)];
    name.consonants() > 1 && Skeleton::arabic_variants(word).iter().any(|v| name.distance(v) <= limit)
}

/// How far the two names are, in letters per letter: the nearest of their words.
pub(super) fn distance(unit: &Unit, parts: &[Part], tokens: &Range<usize>) -> f32 {
    let words = parts.iter().flat_map(|p| p.tokens.clone()).map(|i| Skeleton::english(unit.english.folded(i))).filter(|s| s.consonants() > 0);
    let mut least = f32::INFINITY;
    for name in words {
        for token in tokens.clone() {
            for variant in &Skeleton::arabic_variants(unit.arabic.folded(token)) {
                least = least.min(name.distance(variant));
            }
        }
    }
    least
}
