//! What stands beside a number and tells what it measures: `80 dollars a barrel`, which has become 80 دولارا للطن; `3 percentage points`,
//! 3 في المئة.

use crate::anchor::quantity::{Measure, Quantity};
use crate::audit::figures::{Figures, other_words};
use crate::audit::unit::{Note, Unit, only};
use crate::lang::Lang;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const PRICE: f32 = 1.5;
const POINTS: f32 = 0.6;

/// What prices are told by: English words, and Arabic ones, folded and without the article.
const PRICED: [(&[&str], &[&str]); 9] = [
    (&["barrel"], &["برميل"]),
    (&["tonne", "ton"], &["طن"]),
    (&["ounce"], &["اونصه", "اوقيه", "اونسه"]),
    (&["gallon"], &["غالون", "جالون"]),
    (&["litre", "liter"], &["لتر", "ليتر"]),
    (&["kilogram", "kilogramme", "kilo", "kg"], &["كيلوغرام", "كيلوجرام", "كيلو", "كغ", "كيلوغراما"]),
    (&["gram", "gramme"], &["غرام", "جرام"]),
    (&["bushel"], &["بوشل"]),
    (&["share"], &["سهم"]),
];

static PER: Question = Question::new();
static PERCENTAGE: Question = Question::new();

pub(super) fn check(unit: &Unit, figures: &Figures, notes: &mut Vec<Note>) {
    notes.extend(price(unit));
    notes.extend(points(unit, figures));
}

/// The only price of so much on each side, where it is of another measure.
fn price(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let which = |word: &str| PRICED.iter().position(|(words, _)| words.contains(&word));
    let priced = english.tokens_that_are(&PER, |word| PRICED.iter().any(|(words, _)| words.contains(&word)));
    let (e, here) = only(priced.filter_map(|t| {
        let per = matches!(english.folded_at(t.wrapping_sub(1)), "a" | "an" | "per");
        // `a barrel bomb`
        let money = (t.saturating_sub(4)..t)
            .any(|b| matches!(english.folded_at(b), "$" | "€" | "£" | "cents" | "dollars" | "dollar" | "euros" | "pounds" | "yuan"));
        Some((which(english.folded(t)).filter(|_| per && money)?, english.side.tokens.span(t - 1, t)))
    }))?;
    let (a, there) = only(arabic.token_range().filter_map(|t| {
        let word = arabic.folded(t);
        let bare = word.strip_prefix("لل").or_else(|| word.strip_prefix('ل'));
        let each = || named(word).filter(|_| matches!(arabic.folded_at(t.wrapping_sub(1)), "لكل" | "كل"));
        Some((bare.and_then(named).or_else(each)?, arabic.side.tokens.span(t, t)))
    }))?;
    // Who converts the price, says both.
    let says = |lang: Lang, n: usize| match lang {
        Lang::English => english.token_range().any(|t| PRICED[n].0.iter().any(|word| english.folded(t).starts_with(word))),
        Lang::Arabic => arabic.token_range().any(|t| PRICED[n].1.iter().any(|word| arabic.folded(t).contains(word))),
    };
    let other = e != a && !says(Lang::Arabic, e) && !says(Lang::English, a);
    other.then(|| other_words(unit, here, there, PRICE))
}

fn named(word: &str) -> Option<usize> {
    PRICED.iter().position(|(_, words)| words.contains(&word))
}

/// `3 percentage points`, which are not 3 في المئة of anything.
fn points(unit: &Unit, figures: &Figures) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let percentages = english.tokens_that_are(&PERCENTAGE, |word| word == "percentage");
    let at = only(percentages.filter(|t| english.folded_at(t + 1).starts_with("point")))?;
    let points = |t: usize| {
        let word = arabic.folded(t);
        ["نقط", "نقاط"].iter().any(|stem| word.contains(stem))
    };
    let percent = |t: usize| t != at && (english.folded(t).starts_with("percent") || matches!(english.folded(t), "%" | "per"));
    if arabic.token_range().any(points) || english.token_range().any(percent) {
        return None;
    }
    let near = |q: &&Quantity| (at.saturating_sub(2)..=at).contains(&(q.number_tokens.end as usize)) || q.tokens.contains(&(at as u32));
    let (_, a) = figures
        .numbers()
        .filter_map(|(facing, _)| facing.both())
        .find(|(e, a)| near(e) && a.measure == Measure::Percent && e.low == a.low)?;
    Some(other_words(unit, english.side.tokens.span(at, at + 1), a.span, POINTS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("unit-or-currency-mismatch", english, arabic).len()
    }

    #[test]
    fn another_measure() {
        for (english, arabic) in [
            ("The price rose to 80 dollars a barrel.", "ارتفع السعر إلى 80 دولارا للطن."),
            ("Growth was 3 percentage points lower.", "كان النمو أقل بنسبة 3 في المئة."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_measure() {
        for (english, arabic) in [
            ("The price rose to 80 dollars a barrel.", "ارتفع السعر إلى 80 دولارا للبرميل."),
            ("The price rose to 80 dollars a barrel.", "ارتفع سعر البرميل إلى 80 دولارا."),
            ("Growth was 3 percentage points lower.", "كان النمو أقل بثلاث نقاط مئوية."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
