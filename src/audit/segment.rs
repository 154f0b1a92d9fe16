//! Rules dropped-segment and added-segment: a sentence that stands on one side only; and moved-segment: one that stands elsewhere.

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
    let message = if lang == unit.source() {
        "This sentence of the source has no counterpart in the translation."
    } else {
        "This sentence of the translation has no counterpart in the source."
    };
    let (english, arabic) = lang.english_first(Some(here.span), None);
    // A caption or a title of two or three words says less.
    let odds = if items.len() < 3 { 0.7 } else { 2.2 };
    notes.push(Note { message: message.to_owned(), odds, ..unit.quoted(english, arabic) });
}

/// So many words of a moved sentence are quoted.
const QUOTED: usize = 6;

/// A sentence that stands elsewhere in the target.
pub fn moved(unit: &Unit, notes: &mut Vec<Note>) {
    if !unit.is_moved() || unit.is_one_sided() {
        return;
    }
    let view = unit.view(unit.source());
    let shown = view.words(view.span);
    let words: Vec<&str> = shown.split_whitespace().collect();
    let quoted = if words.len() > QUOTED { words[..QUOTED].join(" ") + " …" } else { words.join(" ") };
    let place = if unit.moved_up() { "earlier" } else { "later" };
    notes.push(Note {
        english: Some(unit.english.span),
        arabic: Some(unit.arabic.span),
        expected: String::new(),
        found: String::new(),
        message: format!("“{quoted}” comes {place} in the translation than in the source."),
        odds: 1.5,
        kind: None,
        severity: None,
        leftover: false,
    });
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Text};
    use crate::finding::{Finding, Kind, Severity};
    use crate::pipeline::{Options, audit};

    const ENGLISH: [&str; 6] = [
        "Rebels seized the northern town of Dabiq on Friday after three days of fighting.",
        "The Red Cross said 1,400 families had fled to camps near the Turkish border.",
        "A hospital in Aleppo ran out of blood and anaesthetics, two surgeons said.",
        "Schools in the province closed until further notice, the education ministry announced.",
        "Oil prices rose two percent in London because of the news.",
        "The Security Council will discuss the crisis in New York on Monday.",
    ];
    const ARABIC: [&str; 6] = [
        "استولى المتمردون على بلدة دابق الشمالية يوم الجمعة بعد ثلاثة أيام من القتال.",
        "وقال الصليب الأحمر إن 1400 أسرة فرت إلى مخيمات قرب الحدود التركية.",
        "ونفد الدم ومواد التخدير من مستشفى في حلب، بحسب جراحَين.",
        "وأغلقت المدارس في المحافظة حتى إشعار آخر، كما أعلنت وزارة التعليم.",
        "وارتفعت أسعار النفط اثنين في المئة في لندن بسبب الأنباء.",
        "ويناقش مجلس الأمن الأزمة في نيويورك يوم الاثنين.",
    ];

    fn findings(source: &[&str], target: &[&str]) -> Vec<Finding> {
        let text = |sentences: &[&str]| Text::new("a", sentences.join("\n\n")).expect("letters");
        let article = Article { id: "a".into(), source: text(source), target: text(target), given: Vec::new() };
        let mut findings = audit(&article, &Options::default()).findings;
        findings.retain(|f| f.rule.ends_with("-segment"));
        findings
    }

    fn in_order(sentences: &[&'static str; 6], order: [usize; 6]) -> Vec<&'static str> {
        order.map(|i| sentences[i]).to_vec()
    }

    #[test]
    fn a_moved_sentence_is_neither_dropped_nor_added() {
        let later = findings(&ENGLISH, &in_order(&ARABIC, [0, 2, 3, 4, 5, 1]));
        let [moved] = &later[..] else { panic!("{later:?}") };
        assert_eq!((moved.rule, moved.kind, moved.severity, moved.pair.as_str()), ("moved-segment", Kind::Moved, Severity::Neutral, "2"));
        assert_eq!(moved.message, "“The Red Cross said 1,400 families …” comes later in the translation than in the source.");
        let earlier = findings(&ARABIC, &in_order(&ENGLISH, [5, 0, 1, 2, 3, 4]));
        let [moved] = &earlier[..] else { panic!("{earlier:?}") };
        assert_eq!(moved.message, "“ويناقش مجلس الأمن الأزمة في نيويورك …” comes earlier in the translation than in the source.");
    }

    #[test]
    fn sentences_in_their_order_have_not_moved() {
        assert_eq!(findings(&ENGLISH, &ARABIC), []);
        assert_eq!(findings(&ARABIC, &ENGLISH), []);
    }

    #[test]
    fn another_sentence_elsewhere_has_not_moved() {
        let mut target = in_order(&ARABIC, [0, 2, 3, 4, 5, 5]);
        target[5] = "وفازت تونس على البرازيل بهدفين نظيفين في نهائي كرة اليد.";
        let found = findings(&ENGLISH, &target);
        assert_eq!(found.iter().map(|f| f.rule).collect::<Vec<_>>(), ["dropped-segment", "added-segment"]);
    }
}
