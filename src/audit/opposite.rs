//! Rule opposite-meaning: a word that faces its opposite.

use super::polarity::cue::{Cue, Strength, cues, positive};
use super::polarity::pairing::Pairing;
use super::polarity::word::Word;
use super::unit::{Note, Unit, View};
use crate::evidence::item::Kind as ItemKind;
use crate::finding::Kind;
use crate::lang::Lang;
use crate::span::Span;

/// How many words to either side tell where a word should stand on the other side.
const NEIGHBOURS: u32 = 3;

/// So many pairs of words are no sentence any more.
const MOST: usize = 1_000_000;

/// What a pair must bring beyond even odds: in free translation two leftovers are opposites by accident now and then.
const DOUBT: f32 = 0.3;

/// Words without counterpart that face an opposite without counterpart.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let free: Vec<u32> = unit.arabic.item_range().filter(|a| is_word(unit.arabic.item(*a).kind) && is_free(unit, *a)).collect();
    if free.len() * unit.english.items.1.abs_diff(unit.english.items.0) as usize > MOST {
        return;
    }
    let mut denials: Option<Pairing> = None;
    let mut found: Vec<(f32, u32, u32)> = Vec::new();
    for e in unit.english.item_range() {
        let item = unit.english.item(e);
        let vague = VAGUE.contains(&unit.english.folded(item.token as usize));
        if free.is_empty() || vague || !is_word(item.kind) || unit.partner(Lang::English, e).is_some() {
            continue;
        }
        let Some(word) = Word::new(unit, e) else { continue };
        for &a in &free {
            let Some(odds) = word.opposes(unit, a) else { continue };
            let denials = denials.get_or_insert_with(|| Pairing::new(unit, cues(unit, Lang::English), cues(unit, Lang::Arabic)));
            if is_explained(unit, denials, e, a) {
                continue;
            }
            let odds = odds + place(unit, e, a) + surprise(unit, e, a) - if word.stands(unit) { 0.9 } else { 0.0 };
            found.push((odds, e, a));
        }
    }
    found.extend(lost_prefixes(unit));
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut used: Vec<(u32, u32)> = Vec::new();
    for (odds, e, a) in found {
        if used.iter().all(|(x, y)| *x != e && *y != a) {
            used.push((e, a));
            notes.push(note(unit, e, a, odds - DOUBT));
        }
    }
}

/// Whether no word answers for Arabic item `a`; what may be its dual does not say what it means.
fn is_free(unit: &Unit, a: u32) -> bool {
    let number = |e: u32| matches!(unit.english.item(e).kind, ItemKind::Quantity(_)) && unit.arabic.item(a).kind == ItemKind::Word;
    unit.partner(Lang::Arabic, a).is_none_or(number)
}

/// Words that mean too much, alone or with a verb, to have an opposite.
const VAGUE: [&str; 22] = [
    "over", "out", "up", "back", "off", "hand", "like", "well", "further", "each", "any", "either", "other", "anything", "anyone",
    "should", "can", "may", "today", "none", "all", "some",
];

/// Numbers take part for `first` and `few`.
fn is_word(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Word | ItemKind::Quantity(_))
}

/// English words whose prefix denies (`de-escalation`, `anti-government`) and whose translation is the bare word.
fn lost_prefixes(unit: &Unit) -> Vec<(f32, u32, u32)> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let lexicon = unit.lexicon();
    let mut lost = Vec::new();
    for e in english.item_range() {
        let token = english.item(e).token as usize;
        let Some(prefix) = token.checked_sub(2).filter(|p| *p >= english.tokens.0) else { continue };
        if english.folded(token - 1) != "-" || english.side.tokens.list()[token].spaced || !matches!(english.folded(prefix), "de" | "anti")
        {
            continue;
        }
        // Only a word that the lexicon knows with its prefix can be told from a bare one.
        let whole: Vec<_> = english.side.readings.of(token).iter().filter(|r| r.before == 2 && r.length == 3).collect();
        let Some(a) = unit.partner(Lang::English, e).filter(|_| !whole.is_empty()) else { continue };
        let at = arabic.item(a).token as usize;
        let stands = arabic.token_range().any(|i| {
            let readings = arabic.side.readings.of(i);
            whole.iter().any(|w| lexicon.arabic_forms(w.id).any(|f| readings.iter().any(|r| r.id == f)))
        });
        let near = cues(unit, Lang::Arabic).iter().any(|c| c.last + 3 >= at && c.first <= at + 3);
        let against = (at.saturating_sub(3).max(arabic.tokens.0)..at).any(|i| AGAINST.iter().any(|stem| arabic.folded(i).contains(stem)));
        if !stands && !near && !against {
            lost.push((0.7, e, a));
        }
    }
    lost
}

/// What the words have in them that translate such a prefix: `خفض التصعيد`, `مكافحة الفساد`.
const AGAINST: [&str; 18] = [
    "ضد",
    "مضاد",
    "مناهض",
    "معاد",
    "معارض",
    "مكافح",
    "محارب",
    "مقاوم",
    "خفض",
    "خفيض",
    "خفيف",
    "نزع",
    "وقف",
    "ازال",
    "الغاء",
    "تفكيك",
    "تهدي",
    "غير",
];

/// Whether a denial makes an opposite right (`not open` is `closed`), or one of the two words answers for a denial itself.
fn is_explained(unit: &Unit, denials: &Pairing, e: u32, a: u32) -> bool {
    let (english, arabic) = (Denied::new(unit, denials, Lang::English, e), Denied::new(unit, denials, Lang::Arabic, a));
    english.itself || arabic.itself || english.oddly != arabic.oddly || english.alone != arabic.alone
}

/// How a word is denied.
struct Denied {
    /// It is a denial, and answered or no more than one.
    itself: bool,
    /// An odd number of denials governs it.
    oddly: bool,
    /// It may be what a denial without answer denies.
    alone: bool,
}

impl Denied {
    fn new(unit: &Unit, denials: &Pairing, lang: Lang, item: u32) -> Self {
        let view = unit.view(lang);
        let token = view.item(item).token as usize;
        let is = |c: &Cue| (c.first..=c.last).contains(&token);
        let is_adjective = |c: &Cue| {
            let word = view.folded(c.first);
            c.strength == Strength::Soft && (word.ends_with("ly") || positive(unit, word).is_some())
        };
        let governs = |c: &&Cue| c.strength >= Strength::Soft && !is(c) && !is_adjective(c) && c.heads.iter().take(2).any(|h| *h == item);
        let cues = denials.cues(lang);
        Self {
            itself: cues.iter().any(|c| is(c) && (c.strength == Strength::Firm || c.first < c.last || denials.is_answered(lang, c))),
            oddly: cues.iter().filter(governs).count() % 2 == 1,
            alone: denials.unanswered(lang).any(|c| c.heads.contains(&item)),
        }
    }
}

/// What the places of the words around say about whether `e` and `a` stand in the same slot, in nats.
fn place(unit: &Unit, e: u32, a: u32) -> f32 {
    let distance = |lang: Lang, item: u32, other: u32| {
        let range = unit.view(lang).item_range();
        let near = item.saturating_sub(NEIGHBOURS).max(range.start)..(item + NEIGHBOURS + 1).min(range.end);
        near.filter(|i| *i != item).filter_map(|i| Some(unit.partner(lang, i)?.abs_diff(other))).min()
    };
    match (distance(Lang::English, e, a), distance(Lang::Arabic, a, e)) {
        (Some(x), Some(y)) => match x.max(y) {
            0..=1 => 1.2,
            2..=3 => 0.5,
            4..=6 => -0.4,
            _ => -1.0,
        },
        (Some(x), None) | (None, Some(x)) if x > 3 => -0.4,
        _ => 0.0,
    }
}

/// The surer both words should have been found, the more it says that neither was.
fn surprise(unit: &Unit, e: u32, a: u32) -> f32 {
    let missed = |p1: f32| -(1.0 - p1.min(0.98)).ln();
    0.3 * missed(unit.english.item(e).p1) + 0.5 * missed(unit.arabic.item(a).p1)
}

fn note(unit: &Unit, e: u32, a: u32, odds: f32) -> Note {
    let quoted = unit.quoted(Some(with_prefix(&unit.english, e)), Some(unit.arabic.item(a).span));
    let message = format!("The source says “{}”; the translation says the opposite, “{}”.", quoted.expected, quoted.found);
    Note { message, odds, kind: Some(Kind::Mistranslated), ..quoted }
}

/// The words of an item, with a prefix that a hyphen joins to it: `de-escalation`.
fn with_prefix(view: &View, item: u32) -> Span {
    let item = view.item(item);
    let token = item.token as usize;
    let joined = |t: usize| view.side.tokens.get(t).is_some_and(|t| !t.spaced);
    match token.checked_sub(2) {
        Some(prefix) if prefix >= view.tokens.0 && view.folded(token - 1) == "-" && joined(token) && joined(token - 1) => {
            view.side.tokens.span(prefix, prefix).cover(item.span)
        }
        _ => item.span,
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    const OPPOSITE: &[(&str, &str)] = &[
        ("Exports rose sharply in March.", "انخفضت الصادرات بشدة في مارس."),
        ("The general praised the ceasefire.", "انتقد الجنرال وقف إطلاق النار."),
        ("The road south of the city is open.", "الطريق شمال المدينة مفتوح."),
        ("The road to the airport is closed.", "الطريق إلى المطار مفتوح."),
        ("She is the oldest player in the team.", "إنها أصغر لاعبة في الفريق."),
        ("The village supports the rebels.", "تعارض القرية المتمردين."),
        ("The court acquitted the journalist.", "أدانت المحكمة الصحفي."),
        ("The best harvest in ten years", "أسوأ محصول منذ عشر سنوات"),
        ("Troops entered the capital at dawn.", "غادرت القوات العاصمة عند الفجر."),
        ("The president rejected the offer.", "قبل الرئيس العرض."),
        ("The situation is unstable in the north.", "الوضع مستقر في الشمال."),
        ("The company lost two million dollars.", "ربحت الشركة مليوني دولار."),
        ("The zone is a de-escalation area.", "المنطقة هي منطقة تصعيد."),
        ("The minister admitted the mistake.", "أنكر الوزير الخطأ."),
        ("He was born in Basra.", "توفي في البصرة."),
    ];

    const SAME: &[(&str, &str)] = &[
        ("Prices did not fall.", "ارتفعت الأسعار."),
        ("The shop is not open.", "المتجر مغلق."),
        ("The wounded man is not dead.", "الجريح حي."),
        ("The mission was not a success.", "فشلت المهمة."),
        ("Exports rose while imports fell.", "ارتفعت الصادرات بينما انخفضت الواردات."),
        ("He bought the house that she sold.", "اشترى المنزل الذي باعته."),
        ("The north is calm but the south is tense.", "الشمال هادئ لكن الجنوب متوتر."),
        ("The old bridge was replaced by a new one.", "حل جسر جديد محل القديم."),
        ("The soldiers left the base early.", "غادر الجنود القاعدة مبكرا."),
        ("The left-wing party won.", "فاز الحزب اليساري."),
        ("The team is unbeaten this season.", "لم يخسر الفريق هذا الموسم."),
        ("The unhappy residents complained.", "اشتكى السكان المستاؤون."),
        ("The disease is incurable.", "المرض لا شفاء منه."),
        ("He arrived before the others.", "وصل قبل الآخرين."),
        ("The report came out last week.", "صدر التقرير الأسبوع الماضي."),
        ("The new law eases restrictions.", "يخفف القانون الجديد القيود."),
        ("They agreed to disagree.", "اتفقوا على أن يختلفوا."),
        ("The last train leaves at noon.", "يغادر القطار الأخير ظهرا."),
    ];

    #[test]
    fn opposites_are_found() {
        for (english, arabic) in OPPOSITE {
            assert_eq!(findings("opposite-meaning", english, arabic).len(), 1, "{english}");
        }
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for (english, arabic) in SAME {
            assert!(findings("opposite-meaning", english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn both_words_are_shown() {
        let found = findings("opposite-meaning", "Exports rose sharply in March.", "انخفضت الصادرات بشدة في مارس.");
        assert_eq!((found[0].expected.as_str(), found[0].found.as_str()), ("rose", "انخفضت"));
    }
}
