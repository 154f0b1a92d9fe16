//! A date in plain English, whatever the language it was read in.

use super::value::{Calendar, Direction, Edge, Half, PartOfDay, Relative, Season, Time, Unit, Value};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const HIJRI: [&str; 12] = [
    "Muharram",
    "Safar",
    "Rabi I",
    "Rabi II",
    "Jumada I",
    "Jumada II",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `19 June 2018`, `Wednesday afternoon`, `last year`, `2 days ago`, `early 1980s`, `19th century`, `Thursday 9:30 pm`.
pub(super) fn describe(value: &Value) -> String {
    let mut words: Vec<String> = Vec::new();
    let relative = value.relative.map(|relative| (relative, relative_words(relative)));
    let names_period = value.weekday.is_some() || value.season.is_some() || value.month.is_some() && value.day.is_none();
    let mut of = None;
    match relative {
        Some((Relative { direction: Some(direction), amount: Some(0 | 1), half: false, unit: Unit::Week | Unit::Year }, _))
            if names_period =>
        {
            words.push(adjective(direction).to_owned());
        }
        Some((Relative { unit: Unit::Day, amount, direction, .. }, _)) if value.part.is_some() && amount == Some(0) => {
            words.push(adjective(direction.unwrap_or(Direction::Present)).to_owned());
        }
        Some((_, text)) if value.day.is_some() => of = Some(text),
        Some((_, text)) => words.push(text),
        None => {}
    }
    words.extend(name(&WEEKDAYS, value.weekday));
    words.extend(value.day.map(|day| day.to_string()));
    words.extend(name(if value.calendar == Calendar::Hijri { &HIJRI } else { &MONTHS }, value.month));
    words.extend(value.season.map(|season| season_name(season).to_owned()));
    words.extend(value.year.map(|year| year_words(year, value.calendar)));
    words.extend(of);
    words.extend(period(value));
    words.extend(value.part.map(|part| part_name(part).to_owned()));
    words.extend(value.time.map(clock));
    let text = words.join(" ");
    match value.edge {
        None => text,
        Some(Edge::Early) => format!("early {text}"),
        Some(Edge::Mid) => format!("mid-{text}"),
        Some(Edge::Late) => format!("late {text}"),
    }
}

fn name(names: &[&str], number: Option<u8>) -> Option<String> {
    names.get(usize::from(number?).checked_sub(1)?).map(|name| (*name).to_owned())
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

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

fn part_name(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Dawn => "dawn",
        PartOfDay::Morning => "morning",
        PartOfDay::Noon => "noon",
        PartOfDay::Afternoon => "afternoon",
        PartOfDay::Evening => "evening",
        PartOfDay::Night => "night",
        PartOfDay::Midnight => "midnight",
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
