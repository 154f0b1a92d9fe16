//! The stages in their order: the one place that hands data from one to the next.

use crate::align::Bead;
use crate::article::Article;
use crate::finding::Finding;
use crate::report::row::stamp;
use crate::report::summary::Summary;
use crate::segment::{By, Segment};

/// What may be asked of an audit.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// How texts are cut.
    pub by: By,
    /// Findings below are left out: a probability, 0 to 1.
    pub min_confidence: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { by: By::Sentence, min_confidence: 0.5 }
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
pub fn align(article: &Article, options: &Options) -> Aligned {
    // engine joins here
    placeholder::align(article, options)
}

/// Audits an article.
pub fn audit(article: &Article, options: &Options) -> Report {
    let aligned = align(article, options);
    // engine joins here
    let mut findings = placeholder::findings(article, &aligned);
    findings.retain(|finding| finding.confidence >= options.min_confidence);
    stamp(&mut findings, article);
    let summary = Summary::new(article, aligned.source.len(), aligned.target.len(), aligned.beads.len());
    Report { articles: vec![summary], findings }
}

/// The table of weights that parallel articles teach, as it is committed.
pub fn estimate(articles: &[Article]) -> String {
    // engine joins here
    format!("# {} files\n", articles.len())
}

/// Stands in for the engine until it joins: line faces line, what is over is dropped or added.
mod placeholder {
    use super::{Aligned, Article, Bead, Finding, Options, Segment};
    use crate::audit::rule;
    use crate::finding::Place;
    use crate::span::Span;

    pub fn align(article: &Article, _: &Options) -> Aligned {
        let given = |side: fn(&crate::article::GivenBead) -> Span| {
            article.given.iter().map(|g| Segment { span: side(g), paragraph: 0, line: g.line - 1 }).collect::<Vec<_>>()
        };
        let (source, target) = if article.given.is_empty() {
            (lines(&article.source.raw), lines(&article.target.raw))
        } else {
            (given(|g| g.source), given(|g| g.target))
        };
        let (m, n) = (source.len() as u32, target.len() as u32);
        let range = |i: u32, limit: u32| i.min(limit)..(i + 1).min(limit);
        let bead = |i| Bead { source: range(i, m), target: range(i, n), score: 1.0, confidence: 0.9, moved: false };
        Aligned { source, target, beads: (0..m.max(n)).map(bead).collect() }
    }

    fn lines(text: &str) -> Vec<Segment> {
        let mut at = 0;
        let mut segments = Vec::new();
        for (line, raw) in text.split('\n').enumerate() {
            let words = raw.trim();
            if !words.is_empty() {
                let start = (at + raw.len() - raw.trim_start().len()) as u32;
                segments.push(Segment { span: Span::new(start, start + words.len() as u32), paragraph: 0, line: line as u32 });
            }
            at += raw.len() + 1;
        }
        segments
    }

    pub fn findings(article: &Article, aligned: &Aligned) -> Vec<Finding> {
        let place = |segments: &[Segment], i: u32| {
            let segment = segments.get(i as usize).filter(|s| !s.span.is_empty())?;
            Some(Place { words: segment.span, segment: segment.span, line: segment.line + 1 })
        };
        let mut findings = Vec::new();
        for (number, bead) in aligned.beads.iter().enumerate() {
            let (source, target) = (place(&aligned.source, bead.source.start), place(&aligned.target, bead.target.start));
            let id = match (source, target) {
                (Some(_), None) => "dropped-segment",
                (None, Some(_)) => "added-segment",
                _ => continue,
            };
            let Ok(rule) = rule::find(id) else { continue };
            findings.push(Finding {
                id: String::new(),
                document: article.id.clone(),
                pair: article.given.get(number).map_or_else(|| (number + 1).to_string(), |given| given.id.clone()),
                rule: rule.id,
                kind: rule.kind,
                category: rule.category,
                severity: rule.severity,
                confidence: 0.9,
                source,
                target,
                expected: String::new(),
                found: String::new(),
                message: "This sentence stands on one side only.".to_owned(),
            });
        }
        findings
    }
}
