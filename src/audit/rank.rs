//! `only the second pair to win`, which has become الوحيد, the only one.

use super::unit::{Note, Unit};
use crate::anchor::quantity::Role;
use crate::lang::Lang;

/// Beginnings of Arabic words, folded and without what is joined to them, that say that there is no other.
const SOLE: [&str; 2] = ["الوحيد", "الاوحد"];

/// `only the` with an ordinal in English, whose ordinal is lost in Arabic, where the thing is the only one.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    for ordinal in english.quantities().iter().filter(|q| q.role == Role::Ordinal && q.low >= 2.0) {
        let token = ordinal.number_tokens.start as usize;
        let only = token >= english.tokens.0 + 2 && english.folded(token - 1) == "the" && english.folded(token - 2) == "only";
        let kept = arabic.quantities().iter().any(|q| q.role == Role::Ordinal && q.low == ordinal.low);
        if !only || kept {
            continue;
        }
        let sole = arabic.token_range().find(|i| {
            let word = arabic.folded(*i);
            let word = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(word);
            SOLE.iter().any(|s| word.starts_with(s))
        });
        if let Some(sole) = sole {
            let phrase = english.side.tokens.span(token - 2, ordinal.number_tokens.end as usize - 1);
            let quoted = unit.quoted(Some(phrase), Some(arabic.side.tokens.span(sole, sole)));
            let (words, alone) = (english.words(phrase), arabic.words(arabic.side.tokens.span(sole, sole)));
            let message = match unit.source() {
                Lang::English => {
                    format!("The source says “{words}”, so that there were others before; “{alone}” in the translation means the only one.")
                }
                Lang::Arabic => {
                    format!("“{alone}” in the source means the only one; the translation says “{words}”, so that there were others before.")
                }
            };
            notes.push(Note { message, odds: 1.5, ..quoted });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("quantifier-mismatch", english, arabic).len()
    }

    #[test]
    fn one_of_several_that_has_become_the_only_one() {
        let english = "She is only the third woman to lead the court.";
        assert_eq!(found(english, "وهي المرأة الوحيدة التي ترأست المحكمة."), 1);
        assert_eq!(found(english, "وهي ثالث امرأة فقط تترأس المحكمة."), 0);
        assert_eq!(found("She is the only woman to lead the court.", "وهي المرأة الوحيدة التي ترأست المحكمة."), 0);
    }
}
