//! Two that one side names and the other calls by what they are: `Peru and Ecuador`, البلدان.

use super::Lost;
use super::slot;
use crate::audit::unit::{Unit, View};

/// How near, in tokens, to the place of the names the Arabic word must stand.
const NEAR: usize = 6;
/// What is named in pairs, before the ending of the Arabic dual, folded.
#[rustfmt::skip]
const PAIRS: [&str; 26] = [
    "بلد", "دولت", "جانب", "طرف", "جارت", "حليف", "حليفت", "عاصمت", "مدينت", "شركت", "مجموعت", "فريق", "منتخب", "ناديي", "حزب", "رجل", "زعيم",
    "رييس", "وزير", "مسوول", "جيش", "مملكت", "ولايت", "جزيرت", "خصم", "منطقت",
];

/// Marks those of `lost`, English names, that stand side by side and of which Arabic says together what they are.
pub(super) fn called_together(unit: &Unit, lost: &[Lost]) -> Vec<bool> {
    let mut called = vec![false; lost.len()];
    for i in 1..lost.len() {
        let (first, second) = (lost[i - 1].last(), lost[i].parts[0].tokens.start);
        if slot::are_listed(unit, first, second) && is_called(unit, first) {
            (called[i - 1], called[i]) = (true, true);
        }
    }
    called
}

/// Whether Arabic has a dual near the place of the English name at token `name`.
fn is_called(unit: &Unit, name: usize) -> bool {
    let near = |t: usize| slot::gap(unit, name, &(t..t + 1)) < NEAR;
    unit.arabic.token_range().any(|t| is_pair(&unit.arabic, t) && near(t))
}

/// Whether a word means two that are known: البلدان, كلاهما.
pub(in crate::audit) fn is_pair(view: &View, t: usize) -> bool {
    let word = view.folded(t).trim_start_matches(['و', 'ف', 'ب']);
    let Some(bare) = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل")) else {
        return matches!(word.trim_start_matches('ل'), "كلاهما" | "كليهما" | "كلتاهما" | "كلتيهما");
    };
    bare.strip_suffix("ان").or_else(|| bare.strip_suffix("ين")).is_some_and(|stem| PAIRS.contains(&stem))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    #[test]
    fn two_who_are_called_both_are_not_lost() {
        let lost = |english: &str, arabic: &str| findings("name-mismatch", english, arabic).len();
        let english = "Peru and Ecuador signed a treaty on their border in 1998.";
        assert_eq!(lost(english, "وقع البلدان معاهدة بشأن حدودهما عام 1998."), 0);
        assert!(lost(english, "وقع الوزير معاهدة بشأن الحدود عام 1998.") > 0);
        assert!(lost("Peru signed a treaty on the border in 1998.", "وقع البلدان معاهدة بشأن الحدود عام 1998.") > 0);
    }
}
