//! Lists of a user's own terms, and plain parallel sentences.

use std::path::Path;

use super::flow::is_heading;
use super::{content, input};
use crate::error::Error;
use crate::lang::Lang;
use crate::lexicon::{Class, Entry};

/// Reads a glossary: CSV with the columns source and target, in either order of languages, and whatever else, parted by commas, semicolons
/// or tabs. A header that calls the first column `source`, or names languages, is skipped; several renderings of a term are parted by `|`.
///
/// # Errors
/// Those of [`super::text`]; and a row without an English and an Arabic term, with its line.
pub fn glossary(path: &Path) -> Result<Vec<Entry>, Error> {
    let text = content(path)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut entries = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|e| {
            input(path, e.position().map(csv::Position::line), "is not a CSV row", "quote cells that hold quotes or commas")
        })?;
        let line = row.position().map(csv::Position::line);
        let cells = (row.get(0).unwrap_or_default(), row.get(1).unwrap_or_default());
        let is_header = entries.is_empty() && (cells.0.eq_ignore_ascii_case("source") || (is_heading(cells.0) && is_heading(cells.1)));
        if is_header || row.iter().all(str::is_empty) {
            continue;
        }
        let (english, arabic) = match (Lang::detect(cells.0), Lang::detect(cells.1)) {
            (Some(Lang::English), Some(Lang::Arabic)) => cells,
            (Some(Lang::Arabic), Some(Lang::English)) => (cells.1, cells.0),
            _ => {
                let remedy = "write a row as: term,المصطلح (all rows parted by commas, semicolons or tabs)";
                return Err(input(path, line, "has no English and Arabic term in its first two cells", remedy));
            }
        };
        entries.extend(Entry::new(Class::Term, english.split('|'), arabic.split('|')));
    }
    Ok(entries)
}

/// What parts the cells: a tab or semicolon if every row has one, as spreadsheets of many countries write it, or else a comma.
fn delimiter(text: &str) -> u8 {
    let in_all = |delimiter: &u8| text.lines().filter(|line| !line.trim().is_empty()).all(|line| line.as_bytes().contains(delimiter));
    [b'\t', b';'].into_iter().find(in_all).unwrap_or(b',')
}

/// Reads translated sentences, one pair a line: the last two of the tab-separated cells, in either order of languages. Gives
/// English and Arabic.
///
/// # Errors
/// Those of [`super::text`]; and a line with fewer than two cells, with its number.
pub fn parallel(path: &Path) -> Result<Vec<(String, String)>, Error> {
    let text = content(path)?;
    let pair = |(n, line): (usize, &str)| {
        let mut cells = line.rsplit('\t');
        let (Some(last), Some(first)) = (cells.next(), cells.next()) else {
            return Err(input(path, Some(n as u64 + 1), "has fewer than two cells", "part the sentences of a pair by a tab"));
        };
        let arabic_first = Lang::detect(first) == Some(Lang::Arabic);
        let (english, arabic) = if arabic_first { (last, first) } else { (first, last) };
        Ok((english.to_owned(), arabic.to_owned()))
    };
    text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Entry>, Error> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("written");
        glossary(file.path())
    }

    #[test]
    fn terms_in_either_order() {
        let entries = read("source,target,note\nJuba Line,خط جوبا,shipping\nالبيت الطيني,mud house\n").expect("a glossary");
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1].english[0].shown, "mud house");
    }

    #[test]
    fn spreadsheets_part_cells_in_their_own_ways() {
        for rows in [
            "source;target\nJuba Line;خط جوبا\nSanaa, Yemen;صنعاء\n",
            "en,ar\r\nJuba Line,خط جوبا\r\nmud; house,البيت الطيني\r\n",
            "\u{FEFF}العربية\tEnglish\nخط جوبا\tJuba Line\n\nصنعاء\tSanaa, Yemen\n",
        ] {
            assert_eq!(read(rows).expect("a glossary").len(), 2, "{rows}");
        }
    }

    #[test]
    fn a_row_without_a_translation_is_named() {
        let error = read("Juba Line,خط جوبا\nlonely,\n").expect_err("no Arabic").to_string();
        assert!(error.contains(":2: has no English and Arabic term"), "{error}");
    }
}
