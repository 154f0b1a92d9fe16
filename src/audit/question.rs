//! Rule question-mismatch: a question that has become another one or a statement, or a statement that has become a question.

use super::facing::facing;
use super::unit::{Note, Unit, View, only};
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
    notes.extend(asked_otherwise(unit));
}

/// English words that ask for more than yes or no where they start a question, with what asks for the same in Arabic, folded.
const OPEN: [(&str, &[&str]); 6] = [
    ("who", &["من", "منذا", "لمن"]),
    ("why", &["لماذا", "لم", "لما", "علام"]),
    ("how", &["كيف"]),
    ("when", &["متي"]),
    ("where", &["اين"]),
    ("what", &["ما", "ماذا", "ماهو", "ماهي", "بماذا", "بم", "اي"]),
];

/// The one question of either side, where English asks for something that Arabic does not ask for: it asks for something else
/// (`where`, متى), or for yes or no (هل).
fn asked_otherwise(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let mark = |view: &View| only(view.token_range().filter(|i| is_mark(view, *i)));
    let (end, answered) = (mark(english)?, mark(arabic)?);
    let (first, start) = (sentence_start(english, end), sentence_start(arabic, answered));
    // `So where ...?`
    let mut words = (first..end).filter(|i| english.is_word(*i));
    let word = words.find(|i| !matches!(english.folded(*i), "so" | "and" | "but" | "then"))?;
    let (asked, own) = OPEN.iter().find(|(w, _)| *w == english.folded(word))?;
    // What they make with these words may be put otherwise, and other questions may follow.
    let mixed = matches!(
        english.folded_at(word + 1),
        "if" | "about" | "not" | "many" | "much" | "long" | "often" | "far" | "come" | "else" | "time" | "day" | "year" | "kind"
    ) || english
        .token_range()
        .filter(|i| *i != word)
        .any(|i| matches!(english.folded(i), "or" | "whether" | "if") || OPEN.iter().any(|(w, _)| *w == english.folded(i)));
    let bare = |i: usize| {
        let word = arabic.folded(i);
        word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 1).unwrap_or(word)
    };
    // `هل ما يُعلَّم`: what, not a question.
    let whether = |i: usize| i.checked_sub(1).is_some_and(|b| matches!(arabic.folded_at(b), "هل" | "وهل" | "فهل"));
    let answers = |i: usize| (own.contains(&bare(i)) || own.contains(&arabic.folded(i))) && !whether(i);
    if mixed || arabic.token_range().any(answers) {
        return None;
    }
    // `من` and `ما` are mostly no question.
    let others = OPEN.iter().filter(|(w, _)| w != asked && matches!(*w, "why" | "how" | "when" | "where"));
    let others: Vec<&str> = others.flat_map(|(_, forms)| forms.iter().copied()).filter(|w| *w != "لم").collect();
    let at = (start..answered).find(|i| bare(*i) == "هل" || others.contains(&bare(*i)))?;
    let (question, put) = (english.side.tokens.span(word, end), arabic.side.tokens.span(at, answered));
    let (open, closed) = (english.words(english.side.tokens.span(word, word)), arabic.words(arabic.side.tokens.span(at, at)));
    let message = if bare(at) == "هل" {
        format!("In English the question is “{open}”; in Arabic it asks whether (“{closed}”), to be answered by yes or no.")
    } else {
        format!("In English the question is “{open}”; in Arabic it is another one, “{closed}”.")
    };
    Some(Note { message, odds: 1.0, ..unit.quoted(Some(question), Some(put)) })
}

/// The first token of the sentence that ends at token `end`.
fn sentence_start(view: &View, end: usize) -> usize {
    let ends = |i: &usize| matches!(view.folded(*i), "." | "!" | "…") || is_mark(view, *i);
    (view.tokens.0..end).rev().find(ends).map_or(view.tokens.0, |i| i + 1)
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
    let first = sentence_start(view, mark);
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
    fn an_open_question_that_asks_whether() {
        let english = "What makes the young leave the villages?";
        assert_eq!(findings(RULE, english, "هل يترك الشباب القرى؟").len(), 1);
        assert_eq!(findings(RULE, "So where is the minister now?", "متى يكون الوزير الآن؟").len(), 1);
        assert_eq!(findings(RULE, "So where is the minister now?", "أين الوزير الآن؟").len(), 0);
        assert_eq!(findings(RULE, english, "ما الذي يجعل الشباب يتركون القرى؟").len(), 0);
        assert_eq!(findings(RULE, "Do the young leave the villages?", "هل يترك الشباب القرى؟").len(), 0);
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
