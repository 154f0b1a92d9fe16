//! Words by number: a hash table that is read where it stands. Shared by the build script.

use std::borrow::Cow;

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

/// The hash of the Firefox browser and the Rust compiler, the same on every machine.
fn hash(word: &[u8]) -> u64 {
    let mut hash = word.len() as u64;
    for piece in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..piece.len()].copy_from_slice(piece);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    hash ^ hash >> 29
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
