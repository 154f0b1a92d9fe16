//! Lengths of time whose number is not said: `a month`, `for weeks`, `لمدة شهر`, `منذ أسابيع`.

use std::ops::Range;

use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Tokens;

use super::arabic::{Peeled, peel};
use super::measure::{self, Measure};
use super::vocabulary::{self, Class};
use super::{Bound, Quantity, Role, noun, scan};

/// Those within the tokens `within`, each a weak quantity: one of its unit, or a vague number of them. Numbers with their units, and dates, have
/// to be told from them by their tokens.
pub fn durations(tokens: &Tokens, within: Range<usize>) -> Vec<Quantity> {
    within.filter_map(|i| at(tokens, i)).collect()
}

static UNITS: Question = Question::new();

fn at(tokens: &Tokens, i: usize) -> Option<Quantity> {
    let is_unit = |word: &str| match tokens.lang() {
        Lang::English => measure::may_start(Lang::English, word),
        Lang::Arabic => peel(word).any(|p| measure::singular(p.stem).is_some()),
    };
    if !tokens.is(i, &UNITS, is_unit) {
        return None;
    }
    let (measure, plural) = match tokens.lang() {
        Lang::English => english(tokens, i)?,
        Lang::Arabic => arabic(tokens, i)?,
    };
    let start = if tokens.lang() == Lang::English && !plural { i.saturating_sub(1) } else { i };
    let (low, high, role) = if plural { (2.0, 99.0, Role::Vague) } else { (1.0, 1.0, Role::Cardinal) };
    Some(Quantity {
        span: tokens.span(start, i),
        tokens: start as u32..i as u32 + 1,
        number_tokens: i as u32..i as u32 + 1,
        low,
        high,
        other: None,
        bound: Bound::Exact,
        measure,
        role,
        digits: false,
        noun: None,
        weak: true,
        maybe_year: false,
    })
}

fn is_time(measure: Measure) -> bool {
    measure.is_duration() && !matches!(measure, Measure::Unit(u) if matches!(u.name, "second" | "year-old"))
}

/// `a month`, `weeks`; `a second summit` is no time.
fn english(tokens: &Tokens, i: usize) -> Option<(Measure, bool)> {
    let (measure, end) = measure::at(tokens, i, false).filter(|(m, end)| is_time(*m) && *end == i + 1)?;
    let word = tokens.folded(i);
    let plural = word == measure.name(true) && word != measure.name(false);
    // `two hours a day` is a rate.
    let rate = i > 1 && (tokens.folded(i - 2).ends_with('s') || matches!(tokens.folded(i - 2), "once" | "twice" | "percent" | "cent"));
    let one = i > 0 && matches!(tokens.folded(i - 1), "a" | "an") && !rate;
    (end == i + 1 && (plural || one && word == measure.name(false))).then_some((measure, plural))
}

/// `شهر`, `بأسابيع`, `الأسابيع`, `في السنة`. A singular needs a preposition before it: `عام` is also an adjective, and `اليوم` is today.
fn arabic(tokens: &Tokens, i: usize) -> Option<(Measure, bool)> {
    const BEFORE: [&str; 18] = [
        "اخر",
        "مده",
        "لمده",
        "خلال",
        "غضون",
        "بعد",
        "قبل",
        "منذ",
        "من",
        "علي",
        "عن",
        "نحو",
        "حوالي",
        "قرابه",
        "مرور",
        "الي",
        "قبيل",
        "بنحو",
    ];
    let before = |words: &[&str]| i > 0 && peel(tokens.folded(i - 1)).any(|b| words.contains(&b.stem));
    let previous = i.checked_sub(1).map_or("", |b| tokens.folded(b));
    // `انتظر أسبوعا`, but not `اجتماعا عاما`
    let accusative = matches!(tokens.folded(i), "اسبوعا" | "شهرا" | "عاما" | "عقدا") && !previous.ends_with('ا');
    let open =
        |p: &Peeled| accusative || if p.definite { before(&["في"]) && p.stem != "يوم" } else { p.preposition || before(&BEFORE) };
    // `عام 2012`, `يوم الأحد`, `شهر آب` is a date.
    // `الشهر نفسه من العام السابق` is a date too.
    if matches!(tokens.folded(i + 1), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "عينه" | "عينها") {
        return None;
    }
    let named = scan::number(tokens, i + 1) || tokens.folded(i + 1).starts_with("ال") || noun::is_month(tokens, i + 1);
    peel(tokens.folded(i)).find_map(|p| {
        let plural = is_plural(p.stem);
        // `السنوات التسع` have their number.
        let number = |word: &str| vocabulary::meaning(Lang::Arabic, word, &[Class::Unit, Class::Teen, Class::Tens]).is_some();
        let numbered = plural && p.definite && tokens.folded(i + 1).strip_prefix("ال").is_some_and(number);
        let measure = measure::singular(p.stem).filter(|m| is_time(*m) && (plural || open(&p) && (p.definite || !named)) && !numbered)?;
        Some((measure, plural))
    })
}

fn is_plural(stem: &str) -> bool {
    matches!(
        stem,
        "دقايق"
            | "ساعات"
            | "ايام"
            | "اياما"
            | "ليالي"
            | "ليال"
            | "اسابيع"
            | "شهور"
            | "اشهر"
            | "اشهرا"
            | "شهورا"
            | "سنوات"
            | "سنين"
            | "اعوام"
            | "اعواما"
            | "عقود"
            | "عقودا"
            | "قرون"
            | "قرونا"
    )
}

#[cfg(test)]
mod tests {
    use super::super::describe;
    use super::*;

    fn said(lang: Lang, text: &str) -> Vec<String> {
        let tokens = Tokens::new(lang, text);
        durations(&tokens, 0..tokens.len()).iter().map(describe).collect()
    }

    #[test]
    fn one_is_not_said() {
        assert_eq!(said(Lang::English, "It closes for a month, then for an hour."), ["1 month", "1 hour"]);
        assert_eq!(said(Lang::Arabic, "انتظر أسبوعا ثم عاد."), ["1 week"]);
        assert_eq!(said(Lang::Arabic, "ستغلق المصنع لمدة شهر ثم تفتحه بعد أسبوع."), ["1 month", "1 week"]);
    }

    #[test]
    fn other_words_are_no_time() {
        assert!(said(Lang::English, "A second summit of the month.").is_empty());
        assert!(said(Lang::Arabic, "ثم عقد اجتماعا عاما.").is_empty());
        assert!(said(Lang::Arabic, "قال الأمين العام بشكل عام اليوم إن الشهر انتهى.").is_empty());
    }
}
