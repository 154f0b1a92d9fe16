//! Whether two dates can be the same.

use super::Date;
use super::value::{Direction, Fields, PartOfDay, Relative, Time, Unit, Value};

/// How a date of the target agrees with one of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// They say the same.
    Same,
    /// One says less, or says it another way, and nothing contradicts: `19 June` and `June`, `Thursday` and `today`.
    Compatible,
    /// Another year, decade or century.
    YearDiffers,
    /// Another month.
    MonthDiffers,
    /// Another day of the month.
    DayDiffers,
    /// Another weekday.
    WeekdayDiffers,
    /// Another time of the clock, or a part of the day that is not beside it.
    TimeDiffers,
    /// Another season.
    SeasonDiffers,
    /// Early, mid or late confused.
    EdgeDiffers,
    /// Last, this or next confused, or another number of days, weeks, months or years ago.
    RelativeDiffers,
    /// They differ in several ways, or have nothing in common.
    Different,
}

impl Agreement {
    /// Whether both can be the same date.
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Same | Self::Compatible)
    }

    /// What differs, as a noun: `year`, `weekday`; nothing when they agree.
    pub const fn difference(self) -> Option<&'static str> {
        Some(match self {
            Self::Same | Self::Compatible => return None,
            Self::YearDiffers => "year",
            Self::MonthDiffers => "month",
            Self::DayDiffers => "day",
            Self::WeekdayDiffers => "weekday",
            Self::TimeDiffers => "time",
            Self::SeasonDiffers => "season",
            Self::EdgeDiffers => "part of the period",
            Self::RelativeDiffers => "time relative to now",
            Self::Different => "date",
        })
    }
}

/// Compares a date of the source with one of the target. With the article's dateline, `last year` can be checked against `2017`.
///
/// ```
/// use muqabala::anchor::date::{Agreement, agreement, dates};
/// use muqabala::lang::{Lang, token::Tokens};
/// let source = dates(&Tokens::new(Lang::English, "The talks open on June 19, 2018."));
/// let target = dates(&Tokens::new(Lang::Arabic, "تبدأ المحادثات في 16 حزيران/يونيو 2018."));
/// assert_eq!(agreement(&source[0], &target[0], None), Agreement::DayDiffers);
/// ```
pub fn agreement(source: &Date, target: &Date, dateline: Option<&Date>) -> Agreement {
    Comparison::of(&source.value, &target.value, dateline.map(|date| &date.value)).agreement()
}

/// Two values, field by field.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Comparison {
    /// Fields that say exactly the same.
    pub exact: u32,
    /// Of these, those that can carry a date alone, as an edge cannot; and years within each other.
    core: u32,
    /// Fields that say compatible things in different words.
    pub related: u32,
    /// Fields that contradict.
    pub conflicts: u32,
    first: Option<Agreement>,
    same_fields: bool,
}

/// How two fields relate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Exact,
    Related,
    Conflict,
    None,
}

impl Link {
    fn equal<T: PartialEq>(a: Option<T>, b: Option<T>) -> Self {
        match (a, b) {
            (Some(a), Some(b)) if a == b => Self::Exact,
            (Some(_), Some(_)) => Self::Conflict,
            _ => Self::None,
        }
    }

    fn possible(possible: bool) -> Self {
        if possible { Self::Related } else { Self::Conflict }
    }
}

impl Comparison {
    /// Compares `a` and `b`; where day and month may be swapped, in the reading that agrees best.
    pub(super) fn of(a: &Value, b: &Value, dateline: Option<&Value>) -> Self {
        let plain = Self::reading(a, b, dateline);
        if plain.conflicts == 0 || !(a.swappable || b.swappable) {
            return plain;
        }
        let swapped = Self::reading(&a.swapped(), b, dateline);
        if swapped.conflicts < plain.conflicts { swapped } else { plain }
    }

    fn reading(a: &Value, b: &Value, dateline: Option<&Value>) -> Self {
        let mut all = Self { same_fields: a.fields() == b.fields(), ..Self::default() };
        let one_calendar = a.calendar == b.calendar;
        if one_calendar {
            let years = years(a, b);
            all.core += u32::from(years == Link::Related);
            all.add(years, Agreement::YearDiffers);
            all.add(Link::equal(a.month, b.month), Agreement::MonthDiffers);
            all.add(Link::equal(a.day, b.day), Agreement::DayDiffers);
        }
        all.add(Link::equal(a.weekday, b.weekday), Agreement::WeekdayDiffers);
        all.add(clocks(a, b), Agreement::TimeDiffers);
        all.add(Link::equal(a.season, b.season), Agreement::SeasonDiffers);
        all.add(relatives(a, b), Agreement::RelativeDiffers);
        all.add(resolved(a, b, dateline), Agreement::RelativeDiffers);
        all.add(resolved(b, a, dateline), Agreement::RelativeDiffers);
        all.core += all.exact;
        match Link::equal(a.edge, b.edge) {
            Link::Exact => all.exact += 1,
            link => all.add(link, Agreement::EdgeDiffers),
        }
        all
    }

    fn add(&mut self, link: Link, differs: Agreement) {
        match link {
            Link::Exact => self.exact += 1,
            Link::Related => self.related += 1,
            Link::Conflict => {
                self.conflicts += 1;
                self.first = self.first.or(Some(differs));
            }
            Link::None => {}
        }
    }

    /// Whether anything but an edge links the two.
    pub(super) const fn linked(&self) -> bool {
        self.core + self.related > 0
    }

    /// Whether all that each says, both say.
    pub(super) const fn same(&self) -> bool {
        self.same_fields && self.conflicts == 0 && self.related == 0 && self.exact >= 1
    }

    /// Whether they say at least one thing exactly alike, and contradict nowhere.
    pub(super) const fn shares(&self) -> bool {
        self.conflicts == 0 && self.core > 0
    }

    pub(super) fn agreement(&self) -> Agreement {
        match (self.conflicts, self.first) {
            (0, _) if self.same() => Agreement::Same,
            (0, _) if self.linked() => Agreement::Compatible,
            (1, Some(differs)) => differs,
            _ => Agreement::Different,
        }
    }
}

/// Year, decade and century are one scale.
fn years(a: &Value, b: &Value) -> Link {
    match (span(a), span(b)) {
        (Some(x), Some(y)) if x == y => Link::Exact,
        (Some(x), Some(y)) => Link::possible(x.0 <= y.1 && y.0 <= x.1),
        _ => decades(a, b),
    }
}

/// `the eighties`, of a century that is not said.
fn decades(a: &Value, b: &Value) -> Link {
    let decade = |v: &Value| v.decade.map(i32::from).or_else(|| v.year.map(|y| y.rem_euclid(100) / 10 * 10));
    match (decade(a), decade(b)) {
        (Some(x), Some(y)) if x == y => if a.fields() == b.fields() { Link::Exact } else { Link::Related },
        (Some(_), Some(_)) => Link::Conflict,
        _ => Link::None,
    }
}

/// The first and the last year that a value can mean.
fn span(value: &Value) -> Option<(i32, i32)> {
    if let Some(year) = value.year {
        return Some((year, year));
    }
    let century = value.century?;
    let first = if century > 0 { (century - 1) * 100 } else { century * 100 };
    Some(match value.decade {
        Some(decade) => (first + i32::from(decade), first + i32::from(decade) + 9),
        None => (first, first + 100),
    })
}

/// Time and part of the day are one scale.
fn clocks(a: &Value, b: &Value) -> Link {
    match (a.time, b.time) {
        (Some(x), Some(y)) => times(x, y),
        (None, None) => match (a.part, b.part) {
            (Some(x), Some(y)) if x == y => Link::Exact,
            (Some(x), Some(y)) => Link::possible(near(x, y)),
            _ => Link::None,
        },
        (Some(time), None) | (None, Some(time)) => match (time.part(), a.part.or(b.part)) {
            (Some(x), Some(y)) => Link::possible(near(x, y)),
            (None, Some(_)) => Link::Related,
            _ => Link::None,
        },
    }
}

fn times(x: Time, y: Time) -> Link {
    let hours = if x.half.is_some() && y.half.is_some() { x.hour == y.hour } else { x.hour % 12 == y.hour % 12 };
    if hours && x.minute == y.minute { Link::Exact } else { Link::Conflict }
}

/// Parts of the day that may be confused without harm: neighbours on the clock.
fn near(x: PartOfDay, y: PartOfDay) -> bool {
    let apart = (x as i32 - y as i32).rem_euclid(7);
    apart.min(7 - apart) <= 1 || matches!((x.min(y), x.max(y)), (PartOfDay::Noon, PartOfDay::Evening) | (PartOfDay::Evening, PartOfDay::Midnight) | (PartOfDay::Dawn, PartOfDay::Night))
}

/// Two times counted from now.
fn relatives(a: &Value, b: &Value) -> Link {
    let (Some(x), Some(y)) = (a.relative, b.relative) else { return Link::None };
    if x == y {
        return Link::Exact;
    }
    // `this Thursday` is the next one, `this summer` may be the last one, and `last June` is of last year or of this one.
    let named = Fields::WEEKDAY.or(Fields::MONTH).or(Fields::SEASON);
    let named = a.fields().meet(named) || b.fields().meet(named) || x.unit == Unit::Weekend || y.unit == Unit::Weekend;
    let present = x.direction == Some(Direction::Present) || y.direction == Some(Direction::Present);
    if x.direction.is_some() && y.direction.is_some() && x.direction != y.direction && !(named && present) {
        return Link::Conflict;
    }
    if named {
        return Link::Related;
    }
    Link::possible(as_long(x, y))
}

/// Whether two counts are about equally long: `7 days`, `a week`.
fn as_long(x: Relative, y: Relative) -> bool {
    let days = |r: Relative| r.amount.map(|n| (f64::from(n) + if r.half { 0.5 } else { 0.0 }) * r.unit.days());
    match (days(x), days(y)) {
        (Some(p), Some(q)) if x.unit == y.unit => p == q,
        (Some(p), Some(q)) if p > 0.0 && q > 0.0 => (p - q).abs() <= 0.1 * p.max(q),
        _ => x.unit.days() == y.unit.days() || x.amount.is_none() && y.amount.is_none(),
    }
}

/// `a` counts from now where `b` names a day, a month or a year.
fn resolved(a: &Value, b: &Value, dateline: Option<&Value>) -> Link {
    let Some(relative) = a.relative.filter(|_| b.relative.is_none()) else { return Link::None };
    let steps = match (relative.direction, relative.amount) {
        (Some(Direction::Past), Some(n)) => Some(-i64::from(n)),
        (Some(Direction::Present), _) => Some(0),
        (Some(Direction::Future), Some(n)) => Some(i64::from(n)),
        _ => None,
    };
    match relative.unit {
        Unit::Year if a.month.is_none() || b.year.is_some() => match (b.year, steps, dateline.and_then(|d| d.year)) {
            (Some(year), Some(steps), Some(now)) => Link::possible((i64::from(now) + steps - i64::from(year)).abs() <= i64::from(steps.abs() > 1)),
            (Some(_), ..) => Link::Related,
            _ => Link::None,
        },
        Unit::Month if a.month.is_none() => match (b.month, steps, dateline.and_then(|d| d.month)) {
            (Some(month), Some(steps), Some(now)) => Link::possible((i64::from(now) + steps - i64::from(month)).rem_euclid(12) == 0),
            (Some(_), ..) => Link::Related,
            _ => Link::None,
        },
        Unit::Day | Unit::Week | Unit::Weekend if b.weekday.is_some() && a.weekday.is_none() => {
            let now = dateline.and_then(weekday_of);
            match (steps, now, b.weekday) {
                // `today` and `Thursday` are the same day in news, whatever the dateline; a day more or less is the time zone.
                (Some(steps), Some(now), Some(weekday)) if relative.unit == Unit::Day && steps != 0 => {
                    let apart = (i64::from(now) + steps - i64::from(weekday)).rem_euclid(7);
                    Link::possible(apart <= 1 || apart == 6)
                }
                _ => Link::Related,
            }
        }
        Unit::Day if b.day.is_some() && b.month.is_some() && a.day.is_none() => match (steps, dateline.and_then(ordinal), ordinal(&Value { year: b.year.or(dateline.and_then(|d| d.year)), ..*b })) {
            (Some(steps), Some(now), Some(day)) => Link::possible((now + steps - day).abs() <= 1),
            _ => Link::Related,
        },
        _ => Link::None,
    }
}

/// The weekday of a full date, 1 (Monday) to 7.
fn weekday_of(value: &Value) -> Option<u8> {
    value.weekday.or_else(|| ordinal(value).map(|n| (n + 2).rem_euclid(7) as u8 + 1))
}

/// Days since 1 March of the year 0, by the proleptic Gregorian calendar.
fn ordinal(value: &Value) -> Option<i64> {
    let (year, month, day) = (i64::from(value.year?), i64::from(value.month?), i64::from(value.day?));
    if value.calendar != super::value::Calendar::Gregorian {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_weekday() {
        let day = |year, month, day| Value { year: Some(year), month: Some(month), day: Some(day), ..Value::default() };
        assert_eq!(weekday_of(&day(2018, 6, 19)), Some(2));
        assert_eq!(weekday_of(&day(2000, 1, 1)), Some(6));
        assert_eq!(weekday_of(&day(2024, 2, 29)), Some(4));
    }
}
