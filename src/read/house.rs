//! House lexicons: what an archive taught, in a file that people read and correct.

use std::io::{self, Write};
use std::path::Path;

use super::{content, input};
use crate::error::Error;
use crate::lexicon::{Class, Entry, Learned, weight};

/// The first lines of a house lexicon, for those who open it.
const HEAD: &str = "\
# House lexicon of muqabala: translations that an archive taught, the surest first. Use it with --lexicon.
# It is yours to edit: take out lines that are wrong, add lines of your own (english TAB arabic is enough).
# found: share of the sentences with the word in which its translation was found; often: how often it stands in 1,000,000 words.
english\tarabic\tenglish found\tenglish often\tarabic found\tarabic often
";

/// Writes what was learned.
///
/// # Errors
/// Those of `out`.
pub fn write_house(learned: &[Learned], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    for Learned { entry, concept, form } in learned {
        let (english, arabic) = (&entry.english[0].shown, &entry.arabic[0].shown);
        let often = |q: f32| f64::from(q) * 1e6;
        writeln!(out, "{english}\t{arabic}\t{:.3}\t{:.1}\t{:.3}\t{:.1}", concept.0, often(concept.1), form.0, often(form.1))?;
    }
    Ok(())
}

/// Reads what [`write_house`] wrote and people edited: English and Arabic, parted by a tab; the four numbers behind may be missing.
/// Lines that start with `#` are remarks.
///
/// # Errors
/// Those of [`super::text`]; and a line that is no entry, with its number.
pub fn house(path: &Path) -> Result<Vec<Learned>, Error> {
    let text = content(path)?;
    let mut learned = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let is_header = line.starts_with("english\tarabic");
        if line.trim().is_empty() || line.starts_with('#') || is_header {
            continue;
        }
        let entry = entry(line).map_err(|(cause, remedy)| input(path, Some(n as u64 + 1), cause, remedy))?;
        learned.push(entry);
    }
    Ok(learned)
}

fn entry(line: &str) -> Result<Learned, (&'static str, &'static str)> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let (english, arabic) = (cells[0], cells.get(1).copied().unwrap_or_default());
    let entry = Entry::new(Class::Word, std::iter::once(english), std::iter::once(arabic))
        .ok_or(("has no English and Arabic word", "write a line as: word TAB كلمة"))?;
    let number = |cell: usize, least: f32, most: f32, missing: f32| match cells.get(cell).copied().filter(|c| !c.is_empty()) {
        None => Ok(missing),
        Some(text) => {
            let number = text.parse::<f32>().ok().filter(|n| (least..=most).contains(n));
            number.ok_or(("has a number that is none, or is too large", "correct it, or take the numbers of the line out"))
        }
    };
    let often = |cell: usize| number(cell, 0.0, 1e6, weight::RARE * 1e6).map(|n| (n / 1e6).max(1e-9));
    let found = |cell: usize, missing: f32| number(cell, 0.0, 1.0, missing).map(|p| p.clamp(0.02, 0.985));
    let concept = (found(2, weight::default_p1(Class::Word))?, often(3)?);
    Ok(Learned { entry, concept, form: (found(4, weight::ARABIC_P1)?, often(5)?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Learned>, Error> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("written");
        house(file.path())
    }

    #[test]
    fn what_was_written_is_read_again_and_may_be_edited() {
        let learned = read("# mine\nwadi\tواد\nsouk\tسوق\t0.8\t12.5\t0.7\t20\n").expect("a lexicon");
        assert_eq!((learned[0].concept.0, learned[1].concept.0), (weight::default_p1(Class::Word), 0.8));
        let mut out = Vec::new();
        write_house(&learned, &mut out).expect("written");
        let again = read(&String::from_utf8(out).expect("text")).expect("a lexicon");
        assert_eq!(again.iter().map(|l| &l.entry).collect::<Vec<_>>(), learned.iter().map(|l| &l.entry).collect::<Vec<_>>());
        assert!((again[1].form.1 - 2e-5).abs() < 1e-7);
    }

    #[test]
    fn a_line_that_is_no_entry_is_named() {
        for (text, told) in [("wadi\n", ":1: has no English and Arabic word"), ("#\nwadi\tواد\tmuch\n", ":2: has a number that is none")]
        {
            let error = read(text).expect_err("no entry").to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
