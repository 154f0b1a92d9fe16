//! From scores to pairs: every article has one partner at most, unless several are asked for; and none is better than a wrong one.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::archive::Archive;
use super::candidate::Judged;
use super::{Options, Pair, Pairing, Unpaired, reason};

/// The least score of a pair.
pub(super) const ENOUGH: f32 = 0.25;
/// The least score of an article that is contained in one which has a partner already.
const CONTAINED: f32 = 0.45;
/// What equal file names count, in nats, where file names are seen to tell the truth.
const NAMED: f32 = 6.0;
/// File names tell the truth where so large a share of the pairs that were made without them have equal ones.
const TRUTHFUL: f32 = 0.5;

/// Makes pairs of what was compared.
pub(super) fn choose(archive: &Archive, judged: &[Judged], arabic_first: bool, options: Options) -> Pairing {
    let names = Names::new(archive);
    let unnamed: Vec<f32> = judged.iter().map(|j| j.evidence.score(0.0)).collect();
    let first = matched(archive, judged, &unnamed);
    let equal = first.iter().filter(|at| names.equal(&judged[**at])).count() as f32;
    let truthful = equal > TRUTHFUL * first.len() as f32;
    let more = |j: &Judged| if truthful && names.equal(j) { NAMED } else { 0.0 };
    let scores: Vec<f32> = judged.iter().map(|j| j.evidence.score(more(j))).collect();
    let mut chosen = if truthful { matched(archive, judged, &scores) } else { first };
    if options.many {
        also(archive, judged, &scores, &mut chosen);
    }
    let best = Best::new(archive, judged, &scores);
    let score_of = |at: usize| if options.many { scores[at].max(judged[at].evidence.contained()) } else { scores[at] };
    let pair = |at: &usize| {
        let j = &judged[*at];
        let second_best = [best.english[j.english as usize], best.arabic[j.arabic as usize]]
            .into_iter()
            .flat_map(|two| two.into_iter().flatten())
            .filter(|other| *other != *at)
            .map(|other| scores[other])
            .max_by(f32::total_cmp);
        let (source, target) = if arabic_first { (j.arabic, j.english) } else { (j.english, j.arabic) };
        let reason = reason::of(archive, j, truthful && names.equal(j));
        Pair { source: source as usize, target: target as usize, score: score_of(*at), second_best, reason }
    };
    let mut pairs: Vec<Pair> = chosen.iter().map(pair).collect();
    pairs.sort_by_key(|p| (p.source, p.target));
    let english = left(archive.english.len(), chosen.iter().map(|at| judged[*at].english), |e| {
        best.english[e][0].map(|at| (judged[at].arabic as usize, scores[at]))
    });
    let arabic = left(archive.arabic.len(), chosen.iter().map(|at| judged[*at].arabic), |a| {
        best.arabic[a][0].map(|at| (judged[at].english as usize, scores[at]))
    });
    let (sources, targets) = if arabic_first { (arabic, english) } else { (english, arabic) };
    Pairing { pairs, sources, targets }
}

/// The pairs, the surest first: each takes its two articles out of the game.
fn matched(archive: &Archive, judged: &[Judged], scores: &[f32]) -> Vec<usize> {
    let (mut english, mut arabic) = (vec![false; archive.english.len()], vec![false; archive.arabic.len()]);
    let mut order: Vec<usize> = (0..judged.len()).filter(|at| scores[*at] >= ENOUGH).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    order.retain(|at| {
        let (e, a) = (judged[*at].english as usize, judged[*at].arabic as usize);
        let free = !english[e] && !arabic[a];
        if free {
            (english[e], arabic[a]) = (true, true);
        }
        free
    });
    order
}

/// Adds the articles without a partner that are contained in one which has one.
fn also(archive: &Archive, judged: &[Judged], scores: &[f32], chosen: &mut Vec<usize>) {
    let (mut english, mut arabic) = (vec![false; archive.english.len()], vec![false; archive.arabic.len()]);
    for at in &*chosen {
        (english[judged[*at].english as usize], arabic[judged[*at].arabic as usize]) = (true, true);
    }
    let strength = |at: usize| scores[at].max(judged[at].evidence.contained());
    let is_enough = |at: &usize| scores[*at] >= ENOUGH || judged[*at].evidence.contained() >= CONTAINED;
    let mut order: Vec<usize> = (0..judged.len()).filter(is_enough).collect();
    order.sort_by(|a, b| strength(*b).total_cmp(&strength(*a)).then(a.cmp(b)));
    for at in order {
        let (e, a) = (judged[at].english as usize, judged[at].arabic as usize);
        if !english[e] || !arabic[a] {
            (english[e], arabic[a]) = (true, true);
            chosen.push(at);
        }
    }
}

fn left(articles: usize, paired: impl Iterator<Item = u32>, nearest: impl Fn(usize) -> Option<(usize, f32)>) -> Vec<(usize, Unpaired)> {
    let mut is_paired = vec![false; articles];
    paired.for_each(|article| is_paired[article as usize] = true);
    (0..articles).filter(|article| !is_paired[*article]).map(|article| (article, Unpaired { nearest: nearest(article) })).collect()
}

/// The two best comparisons of every article.
struct Best {
    english: Vec<[Option<usize>; 2]>,
    arabic: Vec<[Option<usize>; 2]>,
}

impl Best {
    fn new(archive: &Archive, judged: &[Judged], scores: &[f32]) -> Self {
        let mut best = Self { english: vec![[None; 2]; archive.english.len()], arabic: vec![[None; 2]; archive.arabic.len()] };
        for (at, j) in judged.iter().enumerate() {
            for two in [&mut best.english[j.english as usize], &mut best.arabic[j.arabic as usize]] {
                let beats = |other: Option<usize>| other.is_none_or(|other| scores[at] > scores[other]);
                if beats(two[0]) {
                    *two = [Some(at), two[0]];
                } else if beats(two[1]) {
                    two[1] = Some(at);
                }
            }
        }
        best
    }
}

/// What is left of file names when the language is taken out: `2019-05-03_khartoum_EN.txt` and `ar/khartoum 2019-05-03.txt` are one.
struct Names {
    english: Vec<u64>,
    arabic: Vec<u64>,
}

impl Names {
    fn new(archive: &Archive) -> Self {
        let of = |profiles: &[super::Profile]| {
            let names: Vec<u64> = profiles.iter().map(|p| plain(&p.name)).collect();
            let mut times: FxHashMap<u64, u32> = FxHashMap::default();
            for name in &names {
                *times.entry(*name).or_default() += 1;
            }
            // A name that several articles share says nothing.
            names.into_iter().map(|name| if times[&name] == 1 { name } else { 0 }).collect()
        };
        Self { english: of(archive.english), arabic: of(archive.arabic) }
    }

    fn equal(&self, j: &Judged) -> bool {
        let name = self.english[j.english as usize];
        name != 0 && name == self.arabic[j.arabic as usize]
    }
}

fn plain(name: &str) -> u64 {
    use std::hash::{Hash, Hasher};
    let stem = Path::new(name).file_stem().map(|s| s.to_string_lossy().to_lowercase()).unwrap_or_default();
    let mut words: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "en" | "eng" | "english" | "ar" | "ara" | "arabic" | "source" | "target"))
        .collect();
    words.sort_unstable();
    let mut hasher = rustc_hash::FxHasher::default();
    words.hash(&mut hasher);
    if words.is_empty() { 0 } else { hasher.finish().max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_the_language() {
        assert_eq!(plain("en/2019-05-03_khartoum_EN.txt"), plain("x/khartoum 2019-05-03.ar.txt"));
        assert_ne!(plain("a1.txt"), plain("a2.txt"));
        assert_eq!(plain("source.en.txt"), 0);
    }
}
