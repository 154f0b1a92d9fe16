//! How English writes dates.

pub(super) mod calendar;
mod clock;
mod relative;
mod word;
mod year;

use super::numeric;
use super::reader::{Part, Reader, Rule};
use crate::lang::token::{Capital, Kind};

/// Every piece of a date in an English text.
pub(super) fn read(reader: &Reader) -> Vec<Part> {
    const RULES: [Rule; 13] = [
        numeric::date,
        clock::time,
        relative::second_next,
        relative::ago,
        relative::adjacent,
        calendar::days,
        year::centuries,
        year::decade,
        year::named,
        word::edge,
        word::single,
        year::bare,
        clock::perhaps,
    ];
    const OPENING: [&str; 13] = ["half", "quarter", "a", "an", "few", "several", "many", "some", "year", "hijri", "ad", "ce", "ah"];
    reader.scan(&RULES, &OPENING)
}

/// Whether the word at `i` is one that a number before it would count: a plural in lower case.
fn counted(reader: &Reader, i: usize) -> bool {
    const PLURALS: [&str; 12] = ["people", "men", "women", "children", "percent", "per", "other", "more", "police", "feet", "staff", "of"];
    #[rustfmt::skip]
    const SINGULARS: [&str; 14] = [
        "this", "does", "sees", "says", "across", "whereas", "plus", "versus", "besides", "always", "perhaps", "towards",
        "afterwards", "thus",
    ];
    if reader.kind(i) != Some(Kind::Word) || reader.capital(i) != Capital::Lower {
        return false;
    }
    let word = reader.word(i);
    PLURALS.contains(&word) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !SINGULARS.contains(&word)
}
