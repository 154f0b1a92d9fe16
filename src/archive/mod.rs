//! Whole archives: pairing what lies in two folders, auditing thousands of articles, going on after an interruption.

pub mod folders;
