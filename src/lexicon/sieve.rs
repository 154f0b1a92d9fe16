//! A quick no: most pieces that are cut from a word are no word of the lexicon, and a look at a few bits tells. Shared by the build script.

/// Bits that a word sets, all within one block.
const BITS: u32 = 3;
/// Bytes of a block.
const BLOCK: usize = 64;
/// Bytes for each word: of pieces that are no word, about one in fifty passes.
const BYTES: usize = 1;

/// The bits of `words`, in a number of blocks that is a power of two.
pub fn sieve<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut bits = vec![0; (words.len() * BYTES).next_power_of_two().max(BLOCK)];
    for word in words {
        for (byte, bit) in places(bits.len(), word) {
            bits[byte] |= bit;
        }
    }
    bits
}

/// Whether `word` may be one of the words that made `bits`.
pub fn passes(bits: &[u8], word: &str) -> bool {
    !bits.is_empty() && places(bits.len(), word).all(|(byte, bit)| bits[byte] & bit != 0)
}

/// The byte and the bit in it of each of a word's bits, among so many bytes.
fn places(bytes: usize, word: &str) -> impl Iterator<Item = (usize, u8)> {
    let hash = hash(word.as_bytes());
    let block = (hash as usize & (bytes / BLOCK - 1)) * BLOCK;
    (0..BITS).map(move |n| {
        let place = (hash >> (32 + 9 * n)) as usize % (8 * BLOCK);
        (block + place / 8, 1 << (place % 8))
    })
}

/// The hash of the Firefox browser and the Rust compiler, the same on every machine.
pub fn hash(word: &[u8]) -> u64 {
    let mut hash = word.len() as u64;
    for piece in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..piece.len()].copy_from_slice(piece);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    hash ^ hash >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_pass_and_few_others() {
        let words: Vec<String> = (0..10_000).map(|n| format!("word{n}")).collect();
        let bits = sieve(words.iter().map(String::as_str));
        assert!(words.iter().all(|word| passes(&bits, word)));
        assert!((0..10_000).filter(|n| passes(&bits, &format!("other{n}"))).count() < 500);
    }
}
