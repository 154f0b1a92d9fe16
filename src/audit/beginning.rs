//! How a word begins, in one number: for those who ask of each of many words whether another is it, and hardly ever find it.

use std::num::NonZeroU8;

/// The first bytes of a word, all of them if it is short.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beginning {
    bytes: u64,
    /// How many of them count.
    length: NonZeroU8,
}

/// So many bytes are looked at.
const SHOWN: usize = size_of::<u64>();

impl Beginning {
    /// Of `word`, behind which anything may follow if it is `open`; `None` if that is any word.
    pub fn of(word: &str, open: bool) -> Option<Self> {
        // The zeros behind a short word tell where it ends.
        let length = if open { word.len().min(SHOWN) } else { SHOWN };
        Some(Self { bytes: head(word), length: NonZeroU8::new(length as u8)? })
    }

    /// Whether a word that may be `word` by how it begins is it.
    pub const fn is_all(word: &str, open: bool) -> bool {
        word.len() < SHOWN || open && word.len() == SHOWN
    }

    /// One of the [`keys`] of every word that it fits.
    pub fn key(self) -> u32 {
        let known = usize::from(self.length.get());
        key(self.bytes, GLANCE.into_iter().rfind(|bytes| *bytes <= known).unwrap_or(GLANCE[0]))
    }

    /// Whether a word with this [`head`] may be it; if not, it surely is not.
    pub const fn fits(self, head: u64) -> bool {
        (head ^ self.bytes) << (u64::BITS - 8 * self.length.get() as u32) == 0
    }
}

/// By so many first bytes words are looked for: by the most that are known of what they are to begin with.
const GLANCE: [usize; 3] = [1, 2, 4];

/// A number for the first so many bytes of `head`.
const fn key(head: u64, bytes: usize) -> u32 {
    let shown = head & (u64::MAX >> (u64::BITS as usize - 8 * bytes));
    // The golden ratio spreads what differs in a few bits.
    ((shown | (bytes as u64) << 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as u32
}

/// The keys by which a word with this [`head`] is found, of whatever [`Beginning`].
pub(super) fn keys(head: u64) -> impl Iterator<Item = u32> {
    GLANCE.into_iter().map(move |bytes| key(head, bytes))
}

/// The first bytes of a word, filled up with zeros.
pub(super) fn head(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if let Some(bytes) = bytes.first_chunk() {
        return u64::from_le_bytes(*bytes);
    }
    // Of four bytes to seven the first four and the last four, which may be the same in part.
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (bytes.len() - size_of::<u32>()));
    }
    bytes.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_or_begins_with_a_word_fits() {
        let words = ["", "a", "an", "order", "ordered", "ordering", "orderings", "orderly", "على", "عليهم", "عليهما"];
        for word in words {
            for other in words {
                let fits = |open: bool| Beginning::of(word, open).is_none_or(|beginning| beginning.fits(head(other)));
                assert!(fits(false) || other != word, "{other} is {word}");
                assert!(fits(true) || !other.starts_with(word), "{other} begins with {word}");
                let is = |open: bool| if open { other.starts_with(word) } else { other == word };
                assert!([true, false].iter().all(|open| !Beginning::is_all(word, *open) || fits(*open) == is(*open)), "{other} for {word}");
                let keyed = |open: bool| keys(head(other)).any(|key| Beginning::of(word, open).is_some_and(|own| key == own.key()));
                assert!(!fits(false) || keyed(false), "{other} by {word}");
                assert!(!fits(true) || word.is_empty() || keyed(true), "{other} by {word}*");
            }
        }
        let fits = |word: &str, open: bool, other: &str| Beginning::of(word, open).unwrap().fits(head(other));
        assert!(!fits("an", false, "ant") && fits("an", true, "ant") && !fits("an", true, "a"));
        assert!(fits("orderings", false, "orderingx") && !fits("ordering", false, "orderly"));
    }
}
