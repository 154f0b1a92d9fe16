//! The audit.

pub mod rule;
