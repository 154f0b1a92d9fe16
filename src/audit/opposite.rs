//! Rule opposite-meaning: a word that faces its opposite.

mod camp;
mod compass;
mod connective;
mod explained;
mod meant;
mod only;
mod proportion;

use self::explained::is_explained;
use super::free::tempered;
use super::kin;
use super::polarity::cue::{cues, is_that, positive};
use super::polarity::pairing::Pairing;
use super::polarity::word::{Word, says};
use super::quantifier::{is_denied_before, is_denied_behind};
use super::unit::{Note, Unit, View};
use crate::evidence::item::Kind as ItemKind;
use crate::finding::Kind;
use crate::lang::{Lang, english};
use crate::span::Span;

/// How many words to either side tell where a word should stand on the other side.
const NEIGHBOURS: u32 = 3;

/// So many pairs of words are no sentence any more.
const MOST: usize = 1_000_000;

/// What a pair must bring beyond even odds: in free translation two leftovers are opposites by accident now and then.
const DOUBT: f32 = 0.3;

/// What a pair loses when another word, of which it is no plain translation, answers for the Arabic one.
const TAKEN: f32 = 1.3;

/// Words without counterpart that face an opposite without counterpart.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let start = notes.len();
    notes.extend(compass::check(unit));
    notes.extend(connective::check(unit));
    notes.extend(only::check(unit).or_else(|| only::except(unit)));
    kin::check(unit, notes);
    let points: Vec<Span> = notes[start..].iter().filter_map(|n| n.english).collect();
    let words: Vec<u32> = unit.arabic.item_range().filter(|a| is_word(unit.arabic.item(*a).kind)).collect();
    if words.len() * unit.english.items.1.abs_diff(unit.english.items.0) as usize > MOST {
        return;
    }
    let mut denials: Option<Pairing> = None;
    let mut found: Vec<(f32, u32, u32)> = Vec::new();
    for e in unit.english.item_range() {
        let item = unit.english.item(e);
        if !is_word(item.kind) || unit.partner(Lang::English, e).is_some() {
            continue;
        }
        // `step-mother` and `off-loading` are no `mother` and no `loading`.
        let token = item.token as usize;
        if VAGUE.contains(&unit.english.folded(token)) || camp::is_turned(&unit.english, token) || unit.english.follows(token, &["-"]) {
            continue;
        }
        let Some(word) = Word::new(unit, e) else { continue };
        for &a in &words {
            let Some((odds, taken)) = opposes(unit, &word, a) else { continue };
            // `the emergency exits` are no verb.
            if is_plural(unit, token) && super::verb::is_form(unit, unit.arabic.item(a).token as usize, true) {
                continue;
            }
            let denials = denials.get_or_insert_with(|| Pairing::new(unit, cues(unit, Lang::English), cues(unit, Lang::Arabic)));
            if is_explained(unit, denials, e, a)
                || (word.denies && is_against(unit, a))
                || is_another(unit, a)
                || meant::otherwise(unit, e, a)
                || is_death_by_idiom(unit, e)
                || is_few_of_others(unit, e, a)
            {
                continue;
            }
            let odds = odds + place(unit, e, a) + surprise(unit, e, a) - taken - if word.stands(unit) { 0.9 } else { 0.0 };
            found.push((odds, e, a));
        }
    }
    found.extend(lost_prefixes(unit));
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut used: Vec<(u32, u32)> = Vec::new();
    for (odds, e, a) in found {
        let is_point = points.iter().any(|p| p.overlaps(unit.english.item(e).span));
        if !is_point && used.iter().all(|(x, y)| *x != e && *y != a) {
            used.push((e, a));
            notes.push(tempered(unit, note(unit, e, a, odds - DOUBT)));
        }
    }
    let start = notes.len();
    camp::check(unit, notes);
    proportion::check(unit, notes);
    let of_camp = notes.split_off(start);
    for note in of_camp {
        notes.retain(|n| !n.is_on_same_english(&note));
        notes.push(note);
    }
}

/// Log odds that `a` says the opposite of `word`, and what it takes from them that another word answers for `a`. What may be its
/// dual does not say what it means.
fn opposes(unit: &Unit, word: &Word, a: u32) -> Option<(f32, f32)> {
    let number = |e: u32| matches!(unit.english.item(e).kind, ItemKind::Quantity(_)) && unit.arabic.item(a).kind == ItemKind::Word;
    match unit.partner(Lang::Arabic, a).filter(|e| !number(*e)) {
        Some(e) => word.is_listed(unit, a).filter(|_| !says(unit, e, a)).map(|odds| (odds, TAKEN)),
        None => word.opposes(unit, a).map(|odds| (odds, 0.0)),
    }
}

/// Whether Arabic item `a` does not mean what it says by itself: it stands for a name, is of Latin letters, or undone by the word
/// before (`من قبل`, `فك تشابك`, `تهدئة السرعة`).
fn is_another(unit: &Unit, a: u32) -> bool {
    let view = &unit.arabic;
    let token = view.item(a).token as usize;
    let before = token.checked_sub(1).filter(|b| *b >= view.tokens.0).map_or("", |b| view.folded(b));
    let named = unit.partner(Lang::Arabic, a).is_some_and(|e| unit.english.item(e).kind == ItemKind::Name);
    let latin = view.folded(token).is_ascii();
    // `درجة الحرارة` is how warm or cold it is.
    let degree = matches!(before, "درجه" | "درجات" | "بدرجه" | "بدرجات") && view.folded(token) == "الحراره";
    // `عن بعد` is remotely, `من أصل 35` out of 35, `تحذيرات من مغادرة` a call to stay.
    let warned = before == "من" && warns(view, token);
    let remote = before == "عن" && view.folded(token) == "بعد" || before == "من" && view.folded(token) == "اصل";
    // غير أن is `but`.
    let but = view.folded(token) == "غير" && is_that(view.folded_at(token + 1));
    named
        || but
        || latin
        || degree
        || remote
        || warned
        || is_idiom(unit, a)
        || before == "من" && view.folded(token) == "قبل"
        || before == "فك"
        || works_against(before)
}

/// Whether Arabic item `a` is part of a saying in which it does not mean what it says: أودى بحياته is that he died of it.
pub(super) fn is_idiom(unit: &Unit, a: u32) -> bool {
    const SAYINGS: [(&[&str], &[&str]); 7] = [
        (&["لقي", "لقيت", "لقوا", "يلقي", "تلقي", "يلقون", "لاقي"], &["حتف", "مصرع"]),
        (&["اودي", "اودت", "يودي", "تودي", "راح", "ازهق", "حصد", "خطف", "اختطف", "طال", "كلف"], &["بحيا", "بارواح", "حيا", "ارواح"]),
        (&["فارق", "يفارق", "تفارق", "فقد", "يفقد", "تفقد", "ودع", "انهي", "انهت", "خسر"], &["الحيا", "حيات"]),
        (&["يدخر", "تدخر", "يدخروا", "ياله", "يالو", "يالوا", "ندخر", "ادخر", "يبذل", "بذل"], &["وسع", "جهد"]),
        (&["قصاري", "وسعه", "وسعها"], &["جهد"]),
        (&["امسك", "يمسك", "تمسك", "امتنع", "يمتنع", "تمتنع"], &["التصويت", "تصويت"]),
        (&["حط", "يحط", "تحط", "القي", "يلقي", "تلقي", "شد", "يشد", "تشد"], &["رحال", "عصا"]),
    ];
    let (view, token) = (&unit.arabic, unit.arabic.item(a).token as usize);
    let forms = |t: usize| [Some(view.folded(t)), view.folded(t).strip_prefix(['و', 'ف'])].into_iter().flatten();
    // `طالت`, but not `طالبت`; `حياته`, but not `حيال`.
    let is_verb = |t: usize, stems: &[&str]| {
        forms(t).any(|word| stems.iter().any(|s| word.strip_prefix(s).is_some_and(|end| matches!(end, "" | "ت" | "وا" | "ون"))))
    };
    let starts = |t: usize, stems: &[&str]| forms(t).any(|word| word != "حيال" && stems.iter().any(|stem| word.starts_with(stem)));
    let before = view.before(token, 4);
    SAYINGS.iter().any(|(first, second)| starts(token, second) && before.clone().any(|t| is_verb(t, first)))
}

/// Whether what few did is what most did not: `few have stopped`, معظمهم لم يتوقفوا.
fn is_few_of_others(unit: &Unit, e: u32, a: u32) -> bool {
    let token = |view: &View, i: u32| view.item(i).token as usize;
    unit.english.folded(token(&unit.english, e)) == "few"
        && (is_denied_behind(&unit.arabic, token(&unit.arabic, a)) || is_denied_before(&unit.arabic, token(&unit.arabic, a)))
}

/// Whether English item `e` speaks of death, and the Arabic side does so by an idiom: لقوا حتفهم.
pub(super) fn is_death_by_idiom(unit: &Unit, e: u32) -> bool {
    const DEATH: [&str; 11] = ["death", "deaths", "die", "died", "dies", "dying", "killed", "kill", "killing", "kills", "dead"];
    let word = unit.english.folded(unit.english.item(e).token as usize);
    DEATH.contains(&word) && unit.arabic.item_range().any(|a| is_idiom(unit, a))
}

/// Words that mean too much, alone or with a verb, to have an opposite.
const VAGUE: [&str; 25] = [
    "over", "out", "up", "back", "off", "hand", "like", "well", "further", "each", "any", "either", "other", "anything", "anyone",
    "should", "can", "may", "today", "none", "all", "some", "added", "adding", "own",
];

/// Whether an English word in `s` is the plural of a noun here: an article or a preposition stands before it, or before the word
/// before it.
fn is_plural(unit: &Unit, token: usize) -> bool {
    const BEFORE: [&str; 16] =
        ["the", "a", "its", "their", "his", "her", "of", "to", "in", "at", "from", "with", "for", "by", "no", "several"];
    let view = &unit.english;
    let determined = |t: usize| BEFORE.contains(&view.folded_at(t));
    let prepared = |t: usize| matches!(view.folded_at(t), "of" | "to" | "in" | "at" | "from" | "with" | "for" | "by");
    let before = token.wrapping_sub(1);
    let word = view.folded(token);
    word.ends_with('s')
        && !word.ends_with("ss")
        && (determined(before)
            || prepared(before.wrapping_sub(1))
            || determined(before.wrapping_sub(1)) && prepared(before.wrapping_sub(2)))
}

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
        if is_bare(unit, e) {
            lost.push((0.7, e, unit.partner(Lang::English, e).unwrap_or_default()));
            continue;
        }
        let Some(prefix) = token.checked_sub(2).filter(|p| *p >= english.tokens.0) else { continue };
        if english.folded(token - 1) != "-" || english.side.tokens.list()[token].spaced || !matches!(english.folded(prefix), "de" | "anti")
        {
            continue;
        }
        // Only a word that the lexicon knows with its prefix can be told from a bare one.
        let whole: Vec<_> = english.side.readings.of(token).iter().filter(|r| r.before == 2 && r.length == 3).collect();
        let Some(a) = unit.partner(Lang::English, e).filter(|_| !whole.is_empty()) else { continue };
        let stands = arabic.token_range().any(|i| {
            let readings = arabic.side.readings.of(i);
            whole.iter().any(|w| lexicon.arabic_forms(w.id).any(|f| readings.iter().any(|r| r.id == f)))
        });
        if !stands && !is_undone(unit, a) {
            lost.push((0.7, e, a));
        }
    }
    lost
}

/// Whether an English word that the lexicon knows only without its prefix (`unlicensed`) is translated by the bare word.
fn is_bare(unit: &Unit, e: u32) -> bool {
    let word = unit.english.folded(unit.english.item(e).token as usize);
    let denies = word.starts_with("un") || word.starts_with("non");
    denies && unit.partner(Lang::English, e).is_some_and(|a| !is_undone(unit, a)) && positive(unit, word).is_some() && !is_known(unit, word)
}

/// Whether the lexicon lists an English word or what it is inflected from.
fn is_known(unit: &Unit, word: &str) -> bool {
    let mut known = unit.lexicon().lists(word);
    english::lemmas(word, &mut |lemma| known |= unit.lexicon().lists(lemma));
    known
}

/// Whether a word near Arabic item `a` denies it or works against it: `غير مستقر`, `خفض التصعيد`.
fn is_undone(unit: &Unit, a: u32) -> bool {
    let arabic = &unit.arabic;
    let at = arabic.item(a).token as usize;
    cues(unit, Lang::Arabic).iter().any(|c| c.last + 3 >= at && c.first <= at + 3) || is_against(unit, a)
}

/// Whether one of the words before Arabic item `a` works against it.
fn is_against(unit: &Unit, a: u32) -> bool {
    let arabic = &unit.arabic;
    let at = arabic.item(a).token as usize;
    arabic.before(at, 3).any(|i| works_against(arabic.folded(i)))
}

/// Whether somebody is warned of what stands at Arabic token `at`: تحذيرات المحافظة من مغادرة المنازل.
fn warns(view: &View, at: usize) -> bool {
    view.before(at, 4).any(|t| view.folded(t).contains("تحذير") || view.folded(t).contains("حذر"))
}

/// Whether an Arabic word, folded, undoes what stands behind it; `الموقف` and `المتغير` do not.
fn works_against(word: &str) -> bool {
    AGAINST.iter().any(|stem| word.contains(stem)) || {
        let starts = |word: &str| word == "غير" || UNDOING.iter().any(|stem| word.starts_with(stem));
        let joined = |word: &str| starts(word) || word.strip_prefix(['ب', 'ل', 'ك']).is_some_and(starts);
        joined(word) || word.strip_prefix(['و', 'ف']).is_some_and(joined)
    }
}

/// What the words have in them that translate a prefix that denies: `خفض التصعيد`, `مكافحة الفساد`, `زعزعة الاستقرار`.
const AGAINST: [&str; 22] = [
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
    "ازال",
    "الغاء",
    "تفكيك",
    "تهدي",
    "زعزع",
    "اضعاف",
    "فقدان",
    "انعدام",
    "نقص",
    "غياب",
    "تقويض",
    "ايقاف",
];
/// Those that other words have in them too, as they begin.
const UNDOING: [&str; 8] = ["ضد", "نزع", "ينزع", "انتزع", "وقف", "اوقف", "يوقف", "توقف"];

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
    contrary(unit, with_prefix(&unit.english, e), unit.arabic.item(a).span, odds)
}

/// That the Arabic words say the opposite of the English ones.
pub(super) fn contrary(unit: &Unit, english: Span, arabic: Span, odds: f32) -> Note {
    let quoted = unit.quoted(Some(english), Some(arabic));
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
        ("The army will disarm the brigade.", "سيسلح الجيش الكتيبة."),
        ("Norway beat Slovenia on Thursday.", "خسرت النرويج أمام سلوفينيا الخميس."),
        ("Exports rose sharply in March.", "انخفضت الصادرات بشدة في مارس."),
        ("The river fell three metres in a week.", "يرتفع النهر ثلاثة أمتار في أسبوع."),
        ("They will repair the pump free of charge.", "سيصلحون المضخة لقاء أجر."),
        ("The general praised the ceasefire.", "انتقد الجنرال وقف إطلاق النار."),
        ("The road south of the city is open.", "الطريق شمال المدينة مفتوح."),
        ("The road to the airport is closed.", "الطريق إلى المطار مفتوح."),
        ("She is the oldest player in the team.", "إنها أصغر لاعبة في الفريق."),
        ("The village supports the rebels.", "تعارض القرية المتمردين."),
        ("The strike was illegal.", "كان الإضراب قانونيا."),
        ("He was jailed for life on Monday.", "حكم عليه بالموت يوم الاثنين."),
        ("These are the worst of the ten teams.", "هذه أفضل الفرق العشرة."),
        ("The court acquitted the journalist.", "أدانت المحكمة الصحفي."),
        ("The best harvest in ten years", "أسوأ محصول منذ عشر سنوات"),
        ("Troops entered the capital at dawn.", "غادرت القوات العاصمة عند الفجر."),
        ("The president rejected the offer.", "قبل الرئيس العرض."),
        ("The situation is unstable in the north.", "الوضع مستقر في الشمال."),
        ("The company lost two million dollars.", "ربحت الشركة مليوني دولار."),
        ("The zone is a de-escalation area.", "المنطقة هي منطقة تصعيد."),
        ("The minister admitted the mistake.", "أنكر الوزير الخطأ."),
        ("He was born in Basra.", "توفي في البصرة."),
        ("The village is far from the border.", "تقع القرية بالقرب من الحدود."),
        ("The old palace was hideous.", "كان القصر القديم جذابا."),
        ("The team lost to Basra on Friday.", "فاز الفريق على البصرة يوم الجمعة."),
        ("She gave a sophisticated explanation.", "قدمت شرحا مبسطا."),
        ("The success of the talks surprised him.", "فاجأه فشل المحادثات."),
        ("The situation is simple.", "الموقف صعب."),
        ("The old variant spread quickly.", "انتشر المتغير الجديد بسرعة."),
    ];

    const SAME: &[(&str, &str)] = &[
        ("The storm is expected to last until Monday, after which it should ease.", "يتوقع أن تستمر العاصفة حتى الاثنين قبل أن تنحسر."),
        ("The bank will sell its insurance division.", "سيبيع المصرف وحدة التأمين."),
        ("The boy is fighting for his life.", "يصارع الفتى الموت."),
        ("He drove at an illegal speed.", "قاد بسرعة تتجاوز الحد القانوني."),
        ("The armies disengaged at three points.", "فض الجيشان الاشتباك في ثلاث نقاط."),
        ("The launch will slip to March at the earliest.", "سيتأخر الإطلاق إلى مارس في أقرب تقدير."),
        ("The guards allow him to visit his field on only two days a year.", "يمنعه الحراس من زيارة حقله إلا يومين في السنة."),
        ("The port police seized a truck of stolen wheat.", "أحبطت شرطة الميناء تهريب شاحنة من القمح المسروق."),
        ("The brigade said it would disarm.", "قالت الكتيبة إنها ستسلم سلاحها."),
        ("The rebels began to disarm on Friday.", "بدأ المتمردون إلقاء سلاحهم يوم الجمعة."),
        ("Norway beat Slovenia 3-1 on Thursday.", "خسرت سلوفينيا أمام النرويج 1-3 الخميس."),
        ("She kept a seat for him at the table.", "كانت تترك له مقعدا على المائدة."),
        ("There is a 90-metre tower that will fall one day.", "هناك برج يرتفع 90 مترا وسينهار يوما ما."),
        ("The son of a cobbler, he left school at 12.", "وُلد لأب إسكافي وترك المدرسة في الثانية عشرة."),
        ("They will spend the prize on a bigger oven.", "سيستثمرون الجائزة في شراء فرن أكبر."),
        ("They will repair the pump free of charge.", "سيصلحون المضخة من دون مقابل."),
        ("Slovenia were beaten by Norway in Ljubljana.", "خسرت سلوفينيا أمام النرويج في ليوبليانا."),
        ("The court adjourned after less than an hour.", "رفعت المحكمة الجلسة قبل أن تتم ساعة كاملة."),
        ("The ceasefire collapsed after barely a day.", "انهارت الهدنة قبل أن يكتمل يومها الأول."),
        // Denied, reduced, turned, or no opposite at all where they stand.
        ("The panel will not report until after the vote.", "لن ترفع اللجنة تقريرها قبل التصويت."),
        ("He survived by two votes after three members abstained.", "نجا بفارق صوتين بعد أن أمسك ثلاثة أعضاء عن التصويت."),
        ("The rain did little to dampen the mood.", "لم ينل المطر كثيرا من الأجواء."),
        ("The lorry was slower than the bus.", "كانت الشاحنة تسير بسرعة أقل من الحافلة."),
        ("Success depends less on the law than on people.", "يتوقف النجاح على الناس أكثر مما يتوقف على القانون."),
        ("Warnings to stay at home were ignored.", "تجاهل الناس التحذيرات من مغادرة المنازل."),
        ("Schools were closed and lessons moved online.", "علقت الدراسة في المدارس وحولت الدروس إلى التعليم عن بعد."),
        // What declines, what lasted, so long ago, before the end of a time.
        ("The typhoon weakened before it reached the coast.", "فقد الإعصار بعض قوته قبل بلوغه الساحل."),
        ("The accord ended thirty years of war.", "وضع الاتفاق حدا لحرب استمرت ثلاثين عاما."),
        ("The museum returned the statue two centuries after it was looted.", "أعاد المتحف التمثال الذي نهب قبل قرنين."),
        ("He signed the law less than a day after parliament passed it.", "وقع القانون قبل مرور يوم على إقرار البرلمان له."),
        ("Shoppers are buying less meat and more lentils.", "يشتري المتسوقون لحوما أقل ويزيدون من العدس."),
        ("Prices did not fall.", "ارتفعت الأسعار."),
        ("An avalanche killed five skiers and left three hurt.", "لقي خمسة متزلجين حتفهم وأصيب ثلاثة بجروح جراء انهيار ثلجي."),
        ("The fire caused the death of two men.", "أودى الحريق بحياة رجلين."),
        ("She met her death in the mountains.", "فارقت الحياة في الجبال."),
        ("They ran to the emergency exits of the hall.", "ركضوا حتى وصلوا أبواب الطوارئ في القاعة."),
        ("She was a step-mother to three girls.", "كانت زوجة أب لثلاث فتيات."),
        ("The driver passed the signal without slowing the train.", "تجاوز السائق الإشارة بدون تهدئة سرعة القطار."),
        ("The portrait is by a later artist.", "الصورة من قبل فنان آخر."),
        ("The shop is not open.", "المتجر مغلق."),
        ("The envoy proposed a peace plan.", "اقترح المبعوث خطة لوقف الحرب."),
        ("It is 10 degrees in the coldest town.", "درجة الحرارة في أبرد بلدة 10 درجات."),
        ("The novel sold well in Paris.", "لقيت الرواية إقبالا من المشترين في باريس."),
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
        ("The team remembers the match lost to Basra.", "يتذكر الفريق المباراة التي فازت بها البصرة."),
        ("It is nearly impossible to leave the island.", "لا يكاد يكون من الممكن مغادرة الجزيرة."),
        ("They agreed to disagree.", "اتفقوا على أن يختلفوا."),
        ("The last train leaves at noon.", "يغادر القطار الأخير ظهرا."),
        ("The plan would destabilize the region.", "ستؤدي الخطة إلى زعزعة استقرار المنطقة."),
        ("It is not an easy road, and nobody will help them.", "إنه طريق صعب، ولن يساعدهم أحد."),
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

    #[test]
    fn what_came_of_it_and_the_first_of_several() {
        for (english, arabic) in [
            ("The bank cut rates, leaving the one-year rate at 3%.", "خفض البنك الفائدة ليظل سعر العام الواحد عند 3%."),
            ("They led since the opening quarter, but the match ended 1-1.", "تقدموا منذ الربع الأول لكن المباراة انتهت 1-1."),
        ] {
            assert_eq!(findings("opposite-meaning", english, arabic).len(), 0, "{english}");
        }
    }
}
