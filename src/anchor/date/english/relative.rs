//! Times counted from now in English.

use super::super::meaning;
use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::{Direction, Relative, Unit, Value};
use super::super::vocabulary::{Count, Term};
use crate::lang::token::Capital;

/// `two days ago`, `a year and a half ago`, `years ago`; perhaps `for two days`, which Arabic too says with `منذ`.
pub(super) fn ago(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((mut relative, mut end)) = amount(reader, i) else { return Vec::new() };
    if let Some(after) = and_a_half(reader, end) {
        (relative.half, end) = (true, after);
    }
    let value = Value::from(relative);
    if reader.is(end, &["ago"]) {
        return vec![Part::certain(value, i, end + 1)];
    }
    if earlier(reader, end) || relative.unit >= Unit::Day && lasting(reader, i) { vec![Part::weak(value, i, end)] } else { Vec::new() }
}

/// `two days earlier`, `a week in advance`.
fn earlier(reader: &Reader, end: usize) -> bool {
    reader.is(end, &["earlier", "previously", "prior", "before", "beforehand", "back"])
        || reader.is(end, &["in"]) && reader.is(end + 1, &["advance"])
}

/// Whether `for`, `in` or `over`, or an approximation, stands before `i`: `for more than two years`.
fn lasting(reader: &Reader, i: usize) -> bool {
    const ABOUT: [&str; 11] = ["around", "about", "nearly", "almost", "over", "than", "least", "some", "roughly", "past", "last"];
    reader.follows(i, &ABOUT) || reader.follows(i, &["for", "in"])
}

/// A number of units: `two days`, `a couple of weeks`, `half a century`, `2.5 years`, `several months`, `years`.
fn amount(reader: &Reader, i: usize) -> Option<(Relative, usize)> {
    let mut relative = Relative { direction: Some(Direction::Past), amount: None, half: false, unit: Unit::Day };
    let mut at = i;
    if reader.is(at, &["half"]) && reader.is(at + 1, &["a", "an"]) {
        (relative.amount, relative.half) = (Some(0), true);
        at += 2;
    } else if reader.is(at, &["a", "an"]) {
        let vague = reader.is(at + 1, &["few"]);
        let couple = reader.is(at + 1, &["couple"]);
        relative.amount = if vague { None } else { Some(1 + u32::from(couple)) };
        at += 1 + usize::from(vague || couple);
    } else if reader.is(at, &["few", "several", "many", "some"]) {
        at += 1;
    } else if let Some((number, end)) = numeric::quantity(reader, at) {
        (relative.amount, relative.half, at) = (number.whole, number.half, end);
        if let Some(after) = and_a_half(reader, at) {
            (relative.half, at) = (true, after);
        }
    }
    at += usize::from(at > i && (reader.is(at, &["of"]) || reader.dash(at)));
    let ((unit, _), end) = reader.unit(at).filter(|((unit, _), _)| *unit != Unit::Weekend)?;
    relative.unit = unit;
    Some((relative, end))
}

fn and_a_half(reader: &Reader, i: usize) -> Option<usize> {
    let dash = usize::from(reader.dash(i));
    let words = [("and", i + dash), ("a", i + 1 + 2 * dash), ("half", i + 2 + 3 * dash)];
    words.iter().all(|(word, at)| reader.is(*at, &[word])).then_some(i + 3 + 3 * dash)
}

/// `last year`, `this week`, `next Thursday`, `last June`, `this morning`, `last night`, `this coming week`.
pub(super) fn adjacent(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((direction, at)) = reader.direction(i) else { return Vec::new() };
    // `following spring break` is after it.
    if !reader.is(i, &["last", "next", "this"]) && !reader.follows(i, &["the", "this", "its", "his", "her", "their", "our"]) {
        return Vec::new();
    }
    if let Some((second, after)) = reader.direction(at) {
        return period(reader, second, after).map_or_else(Vec::new, |(value, end)| vec![Part::certain(value, i, end)]);
    }
    let Some((mut value, mut end)) = period(reader, direction, at) else { return Vec::new() };
    // `the last week of June` is its end, not the week before this one, and `this week-long strike` is no week.
    // `the last Friday of Ramadan` is the last of several.
    let of_some = value.weekday.is_none() || reader.follows(i, &["the"]);
    let ending = reader.is(i, &["last"]) && of_some && reader.is(end, &["of"]) && !reader.is(end + 1, &["which"]);
    if ending || reader.glued(end) && reader.dash(end) {
        return Vec::new();
    }
    // `last Friday night` is of that Friday.
    if let Some((part, after)) = reader.part_of_day(end).filter(|_| value.weekday.is_some()) {
        (value.part, end) = (Some(part), after);
    }
    vec![Part { certain: counted_from_now(reader, i, end, &value), ..Part::certain(value, i, end) }]
}

/// `the year before last`, `the week after next`.
pub(super) fn second_next(reader: &Reader, i: usize) -> Vec<Part> {
    let Some(((unit, Count::One), end)) = reader.unit(i).filter(|_| reader.follows(i, &["the"])) else { return Vec::new() };
    let direction = match (reader.word(end), reader.word(end + 1)) {
        ("before", "last") => Direction::Past,
        ("after", "next") => Direction::Future,
        _ => return Vec::new(),
    };
    vec![Part::certain(Value::from(Relative::new(direction, 2, unit)), i, end + 2)]
}

fn period(reader: &Reader, direction: Direction, at: usize) -> Option<(Value, usize)> {
    reader.term(at, |t| match t {
        // `this day` and `the last day` are days, not today or yesterday.
        Term::Unit(Unit::Day, _) if direction == Direction::Present || reader.follows(at, &["past", "last", "coming"]) => None,
        Term::Month(_) | Term::Weekday(_) if reader.capital(at) == Capital::Lower => None,
        Term::Tonight | Term::Relative(_) => None,
        t => meaning::directed(t, direction),
    })
}

/// `the last year` may be the last of some, `the next day` and `the previous day` are counted from another day, `This Morning` is a title.
fn counted_from_now(reader: &Reader, i: usize, end: usize, value: &Value) -> bool {
    let then = reader.is(i, &["following", "previous", "preceding", "prior"]);
    let one_of_some = reader.is(i, &["last", "next"]) && reader.follows(i, &["the"]) && value.weekday.is_none();
    // `her last decade`, `his last month in office` are of a life, or of what somebody did.
    let of_somebody =
        reader.is(i, &["last", "next"]) && reader.follows(i, &["his", "her", "their", "my", "our", "your"]) && value.weekday.is_none();
    let lately = i > 1 && reader.is(i - 2, &["in", "over", "during", "for", "within", "of"]);
    let next_day = value.relative.is_some_and(|r| r.unit == Unit::Day && r.direction == Some(Direction::Future));
    let title = value.weekday.is_none() && value.month.is_none() && reader.capital(end - 1) == Capital::Initial;
    !then && !next_day && !title && !of_somebody && (!one_of_some || lately)
}
