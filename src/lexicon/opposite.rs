//! Which Arabic forms mean the opposite of which, by the list of opposites (`opposite.tsv`) as the build compiled it.
//!
//! Numbers are those of our own lexicon, which are the same in every lexicon with glossaries on top.

use std::sync::LazyLock;

use super::family::Root;
use super::reader::{Aligned, Lists, Numbers, Reader, embedded};
pub use super::source::MAIN;
use super::{ConceptId, FormId};

static TABLES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/opposites.bin")));

struct List {
    /// A bit for each concept.
    opposed: Numbers,
    concepts: Numbers,
    /// By place among the concepts.
    own: Lists,
    other: Lists,
    field: Lists,
    other_concepts: Lists,
    roots: Lists,
    forms: Numbers,
    /// By place among the forms.
    of_form: Lists,
}

impl List {
    fn read(mut reader: Reader) -> Option<Self> {
        Some(Self {
            opposed: reader.numbers()?,
            concepts: reader.numbers()?,
            own: reader.lists()?,
            other: reader.lists()?,
            field: reader.lists()?,
            other_concepts: reader.lists()?,
            roots: reader.lists()?,
            forms: reader.numbers()?,
            of_form: reader.lists()?,
        })
    }
}

static LIST: LazyLock<List> = LazyLock::new(|| embedded(TABLES, List::read));

/// The opposites of a word.
#[derive(Clone, Copy, Debug)]
pub struct Opposites {
    /// Arabic forms of its own, by the list.
    pub own: &'static [FormId],
    /// Arabic forms of its opposites, by the list.
    pub other: &'static [FormId],
    /// Arabic forms of what is opposite to its whole field: less sure than those of a pair.
    pub field: &'static [FormId],
    /// Concepts of its opposites.
    pub concepts: &'static [ConceptId],
    /// Roots of the single words among those forms, low half first.
    roots: &'static [u32],
}

impl Opposites {
    /// Whether a single word among the forms of its opposites has this root.
    pub fn has_root(&self, root: Root) -> bool {
        self.roots.as_chunks::<2>().0.contains(&[root as u32, (root >> 32) as u32])
    }
}

/// Whether an English concept may have an opposite, by itself or by what it is mostly translated by.
pub fn is_opposed(concept: ConceptId) -> bool {
    LIST.opposed.get(concept as usize / 32).is_some_and(|bits| bits >> (concept % 32) & 1 == 1)
}

/// What is opposite to an English concept.
pub fn of_concept(concept: ConceptId) -> Option<Opposites> {
    let at = LIST.concepts.binary_search(&concept).ok()? as u32;
    Some(Opposites {
        own: LIST.own.get(at),
        other: LIST.other.get(at),
        field: LIST.field.get(at),
        concepts: LIST.other_concepts.get(at),
        roots: LIST.roots.get(at),
    })
}

/// The Arabic forms that mean the opposite of one.
pub fn of_form(form: FormId) -> &'static [FormId] {
    LIST.forms.binary_search(&form).map_or(&[], |at| LIST.of_form.get(at as u32))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::of_concept;
    use crate::lang::{Lang, fold};
    use crate::lexicon::Lexicon;

    #[test]
    fn the_build_reads_the_list_as_texts_are_read() {
        let lexicon = Lexicon::default();
        let exact = |form: &str| {
            let same = lexicon.listed(Lang::Arabic, &Lang::Arabic.fold(form));
            if same.is_empty() { lexicon.whole(Lang::Arabic, form) } else { same }
        };
        let concepts = |word: &str| {
            let folded = fold::english(word);
            let mut same = lexicon.listed(Lang::English, &folded);
            same.retain(|c| fold::english(lexicon.name(*c)) == folded);
            if same.is_empty() { lexicon.whole(Lang::English, word) } else { same }
        };
        let mut read: Vec<(BTreeSet<u32>, BTreeSet<u32>, bool)> = vec![Default::default(); lexicon.concepts() as usize];
        for line in include_str!("data/opposite.tsv").lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [a, b, arabic_a, arabic_b] = columns[..] else { continue };
            for (words, own, other) in [(a, arabic_a, arabic_b), (b, arabic_b, arabic_a)] {
                for concept in words.split('|').flat_map(concepts) {
                    let read = &mut read[concept as usize];
                    read.0.extend(own.split('|').flat_map(exact));
                    read.1.extend(other.split('|').flat_map(exact));
                    read.2 = true;
                }
            }
        }
        for (concept, (own, other, listed)) in read.iter().enumerate() {
            let compiled = of_concept(concept as u32);
            let name = lexicon.name(concept as u32);
            assert_eq!(compiled.is_some(), *listed, "{name}");
            let Some(compiled) = compiled else { continue };
            let spelled = |forms: &BTreeSet<u32>| forms.iter().map(|f| lexicon.spelling(*f)).collect::<Vec<_>>();
            assert_eq!(spelled(own), spelled(&compiled.own.iter().copied().collect()), "{name}");
            let both: BTreeSet<u32> = compiled.other.iter().chain(compiled.field).copied().collect();
            assert_eq!(spelled(other), spelled(&both), "{name}");
        }
    }
}
