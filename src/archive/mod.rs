//! Whole archives: pairing what lies in two folders, auditing thousands of articles, going on after an interruption.
//!
//! Articles are audited in any order, as threads come by them; what is found of each goes to a journal on the disk at once. When all
//! are there, the tables are written from the journal, in the order of the archive. So memory holds only the articles in flight, a
//! killed run has lost nothing but those, and the bytes of the tables do not depend on threads or on how often the run was killed.

pub mod batch;
pub mod folders;
pub mod job;
mod journal;
mod names;
mod outcome;
mod pages;
mod sheet;
mod tables;
pub mod worker;
