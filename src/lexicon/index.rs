//! Words by number: a hash table that is read where it stands. Shared by the build script.

use std::borrow::Cow;

use super::writer::{Strings, Writer};

/// Writes `words`, each once, to be found by an [`Index`]; the first is number 0.
pub fn write<'a>(out: &mut Writer, strings: &mut Strings, words: impl ExactSizeIterator<Item = &'a str>) {
    let mut slots: Vec<u32> = vec![0; (words.len() * 2).next_power_of_two()];
    let mut bounds = Vec::new();
    for (number, word) in words.enumerate().take(NUMBER as usize) {
        let hash = hash(word.as_bytes());
        let mut at = first(slots.len(), hash);
        while slots[at] != 0 {
            at = (at + 1) % slots.len();
        }
        slots[at] = tag(hash) | (number as u32 + 1);
        let [start, end] = strings.add(word);
        if bounds.is_empty() {
            bounds.push(start);
        }
        bounds.push(end);
    }
    out.numbers(slots.into_iter());
    out.numbers(bounds.into_iter());
}

/// The bits of a slot for the number of its word and one; those above are bits of its hash, so that other words are told from it
/// without a look at its spelling.
const NUMBER: u32 = (1 << 24) - 1;

/// Where a word of that hash stands unless the place was taken.
fn first(slots: usize, hash: u64) -> usize {
    hash as usize & (slots - 1)
}

/// What a slot has beside the number.
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !NUMBER
}

/// The hash of the Firefox browser and the Rust compiler, the same on every machine.
fn hash(word: &[u8]) -> u64 {
    let (pieces, rest) = word.as_chunks::<8>();
    let rest = rest.iter().rev().fold(0, |piece, byte| piece << 8 | u64::from(*byte));
    let pieces = pieces.iter().map(|piece| u64::from_le_bytes(*piece)).chain([rest]);
    let hash = pieces.fold(word.len() as u64, |hash, piece| (hash.rotate_left(5) ^ piece).wrapping_mul(0x517c_c1b7_2722_0a95));
    hash ^ hash >> 29
}

/// Words that were written in one go, found by spelling and by number.
#[derive(Debug)]
pub struct Index {
    /// A word each, by its number and one and its tag, or nothing; a power of two of them, at least half of them nothing.
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
        let hash = hash(word.as_bytes());
        let mut at = first(self.slots.len(), hash);
        loop {
            let slot = self.slots[at];
            let number = (slot & NUMBER).checked_sub(1)?;
            if slot & !NUMBER == tag(hash) && self.bytes(strings, number) == Some(word.as_bytes()) {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// How many words.
    pub fn len(&self) -> usize {
        self.bounds.len().saturating_sub(1)
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

#[cfg(test)]
mod tests {
    use super::{Index, Strings, Writer, write};
    use crate::lexicon::reader::Reader;

    #[test]
    fn words_are_found_by_spelling_and_by_number_and_others_are_not() {
        let words: Vec<String> = (0..1_000).map(|n| format!("word{n}")).collect();
        let (mut out, mut strings) = (Writer::default(), Strings::default());
        write(&mut out, &mut strings, words.iter().map(String::as_str));
        let (tables, strings) = (out.finished(), strings.finished());
        let index: Index = Reader::new(tables.into()).index().unwrap();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(index.get(&strings, word), Some(number as u32));
            assert_eq!(index.word(&strings, number as u32), word);
        }
        assert!((0..1_000).all(|n| index.get(&strings, &format!("other{n}")).is_none()));
        assert_eq!(index.word(&strings, 1_000), "");
    }
}
