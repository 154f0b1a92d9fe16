//! Ordinals that are often said otherwise in the other language.

use crate::lang::token::Tokens;

use crate::anchor::quantity::scan::{self, before};

/// Ordinals that are often said otherwise: adverbs (`First, ...`, `was first seen`), `a second` that means another, `third parties`.
pub(super) fn is_weak(tokens: &Tokens, i: usize, value: f64) -> bool {
    let (previous, next) = (before(tokens, i), tokens.folded(i + 1));
    let adverb = matches!(next, "," | ":" | "of all") || tokens.folded(i).ends_with("ly");
    match value {
        1.0 => adverb || !first_of_something(tokens, i),
        2.0 => {
            adverb
                || next == "in"
                || next == "-" && tokens.folded(i + 2) == "in"
                || matches!(previous, "a" | "per" | "split" | "every" | "each" | "any")
        }
        3.0 => adverb || matches!(next, "party" | "parties" | "world" | "-"),
        _ => adverb,
    }
}

/// `the first woman`, `her first book`, not `at first`, `first recognised`, `first aid`, `in the first place`.
fn first_of_something(tokens: &Tokens, i: usize) -> bool {
    let next = tokens.folded(i + 1);
    let noun = scan::word(tokens, i + 1)
        && !next.ends_with("ed")
        && !matches!(next, "responders" | "responder" | "aid" | "name" | "place" | "lady" | "hand" | "and" | "in" | "by" | "seen" | "come");
    let determined = matches!(
        before(tokens, i),
        "the" | "his" | "her" | "its" | "their" | "my" | "our" | "your" | "this" | "that" | "for" | "s" | "only" | "very"
    );
    determined && (noun || next.is_empty())
}
