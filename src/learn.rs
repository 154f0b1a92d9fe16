//! Learning as it goes: translation pairs that the lexicon lacks, induced from the beads of a text that are sure.
//!
//! In those beads, words of either language that nothing accounts for are left over. A word and its translation are left over
//! together, time and again. How unlikely that is by chance is told by Fisher's exact test, corrected for the number of pairs that
//! could have been found (Bonferroni): a short text teaches nothing. Words are joined one to one, the least likely chance first
//! (competitive linking; Melamed 2000, *Models of Translational Equivalence among Words*).

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::evidence::account::Account;
use crate::evidence::item::{Kind, Side};
use crate::evidence::link::Index;
use crate::lang::{Lang, arabic, english};
use crate::lexicon::{Class, Entry, Learned, Lexicon, weight, words};
use crate::span::Span;

/// A pair is left over together at least so often.
const LEAST: u32 = 3;
/// Chance that anything at all is learned of texts that have nothing to teach.
const ALPHA: f64 = 0.05;
/// Share of the beads in which the commoner word of a pair is left over that have the other left over, too, at least.
const TOGETHER: f32 = 0.3;
/// The shortest word or stem that is learned, in letters.
const SHORTEST: usize = 3;
/// So many sightings a default weight is worth.
const STRENGTH: f32 = 4.0;

/// Words of one language, numbered in the order in which they came.
#[derive(Default)]
struct Vocabulary {
    numbers: FxHashMap<String, u32>,
    words: Vec<String>,
}

impl Vocabulary {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.numbers.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        number
    }
}

/// A word of a bead, and whether the other side accounts for it.
#[derive(Clone, Copy)]
struct Seen {
    word: u32,
    accounted: bool,
}

/// How often a word was seen in beads, and how often it was left over there.
#[derive(Clone, Copy, Default)]
struct Count {
    all: u32,
    left: u32,
}

/// What was seen of pairs of texts so far.
pub struct Learner<'a> {
    lexicon: &'a Lexicon,
    words: [Vocabulary; 2],
    beads: Vec<[Vec<Seen>; 2]>,
    tokens: [usize; 2],
}

impl<'a> Learner<'a> {
    /// Will learn what `lexicon` lacks.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, words: Default::default(), beads: Vec::new(), tokens: [0; 2] }
    }

    /// Looks at the words of beads that are sure. `beads` are spans of the two `sides`, whichever is which.
    pub fn watch(&mut self, sides: (&Side, &Side), beads: impl Iterator<Item = (Span, Span)>) {
        let english_first = sides.0.tokens.lang() == Lang::English;
        let (english, arabic) = if english_first { sides } else { (sides.1, sides.0) };
        let index = Index::new(self.lexicon, arabic);
        let (mut account, mut links) = (Account::default(), Vec::new());
        for (one, other) in beads {
            let (e, a) = if english_first { (one, other) } else { (other, one) };
            self.tokens[0] += english.tokens.within(e).len();
            self.tokens[1] += arabic.tokens.within(a).len();
            let (e, a) = (items(english, e), items(arabic, a));
            links.clear();
            for item in e.clone() {
                index.links(english, item, a.clone(), &mut links);
            }
            account.make(links.iter().copied(), &e, &a);
            let left = self.seen(english, e, |i| account.of_english(i).is_some());
            let right = self.seen(arabic, a, |i| account.of_arabic(i).is_some());
            self.beads.push([left, right]);
        }
    }

    fn seen(&mut self, side: &Side, items: Range<u32>, is_accounted: impl Fn(u32) -> bool) -> Vec<Seen> {
        let lang = side.tokens.lang();
        let vocabulary = &mut self.words[number(lang)];
        let mut seen = Vec::new();
        for i in items {
            let item = &side.items[i as usize];
            let word = side.tokens.folded(item.token as usize);
            if matches!(item.kind, Kind::Word | Kind::Name | Kind::Unknown)
                && !words::is_function(lang, word)
                && word.chars().count() >= SHORTEST
            {
                seen.push(Seen { word: vocabulary.number(word), accounted: is_accounted(i) });
            }
        }
        seen
    }

    /// The pairs that they teach, the surest first.
    pub fn pairs(&self) -> Vec<Learned> {
        let [english, arabic] = &self.words;
        let peeled = |word: &str, f: &mut dyn FnMut(&str)| arabic::cores(word, &mut |core, _| f(core));
        let english = stems(english, |word, f| self.lemmas(word, f), &english.words.iter().cloned().collect());
        let stems = [english, stems(arabic, peeled, &bare(arabic))];
        let beads: Vec<[Vec<Seen>; 2]> =
            self.beads.iter().map(|bead| [stemmed(&bead[0], &stems[0].0), stemmed(&bead[1], &stems[1].0)]).collect();
        let counts = [0, 1].map(|side| counted(beads.iter().flat_map(|bead| &bead[side]), stems[side].1.words.len()));
        let tests = counts.each_ref().map(|c| c.iter().filter(|c| c.left >= LEAST).count() as f64);
        let limit = (ALPHA / (tests[0] * tests[1]).max(1.0)).ln();
        let chance = Chance::new(beads.len());
        let mut ranked: Vec<(f64, u32, u32, u32)> = Vec::new();
        for ((e, a), together) in left_together(&beads, &counts) {
            let (of_e, of_a) = (counts[0][e as usize].left, counts[1][a as usize].left);
            let p = chance.at_least(together, of_e, of_a);
            if p < limit && together as f32 >= TOGETHER * of_e.max(of_a) as f32 {
                ranked.push((p, e, a, together));
            }
        }
        ranked.sort_by(|x, y| x.0.total_cmp(&y.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let mut taken = [FxHashSet::default(), FxHashSet::default()];
        ranked.retain(|(_, e, a, _)| !taken[0].contains(e) && !taken[1].contains(a) && taken[0].insert(*e) && taken[1].insert(*a));
        let weights = |side: usize, word: u32, together: u32, prior: f32| {
            let count = counts[side][word as usize];
            let found = (count.all - count.left + together) as f32;
            let p1 = ((found + prior * STRENGTH) / (count.all as f32 + STRENGTH)).clamp(0.02, 0.985);
            (p1, count.all as f32 / self.tokens[side].max(1) as f32)
        };
        let learned = |(_, e, a, together): (f64, u32, u32, u32)| {
            let form = |side: usize, word: u32| std::iter::once(stems[side].1.words[word as usize].as_str());
            let entry = Entry::new(Class::Word, form(0, e), form(1, a))?;
            let concept = weights(0, e, together, weight::default_p1(Class::Word));
            Some(Learned { entry, concept, form: weights(1, a, together, weight::ARABIC_P1) })
        };
        ranked.into_iter().filter_map(learned).collect()
    }

    /// What English `word` may be inflected from: itself, if the lexicon lists it.
    fn lemmas(&self, word: &str, candidate: &mut dyn FnMut(&str)) {
        if self.lexicon.lists(word) {
            candidate(word);
        } else {
            english::lemmas(word, &mut |lemma| candidate(lemma));
        }
    }
}

const fn number(lang: Lang) -> usize {
    match lang {
        Lang::English => 0,
        Lang::Arabic => 1,
    }
}

fn items(side: &Side, span: Span) -> Range<u32> {
    let items = side.items_within(side.tokens.within(span));
    items.start as u32..items.end as u32
}

/// The number of the stem of each word, and the stems: of all that `peel` leaves of a word, what most words share. Peeling
/// over-generates: only stems that are `attested` count, and of those that nearly as many share the longest is taken (`كبير`, not the
/// `بير` of `لبيروت`).
fn stems(vocabulary: &Vocabulary, peel: impl Fn(&str, &mut dyn FnMut(&str)), attested: &FxHashSet<String>) -> (Vec<u32>, Vocabulary) {
    let mut all = Vocabulary::default();
    let mut shared: Vec<u32> = Vec::new();
    let mut of_word: Vec<Vec<u32>> = Vec::with_capacity(vocabulary.words.len());
    for word in &vocabulary.words {
        let mut stems = vec![all.number(word)];
        peel(word, &mut |stem| {
            if attested.contains(stem) {
                stems.push(all.number(stem));
            }
        });
        stems.sort_unstable();
        stems.dedup();
        shared.resize(all.words.len(), 0);
        for s in &stems {
            shared[*s as usize] += 1;
        }
        of_word.push(stems);
    }
    let mut kept = Vocabulary::default();
    let best = |stems: &Vec<u32>| {
        let most = stems.iter().map(|s| shared[*s as usize]).max().unwrap_or(0);
        let near = stems.iter().filter(|s| 4 * shared[**s as usize] >= 3 * most);
        near.max_by_key(|s| (all.words[**s as usize].len(), Reverse(**s))).map_or("", |s| &all.words[*s as usize])
    };
    (of_word.iter().map(|stems| kept.number(best(stems))).collect(), kept)
}

/// What is left of Arabic words when clitics and endings are taken off, and nothing is put back.
fn bare(vocabulary: &Vocabulary) -> FxHashSet<String> {
    let mut bare = FxHashSet::default();
    for word in &vocabulary.words {
        arabic::cores(word, &mut |core, _| {
            if core.chars().count() >= SHORTEST && word.contains(core) {
                bare.insert(core.to_owned());
            }
        });
    }
    bare
}

/// The stems of the words of one side of a bead, each once; left over if one of its words is.
fn stemmed(words: &[Seen], stems: &[u32]) -> Vec<Seen> {
    let mut seen: Vec<Seen> = words.iter().map(|s| Seen { word: stems[s.word as usize], ..*s }).collect();
    seen.sort_unstable_by_key(|s| (s.word, s.accounted));
    seen.dedup_by_key(|s| s.word);
    seen
}

/// How often each of so many words was seen.
fn counted<'a>(seen: impl Iterator<Item = &'a Seen>, words: usize) -> Vec<Count> {
    let mut counts = vec![Count::default(); words];
    for seen in seen {
        counts[seen.word as usize].all += 1;
        counts[seen.word as usize].left += u32::from(!seen.accounted);
    }
    counts
}

/// In how many beads two words are left over together, where they often are.
fn left_together(beads: &[[Vec<Seen>; 2]], counts: &[Vec<Count>; 2]) -> impl Iterator<Item = ((u32, u32), u32)> {
    let mut together: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for bead in beads {
        let left = |side: usize| bead[side].iter().filter(move |s| !s.accounted && counts[side][s.word as usize].left >= LEAST);
        for e in left(0) {
            for a in left(1) {
                *together.entry((e.word, a.word)).or_default() += 1;
            }
        }
    }
    together.into_iter().filter(|(_, n)| *n >= LEAST)
}

/// Fisher's exact test.
struct Chance {
    /// Logarithms of factorials.
    factorials: Vec<f64>,
}

impl Chance {
    /// Of so many beads.
    fn new(beads: usize) -> Self {
        let mut sum = 0.0;
        let logarithms = (1..=beads).map(|n| {
            sum += (n as f64).ln();
            sum
        });
        Self { factorials: std::iter::once(0.0).chain(logarithms).collect() }
    }

    /// The logarithm of the chance that two words of so many beads (`of_e` and `of_a`) fall into one at least `together` times.
    fn at_least(&self, together: u32, of_e: u32, of_a: u32) -> f64 {
        let n = self.factorials.len() - 1;
        let ln = |n: usize| self.factorials[n];
        let choose = |n: usize, k: usize| ln(n) - ln(k) - ln(n - k);
        let (e, a) = (of_e as usize, of_a as usize);
        let term = |k: usize| choose(a, k) + choose(n - a, e - k) - choose(n, e);
        let possible = (together as usize).max((e + a).saturating_sub(n))..=e.min(a);
        let terms: Vec<f64> = possible.map(term).collect();
        let top = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if top == f64::NEG_INFINITY { top } else { top + terms.iter().map(|t| (t - top).exp()).sum::<f64>().ln() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs of sentences in which a word that no lexicon has, in forms of its own, stands for another.
    fn pairs(n: usize) -> Vec<(String, String)> {
        let frames = [
            ("The minister visited the {} in Cairo.", "زار الوزير {} في القاهرة."),
            ("Two {}s were closed on Monday.", "وأغلقت {}ات يوم الاثنين."),
            ("Farmers in the north demand a new {}.", "ويطالب المزارعون في الشمال ب{} جديدة."),
        ];
        let others = [
            ("The army attacked the village at night.", "هاجم الجيش القرية ليلا."),
            ("Oil prices rose again.", "وارتفعت أسعار النفط مجددا."),
            ("Rain is expected in the south.", "ويتوقع هطول الأمطار في الجنوب."),
            ("Three children died in the fire.", "وتوفي ثلاثة أطفال في الحريق."),
            ("The court adjourned the trial.", "وأجلت المحكمة المحاكمة."),
        ];
        let put = |(e, a): (&str, &str)| {
            (e.replace("{}", "grommelthrip"), a.replace("{}", if a.contains("{}ات") { "شنطفوز" } else { "شنطفوزة" }))
        };
        (0..n).map(|i| if i % 6 == 0 { put(frames[i / 6 % 3]) } else { put(others[i % 5]) }).collect()
    }

    fn learned(pairs: &[(String, String)]) -> Vec<Learned> {
        let lexicon = Lexicon::default();
        let mut learner = Learner::new(&lexicon);
        for (english, arabic) in pairs {
            let sides = (Side::new(&lexicon, Lang::English, english), Side::new(&lexicon, Lang::Arabic, arabic));
            let whole = |text: &str| Span::new(0, text.len() as u32);
            learner.watch((&sides.1, &sides.0), std::iter::once((whole(arabic), whole(english))));
        }
        learner.pairs()
    }

    #[test]
    fn a_word_that_is_left_over_again_and_again_finds_its_translation() {
        let learned = learned(&pairs(120));
        let shown: Vec<_> = learned.iter().map(|l| (l.entry.english[0].shown.as_str(), l.entry.arabic[0].shown.as_str())).collect();
        assert_eq!(shown, [("grommelthrip", "شنطفوزه")]);
        let lexicon = Lexicon::default().with_learned(&learned);
        let (english, arabic) =
            (Side::new(&lexicon, Lang::English, "He sold his grommelthrips."), Side::new(&lexicon, Lang::Arabic, "وباع شنطفوزاته."));
        let index = Index::new(&lexicon, &arabic);
        let mut links = Vec::new();
        (0..english.items.len() as u32).for_each(|i| index.links(&english, i, 0..arabic.items.len() as u32, &mut links));
        let word = |link: &crate::evidence::link::Link| english.tokens.folded(english.items[link.english as usize].token as usize);
        assert!(links.iter().any(|l| word(l) == "grommelthrips"), "{links:?}");
    }

    #[test]
    fn a_short_text_teaches_nothing() {
        assert_eq!(learned(&pairs(12)), []);
        assert_eq!(learned(&[]), []);
    }

    #[test]
    fn the_chance_is_that_of_fisher() {
        // Three of three among thirty: one way of choosing three out of thirty.
        assert!((Chance::new(30).at_least(3, 3, 3).exp() - 1.0 / 4060.0).abs() < 1e-9);
        // Fisher's tea: three or four of four cups right, among eight.
        assert!((Chance::new(8).at_least(3, 4, 4).exp() - 17.0 / 70.0).abs() < 1e-9);
        assert!((Chance::new(8).at_least(0, 4, 4).exp() - 1.0).abs() < 1e-9);
    }
}
