//! The workbook as others read it: `calamine`, and `LibreOffice` where it is at hand.

use std::collections::HashMap;
use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use muqabala::report::row::{COLUMNS, Row};

use crate::desk::Desk;
use crate::spreadsheet::{PAIRS, converted};

/// The rows of JSON Lines and, for each, the cells of the first sheet by column.
fn both(desk: &Desk, options: &[&str]) -> (Vec<Row>, Vec<HashMap<String, Data>>) {
    fs::write(desk.at("pairs.tsv"), PAIRS).unwrap();
    desk.run(&[&["audit", "pairs.tsv", "-q", "-o", "report.jsonl", "-o", "report.xlsx"], options].concat()).assert().code(1);
    let rows = fs::read_to_string(desk.at("report.jsonl")).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut book: Xlsx<_> = open_workbook(desk.at("report.xlsx")).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let header: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let cells = range.rows().skip(1).map(|row| header.iter().cloned().zip(row.iter().cloned()).collect()).collect();
    (rows, cells)
}

#[test]
fn cells_hold_what_was_found() {
    let (rows, cells) = both(&Desk::new(), &[]);
    assert!(rows.len() > 3 && rows.len() == cells.len());
    for (row, cells) in rows.iter().zip(&cells) {
        for (column, plain) in COLUMNS.iter().zip(row.cells()) {
            match &cells[*column] {
                // Numbers are numbers, and nothing is a formula.
                Data::Float(number) => assert_eq!(*number, plain.parse::<f64>().unwrap(), "{column}"),
                cell => assert_eq!(cell.to_string(), plain, "{column}"),
            }
        }
    }
}

#[test]
fn there_are_three_sheets_in_either_language() {
    let desk = Desk::new();
    both(&desk, &[]);
    let mut book: Xlsx<_> = open_workbook(desk.at("report.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["Findings", "Articles", "About"]);
    let articles = book.worksheet_range("Articles").unwrap();
    assert_eq!(articles.get_value((1, 0)).unwrap().to_string(), "pairs");
    let (_, cells) = both(&desk, &["--report-language", "ar"]);
    let book: Xlsx<_> = open_workbook(desk.at("report.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["الملاحظات", "المقالات", "عن التقرير"]);
    assert!(cells[0].contains_key("الحكم") && cells.iter().any(|row| row["الخطورة"] == Data::String("فادح".into())));
}

#[test]
fn the_same_findings_make_the_same_file() {
    let desk = Desk::new();
    both(&desk, &[]);
    let first = fs::read(desk.at("report.xlsx")).unwrap();
    both(&desk, &[]);
    assert!(first == fs::read(desk.at("report.xlsx")).unwrap());
}

/// Opened in `LibreOffice` and saved as CSV, every cell shows what was written. Skipped where there is no `LibreOffice`.
#[test]
fn libreoffice_opens_the_workbook_right() {
    let desk = Desk::new();
    let (rows, _) = both(&desk, &[]);
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    let Some(shown) = converted(&desk, "report.xlsx", filter, "csv") else {
        println!("skipped libreoffice_opens_the_workbook_right: there is no soffice");
        return;
    };
    let text = fs::read_to_string(shown).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let shown: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), shown.len());
    for (row, shown) in rows.iter().zip(&shown) {
        for (column, plain) in COLUMNS.iter().zip(row.cells()) {
            let cell = &shown[header.iter().position(|h| h == column).unwrap()];
            // Confidence is shown with two decimals.
            let near = cell.parse().ok().zip(plain.parse().ok()).is_some_and(|(a, b): (f64, f64)| (a - b).abs() < 0.006);
            assert!(*cell == *plain || near, "{column}: {cell}\n{plain}");
        }
    }
}
