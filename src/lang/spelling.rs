//! What the spelling of a word says wherever it stands, remembered.

use rustc_hash::FxHashMap;

use super::known::WordId;
use super::token::Capital;

/// What is read from the spelling of a piece of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    pub word: WordId,
    /// The folded form, if it is known for good: in one place with the rest, where the word itself would be a second one.
    pub folded: Option<&'static str>,
    pub capital: Capital,
    pub marked: bool,
}

/// So many spellings are remembered at most, and none that is longer in bytes.
const MOST: usize = 1 << 17;
const LONGEST: usize = 64;

/// The bytes of a short piece, filled up with zeros, and how many they are: found and compared in one place of memory, where a look at
/// the piece itself would be a second one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Short(u64, u64, u64);

/// The spellings of one language.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    short: FxHashMap<Short, Spelling>,
    long: FxHashMap<String, Spelling>,
}

fn short(piece: &str) -> Option<Short> {
    const LAST: usize = size_of::<Short>() - 1;
    let mut bytes = [0; LAST + 1];
    bytes[..LAST].get_mut(..piece.len())?.copy_from_slice(piece.as_bytes());
    bytes[LAST] = piece.len() as u8;
    let (words, _) = bytes.as_chunks::<8>();
    let word = |n: usize| u64::from_le_bytes(words[n]);
    Some(Short(word(0), word(1), word(2)))
}

impl Spellings {
    /// What is remembered of `piece`.
    pub fn get(&self, piece: &str) -> Option<Spelling> {
        match short(piece) {
            Some(short) => self.short.get(&short),
            None => self.long.get(piece),
        }
        .copied()
    }

    /// Remembers `spelling`, if there is room.
    pub fn remember(&mut self, piece: &str, spelling: Spelling) {
        if self.short.len() + self.long.len() >= MOST || piece.len() > LONGEST {
            return;
        }
        match short(piece) {
            Some(short) => self.short.insert(short, spelling),
            None => self.long.insert(piece.to_owned(), spelling),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_pieces_are_told_apart() {
        let mut known = Spellings::default();
        let of = |marked| Spelling { word: WordId::NONE, folded: None, capital: Capital::Lower, marked };
        let pieces = ["a", "a\0", "a piece of just so many", "a piece of 24 characters", "a piece that is longer than that", ""];
        for (n, piece) in pieces.iter().enumerate() {
            assert!(known.get(piece).is_none(), "{piece:?}");
            known.remember(piece, of(n % 2 == 0));
        }
        for (n, piece) in pieces.iter().enumerate() {
            assert_eq!(known.get(piece).map(|spelling| spelling.marked), Some(n % 2 == 0), "{piece:?}");
        }
    }
}
