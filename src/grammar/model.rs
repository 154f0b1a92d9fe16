//! How likely a symbol is behind two others.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::symbol::{COUNT, EDGE, Symbol, group, named};

/// Expected counts of three symbols in a row, and what follows from them.
///
/// Chances of three are interpolated with those of two and of one, and with those of three groups of symbols (Witten and Bell, 1991): what
/// was met behind few others leaves more to what was not met.
#[derive(Clone, Debug)]
pub struct Model {
    one: Vec<f64>,
    two: FxHashMap<[Symbol; 2], f64>,
    three: FxHashMap<[Symbol; 3], f64>,
    /// Of a context, its count and how many symbols were met behind it.
    behind_one: Vec<(f64, f64)>,
    behind_two: FxHashMap<[Symbol; 2], (f64, f64)>,
    /// The same of groups of symbols.
    groups: FxHashMap<[Symbol; 3], f64>,
    behind_groups: FxHashMap<[Symbol; 2], (f64, f64)>,
    group: Vec<f64>,
}

/// How much more than by Witten and Bell is left to what was not met behind two symbols, and the share of the groups in it: where a word was
/// taken out is seen best so in sentences that were not counted.
const LEFT: f64 = 6.0;
const GROUPS: f64 = 0.6;
/// Expected counts below this are noise.
const LEAST: f64 = 0.02;

impl Model {
    /// The model of expected counts.
    pub fn new(counts: impl IntoIterator<Item = ([Symbol; 3], f64)>) -> Self {
        let mut new = Self {
            one: vec![0.0; COUNT],
            two: FxHashMap::default(),
            three: FxHashMap::default(),
            behind_one: vec![(0.0, 0.0); COUNT],
            behind_two: FxHashMap::default(),
            groups: FxHashMap::default(),
            behind_groups: FxHashMap::default(),
            group: vec![0.0; COUNT],
        };
        for ([a, b, c], count) in counts.into_iter().filter(|(_, count)| *count >= LEAST) {
            new.one[usize::from(c)] += count;
            *new.two.entry([b, c]).or_default() += count;
            *new.three.entry([a, b, c]).or_default() += count;
            let behind = new.behind_two.entry([a, b]).or_default();
            *behind = (behind.0 + count, behind.1 + count.min(1.0));
            *new.groups.entry([group(a), group(b), group(c)]).or_default() += count;
        }
        for ([a, b, _], count) in &new.groups {
            let behind = new.behind_groups.entry([*a, *b]).or_default();
            *behind = (behind.0 + count, behind.1 + count.min(1.0));
        }
        for ([b, _], count) in &new.two {
            let behind = &mut new.behind_one[usize::from(*b)];
            *behind = (behind.0 + count, behind.1 + count.min(1.0));
        }
        let all: f64 = new.one.iter().sum();
        // No symbol is impossible.
        new.one.iter_mut().for_each(|count| *count = (*count + 0.5) / (all + 0.5 * COUNT as f64));
        for (symbol, chance) in (0..).zip(&new.one) {
            new.group[usize::from(group(symbol))] += chance;
        }
        new
    }

    /// The model of English news that the program has.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Model> = LazyLock::new(|| {
            let lines = include_str!("data/counts.tsv").lines().filter(|l| !l.starts_with('#'));
            Model::new(lines.filter_map(|line| {
                let mut fields = line.split('\t');
                let mut symbol = || fields.next().and_then(named);
                let three = [symbol()?, symbol()?, symbol()?];
                Some((three, fields.next()?.parse().ok()?))
            }))
        });
        &ENGLISH
    }

    /// The chance of a symbol wherever it stands.
    pub fn chance(&self, c: Symbol) -> f64 {
        self.one[usize::from(c)]
    }

    fn behind_one(&self, b: Symbol, c: Symbol) -> f64 {
        let (count, kinds) = self.behind_one[usize::from(b)];
        let left = kinds + 1.0;
        (self.two.get(&[b, c]).copied().unwrap_or(0.0) + left * self.chance(c)) / (count + left)
    }

    /// The chance of `c` behind `a` and `b`, by how often one of its group stands behind such as them.
    fn by_groups(&self, a: Symbol, b: Symbol, c: Symbol) -> f64 {
        let [a, b, of] = [group(a), group(b), group(c)];
        let (count, kinds) = self.behind_groups.get(&[a, b]).copied().unwrap_or((0.0, 0.0));
        let (left, whole) = (kinds + 1.0, self.group[usize::from(of)]);
        (self.groups.get(&[a, b, of]).copied().unwrap_or(0.0) + left * whole) / (count + left) * self.chance(c) / whole
    }

    /// The chance of `c` behind `a` and `b`.
    pub fn behind(&self, a: Symbol, b: Symbol, c: Symbol) -> f64 {
        let (count, kinds) = self.behind_two.get(&[a, b]).copied().unwrap_or((0.0, 0.0));
        let left = LEFT * kinds + 1.0;
        let other = GROUPS * self.by_groups(a, b, c) + (1.0 - GROUPS) * self.behind_one(b, c);
        (self.three.get(&[a, b, c]).copied().unwrap_or(0.0) + left * other) / (count + left)
    }

    /// The counts of three, in order.
    pub fn counts(&self) -> Vec<([Symbol; 3], f64)> {
        let mut counts: Vec<_> = self.three.iter().map(|(three, count)| (*three, *count)).collect();
        counts.sort_by_key(|(three, _)| *three);
        counts
    }

    /// What a reading of weight `weight` is worth where it stands: the chance of the word as that symbol, up to a factor of the word.
    pub(super) fn emission(&self, (symbol, weight): (Symbol, f64)) -> f64 {
        if symbol == EDGE { 1.0 } else { weight / self.chance(symbol) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stand_behind_two_sums_to_one() {
        let model = Model::english();
        let all = |a: &str, b: &str| -> f64 {
            let (a, b) = (named(a).unwrap(), named(b).unwrap());
            (0..COUNT as Symbol).map(|c| model.behind(a, b, c)).sum()
        };
        for (a, b) in [("the", "N"), ("N", "of"), (".", "<>"), ("despite", "despite")] {
            assert!((all(a, b) - 1.0).abs() < 1e-6, "{a} {b}: {}", all(a, b));
        }
    }

    #[test]
    fn nouns_stand_behind_articles() {
        let model = Model::english();
        let [the, noun, of] = ["the", "N", "of"].map(|name| named(name).unwrap());
        assert!(model.behind(of, the, noun) > 0.2 && model.behind(of, the, of) < 0.001);
    }

    #[test]
    fn a_model_of_nothing_has_no_favourites() {
        let model = Model::new([]);
        let chance = model.behind(0, 0, 1);
        assert!((chance - 1.0 / COUNT as f64).abs() < 1e-9, "{chance}");
    }
}
