//! What is not true of all of them, told of none; or the other way round.

use super::figures::other_words;
use super::unit::{Note, Unit};
use crate::lang::arabic::without_conjunction;
use crate::lang::denial::denies_clause;
use crate::lang::known::Question;

/// Log odds that what is denied of some only, or of all of them, became the other.
const PARTIAL: f32 = 2.0;

static DENIES: Question = Question::new();

/// What is not true of all of them and is told of none, or the other way round: `not all the tankers`, لم يكن أي من الصهاريج.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let is = |words: &[&str], word: &str| words.contains(&word);
    let not_all = |t: &usize| {
        english.folded(*t) == "not" && is(&["all", "every", "everyone", "everybody", "everything"], english.folded_at(t + 1)) && {
            // `not at all`, `if not all`
            !is(&["if", "why", "or", "though"], english.folded_at(t.wrapping_sub(1)))
        }
    };
    let none =
        |t: &usize| is(&["none", "nobody"], english.folded(*t)) && !is(&["almost", "second", "bar"], english.folded_at(t.wrapping_sub(1)));
    let denial =
        // Of لم يكن the verb is enough: the particle may be too far off.
        |t: usize| denies_clause(arabic.folded_at(t)) || is(&["يكن", "تكن"], arabic.folded_at(t));
    let denied = |t: usize, reach: usize| (t.saturating_sub(reach)..t).any(denial);
    let bare = |t: usize| arabic.folded(t).trim_start_matches(['و', 'ف', 'ب', 'ل']);
    let arabic_all = |t: &usize| is(&["كل", "جميع", "كافه", "كلهم", "جميعهم", "كلها", "جميعها"], bare(*t));
    let arabic_none = |t: &usize| {
        let any = is(&["اي", "ايا", "احد", "احدا", "ايه"], arabic.folded(*t));
        any && is(&["من", "منهم", "منها"], arabic.folded_at(t + 1)) && (denied(*t, 5) || (t + 1..t + 7).any(denial))
    };
    let denials = || english.tokens_that_are(&DENIES, |word| matches!(word, "not" | "none" | "nobody"));
    let (e_all, e_none) = (denials().find(not_all), denials().find(none));
    if e_all.is_none() && e_none.is_none() {
        return None;
    }
    let a_all = arabic.token_range().filter(|t| denied(*t, 3)).find(arabic_all);
    let a_none = arabic.token_range().find(arabic_none);
    let (first, last, at) = match (e_all, e_none, a_all, a_none) {
        (Some(e), None, None, Some(a)) => (e, e + 1, a),
        (None, Some(e), Some(a), None) => (e, e, a),
        _ => return None,
    };
    // Denials and what they deny are quoted together.
    let from = arabic.before(at, 3).find(|t| denial(*t)).unwrap_or(at);
    let quoted = unit.quoted(Some(english.side.tokens.span(first, last)), Some(arabic.side.tokens.span(from, at)));
    let (en, ar) = if e_all.is_some() { ("not all", "none") } else { ("none", "not all") };
    let (of, to) = unit.in_order(en, ar);
    let (expected, found) = (&quoted.expected, &quoted.found);
    let message = format!("The source says this of {of} (“{expected}”); the translation says it of {to} (“{found}”).");
    Some(Note { message, odds: PARTIAL, ..quoted })
}

/// Log odds that a reviser minds; no constant was fitted.
const OF_THEM: f32 = 1.2;

/// All of those just named, of whom Arabic says that they are some or most of them, or the other way round: `nine men, all of whom`, بعضهم.
pub(super) fn of_them(unit: &Unit) -> Option<Note> {
    const PART: [&str; 8] = ["بعض", "معظم", "اغلب", "غالبيت", "اكثر", "نصف", "جزءا", "قسما"];
    const WHOLE: [&str; 3] = ["كل", "كلا", "جميع"];
    let (english, arabic) = (&unit.english, &unit.arabic);
    let of_whom = |t: usize| english.folded_at(t + 1) == "of" && matches!(english.folded_at(t + 2), "whom" | "which" | "them");
    let all = |word: &str| matches!(word, "all" | "both" | "each" | "every" | "everyone" | "everybody" | "none" | "whole" | "entire");
    let some = |word: &str| matches!(word, "some" | "most" | "many" | "half" | "several" | "few" | "majority" | "part" | "more" | "one");
    let ends = |stems: &[&str], word: &str, pronoun: bool| {
        let bare = without_conjunction(word);
        let forms = [Some(bare), bare.strip_prefix(['ب', 'ل'])];
        let end = |form: &str| {
            stems.iter().filter_map(|stem| form.strip_prefix(stem)).any(|end| !pronoun || matches!(end, "هم" | "هن" | "ها" | "هما"))
        };
        forms.into_iter().flatten().any(end)
    };
    let has = |says: &dyn Fn(&str) -> bool| english.token_range().any(|t| says(english.folded(t)));
    let e = english.token_range().find(|t| of_whom(*t) && (english.folded(*t) == "all" || some(english.folded(*t))))?;
    let (own, other) = if english.folded(e) == "all" { (&WHOLE[..], &PART[..]) } else { (&PART[..], &WHOLE[..]) };
    if has(if english.folded(e) == "all" { &some } else { &all }) {
        return None;
    }
    let a = arabic.token_range().find(|t| ends(other, arabic.folded(*t), true))?;
    let answered = arabic.token_range().any(|t| t != a && ends(own, arabic.folded(t), false));
    (!answered).then(|| other_words(unit, english.span_of((e, e + 2)), arabic.span_of((a, a)), OF_THEM))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    #[test]
    fn not_all_is_not_none() {
        let fires = |english: &str, arabic: &str| !findings("quantifier-mismatch", english, arabic).is_empty();
        assert!(fires("Not all the ships in the convoy were armed.", "لم تكن أي من سفن القافلة مسلحة."));
        assert!(fires("Not every school in the valley has heating.", "أي من مدارس الوادي ليس فيها تدفئة."));
        assert!(fires("None of the ships in the convoy were armed.", "لم تكن كل سفن القافلة مسلحة."));
        assert!(!fires("Not all the ships in the convoy were armed.", "لم تكن كل سفن القافلة مسلحة."));
        assert!(!fires("None of the ships in the convoy were armed.", "لم تكن أي من سفن القافلة مسلحة."));
        assert!(!fires("Not all the ships were armed, and none was new.", "لم تكن كل السفن مسلحة، ولم تكن أي منها جديدة."));
    }
    #[test]
    fn all_of_them_are_not_some() {
        let fires = |english: &str, arabic: &str| !findings("quantifier-mismatch", english, arabic).is_empty();
        let english = "He trained nine boys, all of whom passed the test.";
        assert!(fires(english, "درب تسعة فتيان، نجح بعضهم في الاختبار."));
        assert!(fires("He trained nine boys, some of whom passed the test.", "درب تسعة فتيان، نجح كلهم في الاختبار."));
        assert!(!fires(english, "درب تسعة فتيان، نجحوا كلهم في الاختبار."));
        assert!(!fires(english, "درب تسعة فتيان، نجح جميعهم بعضهم بتفوق."));
        assert!(!fires("He trained nine boys, some of whom passed the test.", "درب تسعة فتيان، نجح بعضهم في الاختبار."));
    }
}
