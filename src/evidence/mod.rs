//! Evidence: what of one text is accounted for in the other.
//!
//! The one idea of this program. Every content word, name, number and date of a text is an *item*. If its sentence was
//! translated, it is found on the other side with chance `p1`; in an unrelated text of `n` tokens, with chance
//! `p0 = 1 - (1 - q)^n`. An item found contributes `ln(p1/p0)`, one that is not found `ln((1-p1)/(1-p0))`. Alignment, dropped
//! and added claims and the confidence of a finding all read this sum.

pub mod account;
pub mod estimate;
pub mod index;
pub mod item;
pub mod link;
