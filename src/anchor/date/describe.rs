//! A date in plain English, whatever the language it was read in.

use super::value::{Calendar, Direction, Edge, Half, PartOfDay, Relative, Time, Unit, Value};
use super::vocabulary::{Term, name};

/// `19 June 2018`, `Wednesday afternoon`, `last year`, `2 days ago`, `early 1980s`, `19th century`, `Thursday 9:30 pm`.
pub(super) fn describe(value: &Value) -> String {
    let (before, after) = relative(value);
    let month = |month| if value.calendar == Calendar::Hijri { Term::Hijri(month) } else { Term::Month(month) };
    // `last night` and `tonight` say their part of the day themselves.
    let night = value.part == Some(PartOfDay::Night) && before.as_deref().is_some_and(|text| text.ends_with("night"));
    let words = [
        before,
        value.weekday.and_then(|day| name(Term::Weekday(day))).map(str::to_owned),
        value.day.map(|day| day.to_string()),
        value.month.and_then(|n| name(month(n))).map(str::to_owned),
        value.season.and_then(|season| name(Term::Season(season))).map(str::to_owned),
        value.year.map(|year| year_words(year, value.calendar)),
        after,
        period(value),
        value.part.filter(|_| !night).and_then(|part| name(Term::Part(part))).map(str::to_owned),
        value.time.map(clock),
    ];
    let text = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match value.edge {
        None => text,
        Some(Edge::Early) => format!("early {text}"),
        Some(Edge::Mid) => format!("mid-{text}"),
        Some(Edge::Late) => format!("late {text}"),
    }
}

/// What counts from now, before the other words (`last June`, `this morning`) or after them (`24 October last year`).
fn relative(value: &Value) -> (Option<String>, Option<String>) {
    let Some(relative) = value.relative else { return (None, None) };
    let whole = relative_words(relative);
    let Some(direction) = relative.direction.filter(|_| matches!(relative.amount, Some(0 | 1)) && !relative.half) else {
        return (Some(whole), None);
    };
    let names_period = value.weekday.is_some() || value.season.is_some() || value.month.is_some() && value.day.is_none();
    let adjective = adjective(direction);
    match (relative.unit, value.part) {
        (Unit::Week | Unit::Year, _) if names_period => (Some(adjective.to_owned()), None),
        (Unit::Day, Some(PartOfDay::Night)) if direction == Direction::Present => (Some("tonight".to_owned()), None),
        (Unit::Day, Some(PartOfDay::Night)) if direction == Direction::Past => (Some("last night".to_owned()), None),
        (Unit::Day, Some(_)) if direction == Direction::Present => (Some(adjective.to_owned()), None),
        _ if value.day.is_some() => (None, Some(whole)),
        _ => (Some(whole), None),
    }
}

fn year_words(year: i32, calendar: Calendar) -> String {
    match calendar {
        Calendar::Hijri => format!("{year} AH"),
        Calendar::Gregorian if year < 0 => format!("{} BC", -year),
        Calendar::Gregorian => year.to_string(),
    }
}

/// The decade and century: `1980s`, `the 80s`, `19th century`.
fn period(value: &Value) -> Option<String> {
    match (value.decade, value.century) {
        (Some(decade), Some(century)) => Some(format!("{}s", (century - 1) * 100 + i32::from(decade))),
        (Some(decade), None) => Some(format!("'{decade:02}s")),
        (None, Some(century)) => {
            let n = century.abs();
            let suffix = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            Some(format!("{n}{suffix} century{}", if century < 0 { " BC" } else { "" }))
        }
        (None, None) => None,
    }
}

fn adjective(direction: Direction) -> &'static str {
    match direction {
        Direction::Past => "last",
        Direction::Present => "this",
        Direction::Future => "next",
    }
}

fn relative_words(relative: Relative) -> String {
    let unit = relative.unit.name();
    let Some(direction) = relative.direction else { return format!("the {unit}") };
    match (direction, relative.amount, relative.half, relative.unit) {
        (Direction::Present, _, _, Unit::Day) => "today".to_owned(),
        (Direction::Past, Some(1), false, Unit::Day) => "yesterday".to_owned(),
        (Direction::Future, Some(1), false, Unit::Day) => "tomorrow".to_owned(),
        (_, Some(0), false, _)
        | (_, Some(1), false, Unit::Week | Unit::Weekend | Unit::Month | Unit::Season | Unit::Year | Unit::Decade) => {
            format!("{} {unit}", adjective(direction))
        }
        (_, amount, half, _) => {
            let number = match (amount, half) {
                (None, _) => String::new(),
                (Some(0), true) => "half a ".to_owned(),
                (Some(n), true) => format!("{n}.5 "),
                (Some(n), false) => format!("{n} "),
            };
            let units = match relative.unit {
                _ if matches!((amount, half), (Some(1), false) | (Some(0), true)) => unit.to_owned(),
                Unit::Century => "centuries".to_owned(),
                _ => format!("{unit}s"),
            };
            match direction {
                Direction::Future => format!("in {number}{units}"),
                _ => format!("{number}{units} ago"),
            }
        }
    }
}

fn clock(time: Time) -> String {
    let twelve = match time.hour % 12 {
        0 => 12,
        hour => hour,
    };
    match time.half {
        Some(Half::Am) => format!("{twelve}:{:02} am", time.minute),
        Some(Half::Pm) => format!("{twelve}:{:02} pm", time.minute),
        None => format!("{}:{:02}", time.hour, time.minute),
    }
}
