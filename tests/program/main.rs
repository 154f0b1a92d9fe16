//! The program as users run it: what it prints, writes and returns.

mod browser;
mod desk;
mod folder;
mod formats;
mod page;
mod refusals;
mod remarks;
mod sarif;
mod spreadsheet;
mod verdicts;
mod workbook;

use std::fs;
use std::path::Path;

use muqabala::audit::rule::RULES;
use muqabala::report::row::{COLUMNS, Row};
use predicates::prelude::*;
use predicates::str::{contains, is_empty, starts_with};

use desk::{Desk, SOURCE, refused};

/// The row about the sentence that is not in the translation.
fn dropped(csv: &str, delimiter: u8) -> Row {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.to_vec());
    reader.deserialize::<Row>().map(Result::unwrap).find(|row| row.source.contains("Reserves")).unwrap()
}

#[test]
fn csv_opens_right_in_a_spreadsheet() {
    let desk = Desk::new();
    desk.audit(&["-o", "report.csv"]).assert().code(1).stdout(contains("All findings are in report.csv"));
    let bytes = fs::read_to_string(desk.at("report.csv")).unwrap();
    let csv = bytes.strip_prefix('\u{FEFF}').unwrap();
    assert!(csv.ends_with("\r\n") && csv.contains(r#""'=Reserves rose to 47 billion dollars, ""a record"", and"#), "{csv}");
    let row = dropped(csv, b',');
    assert_eq!((row.document.as_str(), row.source_line, row.target_line), ("source", Some(5), None));
    assert_eq!((row.verdict.as_str(), row.note.as_str()), ("", ""));
}

#[test]
fn the_delimiter_and_the_byte_order_mark_are_options() {
    let desk = Desk::new();
    for (name, delimiter) in [(";", b';'), ("tab", b'\t'), ("|", b'|')] {
        let out = desk.audit(&["-o", "-", "--no-bom", "--delimiter", name]).assert().code(1).get_output().stdout.clone();
        dropped(&String::from_utf8(out).unwrap(), delimiter);
    }
    desk.audit(&["--delimiter", "ab"]).assert().code(2).stderr(contains("give one character such as"));
}

#[test]
fn ids_are_the_same_in_every_run_and_format() {
    let desk = Desk::new();
    desk.audit(&["-o", "a.csv", "-o", "b.jsonl", "--jobs", "2", "--quiet"]).assert().code(1).stdout(is_empty());
    let line = fs::read_to_string(desk.at("b.jsonl")).unwrap();
    let row: Row = line.lines().map(|line| serde_json::from_str::<Row>(line).unwrap()).find(|row| row.source.contains("Reserves")).unwrap();
    let csv = fs::read_to_string(desk.at("a.csv")).unwrap();
    assert_eq!(row.id, dropped(csv.trim_start_matches('\u{FEFF}'), b',').id);
    assert!(row.source.starts_with("=Reserves"), "only spreadsheets need the guard");
    // Neither blank lines nor another name change what was found.
    fs::write(desk.at("other.txt"), SOURCE.replace("\n\n", "\n\n\n")).unwrap();
    let again = desk.run(&["audit", "other.txt", "target.ar.txt", "-o", "-", "--format", "jsonl"]).assert().code(1);
    again.stdout(contains(format!("\"id\":\"{}\"", row.id)).and(contains("\"source_line\":7")));
}

#[test]
fn the_report_goes_to_standard_output_and_the_summary_aside() {
    let desk = Desk::new();
    desk.audit(&["-o", "-"]).assert().code(1).stdout(starts_with("\u{FEFF}id,document,")).stderr(contains("finding"));
    desk.audit(&["-o", "-", "-q"]).assert().code(1).stderr(is_empty());
}

#[test]
fn help_is_wrapped_once() {
    let desk = Desk::new();
    for command in ["audit", "align", "pair", "batch", "learn", "worker"] {
        let help = desk.run(&[command, "--help"]).env_remove("COLUMNS").assert().code(0).get_output().stdout.clone();
        let help = String::from_utf8(help).unwrap();
        for (line, next) in help.lines().zip(help.lines().skip(1)) {
            let word = next.split(' ').next().unwrap_or_default();
            let is_text = |line: &str| !line.is_empty() && !line.starts_with(' ');
            assert!(!is_text(line) || !is_text(next) || line.len() + 1 + word.len() > 100, "{command}: {line}\n{next}");
        }
    }
}

#[test]
fn numbers_that_make_no_sense_are_explained() {
    let desk = Desk::new();
    desk.audit(&["--jobs", "0"]).assert().code(2).stderr(contains("invalid value '0' for '--jobs <N>': give a number from 1, such as 2"));
    for size in ["0", "4097", "x"] {
        desk.audit(&["--max-size", size]).assert().code(2).stderr(contains("give a number from 1 to 4096"));
    }
}

#[test]
fn exit_codes_follow_severity_and_confidence() {
    let desk = Desk::new();
    desk.audit(&[]).assert().code(1);
    desk.audit(&["--fail-on", "never"]).assert().code(0);
    desk.audit(&["--min-confidence", "1"]).assert().code(0).stdout(contains("No findings."));
    desk.run(&["audit", "source.en.txt"]).assert().code(2).stderr(contains("name the translation too"));
    desk.audit(&["--fail-on", "awful"]).assert().code(2).stderr(starts_with("error: "));
    desk.audit(&["--min-confidence", "70"]).assert().code(2).stderr(contains("give a number from 0 to 1"));
    desk.run(&[]).assert().code(2);
    desk.run(&["--version"]).assert().code(0).stdout(starts_with("muqabala "));
}

#[test]
fn colour_is_for_terminals_and_no_color_is_obeyed() {
    let desk = Desk::new();
    let escape = contains("\u{1b}[");
    desk.audit(&[]).assert().stdout(escape.clone().not());
    desk.audit(&[]).env("CLICOLOR_FORCE", "1").assert().stdout(escape.clone());
    desk.audit(&[]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").assert().stdout(escape.clone().not());
    desk.run(&["rules", "x"]).env("NO_COLOR", "1").assert().stderr(escape.not());
    // Isolates neither: they are for terminals only.
    desk.audit(&[]).assert().stdout(contains('\u{2067}').not().and(contains('\u{2068}').not()));
}

#[test]
fn unwritable_outputs_are_refused() {
    let desk = Desk::new();
    fs::create_dir(desk.at("folder.csv")).unwrap();
    let audit = |output| ["audit", "source.en.txt", "target.ar.txt", "-o", output];
    refused(&desk, &audit("report.cvs"), &["report.cvs: cannot write: the format .cvs is not known; did you mean report.csv?"]);
    refused(&desk, &audit("report"), &["the name has no extension", ".csv, .xlsx, .html, .jsonl or .sarif"]);
    refused(&desk, &audit("missing/report.csv"), &["there is no folder missing; create it first"]);
    refused(&desk, &audit("folder.csv"), &["it is a folder; name a file in it"]);
    refused(&desk, &audit("source.en.txt/report.csv"), &["source.en.txt is not a folder"]);
    refused(&desk, &[&audit("report.csv")[..], &["-o", "./report.csv"]].concat(), &["it is named twice"]);
    // Not even the first of two, when the second cannot be.
    refused(&desk, &[&audit("good.csv")[..], &["-o", "missing/report.csv"]].concat(), &["there is no folder missing"]);
}

#[test]
fn inputs_are_never_overwritten() {
    let desk = Desk::new();
    fs::write(desk.at("pairs.tsv"), "id\tsource\ttarget\n1\tOne.\tواحد.\n").unwrap();
    refused(&desk, &["align", "source.en.txt", "target.ar.txt", "-o", "./source.en.txt"], &["it is an input"]);
    refused(&desk, &["audit", "pairs.tsv", "--format", "csv", "-o", "pairs.tsv"], &["it is an input"]);
    fs::write(desk.at("names.csv"), "source,target\n").unwrap();
    refused(&desk, &["audit", "pairs.tsv", "--glossary", "names.csv", "-o", "names.csv"], &["it is an input"]);
    assert_eq!(fs::read_to_string(desk.at("source.en.txt")).unwrap(), SOURCE);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let desk = Desk::new();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_muqabala"))
        .current_dir(desk.folder.path())
        .args(["audit", "source.en.txt", "target.ar.txt", "-o", "-"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8(run.stderr).unwrap().contains("no space left on device; free some space"));
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_muqabala"))
        .arg("rules")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let run = child.wait_with_output().unwrap();
    assert_eq!((run.status.code(), run.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn beads_come_in_five_formats() {
    let desk = Desk::new();
    let align = ["align", "source.en.txt", "target.ar.txt"];
    let beads = |by| [&align[..], &["--format", "beads", "--by", by]].concat();
    // Numbers of segments; of lines of the file, which count blank ones, when cut by lines.
    desk.run(&beads("sentence")).assert().code(0).stdout(starts_with("[0]:[0]:").and(contains("\n[2]:[]:")));
    desk.run(&beads("line")).assert().code(0).stdout(starts_with("[0]:[0]:").and(contains("\n[2]:[2]:")).and(contains("\n[4]:[]:")));
    desk.run(&align).assert().code(0).stdout(contains("1-0").and(contains("=Reserves")).and(contains("source line 5")));
    desk.run(&[&align[..], &["-o", "beads.tsv"]].concat()).assert().code(0).stdout(is_empty());
    let tsv = fs::read_to_string(desk.at("beads.tsv")).unwrap();
    assert!(
        tsv.starts_with("shape\tsource\ttarget\tscore\tconfidence\tmoved\n1-1\tEgypt's") && tsv.lines().all(|l| l.split('\t').count() == 6),
        "{tsv}"
    );
    desk.run(&[&align[..], &["-o", "beads.jsonl"]].concat()).assert().code(0);
    let jsonl = fs::read_to_string(desk.at("beads.jsonl")).unwrap();
    let last: serde_json::Value = serde_json::from_str(jsonl.lines().last().unwrap()).unwrap();
    assert_eq!((&last["shape"], &last["source_line"], &last["target_line"]), (&"1-0".into(), &5.into(), &serde_json::Value::Null));
    desk.run(&[&align[..], &["-o", "beads.tmx"]].concat()).assert().code(0);
    let tmx = fs::read_to_string(desk.at("beads.tmx")).unwrap();
    assert!(tmx.contains("<tu tuid=\"2\">") && tmx.contains("<tuv xml:lang=\"ar\">") && !tmx.contains("Reserves"), "{tmx}");
    desk.run(&[&align[..], &["--format", "tmx"]].concat()).assert().code(0).stdout(tmx);
    refused(&desk, &[&align[..], &["-o", "beads.json"]].concat(), &["did you mean beads.jsonl?"]);
}

#[test]
fn a_short_text_teaches_nothing() {
    let desk = Desk::new();
    let align = ["align", "source.en.txt", "target.ar.txt", "--format", "jsonl"];
    let once = desk.run(&align).assert().code(0).get_output().stdout.clone();
    desk.run(&[&align[..], &["--learn"]].concat()).assert().code(0).stdout(once);
    let audit = ["-o", "-", "--format", "jsonl", "-q"];
    let once = desk.audit(&audit).assert().code(1).get_output().stdout.clone();
    desk.audit(&[&audit[..], &["--learn"]].concat()).assert().code(1).stdout(once);
}

#[test]
fn given_pairs_keep_their_ids() {
    let desk = Desk::new();
    let rows = "id\tsource\ttarget\nr-7\tTalks resumed.\tاستؤنفت المحادثات.\nr-8\tThe army shelled the port of Aden on Friday.\t\n";
    fs::write(desk.at("pairs.tsv"), rows).unwrap();
    let run = desk.run(&["audit", "pairs.tsv", "-o", "-", "--format", "jsonl"]).assert().code(1);
    run.stdout(contains("\"pair\":\"r-8\"").and(contains("\"source_line\":3")).and(contains("r-7").not()));
}

#[test]
fn rules_are_listed_and_explained() {
    let desk = Desk::new();
    let list = String::from_utf8(desk.run(&["rules"]).assert().code(0).get_output().stdout.clone()).unwrap();
    assert!(list.lines().any(|line| line.starts_with("number-mismatch ")));
    assert!(list.lines().all(|line| line.chars().count() <= 100), "{list}");
    desk.run(&["rules", "number-mismatch"]).assert().code(0).stdout(starts_with("# number-mismatch\n").and(contains("## Limits")));
    refused(&desk, &["rules", "nubmer-mismatch"], &["there is no rule nubmer-mismatch; did you mean number-mismatch?"]);
}

#[test]
fn help_shows_examples() {
    let desk = Desk::new();
    desk.run(&["--help"]).assert().code(0).stdout(contains("muqabala audit article.en.txt article.ar.txt").and(contains("estimate").not()));
    desk.run(&["audit", "--help"]).assert().code(0).stdout(contains("Exit codes: 0"));
}

#[test]
fn weights_are_estimated_from_parallel_files() {
    let desk = Desk::new();
    fs::write(desk.at("parallel.tsv"), "id\tsource\ttarget\n1\tTalks resumed.\tاستؤنفت المحادثات.\n").unwrap();
    desk.run(&["estimate", "parallel.tsv", "-o", "weights.tsv"]).assert().code(0);
    assert!(Path::new(&desk.at("weights.tsv")).exists());
}

#[test]
fn the_readme_shows_what_is_printed_and_links_what_is_there() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(home.join("README.md")).unwrap();
    let part = |from: &str, to: &str| readme.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
    let command = part("<!-- Real output: muqabala ", " -->");
    let args: Vec<&str> = command.split(' ').collect();
    Desk::new().run(&args).current_dir(home).assert().code(1).stdout(contains(part("```text\n", "\n```")));
    for link in readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).filter(|link| !link.starts_with("http")) {
        assert!(home.join(link).exists(), "{link}");
    }
}

#[test]
fn the_readme_tells_the_rules_and_the_columns_as_they_are() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let first_cells = |from: &str, to: &str| {
        let part = readme.split_once(from).unwrap().1.split_once(to).unwrap().0;
        part.lines().filter(|line| line.starts_with("| `")).map(|line| line.split('`').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(first_cells("### How to read a report", "### What is checked"), COLUMNS);
    let rules: Vec<&str> = readme.lines().filter(|line| line.contains("](src/audit/pages/")).collect();
    let expected: Vec<String> =
        RULES.iter().map(|r| format!("| [`{0}`](src/audit/pages/{0}.md) | {1} | {2} |", r.id, r.severity, r.summary)).collect();
    assert_eq!(rules, expected);
    let help = String::from_utf8(Desk::new().run(&["audit", "--help"]).assert().get_output().stdout.clone()).unwrap();
    for option in first_cells("### Options of `audit`", "### Exit codes") {
        assert!(help.contains(option.split_whitespace().next().unwrap()), "{option}");
    }
}
