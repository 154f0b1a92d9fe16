//! Quantifiers that a denial beside them turns, or that say none only beside one.

use super::Class;
use crate::audit::cue::Cue;
use crate::audit::unit::{Unit, View};
use crate::lang::denial::{denies, denies_clause};

/// Whether a denied verb stands right before Arabic token `at`: لا يتوقع معظم الخبراء.
pub(in crate::audit) fn is_denied_before(view: &View, at: usize) -> bool {
    denies_clause(view.folded_at(at.wrapping_sub(2)))
}

/// Whether a denial stands just behind token `at`.
pub(in crate::audit) fn is_denied_behind(view: &View, at: usize) -> bool {
    view.behind(at, 4).any(|t| denies(view.folded(t)))
}

/// Whether an Arabic cue for none is `أي من` that nothing denies: either of them, any of them.
pub(super) fn is_any(unit: &Unit, cue: &Cue<Class>) -> bool {
    let arabic = &unit.arabic;
    let any = matches!(arabic.folded(cue.first).trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']), "اي" | "ايا");
    let mut others = arabic.token_range().filter(|t| !(cue.first..=cue.last).contains(t));
    cue.class == Class::Zero && any && !others.any(|t| denies(arabic.folded(t)) || matches!(arabic.folded(t), "ما" | "وما" | "الا"))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, unsure};

    fn count(english: &str, arabic: &str) -> usize {
        findings("quantifier-mismatch", english, arabic).len() + unsure("quantifier-mismatch", english, arabic).len()
    }

    #[test]
    fn any_of_them_is_not_none_of_them() {
        assert_eq!(count("Either bid would please the owner.", "سيرضي أي من العرضين المالك."), 0);
        assert_eq!(count("Neither bid pleased the owner.", "لم يرض أي من العرضين المالك."), 0);
        assert_eq!(count("Either bid would please the owner.", "لن يرضي أي من العرضين المالك."), 1);
    }

    #[test]
    fn quantifiers_of_news_and_sport() {
        #[rustfmt::skip]
        let right = [
            ("The speech drew a smattering of sailors.", "لم يجذب الخطاب إلا حفنة من البحارة."),
            ("The speech was heard by a smattering of sailors.", "استمع إلى الخطاب حفنة من البحارة."),
            ("The rivals were all square at the break.", "كان الخصمان متعادلين في الاستراحة."),
            ("The rivals drew one-all.", "تعادل الخصمان بهدف لكل منهما."),
            ("Neither club would comment.", "رفض الناديان كلاهما التعليق."),
        ];
        for (english, arabic) in right {
            assert_eq!(count(english, arabic), 0, "{english}");
        }
        assert_eq!(count("The speech was heard by all sailors.", "استمع إلى الخطاب حفنة من البحارة."), 1);
    }
}
