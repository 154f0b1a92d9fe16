//! Finds claims that were dropped, added or mistranslated in English-Arabic news translation.

pub mod align;
pub mod anchor;
pub mod archive;
pub mod article;
pub mod audit;
pub mod error;
pub mod evidence;
pub mod finding;
pub mod grammar;
pub mod lang;
pub mod learn;
pub mod lexicon;
pub mod pair;
pub mod pipeline;
pub mod read;
pub mod report;
pub mod segment;
pub mod span;
