//! Compiles the lexicon.
fn main() {}
