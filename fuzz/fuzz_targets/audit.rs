//! Segmentation, numbers, dates, names, alignment, all rules and the reports: a source and a target, parted by a blank line.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muqabala::article::{Article, Text};
use muqabala::pipeline::{Options, audit};
use muqabala::report::edition::{Edition, Story};
use muqabala::report::row::Row;
use muqabala::report::{csv, html, jsonl, sarif};

fuzz_target!(|data: &str| {
    let (source, target) = data.split_once("\n\n").unwrap_or((data, ""));
    let (Some(source), Some(target)) = (Text::new("s", source), Text::new("t", target)) else { return };
    if source.lang == target.lang {
        return;
    }
    let article = Article { id: "a".into(), source, target, given: Vec::new() };
    let report = audit(&article, &Options { min_confidence: 0.0, ..Options::default() });
    let rows: Vec<Row> = report.findings.iter().map(|finding| Row::new(finding, &article)).collect();
    let of_article = report.articles.iter().zip(&report.aligned);
    let stories: Vec<Story> = of_article
        .map(|(summary, aligned)| Story {
            article: &article,
            summary,
            source: &aligned.source,
            target: &aligned.target,
            beads: &aligned.beads,
        })
        .collect();
    let edition = Edition { stories: &stories, rows: &rows, ..Edition::default() };
    let mut out = Vec::new();
    csv::write(&rows, edition.dialect, &mut out).unwrap();
    jsonl::write(&rows, &mut out).unwrap();
    sarif::write(&edition, &mut out).unwrap();
    html::write(&edition, &mut out).unwrap();
});
