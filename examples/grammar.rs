//! Estimates how parts of speech follow each other, from English sentences: `cargo run --release --example grammar -- PAIRS.tsv...`
//!
//! Each file has the English sentence in the column before the last; a first line `id source target` is passed over. Prints lines of
//! `src/grammar/data/counts.tsv`: three symbols and how often they are expected in a row.

use std::process::ExitCode;

use muqabala::grammar::chain::Chain;
use muqabala::grammar::model::Model;
use muqabala::grammar::symbol::{COUNT, EDGE, Readings, name, readings};
use muqabala::lang::Lang;
use muqabala::lang::token::Tokens;
use rustc_hash::{FxHashMap, FxHashSet};

/// Rounds of expectation maximisation; the chance of other sentences grows little after them.
const ROUNDS: usize = 6;
/// Smaller counts are left out.
const LEAST: f64 = 0.3;

fn main() -> ExitCode {
    let mut seen = FxHashSet::default();
    let mut sentences: Vec<Vec<Readings>> = Vec::new();
    for file in std::env::args().skip(1) {
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(2);
            }
        };
        for line in text.lines().filter(|l| !l.starts_with("id\t")) {
            let Some(english) = line.rsplit('\t').nth(1) else { continue };
            if seen.insert(english.to_owned()) {
                let tokens = Tokens::new(Lang::English, english);
                sentences.push(readings(english, &tokens, 0..tokens.len()));
            }
        }
    }
    let mut model = Model::new(uniform(&sentences));
    for round in 1..=ROUNDS {
        let mut counts: FxHashMap<_, f64> = FxHashMap::default();
        let mut log_chance = 0.0;
        for sentence in &sentences {
            let chain = Chain::new(&model, sentence);
            log_chance += chain.log_chance();
            chain.trigrams(&mut |three, chance| *counts.entry(three).or_default() += chance);
        }
        eprintln!("round {round}: {log_chance:.0} over {} sentences", sentences.len());
        model = Model::new(counts);
    }
    println!(
        "# Three parts of speech, function words or marks in a row, and how often they are expected in {} sentences.",
        sentences.len()
    );
    for ([a, b, c], count) in model.counts().iter().copied().filter(|(_, count)| *count >= LEAST) {
        println!("{}\t{}\t{}\t{count:.1}", name(a), name(b), name(c));
    }
    ExitCode::SUCCESS
}

/// Counts as if each word were each of its readings by their weights.
fn uniform(sentences: &[Vec<Readings>]) -> Vec<([u8; 3], f64)> {
    let edge: &Readings = &vec![(EDGE, 1.0)];
    let mut counts: FxHashMap<_, f64> = FxHashMap::default();
    for sentence in sentences {
        let words: Vec<&Readings> = [edge, edge].into_iter().chain(sentence).chain([edge, edge]).collect();
        for three in words.windows(3) {
            let sum = |w: &Readings| w.iter().map(|r| r.1).sum::<f64>();
            let all: f64 = three.iter().map(|w| sum(w)).product();
            for a in three[0] {
                for b in three[1] {
                    for c in three[2] {
                        *counts.entry([a.0, b.0, c.0]).or_default() += a.1 * b.1 * c.1 / all;
                    }
                }
            }
        }
    }
    debug_assert!(counts.keys().flatten().all(|s| usize::from(*s) < COUNT));
    counts.into_iter().collect()
}
