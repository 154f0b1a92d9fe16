//! Whether an Arabic word says the opposite of an English one.

use super::cue::positive;
use super::table;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lexicon::{ConceptId, FormId, words};

/// How many equivalents of a word, the first of its entry, are taken to say what it means.
const MAIN: usize = 5;
/// How many equivalents of an opposite, the first of its entry, are taken to mean that.
const KINDRED: usize = 8;

/// An English word without counterpart.
pub struct Word {
    concepts: Vec<ConceptId>,
    main: Vec<FormId>,
    /// What it denies by its form: `clear` of `unclear`.
    positive: Vec<ConceptId>,
    light: bool,
}

impl Word {
    /// English item `e`.
    pub fn new(unit: &Unit, e: u32) -> Self {
        let token = unit.english.item(e).token as usize;
        let lexicon = unit.lexicon();
        let concepts: Vec<ConceptId> = unit.english.side.readings.of(token).iter().map(|r| r.id).collect();
        let main = concepts.iter().flat_map(|c| lexicon.arabic_forms(*c).take(MAIN)).collect();
        let folded = unit.english.folded(token);
        let positive = positive(unit, folded).map_or(Vec::new(), |p| lexicon.whole(Lang::English, p));
        Self { concepts, main, positive, light: words::is_light(Lang::English, folded) }
    }

    /// Log odds that Arabic item `a` says the opposite, before its place counts; `None` when it does not.
    pub fn opposes(&self, unit: &Unit, a: u32) -> Option<f32> {
        let lexicon = unit.lexicon();
        let forms: Vec<FormId> = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize).iter().map(|r| r.id).collect();
        let means = |concepts: &[ConceptId]| concepts.iter().any(|c| lexicon.arabic_forms(*c).any(|f| forms.contains(&f)));
        if means(&self.concepts) {
            return None;
        }
        let tables: Vec<_> = self.concepts.iter().filter_map(|c| table::of_concept(*c)).collect();
        if tables.iter().any(|t| forms.iter().any(|f| t.own.contains(f))) {
            return None;
        }
        let listed = tables.iter().any(|t| forms.iter().any(|f| t.other.contains(f)));
        let related = || self.main.iter().any(|m| forms.iter().any(|f| table::are_opposite(*m, *f)));
        let derived = || means(&self.positive);
        let kindred = || tables.iter().flat_map(|t| &t.concepts).any(|c| lexicon.arabic_forms(*c).take(KINDRED).any(|f| forms.contains(&f)));
        let odds = if listed {
            -0.4
        } else if kindred() {
            -2.0
        } else if derived() {
            -2.2
        } else if related() {
            -2.7
        } else {
            return None;
        };
        Some(odds - if self.light { 1.2 } else { 0.0 })
    }

    /// Whether one of its equivalents stands in the bead all the same, where it answers for another word.
    pub fn stands(&self, unit: &Unit) -> bool {
        let lexicon = unit.lexicon();
        unit.arabic.item_range().any(|a| {
            let token = unit.arabic.item(a).token as usize;
            unit.arabic.side.readings.of(token).iter().any(|r| self.concepts.iter().any(|c| lexicon.arabic_forms(*c).any(|f| f == r.id)))
        })
    }
}

