//! What times of the clock have in common in both languages.

use super::reader::{Part, Reader};
use super::value::{Half, PartOfDay, Time, Value};
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

    /// `minutes` before an hour: `quarter to five`, `الخامسة إلا ربعا`.
    pub(super) fn before(hour: u32, minutes: u32, half: Option<Half>) -> Option<Self> {
        Self::new(if hour == 1 { 12 } else { hour.checked_sub(1)? }, 60 - minutes, half)
    }

    /// The time in the half of the day that `part` says, if it was open.
    pub(super) fn in_part(self, part: PartOfDay) -> Self {
        let half = match (part, self.hour) {
            (PartOfDay::Dawn | PartOfDay::Morning, _) | (PartOfDay::Night | PartOfDay::Midnight, 12 | 1..=4) | (PartOfDay::Noon, 11) => {
                Half::Am
            }
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

/// A part that says a time.
pub(super) fn on_clock(time: Time, first: usize, end: usize) -> Part {
    Part::certain(Value { time: Some(time), ..Value::default() }, first, end)
}

/// `09:30`, `9:30`: the hour, the minute, and the token after them.
pub(super) fn colon(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    let hour = reader.number(i, 2).filter(|h| *h <= 24)?;
    let minute = reader.digits(i + 2, 2).filter(|m| m.len() == 2)?;
    let glued = reader.glued(i + 1) && reader.glued(i + 2) && reader.is(i + 1, &[":"]);
    let larger = reader.glued(i + 3) && reader.is(i + 3, &[":"]) || reader.glued(i) && reader.follows(i, &[":", "."]);
    (glued && !larger).then_some((hour, minute.parse().ok()?, i + 3))
}

/// `9.30`.
pub(super) fn point(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    if reader.kind(i) != Some(Kind::Number) {
        return None;
    }
    let (hour, minute) = reader.word(i).split_once('.')?;
    let digits = |s: &str| s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit());
    (digits(hour) && digits(minute) && minute.len() == 2).then_some((hour.parse().ok()?, minute.parse().ok()?, i + 1))
}

/// `2100` before a time zone, `at 2100 hours`, `الساعة 2100`.
pub(super) fn military(reader: &Reader, i: usize) -> Option<(u32, u32, usize)> {
    let digits = reader.digits(i, 4).filter(|d| d.len() == 4)?;
    let (hour, minute) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    let hours = reader.is(i + 1, &["hours"]) && reader.follows(i, &["at", "by", "until", "from", "around"]);
    let clear = hours || zone(reader, i + 1) || reader.before(i).ends_with("الساعه");
    clear.then_some((hour, minute, i + 1))
}

/// Whether a time zone stands at `i`.
pub(super) fn zone(reader: &Reader, i: usize) -> bool {
    const ENGLISH: [&str; 10] = ["gmt", "utc", "bst", "est", "edt", "cet", "cest", "et", "pst", "pt"];
    const ARABIC: [&str; 5] = ["بتوقيت", "توقيت", "غرينتش", "جرينتش", "تغ"];
    reader.is(i, &ARABIC) || reader.is(i, &ENGLISH) && reader.capital(i) == Capital::All
}

/// `am`, `p.m.`, `ص`, `م`, and the token after it.
pub(super) fn half(reader: &Reader, i: usize) -> (Option<Half>, usize) {
    let end = i + 1 + usize::from(reader.pointed(i) && reader.glued(i + 1) && reader.is(i + 1, &["."]));
    match reader.word(i) {
        "am" | "ص" => (Some(Half::Am), end),
        "pm" | "م" => (Some(Half::Pm), end),
        _ => (None, i),
    }
}
