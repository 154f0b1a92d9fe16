//! Reading a text by the lexicon: what each token may mean.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::layer::{Layer, Side};
use super::trap::{self, Term};
use super::{Lexicon, misread};
use crate::lang::known::Known;
use crate::lang::marks::{marks, may_have};
use crate::lang::token::{Capital, Kind, Token, Tokens};
use crate::lang::{Lang, arabic, english};

/// One possible meaning of a token, or of a phrase that it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// A concept in an English text, a form in an Arabic one.
    pub id: u32,
    /// How many tokens of the phrase stand before this one.
    pub before: u8,
    /// How many tokens the phrase has, symbols between them included.
    pub length: u8,
    /// Whether it may be a name, of Arabic forms that of any of their concepts.
    pub named: bool,
    /// Whether it can only be a word of a claim: no name, number, unit, nor an English word that says too little, or too many things.
    pub telling: bool,
}

/// The references of every token of a text. A phrase is listed at each of its tokens.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    ends: Vec<u32>,
    references: Vec<Reference>,
    /// Of each token the chance that it is found on the other side, by the likeliest of its references; 0 where there is none.
    chances: Vec<f32>,
}

impl Readings {
    /// The references that cover token `i`, longest first.
    #[inline]
    pub fn of(&self, i: usize) -> &[Reference] {
        match (self.ends.get(i), self.ends.get(i + 1)) {
            (Some(&start), Some(&end)) => &self.references[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Chance that token `i` is found on the other side of a true translation, by the likeliest of its references; 0 if it has none.
    #[inline]
    pub fn p1(&self, i: usize) -> f32 {
        self.chances.get(i).copied().unwrap_or(0.0)
    }

    /// Makes room for as many more of each as `more` says of how many there are.
    pub(crate) fn reserve(&mut self, more: impl Fn(usize) -> usize) {
        self.ends.reserve(more(self.ends.len()));
        self.references.reserve(more(self.references.len()));
        self.chances.reserve(more(self.chances.len()));
    }

    /// Puts the readings of the next part of the text behind.
    pub(crate) fn append(&mut self, next: &Self) {
        let end = self.references.len() as u32;
        self.ends.extend(next.ends.iter().skip(1).map(|e| e + end));
        self.references.extend(&next.references);
        self.chances.extend(&next.chances);
    }
}

impl Lexicon {
    /// Reads `tokens`. Case matters where the lexicon says so: `us` is not the United States.
    pub fn read(&self, tokens: &Tokens) -> Readings {
        let scans: Vec<Scan> = self.layers.iter().map(|layer| Scan::new(tokens, layer)).collect();
        let mut phrases: Vec<(u32, Reference)> = Vec::new();
        for (scan, base) in scans.iter().zip(&self.bases) {
            scan.phrases(&mut |form, positions: &[u32]| {
                let (first, last) = (positions[0], positions[positions.len() - 1]);
                // No entry has so many words.
                let Ok(length) = u8::try_from(last - first + 1) else { return };
                for meaning in scan.layer.meanings(tokens.lang(), form) {
                    let id = meaning.id + if tokens.lang() == Lang::English { base.0 } else { base.1 };
                    phrases.extend(positions.iter().map(|at| (*at, Reference { id, before: (at - first) as u8, length, ..meaning })));
                }
            });
        }
        phrases.sort_unstable_by_key(|(at, r)| (*at, std::cmp::Reverse((r.length, r.before)), r.id));
        phrases.dedup();
        let mut phrases = phrases.into_iter().peekable();
        let mut readings = Readings {
            ends: Vec::with_capacity(tokens.len() + 1),
            references: Vec::with_capacity(tokens.len() * 4),
            chances: Vec::with_capacity(tokens.len()),
        };
        let p1 = |id: u32| match tokens.lang() {
            Lang::English => self.concept_p1(id),
            Lang::Arabic => self.form_p1(id),
        };
        let mut position = 0;
        for i in 0..tokens.len() as u32 {
            readings.ends.push(readings.references.len() as u32);
            let mut chance: f32 = 0.0;
            while let Some((_, phrase)) = phrases.next_if(|(at, _)| *at == i) {
                readings.references.push(phrase);
                chance = chance.max(p1(phrase.id));
            }
            if scans.first().is_some_and(|s| s.positions.get(position) == Some(&i)) {
                for (scan, base) in scans.iter().zip(&self.bases) {
                    let base = if tokens.lang() == Lang::English { base.0 } else { base.1 };
                    let found = scan.word(position);
                    readings.references.extend(found.alone(base));
                    chance = chance.max(found.p1);
                }
                position += 1;
            }
            readings.chances.push(chance);
        }
        readings.ends.push(readings.references.len() as u32);
        readings
    }
}

/// What the lexicon has under one word of a text. What is asked of nearly every word fills one line of the processor's cache; the lists
/// in the other piece of memory are only looked at where a phrase may go on.
#[derive(Clone, Debug)]
#[repr(align(64))]
struct Found {
    /// A bit for each of the ids, and for each second word; several may share one.
    bits: (u64, u64),
    /// The first of what it may mean by itself, in order.
    alone: [Alone; HERE],
    /// The greatest chance of any meaning to be found on the other side; 0 if there is none.
    p1: f32,
    /// How many meanings there are in all, and how many ids.
    meanings: u16,
    ids: u16,
    /// How many marks there are below; the words of the lexicon that it may be a form of; the other meanings; the marks of the second words
    /// of forms of several words that it may be the first word of; and these forms, each led by its second word, in order.
    lists: Box<[u32]>,
}

/// So many meanings stand beside the counts.
const HERE: usize = 6;

/// Of at least so many forms there are marks of the second words.
const GLANCE: usize = 16;

/// A reference of one word: its id below two bits that tell whether it is named and telling.
type Alone = u32;

const NAMED: Alone = 1 << 30;
const TELLING: Alone = 1 << 31;

impl Found {
    /// The words of the lexicon that it may be a form of.
    fn ids(&self) -> &[u32] {
        &self.lists[1..][..self.ids as usize]
    }

    /// What it may mean by itself, in order; ids are counted from `base`.
    fn alone(&self, base: u32) -> impl Iterator<Item = Reference> {
        let here = (self.meanings as usize).min(HERE);
        let further = &self.lists[1 + self.ids as usize..][..self.meanings as usize - here];
        self.alone[..here].iter().chain(further).map(move |alone| Reference {
            id: (alone & !(NAMED | TELLING)) + base,
            before: 0,
            length: 1,
            named: alone & NAMED != 0,
            telling: alone & TELLING != 0,
        })
    }

    /// The forms of several words that it may be the first word of, with the second word `second`, which is behind few of those that begin
    /// many.
    fn going_on(&self, second: u32) -> impl Iterator<Item = u32> {
        let further = (self.meanings as usize).saturating_sub(HERE);
        let (marks, forms) = self.lists[1 + self.ids as usize + further..].split_at(self.lists[0] as usize);
        let forms: &[[u32; 2]] = if marks.is_empty() || may_have(marks, second) { forms.as_chunks().0 } else { &[] };
        let first = forms.partition_point(|[word, _]| *word < second);
        forms[first..].iter().take_while(move |[word, _]| *word == second).map(|[_, form]| *form)
    }
}

/// The bit of a word in [`Found::bits`].
const fn bit(word: u32) -> u64 {
    1 << (word % 64)
}

/// What our own lexicon has under each word, for words without a capital, with one, and all in capitals.
static OWN_WORDS: [Known<Box<Found>>; 3] = [const { Known::new() }; 3];

/// Looks up the words of a text in one layer. What it finds is put together in the same places for one word after the other.
struct Finder<'a> {
    lang: Lang,
    layer: &'a Layer,
    side: &'a Side,
    /// Whether it is our own layer, of which what is found is remembered.
    own: bool,
    ids: Vec<u32>,
    alone: Vec<Reference>,
    first_of: Vec<[u32; 2]>,
    terms: Vec<Term>,
    misread: Vec<misread::Word>,
}

impl<'a> Finder<'a> {
    fn new(lang: Lang, layer: &'a Layer) -> Self {
        let own = std::ptr::eq(layer, &raw const **super::OWN);
        let (ids, alone, first_of, terms, misread) = Default::default();
        Self { lang, layer, side: layer.side(lang), own, ids, alone, first_of, terms, misread }
    }

    /// What is found under a folded word that stands as `token`.
    fn find(&mut self, word: &str, token: &Token) -> Found {
        self.alone.clear();
        self.first_of.clear();
        self.words_of(word, token);
        for form in self.ids.iter().flat_map(|id| self.side.forms_from(*id)) {
            if let [_, second, ..] = self.side.words_of(*form) {
                self.first_of.push([*second, *form]);
            } else if capitals_fit(self.side.case_of(*form), std::iter::once(token.capital)) {
                self.alone.extend(self.layer.meanings(self.lang, *form));
            }
        }
        self.alone.sort_unstable_by_key(|r: &Reference| r.id);
        self.alone.dedup();
        self.first_of.sort_unstable();
        let bits = |words: &mut dyn Iterator<Item = u32>| words.fold(0, |bits, word| bits | bit(word));
        let bits = (bits(&mut self.ids.iter().copied()), bits(&mut self.first_of.iter().map(|[second, _]| *second)));
        let packed = |r: &Reference| r.id | if r.named { NAMED } else { 0 } | if r.telling { TELLING } else { 0 };
        let (meanings, ids) = (self.alone.len() as u16, self.ids.len() as u16);
        let p1 = self.alone.iter().map(|r| self.layer.p1(self.lang, r.id)).fold(0.0, f32::max);
        let further = self.alone.split_off(self.alone.len().min(HERE));
        let mut alone = [0; HERE];
        alone.iter_mut().zip(&self.alone).for_each(|(place, reference)| *place = packed(reference));
        // Few forms are found at a glance.
        let many = self.first_of.get(GLANCE..).map_or(&[][..], |_| &self.first_of);
        let marks = marks(many.iter().map(|[second, _]| *second));
        let mut lists = Vec::with_capacity(1 + self.ids.len() + further.len() + marks.len() + 2 * self.first_of.len());
        lists.push(marks.len() as u32);
        lists.extend_from_slice(&self.ids);
        lists.extend(further.iter().map(packed));
        lists.extend_from_slice(&marks);
        lists.extend_from_slice(self.first_of.as_flattened());
        Found { bits, alone, p1, meanings, ids, lists: lists.into() }
    }

    /// Finds all words of the lexicon that `word` may be a form of.
    fn words_of(&mut self, word: &str, token: &Token) {
        let Self { lang, layer, own, ids, terms, misread, .. } = self;
        let lang = *lang;
        ids.clear();
        let mut push = |id: u32| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        match lang {
            Lang::English => {
                let own = layer.word(lang, word);
                own.into_iter().for_each(&mut push);
                let aliases = own.map_or(&[][..], |id| layer.aliases(id));
                aliases.iter().copied().for_each(&mut push);
                if aliases.is_empty() {
                    english::lemmas(word, &mut |lemma| {
                        let Some(id) = layer.word(lang, lemma) else { return };
                        push(id);
                        layer.aliases(id).iter().copied().for_each(&mut push);
                    });
                }
                // A word with a capital that we do not know is a name, not a relative of one that we know.
                if ids.is_empty() && token.capital == Capital::Lower {
                    english::relatives(word, &mut |root| ids.extend(layer.word(lang, root)));
                }
            }
            // The words of two meanings that it may be, and those that are misread, are looked up on the way.
            Lang::Arabic if *own => {
                terms.clear();
                misread.clear();
                arabic::cores(word, &mut |core, _| {
                    layer.word(lang, core).into_iter().for_each(&mut push);
                    terms.extend(trap::term(lang, core));
                    misread.extend(misread::word_of(lang, word, core));
                });
                trap::remember(token.word, terms);
                misread::remember(token.word, misread);
            }
            Lang::Arabic => arabic::cores(word, &mut |core, _| layer.word(lang, core).into_iter().for_each(&mut push)),
        }
    }
}

/// The words of a text as the words of one layer.
struct Scan<'a> {
    tokens: &'a Tokens,
    layer: &'a Layer,
    side: &'a Side,
    /// Tokens that are words or numbers.
    positions: Vec<u32>,
    /// What is found under each: in our own lexicon for good, or here.
    words: Vec<Result<&'static Found, u32>>,
    here: Vec<Found>,
}

impl<'a> Scan<'a> {
    fn new(tokens: &'a Tokens, layer: &'a Layer) -> Self {
        let mut finder = Finder::new(tokens.lang(), layer);
        let (mut positions, mut words) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len()));
        let mut here: Vec<Found> = Vec::new();
        let mut known: FxHashMap<(&str, usize), u32> = FxHashMap::default();
        for (i, token) in tokens.list().iter().enumerate() {
            if !matches!(token.kind, Kind::Word | Kind::Number) {
                continue;
            }
            let word = tokens.folded(i);
            let case = match token.capital {
                Capital::Lower => 0,
                Capital::Initial | Capital::Mixed => 1,
                Capital::All => 2,
            };
            positions.push(i as u32);
            words.push(if finder.own {
                match OWN_WORDS[case].of(token.word, || finder.find(word, token).into()) {
                    Cow::Borrowed(found) => Ok(&**found),
                    Cow::Owned(found) => {
                        here.push(*found);
                        Err(here.len() as u32 - 1)
                    }
                }
            } else {
                Err(*known.entry((word, case)).or_insert_with(|| {
                    here.push(finder.find(word, token));
                    here.len() as u32 - 1
                }))
            });
        }
        Self { tokens, layer, side: finder.side, positions, words, here }
    }

    /// What is found under the word at position `i`.
    fn word(&self, i: usize) -> &Found {
        match self.words[i] {
            Ok(found) => found,
            Err(here) => &self.here[here as usize],
        }
    }

    /// Every form of several words that stands in the text, with its tokens.
    fn phrases(&self, emit: &mut impl FnMut(u32, &[u32])) {
        for start in 0..self.positions.len().saturating_sub(1) {
            let (found, next) = (self.word(start), self.word(start + 1));
            if found.bits.1 & next.bits.0 == 0 || !self.joined(start) {
                continue;
            }
            for second in next.ids().iter().filter(|second| found.bits.1 & bit(**second) != 0) {
                for form in found.going_on(*second) {
                    self.phrase(start, form, emit);
                }
            }
        }
    }

    /// The form whose first two words are those at position `start`, if it stands there.
    fn phrase(&self, start: usize, form: u32, emit: &mut impl FnMut(u32, &[u32])) {
        let words = self.side.words_of(form);
        let fits = words.iter().enumerate().skip(2).all(|(k, word)| {
            let at = start + k;
            at < self.positions.len() && self.word(at).ids().contains(word) && self.joined(at - 1)
        });
        let Some(span) = self.positions.get(start..start + words.len()).filter(|_| fits) else { return };
        // A letter alone has the capital of a name: `M&S` is one all the same, while `M. S. Dhoni` is somebody.
        let and = span.windows(2).all(|at| at[1] == at[0] + 2 && self.tokens.folded(at[0] as usize + 1) == "&");
        let capital = |at: &u32| match self.tokens.get(*at as usize) {
            Some(t) if and && t.capital == Capital::Initial && t.span.end == t.span.start + 1 => Capital::All,
            token => token.map_or(Capital::Lower, |t| t.capital),
        };
        if capitals_fit(self.side.case_of(form), span.iter().map(capital)) {
            emit(form, span);
        }
    }

    /// Whether position `i + 1` follows position `i` within one phrase.
    fn joined(&self, i: usize) -> bool {
        let mut between = self.positions[i] as usize + 1..self.positions[i + 1] as usize;
        between.len() <= 1 && between.all(|i| matches!(self.tokens.folded(i), "-" | "'" | "&" | "." | "/"))
    }
}

/// Whether a form that asks for capitals finds them.
fn capitals_fit(asked: u32, mut capitals: impl Iterator<Item = Capital>) -> bool {
    match asked {
        0 => true,
        1 => capitals.any(|c| c != Capital::Lower),
        _ => capitals.all(|c| c == Capital::All),
    }
}

impl Lexicon {
    /// Everything that `phrase` as a whole may mean: concepts of an English phrase, forms of an Arabic one.
    pub fn whole(&self, lang: Lang, phrase: &str) -> Vec<u32> {
        let tokens = Tokens::new(lang, phrase);
        let readings = self.read(&tokens);
        let mut ids: Vec<u32> =
            readings.of(0).iter().filter(|r| r.before == 0 && r.length as usize == tokens.len()).map(|r| r.id).collect();
        ids.dedup();
        ids
    }

    /// What the lexicon lists under exactly this folded `phrase`, whatever its capitals: concepts of an English phrase, forms of an
    /// Arabic one.
    pub fn listed(&self, lang: Lang, phrase: &str) -> Vec<u32> {
        let mut ids = Vec::new();
        for (layer, base) in self.layers.iter().zip(&self.bases) {
            let side = match lang {
                Lang::English => &layer.english,
                Lang::Arabic => &layer.arabic,
            };
            let words: Option<Vec<u32>> = phrase.split(' ').map(|w| layer.word(lang, w)).collect();
            let Some(words) = words else { continue };
            let forms = side.forms_from(words[0]).iter().filter(|f| side.words_of(**f) == words);
            match lang {
                Lang::English => forms.for_each(|f| ids.extend(side.concepts_of(*f).iter().map(|c| c + base.0))),
                Lang::Arabic => ids.extend(forms.map(|f| f + base.1)),
            }
        }
        ids
    }

    /// Whether the lexicon lists what the folded English `word` may be inflected from, of three letters or more; or the word itself.
    pub fn inflects(&self, word: &str) -> bool {
        word.len() >= 3 && self.lists(word) || self.is_inflected(word)
    }

    /// Whether the lexicon lists another word that the folded English `word` may be inflected from, of three letters or more.
    pub fn is_inflected(&self, word: &str) -> bool {
        let mut listed = false;
        english::lemmas(word, &mut |lemma| listed = listed || lemma.len() >= 3 && lemma != word && self.lists(lemma));
        listed
    }

    /// Whether the lexicon lists the folded English `word` itself, not only a word that it may be inflected from.
    pub fn lists(&self, word: &str) -> bool {
        self.layers.iter().any(|layer| layer.word(Lang::English, word).is_some())
    }
}
