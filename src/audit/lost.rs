//! A word of an Arabic source that the English lost: nothing accounts for it, and the English breaks off, or seems to, about where it
//! should stand.
//!
//! [`super::gap`] knows places that no sentence has; of all others [`crate::grammar`] tells how much likelier the sentence is with a word more.

use std::cell::{LazyCell, OnceCell};
use std::ops::Range;

use super::clearer::known::is_beside_a_date;
use super::coverage::weight_of;
use super::facing::{facing, is_mostly_glued, partner_token};
use super::gap::gaps;
use super::unit::{Note, Unit, View};
use crate::evidence::item::Kind;
use crate::finding::Severity;
use crate::grammar::chain::Chain;
use crate::grammar::model::Model;
use crate::grammar::symbol::{CONTENT, readings};
use crate::lang::Lang;
use crate::span::Span;

/// Log odds that a translation lost a word where its grammar breaks off, before what is left over there.
const GAP: f32 = 0.2;

/// Log odds that a leftover word was lost: a logistic regression on 3,200 right pairs, as they are and with one English word taken out
/// of each that is the head of a phrase, by a model of other sentences. The constant is lower than fitted: few translations lose a word. At even
/// odds one right pair in a hundred has one.
const CONSTANT: f32 = -2.3;
/// For each nat of evidence that the word should have been found.
const EVIDENCE: f32 = 1.37;
/// For each nat that the English gains by a word between the counterparts of its neighbours, and about there.
const BETWEEN: f32 = 0.37;
const ABOUT: f32 = 0.4;
/// That what would account for it accounts for another word: the sentence had both.
const ONCE: f32 = 1.25;
/// That it is a name.
const NAME: f32 = 0.89;
/// For each nat of English words that are left over there: it may be said by them.
const LEFT_OVER: f32 = -0.47;
/// For each word beside it that is left over as well: what is told freely leaves over phrases.
const BESIDE: f32 = -0.7;
/// For the logarithm of the number of English words: the more there are, the more are left over.
const LENGTH: f32 = -1.01;

/// How far about the place, in tokens, the English may lack it.
const WIDE: usize = 4;
/// Nats that a word put in, or words left over, may give or take at most.
const MOST: f32 = 4.5;

/// Words of an Arabic source that the English lost.
pub(super) fn lost(unit: &Unit, notes: &mut Vec<Note>) {
    broken(unit, notes);
    if unit.is_one_sided() || is_mostly_glued(unit) || unit.is_glued() {
        return;
    }
    let (english, arabic) = (&unit.english, &unit.arabic);
    let chain = LazyCell::new(|| Chain::new(Model::english(), &readings(english.text, &english.side.tokens, english.token_range())));
    let gains: Vec<OnceCell<f32>> = vec![OnceCell::new(); english.len()];
    let gain = |t: usize| {
        let at = t - english.tokens.0;
        *gains[at].get_or_init(|| (chain.missing(at, &CONTENT) as f32).clamp(-MOST, MOST))
    };
    let length = LENGTH * (1.0 + english.item_range().len() as f32).ln();
    // One place lacks one word.
    let mut found: Vec<(f32, u32, usize)> = Vec::new();
    for a in arabic.item_range() {
        let item = arabic.item(a);
        let lost = unit.partner(Lang::Arabic, a).is_none() && matches!(item.kind, Kind::Word | Kind::Name | Kind::Unknown);
        if !lost || is_beside_a_date(arabic, a) {
            continue;
        }
        let is_left = |i: &u32| arabic.item_range().contains(i) && unit.partner(Lang::Arabic, *i).is_none();
        let beside = [a.wrapping_sub(1), a + 1].iter().filter(|i| is_left(i)).count();
        let said = [
            CONSTANT + length,
            EVIDENCE * weight_of(unit, Lang::Arabic, a),
            if unit.is_linked(Lang::Arabic, a) { ONCE } else { 0.0 },
            if item.kind == Kind::Name { NAME } else { 0.0 },
            BESIDE * beside as f32,
        ];
        let said: f32 = said.iter().sum();
        let least = unit.context.least - (BETWEEN + ABOUT) * MOST;
        if said < least || unit.context.elsewhere(Lang::Arabic, a) {
            continue;
        }
        let Some(between) = between(unit, a) else { continue };
        let said = said + LEFT_OVER * left_over(unit, &between);
        if said < least {
            continue;
        }
        let best = |range: Range<usize>| {
            let gains = range.map(|t| (gain(t), t));
            gains.max_by(|x, y| x.0.total_cmp(&y.0)).unwrap_or((-MOST, between.start))
        };
        let (gain, at) = best(between.clone());
        // Few are that near to being told.
        if said + BETWEEN * gain + ABOUT * MOST < unit.context.least {
            continue;
        }
        let wide = english.about(between.clone(), WIDE, WIDE);
        let (gain_about, about) = best(wide);
        let odds = said + BETWEEN * gain + ABOUT * gain_about;
        let at = if gain_about > gain + 1.0 { about } else { at };
        if odds >= unit.context.least {
            found.push((odds, a, at));
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0));
    for (k, (odds, a, at)) in found.iter().enumerate() {
        if found[..k].iter().all(|(_, _, other)| other != at) {
            report(unit, *at, Some(*a), *odds, notes);
        }
    }
}

/// The English tokens before which Arabic item `a` should stand, by the nearest items before and after it that are accounted for.
fn between(unit: &Unit, a: u32) -> Option<Range<usize>> {
    let english = &unit.english;
    let mut before = (unit.arabic.items.0..a).rev();
    let mut after = a + 1..unit.arabic.items.1;
    let before = before.find_map(|i| partner_token(unit, Lang::Arabic, i)).unwrap_or(english.tokens.0);
    let after = after.find_map(|i| partner_token(unit, Lang::Arabic, i)).unwrap_or(english.tokens.1.checked_sub(1)?);
    Some(english.about(before.min(after)..before.max(after) + 1, 0, 1))
}

/// Evidence of the English items about `place` that nothing accounts for, in nats.
fn left_over(unit: &Unit, place: &Range<usize>) -> f32 {
    let english = &unit.english;
    let about = place.start.saturating_sub(1)..place.end;
    let left = english.item_range().filter(|e| unit.partner(Lang::English, *e).is_none());
    left.filter(|e| about.contains(&(english.item(*e).token as usize))).map(|e| weight_of(unit, Lang::English, e)).sum::<f32>().min(MOST)
}

/// Arabic words that are left over where the English breaks off: a translation that lost a word, or a source that did.
pub(super) fn broken(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let (english, arabic) = (&unit.english, &unit.arabic);
    for at in gaps(english) {
        let before = before(english, at);
        let place = facing(unit, Lang::English, before.unwrap_or(at), at).unwrap_or(arabic.token_range());
        let lost = arabic.side.items_within(place).map(|i| i as u32).filter(|i| unit.partner(Lang::Arabic, *i).is_none());
        let weight = |i: &u32| weight_of(unit, Lang::Arabic, *i);
        let lost = lost.max_by(|x, y| weight(x).total_cmp(&weight(y)));
        // Whoever mends the source does no wrong.
        let odds = if unit.source() == Lang::English { GAP } else { GAP + lost.map_or(0.0, |i| weight(&i)) };
        report(unit, at, lost, odds, notes);
    }
}

/// The token before `at`, if it is of the same sentence.
fn before(english: &View, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|b| *b >= english.tokens.0)
}

/// That a word is missing before English token `at`, and that Arabic item `lost` may be it.
fn report(unit: &Unit, at: usize, lost: Option<u32>, odds: f32, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = lost.map(|i| arabic.item(i).span);
    let span: Span = english.side.tokens.span(before(english, at).unwrap_or(at), at);
    let about = |n: &Note| n.arabic.zip(word).is_some_and(|(a, b)| a.overlaps(b));
    if notes.iter().any(|n| about(n) && n.odds >= odds) {
        return;
    }
    notes.retain(|n| !about(n));
    let from_english = unit.source() == Lang::English;
    let (here, words) = (english.words(span), word.map_or("", |w| arabic.words(w)));
    let message = match (lost.is_some(), from_english) {
        // English that is whole lacks no word, for all that it may say too little.
        (true, false) if !gaps(english).contains(&at) => format!("“{words}” has no counterpart; it might stand at “{here}”."),
        (true, false) => format!("A word is missing at “{here}”; “{words}” has no counterpart."),
        (true, true) => format!("The source lacks a word at “{here}”; the translation has “{words}”."),
        (false, false) => format!("A word is missing at “{here}”."),
        // What the translation makes of it is not known: it is only worth a look.
        (false, true) => format!("The source lacks a word at “{here}”."),
    };
    let severity = from_english.then_some(if lost.is_some() { Severity::Minor } else { Severity::Neutral });
    notes.push(Note { message, odds, severity, ..unit.quoted(Some(span), word) });
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::in_english;

    fn lost(arabic: &str, english: &str) -> Vec<String> {
        in_english("dropped-claim", arabic, english).into_iter().map(|f| f.expected).collect()
    }

    #[test]
    fn a_sentence_that_lost_a_word() {
        for (arabic, english, word) in [
            (
                "زار الوزير المصنع الجديد أمس مع وفد من المهندسين.",
                "The minister the new factory yesterday with a delegation of engineers.",
                "زار",
            ),
            (
                "أطلقت الشركة تطبيقا جديدا للهواتف في الأسواق الأوروبية.",
                "The company launched a new for phones in European markets.",
                "تطبيقا",
            ),
            ("يعتقد العلماء أن البركان ثار قبل ألف عام.", "Scientists that the volcano erupted a thousand years ago.", "يعتقد"),
        ] {
            assert_eq!(lost(arabic, english), [word], "{english}");
        }
    }

    #[test]
    fn a_sentence_that_is_whole() {
        for (arabic, english) in [
            (
                "زار الوزير المصنع الجديد أمس مع وفد من المهندسين.",
                "The minister toured the new factory yesterday with a delegation of engineers.",
            ),
            (
                "وحددت المحكمة يوم 4 يناير المقبل موعدا لأولى جلسات المحاكمة.",
                "The court has set January 4 for the first session of the trial.",
            ),
            (
                "انقطعت المياه عن القرية بعد أن دمر الفيضان الجسر.",
                "The village was left without water when the flood destroyed the bridge.",
            ),
        ] {
            assert_eq!(lost(arabic, english), [""; 0], "{english}");
        }
    }

    #[test]
    fn english_that_is_whole_lacks_no_word() {
        let message = |english: &str| {
            let found = in_english("dropped-claim", "أطلقت الشركة تطبيقا جديدا للهواتف في الأسواق الأوروبية.", english);
            found.into_iter().map(|f| f.message).collect::<Vec<_>>()
        };
        let whole = message("The company launched phones in European markets.");
        assert!(whole.iter().all(|m| !m.starts_with("A word is missing")), "{whole:?}");
    }
}
