//! What a bead is worth: the evidence of both sides, length and the prior of its shape.

use std::cell::RefCell;
use std::ops::Range;

use super::Cut;
use crate::evidence::account::Account;
use crate::evidence::link::{Index, Link, found, missing};
use crate::lang::token::Kind;
use crate::lexicon::Lexicon;

/// Arabic characters for one English character in a translated sentence (measured on news).
const LENGTH_RATIO: f32 = 0.92;
/// Weight of the evidence of each side. The two sides tell much the same, hence one half each.
const SIDE: f32 = 0.5;

/// What is known of one segment.
#[derive(Clone, Debug)]
struct Extent {
    items: Range<u32>,
    words: f32,
    letters: f32,
}

/// The segments of one text and the chance of each item to be found when translated.
#[derive(Debug)]
struct Ledger {
    extents: Vec<Extent>,
    p1: Vec<f32>,
}

/// Scores beads of one pair of texts.
pub struct Scorer {
    english: Ledger,
    arabic: Ledger,
    /// Links of each English item, in the order of the Arabic items.
    ends: Vec<u32>,
    links: Vec<Link>,
    /// Kept from bead to bead, to save its memory.
    account: RefCell<Account>,
}

impl Scorer {
    /// Reads all evidence of the two texts.
    pub fn new(lexicon: &Lexicon, english: Cut, arabic: Cut) -> Self {
        let index = Index::new(lexicon, arabic.side);
        let (mut links, mut ends) = (Vec::new(), vec![0]);
        for item in 0..english.side.items.len() as u32 {
            index.links(english.side, item, 0..arabic.side.items.len() as u32, &mut links);
            ends.push(links.len() as u32);
        }
        Self { english: Ledger::new(english), arabic: Ledger::new(arabic), ends, links, account: RefCell::default() }
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
        let (e, a) = (self.english.sum(english), self.arabic.sum(arabic));
        SIDE * self.evidence(&e, &a) + length(e.letters, a.letters)
    }

    /// Evidence of both sides, by the account of their items.
    fn evidence(&self, e: &Extent, a: &Extent) -> f32 {
        let mut account = self.account.borrow_mut();
        let links = e.items.clone().flat_map(|item| {
            let of = &self.links[self.ends[item as usize] as usize..self.ends[item as usize + 1] as usize];
            let first = of.partition_point(|l| l.arabic < a.items.start);
            of[first..].iter().take_while(|l| l.arabic < a.items.end).copied()
        });
        account.make(links, &e.items, &a.items);
        let mut sum = 0.0;
        for (item, at) in e.items.clone().zip(&account.english) {
            let p1 = self.english.p1[item as usize];
            sum += account.links.get(*at as usize).map_or_else(|| missing(p1, 0.0, 1.0), |l| found(p1, l.q_english, a.words));
        }
        for (item, at) in a.items.clone().zip(&account.arabic) {
            let p1 = self.arabic.p1[item as usize];
            sum += account.links.get(*at as usize).map_or_else(|| missing(p1, 0.0, 1.0), |l| found(p1, l.q_arabic, e.words));
        }
        sum
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
        let tokens = &cut.side.tokens;
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
        Self { extents, p1: cut.side.items.iter().map(|i| i.p1).collect() }
    }

    /// Several segments as one.
    fn sum(&self, segments: Range<u32>) -> Extent {
        let extents = &self.extents[segments.start as usize..segments.end as usize];
        Extent {
            items: extents[0].items.start..extents[extents.len() - 1].items.end,
            words: extents.iter().map(|e| e.words).sum(),
            letters: extents.iter().map(|e| e.letters).sum(),
        }
    }
}
