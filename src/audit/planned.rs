//! What was only planned that has become done, and what was so once that has become what is so: `visited`, كان من المقرر أن يزور;
//! `is to be extradited`, سلمت; `once supplied`, تزود.

use super::facing::counterpart;
use super::present::{PAST, PRESENT, TO_COME, note};
use super::tensed::{is_between, is_done};
use super::unit::{Note, Unit, View};
use super::verb;
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lexicon::words;

/// Log odds that a reviser minds; no constant was fitted.
const PLANNED: f32 = 1.2;
const ONCE: f32 = 0.8;

/// English words that say or may say that something was or is to come, or that it did not.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "due", "scheduled", "schedule", "supposed", "would", "planned", "plan", "plans", "planning", "expected", "set", "should", "going", "slated",
    "meant", "will", "to", "intended", "could", "may", "might", "tomorrow", "next", "ll", "shall", "can", "agreed", "decided", "if", "until",
    "ahead", "before", "forthcoming", "upcoming", "later", "originally", "booked", "arranged", "likely", "not", "cancelled", "canceled", "postponed",
];

pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    notes.extend(arabic.token_range().find_map(|t| done_for_planned(unit, t).or_else(|| done_for_intended(unit, t))));
    notes.extend(english.token_range().find_map(|t| planned_for_done(unit, t).or_else(|| once(unit, t))));
}

/// `visited` for كان من المقرر أن يزور, where nothing else in English is to come.
fn done_for_planned(unit: &Unit, t: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let planned =
        matches!(arabic.folded(t), "المقرر" | "المفترض" | "المنتظر" | "المتوقع" | "المزمع" | "مقررا" | "مفترضا" | "يفترض" | "مقرر");
    if !planned || arabic.folded_at(t + 1) != "ان" {
        return None;
    }
    let verb = arabic.behind(t + 1, 2).find(|v| verb::is_imperfect(unit, *v))?;
    let done = counterpart(unit, Lang::Arabic, verb)?;
    let word = english.folded(done);
    let helper = |t: usize| matches!(english.folded(t), "was" | "were");
    let before = |n: usize| done.checked_sub(n).filter(|t| *t >= english.tokens.0);
    let passive =
        before(1).is_some_and(helper) || before(1).is_some_and(|t| is_between(english.folded(t))) && before(2).is_some_and(helper);
    let has = before(1)
        .is_some_and(|t| matches!(english.folded(t), "have" | "has" | "had" | "be" | "been" | "being" | "the" | "a" | "of" | "by"));
    let told = !has && (words::is_past_only(word) || word.len() > 4 && word.ends_with("ed") && (passive || !is_adjective(unit, done)));
    let ahead = english.token_range().any(|t| AHEAD.contains(&english.folded(t)) && !is_infinitive(english, t));
    (told && !ahead).then(|| of_time(unit, (done, done), (t, verb), (PAST, TO_COME), PLANNED))
}

/// `has repaid` for تعتزم سداد, where nothing else in English is to come.
fn done_for_intended(unit: &Unit, t: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = without_conjunction(arabic.folded(t));
    if !matches!(word, "يعتزم" | "تعتزم" | "يعتزمون" | "ينوي" | "تنوي" | "يعتزمان" | "ينوون") {
        return None;
    }
    let (deed, done) = arabic.behind(t, 3).find_map(|v| {
        // Behind the verb who intends it may stand: تعتزم بلغاريا سداد.
        counterpart(unit, Lang::Arabic, v).filter(|done| is_done(english.folded(*done)) && !english.is_capital(*done)).map(|done| (v, done))
    })?;
    let helper = (1..3).map(|n| done.wrapping_sub(n)).find(|t| !is_between(english.folded_at(*t)) && english.folded_at(*t) != "been")?;
    let has = matches!(english.folded_at(helper), "has" | "have" | "had");
    // `plans to`, `intention`
    let stems = |word: &str| ["plan", "inten", "aim", "seek", "hope", "want", "prepar", "vow", "pledg"].iter().any(|s| word.starts_with(s));
    let ahead = |t: usize| stems(english.folded(t)) || AHEAD.contains(&english.folded(t)) && !is_infinitive(english, t);
    (has && !english.token_range().any(ahead)).then(|| of_time(unit, (helper, done), (t, deed), (PAST, TO_COME), PLANNED))
}

/// Whether the `to` at token `t` only opens what a deed is for: `visited Benghazi to sign`, or tells where to.
fn is_infinitive(view: &View, t: usize) -> bool {
    let be = |t: usize| words::is_passive_helper(view.folded_at(t)) || is_done(view.folded_at(t));
    view.folded(t) == "to" && !be(t.wrapping_sub(1)) && !matches!(view.folded_at(t.wrapping_sub(1)), "due" | "set" | "going" | "about")
}

/// Whether an English word in `ed` may say of a noun what it is like.
fn is_adjective(unit: &Unit, t: usize) -> bool {
    let view = &unit.english;
    let next = view.folded_at(t + 1);
    let object = matches!(next, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "in" | "at" | "on" | "to" | "with");
    !object && !view.is_capital(t + 1)
}

/// What Arabic words that say or may say that something is to come have in them, folded.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "مقرر", "منتظر", "متوقع", "مزمع", "يعتزم", "تعتزم", "ينتظر", "يتوقع", "يفترض", "مرتقب", "قبل", "قادم", "قريب", "موعد", "اذا", "لكي", "كي",
    "ينوي", "تنوي",
];

/// `is to be extradited`, `is due to meet`, of which Arabic tells that it was done.
fn planned_for_done(unit: &Unit, t: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    if !matches!(english.folded(t), "is" | "are") {
        return None;
    }
    let to = if matches!(english.folded_at(t + 1), "due" | "scheduled" | "set") { t + 2 } else { t + 1 };
    if english.folded_at(to) != "to" {
        return None;
    }
    let verb = (to + 1..to + 4).find(|v| !matches!(english.folded_at(*v), "be" | "have") && !is_between(english.folded_at(*v)))?;
    let at = counterpart(unit, Lang::English, verb)?;
    // The noun of a deed, or a deed behind a word of what is to come, tells nothing.
    let open = |b: usize| {
        let word = without_conjunction(arabic.folded(b));
        verb::is_future(unit, b) || OPEN.iter().any(|s| word.contains(s))
    };
    let past = verb::perfect(unit, at).is_some() || verb::is_past(unit, at);
    let perfect = past && verb::is_form(unit, at, true) && !verb::is_imperfect(unit, at);
    let told = perfect && arabic.folded_at(at.wrapping_sub(1)) != "ان" && !arabic.token_range().any(open);
    told.then(|| of_time(unit, (t, verb), (at, at), (TO_COME, PAST), PLANNED))
}

/// `once supplied`, of which Arabic tells that it does.
fn once(unit: &Unit, t: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let verb = t + 1;
    if english.folded(t) != "once" || !is_done(english.folded_at(verb)) || matches!(english.folded_at(verb), "said" | "wrote") {
        return None;
    }
    let behind_word = t > english.tokens.0 && english.is_word(t - 1);
    let counted = || matches!(english.folded(t - 1), "at" | "only" | "than" | "for" | "is" | "are" | "be" | "been" | "all");
    if !behind_word || counted() {
        return None;
    }
    let at = counterpart(unit, Lang::English, verb)?;
    let was = |b: usize| {
        let word = without_conjunction(arabic.folded(b));
        verb::is_was(word)
            || ["سابق", "ماض", "قديم", "سبق", "يوما", "مره", "ذات", "قبل", "لطالما", "طالما", "عهد", "زمن", "حين", "كون"]
                .iter()
                .any(|s| word.contains(s))
    };
    let told = verb::is_imperfect(unit, at) && !verb::may_be_past(unit, at) && !arabic.token_range().any(was);
    told.then(|| of_time(unit, (t, verb), (at, at), (PAST, PRESENT), ONCE))
}

fn of_time(unit: &Unit, english: (usize, usize), arabic: (usize, usize), times: (&str, &str), odds: f32) -> Note {
    Note { severity: Some(Severity::Major), ..note(unit, english, arabic, times, odds) }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("modality-mismatch", english, arabic).len()
    }

    #[test]
    fn what_was_planned_is_not_what_was_done() {
        for (english, arabic) in [
            (
                "The Greek minister visited Benghazi on Monday to sign a memorandum.",
                "كان من المقرر أن يزور الوزير اليوناني بنغازي يوم الاثنين لتوقيع مذكرة.",
            ),
            ("The Moldovan banker is to be extradited from Cyprus.", "سلمت قبرص المصرفي المولدوفي."),
            ("The Moldovan banker is to be extradited from Cyprus.", "المصرفي المولدوفي رُحّل من قبرص."),
            ("The wells that once supplied the city lie under a car park.", "ترقد الآبار التي تزود المدينة تحت موقف للسيارات."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn what_has_been_done_is_not_intended() {
        let arabic = "تعتزم بلغاريا سداد الشريحة الأخيرة من السند.";
        let told = findings("modality-mismatch", "Bulgaria has repaid the last tranche of the bond.", arabic);
        assert!(told.iter().any(|f| f.found == "تعتزم بلغاريا سداد"), "{told:?}");
    }

    #[test]
    fn what_was_planned_and_what_was_once() {
        for (english, arabic) in [
            ("The Greek minister was to visit Benghazi on Monday.", "كان من المقرر أن يزور الوزير اليوناني بنغازي يوم الاثنين."),
            ("The Greek minister was due in Benghazi on Monday.", "كان من المقرر أن يزور الوزير اليوناني بنغازي يوم الاثنين."),
            ("Bulgaria has said that it plans to repay the bond.", "تعتزم بلغاريا سداد السند."),
            ("Bulgaria has repaid the last tranche of the bond.", "سددت بلغاريا الشريحة الأخيرة من السند."),
            ("The planned talks were cancelled.", "ألغيت المحادثات التي كان من المقرر أن تعقد."),
            ("The Moldovan banker is to be extradited from Cyprus.", "ستسلم قبرص المصرفي المولدوفي."),
            ("The Moldovan banker is to be extradited from Cyprus.", "من المقرر تسليم المصرفي المولدوفي من قبرص."),
            ("The wells that once supplied the city lie under a car park.", "ترقد الآبار التي كانت تزود المدينة تحت موقف للسيارات."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
