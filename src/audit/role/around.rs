//! What stands before and behind a word, each in the place of the other: `prefer the tram to the metro`, يفضلون المترو على الترام; `fired
//! after he complained`, اشتكى بعد أن فُصل; and of two things that move, `imports rose while exports fell`, ارتفعت الصادرات وتراجعت
//! الواردات.

use super::arguments::is_determiner;
use super::{Person, SURE, note};
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit, only};
use crate::audit::verb;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;
use crate::lexicon::words;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 0.8;
/// How far, in tokens, what a word joins may stand from it.
const NEAR: usize = 5;

/// English words that join two things of which each has its place, and the Arabic ones, folded.
const JOINTS: [(&str, &[&str]); 4] = [
    ("after", &["بعد", "بعدما"]),
    ("before", &["قبل", "قبيل"]),
    ("because", &["بسبب", "لان", "لانه", "لانها", "لانهم"]),
    ("despite", &["رغم", "برغم", "الرغم"]),
];

static PREFERS: Question = Question::new();
static JOINS: Question = Question::new();
static MOVES: Question = Question::new();

pub(super) fn check(unit: &Unit) -> Option<Note> {
    preferred(unit).or_else(|| joined(unit)).or_else(|| moves(unit))
}

/// A token with a counterpart that is surely its own.
fn sure(unit: &Unit, t: usize) -> Option<Person> {
    let view = &unit.english;
    let item = view.item_at(t).filter(|i| unit.accident(Lang::English, *i) < SURE && !words::stands_light(&view.side.tokens, t))?;
    let at = partner_token(unit, Lang::English, item)?;
    Some(Person { span: view.item(item).span, place: (at, at) })
}

/// `prefer X to Y`, of which Y stands right behind the Arabic verb, and X behind على.
fn preferred(unit: &Unit) -> Option<Note> {
    /// How long the first of the two may be, in tokens.
    const LONG: usize = 10;
    let (view, arabic) = (&unit.english, &unit.arabic);
    let prefers = |word: &str| word.starts_with("prefer") && !word.starts_with("preferen");
    let verb = only(view.tokens_that_are(&PREFERS, prefers))?;
    let to = only(
        view.behind(verb + 1, LONG - 2)
            .filter(|t| matches!(view.folded(*t), "to" | "over") && words::irregular(view.folded_at(t + 1)).is_none()),
    )?;
    let there = only(arabic.token_range().filter(|t| arabic.folded(*t).contains("فضل")))?;
    let over = only(arabic.behind(there + 1, LONG + 2).filter(|t| arabic.folded(*t) == "علي"))?;
    let first: Vec<Person> = (verb + 1..to).filter_map(|t| sure(unit, t)).collect();
    let second: Vec<Person> = view.behind(to, NEAR - 1).take_while(|t| view.is_word(*t)).filter_map(|t| sure(unit, t)).collect();
    let turned =
        first.iter().all(|p| p.place.0 > over && p.place.0 <= over + LONG) && second.iter().all(|p| (there..over).contains(&p.place.0));
    let (one, other) = (first.last()?, second.last()?);
    turned.then(|| note(unit, view.side.tokens.span(verb, to), arabic.side.tokens.span(there, over), &[one, other], ODDS))
}

/// The only such word of each side, where what is right before it in English stands right behind it in Arabic, and the other way round.
fn joined(unit: &Unit) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let joints: Vec<usize> = view.tokens_that_are(&JOINS, |word| JOINTS.iter().any(|(joint, _)| *joint == word)).collect();
    if joints.is_empty() {
        return None;
    }
    JOINTS.iter().find_map(|(word, marks)| {
        let at = only(joints.iter().copied().filter(|t| view.folded(*t) == *word))?;
        let there = only(arabic.token_range().filter(|t| marks.contains(&without_conjunction(arabic.folded(*t)))))?;
        let goes_on = |t: &usize| view.is_word(*t);
        let before: Vec<Person> = view.before(at, NEAR).rev().take_while(goes_on).filter_map(|t| sure(unit, t)).collect();
        let behind: Vec<Person> = view.behind(at, NEAR).take_while(goes_on).filter_map(|t| sure(unit, t)).collect();
        // All of them: one word may be said on the other side as well.
        let moved = !before.is_empty()
            && !behind.is_empty()
            && before.iter().all(|p| p.place.0 > there && p.place.0 - there <= NEAR)
            && behind.iter().all(|p| p.place.0 < there && there - p.place.0 <= NEAR);
        // بعد أن فُصل، اشتكى: behind a mark begins the other.
        let marked = moved
            && (before.iter().chain(&behind)).all(|p| {
                let (first, last) = (p.place.0.min(there), p.place.0.max(there));
                (first..last).all(|t| arabic.is_word(t))
            });
        let (one, other) = (before.first()?, behind.first()?);
        marked.then(|| note(unit, view.side.tokens.span(at, at), arabic.side.tokens.span(there, there), &[one, other], ODDS))
    })
}

/// Two nouns right before their verbs, of which each stands right behind the verb of the other.
fn moves(unit: &Unit) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let moves = view.tokens_that_are(&MOVES, |word| words::irregular(word).is_some() || word.ends_with("ed"));
    // `president Ahmed` does nothing yet.
    let verbs = moves.filter(|t| *t > view.tokens.0 && !view.is_capital(*t)).filter_map(|t| {
        let noun = sure(unit, t - 1).filter(|_| !is_determiner(view.folded(t - 1)))?;
        let verb = sure(unit, t).filter(|v| verb::is_form(unit, v.place.0, true))?;
        Some((noun, verb))
    });
    let all: Vec<(Person, Person)> = verbs.collect();
    let [(noun, verb), (other, its)] = &all[..] else { return None };
    let turned = noun.place.0 == its.place.0 + 1 && other.place.0 == verb.place.0 + 1;
    let span = view.side.tokens.within(verb.span).start;
    turned.then(|| note(unit, view.side.tokens.span(span, span), arabic.side.tokens.span(verb.place.0, verb.place.0), &[noun, other], ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn what_stands_on_the_other_side_of_a_word() {
        for (english, arabic) in [
            ("Pensioners prefer the old tram to the new metro.", "يفضل المتقاعدون المترو الجديد على الترام القديم."),
            ("He was fired after he complained.", "اشتكى بعد أن فُصل."),
            ("Imports rose while exports fell.", "ارتفعت الصادرات وتراجعت الواردات."),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn what_stands_on_its_side() {
        for (english, arabic) in [
            ("Pensioners prefer the old tram to the new metro.", "يفضل المتقاعدون الترام القديم على المترو الجديد."),
            ("He was fired after he complained.", "فُصل بعد أن اشتكى."),
            ("He was fired after he complained.", "بعد أن اشتكى فُصل."),
            ("Imports rose while exports fell.", "ارتفعت الواردات وتراجعت الصادرات."),
            ("Imports rose while exports fell.", "تراجعت الصادرات فيما ارتفعت الواردات."),
            ("The president Ahmed al-Sharaa pledged reform in Hama.", "تعهد الرئيس أحمد الشرع من حماة بالإصلاح."),
            ("The minister Walid Jumblatt visited Saida.", "زار الوزير وليد جنبلاط صيدا."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
