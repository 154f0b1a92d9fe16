//! What may be done that has become what must be done, or the other way round; and what will be that only may be.
//!
//! The helper of the English verb is compared with what stands before the Arabic verb that accounts for it.

use super::facing::{facing, partner_token};
use super::figures::other_words;
use super::tense::is_announced;
use super::unit::{Note, Unit, only};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::denial::{denies, denies_clause};
use crate::lang::known::Question;

/// How far, in tokens, the verb may stand behind its helper, and what Arabic has for the helper before its verb.
const REACH: usize = 5;
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
    notes.extend(forbidden(unit));
    let english = &unit.english;
    for t in english.tokens_that_are(&HELPS, |word| helper(word).is_some()) {
        notes.extend(helper(english.folded(t)).filter(|_| helps(unit, t)).and_then(|helper| of_verb(unit, t, helper)));
    }
}

/// What need not be done and must not be done on the other side: `need not declare`, يجب ألا يصرحوا; and the other way round.
fn forbidden(unit: &Unit) -> Option<Note> {
    /// How far ألا may stand behind its يجب, in tokens: يجب على المسافرين ألا.
    const REACH: usize = 5;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let not = |t: usize| denies_clause(english.folded_at(t));
    let e = |t: usize| match english.folded(t) {
        "need" if english.folded_at(t + 1) == "not" => Some((false, (t, t + 1))),
        "have" | "need" | "required" | "obliged" if english.folded_at(t + 1) == "to" && not(t.wrapping_sub(1)) => {
            Some((false, (t - 1, t + 1)))
        }
        "must" | "shall" if english.folded_at(t + 1) == "not" => Some((true, (t, t + 1))),
        _ => None,
    };
    let (bans, here) = only(english.token_range().filter_map(e))?;
    // ما من داع, ليس هناك من حاجة
    let denied = |t: usize| denies(arabic.folded_at(t.wrapping_sub(1))) || arabic.folded_at(t.wrapping_sub(1)) == "من";
    let duty = |word: &str| matches!(without_conjunction(word), "يجب" | "ينبغي" | "يتعين" | "يتوجب");
    let a = |t: usize| match arabic.folded(t) {
        word if duty(word) && !denied(t) => {
            let not = arabic.behind(t, REACH - 1).find(|n| matches!(arabic.folded(*n), "الا" | "عدم"))?;
            Some((true, (t, not)))
        }
        "يلزم" | "داعي" | "حاجه" | "يشترط" if denied(t) => Some((false, (t - 1, t))),
        "الضروري" if arabic.folded_at(t.wrapping_sub(1)) == "من" && denied(t.wrapping_sub(1)) => {
            Some((false, (t.saturating_sub(2).max(arabic.tokens.0), t)))
        }
        _ => None,
    };
    let (other, there) = only(arabic.token_range().filter_map(a))?;
    (bans != other).then(|| other_words(unit, english.span_of(here), arabic.span_of(there), DUTY))
}

fn helper(word: &str) -> Option<Helper> {
    match word {
        "can" | "may" => Some(Helper::May),
        "must" | "should" | "ought" | "have" | "has" | "need" | "needs" | "required" | "obliged" => Some(Helper::Must),
        "will" | "would" => Some(Helper::Will),
        _ => None,
    }
}

/// Whether `have to` and `need to` ask something of somebody: not where they are denied, nor in `all you have to do`.
fn helps(unit: &Unit, t: usize) -> bool {
    let view = &unit.english;
    let light = |word: &str| denies(word) || matches!(word, "all" | "only" | "just" | "what" | "if" | "would");
    if view.folded(t) == "would" {
        return is_announced(view, t);
    }
    !matches!(view.folded(t), "have" | "has" | "need" | "needs" | "required" | "obliged")
        || view.folded_at(t + 1) == "to"
            && (view.folded_at(t + 2) != "be" || view.folded_at(t + 3).ends_with("ed"))
            && !view.before(t, 5).any(|b| light(view.folded(b)))
}

fn of_verb(unit: &Unit, helper_at: usize, helper: Helper) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let named = english.is_capital(helper_at) && helper_at > english.tokens.0;
    let others = match helper {
        Helper::May => DUTIES,
        Helper::Must => CHANCES,
        Helper::Will => HEDGES,
    };
    // `Should you need help`, `should be able to`: neither asks anything of anybody.
    let softens = |word: &str| word == "should" && (english.folded_at(helper_at + 2) == "able" || english.is_capital(helper_at));
    if named || softens(english.folded(helper_at)) {
        return None;
    }
    let verb = verb(unit, helper_at)?;
    let partner = unit.partner(Lang::English, english.item_at(verb)?)?;
    let at = arabic.item(partner).token as usize;
    let before = arabic.before(at, BEFORE).rev().take_while(|t| arabic.is_word(*t));
    let words: Vec<usize> = before.collect();
    if words.iter().any(|t| denies(arabic.folded(*t)) || arabic.folded(*t) == "الا") && helper != Helper::May {
        return None;
    }
    let in_doubt = |t: usize| t + 1 == at && arabic.folded(at).starts_with(['ي', 'ت', 'ن']);
    let done = |t: usize| helper == Helper::Must && is_done(unit, helper_at, t, at);
    let answer = *words.iter().find(|t| says(helper, arabic.folded(**t), in_doubt(**t)) || done(**t))?;
    // What says the same elsewhere may be what the translation has here, unless it stands where it should itself.
    // `have seen` and `the customer's need` ask nothing of anybody.
    let asks = |t: usize| {
        let light = matches!(english.folded(t), "have" | "has" | "had" | "having" | "need" | "needs");
        !light || matches!(english.folded_at(t + 1), "to" | "not" | "n't")
    };
    let rival =
        |t: usize| t != helper_at && others.contains(&english.folded(t)) && asks(t) && !is_answered_elsewhere(unit, t, helper, answer);
    if english.token_range().any(rival) {
        return None;
    }
    let denied = answer > arabic.tokens.0 && denies_clause(arabic.folded(answer - 1));
    let must = matches!(arabic.folded(answer), "بد");
    if denied && !must {
        return None;
    }
    let quoted = unit.quoted(Some(english.side.tokens.span(helper_at, verb)), Some(arabic.side.tokens.span(answer, at)));
    let (expected, found) = (&quoted.expected, &quoted.found);
    let (here, there) = match helper {
        Helper::May => ("only possible", "an obligation"),
        Helper::Must if done(answer) => ("an obligation", "a fact"),
        Helper::Must => ("an obligation", "only possible"),
        Helper::Will => ("to come", "only possible"),
    };
    let (here, there) = unit.in_order(here, there);
    let message = format!("In the source this is {here} (“{expected}”); in the translation it is {there} (“{found}”).");
    Some(Note { message, odds: DUTY, ..quoted })
}

/// Whether the Arabic word at `t`, right before what accounts for the verb at `at`, says that what should be done was done: `should be
/// abandoned`, جرى التخلي عن; not `the rules that must be followed`, nor يكون قد تم.
fn is_done(unit: &Unit, helper_at: usize, t: usize, at: usize) -> bool {
    /// Beginnings of words, folded, that say or imply that it is still to be done.
    const TO_DO: [&str; 6] = ["مطلوب", "مقرر", "ملزم", "لازم", "يفترض", "متوقع"];
    let (english, arabic) = (&unit.english, &unit.arabic);
    let bare = |t: usize| without_conjunction(arabic.folded_at(t));
    let duty = |t: usize| {
        let word = bare(t).strip_prefix("ال").unwrap_or(bare(t));
        says_so(Helper::May, word) && arabic.folded_at(t.wrapping_sub(1)) != "غير"
            || matches!(word, "علي" | "عليه" | "عليها" | "عليهم" | "علينا")
            || TO_DO.iter().any(|w| word.starts_with(w))
    };
    let relative = matches!(english.folded_at(helper_at.wrapping_sub(1)), "that" | "which" | "who");
    let open = |t: usize| matches!(bare(t), "اذا" | "ان" | "لو" | "متي" | "كلما" | "عندما" | "يكون" | "تكون" | "كان" | "كانت");
    matches!(english.folded(helper_at), "should" | "must")
        && english.folded_at(helper_at + 1) == "be"
        && !relative
        && at <= t + 2
        && matches!(bare(t), "تم" | "تمت" | "جري" | "جرت")
        && !(1..3).any(|back| open(t.wrapping_sub(back)))
        && !arabic.token_range().any(duty)
}

/// The verb that a helper helps; where nothing answers for a verb as light as `make it easy`, what makes it one.
fn verb(unit: &Unit, helper_at: usize) -> Option<usize> {
    const LIGHT: [&str; 6] = ["make", "keep", "get", "take", "give", "have"];
    let english = &unit.english;
    let skipped = |word: &str| {
        word.ends_with("ly")
            || matches!(
                word,
                "be" | "also"
                    | "still"
                    | "now"
                    | "then"
                    | "at"
                    | "least"
                    | "always"
                    | "even"
                    | "to"
                    | "first"
                    | "therefore"
                    | "just"
                    | "been"
                    | "a"
                    | "an"
                    | "the"
            )
    };
    let mut words = english.behind(helper_at, REACH).filter(|t| !skipped(english.folded(*t)));
    let first = words.next()?;
    let linked = |t: usize| english.item_at(t).is_some_and(|i| unit.partner(Lang::English, i).is_some());
    if linked(first) || !LIGHT.contains(&english.folded(first)) {
        return Some(first);
    }
    words.find(|t| linked(*t))
}

/// Whether another English word that says what `answer` does has something of its own to answer for it: another Arabic word that
/// says it stands where it should, and `answer` does not.
fn is_answered_elsewhere(unit: &Unit, rival: usize, helper: Helper, answer: usize) -> bool {
    /// Words of one group say it once: `قد يكون من الممكن`.
    const GROUP: usize = 2;
    let Some(item) = super::facing::next_item(&unit.english, rival + 1, REACH) else { return false };
    let Some(verb) = partner_token(unit, Lang::English, item) else { return false };
    let Some(place) = facing(unit, Lang::English, rival, rival) else { return false };
    let arabic = &unit.arabic;
    let own = |t: usize| t.abs_diff(answer) > GROUP && t.abs_diff(verb) <= GROUP + 1 && says_so(helper, arabic.folded(t));
    verb.abs_diff(answer) > GROUP && place.into_iter().any(own)
}

/// Whether a folded Arabic word says what the contrary of a helper does, wherever it stands.
fn says_so(helper: Helper, word: &str) -> bool {
    let stem = |stems: &[&str]| stems.iter().any(|s| word.contains(s));
    match helper {
        Helper::May => stem(&["يجب", "ينبغي", "يتعين", "يتوجب", "يلزم", "بد", "ضرور", "واجب"]),
        Helper::Must => stem(&["يمكن", "تمكن", "ممكن", "ستطيع", "ستطاع", "امكان", "وسع", "قدر", "قادر", "يجوز"]) || word == "قد",
        Helper::Will => matches!(word, "قد" | "وقد" | "ربما" | "وربما") || stem(&["ممكن", "محتمل", "يحتمل", "يمكن"]),
    }
}

/// Whether a folded Arabic word before a verb says the contrary of the English helper.
fn says(helper: Helper, word: &str, in_doubt: bool) -> bool {
    let word = word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 2).unwrap_or(word);
    match helper {
        Helper::May => matches!(word, "يجب" | "ينبغي" | "يتعين" | "يتوجب" | "يلزم" | "بد" | "لابد" | "وجب" | "يتحتم"),
        // `should be used`, قد تستخدم
        Helper::Must if in_doubt && word == "قد" => true,
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
                | "بامكانها"
                | "بامكانك"
                | "بوسعنا"
                | "بوسعه"
                | "بوسعها"
                | "بوسعهم"
                | "بوسعك"
                | "بوسع"
                | "بمقدور"
                | "بمقدوره"
                | "بمقدورها"
                | "بمقدورهم"
                | "بمقدورنا"
                | "بمقدورك"
                | "يستطيعون"
                | "نتمكن"
                | "يسمح"
                | "سمح"
                | "يحق"
        ),
        Helper::Will => in_doubt && word == "قد" || matches!(word, "ربما"),
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
        assert_eq!(found("Pregnant women should avoid the drug.", "يمكن للنساء الحوامل تجنب الدواء."), ["يمكن للنساء الحوامل تجنب"]);
        assert_eq!(found("The chain said it would close eighteen stores.", "قالت السلسلة إنها قد تغلق 18 متجرا."), ["قد تغلق"]);
        assert_eq!(found("Passengers have to show their tickets.", "يمكن للركاب إظهار تذاكرهم."), ["يمكن للركاب إظهار"]);
        assert_eq!(found("We must make it hard for thieves to enter.", "يمكننا أن نصعب على اللصوص الدخول."), ["يمكننا أن نصعب"]);
        assert_eq!(
            found(
                "The strike will stop the trains, although talks may resume on Monday.",
                "قد يوقف الإضراب القطارات، رغم أن المحادثات قد تستأنف يوم الاثنين."
            ),
            ["قد يوقف"]
        );
        assert_eq!(found("New kinds will emerge in the region.", "قد تنشأ أنواع جديدة في المنطقة."), ["قد تنشأ"]);
        assert_eq!(found("Men are required to wear trousers.", "يُسمح للرجال بارتداء سراويل."), ["يُسمح للرجال بارتداء"]);
        assert_eq!(found("The old bridge should be closed to cars.", "تم إغلاق الجسر القديم أمام السيارات."), ["تم إغلاق"]);
        assert_eq!(found("Samples have to be collected in the hospital.", "يمكن جمع العينات في المستشفى."), ["يمكن جمع"]);
        assert_eq!(found("The money should be used to feed the poor.", "قد تستخدم الأموال لإطعام الفقراء."), ["قد تستخدم"]);
    }

    #[test]
    fn what_need_not_be_is_not_forbidden() {
        let english = "Travellers need not declare the money.";
        assert_eq!(found(english, "يجب على المسافرين ألا يصرحوا بالأموال."), ["يجب على المسافرين ألا"]);
        assert!(found(english, "لا يتعين على المسافرين التصريح بالأموال.").is_empty());
        let english = "Travellers never have to declare the money.";
        assert_eq!(found(english, "يجب على المسافرين ألا يصرحوا بالأموال."), ["يجب على المسافرين ألا"]);
        assert!(found(english, "لا يلزم أن يصرح المسافرون بالأموال.").is_empty());
        assert!(found("Travellers must not declare the money.", "يجب على المسافرين ألا يصرحوا بالأموال.").is_empty());
        assert_eq!(found("Travellers must not declare the money.", "لا يلزم أن يصرح المسافرون بالأموال."), ["لا يلزم"]);
    }

    #[test]
    fn what_is_said_otherwise_stays() {
        for (english, arabic) in [
            ("The plan can guide the work of the army.", "يمكن للخطة أن توجه عمل الجيش."),
            ("Samples must not be collected in the hospital.", "لا يمكن جمع العينات في المستشفى."),
            ("You should be able to see the tower.", "يمكنك رؤية البرج."),
            ("Should you need help, call the desk.", "يمكنك الاتصال بالمكتب إذا احتجت إلى مساعدة."),
            ("The strike will stop the trains, although talks may resume.", "سيوقف الإضراب القطارات، رغم أن المحادثات قد تستأنف."),
            ("Only the owner can open the door.", "يجب أن يفتح المالك الباب."),
            ("The old bridge should be closed for repairs.", "إذا تم إغلاق الجسر القديم أمكن إصلاحه."),
            ("The buildings that should be demolished have been identified.", "تم تحديد المباني المقرر هدمها."),
            ("The bodies should be identified by Friday.", "من المتوقع أن يكون قد تم تحديد هوية الجثث بحلول يوم الجمعة."),
            ("The vessel should have joined the navy.", "كان ينبغي أن تكون السفينة قد انضمت إلى البحرية."),
            ("The guest will leave if the door opens.", "قد يغادر الضيف إذا فتح الباب."),
        ] {
            assert!(found(english, arabic).is_empty(), "{english} {:?}", found(english, arabic));
        }
    }
}
