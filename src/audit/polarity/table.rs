//! Which Arabic forms mean the opposite of which, by the list of opposites.

use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::lang::{Lang, fold};
use crate::lexicon::family::{Root, root};
use crate::lexicon::{ConceptId, FormId, Lexicon};

/// How many equivalents of a word, the first of its entry, are taken to say what it means.
pub const MAIN: usize = 5;

/// The opposites of a word.
#[derive(Debug, Default)]
pub struct Opposites {
    /// Arabic forms of its own, by the list.
    pub own: BTreeSet<FormId>,
    /// Arabic forms of its opposites, by the list.
    pub other: BTreeSet<FormId>,
    /// Arabic forms of what is opposite to its whole field: less sure than those of a pair.
    pub field: BTreeSet<FormId>,
    /// Concepts of its opposites.
    pub concepts: BTreeSet<ConceptId>,
    /// Roots of the single words among those forms.
    pub roots: BTreeSet<Root>,
}

/// A root of fewer consonants, as weak verbs have, belongs to many words.
const SHORT: Root = 0xffff;
/// Words whose roots mean too many things: `قبل` is before, accept, opposite and next.
const AMBIGUOUS: [&str; 6] = ["قبل", "قدم", "حول", "خلف", "عمل", "جهة"];

/// By concept of our own lexicon, whose numbers are the same in every lexicon with glossaries on top.
static BY_CONCEPT: LazyLock<FxHashMap<ConceptId, Opposites>> = LazyLock::new(load);
/// By Arabic form.
static BY_FORM: LazyLock<FxHashMap<FormId, BTreeSet<FormId>>> = LazyLock::new(|| {
    let mut by_form: FxHashMap<FormId, BTreeSet<FormId>> = FxHashMap::default();
    for opposites in BY_CONCEPT.values() {
        for own in opposites.own.difference(&opposites.other) {
            by_form.entry(*own).or_default().extend(opposites.other.difference(&opposites.own));
        }
    }
    by_form
});

/// The concepts of our own lexicon that have an opposite, by themselves or by what they are mostly translated by: a bit each.
static OPPOSED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let lexicon = Lexicon::default();
    let mut opposed = vec![0; lexicon.concepts() as usize / 64 + 1];
    let mut add = |concept: ConceptId| opposed[concept as usize / 64] |= 1 << (concept % 64);
    BY_CONCEPT.keys().copied().for_each(&mut add);
    for (form, _) in BY_FORM.iter().filter(|(_, opposites)| !opposites.is_empty()) {
        lexicon.concepts_of(*form).filter(|c| lexicon.arabic_forms(*c).take(MAIN).any(|f| f == *form)).for_each(&mut add);
    }
    opposed
});

/// Whether an English concept may have an opposite.
pub fn is_opposed(concept: ConceptId) -> bool {
    OPPOSED.get(concept as usize / 64).is_some_and(|bits| bits >> (concept % 64) & 1 == 1)
}

/// What is opposite to an English concept.
pub fn of_concept(concept: ConceptId) -> Option<&'static Opposites> {
    BY_CONCEPT.get(&concept)
}

/// The Arabic forms that mean the opposite of one.
pub fn of_form(form: FormId) -> impl Iterator<Item = &'static FormId> {
    BY_FORM.get(&form).into_iter().flatten()
}

fn load() -> FxHashMap<ConceptId, Opposites> {
    let lexicon = Lexicon::default();
    let mut table: FxHashMap<ConceptId, Opposites> = FxHashMap::default();
    for line in include_str!("../../lexicon/data/opposite.tsv").lines().filter(|l| !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [a, b, arabic_a, arabic_b] = columns[..] else { continue };
        let forms = |list: &str| -> BTreeSet<FormId> { list.split('|').flat_map(|form| exact(&lexicon, form)).collect() };
        let is_field = a.contains('|') || b.contains('|');
        let (forms_a, forms_b) = (forms(arabic_a), forms(arabic_b));
        // Words of one field stand side by side. A comparative is often an entry of its own, and else its adjective.
        let concept = |word: &str| -> Vec<ConceptId> {
            let folded = fold::english(word);
            let mut same = lexicon.listed(Lang::English, &folded);
            same.retain(|c| fold::english(lexicon.name(*c)) == folded);
            if same.is_empty() { lexicon.whole(Lang::English, word) } else { same }
        };
        let concepts = |words: &str| -> Vec<ConceptId> { words.split('|').flat_map(concept).collect() };
        let (concepts_a, concepts_b) = (concepts(a), concepts(b));
        for (own, own_forms, other, other_forms) in
            [(&concepts_a, &forms_a, &concepts_b, &forms_b), (&concepts_b, &forms_b, &concepts_a, &forms_a)]
        {
            for concept in own {
                let opposites = table.entry(*concept).or_default();
                opposites.own.extend(own_forms);
                if is_field {
                    opposites.field.extend(other_forms);
                    continue;
                }
                opposites.other.extend(other_forms);
                opposites.concepts.extend(other);
            }
        }
    }
    let ambiguous = AMBIGUOUS.map(root);
    for opposites in table.values_mut() {
        let single = opposites.other.iter().filter(|form| !lexicon.folded(**form).contains(' '));
        opposites.roots = single.map(|form| lexicon.root(*form)).filter(|r| *r > SHORT && !ambiguous.contains(r)).collect();
    }
    table
}

/// The form of the lexicon that is spelled like `form`, or else its dictionary forms.
fn exact(lexicon: &Lexicon, form: &str) -> Vec<FormId> {
    let same = lexicon.listed(Lang::Arabic, &Lang::Arabic.fold(form));
    if same.is_empty() { lexicon.whole(Lang::Arabic, form) } else { same }
}
