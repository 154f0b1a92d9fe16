//! Rule question-mismatch: a question that has become a statement, or a statement that has become a question.

use super::facing::facing;
use super::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::token::Kind;

/// Words that ask, so that a question without its mark is still one.
const ENGLISH: [&str; 10] = ["who", "whom", "whose", "what", "why", "how", "when", "where", "which", "whether"];
const ARABIC: [&str; 12] = ["هل", "اهل", "ماذا", "لماذا", "لما", "كيف", "متي", "اين", "كم", "اليس", "افلا", "ايمكن"];

/// A mark of a question on one side, and nothing that asks on the other.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    for lang in [Lang::English, Lang::Arabic] {
        let Some(mark) = mark(unit.view(lang)) else { continue };
        if asks(unit.view(lang.other()), lang.other()) {
            continue;
        }
        notes.push(note(unit, lang, mark));
        return;
    }
}

/// The first question mark that ends a word.
fn mark(view: &View) -> Option<usize> {
    view.token_range().find(|i| is_mark(view, *i))
}

fn is_mark(view: &View, i: usize) -> bool {
    view.side.tokens.get(i).is_some_and(|t| t.kind == Kind::Symbol && t.span.of(view.text).contains(['?', '؟']))
}

/// Whether a side has a question, with or without its mark.
fn asks(view: &View, lang: Lang) -> bool {
    let marked = view.words(view.span).contains(['?', '؟']);
    let word = |i: usize| {
        let word = view.folded(i);
        match lang {
            Lang::English => ENGLISH.contains(&word),
            Lang::Arabic => ARABIC.contains(&word) || word.strip_prefix(['و', 'ف']).is_some_and(|rest| ARABIC.contains(&rest)),
        }
    };
    marked || view.token_range().any(word)
}

fn note(unit: &Unit, lang: Lang, mark: usize) -> Note {
    let view = unit.view(lang);
    let ends = |i: &usize| matches!(view.folded(*i), "." | "!" | "…") || is_mark(view, *i);
    let first = (view.tokens.0..mark).rev().find(ends).map_or(view.tokens.0, |i| i + 1);
    let question = view.side.tokens.span(first, mark);
    let other = unit.view(lang.other());
    let statement = facing(unit, lang, first, mark).map_or(other.span, |t| other.side.tokens.span(t.start, t.end - 1));
    let message = if lang == unit.source() {
        "The source asks a question; the translation states it."
    } else {
        "The source states this; the translation asks it as a question."
    };
    let (english, arabic) = lang.english_first(Some(question), Some(statement));
    Note { message: message.to_owned(), odds: 2.0, ..unit.quoted(english, arabic) }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    const RULE: &str = "question-mismatch";

    #[test]
    fn a_question_that_is_stated() {
        for (english, arabic) in [
            ("Did the minister know of the payments?", "كان الوزير يعلم بأمر المدفوعات."),
            ("Are the two banks about to merge?", "البنكان على وشك الاندماج."),
            ("The villagers have gone home.", "هل عاد القرويون إلى ديارهم؟"),
            ("Sales fell in May. Will they recover?", "انخفضت المبيعات في مايو. وسوف تتعافى."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 1, "{english}");
        }
    }

    #[test]
    fn a_question_that_is_asked() {
        for (english, arabic) in [
            ("Did the minister know of the payments?", "هل كان الوزير يعلم بأمر المدفوعات؟"),
            ("Did the minister know of the payments?", "هل كان الوزير يعلم بأمر المدفوعات."),
            ("She asked whether the road was open.", "وتساءلت: هل الطريق مفتوح؟"),
            ("\"Why now?\" he asked.", "وتساءل: «لماذا الآن»."),
            ("The page is at example.org/?id=7.", "الصفحة على الموقع."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 0, "{english}");
        }
    }
}
