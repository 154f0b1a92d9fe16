//! Verdicts that come back, and older reports to compare with.

use std::fs;

use muqabala::report::row::Row;
use predicates::prelude::*;
use predicates::str::{contains, is_empty};

use crate::desk::{Desk, SOURCE, TARGET, refused};
use crate::spreadsheet::converted;

/// The report of the desk, its one finding judged.
fn reviewed(desk: &Desk, verdict: &str) -> Row {
    desk.audit(&["-q", "-o", "report.csv", "-o", "old.jsonl"]).assert().code(1);
    let csv = fs::read_to_string(desk.at("report.csv")).unwrap();
    assert_eq!(csv.matches("\r\n").count(), 2, "one finding: {csv}");
    let end = csv.rfind(",,,\r\n").unwrap();
    fs::write(desk.at("reviewed.csv"), format!("{},{verdict},\"seen, by Samir\",\r\n", &csv[..end])).unwrap();
    serde_json::from_str(fs::read_to_string(desk.at("old.jsonl")).unwrap().lines().next().unwrap()).unwrap()
}

#[test]
fn what_is_dismissed_is_not_shown_again() {
    for (verdict, code) in [("false positive", 0), ("Won’t fix", 0), ("accepted", 1), ("fixed", 1), ("", 1)] {
        let desk = Desk::new();
        reviewed(&desk, verdict);
        desk.audit(&["--verdicts", "reviewed.csv", "-q"]).assert().code(code).stdout(is_empty());
        let shown = desk.audit(&["--verdicts", "reviewed.csv", "--show-dismissed", "-q", "-o", "-", "--format", "jsonl"]).assert().code(1);
        shown.stdout(contains("\"note\":\"seen, by Samir\""));
    }
}

#[test]
fn verdicts_survive_other_words_around_them() {
    let desk = Desk::new();
    reviewed(&desk, "false positive");
    // Another beginning, another order of lines, another name.
    let (source, target) = (SOURCE.replace("\n\n", "\n\n\n"), TARGET.replace("\n\n", "\n\n\n"));
    fs::write(desk.at("new.en.txt"), format!("Prices: a survey\n\n{source}")).unwrap();
    fs::write(desk.at("new.ar.txt"), format!("الأسعار: دراسة\n\n{target}")).unwrap();
    desk.run(&["audit", "new.en.txt", "new.ar.txt", "--verdicts", "reviewed.csv"])
        .assert()
        .code(0)
        .stdout(contains("dismissed it: 1 finding"));
}

/// Whoever gives the wrong file is told.
#[test]
fn verdicts_that_fit_are_counted() {
    let desk = Desk::new();
    let row = reviewed(&desk, "accepted");
    let told = "Verdicts and notes that are about these findings: 1 of 1";
    desk.audit(&["--verdicts", "reviewed.csv"]).assert().code(1).stdout(contains(told));
    let reviewed = fs::read_to_string(desk.at("reviewed.csv")).unwrap();
    fs::write(desk.at("reviewed.csv"), reviewed.replace(&row.id, "f000000000000000")).unwrap();
    desk.audit(&["--verdicts", "reviewed.csv"]).assert().code(1).stdout(contains("about these findings: 0 of 1"));
    desk.audit(&[]).assert().code(1).stdout(contains("about these findings").not());
}

#[test]
fn workbooks_bring_verdicts_back() {
    let desk = Desk::new();
    reviewed(&desk, "won't fix");
    for language in ["en", "ar"] {
        let kept = ["--verdicts", "reviewed.csv", "--show-dismissed", "--report-language", language, "-q", "-o", "judged.xlsx"];
        desk.audit(&kept).assert().code(1);
        desk.audit(&["--verdicts", "judged.xlsx", "-q"]).assert().code(0);
    }
    let stats = desk.run(&["verdicts", "stats", "judged.xlsx"]).assert().code(0);
    stats.stdout(contains("agreed").and(contains("dropped-segment")));
}

/// Saved by another program. Skipped where there is no `LibreOffice`.
#[test]
fn a_workbook_of_libreoffice_brings_verdicts_back() {
    let desk = Desk::new();
    reviewed(&desk, "false positive");
    let Some(workbook) = converted(&desk, "reviewed.csv", "xlsx", "xlsx") else {
        println!("skipped a_workbook_of_libreoffice_brings_verdicts_back: there is no soffice");
        return;
    };
    desk.audit(&["--verdicts", workbook.to_str().unwrap(), "-q"]).assert().code(0);
}

#[test]
fn the_later_of_two_files_holds() {
    let desk = Desk::new();
    reviewed(&desk, "false positive");
    fs::rename(desk.at("reviewed.csv"), desk.at("first.csv")).unwrap();
    reviewed(&desk, "accepted");
    desk.audit(&["--verdicts", "first.csv", "--verdicts", "reviewed.csv", "-q"]).assert().code(1);
    desk.audit(&["--verdicts", "reviewed.csv", "--verdicts", "first.csv", "-q"]).assert().code(0);
}

#[test]
fn a_baseline_tells_new_from_old() {
    let desk = Desk::new();
    let row = reviewed(&desk, "");
    let run = desk.audit(&["--baseline", "old.jsonl", "-o", "now.jsonl", "-o", "now.sarif"]).assert().code(0);
    run.stdout(contains("Since the last report: 0 new, 1 unchanged, 0 gone"));
    assert!(fs::read_to_string(desk.at("now.jsonl")).unwrap().contains("\"status\":\"unchanged\""));
    assert!(fs::read_to_string(desk.at("now.sarif")).unwrap().contains("\"baselineState\":\"unchanged\""));
    let other = serde_json::to_string(&Row { id: "f000000000000000".into(), message: "A number was wrong.".into(), ..row }).unwrap();
    fs::write(desk.at("other.jsonl"), other + "\n").unwrap();
    let run = desk.audit(&["--baseline", "other.jsonl"]).assert().code(1);
    run.stdout(contains("1 new, 0 unchanged, 1 gone").and(contains("A number was wrong.")));
    fs::write(desk.at("none.jsonl"), "").unwrap();
    desk.audit(&["--baseline", "none.jsonl"]).assert().code(1).stdout(contains("1 new"));
}

#[test]
fn reports_that_cannot_be_read_are_refused() {
    let desk = Desk::new();
    reviewed(&desk, "acepted");
    let audit = ["audit", "source.en.txt", "target.ar.txt"];
    refused(
        &desk,
        &[&audit[..], &["--verdicts", "reviewed.csv"]].concat(),
        &["reviewed.csv:2: the verdict acepted is not known; did you mean accepted?"],
    );
    refused(&desk, &[&audit[..], &["--verdicts", "source.en.txt"]].concat(), &["no header with the columns id and verdict"]);
    refused(
        &desk,
        &[&audit[..], &["--baseline", "report.csv"]].concat(),
        &["report.csv:1: is no finding; give a report written with -o NAME.jsonl"],
    );
    refused(&desk, &[&audit[..], &["--verdicts", "reviewed.csv", "-o", "reviewed.csv"]].concat(), &["it is an input"]);
}
