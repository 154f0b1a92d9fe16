//! What the list of words of two meanings keeps of each of them beside the number of its line, in the bits below it. Shared by the build
//! script.

/// How many bits.
pub const BITS: u32 = 3;
/// It is a phrase that has no other sense.
pub const FIXED: u32 = 1;
/// Its sense is that of a verb.
pub const VERB: u32 = 2;
/// It has words that begin with a capital.
pub const CAPITALS: u32 = 4;
