//! `Kansas City, Missouri`: a place and the one that it lies in, which have become two: كانساس سيتي وميزوري.

use crate::audit::unit::{Note, Unit, View};
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lexicon::Class;

/// How far, in tokens, the place may stand from the one that it lies in, in Arabic.
const NEAR: usize = 3;

/// Places that a comma joins to their state or country in English, and that `و` parts from it in Arabic.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    for comma in english.token_range().filter(|t| english.folded(*t) == ",") {
        let Some(before) = comma.checked_sub(1).filter(|t| english.token_range().contains(t)) else { continue };
        let Some(state) = english.item_at(comma + 1).filter(|i| is_land(unit, *i)) else { continue };
        let Some(place) = english.side.items_within(before..comma).next().map(|i| i as u32) else { continue };
        // `Nevada, Utah` and `Syria, Iraq` are lists.
        let capital = english.is_capital(before);
        if !capital
            || is_land(unit, place)
            || is_of(unit, place, &[Class::Demonym])
            || !closes(english, state)
            || is_listed(english, before)
        {
            continue;
        }
        let Some((there, land)) = unit.partner(Lang::English, place).zip(unit.partner(Lang::English, state)) else { continue };
        let (city, token) = (arabic.item(there).token as usize, arabic.item(land).token as usize);
        // The و of ويسكونسون is that of `Wisconsin`.
        let named = english.folded(english.item(state).token as usize);
        let own = named.starts_with('w') && !arabic.folded(token).starts_with("وو")
            || arabic.side.readings.of(token).iter().any(|r| unit.lexicon().folded(r.id).starts_with('و'));
        if arabic.folded(token).starts_with('و') && !own && city < token && token - city <= NEAR {
            let span = english.side.tokens.span(before, comma).cover(english.item(state).span);
            let two = arabic.item(there).span.cover(arabic.item(land).span);
            let (whole, parts) = (english.words(span), arabic.words(two));
            let message = format!("“{whole}” is one place; in Arabic it has become two, “{parts}”.");
            notes.push(Note { message, odds: 1.2, severity: Some(Severity::Major), ..unit.quoted(Some(span), Some(two)) });
        }
    }
}

/// Whether English item `i` is a state, a region or a country.
fn is_land(unit: &Unit, i: u32) -> bool {
    is_of(unit, i, &[Class::Region, Class::Country])
}

fn is_of(unit: &Unit, i: u32, classes: &[Class]) -> bool {
    let readings = unit.english.side.readings.of(unit.english.item(i).token as usize);
    readings.iter().any(|r| classes.contains(&unit.lexicon().class(r.id)))
}

/// Whether the name of item `i` ends what stands between commas.
fn closes(view: &View, i: u32) -> bool {
    let next = view.side.tokens.within(view.item(i).span).end;
    // `Amazon, Google and Apple` is a list.
    let goes_on = view.folded_at(next) == "," && view.is_capital(next + 1);
    !goes_on
        && (next >= view.tokens.1
            || matches!(view.folded(next), "," | "." | ")" | "-" | "–" | "—" | "and" | "on" | "in" | "after" | "where"))
}

/// Whether the place at token `t` goes on a list: `Paris, Rome, Italy`.
fn is_listed(view: &View, t: usize) -> bool {
    let start = (view.tokens.0..t).rev().take_while(|i| view.is_capital(*i)).last();
    let before = start.unwrap_or(t).checked_sub(1).map_or("", |b| view.folded_at(b));
    before == ","
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("name-mismatch", english, arabic).iter().filter(|f| f.message.contains("one place")).count()
    }

    #[test]
    fn one_place_that_has_become_two() {
        let english = "The storm hit Dubuque, Iowa, on Monday.";
        assert_eq!(found(english, "ضربت العاصفة دوبوك وأيوا يوم الاثنين."), 1);
        assert_eq!(found(english, "ضربت العاصفة دوبوك، أيوا يوم الاثنين."), 0);
        assert_eq!(found("He grew up in Oshkosh, Wisconsin, where he taught.", "نشأ في أوشكوش، ويسكونسون، حيث درس."), 0);
        assert_eq!(found(english, "ضربت العاصفة دوبوك في ولاية أيوا يوم الاثنين."), 0);
        assert_eq!(found("The storm hit Nevada, Iowa and Utah.", "ضربت العاصفة نيفادا وأيوا ويوتا."), 0);
    }
}
