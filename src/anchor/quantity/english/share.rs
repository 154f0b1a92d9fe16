//! Shares: `half`, `two thirds`, `a quarter of a million`, `half a dozen`.

use crate::lang::token::Tokens;

use super::{article, meaning};
use crate::anchor::quantity::Role;
use crate::anchor::quantity::number::Number;
use crate::anchor::quantity::numeral;
use crate::anchor::quantity::scan::{self, before, hyphen, past_hyphen};
use crate::anchor::quantity::vocabulary::Class;

/// `half a million`, `a quarter of a million`, `half a dozen`; or a share of something.
pub(super) fn fraction(tokens: &Tokens, i: usize) -> Option<Number> {
    let mut number = share(tokens, i)?;
    let next = past_hyphen(tokens, number.tokens.end);
    let next = next + usize::from(tokens.folded(next) == "of");
    let next = next + usize::from(article(tokens, next) || tokens.folded(next) == "one");
    if let Some(scale) = meaning(tokens, next, &[Class::Scale, Class::Dozen, Class::Hundred]) {
        if scale.class == Class::Dozen {
            return Some(Number::vague(i..next + 1, 10.0 * number.low, 14.0 * number.low, 1.0));
        }
        number.times(scale.value);
        number.role = Role::Cardinal;
        number.weak = false;
        number.scale = scale.value;
        number.tokens.end = next + 1;
    }
    Some(number)
}

/// `half`, `two thirds`, `three-quarters`, `a quarter of`.
pub(super) fn share(tokens: &Tokens, i: usize) -> Option<Number> {
    let unit = meaning(tokens, i, &[Class::Unit]).map(|m| m.value).filter(|v| *v >= 1.0);
    let digit = || numeral::read(tokens, i).filter(|n| n.plain && n.length == 1 && n.end == i + 1).map(|n| n.value);
    // `the last third of` is a share without numerator.
    if matches!(before(tokens, i), "last" | "first" | "middle" | "final" | "top" | "bottom" | "upper" | "lower")
        && tokens.folded(i + 1) == "of"
    {
        return meaning(tokens, i, &[Class::Fraction]).map(|m| Number::words(i..i + 1, m.value, Role::Fraction));
    }
    let (above, at) = match unit.or_else(digit) {
        Some(value) => (value, past_hyphen(tokens, i + 1)),
        None if article(tokens, i) => (1.0, past_hyphen(tokens, i + 1)),
        None => (1.0, i),
    };
    let explicit = at > i;
    let of = tokens.folded(at + 1) == "of";
    let half = tokens.folded(at) == "half" && above == 1.0;
    let quarter = tokens.folded(at) == "quarter";
    let below = if half {
        0.5
    } else if above > 1.0 {
        meaning(tokens, at, &[Class::Part])?.value
    } else if explicit && (!article(tokens, i) || of || quarter || ends_phrase(tokens, at + 1) && tokens.folded(at) != "fourth")
        || quarter && (of || hyphen(tokens, at + 1))
    {
        meaning(tokens, at, &[Class::Fraction])?.value
    } else {
        return None;
    };
    let mut number = Number::words(i..at + 1, above * below, Role::Fraction);
    number.weak = half && !explicit && !halved_something(tokens, i);
    number.digits = scan::number(tokens, i);
    Some(number)
}

/// Whether no noun follows: `by a third.`, `a fifth and ...`, not `a third man`.
fn ends_phrase(tokens: &Tokens, i: usize) -> bool {
    !scan::word(tokens, i) && !hyphen(tokens, i)
        || matches!(
            tokens.folded(i),
            "and"
                | "in"
                | "from"
                | "to"
                | "by"
                | "or"
                | "but"
                | "since"
                | "at"
                | "on"
                | "as"
                | "than"
                | "this"
                | "last"
                | "during"
                | "after"
                | "before"
                | "within"
                | "because"
                | "when"
                | "while"
                | "compared"
                | "over"
                | "between"
                | "under"
        )
}

/// Whether `half` at token `i` is a share of something, not `half-time` or `the second half`.
fn halved_something(tokens: &Tokens, i: usize) -> bool {
    let next = matches!(
        tokens.folded(i + 1),
        "of" | "a" | "an" | "the" | "all" | "that" | "this" | "its" | "his" | "her" | "their" | "our" | "my" | "as"
    );
    next || matches!(before(tokens, i), "by" | "in" | "than" | "about" | "nearly" | "over" | "almost" | "around" | "roughly" | "only")
}
