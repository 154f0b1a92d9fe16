//! The alignment itself, for those who want to read or reuse it.

mod tmx;

use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;
use serde::Serialize;

use super::layout::{width, wrap};
use super::row::{one_line, slice};
use super::terminal::{Look, sure};
use crate::align::Bead;
use crate::article::{Article, Text};
use crate::lang::Lang;
use crate::segment::{By, Segment};

/// What beads can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For reading: in two columns, English left and Arabic right, where there is room for them, else one below the other.
    Text,
    /// The notation of vecalign, one bead a line: `[0, 1]:[0]:12.3456`. Numbers count from 0: segments, or lines of the file where the text is cut
    /// by lines. `[]` is nothing. The score is a log likelihood ratio in nats (more is better), not vecalign's cost.
    Beads,
    /// Tab-separated, with the header `shape source target score confidence moved`; never quoted, as texts have no tabs or line breaks.
    Tsv,
    /// JSON Lines.
    Jsonl,
    /// A translation memory: TMX 1.4b.
    Tmx,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Text, Self::Beads, Self::Tsv, Self::Jsonl, Self::Tmx];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Beads => "beads",
            Self::Tsv => "tsv",
            Self::Jsonl => "jsonl",
            Self::Tmx => "tmx",
        }
    }

    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            _ => self.name(),
        }
    }
}

/// An aligned article, as writers see it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The texts.
    pub article: &'a Article,
    /// The segments of the source.
    pub source: &'a [Segment],
    /// The segments of the target.
    pub target: &'a [Segment],
    /// The beads, in the order of the article.
    pub beads: &'a [Bead],
    /// How the texts were cut.
    pub by: By,
}

/// Writes the beads of an article. `look` is for [`Format::Text`], which has ANSI styles.
///
/// # Errors
/// Those of `out`.
pub fn write(view: View<'_>, format: Format, look: Look, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => out.write_all(text(view, look).as_bytes()),
        Format::Beads => view.beads.iter().try_for_each(|bead| {
            writeln!(
                out,
                "{:?}:{:?}:{:.4}",
                view.numbers(view.source_side(), &bead.source),
                view.numbers(view.target_side(), &bead.target),
                bead.score
            )
        }),
        Format::Tsv => {
            writeln!(out, "shape\tsource\ttarget\tscore\tconfidence\tmoved")?;
            view.beads.iter().try_for_each(|bead| {
                let (source, target) = (view.source_side().words(&bead.source), view.target_side().words(&bead.target));
                writeln!(out, "{}\t{source}\t{target}\t{:.4}\t{:.3}\t{}", shape(bead), bead.score, bead.confidence, bead.moved)
            })
        }
        Format::Jsonl => view.beads.iter().try_for_each(|bead| {
            let (source, target) = (view.source_side(), view.target_side());
            let record = Record {
                shape: shape(bead),
                source_segments: view.numbers(source, &bead.source),
                target_segments: view.numbers(target, &bead.target),
                source_line: source.first_line(&bead.source),
                target_line: target.first_line(&bead.target),
                source: source.words(&bead.source),
                target: target.words(&bead.target),
                score: rounded(bead.score, 10_000.0),
                confidence: rounded(bead.confidence, 1000.0),
                moved: bead.moved,
            };
            serde_json::to_writer(&mut *out, &record)?;
            out.write_all(b"\n")
        }),
        Format::Tmx => tmx::write(view, out),
    }
}

/// A bead as JSON.
#[derive(Serialize)]
struct Record {
    shape: String,
    source_segments: Vec<u32>,
    target_segments: Vec<u32>,
    source_line: Option<u32>,
    target_line: Option<u32>,
    source: String,
    target: String,
    score: f64,
    confidence: f64,
    moved: bool,
}

fn rounded(value: f32, steps: f64) -> f64 {
    (f64::from(value) * steps).round() / steps
}

/// How many segments of the source face how many of the target: `1-1`, `2-1`, `1-0`.
fn shape(bead: &Bead) -> String {
    format!("{}-{}", bead.source.len(), bead.target.len())
}

#[derive(Clone, Copy)]
struct Side<'a> {
    text: &'a Text,
    segments: &'a [Segment],
}

impl Side<'_> {
    fn of(&self, range: &Range<u32>) -> &[Segment] {
        self.segments.get(range.start as usize..range.end as usize).unwrap_or(&[])
    }

    /// The segments, one space between them.
    fn words(&self, range: &Range<u32>) -> String {
        self.of(range).iter().map(|s| one_line(slice(&self.text.raw, s.span))).collect::<Vec<_>>().join(" ")
    }

    /// Line (1-based) of the file on which the first of the segments starts.
    fn first_line(&self, range: &Range<u32>) -> Option<u32> {
        self.of(range).first().map(|s| s.line + self.text.first_line)
    }
}

impl<'a> View<'a> {
    fn source_side(self) -> Side<'a> {
        Side { text: &self.article.source, segments: self.source }
    }

    fn target_side(self) -> Side<'a> {
        Side { text: &self.article.target, segments: self.target }
    }

    /// The segments by number from 0; lines of the file where the text is cut by lines, as blank lines are no segments but count.
    fn numbers(self, side: Side<'_>, range: &Range<u32>) -> Vec<u32> {
        match self.by {
            By::Line => side.of(range).iter().map(|s| s.line + side.text.first_line - 1).collect(),
            By::Sentence | By::Paragraph => range.clone().collect(),
        }
    }
}

/// The least width of a column; below twice that, texts stand one below the other.
const COLUMN: usize = 48;
const GAP: &str = "   ";

fn text(view: View<'_>, look: Look) -> String {
    let dim = Style::new().dimmed();
    let mut out = String::new();
    let (source, target) = (view.source_side(), view.target_side());
    for (i, bead) in view.beads.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{dim}{}.  {}  {}", i + 1, shape(bead), sure(bead.confidence.into()));
        for (label, line) in [("source", source.first_line(&bead.source)), ("target", target.first_line(&bead.target))] {
            let _ = match line {
                Some(line) => write!(out, "  {label} line {line}"),
                None => write!(out, "  no {label}"),
            };
        }
        let _ = writeln!(out, "{}{dim:#}", if bead.moved { "  moved" } else { "" });
        let mut sides = [(source.text.lang, source.words(&bead.source)), (target.text.lang, target.words(&bead.target))];
        if look.width >= 2 * COLUMN + GAP.len() {
            sides.sort_by_key(|(lang, _)| *lang);
            columns(&mut out, &sides, look);
        } else {
            stacked(&mut out, &sides, look);
        }
    }
    out
}

fn stacked(out: &mut String, sides: &[(Lang, String); 2], look: Look) {
    for (lang, words) in sides {
        for line in wrap(words, look.width.saturating_sub(3)) {
            let _ = writeln!(out, "   {}", look.line(*lang, words[line].into()));
        }
    }
}

fn columns(out: &mut String, [(left, english), (right, arabic)]: &[(Lang, String); 2], look: Look) {
    let room = (look.width.min(160) - GAP.len()) / 2;
    let (lefts, rights) = (wrap(english, room), wrap(arabic, room));
    for i in 0..lefts.len().max(rights.len()) {
        let l = lefts.get(i).map_or("", |line| &english[line.clone()]);
        let _ = write!(out, "{}", look.line(*left, l.into()));
        if let Some(line) = rights.get(i) {
            let _ = write!(out, "{}{GAP}{}", " ".repeat(room.saturating_sub(width(l))), look.line(*right, arabic[line.clone()].into()));
        }
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn written(format: Format, by: By, look: Look) -> String {
        let article = Article {
            id: "a".into(),
            source: Text::new("a.en", "Egypt holds rates\n\n\"The battle is not over,\" he said.\nIt closed\tlower.\n").unwrap(),
            target: Text::new("a.ar", "مصر تثبّت أسعار الفائدة\nوقال: «المعركة لم تنتهِ».\n").unwrap(),
            given: vec![],
        };
        let segment = |text: &Text, words: &str, line| {
            let start = text.raw.find(words).unwrap() as u32;
            Segment { span: Span::new(start, start + words.len() as u32), paragraph: 0, line }
        };
        let source = [
            segment(&article.source, "Egypt holds rates", 0),
            segment(&article.source, "\"The battle is not over,\" he said.", 2),
            segment(&article.source, "It closed\tlower.", 3),
        ];
        let target = [segment(&article.target, "مصر تثبّت أسعار الفائدة", 0), segment(&article.target, "وقال: «المعركة لم تنتهِ».", 1)];
        let bead = |source, target, score, confidence| Bead { source, target, score, confidence, moved: false };
        let beads = [bead(0..1, 0..1, 12.345_67, 0.998), bead(1..2, 1..2, 9.0, 1.0), bead(2..3, 2..2, -0.5, 0.75)];
        let mut out = Vec::new();
        write(View { article: &article, source: &source, target: &target, beads: &beads, by }, format, look, &mut out).unwrap();
        anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
    }

    #[test]
    fn beads_are_in_the_notation_of_vecalign() {
        assert_eq!(written(Format::Beads, By::Sentence, Look::default()), "[0]:[0]:12.3457\n[1]:[1]:9.0000\n[2]:[]:-0.5000\n");
        assert_eq!(written(Format::Beads, By::Line, Look::default()), "[0]:[0]:12.3457\n[2]:[1]:9.0000\n[3]:[]:-0.5000\n");
    }

    #[test]
    fn tsv_has_six_cells_a_line() {
        let text = written(Format::Tsv, By::Sentence, Look::default());
        assert!(text.lines().all(|line| line.split('\t').count() == 6), "{text}");
        assert!(text.ends_with("1-0\tIt closed lower.\t\t-0.5000\t0.750\tfalse\n"));
    }

    #[test]
    fn jsonl_tells_lines_and_segments() {
        let text = written(Format::Jsonl, By::Sentence, Look::default());
        assert_eq!(
            text.lines().last().unwrap(),
            r#"{"shape":"1-0","source_segments":[2],"target_segments":[],"source_line":4,"target_line":null,"source":"It closed lower.","target":"","score":-0.5,"confidence":0.75,"moved":false}"#
        );
    }

    #[test]
    fn text_is_stacked_or_in_columns() {
        insta::assert_snapshot!("stacked", written(Format::Text, By::Sentence, Look::default()));
        insta::assert_snapshot!("columns", written(Format::Text, By::Sentence, Look { width: 100, isolates: false }));
    }
}
