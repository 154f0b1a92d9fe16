//! Parts of a period: `the first half of October` that has become `الثلث الأول من أكتوبر`.

use crate::anchor::quantity::{Measure, Quantity};
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::span::Span;

/// A part of a period, and which of its kind.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// Into how many parts the period falls.
    of: u8,
    /// Which of them, counted from one; the last has the number of all.
    nth: u8,
    span: Span,
}

/// A part of a period on each side that the other does not have; or equal parts of something, fewer or more on the other side.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    if let (Some((e, of_english)), Some((a, of_arabic))) = (cut_into(&unit.english), cut_into(&unit.arabic))
        && e != a
    {
        return Some(other_words(unit, of_english, of_arabic, 1.8));
    }
    let (english, arabic) = (english(&unit.english), arabic(&unit.arabic));
    let alone = |own: &[Part], other: &[Part]| {
        let same = |part: &Part| other.iter().any(|o| (o.of, o.nth) == (part.of, part.nth));
        only(own.iter().filter(|part| !same(part)).copied())
    };
    let (e, a) = (alone(&english, &arabic)?, alone(&arabic, &english)?);
    Some(other_words(unit, e.span, a.span, 1.8))
}

static NAMES_PARTS: Question = Question::new();
static ORDINAL: Question = Question::new();
static PART: Question = Question::new();

/// How many equal parts a folded word of either language names.
fn parts_named(word: &str) -> Option<u8> {
    Some(match word {
        "halves" | "انصاف" | "نصفين" => 2,
        "thirds" | "اثلاث" => 3,
        "quarters" | "ارباع" => 4,
        "fifths" | "اخماس" => 5,
        _ => return None,
    })
}

/// Into how many equal parts something is cut, by a word for them: `into thirds`, `إلى أثلاث`.
fn cut_into(view: &View) -> Option<(u8, Span)> {
    only(view.tokens_that_are(&NAMES_PARTS, |word| parts_named(word).is_some()).filter_map(|t| {
        let parts = parts_named(view.folded(t))?;
        let cut = t > view.tokens.0 && matches!(view.folded(t - 1), "into" | "in" | "الي");
        cut.then(|| (parts, view.side.tokens.span(t - 1, t)))
    }))
}

/// Whether `q`, six months or seven days, are said on the other side as part of a year, or as a week; or 1.6 kilometres as the mile.
pub(super) fn is_said_otherwise(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    let Measure::Unit(period) = q.measure else { return false };
    let other = unit.view(lang.other());
    let parts = || if lang == Lang::English { arabic(other) } else { english(other) };
    let has = |words: &[&str]| {
        let bare = |t: usize| other.folded(t).trim_start_matches(['و', 'ب', 'ل']).trim_start_matches("ال");
        other.token_range().any(|t| words.contains(&bare(t)) || words.contains(&other.folded(t)))
    };
    match period.name {
        "month" => parts().iter().any(|part| q.low * f64::from(part.of) == 12.0) || q.low == 12.0 && has(&["year", "عام", "عاما", "سنه"]),
        "kilometer" => (1.55..1.65).contains(&q.low) && has(&["mile", "ميل", "ميلا"]),
        // `24 hours a day`, على مدار الساعة
        "hour" => q.low == 24.0 && other.token_range().any(|t| other.folded(t) == "مدار" && other.folded_at(t + 1) == "الساعه"),
        "day" => q.low == 7.0 && has(&["week", "اسبوع", "اسبوعا"]) || q.low == 14.0 && has(&["fortnight"]),
        "week" => q.low == 2.0 && has(&["fortnight"]),
        _ => false,
    }
}

fn english(view: &View) -> Vec<Part> {
    let part = |t: usize| {
        let of = match view.folded_at(t + 1) {
            "half" => 2,
            "third" => 3,
            "quarter" => 4,
            "fifth" => 5,
            _ => return None,
        };
        // `first half-marathon`, `the first third-party app`, `the second quarter-final`
        let joined = view.precedes(t + 1, &["-", "–"]) || matches!(view.folded_at(t + 2), "century" | "time" | "final" | "finals");
        let nth = nth(view.folded(t), of)?;
        (nth <= of && !joined).then(|| Part { of, nth, span: view.side.tokens.span(t, t + 1) })
    };
    view.tokens_that_are(&ORDINAL, |word| nth(word, 0).is_some()).filter_map(part).collect()
}

/// Which of `of` parts a folded English word says.
fn nth(word: &str, of: u8) -> Option<u8> {
    Some(match word {
        "first" | "opening" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "last" | "final" | "closing" => of,
        _ => return None,
    })
}

fn arabic(view: &View) -> Vec<Part> {
    let part = |t: usize| {
        let of = part_of(view.folded(t))?;
        let nth = match view.folded_at(t + 1).strip_prefix("ال")? {
            "اول" => 1,
            "ثاني" => 2,
            "ثالث" => 3,
            "رابع" => 4,
            "اخير" => of,
            _ => return None,
        };
        (nth <= of).then(|| Part { of, nth, span: view.side.tokens.span(t, t + 1) })
    };
    view.tokens_that_are(&PART, |word| part_of(word).is_some()).filter_map(part).collect()
}

/// Of how many parts a folded Arabic word names one.
fn part_of(word: &str) -> Option<u8> {
    let noun = word.trim_start_matches(['و', 'ف', 'ب', 'ك']);
    Some(match noun.strip_prefix("لل").or_else(|| noun.strip_prefix("ال"))? {
        "نصف" | "شطر" | "شوط" => 2,
        "ثلث" => 3,
        "ربع" => 4,
        "خمس" => 5,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("number-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn another_part_of_a_period() {
        for (english, arabic) in [
            ("Exports grew in the first half of April.", "نمت الصادرات في الثلث الأول من أبريل."),
            ("Exports grew in the second quarter.", "نمت الصادرات في النصف الثاني."),
            ("Exports grew in the first quarter.", "نمت الصادرات في الربع الثالث."),
            ("He scored in the first half.", "سجل في الشوط الثاني."),
            ("The lines cut the picture into thirds.", "تقطع الخطوط الصورة إلى أرباع."),
        ] {
            assert!(fires(english, arabic), "{english}");
        }
    }

    #[test]
    fn the_same_part() {
        for (english, arabic) in [
            ("Exports grew in the first half of April.", "نمت الصادرات في النصف الأول من أبريل."),
            ("Exports grew in the fourth quarter.", "نمت الصادرات في الربع الأخير."),
            ("Exports grew in the first six months of the year.", "نمت الصادرات في النصف الأول من العام."),
            ("He scored in the first half.", "سجل في الشوط الأول."),
            ("It was his second half-marathon.", "كان هذا نصف الماراثون الثاني له."),
        ] {
            assert!(!fires(english, arabic), "{english}");
        }
    }
}
