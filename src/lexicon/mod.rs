//! The lexicon: which English words and which Arabic words can translate each other, and how much it says when they meet.
//!
//! A *concept* is one entry, named by its English lemma. English texts are read into concepts, Arabic texts into *forms* (the
//! spellings that entries list); an edge of the lexicon joins the two. Each concept carries `p1`, the chance that it is found on
//! the other side of a true translation, and each form `q`, the chance per token to be met by accident; see [`weight`].

// The build reads the table of weights as well, see `build.rs`.
#[allow(dead_code)]
mod compile;
pub mod family;
mod folder;
pub mod glue;
mod index;
pub mod kin;
pub mod kinship;
mod layer;
pub mod misread;
#[cfg(test)]
mod misread_list;
pub mod opposite;
mod reader;
mod readings;
mod source;
mod tense;
pub mod trap;
mod trap_flags;
#[cfg(test)]
mod trap_list;
pub mod words;
mod writer;

use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::lang::{Lang, fold};
use family::Root;
use layer::Layer;
use reader::Aligned;
pub use readings::{Readings, Reference};
pub use source::{Class, Entry};

/// A concept, counted over all layers of a [`Lexicon`].
pub type ConceptId = u32;
/// An Arabic form, counted over all layers of a [`Lexicon`].
pub type FormId = u32;

static TABLES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")));
static STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

static OWN: LazyLock<Arc<Layer>> = LazyLock::new(|| {
    // The build script wrote these bytes with the same code; a program whose own lexicon is broken cannot do anything.
    Arc::new(Layer::new(Cow::Borrowed(&TABLES.0), Cow::Borrowed(STRINGS)).expect("the embedded lexicon is of this version"))
});

/// An entry that a text taught, with its weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The entry: one English and one Arabic form.
    pub entry: Entry,
    /// `p1` of the concept, and its frequency per English token.
    pub concept: (f32, f32),
    /// `p1` of the Arabic form, and its frequency per Arabic token.
    pub form: (f32, f32),
}

/// The compiled lexicon with any glossaries on top.
#[derive(Clone, Debug)]
pub struct Lexicon {
    layers: Vec<Arc<Layer>>,
    /// First concept and first Arabic form of each layer.
    bases: Vec<(u32, u32)>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Lexicon {
    /// Our own lexicon, and `glossary` entries beside it.
    pub fn new(glossary: &[Entry]) -> Self {
        let own = Self::of(vec![OWN.clone()]);
        if glossary.is_empty() { own } else { own.beside(glossary, &compile::Weights::default()) }
    }

    /// A lexicon of the entries of a folder laid out like `src/lexicon/data` that `keep` wants, by their number: for measuring what
    /// entries are worth.
    ///
    /// # Errors
    /// When a file of the folder cannot be read.
    pub fn of_folder(folder: &Path, keep: impl Fn(usize) -> bool) -> io::Result<Self> {
        let layer = Layer::compiled(folder::compiled(folder, keep)?);
        Ok(Self::of(layer.map(Arc::new).into_iter().collect()))
    }

    /// This lexicon, and what was learned beside it.
    #[must_use]
    pub fn with_learned(&self, learned: &[Learned]) -> Self {
        if learned.is_empty() {
            return self.clone();
        }
        let mut weights = compile::Weights::default();
        for Learned { entry, concept, form } in learned {
            weights.concept.insert((entry.class as u8, entry.english[0].words.join(" ")), *concept);
            weights.arabic.insert(entry.arabic[0].words.join(" "), *form);
        }
        let entries: Vec<Entry> = learned.iter().map(|l| l.entry.clone()).collect();
        self.beside(&entries, &weights)
    }

    /// This lexicon, and `entries` beside it.
    fn beside(&self, entries: &[Entry], weights: &compile::Weights) -> Self {
        let layer = Layer::compiled(compile::compile(entries, &[], weights));
        Self::of(self.layers.iter().cloned().chain(layer.map(Arc::new)).collect())
    }

    fn of(layers: Vec<Arc<Layer>>) -> Self {
        let (mut concepts, mut forms) = (0, 0);
        let bases = layers
            .iter()
            .map(|layer| {
                let base = (concepts, forms);
                concepts += layer.concepts() as u32;
                forms += layer.arabic.forms() as u32;
                base
            })
            .collect();
        Self { layers, bases }
    }

    /// Whether it is our own lexicon and nothing else, so that what it says of a word may be remembered.
    pub fn is_own(&self) -> bool {
        matches!(self.layers.as_slice(), [layer] if Arc::ptr_eq(layer, &OWN))
    }

    /// How many concepts there are; ids are smaller.
    pub fn concepts(&self) -> u32 {
        self.layers.iter().map(|l| l.concepts() as u32).sum()
    }

    /// How many Arabic forms there are; ids are smaller.
    pub fn forms(&self) -> u32 {
        self.layers.iter().map(|l| l.arabic.forms() as u32).sum()
    }

    fn concept_layer(&self, concept: ConceptId) -> (&Layer, u32, usize) {
        let i = self.bases.partition_point(|b| b.0 <= concept) - 1;
        (&self.layers[i], concept - self.bases[i].0, i)
    }

    fn form_layer(&self, form: FormId) -> (&Layer, u32, usize) {
        let i = self.bases.partition_point(|b| b.1 <= form) - 1;
        (&self.layers[i], form - self.bases[i].1, i)
    }

    /// What a concept is about.
    pub fn class(&self, concept: ConceptId) -> Class {
        let (layer, local, _) = self.concept_layer(concept);
        layer.class(local)
    }

    /// The English name of a concept.
    pub fn name(&self, concept: ConceptId) -> &str {
        let (layer, local, _) = self.concept_layer(concept);
        layer.english_forms(local).first().map_or("", |f| layer.shown(&layer.english, *f))
    }

    /// All English names of a concept, the main one first.
    pub fn names(&self, concept: ConceptId) -> impl Iterator<Item = &str> + '_ {
        let (layer, local, _) = self.concept_layer(concept);
        layer.english_forms(local).iter().map(|f| layer.shown(&layer.english, *f))
    }

    /// The Arabic forms of a concept, those named first by the lexicon first.
    pub fn arabic_forms(&self, concept: ConceptId) -> impl Iterator<Item = FormId> + '_ {
        let (layer, local, i) = self.concept_layer(concept);
        layer.arabic_forms(local).iter().map(move |f| f + self.bases[i].1)
    }

    /// The concepts that list an Arabic form.
    pub fn concepts_of(&self, form: FormId) -> impl Iterator<Item = ConceptId> + '_ {
        let (layer, local, i) = self.form_layer(form);
        layer.arabic.concepts_of(local).iter().map(move |c| c + self.bases[i].0)
    }

    /// An Arabic form as the lexicon spells it.
    pub fn spelling(&self, form: FormId) -> &str {
        let (layer, local, _) = self.form_layer(form);
        layer.shown(&layer.arabic, local)
    }

    /// The folded words of an Arabic form, joined by spaces.
    pub fn folded(&self, form: FormId) -> &str {
        let (layer, local, _) = self.form_layer(form);
        layer.arabic_folded(local)
    }

    /// Whether an Arabic form is in the imperfect, if it is a verb.
    pub fn is_imperfect(&self, form: FormId) -> bool {
        let (layer, local, _) = self.form_layer(form);
        layer.is_imperfect(local)
    }

    /// Whether an entry has the imperfect of an Arabic form beside it: the form is a verb in the perfect.
    pub fn has_imperfect(&self, form: FormId) -> bool {
        let (layer, local, _) = self.form_layer(form);
        layer.has_imperfect(local)
    }

    /// The consonants of the first word of an Arabic form.
    pub fn root(&self, form: FormId) -> Root {
        let (layer, local, _) = self.form_layer(form);
        layer.root(local)
    }

    /// A number for the stem of a concept's name: the same for all words of a family.
    pub fn stem(&self, concept: ConceptId) -> u32 {
        let (layer, local, _) = self.concept_layer(concept);
        layer.stem(local)
    }

    /// Chance that a concept is found when its sentence was really translated.
    pub fn concept_p1(&self, concept: ConceptId) -> f32 {
        let (layer, local, _) = self.concept_layer(concept);
        layer.p1(Lang::English, local)
    }

    /// Chance per English token to meet a concept by accident.
    pub fn concept_q(&self, concept: ConceptId) -> f32 {
        let (layer, local, _) = self.concept_layer(concept);
        known(layer.concept_q[local as usize]).unwrap_or(weight::RARE)
    }

    /// Chance that a form found in an Arabic text is accounted for in English when the sentence was really translated.
    pub fn form_p1(&self, form: FormId) -> f32 {
        let (layer, local, _) = self.form_layer(form);
        layer.p1(Lang::Arabic, local)
    }

    /// Chance per Arabic token to meet a form by accident.
    pub fn form_q(&self, form: FormId) -> f32 {
        let (layer, local, _) = self.form_layer(form);
        known(layer.arabic_q[local as usize]).unwrap_or(weight::RARE)
    }
}

/// The key of a concept in the table of weights: its first English form, folded, words joined by spaces.
pub fn concept_key(lexicon: &Lexicon, concept: ConceptId) -> String {
    let shown = std::iter::once(lexicon.name(concept));
    Entry::new(Class::Word, shown, std::iter::once("نص")).map_or(String::new(), |e| e.english[0].words.join(" "))
}

/// A probability, if it was estimated.
fn known(p: f32) -> Option<f32> {
    (!p.is_nan()).then_some(p)
}

/// Probabilities where nothing was estimated.
pub mod weight {
    use super::Class;

    /// Chance per token to meet a form that the estimate never met: below one in the 420,000 tokens it was made on.
    pub const RARE: f32 = 2.4e-6;
    /// Chance that an Arabic content word is accounted for in a true translation.
    pub const ARABIC_P1: f32 = 0.85;

    /// Chance that a concept is found in a true translation, by its class.
    pub const fn default_p1(class: Class) -> f32 {
        match class {
            Class::Country | Class::Demonym | Class::City | Class::Person | Class::Month | Class::Weekday => 0.93,
            Class::Term => 0.95,
            _ => 0.85,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concept_knows_its_forms_and_back() {
        let lexicon = Lexicon::default();
        let entry = Entry::new(Class::Term, ["Zorblax Corp"].into_iter(), ["شركة زوربلاكس"].into_iter()).unwrap();
        let with = Lexicon::new(&[entry]);
        assert_eq!(with.concepts(), lexicon.concepts() + 1);
        let term = lexicon.concepts();
        assert_eq!((with.class(term), with.name(term)), (Class::Term, "Zorblax Corp"));
        let form = with.arabic_forms(term).next().unwrap();
        assert_eq!(with.spelling(form), "شركة زوربلاكس");
        assert_eq!(with.concepts_of(form).collect::<Vec<_>>(), [term]);
    }
}
