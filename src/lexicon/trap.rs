//! The list of words of two meanings (`sense.tsv`), as the build compiled it: read in place, however long it is.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::index::Index;
use super::reader::{Aligned, Lists, Numbers, Reader, embedded};
use super::trap_flags as flags;
use super::words::forms_of;
use crate::lang::Lang;
use crate::lang::known::{Facts, Known, Question, WordId};
use crate::lang::token::Tokens;

/// A word that the list names, by number: a word of a sentence that tells a sense, or a word of an Arabic form.
pub type Term = u32;

/// What a passage is about (a line of `domain.tsv`), by number.
pub type Domain = u32;

/// An Arabic form of one or several words, by number: the same for the same words.
pub type Rendering = u32;

static TABLES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/traps.bin")));
static STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/traps.txt"));

struct List {
    words: Index,
    terms: [Index; 2],
    senses: Index,
    renderings: Lists,
    traps: Lists,
    /// The words that begin the Arabic of all other senses of each word, in order; and of those of verbs.
    begin_others: [Lists; 2],
    rest: Lists,
    capitals: Lists,
    /// The line of each trap, by which all below is found, and its flags.
    lines: Numbers,
    cues: Lists,
    hints: Lists,
    domains: Lists,
    own: Lists,
    other: Lists,
    sense: Lists,
    strict: Numbers,
    about: Lists,
}

impl List {
    fn read(mut reader: Reader) -> Option<Self> {
        Some(Self {
            words: reader.index()?,
            terms: [reader.index()?, reader.index()?],
            senses: reader.index()?,
            renderings: reader.lists()?,
            traps: reader.lists()?,
            begin_others: [reader.lists()?, reader.lists()?],
            rest: reader.lists()?,
            capitals: reader.lists()?,
            lines: reader.numbers()?,
            cues: reader.lists()?,
            hints: reader.lists()?,
            domains: reader.lists()?,
            own: reader.lists()?,
            other: reader.lists()?,
            sense: reader.lists()?,
            strict: reader.numbers()?,
            about: reader.lists()?,
        })
    }
}

static LIST: LazyLock<List> = LazyLock::new(|| embedded(TABLES, List::read));

/// The number of a folded word that the list names.
pub fn term(lang: Lang, word: &str) -> Option<Term> {
    LIST.terms[lang as usize].get(STRINGS, word)
}

static HAS_TERMS: Question = Question::new();
static TERMS: Known<Facts<Term>> = Known::new();

/// The terms that token `i` may be a form of, in order.
pub fn terms_of(tokens: &Tokens, i: usize) -> Cow<'static, [Term]> {
    let (lang, word) = (tokens.lang(), tokens.folded(i));
    let terms = || TERMS.list(tokens.list()[i].word, |found| forms_of(lang, word, &mut |form| found.extend(term(lang, form))));
    // Most have none.
    if tokens.is(i, &HAS_TERMS, |_| !terms().is_empty()) { terms() } else { Cow::Borrowed(&[]) }
}

/// Remembers the terms that `word` may be a form of, which were found where its cores were looked up anyway.
pub(super) fn remember(word: WordId, terms: &mut Vec<Term>) {
    TERMS.remember(word, terms);
}

/// How many words of `lang` the list names; they are numbered from 0.
pub fn terms(lang: Lang) -> usize {
    LIST.terms[lang as usize].len()
}

/// What passages with that English term may be about.
pub fn domains_of(term: Term) -> &'static [Domain] {
    LIST.about.get(term)
}

/// The words of a rendering, at least one.
pub fn words_of(rendering: Rendering) -> &'static [Term] {
    LIST.renderings.get(rendering)
}

/// Renderings below this are those of one word, which are numbered like their word.
pub fn singles() -> Rendering {
    terms(Lang::Arabic) as Rendering
}

/// The senses of one word, by its number.
#[derive(Clone, Copy, Debug)]
pub struct Senses(u32);

impl Senses {
    /// Those of `word`; `None` where it has none.
    pub fn of(word: &str) -> Option<Self> {
        LIST.words.get(STRINGS, word).map(Self)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Trap> {
        LIST.traps.get(self.0).iter().map(|number| Trap(*number))
    }

    /// Whether the Arabic of the other sense of any of them begins with `word`; where only `verbs` count, of any that is one.
    pub fn begin_other(self, word: Term, verbs: bool) -> bool {
        LIST.begin_others[usize::from(verbs)].get(self.0).binary_search(&word).is_ok()
    }
}

/// One sense of one word; in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trap(u32);

impl Trap {
    /// The line of the list that it stands in.
    fn line(self) -> u32 {
        LIST.lines.get(self.0 as usize).map_or(u32::MAX, |line| line >> flags::BITS)
    }

    fn has(self, flag: u32) -> bool {
        LIST.lines.get(self.0 as usize).is_some_and(|line| line & flag != 0)
    }

    /// What follows the word, where it is the first of a phrase.
    pub fn rest(self) -> &'static [Term] {
        LIST.rest.get(self.0)
    }

    /// The spelling of an English term.
    pub fn spelling(term: Term) -> &'static str {
        LIST.terms[Lang::English as usize].word(STRINGS, term)
    }

    /// Which words of the phrase, counted from 0, begin with a capital.
    pub fn capitals(self) -> &'static [u32] {
        // Most have none.
        if self.has(flags::CAPITALS) { LIST.capitals.get(self.0) } else { &[] }
    }

    /// Whether its sense is that of a verb.
    pub fn is_verb(self) -> bool {
        self.has(flags::VERB)
    }

    /// Whether the other sense is hardly ever meant: there are neither cues, hints nor domains.
    pub fn is_sure(self) -> bool {
        self.cues().is_empty() && self.hints().is_empty() && self.domains().is_empty()
    }

    /// Whether it is a phrase, and no name, that has no other sense at all: in a good translation some of its Arabic is found.
    pub fn is_fixed(self) -> bool {
        self.has(flags::FIXED)
    }

    /// The domains in which it means this.
    pub fn domains(self) -> &'static [Domain] {
        LIST.domains.get(self.line())
    }

    /// Words of which two say so.
    pub fn hints(self) -> &'static [Term] {
        LIST.hints.get(self.line())
    }

    /// Words of which one says so.
    pub fn cues(self) -> &'static [Term] {
        LIST.cues.get(self.line())
    }

    /// All Arabic that may render it.
    pub fn any_own(self) -> &'static [Rendering] {
        LIST.own.get(self.line())
    }

    /// Its Arabic: of what may render it what says that it was not taken in the other sense.
    pub fn own(self) -> &'static [Rendering] {
        let all = self.any_own();
        LIST.strict.get(self.line() as usize).and_then(|strict| all.get(..*strict as usize)).unwrap_or(all)
    }

    /// The Arabic of the other sense.
    pub fn other(self) -> &'static [Rendering] {
        LIST.other.get(self.line())
    }

    /// What the word means here.
    pub fn sense(self) -> &'static str {
        self.described(0)
    }

    /// The other sense.
    pub fn other_sense(self) -> &'static str {
        self.described(1)
    }

    fn described(self, which: usize) -> &'static str {
        LIST.sense.get(self.line()).get(which).map_or("", |sense| LIST.senses.word(STRINGS, *sense))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_list_is_found_again() {
        let court = Senses::of("court").and_then(|senses| senses.iter().next()).unwrap();
        assert_eq!((court.sense(), court.other_sense()), ("a court of law", "a playing field"));
        assert!(court.cues().contains(&term(Lang::English, "judge").unwrap()) && court.rest().is_empty());
        let rendering = [term(Lang::Arabic, "ملعب").unwrap()];
        assert!(court.other().iter().any(|r| words_of(*r) == rendering));
        assert!(Senses::of("no such word").is_none());
    }
}
