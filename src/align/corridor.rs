//! The cells that a path may pass through.
//!
//! Texts of article length get all of them. Long ones are searched from coarse to fine: words that are rare in both texts vote
//! for pairs of blocks of segments, the heaviest chain of votes that keeps order is the coarse path, and its neighbourhood is
//! cut into smaller blocks, down to single segments. There the pairs that many votes agree on are fixed points; the rectangles
//! between them, with a margin, are the corridor. A block that is missing on one side is a long thin rectangle: it costs
//! memory, not accuracy.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::score::Scorer;
use super::shape::LONGEST;

/// Texts of at most this many cells are searched whole.
const WHOLE: u64 = 6_400;
/// Blocks a side at the coarsest level, at most.
const BLOCKS: u32 = 1_000;
/// Each level cuts the blocks of the one before into so many.
const FINER: u32 = 4;
/// Blocks on either side of a coarse path that stay open, and segments around a fixed point.
const MARGIN: u32 = 3;
/// So many of the rarest items of a segment vote for blocks.
const VOTERS: usize = 3;
/// In blocks of at least so many segments the rarest one is enough.
const LARGE: u32 = 16;
/// A voter stands at most so often in the part of the other text that is open to it.
const RARE: usize = 40;
/// A voter that must be expected more often than this is not looked for at all.
const FAR_TOO_OFTEN: f32 = 4.0 * RARE as f32;
/// A pair of segments is a fixed point from this many nats of votes on.
const VOTES: f32 = 12.0;
/// A rectangle between fixed points of more cells than this keeps only a staircase through it.
const LARGEST: u64 = 4_000_000;

/// For each row (number of English segments passed), an interval of columns (number of Arabic ones).
#[derive(Debug)]
pub struct Corridor {
    columns: Vec<Range<u32>>,
    starts: Vec<usize>,
}

impl Corridor {
    /// The corridor of two texts.
    pub fn new(scorer: &Scorer) -> Self {
        let (rows, columns) = scorer.len();
        let mut open: Vec<Range<u32>> = vec![columns..0; rows as usize + 1];
        for (e, a) in rectangles(scorer, rows, columns) {
            let lo = a.start.saturating_sub(MARGIN);
            let hi = (a.end + MARGIN).min(columns);
            for row in &mut open[e.start.saturating_sub(MARGIN) as usize..=(e.end + MARGIN).min(rows) as usize] {
                *row = row.start.min(lo)..row.end.max(hi + 1);
            }
        }
        let mut at = 0;
        let starts = open
            .iter()
            .map(|row| {
                at += row.len();
                at - row.len()
            })
            .collect();
        Self { columns: open, starts }
    }

    /// Columns of row `i`.
    pub fn columns(&self, i: u32) -> Range<u32> {
        self.columns[i as usize].clone()
    }

    /// Arabic segments that English segment `i` may be in a bead with.
    pub fn reach(&self, i: u32) -> Range<u32> {
        let end = self.columns[i as usize + 1].end.max(self.columns[i as usize].end) - 1;
        let last = self.columns[(i as usize + LONGEST as usize).min(self.columns.len() - 1)].end - 1;
        self.columns[i as usize].start..end.max(last)
    }

    /// Whether row `i` is open at column `j`.
    pub fn contains(&self, i: u32, j: u32) -> bool {
        self.columns[i as usize].contains(&j)
    }

    /// Number of the cell at row `i` and column `j`, which must be open.
    pub fn cell(&self, i: u32, j: u32) -> usize {
        self.starts[i as usize] + (j - self.columns[i as usize].start) as usize
    }

    /// Calls `f(row, column, cell)` for every cell in order.
    pub fn each(&self, mut f: impl FnMut(u32, u32, usize)) {
        for (i, row) in self.columns.iter().enumerate() {
            for j in row.clone() {
                f(i as u32, j, self.cell(i as u32, j));
            }
        }
    }

    /// The same from the last cell to the first.
    pub fn each_back(&self, mut f: impl FnMut(u32, u32, usize)) {
        for (i, row) in self.columns.iter().enumerate().rev() {
            for j in row.clone().rev() {
                f(i as u32, j, self.cell(i as u32, j));
            }
        }
    }
}

/// The rectangles of segments that the path runs through, in order, corner to corner.
fn rectangles(scorer: &Scorer, rows: u32, columns: u32) -> Vec<(Range<u32>, Range<u32>)> {
    if u64::from(rows) * u64::from(columns) <= WHOLE {
        return vec![(0..rows, 0..columns)];
    }
    let voters = voters(scorer, rows);
    let mut size = 1;
    while rows.max(columns).div_ceil(size) > BLOCKS {
        size *= FINER;
    }
    let mut open = vec![0..columns; rows as usize];
    let mut points;
    loop {
        points = fixed_points(scorer, &voters, &open, size, columns);
        if size == 1 {
            break;
        }
        narrow(&mut open, &points, size, columns);
        size /= FINER;
    }
    let mut out = Vec::new();
    let (mut e, mut a) = (0_u32, 0_u32);
    for (i, j) in points.into_iter().chain([(rows, columns)]) {
        if u64::from(i - e) * u64::from(j - a) > LARGEST {
            // Nothing is known of this stretch: follow its diagonal, a thousand steps of it at most.
            let steps = (i - e).min(j - a).min(1_000);
            for k in 0..steps {
                let at = |from: u32, to: u32, k: u32| from + (u64::from(to - from) * u64::from(k) / u64::from(steps)) as u32;
                out.push((at(e, i, k)..at(e, i, k + 1), at(a, j, k)..at(a, j, k + 1)));
            }
        } else {
            out.push((e..i, a..j));
        }
        (e, a) = (i, j);
    }
    out
}

/// The items of each English segment that say most: those that are the rarest on the other side.
fn voters(scorer: &Scorer, rows: u32) -> Vec<Vec<(f32, u32)>> {
    (0..rows)
        .into_par_iter()
        .map(|i| {
            let mut items: Vec<(f32, u32)> = scorer.english.extents[i as usize]
                .items
                .clone()
                .filter_map(|item| Some((scorer.index.rarity(scorer.english_side(), item)?, item)))
                .collect();
            items.sort_unstable_by(|x, y| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1)));
            items.truncate(VOTERS);
            items
        })
        .collect()
}

/// Leaves open what lies around the coarse path through `points`, in segments.
fn narrow(open: &mut [Range<u32>], points: &[(u32, u32)], size: u32, columns: u32) {
    let rows = open.len() as u32;
    let margin = MARGIN * size;
    let mut narrowed = vec![columns..0; open.len()];
    let (mut e, mut a) = (0_u32, 0_u32);
    for (i, j) in points.iter().copied().chain([(rows, columns)]) {
        for row in &mut narrowed[e.saturating_sub(margin) as usize..(i + margin).min(rows) as usize] {
            *row = row.start.min(a.saturating_sub(margin))..row.end.max((j + margin).min(columns));
        }
        (e, a) = (i, j);
    }
    open.clone_from_slice(&narrowed);
}

/// First segments of the blocks that the votes agree on, in order on both sides.
fn fixed_points(scorer: &Scorer, voters: &[Vec<(f32, u32)>], open: &[Range<u32>], size: u32, columns: u32) -> Vec<(u32, u32)> {
    let all = scorer.arabic.segment_of.len() as f32;
    let most = if size >= LARGE { 1 } else { VOTERS };
    let votes_of = |(block, segments): (usize, &[Vec<(f32, u32)>])| {
        let mut links = Vec::new();
        let mut row: FxHashMap<u32, f32> = FxHashMap::default();
        for (k, items) in segments.iter().enumerate() {
            let within = open[block * size as usize + k].clone();
            if within.is_empty() {
                continue;
            }
            let within = scorer.arabic.items(within);
            let share = within.len() as f32 / all;
            for (times, item) in &items[..items.len().min(most)] {
                // Far too common in what is open: not worth a look.
                if times * share > FAR_TOO_OFTEN {
                    break;
                }
                links.clear();
                scorer.index.rare_links(scorer.english_side(), *item, &within, RARE, &mut links);
                let share = 1.0 / links.len().max(1) as f32;
                for link in &links {
                    let column = scorer.arabic.segment_of[link.arabic as usize] / size;
                    *row.entry(column).or_default() -= share * (link.q_english * 20.0).min(0.5).ln();
                }
            }
        }
        row.into_iter().map(|(column, v)| (block as u32, column, v)).collect::<Vec<_>>()
    };
    let mut votes: Vec<(u32, u32, f32)> = voters.par_chunks(size as usize).enumerate().flat_map_iter(votes_of).collect();
    if size == 1 {
        votes.retain(|v| v.2 >= VOTES);
    }
    // By row, and within a row from the last column, so that a chain takes one point of a row.
    votes.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1)));
    heaviest_chain(&votes, columns.div_ceil(size)).into_iter().map(|(i, j)| (i * size, j * size)).collect()
}

/// The chain of points rising in both coordinates with the largest sum of votes; a Fenwick tree of running maxima over columns
/// finds it in `n log n`.
fn heaviest_chain(points: &[(u32, u32, f32)], columns: u32) -> Vec<(u32, u32)> {
    let size = columns as usize + 1;
    let mut tree: Vec<(f32, usize)> = vec![(0.0, usize::MAX); size + 1];
    let mut previous = vec![usize::MAX; points.len()];
    let (mut best, mut last) = (0.0, usize::MAX);
    for (n, (_, column, vote)) in points.iter().enumerate() {
        let at = *column as usize;
        let mut top = (0.0, usize::MAX);
        let mut k = at;
        while k > 0 {
            if tree[k].0 > top.0 {
                top = tree[k];
            }
            k &= k - 1;
        }
        previous[n] = top.1;
        let sum = top.0 + vote;
        if sum > best {
            (best, last) = (sum, n);
        }
        let mut k = at + 1;
        while k <= size {
            if sum > tree[k].0 {
                tree[k] = (sum, n);
            }
            k += k & k.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    while last != usize::MAX {
        chain.push((points[last].0, points[last].1));
        last = previous[last];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_chain_keeps_order() {
        let points = [(1, 1, 1.0), (2, 9, 5.0), (3, 2, 2.0), (4, 3, 4.0), (5, 10, 1.0)];
        assert_eq!(heaviest_chain(&points, 12), [(1, 1), (3, 2), (4, 3), (5, 10)]);
    }
}
