//! Rule date-mismatch: another day, month, year or time.

use super::figures::{Facing, Figures, elsewhere, in_order, sentence};
use super::unit::{Note, Unit};
use super::{claim, echo};
use crate::anchor::date::{Agreement, Date, Direction, Relative, Unit as Period, describe};
use crate::lang::Lang;

/// Looks at every date of a bead.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = Figures::new(unit);
    for (facing, agreement) in figures.dates(unit) {
        let odds = match agreement {
            Some(agreement) if agreement.agrees() => None,
            Some(Agreement::EdgeDiffers) => Some(-0.3),
            Some(_) => Some(2.0),
            None => alone(unit, &figures, &facing),
        };
        notes.extend(odds.and_then(|odds| note(unit, &facing, odds)));
    }
}

/// How sure it is that a date without counterpart should have one.
fn alone(unit: &Unit, figures: &Figures, facing: &Facing<Date>) -> Option<f32> {
    let (lang, date) = facing.alone()?;
    let odds = weight(date, lang)?;
    let silent = figures.answers(lang, &date.tokens)
        || echoed(unit, lang, date)
        || echo::run_together(&unit.arabic)
        || elsewhere(unit, lang, &date.tokens)
        || claim::reports(unit, lang, date.span);
    (date.certain && !silent).then_some(odds)
}

/// How much a date says: years, days and weekdays much; `today` and `this year` so little that they come and go.
fn weight(date: &Date, lang: Lang) -> Option<f32> {
    let value = &date.value;
    let full = value.year.is_some() || value.day.is_some() || value.time.is_some();
    // A decade or century of its own; `the 2000s` is also a name of the millennium.
    let period = value.decade != Some(0) && value.century.is_some();
    match value.relative {
        _ if full => Some(0.8),
        _ if value.weekday.is_some() => Some(0.5),
        Some(Relative { direction: Some(Direction::Past | Direction::Future), amount: Some(_), unit, .. }) if unit >= Period::Day => {
            Some(0.2)
        }
        // `أغسطس` is August and Augustus.
        None if value.month.is_some() && lang == Lang::English => Some(0.2),
        None if period => Some(0.3),
        _ => None,
    }
}

/// Whether the year, or the day, stands among the digits of the other side.
fn echoed(unit: &Unit, lang: Lang, date: &Date) -> bool {
    let said = [
        date.value.year.map(i32::abs),
        date.value.day.filter(|_| date.value.year.is_none()).map(i32::from),
        date.value.time.map(|t| i32::from(t.hour)),
    ];
    let digits = echo::digits(unit.view(lang.other()));
    let own = echo::digits(unit.view(lang));
    let mut said = said.into_iter().flatten().map(|n| n.to_string()).peekable();
    let any = said.peek().is_some();
    let same = |n: &String| digits.contains(n);
    any && said.all(|n| same(&n)) || date.value.time.is_some() && own.iter().any(|d| d.len() >= 3 && same(d))
}

fn note(unit: &Unit, facing: &Facing<Date>, odds: f32) -> Option<Note> {
    let say = |d: Option<&Date>| d.map_or_else(String::new, describe);
    let (expected, found) = in_order(unit, say(facing.english), say(facing.arabic));
    let span = |d: Option<&Date>| d.map(|d| d.span);
    (expected != found).then(|| Note {
        english: span(facing.english),
        arabic: span(facing.arabic),
        message: sentence(&expected, &found),
        expected,
        found,
        odds,
        kind: None,
        severity: None,
    })
}
