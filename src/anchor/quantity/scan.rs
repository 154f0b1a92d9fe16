//! Small questions about tokens that the number grammars of both languages ask.

use crate::lang::Lang;
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

/// Whether the digits at token `i` end a name: `COVID-19`, `كوفيد-19`, `م16`.
pub(super) fn is_code(tokens: &Tokens, i: usize) -> bool {
    let name = |k: usize| {
        word(tokens, k)
            && !matches!(
                tokens.folded(k),
                "و" | "ف" | "ب" | "ل" | "ك" | "ال" | "لل" | "بال" | "وال" | "mid" | "pre" | "post" | "وب" | "ول" | "حوالي" | "نحو"
            )
    };
    let hyphened = i >= 2 && hyphen(tokens, i - 1) && name(i - 2) && !number_word(tokens, i - 2);
    let letter = i >= 1 && glued(tokens, i) && name(i - 1) && tokens.folded(i - 1).chars().count() == 1;
    number(tokens, i) && (hyphened || letter)
}

/// Whether token `i` is a word for a number.
pub(super) fn number_word(tokens: &Tokens, i: usize) -> bool {
    !super::vocabulary::meanings(tokens.lang(), tokens.folded(i)).is_empty()
}

/// The folded token before `i`, or nothing.
pub(super) fn before(tokens: &Tokens, i: usize) -> &str {
    i.checked_sub(1).map_or("", |p| tokens.folded(p))
}

/// Whether token `i` is the first of a sentence, a quotation or a title.
pub(super) fn opens_sentence(tokens: &Tokens, i: usize) -> bool {
    let previous = before(tokens, i);
    let line = tokens.get(i).is_some_and(|t| t.starts_line);
    i == 0 || line || tokens.get(i - 1).is_some_and(|t| t.kind == Kind::Symbol) && !matches!(previous, "," | "-" | "'" | "/" | "&")
}

/// Whether a paragraph starts with token `i`: a line that no wrapped one goes on in, as far as its first word tells.
pub(super) fn opens_paragraph(tokens: &Tokens, i: usize) -> bool {
    let line = tokens.get(i).filter(|t| t.starts_line && i > 0);
    line.is_some_and(|t| t.kind == Kind::Word && (tokens.lang() == Lang::Arabic || t.capital != Capital::Lower))
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
