//! JSON Lines: one row a line, for programs. Keys are the columns of [`super::row::COLUMNS`]; a line that is missing
//! is `null`, a text that is missing is empty.
//!
//! Four keys more say where the words stand, as `[start, end]` in bytes of UTF-8: `source_bytes` and `target_bytes` in the text of the
//! file, which is what is left of Markdown, HTML and documents without their marks (a byte order mark at its start is not counted; `null`
//! for pairs that came in a table), `source_mark` and `target_mark` in `source` and `target`.

use std::io::{self, Write};

use serde::Serialize;

use super::edition::{Archive, Whole};
use super::row::Row;
use crate::finding::Place;

#[derive(Serialize)]
struct Line<'r> {
    #[serde(flatten)]
    row: &'r Row,
    source_bytes: Option<[u32; 2]>,
    target_bytes: Option<[u32; 2]>,
    source_mark: Option<[usize; 2]>,
    target_mark: Option<[usize; 2]>,
}

impl<'r> Line<'r> {
    fn new(row: &'r Row) -> Self {
        let bytes = |place: Option<Place>| place.map(|p| p.words).filter(|w| !w.is_empty()).map(|w| [w.start, w.end]);
        let mark = |mark: &std::ops::Range<usize>| (!mark.is_empty()).then_some([mark.start, mark.end]);
        Self {
            row,
            source_bytes: bytes(row.source_place.filter(|_| !row.given)),
            target_bytes: bytes(row.target_place.filter(|_| !row.given)),
            source_mark: mark(&row.source_mark),
            target_mark: mark(&row.target_mark),
        }
    }
}

/// Writes the rows, UTF-8, each an object on a line of its own.
///
/// # Errors
/// Those of `out`.
pub fn write(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, &Line::new(row))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes the rows of a whole archive.
///
/// # Errors
/// Those of `out` and of the archive.
pub fn archive(archive: &mut dyn Archive, _: &Whole<'_>, out: &mut dyn Write) -> io::Result<()> {
    archive.each(&mut |audited| write(audited.rows, out))
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::*;
    use crate::finding::{Kind, Severity};

    #[test]
    fn a_row_is_a_line_and_is_not_guarded() {
        let row = row("added-claim", Kind::Added, Severity::Major, 0.985, ("", ""), ("=قال", "=قال"), "m");
        let mut out = Vec::new();
        write(&[row.clone(), row], &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains(
            r#""kind":"added","category":"mistranslation","severity":"major","confidence":0.985,"source_line":null,"target_line":14"#
        ));
        assert!(text.contains(r#""target":"=قال""#));
    }
}
