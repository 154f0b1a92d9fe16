//! Sets of terms: what the words of a sentence may be, for those who ask for many that do not stand there.

use crate::lang::marks::{marks, may_have};

/// A word that a list of the lexicon names, by number.
pub(super) type Term = u32;

/// Terms of a language.
#[derive(Debug)]
pub(super) struct Terms {
    /// In no order, some more than once.
    list: Vec<Term>,
    filter: Filter,
}

/// A bit for each of some terms; several terms may share one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filter([u64; WORDS]);

/// Words of 64 bits in a filter.
const WORDS: usize = 16;

/// The bit of a term.
const fn place(term: Term) -> (usize, u64) {
    (term as usize / 64 % WORDS, 1 << (term % 64))
}

impl Filter {
    /// Of no terms.
    pub const NONE: Self = Self([0; WORDS]);

    pub fn insert(&mut self, term: Term) {
        let (word, bit) = place(term);
        self.0[word] |= bit;
    }

    /// Whether `term` may be among them; if not, it surely is not.
    pub const fn may_have(&self, term: Term) -> bool {
        let (word, bit) = place(term);
        self.0[word] & bit != 0
    }

    /// Those of either.
    pub fn or(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
        self
    }
}

impl Terms {
    pub fn new(list: Vec<Term>) -> Self {
        let mut filter = Filter::NONE;
        for term in &list {
            filter.insert(*term);
        }
        Self { list, filter }
    }

    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    // Nearly all that is asked for does not stand there: to put the list in order takes longer than to go through it now and then.
    pub fn contains(&self, term: Term) -> bool {
        self.filter.may_have(term) && self.list.contains(&term)
    }
}

/// A bit for each of a few or many terms that are known for good; several terms may share one. A list of others may stand behind them, in
/// the same piece of memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// How many of these words are marks.
    marks: u32,
    all: Box<[u32]>,
}

impl Marks {
    pub fn of(terms: impl Iterator<Item = Term>) -> Self {
        Self::before(terms, &[])
    }

    /// The marks of `terms` with the `list` behind them.
    pub fn before(terms: impl Iterator<Item = Term>, list: &[Term]) -> Self {
        let terms: Vec<Term> = terms.collect();
        let mut all = marks(terms.iter().copied());
        let marks = all.len() as u32;
        all.extend_from_slice(list);
        Self { marks, all: all.into() }
    }

    /// Whether `term` may be among them; if not, it surely is not.
    pub fn may_have(&self, term: Term) -> bool {
        may_have(&self.all[..self.marks as usize], term)
    }

    /// What stands behind them.
    pub fn list(&self) -> &[Term] {
        &self.all[self.marks as usize..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_share_a_bit_are_told_apart() {
        let of = |list: &[Term]| Terms::new(list.to_vec());
        let shared = 7 + 64 * WORDS as Term;
        let terms = of(&[900, 7, 7]);
        assert!(terms.contains(7) && terms.contains(900));
        assert!(terms.filter().may_have(shared) && !terms.contains(shared) && !terms.filter().may_have(8));
        let both = terms.filter().or(of(&[8]).filter());
        assert!([7, 8, 900].into_iter().all(|term| both.may_have(term)) && !both.may_have(9));
    }

    #[test]
    fn a_list_stands_behind_marks() {
        let marks = Marks::before([3, 900].into_iter(), &[900, 7]);
        assert!(marks.may_have(3) && marks.may_have(900) && !marks.may_have(7));
        assert_eq!(marks.list(), [900, 7]);
        assert!(!Marks::of([].into_iter()).may_have(0));
    }
}
