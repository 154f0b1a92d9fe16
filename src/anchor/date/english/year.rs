//! Years, decades and centuries in English.

use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::{Calendar, Value};
use super::calendar::day;
use super::counted;
use crate::lang::token::{Capital, Kind};

/// `19th century`, `the eighteenth and nineteenth centuries`, `12th-13th century`, `5th century BC`.
pub(super) fn centuries(reader: &Reader, i: usize) -> Vec<Part> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((n, end)) = day(reader, at) {
        list.push((n, at, end));
        let mut next = end + usize::from(reader.dash(end) && reader.is(end + 1, &["and", "to", "or"]));
        let dashed = (reader.dash(next) || reader.is(next, &["/"])) && day(reader, next + 1).is_some();
        if !(dashed || reader.is(next, &["and", "to", "or", ","])) {
            break;
        }
        next += 1;
        at = next + usize::from(reader.is(next, &["the"])) + usize::from(reader.is(next, &["early", "late"]));
    }
    let Some(&(_, _, end)) = list.last() else { return Vec::new() };
    let at = end + usize::from(reader.dash(end));
    let cardinal = reader.kind(i) == Some(Kind::Number) && end == i + 1;
    if cardinal || !reader.is(at, &["century", "centuries"]) {
        return Vec::new();
    }
    let (sign, _, after) = era(reader, at + 1);
    let value = |n: u8| Value { century: Some(i32::from(n) * sign.unwrap_or(1)), ..Value::default() };
    Part::series(&list, i, after, value)
}

/// −1 after `BC`, 1 after `AD`; the Hijri calendar after `AH`.
fn era(reader: &Reader, i: usize) -> (Option<i32>, Calendar, usize) {
    let point = usize::from(reader.is(i + 1, &["."]) && reader.glued(i + 1) && reader.pointed(i));
    match reader.word(i) {
        "hijri" => (Some(1), Calendar::Hijri, i + 1),
        _ if reader.capital(i) != Capital::All => (None, Calendar::Gregorian, i),
        "bc" | "bce" => (Some(-1), Calendar::Gregorian, i + 1 + point),
        "ad" | "ce" => (Some(1), Calendar::Gregorian, i + 1 + point),
        "ah" => (Some(1), Calendar::Hijri, i + 1 + point),
        _ => (None, Calendar::Gregorian, i),
    }
}

/// `1980s`, `the '80s`, `the eighties`; not `in his eighties`.
pub(super) fn decade(reader: &Reader, i: usize) -> Vec<Part> {
    const OWNERS: [&str; 7] = ["his", "her", "their", "my", "your", "our", "its"];
    const BEFORE: [&str; 9] = ["the", "early", "mid", "late", "-", "and", "'", "’", "‘"];
    let aged = (1..=3).any(|back| i >= back && reader.is(i - back, &OWNERS));
    let known = reader.follows(i, &BEFORE);
    if aged {
        return Vec::new();
    }
    if let Some((value, end)) = reader.decade(i) {
        return if known { vec![Part::certain(value, i, end)] } else { Vec::new() };
    }
    let Some((digits, end)) = plural(reader, i) else { return Vec::new() };
    let Ok(number) = digits.parse::<i32>() else { return Vec::new() };
    let short = digits.len() == 2 && (20..100).contains(&number) && known;
    if number % 10 != 0 || !(short || digits.len() == 4 && (1000..2100).contains(&number)) {
        return Vec::new();
    }
    let century = (!short).then(|| number / 100 + 1);
    vec![Part::certain(Value { decade: Some((number % 100) as u8), century, ..Value::default() }, i, end)]
}

/// `1980s`, `1980's`: the digits before the s.
fn plural<'a>(reader: &Reader<'a>, i: usize) -> Option<(&'a str, usize)> {
    if reader.kind(i) != Some(Kind::Number) || numeric::numbered(reader, i) {
        return None;
    }
    let word = reader.word(i);
    match word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
        Some(digits) => Some((digits, i + 1)),
        None => (reader.glued(i + 1) && reader.is(i + 1, &["s"])).then_some((word, i + 2)),
    }
}

/// `300 BC`, `512-511 BC`, `AD 70`, `the year 476`, `806 AH`; perhaps `in 363`.
pub(super) fn named(reader: &Reader, i: usize) -> Vec<Part> {
    const BEFORE: [&str; 9] = ["in", "by", "since", "until", "from", "to", "before", "after", "around"];
    let before = era(reader, i).0.filter(|sign| *sign > 0);
    let named = before.is_some() || reader.is(i, &["year"]);
    let at = i + usize::from(named);
    let year_at = |at| reader.number(at, 4).filter(|year| *year > 0);
    let Some(year) = year_at(at) else { return Vec::new() };
    let second = year_at(at + 2).filter(|_| reader.dash(at + 1) || reader.is(at + 1, &["to", "and"]));
    if let (Some(second), (Some(sign), calendar, end)) = (second, era(reader, at + 3)) {
        let value = |year: u32| Value { year: Some(year as i32 * sign), calendar, ..Value::default() };
        return vec![Part::certain(value(year), i, at + 1), Part::certain(value(second), at + 2, end)];
    }
    let (after, calendar, end) = era(reader, at + 1);
    let value = Value { year: Some(year as i32 * after.unwrap_or(1)), calendar, ..Value::default() };
    let certain = before.or(after).is_some() || named && year >= 100;
    let perhaps = (100..1000).contains(&year) && reader.follows(i, &BEFORE) && !counted(reader, end) && !numeric::measures(reader, end);
    if certain || perhaps { vec![Part { certain, ..Part::certain(value, i, end) }] } else { Vec::new() }
}

/// A bare number as a year: certain after `in` or `since`, and where no noun that it could count follows.
pub(super) fn bare(reader: &Reader, i: usize) -> Vec<Part> {
    let Some(year) = numeric::year(reader, i) else { return Vec::new() };
    let value = Value { year: Some(year), ..Value::default() };
    let certain = is_year(reader, i, year) && !numeric::labelled(reader, i);
    let mut parts = vec![Part { certain, ..Part::certain(value, i, i + 1) }];
    parts.extend(numeric::short_range(reader, i, year));
    parts
}

fn is_year(reader: &Reader, i: usize, year: i32) -> bool {
    const STRONG: [&str; 10] = ["in", "since", "during", "circa", "until", "till", "year", "mid", "early", "late"];
    const WEAK: [&str; 11] = ["by", "before", "after", "from", "to", "of", "for", "between", "through", "and", "or"];
    const NEVER: [&str; 7] = ["than", "at", "with", "over", "nearly", "about", "around"];
    let modern = (1900..=2100).contains(&year);
    let round = year % 100 == 0;
    let counted = counted(reader, i + 1);
    // `By 1340, the city ...`, `the 1858 Treaty`.
    let adverbial = reader.is(i + 1, &[","]) && reader.follows(i, &["by"]);
    let named = reader.follows(i, &["the"]) && reader.capital(i + 1) == Capital::Initial;
    if reader.follows(i, &STRONG) {
        !counted || modern && !round && reader.follows(i, &["in", "since"])
    } else if bracketed(reader, i) || adverbial || named {
        true
    } else if reader.follows(i, &WEAK) {
        modern && !counted && (!round || year == 2000 && !reader.follows(i, &["to", "for"]))
    } else if reader.follows(i, &["the", "a", "this", "its", "his", "their"]) {
        modern && !(round && counted)
    } else {
        (1900..=2050).contains(&year) && !counted && !round && !reader.follows(i, &NEVER)
    }
}

/// `(2014)`, `(1914-1918)`, `(born 1950)`.
fn bracketed(reader: &Reader, i: usize) -> bool {
    let life = i > 1 && reader.is(i - 2, &["("]) && reader.follows(i, &["born", "b", "d", "c", "died", "since"]);
    let open = reader.follows(i, &["(", "["]) || life;
    open && (reader.is(i + 1, &[")", ",", "]", ";"]) || reader.dash(i + 1))
}
