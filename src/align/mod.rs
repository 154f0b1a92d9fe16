//! Alignment: which segments of the source and of the target say the same.
//!
//! Beads are found by dynamic programming over `shape`s; what a bead is worth comes from `score`, which reads the evidence
//! of both sides. Passages that stand elsewhere in the other text are parted from their neighbours and joined afterwards, see `moved`.

mod corridor;
mod moved;
mod path;
mod score;
mod shape;

use std::ops::Range;

use crate::evidence::index::Index;
use crate::evidence::item::Side;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::segment::Segment;
use corridor::Corridor;
use score::Scorer;

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

/// One text as alignment sees it.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// The text, read.
    pub side: &'a Side,
    /// Its segments.
    pub segments: &'a [Segment],
}

/// Aligns two texts of different languages. Every segment is in exactly one bead; beads stand in the order of the source, and
/// beads of the target alone where they stand in the target.
pub fn align(lexicon: &Lexicon, source: Cut, target: Cut) -> Vec<Bead> {
    let (english, arabic) = if source.side.tokens.lang() == Lang::English { (source, target) } else { (target, source) };
    let index = Index::new(lexicon, arabic.side);
    let scorer = Scorer::new(english, arabic, &index);
    let mut beads = path::best(&scorer, Corridor::new(&scorer));
    moved::part(&scorer, &mut beads);
    moved::join(&scorer, &mut beads);
    if source.side.tokens.lang() == Lang::Arabic {
        for bead in &mut beads {
            std::mem::swap(&mut bead.source, &mut bead.target);
        }
    }
    order(&mut beads);
    beads
}

/// Puts beads in source order; a bead of the target alone follows the bead of the target segment before it.
fn order(beads: &mut Vec<Bead>) {
    let (mut target_only, mut with_source): (Vec<Bead>, Vec<Bead>) = beads.drain(..).partition(|b| b.source.is_empty());
    with_source.sort_by_key(|b| b.source.start);
    target_only.sort_by_key(|b| b.target.start);
    // Those that keep order: where their target segments end, and how many beads stand up to there.
    let kept = with_source.iter().enumerate().filter(|(_, b)| !b.target.is_empty() && !b.moved);
    let kept: Vec<(u32, usize)> = kept.map(|(i, b)| (b.target.end, i + 1)).collect();
    let place = |b: &Bead| kept.partition_point(|(end, _)| *end <= b.target.start).checked_sub(1).map_or(0, |k| kept[k].1);
    let mut target_only = target_only.into_iter().peekable();
    for (i, bead) in with_source.into_iter().enumerate() {
        while let Some(alone) = target_only.next_if(|alone| place(alone) <= i) {
            beads.push(alone);
        }
        beads.push(bead);
    }
    beads.extend(target_only);
}
