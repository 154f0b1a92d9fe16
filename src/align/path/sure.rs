//! How sure the beads of a path are: the share of all paths, each weighed by its score, that have the bead.
//!
//! Between two beads, segments that stand alone on one side and on the other can be passed in many orders, which all say the same.
//! Only one of them counts: English segments first. Otherwise that nothing belongs together would win by the sheer number of its
//! paths.

use super::Grid;
use crate::align::shape::{SHAPES, Shape};

/// What it costs, in nats, when an English segment that stands alone comes after an Arabic one all the same: a narrow corridor may
/// have no other path.
const DISORDER: f32 = 20.0;

/// Sums over paths, in nats: paths at whose end an Arabic segment stands alone are kept apart from all others.
#[derive(Clone, Copy)]
struct Sum {
    alone: f32,
    other: f32,
}

impl Sum {
    const NONE: Self = Self { alone: f32::NEG_INFINITY, other: f32::NEG_INFINITY };

    /// Those that may go on with a bead that has Arabic segments, or none.
    fn before(self, arabic: u32) -> f32 {
        log_add(self.other, if arabic == 0 { self.alone - DISORDER } else { self.alone })
    }

    /// Those that may follow a bead that has English segments, or none.
    fn after(self, english: u32) -> f32 {
        if english == 0 { self.alone } else { self.other }
    }
}

/// The sums over all paths through a grid.
pub struct Sureness<'a> {
    grid: &'a Grid,
    temper: f32,
    before: Vec<Sum>,
    after: Vec<Sum>,
    all: f32,
    /// How sure it is that each segment stands alone.
    english: Vec<f32>,
    arabic: Vec<f32>,
}

impl<'a> Sureness<'a> {
    /// Sums up `grid`; a nat of score is worth `temper`.
    pub fn new(grid: &'a Grid, (rows, columns): (u32, u32), temper: f32) -> Self {
        let (before, after) = rayon::join(|| forward(grid, temper), || backward(grid, temper));
        let (english, arabic) = (vec![0.0; rows as usize], vec![0.0; columns as usize]);
        let all = before.last().map_or(0.0, |s| s.before(1));
        let mut sums = Self { grid, temper, before, after, all, english, arabic };
        grid.corridor.each(|i, j, cell| {
            for step in grid.steps.of(cell) {
                match SHAPES[step.shape as usize] {
                    Shape { arabic: 0, .. } => sums.english[i as usize - 1] += sums.share(i, j, step.shape, step.score),
                    Shape { english: 0, .. } => sums.arabic[j as usize - 1] += sums.share(i, j, step.shape, step.score),
                    _ => {}
                }
            }
        });
        sums
    }

    /// How sure the bead is that is the step of that shape and score into row `i` and column `j`. Where a segment stands alone it
    /// does not matter beside what.
    pub fn of(&self, i: u32, j: u32, shape: u8, score: f32) -> f32 {
        let sure = match SHAPES[shape as usize] {
            Shape { arabic: 0, .. } => self.english[i as usize - 1],
            Shape { english: 0, .. } => self.arabic[j as usize - 1],
            _ => self.share(i, j, shape, score),
        };
        sure.min(1.0)
    }

    fn share(&self, i: u32, j: u32, shape: u8, score: f32) -> f32 {
        let Shape { english, arabic } = SHAPES[shape as usize];
        let before = self.before[self.grid.corridor.cell(i - english, j - arabic)];
        let after = self.after[self.grid.corridor.cell(i, j)];
        (before.before(arabic) + self.temper * score + after.after(english) - self.all).exp()
    }
}

/// Of all paths into each cell.
fn forward(grid: &Grid, temper: f32) -> Vec<Sum> {
    let mut sums = vec![Sum::NONE; grid.cells()];
    sums[0].other = 0.0;
    grid.corridor.each(|i, j, cell| {
        for step in grid.steps.of(cell) {
            let Shape { english, arabic } = SHAPES[step.shape as usize];
            let before = sums[grid.corridor.cell(i - english, j - arabic)];
            let score = before.before(arabic) + temper * step.score;
            let sum = &mut sums[cell];
            let sum = if english == 0 { &mut sum.alone } else { &mut sum.other };
            *sum = log_add(*sum, score);
        }
    });
    sums
}

/// Of all paths from each cell to the end.
fn backward(grid: &Grid, temper: f32) -> Vec<Sum> {
    let mut sums = vec![Sum::NONE; grid.cells()];
    if let Some(last) = sums.last_mut() {
        *last = Sum { alone: 0.0, other: 0.0 };
    }
    grid.corridor.each_back(|i, j, cell| {
        for step in grid.steps.of(cell) {
            let Shape { english, arabic } = SHAPES[step.shape as usize];
            let score = temper * step.score + sums[cell].after(english);
            let sum = &mut sums[grid.corridor.cell(i - english, j - arabic)];
            sum.other = log_add(sum.other, score);
            sum.alone = log_add(sum.alone, if arabic == 0 { score - DISORDER } else { score });
        }
    });
    sums
}

/// `ln(e^a + e^b)`.
fn log_add(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}
