//! `muqabala pair`.

use std::collections::BTreeSet;
use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use crate::desk::{Desk, rows};

/// Pairs by file name.
fn paired(desk: &Desk, table: &str) -> BTreeSet<(String, String)> {
    let name = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    rows(&desk.at(table)).iter().map(|r| (name(&r["source"]), name(&r["target"]))).collect()
}

#[test]
fn articles_find_their_translations_and_those_without_one_stay_alone() {
    let desk = Desk::new(40, 9);
    desk.run(&["pair", "en", "ar", "-o", "pairs.csv", "--unpaired", "left.csv"])
        .assert()
        .code(0)
        .stderr(contains("32 pairs of 40 sources and 40 targets; 8 sources are without a partner"));
    assert_eq!(paired(&desk, "pairs.csv"), desk.gold.iter().cloned().collect());
    let rows = rows(&desk.at("pairs.csv"));
    assert!(rows.iter().all(|r| r["score"].parse::<f32>().unwrap() > r["second_best"].parse().unwrap()), "{rows:?}");
    assert!(rows.iter().any(|r| r["reason"].contains("numbers ") && r["reason"].contains("names ")), "{rows:?}");
    let left = crate::desk::rows(&desk.at("left.csv"));
    assert_eq!(left.iter().map(|r| r["side"].as_str()).collect::<Vec<_>>(), [vec!["source"; 8], vec!["target"; 8]].concat());
}

#[test]
fn folders_may_come_in_either_order_and_threads_change_nothing() {
    let desk = Desk::new(20, 6);
    desk.run(&["pair", "ar", "en", "-o", "a.csv", "-q", "--jobs", "1"]).assert().code(0).stderr("");
    desk.run(&["pair", "ar", "en", "-o", "b.csv", "-q", "--jobs", "4"]).assert().code(0);
    assert_eq!(fs::read(desk.at("a.csv")).unwrap(), fs::read(desk.at("b.csv")).unwrap());
    let swapped = paired(&desk, "a.csv").into_iter().map(|(s, t)| (t, s)).collect::<BTreeSet<_>>();
    assert_eq!(swapped, desk.gold.iter().cloned().collect());
}

#[test]
fn several_partners_are_found_when_asked_for() {
    let desk = Desk::new(20, 9);
    // One source with two translations; and two sources whose translations were joined into one.
    let [(_, twice), (first, of_first), (second, of_second)] = [0, 1, 2].map(|n| desk.gold[n].clone());
    fs::copy(desk.at("ar").join(&twice), desk.at("ar/again.txt")).unwrap();
    let joined = [of_first.as_str(), &of_second].map(|name| fs::read_to_string(desk.at("ar").join(name)).unwrap()).concat();
    fs::write(desk.at("ar/joined.txt"), joined).unwrap();
    for name in [of_first, of_second] {
        fs::remove_file(desk.at("ar").join(name)).unwrap();
    }
    desk.run(&["pair", "en", "ar", "-o", "one.csv", "-q"]).assert().code(0);
    desk.run(&["pair", "en", "ar", "-o", "many.csv", "-q", "--many"]).assert().code(0);
    let many = paired(&desk, "many.csv");
    let targets: Vec<&str> = many.iter().filter(|(s, _)| *s == desk.gold[0].0).map(|(_, t)| t.as_str()).collect();
    assert_eq!(targets, [&twice, "again.txt"]);
    for source in [first, second] {
        assert!(many.contains(&(source, "joined.txt".to_owned())), "{many:?}");
    }
    let one = paired(&desk, "one.csv");
    assert_eq!(one.iter().map(|(s, _)| s).collect::<BTreeSet<_>>().len(), one.len());
    assert_eq!(one.iter().map(|(_, t)| t).collect::<BTreeSet<_>>().len(), one.len());
    assert_eq!(many.len(), desk.gold.len() + 1);
}

#[test]
fn what_cannot_be_paired_is_told() {
    let desk = Desk::new(10, 6);
    fs::write(desk.at("en/picture.png"), b"\x89PNG\r\n\x1A\n\0\0\0").unwrap();
    fs::copy(desk.at("ar/003.txt"), desk.at("en/strange.txt")).unwrap();
    desk.run(&["pair", "en", "ar", "-o", "pairs.csv", "--unpaired", "left.csv"]).assert().code(0).stderr(contains("2 files were left out"));
    let left = rows(&desk.at("left.csv"));
    let reason = |file: &str| left.iter().find(|r| r["file"] == file).unwrap()["reason"].clone();
    assert!(reason("en/picture.png").contains("is binary data"));
    assert!(reason("en/strange.txt").contains("is in Arabic, unlike the others"));
    desk.run(&["pair", "en", "none"]).assert().code(2).stderr(contains("none: no such folder; check the path"));
    desk.run(&["pair", "en", "en"]).assert().code(2).stderr(contains("are both in English"));
    fs::create_dir(desk.at("empty")).unwrap();
    desk.run(&["pair", "en", "empty"]).assert().code(2).stderr(contains("empty has no article that can be read"));
}

/// A link that leads nowhere, and one that leads in a circle, are rows and stop nothing.
#[cfg(unix)]
#[test]
fn bad_links_are_rows() {
    let desk = Desk::new(10, 6);
    std::os::unix::fs::symlink("gone.txt", desk.at("en/c.txt")).unwrap();
    std::os::unix::fs::symlink(".", desk.at("ar/loop")).unwrap();
    desk.run(&["pair", "en", "ar", "-o", "pairs.csv", "-q"]).assert().code(0);
    assert_eq!(paired(&desk, "pairs.csv"), desk.gold.iter().cloned().collect());
    desk.run(&["batch", "en", "ar", "-o", "out"]).assert().code(1).stdout(contains("8 articles audited").and(contains("2 failures")));
    let errors = rows(&desk.at("out/errors.csv"));
    let told: Vec<_> = errors.iter().map(|r| (r["file"].as_str(), r["stage"].as_str(), r["reason"].as_str())).collect();
    assert_eq!(told[0], ("en/c.txt", "read", "is a link that leads nowhere; take it out or mend it"));
    assert_eq!(told[1..], [("ar/loop", "read", "is a link that leads back to ar; take it out")]);
}

/// No article is overwritten, under whatever name, and no table by the other.
#[test]
fn outputs_that_would_cost_a_text_are_refused() {
    let desk = Desk::new(10, 6);
    let (source, target) = (format!("en/{}", desk.gold[1].0), format!("ar/{}", desk.gold[1].1));
    let before = [&source, &target].map(|file| fs::read(desk.at(file)).unwrap());
    let refused = |args: &[&str], told: &str| {
        desk.run(&[&["pair", "en", "ar"], args].concat()).assert().code(2).stderr(contains(told));
        assert_eq!(before, [&source, &target].map(|file| fs::read(desk.at(file)).unwrap()), "{args:?}");
        assert!(!desk.at("p.csv").exists());
    };
    refused(&["-o", &source], "cannot write: the format .txt is not known; let it end in .csv");
    refused(&["-o", "p.csv", "--unpaired", &target], "cannot write: the format .txt is not known; let it end in .csv");
    refused(&["-o", "p.xlsx"], "p.xlsx: cannot write: the format .xlsx is not known; let it end in .csv");
    refused(&["-o", "p.csv", "--unpaired", "./p.csv"], "./p.csv: cannot write: it is named twice; give every output another file");
    refused(&["--unpaired", "-"], "-: cannot write: it is named twice");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(desk.at(&target), desk.at("link.csv")).unwrap();
        refused(&["-o", "link.csv"], "link.csv: cannot write: it is an input; choose another name, so that the text is not lost");
    }
    // The table of an earlier run is no text, wherever it lies.
    for _ in 0..2 {
        desk.run(&["pair", "en", "ar", "-o", "en/pairs.csv", "--unpaired", "en/left.csv", "-q"]).assert().code(0);
    }
}

/// Whoever reads a table only in part, `head` say, has seen enough: that is no error.
#[cfg(unix)]
#[test]
fn a_reader_that_stops_early_is_no_error() {
    let desk = Desk::new(10, 6);
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("muqabala"));
    command
        .args(["pair", "en", "ar", "-q"])
        .current_dir(desk.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut run = command.spawn().unwrap();
    drop(run.stdout.take());
    let output = run.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

/// A zip archive is a folder: one of both folders, one of each, and folders in one.
#[test]
fn archives_are_folders() {
    let desk = Desk::new(10, 6);
    let files = |folders: &[&str]| {
        let all = folders.iter().flat_map(|folder| walkdir::WalkDir::new(desk.at(folder)).into_iter().map(Result::unwrap));
        all.filter(|f| f.file_type().is_file()).map(walkdir::DirEntry::into_path).collect::<Vec<_>>()
    };
    for (archive, folders) in [("news.zip", &["en", "ar"][..]), ("english.zip", &["en"]), ("arabic.zip", &["ar"])] {
        let mut zip = zip::ZipWriter::new(fs::File::create(desk.at(archive)).unwrap());
        for file in files(folders) {
            let name = file.strip_prefix(desk.path()).unwrap().to_str().unwrap().to_owned();
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, &fs::read(file).unwrap()).unwrap();
        }
        zip.finish().unwrap();
    }
    for args in [&["news.zip"][..], &["english.zip", "arabic.zip"], &["news.zip/en", "news.zip/ar"], &["en", "arabic.zip"]] {
        desk.run(&[&["pair"], args, &["-o", "pairs.csv", "-q"]].concat()).assert().code(0);
        assert_eq!(paired(&desk, "pairs.csv"), desk.gold.iter().cloned().collect(), "{args:?}");
    }
    desk.run(&["batch", "en", "ar", "-o", "of-folders", "-q"]).assert().code(1);
    desk.run(&["batch", "news.zip", "-o", "of-archive", "-q"]).assert().code(1);
    desk.run(&["pair", "news.zip", "-o", "pairs.csv", "-q"]).assert().code(0);
    desk.run(&["batch", "pairs.csv", "-o", "of-table", "-q"]).assert().code(1);
    for folder in ["of-archive", "of-table"] {
        assert_eq!(desk.tables(folder)["findings.csv"], desk.tables("of-folders")["findings.csv"], "{folder}");
    }
    desk.run(&["pair", "english.zip"]).assert().code(2).stderr(contains("english.zip has only articles in English; name the folder"));
    desk.run(&["pair", "en"]).assert().code(2).stderr(contains("en has only articles in English; name the folder"));
    desk.run(&["audit", "news.zip"]).assert().code(2).stderr(contains("is an archive of 20 files; name one of them as news.zip/ar/"));
}
