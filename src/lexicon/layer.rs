//! One compiled lexicon: our own, embedded in the program, or a user's glossary.

use std::borrow::Cow;

use super::compile::{Compiled, MAGIC};
use super::family::Root;
use super::readings::Reference;
use super::sieve;
use super::source::Class;
use super::words;
use crate::lang::Lang;

/// Lists of unequal length in two flat tables.
#[derive(Debug)]
struct Lists {
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    fn get(&self, i: u32) -> &[u32] {
        match (self.ends.get(i as usize), self.ends.get(i as usize + 1)) {
            (Some(&start), Some(&end)) => &self.values[start as usize..end as usize],
            _ => &[],
        }
    }

    fn len(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }
}

#[derive(Debug)]
pub(super) struct Side {
    words: fst::Map<Cow<'static, [u8]>>,
    sieve: Cow<'static, [u8]>,
    form_words: Lists,
    forms_by_first: Lists,
    form_concepts: Lists,
    form_case: Vec<u32>,
    form_shown: Vec<u32>,
}

impl Side {
    pub(super) fn word(&self, folded: &str) -> Option<u32> {
        sieve::passes(&self.sieve, folded).then(|| self.words.get(folded)).flatten().map(|id| id as u32)
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
    class: Vec<u32>,
    pub(super) concept_p1: Vec<f32>,
    pub(super) concept_q: Vec<f32>,
    pub(super) arabic_p1: Vec<f32>,
    pub(super) arabic_q: Vec<f32>,
    /// A number for the stem of each concept's name.
    stems: Vec<u32>,
    /// The root of each Arabic form, low half first.
    roots: Vec<u32>,
    arabic_folded: Vec<u32>,
    strings: Cow<'static, str>,
}

impl Layer {
    /// Reads what `compile` wrote. `None` if the bytes are not of this version.
    pub(super) fn new(bytes: Cow<'static, [u8]>, strings: Cow<'static, str>) -> Option<Self> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.number()? != MAGIC {
            return None;
        }
        let english = reader.side()?;
        let arabic = reader.side()?;
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
            strings,
        })
    }

    /// The same of what was compiled just now.
    pub(super) fn compiled(Compiled { tables, strings }: Compiled) -> Option<Self> {
        Self::new(Cow::Owned(tables), Cow::Owned(strings))
    }

    pub(super) fn concepts(&self) -> usize {
        self.class.len()
    }

    pub(super) fn class(&self, concept: u32) -> Class {
        self.class.get(concept as usize).and_then(|c| Class::ALL.get(*c as usize)).copied().unwrap_or(Class::Word)
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

struct Reader {
    bytes: Cow<'static, [u8]>,
    at: usize,
}

impl Reader {
    fn number(&mut self) -> Option<u32> {
        let n = self.bytes.get(self.at..self.at + 4)?;
        self.at += 4;
        Some(u32::from_le_bytes(n.try_into().ok()?))
    }

    fn section(&mut self) -> Option<Cow<'static, [u8]>> {
        let length = self.number()? as usize;
        let range = self.at..self.at.checked_add(length)?;
        self.at = range.end;
        Some(match &self.bytes {
            Cow::Borrowed(all) => Cow::Borrowed(all.get(range)?),
            Cow::Owned(all) => Cow::Owned(all.get(range)?.to_vec()),
        })
    }

    fn numbers(&mut self) -> Option<Vec<u32>> {
        let section = self.section()?;
        Some(section.as_chunks::<4>().0.iter().map(|n| u32::from_le_bytes(*n)).collect())
    }

    fn probabilities(&mut self) -> Option<Vec<f32>> {
        Some(self.numbers()?.into_iter().map(f32::from_bits).collect())
    }

    fn lists(&mut self) -> Option<Lists> {
        Some(Lists { ends: self.numbers()?, values: self.numbers()? })
    }

    fn side(&mut self) -> Option<Side> {
        Some(Side {
            words: fst::Map::new(self.section()?).ok()?,
            sieve: self.section()?,
            form_words: self.lists()?,
            forms_by_first: self.lists()?,
            form_concepts: self.lists()?,
            form_case: self.numbers()?,
            form_shown: self.numbers()?,
        })
    }
}
