//! Reports that come back: verdicts from CSV files and workbooks, and older reports to compare with.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};

use super::{LARGEST, bytes, content, input};
use crate::error::{Error, nearest};
use crate::report::csv::unguard;
use crate::report::language::Language;
use crate::report::row::Row;
use crate::report::verdict::{Judgement, Verdict};

/// Reads the verdicts and notes of a report: CSV with commas, semicolons or tabs, or a workbook by its extension. Columns are known by
/// their names, in English or Arabic, and may stand in any order. Rows without verdict and note are left out.
///
/// # Errors
/// Those of [`super::text`]; if there is no header with the columns `id` and `verdict`, or a verdict is not known, with its line.
pub fn verdicts(path: &Path) -> Result<Vec<Judgement>, Error> {
    let workbook = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    if workbook { of_rows(path, sheet(path)?) } else { of_rows(path, table(path)?) }
}

/// Reads a report in JSON Lines.
///
/// # Errors
/// Those of [`super::text`] (an empty report is none); and a line that is no row of a report, with its number.
pub fn rows(path: &Path) -> Result<Vec<Row>, Error> {
    if bytes(path, LARGEST)?.is_empty() {
        return Ok(Vec::new());
    }
    let text = content(path)?;
    let row = |(n, line): (usize, &str)| {
        let wrong = |_| input(path, Some(n as u64 + 1), "is no finding", "give a report written with -o NAME.jsonl");
        serde_json::from_str(line).map_err(wrong)
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(row).collect()
}

/// The rows of a table, each with its line; the first is the header.
type Cells = Vec<(u64, Vec<String>)>;

fn table(path: &Path) -> Result<Cells, Error> {
    let text = content(path)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let header = text.lines().next().unwrap_or_default();
    let delimiter = *b",;\t|".iter().max_by_key(|d| header.bytes().filter(|b| b == *d).count()).unwrap_or(&b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    // Lines are counted here, as those of `csv` are one off after CRLF.
    let (mut at, mut line) = (0, 1);
    let rows = reader.records().map(|row| {
        let row =
            row.map_err(|e| input(path, e.position().map(csv::Position::line), "is not a CSV row", "save the report again as CSV"))?;
        let byte = row.position().map_or(0, csv::Position::byte) as usize;
        let breaks = text.bytes().skip(byte).take_while(|b| matches!(b, b'\r' | b'\n')).count();
        line += text.bytes().take(byte + breaks).skip(at).filter(|b| *b == b'\n').count() as u64;
        at = byte + breaks;
        Ok((line, row.iter().map(|cell| unguard(cell).to_owned()).collect()))
    });
    rows.collect()
}

/// The first sheet that has a header with ids.
fn sheet(path: &Path) -> Result<Cells, Error> {
    let broken = || input(path, None, "is not a workbook that can be read", "save it again as .xlsx or .csv");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes(path, LARGEST)?)).map_err(|_| broken())?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|_| broken())?;
        let first = range.start().map_or(0, |(row, _)| u64::from(row));
        let cell = |cell: &Data| if matches!(cell, Data::Error(_)) { String::new() } else { cell.to_string() };
        let rows: Cells = range.rows().enumerate().map(|(n, row)| (first + n as u64 + 1, row.iter().map(cell).collect())).collect();
        if rows.first().is_some_and(|(_, header)| Columns::of(header).is_some()) {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

struct Columns {
    id: usize,
    verdict: usize,
    note: Option<usize>,
    rule: Option<usize>,
}

impl Columns {
    fn of(header: &[String]) -> Option<Self> {
        let find = |key: &str| header.iter().position(|cell| Language::column_key(cell.trim()) == Some(key));
        Some(Self { id: find("id")?, verdict: find("verdict")?, note: find("note"), rule: find("rule") })
    }
}

fn of_rows(path: &Path, rows: Cells) -> Result<Vec<Judgement>, Error> {
    let mut rows = rows.into_iter();
    let columns = rows.next().and_then(|(_, header)| Columns::of(&header)).ok_or_else(|| {
        input(path, None, "has no header with the columns id and verdict", "give a report written with -o, as .csv or .xlsx")
    })?;
    let mut judgements = Vec::new();
    for (line, cells) in rows {
        let cell = |column: Option<usize>| column.and_then(|c| cells.get(c)).map_or("", |cell| cell.trim());
        let (id, said, note) = (cell(Some(columns.id)), cell(Some(columns.verdict)), cell(columns.note));
        if id.is_empty() || (said.is_empty() && note.is_empty()) {
            continue;
        }
        let verdict = Verdict::read(said);
        if verdict.is_none() && !said.is_empty() {
            let names = Verdict::ALL.map(Verdict::name);
            let meant = nearest(said, names).map_or(String::new(), |near| format!("did you mean {near}? "));
            let remedy = format!("{meant}write {}", names.join(", "));
            return Err(input(path, Some(line), format!("the verdict {said} is not known"), remedy));
        }
        let rule = Language::rule_id(cell(columns.rule)).to_owned();
        judgements.push(Judgement { id: id.to_owned(), rule, verdict, note: note.to_owned() });
    }
    Ok(judgements)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn of(name: &str, text: &str) -> Result<Vec<Judgement>, Error> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        verdicts(&path)
    }

    #[test]
    fn columns_are_known_by_name_whatever_parts_them() {
        for text in [
            "\u{FEFF}id,rule,verdict,note\r\na1,number-mismatch,Accepted,'=odd\r\nb2,x,,\r\n",
            "note;verdict;id;rule\n'=odd;accepted;a1;number-mismatch\n",
            "المعرّف\tالحكم\tتعليق المراجع\tالقاعدة\na1\tمقبولة\t=odd\tعدد مخالف\n",
        ] {
            let found = of("r.csv", text).unwrap();
            assert_eq!(found.len(), 1, "{text}");
            let Judgement { id, rule, verdict, note } = &found[0];
            assert_eq!((id.as_str(), rule.as_str(), *verdict, note.as_str()), ("a1", "number-mismatch", Some(Verdict::Accepted), "=odd"));
        }
    }

    #[test]
    fn what_is_not_known_is_told() {
        assert!(of("r.csv", "id,note\na1,x\n").unwrap_err().to_string().contains("no header with the columns id and verdict"));
        let error = of("r.csv", "id,verdict\na1,acepted\n").unwrap_err().to_string();
        assert!(error.contains("r.csv:2: the verdict acepted is not known; did you mean accepted?"), "{error}");
        assert!(of("r.xlsx", "no workbook").unwrap_err().to_string().contains("is not a workbook"));
    }
}
