//! What may be done that has become what must be done, or the other way round; and what will be that only may be.
//!
//! The helper of the English verb is compared with what stands before the Arabic verb that accounts for it.

use super::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Kind;

/// How far, in tokens, the verb may stand behind its helper, and what Arabic has for the helper before its verb.
const REACH: usize = 4;
const BEFORE: usize = 4;
/// Log odds that a reviser minds; no constant was fitted: in 5,741 clean pairs nothing is reported.
const DUTY: f32 = 1.2;

/// What a helper makes of its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Helper {
    May,
    Must,
    Will,
}

/// English words that say or imply a duty, and those that say or imply that something can be.
#[rustfmt::skip]
const DUTIES: &[&str] = &[
    "must", "should", "shall", "ought", "have", "has", "had", "having", "need", "needs", "needed", "necessary", "required", "requires", "require",
    "obliged", "forced", "supposed", "mandatory", "essential", "important", "recommended", "recommend", "better", "only", "unless", "due",
    "advised", "urged", "please", "critical", "vital", "expected", "responsible", "responsibility", "duty", "obligation", "imperative", "ensure",
];
#[rustfmt::skip]
const CHANCES: &[&str] = &[
    "can", "can't", "cannot", "could", "couldn't", "may", "might", "able", "possible", "possibly", "possibility", "perhaps", "maybe", "allow", "allowed",
    "allows", "likely", "potential", "potentially", "capable", "chance", "would", "if", "whether", "unlikely", "probably",
];

/// Those that say that something is not sure to come.
#[rustfmt::skip]
const HEDGES: &[&str] = &[
    "could", "may", "might", "possible", "possibly", "perhaps", "maybe", "likely", "unlikely", "potential", "potentially", "chance", "would", "if",
    "whether", "probably", "expected", "hope", "hopes", "believe", "believes", "think", "thinks", "fear", "fears", "unclear",
];

/// Verbs under another duty than that of the source.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    static HELPS: Question = Question::new();
    let english = &unit.english;
    for t in english.token_range().filter(|t| english.side.tokens.is(*t, &HELPS, |word| helper(word).is_some())) {
        notes.extend(helper(english.folded(t)).and_then(|helper| of_verb(unit, t, helper)));
    }
}

fn helper(word: &str) -> Option<Helper> {
    match word {
        "can" | "may" => Some(Helper::May),
        "must" => Some(Helper::Must),
        "will" => Some(Helper::Will),
        _ => None,
    }
}

fn of_verb(unit: &Unit, helper_at: usize, helper: Helper) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let named = english.is_capital(helper_at) && helper_at > english.tokens.0;
    let others = match helper {
        Helper::May => DUTIES,
        Helper::Must => CHANCES,
        Helper::Will => HEDGES,
    };
    if named || english.token_range().any(|t| t != helper_at && others.contains(&english.folded(t))) {
        return None;
    }
    let verb = (helper_at + 1..(helper_at + 1 + REACH).min(english.tokens.1)).find(|t| {
        let word = english.folded(*t);
        !word.ends_with("ly") && !matches!(word, "be" | "also" | "still" | "now" | "then" | "at" | "least" | "always" | "even")
    })?;
    let partner = unit.partner(Lang::English, english.item_at(verb)?)?;
    let at = arabic.item(partner).token as usize;
    let before = (at.saturating_sub(BEFORE).max(arabic.tokens.0)..at)
        .rev()
        .take_while(|t| arabic.side.tokens.get(*t).is_some_and(|w| w.kind == Kind::Word));
    let words: Vec<usize> = before.collect();
    if words.iter().any(|t| matches!(arabic.folded(*t), "لا" | "ليس" | "لن" | "لم" | "الا" | "ولا" | "غير")) && helper != Helper::May
    {
        return None;
    }
    let answer = *words.iter().find(|t| says(helper, arabic.folded(**t), **t + 1 == at))?;
    let denied = answer > arabic.tokens.0 && matches!(arabic.folded(answer - 1), "لا" | "ولا" | "لم");
    let must = matches!(arabic.folded(answer), "بد");
    if denied && !must {
        return None;
    }
    let quoted = unit.quoted(Some(english.side.tokens.span(helper_at, verb)), Some(arabic.side.tokens.span(answer, at)));
    let (expected, found) = (&quoted.expected, &quoted.found);
    let (here, there) = match helper {
        Helper::May => ("only possible", "an obligation"),
        Helper::Must => ("an obligation", "only possible"),
        Helper::Will => ("to come", "only possible"),
    };
    let (here, there) = unit.in_order(here, there);
    let message = format!("In the source this is {here} (“{expected}”); in the translation it is {there} (“{found}”).");
    Some(Note { message, odds: DUTY, ..quoted })
}

/// Whether a folded Arabic word before a verb says the contrary of the English helper.
fn says(helper: Helper, word: &str, beside: bool) -> bool {
    let word = word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 2).unwrap_or(word);
    match helper {
        Helper::May => matches!(word, "يجب" | "ينبغي" | "يتعين" | "يتوجب" | "يلزم" | "بد" | "لابد" | "وجب" | "يتحتم"),
        Helper::Must => matches!(
            word,
            "يمكن"
                | "يمكنه"
                | "يمكنها"
                | "يمكنهم"
                | "يمكننا"
                | "يمكنك"
                | "يمكنكم"
                | "نستطيع"
                | "بامكاننا"
                | "يستطيع"
                | "تستطيع"
                | "يجوز"
                | "بامكان"
                | "بامكانه"
                | "بامكانهم"
        ),
        Helper::Will => beside && word == "قد" || matches!(word, "ربما"),
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> Vec<String> {
        findings("modality-mismatch", english, arabic).into_iter().map(|f| f.found).collect()
    }

    #[test]
    fn duties_that_are_none_and_chances_that_are_duties() {
        assert_eq!(found("The plan can guide the work of the army.", "يجب أن توجه الخطة عمل الجيش."), ["يجب أن توجه"]);
        assert_eq!(found("Samples must be collected in the hospital.", "يمكن جمع العينات في المستشفى."), ["يمكن جمع"]);
        assert_eq!(found("New kinds will emerge in the region.", "قد تنشأ أنواع جديدة في المنطقة."), ["قد تنشأ"]);
    }

    #[test]
    fn what_is_said_otherwise_stays() {
        for (english, arabic) in [
            ("The plan can guide the work of the army.", "يمكن للخطة أن توجه عمل الجيش."),
            ("Samples must not be collected in the hospital.", "لا يمكن جمع العينات في المستشفى."),
            ("Only the owner can open the door.", "يجب أن يفتح المالك الباب."),
            ("The guest will leave if the door opens.", "قد يغادر الضيف إذا فتح الباب."),
        ] {
            assert!(found(english, arabic).is_empty(), "{english} {:?}", found(english, arabic));
        }
    }
}
