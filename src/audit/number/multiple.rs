//! Three times or four times as much, which has become twice as much: `tripled`, تضاعف.

use crate::anchor::quantity::Role;
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
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

/// Half of something that has become twice as much, or the other way round: `half its price`, ضعف ثمنه. The Arabic word also means
/// weakness, so that it is read as no number by itself.
pub(super) fn halved(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    // Of what it is half stands behind it; `half a day` and `double rooms` are only so called.
    let of_it = |t: usize| matches!(english.folded_at(t + 1), "its" | "their" | "his" | "her" | "the" | "that" | "what" | "of");
    let half = |word: &str| word == "half";
    let twice = |word: &str| matches!(word, "twice" | "double");
    let share = |word: &str| ["نصف", "شطر"].iter().any(|stem| word.contains(stem));
    let double = |word: &str| matches!(bare_of(word), "ضعف" | "ضعفي" | "ضعفا" | "مثلي" | "مثلا");
    let unsaid = |lang: Lang, t: usize| unit.view(lang).item_at(t).is_none_or(|i| unit.partner(lang, i).is_none());
    let has = |view: &View, says: &dyn Fn(&str) -> bool| view.token_range().any(|t| says(view.folded(t)));
    let others = |word: &str| word.contains("ضاعف") || word.contains("مرتين") || word == "50" || double(word) || share(word);
    let (e, a) = if has(english, &half) && !has(english, &twice) && !has(arabic, &share) {
        (
            only(english.token_range().filter(|t| half(english.folded(*t))))?,
            only(arabic.token_range().filter(|t| double(arabic.folded(*t))))?,
        )
    } else if has(english, &twice) && !has(english, &half) && !has(arabic, &double) {
        (
            only(english.token_range().filter(|t| twice(english.folded(*t))))?,
            only(arabic.token_range().filter(|t| share(arabic.folded(*t))))?,
        )
    } else {
        return None;
    };
    let alone = arabic.token_range().all(|t| t == a || !others(arabic.folded(t)));
    // Of a thing that is known: نصف طول القديم, but not نصف ساعة.
    let known = |t: usize| arabic.folded_at(t).starts_with("ال");
    let of_that = known(a + 1) || known(a + 2) || arabic.folded_at(a + 1).ends_with(['ه', 'ا', 'م']);
    let told = of_it(e) && of_that && alone && unsaid(Lang::English, e) && unsaid(Lang::Arabic, a);
    told.then(|| other_words(unit, english.side.tokens.span(e, e), arabic.side.tokens.span(a, a), ODDS))
}

/// An Arabic word without what is joined before it.
fn bare_of(word: &str) -> &str {
    let word = without_conjunction(word);
    word.strip_prefix(['ب', 'ل']).filter(|rest| rest.len() > 4).unwrap_or(word)
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
    fn half_is_not_twice() {
        assert_eq!(found("A sack costs half its official price.", "يبلغ ثمن الكيس ضعف ثمنه الرسمي."), 1);
        assert_eq!(found("The bridge is twice the length of the old one.", "يبلغ طول الجسر نصف طول القديم."), 1);
    }

    #[test]
    fn as_many_times_stay() {
        for (english, arabic) in [
            ("A sack costs twice its official price.", "يبلغ ثمن الكيس ضعف ثمنه الرسمي."),
            ("A sack costs half its official price.", "يبلغ ثمن الكيس نصف ثمنه الرسمي."),
            ("The weakness of the economy cost half the workers their jobs.", "كلف ضعف الاقتصاد نصف العمال وظائفهم."),
            ("Half of the farmers complain of weak demand.", "يشكو نصف المزارعين من ضعف الطلب."),
            ("Exports of copper tripled last year.", "تضاعفت صادرات النحاس ثلاث مرات العام الماضي."),
            ("Exports of copper tripled last year.", "ارتفعت صادرات النحاس إلى ثلاثة أمثالها العام الماضي."),
            ("Exports of copper doubled last year.", "تضاعفت صادرات النحاس العام الماضي."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
