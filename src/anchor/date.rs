//! Dates and times: every one of a text as a partial value that is free of its language.
//!
//! `the 19th of June`, `19/6` and `التاسع عشر من حزيران` are one value; `Thursday` and `يوم الخميس` another, and so are `last year` and
//! `العام الماضي`. A value says only what the text says: what is left open is compared with nothing.
//!
//! Rules of each language (`english`, `arabic`) read pieces (a day with its month, a weekday, a clock); neighbouring pieces become one
//! date (`join`). A range or a list is as many dates as it has ends: `2-5 June 2018` is two, each with its month and year, so that a
//! translation may write it in any way. Durations (`two weeks`, `أربعة أيام`) are quantities, not dates, unless they count from now.

mod agreement;
mod arabic;
mod clock;
mod describe;
mod english;
mod fields;
mod join;
mod meaning;
mod numeric;
mod pairing;
mod reader;
mod scale;
mod value;
mod vocabulary;

#[cfg(test)]
mod cases;

use std::ops::Range;

pub use agreement::{Agreement, agreement};
pub use pairing::{Pairing, pair};
pub use value::{Calendar, Direction, Edge, Half, PartOfDay, Relative, Season, Time, Unit, Value};

use crate::lang::Lang;
use crate::lang::token::Tokens;
use crate::span::Span;
use fields::Fields;
use reader::{Part, Reader};

/// A date or time in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Its place in the text.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What it says.
    pub value: Value,
    /// Whether it is a date beyond doubt. What only may be one (a bare `1500`, `summer`, `for two years`) can answer a date of the other
    /// language, and asks for no answer itself.
    pub certain: bool,
}

impl Date {
    /// The same where its text starts at byte `start` and its tokens at `token`.
    pub(crate) fn shifted(self, start: u32, token: u32) -> Self {
        Self { span: self.span.shifted(start), tokens: self.tokens.start + token..self.tokens.end + token, ..self }
    }
}

/// Every date and time of a text, in order; they do not overlap.
///
/// ```
/// use muqabala::anchor::date::{dates, describe};
/// use muqabala::lang::{Lang, token::Tokens};
/// let english = dates(&Tokens::new(Lang::English, "They met on Wednesday afternoon, and in June last year."));
/// let arabic = dates(&Tokens::new(Lang::Arabic, "التقوا بعد ظهر يوم الأربعاء، وفي حزيران من العام الماضي."));
/// assert_eq!(english.iter().map(describe).collect::<Vec<_>>(), ["Wednesday afternoon", "last June"]);
/// assert_eq!(arabic.iter().map(describe).collect::<Vec<_>>(), ["Wednesday afternoon", "last June"]);
/// ```
pub fn dates(tokens: &Tokens) -> Vec<Date> {
    let mut dates = candidates(tokens);
    dates.retain(|date| date.certain);
    dates
}

/// Every date of a text and all that may be one, in order; they do not overlap. What [`pair`] should be given.
pub fn candidates(tokens: &Tokens) -> Vec<Date> {
    let reader = Reader::new(tokens);
    let mut parts = match tokens.lang() {
        Lang::English => english::read(&reader),
        Lang::Arabic => arabic::read(&reader),
    };
    let names = reader.names();
    // In a name only a full date is a date: `September 11 attacks`, but not `October War`.
    parts.retain(|part| {
        let dated = part.value.year.is_some() || part.value.fields().hold(Fields::MONTH.or(Fields::DAY));
        dated || !names.iter().any(|name| name.start <= part.first && part.end <= name.end)
    });
    let date = |part: Part| Date {
        span: tokens.span(part.first, part.end - 1),
        tokens: part.first as u32..part.end as u32,
        value: part.value,
        certain: part.certain,
    };
    join::join(&reader, tokens.lang(), parts).into_iter().map(date).collect()
}

/// The date that an article stands under: the first of `tokens`, its first line, that names a day or a month of a year; a Gregorian one
/// before a Hijri one.
pub fn dateline(tokens: &Tokens) -> Option<Date> {
    let named = |date: &Date| date.value.month.is_some() && (date.value.day.is_some() || date.value.year.is_some());
    dates(tokens).into_iter().filter(named).min_by_key(|date| date.value.calendar == Calendar::Hijri)
}

/// A date in plain English: `19 June 2018`, `Wednesday afternoon`, `last year`, `2 days ago`.
pub fn describe(date: &Date) -> String {
    describe::describe(&date.value)
}
