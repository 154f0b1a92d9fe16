//! A given name of one gender beside an Arabic title, or behind an Arabic verb, of the other: الخبير تيفاني, قال ماري.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::audit::clearer;
use crate::audit::unit::{Note, Unit, View};
use crate::audit::verb::{self, Gender};
use crate::evidence::item::Kind::Word;
use crate::finding::Kind::Mistranslated;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Known;
use crate::lang::token::{Capital, Kind};
use crate::lexicon::words;

/// How far before a name its title may start, in tokens: رئيس الوزراء البريطاني تيريزا ماي.
const REACH: usize = 4;
/// Log odds: many write titles of women as those of men, but seldom the other way round.
const TITLE: f32 = 0.7;
const VERB: f32 = 1.5;

static NAMES: LazyLock<FxHashMap<&str, Gender>> = LazyLock::new(|| {
    let women = names(include_str!("../../lexicon/data/women.txt")).map(|name| (name, Gender::Woman));
    women.chain(names(include_str!("../../lexicon/data/men.txt")).map(|name| (name, Gender::Man))).collect()
});
/// Given names of women and men, in English letters.
pub fn given_names() -> impl Iterator<Item = &'static str> {
    NAMES.keys().copied()
}

/// What people are, folded, as it is said of a man.
static PEOPLE: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| names(include_str!("../../lexicon/data/person_ar.txt")).map(|word| Lang::Arabic.fold(word).into_owned()).collect());

fn names(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

/// People whose names say that they are of the other gender.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    for token in unit.english.token_range() {
        if let Some(gender) = of_name(unit, token) {
            notes.extend(beside(unit, token, gender));
        }
    }
}

/// The gender of the given name at English token `t`, if one starts there and a surname follows.
fn of_name(unit: &Unit, t: usize) -> Option<Gender> {
    static GENDER: Known<Option<Gender>> = Known::new();
    let view = &unit.english;
    let is_name = |t: usize| view.side.tokens.get(t).is_some_and(|w| w.kind == Kind::Word && w.capital == Capital::Initial);
    if !is_name(t) {
        return None;
    }
    let gender = view.side.tokens.known(t, &GENDER, |word| NAMES.get(word).copied())?;
    let surname = t + 1 < view.tokens.1 && is_name(t + 1);
    // `Lydia Ko's caddie`: what stands before her name in Arabic is he.
    let owns = |t: usize| view.side.tokens.get(t).is_some_and(|w| is_possessive(w.span.of(view.text)));
    if (t + 1..t + 4).take_while(|t| *t < view.tokens.1 && is_name(*t)).any(owns) {
        return None;
    }
    // In `Boris Nicola` it is a surname itself.
    let first = t == view.tokens.0 || !is_name(t - 1) || view.item_at(t - 1).is_some_and(|i| view.item(i).kind == Word);
    (surname && first).then_some(gender)
}

/// Whether an English word as written has the ending of a possessor.
fn is_possessive(word: &str) -> bool {
    ["'s", "’s", "s'", "s’"].iter().any(|ending| word.ends_with(ending))
}

/// The Arabic word for the person of that name that is of the other gender.
fn beside(unit: &Unit, name: usize, gender: Gender) -> Option<Note> {
    let view = &unit.arabic;
    let item = unit.english.item_at(name)?;
    let at = unit.arabic.item(unit.partner(Lang::English, item)?).token as usize;
    let before = |n: usize| at.checked_sub(n).filter(|t| *t >= view.tokens.0 && view.is_word(*t));
    let told = |t: usize, odds: f32| {
        let quoted = unit.quoted(Some(unit.english.side.tokens.span(name, name)), Some(view.side.tokens.span(t, at)));
        let (english, arabic) = (unit.english.words(unit.english.item(item).span), view.words(view.side.tokens.span(t, t)));
        let (is, other) = (gender.name(), gender.other().name());
        let message = format!("“{english}” is {is}’s name; “{arabic}” is said of {other}.");
        Note { message, odds, kind: Some(Mistranslated), ..quoted }
    };
    if let Some(verb) = before(1).filter(|t| says(view.folded(*t)) && verb::gender(unit, *t) == Some(gender.other())) {
        return Some(told(verb, VERB));
    }
    for n in 1..=REACH {
        let t = before(n)?;
        if let Some(of) = of_person(view, t) {
            let nearer = before(n + 1).is_some_and(|t| of_person(view, t).is_some() || is_kin(view.folded(t)));
            // Behind a woman and what she is the name may be that of another.
            return (of != gender && !nearer && (of == Gender::Man || n == 1)).then(|| told(t, TITLE));
        }
        if words::is_function(Lang::Arabic, view.folded(t)) {
            return None;
        }
    }
    None
}

/// The gender of the Arabic word for what somebody is at token `t`, if it is one.
fn of_person(view: &View, t: usize) -> Option<Gender> {
    let word = view.folded(t);
    let woman = view.words(view.side.tokens.get(t)?.span).ends_with('ة');
    let prefixes = ["", "ال", "و", "وال", "ل", "لل", "ب", "بال"];
    let mut stems = prefixes.iter().filter_map(|p| word.strip_prefix(p)?.strip_suffix(if woman { "ه" } else { "" }));
    stems.any(|stem| PEOPLE.contains(stem)).then_some(if woman { Gender::Woman } else { Gender::Man })
}

/// Whether a folded Arabic word makes what follows somebody else: the wife of the president.
fn is_kin(word: &str) -> bool {
    let word = word.strip_prefix('و').unwrap_or(word);
    matches!(
        word,
        "زوجه"
            | "ابنه"
            | "والده"
            | "شقيقه"
            | "ارمله"
            | "ام"
            | "اخت"
            | "زوج"
            | "ابن"
            | "نجل"
            | "شقيق"
            | "والد"
            | "حمله"
            | "اداره"
            | "حكومه"
    )
}

/// Whether a folded Arabic word says that somebody speaks, or spoke.
fn says(word: &str) -> bool {
    const NOW: &[&str] = &["قول", "ضيف", "صرح", "وكد", "شير", "كتب", "وضح", "علق"];
    let now = without_conjunction(word).strip_prefix(['ي', 'ت']);
    now.is_some_and(|verb| NOW.contains(&verb)) || clearer::says(word)
}
