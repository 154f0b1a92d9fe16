//! Numbers of a text as language-free values: `two and a half million dollars` and `٢٫٥ مليون دولار` are the same [`Quantity`].
//!
//! [`quantities`] reads them, [`agreement`] compares two, [`pair`] faces two lists, [`describe`] says one in plain English.
//!
//! ```
//! use muqabala::anchor::quantity::{Agreement, agreement, describe, quantities};
//! use muqabala::lang::{Lang, token::Tokens};
//!
//! let english = quantities(&Tokens::new(Lang::English, "They walked for about 24 miles."));
//! let arabic = quantities(&Tokens::new(Lang::Arabic, "ساروا نحو ٣٨ كيلومترا."));
//! assert_eq!(describe(&english[0]), "about 24 miles");
//! assert_eq!(describe(&arabic[0]), "about 38 kilometers");
//! assert_eq!(agreement(&english[0], &arabic[0]), Agreement::Converted);
//! ```

mod agreement;
mod arabic;
mod assemble;
mod bare;
mod bound;
mod clock;
mod describe;
mod dual;
mod english;
mod measure;
mod noun;
mod number;
mod numeral;
mod pairing;
mod range;
mod scan;
mod surroundings;
mod vocabulary;

use std::ops::Range;

use crate::lang::token::Tokens;
use crate::span::Span;

pub use agreement::{Agreement, agreement};
pub use bare::durations;
pub use describe::describe;
pub use dual::is_two_of;
pub use measure::{Currency, Measure, Unit};
pub use pairing::{Pairing, pair};

/// A number with what it counts or measures and what bounds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its place in the text that the tokens are of: number, unit and bounding words.
    pub span: Span,
    /// The tokens of `span`.
    pub tokens: Range<u32>,
    /// The digits or number words alone.
    pub number_tokens: Range<u32>,
    /// Least value, in the unit of `measure` (percent in hundredths: 40 for 40%).
    pub low: f64,
    /// Greatest value; equal to `low` for a single one. Of a score, the second number.
    pub high: f64,
    /// What it is worth when read the other way: 20 for `20.000`, a fifth for `خمس`, 1,000 for `ألفا`; 22:30 for `10:30`.
    pub other: Option<f64>,
    /// What bounds it.
    pub bound: Bound,
    /// What it measures.
    pub measure: Measure,
    /// What kind of number.
    pub role: Role,
    /// Whether it is written in digits, at least in part.
    pub digits: bool,
    /// The token of the word that is counted, where it stands right behind.
    pub noun: Option<u32>,
    /// Whether it may be no number (`one` the pronoun, `both`, a word that only looks like a dual): it may find a partner, but its absence means nothing.
    pub weak: bool,
    /// Whether it is four plain digits from 1000 to 2100, or a decade: a date may claim it.
    pub maybe_year: bool,
}

impl Quantity {
    /// Whether it has more than one value: a range, a vague word, a score.
    pub fn is_range(&self) -> bool {
        self.low != self.high
    }

    /// The same where its text starts at byte `start` and its tokens at `token`.
    pub(crate) fn shifted(self, start: u32, token: u32) -> Self {
        let moved = |tokens: &Range<u32>| tokens.start + token..tokens.end + token;
        Self {
            span: self.span.shifted(start),
            tokens: moved(&self.tokens),
            number_tokens: moved(&self.number_tokens),
            noun: self.noun.map(|n| n + token),
            ..self
        }
    }
}

/// How a number is bounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// No word bounds it.
    #[default]
    Exact,
    /// `about`, `nearly`, `نحو`, `قرابة`.
    About,
    /// `more than`, `at least`, `لا يقل عن`.
    AtLeast,
    /// `up to`, `less than`, `لا يتجاوز`.
    AtMost,
    /// `over 12 rounds`, `above the 70% ceiling`: the other language may say that it is the least, or only the number.
    MaybeAtLeast,
    /// `as young as nine`, `a mere 2%`, وصلت إلى: the other language may say that it is the most, or only the number.
    MaybeAtMost,
}

impl Bound {
    /// The same where it is unsure that the words bound the number; nothing of what is only about it.
    const fn unsure(self) -> Option<Self> {
        match self {
            Self::AtLeast | Self::MaybeAtLeast => Some(Self::MaybeAtLeast),
            Self::AtMost | Self::MaybeAtMost => Some(Self::MaybeAtMost),
            Self::Exact | Self::About => None,
        }
    }

    const fn is_unsure(self) -> bool {
        matches!(self, Self::MaybeAtLeast | Self::MaybeAtMost)
    }
}

/// What kind of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It counts: `five`, `5 million`.
    Cardinal,
    /// It names, and may be said as a cardinal or an ordinal: `World War II`, `العشرين`.
    Label,
    /// It ranks: `third`, `الثالثة`.
    Ordinal,
    /// It is a share: `half`, `ثلثي`.
    Fraction,
    /// It multiplies: `twice`, `ثلاثة أضعاف`, `five times`.
    Multiple,
    /// It gives an order of magnitude: `dozens`, `مئات الآلاف`, `بضع`.
    Vague,
    /// Two sides: `3-2`.
    Score,
    /// An Arabic dual: `شخصان`.
    Dual,
    /// A time of day, in hours: `10:30` is 10.5, `10:30 pm` 22.5.
    Clock,
    /// Ten years: `1980s` is 1980, `الثمانينيات` is 80.
    Decade,
}

/// All quantities of a text in either language, in order of their number words. They do not overlap.
///
/// Total: any text gives a list. Numbers with more than 18 digits, dates such as `12.05.2018` and version numbers are no quantities.
pub fn quantities(tokens: &Tokens) -> Vec<Quantity> {
    assemble::all(tokens)
}
