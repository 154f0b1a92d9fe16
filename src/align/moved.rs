//! Passages that stand elsewhere: leftovers of both sides that belong together.

use super::Bead;
use super::score::{Desk, Scorer};

/// What a bead out of order must bring, in nats: the prior of a move.
const MOVED: f32 = 8.0;

/// Joins beads that lack one side into moved beads where the evidence carries it, the best first.
pub fn join(scorer: &Scorer, beads: &mut Vec<Bead>) {
    let alone = |english: bool| -> Vec<usize> { (0..beads.len()).filter(|i| if english { beads[*i].target.is_empty() } else { beads[*i].source.is_empty() }).collect() };
    let (english, arabic) = (alone(true), alone(false));
    let mut desk = Desk::default();
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for &e in &english {
        for &a in &arabic {
            let score = scorer.bead_anywhere(&mut desk, beads[e].source.clone(), beads[a].target.clone());
            if score > MOVED {
                pairs.push((score, e, a));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut gone = vec![false; beads.len()];
    for (score, e, a) in pairs {
        if gone[a] || beads[e].moved {
            continue;
        }
        beads[e].target = beads[a].target.clone();
        beads[e].moved = true;
        beads[e].score = score;
        gone[a] = true;
    }
    let mut keep = gone.iter();
    beads.retain(|_| !keep.next().copied().unwrap_or(false));
}
