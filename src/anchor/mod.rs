//! Anchors: numbers, quantities, dates, times and names: typed, language-free values that must survive translation.

pub mod name;
pub mod quantity;
pub mod date;
