//! How well names are found across scripts: prints the table that the constants of `lang::skeleton` are from.
//!
//! `cargo run --release --example names [--misses] [FILE.tsv ...]`
//!
//! Without a file it measures on the project's gazetteer. A file has one row a sentence pair, whose last two columns are
//! English and Arabic.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::time::Instant;

use muqabala::lang::Lang;
use muqabala::lang::fold;
use muqabala::lang::skeleton::{Skeleton, Variants};
use muqabala::lang::token::{Capital, Kind, Tokens};

const DATA: &str = "src/lexicon/data";
const KINDS: [&str; 7] = ["person", "given_name", "city", "capital_city", "country", "region", "organisation"];
/// A gazetteer pair farther than this is a translation or an old name (`Damascus`), not a rendering by ear.
const EXONYM: f32 = 0.4;

fn main() {
    let (options, files): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let misses = options.iter().any(|o| o == "--misses");
    gazetteer(misses);
    if !files.is_empty() {
        rows(&files, misses);
    }
}

/// A generator of numbers, the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn lines(file: &str) -> Vec<String> {
    fs::read_to_string(format!("{DATA}/{file}")).expect(file).lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect()
}

/// English words of a gazetteer file with the words that stand in their place in Arabic.
fn pairs(kind: &str) -> BTreeMap<String, Vec<String>> {
    let mut pairs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines(&format!("gazetteer/{kind}.tsv")) {
        let Some((english, arabic)) = line.split_once('\t') else { continue };
        for e in english.split('|') {
            let e: Vec<&str> = e.split([' ', '-']).collect();
            for a in arabic.split('|') {
                let a: Vec<&str> = a.split([' ', '-']).collect();
                if e.len() == a.len() && (kind == "person" || e.len() == 1) {
                    for (e, a) in e.iter().zip(&a) {
                        pairs.entry((*e).to_owned()).or_default().push((*a).to_owned());
                    }
                }
            }
        }
    }
    pairs
}

fn gazetteer(misses: bool) {
    let mut all: Vec<(Skeleton, Variants)> = Vec::new();
    println!("{:14}{:>7}{:>9}{:>9}{:>9}{:>10}{:>8}", "gazetteer", "pairs", "<= 0.05", "same", "exonyms", "same less", "key");
    for kind in KINDS {
        let (mut near, mut same, mut exonyms, mut keys, mut n) = (0, 0, 0, 0, 0);
        for (e, list) in pairs(kind) {
            let english = Skeleton::english(&e);
            let (distance, arabic, variants) = list
                .iter()
                .map(|a| {
                    let variants = Skeleton::arabic_variants(&fold::arabic(a));
                    let best = variants.iter().map(|v| english.distance(v)).min_by(f32::total_cmp).unwrap_or(9.0);
                    (best, a, variants)
                })
                .min_by(|x, y| x.0.total_cmp(&y.0))
                .expect("every English form has an Arabic one");
            n += 1;
            near += usize::from(distance <= 0.05);
            exonyms += usize::from(distance > EXONYM);
            if variants.same(&english).is_some() {
                same += 1;
                keys += usize::from(variants.iter().any(|v| english.same(v).is_some() && english.key() == v.key()));
                all.push((english, variants));
            } else if misses && distance <= EXONYM {
                println!("  miss {kind} {e} {arabic} {distance:.2}");
            }
        }
        let rate = |a: usize, b: usize| 100.0 * a as f32 / b as f32;
        println!(
            "{kind:14}{n:>7}{:>9.1}{:>9.1}{exonyms:>9}{:>10.1}{:>8.1}",
            rate(near, n),
            rate(same, n),
            rate(same, n - exonyms),
            rate(keys, same)
        );
    }
    let mut dice = Dice(1);
    let (mut same, mut keys) = (0, 0);
    let tries = 1_000_000;
    let clock = Instant::now();
    for _ in 0..tries {
        let (e, a) = (all[dice.roll(all.len())].0, all[dice.roll(all.len())].1);
        same += usize::from(a.same(&e).is_some());
        keys += usize::from(a.iter().any(|v| v.key() == e.key()));
    }
    println!("random pairs of them: same {:.3} %, key {:.3} %, {:?} each", same as f32 / 1e4, keys as f32 / 1e4, clock.elapsed() / tries);
}

/// The words that the lexicon or the gazetteer knows.
fn known() -> HashSet<String> {
    let mut known = HashSet::new();
    for file in ["words.tsv", "irregular.tsv", "spelling.tsv", "function_en.txt"] {
        known.extend(lines(file).iter().map(|l| fold::english(l.split('\t').next().unwrap_or("")).into_owned()));
    }
    for entry in fs::read_dir(format!("{DATA}/gazetteer")).expect("gazetteer") {
        for line in fs::read_to_string(entry.expect("entry").path()).expect("file").lines() {
            known.extend(line.split('\t').next().unwrap_or("").split(['|', ' ', '-', '/']).map(|w| fold::english(w).into_owned()));
        }
    }
    known
}

fn is_known(known: &HashSet<String>, word: &str) -> bool {
    let stems = ["", "s", "es", "ed", "d", "ing", "er", "ly", "n"];
    stems
        .iter()
        .filter_map(|s| word.strip_suffix(s))
        .any(|w| known.contains(w) || (w.len() < word.len() && known.contains(&format!("{w}e"))))
}

/// Readings of the single words of a row, and of its pairs of neighbours.
fn readings(arabic: &str) -> Vec<(String, Variants)> {
    let tokens = Tokens::new(Lang::Arabic, arabic);
    let words: Vec<&str> = (0..tokens.len()).filter(|i| tokens.list()[*i].kind == Kind::Word).map(|i| tokens.folded(i)).collect();
    let single = words.iter().map(|w| (*w).to_owned());
    let double = words.windows(2).map(|w| w.join(" "));
    single.chain(double).map(|w| (w.clone(), Skeleton::arabic_variants(&w))).collect()
}

fn rows(files: &[String], misses: bool) {
    const RANDOM: usize = 10;
    let known = known();
    let rows: Vec<(String, String)> = files
        .iter()
        .flat_map(|f| fs::read_to_string(f).expect("a readable file").lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|l| {
            let mut c = l.rsplit('\t');
            let arabic = c.next()?.to_owned();
            Some((c.next()?.to_owned(), arabic))
        })
        .collect();
    let arabic: Vec<_> = rows.iter().map(|r| readings(&r.1)).collect();
    let mut dice = Dice(7);
    // By consonants: names, found in the true row, found in random rows, matches of random tokens, random tokens.
    let mut table = [[0_usize; 5]; 9];
    let mut false_hits: HashMap<String, usize> = HashMap::new();
    let clock = Instant::now();
    let mut compared = 0;
    for (r, (english, target)) in rows.iter().enumerate() {
        let tokens = Tokens::new(Lang::English, english);
        let words: Vec<_> = tokens.list().iter().filter(|t| t.kind == Kind::Word).collect();
        if words.iter().filter(|t| t.capital != Capital::Lower).count() * 2 > words.len() {
            continue;
        }
        for i in 1..tokens.len() {
            let (token, before) = (tokens.list()[i], tokens.list()[i - 1]);
            let running = before.kind != Kind::Symbol || ["-", ",", "&"].contains(&before.span.of(english));
            let name = token.kind == Kind::Word && matches!(token.capital, Capital::Initial | Capital::Mixed);
            if !(name && running)
                || tokens.folded(i).len() < 2
                || is_known(&known, tokens.folded(i))
                || target.to_lowercase().contains(tokens.folded(i))
            {
                continue;
            }
            let skeleton = Skeleton::english(token.span.of(english));
            let line = &mut table[skeleton.consonants().min(8)];
            line[0] += 1;
            if arabic[r].iter().any(|(_, v)| v.same(&skeleton).is_some()) {
                line[1] += 1;
            } else if misses {
                let best = |v: &Variants| v.iter().map(|v| skeleton.distance(v)).min_by(f32::total_cmp).unwrap_or(9.0);
                let near = arabic[r].iter().map(|(w, v)| (best(v), w)).min_by(|a, b| a.0.total_cmp(&b.0));
                println!("  miss {} {near:?}", token.span.of(english));
            }
            for _ in 0..RANDOM {
                let other = &arabic[dice.roll(rows.len())];
                let hits: Vec<_> = other.iter().filter(|(_, v)| v.same(&skeleton).is_some()).collect();
                compared += other.len();
                line[2] += usize::from(!hits.is_empty());
                line[3] += hits.len();
                line[4] += other.len();
                for (word, _) in hits {
                    *false_hits.entry(format!("{} {word}", token.span.of(english))).or_default() += 1;
                }
            }
        }
    }
    let took = clock.elapsed() / u32::try_from(compared).unwrap_or(1);
    println!("{:>10}{:>8}{:>12}{:>14}{:>18}", "consonants", "names", "true row %", "random row %", "random token");
    let mut sum = [0; 5];
    let print = |label: &str, l: &[usize; 5]| {
        let rate = |a: usize, b: usize| 100.0 * a as f32 / b.max(1) as f32;
        println!("{label:>10}{:>8}{:>12.1}{:>14.2}{:>18.6}", l[0], rate(l[1], l[0]), rate(l[2], l[0] * RANDOM), rate(l[3], l[4]) / 100.0);
    };
    for (k, l) in table.iter().enumerate() {
        print(&k.to_string(), l);
        (0..5).for_each(|i| sum[i] += l[i]);
    }
    print("all", &sum);
    println!("{took:?} a token");
    if misses {
        let mut list: Vec<_> = false_hits.into_iter().collect();
        list.sort();
        println!("  false {list:?}");
    }
}
