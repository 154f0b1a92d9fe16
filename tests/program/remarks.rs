//! What was done to a text in reading it is told to whoever reads the report.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use predicates::str::contains;

use crate::desk::{Desk, TARGET};

/// A desk whose translation has letters in presentation forms.
fn desk() -> Desk {
    let desk = Desk::new();
    let shapes = [('ا', "\u{FE8D}"), ('ل', "\u{FEDF}"), ('ن', "\u{FEE7}"), ('م', "\u{FEE3}")];
    let shaped = shapes.iter().fold(TARGET.to_owned(), |text, (letter, shape)| text.replace(*letter, shape));
    fs::write(desk.at("target.ar.txt"), shaped).unwrap();
    desk
}

/// Every cell of the last sheet, and the page.
fn told(desk: &Desk, language: &str) -> (Vec<String>, String, Vec<u8>) {
    let mut run = desk.audit(&["-o", "r.xlsx", "-o", "r.html", "-o", "r.csv", "-o", "r.jsonl", "--report-language", language]);
    let shown = run.assert().code(1).get_output().stdout.clone();
    let mut book: Xlsx<_> = open_workbook(desk.at("r.xlsx")).unwrap();
    let about = book.worksheet_range_at(2).unwrap().unwrap();
    let cells = about.cells().map(|(_, _, cell): (usize, usize, &Data)| cell.to_string()).collect();
    (cells, fs::read_to_string(desk.at("r.html")).unwrap(), shown)
}

#[test]
fn remarks_are_on_the_page_and_the_sheet_in_either_language() {
    let desk = desk();
    for (language, label, words) in
        [("en", "Note: target.ar.txt: ", "was turned into letters"), ("ar", "تنبيه: «target.ar.txt»: ", "فرُدّت إلى حروفها الأصلية")]
    {
        let (about, page, shown) = told(&desk, language);
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.contains(label), "{shown}");
        assert!(about.iter().any(|cell| cell.contains("target.ar.txt") && cell.contains(words)), "{about:?}");
        let note = page.split("<ul class=\"remarks\"").nth(1).expect("a note").split("</ul>").next().unwrap();
        assert!(note.contains("target.ar.txt") && note.contains(words), "{note}");
        for file in ["r.csv", "r.jsonl"] {
            assert!(!fs::read_to_string(desk.at(file)).unwrap().contains(words), "tables tell findings alone");
        }
    }
}

#[test]
fn there_is_no_note_where_nothing_was_done() {
    let desk = Desk::new();
    let (about, page, _) = told(&desk, "en");
    assert!(!page.contains("class=\"remarks\"") && !about.iter().any(|cell| cell == "How the texts were read"));
    desk.audit(&[]).assert().stdout(contains("Aligned in"));
}
