//! Who gives and who gets: `Baghdad handed the tablets over to Ankara`, which has become تسلمت بغداد الألواح من أنقرة, got them from it.

use super::ends::{noun_behind, right_before};
use super::note;
use crate::audit::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lexicon::words::forms_of;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.0;
/// How far, in tokens, the one who gets or gives may stand behind the verb.
const REACH: usize = 9;

/// Verbs of giving: who gets it stands behind `to`.
#[rustfmt::skip]
const GIVE: &[&str] = &[
    "hand", "deliver", "sell", "lend", "lease", "rent", "transfer", "return", "cede", "surrender", "lose", "concede", "give", "pay", "donate", "export",
    "supply", "grant", "award", "bequeath", "send", "ship", "repay",
];
/// Verbs of getting: who gives it stands behind `from`.
const GET: &[&str] = &[
    "receive", "buy", "purchase", "borrow", "take", "obtain", "import", "inherit", "win", "recover", "seize", "collect", "rent", "hire",
    "acquire",
];
/// The same in Arabic, folded; of giving only forms that are not forms of getting as well.
#[rustfmt::skip]
const ARABIC_GET: &[&str] = &[
    "تسلم", "يتسلم", "استلم", "يستلم", "استلام", "تلقي", "يتلقي", "اشتري", "يشتري", "شراء", "ابتاع", "اقترض", "يقترض", "اقتراض", "استعار", "يستعير",
    "استاجر", "يستاجر", "استدان", "انتزع", "ينتزع", "انتزاع", "استعاد", "يستعيد", "استعاده", "استرد", "يسترد", "استرداد", "ورث", "يرث", "استورد",
    "يستورد", "استيراد",
];
#[rustfmt::skip]
const ARABIC_GIVE: &[&str] = &[
    "سلم", "يسلم", "تسليم", "باع", "يبيع", "بيع", "اقرض", "يقرض", "اقراض", "اعار", "يعير", "منح", "يمنح", "اعطي", "يعطي", "ارسل", "يرسل", "ارسال",
    "تنازل", "يتنازل", "تصدير", "دفع", "يدفع", "حول", "يحول", "تحويل",
];

/// A transfer that goes the other way on the other side.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    static GIVES: Question = Question::new();
    static GETS: Question = Question::new();
    turned(unit, &GIVES, (|word| is_form(Lang::English, word, GIVE), "to"), (ARABIC_GET, "من"))
        .or_else(|| turned(unit, &GETS, (|word| is_form(Lang::English, word, GET), "from"), (ARABIC_GIVE, "الي")))
}

fn turned(
    unit: &Unit,
    question: &'static Question,
    (is_verb, preposition): (fn(&str) -> bool, &str),
    (verbs, mark): (&[&str], &str),
) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    view.tokens_that_are(question, is_verb).find_map(|verb| {
        let to = view.behind(verb, REACH - 1).find(|t| view.folded(*t) == preposition)?;
        let (_, person) = noun_behind(unit, to)?;
        let place = person.place.0;
        if !right_before(arabic, place, mark) {
            return None;
        }
        let mut before = arabic.before(place, REACH).rev();
        let at = before.find(|t| is_form(Lang::Arabic, arabic.folded(*t), verbs))?;
        Some(note(unit, view.side.tokens.span(verb, to), arabic.side.tokens.span(at, place), &[&person], ODDS))
    })
}

/// Whether folded `word` may be a form of one of `verbs`.
fn is_form(lang: Lang, word: &str, verbs: &[&str]) -> bool {
    let mut found = false;
    forms_of(lang, word, &mut |form| found |= verbs.contains(&form));
    found
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn is_found(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn what_was_given_was_not_got() {
        assert!(is_found("Baghdad handed over to Ankara nineteen clay tablets.", "تسلمت بغداد من أنقرة تسعة عشر لوحا طينيا."));
        assert!(is_found("Baghdad received nineteen tablets from Ankara.", "سلمت بغداد تسعة عشر لوحا إلى أنقرة."));
        assert!(is_found("The club sold the striker to Valencia.", "اشترى النادي المهاجم من فالنسيا."));
    }

    #[test]
    fn either_side_may_tell_it() {
        assert!(!is_found("Baghdad handed over to Ankara nineteen clay tablets.", "تسلمت أنقرة من بغداد تسعة عشر لوحا طينيا."));
        assert!(!is_found("Baghdad received nineteen tablets from Ankara.", "سلمت أنقرة تسعة عشر لوحا إلى بغداد."));
        assert!(!is_found("The club sold the striker to Valencia.", "باع النادي المهاجم إلى فالنسيا."));
    }
}
