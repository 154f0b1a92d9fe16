//! Tables of pairs that are already aligned: TSV, and CSV by extension.

use std::borrow::Cow;
use std::path::Path;
use std::str::FromStr;

use super::input;
use super::rows::Rows;
use crate::article::Article;
use crate::error::Error;

/// Longest cell in bytes: a thousand pages.
const LONGEST_CELL: usize = 4 << 20;

/// Reads a table whose header has the columns `source`, `target` and, if it has one, `id`, in any order and among others. Every row is a
/// bead. Rows that run from the other language than most are an article of their own.
///
/// The two texts have one line per row (a line end within a cell becomes a space). In CSV, cells with commas, quotation marks
/// or line ends are quoted; in TSV, quotation marks are text, unless the whole cell is quoted and those within are doubled, as
/// spreadsheets do it.
pub(super) fn pairs(path: &Path, table: &str, delimiter: u8, wanted: Option<&Columns>) -> Result<Vec<Article>, Error> {
    let comma = delimiter == b',';
    // Spreadsheets of many countries part cells by semicolons, and call the file .csv all the same.
    let header = table.lines().next().unwrap_or_default();
    let delimiter = if comma && !header.contains(',') && header.contains(';') { b';' } else { delimiter };
    let mut pairs = Pairs { path, delimiter, wanted, places: wanted.and_then(Columns::numbers), first_line: 1, rows: Rows::default() };
    let mut cells = Vec::new();
    if !comma {
        // Where nothing is quoted, a row is a line and a cell ends at a tab: archives are read in half the time.
        for (line, row) in lines(table) {
            cells.clear();
            cells.extend(row.split(char::from(delimiter)));
            pairs.row(line, &cells)?;
        }
        return pairs.articles();
    }
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(table.as_bytes());
    let mut row = csv::StringRecord::new();
    // Reading from a string in memory fails only if the crate changes: say what it says.
    let failed = |e: csv::Error| input(path, e.position().map(csv::Position::line), format!("cannot read: {e}"), "check the row");
    let mut lines = Lines { table, at: 0, line: 1 };
    while reader.read_record(&mut row).map_err(failed)? {
        pairs.row(lines.of(row.position().map_or(0, csv::Position::byte)), &row.iter().collect::<Vec<_>>())?;
    }
    pairs.articles()
}

/// The lines of a table that are not empty, each with its number from 1. A line ends as it may end on any machine.
fn lines(table: &str) -> impl Iterator<Item = (u64, &str)> {
    let lines = table.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    (1..).zip(lines).filter(|(_, line)| !line.is_empty())
}

/// The pairs of a table, while its rows are read one after the other.
struct Pairs<'a> {
    path: &'a Path,
    delimiter: u8,
    wanted: Option<&'a Columns>,
    /// Where the columns stand, once that is known.
    places: Option<Places>,
    first_line: u32,
    rows: Rows,
}

impl Pairs<'_> {
    /// Reads the row of these cells that stands on `line`.
    fn row(&mut self, line: u64, cells: &[&str]) -> Result<(), Error> {
        let comma = self.delimiter != b'\t';
        let Some(places) = &self.places else { return self.header(cells) };
        // A quotation mark that is never closed takes in all that follows.
        if let Some(cell) = cells.iter().find(|cell| cell.len() > LONGEST_CELL) {
            let lines = cell.matches('\n').count();
            let cause = format!("has a cell of {lines} lines");
            return Err(input(self.path, Some(line), cause, "look for a quotation mark that is not closed"));
        }
        let cell = |column: usize| cells.get(column).map(|cell| if comma { Cow::Borrowed(*cell) } else { unquoted(cell) });
        let (Some(source), Some(target)) = (cell(places.source), cell(places.target)) else {
            let count = cells.len();
            let cause = format!("has {count} cell{}, too few for its source and target", if count == 1 { "" } else { "s" });
            let has_quote = comma && cells.iter().any(|cell| cell.contains('"') || cell.contains('\n'));
            let remedy = match (has_quote, self.first_line) {
                (true, _) => "look at its quotation marks: a cell that has one is quoted, and those within are doubled".to_owned(),
                (_, 1) => format!("give it {} cells, or ask for other columns", places.all),
                _ => format!("give all {} cells of the header; muqabala batch goes on without it", places.all),
            };
            return Err(input(self.path, Some(line), cause, remedy));
        };
        let id = match places.id {
            Some(column) => cell(column).unwrap_or_default(),
            None => (self.rows.len() + 1).to_string().into(),
        };
        self.rows.push_plain(&id, &source, &target, line);
        Ok(())
    }

    /// Reads the row that names the columns.
    fn header(&mut self, cells: &[&str]) -> Result<(), Error> {
        let parts = match self.delimiter {
            b'\t' => "tabs",
            b';' => "semicolons",
            _ => "commas",
        };
        let places = Places::of(cells, self.wanted).map_err(|missing| no_header(self.path, &missing, parts, self.wanted.is_some()))?;
        (self.places, self.first_line) = (Some(places), 2);
        Ok(())
    }

    fn articles(mut self) -> Result<Vec<Article>, Error> {
        if self.places.is_none() {
            self.header(&[])?;
        }
        if self.rows.is_empty() {
            return Err(input(self.path, None, "has a header and no rows", "add a row for each pair"));
        }
        self.rows.articles(self.path, self.first_line, "the column")
    }
}

fn no_header(path: &Path, missing: &str, parts: &str, wanted: bool) -> Error {
    if wanted {
        let remedy = "name those of its first line, or number them from 1: --columns source=2,target=3";
        return input(path, Some(1), format!("has no column called {missing}"), remedy);
    }
    let remedy = format!("add it as the first line, parted by {parts}, or name the columns with --columns");
    input(path, Some(1), "has no header with the columns source and target", remedy)
}

/// Which columns of a table hold what: names of its header, or numbers from 1 where it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// What was translated.
    pub source: String,
    /// The translation.
    pub target: String,
    /// What each pair is called; the number of the row where there is no such column.
    pub id: Option<String>,
}

impl Columns {
    /// The places, if all are told by number.
    fn numbers(&self) -> Option<Places> {
        let number = |name: &str| name.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < 10_000);
        let (source, target) = (number(&self.source)?, number(&self.target)?);
        let id = self.id.as_deref().map(number);
        let id = if let Some(id) = id { Some(id?) } else { None };
        Some(Places { id, source, target, all: source.max(target).max(id.unwrap_or(0)) + 1 })
    }
}

impl FromStr for Columns {
    type Err = String;

    /// ```
    /// use muqabala::read::Columns;
    /// let columns: Columns = "source=English,target=Arabic,id=Key".parse().unwrap();
    /// assert_eq!(columns.id.as_deref(), Some("Key"));
    /// assert!("source=2".parse::<Columns>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, String> {
        let (mut source, mut target, mut id) = (None, None, None);
        for part in text.split(',') {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = Some(value.trim().to_owned()).filter(|v| !v.is_empty());
            match key.trim() {
                "source" => source = value,
                "target" => target = value,
                "id" => id = value,
                other => return Err(format!("there is no {other}; write it as source=2,target=3 or source=English,target=Arabic")),
            }
        }
        match (source, target) {
            (Some(source), Some(target)) => Ok(Self { source, target, id }),
            _ => Err("name both: source=2,target=3".to_owned()),
        }
    }
}

/// Where a table has what: the places of its columns in a row, from 0, and whether its first row is a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What was translated.
    pub source: usize,
    /// The translation.
    pub target: usize,
    /// What each row is called.
    pub id: Option<usize>,
    /// Whether the first row names the columns.
    pub header: bool,
}

impl Layout {
    /// The layout of the table at `path`, by its first row and by what columns are wanted; without those, the header has the columns
    /// source and target.
    ///
    /// # Errors
    /// If the header lacks one of the columns.
    pub fn of(path: &Path, first: &csv::StringRecord, wanted: Option<&Columns>) -> Result<Self, Error> {
        if let Some(Places { id, source, target, .. }) = wanted.and_then(Columns::numbers) {
            return Ok(Self { source, target, id, header: false });
        }
        match Places::of(&first.iter().collect::<Vec<_>>(), wanted) {
            Ok(Places { id, source, target, .. }) => Ok(Self { source, target, id, header: true }),
            Err(missing) if wanted.is_some() => Err(no_header(path, &missing, "commas", true)),
            Err(_) => {
                let remedy = "add it as the first line, parted by commas, or name the columns with --columns source=…,target=…";
                Err(input(path, Some(1), "has no header with the columns source and target", remedy))
            }
        }
    }
}

/// Counts lines of CSV, as the line numbers of `csv` leave out blank lines and are one off after CRLF.
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
struct Places {
    id: Option<usize>,
    source: usize,
    target: usize,
    /// How many the header has.
    all: usize,
}

impl Places {
    /// Finds the columns in a header; names the one that is missing.
    fn of(header: &[&str], wanted: Option<&Columns>) -> Result<Self, String> {
        let find = |name: &str| header.iter().position(|cell| cell.trim().trim_matches('"').eq_ignore_ascii_case(name));
        let need = |name: &str| find(name).ok_or_else(|| name.to_owned());
        let all = header.len();
        if let Some(Columns { source, target, id }) = wanted {
            let id = id.as_ref().map(|id| need(id)).transpose()?;
            return Ok(Self { id, source: need(source)?, target: need(target)?, all });
        }
        let language = |names: [&str; 2]| names.into_iter().find_map(find);
        let (source, target) = match (find("source"), find("target"), language(["en", "english"]), language(["ar", "arabic"])) {
            (Some(source), Some(target), ..) => (source, target),
            (_, _, Some(english), Some(arabic)) => (english.min(arabic), english.max(arabic)),
            _ => return Err("source".to_owned()),
        };
        Ok(Self { id: find("id"), source, target, all })
    }
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
        crate::read::pairs(&path).map_err(|e| e.to_string().replace(&path.display().to_string(), file))
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
                "a.tsv:1: has no header with the columns source and target; add it as the first line, parted by tabs, or name the columns with --columns",
            ),
            (
                "a.csv",
                "id,source\n1,Two\n",
                "a.csv:1: has no header with the columns source and target; add it as the first line, parted by commas, or name the columns with --columns",
            ),
            ("a.tsv", "id\tsource\ttarget\n", "a.tsv: has a header and no rows; add a row for each pair"),
            (
                "a.tsv",
                "id\tsource\ttarget\n1\tTwo\tاثنان\n\n2\tThree\n",
                "a.tsv:4: has 2 cells, too few for its source and target; give all 3 cells of the header; muqabala batch goes on without it",
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
            (
                "a.csv",
                "id,source,target\n1,\"He said no.,\"\"no\"\"\n",
                "a.csv:2: has 2 cells, too few for its source and target; look at its quotation marks: a cell that has one is quoted, and those within are doubled",
            ),
            ("a.tsv", "", "a.tsv: is empty; give a file with text"),
        ] {
            assert_eq!(read(file, content).unwrap_err(), wanted);
        }
    }

    #[test]
    fn rows_of_both_directions_are_an_article_each() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.tsv");
        fs::write(&path, "id\tsource\ttarget\n1\tTwo\tاثنان\n2\tثلاثة\tThree\n3\t\tأربعة\n4\tFive\tخمسة\n").expect("a file");
        let articles = crate::read::Reader::default().articles(&path).expect("articles");
        assert_eq!(articles.iter().map(|a| a.source.lang).collect::<Vec<_>>(), [Lang::English, Lang::Arabic]);
        assert_eq!((articles[0].id.as_str(), articles[1].id.as_str()), ("a", "a (Arabic to English)"));
        assert_eq!(rows(&articles[0]), [("1", "Two", "اثنان", 2), ("3", "", "أربعة", 4), ("4", "Five", "خمسة", 5)]);
        assert_eq!(rows(&articles[1]), [("2", "ثلاثة", "Three", 3)]);
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
