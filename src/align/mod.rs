//! Alignment: which segments of the source and of the target say the same.

use std::ops::Range;

/// A group of source segments aligned with a group of target segments. One side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// Source segments, by index.
    pub source: Range<u32>,
    /// Target segments, by index.
    pub target: Range<u32>,
    /// Log likelihood ratio (nats) of the bead.
    pub score: f32,
    /// Probability, 0 to 1, that the bead is right.
    pub confidence: f32,
    /// Whether it stands out of order.
    pub moved: bool,
}
