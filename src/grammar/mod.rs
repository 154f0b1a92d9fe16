//! How likely an English sentence is as a row of parts of speech, and where a word seems to be missing in it.
//!
//! A sentence is a Markov chain of second order: [`symbol`] says which parts of speech a word may be, [`model`] how likely one is
//! behind two others, [`chain`] sums over all readings of a sentence, as it stands and with one word more. The chances were estimated
//! on English sentences with nothing but the list of parts of speech, by expectation maximisation (Baum and others, 1970); see
//! `examples/grammar.rs`.

pub mod chain;
pub mod model;
pub mod symbol;
