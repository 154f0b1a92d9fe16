//! How often a thing comes round: a `weekly` meeting that has become `شهري`.

use std::sync::LazyLock;

use super::cue::Lists;
use super::unit::{Note, Unit, View, only};
use crate::lang::Lang;
use crate::span::Span;

/// The length of time after which it comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Every {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "year" => Self::Year,
            _ => return None,
        })
    }

    /// How the words begin, folded, that speak of this length of time, in English and in Arabic.
    const fn beginnings(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Hour => (&["hour"], &["ساع"]),
            Self::Day => (&["day", "dail", "everyday", "today", "midday", "weekday"], &["يوم", "ايام", "نهار"]),
            Self::Week => (&["week", "fortnight", "biweek"], &["اسبوع", "اسابيع"]),
            Self::Month => (&["month", "bimonth"], &["شهر", "شهور", "اشهر"]),
            // `twelve months a year`
            Self::Year => (&["year", "annu", "biannu", "twelve", "anniv"], &["سنو", "سني", "سنه", "عام", "اعوام", "حولي"]),
        }
    }
}

static LISTS: LazyLock<Lists<Every>> = LazyLock::new(|| Lists::parse(include_str!("../lexicon/data/recurrence.tsv"), Every::named));

/// One word for how often on each side, where neither side speaks of the other's length of time.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    another(unit).or_else(|| every_other(unit))
}

fn another(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let e = only(LISTS.cues(english, Lang::English).into_iter())?;
    let a = only(LISTS.cues(arabic, Lang::Arabic).into_iter())?;
    // `ساعة واحدة في اليوم`; `a day` and `في اليوم` alone say little.
    let weak = matches!(english.folded(e.first), "a" | "an") && arabic.folded(a.first) == "في";
    // `يومي السبت والأحد` are two days.
    let two = matches!(arabic.folded(a.last), "يومي" | "شهري") && arabic.folded_at(a.last + 1).starts_with("ال");
    let says = |lang: Lang, every: Every| {
        let view = unit.view(lang);
        let beginnings = if lang == Lang::English { every.beginnings().0 } else { every.beginnings().1 };
        let bare = |t: usize| view.folded(t).trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']).trim_start_matches("ال");
        let plain = |t: usize| [view.folded(t), bare(t)].iter().any(|word| beginnings.iter().any(|b| word.starts_with(b)));
        view.token_range().any(plain)
    };
    if e.class == a.class || weak || two || says(Lang::English, a.class) || says(Lang::Arabic, e.class) {
        return None;
    }
    Some(note(unit, e.span(english), a.span(arabic)))
}

/// Whether `view` counts out what is `name`, `daily` for one: seven a week, ثلاث رحلات أسبوعيا ترتفع إلى سبع.
pub(super) fn is_counted_out(view: &View, name: &str) -> bool {
    let (times, every) = match name {
        "hourly" => (24.0, Every::Day),
        "daily" => (7.0, Every::Week),
        "weekly" => (52.0, Every::Year),
        "monthly" => (12.0, Every::Year),
        _ => return false,
    };
    view.quantities().iter().any(|q| q.low == times) && LISTS.cues(view, view.side.tokens.lang()).iter().any(|c| c.class == every)
}

/// `every other day`, which has become كل يوم.
fn every_other(unit: &Unit) -> Option<Note> {
    const TIMES: [(&str, &[&str]); 5] =
        [("day", &["يوم"]), ("week", &["اسبوع"]), ("month", &["شهر"]), ("year", &["عام", "سنه"]), ("night", &["ليله"])];
    let (english, arabic) = (&unit.english, &unit.arabic);
    let second = |t: usize| english.folded(t) == "every" && matches!(english.folded_at(t + 1), "other" | "second");
    let first = only(english.token_range().filter(|t| second(*t)))?;
    let (_, names) = TIMES.iter().find(|(time, _)| *time == english.folded_at(first + 2))?;
    let each = |t: &usize| arabic.folded(*t) == "كل" && names.contains(&arabic.folded_at(t + 1));
    let there = only(arabic.token_range().filter(each))?;
    // كل يوم وآخر, كل يوم ويوم: the other one is left out.
    let other =
        |t: usize| matches!(arabic.folded(t), "اخر" | "واخر" | "تلو" | "ثان" | "ثاني" | "واخري") || arabic.folded(t).starts_with("وي");
    let near = arabic.behind(there + 1, 2).any(other);
    (!near).then(|| note(unit, english.side.tokens.span(first, first + 2), arabic.side.tokens.span(there, there + 1)))
}

fn note(unit: &Unit, english: Span, arabic: Span) -> Note {
    let quoted = unit.quoted(Some(english), Some(arabic));
    let message = format!("In the source it comes round “{}”, in the translation “{}”.", quoted.expected, quoted.found);
    Note { message, odds: 1.5, ..quoted }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("quantifier-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn as_often_as_not() {
        assert!(fires("The monthly bulletin was late.", "تأخرت النشرة الأسبوعية."));
        assert!(fires("She swims every week.", "تسبح كل يوم."));
        assert!(fires("Households will have water only every other day.", "لن تصل المياه إلى المنازل سوى مرة كل يوم."));
        assert!(fires("They feed the birds twice daily.", "يطعمون الطيور مرتين سنويا."));
    }

    #[test]
    fn as_often() {
        assert!(!fires("The monthly bulletin was late.", "تأخرت النشرة الشهرية."));
        assert!(!fires("She swims every day.", "تسبح يوميا."));
        assert!(!fires("She swims every other day.", "تسبح كل يومين."));
        assert!(!fires("She swims every other day.", "تسبح كل يوم وآخر."));
        assert!(!fires("The weekly market is on Saturday and Sunday.", "تقام السوق يومي السبت والأحد."));
        assert!(!fires("The annual festival lasts a day.", "يستمر المهرجان السنوي يوما."));
    }

    #[test]
    fn what_is_counted_out_is_daily() {
        let english = "The airline will fly to Aleppo three times a week, rising to daily in October.";
        let added = |arabic: &str| in_english("added-claim", arabic, english).len();
        assert_eq!(added("تسير الشركة إلى حلب ثلاث رحلات أسبوعيا ترتفع إلى سبع في أكتوبر."), 0);
        assert_eq!(added("تسير الشركة إلى حلب ثلاث رحلات أسبوعيا ترتفع إلى خمس في أكتوبر."), 1);
    }
}
