//! Words by number, and what is known of each.
//!
//! A few thousand words are most of all news, and much of what is asked of a word depends on nothing but the word: which entries of
//! the lexicon it may be, in which closed lists it stands, what it sounds like. Each is found out once, when the word is first met, and
//! remembered as long as the program runs, for all threads.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;

use super::Lang;

/// So many words are remembered at most: more than an archive of news has that come again.
const MOST: usize = 1 << 17;
/// Longer ones, in bytes, are hardly words.
const LONGEST: usize = 64;
/// Facts are stored in parts of so many words.
const PART: usize = 512;

/// A folded word of one language: its number, the same as long as the program runs, and what was answered of it.
#[derive(Clone, Copy, Debug)]
pub struct WordId(Option<&'static Word>);

/// What is remembered of a word wherever it stands, in one place: whoever asks one thing asks others.
#[derive(Debug)]
struct Word {
    number: u32,
    spelled: Box<str>,
    /// What the questions that were asked of it were answered by, two bits each: [`KNOWN`] and [`YES`].
    answers: [AtomicU64; PARTS],
}

/// So many times [`IN_PART`] questions are remembered at most.
const PARTS: usize = 4;
const IN_PART: u32 = u64::BITS / 2;

/// That a question was answered, and that it was by yes.
const KNOWN: u64 = 1;
const YES: u64 = 2;

/// The words of both languages.
type Words = [FxHashMap<&'static str, &'static Word>; 2];

static WORDS: OnceLock<RwLock<Words>> = OnceLock::new();

impl WordId {
    /// What is no word, or one too many: nothing is remembered of it.
    pub const NONE: Self = Self(None);

    /// The number of `folded`. All threads ask in one place: whoever asks often keeps the answer.
    pub fn of(lang: Lang, folded: &str) -> Self {
        if folded.len() > LONGEST {
            return Self::NONE;
        }
        Self(remembered(lang, folded))
    }

    /// Whether it may be the word `other`: it is, or of one of them nothing is remembered.
    #[inline]
    pub fn may_be(self, other: Self) -> bool {
        self.0.zip(other.0).is_none_or(|(own, other)| std::ptr::eq(own, other))
    }

    /// The word itself; `None` for [`WordId::NONE`].
    pub fn spelled(self) -> Option<&'static str> {
        self.0.map(|word| &*word.spelled)
    }

    fn number(self) -> u32 {
        self.0.map_or(u32::MAX, |word| word.number)
    }
}

/// The word with its number, a new one if nobody has met it before; `None` when there are too many.
fn remembered(lang: Lang, folded: &str) -> Option<&'static Word> {
    let all = WORDS.get_or_init(RwLock::default);
    // Nothing panics while it holds the lock.
    if let Some(word) = all.read().unwrap_or_else(PoisonError::into_inner)[lang as usize].get(folded) {
        return Some(word);
    }
    let mut all = all.write().unwrap_or_else(PoisonError::into_inner);
    let next = all[0].len() + all[1].len();
    let of_lang = &mut all[lang as usize];
    if let Some(word) = of_lang.get(folded) {
        return Some(word);
    }
    if next >= MOST {
        return None;
    }
    // It is kept as long as the program runs.
    let word: &'static Word = Box::leak(Box::new(Word { number: next as u32, spelled: folded.into(), answers: Default::default() }));
    of_lang.insert(&word.spelled, word);
    Some(word)
}

/// A table with a place for every word, made part by part as words come up.
type Table<T> = [OnceLock<Box<[T]>>; MOST / PART];

fn place<T: Default>(table: &Table<T>, word: u32) -> Option<&T> {
    let part = table.get(word as usize / PART)?;
    part.get_or_init(|| (0..PART).map(|_| T::default()).collect()).get(word as usize % PART)
}

/// How many questions there are.
static ASKED: AtomicU32 = AtomicU32::new(0);

/// One question about every word that is answered by yes or no. The answer must depend on nothing but the folded word and its language.
#[derive(Debug)]
pub struct Question {
    /// Its number.
    number: OnceLock<u32>,
}

impl Question {
    /// Nothing is answered yet.
    pub const fn new() -> Self {
        Self { number: OnceLock::new() }
    }

    /// The answer for `word`, which `find` finds.
    // A pair of sentences asks more than a thousand, of which nearly all were answered before.
    #[inline]
    pub fn of(&self, word: WordId, find: impl FnOnce() -> bool) -> bool {
        if let (Some(word), Some(number)) = (word.0, self.number.get())
            && let Some(answers) = word.answers.get((number / IN_PART) as usize)
        {
            let answer = answers.load(Ordering::Relaxed) >> (2 * (number % IN_PART));
            if answer & KNOWN != 0 {
                return answer & YES != 0;
            }
        }
        self.find_out(word, find)
    }

    #[cold]
    fn find_out(&self, word: WordId, find: impl FnOnce() -> bool) -> bool {
        let yes = find();
        let number = self.number.get_or_init(|| ASKED.fetch_add(1, Ordering::Relaxed));
        // One too many is asked again and again.
        if let Some(answers) = word.0.and_then(|word| word.answers.get((number / IN_PART) as usize)) {
            let answer = if yes { KNOWN | YES } else { KNOWN };
            answers.fetch_or(answer << (2 * (number % IN_PART)), Ordering::Relaxed);
        }
        yes
    }
}

/// The questions to which no word of some answers yes, as far as all of these were asked already: most of those that a sentence is asked.
#[derive(Clone, Copy, Debug)]
pub struct Silence([u64; PARTS]);

impl Silence {
    /// That of `words`; of some of which nothing is remembered, none.
    pub fn of(words: &[WordId]) -> Self {
        let (mut known, mut yes) = ([u64::MAX; PARTS], [0; PARTS]);
        for word in words {
            let Some(word) = word.0 else { return Self([0; PARTS]) };
            for ((known, yes), answers) in known.iter_mut().zip(&mut yes).zip(&word.answers) {
                let answers = answers.load(Ordering::Relaxed);
                *known &= answers;
                // The bit of the answer comes to where it is told that there is one.
                *yes |= answers >> 1;
            }
        }
        known.iter_mut().zip(yes).for_each(|(known, yes)| *known &= !yes);
        Self(known)
    }

    /// Whether it is known that none of them answers yes to `question`.
    #[inline]
    pub fn is_to(&self, question: &Question) -> bool {
        let of = |number: &u32| self.0.get((number / IN_PART) as usize).is_some_and(|part| part >> (2 * (number % IN_PART)) & KNOWN != 0);
        question.number.get().is_some_and(of)
    }
}

impl Default for Question {
    fn default() -> Self {
        Self::new()
    }
}

/// One fact about every word, found out when it is first asked for. It must depend on nothing but the folded word and its language.
#[derive(Debug)]
pub struct Known<T> {
    table: Table<OnceLock<T>>,
}

impl<T> Known<T> {
    /// Nothing is known yet.
    pub const fn new() -> Self {
        Self { table: [const { OnceLock::new() }; MOST / PART] }
    }

    /// The fact about `word`, which `find` finds.
    pub fn of(&self, word: WordId, find: impl FnOnce() -> T) -> Cow<'_, T>
    where
        T: Clone,
    {
        match place(&self.table, word.number()) {
            Some(place) => Cow::Borrowed(place.get_or_init(find)),
            None => Cow::Owned(find()),
        }
    }

    /// The same, copied.
    pub fn get(&self, word: WordId, find: impl FnOnce() -> T) -> T
    where
        T: Copy,
    {
        match place(&self.table, word.number()) {
            Some(place) => *place.get_or_init(find),
            None => find(),
        }
    }
}

/// So many facts of a list stand where the list does.
const HERE: usize = 5;

/// A few facts about a word, in order and each once.
#[derive(Clone, Debug)]
pub enum Facts<T> {
    /// The first so many of these: found without a second look at memory, as most lists are.
    Here(u8, [T; HERE]),
    /// More of them.
    There(Box<[T]>),
}

impl<T: Copy + Ord + Default> Facts<T> {
    /// Of the facts in `list`, in whatever order.
    fn of(list: &mut Vec<T>) -> Self {
        list.sort_unstable();
        list.dedup();
        let mut here = [T::default(); HERE];
        match here.get_mut(..list.len()) {
            Some(place) => {
                place.copy_from_slice(list);
                Self::Here(list.len() as u8, here)
            }
            None => Self::There((**list).into()),
        }
    }

    fn facts(&self) -> &[T] {
        match self {
            Self::Here(length, here) => &here[..usize::from(*length)],
            Self::There(list) => list,
        }
    }
}

impl<T: Copy + Ord + Default> Known<Facts<T>> {
    /// The facts about `word`, in order and each once, of which `find` makes a list.
    pub fn list(&self, word: WordId, find: impl FnOnce(&mut Vec<T>)) -> Cow<'_, [T]> {
        let found = || {
            let mut list = Vec::new();
            find(&mut list);
            Facts::of(&mut list)
        };
        match self.of(word, found) {
            Cow::Borrowed(list) => Cow::Borrowed(list.facts()),
            Cow::Owned(list) => Cow::Owned(list.facts().to_vec()),
        }
    }

    /// Remembers the facts about `word` in `list`, which were found on the way.
    pub fn remember(&self, word: WordId, list: &mut Vec<T>) {
        self.of(word, || Facts::of(list));
    }
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_in_all_threads() {
        let of = || WordId::of(Lang::English, "harbour").number();
        let here = of();
        assert_eq!(std::thread::spawn(of).join().ok(), Some(here));
        assert_ne!(WordId::of(Lang::Arabic, "harbour").number(), here);
        assert_eq!(WordId::of(Lang::English, &"long".repeat(99)).number(), WordId::NONE.number());
    }

    #[test]
    fn answers_are_found_out_once() {
        static LONG: Question = Question::new();
        static SHORT: Question = Question::new();
        let word = WordId::of(Lang::English, "breakwater");
        assert!(LONG.of(word, || true) && !SHORT.of(word, || false));
        assert!(LONG.of(word, || unreachable!()) && !SHORT.of(word, || unreachable!()));
        assert!(LONG.of(WordId::NONE, || true) && !LONG.of(WordId::NONE, || false));
    }

    #[test]
    fn words_are_silent_where_all_of_them_said_no() {
        static NAUTICAL: Question = Question::new();
        static EDIBLE: Question = Question::new();
        let [mast, bread] = ["mast", "bread"].map(|word| WordId::of(Lang::English, word));
        assert!(NAUTICAL.of(mast, || true) && !NAUTICAL.of(bread, || false) && !EDIBLE.of(mast, || false));
        assert!(!Silence::of(&[mast, bread]).is_to(&NAUTICAL) && Silence::of(&[bread]).is_to(&NAUTICAL));
        assert!(!Silence::of(&[mast, bread]).is_to(&EDIBLE) && Silence::of(&[mast]).is_to(&EDIBLE));
        assert!(!Silence::of(&[mast, WordId::NONE]).is_to(&EDIBLE) && Silence::of(&[]).is_to(&EDIBLE));
    }

    #[test]
    fn lists_are_put_in_order_once() {
        static LETTERS: Known<Facts<char>> = Known::new();
        let word = WordId::of(Lang::English, "pennant");
        assert_eq!(*LETTERS.list(word, |list| list.extend("pennant".chars())), ['a', 'e', 'n', 'p', 't']);
        LETTERS.remember(word, &mut vec!['z']);
        assert_eq!(*LETTERS.list(word, |_| unreachable!()), ['a', 'e', 'n', 'p', 't']);
        assert_eq!(*LETTERS.list(WordId::NONE, |list| list.push('z')), ['z']);
        let word = WordId::of(Lang::English, "staysail");
        assert_eq!(*LETTERS.list(word, |list| list.extend("staysail".chars())), ['a', 'i', 'l', 's', 't', 'y']);
        assert_eq!(*LETTERS.list(word, |_| unreachable!()), ['a', 'i', 'l', 's', 't', 'y']);
    }

    #[test]
    fn facts_are_found_out_once() {
        static LENGTH: Known<usize> = Known::new();
        let word = WordId::of(Lang::English, "lighthouse");
        assert_eq!(LENGTH.get(word, || 10), 10);
        assert_eq!(LENGTH.get(word, || unreachable!()), 10);
        assert_eq!(LENGTH.get(WordId::NONE, || 7), 7);
        assert_eq!(LENGTH.get(WordId::NONE, || 8), 8);
    }
}
