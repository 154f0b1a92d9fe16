//! Places in a text.
//!
//! Every offset in this crate is a byte offset into the text as the user wrote it: what is folded for comparing keeps
//! the span of the original, so a report can always show the exact words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`, in one original text. Both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The whole of `text`.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len() as u32)
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether no byte is covered.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// As a range of `usize`, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words at this place of `text`, the text that the span was made from.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same place when the text that it was made from starts at byte `offset` of a larger one.
    #[must_use]
    pub const fn shifted(self, offset: u32) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_slice_cover_and_shift() {
        let text = "قال Ali";
        let word = Span::new(0, 6);
        assert_eq!(word.of(text), "قال");
        assert_eq!(word.cover(Span::new(7, 10)), Span::whole(text));
        assert!(!word.overlaps(Span::new(6, 7)));
        assert!(word.overlaps(Span::new(4, 7)));
        assert_eq!(word.shifted(3), Span::new(3, 9));
    }
}
