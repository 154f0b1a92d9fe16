//! Verbs that say that a number is passed (`could top`, `soared past`, `none exceeded`, يتجاوز), and `over` that belongs to a verb before it.

use super::super::scan;
use super::Bound;
use crate::lang::Lang;
use crate::lang::denial::{denies, denies_clause};
use crate::lang::token::Tokens;

/// Arabic verbs, folded, whose object is the number that is passed.
#[rustfmt::skip]
pub(super) const ARABIC: [&str; 17] = [
    "تجاوز", "تجاوزت", "يتجاوز", "تتجاوز", "تجاوزوا", "تجاوزن", "يتجاوزون", "يتجاوزوا", "جاوز", "جاوزت", "تخطي", "تخطت", "يتخطي", "تتخطي",
    "تخطوا", "تعدت", "تعدي",
];

/// English verbs that the list of bounds has.
#[rustfmt::skip]
const ENGLISH: [&str; 10] = [
    "exceed", "exceeds", "exceeded", "exceeding", "topped", "topping", "surpass", "surpasses", "surpassed", "surpassing",
];

/// What the phrase `words` at token `first`, which bounds a number by itself, does there, and where its words begin: a verb may be denied,
/// and `over` may belong to the verb before it.
pub(super) fn in_context(tokens: &Tokens, first: usize, words: &[String], bound: Bound) -> (Bound, usize) {
    let [word] = words else { return (bound, first) };
    let verb = match tokens.lang() {
        Lang::English => ENGLISH.contains(&word.as_str()),
        Lang::Arabic => ARABIC.contains(&word.as_str()),
    };
    if verb && let Some(denial) = denied(tokens, first) {
        return (turned(bound), denial);
    }
    let unsure = if belongs_to_a_word_before(tokens, first, word) { bound.unsure() } else { None };
    (unsure.unwrap_or(bound), first)
}

/// An Arabic verb without the letter that puts it in the future: سيتجاوز, ستقل.
pub(super) fn without_future(verb: &str) -> &str {
    verb.strip_prefix('س').filter(|rest| rest.starts_with(['ي', 'ت'])).unwrap_or(verb)
}

/// The other bound.
pub(super) const fn turned(bound: Bound) -> Bound {
    match bound {
        Bound::AtLeast => Bound::AtMost,
        Bound::AtMost => Bound::AtLeast,
        Bound::MaybeAtLeast => Bound::MaybeAtMost,
        Bound::MaybeAtMost => Bound::MaybeAtLeast,
        bound => bound,
    }
}

/// Where the denial of the verb at token `at` stands: `none passed`, `must not exceed`, ألا تتجاوز, لا يجوز أن يتجاوز.
pub(super) fn denied(tokens: &Tokens, at: usize) -> Option<usize> {
    /// How far before an English verb its denial may stand: `no player has passed`.
    const REACH: usize = 3;
    match tokens.lang() {
        Lang::English => {
            let near = (at.saturating_sub(REACH)..at).rev().take_while(|i| scan::word(tokens, *i));
            // `not only exceeded`, `no doubt exceeded` say that it is so.
            let denial = near.into_iter().find(|i| denies(tokens.folded(*i)))?;
            (!matches!(tokens.folded(denial + 1), "only" | "just" | "merely" | "doubt" | "longer")).then_some(denial)
        }
        Lang::Arabic => {
            let before = at.checked_sub(1)?;
            let denies = |i: usize| denies_clause(tokens.folded(i)) || tokens.folded(i) == "الا";
            let of_duty = || at.checked_sub(3).filter(|i| tokens.folded(before) == "ان" && denies_clause(tokens.folded(*i)));
            if denies(before) { Some(before) } else { of_duty() }
        }
    }
}

/// Whether `over` or `under` at token `first` may go with what stands before it: `hand over £4m`, `spread over seven pages`,
/// `a four-under 68`, which is below par.
fn belongs_to_a_word_before(tokens: &Tokens, first: usize, word: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: [&str; 47] = [
        "hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning", "take", "takes", "took", "taken", "taking", "fork", "forked",
        "sign", "signed", "run", "ran", "runs", "running", "win", "won", "jumped", "jump", "leapt", "leaped", "vaulted", "dunked", "climbed",
        "stepped", "flew", "knocked", "rolled", "spread", "split", "conducted", "written", "fought", "staged", "divided", "decided", "scattered",
        "stretched", "contested", "spaced", "staggered",
    ];
    let count = |i: usize| scan::number(tokens, i) || scan::number_word(tokens, i);
    let hyphened = first >= 2 && scan::dash(tokens, first - 1) && scan::glued(tokens, first) && count(first - 2);
    let of_par = hyphened || first >= 1 && count(first - 1);
    match word {
        "over" => VERBS.contains(&scan::before(tokens, first)) || of_par,
        "under" => of_par,
        _ => false,
    }
}

/// The bound that an English verb before token `end` is: `could top`, `passed`, `soared past`, `outlived`.
pub(super) fn english(tokens: &Tokens, end: usize) -> Option<(Bound, usize)> {
    #[rustfmt::skip]
    const MODALS: [&str; 12] = ["could", "may", "might", "will", "would", "can", "cannot", "to", "should", "must", "not", "never"];
    #[rustfmt::skip]
    const MOVES: [&str; 34] = [
        "soar", "soared", "climb", "climbed", "rise", "rose", "risen", "jump", "jumped", "surge", "surged", "shot", "sped", "push", "pushed",
        "go", "goes", "going", "went", "gone", "sailed", "swept", "raced", "rocketed", "leapt", "crept", "edged", "slip", "slipped", "weaken",
        "weakened", "fell", "slid", "well",
    ];
    let at = end.checked_sub(1).filter(|_| tokens.lang() == Lang::English)?;
    let previous = scan::before(tokens, at);
    let bound = match tokens.folded(at) {
        "top" if MODALS.contains(&previous) || previous.ends_with("n't") => Bound::AtLeast,
        // Laws are passed and borders crossed as well; who outlived four presidents lived longer than each of them.
        "pass" | "passed" | "passes" | "passing" | "cross" | "crossed" | "breach" | "breached" | "outlive" | "outlived" | "outlives"
        | "outlast" | "outlasted" => Bound::MaybeAtLeast,
        "past" if MOVES.contains(&previous) || matches!(previous, "live" | "lived" | "lives") => Bound::MaybeAtLeast,
        "through" if matches!(previous, "break" | "breaks" | "broke" | "burst" | "smashed" | "crashed") => Bound::MaybeAtLeast,
        _ => return None,
    };
    Some(denied(tokens, at).map_or((bound, at), |denial| (turned(bound), denial)))
}
