//! Passages that stand elsewhere: leftovers of both sides that belong together, and segments that the path put where they do not.

use std::ops::Range;

use super::Bead;
use super::score::{Desk, Scorer};

/// What a bead out of order must bring, in nats: the prior of a move.
const MOVED: f32 = 6.0;
/// What each further segment of a moved bead must bring.
const FURTHER: f32 = 4.0;
/// Most pairs of leftovers that are looked at; a text that has more is not the other's translation.
const MOST: usize = 250_000;

/// What a segment that stands alone must gain by taking one out of the bead that the path put it in, beyond what that bead loses.
const TAKEN: f32 = 4.0;
/// Beads of one segment a side that are worth so much, in nats, are right: nothing is taken out of them.
const WORTH: f32 = 30.0;

/// A segment that stands alone joined with one of the other side that a bead may spare.
struct Taking {
    /// What both gain together, in nats, less what the bead loses.
    net: f32,
    alone: usize,
    bead: usize,
    /// The new bead, and what is left of the old one.
    joined: Bead,
    left: Bead,
}

/// Takes segments out of beads that hardly need them, for those that stand alone and are theirs: where a passage moved, the path
/// adds a segment whose partner it cannot reach to a neighbour, or pairs it with any.
pub fn part(scorer: &Scorer, beads: &mut [Bead]) {
    let alone: Vec<usize> = (0..beads.len()).filter(|i| beads[*i].source.is_empty() || beads[*i].target.is_empty()).collect();
    let is_loose = |b: &Bead| b.source.len() + b.target.len() > 2 || b.score < WORTH;
    let paired = |b: &Bead| !b.source.is_empty() && !b.target.is_empty();
    let loose: Vec<usize> = (0..beads.len()).filter(|i| paired(&beads[*i]) && is_loose(&beads[*i])).collect();
    if alone.len() * loose.len() > MOST {
        return;
    }
    let mut desk = Desk::default();
    let mut worth = |source: &Range<u32>, target: &Range<u32>| {
        if source.is_empty() || target.is_empty() { 0.0 } else { scorer.bead_anywhere(&mut desk, source.clone(), target.clone()) }
    };
    let mut takings: Vec<Taking> = Vec::new();
    for &b in &loose {
        let bead = &beads[b];
        for &a in &alone {
            let of_english = beads[a].source.is_empty();
            let pair = |own: Range<u32>, other: &Bead| if of_english { (own, other.target.clone()) } else { (other.source.clone(), own) };
            for (taken, rest) in ends(if of_english { &bead.source } else { &bead.target }) {
                let (source, target) = pair(taken, &beads[a]);
                let gain = worth(&source, &target);
                if gain <= MOVED + TAKEN {
                    continue;
                }
                let joined = Bead { source, target, score: gain, confidence: sureness(gain - MOVED), moved: true };
                let (source, target) = pair(rest, bead);
                let left = Bead { score: worth(&source, &target), source, target, ..bead.clone() };
                let net = gain - MOVED - (worth(&bead.source, &bead.target) - left.score).max(0.0);
                if net > TAKEN {
                    takings.push(Taking { net, alone: a, bead: b, joined, left });
                }
            }
        }
    }
    takings.sort_by(|x, y| y.net.total_cmp(&x.net).then((x.alone, x.bead).cmp(&(y.alone, y.bead))));
    let mut used = vec![false; beads.len()];
    for Taking { alone, bead, joined, left, .. } in takings {
        if !used[alone] && !used[bead] {
            (used[alone], used[bead]) = (true, true);
            (beads[alone], beads[bead]) = (joined, left);
        }
    }
}

/// The first and the last of some segments, each with the others.
fn ends(segments: &Range<u32>) -> impl Iterator<Item = (Range<u32>, Range<u32>)> {
    let (start, end) = (segments.start, segments.end);
    let first = (start..start + 1, start + 1..end);
    let last = (end - 1..end, start..end - 1);
    std::iter::once(first).chain((segments.len() > 1).then_some(last))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bead_spares_its_first_or_last_segment() {
        let all = |segments: Range<u32>| ends(&segments).collect::<Vec<_>>();
        assert_eq!(all(4..7), [(4..5, 5..7), (6..7, 4..6)]);
        assert_eq!(all(4..5), [(4..5, 5..5)]);
    }
}
