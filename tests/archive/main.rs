//! Whole archives, as users audit them: pairing, batches, going on after a kill, workers.

mod batch;
mod desk;
mod kill;
mod learn;
mod names;
mod pairing;
#[path = "../../examples/synthetic/mod.rs"]
mod synthetic;
mod worker;
