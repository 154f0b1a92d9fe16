//! Arabic duals: `أسبوعين` is two weeks, `شخصان` two persons. Of words that only look like duals (`المسؤولين`) we say two, but weakly.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Tokens;

use super::Role;
use super::arabic::{Peeled, peel};
use super::measure::{self, Measure};
use super::number::Number;
use super::scan::{self, before};

const FILE: &str = include_str!("../../lexicon/data/gazetteer/counted_noun.tsv");

/// Nouns that are often counted, and whether their sound plural ends in `ين` as their dual does.
static NOUNS: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let rows = FILE.lines().filter_map(|line| line.split_once('\t'));
    rows.map(|(noun, plural)| (Lang::Arabic.fold(noun).into_owned(), plural == "sound")).collect()
});

/// Words in `تين` and `تان` that are no duals.
const NO_DUALS: [&str; 29] = [
    "فتيان",
    "قضبان",
    "ميلان",
    "طالبان",
    "بلدان",
    "بروبلين",
    "عدوان",
    "فلسطين",
    "بوتين",
    "ارجنتين",
    "لاتين",
    "روتين",
    "مارتين",
    "كريستين",
    "بساتين",
    "باكستان",
    "بلوشستان",
    "بستان",
    "بريتين",
    "قسطنطين",
    "متين",
    "تين",
    "ثابتين",
    "كوتين",
    "بروتين",
    "نيكوتين",
    "كرياتين",
    "كيراتين",
    "جيلاتين",
];

/// Whether a word may be a dual where its neighbours say so.
pub(super) fn may_be(folded: &str) -> bool {
    looks_dual(folded)
        || is_both(folded)
        || peel(folded).any(|p| measure::dual(p.stem).is_some() || known(&p).is_some())
        || is_two_of(folded)
}

/// Whether what is left of a word without the ending of a dual is a noun of which one has two.
fn is_counted(stem: &str) -> bool {
    stem.strip_suffix('ت').is_some_and(|s| s.chars().count() >= 3) || NOUNS.contains_key(stem)
}

/// Both of something.
fn is_both(folded: &str) -> bool {
    matches!(folded, "كلا" | "كلتا" | "وكلا" | "وكلتا" | "لكلا")
        || ["كلاهما", "كليهما", "كلتاهما", "كلتيهما"].iter().any(|both| folded.ends_with(both))
}

/// Whether a folded word may be two of what the noun behind it names: مدفعي هاوتزر, خطا ربط.
pub fn is_two_of(folded: &str) -> bool {
    peel(folded).any(|p| !p.definite && p.stem.strip_suffix(['ا', 'ي']).is_some_and(is_counted))
}

static DUALS: Question = Question::new();

/// The dual at token `i`, which is no other number.
pub(super) fn read(tokens: &Tokens, i: usize) -> Option<Number> {
    if !scan::word(tokens, i) || !tokens.is(i, &DUALS, may_be) {
        return None;
    }
    let folded = tokens.folded(i);
    let number = Number::words(i..i + 1, 2.0, Role::Dual);
    let otherwise = peel(folded).any(|p| NO_DUALS.contains(&p.stem));
    // Few duals take `ك`, and `كبيرين` is no wells.
    for peeled in peel(folded).filter(|p| !otherwise && !folded[..folded.len() - p.stem.len()].contains('ك')) {
        if let Some(measure) = measure::dual(peeled.stem) {
            // `الممارسين العامين` are general practitioners.
            let general = peeled.definite && peeled.stem == "عامين" && before(tokens, i).ends_with("ين");
            return Some(of_scale(tokens, Number { measure, definite: peeled.definite, weak: general, ..number }));
        }
        if let Some(sure) = known(&peeled) {
            return Some(Number { weak: !sure || peeled.definite, definite: peeled.definite, ..number });
        }
    }
    if is_both(folded) {
        return Some(number.weak());
    }
    (!otherwise && (looks_dual(folded) || construct(tokens, i))).then(|| number.weak())
}

/// `درجتين مئويتين`, `درجتين فهرنهايت`: degrees of a scale.
fn of_scale(tokens: &Tokens, number: Number) -> Number {
    let next = tokens.folded(number.tokens.end).trim_start_matches("ال");
    let scale = match number.measure {
        Measure::Unit(unit) if unit.name == "degree" && next.starts_with("فهرنهايت") => measure::named("Fahrenheit"),
        Measure::Unit(unit) if unit.name == "degree" && next.starts_with("ميوي") => measure::named("Celsius"),
        _ => None,
    };
    let Some(measure) = scale else { return number };
    Number { measure, tokens: number.tokens.start..number.tokens.end + 1, ..number }
}

/// `عينتي دم`, `نوعا الفيروس`: a dual without its `ن`, before a noun.
fn construct(tokens: &Tokens, i: usize) -> bool {
    // In `ا` many accusatives end, so what follows must be what is possessed.
    let possessed = |stem: &str| stem.ends_with('ي') || tokens.folded(i + 1).starts_with("ال");
    scan::word(tokens, i + 1)
        && peel(tokens.folded(i)).filter(|p| possessed(p.stem)).any(|p| {
            let Some(stem) = p.stem.strip_suffix(['ا', 'ي']) else { return false };
            !p.definite && is_counted(stem)
        })
}

/// Whether the word is a dual of a listed noun; `Some(false)` when it may also be its plural.
fn known(peeled: &Peeled) -> Option<bool> {
    if let Some(stem) = ["يها", "يهم", "يهما", "يهن", "يه", "اه", "اها", "اهم"].iter().find_map(|ending| peeled.stem.strip_suffix(ending))
        && NOUNS.contains_key(stem)
        && !peeled.definite
    {
        // `طفليها` is her two children, but `حزبية` is an adjective.
        return Some(false);
    }
    let (stem, nominative) = match (peeled.stem.strip_suffix("ان"), peeled.stem.strip_suffix("ين")) {
        (Some(stem), _) => (stem, true),
        (_, Some(stem)) => (stem, false),
        _ => return None,
    };
    if let Some(sound) = NOUNS.get(stem) {
        return Some(nominative || !sound);
    }
    let feminine = format!("{}ه", stem.strip_suffix('ت')?);
    NOUNS.contains_key(&feminine).then_some(true)
}

/// A dual by its ending alone.
fn looks_dual(folded: &str) -> bool {
    let long = folded.chars().count() >= 5;
    long && (folded.ends_with("ين") || folded.ends_with("تان") || folded.ends_with("يان")) && !folded.ends_with("يين")
}

/// What a word that completes a unit is worth: `ونصف` is and a half.
pub(super) fn is_share(word: &str) -> Option<f64> {
    match word {
        "ونصف" | "ونصفا" | "والنصف" => Some(0.5),
        "وربع" | "والربع" => Some(0.25),
        "وثلث" | "والثلث" => Some(1.0 / 3.0),
        _ => None,
    }
}

/// The unit of a bare singular that a half follows: `عام ونصف` is a year and a half.
pub(super) fn unit_and_half(tokens: &Tokens, i: usize) -> Option<(Measure, f64, usize)> {
    let share = is_share(tokens.folded(i + 1))?;
    let found = peel(tokens.folded(i)).find_map(|p| measure::singular(p.stem))?;
    let again = measure::at(tokens, i + 2, false).filter(|(m, _)| *m == found);
    Some((found, 1.0 + share, again.map_or(i + 2, |(_, end)| end)))
}
