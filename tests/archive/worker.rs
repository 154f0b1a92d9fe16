//! `muqabala worker`.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::desk::{Desk, rows};

#[test]
fn workers_find_what_a_batch_finds() {
    let desk = Desk::new(10, 6);
    desk.run(&["batch", "archive.jsonl", "-o", "out", "-q"]).assert().code(1);
    let lines = fs::read_to_string(desk.at("archive.jsonl")).unwrap();
    let output = desk.run(&["worker"]).write_stdin(lines.clone()).assert().code(0).get_output().stdout.clone();
    let results: Vec<serde_json::Value> =
        String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(results.len(), lines.lines().count());
    let found: Vec<String> =
        results.iter().flat_map(|r| r["findings"].as_array().unwrap()).map(|f| f["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(found, rows(&desk.at("out/findings.csv")).iter().map(|r| r["id"].clone()).collect::<Vec<_>>());
    let scores: Vec<String> = results.iter().map(|r| format!("{:.1}", r["score"].as_f64().unwrap())).collect();
    assert_eq!(scores, rows(&desk.at("out/articles.csv")).iter().map(|r| r["score"].clone()).collect::<Vec<_>>());
}

/// Whoever drives a worker waits for an answer before it asks again.
#[test]
fn every_answer_comes_at_once_and_bad_lines_are_answered_too() {
    let mut worker =
        Command::new(assert_cmd::cargo::cargo_bin!("muqabala")).arg("worker").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = worker.stdin.take().unwrap();
    let mut output = BufReader::new(worker.stdout.take().unwrap());
    let mut ask = |line: &[u8]| -> serde_json::Value {
        input.write_all(line).unwrap();
        input.write_all(b"\n").unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    };
    let good = r#"{"id":"a","source":"Rain fell in Aden.","target":"هطلت الأمطار في عدن."}"#;
    assert_eq!(ask(good.as_bytes())["status"], "clean");
    for bad in [&b"nonsense"[..], b"", b"[]", b"{\"id\":1}", b"\xFF\xFE", b"{\"source\":1,\"target\":2}"] {
        assert_eq!(ask(bad)["status"], "error", "{bad:?}");
    }
    assert_eq!(ask(good.as_bytes())["id"], "a");
    drop(input);
    assert!(worker.wait().unwrap().success());
}
