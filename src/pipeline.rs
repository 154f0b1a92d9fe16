//! The stages in their order: the one place that hands data from one to the next.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::align::{self, Bead, Cut};
use crate::article::{Article, GivenBead, Tag, Text};
use crate::audit::consistency::inconsistent;
use crate::audit::context::Context;
use crate::audit::engine;
use crate::audit::free;
pub use crate::audit::rendering::NameUse;
use crate::audit::rendering::{Sighting, sightings};
use crate::audit::rule::Rule;
use crate::audit::unit::{Note, Unit};
use crate::evidence::item::Side;
use crate::finding::{Finding, Override, Place, Severity};
use crate::lang::Lang;
use crate::learn::Learner;
use crate::lexicon::{Learned, Lexicon};
use crate::report::row::stamp;
use crate::report::summary::Summary;
use crate::segment::{By, Segment, segments};
use crate::span::Span;

/// Pairs that came aligned are audited in batches of so many.
const BATCH: usize = 64;
/// So many beads of an article are examined one after the other, by each rule in turn: the code of all rules is many times what the nearest
/// cache of a processor holds, and of fewer beads most time would go into fetching it.
const TOGETHER: usize = 64;
/// Beads that are surer than this teach.
const TEACHING: f32 = 0.8;

/// What may be asked of an audit.
#[derive(Clone, Debug)]
pub struct Options {
    /// How texts are cut.
    pub by: By,
    /// Findings below are left out: a probability, 0 to 1.
    pub min_confidence: f32,
    /// What the two languages are read by.
    pub lexicon: Lexicon,
    /// Whether the text may teach translations that the lexicon lacks, from beads that are sure, for a second pass. Whatever is
    /// mistranslated the same way throughout is then taken for right.
    pub learn: bool,
    /// What is set for single rules.
    pub rules: Vec<Override>,
    /// Whether the names of the article are listed, besides.
    pub names: bool,
}

impl Options {
    /// How bad a finding of a rule is, by itself of this severity; `None` where it is left out.
    fn severity(&self, rule: &str, confidence: f32, severity: Severity) -> Option<Severity> {
        let set = self.rules.iter().find(|set| set.rule == rule);
        let least = set.and_then(|set| set.min_confidence).unwrap_or(self.min_confidence);
        let told = confidence >= least && !set.is_some_and(|set| set.off);
        told.then(|| set.and_then(|set| set.severity).unwrap_or(severity))
    }

    /// Log odds below which no finding of any rule is told, with room for what rounding does to those at the threshold.
    fn least(&self) -> f32 {
        const ROOM: f32 = 0.01;
        let least = self.rules.iter().filter_map(|set| set.min_confidence).fold(self.min_confidence, f32::min);
        // Beyond these all are as good as sure.
        engine::odds(least).min(10.0) - ROOM
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { by: By::Sentence, min_confidence: 0.5, lexicon: Lexicon::default(), learn: false, rules: Vec::new(), names: false }
    }
}

/// What an audit found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The articles in numbers.
    pub articles: Vec<Summary>,
    /// How each of them is aligned.
    pub aligned: Vec<Aligned>,
    /// The findings, in the order of the article.
    pub findings: Vec<Finding>,
    /// The names of the article and how they are rendered, if [`Options::names`] asks for them.
    pub names: Vec<NameUse>,
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
    prepare(article, options).aligned
}

/// The translations that an article teaches beyond the lexicon; see [`Options::learn`].
pub fn learn(article: &Article, options: &Options) -> Vec<Learned> {
    if article.given.is_empty() {
        Prepared::new(article, options, options.lexicon.clone()).taught()
    } else {
        taught_by_given(article, &options.lexicon)
    }
}

/// The translations that articles teach together beyond the lexicon: `article` gives the one of that number, of so many, and is asked
/// from several threads; those that are `None` are left out. Only a few are in memory at a time.
pub fn learn_from(articles: usize, article: impl Fn(usize) -> Option<Article> + Sync, options: &Options) -> Vec<Learned> {
    let mut learner = Learner::new(&options.lexicon);
    for start in (0..articles).step_by(BATCH) {
        let end = (start + BATCH).min(articles);
        let read = |n: usize| article(n).map(|article| Prepared::new(&article, options, options.lexicon.clone()));
        let prepared: Vec<Prepared> = (start..end).into_par_iter().filter_map(read).collect();
        for prepared in &prepared {
            prepared.teach(&mut learner);
        }
    }
    learner.pairs()
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
    let (Found { mut findings, names }, summary, aligned) = if article.given.is_empty() {
        let prepared = prepare(article, options);
        let Aligned { source, target, beads } = &prepared.aligned;
        let summary = Summary::new(article, source.len(), target.len(), beads.len());
        (whole(article, &prepared, options), summary, prepared.aligned)
    } else {
        let taught = if options.learn { taught_by_given(article, &options.lexicon) } else { Vec::new() };
        let lexicon = options.lexicon.with_learned(&taught);
        let of = |rows: &[GivenBead]| Batch::new(article, &lexicon, rows).found(article, &lexicon, options);
        let filled = |side: fn(&GivenBead) -> Span| article.given.iter().filter(|g| !side(g).is_empty()).count();
        let (batches, summary) = rayon::join(
            || article.given.par_chunks(BATCH).map(of).collect(),
            || Summary::new(article, filled(|g| g.source), filled(|g| g.target), article.given.len()),
        );
        (Found::joined(batches), summary, given(article))
    };
    stamp(&mut findings, article);
    Report { articles: vec![summary], aligned: vec![aligned], findings, names: if options.names { names } else { Vec::new() } }
}

/// Gets ready what every audit needs. The lists of the rules are made when they are first asked for, by one thread while the others
/// wait: a long file may be read at the same time.
pub fn get_ready(options: &Options) {
    // What asks for most of them.
    let english = "On Monday, the minister said that 12 people might not have been killed in Aleppo since 2 May; she denied a 5% cut.";
    let arabic = "قال وزير يوم الاثنين إن 12 شخصا ربما لم يقتلوا في حلب منذ 2 أيار، ونفت خفضا بنسبة 5 في المئة.";
    if let (Some(source), Some(target)) = (Text::new("", english), Text::new("", arabic)) {
        audit(&Article { id: String::new(), source, target, given: Vec::new() }, options);
    }
}

/// The table of weights that translated sentences teach, English and Arabic, as it is committed.
pub fn estimate(pairs: &[(String, String)]) -> String {
    crate::evidence::estimate::weights(&Lexicon::default(), pairs.iter().map(|(e, a)| (e.as_str(), a.as_str())))
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

/// An article read by a lexicon, cut and aligned.
struct Prepared {
    lexicon: Lexicon,
    source: Side,
    target: Side,
    aligned: Aligned,
}

impl Prepared {
    fn new(article: &Article, options: &Options, lexicon: Lexicon) -> Self {
        let read = |text: &Text, other: &Text| Side::beside(&lexicon, text.lang, &text.raw, &other.raw);
        let (of_source, of_target) = (&article.source, &article.target);
        let (source, target) = rayon::join(|| read(of_source, of_target), || read(of_target, of_source));
        let cut = |text: &Text| segments(text.lang, &text.raw, options.by);
        let (s, t) = (cut(&article.source), cut(&article.target));
        let beads = align::align(&lexicon, Cut { side: &source, segments: &s }, Cut { side: &target, segments: &t });
        Self { lexicon, source, target, aligned: Aligned { source: s, target: t, beads } }
    }

    /// Source and target spans of every bead.
    fn spans(&self) -> impl Iterator<Item = (Span, Span)> {
        let cover = |segments: &[Segment], range: &Range<u32>| {
            let of = &segments[range.start as usize..range.end as usize];
            of.iter().map(|s| s.span).reduce(Span::cover).unwrap_or_default()
        };
        self.aligned.beads.iter().map(move |b| (cover(&self.aligned.source, &b.source), cover(&self.aligned.target, &b.target)))
    }

    /// What the beads that are sure teach.
    fn taught(&self) -> Vec<Learned> {
        let mut learner = Learner::new(&self.lexicon);
        self.teach(&mut learner);
        learner.pairs()
    }

    /// Shows the beads that are sure to one who learns.
    fn teach(&self, learner: &mut Learner) {
        let is_sure = |b: &Bead| b.confidence > TEACHING && matches!((b.source.len(), b.target.len()), (1, 1 | 2) | (2, 1));
        let spans = self.aligned.beads.iter().zip(self.spans()).filter(|(b, _)| is_sure(b)).map(|(_, spans)| spans);
        learner.watch((&self.source, &self.target), spans);
    }
}

/// Reads, cuts and aligns an article; if it is to teach, twice.
fn prepare(article: &Article, options: &Options) -> Prepared {
    let first = Prepared::new(article, options, options.lexicon.clone());
    let taught = if options.learn { first.taught() } else { Vec::new() };
    if taught.is_empty() { first } else { Prepared::new(article, options, options.lexicon.with_learned(&taught)) }
}

/// What pairs that came aligned teach.
fn taught_by_given(article: &Article, lexicon: &Lexicon) -> Vec<Learned> {
    let mut learner = Learner::new(lexicon);
    // A part at a time, so that an archive need not be in memory as a whole.
    for rows in article.given.chunks(BATCH * BATCH) {
        let batches: Vec<Batch> = rows.par_chunks(BATCH).map(|rows| Batch::new(article, lexicon, rows)).collect();
        for batch in &batches {
            learner.watch((&batch.source, &batch.target), batch.beads.iter().filter(|(s, t)| !s.is_empty() && !t.is_empty()).copied());
        }
    }
    learner.pairs()
}

/// What is found in a text, or in a part of it.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    names: Vec<NameUse>,
}

impl Found {
    fn joined(parts: Vec<Self>) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.findings.extend(part.findings);
            all.names.extend(part.names);
        }
        all
    }
}

/// Audits an article that was aligned here.
fn whole(article: &Article, prepared: &Prepared, options: &Options) -> Found {
    let Prepared { lexicon, source, target, aligned } = prepared;
    let beads: Vec<(Span, Span)> = prepared.spans().collect();
    let moved = aligned.beads.iter().enumerate().filter(|(_, b)| b.moved).map(|(i, _)| i).collect();
    let texts =
        Texts { article, source: (&article.source.raw, source), target: (&article.target.raw, target), offset: (0, 0), moved: Some(moved) };
    let (of_source, of_target) = (Lines::new(&article.source), Lines::new(&article.target));
    let name = |b: usize| (b + 1).to_string();
    let line = |place, side| if side == article.source.lang { of_source.at(place) } else { of_target.at(place) };
    let mut found = texts.found(lexicon, &beads, options, name, line);
    found.findings.extend(inconsistent(&found.names, &article.id).into_iter().filter_map(|finding| {
        let severity = options.severity(finding.rule, finding.confidence, finding.severity)?;
        Some(Finding { severity, ..finding })
    }));
    found
}

/// Pairs that came aligned, with their part of the texts.
struct Batch<'a> {
    rows: &'a [GivenBead],
    /// Where in the texts the parts lie.
    reach: (Span, Span),
    source: Side,
    target: Side,
    /// The spans of each pair within the parts.
    beads: Vec<(Span, Span)>,
}

impl<'a> Batch<'a> {
    fn new(article: &Article, lexicon: &Lexicon, rows: &'a [GivenBead]) -> Self {
        let reach = |side: fn(&GivenBead) -> Span| rows.iter().map(side).filter(|s| !s.is_empty()).reduce(Span::cover).unwrap_or_default();
        let (s, t) = (reach(|g| g.source), reach(|g| g.target));
        let (of_source, of_target) = (s.of(&article.source.raw), t.of(&article.target.raw));
        let local = |span: Span, base: Span| {
            if span.is_empty() { Span::default() } else { Span::new(span.start - base.start, span.end - base.start) }
        };
        Self {
            rows,
            reach: (s, t),
            source: Side::beside(lexicon, article.source.lang, of_source, of_target),
            target: Side::beside(lexicon, article.target.lang, of_target, of_source),
            beads: rows.iter().map(|g| (local(g.source, s), local(g.target, t))).collect(),
        }
    }

    fn found(&self, article: &Article, lexicon: &Lexicon, options: &Options) -> Found {
        let (s, t) = self.reach;
        let (source, target) = ((s.of(&article.source.raw), &self.source), (t.of(&article.target.raw), &self.target));
        let texts = Texts { article, source, target, offset: (s.start, t.start), moved: None };
        let line = |place: Span, side: Lang| {
            let of = |g: &&GivenBead| if side == article.source.lang { g.source } else { g.target };
            self.rows.iter().find(|g| of(g).contains(place)).map_or(1, |g| g.line)
        };
        texts.found(lexicon, &self.beads, options, |b| self.rows[b].id.clone(), line)
    }
}

/// Two texts, or parts of them, with what was read.
struct Texts<'a> {
    article: &'a Article,
    source: (&'a str, &'a Side),
    target: (&'a str, &'a Side),
    /// Where the parts start in the article.
    offset: (u32, u32),
    /// The beads that stand out of order; `None` where none has an order.
    moved: Option<FxHashSet<usize>>,
}

impl Texts<'_> {
    /// The findings of `beads`, which are spans of source and target, and their names; `line` tells the line of a place of the article.
    fn found(
        &self,
        lexicon: &Lexicon,
        beads: &[(Span, Span)],
        options: &Options,
        name_of: impl Fn(usize) -> String + Sync,
        line: impl Fn(Span, Lang) -> u32 + Sync,
    ) -> Found {
        let lang = self.article.source.lang;
        let english_first = lang == Lang::English;
        let (english, arabic) = if english_first { (self.source, self.target) } else { (self.target, self.source) };
        let pairs = beads.iter().map(|(s, t)| if english_first { (*s, *t) } else { (*t, *s) }).collect();
        let mut context = Context::new(lexicon, lang, english, arabic, pairs);
        let (of_source, of_target) = (&self.article.source, &self.article.target);
        let tags = [(of_source, self.source.0, self.offset.0), (of_target, self.target.0, self.offset.1)];
        let [source_tags, target_tags] = tags.map(|(text, part, offset)| local_tags(text, part, offset));
        let (english_tags, arabic_tags) = if english_first { (source_tags, target_tags) } else { (target_tags, source_tags) };
        context = context.with_tags(english_tags, arabic_tags);
        context.least = options.least();
        if let Some(moved) = &self.moved {
            context = context.of_one_article(moved.clone());
        }
        let place = |words: Option<Span>, segment: Span, side: Lang| {
            let offset = if side == lang { self.offset.0 } else { self.offset.1 };
            // Without words of its own, a side still shows the reader where to look.
            let words = words.unwrap_or(Span::new(segment.start, segment.start)).shifted(offset);
            (!segment.is_empty()).then(|| Place { words, segment: segment.shifted(offset), line: line(words, side) })
        };
        // Pairs in no order are no article, in which names should be alike.
        let wanted = options.names || context.coherent;
        let names_of = |b: usize, unit: &Unit| -> Vec<NameUse> {
            let (s, t) = beads[b];
            let used = |sighting: Sighting| {
                let Sighting { english, arabic, english_words, arabic_words } = sighting;
                let of = ((english, english_words), (arabic, arabic_words));
                let ((name, in_source), (rendering, in_target)) = if english_first { of } else { (of.1, of.0) };
                let (source, target) = (place(Some(in_source), s, lang)?, place(Some(in_target), t, lang.other())?);
                Some(NameUse { name, rendering, pair: name_of(b), source, target })
            };
            if wanted { sightings(unit).into_iter().filter_map(used).collect() } else { Vec::new() }
        };
        let examined = |(chunk, of): (usize, &[(Span, Span)])| {
            let first = chunk * TOGETHER;
            let units: Vec<Unit> = (first..first + of.len()).map(|b| Unit::new(&context, b)).collect();
            let notes = engine::examine(&units);
            let of_bead = |((n, unit), notes): ((usize, &Unit), _)| (notes, names_of(first + n, unit), unit.english.len());
            units.iter().enumerate().zip(notes).map(of_bead).collect::<Vec<_>>()
        };
        let found: Vec<_> = beads.par_chunks(TOGETHER).enumerate().flat_map_iter(examined).collect();
        // What leftovers are worth depends on how many the text has.
        let shown = |note: &Note| note.leftover && note.odds >= 0.0;
        let leftovers = found.iter().flat_map(|(notes, ..)| notes).filter(|(_, note)| shown(note)).count();
        let tokens = found.iter().map(|(.., tokens)| tokens).sum();
        let surplus = free::surplus(leftovers, tokens);
        // What rests on missing counterparts is worth less in a text that has few errors of other kinds.
        let firm = |(rule, note): &&(&Rule, Note)| !free::is_soft(rule, note) && engine::confidence(note.odds) >= free::FIRM;
        let doubt = free::doubt(found.iter().flat_map(|(notes, ..)| notes).filter(firm).count(), tokens);
        let finding = |b: usize, rule: &Rule, note: Note| {
            let (s, t) = beads[b];
            let less = if note.leftover { surplus } else { 0.0 } + if free::is_soft(rule, &note) { doubt } else { 0.0 };
            let confidence = engine::confidence(note.odds - less);
            let severity = options.severity(rule.id, confidence, note.severity.unwrap_or(rule.severity))?;
            let (in_source, in_target) = if english_first { (note.english, note.arabic) } else { (note.arabic, note.english) };
            Some(Finding {
                id: String::new(),
                document: self.article.id.clone(),
                pair: name_of(b),
                rule: rule.id,
                kind: engine::kind(rule, &note, lang),
                category: rule.category,
                severity,
                confidence,
                source: place(in_source, s, lang),
                target: place(in_target, t, lang.other()),
                expected: note.expected,
                found: note.found,
                message: note.message,
            })
        };
        let (mut findings, mut names) = (Vec::new(), Vec::new());
        for (b, (notes, uses, _)) in found.into_iter().enumerate() {
            findings.extend(notes.into_iter().filter_map(|(rule, note)| finding(b, rule, note)));
            names.extend(uses);
        }
        Found { findings, names }
    }
}

/// The inline tags of the part of a text that starts at `offset`.
fn local_tags(text: &Text, part: &str, offset: u32) -> Vec<Tag> {
    let all = &text.origin.tags;
    let end = offset + part.len() as u32;
    let within = all.partition_point(|t| t.at < offset)..all.partition_point(|t| t.at <= end);
    all.get(within).unwrap_or_default().iter().map(|t| Tag { at: t.at - offset, code: t.code.clone() }).collect()
}

/// Where the lines of a text start.
struct Lines {
    starts: Vec<u32>,
    first: u32,
}

impl Lines {
    fn new(text: &Text) -> Self {
        let starts =
            std::iter::once(0).chain(text.raw.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1)).collect();
        Self { starts, first: text.first_line }
    }

    /// The line (1-based) on which `place` starts.
    fn at(&self, place: Span) -> u32 {
        self.starts.partition_point(|s| *s <= place.start) as u32 - 1 + self.first
    }
}
