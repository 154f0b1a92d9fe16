//! The more, the better: `the lower the tension` that has become كلما زاد التوتر.

use super::contrary;
use crate::audit::unit::{Note, Unit, View};

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.4;

/// English comparatives of less and of more, and what the verbs behind كلما start with, folded.
const LESS: [&str; 10] = ["less", "lower", "fewer", "smaller", "weaker", "shorter", "narrower", "lesser", "shallower", "slower"];
const MORE: [&str; 10] = ["more", "higher", "greater", "larger", "bigger", "longer", "stronger", "deeper", "wider", "faster"];
const FALLS: [&str; 12] = ["قل", "قلت", "انخفض", "تراجع", "نقص", "صغر", "قصر", "ضعف", "تضاءل", "تدني", "هبط", "تناقص"];
const RISES: [&str; 12] = ["زاد", "ازداد", "ارتفع", "كبر", "طال", "كثر", "قوي", "تعاظم", "تزايد", "عظم", "علا", "اشتد"];

/// A proportion whose first half goes the other way.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let mut halves = english.token_range().filter_map(|t| comparative(english, t).map(|more| (t, more)));
    let (Some((first, more)), Some(_)) = (halves.next(), halves.next()) else { return };
    let Some(whenever) = arabic.token_range().find(|t| matches!(arabic.folded(*t), "كلما" | "وكلما" | "فكلما")) else {
        return;
    };
    let starts = |stems: &[&str]| {
        let word = arabic.folded_at(whenever + 1);
        stems.iter().any(|s| word == *s || word.strip_prefix(*s) == Some("ت"))
    };
    if (more && starts(&FALLS)) || (!more && starts(&RISES)) {
        let here = english.side.tokens.span(first - 1, (first + 2).min(english.tokens.1 - 1));
        let there = arabic.side.tokens.span(whenever, (whenever + 2).min(arabic.tokens.1 - 1));
        notes.push(contrary(unit, here, there, ODDS));
    }
}

/// Whether `the` and a comparative of more or less that another phrase follows stand at token `t`: `the lower the tension`.
fn comparative(view: &View, t: usize) -> Option<bool> {
    if view.folded_at(t.wrapping_sub(1)) != "the" {
        return None;
    }
    let word = view.folded(t);
    if LESS.contains(&word) { Some(false) } else { (MORE.contains(&word) || word == "better").then_some(true) }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("opposite-meaning", english, arabic).len()
    }

    #[test]
    fn what_goes_the_other_way() {
        assert_eq!(found("The lower the river, the more fish they catch.", "كلما ارتفع النهر، صادوا أسماكا أكثر."), 1);
        assert_eq!(found("The more it rains, the better the harvest.", "كلما قل المطر، كان الحصاد أفضل."), 1);
    }

    #[test]
    fn what_goes_the_same_way() {
        assert_eq!(found("The lower the river, the more fish they catch.", "كلما انخفض النهر، صادوا أسماكا أكثر."), 0);
        assert_eq!(found("The more it rains, the better the harvest.", "كلما زاد المطر، كان الحصاد أفضل."), 0);
    }
}
