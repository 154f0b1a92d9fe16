//! Times counted from now in Arabic.

use super::super::meaning;
use super::super::numeric;
use super::super::reader::{Part, Reader};
use super::super::value::{Direction, Relative, Unit, Value};
use super::super::vocabulary::{Count, Term};
use crate::lang::token::Kind;

/// Words before a unit that leave its number open.
const VAGUE: [&str; 8] = ["بضع", "بضعه", "عده", "عشرات", "ميات", "الاف", "ملايين", "مليارات"];

/// `قبل يومين`, `منذ ثلاثة أيام`, `قبل نحو عام ونصف`, `مليون سنة مضت`; only perhaps `قبل يومين من الانتخابات`.
pub(super) fn ago(reader: &Reader, i: usize) -> Vec<Part> {
    let first = if reader.noun(i, &["قبل", "منذ"]) { approximately(reader, i + 1) } else { i };
    let Some((relative, end)) = amount(reader, first) else { return Vec::new() };
    let value = Value::from(relative);
    if first == i {
        return if reader.is(end, &["مضت", "مضي", "خلت"]) { vec![Part::certain(value, i, end + 1)] } else { Vec::new() };
    }
    // `منذ شهر أيلول` is since September.
    if relative.unit == Unit::Month && reader.month(end).is_some() {
        return Vec::new();
    }
    let next = end + usize::from(reader.is(end, &["فقط", "تقريبا", "تماما"]));
    if !reader.is(next, &["من"]) {
        return vec![Part::certain(value, i, end)];
    }
    let from_now = reader.is(next + 1, &["الان", "اليوم", "الزمن", "الزمان"]);
    vec![Part { certain: from_now, ..Part::certain(value, i, if from_now { next + 2 } else { end }) }]
}

/// Skips `نحو`, `حوالي`, `أكثر من`, `ما يقرب من`.
fn approximately(reader: &Reader, i: usize) -> usize {
    if reader.is(i, &["نحو", "حوالي", "قرابه", "زهاء", "مجرد"]) {
        return i + 1;
    }
    if reader.is(i, &["اكثر", "اقل"]) && reader.is(i + 1, &["من"]) {
        return i + 2;
    }
    if reader.is(i, &["ما"]) && reader.is(i + 1, &["يقرب", "يقارب", "يزيد"]) {
        return i + 2 + usize::from(reader.is(i + 2, &["من", "علي", "عن"]));
    }
    i
}

/// A number of units: `يومين`, `ثلاثة أيام`, `50 عاما`, `نصف قرن`, `بضع سنوات`, `أشهر`, `عام ونصف`.
fn amount(reader: &Reader, i: usize) -> Option<(Relative, usize)> {
    let mut relative = Relative { direction: Some(Direction::Past), amount: None, half: false, unit: Unit::Day };
    let unit = |at| reader.unit(at).filter(|((unit, _), _)| *unit != Unit::Weekend);
    let indefinite = |at| unit(at).filter(|_| !reader.word(at).starts_with("ال"));
    let ((unit, count), mut end) = if reader.is(i, &["نصف"]) {
        (relative.amount, relative.half) = (Some(0), true);
        indefinite(i + 1)?
    } else if reader.is(i, &VAGUE) {
        unit(i + 1 + usize::from(reader.is(i + 1, &["من"])))?
    } else if let Some(((unit, count), end)) = indefinite(i) {
        relative.amount = match count {
            Count::One => Some(1),
            Count::Two => Some(2),
            Count::Many => None,
        };
        ((unit, count), end)
    } else {
        let (number, at) = numeric::quantity(reader, i)?;
        (relative.amount, relative.half) = (number.whole, number.half);
        indefinite(at)?
    };
    relative.unit = unit;
    // `عام 2011` is a year, not one year.
    if count == Count::One && reader.kind(end) == Some(Kind::Number) {
        return None;
    }
    if reader.is(end, &["ونصف", "ونصفا"]) {
        relative.half = true;
        let repeated = reader.unit(end + 1).is_some_and(|((again, _), _)| again == unit);
        end += 1 + usize::from(repeated);
    }
    Some((relative, end))
}

/// `الأسبوع الماضي`, `هذا العام`, `الخميس المقبل`, `الليلة الماضية`, `الأسبوع قبل الماضي`.
pub(super) fn adjacent(reader: &Reader, i: usize) -> Vec<Part> {
    if reader.noun(i, &["هذا", "هذه"]) {
        let Some((value, end)) = period(reader, Direction::Present, i + 1) else { return Vec::new() };
        let end = towards(reader, end).map_or(end, |(_, after)| after);
        // `هذا العقد` is this contract as often as this decade.
        let certain = value.relative.is_none_or(|r| r.unit != Unit::Decade);
        return vec![Part { certain, ..Part::certain(value, i, end) }];
    }
    let Some((_, end)) = period(reader, Direction::Past, i) else { return Vec::new() };
    // `قبل الماضي` is one more step back, `بعد المقبل` one more forward.
    let second = reader.is(end, &["قبل", "بعد"]);
    let Some((direction, after)) = towards(reader, end + usize::from(second)) else { return Vec::new() };
    let Some((mut value, _)) = period(reader, direction, i) else { return Vec::new() };
    if let Some(relative) = value.relative.as_mut().filter(|_| second) {
        relative.amount = Some(2);
    }
    // `اليوم التالي` is counted from another day.
    let certain = !reader.is(after - 1, &["التالي", "التاليه", "السابق", "السابقه", "اللاحق", "اللاحقه"]);
    vec![Part { certain, ..Part::certain(value, i, after) }]
}

/// The direction after a period: `الماضي`, `المقبل`, `الجاري`.
pub(super) fn towards(reader: &Reader, i: usize) -> Option<(Direction, usize)> {
    reader.direction(i).filter(|_| !reader.noun(i, &["هذا", "هذه"]))
}

/// A definite period with a direction: unit, weekday, season, part of the day.
fn period(reader: &Reader, direction: Direction, i: usize) -> Option<(Value, usize)> {
    let definite = reader.word(i).contains("ال") || reader.word(i).starts_with("لل") || reader.is(i, &["نهايه", "عطله", "يوم", "فصل"]);
    if !definite {
        return None;
    }
    reader.term(i, |t| if matches!(t, Term::Month(_)) { None } else { meaning::directed(t, direction) })
}
