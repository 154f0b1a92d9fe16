//! What a house lexicon is worth: `cargo run --release --example house -- FOLDER... TABLE.tsv... [--show]`
//!
//! Of every folder (NAME.en, NAME.ar, NAME.gold, one segment a line) and of every table (article, ..., English, Arabic: a row a pair of
//! sentences that translate each other well), every other article teaches, all of them together; the others are held out. Prints the
//! strict F1 of the alignment of the held-out articles of the folders, and the share of the held-out rows of the tables that are
//! flagged, without and with what was learned; with our lexicon, and with a part of its entries. What was learned is held against the
//! whole lexicon: the share of the pairs that it has, of those whose words it knows. With `--show` it lists the pairs.

mod gold;

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use gold::{Document, f1};
use muqabala::article::{Article, Text};
use muqabala::evidence::index::Index;
use muqabala::evidence::item::{Kind, Side};
use muqabala::lang::Lang;
use muqabala::lexicon::{Learned, Lexicon};
use muqabala::pipeline::{Options, audit, learn_from};
use muqabala::segment::By;

fn main() -> Result<(), Box<dyn Error>> {
    let show = std::env::args().any(|a| a == "--show");
    let paths: Vec<PathBuf> = std::env::args().skip(1).filter(|a| a != "--show").map(PathBuf::from).collect();
    let (mut taught, mut documents, mut articles) = (Vec::new(), Vec::new(), Vec::new());
    for path in &paths {
        if path.is_dir() {
            let (teach, test): (Vec<_>, Vec<_>) = Document::all(path)?.into_iter().enumerate().partition(|(n, _)| n % 2 == 0);
            taught.extend(teach.iter().filter_map(|(_, d)| d.article()));
            documents.extend(test.into_iter().map(|(_, d)| d));
        } else {
            let (teach, test): (Vec<_>, Vec<_>) = table(path)?.into_iter().enumerate().partition(|(n, _)| n % 2 == 0);
            taught.extend(teach.into_iter().map(|(_, a)| a));
            articles.extend(test.into_iter().map(|(_, a)| a));
        }
    }
    println!("{} articles teach; {} and {} are held out.\n", taught.len(), documents.len(), articles.len());
    println!(
        "| entries of the lexicon | pairs learned | right, of those known | strict F1 | with the house lexicon | clean rows flagged | with the house lexicon |"
    );
    println!("|---|---|---|---|---|---|---|");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let whole = Lexicon::of_folder(&data, |_| true)?;
    for (name, step) in [("all", 1), ("one in two", 2), ("one in four", 4), ("one in eight", 8)] {
        let options = Options { by: By::Line, lexicon: Lexicon::of_folder(&data, |n| n % step == 0)?, ..Options::default() };
        let learned = learn_from(taught.len(), |n| Some(taught[n].clone()), &options);
        let with = Options { lexicon: options.lexicon.with_learned(&learned), ..options.clone() };
        let judged: Vec<Option<bool>> = learned.iter().map(|l| is_right(&whole, l)).collect();
        let (known, right) = (judged.iter().flatten().count(), judged.iter().flatten().filter(|r| **r).count());
        let scores = [f1(&documents, &options), f1(&documents, &with)].map(|f| format!("{f:.4}")).join(" | ");
        let flagged = [flagged(&articles, &options), flagged(&articles, &with)].map(|(n, of)| format!("{n} of {of}")).join(" | ");
        println!("| {name} | {} | {right} of {known} | {scores} | {flagged} |", learned.len());
        for (pair, judged) in learned.iter().zip(judged).filter(|_| show) {
            let mark = judged.map_or("?", |right| if right { "+" } else { "-" });
            println!("  {mark} {}\t{}", pair.entry.english[0].shown, pair.entry.arabic[0].shown);
        }
    }
    Ok(())
}

/// The articles of a table, in the order of their names.
fn table(path: &Path) -> Result<Vec<Article>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let mut articles: BTreeMap<&str, (String, String)> = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [first, .., english, arabic] = &cells[..] else { continue };
        let sides = articles.entry(first).or_default();
        for (side, cell) in [(&mut sides.0, english), (&mut sides.1, arabic)] {
            side.push_str(cell.trim());
            side.push('\n');
        }
    }
    let article = |(id, (english, arabic)): (&str, (String, String))| {
        let (source, target) = (Text::new("en", english)?, Text::new("ar", arabic)?);
        Some(Article { id: id.to_owned(), source, target, given: Vec::new() })
    };
    Ok(articles.into_iter().filter_map(article).collect())
}

/// How many rows have findings, and how many rows there are.
fn flagged(articles: &[Article], options: &Options) -> (usize, usize) {
    articles.iter().fold((0, 0), |(flagged, rows), article| {
        let report = audit(article, options);
        let pairs: HashSet<&str> = report.findings.iter().map(|f| f.pair.as_str()).collect();
        (flagged + pairs.len(), rows + article.source.raw.lines().count())
    })
}

/// Whether the lexicon has a pair; `None` if it does not know one of the words.
fn is_right(lexicon: &Lexicon, learned: &Learned) -> Option<bool> {
    let english = Side::new(lexicon, Lang::English, &learned.entry.english[0].shown);
    let arabic = Side::new(lexicon, Lang::Arabic, &learned.entry.arabic[0].shown);
    let is_known = |side: &Side| side.items.iter().any(|i| i.kind == Kind::Word);
    let (index, mut links) = (Index::new(lexicon, &arabic), Vec::new());
    (0..english.items.len() as u32).for_each(|i| index.links(&english, i, 0..arabic.items.len() as u32, &mut links));
    (is_known(&english) && is_known(&arabic) || !links.is_empty()).then_some(!links.is_empty())
}
