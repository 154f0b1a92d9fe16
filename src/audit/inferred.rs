//! What somebody infers that has become what was somebody's duty: `he must have known`, كان عليه أن يعرف.

use super::tensed::is_done;
use super::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;

/// Log odds that a reviser minds.
const ODDS: f32 = 1.5;
/// How far, in tokens, أن may stand behind كان على, with whoever had the duty between them.
const REACH: usize = 6;

static MUST: Question = Question::new();

/// `must have` with a participle where the Arabic has a duty, and nothing that says how sure it is.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let infers =
        |t: &usize| english.folded_at(t + 1) == "have" && matches!(english.folded_at(t + 2), word if is_done(word) || word == "left");
    let at = english.tokens_that_are(&MUST, |word| word == "must").find(infers)?;
    let bare = |t: usize| without_conjunction(arabic.folded_at(t));
    let sure = |t: usize| matches!(bare(t), "بد" | "لابد" | "حتما" | "بالتاكيد" | "موكد" | "الموكد" | "قطعا" | "شك" | "اكيد");
    if arabic.token_range().any(sure) {
        return None;
    }
    let duty = |t: &usize| {
        let own = matches!(bare(t + 1), "يجب" | "ينبغي" | "يتعين" | "عليه" | "عليها" | "عليهم" | "عليهما");
        let of = || bare(t + 1) == "علي" && (t + 2..t + 2 + REACH).any(|t| arabic.folded_at(t) == "ان");
        matches!(bare(*t), "كان" | "كانت") && (own || of())
    };
    let from = arabic.token_range().find(duty)?;
    let to = (from + 1..from + 2 + REACH).find(|t| arabic.folded_at(*t) == "ان").unwrap_or(from + 1);
    let quoted = unit.quoted(Some(english.side.tokens.span(at, at + 2)), Some(arabic.side.tokens.span(from, to)));
    let (source, target) = (&quoted.expected, &quoted.found);
    let message = if unit.source() == Lang::English {
        format!("The source infers this (“{source}”); in the translation it was a duty (“{target}”).")
    } else {
        format!("In the source this was a duty (“{source}”); the translation infers it (“{target}”).")
    };
    Some(Note { message, odds: ODDS, ..quoted })
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn what_is_inferred_is_no_duty() {
        let from_english = |english: &str, arabic: &str| findings("modality-mismatch", english, arabic).len();
        let english = "The judge said the accountant must have known that the invoices were forged.";
        assert_eq!(from_english(english, "قال القاضي إنه كان على المحاسب أن يعرف أن الفواتير مزورة."), 1);
        assert_eq!(from_english(english, "قال القاضي إن المحاسب لا بد أنه كان يعرف أن الفواتير مزورة."), 0);
        let arabic = "قال القاضي إنه كان على المحاسب أن يعرف أن الفواتير مزورة.";
        assert_eq!(
            in_english("modality-mismatch", arabic, "The judge said the accountant should have known that the invoices were forged."),
            []
        );
        assert_eq!(in_english("modality-mismatch", arabic, english).len(), 1);
    }
}
