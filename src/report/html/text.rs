//! Both texts of an article, cut into rows that stand side by side, with the words of findings marked.

use std::collections::HashMap;
use std::fmt::{self, Write};
use std::ops::Range;

use super::escape::escaped;
use crate::article::Text;
use crate::finding::{Kind, Severity};
use crate::report::edition::Story;
use crate::report::row::{Row, slice};
use crate::segment::Segment;
use crate::span::Span;

/// What stands side by side: the segments of a bead, or those of one side where the other has nothing here.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub source: Range<u32>,
    pub target: Range<u32>,
    pub source_bead: Option<usize>,
    pub target_bead: Option<usize>,
    /// Whether a new paragraph begins here.
    pub opens_paragraph: bool,
}

/// The words of one finding on one side.
struct Mark {
    words: Span,
    /// Number of the finding.
    n: usize,
    severity: Severity,
    kind: Kind,
}

/// One side of the spread.
struct Column<'a> {
    text: &'a Text,
    segments: &'a [Segment],
    /// By start.
    marks: Vec<Mark>,
    /// Given pairs are counted by the rows of their table.
    first_line: u32,
}

/// An article laid out.
pub struct Spread<'a> {
    pub rows: Vec<Line>,
    source: Column<'a>,
    target: Column<'a>,
    states: Vec<&'static str>,
    /// The row in which a finding stands, by its number.
    places: HashMap<usize, usize>,
}

impl<'a> Spread<'a> {
    /// Lays out an article with those of the findings that are about it.
    pub fn new(story: &Story<'a>, findings: &[Row]) -> Self {
        let rows = rows(story);
        let own = || findings.iter().enumerate().filter(|(_, row)| row.document == story.summary.document);
        let marks = |place: fn(&Row) -> Option<Span>| {
            let mark = |(n, row): (usize, &Row)| place(row).map(|words| Mark { words, n, severity: row.severity, kind: row.kind });
            let mut marks: Vec<Mark> = own().filter_map(mark).filter(|m| !m.words.is_empty()).collect();
            marks.sort_by_key(|m| (m.words.start, m.words.end));
            marks
        };
        let first_line = |text: &Text| if story.article.given.is_empty() { text.first_line } else { 1 };
        let column = |text: &'a Text, segments, marks| Column { text, segments, marks, first_line: first_line(text) };
        let source = column(&story.article.source, story.source, marks(|row| row.source_place.map(|p| p.words)));
        let target = column(&story.article.target, story.target, marks(|row| row.target_place.map(|p| p.words)));
        let mut of_segment: [HashMap<u32, usize>; 2] = [HashMap::new(), HashMap::new()];
        for (r, row) in rows.iter().enumerate() {
            for (side, range, segments) in [(0, &row.source, story.source), (1, &row.target, story.target)] {
                of_segment[side].extend(range.clone().map(|s| (segments[s as usize].span.start, r)));
            }
        }
        let place = |row: &Row| {
            let at =
                |side: usize, place: Option<crate::finding::Place>| place.and_then(|p| of_segment[side].get(&p.segment.start)).copied();
            at(0, row.source_place).or_else(|| at(1, row.target_place))
        };
        let places = own().filter_map(|(n, row)| Some((n, place(row)?))).collect();
        let states = story.beads.iter().map(|bead| match () {
            () if bead.moved => "moved",
            () if bead.target.is_empty() => "dropped",
            () if bead.source.is_empty() => "added",
            () => "",
        });
        Self { rows, source, target, states: states.collect(), places }
    }

    /// Whether a bead is `dropped`, `added` or `moved`.
    pub fn state(&self, bead: usize) -> &'static str {
        self.states.get(bead).copied().unwrap_or("")
    }

    /// The row in which finding `n` stands.
    pub fn row_of(&self, n: usize) -> Option<usize> {
        self.places.get(&n).copied()
    }

    /// A segment with its marks, each a link to its finding.
    pub fn segment(&self, source: bool, s: usize, out: &mut String) -> fmt::Result {
        let column = if source { &self.source } else { &self.target };
        let Segment { span, line, .. } = column.segments[s];
        write!(out, "<p class=\"seg\"><span class=\"ln\" aria-hidden=\"true\" data-line=\"{}\"></span>", line + column.first_line)?;
        let upto = column.marks.partition_point(|m| m.words.start < span.end);
        let marks: Vec<&Mark> = column.marks[..upto].iter().filter(|m| m.words.overlaps(span)).collect();
        let mut edges: Vec<u32> = marks.iter().flat_map(|m| [m.words.start.max(span.start), m.words.end.min(span.end)]).collect();
        edges.extend([span.start, span.end]);
        edges.sort_unstable();
        edges.dedup();
        for part in edges.windows(2) {
            let part = Span::new(part[0], part[1]);
            let words = escaped(slice(&column.text.raw, part));
            let over: Vec<&&Mark> = marks.iter().filter(|m| m.words.contains(part)).collect();
            // Of several, the worst gives the colour, and the link leads to it.
            let Some(worst) = over.iter().max_by_key(|m| (m.severity, std::cmp::Reverse(m.n))) else {
                out.push_str(&words);
                continue;
            };
            let all: Vec<String> = over.iter().map(|m| m.n.to_string()).collect();
            let Mark { n, severity, kind, .. } = worst;
            write!(out, "<a class=\"hit {severity} {kind}\" href=\"#f{n}\" data-f=\"{}\">{words}</a>", all.join(" "))?;
        }
        out.push_str("</p>");
        Ok(())
    }
}

/// Beads side by side in the order of the source. A moved one stands where it is on either side, so on two rows.
fn rows(story: &Story<'_>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::with_capacity(story.beads.len());
    let mut moved: Vec<(usize, Range<u32>)> = Vec::new();
    for (b, bead) in story.beads.iter().enumerate() {
        let has = |range: &Range<u32>| (!range.is_empty()).then_some(b);
        let mut row = Line {
            source: bead.source.clone(),
            target: bead.target.clone(),
            source_bead: has(&bead.source),
            target_bead: has(&bead.target),
            ..Line::default()
        };
        if bead.moved && !bead.target.is_empty() {
            moved.push((b, row.target));
            row = Line { target: 0..0, target_bead: None, source: row.source, source_bead: row.source_bead, ..Line::default() };
        }
        rows.push(row);
    }
    moved.sort_by_key(|(_, target)| target.start);
    for (b, target) in moved {
        let at = rows.iter().rposition(|row| !row.target.is_empty() && row.target.end <= target.start).map_or(0, |at| at + 1);
        rows.insert(at, Line { target, target_bead: Some(b), ..Line::default() });
    }
    let paragraph = |segments: &[Segment], range: &Range<u32>| (!range.is_empty()).then(|| segments[range.start as usize].paragraph);
    let mut last = (None, None);
    for row in &mut rows {
        let now = (paragraph(story.source, &row.source), paragraph(story.target, &row.target));
        row.opens_paragraph = (now.0.is_some() && now.0 != last.0) || (now.0.is_none() && now.1.is_some() && now.1 != last.1);
        last = (now.0.or(last.0), now.1.or(last.1));
    }
    rows
}
