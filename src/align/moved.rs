//! Passages that stand elsewhere: leftovers of both sides that belong together.

use super::Bead;
use super::score::{Desk, Scorer};

/// What a bead out of order must bring, in nats: the prior of a move.
const MOVED: f32 = 6.0;
/// What each further segment of a moved bead must bring.
const FURTHER: f32 = 4.0;
/// Most pairs of leftovers that are looked at; a text that has more is not the other's translation.
const MOST: usize = 250_000;

/// Joins segments that stand alone into moved beads where the evidence carries it, the best first. Up to three neighbours that
/// stand alone on one side may answer for one on the other.
pub fn join(scorer: &Scorer, beads: &mut Vec<Bead>) {
    let runs = |english: bool| -> Vec<Vec<usize>> {
        let alone: Vec<usize> =
            (0..beads.len()).filter(|i| if english { beads[*i].target.is_empty() } else { beads[*i].source.is_empty() }).collect();
        let place = |i: usize| if english { beads[i].source.clone() } else { beads[i].target.clone() };
        (1..=3)
            .flat_map(|n| alone.windows(n))
            .filter(|w| w.windows(2).all(|p| place(p[0]).end == place(p[1]).start))
            .map(<[usize]>::to_vec)
            .collect()
    };
    let (english, arabic) = (runs(true), runs(false));
    if english.len() * arabic.len() > MOST {
        return;
    }
    let mut desk = Desk::default();
    let mut pairs: Vec<(f32, &Vec<usize>, &Vec<usize>)> = Vec::new();
    for e in &english {
        for a in arabic.iter().filter(|a| a.len() == 1 || e.len() == 1) {
            let (source, target) =
                (beads[e[0]].source.start..beads[e[e.len() - 1]].source.end, beads[a[0]].target.start..beads[a[a.len() - 1]].target.end);
            let gain = scorer.bead_anywhere(&mut desk, source, target) - FURTHER * (e.len() + a.len() - 2) as f32;
            if gain > MOVED {
                pairs.push((gain, e, a));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(y.1)).then(x.2.cmp(y.2)));
    let mut gone = vec![false; beads.len()];
    let mut joined = Vec::new();
    for (score, e, a) in pairs {
        if e.iter().chain(a).any(|i| gone[*i]) {
            continue;
        }
        e.iter().chain(a).for_each(|i| gone[*i] = true);
        let source = beads[e[0]].source.start..beads[e[e.len() - 1]].source.end;
        let target = beads[a[0]].target.start..beads[a[a.len() - 1]].target.end;
        joined.push(Bead { source, target, score, confidence: sureness(score - MOVED), moved: true });
    }
    let mut gone = gone.into_iter();
    beads.retain(|_| !gone.next().unwrap_or(false));
    beads.extend(joined);
}

/// How sure a moved bead is that gained so many nats more than it had to. Fitted like [`super::path`]'s sureness; one in forty is wrong
/// however much it gained, mostly for want of a neighbour that moved with it.
fn sureness(gain: f32) -> f32 {
    0.975 - 0.4 * (-gain / 4.0).exp()
}
