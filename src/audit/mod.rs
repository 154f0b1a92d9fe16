//! Rules: what is checked in each bead.
//!
//! [`rule::RULES`] lists them, one file each. A rule sees a [`unit::Unit`] and says where, what it expected and what it found;
//! [`engine`] stamps the rest and keeps rules from saying the same twice.

pub mod consistency;
pub mod context;
pub mod coverage;
pub mod engine;
pub mod free;
pub mod rule;
pub mod unit;

mod aspect;
mod attribution;
mod claim;
mod clearer;
mod counted;
mod cue;
mod date;
mod degree;
mod doubled;
mod duty;
mod echo;
mod facing;
mod figures;
mod frame;
mod gap;
mod gender;
mod inferred;
mod kin;
mod lost;
mod measure;
mod member;
mod misread;
mod modality;
mod modifier;
mod money;
mod name;
mod negation;
mod number;
mod opposite;
mod partial;
mod passage;
mod phrase;
mod planned;
mod polarity;
mod present;
mod quantifier;
mod question;
mod rank;
mod recurrence;
mod relation;
mod relative;
pub mod rendering;
mod role;
mod segment;
mod sense;
mod spelling;
mod tag;
mod tense;
mod tensed;
#[cfg(test)]
mod testing;
mod trap;
mod turn;
mod untranslated;
mod verb;
mod voice;
