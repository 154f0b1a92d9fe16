//! Fixed phrases (`come under fire`, `at stake`) that were not read as such: nothing of the Arabic is any of what they are rendered by.
//!
//! For a phrase that hardly ever means anything else, [`super::trap`] knows most of what may render it. Where none of that stands,
//! either one of its words was rendered by itself, or something that accounts for nothing stands in its place.

use super::facing::{counterpart, facing};
use super::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::denial::denies_clause;
use crate::lexicon::trap::{self, Rendering, Trap};
use crate::lexicon::words::is_function;

/// Log odds where one of its words is rendered by itself.
const BY_ITSELF: f32 = 0.3;
/// Log odds where something else stands in its place.
const IN_ITS_PLACE: f32 = 0.25;
/// How often at least a word of that place is found where it was translated, to be told from one that the lexicon lacks.
const KNOWN: f32 = 0.55;

/// What to say of the phrase of `trap` at tokens `first ..= last`, of whose own Arabic nothing stands anywhere.
pub(super) fn check(unit: &Unit, (first, last): (usize, usize), trap: Trap, stands: &impl Fn(Rendering) -> bool) -> Option<Note> {
    let view = &unit.english;
    // `taking over-the-counter medicine` is another phrase, and `the London School of Tropical Medicine` is a name.
    let reaches_on = view.precedes(last, &["-"]) || view.follows(first, &["-"]);
    let is_named = (first..=last).any(|t| t > view.tokens.0 && view.is_capital(t));
    if !trap.is_fixed() || reaches_on || is_named || trap.any_own().iter().any(|form| stands(*form)) {
        return None;
    }
    let (at, leftover) = match by_itself(unit, (first, last), trap) {
        Some(at) => (at, false),
        None => (in_its_place(unit, (first, last))?, true),
    };
    let (english, arabic) = (view.side.tokens.span(first, last), unit.arabic.side.tokens.span(at, at));
    let (e, a, sense) = (view.words(english), unit.arabic.words(arabic), trap.sense());
    let (message, odds) = if leftover {
        (format!("“{e}” is here {sense}; “{a}” stands in its place."), IN_ITS_PLACE)
    } else {
        (format!("“{e}” is here {sense}; the Arabic has only “{a}” of it."), BY_ITSELF)
    };
    // What else is left over tells how free the translation is.
    Some(Note { message, odds, leftover, ..unit.quoted(Some(english), Some(arabic)) })
}

/// The Arabic token that renders a word of the phrase by itself, and is part of nothing that renders the phrase.
fn by_itself(unit: &Unit, (first, last): (usize, usize), trap: Trap) -> Option<usize> {
    (first..=last).filter(|t| !is_function(Lang::English, unit.english.folded(*t))).find_map(|t| {
        let at = counterpart(unit, Lang::English, t)?;
        let there = trap::terms_of(&unit.arabic.side.tokens, at);
        let is_own = trap.any_own().iter().flat_map(|form| trap::words_of(*form)).any(|word| there.contains(word));
        (!is_own && renders_word(unit, t, at)).then_some(at)
    })
}

/// Whether the lexicon renders English token `t` by Arabic token `at` as a word, and not as part of any phrase.
fn renders_word(unit: &Unit, t: usize, at: usize) -> bool {
    let arabic = unit.arabic.side.readings.of(at);
    let renders = |id: u32| unit.lexicon().arabic_forms(id).any(|form| arabic.iter().any(|r| r.id == form));
    let longest = unit.english.side.readings.of(t).iter().filter(|r| renders(r.id)).map(|r| r.length).max();
    longest == Some(1)
}

/// The first Arabic token about where the phrase should stand that accounts for nothing, where nothing accounts for the phrase either.
fn in_its_place(unit: &Unit, (first, last): (usize, usize)) -> Option<usize> {
    let is_open = |lang: Lang, i: u32| !unit.is_linked(lang, i) && !unit.context.elsewhere(lang, i);
    // `so far` may stand anywhere, and `did not rule out` is left open.
    let is_adverb = is_function(Lang::English, unit.english.folded(first));
    let is_denied = (1..=2).any(|back| denies_clause(unit.english.folded_at(first.wrapping_sub(back))));
    if is_adverb
        || is_denied
        || unit.is_one_sided()
        || !(first..=last).filter_map(|t| unit.english.item_at(t)).all(|i| is_open(Lang::English, i))
    {
        return None;
    }
    let arabic = &unit.arabic;
    facing(unit, Lang::English, first, last)?
        .filter(|t| !is_function(Lang::Arabic, arabic.folded(*t)))
        .find(|t| arabic.item_at(*t).is_some_and(|i| is_open(Lang::Arabic, i) && arabic.item(i).p1 > KNOWN))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    const RULE: &str = "wrong-sense";

    #[test]
    fn a_phrase_of_which_one_word_is_rendered_by_itself_is_found() {
        let english = "Voters want a level playing field in the election.";
        let found = findings(RULE, english, "يريد الناخبون ساحة في الانتخابات.");
        assert_eq!(found.len(), 1);
        assert!(found[0].message.ends_with("the Arabic has only “ساحة” of it."), "{}", found[0].message);
        assert_eq!(findings(RULE, english, "يريد الناخبون تكافؤ الفرص في الانتخابات.").len(), 0);
    }

    #[test]
    fn a_phrase_in_whose_place_something_else_stands_is_found() {
        let found = |english: &str, arabic: &str| findings(RULE, english, arabic).len();
        assert_eq!(found("The two leaders buried the hatchet at a summit in Vienna.", "نسف الزعيمان الخلاف في قمة في فيينا."), 1);
        assert_eq!(found("The two leaders buried the hatchet at a summit in Vienna.", "تصالح الزعيمان في قمة في فيينا."), 0);
        assert_eq!(found("The workers downed tools on Monday at the port of Hamburg.", "أطعم العمال يوم الاثنين في ميناء هامبورغ."), 1);
        // What is denied may be said the other way round.
        assert_eq!(found("The workers never downed tools at the port of Hamburg.", "ثابر العمال في ميناء هامبورغ."), 0);
    }
}
