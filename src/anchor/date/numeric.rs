//! Dates written in digits, the same in both languages: `2018-06-19`, `19/6/2018`, `19.06.18`, and what a bare number can be.

use super::reader::{Part, Reader};
use super::value::{Calendar, Unit, Value};
use super::vocabulary::Term;
use crate::lang::token::Kind;

/// `2018-06-19`, `2018/6/19`, `19/6/2018`, `6/19/2018`, `19.6.2018`, `06/2018`, `9/11`.
pub(super) fn date(reader: &Reader, i: usize) -> Vec<Part> {
    if reader.kind(i) != Some(Kind::Number) || (i > 0 && reader.glued(i) && reader.is(i - 1, &["/", ".", ":", "$", "£"])) {
        return Vec::new();
    }
    let mut numbers: Vec<&str> = reader.word(i).split('.').collect();
    let mut end = i + 1;
    if numbers.len() == 1 {
        let separator = reader.word(i + 1);
        if reader.dash(end) || separator == "/" {
            while numbers.len() < 4 && reader.word(end) == separator && reader.glued(end) && reader.glued(end + 1) {
                let Some(digits) = reader.digits(end + 1, 4) else { break };
                numbers.push(digits);
                end += 2;
            }
        }
        if numbers.len() == 2 && separator != "/" {
            return Vec::new();
        }
    }
    if reader.glued(end) && (reader.dash(end) || reader.is(end, &["/", ":", "%"])) {
        return Vec::new();
    }
    read(&numbers).map_or_else(Vec::new, |value| vec![Part::certain(value, i, end)])
}

fn read(numbers: &[&str]) -> Option<Value> {
    let parsed: Vec<i32> = numbers.iter().map(|n| n.parse().ok()).collect::<Option<_>>()?;
    let &[a, b, c] = parsed.as_slice() else { return read_pair(&parsed, numbers) };
    if numbers[0].len() == 4 {
        let valid = plausible(a) && is_month(b) && is_day(c);
        return valid.then(|| full(a, b, c));
    }
    let short = numbers[..2].iter().all(|n| n.len() == 2) && numbers[2].len() == 2;
    let year = match numbers[2].len() {
        4 => c,
        2 if short => c + if c < 50 { 2000 } else { 1900 },
        _ => return None,
    };
    let (day, month) = if is_month(b) { (a, b) } else { (b, a) };
    let valid = is_day(day) && is_month(month) && plausible(year);
    valid.then(|| Value { swappable: is_month(day) && day != month, ..full(year, month, day) })
}

fn full(year: i32, month: i32, day: i32) -> Value {
    Value { calendar: calendar(year), year: Some(year), month: Some(month as u8), day: Some(day as u8), ..Value::default() }
}

/// `06/2018`, and the one date that is known by two numbers alone.
fn read_pair(parsed: &[i32], numbers: &[&str]) -> Option<Value> {
    match (parsed, numbers) {
        // `9/11`; in Arabic also `11/9`.
        ([9, 11] | [11, 9], _) => Some(Value { month: Some(9), day: Some(11), swappable: true, ..Value::default() }),
        (&[month, year], [m, y]) if y.len() == 4 && m.len() == 2 && is_month(month) && plausible(year) => {
            Some(Value { calendar: calendar(year), year: Some(year), month: Some(month as u8), ..Value::default() })
        }
        _ => None,
    }
}

fn plausible(year: i32) -> bool {
    (1000..=2100).contains(&year)
}

fn is_month(n: i32) -> bool {
    (1..=12).contains(&n)
}

fn is_day(n: i32) -> bool {
    (1..=31).contains(&n)
}

/// A year of the 14th or 15th century beside a day and a month in digits is a Hijri one in today's news.
fn calendar(year: i32) -> Calendar {
    if (1350..1500).contains(&year) { Calendar::Hijri } else { Calendar::Gregorian }
}

/// A day of the month in digits at `i`.
pub(super) fn day(reader: &Reader, i: usize) -> Option<u8> {
    let day = reader.number(i, 2).filter(|n| is_day(*n as i32))?;
    let larger = numbered(reader, i) || labelled(reader, i) || measures(reader, i + 1) || reader.glued(i + 1) && reader.is(i + 1, &["/"]);
    (!larger).then_some(day as u8)
}

/// A bare number of four digits at `i` that by its form may be a year: no unit, scale or currency beside it.
pub(super) fn year(reader: &Reader, i: usize) -> Option<i32> {
    let digits = reader.digits(i, 4).filter(|d| d.len() == 4)?;
    let year: i32 = digits.parse().ok().filter(|y| plausible(*y))?;
    let measured = reader.term(i + 1, |t| match t {
        Term::Measure => Some(()),
        Term::Unit(unit, _) if unit != Unit::Season => Some(()),
        Term::Cardinal(n) if n >= 100 => Some(()),
        _ => None,
    });
    // `2019-nCoV` is no year, `1986—when` is one.
    let code = reader.glued(i + 1) && reader.glued(i + 2) && reader.is(i + 1, &["-"]) && reader.kind(i + 2) == Some(Kind::Word);
    let glued = reader.glued(i + 1) && reader.kind(i + 1) == Some(Kind::Word);
    // `15 مارس 2020 الساعة`: behind a month it is the year, whatever follows.
    let dated = i > 0 && reader.term(i - 1, |t| matches!(t, Term::Month(..)).then_some(())).is_some_and(|((), end)| end == i);
    let free = measured.is_none() && !glued && !measures(reader, i + 1) && !numbered(reader, i);
    (!code && (free || dated)).then_some(year)
}

/// The year `1953` of `1950-53` and `2015` of `2014/15`, and the token after it; `i` is that of the first year.
pub(super) fn short_range(reader: &Reader, i: usize, first: i32) -> Option<Part> {
    let joined = reader.glued(i + 1) && reader.glued(i + 2) && (reader.dash(i + 1) || reader.is(i + 1, &["/"]));
    let digits = reader.digits(i + 2, 2).filter(|_| joined)?;
    let ends =
        !(reader.glued(i + 3) && (reader.dash(i + 3) || reader.is(i + 3, &["/", "%", ":"]) || reader.kind(i + 3) == Some(Kind::Word)));
    let year = first - first % if digits.len() == 2 { 100 } else { 10 } + digits.parse::<i32>().ok()?;
    (ends && year > first).then(|| Part::certain(Value { year: Some(year), ..Value::default() }, i + 2, i + 3))
}

/// Whether the number at `i` is called by a word whose numbers are labels: `resolution 2118`, `flight 1812`, `القرار 2254`.
pub(super) fn labelled(reader: &Reader, i: usize) -> bool {
    let label = if i > 1 && reader.is(i - 1, &["."]) { i - 1 } else { i };
    reader.follows(label, &LABELS)
}

/// Whether a percent sign, or a colon with more digits, makes something else of the number before `i`.
pub(super) fn measures(reader: &Reader, i: usize) -> bool {
    reader.is(i, &["%", "٪"]) || reader.is(i, &[":"]) && reader.glued(i) && reader.glued(i + 1) && reader.kind(i + 1) == Some(Kind::Number)
}

/// Whether the number at `i` is a label or a part of something larger: `$2000`, `No. 2000`, `COVID-19`, `1:30`.
pub(super) fn numbered(reader: &Reader, i: usize) -> bool {
    const SIGNS: [&str; 9] = ["$", "£", "€", "¥", "#", "№", ":", "/", "+"];
    if i == 0 || reader.follows(i, &["/"]) && i > 1 && reader.number(i - 2, 4).is_some() {
        return false;
    }
    let joined = reader.glued(i) && (reader.kind(i - 1) == Some(Kind::Word) && reader.word(i - 1).is_ascii() || reader.is(i - 1, &SIGNS));
    let hyphened = i > 1 && reader.glued(i) && reader.glued(i - 1) && reader.dash(i - 1) && reader.kind(i - 2) == Some(Kind::Word);
    let hyphened = hyphened && reader.term(i - 2, date_word).is_none() && !reader.is(i - 2, &["pre", "post", "st", "nd", "rd", "th"]);
    joined || hyphened || reader.is(i - 1, &["$", "£", "€", "#"])
}

fn date_word(term: Term) -> Option<()> {
    matches!(term, Term::Month(_) | Term::Edge(_) | Term::Season(_)).then_some(())
}

/// Words whose number is a label.
#[rustfmt::skip]
const LABELS: [&str; 32] = [
    "resolution", "no", "number", "flight", "highway", "route", "article", "room", "page", "model", "channel", "line", "decree", "section",
    "chapter", "building", "قرار", "القرار", "بالقرار", "للقرار", "رقم", "الرقم", "برقم", "رحله", "الرحله", "الماده", "ماده", "صفحه", "الصفحه",
    "الغرفه", "المرسوم", "طراز",
];

/// A counted number: whole, or with a half; unknown when it is neither.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub whole: Option<u32>,
    pub half: bool,
}

/// Scales that follow each other; nobody writes more than two.
const MOST_SCALES: usize = 4;

/// A number in digits or words, with its scale: `50`, `2.5`, `twenty-five`, `10,000`, `ثلاثة آلاف`, and the token after it.
pub(super) fn quantity(reader: &Reader, i: usize) -> Option<(Quantity, usize)> {
    let (mut number, mut end) = if reader.kind(i) == Some(Kind::Number) {
        let digits = reader.word(i).replace([',', '٬', '،'], "");
        let whole = digits.strip_suffix(".5").or_else(|| digits.strip_suffix("٫5")).unwrap_or(&digits);
        (Quantity { whole: whole.parse().ok(), half: whole.len() < digits.len() }, i + 1)
    } else {
        let (value, end) = reader.cardinal(i)?;
        (Quantity { whole: Some(value), half: false }, end)
    };
    // A fraction of a million is no whole number of years.
    for _ in 0..MOST_SCALES {
        let Some((scale, after)) = reader.cardinal(end).filter(|(scale, _)| *scale >= 100 && *scale % 100 == 0) else { break };
        number = Quantity { whole: number.whole.filter(|_| !number.half).and_then(|value| value.checked_mul(scale)), half: false };
        end = after;
    }
    Some((Quantity { half: number.half && number.whole.is_some(), ..number }, end))
}
