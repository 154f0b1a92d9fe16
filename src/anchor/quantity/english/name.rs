//! Numbers that name rather than count: `World War II`, `phase two`, `G20`.

use crate::lang::fold::digit;
use crate::lang::token::{Capital, Kind, Tokens};

use crate::anchor::quantity::Role;
use crate::anchor::quantity::number::Number;
use crate::anchor::quantity::scan::{self, before, hyphen};

/// Nouns that are numbered rather than counted: `phase two`, `number one`.
const NUMBERED: [&str; 42] = [
    "number", "hour", "series", "no", "nos", "phase", "part", "chapter", "section", "article", "type", "stage", "level", "step", "round",
    "grade", "class", "group", "year", "day", "week", "line", "page", "volume", "season", "episode", "category", "gate", "channel",
    "route", "unit", "room", "act", "division", "tier", "zone", "version", "war", "game", "set", "formula", "title",
];

/// Whether a word may be a Roman numeral or a code.
pub(super) fn may_start(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l')) || word.starts_with("ww") || word.contains(|c| digit(c).is_some())
}

/// `World War II`, `Elizabeth II`, `Louis XIV`.
pub(super) fn roman(tokens: &Tokens, i: usize) -> Option<Number> {
    // Without the ending of `Henry VIII's`.
    let length = tokens.folded(i).len();
    let token = tokens
        .get(i)
        .filter(|t| t.kind == Kind::Word && length <= 5 && (t.capital == Capital::All || length == 1 && t.capital == Capital::Initial))?;
    let named = token.spaced && i > 0 && scan::word(tokens, i - 1) || follows_hyphen(tokens, i);
    let numeral = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let digits: Option<Vec<i32>> = tokens.folded(i).chars().map(numeral).collect();
    let digits = digits.filter(|d| {
        d.len() >= 2 && named
            || d.len() == 1
                && (NUMBERED.contains(&before(tokens, i))
                    || follows_hyphen(tokens, i)
                    || d[0] > 1 && d[0] < 50 && i > 0 && scan::capital(tokens, i - 1))
    })?;
    let value: i32 = digits.iter().enumerate().map(|(k, d)| if digits.get(k + 1).is_some_and(|n| n > d) { -d } else { *d }).sum();
    (value > 0).then(|| Number::words(i..i + 1, f64::from(value), Role::Label).weak())
}

/// `ACE2`, `G20`, `M16`, `WW2`: letters and a number that Arabic often writes apart.
pub(super) fn code(tokens: &Tokens, i: usize) -> Option<Number> {
    let word = scan::word(tokens, i).then(|| tokens.folded(i))?;
    let value = match word {
        "wwi" => 1.0,
        "wwii" => 2.0,
        _ => {
            let name = word.trim_end_matches(|c| digit(c).is_some());
            let digits: String = word[name.len()..].chars().filter_map(digit).collect();
            let plain = (1..=8).contains(&name.len()) && digits.len() <= 4 && name.bytes().all(|b| b.is_ascii_alphabetic());
            digits.parse().ok().filter(|_| plain)?
        }
    };
    Some(Number { digits: true, ..Number::words(i..i + 1, value, Role::Label) }.weak())
}

/// Whether a hyphen joins token `i` to a word before it.
fn follows_hyphen(tokens: &Tokens, i: usize) -> bool {
    i >= 2 && hyphen(tokens, i - 1) && scan::word(tokens, i - 2)
}

/// Whether the word before names what is numbered: `World War Two`, `phase two`.
pub(super) fn numbered(tokens: &Tokens, i: usize) -> bool {
    // `stage-three`
    let i = if i > 1 && hyphen(tokens, i - 1) { i - 1 } else { i };
    let previous = before(tokens, i);
    NUMBERED.contains(&previous) || (i > 1 && scan::capital(tokens, i) && scan::capital(tokens, i - 1) && scan::word(tokens, i - 1))
}
