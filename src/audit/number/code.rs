//! Digits that are part of names: `H5N1`, `COVID-19`, `N95`. Part of rule number-mismatch.

use crate::audit::echo;
use crate::audit::figures::sentence;
use crate::audit::unit::{Note, Unit, View};
use crate::lang::fold::digit;
use crate::lang::known::Question;
use crate::lang::token::Kind;
use crate::span::Span;

/// A token with digits that is no number.
struct Code {
    letters: String,
    digits: String,
    span: Span,
}

/// The one code of each side that the other side lacks, where they differ in their digits alone.
pub fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (codes(&unit.english), codes(&unit.arabic));
    if english.is_empty() || arabic.is_empty() {
        return None;
    }
    let (e, a) = (lone(&english, &arabic, &unit.arabic)?, lone(&arabic, &english, &unit.english)?);
    let quoted = unit.quoted(Some(e.span), Some(a.span));
    (e.letters == a.letters && e.digits.len().abs_diff(a.digits.len()) <= 1).then(|| Note {
        message: sentence(&quoted.expected, &quoted.found),
        odds: if e.letters.is_empty() { 0.7 } else { 1.5 },
        ..quoted
    })
}

/// The only one of `codes` whose digits do not stand on the other side.
fn lone<'a>(codes: &'a [Code], others: &[Code], other: &View) -> Option<&'a Code> {
    let digits = echo::digits(other);
    let mut alone = codes.iter().filter(|c| !others.iter().any(|o| o.digits == c.digits) && !digits.contains(&c.digits));
    alone.next().filter(|first| alone.all(|c| c.letters == first.letters && c.digits == first.digits))
}

/// Words with digits in them.
static DIGITS: Question = Question::new();

fn codes(view: &View) -> Vec<Code> {
    let tokens = &view.side.tokens;
    let claimed = |i: usize| {
        let i = i as u32;
        view.quantities().iter().any(|q| !q.weak && q.tokens.contains(&i)) || view.dates().iter().any(|d| d.tokens.contains(&i))
    };
    let has_digits = |i: &usize| {
        let holds = |word: &str| word.chars().any(|c| digit(c).is_some());
        tokens.get(*i).is_some_and(|t| t.kind == Kind::Number || t.kind == Kind::Word && tokens.is(*i, &DIGITS, holds))
    };
    let code = |i: usize| {
        let (digits, letters): (String, String) = view.folded(i).chars().partition(|c| digit(*c).is_some());
        tokens.get(i).map(|t| Code { letters, digits, span: t.span })
    };
    view.token_range().filter(has_digits).filter(|i| !claimed(*i)).filter_map(code).collect()
}
