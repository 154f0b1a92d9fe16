//! What an audit made of one article: what the journal keeps and the tables are written from.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use crate::article::Article;
use crate::audit::rendering::NameUse;
use crate::finding::Place;
use crate::lang::Lang;
use crate::pipeline::{Options, Report};
use crate::report::row::Row;
use crate::report::summary::{Side, Summary, score};

/// One audited article.
#[derive(Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// What the article is called.
    pub id: String,
    /// Name of the source.
    pub source: String,
    /// Name of the target.
    pub target: String,
    /// Words of source and target.
    pub words: (usize, usize),
    /// Segments of source and target.
    pub segments: (usize, usize),
    /// Beads of the alignment.
    pub beads: usize,
    /// The language of the source; the target is in the other.
    source_language: Lang,
    /// What was done to the words in reading them.
    remarks: Vec<String>,
    /// The findings.
    pub rows: Vec<Row>,
    /// Its names.
    pub(super) names: Vec<NameUse>,
    /// Where the words of each row stand, which is no column.
    marks: Vec<Mark>,
}

/// What a row knows besides its columns.
#[derive(Debug, Serialize, Deserialize)]
struct Mark {
    source: (Range<usize>, Option<Place>),
    target: (Range<usize>, Option<Place>),
    given: bool,
}

impl Mark {
    fn of(row: &Row) -> Self {
        Self { source: (row.source_mark.clone(), row.source_place), target: (row.target_mark.clone(), row.target_place), given: row.given }
    }

    fn put(&self, row: &mut Row) {
        (row.source_mark, row.source_place) = self.source.clone();
        (row.target_mark, row.target_place) = self.target.clone();
        row.given = self.given;
    }
}

impl Outcome {
    /// What a report says of its one article.
    pub fn new(article: &Article, report: &Report) -> Self {
        let summary = report.articles.first();
        let rows: Vec<Row> = report.findings.iter().map(|finding| Row::new(finding, article)).collect();
        let of = |f: fn(&Summary) -> (usize, usize)| summary.map_or((0, 0), f);
        Self {
            id: article.id.clone(),
            source: article.source.name.clone(),
            target: article.target.name.clone(),
            words: of(|s| (s.source.words, s.target.words)),
            segments: of(|s| (s.source.segments, s.target.segments)),
            beads: summary.map_or(0, |s| s.beads),
            source_language: article.source.lang,
            remarks: summary.map_or(Vec::new(), |s| s.remarks.clone()),
            marks: rows.iter().map(Mark::of).collect(),
            rows,
            names: report.names.clone(),
        }
    }

    /// The article in numbers, as reports have it.
    pub(super) fn summary(&self) -> Summary {
        let side = |name: &str, lang, segments, words| Side { name: name.to_owned(), lang, segments, words };
        Summary {
            document: self.id.clone(),
            source: side(&self.source, self.source_language, self.segments.0, self.words.0),
            target: side(&self.target, self.source_language.other(), self.segments.1, self.words.1),
            beads: self.beads,
            remarks: self.remarks.clone(),
        }
    }

    /// Adds findings that only the whole archive shows.
    pub(super) fn add(&mut self, rows: Vec<Row>) {
        self.rows.extend(rows);
    }

    /// Whether there is something to read: `findings`, or `clean`.
    pub fn status(&self) -> &'static str {
        if self.rows.is_empty() { "clean" } else { "findings" }
    }

    /// How the article does, from 0 to 100: see [`score`].
    pub fn score(&self) -> f64 {
        score(self.rows.iter().map(|row| (row.severity, row.confidence)), self.words.0)
    }

    /// The bytes that a journal keeps.
    pub fn bytes(&self) -> Vec<u8> {
        // Only maps with keys that are no text fail, and there is none.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Of the bytes that a journal kept; `None` if they are not of this version.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let mut outcome: Self = serde_json::from_slice(bytes).ok()?;
        for (row, mark) in outcome.rows.iter_mut().zip(&outcome.marks) {
            mark.put(row);
        }
        Some(outcome)
    }
}

/// Names what an audit depends on: the article, the options and this very program.
pub struct Fingerprint(Xxh3);

impl Fingerprint {
    /// Of the program and its options; `glossaries` are the bytes of whatever was read beside the lexicon.
    pub fn new(options: &Options, glossaries: &[Vec<u8>]) -> Self {
        let mut hash = Xxh3::new();
        hash.update(env!("CARGO_PKG_VERSION").as_bytes());
        // A version that is still being worked on changes without changing its number.
        if let Ok(program) = std::env::current_exe().and_then(std::fs::read) {
            hash.update(&program);
        }
        let set = (options.by, options.min_confidence, options.learn, options.names, &options.rules);
        hash.update(format!("{set:?}").as_bytes());
        for bytes in glossaries {
            part(&mut hash, bytes);
        }
        Self(hash)
    }

    /// Of an article.
    pub fn of(&self, article: &Article) -> u128 {
        let mut hash = self.0.clone();
        for text in [&article.id, &article.source.name, &article.source.raw, &article.target.name, &article.target.raw] {
            part(&mut hash, text.as_bytes());
        }
        hash.digest128()
    }
}

fn part(hash: &mut Xxh3, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}
