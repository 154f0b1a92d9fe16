//! Times of the clock in both languages.

use super::reader::{Part, Reader};
use super::value::{Half, PartOfDay, Time, Value};
use super::vocabulary::{Count, Term};
use crate::lang::token::{Capital, Kind};

impl Time {
    /// The time as one of 24 hours where the half is known; nothing when there is no such time.
    pub(super) fn new(hour: u32, minute: u32, half: Option<Half>) -> Option<Self> {
        if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
            return None;
        }
        let (hour, half) = match (hour, half) {
            (0 | 24, _) => (0, Some(Half::Am)),
            (13.., _) => (hour, Some(Half::Pm)),
            (12, Some(Half::Am)) => (0, half),
            (12, _) | (_, None | Some(Half::Am)) => (hour, half),
            (_, Some(Half::Pm)) => (hour + 12, half),
        };
        Some(Self { hour: hour as u8, minute: minute as u8, half })
    }

    /// The time in the half of the day that `part` says, if it was open.
    pub(super) fn in_part(self, part: PartOfDay) -> Self {
        let half = match (part, self.hour) {
            (PartOfDay::Dawn | PartOfDay::Morning, _) | (PartOfDay::Night | PartOfDay::Midnight, 12 | 1..=4) | (PartOfDay::Noon, 11) => Half::Am,
            _ => Half::Pm,
        };
        if self.half.is_some() { self } else { Self::new(u32::from(self.hour), u32::from(self.minute), Some(half)).unwrap_or(self) }
    }

    /// The part of the day it is in, when its half is known.
    pub(super) fn part(self) -> Option<PartOfDay> {
        self.half.map(|_| match self.hour {
            0 => PartOfDay::Midnight,
            1..=5 => PartOfDay::Dawn,
            6..=11 => PartOfDay::Morning,
            12 => PartOfDay::Noon,
            13..=17 => PartOfDay::Afternoon,
            18..=20 => PartOfDay::Evening,
            _ => PartOfDay::Night,
        })
    }
}

fn part(time: Time, first: usize, end: usize) -> Part {
    Part::certain(Value { time: Some(time), ..Value::default() }, first, end)
}

/// `09:30`, `9:30`: the hour, the minute, and the token after them.
fn colon(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    let hour = reader.number(i, 2).filter(|h| *h <= 24)?;
    let minute = reader.digits(i + 2, 2).filter(|m| m.len() == 2)?;
    let glued = reader.glued(i + 1) && reader.glued(i + 2) && reader.is(i + 1, &[":"]);
    let larger = reader.glued(i + 3) && reader.is(i + 3, &[":"]) || reader.glued(i) && reader.follows(i, &[":", "."]);
    (glued && !larger).then_some((hour, minute.parse().ok()?, i + 3))
}

/// `9.30`.
fn point(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    if reader.kind(i) != Some(Kind::Number) {
        return None;
    }
    let (hour, minute) = reader.word(i).split_once('.')?;
    let digits = |s: &str| s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit());
    (digits(hour) && digits(minute) && minute.len() == 2).then_some((hour.parse().ok()?, minute.parse().ok()?, i + 1))
}

/// `2100` before a time zone.
fn military(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    let digits = reader.digits(i, 4).filter(|d| d.len() == 4)?;
    let (hour, minute) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    let hours = reader.is(i + 1, &["hours"]) && reader.follows(i, &["at", "by", "until", "from", "around"]);
    let clear = zone(reader, i + 1) || hours || reader.before(i).ends_with("الساعه");
    clear.then_some((hour, minute, i + 1))
}

/// Whether a time zone stands at `i`.
fn zone(reader: &Reader, i: usize) -> bool {
    const ENGLISH: [&str; 10] = ["gmt", "utc", "bst", "est", "edt", "cet", "cest", "et", "pst", "pt"];
    const ARABIC: [&str; 5] = ["بتوقيت", "توقيت", "غرينتش", "جرينتش", "تغ"];
    reader.is(i, &ARABIC) || reader.is(i, &ENGLISH) && reader.capital(i) == Capital::All
}

/// Times in English: `09:30`, `9.30am`, `9 pm`, `nine o'clock`, `half past nine`, `2100 GMT`, `9-11am`.
pub(super) fn english(reader: &Reader, i: usize) -> Vec<Part> {
    if let Some((hour, end)) = hour(reader, i) {
        // `9-11am`: the first takes the half of the second.
        if reader.dash(end) || reader.is(end, &["to", "and"]) {
            let second = clocked(reader, end + 1).filter(|(time, _)| time.half.is_some());
            let first = second.and_then(|(time, _)| Time::new(hour, 0, time.half));
            if let (Some(first), Some((second, after)), Some(_)) = (first, second, reader.number(i, 2)) {
                return vec![part(first, i, end), part(second, end + 1, after)];
            }
        }
    }
    if let Some((time, end)) = clocked(reader, i).or_else(|| spoken(reader, i)) {
        // `3:08 left` is what the clock of a game says.
        let certain = !reader.is(end, &["left", "remaining", "minutes", "into"]);
        return vec![Part { certain, ..part(time, i, end) }];
    }
    // `at 9` and `at 23.45` may be times; `at 9 in the morning` is one.
    let read = point(reader, i).or_else(|| hour(reader, i).map(|(hour, end)| (hour, 0, end)));
    let read = read.filter(|_| reader.follows(i, &["at", "by", "until", "around", "about", "from", "before", "after", "since"]));
    let time = read.and_then(|(hour, minute, end)| Some((Time::new(hour, minute, None)?, end)));
    let plain = |end: usize| reader.kind(end) != Some(Kind::Word) || reader.is(end, &["in", "on", "at", "this", "every"]);
    time.filter(|(_, end)| plain(*end)).map_or_else(Vec::new, |(time, end)| vec![Part { certain: false, ..part(time, i, end) }])
}

/// A time whose form leaves no doubt.
fn clocked(reader: &Reader, i: usize) -> Option<(Time, usize)> {
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
    let time = if past { Time::new(hour, minute, half) } else { Time::new(if hour == 1 { 12 } else { hour - 1 }, 60 - minute, half) };
    Some((time?, end))
}

/// An hour from 1 to 12, in digits or as a cardinal.
fn hour(reader: &Reader, i: usize) -> Option<(u32, usize)> {
    let digits = reader.number(i, 2).map(|n| (n, i + 1));
    let read = digits.or_else(|| reader.term(i, |t| if let Term::Cardinal(n) = t { Some(n) } else { None }));
    read.filter(|(n, _)| (1..=12).contains(n))
}

/// `am`, `p.m.`, `ص`, `م`.
fn half(reader: &Reader, i: usize) -> (Option<Half>, usize) {
    let pointed = reader.token(i).is_some_and(|t| t.span.len() == 3) && reader.glued(i + 1) && reader.is(i + 1, &["."]);
    let end = i + 1 + usize::from(pointed);
    match reader.word(i) {
        "am" | "ص" => (Some(Half::Am), end),
        "pm" | "م" => (Some(Half::Pm), end),
        _ => (None, i),
    }
}

/// Times in Arabic: `الساعة التاسعة والنصف`, `التاسعة صباحا`, `الساعة 9:30`, `9 مساء`.
pub(super) fn arabic(reader: &Reader, i: usize) -> Vec<Part> {
    let named = reader.word(i).ends_with("الساعه") || reader.word(i) == "للساعه";
    let at = i + usize::from(named);
    let exact = if named { point(reader, at) } else { None }.or_else(|| colon(reader, at)).or_else(|| military(reader, at));
    let digits = exact.is_some() || reader.number(at, 2).is_some();
    let Some((hour, minute, end)) = exact.or_else(|| arabic_hour(reader, at)) else { return Vec::new() };
    let (half, end) = half(reader, end);
    let part_follows = reader.term(end, |t| if let Term::Part(_) = t { Some(()) } else { None }).is_some();
    let adverb = reader.word(end).ends_with('ا') || reader.is(end, &["بعد", "مساء", "قبل"]);
    let lasting = reader.is(end, &["دقيقه", "دقائق", "ثانيه"]);
    let clear = named || digits && half.is_some() || exact.is_some() || part_follows && adverb;
    // `9:30 م` is evening, `2014 م` is a year: only an hour can have a half.
    // `حالتان في الساعة الواحدة` is a rate.
    let rate = named && reader.word(at) == "الواحده" && half.is_none() && !part_follows;
    match Time::new(hour, minute, half) {
        Some(time) if clear => vec![Part { certain: !rate && !lasting, ..part(time, i, end) }],
        _ => Vec::new(),
    }
}

/// An hour with its quarters: `التاسعة والنصف`, `العاشرة إلا ربعا`, `9 و20 دقيقة`.
fn arabic_hour(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    let feminine = |t| if let Term::Ordinal(n @ 1..=12) = t { Some(u32::from(n)) } else { None };
    let (hour, end) = if let Some(n) = reader.number(i, 2) {
        (n, i + 1)
    } else if reader.word(i) == "الواحده" {
        (1, i + 1)
    } else {
        reader.term(i, feminine).filter(|_| reader.word(i).ends_with('ه'))?
    };
    if !(1..=24).contains(&hour) {
        return None;
    }
    let fraction = |word: &str| match word.trim_start_matches("ال").trim_end_matches('ا') {
        "نصف" => Some(30),
        "ثلث" => Some(20),
        "ربع" => Some(15),
        _ => None,
    };
    if reader.is(end, &["الا"])
        && let Some(minutes) = fraction(reader.word(end + 1))
    {
        return Some((if hour == 1 { 12 } else { hour - 1 }, 60 - minutes, end + 2));
    }
    if let Some(minutes) = reader.word(end).strip_prefix('و').and_then(fraction) {
        return Some((hour, minutes, end + 1));
    }
    let counted = match reader.number(end + 1, 2).filter(|_| reader.is(end, &["و"])) {
        Some(minutes) => Some((minutes, end + 2)),
        None => reader.term(end, |t| if let Term::Cardinal(n) = t { Some(n) } else { None }).filter(|_| reader.word(end).starts_with('و')),
    };
    let is_minute = |at| reader.term(at, |t| matches!(t, Term::Unit(super::value::Unit::Minute, Count::One | Count::Many)).then_some(()));
    Some(match counted.filter(|(minutes, _)| *minutes < 60).and_then(|(m, at)| is_minute(at).map(|((), after)| (m, after))) {
        Some((minutes, after)) => (hour, minutes, after),
        None => (hour, 0, end),
    })
}
