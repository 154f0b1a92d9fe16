//! What goes no further, of which the other side says that it does: `was confined to the apples`, لم تقتصر على التفاح; and who is left
//! out, to whom alone it goes on the other side: `to all except residents`, لن يعطى إلا للسكان.

use super::contrary;
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::arabic::without_conjunction;
use crate::lang::denial;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;
/// How far before its verb a denial may stand, in tokens.
const REACH: usize = 3;

static LIMITED: Question = Question::new();
static EXCEPT: Question = Question::new();

/// The only word for it on each side, denied on one of them.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let (e, here) = only(english.tokens_that_are(&LIMITED, is_limited).filter_map(|t| in_english(english, t)))?;
    let (a, there) = only(arabic.token_range().filter_map(|t| in_arabic(arabic, t)))?;
    (e != a).then(|| contrary(unit, english.span_of(here), arabic.span_of(there), ODDS))
}

/// `all owners except those with a permit`, which has become لا ... إلا لحاملي التصريح.
pub(super) fn except(unit: &Unit) -> Option<Note> {
    /// How far, in tokens, the exception stands behind what it is of, and behind the Arabic denial.
    const FAR: usize = 8;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let e = only(english.tokens_that_are(&EXCEPT, |word| matches!(word, "except" | "excluding" | "exception")).filter(|t| {
        let (before, behind) = (english.folded_at(t.wrapping_sub(1)), english.folded_at(t + 1));
        match english.folded(*t) {
            "except" | "excluding" => true,
            "exception" => matches!(before, "the" | "sole" | "only") && behind == "of",
            _ => false,
        }
    }))?;
    let all = english.before(e, FAR).rev().find(|t| matches!(english.folded(*t), "all" | "every" | "everyone"))?;
    let denied = english.token_range().any(|t| denial::denies(english.folded(t)) || english.folded(t) == "only");
    let except = only(arabic.token_range().filter(|t| matches!(arabic.folded(*t), "الا" | "سوي")))?;
    let denial = arabic.before(except, FAR).rev().find(|t| matches!(without_conjunction(arabic.folded(*t)), "لا" | "لم" | "لن"))?;
    let whole = |t: usize| ["جميع", "كل", "كاف", "باستثناء", "استثن", "عدا", "خلا"].iter().any(|stem| arabic.folded(t).contains(stem));
    let told = !denied && !arabic.token_range().any(whole) && arabic.folded_at(except + 1) != "ان";
    told.then(|| contrary(unit, english.span_of((all, e)), arabic.span_of((denial, except)), ODDS))
}

fn is_limited(word: &str) -> bool {
    matches!(word, "confined" | "limited" | "restricted")
}

/// Whether the words that end at English token `t` deny it, and where they start.
fn in_english(view: &View, t: usize) -> Option<(bool, (usize, usize))> {
    if !is_limited(view.folded(t)) || view.folded_at(t + 1) != "to" {
        return None;
    }
    let within = view.before(t, REACH);
    let denies = |i: &usize| {
        let word = view.folded(*i);
        // Of `no longer` the `no` may be too far off; `hardly` and `far from` are as good as a denial here.
        denial::denies(word) || matches!(word, "longer" | "hardly" | "far")
    };
    let denial = within.clone().find(denies);
    // `to be limited to`, `limited to the town, it`: what is asked for, or an adjective.
    let told = denial.is_some()
        || within.clone().any(|i| matches!(view.folded(i), "was" | "were" | "is" | "are" | "been" | "remained" | "remains" | "be"));
    told.then(|| (denial.is_some(), (denial.unwrap_or(t - 1), t)))
}

/// The same of Arabic token `t`.
fn in_arabic(view: &View, t: usize) -> Option<(bool, (usize, usize))> {
    let word = view.folded(t);
    let told = ["قتصر", "نحصر", "مقصور", "محصور"].iter().any(|stem| word.contains(stem));
    if !told {
        return None;
    }
    // What لا تزال limited, still is.
    let still = |i: usize| view.folded_at(i + 1).contains("زال");
    let denies = |i: &usize| {
        let word = without_conjunction(view.folded(*i));
        // Of لم تعد the particle may be too far off; ألا and ما are often something else, but deny so near before a verb.
        (denial::denies(word) || matches!(word, "تعد" | "يعد" | "الا" | "ما")) && !still(*i)
    };
    let denial = view.before(t, REACH).find(denies);
    Some((denial.is_some(), (denial.unwrap_or(t), t)))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("opposite-meaning", english, arabic).len()
    }

    #[test]
    fn who_is_left_out_is_not_who_alone_gets_it() {
        let english = "Fuel will be handed out to all vehicle owners with the exception of those holding a permit.";
        assert_eq!(found(english, "لن يصرف الوقود إلا لأصحاب المركبات الحاصلين على تصريح."), 1);
        assert_eq!(found(english, "سيصرف الوقود لجميع أصحاب المركبات باستثناء الحاصلين على تصريح."), 0);
        assert_eq!(found("No fuel will be handed out except to those holding a permit.", "لن يصرف الوقود إلا للحاصلين على تصريح."), 0);
    }

    #[test]
    fn what_goes_no_further() {
        let (limited, not) = ("The damage was confined to the apple crop.", "The damage was not confined to the apple crop.");
        assert_eq!(found(limited, "لم تقتصر الأضرار على محصول التفاح."), 1);
        assert_eq!(found(limited, "اقتصرت الأضرار على محصول التفاح."), 0);
        assert_eq!(found(not, "لم تقتصر الأضرار على محصول التفاح."), 0);
        assert_eq!(found("The damage was still confined to the apple crop.", "كانت الأضرار لا تزال محصورة في محصول التفاح."), 0);
    }
}
