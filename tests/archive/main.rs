//! Whole archives, as users audit them: pairing, batches, going on after a kill, workers.

mod batch;
#[path = "../program/browser.rs"]
mod browser;
mod desk;
#[path = "../program/folder.rs"]
mod folder;
mod formats;
mod index;
mod kill;
mod learn;
mod names;
mod pairing;
#[path = "../../examples/synthetic/mod.rs"]
mod synthetic;
mod worker;
