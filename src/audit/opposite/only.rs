//! What goes no further, of which the other side says that it does: `was confined to the apples`, لم تقتصر على التفاح.

use super::contrary;
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::arabic::without_conjunction;
use crate::lang::denial;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;
/// How far before its verb a denial may stand, in tokens.
const REACH: usize = 3;

/// The only word for it on each side, denied on one of them.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let (e, here) = only(english.token_range().filter_map(|t| in_english(english, t)))?;
    let (a, there) = only(arabic.token_range().filter_map(|t| in_arabic(arabic, t)))?;
    (e != a).then(|| contrary(unit, english.span_of(here), arabic.span_of(there), ODDS))
}

/// Whether the words that end at English token `t` deny it, and where they start.
fn in_english(view: &View, t: usize) -> Option<(bool, (usize, usize))> {
    if !matches!(view.folded(t), "confined" | "limited" | "restricted") || view.folded_at(t + 1) != "to" {
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
    fn what_goes_no_further() {
        let (limited, not) = ("The damage was confined to the apple crop.", "The damage was not confined to the apple crop.");
        assert_eq!(found(limited, "لم تقتصر الأضرار على محصول التفاح."), 1);
        assert_eq!(found(limited, "اقتصرت الأضرار على محصول التفاح."), 0);
        assert_eq!(found(not, "لم تقتصر الأضرار على محصول التفاح."), 0);
        assert_eq!(found("The damage was still confined to the apple crop.", "كانت الأضرار لا تزال محصورة في محصول التفاح."), 0);
    }
}
