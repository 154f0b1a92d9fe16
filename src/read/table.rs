//! Tables of pairs that are already aligned: TSV, and CSV by extension.

use std::borrow::Cow;
use std::path::Path;

use super::{content, input, name};
use crate::article::{Article, GivenBead, Text};
use crate::error::Error;
use crate::span::Span;

/// Reads a table whose header has the columns `id`, `source` and `target`, in any order and among others. Every row is a bead.
///
/// The two texts have one line per row (a line end within a cell becomes a space). In CSV, cells with commas, quotation marks
/// or line ends are quoted; in TSV, quotation marks are text, unless the whole cell is quoted and those within are doubled, as
/// spreadsheets do it.
///
/// # Errors
/// Those of [`super::text`]; if there is no such header, a row has too few cells, or both columns are in one language.
pub fn pairs(path: &Path) -> Result<Article, Error> {
    let table = content(path)?;
    let comma = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if comma { b',' } else { b'\t' })
        .quoting(comma)
        .flexible(true)
        .has_headers(false)
        .from_reader(table.as_bytes());
    let mut row = csv::StringRecord::new();
    // Reading from a string in memory fails only if the crate changes: say what it says.
    let failed = |e: csv::Error| input(path, e.position().map(csv::Position::line), format!("cannot read: {e}"), "check the row");
    reader.read_record(&mut row).map_err(failed)?;
    let columns = Columns::of(&row).ok_or_else(|| {
        let parts = if comma { "commas" } else { "tabs" };
        input(path, Some(1), "has no header with the columns id, source and target", format!("add it as the first line, parted by {parts}"))
    })?;
    let mut rows = Rows { quoted: !comma, ..Rows::default() };
    let mut lines = Lines { table: &table, at: 0, line: 1 };
    while reader.read_record(&mut row).map_err(failed)? {
        let line = lines.of(row.position().map_or(0, csv::Position::byte));
        rows.push(&columns, &row, line).map_err(|cells| {
            let cause = format!("has {cells} cell{}, too few for its source and target", if cells == 1 { "" } else { "s" });
            input(path, Some(line), cause, format!("give all {} cells of the header", columns.all))
        })?;
    }
    rows.article(path)
}

/// The cells of the named columns of a CSV file, row by row.
///
/// # Errors
/// Those of [`super::text`]; if its header lacks one of the columns.
pub fn columns<const N: usize>(path: &Path, names: [&str; N]) -> Result<Vec<[String; N]>, Error> {
    let table = content(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
    let failed = |e: csv::Error| input(path, e.position().map(csv::Position::line), format!("cannot read: {e}"), "check the row");
    let header = reader.headers().map_err(failed)?;
    let mut places = [0; N];
    for (place, name) in places.iter_mut().zip(names) {
        *place = header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name)).ok_or_else(|| {
            let all = names.join(" and ");
            input(path, Some(1), format!("has no header with the columns {all}"), "add it as the first line, parted by commas")
        })?;
    }
    let cells = |row: csv::StringRecord| places.map(|place| row.get(place).unwrap_or_default().to_owned());
    reader.records().map(|row| row.map(cells).map_err(failed)).collect()
}

/// Counts lines, as the line numbers of `csv` leave out blank lines and are one off after CRLF.
struct Lines<'t> {
    table: &'t str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// Line (1-based) of the row that starts at or, with blank lines between, after `byte`. Rows come in order.
    fn of(&mut self, byte: u64) -> u64 {
        let table = self.table.as_bytes();
        let row = table.iter().skip(byte as usize).position(|b| !matches!(b, b'\r' | b'\n')).map_or(table.len(), |i| byte as usize + i);
        for i in self.at..row {
            self.line += u64::from(table[i] == b'\n' || (table[i] == b'\r' && table.get(i + 1) != Some(&b'\n')));
        }
        self.at = self.at.max(row);
        self.line
    }
}

/// Where the columns stand that we read.
struct Columns {
    id: usize,
    source: usize,
    target: usize,
    /// How many the header has.
    all: usize,
}

impl Columns {
    fn of(header: &csv::StringRecord) -> Option<Self> {
        let find = |name| header.iter().position(|cell| cell.trim().trim_matches('"').eq_ignore_ascii_case(name));
        Some(Self { id: find("id")?, source: find("source")?, target: find("target")?, all: header.len() })
    }
}

/// The rows read so far: two texts that grow by a line per row.
#[derive(Default)]
struct Rows {
    /// Whether cells may be quoted although the reader takes quotation marks for text.
    quoted: bool,
    source: String,
    target: String,
    beads: Vec<GivenBead>,
}

impl Rows {
    /// Adds a row that starts on `line`; if a cell is missing, says how many there are.
    fn push(&mut self, columns: &Columns, row: &csv::StringRecord, line: u64) -> Result<(), usize> {
        let cell = |column| row.get(column).map(|cell| if self.quoted { unquoted(cell) } else { Cow::Borrowed(cell) }).ok_or(row.len());
        let (id, source, target) = (cell(columns.id)?, cell(columns.source)?, cell(columns.target)?);
        // The texts of both sides keep to the same lines, even where a cell is empty.
        if !self.beads.is_empty() {
            self.source.push('\n');
            self.target.push('\n');
        }
        let bead = GivenBead {
            id: id.trim().to_owned(),
            source: append(&mut self.source, &source),
            target: append(&mut self.target, &target),
            line: line as u32,
        };
        self.beads.push(bead);
        Ok(())
    }

    fn article(self, path: &Path) -> Result<Article, Error> {
        if self.beads.is_empty() {
            return Err(input(path, None, "has a header and no rows", "add a row for each pair"));
        }
        let text = |side: &str, raw: String| {
            let text = Text::new(name(path), raw).map(|text| Text { first_line: 2, ..text });
            text.ok_or_else(|| {
                input(path, None, format!("has no letter of English or Arabic in the column {side}"), "check that it is the right file")
            })
        };
        let (source, target) = (text("source", self.source)?, text("target", self.target)?);
        if source.lang == target.lang {
            let cause = format!("both source and target are in {}", source.lang.name());
            return Err(input(path, None, cause, "give one English and one Arabic column"));
        }
        Ok(Article { id: super::id(path), source, target, given: self.beads })
    }
}

/// Appends a cell, trimmed and on one line, and returns its place.
fn append(text: &mut String, cell: &str) -> Span {
    let start = text.len() as u32;
    for c in cell.trim().chars() {
        text.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
    }
    Span::new(start, text.len() as u32)
}

/// A cell as spreadsheets quote it (`"he said ""no"""`) without the quoting; other cells as they are.
fn unquoted(cell: &str) -> Cow<'_, str> {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if inner.contains("\"\"") && !inner.replace("\"\"", "").contains('"') => Cow::Owned(inner.replace("\"\"", "\"")),
        _ => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;

    fn read(file: &str, content: &str) -> Result<Article, String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(file);
        fs::write(&path, content).expect("a file");
        pairs(&path).map_err(|e| e.to_string().replace(&path.display().to_string(), file))
    }

    fn rows(article: &Article) -> Vec<(&str, &str, &str, u32)> {
        let (source, target) = (&article.source.raw, &article.target.raw);
        article.given.iter().map(|b| (b.id.as_str(), b.source.of(source), b.target.of(target), b.line)).collect()
    }

    #[test]
    fn columns_stand_in_any_order_among_others() {
        let article =
            read("news.tsv", "note\ttarget\tID\tSource\r\nx\tرجلان\t7\tTwo men\r\n\t\"ثلاثة\"\t7\t\"Three\" men\tmore\r\n").unwrap();
        assert_eq!(rows(&article), [("7", "Two men", "رجلان", 2), ("7", "\"Three\" men", "\"ثلاثة\"", 3)]);
        assert_eq!(
            (article.id.as_str(), article.source.lang, article.source.raw.as_str()),
            ("news", Lang::English, "Two men\n\"Three\" men")
        );
    }

    #[test]
    fn quoted_cells_and_lines_within_them() {
        let article = read("a.csv", "id,source,target\n1,\"Two, or\nthree, \"\"men\"\"\",رجلان\n2,Four,أربعة\n").unwrap();
        assert_eq!(rows(&article), [("1", "Two, or three, \"men\"", "رجلان", 2), ("2", "Four", "أربعة", 4)]);
        let article = read("a.tsv", "id\tsource\ttarget\n1\t\"\"\"No,\"\" he said\"\t\"لا\"\n").unwrap();
        assert_eq!(rows(&article), [("1", "\"No,\" he said", "\"لا\"", 2)]);
    }

    #[test]
    fn an_empty_cell_is_an_empty_span() {
        let article = read("a.tsv", "id\tsource\ttarget\n1\tTwo\tاثنان\n2\t\tثلاثة\n3\tFour\t\n").unwrap();
        assert_eq!(rows(&article), [("1", "Two", "اثنان", 2), ("2", "", "ثلاثة", 3), ("3", "Four", "", 4)]);
        assert_eq!(article.source.raw, "Two\n\nFour");
    }

    #[test]
    fn each_error_is_one_line() {
        for (file, content, wanted) in [
            (
                "a.tsv",
                "1\tTwo\tاثنان\n",
                "a.tsv:1: has no header with the columns id, source and target; add it as the first line, parted by tabs",
            ),
            (
                "a.csv",
                "id,source\n1,Two\n",
                "a.csv:1: has no header with the columns id, source and target; add it as the first line, parted by commas",
            ),
            ("a.tsv", "id\tsource\ttarget\n", "a.tsv: has a header and no rows; add a row for each pair"),
            (
                "a.tsv",
                "id\tsource\ttarget\n1\tTwo\tاثنان\n\n2\tThree\n",
                "a.tsv:4: has 2 cells, too few for its source and target; give all 3 cells of the header",
            ),
            (
                "a.tsv",
                "id\tsource\ttarget\n1\tTwo\tTwo\n",
                "a.tsv: both source and target are in English; give one English and one Arabic column",
            ),
            (
                "a.tsv",
                "id\tsource\ttarget\n1\t2\t2\n",
                "a.tsv: has no letter of English or Arabic in the column source; check that it is the right file",
            ),
            ("a.tsv", "", "a.tsv: is empty; give a file with text"),
        ] {
            assert_eq!(read(file, content).unwrap_err(), wanted);
        }
    }

    proptest! {
        #[test]
        fn any_table_is_read_or_refused(content in "(id\tsource\ttarget\n)?[a-c\tا-ج\"\r\n ]{0,60}", csv in any::<bool>()) {
            let (file, content) = if csv { ("a.csv", content.replace('\t', ",")) } else { ("a.tsv", content) };
            if let Ok(article) = read(file, &content) {
                prop_assert_eq!(article.source.raw.split('\n').count(), article.given.len());
                prop_assert_eq!(article.target.raw.split('\n').count(), article.given.len());
                for (row, line) in article.given.iter().zip(article.source.raw.split('\n')) {
                    prop_assert_eq!(row.source.of(&article.source.raw), line);
                }
            }
        }
    }
}
