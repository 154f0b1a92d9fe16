//! Anchors: numbers, quantities, dates, times and names: typed, language-free values that must survive translation.

pub mod date;
pub mod name;
pub mod quantity;
