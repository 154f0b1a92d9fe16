//! The stages in their order: the one place that hands data from one to the next.

use rayon::prelude::*;

use crate::align::{self, Bead, Cut};
use crate::article::{Article, GivenBead, Text};
use crate::audit::context::Context;
use crate::audit::engine;
use crate::audit::unit::Unit;
use crate::evidence::item::Side;
use crate::finding::{Finding, Place};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::report::row::stamp;
use crate::report::summary::Summary;
use crate::segment::{By, Segment, segments};
use crate::span::Span;

/// Pairs that came aligned are audited in batches of so many.
const BATCH: usize = 64;

/// What may be asked of an audit.
#[derive(Clone, Debug)]
pub struct Options {
    /// How texts are cut.
    pub by: By,
    /// Findings below are left out: a probability, 0 to 1.
    pub min_confidence: f32,
    /// What the two languages are read by.
    pub lexicon: Lexicon,
}

impl Default for Options {
    fn default() -> Self {
        Self { by: By::Sentence, min_confidence: 0.5, lexicon: Lexicon::default() }
    }
}

/// What an audit found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The articles in numbers.
    pub articles: Vec<Summary>,
    /// The findings, in the order of the article.
    pub findings: Vec<Finding>,
}

/// An article cut and aligned.
#[derive(Clone, Debug)]
pub struct Aligned {
    /// The segments of the source.
    pub source: Vec<Segment>,
    /// The segments of the target.
    pub target: Vec<Segment>,
    /// Every segment stands in exactly one of them.
    pub beads: Vec<Bead>,
}

/// Cuts and aligns an article.
///
/// ```
/// use muqabala::article::{Article, Text};
/// use muqabala::pipeline::{Options, align};
/// let source = Text::new("en", "Rebels seized the town. The army denied it.").unwrap();
/// let target = Text::new("ar", "استولى المتمردون على البلدة. ونفى الجيش ذلك.").unwrap();
/// let article = Article { id: "town".into(), source, target, given: Vec::new() };
/// assert_eq!(align(&article, &Options::default()).beads.len(), 2);
/// ```
pub fn align(article: &Article, options: &Options) -> Aligned {
    if !article.given.is_empty() {
        return given(article);
    }
    let (source, target) = read(article, &options.lexicon);
    cut_and_align(article, options, &source, &target)
}

/// Audits an article.
///
/// ```
/// use muqabala::article::{Article, Text};
/// use muqabala::pipeline::{Options, audit};
/// let source = Text::new("en", "The storm killed 12 people in Tripoli on Monday.").unwrap();
/// let target = Text::new("ar", "قتلت العاصفة 21 شخصا في طرابلس يوم الاثنين.").unwrap();
/// let article = Article { id: "storm".into(), source, target, given: Vec::new() };
/// let report = audit(&article, &Options::default());
/// assert_eq!(report.findings[0].rule, "number-mismatch");
/// ```
pub fn audit(article: &Article, options: &Options) -> Report {
    let (mut findings, summary) = if article.given.is_empty() {
        let (source, target) = read(article, &options.lexicon);
        let aligned = cut_and_align(article, options, &source, &target);
        let summary = Summary::new(article, aligned.source.len(), aligned.target.len(), aligned.beads.len());
        (whole(article, options, &aligned, &source, &target), summary)
    } else {
        let batches: Vec<Vec<Finding>> = article.given.par_chunks(BATCH).map(|rows| batch(article, options, rows)).collect();
        let filled = |side: fn(&GivenBead) -> Span| article.given.iter().filter(|g| !side(g).is_empty()).count();
        let summary = Summary::new(article, filled(|g| g.source), filled(|g| g.target), article.given.len());
        (batches.into_iter().flatten().collect(), summary)
    };
    findings.retain(|finding| finding.confidence >= options.min_confidence);
    stamp(&mut findings, article);
    Report { articles: vec![summary], findings }
}

/// The table of weights that translated sentences teach, English and Arabic, as it is committed.
pub fn estimate(pairs: &[(String, String)]) -> String {
    crate::evidence::estimate::weights(&Lexicon::default(), pairs.iter().map(|(e, a)| (e.as_str(), a.as_str())))
}

fn read(article: &Article, lexicon: &Lexicon) -> (Side, Side) {
    rayon::join(
        || Side::new(lexicon, article.source.lang, &article.source.raw),
        || Side::new(lexicon, article.target.lang, &article.target.raw),
    )
}

fn given(article: &Article) -> Aligned {
    let segment = |span: Span, line: u32, n: usize| Segment { span, paragraph: n as u32, line: line - 1 };
    let (mut source, mut target, mut beads) = (Vec::new(), Vec::new(), Vec::new());
    for (n, g) in article.given.iter().enumerate() {
        let (s, t) = (source.len() as u32, target.len() as u32);
        source.extend((!g.source.is_empty()).then(|| segment(g.source, g.line, n)));
        target.extend((!g.target.is_empty()).then(|| segment(g.target, g.line, n)));
        beads.push(Bead { source: s..source.len() as u32, target: t..target.len() as u32, score: 0.0, confidence: 1.0, moved: false });
    }
    Aligned { source, target, beads }
}

fn cut_and_align(article: &Article, options: &Options, source: &Side, target: &Side) -> Aligned {
    let cut = |text: &Text| segments(text.lang, &text.raw, options.by);
    let (s, t) = (cut(&article.source), cut(&article.target));
    let beads = align::align(&options.lexicon, Cut { side: source, segments: &s }, Cut { side: target, segments: &t });
    Aligned { source: s, target: t, beads }
}

/// Audits an article that was aligned here.
fn whole(article: &Article, options: &Options, aligned: &Aligned, source: &Side, target: &Side) -> Vec<Finding> {
    let cover = |segments: &[Segment], range: &std::ops::Range<u32>| {
        let of = &segments[range.start as usize..range.end as usize];
        of.iter().map(|s| s.span).reduce(Span::cover).unwrap_or_default()
    };
    let beads: Vec<(Span, Span)> = aligned.beads.iter().map(|b| (cover(&aligned.source, &b.source), cover(&aligned.target, &b.target))).collect();
    let texts = Texts { article, source: (&article.source.raw, source), target: (&article.target.raw, target), offset: (0, 0), coherent: true };
    let (of_source, of_target) = (Lines::new(&article.source), Lines::new(&article.target));
    let name = |b: usize| (b + 1).to_string();
    texts.findings(options, &beads, name, |place, side| if side == article.source.lang { of_source.at(place) } else { of_target.at(place) })
}

/// Audits pairs that came aligned, on their part of the texts.
fn batch(article: &Article, options: &Options, rows: &[GivenBead]) -> Vec<Finding> {
    let reach = |side: fn(&GivenBead) -> Span| rows.iter().map(side).filter(|s| !s.is_empty()).reduce(Span::cover).unwrap_or_default();
    let (s, t) = (reach(|g| g.source), reach(|g| g.target));
    let (source_text, target_text) = (s.of(&article.source.raw), t.of(&article.target.raw));
    let source = Side::new(&options.lexicon, article.source.lang, source_text);
    let target = Side::new(&options.lexicon, article.target.lang, target_text);
    let local = |span: Span, base: Span| if span.is_empty() { Span::default() } else { Span::new(span.start - base.start, span.end - base.start) };
    let beads: Vec<(Span, Span)> = rows.iter().map(|g| (local(g.source, s), local(g.target, t))).collect();
    let texts = Texts { article, source: (source_text, &source), target: (target_text, &target), offset: (s.start, t.start), coherent: false };
    let line = |place: Span, side: Lang| {
        let of = |g: &&GivenBead| if side == article.source.lang { g.source } else { g.target };
        rows.iter().find(|g| of(g).contains(place)).map_or(1, |g| g.line)
    };
    texts.findings(options, &beads, |b| rows[b].id.clone(), line)
}

/// Two texts, or parts of them, with what was read.
struct Texts<'a> {
    article: &'a Article,
    source: (&'a str, &'a Side),
    target: (&'a str, &'a Side),
    /// Where the parts start in the article.
    offset: (u32, u32),
    coherent: bool,
}

impl Texts<'_> {
    /// All findings of `beads`, which are spans of source and target; `line` tells the line of a place of the article.
    fn findings(&self, options: &Options, beads: &[(Span, Span)], name: impl Fn(usize) -> String, line: impl Fn(Span, Lang) -> u32) -> Vec<Finding> {
        let lang = self.article.source.lang;
        let english_first = lang == Lang::English;
        let (english, arabic) = if english_first { (self.source, self.target) } else { (self.target, self.source) };
        let pairs = beads.iter().map(|(s, t)| if english_first { (*s, *t) } else { (*t, *s) }).collect();
        let context = Context::new(&options.lexicon, lang, english, arabic, pairs, self.coherent);
        let place = |words: Option<Span>, segment: Span, side: Lang| {
            let offset = if side == lang { self.offset.0 } else { self.offset.1 };
            // Without words of its own, a side still shows the reader where to look.
            let words = words.unwrap_or(Span::new(segment.start, segment.start)).shifted(offset);
            (!segment.is_empty()).then(|| Place { words, segment: segment.shifted(offset), line: line(words, side) })
        };
        let mut findings = Vec::new();
        for (b, (s, t)) in beads.iter().enumerate() {
            for (rule, note) in engine::examine(&Unit::new(&context, b)) {
                let (in_source, in_target) = if english_first { (note.english, note.arabic) } else { (note.arabic, note.english) };
                findings.push(Finding {
                    id: String::new(),
                    document: self.article.id.clone(),
                    pair: name(b),
                    rule: rule.id,
                    kind: engine::kind(rule, &note, lang),
                    category: rule.category,
                    severity: note.severity.unwrap_or(rule.severity),
                    confidence: engine::confidence(note.odds),
                    source: place(in_source, *s, lang),
                    target: place(in_target, *t, lang.other()),
                    expected: note.expected,
                    found: note.found,
                    message: note.message,
                });
            }
        }
        findings
    }
}

/// Where the lines of a text start.
struct Lines {
    starts: Vec<u32>,
    first: u32,
}

impl Lines {
    fn new(text: &Text) -> Self {
        let starts = std::iter::once(0).chain(text.raw.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1)).collect();
        Self { starts, first: text.first_line }
    }

    /// The line (1-based) on which `place` starts.
    fn at(&self, place: Span) -> u32 {
        self.starts.partition_point(|s| *s <= place.start) as u32 - 1 + self.first
    }
}
