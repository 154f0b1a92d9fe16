//! The list of Arabic that is misread in translation (`misread.tsv`), as the build compiled it.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::index::Index;
use super::reader::{Aligned, Lists, Numbers, Reader, embedded};
use super::words::forms_of;
use crate::lang::Lang;
use crate::lang::known::{Facts, Known, Question, WordId};
use crate::lang::token::Tokens;

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
    /// The phrases that start with each Arabic word, by their second word, and those second words: each and one, or nothing.
    starting: Lists,
    seconds: Lists,
    phrases: Lists,
    /// The line of each phrase, by which all below is found.
    lines: Numbers,
    /// Whether the own English of each line is all that may render it.
    fixed: Numbers,
    cues: Lists,
    own: Lists,
    further: Lists,
    other: Lists,
    described: Lists,
}

impl List {
    fn read(mut reader: Reader) -> Option<Self> {
        Some(Self {
            arabic: reader.index()?,
            english: reader.index()?,
            senses: reader.index()?,
            forms: reader.lists()?,
            starting: reader.lists()?,
            seconds: reader.lists()?,
            phrases: reader.lists()?,
            lines: reader.numbers()?,
            fixed: reader.numbers()?,
            cues: reader.lists()?,
            own: reader.lists()?,
            further: reader.lists()?,
            other: reader.lists()?,
            described: reader.lists()?,
        })
    }
}

static LIST: LazyLock<List> = LazyLock::new(|| embedded(TABLES, List::read));

static HAS_WORDS: Question = Question::new();
static WORDS: Known<Facts<Word>> = Known::new();

/// The words of the list that token `i` may be a form of, in order.
pub fn words_of(tokens: &Tokens, i: usize) -> Cow<'static, [Word]> {
    let (lang, word) = (tokens.lang(), tokens.folded(i));
    let forms = |found: &mut Vec<Word>| forms_of(lang, word, &mut |form| found.extend(word_of(lang, word, form)));
    let words = || WORDS.list(tokens.list()[i].word, forms);
    // Most are of none.
    if tokens.is(i, &HAS_WORDS, |_| !words().is_empty()) { words() } else { Cow::Borrowed(&[]) }
}

/// The word of the list that `word` is as its form `form`.
pub(super) fn word_of(lang: Lang, word: &str, form: &str) -> Option<Word> {
    let index = if lang == Lang::English { &LIST.english } else { &LIST.arabic };
    index.get(STRINGS, form).filter(|_| lang == Lang::English || is_whole(word, form))
}

/// Remembers the words of the list that `word` may be a form of, which were found where its cores were looked up anyway.
pub(super) fn remember(word: WordId, words: &mut Vec<Word>) {
    WORDS.remember(word, words);
}

/// Whether `core` stands in Arabic `word` as it is, with nothing behind it but a pronoun or an accusative: the list has the inflected forms
/// that mean the same, and no others (`حالت دون` prevented, `حالات دون` is cases without).
fn is_whole(word: &str, core: &str) -> bool {
    const BEHIND: [&str; 11] = ["", "ا", "ه", "ها", "هم", "هما", "هن", "ي", "نا", "كم", "ك"];
    let ends = |stem: &str, least: usize| word.rfind(stem).is_some_and(|at| BEHIND[least..].contains(&&word[at + stem.len()..]));
    let before_pronoun = |stem: &str| ends(&format!("{stem}ت"), 2);
    ends(core, 0) || core.strip_suffix('ه').is_some_and(before_pronoun)
}

/// The spelling of Arabic word `word`, folded.
pub fn spelling(word: Word) -> &'static str {
    LIST.arabic.word(STRINGS, word)
}

/// Whether any phrase starts with Arabic word `word`.
pub fn starts(word: Word) -> bool {
    !LIST.starting.get(word).is_empty()
}

/// The words that phrases go on with that start with Arabic word `word`.
pub fn going_on(word: Word) -> impl Iterator<Item = Word> {
    LIST.seconds.get(word).iter().filter_map(|second| second.checked_sub(1))
}

/// Arabic word `word` by itself, and the phrases that start with it and go on with one of the words `next`.
pub fn starting(word: Word, next: &[Word]) -> impl Iterator<Item = Misread> {
    let (phrases, seconds) = (LIST.starting.get(word), LIST.seconds.get(word));
    std::iter::once(0).chain(next.iter().map(|word| word + 1)).flat_map(move |second| {
        let first = seconds.partition_point(|other| *other < second);
        let same = seconds[first..].iter().take_while(move |other| **other == second).count();
        phrases[first..first + same].iter().map(|phrase| Misread(*phrase))
    })
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

    /// Whether a translation that has nothing of its English cannot be right.
    pub fn is_fixed(self) -> bool {
        LIST.fixed.get(self.line() as usize).is_some_and(|fixed| *fixed != 0)
    }

    /// Its English.
    pub fn own(self) -> &'static [Form] {
        LIST.own.get(self.line())
    }

    /// English that may render it as well, but may also stand beside what was misread.
    pub fn further(self) -> &'static [Form] {
        LIST.further.get(self.line())
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
