//! The account of a stretch of both texts: which item answers for which.
//!
//! Links are taken in order of how little they owe to accident and how near they keep to the diagonal. A word answers once, or
//! for near neighbours (`air raid` and `غارة`), so that one `حكومة` cannot stand for the governments of three sentences.

use std::ops::Range;

use super::link::Link;

/// No partner.
pub const NONE: u32 = u32::MAX;

/// Items on one side that the same item on the other may answer for stand this close together.
const NEIGHBOURS: u32 = 2;
/// What it costs a link to cross from the start of one stretch to the end of the other, in nats.
const CROSSING: f32 = 3.0;

/// The partner of every item of a stretch. Reused from stretch to stretch.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// English items of the stretch.
    pub english_items: Range<u32>,
    /// Arabic items of the stretch.
    pub arabic_items: Range<u32>,
    /// Index into `links` of what accounts for each English item, or [`NONE`].
    pub english: Vec<u32>,
    /// Index into `links` of what accounts for each Arabic item, or [`NONE`].
    pub arabic: Vec<u32>,
    /// The links of the stretch, best first.
    pub links: Vec<Link>,
    /// The same with what each owes to accident and to its place, for sorting.
    order: Vec<(f32, Link)>,
}

impl Account {
    /// Makes the account of English items `e` and Arabic items `a` from the `links` between them.
    pub fn make(&mut self, links: impl Iterator<Item = Link>, e: &Range<u32>, a: &Range<u32>) {
        self.english_items = e.clone();
        self.arabic_items = a.clone();
        let (rows, columns) = (e.len().max(1) as f32, a.len().max(1) as f32);
        let cost = |l: &Link| {
            let across = (l.english - e.start) as f32 / rows - (l.arabic - a.start) as f32 / columns;
            l.accident + CROSSING * across.abs()
        };
        self.order.clear();
        self.order.extend(links.map(|l| (cost(&l), l)));
        debug_assert!(self.order.iter().all(|(_, l)| e.contains(&l.english) && a.contains(&l.arabic)));
        let place = |l: &Link| (l.english, l.arabic);
        self.order.sort_unstable_by(|x, y| x.0.total_cmp(&y.0).then_with(|| place(&x.1).cmp(&place(&y.1))));
        self.links.clear();
        self.links.extend(self.order.iter().map(|(_, l)| *l));
        self.english.clear();
        self.english.resize(e.len(), NONE);
        self.arabic.clear();
        self.arabic.resize(a.len(), NONE);
        for (i, link) in self.links.iter().enumerate() {
            let (at_e, at_a) = ((link.english - e.start) as usize, (link.arabic - a.start) as usize);
            let (of_e, of_a) = (self.english[at_e], self.arabic[at_a]);
            // An acronym that is spelled is as long as it has letters: each answers beside the one before.
            let spelled = at_a > 0 && self.links.get(self.arabic[at_a - 1] as usize).is_some_and(|l| l.english == link.english);
            let near_a = spelled || of_e == NONE || self.links[of_e as usize].arabic.abs_diff(link.arabic) <= NEIGHBOURS;
            let near_e = of_a == NONE || self.links[of_a as usize].english.abs_diff(link.english) <= NEIGHBOURS;
            if !near_a || !near_e {
                continue;
            }
            if of_e == NONE {
                self.english[at_e] = i as u32;
            }
            if of_a == NONE {
                self.arabic[at_a] = i as u32;
            }
        }
    }

    /// The account to keep, where this one goes on to the next stretch.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self {
            english_items: self.english_items.clone(),
            arabic_items: self.arabic_items.clone(),
            english: self.english.clone(),
            arabic: self.arabic.clone(),
            links: self.links.clone(),
            order: Vec::new(),
        }
    }

    /// The link that accounts for English item `item`.
    pub fn of_english(&self, item: u32) -> Option<&Link> {
        let at = *self.english.get(item.checked_sub(self.english_items.start)? as usize)?;
        self.links.get(at as usize)
    }

    /// The link that accounts for Arabic item `item`.
    pub fn of_arabic(&self, item: u32) -> Option<&Link> {
        let at = *self.arabic.get(item.checked_sub(self.arabic_items.start)? as usize)?;
        self.links.get(at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(english: u32, arabic: u32, q: f32) -> Link {
        Link { english, arabic, q_english: q, q_arabic: q, accident: 2.0 * q.ln() }
    }

    #[test]
    fn a_word_answers_once() {
        let mut account = Account::default();
        account.make([link(0, 0, 1e-4), link(9, 0, 1e-4)].into_iter(), &(0..10), &(0..3));
        assert_eq!(account.of_english(0).map(|l| l.arabic), Some(0));
        assert_eq!(account.of_english(9), None);
    }

    #[test]
    fn neighbours_share_a_word() {
        let mut account = Account::default();
        account.make([link(0, 0, 1e-4), link(1, 0, 1e-4)].into_iter(), &(0..10), &(0..3));
        assert!(account.of_english(0).is_some() && account.of_english(1).is_some());
    }
}
