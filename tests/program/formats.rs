//! Files as people have them, from the programs that make them: `LibreOffice` for DOCX, ODT and PDF (from the `.fodt` beside them), gettext for
//! PO, CAT tools for XLIFF and its kin.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use muqabala::read;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;

use crate::desk::{Desk, refused};

fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/formats").join(name)
}

fn given(name: &str) -> String {
    at(name).display().to_string()
}

/// Pair, rule and severity of each finding.
fn findings(desk: &Desk, args: &[&str]) -> Vec<(String, String, String)> {
    let run = desk.run(&[&["audit"], args, &["-o", "-", "--format", "jsonl", "-q"]].concat()).output().unwrap();
    assert!(matches!(run.status.code(), Some(0 | 1)), "{args:?}: {}", String::from_utf8_lossy(&run.stderr));
    let cell = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    let rows = String::from_utf8(run.stdout).unwrap();
    let rows = rows.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    rows.map(|row| (cell(&row, "pair"), cell(&row, "rule"), cell(&row, "severity"))).collect()
}

const LINES: [&str; 12] = [
    "Miners reject the offer",
    "Some 3,200 miners in the town of Khouribga rejected the offer of the state company on Thursday, their union said.",
    "The company had offered a rise of 4 percent and 200 dollars for each family. Talks will resume on Sunday in Rabat.",
    "No miner was hurt.",
    "The port of Safi stayed open.",
    "Town",
    "Miners",
    "Khouribga",
    "3,200",
    "The government said it would not send the army.",
    "The union counts members in two towns.",
    "",
];

/// Tracked changes are accepted, comments left out, notes stand at the end, cells apart.
#[test]
fn office_documents_are_read_as_they_stand() {
    for name in ["news.en.docx", "news.en.odt"] {
        let text = read::text(&at(name)).unwrap();
        assert_eq!(text.raw.lines().collect::<Vec<_>>(), LINES[..11], "{name}");
        assert!(text.origin.remarks.is_empty());
    }
    for name in ["news.ar.docx", "news.ar.odt"] {
        let text = read::text(&at(name)).unwrap();
        assert_eq!(text.raw.lines().count(), 11, "{name}");
        assert!(!text.raw.contains("منازل") && !text.raw.contains("راجع"), "{}", text.raw);
    }
}

/// The article and nothing of the page around it.
#[test]
fn a_page_is_its_article() {
    let text = read::text(&at("news.en.html")).unwrap();
    let lines: Vec<&str> = text.raw.lines().collect();
    assert_eq!((lines[0], lines.len()), (LINES[0], 5), "{}", text.raw);
    assert_eq!(lines[4], LINES[9]);
    assert_eq!(text.origin.title.as_deref(), Some("Miners reject the offer"));
    assert_eq!(text.origin.byline.as_deref(), Some("Salma Idrissi"));
    assert_eq!(text.origin.date.as_deref(), Some("2024-05-02T08:30:00Z"));
    let text = read::text(&at("news.ar.html")).unwrap();
    assert_eq!(text.raw.lines().count(), 5, "{}", text.raw);
}

/// Arabic of a PDF stands in reading order, and the report says that it was put there.
#[test]
fn a_pdf_is_put_in_reading_order() {
    let text = read::text(&at("news.ar.pdf")).unwrap();
    let line = "رفض نحو 32 ألف عامل منجم في مدينة خريبكة عرض الشركة الحكومية يوم الخميس، بحسب نقابتهم.";
    assert_eq!(text.raw.lines().nth(1), Some(line), "{}", text.raw);
    let desk = Desk::new();
    let run = desk.run(&["audit", &given("news.en.pdf"), &given("news.ar.pdf")]).assert().code(1);
    run.stdout(contains("news.ar.pdf: its Arabic letters stood in visual order").and(contains("number-mismatch")));
}

#[test]
fn every_pair_of_documents_is_audited_by_one_command() {
    let desk = Desk::new();
    for extension in ["docx", "odt", "pdf", "html"] {
        let (source, target) = (given(&format!("news.en.{extension}")), given(&format!("news.ar.{extension}")));
        let found = findings(&desk, &[&source, &target]);
        assert!(found.len() == 1 && found[0].1 == "number-mismatch", "{extension}: {found:?}");
    }
    // The two need not be of one kind.
    let found = findings(&desk, &[&given("news.ar.html"), &given("news.en.html")]);
    assert!(found.len() == 1 && found[0].1 == "number-mismatch", "{found:?}");
}

/// The ids are those that a translator sees in the tool.
#[test]
fn every_file_of_pairs_is_audited_by_one_command() {
    let desk = Desk::new();
    for (name, wanted) in [
        ("news.tmx", &[("s1", "number-mismatch", "critical"), ("s1", "tag-mismatch", "minor")][..]),
        ("news.sdlxliff", &[("1", "number-mismatch", "critical"), ("1", "tag-mismatch", "minor")]),
        ("news.mqxliff", &[("2", "unit-or-currency-mismatch", "critical")]),
        ("news.xlf", &[("t1", "number-mismatch", "critical"), ("t2", "tag-mismatch", "minor")]),
        ("news2.xlf", &[("u1.s1", "number-mismatch", "critical"), ("u1.s2", "tag-mismatch", "minor")]),
        ("table.docx", &[("1", "number-mismatch", "critical")]),
    ] {
        let found = findings(&desk, &[&given(name)]);
        let found: Vec<_> = found.iter().map(|(pair, rule, severity)| (pair.as_str(), rule.as_str(), severity.as_str())).collect();
        assert_eq!(found, wanted, "{name}");
    }
    let found = findings(&desk, &[&given("news.po")]);
    assert!(found.contains(&("news.c:12".into(), "number-mismatch".into(), "critical".into())), "{found:?}");
    assert!(found.contains(&("news.c:14".into(), "tag-mismatch".into(), "major".into())), "{found:?}");
    let found = findings(&desk, &[&given("news.jsonl"), "--fields", "source=body.en,target=body.ar"]);
    assert!(found.len() == 1 && found[0].1 == "number-mismatch", "{found:?}");
}

/// The copy has the findings as notes, keeps every other byte, and is read as before.
#[test]
fn findings_are_written_back_as_notes_into_a_copy() {
    let desk = Desk::new();
    for (name, note) in [
        ("news.xlf", "<note from=\"muqabala\" priority=\"1\" annotates=\"target\">critical, number-mismatch, "),
        ("news2.xlf", "<note category=\"muqabala\" priority=\"1\" appliesTo=\"target\">u1.s1: critical, number-mismatch, "),
        ("news.sdlxliff", "</target><note from=\"muqabala\" priority=\"1\" annotates=\"target\">1: critical, number-mismatch, "),
        ("news.mqxliff", "</target><note from=\"muqabala\" priority=\"1\" annotates=\"target\">critical, unit-or-currency-mismatch, "),
        ("news.tmx", "<note>muqabala: critical, number-mismatch, "),
        ("news.po", "# muqabala: critical, number-mismatch, "),
    ] {
        let copy = name.replace('.', ".reviewed.");
        desk.run(&["audit", &given(name), "-o", &copy]).assert().code(1).stdout(contains(&copy));
        let (before, after) = (fs::read_to_string(at(name)).unwrap(), fs::read_to_string(desk.at(&copy)).unwrap());
        assert!(after.contains(note), "{after}");
        assert!(is_within(&before, &after), "{name}");
        let again = copy.replace("reviewed", "again");
        assert_eq!(findings(&desk, &[&copy]), findings(&desk, &[&given(name)]), "{name}");
        desk.run(&["audit", &copy, "-o", &again]).assert().code(1);
        assert_eq!(fs::read_to_string(desk.at(&again)).unwrap(), after, "no note is written twice");
    }
    desk.run(&["audit", &given("news.xlf"), "-o", "ar.xlf", "--report-language", "ar"]).assert().code(1);
    assert!(fs::read_to_string(desk.at("ar.xlf")).unwrap().contains("فادح، "));
}

/// The chapters of a book come in the order of reading, whatever their files are called.
#[test]
fn a_book_is_read_chapter_by_chapter() {
    let desk = Desk::new();
    let chapters = [
        (
            "news.en.epub",
            "<h1>Rates stay</h1><p>The bank left rates at 5 percent.</p>",
            "<p>The storm killed 12 people &amp; hurt two.</p>",
        ),
        ("news.ar.epub", "<h1>تثبيت الفائدة</h1><p>أبقى البنك الفائدة عند 5 في المئة.</p>", "<p>قتلت العاصفة 21 شخصا وأصابت اثنين.</p>"),
    ];
    for (name, first, second) in chapters {
        let mut zip = zip::ZipWriter::new(fs::File::create(desk.at(name)).unwrap());
        let page = |body: &str| format!("<html><head><title>x</title></head><body>{body}</body></html>");
        for (part, content) in [
            ("mimetype", "application/epub+zip".to_owned()),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>".to_owned()),
            (
                "OPS/book.opf",
                "<package><manifest><item id=\"a\" href=\"z%201.xhtml\"/><item id=\"b\" href=\"a.xhtml\"/></manifest>\
                 <spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"
                    .to_owned(),
            ),
            ("OPS/a.xhtml", page(second)),
            ("OPS/z 1.xhtml", page(first)),
        ] {
            zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
    }
    let text = read::text(&desk.at("news.en.epub")).unwrap();
    assert_eq!(text.raw, "Rates stay\nThe bank left rates at 5 percent.\nThe storm killed 12 people & hurt two.");
    let found = findings(&desk, &["news.en.epub", "news.ar.epub"]);
    assert!(found.len() == 1 && found[0].1 == "number-mismatch", "{found:?}");
}

/// Whether a text is another with something added.
fn is_within(text: &str, longer: &str) -> bool {
    let mut rest = longer.chars();
    text.chars().all(|c| rest.any(|other| other == c))
}

#[test]
fn a_copy_is_refused_where_notes_have_no_place() {
    let desk = Desk::new();
    fs::copy(at("news.tmx"), desk.at("news.tmx")).unwrap();
    refused(&desk, &["audit", "news.tmx", "-o", "news.xliff"], &["another format; call it news.reviewed.tmx"]);
    refused(&desk, &["audit", "news.tmx", "-o", "./news.tmx"], &["it is an input"]);
    refused(&desk, &["audit", "source.en.txt", "target.ar.txt", "-o", "notes.xliff"], &["only be a copy of a file that has both texts"]);
    refused(&desk, &["audit", &given("table.docx"), "-o", "notes.xliff"], &["is packed or an office document"]);
    // A report may have any name.
    desk.run(&["audit", "news.tmx", "-o", "report.xliff", "--format", "jsonl"]).assert().code(1);
}

#[test]
fn columns_are_named_or_numbered() {
    let desk = Desk::new();
    let english = "The storm killed 12 people in Tripoli on Monday.";
    let arabic = "قتلت العاصفة 21 شخصا في طرابلس يوم الاثنين.";
    for (file, content, args) in [
        (
            "a.csv",
            format!("Key;Original;Translation\nk1;{english};{arabic}\n"),
            &["--columns", "source=Original,target=Translation,id=Key"][..],
        ),
        ("b.tsv", format!("k1\t{english}\t{arabic}\n"), &["--columns", "id=1,source=2,target=3"]),
        ("c.csv", format!("id,en,ar\nk1,{english},{arabic}\n"), &[]),
    ] {
        fs::write(desk.at(file), content).unwrap();
        let found = findings(&desk, &[&[file], args].concat());
        assert_eq!(found, [("k1".into(), "number-mismatch".into(), "critical".into())], "{file}");
    }
}

#[test]
fn what_is_packed_is_unpacked() {
    let desk = Desk::new();
    let source = fs::read(desk.at("source.en.txt")).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&source).unwrap();
    fs::write(desk.at("source.en.txt.gz"), gzip.finish().unwrap()).unwrap();
    let mut zip = zip::ZipWriter::new(fs::File::create(desk.at("source.zip")).unwrap());
    zip.start_file("../source.en.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&source).unwrap();
    zip.finish().unwrap();
    let plain = findings(&desk, &["source.en.txt", "target.ar.txt"]);
    for name in ["source.en.txt.gz", "source.zip"] {
        assert_eq!(findings(&desk, &[name, "target.ar.txt"]), plain, "{name}");
    }
}

#[test]
fn settings_come_from_a_file_and_the_command_line_goes_before_it() {
    let desk = Desk::new();
    let pair = ["The storm killed 12 people in Tripoli on Monday.", "قتلت العاصفة 21 شخصا في طرابلس يوم الاثنين."];
    fs::write(desk.at("en.txt"), pair[0]).unwrap();
    fs::write(desk.at("ar.txt"), pair[1]).unwrap();
    let severity = |found: Vec<(String, String, String)>| found.into_iter().map(|(.., severity)| severity).collect::<Vec<_>>();
    let settings = "fail-on = \"never\"\n[rules.number-mismatch]\nseverity = \"minor\"\n";
    fs::write(desk.at("muqabala.toml"), settings).unwrap();
    assert_eq!(severity(findings(&desk, &["en.txt", "ar.txt"])), ["minor"]);
    desk.run(&["audit", "en.txt", "ar.txt"]).assert().code(0);
    desk.run(&["audit", "en.txt", "ar.txt", "--fail-on", "minor"]).assert().code(1);
    desk.run(&["audit", "en.txt", "ar.txt", "--no-config"]).assert().code(1).stdout(contains("critical"));
    desk.run(&["config"]).assert().code(0).stdout(contains("muqabala.toml\n").and(contains("\nfail-on = \"never\"\n")));
    fs::write(desk.at("other.toml"), "[rules.number-mismatch]\noff = true\n").unwrap();
    assert!(findings(&desk, &["en.txt", "ar.txt", "--config", "other.toml"]).is_empty());
    // Paths in the file are seen from its folder.
    fs::create_dir(desk.at("below")).unwrap();
    fs::write(desk.at("below/names.csv"), "source,target\n").unwrap();
    fs::write(desk.at("below/muqabala.toml"), "glossary = [\"names.csv\"]\nquiet = true\n").unwrap();
    desk.run(&["audit", "en.txt", "ar.txt", "--config", "below/muqabala.toml"]).assert().code(1).stdout("");
}

#[test]
fn shells_and_man_are_served() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        desk.run(&["completions", shell]).assert().code(0).stdout(contains("min-confidence"));
    }
    desk.run(&["man"]).assert().code(0).stdout(contains(".TH muqabala 1"));
    desk.run(&["man", "audit"]).assert().code(0).stdout(contains("\\-\\-min\\-confidence"));
    desk.run(&["man", "audti"]).assert().code(2).stderr(contains("there is no command audti; did you mean audit?"));
}

/// Each row of a table is audited from its own source, whichever language that is.
#[test]
fn rows_may_run_in_either_direction() {
    let desk = Desk::new();
    let rows = [
        "1\tThe bank cut rates to 13 percent.\tخفض البنك أسعار الفائدة إلى 13 في المئة.",
        "2\tوقُتل 12 شخصا في عدن.\tTwelve people were killed in Aden.",
        "3\tOil prices rose again.\tارتفعت أسعار النفط مجددا.",
        "4\tوصل 40 جنديا إلى عدن يوم الأحد.\tSome 14 soldiers arrived in Aden on Sunday.",
    ];
    fs::write(desk.at("a.tsv"), format!("id\tsource\ttarget\n{}\n", rows.join("\n"))).unwrap();
    let found = findings(&desk, &["a.tsv"]);
    assert_eq!(found, [("4".to_owned(), "number-mismatch".to_owned(), "critical".to_owned())]);
    desk.run(&["audit", "a.tsv"]).assert().code(1).stdout(contains("Arabic, line 5"));
}

/// Old pages break lines within sentences.
#[test]
fn a_line_break_within_a_sentence_cuts_nothing() {
    let page = |body: &str| {
        let body = format!("<html><head><title>Talks</title></head><body><article>{body}</article></body></html>");
        let desk = Desk::new();
        fs::write(desk.at("a.html"), body).unwrap();
        read::text(&desk.at("a.html")).unwrap().raw
    };
    let paid =
        "The company said on Sunday that it had paid some 14 million<br>dollars to the families of the miners who were hurt in March.";
    let text = page(&format!("<p>{paid}</p><p>{paid}<br><br/>Talks in the capital will go on until Monday, the union said.</p>"));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.contains("14 million dollars to the families")).count(), 2, "{text}");
    assert!(lines.contains(&"Talks in the capital will go on until Monday, the union said."), "{text}");
}
