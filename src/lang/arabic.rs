//! Arabic analyses.
