//! Files that cannot be used: one line that names the file, the place and the remedy, and nothing half-written. The cases are `refusals.tsv`.

use std::fs;
use std::io::Write;

use encoding_rs::Encoding;
use predicates::prelude::*;
use predicates::str::contains;

use crate::desk::{Desk, SOURCE, TARGET};

/// A zip archive of one file.
fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

fn gzipped(content: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(content).unwrap();
    gzip.finish().unwrap()
}

/// The bytes of a text in an encoding; those of `UTF-16` have a byte order mark. Or what a program would make of it: a Word document with that
/// part, a packed file, so many times the text.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "docx" => zipped("word/document.xml", text.as_bytes()),
        "odt" => zipped("content.xml", text.as_bytes()),
        "zip" => zipped("inner.txt", text.as_bytes()),
        "gzip" => gzipped(text.as_bytes()),
        "gzip, cut off" => gzipped(text.as_bytes())[..20].to_vec(),
        "docx, cut off" => zipped("word/document.xml", text.as_bytes())[..60].to_vec(),
        "2 MiB, gzip" => gzipped(text.repeat((2 << 20) / text.len()).as_bytes()),
        "2 MiB, docx" => zipped("word/document.xml", text.repeat((2 << 20) / text.len()).as_bytes()),
        "2 MiB" => text.repeat((2 << 20) / text.len()).into_bytes(),
        "a long row" => format!("{}\tبقيت الأسعار.\n", text.repeat(4000)).into_bytes(),
        "1000 times" => text.repeat(1000).into_bytes(),
        "1000 times, docx" => zipped("word/document.xml", text.repeat(1000).as_bytes()),
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        label => {
            let (bytes, _, lossy) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
            assert!(!lossy, "{text} is not {label}");
            bytes.into_owned()
        }
    }
}

/// A cell of the table with `\n`, `\t`, `\r` and `\xHH` written out.
fn bytes(cell: &str, encoding: &str) -> Vec<u8> {
    let text = cell.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
    if encoding != "bytes" {
        return encoded(&text, encoding);
    }
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}

#[test]
fn every_bad_file_is_refused_in_one_line() {
    let mut wrong = Vec::new();
    for row in include_str!("refusals.tsv").lines().skip(1) {
        let [what, file, is, content, command, error] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let desk = Desk::new();
        match is {
            "" => {}
            "folder" => fs::create_dir(desk.at(file)).unwrap(),
            encoding => fs::write(desk.at(file), bytes(content, encoding)).unwrap(),
        }
        // A report of an earlier day stays as it is.
        let output = if command.starts_with("audit") { "report.csv" } else { "report.tsv" };
        fs::write(desk.at(output), "earlier").unwrap();
        let before = desk.names();
        let args: Vec<&str> = command.split(' ').chain(["-o", output]).collect();
        let run = desk.run(&args).output().unwrap();
        let told = (run.status.code(), String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
        let left = (desk.names(), fs::read_to_string(desk.at(output)).unwrap());
        if told != (Some(2), String::new(), format!("error: {error}\n")) || left != (before, "earlier".to_owned()) {
            wrong.push(format!("{what}: {command}\n  {told:?}\n  {left:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// UTF-16, with and without a mark, Windows-1256 and marked UTF-8 are read as the plain UTF-8 file is, down to the ids; so are the line ends
/// of Windows.
#[test]
fn every_encoding_gives_the_same_report() {
    let desk = Desk::new();
    let args = ["-o", "-", "--format", "jsonl", "--quiet"];
    let plain = desk.audit(&args).assert().code(1).get_output().stdout.clone();
    assert!(!plain.is_empty());
    let mark = "\u{feff}";
    for (encoding, before) in
        [("utf-8", mark), ("utf-16le", mark), ("utf-16be", mark), ("utf-16le", ""), ("utf-16be", ""), ("windows-1256", "")]
    {
        for end in ["\n", "\r\n"] {
            for (name, text) in [("source.en.txt", SOURCE), ("target.ar.txt", TARGET)] {
                fs::write(desk.at(name), encoded(&format!("{before}{}", text.replace('\n', end)), encoding)).unwrap();
            }
            let read = desk.audit(&args).assert().code(1).get_output().stdout.clone();
            // Only the places in the file move, when every line of it is a byte longer.
            let without_bytes = |report: &[u8]| {
                let report = String::from_utf8(report.to_vec()).unwrap();
                report.split("\"source_bytes\"").next().unwrap().to_owned()
            };
            assert_eq!(without_bytes(&read), without_bytes(&plain), "{encoding} {before:?} {end:?}");
        }
    }
}

/// The same for tables of pairs, as spreadsheets save them.
#[test]
fn tables_come_in_every_encoding_too() {
    let rows = "id\tsource\ttarget\r\n1\t\"He said \"\"12 men\"\" were held in the port of Aden on Friday.\"\tقال إن 21 رجلا احتجزوا في ميناء عدن يوم الجمعة.\r\n";
    for encoding in ["utf-8", "utf-16le", "windows-1256"] {
        let desk = Desk::new();
        fs::write(desk.at("pairs.tsv"), encoded(rows, encoding)).unwrap();
        let run = desk.run(&["audit", "pairs.tsv", "-o", "-", "--format", "jsonl"]).assert().code(1);
        run.stdout(contains("number-mismatch").and(contains("He said \\\"12 men\\\" were held")));
    }
}

/// Nothing was found, or a table has nothing to align: no error, and a report with its header all the same.
#[test]
fn a_report_without_findings_is_a_report() {
    let desk = Desk::new();
    fs::write(desk.at("pairs.tsv"), "id\tsource\ttarget\n1\tTalks resumed.\tاستؤنفت المحادثات.\n").unwrap();
    desk.run(&["audit", "pairs.tsv", "-o", "report.csv", "-o", "report.jsonl"]).assert().code(0).stdout(contains("No findings."));
    assert_eq!(fs::read_to_string(desk.at("report.csv")).unwrap().lines().count(), 1);
    assert_eq!(fs::read_to_string(desk.at("report.jsonl")).unwrap(), "");
}
