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
    for side in [SOURCE, TARGET] {
        board.answered(side);
    }
    for side in [TARGET, SOURCE] {
        board.split(side);
    }
    board.finish()
}

const SOURCE: usize = 0;
const TARGET: usize = 1;

/// The dates of both sides, indexed by [`SOURCE`] and [`TARGET`], and who was paired with whom.
struct Board<'a> {
    dates: [&'a [Date]; 2],
    /// Of each source date with each target date, row by row.
    comparisons: Vec<Comparison>,
    /// The first partner of each date.
    partner: [Vec<Option<usize>>; 2],
    pairings: Vec<Pairing>,
}

impl<'a> Board<'a> {
    fn new(source: &'a [Date], target: &'a [Date], dateline: Option<&Date>) -> Self {
        let now = dateline.map(|date| &date.value);
        let compare = |s: &Date, t: &Date| Comparison::of(&s.value, &t.value, now);
        let comparisons = source.iter().flat_map(|s| target.iter().map(move |t| compare(s, t))).collect();
        Self { dates: [source, target], comparisons, partner: [vec![None; source.len()], vec![None; target.len()]], pairings: Vec::new() }
    }

    /// Compares date `i` of `side` with date `j` of the other side.
    fn compared(&self, side: usize, i: usize, j: usize) -> Comparison {
        let (s, t) = if side == SOURCE { (i, j) } else { (j, i) };
        self.comparisons[s * self.dates[TARGET].len() + t]
    }

    fn fields(&self, side: usize, i: usize) -> Fields {
        self.dates[side][i].value.fields()
    }

    /// The dates of `side` that still want an answer.
    fn open(&self, side: usize) -> Vec<usize> {
        (0..self.dates[side].len()).filter(|i| self.partner[side][*i].is_none() && self.dates[side][*i].certain).collect()
    }

    fn record(&mut self, side: usize, i: usize, j: usize) {
        self.partner[side][i].get_or_insert(j);
        self.partner[1 - side][j].get_or_insert(i);
        let (s, t) = if side == SOURCE { (i, j) } else { (j, i) };
        self.pairings.push(Pairing { source: Some(s), target: Some(t), agreement: Some(self.compared(side, i, j).agreement()) });
    }

    /// Pairs unpaired dates one to one, the highest score first; between equals those that stand at the same place of their list.
    fn greedy(&mut self, score: impl Fn(&Self, usize, usize) -> Option<i64>) {
        let free = |side: usize, i: &usize| self.partner[side][*i].is_none();
        let mut candidates = Vec::new();
        for s in (0..self.dates[SOURCE].len()).filter(|s| free(SOURCE, s)) {
            for t in (0..self.dates[TARGET].len()).filter(|t| free(TARGET, t)) {
                candidates.extend(score(self, s, t).map(|score| (-score, s.abs_diff(t), s, t)));
            }
        }
        candidates.sort_unstable();
        for (_, _, s, t) in candidates {
            if self.partner[SOURCE][s].is_none() && self.partner[TARGET][t].is_none() {
                self.record(SOURCE, s, t);
            }
        }
    }

    /// Dates that agree, the most alike first; a certain date rather with a certain one.
    fn agreeing(&mut self) {
        let twins = [SOURCE, TARGET].map(|side| self.of_all(side, |i| self.has_twin(side, i)));
        self.greedy(|board, s, t| {
            if twins[SOURCE][s] || twins[TARGET][t] {
                return None;
            }
            let c = board.compared(SOURCE, s, t);
            let (x, y) = (board.fields(SOURCE, s), board.fields(TARGET, t));
            let missing = x.without(y).len() + y.without(x).len();
            let certain = [board.dates[SOURCE][s].certain, board.dates[TARGET][t].certain];
            let bonus = if c.same() { 250 } else { 0 } + if certain == [true, true] { 200 } else { 0 };
            let agrees = c.agreement().agrees() && certain.contains(&true);
            agrees.then(|| bonus + c.likeness() - i64::from(missing))
        });
    }

    /// Whether `i` only may be a date and the other side says the same in words that only may be one: `now` and `الآن` answer each other.
    fn has_twin(&self, side: usize, i: usize) -> bool {
        let same = |j: usize| !self.dates[1 - side][j].certain && self.compared(side, i, j).same();
        !self.dates[side][i].certain && (0..self.dates[1 - side].len()).any(same)
    }

    /// What is left on both sides and contradicts is taken for a mistranslation.
    fn facing(&mut self) {
        // Halves of dates answer what a whole one says, but not for two whole ones of the same fields: `January 2019` and `ديسمبر 2019`.
        let explained = [SOURCE, TARGET].map(|side| self.of_all(side, |i| self.completes(side, i)));
        let echoes = [SOURCE, TARGET].map(|side| self.of_all(side, |i| self.echo(side, i).is_some()));
        self.greedy(|board, s, t| {
            let c = board.compared(SOURCE, s, t);
            let alike = c.exact + c.related > 0 || c.conflicts == 1 || board.fields(SOURCE, s) == board.fields(TARGET, t);
            let answered = explained[SOURCE][s]
                || explained[TARGET][t]
                || echoes[SOURCE][s] && echoes[TARGET][t] && board.fields(SOURCE, s) != board.fields(TARGET, t);
            let certain = board.dates[SOURCE][s].certain && board.dates[TARGET][t].certain;
            (certain && c.conflicts > 0 && alike && !answered).then(|| c.likeness())
        });
    }

    fn of_all(&self, side: usize, question: impl Fn(usize) -> bool) -> Vec<bool> {
        (0..self.dates[side].len()).map(question).collect()
    }

    /// A date of the other side that says exactly some of what `i` says and contradicts nothing.
    fn echo(&self, side: usize, i: usize) -> Option<usize> {
        let echoes = (0..self.dates[1 - side].len()).filter(|j| self.compared(side, i, *j).shares());
        echoes.max_by_key(|j| (self.compared(side, i, *j).exact, std::cmp::Reverse(i.abs_diff(*j))))
    }

    /// Whether `j` of the other side says all that `i` of `side` speaks of, and its partner none of it: a year split from its month.
    fn beyond_partner(&self, side: usize, i: usize, j: usize) -> bool {
        let fields = self.fields(side, i);
        let partner = self.partner[1 - side][j].map(|p| self.fields(side, p));
        self.fields(1 - side, j).hold(fields) && partner.is_some_and(|p| !p.meet(fields))
    }

    /// Whether `i` says the rest of what a date of the other side says.
    fn completes(&self, side: usize, i: usize) -> bool {
        (0..self.dates[1 - side].len()).any(|j| self.compared(side, i, j).shares() && self.beyond_partner(side, i, j))
    }

    /// Leftovers that a paired date answers as well: halves of it, and repetitions.
    fn answered(&mut self, side: usize) {
        for i in self.open(side) {
            if let Some(j) = self.echo(side, i) {
                self.record(side, i, j);
            }
        }
    }

    /// A leftover that contradicts what a paired date says beyond its partner: `June 2018` against `يونيو` and, elsewhere, `2016`.
    fn split(&mut self, side: usize) {
        for i in self.open(side) {
            let contradicts = |j: &usize| self.compared(side, i, *j).conflicts == 1 && self.beyond_partner(side, i, *j);
            if let Some(j) = (0..self.dates[1 - side].len()).find(contradicts) {
                self.record(side, i, j);
            }
        }
    }

    fn finish(mut self) -> Vec<Pairing> {
        let alone = |source, target| Pairing { source, target, agreement: None };
        let sources = self.open(SOURCE).into_iter().map(|s| alone(Some(s), None));
        let left: Vec<_> = sources.chain(self.open(TARGET).into_iter().map(|t| alone(None, Some(t)))).collect();
        self.pairings.extend(left);
        self.pairings.sort_unstable_by_key(|p| (p.source.unwrap_or(usize::MAX), p.target.unwrap_or(usize::MAX)));
        self.pairings
    }
}
