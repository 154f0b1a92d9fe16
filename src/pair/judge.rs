//! How much two articles share of what they say.

use rustc_hash::FxHashMap;

use super::archive::{Archive, Expanded};
use super::profile::{Key, Mark, Profile};

/// Whatever is known of two texts is known of so little text that this much doubt stays, in nats: a handful of words proves nothing.
const DOUBT: f32 = 8.0;
/// How far the same thing stands apart in two translations, as a share of their length: the scale of a Laplace distribution.
const APART: f32 = 0.08;
/// What the order of one mark counts, as marks of one sentence move together.
const ORDER: f32 = 0.3;
/// Logarithm of the words of an Arabic text by those of its English counterpart: mean and deviation, of news; and the deviation among
/// articles that have nothing to do with each other.
const LENGTH: (f32, f32, f32) = (-0.1, 0.2, 0.7);

/// What speaks for two articles being translations, in nats.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Evidence {
    /// The marks of the English article: what was found and missed, and what it would be if all were found.
    pub english: (f32, f32),
    /// The marks of the Arabic article.
    pub arabic: (f32, f32),
    /// Whether things stand in the same order.
    pub order: f32,
    /// Whether they are about equally long.
    pub length: f32,
}

impl Evidence {
    /// At most 1; `more` nats come from elsewhere.
    pub fn score(&self, more: f32) -> f32 {
        let sum = self.english.0 + self.arabic.0 + self.order + self.length + more;
        (sum / (self.english.1 + self.arabic.1 + DOUBT)).min(1.0)
    }

    /// The same for the one article alone that is contained in the other.
    pub fn contained(&self) -> f32 {
        let share = |(sum, most): (f32, f32)| sum / (most + DOUBT);
        share(self.english).max(share(self.arabic)).min(1.0)
    }
}

/// An English article, ready to be compared with Arabic ones.
pub(super) struct Judge<'a> {
    profile: &'a Profile,
    expanded: &'a Expanded,
    starts: FxHashMap<Key, u32>,
    accident: Vec<f32>,
}

impl<'a> Judge<'a> {
    pub fn new(profile: &'a Profile, expanded: &'a Expanded, accident: Vec<f32>) -> Self {
        let mut starts = FxHashMap::default();
        for (at, (key, _)) in expanded.iter().enumerate() {
            starts.entry(*key).or_insert(at as u32);
        }
        Self { profile, expanded, starts, accident }
    }

    /// Compares it with the Arabic article `other`; `found` is told of each English mark that is found there, with what it says.
    pub fn compare(&self, archive: &Archive, other: usize, mut found: impl FnMut(&Mark, f32)) -> Evidence {
        let arabic = &archive.arabic[other];
        let of_arabic = archive.accident_of_arabic(arabic);
        let mut evidence = Evidence::default();
        let mut partner: Vec<Option<u32>> = vec![None; self.profile.marks().len()];
        for (a, mark) in arabic.marks().iter().enumerate() {
            let mut is_found = false;
            for key in arabic.keys(a) {
                let Some(start) = self.starts.get(key) else { continue };
                is_found = true;
                for (_, e) in self.expanded[*start as usize..].iter().take_while(|(k, _)| k == key) {
                    partner[*e as usize].get_or_insert(a as u32);
                }
            }
            add(&mut evidence.arabic, mark, of_arabic[a], is_found);
        }
        for (e, mark) in self.profile.marks().iter().enumerate() {
            let value = add(&mut evidence.english, mark, self.accident[e], partner[e].is_some());
            let Some(a) = partner[e] else { continue };
            found(mark, value);
            let counterpart = &arabic.marks()[a as usize];
            if mark.once && counterpart.once {
                evidence.order += ORDER * in_order(f32::from(mark.place.abs_diff(counterpart.place)) / 65_535.0);
            }
        }
        evidence.length = length(self.profile.words, arabic.words);
        evidence
    }
}

/// Adds a mark to a sum and to what it may be at most; returns what it says.
fn add(sum: &mut (f32, f32), mark: &Mark, accident: f32, is_found: bool) -> f32 {
    let most = (mark.p1 / accident).ln().max(0.0);
    let value = if is_found { most } else { ((1.0 - mark.p1) / (1.0 - accident)).ln().min(0.0) };
    sum.0 += value;
    sum.1 += most;
    value
}

/// What the distance of a mark and its counterpart says, both as shares of the length of their texts.
fn in_order(apart: f32) -> f32 {
    let anywhere = 2.0 * (1.0 - apart).max(0.01);
    ((0.85 / APART * (-apart / APART).exp() + 0.15 * anywhere) / anywhere).ln()
}

fn length(english: usize, arabic: usize) -> f32 {
    let (mean, of_pairs, of_others) = LENGTH;
    let apart = (arabic.max(1) as f32 / english.max(1) as f32).ln() - mean;
    let density = |deviation: f32| -deviation.ln() - apart * apart / (2.0 * deviation * deviation);
    (density(of_pairs) - density(of_others)).max(-6.0)
}
