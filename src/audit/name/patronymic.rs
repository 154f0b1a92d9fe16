//! The name of somebody who is called by his father's, which has become another: `Mariem bint Sidi`, آمنة بنت سيدي.

use super::given;
use super::replaced;
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lexicon::words;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;

/// What joins the two names, in English and, folded, in Arabic.
#[rustfmt::skip]
const ENGLISH: &[&str] = &["bin", "ibn", "ben", "bint", "mint", "ould"];
const ARABIC: &[&str] = &["بن", "ابن", "بنت", "ابنه", "ولد"];

static JOINS: Question = Question::new();

/// A first name that nothing accounts for, where the other side has another one before the same father's.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let english = &unit.english;
    notes.extend(english.tokens_that_are(&JOINS, |word| ENGLISH.contains(&word)).find_map(|t| another(unit, t)));
}

fn another(unit: &Unit, joint: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let first = joint.checked_sub(1).filter(|t| *t >= english.tokens.0 && english.is_capital(*t))?;
    let father = english.is_capital(joint + 1).then(|| english.item_at(joint + 1))??;
    let own = |t: usize| english.item_at(t).and_then(|i| partner_token(unit, Lang::English, i));
    let of_father = partner_token(unit, Lang::English, father)?;
    let there = of_father.checked_sub(2).filter(|t| *t >= arabic.tokens.0 && ARABIC.contains(&arabic.folded(t + 1)))?;
    let taken = |t: usize| arabic.item_at(t).is_some_and(|i| unit.partner(Lang::Arabic, i).is_some());
    let name = arabic.folded(there);
    let small =
        words::is_function(Lang::Arabic, name) || name.starts_with("ال") || name.chars().count() < 3 || english.folded(first).len() < 4;
    let closed = own(first).is_some() || taken(there) || small;
    let told = !closed && !given::is_heard(unit, english.folded(first), there, of_father);
    told.then(|| replaced(unit, english.side.tokens.span(first, joint + 1), arabic.side.tokens.span(there, of_father), ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("name-mismatch", english, arabic).len()
    }

    #[test]
    fn another_first_name() {
        assert_eq!(found("The president appointed Mariem Mint Sidi on Friday.", "عين الرئيس آمنة بنت سيدي يوم الجمعة."), 1);
    }

    #[test]
    fn the_same_first_name() {
        for (english, arabic) in [
            ("The president appointed Mariem Mint Sidi on Friday.", "عين الرئيس مريم بنت سيدي يوم الجمعة."),
            ("The king met Mohammed bin Salman on Friday.", "التقى الملك محمد بن سلمان يوم الجمعة."),
            ("The king met Muqrin bin Abdulaziz on Friday.", "التقى الملك مقرن بن عبد العزيز يوم الجمعة."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
