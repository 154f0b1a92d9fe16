//! Words of a translation that stand twice in a row: `had had been closed`, نفدت منها نفدت منها.

use super::unit::{Note, Unit, View};
use crate::finding::Kind;
use crate::lang::token::Kind as TokenKind;
use crate::lexicon::words;

/// How many words are looked for twice at most.
const MOST: usize = 12;
/// Log odds that a word stands there twice by mistake, that a small one does, and that several do. In 21,000 right texts of both languages,
/// half of the single words of which that was said were right.
const ONE: f32 = 0.4;
const SMALL: f32 = 1.5;
const SEVERAL: f32 = 2.5;

/// Folded words that are said twice: `the house he had had`, `very, very`, رويدا رويدا.
#[rustfmt::skip]
const TWICE: &[&str] = &[
    "had", "that", "very", "so", "no", "really", "many", "much", "long", "far", "ha", "bye", "blah", "is", "do", "in", "on", "her", "more", "never", "again", "please", "yes",
    "جدا", "رويدا", "شييا", "يوما", "مرارا", "كثيرا", "جنبا", "وجها", "خطوه", "مره", "نعم", "لا", "فردا", "واحدا", "قليلا", "تدريجيا", "طويلا", "بعيدا", "صفا", "دكا", "هيا",
    "كلا", "حفيد", "حفيده", "بابا", "ماما", "اكثر", "بيتا", "شبرا",
];

/// Names of Latin letters in Arabic, folded: `بي بي سي`.
#[rustfmt::skip]
const LETTERS: &[&str] = &[
    "بي", "سي", "دي", "اي", "ايه", "اف", "جي", "اتش", "جيه", "كي", "كيه", "ال", "ام", "ان", "او", "بيه", "كيو", "ار", "اس", "تي", "يو", "في", "دبليو", "اكس",
    "واي", "زد",
];

/// What stands twice in a row in the translation; nothing where the source says something twice as well.
pub(super) fn doubled(unit: &Unit) -> Vec<Note> {
    let target = unit.source().other();
    let (source, view) = (unit.view(unit.source()), unit.view(target));
    let mut notes: Vec<Note> = Vec::new();
    // Hardly ever does a word stand again so near; the rest is asked only then.
    let again = |at: usize, n: &usize| view.folded(at) == view.folded_at(at + n) && !(at..at + 2 * n).any(|t| view.is_capital(t));
    let may_be_again = |at: usize| view.side.tokens.may_stand_again(at, view.behind(at, MOST));
    let mut at = view.tokens.0;
    while at + 1 < view.tokens.1 {
        let length = if may_be_again(at) { (1..=MOST).rev().find(|n| again(at, n) && stands_twice(view, at, *n)) } else { None };
        let Some(length) = length else {
            at += 1;
            continue;
        };
        let span = view.side.tokens.span(at, at + 2 * length - 1);
        let once = view.words(view.side.tokens.span(at, at + length - 1)).to_owned();
        let (english, arabic) = target.english_first(Some(span), None);
        let message = format!("“{once}” stands twice in a row.");
        let odds = match length {
            1 if words::stands_function(&view.side.tokens, at) => SMALL,
            1 => ONE,
            _ => SEVERAL,
        };
        notes.push(Note {
            message,
            odds,
            kind: Some(Kind::Added),
            expected: once,
            found: view.words(span).to_owned(),
            ..unit.quoted(english, arabic)
        });
        at += 2 * length;
    }
    // `Tawi-Tawi`, `Baden-Baden`
    let hyphened = |t: usize| source.folded_at(t + 1) == "-" && source.folded(t) == source.folded_at(t + 2);
    // `brick by brick`, `one after another`, `a knob at a time`
    let in_turn = |t: usize| {
        let joins = matches!(source.folded_at(t + 1), "by" | "after" | "upon" | "to" | "for" | "and");
        let again = source.folded_at(t + 2);
        joins && (source.folded(t) == again || source.folded(t) == "one" && matches!(again, "another" | "the"))
            || source.folded(t) == "at" && source.folded_at(t + 1) == "a" && source.folded_at(t + 2) == "time"
    };
    let said_twice = |t: usize| hyphened(t) || in_turn(t) || (1..=MOST).any(|n| stands_twice(source, t, n));
    if !notes.is_empty() && source.token_range().any(said_twice) {
        notes.clear();
    }
    notes
}

/// Whether the `length` words at token `at` stand behind themselves once more, letter for letter.
fn stands_twice(view: &View, at: usize, length: usize) -> bool {
    let is_word = |t: usize| view.side.tokens.get(t).is_some_and(|w| w.kind == TokenKind::Word && (w.spaced || t == view.tokens.0));
    at + 2 * length <= view.tokens.1
        && (at..at + 2 * length).all(is_word)
        // A hyphen joins the last one to what follows.
        && !(view.is_tight(at + 2 * length) && view.folded_at(at + 2 * length) == "-")
        && (at..at + length).all(|t| view.words(view.side.tokens.span(t, t)) == view.words(view.side.tokens.span(t + length, t + length)))
        && !(length == 1 && (TWICE.contains(&view.folded(at)) || view.folded(at).chars().count() < 2 || is_spelled(view, at)))
}

/// Whether the two tokens from `at` on are letters of an abbreviation.
fn is_spelled(view: &View, at: usize) -> bool {
    let letter = |t: usize| LETTERS.contains(&view.folded_at(t).trim_start_matches(['و', 'ل']).trim_start_matches("ال"));
    // في and أن are words as well.
    let word = matches!(view.folded(at), "في" | "ان" | "اي" | "او" | "ال");
    letter(at) && (!word || letter(at.wrapping_sub(1)) || letter(at + 2))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn words_that_stand_twice() {
        let found = findings("misspelled", "The clinic ran out of medicine.", "نفدت من العيادة نفدت من العيادة الأدوية.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].expected, "نفدت من العيادة");
        assert_eq!(in_english("misspelled", "أغلقت المدرسة يوم الأحد.", "The school was was closed on Sunday.").len(), 1);
    }

    #[test]
    fn a_long_phrase_that_stands_twice() {
        let (arabic, english) =
            ("بدأ رفع القمامة المتكدسة في الشوارع.", "Crews began to clear the rubbish piled up in the rubbish piled up in the streets.");
        assert_eq!(in_english("misspelled", arabic, english).len(), 1);
    }

    #[test]
    fn words_that_are_said_twice() {
        for (english, arabic) in [
            ("Prices rose little by little.", "ارتفعت الأسعار شيئا فشيئا ورويدا رويدا."),
            ("The BBC said it was a long, long road.", "قالت بي بي سي إنه طريق طويل."),
            ("The ferry left for Tawi-Tawi at dawn.", "غادرت العبارة إلى تاوي تاوي عند الفجر."),
        ] {
            assert!(findings("misspelled", english, arabic).is_empty(), "{english}");
        }
        assert!(in_english("misspelled", "قالت إن لديها ما يكفي.", "She said she had had enough.").is_empty());
    }

    #[test]
    fn what_is_done_to_one_after_the_other() {
        assert!(findings("misspelled", "The wall was rebuilt stone by stone.", "أعيد بناء الجدار حجرا حجرا.").is_empty());
        assert!(findings("misspelled", "Add the eggs one at a time.", "أضف البيض بيضة بيضة.").is_empty());
        assert_eq!(findings("misspelled", "The wall fell on the road.", "سقط الجدار جدارا جدارا على الطريق.").len(), 1);
    }
}
