//! The few articles that are worth a comparison: those that share the rarest marks.

use rayon::prelude::*;

use super::archive::{Archive, Expanded};
use super::judge::{Evidence, Judge};

/// So many candidates of an English article are compared with it.
const CANDIDATES: usize = 16;
/// So many entries of the index are looked at for an article: the rarest marks come first, so that what is common costs nothing.
const BUDGET: usize = 60_000;

/// An English and an Arabic article that were compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    pub english: u32,
    pub arabic: u32,
    pub evidence: Evidence,
}

/// Compares every English article with its candidates: in the order of the English articles.
pub(super) fn judged(archive: &Archive) -> Vec<Judged> {
    let scratch = || Scratch { sums: vec![0.0; archive.arabic.len()], seen: vec![u32::MAX; archive.arabic.len()], touched: Vec::new() };
    let lists: Vec<Vec<Judged>> =
        (0..archive.english.len()).into_par_iter().map_init(scratch, |scratch, e| of(archive, e, scratch)).collect();
    lists.into_iter().flatten().collect()
}

fn of(archive: &Archive, e: usize, scratch: &mut Scratch) -> Vec<Judged> {
    let profile = &archive.english[e];
    let expanded = archive.expanded(profile);
    let accident = archive.accident_of_english(profile, &expanded);
    let candidates = scratch.nearest(archive, &expanded, |mark| (profile.marks()[mark].p1 / accident[mark]).ln());
    let judge = Judge::new(profile, &expanded, accident);
    let compare = |arabic: u32| Judged { english: e as u32, arabic, evidence: judge.compare(archive, arabic as usize, |_, _| {}) };
    candidates.into_iter().map(compare).collect()
}

/// Sums over all Arabic articles, used again for every English one.
struct Scratch {
    sums: Vec<f32>,
    /// The mark that an article was last counted for: a mark counts once, under however many keys it is found.
    seen: Vec<u32>,
    touched: Vec<u32>,
}

impl Scratch {
    fn nearest(&mut self, archive: &Archive, expanded: &Expanded, worth: impl Fn(usize) -> f32) -> Vec<u32> {
        let mut by_mark: Vec<(u32, u32)> = expanded.iter().map(|(key, mark)| (*mark, *key)).collect();
        by_mark.sort_unstable();
        let cost = |keys: &[(u32, u32)]| keys.iter().map(|(_, key)| archive.with(*key).len()).sum::<usize>();
        let mut marks: Vec<(usize, &[(u32, u32)])> = by_mark.chunk_by(|a, b| a.0 == b.0).map(|keys| (cost(keys), keys)).collect();
        marks.sort_by_key(|(cost, keys)| (*cost, keys[0].0));
        let mut spent = 0;
        for (cost, keys) in marks {
            let mark = keys[0].0;
            let worth = worth(mark as usize);
            spent += cost;
            if spent > BUDGET && !self.touched.is_empty() {
                break;
            }
            if worth <= 0.0 {
                continue;
            }
            for article in keys.iter().flat_map(|(_, key)| archive.with(*key)) {
                let at = *article as usize;
                if self.seen[at] == mark {
                    continue;
                }
                if self.seen[at] == u32::MAX {
                    self.touched.push(*article);
                }
                self.seen[at] = mark;
                self.sums[at] += worth;
            }
        }
        self.best()
    }

    fn best(&mut self) -> Vec<u32> {
        let mut touched = std::mem::take(&mut self.touched);
        let order = |a: &u32, b: &u32| self.sums[*b as usize].total_cmp(&self.sums[*a as usize]).then(a.cmp(b));
        if touched.len() > CANDIDATES {
            touched.select_nth_unstable_by(CANDIDATES, order);
        }
        let mut best = touched[..touched.len().min(CANDIDATES)].to_vec();
        best.sort_unstable_by(order);
        for article in &touched {
            self.sums[*article as usize] = 0.0;
            self.seen[*article as usize] = u32::MAX;
        }
        touched.clear();
        self.touched = touched;
        best
    }
}
