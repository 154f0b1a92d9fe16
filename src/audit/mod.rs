//! Rules: what is checked in each bead.

pub mod coverage;
pub mod rule;
pub mod unit;
