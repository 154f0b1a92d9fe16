//! Compiles entries into the bytes that `layer` reads: two word lists as hash tables and flat tables of numbers. Shared by the build script and by glossaries read at run time.

use std::collections::BTreeMap;

use super::family::{root, stem_id};
use super::index;
use super::source::{Entry, Form};
use super::tense;
use super::writer::{Compiled, Strings, Writer};

/// Estimated probabilities, by the text of what they belong to.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// Concept name with its class code: chance to be found when translated, and frequency per English token.
    pub concept: BTreeMap<(u8, String), (f32, f32)>,
    /// Arabic form, folded: chance to be accounted for when translated, and frequency per Arabic token.
    pub arabic: BTreeMap<String, (f32, f32)>,
}

impl Weights {
    /// Reads the table that `muqabala estimate` writes: `concept|arabic`, class code or empty, name, p1, q.
    pub fn parse(text: &str) -> Self {
        let mut weights = Self::default();
        for line in text.lines() {
            let c: Vec<&str> = line.split('\t').collect();
            let [side, class, name, p1, q] = c[..] else { continue };
            let (Ok(p1), Ok(q)) = (p1.parse(), q.parse()) else { continue };
            match side {
                "concept" => {
                    weights.concept.insert((class.parse().unwrap_or(0), name.to_owned()), (p1, q));
                }
                "arabic" => {
                    weights.arabic.insert(name.to_owned(), (p1, q));
                }
                _ => {}
            }
        }
        weights
    }
}

/// Marks the start of the compiled form and its version.
pub const MAGIC: u32 = 0x6d75_7106;

/// Tables of one language: forms of one or several words.
#[derive(Default)]
pub struct Side {
    /// The words, by spelling, with their numbers once all are known.
    pub words: BTreeMap<String, u32>,
    /// The number of each form, by its words and the capitals that it asks for.
    pub forms: BTreeMap<(Vec<String>, u8), usize>,
    shown: Vec<String>,
    /// The concepts of each form.
    pub concepts: Vec<Vec<u32>>,
}

impl Side {
    fn add(&mut self, form: &Form, concept: u32) -> usize {
        let next = self.forms.len();
        let id = *self.forms.entry((form.words.clone(), form.case)).or_insert(next);
        if id == next {
            self.shown.push(form.shown.clone());
            self.concepts.push(Vec::new());
            for word in &form.words {
                self.words.insert(word.clone(), 0);
            }
        }
        if !self.concepts[id].contains(&concept) {
            self.concepts[id].push(concept);
        }
        id
    }

    /// Numbers for the forms of an entry.
    fn add_all(&mut self, forms: &[Form], concept: u32) -> Vec<u32> {
        let mut ids: Vec<u32> = Vec::new();
        for form in forms {
            let id = self.add(form, concept) as u32;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

/// Entries by number, not written yet.
pub struct Dictionary<'a> {
    /// The entries, by concept.
    pub entries: &'a [Entry],
    /// English words and forms.
    pub english: Side,
    /// Arabic words and forms.
    pub arabic: Side,
    english_forms: Vec<Vec<u32>>,
    /// The Arabic forms of each concept.
    pub arabic_forms: Vec<Vec<u32>>,
    /// For each English word, those that it stands for.
    pub alias_of: Vec<Vec<u32>>,
}

/// Compiles `entries`. `aliases` are English spellings that stand for another word of the lexicon: irregular forms and
/// British or American variants.
pub fn compile(entries: &[Entry], aliases: &[(String, String)], weights: &Weights) -> Compiled {
    Dictionary::new(entries, aliases).compiled(weights)
}

impl<'a> Dictionary<'a> {
    /// Numbers the words and forms of `entries`.
    pub fn new(entries: &'a [Entry], aliases: &[(String, String)]) -> Self {
        let (mut english, mut arabic) = (Side::default(), Side::default());
        let (mut english_forms, mut arabic_forms) = (Vec::new(), Vec::new());
        for (concept, entry) in entries.iter().enumerate() {
            english_forms.push(english.add_all(&entry.english, concept as u32));
            arabic_forms.push(arabic.add_all(&entry.arabic, concept as u32));
        }
        for (form, _) in aliases {
            english.words.insert(form.clone(), 0);
        }
        for side in [&mut english, &mut arabic] {
            for (rank, id) in side.words.values_mut().enumerate() {
                *id = rank as u32;
            }
        }
        let mut alias_of: Vec<Vec<u32>> = vec![Vec::new(); english.words.len()];
        for (form, word) in aliases {
            if let Some(word) = english.words.get(word) {
                alias_of[english.words[form] as usize].push(*word);
            }
        }
        Self { entries, english, arabic, english_forms, arabic_forms, alias_of }
    }

    /// The English name of a concept.
    pub fn name(&self, concept: u32) -> &str {
        self.english_forms[concept as usize].first().map_or("", |form| &self.english.shown[*form as usize])
    }

    /// Writes it.
    pub fn compiled(&self, weights: &Weights) -> Compiled {
        let Self { entries, english, arabic, .. } = self;
        let mut out = Writer::default();
        out.number(MAGIC);
        let mut strings = Strings::default();
        for side in [english, arabic] {
            index::write(&mut out, &mut strings, side.words.keys().map(String::as_str));
            let mut by_id: Vec<(&Vec<String>, u8)> = vec![(&EMPTY, 0); side.forms.len()];
            for ((words, case), id) in &side.forms {
                by_id[*id] = (words, *case);
            }
            let words: Vec<Vec<u32>> = by_id.iter().map(|(w, _)| w.iter().map(|w| side.words[w]).collect()).collect();
            let mut by_first: Vec<Vec<u32>> = vec![Vec::new(); side.words.len()];
            for (id, words) in words.iter().enumerate() {
                by_first[words[0] as usize].push(id as u32);
            }
            for forms in &mut by_first {
                forms.sort_by_key(|id| (std::cmp::Reverse(words[*id as usize].len()), *id));
            }
            out.lists(&words);
            out.lists(&by_first);
            out.lists(&side.concepts);
            out.numbers(by_id.iter().map(|(_, case)| u32::from(*case)));
            let shown: Vec<u32> = side.shown.iter().flat_map(|s| strings.add(s)).collect();
            out.numbers(shown.into_iter());
        }
        out.lists(&self.alias_of);
        out.lists(&self.english_forms);
        out.lists(&self.arabic_forms);
        out.numbers(entries.iter().map(|e| e.class as u32));
        let name = |e: &Entry| (e.class as u8, e.english[0].words.join(" "));
        out.numbers(entries.iter().map(|e| weights.concept.get(&name(e)).map_or(f32::NAN, |w| w.0).to_bits()));
        out.numbers(entries.iter().map(|e| weights.concept.get(&name(e)).map_or(f32::NAN, |w| w.1).to_bits()));
        let mut arabic_text = vec![String::new(); arabic.forms.len()];
        for ((words, _), id) in &arabic.forms {
            arabic_text[*id] = words.join(" ");
        }
        out.numbers(arabic_text.iter().map(|t| weights.arabic.get(t).map_or(f32::NAN, |w| w.0).to_bits()));
        out.numbers(arabic_text.iter().map(|t| weights.arabic.get(t).map_or(f32::NAN, |w| w.1).to_bits()));
        out.numbers(entries.iter().map(|e| stem_id(&e.english[0].shown)));
        out.numbers(arabic_text.iter().map(|t| root(t.split(' ').next().unwrap_or(""))).flat_map(|r| [r as u32, (r >> 32) as u32]));
        let folded: Vec<u32> = arabic_text.iter().flat_map(|t| strings.add(t)).collect();
        out.numbers(folded.into_iter());
        out.numbers(self.tenses(&arabic_text).into_iter());
        Compiled { tables: out.finished(), strings: strings.finished() }
    }
}

impl Dictionary<'_> {
    /// Two bits for each Arabic form, of which `texts` are the folded words: whether it is in the imperfect, and whether an entry has its
    /// imperfect beside it.
    fn tenses(&self, texts: &[String]) -> Vec<u32> {
        let mut bits = vec![0; (2 * texts.len()).div_ceil(32)];
        for (form, text) in texts.iter().enumerate() {
            let mut beside = self.arabic.concepts[form].iter().flat_map(|concept| &self.arabic_forms[*concept as usize]);
            let has = beside.any(|other| tense::is_imperfect_of(&texts[*other as usize], text));
            let of_form = u32::from(text.starts_with(tense::IMPERFECT)) | u32::from(has) << 1;
            bits[form / 16] |= of_form << (form % 16 * 2);
        }
        bits
    }
}

static EMPTY: Vec<String> = Vec::new();
