//! Facing the quantities of a source with those of its translation.

use super::agreement::{Agreement, agreement};
use super::measure::Measure;
use super::{Quantity, Role};

/// A quantity and its partner, as indices into the two lists that were paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Index into the source quantities; `None` for a target quantity that nothing faces.
    pub source: Option<usize>,
    /// Index into the target quantities; `None` for a source quantity that nothing faces.
    pub target: Option<usize>,
    /// How they compare; `None` when one is missing.
    pub agreement: Option<Agreement>,
}

/// Pairs two lists so that as much as possible agrees: the same first, then converted, then the same number with something else about it, at last
/// leftovers of one kind that stand between the same neighbours.
///
/// Every index of both lists occurs, source ones first and in order. Each occurs once, but for a range (`between 5 and 10`), which may face
/// two single values, and a value that stands with its conversion (`130 miles (209 km)`), which may both face one.
///
/// Time and memory grow with the product of the lengths: meant for one bead.
pub fn pair(source: &[Quantity], target: &[Quantity]) -> Vec<Pairing> {
    let mut board = Board { source, target, partner: vec![None; source.len()], taken: vec![false; target.len()] };
    board.take_agreeing();
    let mut shared = board.ranges();
    shared.extend(board.conversions());
    board.take_leftovers();
    board.pairings(&shared)
}

struct Board<'a> {
    source: &'a [Quantity],
    target: &'a [Quantity],
    partner: Vec<Option<(usize, Agreement)>>,
    taken: Vec<bool>,
}

impl Board<'_> {
    /// Greedy over all pairs that have a number in common, best first.
    fn take_agreeing(&mut self) {
        let mut candidates = Vec::new();
        for (i, s) in self.source.iter().enumerate() {
            for (j, t) in self.target.iter().enumerate() {
                let agreement = agreement(s, t);
                if let Some(merit) = merit(s, t, agreement) {
                    candidates.push((merit, self.distance(i, j), i, j, agreement));
                }
            }
        }
        candidates.sort_by_key(|&(merit, distance, i, j, _)| (std::cmp::Reverse(merit), distance, i, j));
        for (_, _, i, j, agreement) in candidates {
            self.take(i, j, agreement);
        }
    }

    fn take(&mut self, i: usize, j: usize, agreement: Agreement) {
        if self.partner[i].is_none() && !self.taken[j] {
            self.partner[i] = Some((j, agreement));
            self.taken[j] = true;
        }
    }

    /// How far apart two quantities stand in their lists, in thousandths of the list.
    fn distance(&self, i: usize, j: usize) -> usize {
        let (a, b) = (i * 1000 / self.source.len().max(1), j * 1000 / self.target.len().max(1));
        a.abs_diff(b)
    }

    /// Leftovers that only convert their neighbour: `550 رطلاً (نحو 250 كيلوغراما)` for `550 pounds`.
    fn conversions(&mut self) -> Vec<(usize, usize, Agreement)> {
        let mut found = Vec::new();
        for j in 0..self.target.len() {
            let partner = |k: usize| self.partner.iter().position(|p| p.is_some_and(|(t, _)| t == k));
            if !self.taken[j]
                && let Some(i) = neighbours(j).filter(|&k| converts(self.target, j, k)).find_map(partner)
            {
                found.push((i, j, Agreement::Converted));
                self.taken[j] = true;
            }
        }
        for i in 0..self.source.len() {
            if self.partner[i].is_none() {
                let faced = neighbours(i).filter(|&k| converts(self.source, i, k)).find_map(|k| self.partner[k]);
                self.partner[i] = faced.map(|(j, _)| (j, Agreement::Converted));
            }
        }
        found
    }

    /// A range on one side whose two ends stand alone on the other.
    fn ranges(&mut self) -> Vec<(usize, usize, Agreement)> {
        let mut found = Vec::new();
        for i in 0..self.source.len() {
            if self.partner[i].is_none()
                && let Some((low, high)) = ends(&self.source[i], self.target, &self.taken)
            {
                let range = &self.source[i];
                let (least, most) =
                    (end_agreement(range, range.low, &self.target[low]), end_agreement(range, range.high, &self.target[high]));
                self.take(i, low, least);
                self.taken[high] = true;
                found.push((i, high, most));
            }
        }
        let mut paired: Vec<bool> = self.partner.iter().map(Option::is_some).collect();
        for j in 0..self.target.len() {
            if !self.taken[j]
                && let Some((low, high)) = ends(&self.target[j], self.source, &paired)
            {
                let range = &self.target[j];
                self.partner[low] = Some((j, end_agreement(range, range.low, &self.source[low])));
                self.partner[high] = Some((j, end_agreement(range, range.high, &self.source[high])));
                (paired[low], paired[high]) = (true, true);
                self.taken[j] = true;
            }
        }
        found
    }

    /// What is left, where it has the same kind and stands between the same neighbours.
    fn take_leftovers(&mut self) {
        let mut candidates = Vec::new();
        for (i, s) in self.source.iter().enumerate().filter(|(i, s)| self.partner[*i].is_none() && !s.weak) {
            for (j, t) in self.target.iter().enumerate().filter(|(j, t)| !self.taken[*j] && !t.weak) {
                if let Some(likeness) = likeness(s, t)
                    && (self.same_gap(i, j) || likeness > 1)
                {
                    candidates.push((std::cmp::Reverse(likeness), !self.same_gap(i, j), self.distance(i, j), i, j));
                }
            }
        }
        candidates.sort_unstable();
        for (_, _, _, i, j) in candidates {
            self.take(i, j, agreement(&self.source[i], &self.target[j]));
        }
    }

    /// Whether the pairs before `i` lie before `j` and those after it after `j`.
    fn same_gap(&self, i: usize, j: usize) -> bool {
        let strong = |k: &usize| self.partner[*k].is_some() && !self.source[*k].weak;
        let before = (0..i).rev().find(strong).and_then(|k| self.partner[k]);
        let after = (i + 1..self.source.len()).find(strong).and_then(|k| self.partner[k]);
        before.is_none_or(|(t, _)| t < j) && after.is_none_or(|(t, _)| t > j)
    }

    fn pairings(&self, shared: &[(usize, usize, Agreement)]) -> Vec<Pairing> {
        let mut out = Vec::with_capacity(self.source.len().max(self.target.len()));
        for (i, partner) in self.partner.iter().enumerate() {
            out.push(Pairing { source: Some(i), target: partner.map(|p| p.0), agreement: partner.map(|p| p.1) });
            let more = shared.iter().filter(|(s, _, _)| *s == i);
            out.extend(more.map(|&(_, j, agreement)| Pairing { source: Some(i), target: Some(j), agreement: Some(agreement) }));
        }
        let left = self.taken.iter().enumerate().filter(|(_, taken)| !**taken);
        out.extend(left.map(|(j, _)| Pairing { source: None, target: Some(j), agreement: None }));
        out
    }
}

/// How good a pair is that has its number in common; none when it has not.
fn merit(s: &Quantity, t: &Quantity, agreement: Agreement) -> Option<u32> {
    let base = match agreement {
        Agreement::Same => 100,
        Agreement::BoundDiffers => 90,
        Agreement::Converted => 80,
        Agreement::UnitDiffers | Agreement::CurrencyDiffers => 50,
        Agreement::RoleDiffers => 45,
        // 2 and 20 have little to do with each other, 5 million and 5 thousand much.
        Agreement::ScaleDiffers if s.measure != Measure::None && t.measure != Measure::None => 40,
        Agreement::ScaleDiffers if (s.low / t.low).abs().log10().abs() >= 2.9 => 35,
        Agreement::ScaleDiffers | Agreement::Different => return None,
    };
    // A dual of days or years says so: `الصين` is no two months.
    let only_looks_dual =
        |q: &Quantity, other: &Quantity| q.weak && q.role == Role::Dual && q.measure == Measure::None && other.measure.is_duration();
    if only_looks_dual(s, t) || only_looks_dual(t, s) {
        return None;
    }
    let weak = s.weak || t.weak;
    if weak && base < 80 {
        return None;
    }
    let measured = s.measure != Measure::None && t.measure != Measure::None;
    let single = s.other.is_none() && t.other.is_none();
    let role = s.role == t.role;
    Some(base + 4 * u32::from(measured) + 2 * u32::from(role) + u32::from(single) - 30 * (u32::from(s.weak) + u32::from(t.weak)))
}

/// How alike two quantities are that have no number in common: 1 both bare counts, 2 both percent, money or the same kind of unit; none when they are of other kinds.
fn likeness(s: &Quantity, t: &Quantity) -> Option<u32> {
    let kind = |q: &Quantity| match q.role {
        Role::Cardinal | Role::Dual | Role::Vague | Role::Label => 0,
        Role::Ordinal => 1,
        Role::Fraction => 2,
        Role::Multiple => 3,
        Role::Score => 4,
        Role::Clock => 5,
        Role::Decade => 6,
    };
    let year = |q: &Quantity| q.maybe_year || (1000.0..=2100.0).contains(&q.low);
    // Half an hour and two hours are of one kind, a half and a two are not.
    let measured = s.measure != Measure::None && s.measure.dimension() == t.measure.dimension();
    let part = measured && kind(s) + kind(t) == 2;
    // `6-6` is a score, `6-8` looks like a range.
    let score = [(s, t), (t, s)].iter().any(|(a, b)| a.role == Role::Score && b.role == Role::Cardinal && b.digits && b.is_range());
    if kind(s) != kind(t) && !part && !score || s.maybe_year && !year(t) || t.maybe_year && !year(s) {
        return None;
    }
    match (s.measure.dimension(), t.measure.dimension()) {
        ("", "") => Some(1),
        (a, b) if a == b => Some(2),
        ("", _) | (_, "") => Some(1),
        _ => None,
    }
}

/// The indices beside `k`.
fn neighbours(k: usize) -> impl Iterator<Item = usize> {
    [k.checked_sub(1), Some(k + 1)].into_iter().flatten()
}

/// Whether quantity `k` of a list says the same as its neighbour `j` in another unit.
fn converts(list: &[Quantity], j: usize, k: usize) -> bool {
    let Some(other) = list.get(k) else { return false };
    let (Measure::Unit(a), Measure::Unit(b)) = (list[j].measure, other.measure) else { return false };
    a != b && agreement(&list[j], other) == Agreement::Converted
        || a.dimension != b.dimension && matches!((a.dimension, b.dimension), ("angle", "temperature") | ("temperature", "angle"))
}

/// How the end `value` of a range compares with the single value that faces it: it may be of another unit.
fn end_agreement(range: &Quantity, value: f64, single: &Quantity) -> Agreement {
    match agreement(&Quantity { low: value, high: value, other: None, ..range.clone() }, single) {
        differs @ (Agreement::UnitDiffers | Agreement::CurrencyDiffers) => differs,
        _ => Agreement::Same,
    }
}

/// Two free values of `others` that are the ends of the range `q`.
fn ends(q: &Quantity, others: &[Quantity], taken: &[bool]) -> Option<(usize, usize)> {
    if !q.is_range() || q.role == Role::Vague {
        return None;
    }
    let equal = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
    let find = |value: f64| {
        (0..others.len()).find(|&j| {
            !taken[j] && !others[j].is_range() && (equal(others[j].low, value) || others[j].other.is_some_and(|o| equal(o, value)))
        })
    };
    let (low, high) = (find(q.low)?, find(q.high)?);
    (low != high).then_some((low, high))
}
