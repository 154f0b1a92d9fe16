//! What a bead is worth: the evidence of both sides, length and the prior of its shape.

use std::ops::Range;

use super::Cut;
use crate::evidence::item::Side;
use crate::evidence::link::{Index, found, missing};
use crate::lang::token::Kind;
use crate::lexicon::Lexicon;

/// Arabic characters for one English character in a translated sentence (measured on news).
const LENGTH_RATIO: f32 = 0.92;

/// What is known of one segment.
#[derive(Clone, Debug)]
struct Extent {
    items: Range<u32>,
    words: f32,
    letters: f32,
}

/// One way to account for an item: the segment on the other side and the chance per token that it is there by accident.
#[derive(Clone, Copy, Debug)]
struct Witness {
    segment: u32,
    q: f32,
}

/// The items of one side with their witnesses on the other.
#[derive(Debug)]
struct Ledger {
    extents: Vec<Extent>,
    p1: Vec<f32>,
    /// Chance per token that the item is met by accident, by whatever accounts for it.
    q: Vec<f32>,
    ends: Vec<u32>,
    witnesses: Vec<Witness>,
}

/// Scores beads of one pair of texts.
pub struct Scorer {
    english: Ledger,
    arabic: Ledger,
}

impl Scorer {
    /// Reads all evidence of the two texts.
    pub fn new(lexicon: &Lexicon, english: Cut, arabic: Cut) -> Self {
        let (mut e, mut a) = (Ledger::new(english), Ledger::new(arabic));
        let (segment_e, segment_a) = (e.segment_of(english.side.items.len()), a.segment_of(arabic.side.items.len()));
        let index = Index::new(lexicon, arabic.side);
        let mut links = Vec::new();
        for item in 0..english.side.items.len() as u32 {
            if segment_e[item as usize] != u32::MAX {
                index.links(english.side, item, 0..arabic.side.items.len() as u32, &mut links);
            }
        }
        links.retain(|l| segment_a[l.arabic as usize] != u32::MAX);
        e.witness(links.iter().map(|l| (l.english, segment_a[l.arabic as usize], l.q_english)));
        links.sort_by_key(|l| l.arabic);
        a.witness(links.iter().map(|l| (l.arabic, segment_e[l.english as usize], l.q_arabic)));
        Self { english: e, arabic: a }
    }

    /// How many segments each side has: English, Arabic.
    pub fn len(&self) -> (u32, u32) {
        (self.english.extents.len() as u32, self.arabic.extents.len() as u32)
    }

    /// Evidence and length of a bead, in nats; 0 where one side is empty.
    pub fn bead(&self, english: Range<u32>, arabic: Range<u32>) -> f32 {
        if english.is_empty() || arabic.is_empty() {
            return 0.0;
        }
        let of_english = self.english.evidence(english.clone(), arabic.clone(), self.arabic.words(arabic.clone()));
        let of_arabic = self.arabic.evidence(arabic.clone(), english.clone(), self.english.words(english.clone()));
        0.5 * (of_english + of_arabic) + length(self.english.letters(english), self.arabic.letters(arabic))
    }
}

/// How well two lengths in letters go together, in nats: the log density of their ratio in translations over that of two
/// sentences picked at random (whose log ratio spreads with a standard deviation of about 0.8).
fn length(english: f32, arabic: f32) -> f32 {
    let ratio = ((arabic + 6.0) / (english * LENGTH_RATIO + 6.0)).ln();
    let spread = (0.03 + 2.2 / (english + arabic + 6.0)).sqrt();
    let z = ratio / spread;
    let wide = ratio / 0.8;
    (-0.5 * z * z + 0.5 * wide * wide - (spread / 0.8).ln()).max(-25.0)
}

impl Ledger {
    fn new(cut: Cut) -> Self {
        let Side { tokens, items, .. } = cut.side;
        let extents = cut
            .segments
            .iter()
            .map(|segment| {
                let within = tokens.within(segment.span);
                let of = cut.side.items_within(within.clone());
                let (mut words, mut letters) = (0.0, 0.0);
                for i in within {
                    if tokens.list()[i].kind != Kind::Symbol {
                        words += 1.0;
                        letters += tokens.folded(i).chars().count() as f32 + 1.0;
                    }
                }
                Extent { items: of.start as u32..of.end as u32, words, letters }
            })
            .collect();
        Self { extents, p1: items.iter().map(|i| i.p1).collect(), q: vec![0.0; items.len()], ends: Vec::new(), witnesses: Vec::new() }
    }

    fn segment_of(&self, items: usize) -> Vec<u32> {
        let mut of = vec![u32::MAX; items];
        for (s, extent) in self.extents.iter().enumerate() {
            of[extent.items.start as usize..extent.items.end as usize].fill(s as u32);
        }
        of
    }

    /// Takes `(item, segment on the other side, q)`, sorted by item.
    fn witness(&mut self, links: impl Iterator<Item = (u32, u32, f32)>) {
        let mut ends = vec![0_u32; self.p1.len() + 1];
        for (item, segment, q) in links {
            match self.witnesses.last_mut() {
                Some(last) if ends[item as usize + 1] > 0 && last.segment == segment => last.q = last.q.min(q),
                _ => {
                    self.witnesses.push(Witness { segment, q });
                    ends[item as usize + 1] += 1;
                }
            }
        }
        for i in 1..ends.len() {
            ends[i] += ends[i - 1];
        }
        self.ends = ends;
    }

    fn words(&self, segments: Range<u32>) -> f32 {
        self.extents[segments.start as usize..segments.end as usize].iter().map(|e| e.words).sum()
    }

    fn letters(&self, segments: Range<u32>) -> f32 {
        self.extents[segments.start as usize..segments.end as usize].iter().map(|e| e.letters).sum()
    }

    /// Summed evidence that the items of `own` are accounted for in `other`, a stretch of `words` words.
    fn evidence(&self, own: Range<u32>, other: Range<u32>, words: f32) -> f32 {
        let items = self.extents[own.start as usize].items.start..self.extents[own.end as usize - 1].items.end;
        items
            .map(|i| {
                let witnesses = &self.witnesses[self.ends[i as usize] as usize..self.ends[i as usize + 1] as usize];
                let best = witnesses.iter().filter(|w| other.contains(&w.segment)).map(|w| w.q).fold(f32::MAX, f32::min);
                let p1 = self.p1[i as usize];
                if best < f32::MAX { found(p1, best, words) } else { missing(p1, self.q[i as usize], words) }
            })
            .sum()
    }
}
