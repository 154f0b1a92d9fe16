//! Names across scripts: how far a Latin spelling is from an Arabic one.
