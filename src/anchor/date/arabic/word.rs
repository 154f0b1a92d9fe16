//! Single words that are dates in Arabic, and the edges of periods.

use super::super::meaning;
use super::super::reader::{Part, Reader};
use super::super::value::{PartOfDay, Relative, Unit, Value};
use super::super::vocabulary::{Count, Term};
use super::relative::towards;
use crate::lang::token::Kind;

/// `أوائل`, `منتصف`, `نهاية`: needs the period that it is the edge of. `نهاية العام` is one by itself.
pub(super) fn edge(reader: &Reader, i: usize) -> Vec<Part> {
    // `نهاية الأسبوع` is the weekend and `منتصف الليل` midnight.
    let weekend = reader.unit(i).is_some_and(|((unit, _), _)| unit == Unit::Weekend);
    let Some((edge, end)) = reader.edge(i).filter(|_| !weekend && reader.part_of_day(i).is_none()) else { return Vec::new() };
    // `بداية من الأسبوع المقبل`: from next week on.
    if reader.noun(i, &["بدايه"]) && reader.is(end, &["من"]) {
        return Vec::new();
    }
    match reader.unit(end).filter(|_| reader.word(end).starts_with("ال")) {
        Some(((unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), Count::One), after)) if !specified(reader, after) => {
            vec![Part::certain(Value { edge: Some(edge), ..Value::from(Relative::some(unit)) }, i, after)]
        }
        _ => vec![Part::weak(Value { edge: Some(edge), ..Value::default() }, i, end)],
    }
}

/// Whether the unit before `i` is one that goes on: `نهاية العام 2014`, `العقد الأول`, `الأسبوع الماضي`.
fn specified(reader: &Reader, i: usize) -> bool {
    reader.kind(i) == Some(Kind::Number) || reader.ordinal(i).is_some() || towards(reader, i).is_some()
}

/// One word or phrase: `الخميس`, `أمس`, `الليلة`, `عطلة نهاية الأسبوع`, `في الصيف`; a part of the day needs a neighbour.
pub(super) fn single(reader: &Reader, i: usize) -> Vec<Part> {
    let bare = |t| match t {
        Term::BareWeekday(day) if reader.follows(i, &["يوم", "ايام", "يومي", "ليله", "مساء", "صباح"]) => {
            Term::Weekday(day)
        }
        // `كل خميس`; but `كل أحد` is anybody, `كل اثنين` every two.
        Term::BareWeekday(day @ 2..=6) if reader.follows(i, &["كل", "اول", "ثاني", "ثالث", "رابع", "اخر"]) => {
            Term::Weekday(day)
        }
        t => t,
    };
    let Some((term, end)) = reader.term(i, |t| meaning::alone(bare(t)).map(|_| bare(t))) else { return Vec::new() };
    let certain = match term {
        Term::Weekday(day) => weekday_is_certain(reader, i, day),
        Term::Relative(relative) if relative.amount == Some(0) => is_today(reader, i),
        // `في أمسّ الحاجة`: in dire need.
        Term::Relative(_) => !reader.is(end, &["الحاجه", "حاجه"]),
        Term::Part(part) => part == PartOfDay::Midnight,
        Term::Season(_) => season_is_certain(reader, i),
        Term::Now => false,
        _ => true,
    };
    let part = meaning::alone(term).map(|value| Part { certain, ..Part::certain(value, i, end) });
    part.into_iter().collect()
}

/// `الاثنين` is also "the two", `الأحد عشر` "the eleven".
fn weekday_is_certain(reader: &Reader, i: usize, day: u8) -> bool {
    let both = reader.follows(i, &["بين", "كلا", "هذين", "احد", "كل", "شمل"]) || reader.is(i + 1, &["معا"]);
    !(day == 1 && both || reader.is(i + 1, &["عشر"]))
}

/// `اليوم` is today, unless it is a day: `اليوم الأول`, `مرتين في اليوم`, `ذلك اليوم`, `اليوم العالمي`.
fn is_today(reader: &Reader, i: usize) -> bool {
    #[rustfmt::skip]
    const AFTER: [&str; 16] = [
        "التالي", "نفسه", "ذاته", "الذي", "العالمي", "الوطني", "الدولي", "الواحد", "الاخير", "السابق", "المفتوح", "الموعود",
        "الدراسي", "الكامل", "المقبل", "بعد",
    ];
    const BEFORE: [&str; 17] =
        ["ذلك", "نفس", "ذات", "طوال", "طيله", "خلال", "اثناء", "مدار", "في", "من", "كل", "بقيه", "ساعات", "انحاء", "منتصف", "تاريخ", "هذا"];
    let whole = reader.is(i, &["اليوم", "واليوم", "فاليوم", "هذا"]);
    let before = reader.follows_noun(i, &BEFORE);
    whole && !before && reader.ordinal(i + 1).is_none() && !reader.is(i + 1, &AFTER)
}

fn season_is_certain(reader: &Reader, i: usize) -> bool {
    const DURING: [&str; 7] = ["في", "خلال", "منذ", "بحلول", "طوال", "حتي", "فصل"];
    let adverbial = reader.follows_noun(i, &DURING);
    let definite = reader.is(i, &["فصل"]) || reader.word(i).starts_with("ال");
    definite && adverbial && !reader.is(i + 1, &["العربي"])
}
