//! Small questions about tokens that the number grammars of both languages ask.

use crate::lang::token::{Capital, Kind, Tokens};

/// Whether token `i` exists and no space stands before it.
pub(super) fn glued(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| !t.spaced)
}

/// Whether token `i` is a hyphen or dash. A tatweel between digits serves as one.
pub(super) fn dash(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| t.kind == Kind::Symbol) && matches!(tokens.folded(i), "-" | "–" | "‑" | "‐" | "−" | "")
}

/// Whether token `i` is a hyphen that joins its neighbours (`six-year`).
pub(super) fn hyphen(tokens: &Tokens, i: usize) -> bool {
    dash(tokens, i) && glued(tokens, i) && glued(tokens, i + 1)
}

/// `i`, or one further when a joining hyphen stands there.
pub(super) fn past_hyphen(tokens: &Tokens, i: usize) -> usize {
    if hyphen(tokens, i) { i + 1 } else { i }
}

/// The folded token before `i`, or nothing.
pub(super) fn before(tokens: &Tokens, i: usize) -> &str {
    i.checked_sub(1).map_or("", |p| tokens.folded(p))
}

/// Whether token `i` is a word.
pub(super) fn word(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| t.kind == Kind::Word)
}

/// Whether token `i` is written in digits.
pub(super) fn number(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| t.kind == Kind::Number)
}

/// Whether token `i` starts with a capital letter.
pub(super) fn capital(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| t.capital != Capital::Lower)
}
