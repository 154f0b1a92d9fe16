//! The best path of beads through two texts, and how sure each bead of it is.

mod sure;

use std::ops::Range;

use rayon::prelude::*;

use sure::Sureness;

use super::Bead;
use super::corridor::Corridor;
use super::score::{Desk, Scorer};
use super::shape::{LONGEST, SHAPES, Shape, priors};

/// Support, in nats, that a segment must bring to be joined with others into one bead.
const JOINED: f32 = 5.5;
/// Evidence is counted item by item, and items depend on each other: one nat of summed score is worth this much when sureness
/// is asked for. Fitted by `examples/reliability.rs`; its table stands in `benches/ACCURACY.md`.
const TEMPER: f32 = 0.3;

/// Rows that are scored together, beside others.
const PART: u32 = 256;

/// One step into a cell.
#[derive(Clone, Copy)]
struct Step {
    shape: u8,
    score: f32,
}

/// Steps into cells, one cell after the other.
#[derive(Default)]
struct Steps {
    // Apart, because together they would take eight bytes instead of five.
    shapes: Vec<u8>,
    scores: Vec<f32>,
    /// Where those of each cell end.
    ends: Vec<u32>,
}

impl Steps {
    fn push(&mut self, step: Step) {
        self.shapes.push(step.shape);
        self.scores.push(step.score);
    }

    fn end_cell(&mut self) {
        self.ends.push(self.scores.len() as u32);
    }

    /// Puts the cells of the next rows behind.
    fn append(&mut self, next: &Self) {
        let before = self.scores.len() as u32;
        self.shapes.extend(&next.shapes);
        self.scores.extend(&next.scores);
        self.ends.extend(next.ends.iter().map(|end| before + end));
    }

    fn of(&self, cell: usize) -> impl Iterator<Item = Step> {
        let first = cell.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let of = first..self.ends[cell] as usize;
        let steps = self.shapes[of.clone()].iter().zip(&self.scores[of]);
        steps.map(|(&shape, &score)| Step { shape, score })
    }
}

/// The steps into every cell of the corridor.
struct Grid {
    corridor: Corridor,
    steps: Steps,
}

impl Grid {
    /// Scores every bead that has a chance.
    fn new(scorer: &Scorer, corridor: Corridor) -> Self {
        let (rows, columns) = scorer.len();
        let priors = priors(rows, columns);
        let firsts: Vec<u32> = (0..=rows).step_by(PART as usize).collect();
        let part = |first: u32| steps_into(scorer, &corridor, &priors, first..(first + PART).min(rows + 1));
        let mut steps = Steps::default();
        // Some at a time, so that not all are in memory twice.
        for firsts in firsts.chunks(4 * rayon::current_num_threads()) {
            let parts: Vec<Steps> = firsts.par_iter().map(|first| part(*first)).collect();
            for part in &parts {
                steps.append(part);
            }
        }
        Self { corridor, steps }
    }

    fn cells(&self) -> usize {
        self.steps.ends.len()
    }

    /// The score of the best path into each cell, in nats.
    fn forward(&self) -> Vec<f32> {
        let mut total = vec![f32::NEG_INFINITY; self.cells()];
        total[0] = 0.0;
        self.corridor.each(|i, j, cell| {
            for step in self.steps.of(cell) {
                let Shape { english, arabic } = SHAPES[step.shape as usize];
                let before = total[self.corridor.cell(i - english, j - arabic)];
                total[cell] = total[cell].max(before + step.score);
            }
        });
        total
    }
}

/// The steps into the cells of some rows.
fn steps_into(scorer: &Scorer, corridor: &Corridor, priors: &[f32; SHAPES.len()], rows: Range<u32>) -> Steps {
    let mut steps = Steps::default();
    let mut desk = Desk::default();
    // Support of the last segments, newest last: of English segment `i - 1 - k` for the Arabic segments of its range.
    let mut supports: Vec<(Range<u32>, Vec<f32>)> = Vec::new();
    for i in rows.start.saturating_sub(LONGEST)..rows.end {
        if i > 0 {
            let reach = corridor.reach(i - 1);
            scorer.take(&mut desk, i - 1, (i - 1).saturating_sub(LONGEST), reach.clone());
            let mut support = if supports.len() > LONGEST as usize { supports.remove(0).1 } else { Vec::new() };
            scorer.support(&desk, i - 1, &reach, &mut support);
            supports.push((reach, support));
        }
        // The rows before are only for what their segments support.
        if i < rows.start {
            continue;
        }
        let support = |e: u32, a: u32| {
            let (reach, of) = &supports[supports.len() - (i - e) as usize];
            if reach.contains(&a) { of[(a - reach.start) as usize] } else { 0.0 }
        };
        for j in corridor.columns(i) {
            for (s, shape) in SHAPES.iter().enumerate() {
                if shape.english > i || shape.arabic > j || !corridor.contains(i - shape.english, j - shape.arabic) {
                    continue;
                }
                let (e, a) = (i - shape.english..i, j - shape.arabic..j);
                let score = match (shape.english, shape.arabic) {
                    (0, _) | (_, 0) => 0.0,
                    (1, 1) if support(e.start, a.start) == 0.0 => scorer.unsupported(e.start, a.start),
                    (1, 1) => scorer.bead(&mut desk, e, a),
                    (1, _) if a.clone().all(|a| support(e.start, a) > JOINED || scorer.arabic.is_slight(a)) => scorer.bead(&mut desk, e, a),
                    (_, 1) if e.clone().all(|e| support(e, a.start) > JOINED || scorer.english.is_slight(e)) => {
                        scorer.bead(&mut desk, e, a)
                    }
                    (2, 2) if support(e.start, a.start + 1).max(support(e.start + 1, a.start)) > JOINED => scorer.bead(&mut desk, e, a),
                    _ => continue,
                };
                steps.push(Step { shape: s as u8, score: score + priors[s] });
            }
            steps.end_cell();
        }
    }
    steps
}

/// The best monotonic sequence of beads within `corridor`.
pub fn best(scorer: &Scorer, corridor: Corridor) -> Vec<Bead> {
    let (rows, columns) = scorer.len();
    let grid = Grid::new(scorer, corridor);
    let total = grid.forward();
    let sureness = Sureness::new(&grid, (rows, columns), TEMPER);
    let mut beads = Vec::new();
    let (mut i, mut j) = (rows, columns);
    while i > 0 || j > 0 {
        let cell = grid.corridor.cell(i, j);
        let origin = |s: &Step| {
            let Shape { english, arabic } = SHAPES[s.shape as usize];
            grid.corridor.cell(i - english, j - arabic)
        };
        let best = grid.steps.of(cell).max_by(|a, b| (total[origin(a)] + a.score).total_cmp(&(total[origin(b)] + b.score)));
        // Every cell but the first can be entered: the corridor is connected and beads of one side alone are always allowed.
        let Some(step) = best else { break };
        let Shape { english, arabic } = SHAPES[step.shape as usize];
        let confidence = sureness.of(i, j, step.shape, step.score);
        beads.push(Bead { source: i - english..i, target: j - arabic..j, score: step.score, confidence, moved: false });
        i -= english;
        j -= arabic;
    }
    beads.reverse();
    beads
}
