//! JSON Lines: one row a line, for programs. Keys are the columns of [`super::row::COLUMNS`]; what is missing is `null`.

use std::io::{self, Write};

use super::row::Row;

/// Writes the rows, UTF-8, each an object on a line of its own.
///
/// # Errors
/// Those of `out`.
pub fn write(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
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
