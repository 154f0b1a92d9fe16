//! Two numbers that are one quantity: `between 5 and 10`, `من ٥ إلى ١٠ ملايين`, `two or three`, `3-2`.

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::Role;
use super::measure::Measure;
use super::scan::{self, before, glued};
use super::surroundings::Draft;

/// What holds two numbers together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// `to`, `or`, `إلى`, `بين ... و`.
    Words,
    /// `5-10`.
    Dash,
}

/// Joins neighbours that are the two ends of one range.
pub(super) fn join(tokens: &Tokens, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut chained = false;
    for mut draft in drafts {
        if let Some(first) = joined.last() {
            complete_year(tokens, first, &mut draft);
        }
        let both = joined.last().filter(|_| !chained).and_then(|first| one(tokens, first, &draft));
        chained = both.is_some();
        if let Some(range) = both {
            joined.pop();
            joined.push(range);
        } else {
            joined.push(draft);
        }
    }
    joined
}

fn one(tokens: &Tokens, first: &Draft, second: &Draft) -> Option<Draft> {
    let link = link(tokens, first, second)?;
    let counts = |d: &Draft| {
        matches!(d.number.role, Role::Cardinal | Role::Multiple | Role::Dual) && d.number.low == d.number.high
            || d.number.role == Role::Label && !d.number.digits && d.number.definite
    };
    let (a, b) = (&first.number, &second.number);
    let vague_dual = |d: &Draft| d.number.role == Role::Dual && d.number.weak;
    // `عاما واحدا أو ثلاثة أعوام` is a choice of two, unlike `one or two years`.
    let chosen = tokens.folded(first.end) == "او" && first.measure != Measure::None && tokens.folded(a.tokens.start).starts_with("واحد");
    // `زوار اليوم الواحد إلى عشرة يوروهات`: the one day, and ten euros.
    let singled = tokens.lang() == Lang::Arabic && tokens.folded(first.end.wrapping_sub(1)).starts_with("الواحد");
    let doubled = a.role == Role::Multiple && b.role != Role::Multiple;
    if chosen
        || singled
        || doubled
        || !counts(first)
        || !counts(second)
        || a.maybe_year
        || b.maybe_year
        || vague_dual(first)
        || vague_dual(second)
    {
        return None;
    }
    let unit_is_before = first.end == first.number.tokens.end;
    let measure = match (first.measure, second.measure) {
        (a, b) if a == b => a,
        (Measure::None, b) => b,
        (a @ Measure::Currency(_), Measure::None) => a,
        // `aged 5 to 14`
        (a, Measure::None) if unit_is_before => a,
        (a, Measure::None) if a.dimension() == "percent" || first.number.role == Role::Dual => a,
        _ => return None,
    };
    if first.noun.is_some_and(|n| n < second.start && n >= first.end) {
        return None;
    }
    let mut low = a.low;
    // `5 to 10 million`
    if a.scale == 1.0 && b.scale > 1.0 && low < b.low / b.scale && low < 1000.0 {
        low *= b.scale;
    }
    let high = b.low;
    let mut number = second.number.clone();
    number.tokens = a.tokens.start..b.tokens.end;
    number.digits = a.digits || b.digits;
    // `one or two` is a few.
    let few = a.low == 1.0 && b.low == 2.0 && !number.digits;
    number.weak = b.weak || few;
    number.low = low;
    number.other = None;
    if few {
        number.role = Role::Vague;
    } else if number.role != Role::Multiple {
        number.role = Role::Cardinal;
    }
    if low >= high {
        let score = link == Link::Dash && a.digits && b.digits && measure == Measure::None && low < 200.0 && low.fract() == 0.0;
        if !score {
            return None;
        }
        number.role = Role::Score;
    }
    let start = first.start - opening(tokens, first.start);
    Some(Draft { start, end: second.end, measure, bound: first.bound, noun: second.noun, number })
}

/// `1950-53` ends in 1953.
fn complete_year(tokens: &Tokens, first: &Draft, second: &mut Draft) {
    let (year, number) = (first.number.low, &mut second.number);
    let short = number.digits && number.tokens.len() == 1 && (1.0..100.0).contains(&number.low);
    let century = if number.low < 10.0 { 10.0 } else { 100.0 };
    let joined =
        scan::hyphen(tokens, first.end) || tokens.folded(first.end) == "/" && glued(tokens, first.end) && glued(tokens, first.end + 1);
    if first.number.maybe_year
        && short
        && second.measure == Measure::None
        && second.start == first.end + 1
        && joined
        && number.low > year % century
    {
        number.low += year - year % century;
        number.high = number.low;
        number.maybe_year = true;
    }
}

/// How the two are linked, when nothing else stands between them.
fn link(tokens: &Tokens, first: &Draft, second: &Draft) -> Option<Link> {
    let mut gap = first.end..second.start;
    // `10- to 20-fold`
    if gap.len() == 2 && scan::dash(tokens, gap.start) {
        gap.start += 1;
    }
    match gap.len() {
        0 if tokens.lang() == Lang::Arabic => {
            (tokens.folded(second.start).starts_with('و') && between(tokens, first.start)).then_some(Link::Words)
        }
        1 => {
            let at = gap.start;
            match tokens.folded(at) {
                "to" | "or" | "till" | "until" | "الي" | "او" | "حتي" => Some(Link::Words),
                "and" | "و" if between(tokens, first.start) => Some(Link::Words),
                _ if scan::dash(tokens, at) => {
                    let even = glued(tokens, at) == glued(tokens, second.start);
                    // `4-4-2` and `2018-05-12` are no ranges.
                    let chain = scan::dash(tokens, second.end) && scan::number(tokens, second.end + 1)
                        || first.start >= 2
                            && scan::dash(tokens, first.start - 1)
                            && glued(tokens, first.start)
                            && scan::number(tokens, first.start - 2);
                    (even && !chain).then_some(Link::Dash)
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn between(tokens: &Tokens, start: usize) -> bool {
    matches!(before(tokens, start), "between" | "بين" | "وبين" | "مابين")
}

/// How many words before a range open it: `between`, `from`, `ما بين`, `من`.
fn opening(tokens: &Tokens, start: usize) -> usize {
    match before(tokens, start) {
        "بين" if start >= 2 && matches!(tokens.folded(start - 2), "ما" | "وما") => 2,
        "من" if start >= 2 && matches!(tokens.folded(start - 2), "اكثر" | "اقل" | "ازيد" | "يقرب" | "يقارب" | "اعلي") => {
            0
        }
        "between" | "from" | "بين" | "من" | "وبين" | "مابين" => 1,
        _ => 0,
    }
}
