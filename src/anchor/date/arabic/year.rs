//! Years, decades and centuries in Arabic.

use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::{Calendar, Value};
use super::calendar::day;
use super::counted;

/// `القرن التاسع عشر`, `القرن ال19`, `القرنين الثامن عشر والتاسع عشر`, `القرن الخامس قبل الميلاد`.
pub(super) fn centuries(reader: &Reader, i: usize) -> Vec<Part> {
    if !reader.noun(i, &["القرن", "القرنين", "القرنان", "القرون", "قرن"]) {
        return Vec::new();
    }
    let mut list = Vec::new();
    let mut at = i + 1;
    while let Some((n, end)) = day(reader, at) {
        list.push((n, at, end));
        let joined = reader.dash(end) || reader.is(end, &["و", "الي", "حتي", "او", "،", "/"]);
        if !joined && !reader.word(end).starts_with('و') {
            break;
        }
        at = end + usize::from(joined);
    }
    let Some(&(_, _, end)) = list.last() else { return Vec::new() };
    let (sign, calendar, end) = era(reader, end);
    let value = |n: u8| Value { century: Some(i32::from(n) * sign.unwrap_or(1)), calendar, ..Value::default() };
    Part::series(&list, i, end, value)
}

/// −1 after `قبل الميلاد`, 1 after `م` or `ميلادي`; the Hijri calendar after `هـ`.
fn era(reader: &Reader, i: usize) -> (Option<i32>, Calendar, usize) {
    let gregorian = Calendar::Gregorian;
    match reader.word(i) {
        "قبل" if reader.is(i + 1, &["الميلاد", "ميلاد"]) => (Some(-1), gregorian, i + 2),
        "ق.م" => (Some(-1), gregorian, i + 1 + usize::from(reader.glued(i + 1) && reader.is(i + 1, &["."]))),
        "ق" if reader.is(i + 1, &["م"]) => (Some(-1), gregorian, i + 2),
        "م" | "ميلادي" | "ميلاديه" | "الميلادي" | "للميلاد" => (Some(1), gregorian, i + 1),
        "بعد" if reader.is(i + 1, &["الميلاد"]) => (Some(1), gregorian, i + 2),
        "ه" | "هجري" | "هجريه" | "الهجري" | "للهجره" => (Some(1), Calendar::Hijri, i + 1),
        _ => (None, gregorian, i),
    }
}

/// `الثمانينيات`, `عقد الثمانينيات`, `العقد الأول من القرن العشرين`; not `في الثمانينيات من عمره`.
pub(super) fn decade(reader: &Reader, i: usize) -> Vec<Part> {
    if reader.noun(i, &["العقد"]) {
        return nth_decade(reader, i);
    }
    let at = i + usize::from(reader.is(i, &["عقد", "حقبه", "فتره"]));
    let Some((value, end)) = reader.decade(at) else { return Vec::new() };
    let aged = reader.word(end + usize::from(reader.is(end, &["من"]))).contains("عمر");
    if aged { Vec::new() } else { vec![Part::certain(value, i, end)] }
}

fn nth_decade(reader: &Reader, i: usize) -> Vec<Part> {
    let nth = reader.ordinal(i + 1).filter(|(n, end)| (1..=10).contains(n) && reader.is(*end, &["من"]) && reader.noun(end + 1, &["القرن"]));
    nth.map_or_else(Vec::new, |(n, end)| vec![Part::certain(Value { decade: Some((n - 1) * 10), ..Value::default() }, i, end)])
}

/// `عام 2014`, `سنة ٢٠١٤م`, `عامي 2014 و2015`, `عام 300 قبل الميلاد`, `1439 هـ`.
pub(super) fn named(reader: &Reader, i: usize) -> Vec<Part> {
    let named = reader.noun(i, &["عام", "سنه", "العام", "السنه", "عامي", "الاعوام", "سنتي"]);
    let at = i + usize::from(named);
    let Some(year) = reader.number(at, 4).filter(|y| *y > 0) else { return Vec::new() };
    let (sign, calendar, end) = era(reader, at + 1);
    if sign.is_none() && !(named && year >= 100) {
        return Vec::new();
    }
    // `9 م` is a time or nine metres, and so is `1500 م`.
    let letter = !named && reader.is(at + 1, &["م", "ه"]);
    let metres = letter && (!(1000..=2100).contains(&year) || !reader.glued(at + 1) && year % 100 == 0);
    if metres && !reader.follows(i, &["في", "وفي", "منذ", "حتي"]) {
        return Vec::new();
    }
    let value = Value { year: Some(year as i32 * sign.unwrap_or(1)), calendar, ..Value::default() };
    let mut parts = vec![Part { certain: !metres, ..Part::certain(value, i, end) }];
    parts.extend(numeric::short_range(reader, at, year as i32));
    parts
}

/// A bare number as a year: certain after `في` or `منذ`, and where no noun that it could count follows.
pub(super) fn bare(reader: &Reader, i: usize) -> Vec<Part> {
    let Some(year) = numeric::year(reader, i) else { return Vec::new() };
    let value = Value { year: Some(year), ..Value::default() };
    let certain = is_year(reader, i, year) && !numeric::labelled(reader, i);
    let mut parts = vec![Part { certain, ..Part::certain(value, i, i + 1) }];
    parts.extend(numeric::short_range(reader, i, year));
    parts
}

fn is_year(reader: &Reader, i: usize, year: i32) -> bool {
    const STRONG: [&str; 9] = ["منذ", "حتي", "بحلول", "في", "خلال", "اوائل", "اواخر", "منتصف", "مطلع"];
    const WEAK: [&str; 6] = ["من", "الي", "بين", "قبل", "بعد", "او"];
    const NEVER: [&str; 10] = ["نحو", "حوالي", "قرابه", "زهاء", "يبلغ", "بلغ", "عدد", "تجاوز", "علي", "قيمه"];
    let modern = (1900..=2100).contains(&year);
    let round = year % 100 == 0;
    let counts = counted(reader, i + 1);
    if reader.follows(i, &["(", "["]) && (reader.is(i + 1, &[")", "]", "،", ","]) || reader.dash(i + 1)) {
        true
    } else if reader.follows_noun(i, &STRONG) {
        // A verb may follow the year (`في 2014 أعلنت`), but not an accusative: that is counted (`1970 شخصا`).
        !counts || modern && !round && !reader.word(i + 1).ends_with('ا')
    } else if reader.follows_noun(i, &WEAK) {
        modern && !round && (!counts || !reader.word(i + 1).ends_with(['ا', 'ه']))
    } else {
        (1950..=2050).contains(&year) && !counts && !round && !reader.follows_noun(i, &NEVER)
    }
}
