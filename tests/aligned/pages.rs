//! The pages of the rules: their examples are found by their rules.

use muqabala::article::{Article, Text};
use muqabala::audit::rule::RULES;
use muqabala::pipeline::{Options, audit};
use muqabala::read::Reader;

/// Rules that do not find their own example yet, and the one that needs an archive for it; one that does leaves the list.
const NOT_YET: [&str; 3] = ["added-claim", "moved-segment", "unusual-rendering"];

/// The quotations of a page, each on one line.
fn quotations(page: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in page.lines() {
        match line.strip_prefix("> ") {
            Some(words) => all.last_mut().unwrap().extend([words, " "]),
            None if all.last().is_some_and(|words| !words.is_empty()) => all.push(String::new()),
            None => {}
        }
    }
    all.iter().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}

#[test]
fn examples_are_found() {
    let mut missed = Vec::new();
    for rule in RULES {
        let example = rule.page.split_once("## Example").unwrap().1;
        let quoted = quotations(example);
        let text = |words: &str| Text::new("page", words).unwrap();
        let article = match rule.id {
            // Only files of pairs have tags.
            "tag-mismatch" => {
                let catalogue = format!("msgid \"{}\"\nmsgstr \"{}\"\n", quoted[0], quoted[1]);
                Reader::default().articles_from("page.po".as_ref(), catalogue.into()).unwrap().remove(0)
            }
            _ => Article { id: "page".into(), source: text(&quoted[0]), target: text(&quoted[1]), given: Vec::new() },
        };
        let findings = audit(&article, &Options::default()).findings;
        if findings.iter().any(|finding| finding.rule == rule.id) == NOT_YET.contains(&rule.id) {
            let instead: Vec<String> = findings.iter().map(|f| format!("{}: {}", f.rule, f.message)).collect();
            missed.push(format!("{}: {} | {}\n  {instead:?}", rule.id, quoted[0], quoted[1]));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
