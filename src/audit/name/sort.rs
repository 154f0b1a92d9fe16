//! What names are of, as far as one can tell.

use crate::lexicon::Class;

/// A set of sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sorts(u8);

impl Sorts {
    pub const PERSON: Self = Self(1);
    pub const PLACE: Self = Self(2);
    /// A people, a faith, a party: names that are adjectives too.
    pub const PEOPLE: Self = Self(4);
    pub const ORGANISATION: Self = Self(8);
    /// Nobody knows.
    pub const ANY: Self = Self(15);

    /// The sorts of `classes`.
    pub fn of(classes: impl Iterator<Item = Class>) -> Self {
        classes.fold(Self(0), |sorts, class| {
            sorts.or(match class {
                Class::Person | Class::GivenName => Self::PERSON,
                Class::Country | Class::City | Class::Region => Self::PLACE,
                Class::Demonym => Self::PEOPLE,
                Class::Organisation => Self::ORGANISATION,
                _ => Self(0),
            })
        })
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a sort; a place and its people count as one.
    pub const fn agree(self, other: Self) -> bool {
        const LAND: u8 = Sorts::PLACE.0 | Sorts::PEOPLE.0;
        self.0 & other.0 != 0 || (self.0 & LAND != 0 && other.0 & LAND != 0)
    }

    pub const fn may_be(self, sort: Self) -> bool {
        self.0 & sort.0 != 0
    }

    pub const fn is(self, sort: Self) -> bool {
        self.0 == sort.0
    }
}
