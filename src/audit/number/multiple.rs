//! Three times or four times as much, which has become twice as much: `tripled`, تضاعف.

use crate::anchor::quantity::Role;
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit, only};
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;

static MULTIPLIES: Question = Question::new();
static DOUBLES: Question = Question::new();

/// The only verb of it on each side, where Arabic says nothing of how many times.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let times = |word: &str| ["tripl", "trebl", "quadrupl", "quintupl"].iter().any(|stem| word.starts_with(stem)) && !word.ends_with("let");
    let t = only(english.tokens_that_are(&MULTIPLIES, times))?;
    if english.token_range().any(|t| ["doubl", "twofold", "twice"].iter().any(|stem| english.folded(t).starts_with(stem))) {
        return None;
    }
    // Of a noun it is no multiple: `a triple murder`.
    let verb = english.folded(t).ends_with("ed") || english.folded(t).ends_with("ing") || english.folded_at(t.wrapping_sub(1)) == "to";
    let at = only(arabic.tokens_that_are(&DOUBLES, |word| word.contains("ضاعف"))).filter(|_| verb)?;
    let counted = |t: usize| {
        let word = arabic.folded(t);
        ["ثلاث", "ثلث", "اربع", "خمس", "مرات", "امثال", "اضعاف"].iter().any(|stem| word.contains(stem))
    };
    let number =
        arabic.quantities().iter().any(|q| (at + 1..at + 5).contains(&(q.number_tokens.start as usize)) && q.role != Role::Ordinal);
    let told = !number && !arabic.token_range().any(counted);
    told.then(|| other_words(unit, english.side.tokens.span(t, t), arabic.side.tokens.span(at, at), ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("number-mismatch", english, arabic).len()
    }

    #[test]
    fn three_times_is_not_twice() {
        assert_eq!(found("Exports of copper tripled last year.", "تضاعفت صادرات النحاس العام الماضي."), 1);
        assert_eq!(found("Exports of copper have quadrupled.", "تضاعفت صادرات النحاس."), 1);
    }

    #[test]
    fn as_many_times_stay() {
        for (english, arabic) in [
            ("Exports of copper tripled last year.", "تضاعفت صادرات النحاس ثلاث مرات العام الماضي."),
            ("Exports of copper tripled last year.", "ارتفعت صادرات النحاس إلى ثلاثة أمثالها العام الماضي."),
            ("Exports of copper doubled last year.", "تضاعفت صادرات النحاس العام الماضي."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
