//! Arabic papers write ٠-٩ or 0-9: what is found must not depend on it.

use std::fs;
use std::path::Path;

use muqabala::article::{Article, Text};
use muqabala::pipeline::{Options, audit};

/// The text in digits of the other kind.
fn in_arabic_digits(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c)).collect()
}

/// What an audit finds: rule, kind and words, in digits of one kind.
fn findings(source: &Text, target: &Text) -> Vec<(String, String, String, String)> {
    let article = Article { id: "a".into(), source: source.clone(), target: target.clone(), given: Vec::new() };
    let report = audit(&article, &Options::default());
    let words =
        |place: &Option<muqabala::finding::Place>, text: &Text| place.map_or(String::new(), |p| in_arabic_digits(p.words.of(&text.raw)));
    let row = |f: &muqabala::finding::Finding| (f.rule.to_owned(), f.kind.to_string(), words(&f.source, source), words(&f.target, target));
    report.findings.iter().map(row).collect()
}

#[test]
fn findings_are_the_same_in_either_digits() {
    for name in ["war", "economy", "politics", "sport", "court", "health"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned").join(name);
        let read = |side: &str, lang: &str| fs::read_to_string(folder.join(format!("{side}.{lang}.txt"))).ok();
        let [source, target] = ["source", "target"].map(|side| read(side, "en").or_else(|| read(side, "ar")).unwrap());
        let text = |raw: &str, digits: bool| {
            let plain = Text::new(name, raw).unwrap();
            let arabic = plain.lang == muqabala::lang::Lang::Arabic && digits;
            if arabic { Text::new(name, in_arabic_digits(raw)).unwrap() } else { plain }
        };
        let western = findings(&text(&source, false), &text(&target, false));
        let eastern = findings(&text(&source, true), &text(&target, true));
        // The economy has no error, and nothing is found in it.
        assert!(name == "economy" || !western.is_empty(), "{name}");
        assert_eq!(western, eastern, "{name}");
    }
}
