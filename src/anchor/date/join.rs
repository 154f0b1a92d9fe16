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
            Some(last) if belong(last, &part) && glue(reader, lang, last, &part) && !is_another_hour(reader, lang, &part) => {
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

/// Whether `part` is a second time of day, which و joins to the first: بين التاسعة صباح الجمعة والخامسة.
fn is_another_hour(reader: &Reader, lang: Lang, part: &Part) -> bool {
    lang == Lang::Arabic && part.value.time.is_some() && reader.word(part.first).starts_with('و')
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
    let edge = x == Fields::EDGE;
    if x.meet(y) || y.meet(Fields::EDGE) || edge && y.meet(CLOCK.or(Fields::DAY)) {
        return false;
    }
    let ages = Fields::DECADE.or(Fields::CENTURY);
    if all.meet(ages) {
        return all.without(ages.or(Fields::EDGE)).is_empty();
    }
    let relative = a.value.relative.or(b.value.relative);
    if relative.is_some_and(|r| !edge && !all.meet(companions(r.unit))) {
        return false;
    }
    coherent(all, edge) && !(all.meet(Fields::YEAR) && (relative.is_some() || reversed(a, b)))
}

const CLOCK: Fields = Fields::TIME.or(Fields::PART);
const MONTH_OR_SEASON: Fields = Fields::MONTH.or(Fields::SEASON);

/// What can stand beside a time counted from now in `unit`: `last year` beside a month, `last week` beside a weekday.
const fn companions(unit: Unit) -> Fields {
    match unit {
        Unit::Year => MONTH_OR_SEASON,
        Unit::Month => Fields::DAY.or(Fields::MONTH),
        Unit::Week | Unit::Weekend => Fields::WEEKDAY,
        Unit::Day => CLOCK.or(Fields::WEEKDAY).or(Fields::DAY),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Season | Unit::Decade | Unit::Century => Fields::NONE,
    }
}

/// A year belongs to a month, a season or an edge; a season has no days; a weekday and a clock belong to a day, not to a month or a year.
fn coherent(all: Fields, edge: bool) -> bool {
    let year = !all.meet(Fields::YEAR) || edge || all.meet(MONTH_OR_SEASON);
    let season = !all.hold(Fields::SEASON.or(Fields::DAY));
    let below = all.meet(CLOCK.or(Fields::WEEKDAY));
    let above = all.meet(MONTH_OR_SEASON.or(Fields::YEAR));
    year && season && (!(below && above) || all.meet(Fields::DAY))
}

/// A year before its month stands right beside it, or is another date's.
fn reversed(a: &Part, b: &Part) -> bool {
    a.value.fields() == Fields::YEAR && b.value.fields().meet(MONTH_OR_SEASON) && b.first > a.end
}

/// Whether only small words stand between two pieces.
fn glue(reader: &Reader, lang: Lang, a: &Part, b: &Part) -> bool {
    const ENGLISH: [&str; 8] = [",", "of", "the", "on", "at", "(", "-", "year"];
    #[rustfmt::skip]
    const ARABIC: [&str; 19] = [
        "،", ",", "من", "في", "يوم", "عام", "سنه", "الموافق", "(", ")", "/", "-", "شهر", "لعام", "العام", "ال", "بتاريخ", "عند", "حوالي",
    ];
    let between = a.end..b.first;
    // What starts a line starts a sentence, or the next row of a table.
    if between.len() > LONGEST_GLUE || (a.end..=b.first).any(|i| reader.starts_line(i)) {
        return false;
    }
    // `in` says that the second piece holds the first, or is a part of its day.
    let within = a.value.edge.is_some() || a.value.time.is_some() || b.value.part.is_some();
    // `Jan. 5`, but not `for one month. On 5 June`.
    let abbreviation =
        a.value.relative.is_none() && reader.is(a.end, &["."]) && reader.glued(a.end) && a.end > 0 && reader.word(a.end - 1).len() <= 5;
    between.enumerate().all(|(k, i)| match lang {
        Lang::English => ENGLISH.contains(&reader.word(i)) || k == 0 && abbreviation || within && reader.is(i, &["in"]),
        Lang::Arabic => ARABIC.contains(&reader.word(i)),
    })
}
