//! Whether an Arabic word says the opposite of an English one.

use super::cue::positive;
use crate::audit::unit::Unit;
use crate::lang::{Lang, english};
use crate::lexicon::opposite::{self, MAIN, Opposites};
use crate::lexicon::{ConceptId, FormId, words};

/// How many equivalents of an opposite, the first of its entry, are taken to mean that.
const KINDRED: usize = 8;

/// What an English word means, and what would be its opposite in Arabic.
pub struct Word {
    concepts: Vec<ConceptId>,
    /// Forms that say the same.
    own: Vec<FormId>,
    /// Forms that say the opposite, with the log odds of each way to know so, likeliest first.
    opposite: [(f32, Vec<FormId>); 5],
    /// What the list of opposites says of it.
    tables: Vec<Opposites>,
    /// Log odds that a word of the family of a listed opposite is one.
    family: f32,
    /// Whether it begins like a word that denies: `ineffective`, `destabilize`.
    pub denies: bool,
}

impl Word {
    /// English item `e`; `None` where nothing is known to be its opposite.
    pub fn new(unit: &Unit, e: u32) -> Option<Self> {
        let token = unit.english.item(e).token as usize;
        let lexicon = unit.lexicon();
        let folded = unit.english.folded(token);
        let positive = positive(unit, folded);
        let readings = unit.english.side.readings.of(token);
        if positive.is_none() && !readings.iter().any(|r| opposite::is_opposed(r.id)) {
            return None;
        }
        let concepts: Vec<ConceptId> = readings.iter().map(|r| r.id).collect();
        let tables: Vec<_> = concepts.iter().filter_map(|c| opposite::of_concept(*c)).collect();
        let listed: Vec<FormId> = tables.iter().flat_map(|t| t.other).copied().collect();
        let field: Vec<FormId> = tables.iter().flat_map(|t| t.field).copied().collect();
        let kindred: Vec<FormId> = tables.iter().flat_map(|t| t.concepts).flat_map(|c| lexicon.arabic_forms(*c).take(KINDRED)).collect();
        let positive = positive.map_or(Vec::new(), |p| lexicon.whole(Lang::English, p));
        let derived: Vec<FormId> = positive.iter().flat_map(|c| lexicon.arabic_forms(*c)).collect();
        let main = concepts.iter().flat_map(|c| lexicon.arabic_forms(*c).take(MAIN));
        let related: Vec<FormId> = main.flat_map(opposite::of_form).copied().collect();
        if [&listed, &field, &kindred, &derived, &related].iter().all(|forms| forms.is_empty()) {
            return None;
        }
        let own = tables.iter().flat_map(|t| t.own).copied().chain(concepts.iter().flat_map(|c| lexicon.arabic_forms(*c))).collect();
        // Fitted, as the other odds of opposites, on minimal pairs against clean translations.
        let light = if words::stands_light(&unit.english.side.tokens, token) { 1.2 } else { 0.0 };
        let opposite =
            [(-0.4 - light, listed), (-0.9 - light, field), (-2.2 - light, kindred), (-2.2 - light, derived), (-3.0 - light, related)];
        let denies = english::flipping_prefix(folded).is_some();
        Some(Self { concepts, own, opposite, tables, family: -1.6 - light, denies })
    }

    /// Log odds that Arabic item `a` says the opposite, before its place counts; `None` when it does not.
    pub fn opposes(&self, unit: &Unit, a: u32) -> Option<f32> {
        let readings = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize);
        let among = |forms: &[FormId]| readings.iter().any(|r| forms.contains(&r.id));
        if among(&self.own) {
            return None;
        }
        let by_form = self.opposite.iter().find(|(_, forms)| among(forms)).map(|(odds, _)| *odds);
        if by_form.is_none_or(|odds| odds < self.family) && readings.iter().any(|r| r.length == 1 && self.is_family(unit, r.id)) {
            return Some(self.family);
        }
        by_form
    }

    /// The same of an item that the list of opposites itself gives.
    pub fn is_listed(&self, unit: &Unit, a: u32) -> Option<f32> {
        let readings = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize);
        let among = |forms: &[FormId]| readings.iter().any(|r| forms.contains(&r.id));
        let (odds, listed) = &self.opposite[0];
        (among(listed) && !among(&self.own)).then_some(*odds)
    }

    /// Whether a form is of the family of a listed opposite: it shares the root, and a word that it translates shares the stem.
    fn is_family(&self, unit: &Unit, form: FormId) -> bool {
        let lexicon = unit.lexicon();
        let root = lexicon.root(form);
        let stems = |form: FormId| lexicon.concepts_of(form).map(|c| lexicon.stem(c));
        self.tables.iter().any(|t| t.has_root(root))
            && self.own.iter().all(|own| lexicon.root(*own) != root)
            && self.opposite[0].1.iter().filter(|o| lexicon.root(**o) == root).any(|o| stems(*o).any(|s| stems(form).any(|own| own == s)))
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

/// Whether Arabic item `a` is what the lexicon first names for English item `e`, or what the list of opposites gives it.
pub fn says(unit: &Unit, e: u32, a: u32) -> bool {
    let readings = |lang: Lang, item: u32| unit.view(lang).side.readings.of(unit.view(lang).item(item).token as usize);
    let forms = readings(Lang::Arabic, a);
    let is = |form: FormId| forms.iter().any(|r| r.id == form);
    readings(Lang::English, e).iter().any(|r| {
        unit.lexicon().arabic_forms(r.id).take(KINDRED).any(is) || opposite::of_concept(r.id).is_some_and(|t| t.own.iter().any(|f| is(*f)))
    })
}
