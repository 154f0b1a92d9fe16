//! Rule negation-mismatch: what one side denies, the other asserts.

use super::facing::facing;
use super::polarity::cue::{Cue, Strength, cues, denies_word};
use super::polarity::pairing::Pairing;
use super::polarity::word::Word;
use super::unit::{Note, Unit};
use crate::finding::Kind;
use crate::lang::Lang;
use crate::lang::token::Kind as TokenKind;
use crate::lexicon::words;

/// A claim that is denied on one side only.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let (english, arabic) = (cues(unit, Lang::English), cues(unit, Lang::Arabic));
    // Most sentences deny nothing that must be denied on the other side.
    if !english.iter().chain(&arabic).any(|cue| cue.asks) {
        return;
    }
    let pairing = Pairing::new(unit, english, arabic);
    for lang in [Lang::English, Lang::Arabic] {
        for cue in pairing.unanswered(lang).filter(|c| !faces_opposite(unit, lang, c)) {
            let evidence = Evidence::new(unit, lang, cue, &pairing);
            notes.push(note(unit, lang, cue, &evidence));
        }
    }
}

/// Whether what is denied faces its opposite: `not blind` may be `sighted`.
fn faces_opposite(unit: &Unit, lang: Lang, cue: &Cue) -> bool {
    let free = |lang: Lang| unit.view(lang).item_range().filter(move |i| unit.partner(lang, *i).is_none());
    let Some(head) = cue.heads.first().copied().filter(|h| unit.partner(lang, *h).is_none()) else { return false };
    match lang {
        Lang::English => Word::new(unit, head).is_some_and(|word| free(Lang::Arabic).any(|a| word.opposes(unit, a).is_some())),
        Lang::Arabic => free(Lang::English).any(|e| Word::new(unit, e).is_some_and(|word| word.opposes(unit, head).is_some())),
    }
}

/// What speaks for and against a denial without answer.
struct Evidence {
    /// Which of the words denied is found on the other side, and its partner there.
    found: Option<(usize, u32, u32)>,
    odds: f32,
}

impl Evidence {
    fn new(unit: &Unit, lang: Lang, cue: &Cue, pairing: &Pairing) -> Self {
        let there = pairing.cues(lang.other());
        let firm = |cues: &[Cue]| cues.iter().filter(|c| c.strength == Strength::Firm).count() as f32;
        let soft = |cues: &[Cue]| cues.iter().filter(|c| c.strength == Strength::Soft).count() as f32;
        let found = cue.heads.iter().enumerate().find_map(|(rank, head)| Some((rank, *head, unit.partner(lang, *head)?)));
        // By where the first word found stands among those denied; weighed on planted errors against clean translations.
        let mut odds = match found {
            Some((0, ..)) => 1.0,
            Some((1, ..)) => -0.2,
            Some(_) if there.is_empty() => -0.6,
            Some(_) => -1.0,
            None if there.is_empty() && lang == Lang::English => -0.7,
            None if there.is_empty() => -1.2,
            None => -2.5,
        };
        if found.is_none_or(|f| f.0 > 0) && denies_word(unit.view(lang).folded(cue.last)) {
            odds -= 1.5;
        }
        // What is denied has no counterpart, but neither has a word of the other side: لا يتصل may be `isolated`.
        let first = cue.heads.first().filter(|_| lang == Lang::Arabic && found.is_some_and(|f| f.0 > 0));
        let stands_for = first.is_some_and(|head| unit.partner(lang, *head).is_none() && lacks_answer(unit, cue));
        odds -= if stands_for { 1.0 } else { 0.0 };
        let accident = found.map_or(0.0, |(_, head, _)| unit.accident(lang, head));
        odds -= 6.0 * accident.min(0.4);
        odds += if firm(there) < firm(pairing.cues(lang)) { 0.5 } else { -0.3 };
        odds -= if found.is_none_or(|f| f.0 > 0) && pairing.unanswered(lang.other()).next().is_some() { 1.5 } else { 0.0 };
        odds += if soft(there) == 0.0 && firm(there) == 0.0 { 0.5 } else { 0.0 };
        // Where words have run together, a denial may hide in them.
        odds -= if is_glued(unit) { 1.5 } else { 0.0 };
        Self { found, odds }
    }
}

/// Whether a content word of English is left over where the counterpart of a denial should stand.
fn lacks_answer(unit: &Unit, cue: &Cue) -> bool {
    let view = &unit.english;
    let open = |i: u32| unit.partner(Lang::English, i).is_none() && !words::stands_light(&view.side.tokens, view.item(i).token as usize);
    facing(unit, Lang::Arabic, cue.first, cue.last)
        .is_some_and(|place| view.side.items_within(place).any(|i| view.item_range().contains(&(i as u32)) && open(i as u32)))
}

/// Whether Arabic words have run together that nothing could cut apart.
fn is_glued(unit: &Unit) -> bool {
    let arabic = &unit.arabic;
    let long = |i: usize| arabic.side.readings.of(i).is_empty() && arabic.folded(i).chars().count() >= 13;
    arabic.token_range().any(|i| long(i) && arabic.side.tokens.list()[i].kind == TokenKind::Word)
}

fn note(unit: &Unit, lang: Lang, cue: &Cue, evidence: &Evidence) -> Note {
    let (here, there) = (unit.view(lang), unit.view(lang.other()));
    let mut span = cue.span(here);
    let shown = evidence.found.map(|f| f.1).or(cue.heads.first().copied());
    if let Some(head) = shown.map(|h| here.item(h)).filter(|h| (h.token as usize).abs_diff(cue.last) <= 6) {
        span = span.cover(head.span);
    }
    let other = evidence.found.map(|(_, _, partner)| there.item(partner).span);
    let (words, answer) = (here.words(span), other.map_or("", |o| there.words(o)));
    let (denying, asserting) = if lang == unit.source() { ("source", "translation") } else { ("translation", "source") };
    let message = if answer.is_empty() {
        format!("The {denying} denies (“{words}”) what the {asserting} does not deny.")
    } else {
        format!("The {denying} denies (“{words}”) what the {asserting} asserts (“{answer}”).")
    };
    let (english, arabic) = lang.english_first(Some(span), other);
    Note { message, odds: evidence.odds, kind: Some(Kind::Mistranslated), ..unit.quoted(english, arabic) }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    const DENIED_ON_ONE_SIDE: &[(&str, &str)] = &[
        ("The ministry did not confirm the figures.", "أكدت الوزارة الأرقام."),
        ("The ministry confirmed the figures.", "لم تؤكد الوزارة الأرقام."),
        ("The bridge will reopen on Sunday.", "لن يعاد فتح الجسر يوم الأحد."),
        ("No survivors were found under the rubble.", "عثر على ناجين تحت الأنقاض."),
        ("The rebels have never attacked the port.", "هاجم المتمردون الميناء."),
        ("The two sides reached an agreement without mediators.", "توصل الطرفان إلى اتفاق بوجود وسطاء."),
        ("The agency said the drug is safe.", "قالت الوكالة إن الدواء ليس آمنا."),
        ("The mayor did not rule out a curfew.", "استبعد رئيس البلدية حظر التجول."),
        ("The strike is legal, the court said.", "قالت المحكمة إن الإضراب غير قانوني."),
        (
            "The army said it did not bomb the school because it was used by fighters.",
            "قال الجيش إنه قصف المدرسة لأنها لم تكن تستخدم من قبل المقاتلين.",
        ),
        ("I am happier than my brother.", "لست أسعد من أخي."),
        ("Needless to say, the guide will help you.", "غني عن القول إن الدليل لن يساعدك."),
        ("Nobody was injured in the fire.", "أصيب شخص في الحريق."),
        ("Prices cannot rise this year, the bank said.", "قال البنك إن الأسعار يمكن أن ترتفع هذا العام."),
    ];

    const SAME: &[(&str, &str)] = &[
        ("The minister is still in Cairo.", "لا يزال الوزير في القاهرة."),
        ("The president must resign, protesters say.", "يقول المحتجون إنه لا بد من استقالة الرئيس."),
        ("The law bans smoking; it is illegal to sell cigarettes.", "القانون يمنع التدخين ولا يجوز بيع السجائر."),
        ("At least 30 people were wounded.", "أصيب ما لا يقل عن 30 شخصا."),
        ("No more than five were arrested.", "اعتقل خمسة على الأكثر."),
        ("The town was not only shelled but also looted.", "لم تقصف البلدة فحسب بل نهبت أيضا."),
        ("Only two schools reopened.", "لم تفتح سوى مدرستين."),
        ("The border did not open until Thursday.", "لم تفتح الحدود إلا يوم الخميس."),
        ("The cause of the fire is unknown.", "لا يعرف سبب الحريق."),
        ("The spokesman refused to comment.", "لم يقبل المتحدث التعليق."),
        ("The driver failed to stop.", "لم يتوقف السائق."),
        ("It is not impossible to win.", "الفوز ممكن."),
        ("The committee lacks money.", "ليس لدى اللجنة مال."),
        ("The road remains closed.", "لم يفتح الطريق بعد."),
        ("The ship has yet to arrive.", "لم تصل السفينة بعد."),
        ("He denied that he knew the suspect.", "نفى معرفته بالمشتبه به."),
        ("I do not think he will win.", "أعتقد أنه لن يفوز."),
        ("Neither the police nor the army intervened.", "لم تتدخل الشرطة ولا الجيش."),
        ("The hospital is out of fuel.", "لم يعد لدى المستشفى وقود."),
        ("Without water, the crops died.", "ماتت المحاصيل بلا ماء."),
        ("There is no doubt that prices rose.", "لا شك أن الأسعار ارتفعت."),
        ("Unless it rains, the harvest will fail.", "ما لم تمطر سيفشل الحصاد."),
        ("The patient is not alive.", "المريض ميت."),
        ("The exit is not open.", "المخرج مغلق."),
        ("The man changed his name.", "غيّر الرجل اسمه."),
        ("Children and others were evacuated.", "تم إجلاء الأطفال وغيرهم."),
        ("He hardly spoke.", "لم يكد يتكلم."),
        ("The flight was cancelled, however.", "غير أن الرحلة ألغيت."),
        ("Nonprofit groups sent food.", "أرسلت منظمات غير ربحية الطعام."),
        ("Few believed him.", "لم يصدقه سوى قليلين."),
        ("The guide warned the boy not to look back.", "حذر الدليل الصبي من النظر إلى الخلف."),
        ("He starred in the comedy Nowhere Girl on Friday night.", "لعب دور البطولة في كوميديا نو وير غيرل ليلة الجمعة."),
        ("Trust is an intrinsic part of the treaty.", "الثقة جزء لا يتجزأ من المعاهدة."),
        ("The heir was his half brother.", "كان الوريث أخاه غير الشقيق."),
    ];

    #[test]
    fn lost_and_added_denials_are_found() {
        for (english, arabic) in DENIED_ON_ONE_SIDE {
            let found = findings("negation-mismatch", english, arabic);
            assert!(found.iter().any(|f| f.confidence >= 0.5), "{english}");
        }
    }

    #[test]
    fn denials_may_be_said_in_other_ways() {
        for (english, arabic) in SAME {
            assert!(findings("negation-mismatch", english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn both_places_are_shown() {
        let found = findings("negation-mismatch", "The ministry did not confirm the figures.", "أكدت الوزارة الأرقام.");
        assert_eq!((found[0].expected.as_str(), found[0].found.as_str()), ("not confirm", "أكدت"));
    }
}
