//! What stands beside a number: unit, currency, `times`, a sign.

use crate::lang::Lang;
use crate::lang::token::{Capital, Kind, Token, Tokens};

use super::measure::{self, Measure};
use super::number::Number;
use super::scan::{self, before, glued, past_hyphen};
use super::{Bound, Role, clock, dual, noun};

/// A number with what is known about it so far.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The number itself.
    pub number: Number,
    /// First token, its currency sign included.
    pub start: usize,
    /// One past the last token, its unit included.
    pub end: usize,
    /// What it measures.
    pub measure: Measure,
    /// What bounds it.
    pub bound: Bound,
    /// The counted word.
    pub noun: Option<usize>,
}

/// Looks around a number.
pub(super) fn dress(tokens: &Tokens, number: Number) -> Draft {
    let mut draft = Draft {
        start: number.tokens.start,
        end: number.tokens.end,
        measure: number.measure,
        bound: Bound::Exact,
        noun: (number.role == Role::Dual && number.measure == Measure::None).then_some(number.tokens.start),
        number,
    };
    if clock::read(tokens, &mut draft) {
        return draft;
    }
    currency_before(tokens, &mut draft);
    below_a_second(tokens, &mut draft);
    measure_after(tokens, &mut draft);
    multiple(tokens, &mut draft);
    unit_before(tokens, &mut draft);
    half_after_unit(tokens, &mut draft);
    sign(tokens, &mut draft);
    label(tokens, &mut draft);
    draft.noun = draft.noun.or_else(|| noun::read(tokens, &draft));
    noun::half_after(tokens, &mut draft);
    draft
}

/// `a year and a half`, `عام ونصف`: a unit whose one is not said.
pub(super) fn unit_and_half(tokens: &Tokens, i: usize) -> Option<Draft> {
    let (measure, value, end) = match tokens.lang() {
        Lang::Arabic => dual::unit_and_half(tokens, i)?,
        Lang::English => {
            let one = matches!(tokens.folded(i), "a" | "an" | "one");
            let (measure, end) = measure::at(tokens, i + 1, false).filter(|_| one)?;
            (measure, 1.0 + english_half(tokens, end)?, end + 3)
        }
    };
    let number = Number { measure, ..Number::words(i..end, value, Role::Cardinal) };
    Some(Draft { start: i, end, measure, bound: Bound::Exact, noun: None, number })
}

/// `and a half` at token `i`.
fn english_half(tokens: &Tokens, i: usize) -> Option<f64> {
    let phrase = tokens.folded(i) == "and" && tokens.folded(i + 1) == "a";
    match tokens.folded(i + 2) {
        "half" if phrase => Some(0.5),
        "quarter" if phrase => Some(0.25),
        _ => None,
    }
}

/// `$5`, `US$ 5`, `EUR 5`.
fn currency_before(tokens: &Tokens, draft: &mut Draft) {
    if draft.measure != Measure::None || !draft.number.digits && draft.number.low < 2.0 {
        return;
    }
    let first = draft.start;
    // Arabic also writes `%92`.
    if draft.number.digits && glued(tokens, first) && matches!(before(tokens, first), "%" | "٪") && !glued(tokens, first - 1) {
        draft.measure = Measure::Percent;
        draft.start -= 1;
        return;
    }
    for length in [2, 1] {
        let Some(start) = first.checked_sub(length) else { continue };
        let short = |t: &Token| t.capital != Capital::Lower && measure::is_short_currency(tokens.folded(first - 1));
        let code = |t: &Token| t.capital == Capital::All && t.span.len() == 3 || short(t);
        let sign = tokens.get(first - 1).is_some_and(|t| t.kind == Kind::Symbol || code(t));
        // `US$`, not the article of `a $5 note`.
        let sign = sign && (length == 1 || glued(tokens, first - 1) && scan::capital(tokens, start));
        if let Some((measure @ Measure::Currency(_), end)) = measure::at(tokens, start, false)
            && end == first
            && sign
        {
            draft.measure = measure;
            draft.start = start;
            return;
        }
    }
}

/// `in every hundred`, `out of each 100` after a number of at most a hundred: where they end.
fn of_a_hundred(tokens: &Tokens, at: usize) -> Option<usize> {
    let every = match (tokens.folded(at), tokens.folded(at + 1)) {
        ("out", "of") => at + 2,
        ("in" | "of", _) => at + 1,
        _ => return None,
    };
    let said = matches!(tokens.folded(every), "every" | "each" | "a");
    (said && matches!(tokens.folded(every + 1), "hundred" | "100")).then_some(every + 2)
}

/// Whether what half or a quarter is of is a point: of a rate, that is of a percentage, whether or not the word for it is said.
fn is_point(word: &str) -> bool {
    matches!(word, "point" | "points" | "نقطه" | "النقطه")
}

/// `mile-an-hour` and `kilometre-per-hour` at token `i`, with one past them.
fn per_hour(tokens: &Tokens, i: usize) -> Option<(Measure, usize)> {
    let name = match tokens.folded(i) {
        "mile" | "miles" => "miles per hour",
        "kilometer" | "kilometers" | "kilometre" | "kilometres" | "km" => "kilometers per hour",
        _ => return None,
    };
    let hyphens = scan::hyphen(tokens, i + 1) && scan::hyphen(tokens, i + 3);
    let said = hyphens && matches!(tokens.folded(i + 2), "a" | "an" | "per") && tokens.folded(i + 4) == "hour";
    measure::named(name).filter(|_| said).map(|measure| (measure, i + 5))
}

/// `46 جزءا من المئة من الثانية`, or the same behind seconds: hundredths of one.
fn below_a_second(tokens: &Tokens, draft: &mut Draft) {
    let at = draft.end;
    if tokens.lang() == Lang::English {
        let of = match tokens.folded(at) {
            "tenths" => 10.0,
            "hundredths" => 100.0,
            "thousandths" => 1000.0,
            _ => return,
        };
        let said = (1..4).map(|k| tokens.folded(at + k)).eq(["of", "a", "second"]);
        if said && draft.number.role == Role::Cardinal && draft.number.low < of {
            count_in_seconds(draft, of, at + 4);
        }
        return;
    }
    let parts = matches!(tokens.folded(at), "جزء" | "جزءا" | "اجزاء") && tokens.folded(at + 1) == "من";
    let of = match tokens.folded(at + 2) {
        "العشره" => 10.0,
        "الميه" | "المايه" => 100.0,
        "الالف" => 1000.0,
        _ => return,
    };
    let said = tokens.folded(at + 3) == "من" && matches!(tokens.folded(at + 4), "الثانيه" | "ثانيه");
    let and = draft.start - usize::from(before(tokens, draft.start) == "و");
    let behind_seconds = matches!(before(tokens, and), "ثانيه" | "ثواني" | "ثوان" | "ثانيتين" | "ثانيتان");
    let plain = draft.number.role == Role::Cardinal && draft.measure == Measure::None && draft.number.low < of;
    if parts && plain && (said || behind_seconds) {
        count_in_seconds(draft, of, at + if said { 5 } else { 3 });
    }
}

/// Makes a number of parts of a second, `of` of which are one, a number of seconds that ends before token `end`.
fn count_in_seconds(draft: &mut Draft, of: f64, end: usize) {
    let number = &mut draft.number;
    number.low /= of;
    (number.high, number.other, number.maybe_year) = (number.low, None, false);
    (draft.measure, draft.end) = (measure::named("second").unwrap_or_default(), end);
}

/// `5 km`, `40-year-old`, `half an hour`, `5 ملايين من الدولارات`, `two more weeks`.
fn measure_after(tokens: &Tokens, draft: &mut Draft) {
    let done = draft.measure == Measure::Percent || draft.measure.is_duration();
    if done || matches!(draft.number.role, Role::Ordinal | Role::Decade | Role::Dual | Role::Label | Role::Multiple) {
        return;
    }
    if draft.number.low <= 100.0
        && let Some(end) = of_a_hundred(tokens, draft.end)
    {
        (draft.measure, draft.end) = (Measure::Percent, end);
        return;
    }
    let mut at = past_hyphen(tokens, draft.end);
    let fraction = draft.number.role == Role::Fraction;
    if fraction || draft.number.role == Role::Vague || draft.number.scale > 1.0 {
        at += usize::from(matches!(tokens.folded(at), "of" | "من"));
        at += usize::from(fraction && matches!(tokens.folded(at), "a" | "an"));
    }
    // `who turned 108 last week`: those are no weeks.
    if tokens.folded(at) == "last" && !tokens.folded(at + 1).ends_with('s') {
        return;
    }
    if matches!(
        tokens.folded(at),
        "more" | "additional" | "full" | "consecutive" | "straight" | "long" | "whole" | "extra" | "other" | "last" | "short"
    ) {
        at += 1;
    }
    // `الأشهر الثلاثة الثانية`: what has an article is no unit of a plain number.
    let plain = tokens.lang() == Lang::Arabic && !fraction && draft.number.scale == 1.0 && draft.number.role == Role::Cardinal;
    if plain && tokens.folded(at).starts_with("ال") {
        return;
    }
    // `£3,000-£5,000`: the sign is that of the second number.
    let sign = tokens.get(at).is_some_and(|t| t.kind == Kind::Symbol) && scan::number(tokens, at + 1) && glued(tokens, at + 1);
    if sign && at > draft.end {
        return;
    }
    if fraction && is_point(tokens.folded(at)) && measure::at(tokens, at, false).is_none() {
        (draft.measure, draft.end, draft.number.weak) = (Measure::Percent, at + 1, false);
        return;
    }
    let Some((measure, end)) = per_hour(tokens, at).or_else(|| measure::at(tokens, at, draft.number.digits)) else { return };
    // `11 second-half minutes` are no seconds; `half the year` has no unit because of its article.
    let second = |measure| matches!(measure, Measure::Unit(u) if u.name == "second");
    if second(measure) && tokens.folded(end) == "-" && tokens.folded(end + 1) == "half" {
        return;
    }
    let currency = matches!(draft.measure, Measure::Currency(_));
    if currency && !matches!(measure, Measure::Currency(_)) || draft.number.maybe_year && tokens.folded(at) == "م" {
        return;
    }
    if draft.number.maybe_year
        && matches!(measure, Measure::Unit(u) if u.name == "second" || u.name == "meter" && !glued(tokens, at) && end == at + 1 && tokens.folded(at) == "m")
    {
        return;
    }
    if !currency {
        draft.measure = measure;
    }
    draft.end = end;
    draft.number.maybe_year = false;
    if fraction {
        draft.number.weak = false;
    }
}

/// `five times`, `tenfold`, `3x`, `ثلاث مرات`, `خمسة أضعاف`.
fn multiple(tokens: &Tokens, draft: &mut Draft) {
    if draft.measure != Measure::None || !matches!(draft.number.role, Role::Cardinal | Role::Vague | Role::Fraction) {
        return;
    }
    let mut at = past_hyphen(tokens, draft.end);
    at += usize::from(matches!(tokens.folded(at), "more" | "consecutive" | "straight" | "successive" | "separate" | "different"));
    let times = match tokens.folded(at) {
        "times" | "fold" | "مرات" | "اضعاف" | "مره" | "المرات" | "ضعف" | "ضعفا" | "timer" => true,
        "time" => at > draft.end,
        "x" | "×" => draft.number.digits && glued(tokens, at),
        _ => false,
    };
    if times {
        draft.end = at + 1;
        if draft.number.role != Role::Vague {
            draft.number.role = Role::Multiple;
        }
        draft.number.maybe_year = false;
    }
}

/// `السنوات الخمس`, `الساعات الـ24`, `عام واحد`, `aged 40`.
fn unit_before(tokens: &Tokens, draft: &mut Draft) {
    if draft.measure != Measure::None || draft.start == 0 || !matches!(draft.number.role, Role::Cardinal) {
        return;
    }
    if tokens.lang() == Lang::English {
        if matches!(before(tokens, draft.start), "aged" | "ages") {
            draft.measure = measure::named("year").unwrap_or_default();
        }
        return;
    }
    let clitic = usize::from(matches!(before(tokens, draft.start), "ال"));
    let Some(at) = draft.start.checked_sub(1 + clitic) else { return };
    let one = draft.number.low == 1.0 && matches!(tokens.folded(draft.start), "واحد" | "واحده" | "واحدا");
    let definite = draft.number.definite && plural(tokens.folded(at));
    let unit = super::arabic::peel(tokens.folded(at)).find_map(|p| measure::singular(p.stem));
    if let Some(unit @ (Measure::Unit(_) | Measure::Currency(_))) = unit.filter(|_| one || definite) {
        draft.measure = unit;
        draft.number.weak &= !one;
    }
}

/// Whether an Arabic noun with article is a plural: after a singular (`القرن العشرين`) the number ranks.
fn plural(noun: &str) -> bool {
    let Some((_, stem)) = noun.split_once("ال") else { return false };
    stem.ends_with("ات")
        || (stem.starts_with('ا') && stem != "اسبوع")
        || matches!(stem, "شهور" | "دقايق" | "ثوان" | "ثواني" | "قرون" | "عقود" | "ليالي")
}

/// `three years and a half`, `ثلاث سنوات ونصف السنة`.
fn half_after_unit(tokens: &Tokens, draft: &mut Draft) {
    // Half of three million dollars is another half.
    let money = matches!(draft.measure, Measure::Currency(_)) && draft.number.scale == 1.0;
    let counted = money || matches!(draft.measure, Measure::Unit(_)) || draft.number.role == Role::Multiple;
    if !counted || draft.number.low != draft.number.high || draft.number.low.fract() != 0.0 {
        return;
    }
    let (share, length) = match tokens.lang() {
        Lang::English => (english_half(tokens, draft.end), 3),
        Lang::Arabic => (dual::is_share(tokens.folded(draft.end)), 1),
    };
    let Some(share) = share else { return };
    let mut end = draft.end + length;
    if let Some((again, past)) = measure::at(tokens, end, false)
        && again == draft.measure
    {
        end = past;
    }
    draft.number.low += share;
    draft.number.high = draft.number.low;
    draft.number.other = None;
    draft.end = end;
}

/// How far before a percentage `negative` may stand, in tokens.
const NEGATIVE: usize = 3;

/// `minus 5`, `-5°C`, `5 below zero`, `5 تحت الصفر`.
fn sign(tokens: &Tokens, draft: &mut Draft) {
    let previous = before(tokens, draft.start);
    let said = matches!(previous, "minus" | "negative" | "سالب" | "ناقص" | "ناقصا");
    // `plus or minus two points`, `+/-2`: how far it may be off, not a number below zero.
    let word = |back: usize| draft.start.checked_sub(back).map_or("", |t| tokens.folded(t));
    let either = matches!((word(3), word(2)), ("plus", "or") | ("زايد" | "اكثر", "او")) || word(2) == "/" && word(3) == "+";
    if said && either || word(1) == "-" && word(2) == "/" && word(3) == "+" {
        return;
    }
    let temperature = matches!(draft.measure.dimension(), "temperature" | "angle" | "percent");
    let dash = draft.start > 0 && scan::dash(tokens, draft.start - 1) && glued(tokens, draft.start) && !glued(tokens, draft.start - 1);
    let below =
        matches!((tokens.folded(draft.end), tokens.folded(draft.end + 1)), ("below", "zero" | "freezing") | ("تحت" | "دون", "الصفر"));
    if said || dash && temperature && draft.number.digits {
        draft.start -= 1;
    } else if !below {
        // `عائدا سلبيا بنسبة 3 في المئة` says it before what it is measured by; `خسر 3 في المئة` would say it too.
        let near = draft.start.saturating_sub(NEGATIVE)..draft.start;
        let negative = |i: usize| ["negativ", "سلبي", "سالب"].iter().any(|s| tokens.folded(i).starts_with(s));
        if temperature && draft.number.other.is_none() && draft.number.low == draft.number.high && near.into_iter().any(negative) {
            draft.number.other = Some(-draft.number.low);
        }
        return;
    }
    if below {
        draft.end += 2;
        // درجات تحت الصفر مئوية: the scale stands behind.
        let plain = matches!(draft.measure, Measure::Unit(unit) if unit.name == "degree");
        if plain && tokens.folded(draft.end).trim_start_matches("ال").starts_with("ميوي") {
            draft.measure = measure::named("Celsius").unwrap_or(draft.measure);
            draft.end += 1;
        }
    }
    let number = &mut draft.number;
    (number.low, number.high) = (-number.high, -number.low);
    number.other = number.other.map(|o| -o);
}

/// Numbers that name: `الذكرى الخمسين`, `الـ18`.
fn label(tokens: &Tokens, draft: &mut Draft) {
    let number = &mut draft.number;
    let names = tokens.lang() == Lang::Arabic && number.definite && draft.measure == Measure::None && (number.digits || number.low >= 20.0);
    if names && number.role == Role::Cardinal {
        number.role = Role::Label;
        // `ثلاثينيات القرن العشرين` is the 1930s.
        let century = before(tokens, draft.start) == "القرن" && draft.start >= 2;
        number.weak |= century
            && (scan::number(tokens, draft.start - 2)
                || before(tokens, draft.start - 1).ends_with("ات")
                || before(tokens, draft.start - 1) == "من");
    }
}
