//! CSV that opens right in a spreadsheet with a double click.
//!
//! It is RFC 4180 (fields quoted where needed, quotes doubled, lines ended by CR LF) with three things that spreadsheets ask for:
//! - a byte order mark, without which Excel shows Arabic as `Ø§Ù„`;
//! - a guard against formulas and made-up dates: a cell that a spreadsheet would run, or show as a date of its own making, gets an
//!   apostrophe in front (see [`guard`]);
//! - no cell longer than Excel can hold ([`CELL_LIMIT`]).
//!
//! JSON Lines ([`super::jsonl`]) has none of these and is the better choice for programs.

use std::borrow::Cow;
use std::io::{self, Write};

use super::row::{COLUMNS, Row};
use crate::anchor::date::dates;
use crate::lang::Lang;
use crate::lang::fold::digit;
use crate::lang::token::Tokens;
use crate::span::Span;

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Whether a byte order mark stands first.
    pub bom: bool,
    /// What stands between cells: an ASCII character.
    pub delimiter: u8,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { bom: true, delimiter: b',' }
    }
}

/// The most that a cell of Excel holds, in UTF-16 units. Longer cells are cut and end in [`CUT`].
/// See <https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3>.
pub const CELL_LIMIT: usize = 32_767;

/// Stands at the end of a cell that was cut.
pub const CUT: &str = " […]";

/// Writes the header and the rows.
///
/// # Errors
/// Those of `out`.
pub fn write(rows: &[Row], dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    if dialect.bom {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    writer(dialect, out).write_record(COLUMNS)?;
    append(rows, dialect, out)
}

fn writer(dialect: Dialect, out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new().delimiter(dialect.delimiter).terminator(csv::Terminator::CRLF).from_writer(out)
}

/// Writes rows after those that are there.
///
/// # Errors
/// Those of `out`.
pub fn append(rows: &[Row], dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = writer(dialect, out);
    for row in rows {
        csv.write_record(row.cells().iter().map(|cell| fit(guard(cell)).into_owned().into_bytes()))?;
    }
    csv.flush()
}

/// Keeps a cell from being anything but the words that it holds, with an apostrophe in front:
/// - a cell that a spreadsheet would run as a formula: its first character, white space aside, is one of `= + - @ |`, their full-width
///   forms, or `%`; or it starts with a tab or a line break;
/// - a cell that a spreadsheet would take for a date and show in its own way, with a year that nobody wrote: `May 5`, `3-1`, `12:30`.
///
/// Plain numbers (`-5`, `+3.5`, `12%`, `-1,200.50`) stay as they are.
///
/// ```
/// use muqabala::report::csv::guard;
/// assert_eq!(guard("=1+1"), "'=1+1");
/// assert_eq!(guard("- قال"), "'- قال");
/// assert_eq!(guard("-5.5%"), "-5.5%");
/// assert_eq!(guard("Monday, May 5"), "'Monday, May 5");
/// ```
pub fn guard(cell: &str) -> Cow<'_, str> {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(['\t', '\r', '\n']) || (cell.trim_start().starts_with(runs) && !is_plain_number(cell)) || is_date(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell that [`guard`] was given.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|bare| guard(bare) == cell).unwrap_or(cell)
}

/// A sign, digits with their separators, a percent sign: nothing that could be run.
fn is_plain_number(cell: &str) -> bool {
    let body = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let body = body.strip_suffix(['%', '٪']).unwrap_or(body);
    body.starts_with(|c| digit(c).is_some()) && body.chars().all(|c| digit(c).is_some() || matches!(c, '.' | ',' | '٫' | '٬'))
}

/// Longest cell, in bytes, that a spreadsheet would take for a date: a weekday, a day, a month and a year in Arabic letters have room.
const DATE_LIMIT: usize = 80;

/// Whether the whole cell is a date or time with figures, or figures that are parted like those of one.
fn is_date(cell: &str) -> bool {
    if cell.len() > DATE_LIMIT || !cell.contains(|c| digit(c).is_some()) || is_plain_number(cell) {
        return false;
    }
    let parts = cell.split(['-', '/', ':']);
    let figures = |part: &str| !part.is_empty() && part.chars().all(|c| digit(c).is_some());
    let whole = |lang| dates(&Tokens::new(lang, cell)).iter().any(|date| date.span == Span::whole(cell));
    (cell.contains(['-', '/', ':']) && parts.map(str::trim).all(figures)) || Lang::detect(cell).is_some_and(whole)
}

/// `cell`, cut to what a spreadsheet holds.
pub(super) fn fit(cell: Cow<'_, str>) -> Cow<'_, str> {
    // A character has at least as many bytes as UTF-16 units, so short texts need no count.
    if cell.len() <= CELL_LIMIT || cell.encode_utf16().count() <= CELL_LIMIT {
        return cell;
    }
    let room = CELL_LIMIT - CUT.encode_utf16().count();
    let mut units = 0;
    let end = cell.char_indices().find_map(|(at, c)| {
        units += c.len_utf16();
        (units > room).then_some(at)
    });
    Cow::Owned(format!("{}{CUT}", &cell[..end.unwrap_or(cell.len())]))
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::*;
    use crate::finding::{Kind, Severity};

    fn written(rows: &[Row], dialect: Dialect) -> String {
        let mut out = Vec::new();
        write(rows, dialect, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn quoted() -> Row {
        let source = ("He said \"no\", twice.", "\"no\"");
        row("dropped-claim", Kind::Dropped, Severity::Major, 0.9, source, ("قال، لا.", ""), "=not a formula")
    }

    #[test]
    fn rows_are_rfc_4180_after_a_byte_order_mark() {
        let text = written(&[quoted()], Dialect::default());
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0], format!("\u{FEFF}{}", COLUMNS.join(",")));
        assert!(lines[1].contains(r#","He said ""no"", twice.",قال، لا.,"""no""",,,,'=not a formula,,"#), "{}", lines[1]);
        assert_eq!(lines[2], "");
    }

    #[test]
    fn a_report_without_findings_still_has_its_header() {
        let plain = Dialect { bom: false, delimiter: b';' };
        assert_eq!(written(&[], plain), COLUMNS.join(";") + "\r\n");
    }

    #[test]
    fn rows_can_be_read_back() {
        let text = written(&[quoted()], Dialect { bom: false, delimiter: b'\t' });
        let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(text.as_bytes());
        let back: Row = reader.deserialize().next().unwrap().unwrap();
        assert_eq!(back.source, quoted().source);
        assert_eq!((back.kind, back.target_line, back.confidence), (Kind::Dropped, Some(14), 0.9));
    }

    #[test]
    fn formulas_are_made_harmless() {
        for cell in [
            "=1",
            "+cmd",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "\nx",
            "|x",
            "%x",
            " =1",
            "\u{A0}=1",
            "＝1",
            "-",
            "--5",
            "+",
            "5%%".trim_start_matches('5'),
        ] {
            assert_eq!(guard(cell), format!("'{cell}"));
        }
    }

    #[test]
    fn dates_stay_as_they_were_written() {
        let dates = [
            "May 5",
            "5 May",
            "Monday, May 5",
            "November 12, 2024",
            "March 2022",
            "3-1",
            "2/3",
            "12:30",
            "٣-١",
            "5 مايو",
            "يوم الاثنين 15 آذار",
        ];
        for cell in dates {
            assert_eq!(guard(cell), format!("'{cell}"));
        }
    }

    #[test]
    fn numbers_and_words_stay() {
        for cell in [
            "2024",
            "May",
            "Monday",
            "14 ships",
            "14 سفينة",
            "two weeks",
            "20.000",
            "3-1 at home",
            "on May 5 in Aden",
            "a-b",
            "-5",
            "+3.5",
            "12%",
            "-5%",
            "+1,200.50",
            "-٣٫٥٪",
            "5",
            "",
            "a=b",
            "«-5»",
            "– dash",
            "قال -5",
            "'quoted'",
        ] {
            assert_eq!(guard(cell), cell);
        }
    }

    #[test]
    fn cells_fit_excel() {
        let long = "س".repeat(CELL_LIMIT);
        assert_eq!(fit(Cow::Borrowed(&long)), long);
        let longer = format!("{}𝄞", "س".repeat(CELL_LIMIT - 1));
        let cut = fit(Cow::Borrowed(&longer));
        assert_eq!(cut.encode_utf16().count(), CELL_LIMIT);
        assert!(cut.ends_with(CUT));
    }
}
