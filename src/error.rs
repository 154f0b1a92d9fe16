//! What can go wrong with what a user gave us: always the file, the place, the cause and the remedy, in one line.

use std::path::PathBuf;

/// An error that a user sees. `Display` is the one line that the program prints after `error: `.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file cannot be used as input.
    #[error("{}{}: {cause}; {remedy}", path.display(), line.map_or(String::new(), |l| format!(":{l}")))]
    Input {
        /// The file as the user named it.
        path: PathBuf,
        /// Line (1-based) where the trouble is, if it has a line.
        line: Option<u64>,
        /// What is wrong.
        cause: String,
        /// What the user can do.
        remedy: String,
    },
    /// A report cannot be written.
    #[error("{}: cannot write: {cause}; {remedy}", path.display())]
    Output {
        /// The file as the user named it.
        path: PathBuf,
        /// What is wrong.
        cause: String,
        /// What the user can do.
        remedy: String,
    },
    /// Files or options that do not go together.
    #[error("{cause}; {remedy}")]
    Usage {
        /// What is wrong.
        cause: String,
        /// What the user can do.
        remedy: String,
    },
}
