//! What we know of English and of Arabic: folding, tokens, light morphology.
//!
//! Nothing here knows articles, alignment or findings.

pub mod arabic;
pub mod denial;
pub mod english;
pub mod fold;
pub mod known;
pub(crate) mod marks;
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
        let latin = count_bytes(text.as_bytes(), |byte| byte.is_ascii_alphabetic());
        Self { latin, arabic: arabic_letters(text) }
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

/// How many of `bytes` are some that `is` tells: sixteen of them are looked at together, which counts in larger numbers cannot be.
pub fn count_bytes(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    bytes.chunks(usize::from(u8::MAX)).map(|chunk| usize::from(chunk.iter().map(|byte| u8::from(is(*byte))).sum::<u8>())).sum()
}

/// How many of `bytes` are some that `is` tells by them and by what stands behind them; the last is not asked for.
pub fn count_pairs(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> usize {
    let (most, firsts) = (usize::from(u8::MAX), bytes.split_last().map_or(&[][..], |(_, firsts)| firsts));
    let chunks = firsts.chunks(most).zip(bytes.get(1..).unwrap_or_default().chunks(most));
    chunks.map(|(first, second)| usize::from(first.iter().zip(second).map(|(a, b)| u8::from(is(*a, *b))).sum::<u8>())).sum()
}

/// How many letters of the Arabic script a text has; see [`is_arabic_letter`].
#[expect(clippy::needless_bitwise_bool, reason = "what is told without a branch is told of many bytes at once")]
pub fn arabic_letters(text: &str) -> usize {
    if text.is_ascii() {
        return 0;
    }
    let bytes = text.as_bytes();
    // ٮ and what follows it, and presentation forms.
    let is_rare = |first: u8, second: u8| (first == 0xD9) & (second >= 0xAE) | (first.wrapping_sub(0xDA) < 4) | (first == 0xEF);
    if count_pairs(bytes, is_rare) > 0 {
        return text.chars().filter(|c| is_arabic_letter(*c)).count();
    }
    // ؠ to ؿ, ـ to ي
    count_pairs(bytes, |first, second| (first == 0xD8) & (second >= 0xA0) | (first == 0xD9) & (second <= 0x8A))
}

/// Whether `c` is a letter of the Arabic script, presentation forms included.
#[inline]
pub fn is_arabic_letter(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{06FA}'..='\u{06FF}' | '\u{0750}'..='\u{077F}'
        | '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn letters_are_counted_as_they_are_told(text in "([a-zA-Z0-9 ]{0,9}|[\u{600}-\u{6ff}]{0,3}|[ا-ي]{0,200}|[\u{fb50}-\u{fdfb}é’🇸]{0,2}){0,5}") {
            proptest::prop_assert_eq!(arabic_letters(&text), text.chars().filter(|c| is_arabic_letter(*c)).count());
            let plain = text.chars().filter(char::is_ascii_alphanumeric).count();
            proptest::prop_assert_eq!(count_bytes(text.as_bytes(), |byte| byte.is_ascii_alphanumeric()), plain);
        }
    }
}
