//! What a rule says about one sentence and its translation, for the tests of rules.

use crate::article::{Article, GivenBead, Origin, Text};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::pipeline::{Options, audit};
use crate::span::Span;

/// What `rule` finds in a pair of sentences, English first.
pub(super) fn findings(rule: &str, english: &str, arabic: &str) -> Vec<Finding> {
    pairs(rule, &[english], &[arabic])
}

/// What `rule` finds in a pair of sentences and is less sure of than a default report asks for, English first.
pub(super) fn unsure(rule: &str, english: &str, arabic: &str) -> Vec<Finding> {
    let mut findings = found(rule, (&[english], Lang::English), &[arabic], 0.35);
    findings.retain(|f| f.confidence < Options::default().min_confidence);
    findings
}

/// What `rule` finds in as many pairs of sentences, one after the other.
pub(super) fn pairs<S: AsRef<str>>(rule: &str, english: &[S], arabic: &[S]) -> Vec<Finding> {
    found(rule, (english, Lang::English), arabic, Options::default().min_confidence)
}

/// What `rule` finds in an Arabic sentence and its English translation.
pub(super) fn in_english(rule: &str, arabic: &str, english: &str) -> Vec<Finding> {
    found(rule, (&[arabic], Lang::Arabic), &[english], Options::default().min_confidence)
}

/// What is found in a whole article and its translation.
pub(super) fn article(source: &str, target: &str) -> Vec<Finding> {
    let text = |raw: &str| Text::new("a", raw).expect("letters");
    let article = Article { id: "a".into(), source: text(source), target: text(target), given: Vec::new() };
    audit(&article, &Options::default()).findings
}

fn found<S: AsRef<str>>(rule: &str, (source, lang): (&[S], Lang), target: &[S], min_confidence: f32) -> Vec<Finding> {
    let joined = |sides: &[S]| {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for side in sides {
            let start = text.len() as u32;
            text.push_str(side.as_ref());
            spans.push(Span::new(start, text.len() as u32));
            text.push('\n');
        }
        text.pop();
        (text, spans)
    };
    let ((source, sources), (target, targets)) = (joined(source), joined(target));
    let bead = |(source, target)| GivenBead { id: "1".into(), source, target, line: 1 };
    let text = |raw, lang| Text { name: "a".into(), lang, raw, first_line: 1, origin: Origin::default() };
    let given = sources.into_iter().zip(targets).map(bead).collect();
    let article = Article { id: "a".into(), source: text(source, lang), target: text(target, lang.other()), given };
    let mut findings = audit(&article, &Options { min_confidence, ..Options::default() }).findings;
    findings.retain(|f| f.rule == rule);
    findings
}
