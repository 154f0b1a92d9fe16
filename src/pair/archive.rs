//! All articles of an archive: which Arabic articles have which key, and how common each mark is.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::profile::{Key, Profile, Sound, is_hash};
use crate::lang::skeleton::{Skeleton, Variants};
use crate::lexicon::Lexicon;

/// So many articles the lexicon's own idea of how common something is counts for, against what the archive shows.
const STRENGTH: f32 = 12.0;
/// An unknown name of English may be so many words of Arabic, at most.
const SPELLINGS: usize = 24;

/// The articles, and the index over the Arabic ones.
pub(super) struct Archive<'a> {
    pub lexicon: &'a Lexicon,
    pub english: &'a [Profile],
    pub arabic: &'a [Profile],
    /// Where the list of each key starts and ends.
    places: FxHashMap<Key, (u32, u32)>,
    /// Numbers of Arabic articles, key by key.
    postings: Vec<u32>,
    /// In how many English articles there is something that may answer for a key.
    answered: FxHashMap<Key, u32>,
    words: Words,
}

/// An English mark, or an Arabic one, may be found under these keys, each with the mark: sorted.
pub(super) type Expanded = Vec<(Key, u32)>;

impl<'a> Archive<'a> {
    pub fn new(lexicon: &'a Lexicon, english: &'a [Profile], arabic: &'a [Profile]) -> Self {
        let mut entries: Vec<(Key, u32)> = arabic
            .par_iter()
            .enumerate()
            .flat_map_iter(|(article, profile)| {
                let mut keys: Vec<Key> = (0..profile.marks().len()).flat_map(|mark| profile.keys(mark)).copied().collect();
                keys.sort_unstable();
                keys.dedup();
                keys.into_iter().map(move |key| (key, article as u32))
            })
            .collect();
        entries.par_sort_unstable();
        let mut places = FxHashMap::default();
        let mut start = 0;
        for run in entries.chunk_by(|a, b| a.0 == b.0) {
            places.insert(run[0].0, (start as u32, (start + run.len()) as u32));
            start += run.len();
        }
        let postings = entries.into_iter().map(|(_, article)| article).collect();
        let words = Words::new(arabic);
        let mut archive = Self { lexicon, english, arabic, places, postings, answered: FxHashMap::default(), words };
        archive.answered = archive.count();
        archive
    }

    /// Sums do not depend on the order in which threads come by.
    fn count(&self) -> FxHashMap<Key, u32> {
        let one = |mut counts: FxHashMap<Key, u32>, profile: &Profile| {
            let mut before = None;
            for (key, _) in self.expanded(profile) {
                if before != Some(key) && self.places.contains_key(&key) {
                    *counts.entry(key).or_default() += 1;
                }
                before = Some(key);
            }
            counts
        };
        let both = |mut a: FxHashMap<Key, u32>, b: FxHashMap<Key, u32>| {
            for (key, n) in b {
                *a.entry(key).or_default() += n;
            }
            a
        };
        self.english.par_iter().fold(FxHashMap::default, one).reduce(FxHashMap::default, both)
    }

    /// The Arabic articles that have `key`.
    pub fn with(&self, key: Key) -> &[u32] {
        self.places.get(&key).map_or(&[], |(start, end)| &self.postings[*start as usize..*end as usize])
    }

    /// Under which keys of Arabic articles the marks of an English one may be found; only keys that there are.
    pub fn expanded(&self, profile: &Profile) -> Expanded {
        let mut expanded = Vec::new();
        let mut push = |key: Key, mark: u32| {
            if self.places.contains_key(&key) {
                expanded.push((key, mark));
            }
        };
        for mark in 0..profile.marks().len() {
            for key in profile.keys(mark) {
                if is_hash(*key) {
                    push(*key, mark as u32);
                } else {
                    self.lexicon.arabic_forms(*key).for_each(|form| push(form, mark as u32));
                }
            }
        }
        for sound in profile.sounds() {
            if let Sound::English(mark, skeleton) = sound {
                self.words.like(skeleton, |key| push(key, *mark));
            }
        }
        expanded.sort_unstable();
        expanded.dedup();
        expanded
    }

    /// The chance that another Arabic article has what answers for each mark of an English one.
    pub fn accident_of_english(&self, profile: &Profile, expanded: &Expanded) -> Vec<f32> {
        let mut most = vec![0_u32; profile.marks().len()];
        for (key, mark) in expanded {
            let most = &mut most[*mark as usize];
            *most = (*most).max(self.with(*key).len() as u32);
        }
        chances(profile, &most, self.arabic.len())
    }

    /// The same for the marks of an Arabic article.
    pub fn accident_of_arabic(&self, profile: &Profile) -> Vec<f32> {
        let often = |mark: usize| profile.keys(mark).iter().filter_map(|key| self.answered.get(key)).max().copied().unwrap_or(0);
        let most: Vec<u32> = (0..profile.marks().len()).map(often).collect();
        chances(profile, &most, self.english.len())
    }
}

/// The share of the other articles that have each mark, one being left out as the partner, smoothed by what the lexicon says.
fn chances(profile: &Profile, counts: &[u32], articles: usize) -> Vec<f32> {
    let others = articles.saturating_sub(1) as f32;
    let chance = |(count, prior): (&u32, f32)| (count.saturating_sub(1) as f32 + STRENGTH * prior) / (others + STRENGTH);
    counts.iter().zip(profile.marks().iter().map(|m| m.prior)).map(chance).map(|p| p.clamp(1e-5, 0.98)).collect()
}

/// The words of all Arabic articles that the lexicon does not know, by their consonants.
struct Words(FxHashMap<u32, Vec<(Key, Skeleton)>>);

impl Words {
    fn new(arabic: &[Profile]) -> Self {
        let mut all: FxHashMap<Key, Variants> = FxHashMap::default();
        for sound in arabic.iter().flat_map(Profile::sounds) {
            if let Sound::Arabic(key, variants) = sound {
                all.entry(*key).or_insert(*variants);
            }
        }
        let mut words: FxHashMap<u32, Vec<(Key, Skeleton)>> = FxHashMap::default();
        for (key, variants) in all {
            for variant in variants.iter().filter(|v| v.consonants() > 1) {
                words.entry(variant.key()).or_default().push((key, *variant));
            }
        }
        // The order of the table must not show.
        for list in words.values_mut() {
            list.sort_by_key(|(key, _)| *key);
        }
        Self(words)
    }

    fn like(&self, name: &Skeleton, mut found: impl FnMut(Key)) {
        if name.consonants() < 2 {
            return;
        }
        let words = self.0.get(&name.key()).map_or(&[][..], Vec::as_slice);
        words.iter().filter(|(_, word)| word.same(name).is_some()).take(SPELLINGS).for_each(|(key, _)| found(*key));
    }
}
