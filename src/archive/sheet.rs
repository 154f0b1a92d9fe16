//! An archive in a table: a row an article.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::read::{Layout, Reader};

/// A table whose rows are articles, each with texts or paths of files in two of its cells. It is kept in memory as a whole; JSON Lines are not.
#[derive(Debug)]
pub struct Sheet {
    path: PathBuf,
    text: String,
    delimiter: u8,
    layout: Layout,
    /// Where each row stands in the text.
    rows: Vec<Range<usize>>,
}

/// What a row says.
#[derive(Debug, PartialEq, Eq)]
pub struct Cells {
    /// What the article is called, if the table has a column for that and the row something in it.
    pub id: Option<String>,
    /// What was translated.
    pub source: String,
    /// The translation.
    pub target: String,
}

impl Sheet {
    /// Reads the table at `path`, parted by commas, semicolons or tabs.
    ///
    /// # Errors
    /// When it cannot be read, or lacks a column that is wanted.
    pub fn open(path: &Path, reader: &Reader) -> Result<Self, Error> {
        let mut text = reader.content(path)?;
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        let header = text.lines().next().unwrap_or_default();
        let count = |delimiter: &u8| header.bytes().filter(|b| b == delimiter).count();
        let delimiter = *b",;\t".iter().rev().max_by_key(|d| count(d)).unwrap_or(&b',');
        let mut starts = Vec::new();
        let mut csv = rows(delimiter, &text);
        let mut row = csv::StringRecord::new();
        // A text in memory is UTF-8, and rows may have any number of cells: nothing fails.
        let mut next = |row: &mut csv::StringRecord| csv.read_record(row).unwrap_or(false);
        let mut is_row = next(&mut row);
        let layout = Layout::of(path, &row, reader.columns.as_ref())?;
        if layout.header {
            is_row = next(&mut row);
        }
        while is_row {
            starts.push(row.position().map_or(0, csv::Position::byte) as usize);
            is_row = next(&mut row);
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let rows = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
        Ok(Self { path: path.to_owned(), delimiter, layout, rows, text })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many articles it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Row `n`, from 0; a cell that is not there is empty.
    pub fn row(&self, n: usize) -> Cells {
        let mut row = csv::StringRecord::new();
        let part = self.rows.get(n).and_then(|range| self.text.get(range.clone())).unwrap_or_default();
        let _ = rows(self.delimiter, part).read_record(&mut row);
        let cell = |column: usize| row.get(column).unwrap_or_default().to_owned();
        let id = self.layout.id.map(cell).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        Cells { id, source: cell(self.layout.source), target: cell(self.layout.target) }
    }
}

fn rows(delimiter: u8, text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str, columns: Option<&str>) -> Result<Vec<Cells>, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, text).unwrap();
        let reader = Reader { columns: columns.map(|c| c.parse().unwrap()), ..Reader::default() };
        let sheet = Sheet::open(&path, &reader).map_err(|e| e.to_string())?;
        Ok((0..sheet.len()).map(|n| sheet.row(n)).collect())
    }

    fn cells(id: Option<&str>, source: &str, target: &str) -> Cells {
        Cells { id: id.map(str::to_owned), source: source.to_owned(), target: target.to_owned() }
    }

    #[test]
    fn rows_are_found_whatever_is_in_their_cells() {
        let text = "\u{FEFF}id;source;target\r\n7;\"two\r\nlines; and a semicolon\";س\r\n\r\n;b\r\n";
        assert_eq!(sheet(text, None).unwrap(), [cells(Some("7"), "two\r\nlines; and a semicolon", "س"), cells(None, "b", "")]);
    }

    #[test]
    fn columns_are_named_or_numbered() {
        let text = "Key\tArabic\tEnglish\nk\tس\ta\n";
        assert_eq!(sheet(text, Some("source=English,target=Arabic,id=Key")).unwrap(), [cells(Some("k"), "a", "س")]);
        assert_eq!(sheet("س,a\nش,b\n", Some("source=2,target=1")).unwrap(), [cells(None, "a", "س"), cells(None, "b", "ش")]);
        assert!(sheet(text, Some("source=Englisch,target=Arabic")).unwrap_err().contains("a.csv:1: has no column called Englisch"));
        assert!(sheet("one,two\n", None).unwrap_err().contains("has no header with the columns source and target"));
    }
}
