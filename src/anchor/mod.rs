//! Anchors: numbers, quantities, dates, times and names: typed, language-free values that must survive translation.

pub mod date;
