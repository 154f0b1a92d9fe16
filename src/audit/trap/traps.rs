//! The traps of each word of a text, put together when the word is first met: what is asked of most stands side by side.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::{next, terms};
use crate::audit::terms::{Marks, Terms};
use crate::audit::unit::View;
use crate::lang::english;
use crate::lexicon::trap::{self, Senses, Term, Trap};
use crate::lexicon::words::irregular;

/// The traps of one word of a text: of the word as it stands, and of what it is a form of.
#[derive(Clone, Default)]
pub(super) struct Traps {
    word: Option<Senses>,
    lemma: Option<Senses>,
    /// Whether the word is a form that only verbs have.
    verb: bool,
    /// Whether any of those of the word alone is fixed.
    any_fixed: bool,
    /// The second words of phrases, and the words that begin the Arabic of the other senses of the word alone.
    seconds: Marks,
    /// Those of the word alone; and how many of them are of the word as it stands, before the others.
    alone: Box<[Trap]>,
    own: usize,
    /// The others, by their second words.
    phrases: Box<[Phrase]>,
}

/// A phrase that begins with a word.
#[derive(Clone, Copy)]
struct Phrase {
    second: Term,
    /// The third word, if it has one, and one.
    third: u32,
    trap: Trap,
    /// Whether it begins with what the word is a form of.
    of_lemma: bool,
}

impl Traps {
    /// Of folded `word`; `None` where there are none.
    pub fn of(word: &str) -> Option<Self> {
        // Endings that make another word (`miner`) are not taken off.
        let plural = word.ends_with('s');
        let mut lemma = irregular(word).and_then(Senses::of);
        if lemma.is_none() && (plural || word.ends_with("ed") || word.ends_with("ing")) {
            // `firefighters` are no firefights.
            let of_another = |stem: &str, form: &str| stem == form || form.strip_suffix('e') == Some(stem);
            let another =
                |form: &str| ["ers", "ings", "ness"].iter().filter_map(|e| word.strip_suffix(e)).any(|stem| of_another(stem, form));
            // Nor are `routes` any routs: only behind a hiss is an `e` put before the `s`.
            let hisses = |form: &str| ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| form.ends_with(end));
            let other_stem = |form: &str| word.strip_suffix("es") == Some(form) && !hisses(form);
            english::lemmas(word, &mut |form| {
                lemma = lemma.or_else(|| Senses::of(form).filter(|_| form != word && !another(form) && !other_stem(form)));
            });
        }
        let mut traps = Self { word: Senses::of(word), lemma, verb: !plural, ..Self::default() };
        let (mut alone, mut phrases) = (Vec::new(), Vec::new());
        for (of_lemma, trap) in traps.each() {
            match *trap.rest() {
                [] => alone.push((of_lemma, trap)),
                [second, ref rest @ ..] => phrases.push(Phrase { second, third: rest.first().map_or(0, |term| term + 1), trap, of_lemma }),
            }
        }
        if alone.is_empty() && phrases.is_empty() {
            return None;
        }
        phrases.sort_by_key(|phrase| phrase.second);
        traps.own = alone.iter().filter(|(of_lemma, _)| !of_lemma).count();
        traps.alone = alone.into_iter().map(|(_, trap)| trap).collect();
        let mut begin: Vec<Term> = traps.alone.iter().flat_map(|trap| trap.other()).map(|form| trap::words_of(*form)[0]).collect();
        begin.sort_unstable();
        begin.dedup();
        traps.any_fixed = traps.alone.iter().any(|trap| trap.is_fixed());
        traps.seconds = Marks::before(phrases.iter().map(|phrase| phrase.second), &begin);
        traps.phrases = phrases.into();
        Some(traps)
    }

    /// Whether any of those of the word alone may be one beside `arabic` words.
    pub fn may_be_alone(&self, arabic: &Terms) -> bool {
        self.any_fixed || self.seconds.list().iter().any(|word| arabic.contains(*word))
    }

    /// Whether the Arabic of any other sense begins with `word`.
    pub fn begin_other(&self, word: Term) -> bool {
        let of = |senses: Option<Senses>, verbs: bool| senses.is_some_and(|senses| senses.begin_other(word, verbs));
        of(self.word, false) || of(self.lemma, self.verb)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Trap> {
        self.each().map(|(_, trap)| trap)
    }

    /// All of them, in order, and whether each is of what the word is a form of.
    fn each(&self) -> impl Iterator<Item = (bool, Trap)> {
        let all = |senses: Option<Senses>, of_lemma| senses.into_iter().flat_map(Senses::iter).map(move |trap| (of_lemma, trap));
        all(self.word, false).chain(all(self.lemma, true).filter(|(_, trap)| !self.verb || trap.is_verb()))
    }

    /// Those that may start at `token`, in order: of the word alone, and of phrases that go on with the next one.
    pub fn before(&self, view: &View, token: usize) -> Cow<'_, [Trap]> {
        let second_at = next(view, token);
        let terms_at = |at: Option<usize>| at.map_or(Cow::Borrowed(&[][..]), |at| terms(view, at));
        let second = terms_at(second_at);
        if !second.iter().any(|term| self.seconds.may_have(*term)) {
            return Cow::Borrowed(&self.alone);
        }
        // Many a phrase begins like `in the`, and few go on like this one.
        let third = LazyCell::new(|| terms_at(second_at.and_then(|at| next(view, at))));
        let goes_on = |phrase: &Phrase| phrase.third.checked_sub(1).is_none_or(|term| third.contains(&term));
        let going_on = second.iter().flat_map(|term| self.going_on(*term)).filter(|phrase| goes_on(phrase));
        let mut found: Vec<(bool, Trap)> = going_on.map(|phrase| (phrase.of_lemma, phrase.trap)).collect();
        if found.is_empty() {
            return Cow::Borrowed(&self.alone);
        }
        found.extend(self.alone.iter().enumerate().map(|(n, trap)| (n >= self.own, *trap)));
        found.sort_unstable();
        found.into_iter().map(|(_, trap)| trap).collect()
    }

    /// The phrases with this `second` word.
    fn going_on(&self, second: Term) -> impl Iterator<Item = &Phrase> {
        let first = self.phrases.partition_point(|phrase| phrase.second < second);
        self.phrases[first..].iter().take_while(move |phrase| phrase.second == second)
    }
}
