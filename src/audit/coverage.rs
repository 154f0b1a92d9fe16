//! Runs of words that nothing on the other side accounts for.

use super::unit::Unit;
use crate::lang::Lang;
use crate::span::Span;

/// A stretch of items of one side whose summed evidence says "not there".
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// First item and one past the last.
    pub items: (u32, u32),
    /// The words.
    pub span: Span,
    /// Summed evidence against a counterpart, in nats.
    pub score: f32,
    /// How many of its items are unaccounted for.
    pub missing: u32,
    /// Evidence of what is left over on the other side, in nats.
    pub leftover: f32,
}

/// What one item adds to a run, in nats: more the surer it should have been found; less than nothing where it was found.
fn weight(unit: &Unit, lang: Lang, item: u32) -> f32 {
    (-unit.evidence(lang, item)).clamp(-4.0, 3.0)
}

/// Evidence of all items of `lang` that are unaccounted for, in nats.
pub fn leftover(unit: &Unit, lang: Lang) -> f32 {
    unit.view(lang).item_range().map(|i| weight(unit, lang, i).max(0.0)).sum()
}

/// The stretches of `lang` with the highest sums, the best first; they do not overlap.
pub fn runs(unit: &Unit, lang: Lang) -> Vec<Run> {
    let view = unit.view(lang);
    let items = view.item_range();
    let leftover = leftover(unit, lang.other());
    let mut found = Vec::new();
    let (mut start, mut sum, mut best): (u32, f32, Option<Run>) = (items.start, 0.0, None);
    for i in items.clone() {
        let w = weight(unit, lang, i);
        if sum <= 0.0 {
            found.extend(best.take());
            (start, sum) = (i, 0.0);
        }
        sum += w;
        if w > 0.0 && best.as_ref().is_none_or(|b| sum > b.score) {
            let span = view.item(start).span.cover(view.item(i).span);
            let missing = (start..=i).filter(|k| unit.partner(lang, *k).is_none()).count() as u32;
            best = Some(Run { items: (start, i + 1), span, score: sum, missing, leftover });
        }
    }
    found.extend(best);
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}
