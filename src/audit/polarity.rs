//! What rules about denial and opposites share: words that deny and how they answer each other, and which words are opposites.

pub mod cue;
pub mod idiom;
pub mod pairing;
pub mod word;
