//! What can go wrong with what a user gave us: always the file, the place, the cause and the remedy, in one line.

use std::path::{Path, PathBuf};

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

impl Error {
    /// The file, if it is about one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Input { path, .. } | Self::Output { path, .. } => Some(path),
            Self::Usage { .. } => None,
        }
    }

    /// What is wrong and what to do, without the file: for tables that name the file in a column of its own.
    pub fn reason(&self) -> String {
        match self {
            Self::Input { line: Some(line), cause, remedy, .. } => format!("line {line} {cause}; {remedy}"),
            Self::Input { cause, remedy, .. } | Self::Output { cause, remedy, .. } | Self::Usage { cause, remedy } => {
                format!("{cause}; {remedy}")
            }
        }
    }
}

/// The one of `known` that `word` was most likely meant to be, for "did you mean" remedies; `None` when nothing is near.
///
/// ```
/// use muqabala::error::nearest;
/// assert_eq!(nearest("cvs", ["csv", "jsonl"]), Some("csv"));
/// assert_eq!(nearest("number", ["date-mismatch", "number-mismatch"]), Some("number-mismatch"));
/// assert_eq!(nearest("nmae", ["date-mismatch", "name-mismatch"]), Some("name-mismatch"));
/// assert_eq!(nearest("docx", ["csv", "jsonl"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let likeness = |k: &str| {
        let likeness = |k| strsim::normalized_damerau_levenshtein(&word, k);
        let part = word.len() >= 3 && (k.contains(&word) || word.contains(k));
        // `nmae` is meant for `name-mismatch`, though most of that is missing.
        let start = k.split('-').next().map_or(0.0, likeness);
        likeness(k).max(0.9 * start).max(if part { 0.95 } else { 0.0 })
    };
    // The first of equals wins, so that the answer follows the order of the table.
    let mut best = (0.5, None);
    for k in known {
        let likeness = likeness(k);
        if likeness > best.0 {
            best = (likeness, Some(k));
        }
    }
    best.1
}
