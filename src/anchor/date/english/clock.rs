//! Times of the clock in English.

use super::super::clock::{colon, half, military, on_clock, point, zone};
use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::Time;
use crate::lang::token::Kind;

/// `09:30`, `9.30am`, `9 pm`, `nine o'clock`, `half past nine`, `2100 GMT`, `9-11am`.
pub(super) fn time(reader: &Reader, i: usize) -> Vec<Part> {
    if let Some(range) = range(reader, i) {
        return range;
    }
    let Some((time, end)) = exact(reader, i).or_else(|| spoken(reader, i)) else { return Vec::new() };
    // `3:08 left` is what the clock of a game says.
    let certain = !reader.is(end, &["left", "remaining", "minutes", "into"]);
    vec![Part { certain, ..on_clock(time, i, end) }]
}

/// `at 9` and `at 23.45`, which may be times; `9 in the morning` is one.
pub(super) fn perhaps(reader: &Reader, i: usize) -> Vec<Part> {
    const BEFORE: [&str; 9] = ["at", "by", "until", "around", "about", "from", "before", "after", "since"];
    let Some((hour, minute, end)) = point(reader, i).or_else(|| hour(reader, i).map(|(hour, end)| (hour, 0, end))) else {
        return Vec::new();
    };
    let in_part = reader.is(end, &["in"]) && reader.is(end + 1, &["the"]) && reader.part_of_day(end + 2).is_some();
    let plain = reader.kind(end) != Some(Kind::Word) || reader.is(end, &["on", "at", "this", "every"]);
    let measured = numeric::measures(reader, end) || reader.is(end, &["°"]);
    let likely = reader.follows(i, &BEFORE) && plain && !measured;
    let time = Time::new(hour, minute, None).filter(|_| in_part || likely);
    time.map_or_else(Vec::new, |time| vec![Part { certain: false, ..on_clock(time, i, end) }])
}

/// `9-11am`: the first takes the half of the second.
fn range(reader: &Reader, i: usize) -> Option<Vec<Part>> {
    let first = reader.number(i, 2).filter(|hour| (1..=12).contains(hour))?;
    if !(reader.dash(i + 1) || reader.is(i + 1, &["to", "and"])) {
        return None;
    }
    let (second, after) = exact(reader, i + 2)?;
    let first = Time::new(first, 0, Some(second.half?))?;
    Some(vec![on_clock(first, i, i + 1), on_clock(second, i + 2, after)])
}

/// A time whose form leaves no doubt.
fn exact(reader: &Reader, i: usize) -> Option<(Time, usize)> {
    if let Some((hour, minute, end)) = colon(reader, i) {
        let (half, end) = half(reader, end);
        return Some((Time::new(hour, minute, half)?, end));
    }
    if let Some((hour, minute, end)) = point(reader, i) {
        let (half, after) = half(reader, end);
        return (half.is_some() || zone(reader, end)).then_some((Time::new(hour, minute, half)?, after));
    }
    if let Some((hour, minute, end)) = military(reader, i) {
        return Some((Time::new(hour, minute, None)?, end));
    }
    let (hour, end) = hour(reader, i)?;
    let (half, end) = half(reader, end);
    Some((Time::new(hour, 0, Some(half?))?, end))
}

/// `nine o'clock`, `half past nine`, `quarter to five`.
fn spoken(reader: &Reader, i: usize) -> Option<(Time, usize)> {
    if let Some((hour, end)) = hour(reader, i).filter(|(_, end)| reader.is(*end, &["o'clock"])) {
        let (half, end) = half(reader, end + 1);
        return Some((Time::new(hour, 0, half)?, end));
    }
    let minute = match reader.word(i) {
        "half" => 30,
        "quarter" => 15,
        _ => return None,
    };
    let past = reader.is(i + 1, &["past"]);
    if !(past || minute == 15 && reader.is(i + 1, &["to"])) {
        return None;
    }
    let (hour, end) = hour(reader, i + 2)?;
    let (half, end) = half(reader, end);
    let time = if past { Time::new(hour, minute, half) } else { Time::before(hour, minute, half) };
    Some((time?, end))
}

/// An hour from 1 to 12, in digits or as a cardinal.
fn hour(reader: &Reader, i: usize) -> Option<(u32, usize)> {
    let digits = reader.number(i, 2).map(|n| (n, i + 1));
    digits.or_else(|| reader.cardinal(i)).filter(|(n, _)| (1..=12).contains(n))
}
