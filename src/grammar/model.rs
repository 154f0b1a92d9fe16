//! How likely a symbol is behind two others.

use rustc_hash::FxHashMap;
use std::sync::{LazyLock, OnceLock};

use super::symbol::{COUNT, EDGE, Symbol, group, named};

/// Expected counts of three symbols in a row, and what follows from them.
///
/// Chances of three are interpolated with those of two and of one, and with those of three groups of symbols (Witten and Bell, 1991): what
/// was met behind few others leaves more to what was not met.
#[derive(Clone, Debug)]
pub struct Model {
    one: Vec<f64>,
    /// By both symbols, see [`place`].
    two: Vec<f64>,
    three: Counts,
    /// Of a context, its count and how many symbols were met behind it.
    behind_one: Vec<(f64, f64)>,
    behind_two: Vec<(f64, f64)>,
    /// The same of groups of symbols.
    groups: Counts,
    behind_groups: Vec<(f64, f64)>,
    group: Vec<f64>,
    /// What stands behind each two symbols, once asked for: texts have few of the pairs that there could be.
    rows: Vec<OnceLock<Box<Row>>>,
}

/// The chance of each symbol behind two others.
pub type Row = [f64; COUNT];

/// Counts of three in a row, in order.
type Counts = Vec<([Symbol; 3], f64)>;

/// How much more than by Witten and Bell is left to what was not met behind two symbols, and the share of the groups in it: where a word was
/// taken out is seen best so in sentences that were not counted.
const LEFT: f64 = 6.0;
const GROUPS: f64 = 0.6;
/// Expected counts below this are noise.
const LEAST: f64 = 0.02;

impl Model {
    /// The model of expected counts.
    pub fn new(counts: impl IntoIterator<Item = ([Symbol; 3], f64)>) -> Self {
        let pairs = COUNT * COUNT;
        let mut new = Self {
            one: vec![0.0; COUNT],
            two: vec![0.0; pairs],
            three: Vec::new(),
            behind_one: vec![(0.0, 0.0); COUNT],
            behind_two: vec![(0.0, 0.0); pairs],
            groups: Vec::new(),
            behind_groups: vec![(0.0, 0.0); pairs],
            group: vec![0.0; COUNT],
            rows: (0..pairs).map(|_| OnceLock::new()).collect(),
        };
        let (mut two, mut three, mut groups) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        let add = |behind: &mut (f64, f64), count: f64| *behind = (behind.0 + count, behind.1 + count.min(1.0));
        for ([a, b, c], count) in counts.into_iter().filter(|(_, count)| *count >= LEAST) {
            new.one[usize::from(c)] += count;
            *two.entry([b, c]).or_default() += count;
            *three.entry([a, b, c]).or_default() += count;
            add(&mut new.behind_two[place(a, b)], count);
            *groups.entry([group(a), group(b), group(c)]).or_default() += count;
        }
        for ([a, b, _], count) in &groups {
            add(&mut new.behind_groups[place(*a, *b)], *count);
        }
        for ([b, c], count) in two {
            new.two[place(b, c)] = count;
            add(&mut new.behind_one[usize::from(b)], count);
        }
        (new.three, new.groups) = (in_order(three), in_order(groups));
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

    /// The chance of each symbol behind `a` and `b`.
    pub fn behind(&self, a: Symbol, b: Symbol) -> &Row {
        self.rows[place(a, b)].get_or_init(|| Box::new(self.row(a, b)))
    }

    fn row(&self, a: Symbol, b: Symbol) -> Row {
        let (count, kinds) = self.behind_two[place(a, b)];
        let left = LEFT * kinds + 1.0;
        let (met, met_groups) = (met(&self.three, a, b), met(&self.groups, group(a), group(b)));
        let behind_groups = self.behind_groups[place(group(a), group(b))];
        let mut row = [0.0; COUNT];
        for (c, chance) in (0..).zip(&mut row) {
            let met_group = met_groups[usize::from(group(c))];
            let other = GROUPS * self.by_groups(met_group, behind_groups, c) + (1.0 - GROUPS) * self.behind_one(b, c);
            *chance = (met[usize::from(c)] + left * other) / (count + left);
        }
        row
    }

    fn behind_one(&self, b: Symbol, c: Symbol) -> f64 {
        let (count, kinds) = self.behind_one[usize::from(b)];
        let left = kinds + 1.0;
        (self.two[place(b, c)] + left * self.chance(c)) / (count + left)
    }

    /// The chance of `c` behind two others, by how often one of its group was `met` behind such as them.
    fn by_groups(&self, met: f64, (count, kinds): (f64, f64), c: Symbol) -> f64 {
        let (left, whole) = (kinds + 1.0, self.group[usize::from(group(c))]);
        (met + left * whole) / (count + left) * self.chance(c) / whole
    }

    /// The counts of three, in order.
    pub fn counts(&self) -> &[([Symbol; 3], f64)] {
        &self.three
    }

    /// What a reading of weight `weight` is worth where it stands: the chance of the word as that symbol, up to a factor of the word.
    pub(super) fn emission(&self, (symbol, weight): (Symbol, f64)) -> f64 {
        if symbol == EDGE { 1.0 } else { weight / self.chance(symbol) }
    }
}

/// Where a table by two symbols has them.
fn place(a: Symbol, b: Symbol) -> usize {
    usize::from(a) * COUNT + usize::from(b)
}

fn in_order(counts: FxHashMap<[Symbol; 3], f64>) -> Counts {
    let mut counts: Counts = counts.into_iter().collect();
    counts.sort_by_key(|(three, _)| *three);
    counts
}

/// How often each symbol was met behind `a` and `b`.
fn met(counts: &Counts, a: Symbol, b: Symbol) -> Row {
    let mut met = [0.0; COUNT];
    let first = counts.partition_point(|(three, _)| *three < [a, b, 0]);
    for ([_, _, c], count) in counts[first..].iter().take_while(|(three, _)| three[..2] == [a, b]) {
        met[usize::from(*c)] = *count;
    }
    met
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stand_behind_two_sums_to_one() {
        let model = Model::english();
        let all = |a: &str, b: &str| -> f64 {
            let (a, b) = (named(a).unwrap(), named(b).unwrap());
            model.behind(a, b).iter().sum()
        };
        for (a, b) in [("the", "N"), ("N", "of"), (".", "<>"), ("despite", "despite")] {
            assert!((all(a, b) - 1.0).abs() < 1e-6, "{a} {b}: {}", all(a, b));
        }
    }

    #[test]
    fn nouns_stand_behind_articles() {
        let model = Model::english();
        let [the, noun, of] = ["the", "N", "of"].map(|name| named(name).unwrap());
        assert!(model.behind(of, the)[usize::from(noun)] > 0.2 && model.behind(of, the)[usize::from(of)] < 0.001);
    }

    #[test]
    fn a_model_of_nothing_has_no_favourites() {
        let model = Model::new([]);
        let chance = model.behind(0, 0)[1];
        assert!((chance - 1.0 / COUNT as f64).abs() < 1e-9, "{chance}");
    }
}
