//! Soon that has become a long time: `shortly thereafter`, `بعد ذلك بسنوات`.

use crate::anchor::quantity::{Measure, Quantity, describe, durations};
use crate::audit::figures::{Figures, sentence, words};
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::span::Span;

/// From so many seconds on a time is long: a month.
const LONG: f64 = 2_600_000.0;

/// A short time after on one side, the other's only length of time a long one.
pub(super) fn check(unit: &Unit, figures: &Figures) -> Option<Note> {
    [Lang::English, Lang::Arabic].into_iter().find_map(|lang| {
        let soon = soon(unit.view(lang), lang)?;
        let long = only_long(figures, lang.other()).filter(|q| is_after(unit, lang.other(), q) && !says_time(unit.view(lang)))?;
        let (short, time) = (format!("“{}”", unit.view(lang).words(soon)), describe(long).trim().to_owned());
        let (expected, found) = if lang == unit.source() { (short, time) } else { (time, short) };
        let (english, arabic) = lang.english_first(Some(soon), Some(words(unit, lang.other(), long)));
        let message = sentence(&expected, &found);
        Some(Note { message, odds: 0.9, ..unit.quoted(english, arabic) })
    })
}

/// Words of either language with which words for a short time after something begin, folded.
const BEGINNINGS: [&str; 8] = ["shortly", "soon", "immediately", "moments", "short", "بعد", "بعدها", "بعده"];

static BEGINS: Question = Question::new();

/// Words for a short time after something.
fn soon(view: &View, lang: Lang) -> Option<Span> {
    let mut words = view.tokens_that_are(&BEGINS, |word| BEGINNINGS.contains(&word));
    words.find_map(|t| {
        let (next, third) = (view.folded_at(t + 1), view.folded_at(t + 2));
        let after = |word: &str| matches!(word, "after" | "afterwards" | "afterward" | "thereafter" | "later");
        let end = match (lang, view.folded(t)) {
            (Lang::English, "shortly" | "soon" | "immediately" | "moments") if after(next) => t + 1,
            (Lang::English, "short") if matches!(next, "time" | "while") && after(third) => t + 2,
            (Lang::Arabic, "بعد") if matches!(next, "ذلك" | "وقت" | "فتره" | "مده") && is_short(third) => t + 2,
            (Lang::Arabic, "بعد" | "بعدها" | "بعده") if is_short(next) => t + 1,
            _ => return None,
        };
        Some(view.side.tokens.span(t, end))
    })
}

fn is_short(word: &str) -> bool {
    matches!(word, "قليل" | "بقليل" | "قصير" | "قصيره" | "وجيز" | "وجيزه" | "لحظات" | "بلحظات" | "مباشره" | "فورا")
}

/// The only length of time of `lang`, where it has no counterpart and is a long one.
fn only_long(figures: &Figures, lang: Lang) -> Option<&Quantity> {
    let long = |q: &&Quantity| matches!(q.measure, Measure::Unit(u) if u.factor >= LONG);
    only(figures.lone_times(lang).into_iter()).filter(long)
}

/// Whether a time is one after which something came: `years later`, `بعد ذلك بسنوات`.
fn is_after(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    let view = unit.view(lang);
    let (first, end) = (q.tokens.start as usize, q.tokens.end as usize);
    match lang {
        Lang::English => matches!(view.folded_at(end), "later" | "after" | "afterwards" | "afterward"),
        Lang::Arabic => {
            let after = |back: usize| first.checked_sub(back).is_some_and(|t| matches!(view.folded_at(t), "بعد" | "بعدها" | "وبعدها"));
            after(1) || after(2)
        }
    }
}

/// Whether a side gives any length of time.
fn says_time(view: &View) -> bool {
    view.quantities().iter().any(|q| q.measure.is_duration()) || !durations(&view.side.tokens, view.token_range()).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("number-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn soon_and_late() {
        assert!(fires("Shortly thereafter, the guards left the gate.", "بعد ذلك بسنوات، ترك الحراس البوابة."));
        assert!(fires("Soon after, the guards left the gate.", "بعد ذلك بأشهر، ترك الحراس البوابة."));
        assert!(fires("Years later, the guards left the gate.", "بعد ذلك بقليل، ترك الحراس البوابة."));
    }

    #[test]
    fn soon_and_soon() {
        assert!(!fires("Shortly thereafter, the guards left the gate.", "بعد ذلك بدقائق، ترك الحراس البوابة."));
        assert!(!fires("Soon after, the guards left the gate.", "بعد ذلك بوقت قصير، ترك الحراس البوابة."));
        assert!(!fires("Years later, the guards left the gate.", "بعد ذلك بأعوام، ترك الحراس البوابة."));
    }
}
