//! Estimates `p1` and `q` from sentence pairs.
//!
//! The table of the program is of 9,500 sentences of news, encyclopedias, biographies and health and of 7,600 free but right translations
//! of news and 5,000 of newspapers of all sorts that were written for it. A sentence that it was estimated on has fewer false alarms than others: whoever measures with it
//! must leave out the texts that are measured.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::index::Index;
use super::item::{Kind, Side};
use crate::lang::Lang;
use crate::lexicon::{Lexicon, weight};

#[derive(Clone, Copy, Default)]
struct Count {
    seen: f32,
    found: f32,
}

impl Count {
    /// Share found, pulled towards `prior` by the weight of `strength` sightings.
    fn share(self, prior: f32, strength: f32) -> f32 {
        ((self.found + prior * strength) / (self.seen + strength)).clamp(0.02, 0.985)
    }
}

/// Estimates over `pairs` of an English and an Arabic sentence: the table that the build reads (see `Weights::parse`).
pub fn weights<'a>(lexicon: &Lexicon, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut concepts: BTreeMap<u32, Count> = BTreeMap::new();
    let mut forms: BTreeMap<u32, Count> = BTreeMap::new();
    let (mut english_tokens, mut arabic_tokens) = (0.0_f32, 0.0_f32);
    for (english, arabic) in pairs {
        let english = Side::new(lexicon, Lang::English, english);
        let arabic = Side::new(lexicon, Lang::Arabic, arabic);
        english_tokens += english.tokens.len() as f32;
        arabic_tokens += arabic.tokens.len() as f32;
        let index = Index::new(lexicon, &arabic);
        let mut links = Vec::new();
        for e in 0..english.items.len() as u32 {
            index.links(&english, e, 0..arabic.items.len() as u32, &mut links);
        }
        let mut accounted = vec![[false; 2]; english.items.len().max(arabic.items.len())];
        for link in &links {
            accounted[link.english as usize][0] = true;
            accounted[link.arabic as usize][1] = true;
        }
        for (side, counts, which) in [(&english, &mut concepts, 0), (&arabic, &mut forms, 1)] {
            for (item, found) in side.items.iter().zip(&accounted) {
                if item.kind != Kind::Word {
                    continue;
                }
                for reference in side.readings.of(item.token as usize) {
                    let count = counts.entry(reference.id).or_default();
                    count.seen += 1.0;
                    count.found += f32::from(u8::from(found[which]));
                }
            }
        }
    }
    let mut out = String::new();
    for (id, count) in &concepts {
        let class = lexicon.class(*id);
        let prior = weight::default_p1(class);
        let name = crate::lexicon::concept_key(lexicon, *id);
        let _ = writeln!(out, "concept\t{}\t{name}\t{:.3}\t{:.2e}", class as u8, count.share(prior, 4.0), count.seen / english_tokens);
    }
    let mut by_text: BTreeMap<String, (f32, f32)> = BTreeMap::new();
    for (id, count) in &forms {
        by_text.insert(lexicon.folded(*id).to_owned(), (count.share(weight::ARABIC_P1, 4.0), count.seen / arabic_tokens));
    }
    for (text, (p1, q)) in by_text {
        let _ = writeln!(out, "arabic\t\t{text}\t{p1:.3}\t{q:.2e}");
    }
    out
}
