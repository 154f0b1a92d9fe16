//! Words by number: a hash table that is read where it stands. Shared by the build script.

use std::borrow::Cow;

use super::sieve::hash;
use super::writer::{Strings, Writer};

/// Writes `words`, each once, to be found by an [`Index`]; the first is number 0.
pub fn write<'a>(out: &mut Writer, strings: &mut Strings, words: impl ExactSizeIterator<Item = &'a str>) {
    let mut slots: Vec<u32> = vec![0; (words.len() * 2).next_power_of_two()];
    let mut bounds = Vec::new();
    for (number, word) in words.enumerate() {
        let mut at = first(slots.len(), word);
        while slots[at] != 0 {
            at = (at + 1) % slots.len();
        }
        slots[at] = number as u32 + 1;
        let [start, end] = strings.add(word);
        if bounds.is_empty() {
            bounds.push(start);
        }
        bounds.push(end);
    }
    out.numbers(slots.into_iter());
    out.numbers(bounds.into_iter());
}

/// Where a word stands unless the place was taken.
fn first(slots: usize, word: &str) -> usize {
    hash(word.as_bytes()) as usize & (slots - 1)
}

/// Words that were written in one go, found by spelling and by number.
#[derive(Debug)]
pub struct Index {
    /// The number of a word and one, or nothing; a power of two of them, at least half of them nothing.
    pub(super) slots: Cow<'static, [u32]>,
    /// Where each word begins, and where the last one ends.
    pub(super) bounds: Cow<'static, [u32]>,
}

impl Index {
    /// The number of `word`, whose spelling is in `strings`.
    pub fn get(&self, strings: &str, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = first(self.slots.len(), word);
        loop {
            let number = self.slots[at].checked_sub(1)?;
            if self.bytes(strings, number) == Some(word.as_bytes()) {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The word of that number.
    pub fn word<'a>(&self, strings: &'a str, number: u32) -> &'a str {
        self.range(number).and_then(|range| strings.get(range)).unwrap_or("")
    }

    fn bytes<'a>(&self, strings: &'a str, number: u32) -> Option<&'a [u8]> {
        strings.as_bytes().get(self.range(number)?)
    }

    fn range(&self, number: u32) -> Option<std::ops::Range<usize>> {
        match self.bounds.get(number as usize..number as usize + 2)? {
            [start, end] => Some(*start as usize..*end as usize),
            _ => None,
        }
    }
}
