//! What brings about what: `the shortage was caused by the halt`, تسبب النقص في التوقف.

use super::{Person, note};
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;
use crate::lang::token::Kind;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.3;
/// How far, in tokens, either stands from the English words between them, and from the Arabic verb.
const BEFORE: usize = 9;
const BEHIND: usize = 4;
const REACH: usize = 9;

/// Arabic verbs whose subject is the cause, folded, and what stands before what it brings about.
const VERBS: [(&[&str], &[&str]); 3] = [
    (&["ادي", "ادت", "يودي", "تودي", "افضي", "افضت", "سيودي", "ستودي"], &["الي"]),
    (&["تسبب", "تسببت", "يتسبب", "تتسبب"], &["في"]),
    (&["اسفر", "اسفرت", "يسفر", "تسفر"], &["عن"]),
];

static ASKS: Question = Question::new();
static ARABIC: Question = Question::new();

/// A cause that is what it brings about on the other side.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = |word: &str| {
        matches!(word, "caused" | "triggered" | "sparked" | "prompted" | "led" | "leads" | "resulted" | "stemmed" | "followed" | "causes")
    };
    english.tokens_that_are(&ASKS, word).find_map(|t| {
        let (first, last, turned) = joint(english, t)?;
        let is_verb = |word: &str| VERBS.iter().any(|(verbs, _)| verbs.contains(&without_conjunction(word)));
        let (left, right) = (left_of(unit, first), right_of(unit, last));
        let (cause, effect) = if turned { (right, left) } else { (left, right) };
        arabic.tokens_that_are(&ARABIC, is_verb).find_map(|verb| {
            let marks = VERBS.iter().find(|(verbs, _)| verbs.contains(&without_conjunction(arabic.folded(verb))))?.1;
            let ends = |t: &usize| arabic.side.tokens.get(*t).is_none_or(|w| w.kind == Kind::Symbol) || arabic.folded(*t) == "ان";
            let (before, behind) = (arabic.before(verb, REACH), arabic.behind(verb, REACH));
            let start = before.clone().rev().find(ends).unwrap_or(before.start);
            behind.take_while(|t| !ends(t)).filter(|m| marks.contains(&arabic.folded(*m))).find_map(|mark| {
                let behind = |p: &Person| (mark + 1..mark + 3).contains(&p.place.0);
                let before = |p: &Person| p.place.0 >= start && p.place.0 < mark;
                let (c, e) = (cause.iter().find(|p| behind(p))?, effect.iter().find(|p| before(p))?);
                let turned = !cause.iter().any(before) && !effect.iter().any(|p| p.place.0 > mark && p.place.0 < mark + REACH);
                let spans = (english.side.tokens.span(first, last), arabic.side.tokens.span(verb, mark));
                turned.then(|| note(unit, spans.0, spans.1, &[c, e], ODDS))
            })
        })
    })
}

/// The words around English token `t` that join a cause with what it brings about, and whether the cause comes second.
fn joint(view: &View, t: usize) -> Option<(usize, usize, bool)> {
    let be = |t: usize| matches!(view.folded_at(t), "was" | "were" | "is" | "been" | "being" | "are");
    let before = t.checked_sub(1).filter(|b| *b >= view.tokens.0)?;
    let helper = if be(before) { before } else { before.saturating_sub(1) };
    Some(match (view.folded(t), view.folded_at(t + 1)) {
        ("caused" | "triggered" | "sparked" | "prompted", "by") if be(helper) => (helper, t + 1, true),
        ("resulted" | "stemmed", "from") => (t, t + 1, true),
        ("followed", "the" | "a" | "an" | "its" | "their" | "his" | "her") if !be(before) => (t, t, true),
        ("led" | "leads", "to") | ("resulted", "in") => (t, t + 1, false),
        ("caused" | "causes" | "triggered" | "sparked" | "prompted", "the" | "a" | "an") if !be(before) => (t, t, false),
        _ => return None,
    })
}

/// What stands before English token `t` in its clause, as far as it is accounted for.
fn left_of(unit: &Unit, t: usize) -> Vec<Person> {
    let view = &unit.english;
    let ends = |t: &usize| view.side.tokens.get(*t).is_none_or(|w| w.kind == Kind::Symbol && view.folded(*t) != "-");
    let clause = |t: &usize| matches!(view.folded(*t), "that" | "said" | "which" | "and" | "but");
    all(unit, view.before(t, BEFORE).rev().take_while(|t| !ends(t) && !clause(t)))
}

/// What stands right behind English token `t`.
fn right_of(unit: &Unit, t: usize) -> Vec<Person> {
    let view = &unit.english;
    all(unit, view.behind(t, BEHIND).take_while(|t| view.is_word(*t)))
}

fn all(unit: &Unit, tokens: impl Iterator<Item = usize>) -> Vec<Person> {
    let view = &unit.english;
    let found = tokens.filter_map(|t| {
        let item = view.item_at(t).filter(|i| unit.accident(Lang::English, *i) < 0.1)?;
        let place = partner_token(unit, Lang::English, item)?;
        Some(Person { span: view.item(item).span, place: (place, place) })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("role-reversal", english, arabic).len()
    }

    #[test]
    fn the_cause_is_not_what_it_brings_about() {
        for (english, arabic) in [
            ("The shortage of diesel was caused by the closure of the refinery.", "تسبب نقص الديزل في إغلاق المصفاة."),
            ("The collapse of the fishery followed the closure of two factories.", "أدى انهيار المصايد إلى إغلاق مصنعين."),
            ("The closure of the refinery led to a shortage of diesel.", "أدى نقص الديزل إلى إغلاق المصفاة."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_cause_in_other_words() {
        for (english, arabic) in [
            ("The shortage of diesel was caused by the closure of the refinery.", "تسبب إغلاق المصفاة في نقص الديزل."),
            ("The shortage of diesel was caused by the closure of the refinery.", "نجم نقص الديزل عن إغلاق المصفاة."),
            ("The closure of the refinery led to a shortage of diesel.", "أدى إغلاق المصفاة إلى نقص الديزل."),
            ("The closure of the refinery led to a shortage of diesel.", "أُغلقت المصفاة ما أدى إلى نقص الديزل."),
            ("The collapse of the fishery followed the closure of two factories.", "انهارت المصايد بعد إغلاق مصنعين."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
