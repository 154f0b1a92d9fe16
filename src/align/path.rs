//! The best path of beads through two texts.

use super::Bead;
use super::score::Scorer;
use super::shape::{SHAPES, Shape};

/// The best monotonic sequence of beads.
pub fn best(scorer: &Scorer) -> Vec<Bead> {
    let (rows, columns) = scorer.len();
    let width = columns as usize + 1;
    let mut total = vec![f32::NEG_INFINITY; (rows as usize + 1) * width];
    let mut from: Vec<u8> = vec![u8::MAX; total.len()];
    total[0] = 0.0;
    for i in 0..=rows {
        for j in 0..=columns {
            let here = i as usize * width + j as usize;
            for (s, shape) in SHAPES.iter().enumerate() {
                if shape.english > i || shape.arabic > j {
                    continue;
                }
                let before = total[(i - shape.english) as usize * width + (j - shape.arabic) as usize];
                if before == f32::NEG_INFINITY {
                    continue;
                }
                let sum = before + shape.prior + scorer.bead(i - shape.english..i, j - shape.arabic..j);
                if sum > total[here] {
                    total[here] = sum;
                    from[here] = s as u8;
                }
            }
        }
    }
    let mut beads = Vec::new();
    let (mut i, mut j) = (rows, columns);
    while i > 0 || j > 0 {
        let Shape { english, arabic, .. } = SHAPES[from[i as usize * width + j as usize] as usize];
        let (e, a) = (i - english..i, j - arabic..j);
        let score = scorer.bead(e.clone(), a.clone());
        beads.push(Bead { source: e, target: a, score, confidence: 0.5, moved: false });
        i -= english;
        j -= arabic;
    }
    beads.reverse();
    beads
}
