//! A number as its words say it, before its unit, its bounds and its neighbours are known.

use std::ops::Range;

use super::Role;
use super::measure::Measure;
use super::numeral::Numeral;

/// A number read by one of the two grammars.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts that are read one by one")]
pub(super) struct Number {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Least value.
    pub low: f64,
    /// Greatest value.
    pub high: f64,
    /// Another way to read it.
    pub other: Option<f64>,
    /// The scale word that it ends with (a million in `5 million`), 1 without one: shared by `5 to 10 million`.
    pub scale: f64,
    /// What kind.
    pub role: Role,
    /// Whether it may well be no number at all.
    pub weak: bool,
    /// Whether digits take part.
    pub digits: bool,
    /// Whether it is four digits that may name a year.
    pub maybe_year: bool,
    /// Whether the Arabic article is on it.
    pub definite: bool,
    /// The unit, where the number is a dual of one (`أسبوعين`).
    pub measure: Measure,
}

impl Number {
    /// One value written in words.
    pub(super) fn words(tokens: Range<usize>, value: f64, role: Role) -> Self {
        Self {
            tokens,
            low: value,
            high: value,
            other: None,
            scale: 1.0,
            role,
            weak: false,
            digits: false,
            maybe_year: false,
            definite: false,
            measure: Measure::None,
        }
    }

    /// The same number as one that may well be none.
    pub(super) fn weak(self) -> Self {
        Self { weak: true, ..self }
    }

    /// One value written in digits from token `start`.
    pub(super) fn digits(start: usize, numeral: Numeral) -> Self {
        let year = numeral.plain && numeral.length == 4 && (1000.0..=2100.0).contains(&numeral.value);
        let role = if numeral.share { Role::Fraction } else { Role::Cardinal };
        Self { digits: true, maybe_year: year, other: numeral.other, ..Self::words(start..numeral.end, numeral.value, role) }
    }

    /// A vague number: `low` to `high` times `scale`.
    pub(super) fn vague(tokens: Range<usize>, low: f64, high: f64, scale: f64) -> Self {
        Self { high: high * scale, scale, ..Self::words(tokens, low * scale, Role::Vague) }
    }

    /// Makes it `factor` times as much.
    pub(super) fn times(&mut self, factor: f64) {
        self.low *= factor;
        self.high *= factor;
        self.other = self.other.map(|o| o * factor);
        self.maybe_year = false;
    }
}

/// No scale word multiplies what has reached this: `million million million ...` stays finite.
pub(super) const GREATEST: f64 = 1e15;

/// The bounds of one vague word: `dozens` is 20 to 99, `hundreds` 200 to 999.
pub(super) const VAGUE: (f64, f64) = (2.0, 9.99);

/// The bounds of `a few`, `several`, `بضع`.
pub(super) const FEW: (f64, f64) = (3.0, 9.0);
