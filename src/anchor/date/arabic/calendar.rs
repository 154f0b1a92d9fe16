//! Days and months in Arabic.

use super::super::english;
use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::{Relative, Unit, Value};
use super::relative::{adjacent, towards};
use crate::lang::token::Kind;

/// `الخامس من الشهر الجاري`, `19 من هذا الشهر`.
pub(super) fn day_of_this_month(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((day, end)) = day(reader, i).filter(|(_, end)| reader.is(*end, &["من"])) else { return Vec::new() };
    let month = adjacent(reader, end + 1).into_iter().find(|part| part.value.relative.is_some_and(|r| r.unit == Unit::Month));
    month.map_or_else(Vec::new, |month| vec![Part::certain(Value { day: Some(day), ..month.value }, i, month.end)])
}

/// `July 5`, as under a quoted tweet.
pub(super) fn latin(reader: &Reader, i: usize) -> Vec<Part> {
    if reader.word(i).is_ascii() && reader.month(i).is_some() { english::calendar::days(reader, i) } else { Vec::new() }
}

/// A month with the days before it: `19 يونيو/حزيران`, `الخامس والعشرين من حزيران`, `من 2 إلى 5 يونيو`, `حزيران الماضي`.
pub(super) fn days(reader: &Reader, i: usize) -> Vec<Part> {
    let list = day_list(reader, i);
    let mut at = list.last().map_or(i, |last| last.2);
    at += usize::from(!list.is_empty() && (reader.is(at, &["من", "/"]) || reader.dash(at)));
    // `6-صفر` is a score: in the month the year would follow.
    if reader.follows(at, &["-", "–"]) && reader.is(at, &["صفر"]) && !reader.dash(at + 1) {
        return Vec::new();
    }
    let titled = reader.noun(at, &["شهر", "شهري"]);
    at += usize::from(titled);
    let Some((mut value, end)) = reader.month(at) else { return Vec::new() };
    let certain = titled || !list.is_empty() || month_is_certain(reader, at, end);
    let towards = towards(reader, end);
    value.relative = towards.map(|(direction, _)| Relative::adjacent(direction, Unit::Year));
    let end = towards.map_or(end, |(_, after)| after);
    if list.is_empty() {
        return vec![Part { certain: certain || towards.is_some(), ..Part::certain(value, i, end) }];
    }
    Part::series(&list, i, end, |day| Value { day: Some(day), ..value })
}

fn day_list(reader: &Reader, i: usize) -> Vec<(u8, usize, usize)> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((day, end)) = day(reader, at) {
        list.push((day, at, end));
        let joined = reader.dash(end) || reader.is(end, &["و", "الي", "حتي", "او", "/", "،", ","]);
        if !joined && !reader.word(end).starts_with('و') {
            break;
        }
        at = end + usize::from(joined);
    }
    list
}

/// `19`, `ال19`, `التاسع عشر`, `الخامس والعشرين`.
pub(super) fn day(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let at = i + usize::from(reader.is(i, &["ال"]) && reader.kind(i + 1) == Some(Kind::Number));
    match numeric::day(reader, at) {
        Some(day) => Some((day, at + 1)),
        None => reader.ordinal(i).filter(|(n, _)| *n <= 31),
    }
}

/// Whether the month `i..end` needs no neighbour.
fn month_is_certain(reader: &Reader, i: usize, end: usize) -> bool {
    // Also: practised (and MERS), father, a car maker; a surname, Joan, out, forbidden, zero, given names.
    const RARE: [&str; 3] = ["مارس", "اب", "نيسان"];
    const RARER: [&str; 8] = ["ماي", "جوان", "اوت", "محرم", "صفر", "رجب", "شعبان", "شوال"];
    #[rustfmt::skip]
    const BEFORE: [&str; 19] = [
        "في", "منذ", "حتي", "خلال", "بحلول", "بين", "اوائل", "اواخر", "منتصف", "نهايه", "مطلع", "بدايه", "اواسط", "مستهل", "من",
        "الي", "يوم", "بعد", "قبل",
    ];
    // A reactor, a newspaper and a university share names with months, and `دي مايو` is a person.
    const BRANDS: [&str; 7] = ["شركه", "سياره", "سيارات", "مفاعل", "صحيفه", "جامعه", "دي"];
    if reader.follows(i, &BRANDS) {
        return false;
    }
    let rare = end == i + 1 && reader.noun(i, &RARE);
    let rarer = end == i + 1 && reader.noun(i, &RARER);
    let compound = reader.dash(end) && reader.glued(end);
    !(rarer || rare && (compound || !reader.follows_noun(i, &BEFORE)))
}
