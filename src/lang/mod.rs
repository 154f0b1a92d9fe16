//! What we know of English and of Arabic: folding, tokens, light morphology.
//!
//! Nothing here knows articles, alignment or findings.

pub mod arabic;
pub mod denial;
pub mod english;
pub mod fold;
pub mod known;
pub mod skeleton;
mod spelling;
pub mod token;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The two languages of an article pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    English,
    /// Arabic.
    Arabic,
}

impl Lang {
    /// The language whose script most letters of `text` belong to; `None` when it has no letter of either.
    ///
    /// ```
    /// use muqabala::lang::Lang;
    /// assert_eq!(Lang::detect("شن الجيش هجوما @agency"), Some(Lang::Arabic));
    /// assert_eq!(Lang::detect("2018"), None);
    /// ```
    pub fn detect(text: &str) -> Option<Self> {
        Letters::of(text).lang()
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Arabic,
            Self::Arabic => Self::English,
        }
    }

    /// What there is in English, and what in Arabic, of `own` in this language and `other` in the other.
    pub fn english_first<T>(self, own: T, other: T) -> (T, T) {
        match self {
            Self::English => (own, other),
            Self::Arabic => (other, own),
        }
    }

    /// Folds a token or phrase of this language for comparing; see [`fold`].
    pub fn fold(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::English => fold::english(text),
            Self::Arabic => fold::arabic(text),
        }
    }

    /// Its English name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Arabic => "Arabic",
        }
    }
}

/// How many letters of either script a text has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Letters {
    latin: usize,
    arabic: usize,
}

impl Letters {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        // One script after the other: bytes that are no letter of Latin script are told many at once, and most English has no others.
        let latin = text.bytes().filter(u8::is_ascii_alphabetic).count();
        let arabic = if text.is_ascii() { 0 } else { text.chars().filter(|c| is_arabic_letter(*c)).count() };
        Self { latin, arabic }
    }

    /// Adds those of another text.
    pub const fn add(&mut self, other: Self) {
        self.latin += other.latin;
        self.arabic += other.arabic;
    }

    /// The language whose script most of them belong to; `None` when there is none.
    pub const fn lang(self) -> Option<Lang> {
        match self {
            Self { latin: 0, arabic: 0 } => None,
            Self { latin, arabic } if arabic >= latin => Some(Lang::Arabic),
            _ => Some(Lang::English),
        }
    }
}

/// Whether `c` is a letter of the Arabic script, presentation forms included.
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{06FA}'..='\u{06FF}' | '\u{0750}'..='\u{077F}'
        | '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}
