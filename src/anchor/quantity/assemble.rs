//! From tokens to quantities: read numbers left to right, then let neighbours share units, form ranges and take their bounds.

use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::{Kind, Tokens};

use super::measure::{self, Measure};
use super::number::Number;
use super::surroundings::{self, Draft};
use super::{Bound, Quantity, Role, arabic, bound, dual, english, noun, numeral, range, scan};

/// All quantities of a text.
pub(super) fn all(tokens: &Tokens) -> Vec<Quantity> {
    let mut drafts = read(tokens);
    share_measures(tokens, &mut drafts);
    share_percent(tokens, &mut drafts);
    add_unsaid_one(tokens, &mut drafts);
    join_parts(tokens, &mut drafts);
    let mut drafts = range::join(tokens, drafts);
    bounds(tokens, &mut drafts);
    drafts.into_iter().map(|draft| finish(tokens, draft)).collect()
}

fn read(tokens: &Tokens) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if !may_start(tokens, i) {
            i += 1;
            continue;
        }
        let listed = numeral::list(tokens, i);
        if !listed.is_empty() {
            drafts.extend(listed.into_iter().map(|n| surroundings::dress(tokens, Number { digits: true, ..Number::digits(i, n) })));
            i += 1;
            continue;
        }
        if let Some(year) = calendar_date(tokens, i) {
            for k in [i, i + 2, i + 4] {
                let number = numeral::read(tokens, k).map(|n| Number { weak: k != year, role: Role::Label, ..Number::digits(k, n) });
                drafts.extend(number.map(|n| surroundings::dress(tokens, n)));
            }
            i += 5;
            continue;
        }
        let draft = surroundings::unit_and_half(tokens, i).or_else(|| number(tokens, i).map(|n| surroundings::dress(tokens, n)));
        match draft {
            Some(mut draft) => {
                i = draft.end.max(i + 1);
                draft.start = draft.start.max(drafts.last().map_or(0, |d| d.end));
                if let Some(dual) = drafts.last_mut().filter(|last| says_two_again(tokens, last, &draft)) {
                    // What may be a plural by its ending is two beyond doubt.
                    (dual.number.weak, dual.end) = (false, draft.end);
                } else if !repeats(&drafts, &draft) {
                    drafts.push(draft);
                }
            }
            None => i += 1,
        }
    }
    drafts
}

static STARTS: [Question; 2] = [const { Question::new() }; 2];

/// Whether a number may start at token `i`: most words and marks start none, whatever stands around them.
fn may_start(tokens: &Tokens, i: usize) -> bool {
    let token = &tokens.list()[i];
    let own = |word: &str| {
        numeral::may_start(word)
            || match tokens.lang() {
                Lang::English => english::may_start(word),
                Lang::Arabic => token.kind == Kind::Word && arabic::may_start(word),
            }
    };
    token.kind == Kind::Number
        || tokens.is(i, &STARTS[usize::from(token.kind == Kind::Word)], own)
        || tokens.lang() == Lang::Arabic && dual::is_share(tokens.folded(i + 1)).is_some()
}

/// The token of the year in `29/9/2018`, `2018-09-29` from token `i` on: day and month are a date's, and hardly quantities.
fn calendar_date(tokens: &Tokens, i: usize) -> Option<usize> {
    let digits = |k: usize, lengths: &[usize]| {
        scan::number(tokens, k) && lengths.contains(&tokens.folded(k).len()) && tokens.folded(k).bytes().all(|b| b.is_ascii_digit())
    };
    let mark = tokens.folded(i + 1);
    let joined = (i + 1..i + 5).all(|k| scan::glued(tokens, k)) && matches!(mark, "/" | "-" | "–") && tokens.folded(i + 3) == mark;
    if !joined || !digits(i + 2, &[1, 2]) {
        return None;
    }
    match (digits(i, &[1, 2]), digits(i + 4, &[4])) {
        (true, true) => Some(i + 4),
        _ => (digits(i, &[4]) && digits(i + 4, &[1, 2])).then_some(i),
    }
}

fn number(tokens: &Tokens, i: usize) -> Option<Number> {
    match tokens.lang() {
        Lang::English => english::read(tokens, i),
        Lang::Arabic => arabic::read(tokens, i),
    }
}

/// `more than 1300 of them`, أكثر من 1300 منهم: whoever they are, it is no year.
fn is_of_them(tokens: &Tokens, end: usize) -> bool {
    matches!(tokens.folded(end), "منهم" | "منهن" | "منها") || tokens.folded(end) == "of" && tokens.folded(end + 1) == "them"
}

/// What follows a number is what it counts, even if it looks like a dual (`4 لاعبين`).
fn repeats(drafts: &[Draft], draft: &Draft) -> bool {
    let counted = drafts.last().is_some_and(|last| last.end == draft.start && last.number.role != Role::Dual && !last.number.weak);
    counted && draft.number.role == Role::Dual && draft.measure == Measure::None
}

/// `شخصين اثنين` is one two.
fn says_two_again(tokens: &Tokens, last: &Draft, draft: &Draft) -> bool {
    let after_dual = last.end == draft.start && last.number.role == Role::Dual;
    after_dual && draft.number.low == 2.0 && draft.number.role == Role::Cardinal && tokens.folded(draft.start).starts_with("اثن")
}

/// `5, 10 and 15 percent`: a number without unit takes that of the next one in a list.
fn share_measures(tokens: &Tokens, drafts: &mut [Draft]) {
    for k in (1..drafts.len()).rev() {
        let (head, tail) = drafts.split_at_mut(k);
        let first_start = head[k - 1].start;
        let third = k >= 2 && head[k - 2].end + 1 == first_start && matches!(tokens.folded(first_start - 1), "," | "،");
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        let plain = first.measure == Measure::None && first.number.role == Role::Cardinal && !first.number.maybe_year && !first.number.weak;
        let counted = first.noun.is_some_and(|n| n < second.start);
        if !plain || counted || second.measure == Measure::None || matches!(second.number.role, Role::Dual) {
            continue;
        }
        let gap = first.end..second.start;
        // Two with a comma and an `and` between them are a list only after a third: `those over 60, and 75%`.
        let listed = (gap.len() <= 1 || gap.len() == 2 && third)
            && gap.clone().all(|i| matches!(tokens.folded(i), "," | "،" | "and" | "or" | "to" | "و" | "او" | "الي" | "-" | "–"));
        if listed && (!gap.is_empty() || tokens.folded(second.start).starts_with('و')) {
            first.measure = second.measure;
        }
    }
}

/// `62 percent to 38`, `54 بالمئة مقابل 46`: of two shares of one vote, the second goes without its sign.
fn share_percent(tokens: &Tokens, drafts: &mut [Draft]) {
    /// What two shares of a whole come to, when some went to nobody.
    const WHOLE: std::ops::RangeInclusive<f64> = 80.0..=101.0;
    for k in 1..drafts.len() {
        let (head, tail) = drafts.split_at_mut(k);
        let (Some(first), Some(second)) = (head.last(), tail.first_mut()) else { continue };
        let opposed = matches!(tokens.folded(first.end), "to" | "against" | "versus" | "vs" | "مقابل" | "الي" | "ل");
        let plain = second.measure == Measure::None && second.number.role == Role::Cardinal && second.noun.is_none();
        let whole = WHOLE.contains(&(first.number.low + second.number.low));
        if opposed && plain && whole && first.measure == Measure::Percent && second.start == first.end + 1 {
            second.measure = Measure::Percent;
        }
    }
}

/// `مترا و98 سنتيمترا`, `an hour and twenty minutes`: one of a larger unit, of which no number says so, and some of a smaller one.
fn add_unsaid_one(tokens: &Tokens, drafts: &mut [Draft]) {
    let mut free = 0;
    for draft in drafts {
        let from = std::mem::replace(&mut free, draft.end);
        let single = draft.number.low == draft.number.high && matches!(draft.number.role, Role::Cardinal | Role::Dual);
        let Some((start, large)) = unsaid_one(tokens, draft.start).filter(|(start, _)| single && *start >= from) else {
            continue;
        };
        let Some(ratio) = fraction(large, draft.measure) else { continue };
        let less = draft.number.low * ratio;
        if less > 0.0 && less < 1.0 {
            (draft.number.low, draft.number.high, draft.number.other) = (1.0 + less, 1.0 + less, None);
            (draft.number.role, draft.number.weak, draft.number.tokens.start) = (Role::Cardinal, false, start);
            (draft.start, draft.measure) = (start, large);
        }
    }
}

/// The unit without a number that an `and` joins to what starts at token `at`, with the token where it starts.
fn unsaid_one(tokens: &Tokens, at: usize) -> Option<(usize, Measure)> {
    #[rustfmt::skip]
    const ONE: [&str; 39] = [
        "متر", "مترا", "كيلومتر", "كيلومترا", "كيلو", "كيلوغرام", "كيلوغراما", "كيلوجرام", "كيلوجراما", "قدم", "قدما", "ميل", "ميلا", "رطل",
        "رطلا", "طن", "طنا", "دقيقه", "ساعه", "يوم", "يوما", "اسبوع", "اسبوعا", "شهر", "شهرا", "سنه", "عام", "عاما", "عقد", "عقدا", "قرن",
        "قرنا", "لتر", "دولار", "دولارا", "جنيه", "جنيها", "يورو", "درهم",
    ];
    match tokens.lang() {
        Lang::English => {
            let start = at.checked_sub(3).filter(|_| tokens.folded(at - 1) == "and")?;
            let (unit, end) = measure::at(tokens, at - 2, false).filter(|_| matches!(tokens.folded(start), "a" | "an"))?;
            (end == at - 1 && tokens.folded(at - 2) == unit.name(false)).then_some((start, unit))
        }
        Lang::Arabic => {
            let joined = usize::from(!(scan::word(tokens, at) && tokens.folded(at).starts_with('و')));
            let start = at.checked_sub(1 + joined).filter(|_| joined == 0 || tokens.folded(at - 1) == "و")?;
            let one = arabic::peel(tokens.folded(start)).find(|p| !p.definite && ONE.contains(&p.stem))?;
            let unit = if one.stem == "طن" { measure::named("ton") } else { measure::singular(one.stem) };
            Some((start, unit?))
        }
    }
}

/// `6 feet 2 inches`, `ساعتين و30 دقيقة`, `3 dollars and 50 cents`: a smaller unit that completes a larger one; of three, the last two first.
fn join_parts(tokens: &Tokens, drafts: &mut Vec<Draft>) {
    for k in (1..drafts.len()).rev() {
        if let Some(more) = part_of(tokens, &drafts[k - 1], &drafts[k]) {
            let end = drafts[k].end;
            let whole = &mut drafts[k - 1];
            whole.number.low += more;
            whole.number.high = whole.number.low;
            whole.number.tokens.end = end;
            whole.number.other = None;
            whole.number.weak = false;
            whole.end = end;
            drafts.remove(k);
        }
    }
    for draft in drafts.iter_mut() {
        if let Some(more) = one_more(tokens, draft) {
            draft.number.low += more;
            draft.number.high = draft.number.low;
            draft.number.tokens.end = draft.end + 1;
            draft.end += 1;
        }
    }
}

/// How much one smaller unit without a number adds: `ساعتين ودقيقة`.
fn one_more(tokens: &Tokens, whole: &Draft) -> Option<f64> {
    let counts = whole.measure.is_duration() && whole.number.low == whole.number.high && whole.number.low.fract() == 0.0;
    let unit = tokens.folded(whole.end).strip_prefix('و').filter(|_| counts && tokens.lang() == Lang::Arabic)?;
    fraction(whole.measure, measure::singular(unit)?)
}

/// How many of the unit of `whole` the quantity `part` adds to it.
fn part_of(tokens: &Tokens, whole: &Draft, part: &Draft) -> Option<f64> {
    // `6-foot-6` leaves the inches out.
    let inches = part.measure == Measure::None && part.number.low < 12.0 && matches!(whole.measure, Measure::Unit(u) if u.name == "foot");
    let part_measure =
        if inches && (whole.end == part.start || scan::hyphen(tokens, whole.end)) { measure::named("inch")? } else { part.measure };
    if is_rest(tokens, whole, part) {
        return Some(part.number.low);
    }
    if let Some(more) = below_a_second(tokens, whole, part) {
        return Some(more);
    }
    let ratio = fraction(whole.measure, part_measure)?;
    let single = whole.number.low == whole.number.high && part.number.low == part.number.high && whole.number.low.fract() == 0.0;
    let gap = whole.end..part.start;
    // `2 hours, 9 minutes and 12 seconds`
    let lasts = whole.measure.is_duration() && part_measure.is_duration();
    let links = |i: usize| matches!(tokens.folded(i), "and" | "و") || inches || lasts && matches!(tokens.folded(i), "," | "،");
    let joined = gap.len() <= 1 && gap.clone().all(links);
    let spelt = !gap.is_empty() || tokens.lang() == Lang::English || tokens.folded(part.start).starts_with('و');
    let more = part.number.low * ratio;
    let fits = more > 0.0 && more < 1.0;
    (single && joined && spelt && fits && whole.number.low > 0.0).then_some(more)
}

/// How much the hundredths of a second add to what is told in seconds: `41 ثانية و46 جزءا من المئة`.
fn below_a_second(tokens: &Tokens, whole: &Draft, part: &Draft) -> Option<f64> {
    let (Measure::Unit(large), Measure::Unit(small)) = (whole.measure, part.measure) else { return None };
    let joined = whole.end == part.start && tokens.folded(part.start).starts_with('و') || tokens.folded(part.start.wrapping_sub(1)) == "و";
    let near = part.start.checked_sub(whole.end).is_some_and(|gap| gap <= 1) && whole.number.low == whole.number.high;
    let of_time = whole.measure.is_duration() && small.name == "second" && part.number.low < 1.0 && part.number.low == part.number.high;
    (tokens.lang() == Lang::Arabic && near && joined && of_time).then(|| part.number.low * small.factor / large.factor)
}

/// Whether `part` is the rest of a large sum of money: `ملياري دولار ومئة مليون دولار`.
fn is_rest(tokens: &Tokens, whole: &Draft, part: &Draft) -> bool {
    let (sum, rest) = (&whole.number, &part.number);
    let joined = whole.end == part.start && tokens.folded(part.start).starts_with('و');
    let single = sum.low == sum.high && rest.low == rest.high;
    let smaller = sum.low >= 1e6 && rest.low >= 1e3 && rest.low < 10_f64.powf(sum.low.log10().floor());
    matches!(whole.measure, Measure::Currency(_)) && whole.measure == part.measure && joined && single && smaller
}

/// How much of `large` one of `small` is: a smaller unit of the same dimension, or the smaller money of one country.
fn fraction(large: Measure, small: Measure) -> Option<f64> {
    let (of_one_kind, large, small) = match (large, small) {
        (Measure::Unit(large), Measure::Unit(small)) => (large.dimension == small.dimension, large.factor, small.factor),
        (Measure::Currency(large), Measure::Currency(small)) => {
            let shared = large.family.split(' ').any(|f| small.family.split(' ').any(|g| f == g));
            (shared, large.factor, small.factor)
        }
        _ => return None,
    };
    (of_one_kind && small < large).then_some(small / large)
}

fn bounds(tokens: &Tokens, drafts: &mut [Draft]) {
    for k in 0..drafts.len() {
        if bound::is_age_group(tokens, drafts[k].number.tokens.start) {
            drafts[k].bound = Bound::MaybeAtMost;
            continue;
        }
        let from = if k > 0 { drafts[k - 1].end } else { 0 };
        let until = drafts[k + 1..].iter().find(|d| !d.number.weak).map_or(tokens.len(), |d| d.start);
        let draft = &mut drafts[k];
        if matches!(draft.number.role, Role::Ordinal | Role::Clock | Role::Decade | Role::Score) {
            continue;
        }
        // What may be no number has a bound that may be none: `at least half right`, كفيلين على الأقل.
        if draft.number.weak {
            let counts = matches!(draft.number.role, Role::Cardinal | Role::Dual | Role::Fraction) && !draft.number.maybe_year;
            let before = bound::before(tokens, draft.start, draft.measure.is_duration()).filter(|(_, start)| *start >= from);
            let after = || bound::after(tokens, draft.end).filter(|(_, end)| *end <= until);
            let unsure = before.or_else(after).and_then(|(bound, _)| bound.unsure());
            draft.bound = unsure.filter(|_| counts).unwrap_or_default();
            continue;
        }
        let duration = draft.measure.is_duration();
        if noun::beside_month(tokens, draft) {
            continue;
        }
        // `more than 2000` is no year, `up to 2000` may be one.
        let year = draft.number.maybe_year;
        if let Some((bound, start)) = bound::before(tokens, draft.start, duration).filter(|(_, start)| *start >= from)
            && (!year || bound == Bound::About || bound == Bound::AtLeast && (draft.noun.is_some() || is_of_them(tokens, draft.end)))
        {
            draft.number.maybe_year = year && bound == Bound::About;
            draft.bound = if bound::may_take_time(tokens, start, draft.end) { Bound::MaybeAtLeast } else { bound };
            // Words that may not bound it are not part of it.
            draft.start = if draft.bound.is_unsure() { draft.start } else { start };
        }
        // `$300+ billion`
        if draft.number.tokens.clone().any(|i| tokens.folded(i) == "+") {
            draft.bound = Bound::AtLeast;
        }
        let ends = [draft.end, draft.noun.map_or(draft.end, |n| n + 1)];
        if let Some((bound, end)) = ends.iter().find_map(|end| bound::after(tokens, *end)).filter(|(_, end)| *end <= until) {
            draft.number.maybe_year = false;
            draft.bound = bound;
            if end <= draft.end + 3 {
                draft.end = draft.end.max(end);
            }
        }
    }
}

fn finish(tokens: &Tokens, draft: Draft) -> Quantity {
    let number = draft.number;
    let last = draft.end.max(draft.start + 1) - 1;
    Quantity {
        span: tokens.span(draft.start, last.min(tokens.len() - 1)),
        tokens: draft.start as u32..draft.end as u32,
        number_tokens: number.tokens.start as u32..number.tokens.end as u32,
        low: number.low,
        high: number.high,
        other: number.other,
        bound: draft.bound,
        measure: draft.measure,
        role: number.role,
        digits: number.digits,
        noun: draft.noun.map(|n| n as u32),
        weak: number.weak,
        maybe_year: number.maybe_year,
    }
}
