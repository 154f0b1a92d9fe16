//! Neighbouring pieces become one date: `Thursday` + `5 July` + `2018`, `بعد ظهر` + `يوم الأربعاء`.

use super::fields::Fields;
use super::reader::{Part, Reader};
use super::value::{Unit, Value};
use crate::lang::Lang;

/// At most this many tokens may stand between two pieces of one date: `on the`, `) من عام`.
const LONGEST_GLUE: usize = 3;

/// Joins what belongs together, and drops edges and days without a period or a month.
pub(super) fn join(reader: &Reader, lang: Lang, parts: Vec<Part>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        part.certain |= joined.last().is_some_and(|last| continues(reader, last, &part));
        match joined.last_mut() {
            Some(last) if belong(last, &part) && glue(reader, lang, last, &part) => {
                last.value = last.value.with(part.value);
                last.end = part.end;
                // Two weak pieces that fit make a date: `May 2018`, `nine in the morning`.
                last.certain |= part.certain
                    || last.value.month.is_some()
                    || last.value.fields().hold(Fields::SEASON.or(Fields::YEAR))
                    || last.value.fields().hold(Fields::TIME.or(Fields::PART));
                last.listed |= part.listed;
            }
            _ => joined.push(part),
        }
    }
    certain_ranges(reader, &mut joined);
    share_years(&mut joined);
    joined.retain(|part| !Fields::EDGE.or(Fields::DAY).hold(part.value.fields()));
    for part in &mut joined {
        part.value = settled(part.value);
    }
    joined
}

/// Whether `part`, a bare year or month, goes on from a certain one: `in 2014 and 2018`, `2014-2018`, `April and May`.
fn continues(reader: &Reader, last: &Part, part: &Part) -> bool {
    let fields = part.value.fields();
    last.certain && (fields == Fields::YEAR || fields == Fields::MONTH) && last.value.fields().hold(fields) && in_series(reader, last, part)
}

/// Whether only a dash or `and` stands between two parts.
fn in_series(reader: &Reader, a: &Part, b: &Part) -> bool {
    const WORDS: [&str; 15] = ["and", "or", "to", "through", "until", "till", "/", "و", "او", "الي", "حتي", "وحتي", "والي", "،", ","];
    let joined = b.first == a.end + 1 && (reader.dash(a.end) || reader.is(a.end, &WORDS));
    joined || b.first == a.end && reader.word(b.first).starts_with('و')
}

/// `1914-1918`, `between 1550 and 1580`, `May/June`: what could be a year or a month beside another is one.
fn certain_ranges(reader: &Reader, parts: &mut [Part]) {
    for k in (1..parts.len()).rev() {
        let (a, b) = (parts[k - 1], parts[k]);
        if !in_series(reader, &a, &b) {
            continue;
        }
        let fields = a.value.fields();
        let rising = a.value.year < b.value.year || b.value.year < Some(0);
        let years = fields == Fields::YEAR && b.value.fields() == Fields::YEAR && rising;
        let round = [a, b].iter().all(|part| part.value.year.is_some_and(|year| year % 100 == 0));
        let range = reader.dash(a.end) || reader.follows(a.first, &["between", "from", "بين", "من"]);
        // `512-511 BC`: both are.
        if years && b.value.year.is_some_and(|year| year < 0) && parts[k - 1].value.year > Some(0) {
            parts[k - 1].value.year = a.value.year.map(|year| -year);
        }
        let months = fields == Fields::MONTH && b.value.month.is_some();
        if years && (range && !round || b.certain) || months && b.certain {
            parts[k - 1].certain = true;
            parts[k].certain = true;
        }
    }
}

/// The year after a list or range of days is the year of all of them.
fn share_years(parts: &mut [Part]) {
    for k in (1..parts.len()).rev() {
        if parts[k - 1].listed && parts[k - 1].value.year.is_none() {
            parts[k - 1].value.year = parts[k].value.year;
        }
    }
}

/// A part of the day settles the half of a time, and is then said by it.
fn settled(mut value: Value) -> Value {
    if let (Some(time), Some(part)) = (value.time, value.part) {
        value.time = Some(time.in_part(part));
        value.part = None;
    }
    value
}

/// Whether two pieces can be said of one date.
fn belong(a: &Part, b: &Part) -> bool {
    let (x, y) = (a.value.fields(), b.value.fields());
    let all = x.or(y);
    if x.meet(y) {
        return false;
    }
    let holds = |fields: Fields| all.hold(fields);
    let month_or_season = all.meet(Fields::MONTH.or(Fields::SEASON));
    let relative = a.value.relative.or(b.value.relative).map(|r| r.unit);
    let clock = Fields::TIME.or(Fields::PART);
    let in_day = all.meet(clock);
    let old = Fields::DECADE.or(Fields::CENTURY);
    if all.meet(old) {
        return all.without(old.or(Fields::EDGE)).is_empty() && !(y.hold(Fields::EDGE));
    }
    if y.hold(Fields::EDGE) || x == Fields::EDGE && y.meet(clock.or(Fields::DAY)) {
        return false;
    }
    // A year belongs to a month, a season or an edge; written before the month it stands right beside it.
    let reversed = x == Fields::YEAR && y.meet(Fields::MONTH.or(Fields::SEASON)) && b.first > a.end;
    if holds(Fields::YEAR) && (!(month_or_season || x == Fields::EDGE) || relative.is_some() || reversed)
        || holds(Fields::SEASON.or(Fields::DAY))
    {
        return false;
    }
    match relative {
        Some(Unit::Year) if !(month_or_season || x == Fields::EDGE) => return false,
        Some(Unit::Month) if !(all.meet(Fields::DAY.or(Fields::MONTH)) || x == Fields::EDGE) => return false,
        Some(Unit::Week | Unit::Weekend) if !(holds(Fields::WEEKDAY) || x == Fields::EDGE) => return false,
        Some(Unit::Day) if !(in_day || holds(Fields::WEEKDAY) || holds(Fields::MONTH.or(Fields::DAY)) || x == Fields::EDGE) => {
            return false;
        }
        Some(Unit::Second | Unit::Minute | Unit::Hour | Unit::Season | Unit::Decade | Unit::Century) if x != Fields::EDGE => return false,
        _ => {}
    }
    // Below the day: a weekday, a clock or a part of the day belong to a day, not to a month or a year.
    let below = all.meet(Fields::WEEKDAY.or(clock));
    let above = all.meet(Fields::MONTH.or(Fields::YEAR).or(Fields::SEASON));
    !(below && above) || holds(Fields::DAY)
}

/// Whether only small words stand between two pieces.
fn glue(reader: &Reader, lang: Lang, a: &Part, b: &Part) -> bool {
    const ENGLISH: [&str; 8] = [",", "of", "the", "on", "at", "(", "-", "year"];
    const ARABIC: [&str; 22] = [
        "،",
        ",",
        "من",
        "في",
        "يوم",
        "عام",
        "سنه",
        "الموافق",
        "(",
        ")",
        "/",
        "-",
        "شهر",
        "لعام",
        "لسنه",
        "العام",
        "ال",
        "مساء",
        "وفي",
        "بتاريخ",
        "عند",
        "حوالي",
    ];
    let between = a.end..b.first;
    if between.len() > LONGEST_GLUE {
        return false;
    }
    // `in` says that the second piece holds the first, or is a part of its day.
    let within = a.value.edge.is_some() || a.value.time.is_some() || b.value.part.is_some();
    let abbreviation = reader.is(a.end, &["."]) && reader.glued(a.end) && a.end > 0 && reader.word(a.end - 1).len() <= 5;
    between.enumerate().all(|(k, i)| match lang {
        Lang::English => ENGLISH.contains(&reader.word(i)) || k == 0 && abbreviation || within && reader.is(i, &["in"]),
        Lang::Arabic => ARABIC.contains(&reader.word(i)),
    })
}
