//! Times of day: `10:30`, `3 pm`, `الساعة الثالثة والنصف صباحا`.

use crate::lang::token::Tokens;

use super::Role;
use super::measure;
use super::scan::{before, glued};
use super::surroundings::Draft;

/// Makes a time of day of a number that is one: `10:30`, `3 pm`, `الساعة الثالثة والنصف`.
pub(super) fn read(tokens: &Tokens, draft: &mut Draft) -> bool {
    let end = draft.end;
    let hour = draft.number.low;
    // `1200 GMT`
    if draft.number.digits && (100.0..2400.0).contains(&hour) && hour % 100.0 < 60.0 && matches!(tokens.folded(end), "gmt" | "utc" | "bst")
    {
        let hours = (hour / 100.0).floor() + hour % 100.0 / 60.0;
        (draft.number.low, draft.number.high, draft.number.role, draft.number.maybe_year) = (hours, hours, Role::Clock, false);
        return true;
    }
    if let Some(seconds) = seconds(tokens, end).filter(|_| draft.number.digits && (25.0..=180.0).contains(&hour)) {
        // `60:12`, of which there is no hour.
        lasts(draft, hour + seconds / 60.0, "minute", end + 2);
        return true;
    }
    if !(0.0..=24.0).contains(&hour)
        || !matches!(draft.number.role, Role::Cardinal | Role::Ordinal | Role::Label)
        || draft.number.high != hour
    {
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
    let half = half_day(tokens, end_of_time, hour).or_else(|| each_morning(tokens, draft));
    if end_of_time > end
        && half.is_none()
        && let Some(seconds) = seconds(tokens, end_of_time)
    {
        lasts(draft, hours + seconds / 3600.0, "hour", end_of_time + 2);
        return true;
    }
    // `الثالثة والنصف`
    let ordinal_hour = matches!(draft.number.role, Role::Ordinal | Role::Label)
        && draft.number.definite
        && hour <= 12.0
        && minutes_after_hour(tokens, draft.end).1 > 0;
    let hour_said = ordinal_hour || ["الساعه", "بالساعه", "والساعه", "للساعه"].contains(&before(tokens, draft.start));
    if end_of_time == end && half.is_none() && !hour_said || hour.fract() != 0.0 && half.is_none() {
        return false;
    }
    if half.is_some() && hour.fract() != 0.0 {
        // `10.30pm`
        hours = hour.trunc() + hour.fract() * 100.0 / 60.0;
    }
    draft.end = end_of_time;
    if hour_said {
        let (more, length) = minutes_after_hour(tokens, draft.end);
        hours += more;
        draft.end += length;
    }
    let half = half.or_else(|| half_day(tokens, draft.end, hour));
    draft.end += half.map_or(0, |(_, length)| length);
    let afternoon = half.and_then(|(afternoon, _)| afternoon);
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

/// Which half of the day it is at `8.35 each morning`, with a point in the hour; none of the words belongs to the time.
fn each_morning(tokens: &Tokens, draft: &Draft) -> Option<(Option<bool>, usize)> {
    let pointed = draft.number.digits && draft.number.low.fract() > 0.0 && draft.number.low.fract() < 0.6;
    let word = |n: usize| tokens.folded(draft.end + n);
    let at = match word(0) {
        "each" | "every" | "that" | "this" | "yesterday" | "tomorrow" => 1,
        "in" if word(1) == "the" => 2,
        _ => return None,
    };
    let afternoon = match word(at) {
        "morning" => false,
        "afternoon" | "evening" | "night" => true,
        _ => return None,
    };
    pointed.then_some((Some(afternoon), 0))
}

/// The seconds of `2:05:41`, at its second colon, where no half of the day follows: how long somebody ran, rather than when.
fn seconds(tokens: &Tokens, i: usize) -> Option<f64> {
    let digits = tokens.folded(i + 1);
    let said = tokens.folded(i) == ":" && glued(tokens, i) && glued(tokens, i + 1) && digits.len() == 2;
    let half = half_day(tokens, i + 2, 0.0).is_some();
    digits.parse::<f64>().ok().filter(|s| said && !half && *s < 60.0)
}

/// Makes a length of time of a number.
fn lasts(draft: &mut Draft, length: f64, unit: &str, end: usize) {
    let number = &mut draft.number;
    (number.low, number.high, number.other) = (length, length, None);
    (number.role, number.maybe_year, number.tokens.end) = (Role::Cardinal, false, end);
    (draft.measure, draft.end) = (measure::named(unit).unwrap_or_default(), end);
}

/// What stands behind an `hour` and says which half of the day it is in, when it does: whether after noon, and how many tokens.
fn half_day(tokens: &Tokens, i: usize, hour: f64) -> Option<(Option<bool>, usize)> {
    let night = !(1.0..=5.0).contains(&hour) && hour < 12.0;
    Some(match tokens.folded(i) {
        "a" if tokens.folded(i + 1) == "m" && glued(tokens, i + 1) => (Some(false), 2),
        "p" if tokens.folded(i + 1) == "m" && glued(tokens, i + 1) => (Some(true), 2),
        "o'clock" => (None, 1),
        "am" | "صباحا" | "فجرا" => (Some(false), 1),
        "pm" | "مساء" | "عصرا" => (Some(true), 1),
        "ليلا" | "ليل" => (Some(night), 1),
        "ظهرا" => (Some(hour != 11.0), 1),
        "بعد" if matches!(tokens.folded(i + 1), "الظهر" | "ظهر") => (Some(true), 2),
        "من" => match tokens.folded(i + 1) {
            "صباح" | "فجر" => (Some(false), 2),
            "مساء" | "عصر" => (Some(true), 2),
            "ليل" | "ليله" => (Some(night), 2),
            "ظهر" => (Some(hour != 11.0), 2),
            _ => return None,
        },
        _ => return None,
    })
}

/// `والنصف`, `والربع`, `إلا ربعا`, `وعشر دقائق`: hours, and how many tokens.
fn minutes_after_hour(tokens: &Tokens, i: usize) -> (f64, usize) {
    match (tokens.folded(i), tokens.folded(i + 1)) {
        ("والنصف" | "ونصف", _) => (0.5, 1),
        ("والربع" | "وربع", _) => (0.25, 1),
        ("والثلث" | "وثلث", _) => (1.0 / 3.0, 1),
        ("الا", "ربعا" | "الربع" | "ربع") => (-0.25, 2),
        ("الا", "ثلثا" | "الثلث" | "ثلث") => (-1.0 / 3.0, 2),
        (word, _) if word.starts_with('و') => counted_minutes(tokens, i).unwrap_or((0.0, 0)),
        _ => (0.0, 0),
    }
}

/// `وعشر دقائق`, `وخمس وأربعين دقيقة`.
fn counted_minutes(tokens: &Tokens, i: usize) -> Option<(f64, usize)> {
    if tokens.folded(i) == "و" {
        let minutes = tokens.folded(i + 1).parse::<f64>().ok().filter(|m| (1.0..60.0).contains(m))?;
        return matches!(tokens.folded(i + 2), "دقيقه" | "دقايق").then_some((minutes / 60.0, 3));
    }
    let minutes = super::arabic::read(tokens, i).filter(|n| n.low == n.high && n.low < 60.0)?;
    let end = minutes.tokens.end;
    matches!(tokens.folded(end), "دقيقه" | "دقايق").then_some((minutes.low / 60.0, end + 1 - i))
}
