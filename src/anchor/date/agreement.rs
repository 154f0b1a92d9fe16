//! Whether two dates can be the same.

use super::Date;
use super::scale::{Link, clocks, relatives, resolved, years};
use super::value::Value;

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

    /// How much they say alike, against what they contradict in; to choose among partners.
    pub(super) fn likeness(&self) -> i64 {
        i64::from(20 * self.exact + 10 * self.related) - i64::from(15 * self.conflicts)
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
