//! CSV as others read it: the `csv` crate, and `LibreOffice` where it is at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use muqabala::report::row::{COLUMNS, Row};

use crate::desk::Desk;

/// Pairs with errors whose cells are a trial for spreadsheets.
pub const PAIRS: &str = "id\tsource\ttarget\n\
    =1+1\t=SUM(A1) was written, he said, by 12 men in Aden.\tكتب =SUM(A1)، كما قال، 21 رجلا في عدن.\n\
    -5\t- \"No,\" said Haddad; 330,000 people fled Deraa.\t- وقال حداد «لا»؛ فر 33 ألف شخص من درعا.\n\
    @x\t@agency: 14 ships sank on Monday, May 5.\t@agency: غرقت 14 سفينة يوم الثلاثاء 5 أيار.\n\
    +3\t+20 percent, 3.5 million dollars, and so on.\t+20 في المئة، و3.5 مليون يورو، وهكذا دواليك.\n\
    a,b;c\tThe rebels seized 40 villages; \"the army\" lost 7.\tاستولى المتمردون على ٤٠ قرية؛ وخسر \"الجيش\" ٩.\n";

pub fn read(csv: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.to_vec());
    reader.records().map(Result::unwrap).collect()
}

fn reported(desk: &Desk, args: &[&str], options: &[&str]) -> (Vec<Row>, String) {
    desk.run(&[args, &["-q", "-o", "report.csv", "-o", "report.jsonl"], options].concat()).assert().code(1);
    let jsonl = fs::read_to_string(desk.at("report.jsonl")).unwrap();
    let rows = jsonl.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (rows, fs::read_to_string(desk.at("report.csv")).unwrap())
}

pub fn pairs() -> (Desk, Vec<Row>, String) {
    let desk = Desk::new();
    fs::write(desk.at("pairs.tsv"), PAIRS).unwrap();
    let (rows, csv) = reported(&desk, &["audit", "pairs.tsv"], &[]);
    (desk, rows, csv)
}

/// What no spreadsheet runs: text that starts like a formula has an apostrophe in front.
fn guarded(cell: &str, plain: &str) {
    let number = plain.trim_start_matches(['+', '-']).chars().all(|c| c.is_ascii_digit() || c == '.') && plain.len() > 1;
    let formula = plain.starts_with(['=', '+', '-', '@', '|', '%']) && !number;
    assert!(cell == format!("'{plain}") || (cell == plain && !formula), "{cell}\n{plain}");
}

#[test]
fn csv_and_json_lines_hold_the_same_words() {
    let articles = ["war", "sport", "disaster"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned").join(name));
    let find = |folder: &Path, side: &str| {
        let file = ["en", "ar"].map(|lang| folder.join(format!("{side}.{lang}.txt"))).into_iter().find(|f| f.exists());
        file.unwrap().to_str().unwrap().to_owned()
    };
    for folder in articles {
        for (delimiter, sign) in [(",", b','), (";", b';'), ("tab", b'\t')] {
            let (source, target) = (find(&folder, "source"), find(&folder, "target"));
            let (rows, csv) = reported(&Desk::new(), &["audit", &source, &target], &["--delimiter", delimiter]);
            let cells = read(&csv, sign);
            assert!(!rows.is_empty() && rows.len() == cells.len());
            for (row, cells) in rows.iter().zip(&cells) {
                row.cells().iter().zip(cells).for_each(|(plain, cell)| guarded(cell, plain));
            }
        }
    }
}

#[test]
fn cells_that_look_like_formulas_are_harmless() {
    let (_, rows, csv) = pairs();
    let cells = read(&csv, b',');
    assert_eq!(rows.len(), cells.len());
    assert!(["'=1+1", "-5", "'@x", "+3", "a,b;c"].iter().all(|id| cells.iter().any(|row| &row[2] == *id)), "{csv}");
    for (row, cells) in rows.iter().zip(&cells) {
        row.cells().iter().zip(cells).for_each(|(plain, cell)| guarded(cell, plain));
    }
}

/// Converts a file of the desk with `LibreOffice`; nothing when it is not there.
///
/// Without a window nobody is asked how a CSV file is read, so what its dialog proposes for a file with a byte order mark is said here:
/// 44 a comma, 34 a quotation mark, 76 UTF-8.
pub fn converted(desk: &Desk, file: &str, to: &str, extension: &str) -> Option<PathBuf> {
    let profile = format!("-env:UserInstallation=file://{}", desk.at("profile").display());
    let run = Command::new("soffice")
        .current_dir(desk.folder.path())
        .args([&profile, "--headless", "--norestore", "--convert-to", to, "--outdir", "converted", file])
        .args(file.ends_with("csv").then_some("--infilter=CSV:44,34,76,1"))
        .output()
        .ok()?;
    let converted = desk.at("converted").join(Path::new(file).with_extension(extension).file_name()?);
    assert!(converted.exists(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    Some(converted)
}

/// Opened in `LibreOffice` and saved as a workbook, every cell shows what was written. Skipped where there is no `LibreOffice`.
#[test]
fn libreoffice_opens_it_right() {
    let (desk, _, csv) = pairs();
    let Some(workbook) = converted(&desk, "report.csv", "xlsx", "xlsx") else {
        println!("skipped libreoffice_opens_it_right: there is no soffice");
        return;
    };
    let shown =
        converted(&desk, workbook.to_str().unwrap(), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "csv").unwrap();
    let (before, after) = (read(&csv, b','), read(&fs::read_to_string(shown).unwrap(), b','));
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        for (cell, shown) in before.iter().zip(after) {
            // `0.90` may be shown as 0.9, and `330,000` as 330000.
            let number = |cell: &str| cell.replace(',', "").parse::<f64>().ok();
            assert!(cell == shown || (number(cell).is_some() && number(cell) == number(shown)), "{cell}\n{shown}");
        }
    }
}
