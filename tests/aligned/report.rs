//! What must hold for the reports of the samples: they quote the texts, and say the same however the work is done.

use std::collections::BTreeSet;

use muqabala::article::{Article, GivenBead, Text};
use muqabala::lang::Lang;
use muqabala::pipeline::{Options, audit};
use muqabala::report::row::Row;
use muqabala::span::Span;

use crate::samples::Sample;

/// Confidence from which on a finding does not hang on other sentences.
const SURE: f64 = 0.75;

/// All findings, doubtful ones too: what is asked here must hold for every one.
fn options() -> Options {
    Options { min_confidence: 0.0, ..Options::default() }
}

fn rows(article: &Article) -> Vec<Row> {
    audit(article, &options()).findings.iter().map(|finding| Row::new(finding, article)).collect()
}

#[test]
fn every_finding_quotes_the_exact_words() {
    for Sample { name, article, .. } in Sample::all() {
        for finding in audit(&article, &options()).findings {
            let sides = [(finding.source, &article.source), (finding.target, &article.target)];
            assert!(sides.iter().any(|(place, _)| place.is_some_and(|p| !p.words.is_empty())), "{name}: nothing is quoted\n{finding:?}");
            for (place, text) in sides {
                let Some(place) = place else { continue };
                let words = text.raw.get(place.words.range()).unwrap_or_else(|| panic!("{name}: no words\n{finding:?}"));
                assert!(words == words.trim() && place.segment.contains(place.words), "{name}: {words}\n{finding:?}");
                let line = text.raw[..place.words.start as usize].matches('\n').count() + 1;
                assert_eq!(place.line as usize, line, "{name}: {words}\n{finding:?}");
                // Neither half a word nor half a number, nor half of `al-Thawra`.
                let inside = |before: Option<char>, after: Option<char>| {
                    before.zip(after).is_some_and(|(b, a)| (b.is_alphabetic() && a.is_alphabetic()) || (b.is_numeric() && a.is_numeric()))
                };
                let (start, end) = (place.words.start as usize, place.words.end as usize);
                if !words.is_empty() {
                    let article = words.to_lowercase().ends_with(" al") && text.raw[end..].starts_with('-');
                    assert!(!article, "{name}: {words}");
                    assert!(!inside(words.chars().next_back(), text.raw[end..].chars().next()), "{name}: {words}");
                    let prefixed = text.lang == Lang::Arabic;
                    assert!(prefixed || !inside(text.raw[..start].chars().next_back(), words.chars().next()), "{name}: {words}");
                }
            }
            let row = Row::new(&finding, &article);
            assert_eq!(&row.source[row.source_mark.clone()], row.source_span, "{name}");
            assert_eq!(&row.target[row.target_mark.clone()], row.target_span, "{name}");
            assert!(!row.message.is_empty() && row.message.ends_with(['.', '”']), "{name}: {}", row.message);
        }
    }
}

/// An article of the beads of another, each a paragraph on either side.
fn article(beads: &[(String, String)]) -> Article {
    let text = |side: fn(&(String, String)) -> &String| {
        let paragraphs: Vec<&str> = beads.iter().map(|bead| side(bead).as_str()).filter(|text| !text.is_empty()).collect();
        Text::new("text", paragraphs.join("\n\n")).unwrap()
    };
    Article { id: "a".into(), source: text(|bead| &bead.0), target: text(|bead| &bead.1), given: Vec::new() }
}

/// The same beads, as rows of a table.
fn table(beads: &[(String, String)]) -> Article {
    let mut table = article(&[("a".into(), "ا".into())]);
    (table.source.raw, table.target.raw) = (String::new(), String::new());
    (table.source.lang, table.target.lang) = (Lang::detect(&beads[0].0).unwrap(), Lang::detect(&beads[0].1).unwrap());
    let append = |text: &mut String, cell: &str| {
        let start = text.len() as u32;
        text.push_str(cell);
        let span = Span::new(start, text.len() as u32);
        text.push('\n');
        span
    };
    for (n, (source, target)) in beads.iter().enumerate() {
        let (source, target) = (append(&mut table.source.raw, source), append(&mut table.target.raw, target));
        table.given.push(GivenBead { id: n.to_string(), source, target, line: n as u32 + 2 });
    }
    table
}

fn ids(rows: &[Row]) -> BTreeSet<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

/// Those who judged a finding find it again after the article was edited elsewhere. What was in doubt may be seen otherwise then, since the whole
/// article is evidence; but what is still found keeps its id.
#[test]
fn ids_do_not_depend_on_the_rest_of_the_article() {
    for sample in Sample::all() {
        let before = rows(&article(&sample.gold));
        let source_lang = sample.article.source.lang;
        let mut new = ("Bees live here.".to_owned(), "يعيش النحل هنا.".to_owned());
        if source_lang == Lang::Arabic {
            new = (new.1, new.0);
        }
        // A sentence more, in front of all; a sentence less; and the last third first.
        let added: Vec<_> = [new].into_iter().chain(sample.gold.iter().cloned()).collect();
        let silent = |(source, _): &&(String, String)| {
            !source.is_empty() && !before.iter().any(|row| row.source == *source && row.confidence >= SURE)
        };
        let removed_at = sample.gold.iter().skip(2).find(silent).and_then(|bead| sample.gold.iter().position(|b| b == bead)).unwrap();
        let mut removed = sample.gold.clone();
        removed.remove(removed_at);
        let mut moved = sample.gold.clone();
        moved.rotate_left(sample.gold.len() / 3 * 2);
        for (what, beads) in [("added", added), ("removed", removed), ("moved", moved)] {
            let after = rows(&article(&beads));
            let words = |row: &Row| [&row.rule, &row.source, &row.target, &row.source_span, &row.target_span].map(String::clone);
            for row in before.iter().filter(|row| !ids(&after).contains(row.id.as_str())) {
                let (name, told) = (&sample.name, words(row).join(" | "));
                assert!(row.confidence < SURE, "{name}: a sentence {what}, and this is not found again\n{told}");
                assert!(!after.iter().any(|a| words(a) == words(row)), "{name}: a sentence {what}, and this has another id\n{told}");
            }
        }
    }
}

#[test]
fn rows_of_a_table_do_not_know_each_other() {
    for sample in Sample::all() {
        let before = rows(&table(&sample.gold));
        let mut beads = sample.gold.clone();
        beads.reverse();
        assert_eq!(ids(&before), ids(&rows(&table(&beads))), "{}: reversed", sample.name);
        let half = rows(&table(&sample.gold[..sample.gold.len() / 2]));
        assert!(ids(&half).is_subset(&ids(&before)), "{}: the first half", sample.name);
    }
}

/// The same text with the digits of another script.
fn with_digits(text: &str, zero: char) -> String {
    text.chars().map(|c| muqabala::lang::fold::digit(c).and_then(|d| char::from_u32(u32::from(zero) + u32::from(d))).unwrap_or(c)).collect()
}

#[test]
fn digits_of_both_scripts_say_the_same() {
    for Sample { name, mut article, .. } in Sample::all() {
        let mut told = Vec::new();
        for zero in ['0', '٠', '۰'] {
            let arabic = if article.source.lang == Lang::Arabic { &mut article.source } else { &mut article.target };
            arabic.raw = with_digits(&arabic.raw, zero);
            let rows = rows(&article).into_iter().map(|row| {
                let cells = row.cells().map(|cell| with_digits(&cell, '0'));
                cells[1..].join(" | ")
            });
            told.push(rows.collect::<Vec<_>>());
        }
        assert_eq!(told[0], told[1], "{name}");
        assert_eq!(told[0], told[2], "{name}");
    }
}

/// The same bytes for one thread and for many.
#[test]
fn threads_change_nothing() {
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    for sample in Sample::all() {
        let all: Vec<_> = [1, 2, 7].map(|threads| pool(threads).install(|| format!("{:?}", rows(&sample.article)))).into();
        assert!(all.iter().all(|rows| *rows == all[0]), "{}", sample.name);
    }
}
