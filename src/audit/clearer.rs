//! Words that make clearer what the other side says anyway: `ولاية تكساس الأمريكية` for `Texas`, a name for a pronoun, an acronym
//! written out, an amount converted. They add no claim.

use super::coverage::Run;
use super::facing::{facing, is_glued};
use super::unit::{Unit, View};
use crate::lang::Lang;
use crate::lang::token::{Capital, Kind};
use crate::lexicon::{Class, words};

/// What is said before the name of something of the kind. Folded, without article and prefixes.
const KINDS: &[&str] = &[
    "ولايه",
    "جزيره",
    "جزر",
    "مقاطعه",
    "اقليم",
    "شركه",
    "شركات",
    "مجموعه",
    "قناه",
    "شبكه",
    "صحيفه",
    "مجله",
    "وكاله",
    "موقع",
    "نادي",
    "فريق",
    "حزب",
    "اعصار",
    "عاصفه",
    "بحيره",
    "نهر",
    "جبل",
    "مطار",
    "دوله",
    "جمهوريه",
    "مملكه",
    "عاصمه",
    "حي",
    "قريه",
    "مرض",
    "فيروس",
    "طراز",
    "منصه",
    "تطبيق",
    "برنامج",
    "فيلم",
    "مسلسل",
    "كتاب",
    "روايه",
    "اغنيه",
    "لاعب",
    "رئيس",
    "سيد",
    "سيده",
    "دكتور",
    "ملكه",
    "ملك",
    "امير",
    "عمله",
    "كنيسه",
    "مستشفي",
    "جامعه",
];

/// Pronouns that a name or a description may stand for.
const PRONOUNS: &[&str] =
    &["he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "this", "that", "those", "these", "one"];

/// Whether the words of `run` only make clearer what the other side says.
pub(super) fn is_clearer(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let view = unit.view(lang);
    let lost = || (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none());
    lost().all(|i| is_of_a_number(view, i))
        || is_spelled_out(unit, lang, run)
        || lang == Lang::Arabic && (is_glued(unit) || lost().all(|i| is_light(view, i) || is_kind(unit, i) || is_demonym(unit, i)))
        || stands_for_a_pronoun(unit, lang, run)
}

fn is_light(view: &View, item: u32) -> bool {
    words::is_light(Lang::Arabic, view.folded(view.item(item).token as usize))
}

/// Whether item `i` is a number or belongs to one, as units do.
fn is_of_a_number(view: &View, i: u32) -> bool {
    let token = view.item(i).token;
    view.quantities().iter().any(|q| q.tokens.contains(&token) || q.number_tokens.contains(&token))
}

/// Whether letters of the other side stand for the words before a bracket or within one: `هيئة الإذاعة البريطانية (بي بي سي)`.
fn is_spelled_out(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let (view, other) = (unit.view(lang), unit.view(lang.other()));
    let letters = |i: u32| {
        let partner = unit.partner(lang, i).and_then(|p| other.side.tokens.get(other.item(p).token as usize));
        let own = view.side.tokens.get(view.item(i).token as usize);
        [partner, own].into_iter().flatten().any(|t| matches!(t.capital, Capital::All | Capital::Mixed))
    };
    let (first, last) = (view.item(run.items.0).token as usize, view.item(run.items.1 - 1).token as usize);
    let within = |mut tokens: std::ops::Range<usize>| tokens.any(|t| view.folded(t) == "(");
    let next = run.items.1;
    let before_bracket = next < view.items.1 && letters(next) && within(last + 1..view.item(next).token as usize);
    let previous = run.items.0.checked_sub(1).filter(|i| *i >= view.items.0);
    let in_bracket = previous.is_some_and(|i| letters(i) && within(view.item(i).token as usize + 1..first));
    before_bracket || in_bracket
}

/// Whether Arabic item `i` only says what the name right after it names.
fn is_kind(unit: &Unit, i: u32) -> bool {
    let view = &unit.arabic;
    let word = view.folded(view.item(i).token as usize);
    let bare = word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']);
    let bare = [word, bare, bare.strip_prefix("ال").unwrap_or(bare), word.strip_prefix("لل").unwrap_or(word)];
    let named = (i + 1..view.items.1).take(2).any(|n| is_named(unit, n));
    named && bare.iter().any(|b| KINDS.contains(b))
}

/// Whether the English word that accounts for Arabic item `i` is a name.
fn is_named(unit: &Unit, i: u32) -> bool {
    let view = &unit.english;
    let token = unit.partner(Lang::Arabic, i).and_then(|p| view.side.tokens.get(view.item(p).token as usize));
    token.is_some_and(|t| t.capital != Capital::Lower)
}

/// Whether Arabic item `i` says of what country the name before it is.
fn is_demonym(unit: &Unit, i: u32) -> bool {
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    let readings = view.side.readings.of(view.item(i).token as usize);
    let mut concepts = readings.iter().flat_map(|r| lexicon.concepts_of(r.id));
    let country = concepts.any(|c| matches!(lexicon.class(c), Class::Demonym | Class::Country));
    country && (i.saturating_sub(2).max(view.items.0)..i).any(|n| is_named(unit, n))
}

/// Whether a noun phrase of `lang` stands where the other side has a pronoun.
fn stands_for_a_pronoun(unit: &Unit, lang: Lang, run: &Run) -> bool {
    if lang == Lang::English || run.items.1 - run.items.0 > 4 {
        return false;
    }
    let view = unit.view(lang);
    let tokens = view.side.tokens.within(run.span);
    let Some(first) = view.side.tokens.get(tokens.start).filter(|t| t.kind == Kind::Word) else { return false };
    let word = view.folded(tokens.start);
    let adverbial = words::is_function(lang, word) || word.starts_with(['ب', 'ل', 'ك', 'و', 'ف', 'ي', 'ت']) || first.span.is_empty();
    let opens = tokens.start == view.tokens.0;
    let Some(place) = facing(unit, lang, tokens.start, tokens.end.saturating_sub(1)) else { return false };
    let other = unit.view(lang.other());
    !adverbial && !opens && place.take(12).any(|t| PRONOUNS[..7].contains(&other.folded(t)))
}
