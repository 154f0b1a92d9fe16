//! What a rule says about one sentence and its translation, for the tests of rules.

use crate::article::{Article, GivenBead, Origin, Text};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::pipeline::{Options, audit};
use crate::span::Span;

/// What `rule` finds in a pair of sentences, English first.
pub(super) fn findings(rule: &str, english: &str, arabic: &str) -> Vec<Finding> {
    let bead = GivenBead { id: "1".into(), source: Span::whole(english), target: Span::whole(arabic), line: 1 };
    let text = |raw: &str, lang| Text { name: "a".into(), lang, raw: raw.into(), first_line: 1, origin: Origin::default() };
    let article = Article { id: "a".into(), source: text(english, Lang::English), target: text(arabic, Lang::Arabic), given: vec![bead] };
    let mut findings = audit(&article, &Options::default()).findings;
    findings.retain(|f| f.rule == rule);
    findings
}
