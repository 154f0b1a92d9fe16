//! The list of Arabic that is misread in translation (`misread.tsv`), as the build compiled it.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::index::Index;
use super::reader::{Aligned, Lists, Numbers, Reader, embedded};
use super::words::irregular;
use crate::lang::known::Known;
use crate::lang::token::Tokens;
use crate::lang::{Lang, arabic, english};

/// A word that the list names, by number, counted for each language.
pub type Word = u32;

/// An English form of one or several words, by number.
pub type Form = u32;

static TABLES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/misread.bin")));
static STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/misread.txt"));

struct List {
    arabic: Index,
    english: Index,
    senses: Index,
    forms: Lists,
    /// The phrases that start with each Arabic word.
    starting: Lists,
    phrases: Lists,
    /// The line of each phrase, by which all below is found.
    lines: Numbers,
    cues: Lists,
    own: Lists,
    other: Lists,
    described: Lists,
    strict: Numbers,
}

impl List {
    fn read(mut reader: Reader) -> Option<Self> {
        Some(Self {
            arabic: reader.index()?,
            english: reader.index()?,
            senses: reader.index()?,
            forms: reader.lists()?,
            starting: reader.lists()?,
            phrases: reader.lists()?,
            lines: reader.numbers()?,
            cues: reader.lists()?,
            own: reader.lists()?,
            other: reader.lists()?,
            described: reader.lists()?,
            strict: reader.numbers()?,
        })
    }
}

static LIST: LazyLock<List> = LazyLock::new(|| embedded(TABLES, List::read));

static WORDS: Known<Box<[Word]>> = Known::new();

/// The words of the list that token `i` may be a form of, in order.
pub fn words_of(tokens: &Tokens, i: usize) -> Cow<'static, [Word]> {
    let find = || {
        let (word, mut found) = (tokens.folded(i), Vec::new());
        match tokens.lang() {
            Lang::English => {
                found.extend(irregular(word).and_then(|lemma| LIST.english.get(STRINGS, lemma)));
                english::lemmas(word, &mut |lemma| found.extend(LIST.english.get(STRINGS, lemma)));
            }
            Lang::Arabic => arabic::cores(word, &mut |core, _| found.extend(LIST.arabic.get(STRINGS, core))),
        }
        found.sort_unstable();
        found.dedup();
        found.into_boxed_slice()
    };
    match WORDS.of(tokens.list()[i].word, find) {
        Cow::Borrowed(words) => Cow::Borrowed(&**words),
        Cow::Owned(words) => Cow::Owned(words.into()),
    }
}

/// The phrases that start with Arabic word `word`.
pub fn starting(word: Word) -> impl Iterator<Item = Misread> {
    LIST.starting.get(word).iter().map(|phrase| Misread(*phrase))
}

/// The words of an English form, at least one.
pub fn form(form: Form) -> &'static [Word] {
    LIST.forms.get(form)
}

/// An Arabic word or phrase that is misread.
#[derive(Clone, Copy, Debug)]
pub struct Misread(u32);

impl Misread {
    fn line(self) -> u32 {
        LIST.lines.get(self.0 as usize).copied().unwrap_or(u32::MAX)
    }

    /// Its words, at least one.
    pub fn words(self) -> &'static [Word] {
        LIST.phrases.get(self.0)
    }

    /// Arabic words of which one in the sentence says that this is meant; none where hardly ever anything else is.
    pub fn cues(self) -> &'static [Word] {
        LIST.cues.get(self.line())
    }

    /// All English that may render it.
    pub fn any_own(self) -> &'static [Form] {
        LIST.own.get(self.line())
    }

    /// Its English: of what may render it what stands there for nothing else.
    pub fn own(self) -> &'static [Form] {
        let all = self.any_own();
        LIST.strict.get(self.line() as usize).and_then(|strict| all.get(..*strict as usize)).unwrap_or(all)
    }

    /// The English of those who misread it.
    pub fn other(self) -> &'static [Form] {
        LIST.other.get(self.line())
    }

    /// What it means.
    pub fn sense(self) -> &'static str {
        self.described(0)
    }

    /// What it is taken for.
    pub fn taken_for(self) -> &'static str {
        self.described(1)
    }

    fn described(self, which: usize) -> &'static str {
        LIST.described.get(self.line()).get(which).map_or("", |sense| LIST.senses.word(STRINGS, *sense))
    }
}
