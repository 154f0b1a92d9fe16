//! What stands beside a number: unit, currency, `times`, `o'clock`, a sign, the counted noun.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lang::Lang;
use crate::lang::token::{Capital, Kind, Tokens};

use super::measure::{self, Measure};
use super::number::Number;
use super::scan::{self, before, glued, hyphen, past_hyphen};
use super::{Bound, Role, dual};

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
    if clock(tokens, &mut draft) {
        return draft;
    }
    currency_before(tokens, &mut draft);
    measure_after(tokens, &mut draft);
    multiple(tokens, &mut draft);
    unit_before(tokens, &mut draft);
    half_after_unit(tokens, &mut draft);
    sign(tokens, &mut draft);
    label(tokens, &mut draft);
    draft.noun = draft.noun.or_else(|| noun(tokens, &draft));
    half_after_noun(tokens, &mut draft);
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

/// `10:30`, `3 pm`, `الساعة الثالثة والنصف`.
fn clock(tokens: &Tokens, draft: &mut Draft) -> bool {
    let end = draft.end;
    let hour = draft.number.low;
    if !(0.0..=24.0).contains(&hour) || !matches!(draft.number.role, Role::Cardinal | Role::Ordinal | Role::Label) || draft.number.high != hour {
        return false;
    }
    let mut hours = hour;
    let mut end_of_time = end;
    if draft.number.digits && tokens.folded(end) == ":" && glued(tokens, end) && glued(tokens, end + 1) {
        let minutes = tokens.folded(end + 1);
        let Some(value) = minutes.parse::<f64>().ok().filter(|m| minutes.len() == 2 && *m < 60.0) else { return false };
        hours += value / 60.0;
        end_of_time = end + 2;
    }
    let half_day = half_day(tokens, end_of_time, hour);
    let hour_said = ["الساعه", "بالساعه", "والساعه", "للساعه"].contains(&before(tokens, draft.start));
    if end_of_time == end && half_day.is_none() && !hour_said || hour.fract() != 0.0 && half_day.is_none() {
        return false;
    }
    if half_day.is_some() && hour.fract() != 0.0 {
        // `10.30pm`
        hours = hour.trunc() + hour.fract() * 100.0 / 60.0;
    }
    draft.end = end_of_time;
    if hour_said {
        let (more, length) = minutes_after_hour(tokens, draft.end);
        hours += more;
        draft.end += length;
    }
    let half_day = half_day.or_else(|| self::half_day(tokens, draft.end, hour));
    draft.end += half_day.map_or(0, |(_, length)| length);
    let afternoon = half_day.and_then(|(afternoon, _)| afternoon);
    let morning_hours = hours.rem_euclid(12.0);
    (hours, draft.number.other) = match afternoon {
        Some(true) => (morning_hours + 12.0, None),
        Some(false) => (morning_hours, None),
        None if hours < 13.0 => (hours, Some((hours + 12.0).rem_euclid(24.0))),
        None => (hours, None),
    };
    draft.number.tokens.end = end_of_time;
    draft.number.low = hours;
    draft.number.high = hours;
    draft.number.role = Role::Clock;
    draft.number.maybe_year = false;
    // `في الساعة الواحدة` is also per hour.
    draft.number.weak = hour == 1.0 && !draft.number.digits;
    true
}

/// What stands behind an `hour` and says which half of the day it is in, when it does: whether after noon, and how many tokens.
fn half_day(tokens: &Tokens, i: usize, hour: f64) -> Option<(Option<bool>, usize)> {
    let night = !(1.0..=5.0).contains(&hour) && hour < 12.0;
    Some(match tokens.folded(i) {
        "am" => (Some(false), 1),
        "pm" => (Some(true), 1),
        "a" if tokens.folded(i + 1) == "m" && glued(tokens, i + 1) => (Some(false), 2),
        "p" if tokens.folded(i + 1) == "m" && glued(tokens, i + 1) => (Some(true), 2),
        "o'clock" => (None, 1),
        "صباحا" | "فجرا" => (Some(false), 1),
        "مساء" | "عصرا" => (Some(true), 1),
        "ليلا" => (Some(night), 1),
        "ظهرا" => (Some(hour != 11.0), 1),
        "بعد" if matches!(tokens.folded(i + 1), "الظهر" | "ظهر") => (Some(true), 2),
        _ => return None,
    })
}

/// `والنصف`, `والربع`, `إلا ربعا`: hours, and how many tokens.
fn minutes_after_hour(tokens: &Tokens, i: usize) -> (f64, usize) {
    match (tokens.folded(i), tokens.folded(i + 1)) {
        ("والنصف" | "ونصف", _) => (0.5, 1),
        ("والربع" | "وربع", _) => (0.25, 1),
        ("والثلث" | "وثلث", _) => (1.0 / 3.0, 1),
        ("الا", "ربعا" | "الربع" | "ربع") => (-0.25, 2),
        ("الا", "ثلثا" | "الثلث" | "ثلث") => (-1.0 / 3.0, 2),
        _ => (0.0, 0),
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
        let sign = tokens.get(first - 1).is_some_and(|t| t.kind == Kind::Symbol || (t.capital == Capital::All && t.span.len() == 3));
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

/// `5 km`, `40-year-old`, `half an hour`, `5 ملايين من الدولارات`, `two more weeks`.
fn measure_after(tokens: &Tokens, draft: &mut Draft) {
    let done = draft.measure == Measure::Percent;
    if done || matches!(draft.number.role, Role::Ordinal | Role::Decade | Role::Dual | Role::Label | Role::Multiple) {
        return;
    }
    let mut at = past_hyphen(tokens, draft.end);
    let fraction = draft.number.role == Role::Fraction;
    if fraction || draft.number.role == Role::Vague || draft.number.scale > 1.0 {
        at += usize::from(matches!(tokens.folded(at), "of" | "من"));
        at += usize::from(fraction && matches!(tokens.folded(at), "a" | "an"));
    }
    if matches!(tokens.folded(at), "more" | "additional" | "full" | "consecutive" | "straight" | "long" | "whole" | "extra" | "other" | "last" | "short") {
        at += 1;
    }
    // `الأشهر الثلاثة الثانية`: what has an article is no unit of a plain number.
    let plain = tokens.lang() == Lang::Arabic && !fraction && draft.number.scale == 1.0 && draft.number.role == Role::Cardinal;
    if plain && tokens.folded(at).starts_with("ال") {
        return;
    }
    let Some((measure, end)) = measure::at(tokens, at, draft.number.digits) else { return };
    // `5 second-half goals`, `two minute hands` are rare; `half the year` has no unit because of its article.
    let currency = matches!(draft.measure, Measure::Currency(_));
    if currency && !matches!(measure, Measure::Currency(_)) || draft.number.maybe_year && tokens.folded(at) == "م" {
        return;
    }
    if draft.number.maybe_year && matches!(measure, Measure::Unit(u) if u.name == "second" || u.name == "meter" && !glued(tokens, at) && end == at + 1 && tokens.folded(at) == "m") {
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
    stem.ends_with("ات") || (stem.starts_with('ا') && stem != "اسبوع") || matches!(stem, "شهور" | "دقايق" | "ثوان" | "ثواني" | "قرون" | "عقود" | "ليالي")
}

/// `three years and a half`, `ثلاث سنوات ونصف السنة`.
fn half_after_unit(tokens: &Tokens, draft: &mut Draft) {
    let counted = matches!(draft.measure, Measure::Unit(_)) || draft.number.role == Role::Multiple;
    if !counted || draft.number.low != draft.number.high || draft.number.low.fract() != 0.0 {
        return;
    }
    let (share, mut end) = match tokens.lang() {
        Lang::English => match english_half(tokens, draft.end) {
            Some(share) => (share, draft.end + 3),
            None => return,
        },
        Lang::Arabic => match tokens.folded(draft.end) {
            "ونصف" | "والنصف" => (0.5, draft.end + 1),
            "وربع" | "والربع" => (0.25, draft.end + 1),
            "وثلث" | "والثلث" => (1.0 / 3.0, draft.end + 1),
            _ => return,
        },
    };
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

/// `عشر نقاط ونصف النقطة`: half of what is counted, which is no unit.
fn half_after_noun(tokens: &Tokens, draft: &mut Draft) {
    let Some(noun) = draft.noun.filter(|&n| n == draft.end && tokens.lang() == Lang::Arabic) else { return };
    let number = &mut draft.number;
    if matches!(tokens.folded(noun + 1), "ونصف" | "والنصف") && number.low == number.high && number.low.fract() == 0.0 {
        number.low += 0.5;
        number.high = number.low;
        let again = tokens.folded(noun + 2).strip_prefix("ال").is_some_and(|s| s.chars().zip(tokens.folded(noun).chars()).take(2).all(|(a, b)| a == b));
        draft.end = noun + 2 + usize::from(again);
    }
}

/// `minus 5`, `-5°C`, `5 below zero`, `5 تحت الصفر`.
fn sign(tokens: &Tokens, draft: &mut Draft) {
    let previous = before(tokens, draft.start);
    let said = matches!(previous, "minus" | "negative" | "سالب" | "ناقص" | "ناقصا");
    let temperature = matches!(draft.measure.dimension(), "temperature" | "angle" | "percent");
    let dash = draft.start > 0 && scan::dash(tokens, draft.start - 1) && glued(tokens, draft.start) && !glued(tokens, draft.start - 1);
    let below = matches!((tokens.folded(draft.end), tokens.folded(draft.end + 1)), ("below", "zero" | "freezing") | ("تحت" | "دون", "الصفر"));
    if said || dash && temperature && draft.number.digits {
        draft.start -= 1;
    } else if !below {
        return;
    }
    if below {
        draft.end += 2;
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
        number.weak |= century && (scan::number(tokens, draft.start - 2) || before(tokens, draft.start - 1).ends_with("ات") || before(tokens, draft.start - 1) == "من");
    }
}

const MONTHS: &str = include_str!("../../lexicon/data/gazetteer/month.tsv");

/// First words of the names of months, folded.
static MONTH_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let columns = MONTHS.lines().map(|line| line.split('\t'));
    let names = columns.flat_map(|mut c| [(Lang::English, c.next()), (Lang::Arabic, c.next())]);
    let forms = names.flat_map(|(lang, forms)| forms.unwrap_or("").split('|').map(move |form| lang.fold(form).into_owned()));
    forms.filter_map(|form| form.split([' ', '.', '/']).next().map(str::to_owned)).filter(|word| word.chars().count() > 2 && word != "may").collect()
});

/// Whether a number stands beside the name of a month: then it is a day.
pub(super) fn beside_month(tokens: &Tokens, draft: &Draft) -> bool {
    let month = |i: usize| MONTH_WORDS.contains(tokens.folded(i)) || tokens.folded(i) == "may" && scan::capital(tokens, i);
    month(draft.end) || draft.start > 0 && month(draft.start - 1) || tokens.folded(draft.end) == "of" && month(draft.end + 1)
}

const FUNCTION_EN: &str = include_str!("../../lexicon/data/function_en.txt");
const FUNCTION_AR: &str = include_str!("../../lexicon/data/function_ar.txt");

static FUNCTION_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let english = FUNCTION_EN.lines().map(|w| Lang::English.fold(w).into_owned());
    english.chain(FUNCTION_AR.lines().map(|w| Lang::Arabic.fold(w).into_owned())).collect()
});

/// The counted word behind the number.
fn noun(tokens: &Tokens, draft: &Draft) -> Option<usize> {
    if !matches!(draft.number.role, Role::Cardinal | Role::Vague | Role::Label) || draft.measure != Measure::None {
        return None;
    }
    let at = if hyphen(tokens, draft.end) { draft.end + 1 } else { draft.end + usize::from(matches!(tokens.folded(draft.end), "of" | "من")) };
    let spaced_word = scan::word(tokens, at) && !FUNCTION_WORDS.contains(tokens.folded(at));
    spaced_word.then_some(at)
}
