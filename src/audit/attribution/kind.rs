//! The same statement from people of another kind: police for residents, his critics for himself.

use std::cell::LazyCell;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::statement::joins_clause;
use crate::audit::facing::{counterpart, facing, partner_token};
use crate::audit::unit::{Note, Unit, View};
use crate::evidence::item::Kind as ItemKind;
use crate::lang::known::{Known, Question};
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lang::{Lang, english};
use crate::lexicon::Class;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.4;
/// How far, in tokens, the head of a subject may stand before its verb, and behind an Arabic verb.
const SUBJECT: usize = 12;
const BEHIND: usize = 2;

/// Verbs of saying and believing, and Arabic ones with words for who is quoted, folded.
#[rustfmt::skip]
const SAYS: &[&str] = &[
    "say", "tell", "state", "claim", "announce", "argue", "warn", "insist", "confirm", "explain", "admit", "deny", "complain", "declare", "testify",
    "allege", "predict", "add", "report", "note", "believe", "think",
];
#[rustfmt::skip]
const SAID: &[&str] = &[
    "قال", "قالت", "قالوا", "يقول", "تقول", "يقولون", "صرح", "صرحت", "يصرح", "تصرح", "ذكر", "ذكرت", "يذكر", "تذكر", "افاد", "افادت", "يفيد", "تفيد",
    "اعلن", "اعلنت", "يعلن", "تعلن", "اكد", "اكدت", "يوكد", "توكد", "اضاف", "اضافت", "يضيف", "تضيف", "اوضح", "اوضحت", "يوضح", "توضح", "زعم", "زعمت",
    "يزعم", "تزعم", "حذر", "حذرت", "يحذر", "تحذر", "ادعي", "ادعت", "يدعي", "تدعي", "نفي", "نفت", "ينفي", "تنفي", "اعترف", "اعترفت", "اقر", "اقرت",
    "ابلغ", "ابلغت", "ابلغوا", "اخبر", "اخبرت", "اخبروا", "روي", "روت", "اشار", "اشارت", "يشير", "تشير", "اشتكي", "اشتكت", "يشتكي",
    "شرح", "شرحت", "اصر", "اصرت", "يصر", "تصر", "توقع", "توقعت", "يتوقع", "تتوقع",
    "بحسب", "حسب", "وفق", "وفقا",
    "اعتقد", "اعتقدت", "يعتقد", "تعتقد", "يعتقدون", "يظن", "تظن", "يظنون", "يري", "تري", "يرون",
];
/// Prepositions before a noun that is not the head of the subject.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "of", "for", "by", "with", "from", "to", "in", "at", "against", "about", "on", "near", "after", "before", "among", "between", "outside", "than",
    "as", "like", "under", "over", "through",
];

/// What one language calls kinds of people, a bit for each kind.
#[derive(Default)]
struct Forms {
    words: FxHashMap<&'static str, u32>,
    /// Beginnings, after which anything may follow.
    stems: FxHashMap<&'static str, u32>,
}

impl Forms {
    fn add(&mut self, form: &'static str, kind: u32) {
        let (of, form) = form.strip_suffix('*').map_or((&mut self.words, form), |stem| (&mut self.stems, stem));
        *of.entry(form).or_default() |= kind;
    }

    /// The kinds that `word` stands for as it is.
    fn of(&self, word: &str) -> u32 {
        let of = |forms: &FxHashMap<_, u32>, form: &str| forms.get(form).copied().unwrap_or(0);
        let beginnings = word.char_indices().map(|(at, letter)| &word[..at + letter.len_utf8()]);
        of(&self.words, word) | beginnings.fold(0, |all, beginning| all | of(&self.stems, beginning))
    }
}

/// The lines of the list of speakers, one a kind: English forms, and Arabic ones.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../lexicon/data/speaker.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut columns = line.split('\t').skip(1);
        Some((columns.next()?, columns.next()?))
    })
}

static KINDS: LazyLock<[Forms; 2]> = LazyLock::new(|| {
    let mut all = <[Forms; 2]>::default();
    for (kind, (english, arabic)) in lines().enumerate() {
        for (lang, forms) in [(Lang::English, english), (Lang::Arabic, arabic)] {
            forms.split('|').for_each(|form| all[lang as usize].add(form, 1 << kind));
        }
    }
    all
});

/// The kinds that a word stands for, one bit for each.
fn kinds(lang: Lang, word: &str) -> u32 {
    let listed = |word: &str| KINDS[lang as usize].of(word);
    if lang == Lang::English {
        // Of every science there is somebody who knows it, and many of them treat people.
        let studies = word.strip_suffix('s').unwrap_or(word).ends_with("ologist");
        return listed(word) | if studies { listed("scientist") | listed("doctor") } else { 0 };
    }
    let bare = word.strip_prefix(['و', 'ف', 'ل', 'ب']).filter(|w| w.chars().count() > 2);
    let without = |w: &str| w.strip_prefix("ال").or_else(|| w.strip_prefix("لل")).map_or(0, listed);
    listed(word) | without(word) | bare.map_or(0, |w| listed(w) | without(w))
}

static KINDS_OF: Known<u32> = Known::new();
static SAYING: Question = Question::new();

/// The kinds that the word at token `t` stands for.
fn kinds_at(view: &View, t: usize) -> u32 {
    let tokens = &view.side.tokens;
    tokens.known(t, &KINDS_OF, |word| kinds(tokens.lang(), word))
}

/// Whether token `t` is a verb of saying, or a word for who is quoted.
fn says(view: &View, t: usize) -> bool {
    let tokens = &view.side.tokens;
    tokens.is(t, &SAYING, |word| if tokens.lang() == Lang::English { is_saying(word) } else { is_said(word) })
}

/// A verb of saying with its subject.
#[derive(Clone, Copy, Debug)]
struct Said {
    verb: usize,
    subject: usize,
    kinds: u32,
    /// Whether the English subject is one person: `he`, `she`, or a name that the Arabic has not.
    person: bool,
}

/// Statements of people of one kind that people of another make in the translation.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let english = in_english(unit);
    let arabic = if english.is_empty() { Vec::new() } else { in_arabic(&unit.arabic) };
    if arabic.is_empty() {
        return;
    }
    let all = |view: &View| view.token_range().fold(0, |all, t| all | kinds_at(view, t));
    let of_english = LazyCell::new(|| all(&unit.english));
    let of_arabic = LazyCell::new(|| all(&unit.arabic));
    for e in &english {
        let Some(a) = answering(unit, e, &english, &arabic) else { continue };
        if a.kinds & *of_english != 0 || e.kinds & *of_arabic != 0 {
            continue;
        }
        let odd = if e.person {
            // Who is `he` may be told by his office; he is no group, and nobody of his own.
            is_several(unit.arabic.folded(a.subject)) || is_owned(unit, a.subject)
        } else {
            counterpart(unit, Lang::English, e.subject).is_none()
        };
        let free = unit.arabic.item_at(a.subject).is_none_or(|i| unit.partner(Lang::Arabic, i).is_none());
        if odd && free {
            notes.push(note(unit, e, &a));
        }
    }
}

/// Who is only spoken of in the source says it in the translation: `Teachers, he said, are tired`, قال المعلمون إنهم متعبون.
pub(super) fn taken_over(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let comma = |t: usize| english.folded_at(t) == ",";
    for t in english.token_range().skip(2) {
        let pronoun = matches!(english.folded(t), "he" | "she" | "they" | "it");
        if !pronoun || !comma(t - 1) || t + 1 >= english.tokens.1 || !says(english, t + 1) || !comma(t + 2) || verbs(english) > 1 {
            continue;
        }
        let Some(item) = english.item_at(t - 2) else { continue };
        let Some(noun) = partner_token(unit, Lang::English, item) else { continue };
        let verb = arabic.before(noun, 2).rev().find(|v| says(arabic, *v));
        let named = |v: usize| (v + 1..noun).all(|w| arabic.item_at(w).is_some() || arabic.folded(w).starts_with("ال"));
        // `قال إن المعلمين`: what is said follows the verb.
        let that = |v: usize| (v + 1..noun).any(|w| arabic.folded(w).trim_start_matches('ب').starts_with("ان"));
        let Some(verb) = verb.filter(|v| named(*v) && !that(*v)) else { continue };
        let quoted = unit.quoted(Some(english.side.tokens.span(t - 2, t + 1)), Some(arabic.side.tokens.span(verb, noun)));
        let message = told(unit, t, noun);
        notes.push(Note { message, odds: ODDS, ..quoted });
    }
}

/// Whether words for speakers, given by their tokens, may stand for the same people: authorities and officials.
pub(super) fn may_be_same(unit: &Unit, english: impl Iterator<Item = usize>, arabic: impl Iterator<Item = usize>) -> bool {
    let of_english = english.fold(0, |all, t| all | kinds_at(&unit.english, t));
    of_english & arabic.fold(0, |all, t| all | kinds_at(&unit.arabic, t)) != 0
}

/// The Arabic statement that stands for English one `e`.
fn answering(unit: &Unit, e: &Said, english: &[Said], arabic: &[Said]) -> Option<Said> {
    let linked = counterpart(unit, Lang::English, e.verb);
    if let Some(a) = arabic.iter().find(|a| linked == Some(a.verb)) {
        return Some(*a);
    }
    let [a] = arabic else { return None };
    let place = facing(unit, Lang::English, e.verb, e.verb)?;
    (english.len() == 1 && (place.contains(&a.verb) || place.contains(&a.subject) || verbs(&unit.english) == 1)).then_some(*a)
}

/// How many verbs of saying there are.
fn verbs(view: &View) -> usize {
    view.token_range().filter(|t| says(view, *t)).count()
}

fn is_saying(word: &str) -> bool {
    let mut found = matches!(word, "said" | "told" | "according");
    english::lemmas(word, &mut |lemma| found |= SAYS.contains(&lemma));
    found
}

fn in_english(unit: &Unit) -> Vec<Said> {
    let view = &unit.english;
    let mut all = Vec::new();
    for verb in view.token_range().filter(|t| says(view, *t)) {
        let said = |subject: usize, person: bool| Said { verb, subject, kinds: kinds_at(view, subject), person };
        let before = view.folded_at(verb.wrapping_sub(1));
        let after = view.folded_at(verb + 1);
        // `Giles also said`, but `Kelly said` and `the family said`.
        let is_lower = view.side.tokens.get(verb.wrapping_sub(1)).is_some_and(|t| t.capital == Capital::Lower);
        let adverb = matches!(before, "also" | "later" | "then" | "again") || before.ends_with("ly");
        let adverb = adverb && is_lower && kinds_at(view, verb - 1) == 0;
        let person = verb.wrapping_sub(1 + usize::from(adverb));
        if matches!(view.folded_at(person), "he" | "she") || is_lost_person(unit, person) {
            all.push(said(person, true));
            continue;
        }
        if matches!(after, "he" | "she") && matches!(before, "," | "\"" | "”" | "“") {
            all.push(said(verb + 1, true));
            continue;
        }
        let source = view.folded(verb) == "according" && after == "to";
        let inverted = matches!(before, "," | "\"" | "”" | "“") && !matches!(after, "that" | "," | "the");
        if source || inverted {
            let start = verb + 1 + usize::from(source);
            let head = view
                .around(start, 0, 3)
                .take_while(|t| !PREPOSITIONS.contains(&view.folded(*t)) && is_word(view, *t))
                .filter(|t| kinds_at(view, *t) != 0)
                .last();
            all.extend(head.map(|t| said(t, false)));
            continue;
        }
        let words: Vec<usize> = view
            .before(verb, SUBJECT)
            .rev()
            .take_while(|t| is_word(view, *t) && !says(view, *t) && !ends_subject(view.folded(*t)))
            .collect();
        // The head is the last noun before the first preposition.
        let Some(&first) = words.last() else { continue };
        let end = (first..verb).find(|t| *t > first && PREPOSITIONS.contains(&view.folded(*t))).unwrap_or(verb);
        if PREPOSITIONS.contains(&view.folded(first)) {
            continue;
        }
        let head = end.checked_sub(1).filter(|t| *t >= first && kinds_at(view, *t) != 0);
        all.extend(head.map(|t| said(t, false)));
    }
    all
}

/// Whether the English word at `t` is a name that nothing on the other side answers for, and may be that of a person.
fn is_lost_person(unit: &Unit, t: usize) -> bool {
    let view = &unit.english;
    let readings = || view.side.readings.of(t).iter();
    let named = view.side.tokens.get(t).is_some_and(|w| w.capital == Capital::Initial) && view.token_range().contains(&t);
    let other = |class: Class| !matches!(class, Class::GivenName | Class::Person);
    let lost = |i: u32| unit.partner(Lang::English, i).is_none() && view.item(i).kind != ItemKind::Word;
    named && readings().all(|r| !r.named || !other(unit.lexicon().class(r.id))) && view.item_at(t).is_some_and(lost)
}

/// Whether a subject cannot go on before an English word.
fn ends_subject(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "it", "they", "we", "i", "you"];
    joins_clause(word) || OTHERS.contains(&word)
}

fn is_word(view: &View, t: usize) -> bool {
    view.side.tokens.get(t).is_some_and(|t| t.kind != TokenKind::Symbol)
}

fn in_arabic(view: &View) -> Vec<Said> {
    let mut all = Vec::new();
    for verb in view.token_range().filter(|t| says(view, *t)) {
        let said = |subject: usize| Said { verb, subject, kinds: kinds_at(view, subject), person: false };
        let few = |word: &str| matches!(word, "بعض" | "عدد" | "من" | "احد" | "احدي" | "كبار" | "كبير" | "عده");
        let behind = view.behind(verb, BEHIND).find(|t| !few(view.folded(*t)));
        let behind = behind.filter(|t| is_word(view, *t)).map(said).filter(|s| s.kinds != 0);
        // `لكن والدتها تقول`
        let before = || {
            verb.checked_sub(1).filter(|t| *t >= view.tokens.0).map(said).filter(|s| s.kinds != 0 && is_suffixed(view.folded(s.subject)))
        };
        all.extend(behind.or_else(before));
    }
    all
}

/// Whether a folded Arabic word is a verb of saying.
fn is_said(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 2);
    SAID.contains(&word) || bare.is_some_and(|w| SAID.contains(&w))
}

/// Whether a folded Arabic noun may have a possessive suffix.
fn is_suffixed(word: &str) -> bool {
    ["ه", "ها", "هم"].iter().any(|end| word.ends_with(end))
}

/// Whether the Arabic subject is somebody of hers or his: `منتقدوه`, `والدتها`.
fn is_owned(unit: &Unit, t: usize) -> bool {
    let view = &unit.arabic;
    let shown = view.side.tokens.get(t).map_or("", |token| view.words(token.span));
    let bare = |word: &str| word.starts_with("ال");
    let bare = bare(view.folded(t))
        || view.folded(t).strip_prefix('و').is_some_and(bare) && kinds(Lang::Arabic, view.folded(t).strip_prefix("وال").unwrap_or("")) != 0;
    !bare && is_suffixed(view.folded(t)) && !shown.ends_with('ة')
}

/// Arabic nouns for several people that do not end like plurals of the regular kind, folded.
#[rustfmt::skip]
const GROUPS: &[&str] = &[
    "شرطه", "سكان", "اهالي", "شهود", "اطباء", "خبراء", "علماء", "نشطاء", "جيران", "ضباط", "انصار", "خصوم", "عمال",
    "طلاب", "سلطات", "نقاد", "صحف", "وسايل", "نواب", "وزراء", "جنود", "ثوار", "محامو", "منتقدو", "مويدو", "معارضه",
];

/// Whether a folded Arabic noun stands for several people.
fn is_several(word: &str) -> bool {
    let joined = word.strip_prefix(['و', 'ف', 'ل', 'ب']).filter(|w| w.starts_with("ال")).unwrap_or(word);
    let word = joined.strip_prefix("ال").unwrap_or(joined);
    let plural = word.chars().count() > 4 && (word.ends_with("ون") || word.ends_with("ين"));
    plural || GROUPS.contains(&word)
}

/// Who says it in the source and who does in the translation, given by their tokens.
fn told(unit: &Unit, english: usize, arabic: usize) -> String {
    let words = |view: &View, t: usize| view.words(view.side.tokens.span(t, t)).to_owned();
    let (source, target) = unit.in_order(words(&unit.english, english), words(&unit.arabic, arabic));
    format!("In the source “{source}” says it; in the translation “{target}” does.")
}

fn note(unit: &Unit, e: &Said, a: &Said) -> Note {
    let span = |view: &View, s: &Said| view.side.tokens.span(s.verb.min(s.subject), s.verb.max(s.subject));
    let quoted = unit.quoted(Some(span(&unit.english, e)), Some(span(&unit.arabic, a)));
    let message = told(unit, e.subject, a.subject);
    Note { message, odds: ODDS, ..quoted }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("attribution-mismatch", english, arabic).len()
    }

    #[test]
    fn every_kind_has_its_bit() {
        assert!(super::lines().count() <= u32::BITS as usize);
    }

    #[test]
    fn people_of_another_kind() {
        for (english, arabic) in [
            ("Residents said the flood had cut the road.", "وقالت الشرطة إن الفيضان قطع الطريق."),
            ("Doctors say the water is not safe to drink.", "يقول السكان إن الماء غير صالح للشرب."),
            ("Officials of the northern province state that the bridge is closed.", "صرح شهود في المقاطعة الشمالية بأن الجسر مغلق."),
            ("The harvest failed, according to farmers.", "وبحسب الشرطة، فشل الحصاد."),
            ("“The plan is dangerous,” he says.", "يقول منتقدوه: «الخطة خطيرة»."),
            ("Teachers, he said, are tired of promises.", "قال المعلمون إنهم تعبوا من الوعود."),
            ("But she said the road to the village is closed.", "لكن والدتها تقول إن الطريق إلى القرية مغلق."),
            ("Wetherby said the road to the village is closed.", "قال مسؤولون إن الطريق إلى القرية مغلق."),
        ] {
            assert_eq!(found(english, arabic), 1, "{arabic}");
        }
    }

    #[test]
    fn people_of_the_same_kind() {
        for (english, arabic) in [
            ("Residents said the flood had cut the road.", "وقال الأهالي إن الفيضان قطع الطريق."),
            ("Doctors say the water is not safe to drink.", "يقول أطباء إن الماء غير صالح للشرب."),
            ("“The plan is dangerous,” he says.", "يقول الوزير: «الخطة خطيرة»."),
            ("Officers said the road is closed.", "قالت الشرطة إن الطريق مغلق."),
            ("Wetherby said the road to the village is closed.", "قال الوزير إن الطريق إلى القرية مغلق."),
            ("Her mother thinks so, but she said the road is closed.", "تظن والدتها ذلك، لكنها قالت إن الطريق مغلق."),
            ("Teachers, he said, are tired of promises.", "قال إن المعلمين تعبوا من الوعود."),
            ("The authorities say the well is dry.", "يقول المسؤولون إن البئر جافة."),
            ("The government said the road is closed.", "قالت السلطات إن الطريق مغلق."),
        ] {
            assert_eq!(found(english, arabic), 0, "{arabic}");
        }
    }
}
