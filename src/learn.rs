//! Learning as it goes: translation pairs that the lexicon lacks, induced from the beads of a text that are sure.
//!
//! In those beads, words of either language that nothing accounts for are left over. A word and its translation are left over
//! together, time and again. How unlikely that is by chance is told by Fisher's exact test, corrected for the number of pairs that
//! could have been found (Bonferroni): a short text teaches nothing. That test takes sentences to be independent, so one that is
//! repeated counts once. Words are joined one to one, and only where no other word would do nearly as well: the words of an expression
//! are always left over together, and none of them alone translates a word. A wrong pair does more harm than a right one does good.

use std::cmp::Reverse;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::evidence::account::Account;
use crate::evidence::index::Index;
use crate::evidence::item::{Kind, Side};
use crate::lang::{Lang, arabic, english};
use crate::lexicon::{Class, Entry, Learned, Lexicon, weight, words};
use crate::span::Span;

/// A pair is left over together at least so often.
const LEAST: u32 = 3;
/// So often if the lexicon knows one of the two: it is left over where it has yet another sense, or where it was translated freely.
const LEAST_KNOWN: u32 = 4;
/// Chance that anything at all is learned of texts that have nothing to teach.
const ALPHA: f64 = 0.05;
/// Share of the beads in which the commoner word of a pair is left over that have the other left over, too, at least; of all its beads,
/// if the lexicon knows it.
const TOGETHER: f64 = 0.5;
/// The two are left over together by so much more than either is with any other word.
const MARGIN: f64 = 1.25;
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
    /// Whether the lexicon knows it.
    known: bool,
}

/// The words of a bead.
struct Bead {
    sides: [Vec<Seen>; 2],
    /// The number of its text.
    text: u32,
}

/// How often a word was seen in beads, how often it was left over there, and how often the lexicon knew it.
#[derive(Clone, Copy, Default)]
struct Count {
    all: u32,
    left: u32,
    known: u32,
}

impl Count {
    fn is_known(self) -> bool {
        2 * self.known > self.all
    }

    /// The beads in which a partner should be left over with it.
    fn at_stake(self) -> u32 {
        if self.is_known() { self.all } else { self.left }
    }
}

/// How often two words are left over together.
struct Together {
    beads: u32,
    /// The first text in which they are, and whether there is another.
    first: u32,
    spread: bool,
}

/// What was seen of pairs of texts so far.
pub struct Learner<'a> {
    lexicon: &'a Lexicon,
    words: [Vocabulary; 2],
    beads: Vec<Bead>,
    texts: u32,
    /// What was said so far in either language, hashed.
    said: [FxHashSet<u64>; 2],
    tokens: [usize; 2],
}

impl<'a> Learner<'a> {
    /// Will learn what `lexicon` lacks.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, words: Default::default(), beads: Vec::new(), texts: 0, said: Default::default(), tokens: [0; 2] }
    }

    /// Looks at the words of beads of a text that are sure, where they say what was not said before. `beads` are spans of the two `sides`,
    /// whichever is which.
    pub fn watch(&mut self, sides: (&Side, &Side), beads: impl Iterator<Item = (Span, Span)>) {
        let english_first = sides.0.tokens.lang() == Lang::English;
        let (english, arabic) = if english_first { sides } else { (sides.1, sides.0) };
        let index = Index::new(self.lexicon, arabic);
        let (mut account, mut links) = (Account::default(), Vec::new());
        for (one, other) in beads {
            let (e, a) = if english_first { (one, other) } else { (other, one) };
            self.tokens[0] += english.tokens.within(e).len();
            self.tokens[1] += arabic.tokens.within(a).len();
            let is_new = [self.said[0].insert(said(english, e)), self.said[1].insert(said(arabic, a))];
            if is_new != [true, true] {
                continue;
            }
            let (e, a) = (items(english, e), items(arabic, a));
            links.clear();
            for item in e.clone() {
                index.links(english, item, a.clone(), &mut links);
            }
            account.make(links.iter().copied(), &e, &a);
            let left = self.seen(english, e, |i| account.of_english(i).is_some());
            let right = self.seen(arabic, a, |i| account.of_arabic(i).is_some());
            self.beads.push(Bead { sides: [left, right], text: self.texts });
        }
        self.texts += 1;
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
                seen.push(Seen { word: vocabulary.number(word), accounted: is_accounted(i), known: item.kind == Kind::Word });
            }
        }
        seen
    }

    /// The pairs that they teach, the surest first.
    pub fn pairs(&self) -> Vec<Learned> {
        let [english, arabic] = &self.words;
        let peeled = |word: &str, f: &mut dyn FnMut(&str)| {
            arabic::cores(word, &mut |core, _| {
                if holds(word, core) {
                    f(core);
                }
            });
        };
        let english = stems(english, |word, f| self.lemmas(word, f), &english.words.iter().cloned().collect());
        let stems = [english, stems(arabic, peeled, &bare(arabic))];
        let beads: Vec<Bead> = self.beads.iter().map(|b| Bead { sides: [0, 1].map(|n| stemmed(&b.sides[n], &stems[n].0)), ..*b }).collect();
        let counts = [0, 1].map(|side| counted(beads.iter().flat_map(|bead| &bead.sides[side]), stems[side].1.words.len()));
        let tests = counts.each_ref().map(|c| c.iter().filter(|c| c.left >= LEAST).count() as f64);
        let limit = (ALPHA / (tests[0] * tests[1]).max(1.0)).ln();
        let chance = Chance::new(beads.len());
        let together = left_together(&beads, &counts);
        let rivals = Rivals::new(&together, &counts);
        let form = |side: usize, word: u32| stems[side].1.words[word as usize].as_str();
        let mut ranked: Vec<(f64, u32, u32, u32)> = Vec::new();
        for ((e, a), both) in &together {
            let (of_e, of_a) = (counts[0][*e as usize], counts[1][*a as usize]);
            let known = of_e.is_known() || of_a.is_known();
            let is_often = both.beads >= if known { LEAST_KNOWN } else { LEAST }
                && f64::from(both.beads) >= TOGETHER * f64::from(of_e.at_stake().max(of_a.at_stake()));
            // What a known word does in one text alone is a matter of that text.
            let is_spread = both.spread || self.texts == 1 || !known;
            if is_often && is_spread && dice(both.beads, of_e, of_a) >= MARGIN * rivals.of(*e, *a) {
                let p = chance.at_least(both.beads, of_e.left, of_a.left);
                ranked.extend((p < limit).then_some((p, *e, *a, both.beads)));
            }
        }
        ranked.sort_by(|x, y| x.0.total_cmp(&y.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let weights = |side: usize, word: u32, together: u32, prior: f32| {
            let count = counts[side][word as usize];
            let found = (count.all - count.left + together) as f32;
            let p1 = ((found + prior * STRENGTH) / (count.all as f32 + STRENGTH)).clamp(0.02, 0.985);
            (p1, count.all as f32 / self.tokens[side].max(1) as f32)
        };
        let learned = |(_, e, a, together): (f64, u32, u32, u32)| {
            let entry = Entry::new(Class::Word, std::iter::once(form(0, e)), std::iter::once(form(1, a)))?;
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

/// What a side says, as a number.
fn said(side: &Side, span: Span) -> u64 {
    let mut hasher = FxHasher::default();
    side.tokens.within(span).for_each(|token| side.tokens.folded(token).hash(&mut hasher));
    hasher.finish()
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

/// Whether a core is a part of the word, but for an ending that was put back: cores of verbs are guesses that throw unlike words together.
fn holds(word: &str, core: &str) -> bool {
    word.contains(core) || core.strip_suffix('ه').is_some_and(|rest| rest.chars().count() >= SHORTEST && word.contains(rest))
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
        counts[seen.word as usize].known += u32::from(seen.known);
    }
    counts
}

/// How often two words are left over together, where they often are.
fn left_together(beads: &[Bead], counts: &[Vec<Count>; 2]) -> FxHashMap<(u32, u32), Together> {
    let mut together: FxHashMap<(u32, u32), Together> = FxHashMap::default();
    for Bead { sides, text } in beads {
        let left = |side: usize| sides[side].iter().filter(move |s| !s.accounted && counts[side][s.word as usize].left >= LEAST);
        for e in left(0) {
            for a in left(1) {
                let both = together.entry((e.word, a.word)).or_insert(Together { beads: 0, first: *text, spread: false });
                both.beads += 1;
                both.spread |= both.first != *text;
            }
        }
    }
    together.retain(|_, both| both.beads >= LEAST);
    together
}

/// How much of what is left over of two words is left over together, from 0 to 1 (Dice).
fn dice(together: u32, e: Count, a: Count) -> f64 {
    2.0 * f64::from(together) / f64::from((e.left + a.left).max(1))
}

/// The two best partners of each word.
struct Rivals([FxHashMap<u32, [(f64, u32); 2]>; 2]);

impl Rivals {
    fn new(together: &FxHashMap<(u32, u32), Together>, counts: &[Vec<Count>; 2]) -> Self {
        let mut best: [FxHashMap<u32, [(f64, u32); 2]>; 2] = Default::default();
        for ((e, a), both) in together {
            let dice = dice(both.beads, counts[0][*e as usize], counts[1][*a as usize]);
            for (side, word, partner) in [(0, e, a), (1, a, e)] {
                let [first, second] = best[side].entry(*word).or_default();
                if dice > first.0 {
                    (*first, *second) = ((dice, *partner), *first);
                } else if dice > second.0 {
                    *second = (dice, *partner);
                }
            }
        }
        Self(best)
    }

    /// How well the best partner but each other does for either word of a pair.
    fn of(&self, e: u32, a: u32) -> f64 {
        let but = |side: usize, word: u32, partner: u32| {
            self.0[side].get(&word).map_or(0.0, |[first, second]| if first.1 == partner { second.0 } else { first.0 })
        };
        but(0, e, a).max(but(1, a, e))
    }
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

    const PLACES: [(&str, &str); 6] =
        [("Cairo", "القاهرة"), ("Baghdad", "بغداد"), ("Beirut", "بيروت"), ("Paris", "باريس"), ("London", "لندن"), ("Moscow", "موسكو")];
    const DAYS: [(&str, &str); 5] =
        [("Sunday", "الأحد"), ("Monday", "الاثنين"), ("Tuesday", "الثلاثاء"), ("Wednesday", "الأربعاء"), ("Thursday", "الخميس")];

    /// Pairs of sentences, no two the same, in one of six of which a word that no lexicon has, in forms of its own, stands for another.
    fn pairs(n: usize) -> Vec<(String, String)> {
        let with = [
            ("The minister visited the grommelthrip in {}", "زار الوزير شنطفوزة في {}"),
            ("Two grommelthrips were closed in {}", "وأغلقت شنطفوزات في {}"),
            ("Farmers in {} demand a new grommelthrip", "ويطالب المزارعون في {} بشنطفوزة جديدة"),
        ];
        let others = [
            ("The army attacked the village near {}", "هاجم الجيش القرية قرب {}"),
            ("Oil prices rose again in {}", "وارتفعت أسعار النفط مجددا في {}"),
            ("Rain is expected in {}", "ويتوقع هطول الأمطار في {}"),
            ("Three children died in a fire in {}", "وتوفي ثلاثة أطفال في حريق في {}"),
            ("The court of {} adjourned the trial", "وأجلت محكمة {} المحاكمة"),
        ];
        let pair = |i: usize| {
            let (e, a) = if i.is_multiple_of(6) { with[i / 6 % 3] } else { others[i % 5] };
            let ((place, makan), (day, yawm)) = (PLACES[i / 5 % 6], DAYS[i / 30 % 5]);
            (format!("{} on {day}.", e.replace("{}", place)), format!("{} يوم {yawm}.", a.replace("{}", makan)))
        };
        (0..n).map(pair).collect()
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
    fn what_is_said_again_and_again_is_said_once() {
        let once = pairs(24);
        let again: Vec<_> = once.iter().cycle().take(240).cloned().collect();
        assert_eq!(learned(&again).len(), learned(&once).len());
        let weights = |pairs: &[(String, String)]| learned(pairs).into_iter().map(|l| (l.concept.0, l.form.0)).collect::<Vec<_>>();
        assert_eq!(weights(&[&pairs(120)[..], &again].concat()), weights(&pairs(120)));
    }

    #[test]
    fn the_words_of_an_expression_translate_nothing_alone() {
        let two = pairs(120).into_iter().map(|(e, a)| (e, a.replace("شنطفوزات", "شنطفوزات قلظميخة").replace("شنطفوزة", "شنطفوزة قلظميخة")));
        assert_eq!(learned(&two.collect::<Vec<_>>()), []);
    }

    #[test]
    fn a_word_that_the_lexicon_knows_takes_no_part_in_what_it_does_elsewhere() {
        // `village` is known, and translated as it should be in most places.
        let odd = |(e, a): (String, String)| {
            let is_odd = e.contains("village") && e.contains("Cairo");
            (e, if is_odd { a.replace("القرية", "الشنطفوزة") } else { a })
        };
        let pairs: Vec<_> = pairs(300).into_iter().filter(|(e, _)| !e.contains("grommelthrip")).map(odd).collect();
        assert_eq!(learned(&pairs), []);
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
