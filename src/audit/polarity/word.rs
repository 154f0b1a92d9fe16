//! Whether an Arabic word says the opposite of an English one.

use super::cue::positive;
use super::table::{self, MAIN};
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lexicon::{ConceptId, FormId, words};

/// How many equivalents of an opposite, the first of its entry, are taken to mean that.
const KINDRED: usize = 8;

/// What an English word means, and what would be its opposite in Arabic.
pub struct Word {
    concepts: Vec<ConceptId>,
    /// Forms that say the same.
    own: Vec<FormId>,
    /// Forms that say the opposite, with the log odds of each way to know so, likeliest first.
    opposite: [(f32, Vec<FormId>); 4],
}

impl Word {
    /// English item `e`; `None` where nothing is known to be its opposite.
    pub fn new(unit: &Unit, e: u32) -> Option<Self> {
        let token = unit.english.item(e).token as usize;
        let lexicon = unit.lexicon();
        let positive = positive(unit, unit.english.folded(token));
        let readings = unit.english.side.readings.of(token);
        if positive.is_none() && !readings.iter().any(|r| table::is_opposed(r.id)) {
            return None;
        }
        let concepts: Vec<ConceptId> = readings.iter().map(|r| r.id).collect();
        let tables: Vec<_> = concepts.iter().filter_map(|c| table::of_concept(*c)).collect();
        let listed: Vec<FormId> = tables.iter().flat_map(|t| &t.other).copied().collect();
        let kindred: Vec<FormId> = tables.iter().flat_map(|t| &t.concepts).flat_map(|c| lexicon.arabic_forms(*c).take(KINDRED)).collect();
        let positive = positive.map_or(Vec::new(), |p| lexicon.whole(Lang::English, p));
        let derived: Vec<FormId> = positive.iter().flat_map(|c| lexicon.arabic_forms(*c)).collect();
        let main = concepts.iter().flat_map(|c| lexicon.arabic_forms(*c).take(MAIN));
        let related: Vec<FormId> = main.flat_map(table::of_form).copied().collect();
        if [&listed, &kindred, &derived, &related].iter().all(|forms| forms.is_empty()) {
            return None;
        }
        let own = tables.iter().flat_map(|t| &t.own).copied().chain(concepts.iter().flat_map(|c| lexicon.arabic_forms(*c))).collect();
        // Fitted, as the other odds of opposites, on minimal pairs against clean translations.
        let light = if words::stands_light(&unit.english.side.tokens, token) { 1.2 } else { 0.0 };
        let opposite = [(-0.4 - light, listed), (-2.0 - light, kindred), (-2.2 - light, derived), (-2.7 - light, related)];
        Some(Self { concepts, own, opposite })
    }

    /// Log odds that Arabic item `a` says the opposite, before its place counts; `None` when it does not.
    pub fn opposes(&self, unit: &Unit, a: u32) -> Option<f32> {
        let readings = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize);
        let among = |forms: &[FormId]| readings.iter().any(|r| forms.contains(&r.id));
        if among(&self.own) {
            return None;
        }
        self.opposite.iter().find(|(_, forms)| among(forms)).map(|(odds, _)| *odds)
    }

    /// Whether one of its equivalents stands in the bead all the same, where it answers for another word.
    pub fn stands(&self, unit: &Unit) -> bool {
        let lexicon = unit.lexicon();
        let forms: Vec<FormId> = self.concepts.iter().flat_map(|c| lexicon.arabic_forms(*c)).collect();
        unit.arabic
            .item_range()
            .any(|a| unit.arabic.side.readings.of(unit.arabic.item(a).token as usize).iter().any(|r| forms.contains(&r.id)))
    }
}
