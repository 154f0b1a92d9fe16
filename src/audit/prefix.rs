//! Part of rule opposite-meaning: a prefix that turns a word round (`de-escalation`, `anti-government`) and is lost.

use super::unit::{Note, Unit};
use crate::lang::Lang;

/// Prefixes that are written with a hyphen and flip what follows.
const PREFIXES: [&str; 4] = ["de", "non", "anti", "counter"];

/// Folded beginnings of Arabic words that do in Arabic what these prefixes do, without clitics.
const FLIPS: [&str; 26] = [
    "خفض",
    "تخفيض",
    "تخفيف",
    "تهديه",
    "تهدئ",
    "نزع",
    "انزع",
    "ازال",
    "عدم",
    "غير",
    "لا",
    "ضد",
    "مضاد",
    "مناهض",
    "معاد",
    "معارض",
    "مكافح",
    "مناوي",
    "وقف",
    "انهاء",
    "تقليص",
    "تقليل",
    "منع",
    "بدون",
    "دون",
    "رافض",
];

/// Words before and after the partner in which the flip is looked for.
const NEAR: usize = 4;

/// Prefixed words whose base has a counterpart with nothing near it that flips it.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let view = &unit.english;
    for i in view.token_range() {
        let prefix = view.folded(i);
        if !PREFIXES.contains(&prefix) || view.folded(i + 1) != "-" || i + 2 >= view.tokens.1 {
            continue;
        }
        let Some(item) = view.item_range().find(|k| view.item(*k).token as usize == i + 2) else { continue };
        let Some(partner) = unit.partner(Lang::English, item) else { continue };
        let other = &unit.arabic;
        let at = other.item(partner).token as usize;
        let near = at.saturating_sub(NEAR).max(other.tokens.0)..(at + NEAR).min(other.tokens.1);
        if near.clone().any(|t| flips(other.folded(t))) {
            continue;
        }
        let english = view.side.tokens.span(i, i + 2);
        let arabic = phrase(unit, at);
        let (words, rendering) = (view.words(english), other.words(arabic));
        let base = view.words(view.item(item).span);
        let message = format!("`{words}` is the opposite of `{base}`, and `{rendering}` says no more than `{base}`.");
        let (expected, found) = if unit.source() == Lang::English { (words, rendering) } else { (rendering, words) };
        notes.push(Note {
            english: Some(english),
            arabic: Some(arabic),
            expected: expected.to_owned(),
            found: found.to_owned(),
            message,
            odds: 1.5,
            kind: None,
            severity: None,
        });
    }
}

fn flips(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).filter(|rest| rest.chars().count() > 2);
    let cut =
        |w: &str| FLIPS.iter().any(|f| if f.chars().count() < 3 { w == *f } else { w.strip_prefix("ال").unwrap_or(w).starts_with(f) });
    cut(word) || bare.is_some_and(cut)
}

/// The Arabic word at token `at`, with the word before it when they stand together in quotation marks.
fn phrase(unit: &Unit, at: usize) -> crate::span::Span {
    let view = &unit.arabic;
    let quoted = at > view.tokens.0 + 1 && matches!(view.folded(at - 2), "\"" | "«" | "“");
    view.side.tokens.span(if quoted { at - 1 } else { at }, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_flip() {
        for word in ["خفض", "والمناهضه", "المضاده", "لعدم", "لا"] {
            assert!(flips(word), "{word}");
        }
        for word in ["منطقه", "لاجي", "تصعيد", "الحكومه"] {
            assert!(!flips(word), "{word}");
        }
    }
}
