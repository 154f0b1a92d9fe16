//! What users get: rows for a spreadsheet or a program, a summary for the terminal, beads for a reader.
//!
//! A [`row::Row`] is the one form in which a finding leaves this crate. Its columns are frozen: a report made today can be
//! read by tomorrow's scripts. Everything that shows findings, be it a file or the terminal, shows rows.
//!
//! Nothing here decides what is found. [`output`] alone touches files.

pub mod beads;
pub mod csv;
pub mod edition;
pub mod html;
pub mod jsonl;
pub mod language;
mod layout;
pub mod notes;
pub mod output;
pub mod row;
pub mod sarif;
pub mod summary;
pub mod terminal;
pub mod verdict;
pub mod xlsx;
