//! Days and months in English.

use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::{Calendar, Value};
use super::counted;
use crate::lang::token::{Capital, Kind};

/// A month, with the days before or after it: `19 June`, `the 19th of June`, `June 19`, `2-5 June`, `June 2, 3 and 5`.
pub(in super::super) fn days(reader: &Reader, i: usize) -> Vec<Part> {
    if let Some((month, certain, after)) = month(reader, i) {
        let list = days_after(reader, after + usize::from(reader.is(after, &[".", "the"])));
        if list.is_empty() {
            return vec![Part { value: month, first: i, end: after, certain, listed: false }];
        }
        return Part::series(&list, i, 0, |day| Value { day: Some(day), ..month });
    }
    let list = days_before(reader, i);
    let Some(&(_, _, end)) = list.last() else { return Vec::new() };
    let at = end + usize::from(reader.is(end, &["of"]) || reader.dash(end));
    let Some((month, certain, after)) = month(reader, at) else { return Vec::new() };
    // `second March` and `first May` need their `of`.
    if reader.kind(i) != Some(Kind::Number) && at == end && !certain {
        return Vec::new();
    }
    Part::series(&list, i, after, |day| Value { day: Some(day), ..month })
}

/// Days joined by dashes, commas, `and`, `or`, `to`, before a month.
fn days_before(reader: &Reader, i: usize) -> Vec<(u8, usize, usize)> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((day, end)) = day(reader, at) {
        list.push((day, at, end));
        if !joined(reader, end) && !reader.is(end, &[","]) {
            break;
        }
        at = end + 1 + usize::from(reader.is(end + 1, &["the"]));
    }
    list
}

/// Days after a month. A number that counts a noun is no day (`June 5 and 20 people`), and `June 5-year plan` has none.
fn days_after(reader: &Reader, i: usize) -> Vec<(u8, usize, usize)> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((day, end)) = day(reader, at) {
        let compound =
            reader.glued(end) && reader.dash(end) && reader.kind(end + 1) == Some(Kind::Word) && reader.capital(end + 1) == Capital::Lower;
        let conjoined = !list.is_empty() && !reader.dash(at - 1);
        if compound || conjoined && counted(reader, end) {
            break;
        }
        list.push((day, at, end));
        // `June 2, 3 and 5`, but `June 5, 20 soldiers`: after a comma only what goes on to a last `and`.
        let enumerated = reader.is(end, &[","]) && day_and_more(reader, end + 1);
        if !enumerated && !joined(reader, end) {
            break;
        }
        at = end + 1 + usize::from(reader.is(end + 1, &["the"]));
    }
    list
}

fn day_and_more(reader: &Reader, i: usize) -> bool {
    day(reader, i).is_some_and(|(_, end)| reader.is(end, &["and"]) && day(reader, end + 1).is_some_and(|(_, last)| !counted(reader, last)))
}

fn joined(reader: &Reader, i: usize) -> bool {
    reader.dash(i) || reader.is(i, &["and", "or", "to", "through", "until", "/"])
}

/// `19`, `19th`, `nineteenth`.
pub(super) fn day(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    match numeric::day(reader, i) {
        Some(day) => {
            let ordinal = reader.glued(i + 1) && reader.is(i + 1, &["st", "nd", "rd", "th"]);
            Some((day, i + 1 + usize::from(ordinal)))
        }
        None => reader.ordinal(i).filter(|(n, _)| *n <= 31),
    }
}

/// A month name at `i`, whether it needs no neighbour, and the token after it.
fn month(reader: &Reader, i: usize) -> Option<(Value, bool, usize)> {
    let (value, end) = reader.month(i)?;
    if reader.capital(i) == Capital::Lower {
        return (value.calendar == Calendar::Hijri).then_some((value, false, end));
    }
    Some((value, month_is_certain(reader, i, end), end))
}

fn month_is_certain(reader: &Reader, i: usize, end: usize) -> bool {
    const PERIOD: [&str; 12] = ["in", "since", "until", "till", "during", "throughout", "early", "mid", "late", "last", "next", "this"];
    const PLACE: [&str; 6] = ["of", "for", "through", "from", "by", "and"];
    let word = reader.word(i);
    match word {
        // `Mrs May`, and `by May's team`.
        "may" => reader.token(i).is_some_and(|t| t.span.len() == 3) && reader.follows(i, &PERIOD),
        "march" => reader.follows(i, &PERIOD) || reader.follows(i, &PLACE),
        // `Mar`, `Sep` and such are a month before a point, as `Jan.`, or beside a day.
        _ if word.len() < 4 => reader.is(end, &["."]) && !matches!(word, "mar" | "sep"),
        // `April O'Neil said`, but `In April Trump said`.
        "april" | "june" | "august" => {
            let surname = matches!(reader.capital(end), Capital::Initial | Capital::Mixed) && reader.term(end, |_| Some(())).is_none();
            !surname || reader.follows(i, &PERIOD) || reader.follows(i, &PLACE)
        }
        _ => true,
    }
}
