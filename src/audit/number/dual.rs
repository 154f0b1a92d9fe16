//! Two that have become one: الصحفيان, `the journalist`.

use crate::audit::facing::partner_token;
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;
use crate::lexicon::words;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.0;

static DUAL: Question = Question::new();

/// A dual that no other number is, for which English has one.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    /// English words that say or may say that there are two.
    #[rustfmt::skip]
    const TWO: &[&str] = &[
        "two", "both", "pair", "couple", "duo", "twins", "twin", "double", "other", "another", "second",
        "each", "either", "together", "couples",
    ];
    let (english, arabic) = (&unit.english, &unit.arabic);
    arabic.tokens_that_are(&DUAL, |word| word.ends_with("ان") && word.chars().count() > 5).find_map(|t| {
        let item = arabic.item_at(t)?;
        let here = partner_token(unit, Lang::Arabic, item)?;
        let one = is_one(unit, here) && is_dual_of(unit, here, arabic.folded(t));
        let two = || english.token_range().any(|w| TWO.contains(&english.folded(w)) || english.folded(w).parse() == Ok(2));
        let again = || english.token_range().filter(|w| english.folded(*w) == english.folded(here)).count() > 1;
        (one && !two() && !again()).then(|| other_words(unit, english.side.tokens.span(here, here), arabic.side.tokens.span(t, t), ODDS))
    })
}

/// Whether the English noun at token `t` is one: `the journalist was`, and nobody is joined to it.
fn is_one(unit: &Unit, t: usize) -> bool {
    let view = &unit.english;
    let word = view.folded(t);
    let behind = view.folded_at(t + 1);
    let single = matches!(view.folded_at(t.wrapping_sub(1)), "the" | "a" | "an" | "this" | "that") && !view.is_capital(t);
    let verb = matches!(behind, "was" | "is" | "has" | "who" | "had" | "said" | "" | "." | ",") || behind.ends_with("ed");
    let listed = view.around(t, 4, 3).any(|w| matches!(view.folded(w), "and" | "or" | "&"));
    single && verb && !listed && !word.ends_with('s') && words::irregular(word).is_none()
}

/// Whether a folded Arabic word is the dual of a word for what the English token `t` means.
fn is_dual_of(unit: &Unit, t: usize, word: &str) -> bool {
    let lexicon = unit.lexicon();
    let Some(item) = unit.english.item_at(t) else { return false };
    let forms: Vec<&str> =
        unit.english.meanings(item).into_iter().flat_map(|c| lexicon.arabic_forms(c)).map(|form| lexicon.folded(form)).collect();
    let heads = [word, without_conjunction(word), word.trim_start_matches(['ب', 'ل', 'ك'])];
    heads.iter().any(|head| {
        let head = head.strip_prefix("ال").unwrap_or(head);
        let Some(stem) = head.strip_suffix("ان") else { return false };
        let woman = stem.strip_suffix('ت').map(|s| format!("{s}ه"));
        let single = forms.iter().any(|form| *form == stem || woman.as_deref() == Some(*form));
        single && !forms.contains(&head)
    })
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::in_english;

    #[test]
    fn two_that_have_become_one() {
        let arabic = "استشهد الصحفيان في قصف منزلهما.";
        assert_eq!(in_english("number-mismatch", arabic, "The journalist was killed when his home was shelled.").len(), 1);
        for english in [
            "The two journalists were killed when their home was shelled.",
            "The journalists were killed when their home was shelled.",
            "The journalist and the other man were killed when their home was shelled.",
        ] {
            assert!(in_english("number-mismatch", arabic, english).is_empty(), "{english}");
        }
    }
}
