//! `muqabala batch`.

use std::fs;

use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use serde_json::json;

use crate::desk::{Desk, rows};

#[test]
fn two_folders_a_table_and_an_archive_give_the_same_findings() {
    let desk = Desk::new(10, 6);
    desk.run(&["batch", "en", "ar", "-o", "a"]).assert().code(1).stdout(contains("8 articles audited").and(contains("Written: a")));
    desk.run(&["batch", "a/pairs.csv", "-o", "b", "-q"]).assert().code(1).stdout(is_empty()).stderr(is_empty());
    desk.run(&["batch", "archive.jsonl", "-o", "c", "--quiet"]).assert().code(1);
    let (a, b) = (desk.tables("a"), desk.tables("b"));
    assert_eq!(a["findings.csv"], b["findings.csv"]);
    assert_eq!(a["articles.csv"], b["articles.csv"]);
    let ids = |folder: &str| rows(&desk.at(folder).join("findings.csv")).iter().map(|r| r["id"].clone()).collect::<Vec<_>>();
    let mut both = [ids("a"), ids("c")];
    for ids in &mut both {
        ids.sort();
    }
    assert_eq!(both[0], both[1]);
    assert_eq!(rows(&desk.at("a/unpaired.csv")).len(), 4);
    let articles = rows(&desk.at("a/articles.csv"));
    assert_eq!(articles.len(), 8);
    let sum: usize = articles.iter().map(|r| r["findings"].parse::<usize>().unwrap()).sum();
    assert_eq!(sum, both[0].len());
}

#[test]
fn threads_and_repetition_change_no_byte() {
    let desk = Desk::new(12, 5);
    let run = |out: &str, jobs: &str| {
        desk.run(&["batch", "archive.jsonl", "-o", out, "-q", "--jobs", jobs, "--format", "jsonl"]).assert().code(1);
    };
    run("one", "1");
    run("four", "4");
    assert_eq!(desk.tables("one"), desk.tables("four"));
    let journal = fs::read(desk.at("one/.muqabala/journal")).unwrap();
    run("one", "2");
    assert_eq!(desk.tables("one"), desk.tables("four"));
    assert_eq!(fs::read(desk.at("one/.muqabala/journal")).unwrap(), journal, "nothing was audited twice");
    desk.run(&["batch", "archive.jsonl", "-o", "one", "-q", "--force", "--format", "jsonl"]).assert().code(1);
    assert_eq!(desk.tables("one"), desk.tables("four"));
}

#[test]
fn only_what_changed_is_audited_again() {
    let desk = Desk::new(10, 5);
    desk.run(&["batch", "en", "ar", "-o", "out", "-q"]).assert().code(1);
    let before = fs::metadata(desk.at("out/.muqabala/journal")).unwrap().len();
    let (_, target) = &desk.gold[1];
    let path = desk.at("ar").join(target);
    fs::write(&path, fs::read_to_string(&path).unwrap() + "\nونفى الجيش ذلك أمس.\n").unwrap();
    desk.run(&["batch", "en", "ar", "-o", "out", "-q"]).assert().code(1);
    let grown = fs::metadata(desk.at("out/.muqabala/journal")).unwrap().len() - before;
    assert!(grown > 0 && grown < before / 2, "{grown} of {before}");
    assert!(fs::read_to_string(desk.at("out/findings.csv")).unwrap().contains("ونفى الجيش ذلك أمس."));
    desk.run(&["batch", "en", "ar", "-o", "out", "-q", "--min-confidence", "0.99", "--fail-on", "never"]).assert().code(0);
    assert!(rows(&desk.at("out/findings.csv")).iter().all(|r| r["confidence"].parse::<f32>().unwrap() >= 0.99));
}

#[test]
fn bad_articles_become_rows_and_stop_nothing() {
    let desk = Desk::new(10, 5);
    let mut lines: Vec<String> = fs::read_to_string(desk.at("archive.jsonl")).unwrap().lines().map(str::to_owned).collect();
    lines.insert(1, "{\"id\": \"torn\", \"source\": ".to_owned());
    lines.insert(2, String::new());
    lines.insert(3, r#"{"id":"same","source":"One man left.","target":"Two men left."}"#.to_owned());
    lines.insert(4, r#"{"id":"blank","source":"One man left.","target":" "}"#.to_owned());
    lines.insert(
        5,
        format!(r#"{{"id":"files","source":"en/{}","target":"ar/{}"}}"#, desk.gold[0].0.replace("000", "deep/000"), desk.gold[0].1),
    );
    fs::write(desk.at("mixed.jsonl"), lines.join("\n")).unwrap();
    desk.run(&["batch", "mixed.jsonl", "-o", "out"])
        .assert()
        .code(1)
        .stdout(contains("9 articles audited").and(contains("3 failures in errors.csv")));
    let errors = rows(&desk.at("out/errors.csv"));
    let told: Vec<_> = errors.iter().map(|r| (r["id"].as_str(), r["stage"].as_str())).collect();
    assert_eq!(told, [("2", "archive"), ("same", "read"), ("blank", "read")]);
    assert!(errors[1]["reason"].contains("both in English"));
    let articles = rows(&desk.at("out/articles.csv"));
    assert_eq!(articles.iter().filter(|r| r["status"] == "error").count(), 3);
    assert!(articles.iter().any(|r| r["id"] == "files" && r["source"].ends_with("000.txt")));
    // A line that lacks a text still has its name.
    fs::write(desk.at("lacks.jsonl"), "{\"id\":3}\n").unwrap();
    desk.run(&["batch", "lacks.jsonl", "-o", "lacks", "-q"]).assert().code(2).stderr(contains("has no field source"));
    assert_eq!(rows(&desk.at("lacks/errors.csv"))[0]["id"], "3");
    // A file that goes missing after it was paired.
    desk.run(&["pair", "en", "ar", "-o", "pairs.csv", "-q"]).assert().code(0);
    fs::remove_file(desk.at("ar").join(&desk.gold[2].1)).unwrap();
    desk.run(&["batch", "pairs.csv", "-o", "less", "-q"]).assert().code(1);
    let errors = rows(&desk.at("less/errors.csv"));
    assert_eq!((errors.len(), errors[0]["reason"].as_str()), (1, "no such file; check the path"));
    assert!(errors[0]["file"].ends_with(&desk.gold[2].1));
}

/// A path that leads to no file is told, and is not audited as if it were a text.
#[test]
fn misspelt_paths_are_no_texts() {
    let desk = Desk::new(5, 3);
    let (source, target) = (format!("en/{}", desk.gold[1].0), format!("ar/{}", desk.gold[1].1));
    let lines: Vec<String> = [
        json!({"id": "right", "source": source, "target": target}),
        json!({"id": "word", "source": "nofile.txt", "target": "هطلت الأمطار في عدن."}),
        json!({"id": "spaces", "source": source, "target": "my article.docx"}),
        json!({"id": "text", "source": "Read the file notes.txt", "target": "اقرأ الملف."}),
    ]
    .map(|line| line.to_string())
    .to_vec();
    fs::write(desk.at("a.jsonl"), lines.join("\n")).unwrap();
    desk.run(&["batch", "a.jsonl", "-o", "out", "-q", "--fail-on", "never"]).assert().code(0);
    let errors = rows(&desk.at("out/errors.csv"));
    let told: Vec<_> = errors.iter().map(|r| (r["id"].as_str(), r["file"].as_str(), r["reason"].as_str())).collect();
    let reason = "no such file; check the path";
    assert_eq!(told, [("word", "nofile.txt", reason), ("spaces", "my article.docx", reason)]);
    let answers = desk.run(&["worker"]).write_stdin(lines[1].clone()).assert().code(0);
    answers.stdout(contains("\"id\":\"word\",\"status\":\"error\"").and(contains("nofile.txt: no such file; check the path")));
}

#[test]
fn a_table_of_paths_has_ids() {
    let desk = Desk::new(5, 3);
    let rows_of = |n: usize| format!("k{n},en/{},ar/{}\n", desk.gold[n].0, desk.gold[n].1);
    fs::write(desk.at("pairs.csv"), format!("id,source,target\n{}{}", rows_of(1), rows_of(2))).unwrap();
    desk.run(&["batch", "pairs.csv", "-o", "out", "-q", "--fail-on", "never"]).assert().code(0);
    let ids: Vec<String> = rows(&desk.at("out/articles.csv")).iter().map(|r| r["id"].clone()).collect();
    assert_eq!(ids, ["k1", "k2"]);
}

#[test]
fn what_is_no_archive_is_refused() {
    let desk = Desk::new(5, 3);
    let refused = |args: &[&str], told: &str| {
        desk.run(args)
            .assert()
            .code(2)
            .stdout(is_empty())
            .stderr(contains(told).and(predicate::function(|e: &str| e.lines().count() == 1)));
    };
    refused(&["batch", "en", "-o", "out"], "en is only one of the two folders; name the folder of the translations too");
    refused(&["batch", "en/001.txt", "-o", "out"], "is no archive; give two folders");
    refused(&["batch", "none.jsonl", "-o", "out"], "none.jsonl: no such file");
    fs::write(desk.at("bad.csv"), "one,two\n").unwrap();
    refused(&["batch", "bad.csv", "-o", "out"], "bad.csv:1: has no header with the columns source and target");
    fs::write(desk.at("empty.jsonl"), "\n").unwrap();
    refused(&["batch", "empty.jsonl", "-o", "out"], "no article of empty.jsonl could be audited");
    refused(&["batch", "archive.jsonl", "-o", "en/001.txt"], "en/001.txt: cannot write");
}

/// What a run writes must not be what the next one reads.
#[test]
fn a_folder_of_articles_is_no_place_for_tables() {
    let desk = Desk::new(5, 3);
    let refused = |args: &[&str], told: &str| {
        desk.run(&[&["batch"], args].concat()).assert().code(2).stdout(is_empty()).stderr(contains(told));
    };
    let remedy = "choose a folder outside of it, so that reports are not taken for articles";
    refused(&["en", "ar", "-o", "en"], &format!("en: cannot write: it is in en, a folder of articles; {remedy}"));
    refused(&["en", "ar", "-o", "./ar/../ar/"], "it is in ar, a folder of articles");
    refused(&["en", "ar", "-o", "ar/new/out"], "ar/new/out: cannot write: it is in ar, a folder of articles");
    assert!(!desk.at("ar/new").exists() && !desk.at("en/.muqabala").exists());
    fs::rename(desk.at("archive.jsonl"), desk.at("findings.jsonl")).unwrap();
    let told = "./findings.jsonl: cannot write: it is an input; choose another folder, so that it is not lost";
    refused(&["findings.jsonl", "-o", "."], told);
    desk.run(&["batch", "en", "ar", "-o", ".", "-q"]).assert().code(1);
    desk.run(&["batch", "pairs.csv", "-o", ".", "-q"]).assert().code(1);
}

/// A disk that is full stops the batch with one line and loses nothing: with room again, it goes on.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_stops_it_and_nothing_is_lost() {
    let desk = Desk::new(20, 6);
    desk.run(&["batch", "archive.jsonl", "-o", "whole", "-q"]).assert().code(1);
    let program = assert_cmd::cargo::cargo_bin!("muqabala");
    // No file may grow over a few kilobytes: to the program that is a write that fails.
    for blocks in [1, 24] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{}' batch archive.jsonl -o out -q", program.display());
        let run = std::process::Command::new("bash").args(["-c", &script]).current_dir(desk.folder.path()).output().unwrap();
        let told = String::from_utf8(run.stderr).unwrap();
        assert_eq!((run.status.code(), told.lines().count()), (Some(2), 1), "{told}");
        assert!(told.contains("cannot write: file too large"), "{told}");
    }
    let kept = fs::metadata(desk.at("out/.muqabala/journal")).unwrap().len();
    assert!(kept > 1000, "{kept}");
    desk.run(&["batch", "archive.jsonl", "-o", "out", "-q"]).assert().code(1);
    assert_eq!(desk.tables("out"), desk.tables("whole"));
}
