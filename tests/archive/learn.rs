//! `muqabala learn` and `--lexicon`.

use std::fmt::Write as _;
use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use crate::desk::Desk;

/// An archive in which a word that no lexicon has stands for another.
fn archive() -> String {
    let others = [
        ("The army attacked the village", "هاجم الجيش القرية"),
        ("Oil prices rose again", "وارتفعت أسعار النفط مجددا"),
        ("Rain is expected", "ويتوقع هطول الأمطار"),
        ("Three children died in a fire", "وتوفي ثلاثة أطفال في حريق"),
        ("The court adjourned the trial", "وأجلت المحكمة المحاكمة"),
    ];
    let mut lines = String::new();
    for n in 0..24 {
        let (mut source, mut target) = (String::new(), String::new());
        // No two articles say the same: what is repeated teaches once.
        let (place, makan) = [("Cairo", "القاهرة"), ("Baghdad", "بغداد"), ("Beirut", "بيروت"), ("Paris", "باريس")][n % 4];
        let (day, yawm) = [
            ("Sunday", "الأحد"),
            ("Monday", "الاثنين"),
            ("Tuesday", "الثلاثاء"),
            ("Wednesday", "الأربعاء"),
            ("Friday", "الجمعة"),
            ("Thursday", "الخميس"),
        ][n / 4];
        for k in 0..4 {
            let (e, a) = others[(n + k) % 5];
            let _ = writeln!(source, "{e} in {place} on {day}.");
            let _ = writeln!(target, "{a} في {makan} يوم {yawm}.");
        }
        let _ = writeln!(source, "The minister visited the grommelthrip in {place} on {day}.");
        let _ = writeln!(target, "زار الوزير شنطفوزة في {makan} يوم {yawm}.");
        lines += &(serde_json::json!({"id": n, "source": source, "target": target}).to_string() + "\n");
    }
    lines
}

#[test]
fn what_an_archive_teaches_can_be_read_edited_and_used() {
    let desk = Desk::new(1, 3);
    fs::write(desk.at("archive.jsonl"), archive()).unwrap();
    desk.run(&["learn", "archive.jsonl", "-o", "house.lex"])
        .assert()
        .code(0)
        .stdout("1 translation learned from 24 articles, in house.lex\n");
    let house = fs::read_to_string(desk.at("house.lex")).unwrap();
    assert!(house.starts_with('#') && house.contains("\ngrommelthrip\tشنطفوز"), "{house}");
    fs::write(desk.at("e.txt"), "He sold the grommelthrip.").unwrap();
    fs::write(desk.at("a.txt"), "وباع الشنطفوزة.").unwrap();
    let confidence = |args: &[&str]| {
        let output =
            desk.run(&[&["align", "e.txt", "a.txt", "--format", "jsonl"], args].concat()).assert().code(0).get_output().stdout.clone();
        let bead: serde_json::Value = serde_json::from_str(String::from_utf8(output).unwrap().lines().next().unwrap()).unwrap();
        bead["score"].as_f64().unwrap()
    };
    assert!(confidence(&["--lexicon", "house.lex"]) > confidence(&[]) + 1.0);
    // Edited: a line of one's own, and one that is none.
    fs::write(desk.at("house.lex"), "# mine\ngrommelthrip\tشنطفوزة\n").unwrap();
    assert!(confidence(&["--lexicon", "house.lex"]) > confidence(&[]) + 1.0);
    fs::write(desk.at("house.lex"), "grommelthrip\n").unwrap();
    desk.run(&["audit", "e.txt", "a.txt", "--lexicon", "house.lex"])
        .assert()
        .code(2)
        .stderr(contains("house.lex:1: has no English and Arabic word").and(predicate::function(|e: &str| e.lines().count() == 1)));
}

#[test]
fn only_a_lexicon_is_overwritten() {
    let desk = Desk::new(5, 3);
    let (source, target) = (format!("en/{}", desk.gold[1].0), format!("ar/{}", desk.gold[1].1));
    fs::write(desk.at("pairs.csv"), format!("source,target\n{source},{target}\n")).unwrap();
    let before = fs::read(desk.at(&target)).unwrap();
    for input in [&["en", "ar"][..], &["pairs.csv"], &["archive.jsonl"]] {
        desk.run(&[&["learn"], input, &["-o", &target]].concat()).assert().code(2).stderr(contains(format!(
            "{target}: cannot write: it is there already and is no house lexicon; choose another name, so that it is not lost"
        )));
    }
    assert_eq!(fs::read(desk.at(&target)).unwrap(), before);
    desk.run(&["learn", "archive.jsonl", "-o", "archive.jsonl"]).assert().code(2).stderr(contains("it is an input"));
    for _ in 0..2 {
        desk.run(&["learn", "en", "ar", "-o", "house.lex", "-q"]).assert().code(0);
    }
}
