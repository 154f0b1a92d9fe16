//! Links: which item of one text may account for which of the other.

use std::collections::HashMap;
use std::ops::Range;

use super::item::{Item, Kind, Side};
use crate::lang::Lang;
use crate::lexicon::{Lexicon, weight};

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
}

/// Where each Arabic form, number and name of a text stands: an index of its items by what they may be.
pub struct Index<'a> {
    lexicon: &'a Lexicon,
    side: &'a Side,
    forms: HashMap<u32, Vec<u32>>,
    numbers: HashMap<u64, Vec<u32>>,
}

impl<'a> Index<'a> {
    /// Indexes the Arabic `side`.
    pub fn new(lexicon: &'a Lexicon, side: &'a Side) -> Self {
        debug_assert_eq!(side.tokens.lang(), Lang::Arabic);
        let mut forms: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut numbers: HashMap<u64, Vec<u32>> = HashMap::new();
        for (i, item) in side.items.iter().enumerate() {
            for reference in side.readings.of(item.token as usize) {
                forms.entry(reference.id).or_default().push(i as u32);
            }
            if let Kind::Number(value) = item.kind {
                numbers.entry(value.to_bits()).or_default().push(i as u32);
            }
        }
        Self { lexicon, side, forms, numbers }
    }

    /// Links item `e` of `english` with the Arabic items of `within`.
    pub fn links(&self, english: &Side, e: u32, within: Range<u32>, out: &mut Vec<Link>) {
        self.rare_links(english, e, within, usize::MAX, out);
    }

    /// How often, all told, what may account for English item `e` stands in the text; `None` for never.
    pub fn rarity(&self, english: &Side, e: u32) -> Option<f32> {
        let item: &Item = &english.items[e as usize];
        let times: usize = match item.kind {
            Kind::Word => {
                let forms = english.readings.of(item.token as usize).iter().flat_map(|r| self.lexicon.arabic_forms(r.id));
                forms.filter_map(|f| self.forms.get(&f)).map(Vec::len).sum()
            }
            Kind::Number(value) => self.numbers.get(&value.to_bits()).map_or(0, Vec::len),
            Kind::Name | Kind::Unknown | Kind::Link => 0,
        };
        (times > 0).then_some(times as f32)
    }

    /// The same by forms, numbers and names that stand at most `rare` times within.
    pub fn rare_links(&self, english: &Side, e: u32, within: Range<u32>, rare: usize, out: &mut Vec<Link>) {
        let start = out.len();
        let item: &Item = &english.items[e as usize];
        match item.kind {
            Kind::Word => {
                for reference in english.readings.of(item.token as usize) {
                    let q_arabic = self.lexicon.concept_q(reference.id);
                    for form in self.lexicon.arabic_forms(reference.id) {
                        let Some(places) = self.forms.get(&form) else { continue };
                        let places = between(places, &within);
                        if places.len() > rare {
                            continue;
                        }
                        let q_english = self.lexicon.form_q(form);
                        for &arabic in places {
                            out.push(Link { english: e, arabic, q_english, q_arabic });
                        }
                    }
                }
            }
            Kind::Number(value) => {
                let q = if value.abs() < 100.0 { 1e-3 } else { 1e-5 };
                for &arabic in self.numbers.get(&value.to_bits()).map_or(&[][..], |p| between(p, &within)) {
                    out.push(Link { english: e, arabic, q_english: q, q_arabic: q });
                }
            }
            Kind::Name | Kind::Unknown | Kind::Link => {
                let q = weight::RARE;
                for arabic in within {
                    let other = &self.side.items[arabic as usize];
                    if matches!(other.kind, Kind::Name | Kind::Unknown | Kind::Link)
                        && self.side.tokens.folded(other.token as usize) == english.tokens.folded(item.token as usize)
                    {
                        out.push(Link { english: e, arabic, q_english: q, q_arabic: q });
                    }
                }
            }
        }
        // One link a pair of items: the least accidental.
        out[start..].sort_unstable_by(|a, b| (a.arabic, a.q_english.max(a.q_arabic)).partial_cmp(&(b.arabic, b.q_english.max(b.q_arabic))).unwrap_or(std::cmp::Ordering::Equal));
        let mut kept = start;
        for i in start..out.len() {
            if i == start || out[i].arabic != out[kept - 1].arabic {
                out[kept] = out[i];
                kept += 1;
            }
        }
        out.truncate(kept);
    }
}

fn between<'a>(places: &'a [u32], within: &Range<u32>) -> &'a [u32] {
    let first = places.partition_point(|p| *p < within.start);
    let last = places.partition_point(|p| *p < within.end);
    &places[first..last]
}

/// `ln(p1/p0)` of an item found in `n` tokens, where `q` is the chance per token to find it by accident. In nats, not below 0.
pub fn found(p1: f32, q: f32, n: f32) -> f32 {
    (p1 / accident(q, n)).ln().max(0.0)
}

/// `ln((1-p1)/(1-p0))` of an item that is not found in `n` tokens. In nats, not above 0.
pub fn missing(p1: f32, q: f32, n: f32) -> f32 {
    ((1.0 - p1) / (1.0 - accident(q, n)).max(1e-3)).ln().min(0.0)
}

/// `1 - (1 - q)^n`.
pub fn accident(q: f32, n: f32) -> f32 {
    -(n * (-q.min(0.5)).ln_1p()).exp_m1()
}
