//! What a date says, whatever the language, calendar or digits it was written in.

/// The calendar that year, month and day are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Common era; years before it are negative.
    #[default]
    Gregorian,
    /// Islamic lunar calendar; month 9 is Ramadan.
    Hijri,
}

/// A half of the day, of a clock of twelve hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

/// A time of the clock. Without a half, an hour from 1 to 12 may be of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0 to 23; at most 12 when `half` is unknown and the text did not write 24 hours.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Known from am, pm, a part of the day or an hour above 12.
    pub half: Option<Half>,
}

/// A part of the day, in its order through the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartOfDay {
    /// فجر
    Dawn,
    /// صباح
    Morning,
    /// ظهر
    Noon,
    /// بعد الظهر، عصر
    Afternoon,
    /// مساء
    Evening,
    /// ليل
    Night,
    /// منتصف الليل
    Midnight,
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// ربيع
    Spring,
    /// صيف
    Summer,
    /// خريف
    Autumn,
    /// شتاء
    Winter,
}

/// Which third of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Early, beginning, start; أوائل، مطلع، بداية.
    Early,
    /// Mid, middle; منتصف، أواسط.
    Mid,
    /// Late, end; أواخر، نهاية.
    Late,
}

/// Which way from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Last, ago; الماضي، قبل.
    Past,
    /// This; الجاري، هذا.
    Present,
    /// Next; المقبل.
    Future,
}

/// A unit of the calendar or of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    /// A season of sport or television.
    Season,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// Its length in days, near enough to tell `7 days ago` from `a month ago`.
    pub(super) const fn days(self) -> f64 {
        match self {
            Self::Second => 1.0 / 86_400.0,
            Self::Minute => 1.0 / 1_440.0,
            Self::Hour => 1.0 / 24.0,
            Self::Day => 1.0,
            Self::Weekend | Self::Week => 7.0,
            Self::Month => 30.4,
            Self::Season | Self::Year => 365.0,
            Self::Decade => 3_650.0,
            Self::Century => 36_500.0,
        }
    }

    /// Its English name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// A time counted from now: `yesterday` is 1 day past, `next year` 1 year future, `years ago` an unknown number of years past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Relative {
    /// Which way; unknown in `the end of the year`, `the weekend`.
    pub direction: Option<Direction>,
    /// How many units; 0 for `this`; unknown in `years ago`.
    pub amount: Option<u32>,
    /// And a half: `a year and a half ago`.
    pub half: bool,
    /// What is counted.
    pub unit: Unit,
}

impl Relative {
    /// `amount` units in a direction.
    pub const fn new(direction: Direction, amount: u32, unit: Unit) -> Self {
        Self { direction: Some(direction), amount: Some(amount), half: false, unit }
    }

    /// Last, this or next.
    pub const fn adjacent(direction: Direction, unit: Unit) -> Self {
        Self::new(direction, if matches!(direction, Direction::Present) { 0 } else { 1 }, unit)
    }

    /// A period of which the text does not say whether it is the last, this or the next.
    pub const fn some(unit: Unit) -> Self {
        Self { direction: None, amount: None, half: false, unit }
    }
}

/// What a date says. Every field that the text leaves open is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Value {
    /// The calendar of `year`, `month` and `day`.
    pub calendar: Calendar,
    /// The year; before our era negative.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Whether `day` and `month` may be the other way round, as in `5/6/2018`.
    pub swappable: bool,
    /// 1 (Monday) to 7 (Sunday).
    pub weekday: Option<u8>,
    /// A time of the clock.
    pub time: Option<Time>,
    /// Morning to midnight.
    pub part: Option<PartOfDay>,
    /// The decade of its century: 80 in `1980s` and `the eighties`.
    pub decade: Option<u8>,
    /// The century: 20 in `1980s` and `twentieth century`; before our era negative.
    pub century: Option<i32>,
    /// A season.
    pub season: Option<Season>,
    /// Counted from now. Beside a month or a season it is their year, beside a weekday its week: `last June`, `last Thursday`.
    pub relative: Option<Relative>,
    /// Early, mid or late in the period that the other fields name.
    pub edge: Option<Edge>,
}

impl Value {
    /// What both say together; a field that both know is taken from `self`.
    pub(super) fn with(self, other: Self) -> Self {
        let hijri = self.calendar == Calendar::Hijri || other.calendar == Calendar::Hijri;
        Self {
            calendar: if hijri { Calendar::Hijri } else { Calendar::Gregorian },
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            swappable: self.swappable || other.swappable,
            weekday: self.weekday.or(other.weekday),
            time: self.time.or(other.time),
            part: self.part.or(other.part),
            decade: self.decade.or(other.decade),
            century: self.century.or(other.century),
            season: self.season.or(other.season),
            relative: self.relative.or(other.relative),
            edge: self.edge.or(other.edge),
        }
    }

    /// With day and month the other way round.
    pub(super) const fn swapped(self) -> Self {
        Self { month: self.day, day: self.month, ..self }
    }
}

impl From<Relative> for Value {
    fn from(relative: Relative) -> Self {
        Self { relative: Some(relative), ..Self::default() }
    }
}
