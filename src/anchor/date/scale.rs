//! The scales that two dates are compared on: years, the clock, and now.

use super::fields::Fields;
use super::value::{Calendar, Direction, PartOfDay, Relative, Time, Unit, Value};

/// How two fields relate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Exact,
    Related,
    Conflict,
    None,
}

impl Link {
    pub(super) fn equal<T: PartialEq>(a: Option<T>, b: Option<T>) -> Self {
        match (a, b) {
            (Some(a), Some(b)) if a == b => Self::Exact,
            (Some(_), Some(_)) => Self::Conflict,
            _ => Self::None,
        }
    }

    fn possible(possible: bool) -> Self {
        if possible { Self::Related } else { Self::Conflict }
    }
}

/// Year, decade and century are one scale.
pub(super) fn years(a: &Value, b: &Value) -> Link {
    match (span(a), span(b)) {
        (Some(x), Some(y)) if x == y => Link::Exact,
        (Some(x), Some(y)) => Link::possible(x.0 <= y.1 && y.0 <= x.1),
        _ => decades(a, b),
    }
}

/// `the eighties`, of a century that is not said.
fn decades(a: &Value, b: &Value) -> Link {
    let decade = |v: &Value| v.decade.map(i32::from).or_else(|| v.year.map(|y| y.rem_euclid(100) / 10 * 10));
    match (decade(a), decade(b)) {
        (Some(x), Some(y)) if x == y => {
            if a.fields() == b.fields() {
                Link::Exact
            } else {
                Link::Related
            }
        }
        (Some(_), Some(_)) => Link::Conflict,
        _ => Link::None,
    }
}

/// The first and the last year that a value can mean.
fn span(value: &Value) -> Option<(i32, i32)> {
    if let Some(year) = value.year {
        return Some((year, year));
    }
    let century = value.century?;
    let first = if century > 0 { (century - 1) * 100 } else { century * 100 };
    Some(match value.decade {
        Some(decade) => (first + i32::from(decade), first + i32::from(decade) + 9),
        None => (first, first + 99),
    })
}

/// Time and part of the day are one scale.
pub(super) fn clocks(a: &Value, b: &Value) -> Link {
    match (a.time, b.time) {
        (Some(x), Some(y)) => times(x, y),
        (None, None) => match (a.part, b.part) {
            (Some(x), Some(y)) if x == y => Link::Exact,
            (Some(x), Some(y)) => Link::possible(near(x, y)),
            _ => Link::None,
        },
        (Some(time), None) | (None, Some(time)) => match (time.part(), a.part.or(b.part)) {
            (Some(x), Some(y)) => Link::possible(near(x, y)),
            (None, Some(_)) => Link::Related,
            _ => Link::None,
        },
    }
}

fn times(x: Time, y: Time) -> Link {
    let hours = if x.half.is_some() && y.half.is_some() { x.hour == y.hour } else { x.hour % 12 == y.hour % 12 };
    if hours && x.minute == y.minute { Link::Exact } else { Link::Conflict }
}

/// Parts of the day that may be confused without harm: neighbours on the clock.
fn near(x: PartOfDay, y: PartOfDay) -> bool {
    let apart = (x as i32 - y as i32).rem_euclid(7);
    apart.min(7 - apart) <= 1
        || matches!(
            (x.min(y), x.max(y)),
            (PartOfDay::Noon, PartOfDay::Evening) | (PartOfDay::Evening, PartOfDay::Midnight) | (PartOfDay::Dawn, PartOfDay::Night)
        )
}

/// Two times counted from now.
pub(super) fn relatives(a: &Value, b: &Value) -> Link {
    let (Some(x), Some(y)) = (a.relative, b.relative) else { return Link::None };
    if x == y {
        return Link::Exact;
    }
    // `this Thursday` is the next one, `this summer` may be the last one, and `last June` is of last year or of this one.
    let named = Fields::WEEKDAY.or(Fields::MONTH).or(Fields::SEASON);
    let named = a.fields().meet(named) || b.fields().meet(named) || x.unit == Unit::Weekend || y.unit == Unit::Weekend;
    let present = x.direction == Some(Direction::Present) || y.direction == Some(Direction::Present);
    if x.direction.is_some() && y.direction.is_some() && x.direction != y.direction && !(named && present) {
        return Link::Conflict;
    }
    if named {
        return Link::Related;
    }
    Link::possible(as_long(x, y))
}

/// Whether two counts are about equally long: `7 days`, `a week`.
fn as_long(x: Relative, y: Relative) -> bool {
    let days = |r: Relative| r.amount.map(|n| (f64::from(n) + if r.half { 0.5 } else { 0.0 }) * r.unit.days());
    match (days(x), days(y)) {
        (Some(p), Some(q)) if x.unit == y.unit => p == q,
        (Some(p), Some(q)) if p > 0.0 && q > 0.0 => (p - q).abs() <= 0.1 * p.max(q),
        _ => x.unit.days() == y.unit.days(),
    }
}

/// `a` counts from now where `b` names a day, a month or a year.
pub(super) fn resolved(a: &Value, b: &Value, dateline: Option<&Value>) -> Link {
    let Some(relative) = a.relative.filter(|_| b.relative.is_none()) else { return Link::None };
    let steps = match (relative.direction, relative.amount) {
        (Some(Direction::Past), Some(n)) => Some(-i64::from(n)),
        (Some(Direction::Present), _) => Some(0),
        (Some(Direction::Future), Some(n)) => Some(i64::from(n)),
        _ => None,
    };
    match relative.unit {
        Unit::Year if a.month.is_none() || b.year.is_some() => match (b.year, steps, dateline.and_then(|d| d.year)) {
            (Some(year), Some(steps), Some(now)) => {
                Link::possible((i64::from(now) + steps - i64::from(year)).abs() <= i64::from(steps.abs() > 1))
            }
            (Some(_), ..) => Link::Related,
            _ => Link::None,
        },
        Unit::Month if a.month.is_none() => match (b.month, steps, dateline.and_then(|d| d.month)) {
            (Some(month), Some(steps), Some(now)) => Link::possible((i64::from(now) + steps - i64::from(month)).rem_euclid(12) == 0),
            (Some(_), ..) => Link::Related,
            _ => Link::None,
        },
        Unit::Day | Unit::Week | Unit::Weekend if b.weekday.is_some() && a.weekday.is_none() => {
            let now = dateline.and_then(weekday_of);
            match (steps, now, b.weekday) {
                // `today` and `Thursday` are the same day in news, whatever the dateline; a day more or less is the time zone.
                (Some(steps), Some(now), Some(weekday)) if relative.unit == Unit::Day && steps != 0 => {
                    let apart = (i64::from(now) + steps - i64::from(weekday)).rem_euclid(7);
                    Link::possible(apart <= 1 || apart == 6)
                }
                _ => Link::Related,
            }
        }
        Unit::Day if b.day.is_some() && b.month.is_some() && a.day.is_none() => {
            match (steps, dateline.and_then(ordinal), ordinal(&Value { year: b.year.or(dateline.and_then(|d| d.year)), ..*b })) {
                (Some(steps), Some(now), Some(day)) => Link::possible((now + steps - day).abs() <= 1),
                _ => Link::Related,
            }
        }
        _ => Link::None,
    }
}

/// The weekday of a full date, 1 (Monday) to 7.
fn weekday_of(value: &Value) -> Option<u8> {
    value.weekday.or_else(|| ordinal(value).map(|n| (n + 2).rem_euclid(7) as u8 + 1))
}

/// Days since 1 March of the year 0, by the proleptic Gregorian calendar.
fn ordinal(value: &Value) -> Option<i64> {
    let (year, month, day) = (i64::from(value.year?), i64::from(value.month?), i64::from(value.day?));
    if value.calendar != Calendar::Gregorian {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_weekday() {
        let day = |year, month, day| Value { year: Some(year), month: Some(month), day: Some(day), ..Value::default() };
        assert_eq!(weekday_of(&day(2018, 6, 19)), Some(2));
        assert_eq!(weekday_of(&day(2000, 1, 1)), Some(6));
        assert_eq!(weekday_of(&day(2024, 2, 29)), Some(4));
    }
}
