//! Whether an Arabic word says the opposite of an English one.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::cue::positive;
use crate::audit::unit::Unit;
use crate::lang::{Lang, english};
use crate::lexicon::opposite::{self, MAIN, Opposites};
use crate::lexicon::{ConceptId, FormId, Lexicon, words};

/// How many equivalents of an opposite, the first of its entry, are taken to mean that.
const KINDRED: usize = 8;

/// What an English word means, and what would be its opposite in Arabic.
pub struct Word {
    forms: Rc<Forms>,
    /// What is taken from all log odds of a word that says little.
    light: f32,
    /// Whether it begins like a word that denies: `ineffective`, `destabilize`.
    pub denies: bool,
}

/// Arabic forms by what they say of an English word, whatever stands around it.
struct Forms {
    concepts: Vec<ConceptId>,
    /// Those that say the same.
    own: Vec<FormId>,
    /// Those that say the opposite, as [`ODDS`] has them.
    opposite: [Vec<FormId>; ODDS.len()],
    /// What the list of opposites says of it.
    tables: Vec<Opposites>,
}

/// Log odds of each way to know that a word is an opposite, likeliest first: listed, of the field of one, a kindred of one, derived, and
/// the opposite of an equivalent. Fitted, as the other odds of opposites, on minimal pairs against clean translations.
const ODDS: [f32; 5] = [-0.4, -0.9, -2.2, -2.2, -3.0];
/// Log odds that a word of the family of a listed opposite is one.
const FAMILY: f32 = -1.6;

/// So many words are remembered in a thread at most; then it begins anew.
const REMEMBERED: usize = 4096;

thread_local! {
    /// The forms of words of our own lexicon, by their concepts: few words have opposites, and those are common ones.
    static KNOWN: RefCell<FxHashMap<Box<[ConceptId]>, Rc<Forms>>> = RefCell::default();
}

impl Forms {
    /// Of a word that may be one of `concepts`, and is `positive` but for the prefix that denies it.
    fn of(lexicon: &Lexicon, concepts: Vec<ConceptId>, positive: Option<&str>) -> Rc<Self> {
        if positive.is_some() || !lexicon.is_own() {
            return Rc::new(Self::find(lexicon, concepts, positive));
        }
        KNOWN.with_borrow_mut(|known| {
            if let Some(found) = known.get(concepts.as_slice()) {
                return found.clone();
            }
            if known.len() >= REMEMBERED {
                known.clear();
            }
            let key = concepts.as_slice().into();
            let found = Rc::new(Self::find(lexicon, concepts, None));
            known.insert(key, found.clone());
            found
        })
    }

    fn find(lexicon: &Lexicon, concepts: Vec<ConceptId>, positive: Option<&str>) -> Self {
        let tables: Vec<_> = concepts.iter().filter_map(|c| opposite::of_concept(*c)).collect();
        let listed = tables.iter().flat_map(|t| t.other).copied().collect();
        let field = tables.iter().flat_map(|t| t.field).copied().collect();
        let kindred = tables.iter().flat_map(|t| t.concepts).flat_map(|c| lexicon.arabic_forms(*c).take(KINDRED)).collect();
        let positive = positive.map_or(Vec::new(), |p| lexicon.whole(Lang::English, p));
        let derived = positive.iter().flat_map(|c| lexicon.arabic_forms(*c)).collect();
        let main = concepts.iter().flat_map(|c| lexicon.arabic_forms(*c).take(MAIN));
        let related = main.flat_map(opposite::of_form).copied().collect();
        let own = tables.iter().flat_map(|t| t.own).copied().chain(concepts.iter().flat_map(|c| lexicon.arabic_forms(*c))).collect();
        Self { own, opposite: [listed, field, kindred, derived, related], tables, concepts }
    }
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
        let forms = Forms::of(lexicon, readings.iter().map(|r| r.id).collect(), positive);
        if forms.opposite.iter().all(Vec::is_empty) {
            return None;
        }
        let light = if words::stands_light(&unit.english.side.tokens, token) { 1.2 } else { 0.0 };
        let denies = english::flipping_prefix(folded).is_some();
        Some(Self { forms, light, denies })
    }

    /// Log odds that Arabic item `a` says the opposite, before its place counts; `None` when it does not.
    pub fn opposes(&self, unit: &Unit, a: u32) -> Option<f32> {
        let readings = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize);
        let among = |forms: &[FormId]| readings.iter().any(|r| forms.contains(&r.id));
        if among(&self.forms.own) {
            return None;
        }
        let by_form = ODDS.iter().zip(&self.forms.opposite).find(|(_, forms)| among(forms)).map(|(odds, _)| odds - self.light);
        let family = FAMILY - self.light;
        if by_form.is_none_or(|odds| odds < family) && readings.iter().any(|r| r.length == 1 && self.is_family(unit, r.id)) {
            return Some(family);
        }
        by_form
    }

    /// The same of an item that the list of opposites itself gives.
    pub fn is_listed(&self, unit: &Unit, a: u32) -> Option<f32> {
        let readings = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize);
        let among = |forms: &[FormId]| readings.iter().any(|r| forms.contains(&r.id));
        (among(&self.forms.opposite[0]) && !among(&self.forms.own)).then_some(ODDS[0] - self.light)
    }

    /// Whether a form is of the family of a listed opposite: it shares the root, and a word that it translates shares the stem.
    fn is_family(&self, unit: &Unit, form: FormId) -> bool {
        let lexicon = unit.lexicon();
        let root = lexicon.root(form);
        let stems = |form: FormId| lexicon.concepts_of(form).map(|c| lexicon.stem(c));
        let Forms { tables, own, opposite: [listed, ..], .. } = &*self.forms;
        tables.iter().any(|t| t.has_root(root))
            && own.iter().all(|own| lexicon.root(*own) != root)
            && listed.iter().filter(|o| lexicon.root(**o) == root).any(|o| stems(*o).any(|s| stems(form).any(|own| own == s)))
    }

    /// Whether one of its equivalents stands in the bead all the same, where it answers for another word.
    pub fn stands(&self, unit: &Unit) -> bool {
        let lexicon = unit.lexicon();
        let forms: Vec<FormId> = self.forms.concepts.iter().flat_map(|c| lexicon.arabic_forms(*c)).collect();
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
