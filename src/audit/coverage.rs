//! Stretches of a sentence that nothing on the other side accounts for.

use super::unit::Unit;
use crate::lang::{Lang, is_arabic_letter};
use crate::span::Span;

/// A stretch of whole phrases of one side whose summed evidence says "not there".
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
    /// How many of those are nearly always found when translated.
    pub strong: u32,
    /// How many of its items are accounted for all the same.
    pub found: u32,
    /// Evidence of what is left over on the other side, in nats.
    pub leftover: f32,
    /// How much longer this side is than its counterpart should be, as a natural logarithm of lengths.
    pub excess: f32,
    /// Share of the items of this side outside the run that are accounted for.
    pub explained: f32,
}

/// Arabic letters for one English letter in a translated sentence.
const LENGTH_RATIO: f32 = 0.92;

/// An item that is found so often when translated is strong.
const STRONG: f32 = 0.8;

/// What one item adds to a run, in nats: more the surer it should have been found; less than nothing where it was found.
pub fn weight(unit: &Unit, lang: Lang, item: u32) -> f32 {
    (-unit.evidence(lang, item)).clamp(-3.0, 3.0)
}

/// Evidence of all items of `lang` that are unaccounted for, in nats.
pub fn leftover(unit: &Unit, lang: Lang) -> f32 {
    unit.view(lang).item_range().map(|i| weight(unit, lang, i).max(0.0)).sum()
}

/// The stretches of `lang` with the highest sums, the best first; they do not overlap.
pub fn runs(unit: &Unit, lang: Lang) -> Vec<Run> {
    let view = unit.view(lang);
    let leftover = leftover(unit, lang.other());
    let mut runs: Vec<Run> = Vec::new();
    // The stretch that ends with the phrase before, if it is worth anything, and the best of its beginnings.
    let (mut open, mut best): (Option<Run>, Option<Run>) = (None, None);
    for phrase in view.phrases() {
        let items = view.side.items_within(view.side.tokens.within(phrase));
        let (start, end) = (items.start as u32, items.end as u32);
        let worth: f32 = (start..end).map(|i| weight(unit, lang, i)).sum();
        let missing = (start..end).filter(|i| unit.partner(lang, *i).is_none()).count() as u32;
        let mut run = open.take().filter(|r: &Run| r.score > 0.0).unwrap_or_else(|| {
            runs.extend(best.take());
            Run {
                items: (start, start),
                span: trim(view.text, phrase),
                score: 0.0,
                missing: 0,
                strong: 0,
                found: 0,
                leftover,
                excess: 0.0,
                explained: 0.0,
            }
        });
        run.items.1 = end;
        run.span = run.span.cover(trim(view.text, phrase));
        run.score += worth;
        run.missing += missing;
        run.strong += (start..end).filter(|i| unit.partner(lang, *i).is_none() && view.item(*i).p1 > STRONG).count() as u32;
        run.found += end - start - missing;
        if worth > 0.0 && best.as_ref().is_none_or(|b| run.score > b.score) {
            best = Some(run.clone());
        }
        open = Some(run);
    }
    runs.extend(best);
    let excess = excess(unit, lang);
    let all = view.item_range();
    let accounted = all.clone().filter(|i| unit.partner(lang, *i).is_some()).count() as u32;
    for run in &mut runs {
        let outside = all.len() as u32 - (run.items.1 - run.items.0);
        run.explained = (accounted - run.found) as f32 / outside.max(1) as f32;
        run.excess = excess;
    }
    runs.sort_by(|a, b| b.score.total_cmp(&a.score));
    runs
}

/// How much longer `lang` is than its counterpart leads to expect: the logarithm of the ratio of lengths in letters.
fn excess(unit: &Unit, lang: Lang) -> f32 {
    let letters = |l: Lang| {
        unit.view(l).words(unit.view(l).span).chars().filter(|c| c.is_ascii_alphanumeric() || is_arabic_letter(*c)).count() as f32 + 6.0
    };
    let ratio = (letters(Lang::English) * LENGTH_RATIO / letters(Lang::Arabic)).ln();
    if lang == Lang::English { ratio } else { -ratio }
}

impl Run {
    /// Log odds that a reviser would agree that it has no counterpart.
    ///
    /// A logistic model of what is known of the run and of its bead, fitted on planted and real omissions and additions against
    /// clean and hard-negative pairs; the intercept is set so that even odds are what a default report should show.
    pub fn odds(&self, lang: Lang) -> f32 {
        let size = (self.missing + self.found).max(1) as f32;
        let arabic = if lang == Lang::Arabic { 1.0 } else { 0.0 };
        0.304 * self.score - 0.419 * self.missing as f32 + 0.861 * self.found as f32 - 0.115 * self.leftover.min(12.0)
            + 2.547 * self.excess
            + 1.768 * self.explained
            + 0.150 * self.strong as f32
            - 1.281 * arabic
            + 0.463 * self.score / size
            - 2.85
    }
}

/// A span without the white space and the commas at its ends.
fn trim(text: &str, span: Span) -> Span {
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '،' | '؛' | ';' | '.');
    let words = span.of(text);
    let start = words.len() - words.trim_start_matches(edge).len();
    let kept = words.trim_matches(edge).len();
    Span::new(span.start + start as u32, span.start + (start + kept) as u32)
}
