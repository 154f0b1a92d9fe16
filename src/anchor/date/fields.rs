//! Which fields of a value are known, as a set.

use super::value::Value;

/// A set of fields of [`Value`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(u16);

impl Fields {
    pub(super) const NONE: Self = Self(0);
    pub(super) const YEAR: Self = Self(1);
    pub(super) const MONTH: Self = Self(1 << 1);
    pub(super) const DAY: Self = Self(1 << 2);
    pub(super) const WEEKDAY: Self = Self(1 << 3);
    pub(super) const TIME: Self = Self(1 << 4);
    pub(super) const PART: Self = Self(1 << 5);
    pub(super) const DECADE: Self = Self(1 << 6);
    pub(super) const CENTURY: Self = Self(1 << 7);
    pub(super) const SEASON: Self = Self(1 << 8);
    pub(super) const RELATIVE: Self = Self(1 << 9);
    pub(super) const EDGE: Self = Self(1 << 10);

    /// The fields of either.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The fields of this one that `other` lacks.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether they share a field.
    pub(super) const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether this one has all fields of `other`.
    pub(super) const fn hold(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is none.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many.
    pub(super) const fn len(self) -> u32 {
        self.0.count_ones()
    }
}

impl Value {
    /// The fields that are known.
    pub(super) fn fields(&self) -> Fields {
        [
            (self.year.is_some(), Fields::YEAR),
            (self.month.is_some(), Fields::MONTH),
            (self.day.is_some(), Fields::DAY),
            (self.weekday.is_some(), Fields::WEEKDAY),
            (self.time.is_some(), Fields::TIME),
            (self.part.is_some(), Fields::PART),
            (self.decade.is_some(), Fields::DECADE),
            (self.century.is_some(), Fields::CENTURY),
            (self.season.is_some(), Fields::SEASON),
            (self.relative.is_some(), Fields::RELATIVE),
            (self.edge.is_some(), Fields::EDGE),
        ]
        .into_iter()
        .filter(|(known, _)| *known)
        .fold(Fields::default(), |all, (_, field)| all.or(field))
    }
}
