//! How fast: `cargo bench`. All texts are made of those in `aligned/`.
//!
//! Every stage is run on one article and on a long text: the articles one after the other, again and again, each time with other
//! numbers, so that no two passages are the same. Throughput is told in bytes of both texts, or in their segments, per second.

use std::fs;
use std::path::Path;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use muqabala::align::{self, Cut};
use muqabala::article::{Article, GivenBead, Text};
use muqabala::evidence::item::Side;
use muqabala::lang::Lang;
use muqabala::lexicon::Lexicon;
use muqabala::pipeline::{self, Options};
use muqabala::segment::{By, segments};
use muqabala::span::Span;
use rayon::prelude::*;

fn main() {
    divan::main();
}

const SAMPLES: [&str; 8] = ["court", "disaster", "economy", "health", "politics", "science", "sport", "war"];

/// English and Arabic of a sample.
fn sample(name: &str) -> (String, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned").join(name);
    let read = |file: &str| fs::read_to_string(folder.join(file)).ok();
    let english = read("source.en.txt").or_else(|| read("target.en.txt")).expect("an English text");
    let arabic = read("target.ar.txt").or_else(|| read("source.ar.txt")).expect("an Arabic text");
    (english, arabic)
}

/// So many articles on end. From round to round the digits of a number change, the same way on both sides.
fn long(articles: usize) -> (String, String) {
    let samples = SAMPLES.map(sample);
    let (mut english, mut arabic) = (String::new(), String::new());
    for n in 0..articles {
        let (e, a) = &samples[n % SAMPLES.len()];
        for (text, from) in [(&mut english, e), (&mut arabic, a)] {
            text.extend(from.chars().map(|c| c.to_digit(10).map_or(c, |d| turned(d, n / SAMPLES.len()))));
            text.push_str("\n\n");
        }
    }
    (english, arabic)
}

/// Another digit, never the same for two digits of one round.
fn turned(digit: u32, round: usize) -> char {
    char::from_digit((digit + round as u32) % 10, 10).unwrap_or('0')
}

fn article((english, arabic): (String, String)) -> Article {
    let text = |raw: String| Text::new("text", raw).expect("letters");
    Article { id: "bench".into(), source: text(english), target: text(arabic), given: Vec::new() }
}

fn bytes(article: &Article) -> BytesCount {
    BytesCount::new(article.source.raw.len() + article.target.raw.len())
}

/// A thousand articles, read and aligned side by side as `batch` does: an archive of a few days.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn thousand_articles(bencher: Bencher) {
    let samples = SAMPLES.map(sample);
    let turn = |text: &str, round| text.chars().map(|c| c.to_digit(10).map_or(c, |d| turned(d, round))).collect();
    let of = |n: usize| article((turn(&samples[n % 8].0, n / 8), turn(&samples[n % 8].1, n / 8)));
    let articles: Vec<Article> = (0..1_000).map(of).collect();
    let options = Options::default();
    bencher
        .counter(ItemsCount::new(articles.len()))
        .bench(|| articles.par_iter().map(|article| pipeline::align(black_box(article), &options).beads.len()).sum::<usize>());
}

/// Tokens, readings, numbers, dates and items.
#[divan::bench(args = [1, 64])]
fn reading(bencher: Bencher, articles: usize) {
    let (lexicon, article) = (Lexicon::default(), article(long(articles)));
    bencher
        .counter(bytes(&article))
        .bench(|| [&article.source, &article.target].map(|text| Side::new(&lexicon, text.lang, black_box(&text.raw))));
}

/// Sentences.
#[divan::bench(args = [1, 64])]
fn segmentation(bencher: Bencher, articles: usize) {
    let article = article(long(articles));
    bencher
        .counter(bytes(&article))
        .bench(|| [&article.source, &article.target].map(|text| segments(text.lang, black_box(&text.raw), By::Sentence)));
}

/// Beads of texts that are read and cut.
#[divan::bench(args = [1, 8, 64, 512])]
fn alignment(bencher: Bencher, articles: usize) {
    let (lexicon, article) = (Lexicon::default(), article(long(articles)));
    let read = |text: &Text| (Side::new(&lexicon, text.lang, &text.raw), segments(text.lang, &text.raw, By::Sentence));
    let (source, target) = (read(&article.source), read(&article.target));
    let cut = |(side, segments)| Cut { side, segments };
    let cuts = (cut((&source.0, &source.1[..])), cut((&target.0, &target.1[..])));
    bencher
        .counter(ItemsCount::new(source.1.len() + target.1.len()))
        .bench(|| align::align(&lexicon, black_box(cuts.0), black_box(cuts.1)));
}

/// All of `muqabala audit`, but for files.
#[divan::bench(args = [1, 64])]
fn audit(bencher: Bencher, articles: usize) {
    let (options, article) = (Options::default(), article(long(articles)));
    bencher.counter(bytes(&article)).bench(|| pipeline::audit(black_box(&article), &options));
}

/// The audit of pairs that came aligned: the gold beads of all samples.
#[divan::bench]
fn audit_of_pairs(bencher: Bencher) {
    let mut all = (String::new(), String::new());
    let mut given = Vec::new();
    for name in SAMPLES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned").join(name);
        let gold = fs::read_to_string(folder.join("gold.tsv")).expect("gold beads");
        for line in gold.lines().skip(1) {
            let mut cells = line.split('\t').skip(1);
            let (source, target) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            let arabic_first = Lang::detect(source).or(Lang::detect(target).map(Lang::other)) == Some(Lang::Arabic);
            let (english, arabic) = if arabic_first { (target, source) } else { (source, target) };
            let put = |text: &mut String, words: &str| {
                let start = text.len() as u32;
                text.push_str(words);
                text.push('\n');
                Span::new(start, start + words.len() as u32)
            };
            let (source, target) = (put(&mut all.0, english), put(&mut all.1, arabic));
            given.push(GivenBead { id: given.len().to_string(), source, target, line: given.len() as u32 + 1 });
        }
    }
    let pairs = ItemsCount::new(given.len());
    let (options, article) = (Options::default(), Article { given, ..article(all) });
    bencher.counter(pairs).bench(|| pipeline::audit(black_box(&article), &options));
}
