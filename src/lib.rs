//! Finds claims that were dropped, added or mistranslated in English-Arabic news translation.

pub mod lang;
pub mod span;
