//! What is found in the samples, counted against their gold. The floors are what was measured, so that nothing gets worse unseen: raise them when
//! it gets better.

use muqabala::align::Bead;
use muqabala::finding::{Finding, Kind, Place};
use muqabala::pipeline::{Options, align, audit};
use muqabala::segment::Segment;
use muqabala::span::Span;

use crate::samples::Sample;

/// What must be reached in each article: how many of the expected findings are reported on the right words, how many of them by the rule that is
/// named, and how many other findings there may be. Economy and science are clean: one finding would be a good measure.
const FLOORS: [(&str, usize, usize, usize); 8] = [
    ("court", 7, 7, 1),
    ("disaster", 9, 9, 0),
    ("economy", 0, 0, 0),
    ("health", 9, 9, 0),
    ("politics", 3, 3, 0),
    ("science", 0, 0, 0),
    ("sport", 5, 5, 0),
    ("war", 9, 9, 0),
];

/// How a sample fared.
struct Outcome {
    name: String,
    found: usize,
    by_rule: usize,
    others: usize,
    false_alarms: usize,
    report: String,
}

fn place(place: Option<Place>) -> Span {
    place.map_or(Span::default(), |p| p.words)
}

/// Whether the finding stands on the labelled words of either side.
fn stands_on(finding: &Finding, (source, target): (Option<Span>, Option<Span>)) -> bool {
    source.is_some_and(|s| s.overlaps(place(finding.source))) || target.is_some_and(|t| t.overlaps(place(finding.target)))
}

fn outcome(sample: &Sample) -> Outcome {
    let mut findings = audit(&sample.article, &Options::default()).findings;
    // That a sentence moved is a note, not an error.
    findings.retain(|f| f.kind != Kind::Moved);
    let words = |finding: &Finding| {
        let (source, target) = (place(finding.source).of(&sample.article.source.raw), place(finding.target).of(&sample.article.target.raw));
        format!("{} {:.2}: {source} | {target}", finding.rule, finding.confidence)
    };
    let (mut found, mut by_rule, mut false_alarms, mut report) = (0, 0, 0, Vec::new());
    let mut right = vec![false; findings.len()];
    for expected in &sample.expected {
        let places = sample.places(&expected.source, &expected.target);
        let on: Vec<usize> = (0..findings.len()).filter(|f| stands_on(&findings[*f], places)).collect();
        for f in &on {
            right[*f] = true;
        }
        found += usize::from(!on.is_empty());
        let named = on.iter().any(|f| findings[*f].rule == expected.rule);
        by_rule += usize::from(named);
        if !named {
            let other: Vec<String> = on.iter().map(|f| words(&findings[*f])).collect();
            let fate = if other.is_empty() { "missed".to_owned() } else { format!("reported as {}", other.join("; ")) };
            report.push(format!("  {}: {} | {}\n    {fate}\n", expected.rule, expected.source, expected.target));
        }
    }
    let others: Vec<&Finding> = findings.iter().zip(&right).filter(|(_, right)| !**right).map(|(finding, _)| finding).collect();
    for finding in &others {
        report.push(format!("  not expected: {}\n    {}\n", words(finding), finding.message));
    }
    for silent in &sample.silent {
        let places = sample.places(&silent.source, &silent.target);
        for finding in others.iter().filter(|finding| stands_on(finding, places)) {
            false_alarms += 1;
            report.push(format!("  must stay silent: {} | {}\n    {}\n", silent.source, silent.target, words(finding)));
        }
    }
    Outcome { name: sample.name.clone(), found, by_rule, others: others.len(), false_alarms, report: report.concat() }
}

#[test]
fn errors_are_found_and_what_is_right_is_not() {
    let outcomes: Vec<Outcome> = Sample::all().iter().map(outcome).collect();
    let mut report = "article    found  by its rule  others  (floors in brackets)\n".to_owned();
    for (o, (name, found, by_rule, others)) in outcomes.iter().zip(FLOORS) {
        assert_eq!(o.name, name);
        let row = format!("{name:10} {} ({found})  {} ({by_rule})  {} ({others})\n{}", o.found, o.by_rule, o.others, o.report);
        report += &row;
    }
    println!("{report}");
    let fails = |(o, floor): (&Outcome, (&str, usize, usize, usize))| {
        o.found < floor.1 || o.by_rule < floor.2 || o.others > floor.3 || o.false_alarms > 0
    };
    assert!(!outcomes.iter().zip(FLOORS).any(fails), "below the floors\n{report}");
}

/// The texts of a bead, without white space.
type Texts = (String, String);

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn texts(sample: &Sample, bead: &Bead, source: &[Segment], target: &[Segment]) -> Texts {
    let joined = |segments: &[Segment], range: &std::ops::Range<u32>, text: &str| {
        segments[range.start as usize..range.end as usize].iter().map(|s| squeezed(s.span.of(text))).collect::<String>()
    };
    (joined(source, &bead.source, &sample.article.source.raw), joined(target, &bead.target, &sample.article.target.raw))
}

/// Strict F1: a bead counts when its sentences are exactly those of a gold bead.
#[test]
fn sentences_are_aligned() {
    let (mut right, mut all, mut report) = (0, 0, Vec::new());
    for sample in Sample::all() {
        let aligned = align(&sample.article, &Options::default());
        let gold: Vec<Texts> = sample.gold.iter().map(|bead| (squeezed(&bead.0), squeezed(&bead.1))).collect();
        let mine: Vec<Texts> = aligned.beads.iter().map(|bead| texts(&sample, bead, &aligned.source, &aligned.target)).collect();
        let wrong: Vec<&Texts> = mine.iter().filter(|bead| !gold.contains(bead)).collect();
        let (of_both, hits) = (gold.len() + mine.len(), 2 * (mine.len() - wrong.len()));
        let f1 = hits as f64 / of_both as f64;
        report.push(format!("{} {f1:.3}", sample.name));
        for (source, target) in wrong {
            report.push(format!("  {source} | {target}"));
        }
        assert!(f1 >= 0.93, "beads that are not in the gold\n{}", report.join("\n"));
        right += hits;
        all += of_both;
    }
    assert!(right as f64 >= 0.97 * all as f64, "beads that are not in the gold\n{}", report.join("\n"));
}
