//! A deputy who has become the one whose deputy he is: نائب الأمير, `the emir`. What English says of deputies is compared as other claims
//! are that nobody states as a fact.

use crate::audit::facing::counterpart;
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;
/// Offices that have deputies.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "minister", "president", "premier", "governor", "mayor", "director", "chairman", "chairwoman", "chair", "chief", "head", "commander",
    "speaker", "commissioner", "emir", "amir", "prince", "leader", "prosecutor", "ambassador", "inspector",
];
/// English words that make somebody another's deputy, or may.
#[rustfmt::skip]
const DEPUTY: &[&str] = &[
    "deputy", "deputies", "vice", "vp", "veep", "under", "undersecretary", "assistant", "acting", "associate", "lieutenant", "aide", "number",
    "no", "second", "substitute", "interim", "mp", "lawmaker", "representative", "congressman", "parliamentarian", "member", "secretary",
    "underling", "attorney", "designate", "caretaker",
];
/// Arabic words, folded, for an office behind نائب.
#[rustfmt::skip]
const ARABIC_OFFICES: &[&str] = &[
    "رييس", "الرييس", "رييسه", "الرييسه", "وزير", "الوزير", "وزيره", "امير", "الامير", "محافظ", "المحافظ", "مدير", "المدير", "حاكم", "الحاكم",
    "قايد", "القايد",
];

static NAMES: Question = Question::new();

/// نائب الأمير, of whom English says that he is the emir.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let is_deputy = |word: &str| matches!(word.trim_start_matches(['و', 'ف', 'ل', 'ب']), "نايب" | "نايبه" | "نايبا");
    let deputy = arabic.tokens_that_are(&NAMES, is_deputy).next()?;
    let office = deputy + 1;
    if !ARABIC_OFFICES.contains(&arabic.folded_at(office)) || english.token_range().any(|t| DEPUTY.contains(&english.folded(t))) {
        return None;
    }
    // `Prince Khalid` is he, whatever his office.
    let titles = |t: usize| matches!(english.folded(t), "prince" | "sheikh" | "emir") && english.is_capital(t + 1);
    let here = counterpart(unit, Lang::Arabic, office).filter(|t| OFFICES.contains(&english.folded(*t)) && !titles(*t))?;
    Some(other_words(unit, english.side.tokens.span(here, here), arabic.side.tokens.span(deputy, office), ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn a_deputy_is_not_the_one_he_stands_for() {
        let arabic = "وضع نائب أمير منطقة القصيم حجر الأساس يوم الأحد.";
        assert_eq!(in_english("name-mismatch", arabic, "The emir of Qassim laid the foundation stone on Sunday.").len(), 1);
        assert!(in_english("name-mismatch", arabic, "The deputy emir of Qassim laid the foundation stone on Sunday.").is_empty());
    }

    #[test]
    fn deputies_who_stay() {
        for (english, arabic) in [
            ("Vice President Kamala Harris spoke on Monday.", "تحدثت نائبة الرئيس كامالا هاريس يوم الاثنين."),
            ("The assistant director of the bank spoke on Monday.", "تحدث نائب مدير البنك يوم الاثنين."),
            ("The lawmaker asked the governor to speak.", "طلب النائب من المحافظ أن يتحدث."),
        ] {
            assert!(findings("name-mismatch", english, arabic).is_empty(), "{english} {arabic}");
        }
    }
}
