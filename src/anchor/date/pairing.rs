//! Which date of the target answers which of the source.

use super::Date;
use super::agreement::{Agreement, Comparison};
use super::fields::Fields;

/// A date of one side and the one that answers it. Positions are those in the lists that were paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// The date of the source; none where a date of the target is answered by nothing.
    pub source: Option<usize>,
    /// The date of the target; none where a date of the source is answered by nothing.
    pub target: Option<usize>,
    /// How the two agree; none where there is only one.
    pub agreement: Option<Agreement>,
}

/// Pairs the dates of two texts that translate each other.
///
/// Dates that agree are paired first, the most alike before the others; then those left over that contradict each other in the
/// least. A date may stand in two pairings where one side says in two dates what the other says in one (`in June ... 2018`),
/// or says it twice. Every date of both sides stands in at least one pairing, an uncertain one only if it answers another; they come in
/// the order of the source.
pub fn pair(source: &[Date], target: &[Date], dateline: Option<&Date>) -> Vec<Pairing> {
    let mut board = Board::new(source, target, dateline);
    board.agreeing();
    board.facing();
    board.answered();
    board.split();
    board.finish()
}

struct Board<'a> {
    source: &'a [Date],
    target: &'a [Date],
    comparisons: Vec<Comparison>,
    /// The first partner of each date.
    of_source: Vec<Option<usize>>,
    of_target: Vec<Option<usize>>,
    pairings: Vec<Pairing>,
}

impl<'a> Board<'a> {
    fn new(source: &'a [Date], target: &'a [Date], dateline: Option<&Date>) -> Self {
        let now = dateline.map(|date| &date.value);
        let compare = |s: &Date, t: &Date| Comparison::of(&s.value, &t.value, now);
        let comparisons = source.iter().flat_map(|s| target.iter().map(move |t| compare(s, t))).collect();
        Self { of_source: vec![None; source.len()], of_target: vec![None; target.len()], source, target, comparisons, pairings: Vec::new() }
    }

    fn fields_of_source(&self, s: usize) -> Fields {
        self.source[s].value.fields()
    }

    fn fields_of_target(&self, t: usize) -> Fields {
        self.target[t].value.fields()
    }

    fn compared(&self, s: usize, t: usize) -> Comparison {
        self.comparisons[s * self.target.len() + t]
    }

    fn record(&mut self, s: usize, t: usize) {
        self.of_source[s].get_or_insert(t);
        self.of_target[t].get_or_insert(s);
        self.pairings.push(Pairing { source: Some(s), target: Some(t), agreement: Some(self.compared(s, t).agreement()) });
    }

    /// Pairs unpaired dates one to one, the highest score first; between equals those that stand at the same place of their list.
    fn greedy(&mut self, score: impl Fn(&Self, usize, usize) -> Option<i64>) {
        let mut candidates = Vec::new();
        for s in (0..self.source.len()).filter(|s| self.of_source[*s].is_none()) {
            for t in (0..self.target.len()).filter(|t| self.of_target[*t].is_none()) {
                if let Some(score) = score(self, s, t) {
                    candidates.push((-score, s.abs_diff(t), s, t));
                }
            }
        }
        candidates.sort_unstable();
        for (_, _, s, t) in candidates {
            if self.of_source[s].is_none() && self.of_target[t].is_none() {
                self.record(s, t);
            }
        }
    }

    fn agreeing(&mut self) {
        self.greedy(|board, s, t| {
            let c = board.compared(s, t);
            let (x, y) = (board.fields_of_source(s), board.fields_of_target(t));
            let missing = x.without(y).len() + y.without(x).len();
            let certain = [board.source[s].certain, board.target[t].certain];
            let bonus = if c.same() { 100 } else { 0 } + if certain == [true, true] { 200 } else { 0 };
            let agrees = c.agreement().agrees() && certain.contains(&true);
            agrees.then(|| bonus + i64::from(20 * c.exact + 10 * c.related) - i64::from(missing))
        });
    }

    /// What is left on both sides and contradicts is taken for a mistranslation.
    fn facing(&mut self) {
        self.greedy(|board, s, t| {
            let c = board.compared(s, t);
            let alike = c.exact + c.related > 0 || c.conflicts == 1 || board.fields_of_source(s) == board.fields_of_target(t);
            let explained =
                board.source_completes(s) || board.target_completes(t) || board.source_echo(s).is_some() && board.target_echo(t).is_some();
            let certain = board.source[s].certain && board.target[t].certain;
            (certain && c.conflicts > 0 && alike && !explained)
                .then(|| i64::from(20 * c.exact + 10 * c.related) - i64::from(15 * c.conflicts))
        });
    }

    /// A date of the target that says exactly some of what `s` says and contradicts nothing.
    fn source_echo(&self, s: usize) -> Option<usize> {
        (0..self.target.len())
            .filter(|t| self.compared(s, *t).shares())
            .max_by_key(|t| (self.compared(s, *t).exact, std::cmp::Reverse(s.abs_diff(*t))))
    }

    fn target_echo(&self, t: usize) -> Option<usize> {
        (0..self.source.len())
            .filter(|s| self.compared(*s, t).shares())
            .max_by_key(|s| (self.compared(*s, t).exact, std::cmp::Reverse(s.abs_diff(t))))
    }

    /// Whether `s` says what a date of the target has beyond its partner: the year that was split from its month.
    fn source_completes(&self, s: usize) -> bool {
        let fields = self.fields_of_source(s);
        (0..self.target.len()).any(|t| {
            let partner = self.of_target[t].map(|p| self.fields_of_source(p));
            self.compared(s, t).shares() && self.fields_of_target(t).hold(fields) && partner.is_some_and(|p| !p.meet(fields))
        })
    }

    fn target_completes(&self, t: usize) -> bool {
        let fields = self.fields_of_target(t);
        (0..self.source.len()).any(|s| {
            let partner = self.of_source[s].map(|p| self.fields_of_target(p));
            self.compared(s, t).shares() && self.fields_of_source(s).hold(fields) && partner.is_some_and(|p| !p.meet(fields))
        })
    }

    /// The dates of the source that still want an answer.
    fn open_source(&self) -> impl Iterator<Item = usize> {
        (0..self.source.len()).filter(|s| self.of_source[*s].is_none() && self.source[*s].certain)
    }

    fn open_target(&self) -> impl Iterator<Item = usize> {
        (0..self.target.len()).filter(|t| self.of_target[*t].is_none() && self.target[*t].certain)
    }

    /// Leftovers that a paired date answers as well: halves of it, and repetitions.
    fn answered(&mut self) {
        let sources: Vec<_> = self.open_source().filter_map(|s| Some((s, self.source_echo(s)?))).collect();
        let targets: Vec<_> = self.open_target().filter_map(|t| Some((self.target_echo(t)?, t))).collect();
        for (s, t) in sources.into_iter().chain(targets) {
            self.record(s, t);
        }
    }

    /// A leftover that contradicts what a paired date says beyond its partner: `June 2018` against `يونيو` and, elsewhere, `2016`.
    fn split(&mut self) {
        for t in self.open_target().collect::<Vec<_>>() {
            let fields = self.fields_of_target(t);
            let beyond = |s: &usize| {
                let partner = self.of_source[*s].map(|p| self.fields_of_target(p));
                partner.is_some_and(|p| !p.meet(fields)) && self.fields_of_source(*s).hold(fields) && self.compared(*s, t).conflicts == 1
            };
            if let Some(s) = (0..self.source.len()).find(beyond) {
                self.record(s, t);
            }
        }
        for s in self.open_source().collect::<Vec<_>>() {
            let fields = self.fields_of_source(s);
            let beyond = |t: &usize| {
                let partner = self.of_target[*t].map(|p| self.fields_of_source(p));
                partner.is_some_and(|p| !p.meet(fields)) && self.fields_of_target(*t).hold(fields) && self.compared(s, *t).conflicts == 1
            };
            if let Some(t) = (0..self.target.len()).find(beyond) {
                self.record(s, t);
            }
        }
    }

    fn finish(mut self) -> Vec<Pairing> {
        let alone = |source, target| Pairing { source, target, agreement: None };
        let left: Vec<_> =
            self.open_source().map(|s| alone(Some(s), None)).chain(self.open_target().map(|t| alone(None, Some(t)))).collect();
        self.pairings.extend(left);
        self.pairings.sort_unstable_by_key(|p| (p.source.unwrap_or(usize::MAX), p.target.unwrap_or(usize::MAX)));
        self.pairings
    }
}
