//! Findings as notes for the margin of a file of pairs, where CAT tools show them beside the segment.

use rustc_hash::FxHashMap;

use super::language::Language;
use super::row::Row;
use super::terminal::{how_sure, rule_name};
use crate::article::Article;
use crate::finding::{Place, Severity};
use crate::span::Span;

/// A note on a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The number of the pair in its article, from 0.
    pub pair: usize,
    /// What the pair is called.
    pub pair_name: String,
    /// From 1, the most urgent, to 10.
    pub priority: u8,
    /// Whether it is about words of the translation.
    pub on_target: bool,
    /// What it says.
    pub text: String,
}

/// The notes that findings make in the file that `article` was read from.
pub fn notes(rows: &[Row], article: &Article, language: Language) -> Vec<Note> {
    let pairs = article.given.iter().enumerate();
    let sides = |n, source: Span, target: Span| [(false, source, n), (true, target, n)];
    let all = pairs.flat_map(|(n, given)| sides(n, given.source, given.target)).filter(|(_, span, _)| !span.is_empty());
    let pair_at: FxHashMap<(bool, u32), usize> = all.map(|(on_target, span, n)| ((on_target, span.start), n)).collect();
    let note = |row: &Row| {
        let at = |on_target, place: Option<Place>| pair_at.get(&(on_target, place?.segment.start));
        let pair = at(false, row.source_place).or_else(|| at(true, row.target_place))?;
        Some(Note {
            pair: *pair,
            pair_name: row.pair.clone(),
            priority: priority(row.severity),
            on_target: row.target_place.is_some(),
            text: text(row, language),
        })
    };
    rows.iter().filter_map(note).collect()
}

/// The finding in a line: what weighs most first, as tools cut long notes off.
fn text(row: &Row, language: Language) -> String {
    let (severity, sure) = (language.severity(row.severity), how_sure(row.confidence, language));
    let comma = if language == Language::Arabic { "،" } else { "," };
    format!("{severity}{comma} {}{comma} {sure}: {}", rule_name(row, language), row.message)
}

/// From 1 to 10, as XLIFF has it.
const fn priority(severity: Severity) -> u8 {
    match severity {
        Severity::Critical => 1,
        Severity::Major => 3,
        Severity::Minor => 6,
        Severity::Neutral => 10,
    }
}
