//! How well the lexicon covers real translations, and where it does not.
//!
//! ```text
//! coverage show FILE...              shares found in the right sentence and in a wrong one, most frequent misses
//! coverage missing COUNT FILE...     the COUNT most frequent misses of each language, with how often each was met
//! coverage accidents COUNT FILE...   the COUNT entries that match most often in wrong sentences
//! coverage pairs WORD FILE...        the sentence pairs in which WORD, English or Arabic, is unaccounted for
//! coverage leftovers FILE...         of each sentence pair, the words of both sides that are unaccounted for
//! ```
//! Files are tab-separated; the last two columns of a line are an English sentence and its translation.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use muqabala::evidence::index::Index;
use muqabala::evidence::item::{Item, Kind, Side};
use muqabala::evidence::link::Link;
use muqabala::lang::Lang;
use muqabala::lexicon::Lexicon;

/// A wrong sentence is the one so many lines on: far enough to be about something else, near enough to be of the same kind.
const WRONG: usize = 17;
/// Misses that `show` prints.
const SHOWN: usize = 120;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["show", ref files @ ..] => read(files).map(|texts| show(&texts)),
        ["missing", count, ref files @ ..] => read(files).map(|texts| missing(&texts, count.parse().unwrap_or(SHOWN))),
        ["accidents", count, ref files @ ..] => read(files).map(|texts| accidents(&texts, count.parse().unwrap_or(SHOWN))),
        ["pairs", word, ref files @ ..] => read(files).map(|texts| pairs(&texts, word)),
        ["leftovers", ref files @ ..] => read(files).map(|texts| leftovers(&texts)),
        _ => Err("usage: coverage show|missing COUNT|accidents COUNT|pairs WORD|leftovers FILE...".to_owned()),
    }
    .map_or_else(
        |error| {
            eprintln!("{error}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

/// Sentence pairs, analysed.
struct Texts {
    lexicon: Lexicon,
    lines: Vec<(String, String)>,
    sides: Vec<(Side, Side)>,
}

fn read(files: &[&str]) -> Result<Texts, String> {
    let lexicon = Lexicon::default();
    let mut lines = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        for line in text.lines() {
            let mut columns = line.rsplit('\t');
            let (Some(arabic), Some(english)) = (columns.next(), columns.next()) else { continue };
            lines.push((english.to_owned(), arabic.to_owned()));
        }
    }
    let analyse =
        |(english, arabic): &(String, String)| (Side::new(&lexicon, Lang::English, english), Side::new(&lexicon, Lang::Arabic, arabic));
    let sides = lines.iter().map(analyse).collect();
    Ok(Texts { lexicon, lines, sides })
}

impl Texts {
    /// Calls `each` with every English sentence, the Arabic one `shift` lines on, and the links between the two.
    fn compare(&self, shift: usize, mut each: impl FnMut(usize, &Side, &Side, &[Link])) {
        for (i, (english, _)) in self.sides.iter().enumerate() {
            let arabic = &self.sides[(i + shift) % self.sides.len()].1;
            let index = Index::new(&self.lexicon, arabic);
            let mut links = Vec::new();
            for e in 0..english.items.len() as u32 {
                index.links(english, e, 0..arabic.items.len() as u32, &mut links);
            }
            each(i, english, arabic, &links);
        }
    }
}

/// The items of a side, each with whether a link accounts for it.
fn accounted<'a>(side: &'a Side, links: &[Link], item_of: fn(&Link) -> u32) -> impl Iterator<Item = (&'a Item, bool)> {
    let found: BTreeSet<u32> = links.iter().map(item_of).collect();
    side.items.iter().enumerate().map(move |(i, item)| (item, found.contains(&(i as u32))))
}

fn word_of<'a>(side: &'a Side, item: &Item) -> &'a str {
    side.tokens.folded(item.token as usize)
}

/// How often something was met, and how often it was found.
#[derive(Clone, Copy, Default)]
struct Count {
    met: usize,
    found: usize,
}

impl Count {
    fn add(&mut self, found: bool) {
        self.met += 1;
        self.found += usize::from(found);
    }

    fn share(self) -> f64 {
        self.found as f64 / self.met.max(1) as f64
    }

    fn missed(self) -> usize {
        self.met - self.found
    }
}

const KINDS: [&str; 5] = ["word", "name", "number", "unknown", "link"];

fn kind(item: &Item) -> usize {
    match item.kind {
        Kind::Word => 0,
        Kind::Name => 1,
        Kind::Quantity(_) => 2,
        Kind::Unknown => 3,
        Kind::Link => 4,
    }
}

fn show(texts: &Texts) {
    for (place, shift) in [("right", 0), ("wrong", WRONG)] {
        let mut counts = [[Count::default(); 2]; KINDS.len()];
        texts.compare(shift, |_, english, arabic, links| {
            accounted(english, links, |l| l.english).for_each(|(item, found)| counts[kind(item)][0].add(found));
            accounted(arabic, links, |l| l.arabic).for_each(|(item, found)| counts[kind(item)][1].add(found));
        });
        for (name, [english, arabic]) in KINDS.iter().zip(counts) {
            let (e, a) = (english.share(), arabic.share());
            println!("{place} sentence, {name:8} English {:6} found {e:.3}   Arabic {:6} found {a:.3}", english.met, arabic.met);
        }
    }
    for words in misses(texts) {
        println!("{}", words.iter().take(SHOWN).map(|(word, count)| format!("{word}:{}", count.missed())).collect::<Vec<_>>().join(" "));
    }
}

fn missing(texts: &Texts, most: usize) {
    for (language, words) in ["English", "Arabic"].iter().zip(misses(texts)) {
        for (word, count) in words.iter().take(most) {
            println!("{language}\t{word}\t{}\t{}", count.missed(), count.met);
        }
    }
}

/// The words of each language that were missed, most often missed first.
fn misses(texts: &Texts) -> [Vec<(String, Count)>; 2] {
    let mut counts = [BTreeMap::<String, Count>::new(), BTreeMap::new()];
    texts.compare(0, |_, english, arabic, links| {
        for (item, found) in accounted(english, links, |l| l.english) {
            counts[0].entry(word_of(english, item).to_owned()).or_default().add(found);
        }
        for (item, found) in accounted(arabic, links, |l| l.arabic) {
            counts[1].entry(word_of(arabic, item).to_owned()).or_default().add(found);
        }
    });
    counts.map(|counts| {
        let mut words: Vec<(String, Count)> = counts.into_iter().filter(|(_, count)| count.missed() > 0).collect();
        words.sort_by_key(|(_, count)| std::cmp::Reverse(count.missed()));
        words
    })
}

/// Which concept met which form in wrong sentences, and how often each did in right ones.
fn accidents(texts: &Texts, most: usize) {
    let mut met: BTreeMap<(u32, u32), [usize; 2]> = BTreeMap::new();
    for (which, shift) in [0, WRONG].into_iter().enumerate() {
        texts.compare(shift, |_, english, arabic, links| {
            for link in links {
                let (e, a) = (&english.items[link.english as usize], &arabic.items[link.arabic as usize]);
                let forms: Vec<u32> = arabic.readings.of(a.token as usize).iter().map(|r| r.id).collect();
                for concept in english.readings.of(e.token as usize) {
                    for form in texts.lexicon.arabic_forms(concept.id).filter(|f| forms.contains(f)) {
                        met.entry((concept.id, form)).or_default()[which] += 1;
                    }
                }
            }
        });
    }
    let mut met: Vec<_> = met.into_iter().collect();
    met.sort_by_key(|(_, [_, wrong])| std::cmp::Reverse(*wrong));
    println!("wrong\tright\tEnglish\tArabic");
    for ((concept, form), [right, wrong]) in met.iter().take(most) {
        println!("{wrong}\t{right}\t{}\t{}", texts.lexicon.name(*concept), texts.lexicon.spelling(*form));
    }
}

fn pairs(texts: &Texts, word: &str) {
    let folded = [Lang::English.fold(word), Lang::Arabic.fold(word)];
    texts.compare(0, |i, english, arabic, links| {
        let missed = accounted(english, links, |l| l.english).any(|(item, found)| !found && word_of(english, item) == folded[0])
            || accounted(arabic, links, |l| l.arabic).any(|(item, found)| !found && word_of(arabic, item) == folded[1]);
        if missed {
            println!("{}\n{}\n", texts.lines[i].0, texts.lines[i].1);
        }
    });
}

fn leftovers(texts: &Texts) {
    texts.compare(0, |_, english, arabic, links| {
        let of = |side, item_of| {
            let missed = accounted(side, links, item_of).filter(|(_, found)| !found);
            missed.map(|(item, _)| word_of(side, item)).collect::<Vec<_>>().join(" ")
        };
        println!("{}\t{}", of(english, |l: &Link| l.english), of(arabic, |l: &Link| l.arabic));
    });
}
