//! What only a whole article shows: a name that it spells once as it does nowhere else.

use std::collections::BTreeMap;

use strsim::damerau_levenshtein;

use super::rendering::{NameUse, folded};
use super::rule::{self, Rule};
use crate::finding::{Finding, Severity};

/// A way to render a name is the usual one of an article from so many times on, and where all others come to a quarter of them at most.
const USUAL: usize = 3;
const OTHERS: usize = 4;
/// What the confidence of such a finding is: a guess, and nobody's probability.
const CONFIDENCE: f32 = 0.6;

/// Names that an article spells once as it does nowhere else in it: `سيبمسون`, where it is `سيمبسون` otherwise.
pub fn inconsistent(uses: &[NameUse], document: &str) -> Vec<Finding> {
    let mut names: BTreeMap<&str, BTreeMap<String, Vec<&NameUse>>> = BTreeMap::new();
    for name in uses {
        names.entry(&name.name).or_default().entry(folded(&name.rendering)).or_default().push(name);
    }
    let mut findings = Vec::new();
    let Ok(rule) = rule::find("unusual-rendering") else { return findings };
    for ways in names.values().filter(|ways| ways.len() > 1) {
        let Some((usual, often)) = ways.iter().max_by_key(|(_, uses)| uses.len()) else { continue };
        let others: usize = ways.values().map(Vec::len).sum::<usize>() - often.len();
        if often.len() < USUAL || others * OTHERS > often.len() + others {
            continue;
        }
        let odd = ways.iter().filter(|(way, uses)| uses.len() == 1 && is_slip(way, usual));
        let usual = ("article", often[0].rendering.as_str(), often.len() as u32);
        findings.extend(odd.map(|(_, uses)| unusual(rule, document, uses[0], usual)));
    }
    findings
}

/// Whether `way` is `usual` with a slip or two of the pen. Another word is another matter: a pet name, somebody else, the feminine; and
/// spaces are no matter.
fn is_slip(way: &str, usual: &str) -> bool {
    let (way, usual) = (&way.replace(' ', ""), &usual.replace(' ', ""));
    let slips = damerau_levenshtein(way, usual);
    let feminine = |a: &str, b: &str| a.strip_suffix('ه').is_some_and(|stem| b == stem);
    let joined = |a: &str, b: &str| a.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).is_some_and(|rest| b == rest);
    let either = |is: &dyn Fn(&str, &str) -> bool| is(way, usual) || is(usual, way);
    (1..=2).contains(&slips) && 3 * slips <= usual.chars().count() && !either(&feminine) && !either(&joined)
}

/// The finding of rule unusual-rendering that a text spells a name otherwise than elsewhere in `(whole, usual, count)`: the article or the
/// archive, how it does there, and how often.
pub fn unusual(rule: &Rule, document: &str, name: &NameUse, (whole, usual, count): (&str, &str, u32)) -> Finding {
    let NameUse { name, rendering, pair, source, target } = name;
    Finding {
        id: String::new(),
        document: document.to_owned(),
        pair: pair.clone(),
        rule: rule.id,
        kind: rule.kind,
        category: rule.category,
        severity: Severity::Minor,
        confidence: CONFIDENCE,
        source: Some(*source),
        target: Some(*target),
        expected: usual.to_owned(),
        found: rendering.clone(),
        message: format!("The translation renders {name} as {rendering}; elsewhere in the {whole} it is {usual} ({count} times)."),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Text};
    use crate::finding::Finding;
    use crate::pipeline::{Options, audit};

    fn found(renderings: [&str; 4]) -> Vec<Finding> {
        let source = "Dorvik left Oslo.\nDorvik met the king.\nDorvik bought a house.\nThe police arrested Dorvik.\n";
        let [a, b, c, d] = renderings;
        let target = format!("غادر {a} أوسلو.\nالتقى {b} الملك.\nاشترى {c} منزلا.\nاعتقلت الشرطة {d}.\n");
        let text = |raw: &str| Text::new("a", raw).unwrap();
        let article = Article { id: "a".into(), source: text(source), target: text(&target), given: Vec::new() };
        let mut findings = audit(&article, &Options::default()).findings;
        findings.retain(|f| f.rule == "unusual-rendering");
        findings
    }

    #[test]
    fn a_name_that_is_spelled_otherwise_once_is_found() {
        let found = found(["دورفيك", "دورفيك", "دورفك", "دورفيك"]);
        assert_eq!(found.iter().map(|f| (f.found.as_str(), f.expected.as_str())).collect::<Vec<_>>(), [("دورفك", "دورفيك")]);
        assert_eq!(found[0].message, "The translation renders Dorvik as دورفك; elsewhere in the article it is دورفيك (3 times).");
    }

    #[test]
    fn two_ways_are_nobodys_slip() {
        assert!(found(["دورفيك", "دورفيك", "دورفك", "دورفك"]).is_empty());
        assert!(found(["دورفيك"; 4]).is_empty());
    }
}
