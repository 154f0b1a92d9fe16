//! What `muqabala batch` writes besides its tables, and the archives that it takes.

use std::collections::BTreeSet;
use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use serde_json::{Value, json};

use crate::desk::{Desk, rows};

/// Runs a batch that finds something.
fn batch(desk: &Desk, archive: &str, out: &str, more: &[&str]) {
    desk.run(&[&["batch", archive, "-o", out, "-q"], more].concat()).assert().code(1).stdout(is_empty()).stderr(is_empty());
}

fn ids(desk: &Desk, out: &str) -> Vec<String> {
    rows(&desk.at(out).join("findings.csv")).iter().map(|row| row["id"].clone()).collect()
}

/// The rows of a sheet as texts.
fn sheet(desk: &Desk, book: &str, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(desk.at(book)).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0].iter().position(|cell| cell == name).unwrap_or_else(|| panic!("no column {name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn every_format_has_the_same_findings() {
    let desk = Desk::new(10, 5);
    let mut archive = fs::read_to_string(desk.at("archive.jsonl")).unwrap();
    archive += "{\"id\":\"same\",\"source\":\"One man left.\",\"target\":\"Two men left.\"}\n";
    fs::write(desk.at("archive.jsonl"), archive).unwrap();
    let all = ["--format", "xlsx", "--format", "jsonl", "--format", "sarif", "--format", "xlsx"];
    batch(&desk, "archive.jsonl", "out", &all);
    let wanted = ids(&desk, "out");
    assert!(wanted.len() > 3);
    // The workbook has its three sheets, and the texts as they are.
    let findings = sheet(&desk, "out/findings.xlsx", "Findings");
    assert_eq!(column(&findings, "id"), wanted);
    let tables = rows(&desk.at("out/findings.csv"));
    for name in ["source", "target", "message"] {
        let plain = tables.iter().map(|row| row[name].trim_start_matches('\'').to_owned()).collect::<Vec<_>>();
        assert_eq!(column(&findings, name), plain, "{name}");
    }
    let articles = sheet(&desk, "out/findings.xlsx", "Articles");
    let table = rows(&desk.at("out/articles.csv"));
    assert_eq!(column(&articles, "document"), table.iter().map(|row| row["id"].clone()).collect::<Vec<_>>());
    let scores: Vec<f64> = column(&articles, "Score").iter().filter_map(|score| score.parse().ok()).collect();
    assert_eq!(scores, table.iter().filter_map(|row| row["score"].parse().ok()).collect::<Vec<f64>>());
    let told = column(&articles, "Reading");
    assert!(told.last().unwrap().starts_with("Not audited: ") && told.last().unwrap().contains("both in English"), "{told:?}");
    assert!(sheet(&desk, "out/findings.xlsx", "About").iter().flatten().any(|cell| cell == "number-mismatch"));
    // JSON Lines and SARIF.
    let jsonl = fs::read_to_string(desk.at("out/findings.jsonl")).unwrap();
    let of_lines = jsonl.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned());
    assert_eq!(of_lines.collect::<Vec<_>>(), wanted);
    let log: Value = serde_json::from_slice(&fs::read(desk.at("out/findings.sarif")).unwrap()).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let prints = results.iter().map(|result| result["partialFingerprints"]["muqabala/v1"].as_str().unwrap().to_owned());
    assert_eq!(prints.collect::<Vec<_>>(), wanted);
    assert!(results.iter().all(|result| result["locations"][0]["physicalLocation"]["region"]["startColumn"].is_u64()));
    // Once more, and with other threads: the same bytes.
    let before = desk.tables("out");
    batch(&desk, "archive.jsonl", "out", &[&all[..], &["--jobs", "1"]].concat());
    assert!(before == desk.tables("out"));
}

/// What this run does not write anew would tell of texts as they were.
#[test]
fn lists_of_earlier_runs_are_removed() {
    let desk = Desk::new(5, 4);
    batch(&desk, "archive.jsonl", "out", &["--format", "xlsx", "--format", "jsonl", "--format", "sarif"]);
    fs::write(desk.at("out/notes.xlsx"), "mine").unwrap();
    let told = "Removed, as an earlier run wrote it and this one does not: out/findings.xlsx, out/findings.sarif";
    desk.run(&["batch", "archive.jsonl", "-o", "out", "--format", "jsonl"]).assert().code(1).stdout(contains(told));
    let left = desk.tables("out");
    assert!(left.contains_key("findings.jsonl") && left.contains_key("notes.xlsx"));
    assert!(!left.contains_key("findings.xlsx") && !left.contains_key("findings.sarif"));
    desk.run(&["batch", "archive.jsonl", "-o", "out", "--format", "jsonl"]).assert().code(1).stdout(contains("Removed").not());
}

#[test]
fn the_workbook_speaks_arabic() {
    let desk = Desk::new(5, 4);
    batch(&desk, "archive.jsonl", "out", &["--format", "xlsx", "--report-language", "ar"]);
    let findings = sheet(&desk, "out/findings.xlsx", "الملاحظات");
    let tables = rows(&desk.at("out/findings.csv"));
    assert_eq!(column(&findings, "الملاحظة"), tables.iter().map(|row| row["message"].clone()).collect::<Vec<_>>());
    assert_eq!(sheet(&desk, "out/findings.xlsx", "المقالات").len(), 5);
}

#[test]
fn what_is_no_format_of_archives_is_refused() {
    let desk = Desk::new(5, 3);
    let refused = |format: &str| {
        desk.run(&["batch", "archive.jsonl", "-o", "out", "--format", format]).assert().code(2).stderr(
            contains(format!("invalid value '{format}' for '--format <FORMAT>'"))
                .and(contains("[possible values: xlsx, html, jsonl, sarif]")),
        );
        assert!(!desk.at("out").exists());
    };
    refused("xls");
    refused("csv");
}

#[test]
fn texts_stand_where_fields_and_columns_say() {
    let desk = Desk::new(6, 5);
    batch(&desk, "archive.jsonl", "plain", &[]);
    let lines: Vec<Value> =
        fs::read_to_string(desk.at("archive.jsonl")).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let export: Vec<String> = lines
        .iter()
        .map(|line| json!({"meta": {"key": line["id"]}, "body": {"en": line["source"], "ar": line["target"]}}).to_string())
        .collect();
    fs::write(desk.at("export.jsonl"), export.join("\n")).unwrap();
    batch(&desk, "export.jsonl", "fields", &["--fields", "source=body.en,target=body.ar,id=meta.key", "--format", "html"]);
    assert_eq!(desk.tables("plain")["findings.csv"], desk.tables("fields")["findings.csv"]);
    assert_eq!(desk.tables("fields/articles").keys().next().unwrap(), "000.html");
    let mut csv = csv::Writer::from_path(desk.at("export.csv")).unwrap();
    csv.write_record(["Key", "Arabic", "English"]).unwrap();
    for line in &lines {
        csv.write_record(["id", "target", "source"].map(|key| line[key].as_str().unwrap())).unwrap();
    }
    drop(csv);
    batch(&desk, "export.csv", "columns", &["--columns", "source=English,target=Arabic,id=Key"]);
    assert_eq!(desk.tables("plain")["findings.csv"], desk.tables("columns")["findings.csv"]);
    // A worker is told the same way.
    let mut worker = desk.run(&["worker", "--fields", "source=body.en,target=body.ar,id=meta.key"]);
    let found = worker.write_stdin(export.join("\n")).assert().code(0).get_output().stdout.clone();
    let found = String::from_utf8(found).unwrap();
    let found: BTreeSet<String> = found.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].to_string()).collect();
    assert_eq!(found.len(), lines.len());
    // What is not there is told.
    desk.run(&["batch", "export.jsonl", "-o", "none", "--fields", "source=body.en,target=body.fr"]).assert().code(2).stderr(
        contains("has no field body.fr; name the field that has the target: --fields target=").and(contains("this one has body, meta")),
    );
    desk.run(&["batch", "export.csv", "-o", "none", "--columns", "source=English,target=French"])
        .assert()
        .code(2)
        .stderr(contains("export.csv:1: has no column called French"));
}
