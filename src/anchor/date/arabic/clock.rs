//! Times of the clock in Arabic.

use super::super::clock::{self, colon, military, on_clock, point};
use super::super::reader::{Part, Reader};
use super::super::value::{Half, PartOfDay, Time, Unit};
use crate::lang::token::Kind;

/// `الساعة التاسعة والنصف`, `التاسعة صباحا`, `الساعة 9:30`, `9 مساء`.
pub(super) fn time(reader: &Reader, i: usize) -> Vec<Part> {
    let named = reader.noun(i, &["الساعه"]);
    let at = i + usize::from(named);
    if !named && is_score(reader, at) {
        return Vec::new();
    }
    let exact = point(reader, at).filter(|_| named).or_else(|| colon(reader, at)).or_else(|| military(reader, at));
    let Some((hour, minute, end)) = exact.map(|(hour, minute, end)| (hour, Minute::Past(minute), end)).or_else(|| spoken(reader, at))
    else {
        return Vec::new();
    };
    let (half, end) = half(reader, end);
    // `الثامنة من مساء الأحد`
    let end = end + usize::from(half.is_none() && reader.is(end, &["من"]) && reader.part_of_day(end + 1).is_some());
    let time = match minute {
        Minute::Past(minute) => Time::new(hour, minute, half),
        Minute::To(minutes) => Time::before(hour, minutes, half),
    };
    let part_follows = reader.part_of_day(end).is_some();
    // `9 مساء` is a time, `9 ليال` is not.
    let adverb = part_follows && (reader.word(end).ends_with('ا') || reader.is(end, &["بعد", "مساء"]) || reader.before(end) == "من");
    // `السادسة إلا ربعا`, `الثامنة وعشر دقائق`
    let told = reader.word(at).starts_with("ال") && matches!(minute, Minute::To(_) | Minute::Past(1..));
    let Some(time) = time.filter(|_| named || exact.is_some() || adverb || half.is_some() || told) else { return Vec::new() };
    // `حالتان في الساعة الواحدة` is a rate, `9 م` may be metres, and `مع بقاء 3:08 دقيقة` is what the clock of a game says.
    let rate = named && reader.is(at, &["الواحده"]) && half.is_none() && !part_follows;
    let metres = !named && exact.is_none() && reader.follows(end, &["م", "ص"]);
    let lasting = reader.unit(end).is_some_and(|((unit, _), _)| unit <= Unit::Minute);
    vec![Part { certain: !rate && !metres && !lasting, ..on_clock(time, i, end) }]
}

/// Whether the number at `i` is the second of a score: فاز 2-1 مساء السبت. The hours of a day have a word before them: من 9-5 مساء.
fn is_score(reader: &Reader, i: usize) -> bool {
    const OF_HOURS: [&str; 7] = ["من", "بين", "الساعه", "ساعات", "حتي", "اوقات", "الدوام"];
    let number = |n: usize| i.checked_sub(n).is_some_and(|t| reader.kind(t) == Some(Kind::Number));
    number(0) && number(2) && reader.follows(i, &["-", "–"]) && !reader.follows(i - 2, &OF_HOURS)
}

/// `ص`, `م`, `بعد منتصف الليل`, `قبل الظهر`; the afternoon and the evening are read as parts of the day.
fn half(reader: &Reader, i: usize) -> (Option<Half>, usize) {
    let part = reader.part_of_day(i + 1);
    match (reader.word(i), part) {
        ("بعد", Some((PartOfDay::Midnight, end))) | ("قبل", Some((PartOfDay::Noon, end))) => (Some(Half::Am), end),
        _ => clock::half(reader, i),
    }
}

/// Minutes after an hour or before it.
enum Minute {
    Past(u32),
    To(u32),
}

/// An hour with its minutes: `التاسعة والنصف`, `العاشرة إلا ربعا`, `9 و20 دقيقة`, `9`.
fn spoken(reader: &Reader, i: usize) -> Option<(u32, Minute, usize)> {
    let (hour, end) = hour(reader, i)?;
    if reader.is(end, &["الا"])
        && let Some(minutes) = fraction(reader.word(end + 1))
    {
        return Some((hour, Minute::To(minutes), end + 2));
    }
    // `الثامنة إلا عشر دقائق`
    if reader.is(end, &["الا"])
        && let Some((minutes, after)) = reader.cardinal(end + 1).filter(|(minutes, _)| *minutes < 60)
        && let Some((_, after)) = reader.unit(after).filter(|((unit, _), _)| *unit == Unit::Minute)
    {
        return Some((hour, Minute::To(minutes), after));
    }
    if let Some(minutes) = reader.word(end).strip_prefix('و').and_then(fraction) {
        return Some((hour, Minute::Past(minutes), end + 1));
    }
    let (minutes, after) = minutes(reader, end).unwrap_or((0, end));
    Some((hour, Minute::Past(minutes), after))
}

/// `9`, `التاسعة`, `الواحدة`.
fn hour(reader: &Reader, i: usize) -> Option<(u32, usize)> {
    if reader.is(i, &["الواحده"]) {
        return Some((1, i + 1));
    }
    let digits = reader.number(i, 2).filter(|hour| (1..=24).contains(hour) && !ends_score(reader, i)).map(|hour| (hour, i + 1));
    let feminine = || reader.ordinal(i).filter(|(hour, _)| *hour <= 12 && reader.word(i).ends_with('ه'));
    digits.or_else(|| feminine().map(|(hour, end)| (u32::from(hour), end)))
}

/// Whether the number at `i` ends a score, `1-1 مساء السبت`; what is open or lasts so long is told with a word for it: `من 9-11 صباحا`.
fn ends_score(reader: &Reader, i: usize) -> bool {
    let Some(first) = i.checked_sub(2) else { return false };
    let joined = (reader.dash(first + 1) || reader.is(first + 1, &[":"])) && reader.glued(first + 1) && reader.glued(i);
    joined && reader.number(first, 2).is_some() && !reader.follows_noun(first, &["من", "بين", "الساعه", "الفتره"])
}

/// `النصف`, `ثلث`, `ربعا` of an hour.
fn fraction(word: &str) -> Option<u32> {
    match word.strip_prefix("ال").unwrap_or(word).trim_end_matches('ا') {
        "نصف" => Some(30),
        "ثلث" => Some(20),
        "ربع" => Some(15),
        _ => None,
    }
}

/// `و20 دقيقة`, `وعشر دقائق`, `وخمس وأربعين دقيقة`.
fn minutes(reader: &Reader, i: usize) -> Option<(u32, usize)> {
    let joined = |i: usize| reader.cardinal(i).filter(|_| reader.word(i).starts_with('و'));
    let tens = |(ones, at): (u32, usize)| match joined(at) {
        Some((tens, end)) if ones < 10 && tens % 10 == 0 => (ones + tens, end),
        _ => (ones, at),
    };
    let digits = reader.number(i + 1, 2).filter(|_| reader.is(i, &["و"])).map(|minutes| (minutes, i + 2));
    let (minutes, at) = digits.or_else(|| joined(i).map(tens))?;
    let (_, after) = reader.unit(at).filter(|((unit, _), _)| *unit == Unit::Minute && minutes < 60)?;
    Some((minutes, after))
}
