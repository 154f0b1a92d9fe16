//! Rules dropped-segment and added-segment: a sentence that stands on one side only.

use super::unit::{Note, Unit};
use crate::lang::Lang;

/// A sentence of the source without counterpart.
pub fn dropped(unit: &Unit, notes: &mut Vec<Note>) {
    alone(unit, unit.source(), notes);
}

/// A sentence of the target without counterpart.
pub fn added(unit: &Unit, notes: &mut Vec<Note>) {
    alone(unit, unit.source().other(), notes);
}

fn alone(unit: &Unit, lang: Lang, notes: &mut Vec<Note>) {
    let (here, there) = (unit.view(lang), unit.view(lang.other()));
    if here.is_empty() || !there.is_empty() {
        return;
    }
    let items = here.item_range();
    let elsewhere = items.clone().filter(|i| unit.context.elsewhere(lang, *i)).count();
    // Half of it stands nearby: the sentence was merged into another.
    if !items.is_empty() && elsewhere * 2 > items.len() {
        return;
    }
    let source = lang == unit.source();
    let words = here.words(here.span).to_owned();
    let (expected, found) = if source { (words, String::new()) } else { (String::new(), words) };
    let message = if source {
        "This sentence of the source has no counterpart in the translation."
    } else {
        "This sentence of the translation has no counterpart in the source."
    };
    let (english, arabic) = if lang == Lang::English { (Some(here.span), None) } else { (None, Some(here.span)) };
    // A caption or a title of two or three words says less.
    let odds = if items.len() < 3 { 0.7 } else { 2.2 };
    notes.push(Note { english, arabic, expected, found, message: message.to_owned(), odds, kind: None, severity: None });
}
