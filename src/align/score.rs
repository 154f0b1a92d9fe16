//! What a bead is worth: the evidence of both sides, length and the prior of its shape.

use std::ops::Range;

use super::Cut;
use crate::evidence::account::Account;
use crate::evidence::index::Index;
use crate::evidence::item::Side;
use crate::evidence::link::{Link, found, missing};
use crate::lang::token::Kind;

/// Arabic characters for one English character in a translated sentence (measured on news).
const LENGTH_RATIO: f32 = 0.92;
/// Weight of the evidence of each side. The two sides tell much the same, hence hardly more than one half each. Fitted, like the
/// other constants of this file, on perturbed news.
const SIDE: f32 = 0.6;
/// Weight of the evidence of lengths.
const LENGTH: f32 = 1.2;

/// What is known of one segment, or of several as one.
#[derive(Clone, Debug)]
pub struct Extent {
    /// Its items.
    pub items: Range<u32>,
    words: f32,
    letters: f32,
    /// Evidence, in nats, if none of its items were found.
    missing: f32,
}

/// The segments of one text and the chance of each item to be found when translated.
pub struct Ledger<'a> {
    side: &'a Side,
    /// What is known of each segment.
    pub extents: Vec<Extent>,
    /// Segment of each item; `u32::MAX` for none.
    pub segment_of: Vec<u32>,
    /// Evidence, in nats, if an item is not found.
    missing: Vec<f32>,
}

/// Scores beads of one pair of texts.
pub struct Scorer<'a> {
    /// The English text.
    pub english: Ledger<'a>,
    /// The Arabic text.
    pub arabic: Ledger<'a>,
    /// Where everything of the Arabic text stands.
    pub index: &'a Index<'a>,
}

/// The links of the English segments that the path is passing through, and room for the account of one bead.
#[derive(Default)]
pub struct Desk {
    /// By Arabic item.
    rows: Vec<Vec<Link>>,
    first: u32,
    account: Account,
}

impl<'a> Scorer<'a> {
    /// Prepares the two texts; `index` is of the Arabic one.
    pub fn new(english: Cut<'a>, arabic: Cut<'a>, index: &'a Index<'a>) -> Self {
        let (english, arabic) = rayon::join(|| Ledger::new(english), || Ledger::new(arabic));
        Self { english, arabic, index }
    }

    /// The English text, read.
    pub fn english_side(&self) -> &'a Side {
        self.english.side
    }

    /// How many segments each side has: English, Arabic.
    pub fn len(&self) -> (u32, u32) {
        (self.english.extents.len() as u32, self.arabic.extents.len() as u32)
    }

    /// Takes the links of English segment `i` with the Arabic segments `within` onto the desk, and puts those of segments
    /// before `from` away. Segments come in order.
    pub fn take(&self, desk: &mut Desk, i: u32, from: u32, within: Range<u32>) {
        while desk.first < from && !desk.rows.is_empty() {
            desk.rows.remove(0);
            desk.first += 1;
        }
        if desk.rows.is_empty() {
            desk.first = i;
        }
        let mut links = Vec::new();
        if !within.is_empty() {
            let items = self.arabic.items(within);
            for item in self.english.extents[i as usize].items.clone() {
                self.index.links(self.english.side, item, items.clone(), &mut links);
            }
            links.sort_unstable_by_key(|l| (l.arabic, l.english));
        }
        desk.rows.push(links);
    }

    /// Evidence of each English item of segment `i` found in Arabic segment `j`, summed, for `j` from `within.start`.
    pub fn support(&self, desk: &Desk, i: u32, within: &Range<u32>, out: &mut Vec<f32>) {
        out.clear();
        out.resize(within.len(), 0.0);
        for link in &desk.rows[(i - desk.first) as usize] {
            let segment = self.arabic.segment_of[link.arabic as usize];
            if within.contains(&segment) {
                let p1 = self.english.side.items[link.english as usize].p1;
                out[(segment - within.start) as usize] += found(p1, link.q_english, self.arabic.extents[segment as usize].words);
            }
        }
    }

    /// Evidence and length of a bead whose English segments are on the desk, in nats; 0 where one side is empty.
    pub fn bead(&self, desk: &mut Desk, english: Range<u32>, arabic: Range<u32>) -> f32 {
        if english.is_empty() || arabic.is_empty() {
            return 0.0;
        }
        let rows = (english.start - desk.first) as usize..(english.end - desk.first) as usize;
        let (e, a) = (self.english.sum(english), self.arabic.sum(arabic));
        let within = |row: &'_ Vec<Link>| {
            let first = row.partition_point(|l| l.arabic < a.items.start);
            first..first + row[first..].partition_point(|l| l.arabic < a.items.end)
        };
        let links = desk.rows[rows].iter().flat_map(|row| row[within(row)].iter().copied());
        desk.account.make(links, &e.items, &a.items);
        self.worth(&desk.account, &e, &a)
    }

    /// The same for segments that need not be on the desk.
    pub fn bead_anywhere(&self, desk: &mut Desk, english: Range<u32>, arabic: Range<u32>) -> f32 {
        let (e, a) = (self.english.sum(english), self.arabic.sum(arabic));
        let mut links = Vec::new();
        for item in e.items.clone() {
            self.index.links(self.english.side, item, a.items.clone(), &mut links);
        }
        desk.account.make(links.into_iter(), &e.items, &a.items);
        self.worth(&desk.account, &e, &a)
    }

    /// What a 1-1 bead is worth when no item of either is accounted for.
    pub fn unsupported(&self, i: u32, j: u32) -> f32 {
        let (e, a) = (&self.english.extents[i as usize], &self.arabic.extents[j as usize]);
        SIDE * (e.missing + a.missing) + length(e.letters, a.letters)
    }

    fn worth(&self, account: &Account, e: &Extent, a: &Extent) -> f32 {
        let mut sum = 0.0;
        for (i, at) in e.items.clone().zip(&account.english) {
            let found = |l: &Link| found(self.english.side.items[i as usize].p1, l.q_english, a.words);
            sum += account.links.get(*at as usize).map_or(self.english.missing[i as usize], found);
        }
        for (i, at) in a.items.clone().zip(&account.arabic) {
            let found = |l: &Link| found(self.arabic.side.items[i as usize].p1, l.q_arabic, e.words);
            sum += account.links.get(*at as usize).map_or(self.arabic.missing[i as usize], found);
        }
        SIDE * sum + length(e.letters, a.letters)
    }
}

const fn range(items: &Range<u32>) -> Range<usize> {
    items.start as usize..items.end as usize
}

/// How well two lengths in letters go together, in nats: the log density of their ratio in translations over that of two
/// sentences picked at random (whose log ratio spreads with a standard deviation of about 0.8).
fn length(english: f32, arabic: f32) -> f32 {
    let ratio = ((arabic + 6.0) / (english * LENGTH_RATIO + 6.0)).ln();
    let spread = (0.02 + 2.2 / (english + arabic + 6.0)).sqrt();
    let z = ratio / spread;
    let wide = ratio / 0.8;
    LENGTH * (-0.5 * z * z + 0.5 * wide * wide - (spread / 0.8).ln()).max(-25.0)
}

impl<'a> Ledger<'a> {
    fn new(cut: Cut<'a>) -> Self {
        let tokens = &cut.side.tokens;
        let mut segment_of = vec![u32::MAX; cut.side.items.len()];
        let mut extents = Vec::with_capacity(cut.segments.len());
        let missing: Vec<f32> = cut.side.items.iter().map(|i| missing(i.p1, 0.0, 1.0)).collect();
        for (s, segment) in cut.segments.iter().enumerate() {
            let within = tokens.within(segment.span);
            let items = cut.side.items_within(within.clone());
            segment_of[items.clone()].fill(s as u32);
            let (mut words, mut letters) = (0.0, 0.0);
            for i in within {
                if tokens.list()[i].kind != Kind::Symbol {
                    words += 1.0;
                    letters += tokens.folded(i).chars().count() as f32 + 1.0;
                }
            }
            let none = missing[items.clone()].iter().sum();
            extents.push(Extent { items: items.start as u32..items.end as u32, words, letters, missing: none });
        }
        Self { side: cut.side, extents, segment_of, missing }
    }

    /// The items of several segments, at least one.
    pub fn items(&self, segments: Range<u32>) -> Range<u32> {
        let extents = &self.extents[range(&segments)];
        extents[0].items.start..extents[extents.len() - 1].items.end
    }

    /// Several segments as one.
    pub fn sum(&self, segments: Range<u32>) -> Extent {
        let extents = &self.extents[range(&segments)];
        Extent {
            items: self.items(segments),
            words: extents.iter().map(|e| e.words).sum(),
            letters: extents.iter().map(|e| e.letters).sum(),
            missing: extents.iter().map(|e| e.missing).sum(),
        }
    }

    /// Whether a segment has too few items to ask evidence of it.
    pub fn is_slight(&self, segment: u32) -> bool {
        self.extents[segment as usize].items.len() < 4
    }
}
