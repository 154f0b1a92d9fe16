//! What the words around a word of two meanings tell of it.

use std::ops::Range;

use super::terms::Terms;
use crate::lang::token::{Capital, Kind, Tokens};
use crate::lexicon::trap::{self, Domain, Term, Trap};

/// The English words of a bead, which tell what is meant there and in the beads around it.
#[derive(Debug)]
pub(super) struct Passage {
    /// The terms that they may be forms of.
    pub terms: Terms,
    /// What they are about, each with one of them, in order.
    about: Vec<(Domain, Term)>,
}

impl Passage {
    /// Of the English tokens `range`.
    pub fn new(tokens: &Tokens, range: Range<usize>) -> Self {
        let (mut all, mut about) = (Vec::with_capacity(2 * range.len()), Vec::new());
        for i in range.clone() {
            let terms = trap::terms_of(tokens, i);
            // Of what a word may be a form of, `strike` and `striker`, one is enough.
            let named = about.len();
            for (domain, term) in terms.iter().flat_map(|term| trap::domains_of(*term).iter().map(move |domain| (*domain, *term))) {
                if about[named..].iter().all(|(known, _)| *known != domain) {
                    about.push((domain, term));
                }
            }
            // `Buenos Aires` is no air.
            let exact = is_name(tokens, range.start, i);
            all.extend(terms.iter().copied().filter(|term| !exact || Trap::spelling(*term) == tokens.folded(i)));
        }
        about.sort_unstable();
        Self { terms: Terms::new(all), about }
    }

    /// Terms of its words that are about `domain`.
    pub fn about(&self, domain: Domain) -> impl Iterator<Item = Term> {
        let first = self.about.partition_point(|(other, _)| *other < domain);
        self.about[first..].iter().take_while(move |(other, _)| *other == domain).map(|(_, term)| *term)
    }
}

/// Whether token `i` of those from `first` has a capital that no sentence gives it.
fn is_name(tokens: &Tokens, first: usize, i: usize) -> bool {
    let list = tokens.list();
    i > first && list[i].capital != Capital::Lower && list[i - 1].kind == Kind::Word
}
