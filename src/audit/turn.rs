//! Which of the periods: `the same year` that has become العام التالي, `the next day` and اليوم نفسه.

use super::figures::other_words;
use super::unit::{Note, Unit, View, only};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::span::Span;

/// Log odds that a reviser minds; no constant was fitted: of 10,500 right sentences none has one.
const ODDS: f32 = 1.2;

/// English periods with their Arabic names, folded and without the article.
const PERIODS: [(&str, &[&str]); 8] = [
    ("day", &["يوم"]),
    ("night", &["ليله"]),
    ("week", &["اسبوع"]),
    ("month", &["شهر"]),
    ("season", &["موسم"]),
    ("year", &["عام", "سنه"]),
    ("decade", &["عقد"]),
    ("century", &["قرن"]),
];

/// Where a period lies as seen from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Previous,
    Same,
    Next,
}

/// A period told by where it lies.
#[derive(Clone, Copy, Debug)]
struct Period {
    /// Index into [`PERIODS`].
    which: usize,
    turn: Turn,
    span: Span,
}

static NAMES_PERIOD: [Question; 2] = [const { Question::new() }; 2];

/// The only period of a kind that is told so on both sides, where it is another one.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let e = only(told(&unit.english, Lang::English))?;
    let a = only(told(&unit.arabic, Lang::Arabic))?;
    (e.which == a.which && e.turn != a.turn).then(|| other_words(unit, e.span, a.span, ODDS))
}

fn told(view: &View, lang: Lang) -> impl Iterator<Item = Period> {
    let names_period: fn(&str) -> bool = match lang {
        Lang::English => |word: &str| PERIODS.iter().any(|(name, _)| *name == word),
        Lang::Arabic => |word: &str| arabic_period(word).is_some(),
    };
    let periods = view.tokens_that_are(&NAMES_PERIOD[lang as usize], names_period);
    periods.filter_map(move |t| if lang == Lang::English { english(view, t) } else { arabic(view, t) })
}

/// `the same year`, `the following day`: `next year` and `last year` are told from today, and are dates.
fn english(view: &View, t: usize) -> Option<Period> {
    let which = PERIODS.iter().position(|(name, _)| *name == view.folded(t))?;
    let turn = match view.folded_at(t.wrapping_sub(1)) {
        "same" => Turn::Same,
        "following" | "next" => Turn::Next,
        "previous" | "preceding" => Turn::Previous,
        _ => return None,
    };
    matches!(view.folded_at(t.wrapping_sub(2)), "the" | "that" | "this").then(|| Period {
        which,
        turn,
        span: view.side.tokens.span(t - 2, t),
    })
}

/// Which of [`PERIODS`] a folded Arabic word names, with or without the article and what is joined before it.
pub(super) fn arabic_period(word: &str) -> Option<usize> {
    let word = word.trim_start_matches(['و', 'ف', 'ب']);
    let noun = word.strip_prefix("لل").or_else(|| word.strip_prefix("ال")).unwrap_or(word);
    PERIODS.iter().position(|(_, names)| names.contains(&noun))
}

/// `العام التالي`, `اليوم نفسه`, `في نفس السنة`.
fn arabic(view: &View, t: usize) -> Option<Period> {
    let which = arabic_period(view.folded(t))?;
    let (turn, first, last) = match (view.folded_at(t.wrapping_sub(1)), view.folded_at(t + 1)) {
        ("نفس" | "بنفس" | "ذات", _) => (Turn::Same, t - 1, t),
        (_, "نفسه" | "نفسها" | "ذاته" | "ذاتها") => (Turn::Same, t, t + 1),
        (_, "التالي" | "التاليه" | "اللاحق" | "اللاحقه") => (Turn::Next, t, t + 1),
        (_, "السابق" | "السابقه") => (Turn::Previous, t, t + 1),
        _ => return None,
    };
    Some(Period { which, turn, span: view.side.tokens.span(first, last) })
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("date-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn another_period() {
        assert!(fires("He played in the town the same year.", "عزف في البلدة في العام التالي."));
        assert!(fires("The next day the guards left.", "وفي اليوم نفسه غادر الحراس."));
        assert!(fires("The guards left on the previous night.", "غادر الحراس في نفس الليلة."));
    }

    #[test]
    fn the_same_period() {
        assert!(!fires("He played in the town the same year.", "عزف في البلدة في العام نفسه."));
        assert!(!fires("The next day the guards left.", "وفي اليوم التالي غادر الحراس."));
        assert!(!fires("The guards left the same day and came back the next day.", "غادر الحراس في اليوم نفسه وعادوا في اليوم التالي."));
    }
}
