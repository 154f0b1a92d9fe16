//! SARIF as a host reads it: what the standard demands of a log, and that its places lie in the files.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::desk::Desk;

/// The keys that the standard knows of an object and demands of it.
fn has(value: &Value, required: &[&str], optional: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    let keys: BTreeSet<&str> = object.keys().map(String::as_str).collect();
    assert!(required.iter().all(|key| keys.contains(key)), "{required:?} in {value}");
    let known: BTreeSet<&str> = required.iter().chain(optional).copied().collect();
    assert!(keys.is_subset(&known), "{:?}", keys.difference(&known));
}

fn of<'v>(value: &'v Value, list: &str) -> impl Iterator<Item = &'v Value> {
    value[list].as_array().into_iter().flatten()
}

/// The words that a region spans, by lines and characters.
fn words(text: &str, region: &Value) -> String {
    let number = |key: &str| region[key].as_u64().unwrap_or_else(|| panic!("no {key}: {region}")) as usize;
    let (first, last) = (number("startLine"), number("endLine"));
    assert!(first >= 1 && last >= first && number("startColumn") >= 1 && (last > first || number("endColumn") >= number("startColumn")));
    let lines: Vec<&str> = text.split('\n').collect();
    let all: Vec<char> = lines[first - 1..last].join("\n").chars().collect();
    let end = all.len() - lines[last - 1].chars().count() + number("endColumn") - 1;
    all[number("startColumn") - 1..end].iter().collect()
}

fn location(desk: &Desk, location: &Value) {
    has(location, &["physicalLocation"], &["message"]);
    if let Some(message) = location.get("message") {
        has(message, &["text"], &[]);
    }
    let place = &location["physicalLocation"];
    has(place, &["artifactLocation", "region"], &[]);
    has(&place["artifactLocation"], &["uri"], &[]);
    let region = &place["region"];
    has(region, &["startLine"], &["startColumn", "endLine", "endColumn", "byteOffset", "byteLength", "snippet"]);
    let text = fs::read_to_string(desk.at(&place["artifactLocation"]["uri"].as_str().unwrap().replace("%20", " "))).unwrap();
    let quoted = words(&text, region);
    assert_eq!(quoted, region["snippet"]["text"].as_str().unwrap_or_default());
    let (start, length) = (region["byteOffset"].as_u64().unwrap() as usize, region["byteLength"].as_u64().unwrap() as usize);
    assert_eq!(text[start..start + length], quoted);
}

fn checked(desk: &Desk, language: &str) -> Value {
    let log: Value = serde_json::from_slice(&fs::read(desk.at("r.sarif")).unwrap()).unwrap();
    has(&log, &["$schema", "version", "runs"], &[]);
    assert_eq!((&log["version"], of(&log, "runs").count()), (&"2.1.0".into(), 1));
    let run = &log["runs"][0];
    has(run, &["tool", "results"], &["columnKind"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    has(driver, &["name"], &["version", "language", "rules"]);
    assert_eq!(driver["language"], language);
    let ids: BTreeSet<&str> = of(driver, "rules").map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), of(driver, "rules").count(), "no two rules have one id");
    for rule in of(driver, "rules") {
        has(rule, &["id"], &["name", "shortDescription", "help", "defaultConfiguration"]);
        has(&rule["shortDescription"], &["text"], &[]);
        has(&rule["help"], &["text"], &["markdown"]);
    }
    let levels = ["none", "note", "warning", "error"];
    for result in of(run, "results") {
        let optional = ["ruleId", "ruleIndex", "level", "rank", "locations", "relatedLocations", "partialFingerprints", "properties"];
        has(result, &["message"], &[&optional[..], &["baselineState", "suppressions"]].concat());
        has(&result["message"], &["text"], &[]);
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        assert_eq!(driver["rules"][result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        assert!(levels.contains(&result["level"].as_str().unwrap()));
        assert!((0.0..=100.0).contains(&result["rank"].as_f64().unwrap()));
        assert_eq!(of(result, "locations").count(), 1, "a host shows nothing that is nowhere");
        of(result, "locations").chain(of(result, "relatedLocations")).for_each(|place| location(desk, place));
        assert!(result["partialFingerprints"].as_object().unwrap().values().all(Value::is_string));
        let states = ["new", "unchanged", "updated", "absent"];
        assert!(result.get("baselineState").is_none_or(|state| states.contains(&state.as_str().unwrap())));
        for suppression in of(result, "suppressions") {
            has(suppression, &["kind"], &["status", "justification"]);
            assert!(["inSource", "external"].contains(&suppression["kind"].as_str().unwrap()));
            assert!(["accepted", "underReview", "rejected"].contains(&suppression["status"].as_str().unwrap()));
        }
    }
    log
}

#[test]
fn a_log_is_what_the_standard_demands() {
    let desk = Desk::new();
    let source = "Rebels seized 40 villages near Aden\nand \u{1F6A2} 330,000 people fled, he said.\n\nThe ship sank on Monday, May 5.\n";
    fs::write(desk.at("my source.txt"), source).unwrap();
    let target = "استولى المتمردون على 14 قرية قرب عدن\nوفر \u{1F6A2} 33 ألف شخص، كما قال.\n\nغرقت السفينة يوم الثلاثاء 5 أيار، وقال الوزير إنه آسف.\n";
    fs::write(desk.at("target.txt"), target).unwrap();
    for language in ["en", "ar"] {
        let args = ["audit", "my source.txt", "target.txt", "-q", "--min-confidence", "0", "--report-language", language, "-o", "r.sarif"];
        desk.run(&args).assert().code(1);
        assert!(of(&checked(&desk, language)["runs"][0], "results").count() >= 3);
    }
}

#[test]
fn states_and_dismissals_are_told() {
    let desk = Desk::new();
    desk.audit(&["-o", "old.jsonl", "-o", "old.csv", "-q"]).assert().code(1);
    let judged = fs::read_to_string(desk.at("old.csv")).unwrap();
    let mut rows = csv::Reader::from_reader(judged.trim_start_matches('\u{feff}').as_bytes());
    let (id, verdict) = (0, rows.headers().unwrap().iter().position(|name| name == "verdict").unwrap());
    let dismissed: Vec<String> = rows.records().map(|row| row.unwrap()[id].to_owned()).collect();
    assert!(verdict > 0 && !dismissed.is_empty());
    let table: Vec<String> = dismissed.iter().map(|id| format!("{id},won't fix,house style")).collect();
    fs::write(desk.at("judged.csv"), format!("id,verdict,note\n{}\n", table.join("\n"))).unwrap();
    desk.audit(&["--verdicts", "judged.csv", "--show-dismissed", "--baseline", "old.jsonl", "-o", "r.sarif", "-q"]).assert().code(0);
    let log = checked(&desk, "en");
    for result in of(&log["runs"][0], "results") {
        assert_eq!((&result["baselineState"], &result["suppressions"][0]["status"]), (&"unchanged".into(), &"accepted".into()));
    }
}

#[test]
fn a_report_without_findings_is_a_log_all_the_same() {
    let desk = Desk::new();
    fs::write(desk.at("target.ar.txt"), "أبقى البنك المركزي المصري أسعار الفائدة دون تغيير يوم الخميس.\n").unwrap();
    fs::write(desk.at("source.en.txt"), "Egypt's central bank left interest rates unchanged on Thursday.\n").unwrap();
    desk.audit(&["-o", "r.sarif", "-q"]).assert().code(0);
    assert_eq!(of(&checked(&desk, "en")["runs"][0], "results").count(), 0);
}
