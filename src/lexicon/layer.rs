//! One compiled lexicon: our own, embedded in the program, or a user's glossary.

use std::borrow::Cow;

use super::compile::MAGIC;
use super::family::Root;
use super::index::Index;
use super::reader::{Lists, Numbers, Reader};
use super::readings::Reference;
use super::source::Class;
use super::writer::Compiled;
use super::{known, weight, words};
use crate::lang::Lang;

#[derive(Debug)]
pub(super) struct Side {
    words: Index,
    form_words: Lists,
    forms_by_first: Lists,
    form_concepts: Lists,
    form_case: Numbers,
    form_shown: Numbers,
}

impl Side {
    fn word(&self, strings: &str, folded: &str) -> Option<u32> {
        self.words.get(strings, folded)
    }

    pub(super) fn forms_from(&self, word: u32) -> &[u32] {
        self.forms_by_first.get(word)
    }

    pub(super) fn words_of(&self, form: u32) -> &[u32] {
        self.form_words.get(form)
    }

    pub(super) fn concepts_of(&self, form: u32) -> &[u32] {
        self.form_concepts.get(form)
    }

    pub(super) fn case_of(&self, form: u32) -> u32 {
        self.form_case.get(form as usize).copied().unwrap_or(0)
    }

    pub(super) fn forms(&self) -> usize {
        self.form_words.len()
    }
}

/// The compiled form in memory.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) english: Side,
    pub(super) arabic: Side,
    alias_of: Lists,
    english_forms: Lists,
    arabic_forms: Lists,
    class: Numbers,
    concept_p1: Cow<'static, [f32]>,
    pub(super) concept_q: Cow<'static, [f32]>,
    arabic_p1: Cow<'static, [f32]>,
    pub(super) arabic_q: Cow<'static, [f32]>,
    /// A number for the stem of each concept's name.
    stems: Numbers,
    /// The root of each Arabic form, low half first.
    roots: Numbers,
    arabic_folded: Numbers,
    /// Of each Arabic form two bits: whether it is in the imperfect, and whether its imperfect stands beside it.
    tenses: Numbers,
    strings: Cow<'static, str>,
}

impl Layer {
    /// Reads what `compile` wrote. `None` if the bytes are not of this version.
    pub(super) fn new(bytes: Cow<'static, [u8]>, strings: Cow<'static, str>) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        if reader.number()? != MAGIC {
            return None;
        }
        let english = Side::read(&mut reader)?;
        let arabic = Side::read(&mut reader)?;
        Some(Self {
            english,
            arabic,
            alias_of: reader.lists()?,
            english_forms: reader.lists()?,
            arabic_forms: reader.lists()?,
            class: reader.numbers()?,
            concept_p1: reader.probabilities()?,
            concept_q: reader.probabilities()?,
            arabic_p1: reader.probabilities()?,
            arabic_q: reader.probabilities()?,
            stems: reader.numbers()?,
            roots: reader.numbers()?,
            arabic_folded: reader.numbers()?,
            tenses: reader.numbers()?,
            strings,
        })
    }

    /// The same of what was compiled just now.
    pub(super) fn compiled(Compiled { tables, strings }: Compiled) -> Option<Self> {
        Self::new(Cow::Owned(tables), Cow::Owned(strings))
    }

    /// The number of a folded word.
    pub(super) fn word(&self, lang: Lang, folded: &str) -> Option<u32> {
        self.side(lang).word(&self.strings, folded)
    }

    pub(super) fn side(&self, lang: Lang) -> &Side {
        match lang {
            Lang::English => &self.english,
            Lang::Arabic => &self.arabic,
        }
    }

    pub(super) fn concepts(&self) -> usize {
        self.class.len()
    }

    pub(super) fn class(&self, concept: u32) -> Class {
        self.class.get(concept as usize).and_then(|c| Class::ALL.get(*c as usize)).copied().unwrap_or(Class::Word)
    }

    /// Chance that an English concept or an Arabic form is found on the other side of a true translation.
    pub(super) fn p1(&self, lang: Lang, id: u32) -> f32 {
        match lang {
            Lang::English => known(self.concept_p1[id as usize]).unwrap_or_else(|| weight::default_p1(self.class(id))),
            Lang::Arabic => known(self.arabic_p1[id as usize]).unwrap_or(weight::ARABIC_P1),
        }
    }

    /// What a form of one word may mean: the concepts of an English one; an Arabic one itself.
    pub(super) fn meanings(&self, lang: Lang, form: u32) -> impl Iterator<Item = Reference> {
        let side = if lang == Lang::English { &self.english } else { &self.arabic };
        let (concepts, own) = if lang == Lang::English { (side.concepts_of(form), None) } else { (&[][..], Some(form)) };
        let concept = |c: &u32| {
            let class = self.class(*c);
            let vague = || self.english_forms(*c).first().is_some_and(|f| words::is_vague(self.shown(&self.english, *f)));
            Reference { id: *c, before: 0, length: 1, named: class.is_name(), telling: class.is_telling() && !vague() }
        };
        let form = |f: u32| {
            let mut classes = self.arabic.concepts_of(f).iter().map(|c| self.class(*c));
            let named = classes.clone().any(Class::is_name);
            Reference { id: f, before: 0, length: 1, named, telling: classes.all(Class::is_telling) }
        };
        concepts.iter().map(concept).chain(own.map(form))
    }

    pub(super) fn aliases(&self, word: u32) -> &[u32] {
        self.alias_of.get(word)
    }

    pub(super) fn english_forms(&self, concept: u32) -> &[u32] {
        self.english_forms.get(concept)
    }

    pub(super) fn arabic_forms(&self, concept: u32) -> &[u32] {
        self.arabic_forms.get(concept)
    }

    pub(super) fn stem(&self, concept: u32) -> u32 {
        self.stems.get(concept as usize).copied().unwrap_or(0)
    }

    pub(super) fn root(&self, form: u32) -> Root {
        let half = |i: usize| self.roots.get(form as usize * 2 + i).copied().map_or(0, Root::from);
        half(0) | half(1) << 32
    }

    pub(super) fn is_imperfect(&self, form: u32) -> bool {
        self.tense(2 * form)
    }

    pub(super) fn has_imperfect(&self, form: u32) -> bool {
        self.tense(2 * form + 1)
    }

    fn tense(&self, bit: u32) -> bool {
        self.tenses.get(bit as usize / 32).is_some_and(|bits| bits >> (bit % 32) & 1 == 1)
    }

    pub(super) fn shown<'a>(&'a self, side: &Side, form: u32) -> &'a str {
        self.string(&side.form_shown, form)
    }

    pub(super) fn arabic_folded(&self, form: u32) -> &str {
        self.string(&self.arabic_folded, form)
    }

    fn string(&self, table: &[u32], form: u32) -> &str {
        let at = form as usize * 2;
        let range = table.get(at).zip(table.get(at + 1));
        range.and_then(|(start, end)| self.strings.get(*start as usize..*end as usize)).unwrap_or("")
    }
}

impl Side {
    fn read(reader: &mut Reader) -> Option<Self> {
        Some(Self {
            words: reader.index()?,
            form_words: reader.lists()?,
            forms_by_first: reader.lists()?,
            form_concepts: reader.lists()?,
            form_case: reader.numbers()?,
            form_shown: reader.numbers()?,
        })
    }
}
