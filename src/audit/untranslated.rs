//! Rule untranslated: words left in the language of the source.

use std::ops::Range;

use super::unit::{Note, Unit, View};
use crate::finding::Severity;
use crate::lang::token::{Capital, Kind};
use crate::lang::{Lang, is_arabic_letter};
use crate::lexicon::words;
use crate::span::Span;

/// Letters that a word must have to be told from a unit or a symbol.
const LETTERS: usize = 3;
/// Letters from which on one that the lexicon does not know is a word all the same.
const LONG: usize = 6;

/// Small words of other languages in Latin letters.
#[rustfmt::skip]
const PARTICLES: [&str; 22] = [
    "de", "del", "la", "el", "los", "las", "du", "des", "le", "les", "di", "della", "der", "das", "und", "van", "von", "da", "dos", "et", "il", "y",
];

/// Words left in the language of the source.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let runs = foreign(unit);
    for tokens in runs {
        let (odds, words) = (odds(unit, &tokens), span(unit, &tokens));
        if odds < -1.0 {
            continue;
        }
        let target = unit.source().other();
        let found = unit.view(target).words(words).to_owned();
        let other = counterpart(unit, &found);
        let (english, arabic) = target.english_first(Some(words), other);
        let message = format!("“{found}” was left untranslated.");
        let severity = (tokens.len() > 2).then_some(Severity::Major);
        notes.push(Note { english, arabic, expected: String::new(), found, message, odds, kind: None, severity, leftover: false });
    }
}

/// Runs of words of the source language in the target.
fn foreign(unit: &Unit) -> Vec<Range<usize>> {
    let target = unit.source().other();
    let view = unit.view(target);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for i in view.token_range().filter(|i| is_foreign(view, target, *i)) {
        match runs.last_mut() {
            Some(run) if (run.end..i).all(|j| joins(view, j)) => run.end = i + 1,
            _ => runs.push(i..i + 1),
        }
    }
    runs
}

/// Whether token `i` is a word in the letters of the other language, whatever is joined before it (`وstress`).
fn is_foreign(view: &View, target: Lang, i: usize) -> bool {
    let Some(token) = view.side.tokens.get(i).filter(|t| t.kind == Kind::Word) else { return false };
    let raw = token.span.of(view.text);
    let latin = raw.trim_start_matches(is_arabic_letter);
    match target {
        Lang::Arabic => {
            !latin.is_empty()
                && latin.chars().all(|c| c.is_alphanumeric() && !is_arabic_letter(c))
                && latin.contains(|c: char| c.is_alphabetic())
        }
        Lang::English => raw.chars().any(is_arabic_letter),
    }
}

/// What may stand between two words of one run.
fn joins(view: &View, i: usize) -> bool {
    matches!(view.folded(i), "-" | "‐" | "‑" | "'" | "’" | "و" | "&" | "/")
}

/// The words of a run, without what Arabic joins before the first.
fn span(unit: &Unit, tokens: &Range<usize>) -> Span {
    let view = unit.view(unit.source().other());
    let whole = view.side.tokens.span(tokens.start, tokens.end - 1);
    let raw = view.words(whole);
    let joined = if unit.source() == Lang::English { raw.len() - raw.trim_start_matches(is_arabic_letter).len() } else { 0 };
    Span::new(whole.start + joined as u32, whole.end)
}

/// Where the same words stand in the source.
fn counterpart(unit: &Unit, words: &str) -> Option<Span> {
    let view = unit.view(unit.source());
    let text = view.words(view.span);
    let words = words.split(is_arabic_letter).map(str::trim).find(|w| !w.is_empty()).unwrap_or(words);
    let at = text.find(words).or_else(|| text.to_ascii_lowercase().find(&words.to_ascii_lowercase()).filter(|_| text.is_ascii()))?;
    let start = view.span.start + at as u32;
    Some(Span::new(start, start + words.len() as u32))
}

/// Log odds that a run should have been translated.
fn odds(unit: &Unit, tokens: &Range<usize>) -> f32 {
    let target = unit.source().other();
    let view = unit.view(target);
    if target == Lang::English {
        return 2.0;
    }
    let list: Vec<usize> = tokens.clone().filter(|i| is_foreign(view, target, *i)).collect();
    let raw = |i: usize| view.side.tokens.list()[i].span.of(view.text).trim_start_matches(is_arabic_letter);
    let lower = |i: &usize| raw(*i).starts_with(|c: char| c.is_lowercase());
    let common = list.iter().filter(|i| lower(i) && is_common(unit, raw(**i))).count();
    let capital = list.iter().filter(|i| !lower(i)).count();
    // A gloss in parentheses after the Arabic word: `النحل (bees)`.
    let bracket = is_in_bracket(view, tokens.start);
    let small = list.iter().all(|i| !lower(i) || words::is_function(Lang::English, &raw(*i).to_lowercase()));
    // `Floreros de alabastro`: a title that is no English either.
    let abroad = capital > 0 && list.iter().any(|i| lower(i) && PARTICLES.contains(&raw(*i)));
    if common == 0 || bracket || small || abroad || capital > common {
        return f32::NEG_INFINITY;
    }
    // A word that is spoken of stands in quotation marks as it is.
    let quoted = list.len() == 1 && tokens.start.checked_sub(1).is_some_and(|b| matches!(view.folded(b), "\"" | "«" | "“" | "'" | "‘"));
    1.5 + 0.5 * (common.min(4) as f32 - 1.0) - 0.7 * capital as f32 - if quoted { 1.0 } else { 0.0 }
}

/// Whether token `t` stands in a bracket, behind nothing in it but what is no Arabic: `(Scratching the Surface: a visit)`.
fn is_in_bracket(view: &View, t: usize) -> bool {
    /// The longest title in a bracket, in tokens.
    const TITLE: usize = 20;
    let ends = |b: &usize| matches!(view.folded(*b), "(" | "[" | ")" | "]") || view.folded(*b).contains(is_arabic_letter);
    (view.tokens.0..t).rev().take(TITLE).find(ends).is_some_and(|b| matches!(view.folded(b), "(" | "["))
}

/// Whether a Latin word is a common word of the source sentence.
fn is_common(unit: &Unit, word: &str) -> bool {
    let view = &unit.english;
    let folded = word.to_lowercase();
    let stands = |i: usize| view.side.tokens.get(i).is_some_and(|t| t.capital == Capital::Lower || i == view.tokens.0);
    // `impetigo` is no name, though the lexicon does not know it: it has no capital.
    let long = word.len() >= LONG && word.chars().all(|c| c.is_ascii_lowercase());
    let known = |i: usize| long || !view.side.readings.of(i).is_empty() || words::is_function(Lang::English, &folded);
    // `الـ botanists` for `botanist`.
    let plural = |one: &str, many: &str| many.strip_suffix('s') == Some(one);
    let same = |own: &str| own == folded || plural(own, &folded) || plural(&folded, own);
    word.chars().count() >= LETTERS && view.token_range().any(|i| same(view.folded(i)) && stands(i) && known(i))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn untranslated(english: &str, arabic: &str) -> Vec<String> {
        findings("untranslated", english, arabic).into_iter().map(|f| f.found).collect()
    }

    #[test]
    fn common_words_left_in_english_are_found() {
        assert_eq!(untranslated("She was an important botanist.", "كانت من الـ botanists المهمات."), ["botanists"]);
        assert_eq!(untranslated("The bank froze their savings accounts.", "جمد البنك savings accounts الخاصة بهم."), ["savings accounts"]);
        assert_eq!(untranslated("He is calm and stubborn.", "إنه هادئ وstubborn."), ["stubborn"]);
        assert_eq!(untranslated("She called it a state-of-the-art lab.", "وصفته بأنه مختبر state-of-the-art."), ["state-of-the-art"]);
        assert_eq!(untranslated("They signed a ceasefire agreement.", "وقعوا على ceasefire agreement."), ["ceasefire agreement"]);
    }

    #[test]
    fn names_symbols_and_glosses_stay() {
        for (english, arabic) in [
            ("He works for Novotek in Berlin.", "يعمل لدى Novotek في برلين."),
            ("The dose is 5 mg a day.", "الجرعة 5 mg يوميا."),
            ("The bees returned.", "عاد النحل (bees)."),
            (
                "In Mapping the Shore: an atlas of tides she drew it.",
                "رسمته في رسم الشاطئ: أطلس المد (Mapping the Shore: an atlas of tides).",
            ),
            ("Follow us at example.com today.", "تابعونا على example.com اليوم."),
            ("The iPhone sold well.", "حقق iPhone مبيعات جيدة."),
            ("The CO2 level rose.", "ارتفع مستوى CO2."),
        ] {
            assert!(untranslated(english, arabic).is_empty(), "{arabic}");
        }
    }
}
