//! Reading a text by the lexicon: what each token may mean.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::layer::{Layer, Side};
use super::{Class, Lexicon};
use crate::lang::token::{Capital, Kind, Tokens};
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
}

/// The references of every token of a text. A phrase is listed at each of its tokens.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    ends: Vec<u32>,
    references: Vec<Reference>,
}

impl Readings {
    /// The references that cover token `i`, longest first.
    pub fn of(&self, i: usize) -> &[Reference] {
        match (self.ends.get(i), self.ends.get(i + 1)) {
            (Some(&start), Some(&end)) => &self.references[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Makes room for as many more of each as `more` says of how many there are.
    pub(crate) fn reserve(&mut self, more: impl Fn(usize) -> usize) {
        self.ends.reserve(more(self.ends.len()));
        self.references.reserve(more(self.references.len()));
    }

    /// Puts the readings of the next part of the text behind.
    pub(crate) fn append(&mut self, next: &Self) {
        let end = self.references.len() as u32;
        self.ends.extend(next.ends.iter().skip(1).map(|e| e + end));
        self.references.extend(&next.references);
    }
}

impl Lexicon {
    /// Reads `tokens`. Case matters where the lexicon says so: `us` is not the United States.
    pub fn read(&self, tokens: &Tokens) -> Readings {
        let mut found: Vec<(u32, Reference)> = Vec::new();
        for (layer, base) in self.layers.iter().zip(&self.bases) {
            let side = match tokens.lang() {
                Lang::English => &layer.english,
                Lang::Arabic => &layer.arabic,
            };
            let scan = Scan::new(tokens, layer, side);
            scan.run(&mut |form, first, positions: &[u32]| {
                let last = positions.last().copied().unwrap_or(first);
                // No entry has so many words.
                let Ok(length) = u8::try_from(last - first + 1) else { return };
                let mut push = |id| {
                    for at in positions {
                        found.push((*at, Reference { id, before: (at - first) as u8, length }));
                    }
                };
                match tokens.lang() {
                    Lang::English => side.concepts_of(form).iter().for_each(|c| push(c + base.0)),
                    Lang::Arabic => push(form + base.1),
                }
            });
        }
        found.sort_unstable_by_key(|(at, r)| (*at, std::cmp::Reverse((r.length, r.before)), r.id));
        found.dedup();
        let mut ends = vec![0_u32; tokens.len() + 1];
        for (at, _) in &found {
            ends[*at as usize + 1] += 1;
        }
        for i in 1..ends.len() {
            ends[i] += ends[i - 1];
        }
        Readings { ends, references: found.into_iter().map(|(_, r)| r).collect() }
    }
}

/// The words of a text as the word ids of one layer.
struct Scan<'a> {
    tokens: &'a Tokens,
    side: &'a Side,
    /// Tokens that are words or numbers.
    positions: Vec<u32>,
    /// Word ids of each position, with whether inflection or a clitic was taken off.
    ids: Vec<Rc<[u32]>>,
    /// Whether position `i + 1` follows position `i` within one phrase.
    joined: Vec<bool>,
}

impl<'a> Scan<'a> {
    fn new(tokens: &'a Tokens, layer: &'a Layer, side: &'a Side) -> Self {
        let mut memo = Memo::of(layer, tokens.lang());
        let (mut positions, mut ids, mut joined) = (Vec::new(), Vec::new(), Vec::new());
        for (i, token) in tokens.list().iter().enumerate() {
            if !matches!(token.kind, Kind::Word | Kind::Number) {
                continue;
            }
            let word = tokens.folded(i);
            // A word with a capital that we do not know is a name, not a relative of one that we know.
            let lower = token.capital == Capital::Lower;
            positions.push(i as u32);
            ids.push(memo.get(word, lower, || words_of(tokens.lang(), layer, side, word, lower)));
        }
        for pair in positions.windows(2) {
            let between = pair[0] as usize + 1..pair[1] as usize;
            joined.push(between.clone().all(|i| matches!(tokens.folded(i), "-" | "'" | "&" | "." | "/")) && between.len() <= 1);
        }
        joined.push(false);
        memo.keep();
        Self { tokens, side, positions, ids, joined }
    }

    fn run(&self, emit: &mut impl FnMut(u32, u32, &[u32])) {
        for start in 0..self.positions.len() {
            for &word in self.ids[start].iter() {
                for &form in self.side.forms_from(word) {
                    let rest = &self.side.words_of(form)[1..];
                    let fits = rest.iter().enumerate().all(|(k, w)| {
                        let at = start + k + 1;
                        at < self.positions.len() && self.joined[at - 1] && self.ids[at].contains(w)
                    });
                    if !fits {
                        continue;
                    }
                    let span = &self.positions[start..=start + rest.len()];
                    if self.capitals_fit(self.side.case_of(form), span) {
                        emit(form, span[0], span);
                    }
                }
            }
        }
    }

    fn capitals_fit(&self, asked: u32, span: &[u32]) -> bool {
        let capital = |at: u32| self.tokens.get(at as usize).map_or(Capital::Lower, |t| t.capital);
        match asked {
            0 => true,
            1 => span.iter().any(|at| capital(*at) != Capital::Lower),
            _ => span.iter().all(|at| capital(*at) == Capital::All),
        }
    }
}

/// The word ids of words that were looked up before. Those of our own lexicon are kept from text to text: peeling a word costs a
/// hundred look-ups, and a few thousand words are most of all news.
struct Memo {
    /// Words with a capital, and without.
    known: Known,
    lang: Lang,
    own: bool,
}

type Known = [FxHashMap<Box<str>, Rc<[u32]>>; 2];

thread_local! {
    static KEPT: RefCell<[Known; 2]> = RefCell::default();
}

impl Memo {
    /// Words kept for a language at most, in a thread.
    const MOST: usize = 100_000;

    fn of(layer: &Layer, lang: Lang) -> Self {
        let own = std::ptr::eq(layer, &raw const **super::OWN);
        let known = if own { KEPT.with_borrow_mut(|kept| std::mem::take(&mut kept[lang as usize])) } else { Known::default() };
        Self { known, lang, own }
    }

    fn get(&mut self, word: &str, lower: bool, find: impl FnOnce() -> Vec<u32>) -> Rc<[u32]> {
        let known = &mut self.known[usize::from(lower)];
        if let Some(ids) = known.get(word) {
            return ids.clone();
        }
        let ids: Rc<[u32]> = find().into();
        known.insert(word.into(), ids.clone());
        ids
    }

    fn keep(self) {
        if self.own && self.known[0].len() + self.known[1].len() < Self::MOST {
            KEPT.with_borrow_mut(|kept| kept[self.lang as usize] = self.known);
        }
    }
}

/// All words of the lexicon that `word` may be a form of.
fn words_of(lang: Lang, layer: &Layer, side: &Side, word: &str, lower: bool) -> Vec<u32> {
    let mut ids: Vec<u32> = Vec::new();
    let mut push = |id: u32| {
        if !ids.contains(&id) {
            ids.push(id);
        }
    };
    match lang {
        Lang::English => {
            let own = side.word(word);
            own.into_iter().for_each(&mut push);
            let aliases = own.map_or(&[][..], |id| layer.aliases(id));
            aliases.iter().copied().for_each(&mut push);
            if aliases.is_empty() {
                english::lemmas(word, &mut |lemma| {
                    let Some(id) = side.word(lemma) else { return };
                    push(id);
                    layer.aliases(id).iter().copied().for_each(&mut push);
                });
            }
            if ids.is_empty() && lower {
                english::relatives(word, &mut |root| ids.extend(side.word(root)));
            }
        }
        Lang::Arabic => arabic::cores(word, &mut |core, _| side.word(core).into_iter().for_each(&mut push)),
    }
    ids
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
            let words: Option<Vec<u32>> = phrase.split(' ').map(|w| side.word(w)).collect();
            let Some(words) = words else { continue };
            let forms = side.forms_from(words[0]).iter().filter(|f| side.words_of(**f) == words);
            match lang {
                Lang::English => forms.for_each(|f| ids.extend(side.concepts_of(*f).iter().map(|c| c + base.0))),
                Lang::Arabic => ids.extend(forms.map(|f| f + base.1)),
            }
        }
        ids
    }

    /// Whether the lexicon lists the folded English `word` itself, not only a word that it may be inflected from.
    pub fn lists(&self, word: &str) -> bool {
        self.layers.iter().any(|layer| layer.english.word(word).is_some())
    }

    /// The class that says most about token `i` of an English text: a name before a word.
    pub fn class_of(&self, readings: &Readings, i: usize) -> Option<Class> {
        readings.of(i).iter().map(|r| self.class(r.id)).max_by_key(|c| (c.is_name(), *c != Class::Word))
    }
}
