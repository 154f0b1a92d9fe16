//! Links: which item of one text may account for which of the other, and what that says.

use crate::anchor::quantity::{Quantity, Role};

/// One item of the English text that may translate one of the Arabic text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Item of the English side.
    pub english: u32,
    /// Item of the Arabic side.
    pub arabic: u32,
    /// Chance per Arabic token to meet by accident what accounts for the English item.
    pub q_english: f32,
    /// Chance per English token to meet by accident what accounts for the Arabic item.
    pub q_arabic: f32,
    /// The logarithm of both chances together, and what the rank of the rendering costs: the lower, the better a link.
    pub accident: f32,
}

impl Link {
    /// Links items that meet by accident with these chances, `later` for a rendering that is not the first.
    pub fn all(english: u32, arabic: &[u32], q_english: f32, q_arabic: f32, later: f32) -> impl Iterator<Item = Self> {
        let accident = (q_english * q_arabic).ln() + later;
        arabic.iter().map(move |&arabic| Self { english, arabic, q_english, q_arabic, accident })
    }
}

/// Chance per token to meet a number by accident: small ones are everywhere.
pub(crate) fn quantity_q(quantity: &Quantity) -> f32 {
    match (quantity.role, quantity.low.abs()) {
        (Role::Vague | Role::Fraction | Role::Multiple, _) => 5e-4,
        (_, v) if v <= 2.0 => 4e-3,
        (_, v) if v <= 10.0 => 1e-3,
        (_, v) if v <= 100.0 => 2e-4,
        _ if quantity.maybe_year => 1e-4,
        _ => 1e-5,
    }
}

/// One link a pair of items from `start` on: the least accidental.
pub(super) fn keep_least_accidental(links: &mut Vec<Link>, start: usize) {
    links[start..].sort_unstable_by(|a, b| a.arabic.cmp(&b.arabic).then(a.accident.total_cmp(&b.accident)));
    let mut kept = start;
    for i in start..links.len() {
        if i == start || links[i].arabic != links[kept - 1].arabic {
            links[kept] = links[i];
            kept += 1;
        }
    }
    links.truncate(kept);
}

/// `ln(p1/p0)` of an item found in `n` tokens, where `q` is the chance per token to find it by accident. In nats, not below 0.
pub fn found(p1: f32, q: f32, n: f32) -> f32 {
    let mean = q * n * (1.0 + 0.5 * q);
    if mean < 1.0 && q < 0.05 {
        // The series of `ln(1 - e^-mean)`: asked for every item of every bead, and what it leaves out is under a thousandth.
        return ((p1 / mean).ln() + mean * (0.5 - mean / 24.0)).max(0.0);
    }
    (p1 / accident(q, n)).ln().max(0.0)
}

/// `ln((1-p1)/(1-p0))` of an item that is not found in `n` tokens. In nats, not above 0.
pub fn missing(p1: f32, q: f32, n: f32) -> f32 {
    ((1.0 - p1) / (1.0 - accident(q, n)).max(1e-3)).ln().min(0.0)
}

/// `1 - (1 - q)^n`.
pub fn accident(q: f32, n: f32) -> f32 {
    let mean = q * n;
    if mean < 0.01 {
        // The series, which is cheaper: what it leaves out is under a thousandth of it.
        return mean * (1.0 - 0.5 * mean);
    }
    -(n * (-q.min(0.5)).ln_1p()).exp_m1()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_logarithm() {
        for q in [1e-6_f32, 1e-3, 0.04, 0.09] {
            for n in [1.0_f32, 7.0, 30.0, 400.0] {
                let exact = (0.9 / -f64::from(n * (-q).ln_1p()).exp_m1()).ln().max(0.0);
                assert!((f64::from(found(0.9, q, n)) - exact).abs() < 2e-3, "{q} {n}");
            }
        }
    }
}
