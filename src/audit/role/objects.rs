//! Deeds that take two things or people, each with a mark of its own, whose marks changed places: `blame the rise on the cuts`, which has
//! become حملت الارتفاع مسؤولية التخفيضات; `which followed the arrest`, التي أعقبها التوقيف; `sued by two managers`, a suit against them.

use super::ends::{noun_behind, right_before};
use super::{Person, is_broken, note, person};
use crate::audit::unit::{Note, Unit, View};
use crate::lang::english;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.4;
/// How far, in tokens, the mark of the second object may stand behind the verb, and whom it is done to behind an Arabic deed.
const REACH: usize = 14;
const BEHIND: usize = 8;

/// A verb with two objects in both languages.
struct Frame {
    english: &'static [&'static str],
    /// What stands before the second one.
    mark: &'static [&'static str],
    /// The Arabic verb, folded.
    arabic: &'static [&'static str],
    /// What stands before its second one, folded.
    second: &'static [&'static str],
    /// Whether the first in English is the second in Arabic.
    crossed: bool,
}

impl Frame {
    /// Whether a folded English word is a form of its verb.
    fn has(&self, word: &str) -> bool {
        let mut found = false;
        english::lemmas(word, &mut |lemma| found |= self.english.contains(&lemma));
        found
    }
}

static FRAMED: Question = Question::new();
static ORDERED: Question = Question::new();

const BLAMES: &[&str] = &["حمل", "حملت", "حملوا", "يحمل", "تحمل", "يحملون", "محملا", "محمله", "تحميل"];
const CREDITS: &[&str] = &["عزا", "عزت", "عزوا", "يعزو", "تعزو", "ارجع", "ارجعت", "يرجع", "نسب", "نسبت"];

const FRAMES: [Frame; 5] = [
    Frame { english: &["blame"], mark: &["on"], arabic: BLAMES, second: &["مسووليه"], crossed: true },
    Frame { english: &["blame"], mark: &["for"], arabic: BLAMES, second: &["مسووليه"], crossed: false },
    Frame { english: &["blame", "attribute"], mark: &["on", "to"], arabic: CREDITS, second: &["الي"], crossed: false },
    Frame {
        english: &["substitute"],
        mark: &["for"],
        arabic: &["احل", "احلت", "احلوا", "يحل", "تحل", "احلال"],
        second: &["محل"],
        crossed: false,
    },
    Frame {
        english: &["prefer"],
        mark: &["to", "over"],
        arabic: &["فضل", "فضلت", "فضلوا", "يفضل", "تفضل", "يفضلون"],
        second: &["علي"],
        crossed: false,
    },
];

/// Verbs for what came before or after, and the Arabic ones with a pronoun for what they came after or before.
const ORDERS: [(&[&str], &[&str]); 2] =
    [(&["followed", "follows"], &["اعقب", "اعقبت", "تلا", "تلت", "تبع", "تبعت"]), (&["preceded", "precedes"], &["سبق", "سبقت"])];

/// Participles whose doer stands behind `by`, and Arabic words after which whom it is done to stands behind a preposition.
const SUITS: (&[&str], &[&str]) = (&["sued"], &["دعوي", "دعاوي", "الدعوي"]);
const WINS: (&[&str], &[&str]) = (
    &["outbid", "outvoted", "outplayed", "outscored", "outclassed", "outperformed", "outsold", "surpassed", "overtaken", "trounced"],
    &["تفوق", "تفوقت", "فاز", "فازت", "فوز", "تغلب", "تغلبت", "انتصر", "انتصرت", "انتصار", "تقدم", "تقدمت"],
);

pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    notes.extend(unit.english.token_range().find_map(|t| framed(unit, t)));
    let is_order = |word: &str| ORDERS.iter().any(|(verbs, _)| verbs.contains(&word));
    let mut orders = unit.english.tokens_that_are(&ORDERED, is_order).filter(|t| *t > unit.english.tokens.0);
    notes.extend(orders.find_map(|t| in_order(unit, t)));
    notes.extend(unit.english.token_range().skip(1).filter(|t| unit.english.folded(*t) == "by").find_map(|by| against(unit, by)));
}

/// A verb with two objects at token `t`, each of which has the place of the other.
fn framed(unit: &Unit, t: usize) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    if !view.side.tokens.is(t, &FRAMED, |word| FRAMES.iter().any(|frame| frame.has(word))) {
        return None;
    }
    for frame in FRAMES.iter().filter(|frame| frame.has(view.folded(t))) {
        let mark = view.behind(t + 1, REACH - 2).find(|m| frame.mark.contains(&view.folded(*m)));
        let Some(mark) = mark.filter(|m| !is_cut(view, t, *m)) else { continue };
        let (Some((at, first)), Some((_, second))) = (noun_behind(unit, t), noun_behind(unit, mark)) else { continue };
        let Some(verb) = arabic.token_range().find(|a| frame.arabic.contains(&bare(arabic.folded(*a)))) else { continue };
        let marked = |a: &usize| frame.second.contains(&arabic.folded(*a));
        let Some(cut) = arabic.behind(verb + 1, REACH - 2).find(marked) else { continue };
        let (near, far) = if frame.crossed { (&second, &first) } else { (&first, &second) };
        let between = |p: &Person| p.place.0 > verb && p.place.0 < cut;
        let behind = |p: &Person| p.place.0 > cut && p.place.0 - cut <= 2;
        if at < mark && behind(near) && between(far) && !is_broken(arabic, verb, cut) {
            let span = view.side.tokens.span(t, mark);
            return Some(note(unit, span, arabic.side.tokens.span(verb, cut), &[&first, &second], ODDS));
        }
    }
    None
}

/// Whether a new clause begins between two English tokens.
fn is_cut(view: &View, from: usize, to: usize) -> bool {
    (from + 1..to).any(|t| matches!(view.folded(t), "," | ";" | ":" | "." | "that" | "which" | "who" | "and" | "but"))
}

/// An Arabic word without a conjunction before it.
fn bare(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 2).unwrap_or(word)
}

/// `which followed the arrest`, where the arrest follows in Arabic: التي أعقبها.
fn in_order(unit: &Unit, t: usize) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let (_, stems) = ORDERS.iter().find(|(verbs, _)| verbs.contains(&view.folded(t)))?;
    let relative = matches!(view.folded(t - 1), "which" | "that" | "who") && view.folded_at(t + 1) != "by";
    let by = |i: usize| view.folded(i) == "by" && ORDERS.iter().any(|(verbs, _)| i > 0 && verbs.contains(&view.folded(i - 1)));
    if !relative || view.token_range().any(by) {
        return None;
    }
    let passes = |a: &usize| {
        let word = arabic.folded(*a);
        stems
            .iter()
            .any(|stem| word.strip_prefix(stem.trim_end_matches('ا')).is_some_and(|end| matches!(end, "ه" | "ها" | "اه" | "اها" | "هم")))
    };
    let relatives = |a: usize| matches!(arabic.folded_at(a), "الذي" | "التي" | "الذين");
    let at = arabic.token_range().skip(1).find(|a| passes(a) && relatives(a - 1))?;
    let (_, object) = noun_behind(unit, t)?;
    (object.place.0 > at && object.place.0 <= at + 2)
        .then(|| note(unit, view.side.tokens.span(t - 1, t), arabic.side.tokens.span(at - 1, at), &[&object], ODDS))
}

/// `sued by two managers`, `outbid by a chain`: the doers behind a preposition that marks whom it is done to.
fn against(unit: &Unit, by: usize) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let verb = view.before(by, 4).rev().find(|t| [SUITS, WINS].iter().any(|(verbs, _)| verbs.contains(&view.folded(*t))))?;
    let words = if SUITS.0.contains(&view.folded(verb)) { SUITS.1 } else { WINS.1 };
    let doer = person(unit, (usize::MAX, usize::MAX), view.behind(by, 5))?;
    let mark = ["علي", "ضد"].into_iter().find(|mark| right_before(arabic, doer.place.0, mark))?;
    let cut = (arabic.tokens.0..doer.place.0).rev().find(|a| arabic.folded(*a) == mark)?;
    let deed = arabic.before(cut, BEHIND).rev().find(|a| words.contains(&bare(arabic.folded(*a))))?;
    (!is_broken(arabic, deed, cut)).then(|| note(unit, view.side.tokens.span(verb, by), arabic.side.tokens.span(deed, cut), &[&doer], ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn objects_that_changed_places_are_found() {
        for (english, arabic) in [
            ("The mayor blamed the rise on the cuts.", "حملت رئيسة البلدية الارتفاع مسؤولية التخفيضات."),
            ("The hospital substituted a cheap drug for the tablets.", "أحل المستشفى الأقراص محل دواء رخيص."),
            ("The riots, which followed the arrest of an imam, left three dead.", "خلفت أعمال الشغب التي أعقبها اعتقال إمام ثلاثة قتلى."),
            ("The bank was sued by two managers.", "رفع البنك دعوى على مديرين."),
            ("The hotel was outbid by a bank.", "تفوق الفندق على بنك."),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn objects_that_stay_are_not() {
        for (english, arabic) in [
            ("The mayor blamed the rise on the cuts.", "حملت رئيسة البلدية التخفيضات مسؤولية الارتفاع."),
            ("The hospital substituted a cheap drug for the tablets.", "أحل المستشفى دواء رخيصا محل الأقراص."),
            ("The riots, which followed the arrest of an imam, left three dead.", "خلفت أعمال الشغب التي أعقبت اعتقال إمام ثلاثة قتلى."),
            ("The bank was sued by two managers.", "رفع مديران دعوى على البنك."),
            ("The hotel was outbid by a bank.", "تفوق بنك على الفندق."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
