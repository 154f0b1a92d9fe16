//! A time that has become another: what will be is said to have been, or what has been is said to be still to come.
//!
//! Arabic says what will be in the present too, so that only its perfect contradicts an English future; and English orders, plans
//! and hopes in the infinitive, so that only a past without any such word contradicts an Arabic future. What is so now is compared in
//! [`super::present`], what is under way in [`super::aspect`].

use super::facing::{counterpart, facing};
use super::tensed::is_done;
use super::unit::{Note, Unit, View};
use super::verb::{self, is_future, is_past as is_arabic_past};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;
use crate::lang::token::{Capital, Kind};
use crate::lexicon::words;

/// How far, in tokens, the verb may stand behind `will`.
const REACH: usize = 4;

/// A future that far, in tokens, from a verb belongs to another one.
const APART: usize = 3;

/// English words that say, or may say, that something is to come.
#[rustfmt::skip]
const TO_COME: &[&str] = &[
    "will", "would", "wo", "won't", "wouldn't", "shall", "should", "could", "may", "might", "must", "can", "'ll", "he'll", "she'll",
    "it'll", "they'll", "we'll", "i'll", "you'll", "he'd", "she'd", "they'd", "i'd", "we'd", "you'd", "going", "set", "due", "tomorrow",
    "next", "coming", "upcoming", "soon", "future", "later", "until", "when", "if", "once", "ahead", "forthcoming",
];
/// Beginnings of such words.
#[rustfmt::skip]
const TO_COME_STEMS: &[&str] = &[
    "plan", "expect", "schedul", "intend", "intent", "promis", "pledg", "vow", "agree", "decid", "hope", "predict", "forecast", "announc",
    "order", "propos", "aim", "threat", "warn", "prepar", "anticipat", "project", "tonight",
];
/// Arabic words, folded, that say or may say the same without a verb in the future; particles may stand before them.
#[rustfmt::skip]
const ARABIC_TO_COME: &[&str] = &[
    "سوف", "لن", "غدا", "مقرر", "المقرر", "متوقع", "المتوقع", "المقبل", "المقبله", "المقبلين", "القادم", "القادمه", "المزمع",
];
/// Those behind which the perfect may be of what is to come.
const ARABIC_CONDITIONS: [&str; 5] = ["اذا", "لو", "كلما", "عندما", "متي"];
/// How far, in tokens, such a word stands before the verb.
const BEFORE: usize = 8;

/// Verbs whose time is another in the translation.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let futures = || arabic.token_range().filter(|t| is_future(unit, *t));
    // `will` is one of these words: what each half asks for, the other has none of.
    if english.tokens_that_are(&MAY_COME, may_come).next().is_some() {
        let mut wills = english.token_range().filter(|t| is_will(english, *t)).peekable();
        let foretells = |t: usize| arabic.side.tokens.is(t, &FORETELLS, foretells);
        if wills.peek().is_none() || arabic.token_range().any(foretells) || provides(arabic) {
            return;
        }
        let futures: Vec<usize> = futures().collect();
        let others =
            english.token_range().filter(|t| matches!(english.folded(*t), "would" | "going" | "should") && !is_will(english, *t)).count();
        for will in wills {
            // Each future of the translation is that of another verb.
            let bound = |t: usize| ARABIC_CONDITIONS.contains(&without_conjunction(arabic.folded(t)));
            let is_free = |perfect: usize| {
                futures.len() <= others && futures.iter().all(|f| f.abs_diff(perfect) > APART) && !arabic.before(perfect, BEFORE).any(bound)
            };
            let Some(verb) = verb_of(english, will) else { continue };
            // `how it will be shared`, كيفية تقاسمه: a noun has no time.
            let how = english.before(will, BEFORE).any(|t| english.folded(t) == "how");
            if how && arabic.token_range().any(|t| arabic.folded(t).ends_with("كيفيه")) {
                continue;
            }
            // `will reopen`, يعيد فتح: what looks like a past is what is done again.
            let again = |t: usize| {
                let word = arabic.folded(t).trim_start_matches(['و', 'ف', 'س', 'ل']);
                ["يعيد", "تعيد", "يعاد", "تعاد", "نعيد"].iter().any(|verb| word.starts_with(verb))
            };
            if english.folded(verb).starts_with("re") && arabic.token_range().any(again) {
                continue;
            }
            let partner = counterpart(unit, Lang::English, verb);
            let answer = partner.filter(|a| is_perfect(unit, *a)).or_else(|| unclaimed(unit, (will, verb), partner));
            // `will have been repaired`, سيكون قد تم إصلاحه: what is to come has been by then.
            let by_then = |t: usize| arabic.folded(t) == "بحلول" || is_future(unit, t);
            let have = (will..verb).any(|t| english.folded(t) == "have");
            if have && arabic.token_range().any(by_then) {
                continue;
            }
            if let Some(perfect) = answer.filter(|a| is_free(*a)) {
                notes.push(note(unit, (will, verb), (perfect, perfect), true));
            }
        }
        return;
    }
    for future in futures() {
        let Some(item) = arabic.item_at(future).and_then(|a| unit.partner(Lang::Arabic, a)) else { continue };
        let verb = english.item(item).token as usize;
        let first = if is_past(english, verb) { Some(verb) } else { has_done(english, verb) };
        if let Some(first) = first {
            notes.push(note(unit, (first, verb), (future, future), false));
            return;
        }
    }
}

static FORETELLS: Question = Question::new();
static MAY_COME: Question = Question::new();

fn foretells(word: &str) -> bool {
    let bare = without_conjunction(word);
    [word, bare].iter().any(|w| ARABIC_TO_COME.contains(w)) || word.contains("عتزم")
}

fn may_come(word: &str) -> bool {
    TO_COME.contains(&word) || TO_COME_STEMS.iter().any(|s| word.starts_with(s))
}

/// Whether Arabic says by على أن what is to be done besides: أعلن إقفال المدارس على أن تُفتح يوم الخميس.
pub(super) fn provides(arabic: &View) -> bool {
    arabic.token_range().any(|t| arabic.folded(t) == "علي" && arabic.folded_at(t + 1) == "ان")
}

/// Whether token `t` is the helper `will`, not a last will, nor somebody called Will.
fn is_will(view: &View, t: usize) -> bool {
    let lower = view.side.tokens.get(t).is_some_and(|w| w.kind == Kind::Word && w.capital == Capital::Lower);
    let before = t.checked_sub(1).map_or("", |b| view.folded_at(b));
    lower
        && (matches!(view.folded(t), "will" | "won't" | "shall") || is_set_to(view, t) || is_announced(view, t))
        // `time will tell` is said of what is now.
        && !matches!(before, "the" | "a" | "his" | "her" | "their" | "own" | "free" | "of" | "time" | "")
}

/// Whether token `t` is the helper of what somebody said is to come: `said it would auction bonds`.
pub(super) fn is_announced(view: &View, t: usize) -> bool {
    const TOLD: [&str; 8] = ["said", "announced", "promised", "pledged", "vowed", "confirmed", "declared", "insisted"];
    /// How far before it, in tokens, it is said.
    const BACK: usize = 8;
    /// How far behind the verb of a clause that `that` joins to another: `said it had tested them and that results would follow`.
    const JOINED: usize = 24;
    let back = if view.before(t, 4).any(|b| view.folded(b) == "that") { JOINED } else { BACK };
    let told = || view.before(t, back).any(|b| TOLD.contains(&view.folded(b)));
    view.folded(t) == "would" && told() && view.folded_at(t + 1) != "have"
}

/// Whether token `t` is the last of `is set to`.
fn is_set_to(view: &View, t: usize) -> bool {
    let before = |n: usize| t.checked_sub(n).map_or("", |b| view.folded_at(b));
    let reason = matches!(view.folded_at(t + 1), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "that");
    view.folded(t) == "to" && !reason && matches!(before(1), "set" | "due") && words::is_passive_helper(before(2))
}

/// The verb behind the helper at token `will`.
fn verb_of(view: &View, will: usize) -> Option<usize> {
    for t in view.behind(will, REACH) {
        let word = view.folded(t);
        let has = word == "have" && !is_done(view.folded_at(t + 1)) && view.folded_at(t + 1) != "been";
        if has || view.side.tokens.get(t).is_some_and(|w| w.kind != Kind::Word) {
            return None;
        }
        let helps = matches!(
            word,
            "be" | "have" | "been" | "not" | "also" | "soon" | "now" | "then" | "only" | "still" | "never" | "get" | "likely" | "probably"
        );
        if !helps && !word.ends_with("ly") {
            return Some(t);
        }
    }
    None
}

/// The Arabic verb in the perfect that nothing accounts for, where nothing is that may stand for the English helper and verb:
/// no verb in the imperfect, no clause of what is wanted, no noun of a purpose.
fn unclaimed(unit: &Unit, (will, verb): (usize, usize), partner: Option<usize>) -> Option<usize> {
    let arabic = &unit.arabic;
    let range = facing(unit, Lang::English, will, verb)?;
    let free = |t: usize| Some(t) == partner || arabic.item_at(t).is_none_or(|i| unit.partner(Lang::Arabic, i).is_none());
    let may_come = |t: usize| {
        let word = without_conjunction(arabic.folded(t));
        matches!(word, "ان" | "الي" | "حتي") || ["لا", "لل", "لت", "بان"].iter().any(|s| word.starts_with(s)) || word.contains("كون")
    };
    if range.clone().any(|t| free(t) && (verb::is_imperfect(unit, t) || may_come(t))) {
        return None;
    }
    if partner.is_none() && !arabic.token_range().any(|t| verb::is_imperfect(unit, t) || may_come(t)) {
        return range.clone().find(|t| is_arabic_past(unit, *t)).or_else(|| arabic.token_range().find(|t| is_arabic_past(unit, *t)));
    }
    range.clone().find(|t| free(*t) && (is_arabic_past(unit, *t) || matches!(arabic.folded(*t), "تم" | "تمت" | "وتم" | "وتمت")))
}

/// Whether Arabic token `t` is a verb in the perfect, after `تم` the noun of what was done, or after `كان` what somebody was.
fn is_perfect(unit: &Unit, t: usize) -> bool {
    let before = |n: usize| t.checked_sub(n).map_or("", |b| unit.arabic.folded_at(b).trim_start_matches('و'));
    let was = || {
        let past = |t: usize| matches!(unit.english.folded(t), "was" | "were" | "had" | "been");
        (1..3).any(|n| matches!(before(n), "كان" | "كانت")) && !unit.english.token_range().any(past)
    };
    (1..3).any(|n| matches!(before(n), "تم" | "تمت" | "جري" | "جرت" | "تعرض" | "تعرضت")) || is_arabic_past(unit, t) || was()
}

/// Whether English token `t` is a verb in the past, not a participle of the present passive.
fn is_past(view: &View, t: usize) -> bool {
    let word = view.folded(t);
    let adverb = |w: &str| w.ends_with("ly") || matches!(w, "not" | "also" | "never");
    let before = |n: usize| t.checked_sub(n).map_or("", |b| view.folded_at(b));
    let present = |w: &str| {
        matches!(
            w,
            "is" | "are"
                | "be"
                | "been"
                | "being"
                | "to"
                | "the"
                | "a"
                | "an"
                | "has"
                | "have"
                | "and"
                | "of"
                | "as"
                | "in"
                | "newly"
                | "by"
        )
    };
    let past = word.len() > 4 && word.ends_with("ed") || words::irregular(word).is_some() && !word.ends_with('s');
    let lower = view.side.tokens.get(t).is_some_and(|w| w.capital == Capital::Lower);
    lower && past && !present(before(1)) && !(adverb(before(1)) && present(before(2)))
}

/// The helper of `has signed` whose verb is English token `t`, or of `has taken delivery` whose noun it is.
fn has_done(view: &View, t: usize) -> Option<usize> {
    let helper = |done: usize| {
        let has = |t: usize| matches!(view.folded_at(t), "has" | "have");
        let been = |t: usize| view.folded_at(t) == "been";
        let first = done.checked_sub(1).filter(|t| !been(*t)).or_else(|| done.checked_sub(2))?;
        (is_done(view.folded_at(done)) && has(first)).then_some(first)
    };
    let begins =
        |t: usize| matches!(view.folded_at(t), "begun" | "started" | "asked" | "called" | "urged" | "invited" | "been" | "got" | "had");
    let light = |t: usize| matches!(view.folded_at(t), "taken" | "made" | "given" | "paid" | "reached" | "held");
    let before = t.checked_sub(1)?;
    if begins(t) { None } else { helper(t).or_else(|| helper(before).filter(|_| light(before))) }
}

fn note(unit: &Unit, english: (usize, usize), arabic: (usize, usize), to_come: bool) -> Note {
    let quoted =
        unit.quoted(Some(unit.english.side.tokens.span(english.0, english.1)), Some(unit.arabic.side.tokens.span(arabic.0, arabic.1)));
    let (expected, found) = (&quoted.expected, &quoted.found);
    let message = if to_come == (unit.source() == Lang::English) {
        format!("In the source this is still to come (“{expected}”); the translation says that it has been (“{found}”).")
    } else {
        format!("In the source this has been (“{expected}”); the translation says that it is still to come (“{found}”).")
    };
    Note { message, odds: 1.0, ..quoted }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("modality-mismatch", english, arabic).iter().filter(|f| f.message.contains("still to come")).count()
    }

    #[test]
    fn what_is_to_come_has_been() {
        assert_eq!(found("The ministry will publish the report.", "نشرت الوزارة التقرير."), 1);
        assert_eq!(found("The bridge will be repaired.", "تم إصلاح الجسر."), 1);
        assert_eq!(found("The court will visit the city.", "زارت المحكمة المدينة."), 1);
        assert_eq!(found("The ministry published the report.", "ستنشر الوزارة التقرير."), 1);
        assert_eq!(found("The ministry has published the report.", "ستنشر الوزارة التقرير."), 1);
        assert_eq!(found("The office has taken delivery of the wheat.", "سيتسلم الديوان القمح."), 1);
        assert_eq!(found("The soldiers who will arrive at the port are blamed.", "يلقى اللوم على الجنود الذين وصلوا إلى الميناء."), 1);
        assert_eq!(found("The bridge will have been repaired.", "تم إصلاح الجسر."), 1);
    }

    #[test]
    fn what_would_be_done_has_been() {
        let english =
            "The unit said that it had tested 58 athletes in the month before the race and that results would be published in January.";
        let arabic = "وأعلنت الوحدة أنها أخضعت 58 رياضيا للفحص في الشهر الذي سبق السباق، وأنها نشرت النتائج في يناير.";
        assert_eq!(found(english, arabic), 1);
        assert_eq!(found(english, &arabic.replace("وأنها نشرت النتائج", "وأن النتائج ستنشر")), 0);
    }

    #[test]
    fn other_ways_to_say_when() {
        for (english, arabic) in [
            ("The ministry will publish the report.", "تنشر الوزارة التقرير."),
            ("The ministry will publish the report.", "من المقرر نشر التقرير."),
            ("The ministry will publish the report.", "ستنشر الوزارة التقرير."),
            ("The ministry published the report.", "نشرت الوزارة التقرير."),
            ("The ministry has started to publish the report.", "ستبدأ الوزارة نشر التقرير."),
            ("The ministry has published the report.", "نشرت الوزارة التقرير."),
            ("The ministry promised that it published the report.", "وعدت الوزارة بأنها ستنشر التقرير."),
            ("The bridge will have been repaired by Friday.", "سيكون الجسر قد تم إصلاحه بحلول الجمعة."),
            ("The loss was due to her refusal to pay.", "نتجت الخسارة عن رفضها الدفع."),
            ("The widow read the will to the family.", "قرأت الأرملة الوصية على العائلة."),
        ] {
            assert_eq!(found(english, arabic), 0, "{arabic}");
        }
    }

    #[test]
    fn what_is_done_again_is_to_come() {
        let english = "The museum will reopen its doors in the spring.";
        assert_eq!(found(english, "ويعيد المتحف، الذي أُغلق قبل عام، فتح أبوابه في الربيع."), 0);
        assert_eq!(found("The museum will open its doors in the spring.", "فتح المتحف أبوابه في الربيع."), 1);
    }

    #[test]
    fn how_it_will_be_done_is_a_noun() {
        assert_eq!(found("They refused to say how the land will be divided.", "رفضوا الحديث عن كيفية تقسيم الأرض."), 0);
        assert_eq!(found("They said the land will be divided.", "قالوا إن الأرض قُسمت."), 1);
    }
}
