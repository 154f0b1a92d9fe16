//! The words that numbers are made of, read once from `number_word.tsv`.
//!
//! A row of that file with a third and a fourth column gives the value and the class of its words; rows without them are for translation only.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

use crate::lang::Lang;

/// What part a word plays in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// 0 to 10.
    Unit,
    /// 11 to 19.
    Teen,
    /// 20 to 90.
    Tens,
    /// 100.
    Hundred,
    /// 200 to 900 in one Arabic word.
    Hundreds,
    /// 12.
    Dozen,
    /// A thousand and up.
    Scale,
    /// Two of a scale in one Arabic word: `ألفين`.
    PairOfScale,
    /// `dozens`, `مئات`, `ملايين`.
    Vague,
    /// `half`, `ثلثي`.
    Fraction,
    /// What a numerator stands before: `thirds`, `أرباع`.
    Part,
    /// `third`, `الثالثة`.
    Ordinal,
    /// `nineties`, `التسعينات`.
    Decade,
    /// `twice`, `مرتين`.
    Multiple,
    /// `both`, `trio`, `ثنائي`: a number that is hardly ever written as one in the other language.
    Group,
}

/// Value and class of a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meaning {
    /// What it is worth; of a vague word, what one of it is worth (100 for `hundreds`).
    pub value: f64,
    /// What it does.
    pub class: Class,
}

const FILE: &str = include_str!("../../lexicon/data/gazetteer/number_word.tsv");

static ENGLISH: LazyLock<FxHashMap<String, Vec<Meaning>>> = LazyLock::new(|| load(Lang::English));
static ARABIC: LazyLock<FxHashMap<String, Vec<Meaning>>> = LazyLock::new(|| load(Lang::Arabic));

/// All that the folded `word` may be in a number of `lang`; Arabic without its article. `خمس` is 5 and a fifth.
pub(super) fn meanings(lang: Lang, word: &str) -> &'static [Meaning] {
    let map = match lang {
        Lang::English => &*ENGLISH,
        Lang::Arabic => &*ARABIC,
    };
    map.get(word).map_or(&[], Vec::as_slice)
}

/// The first meaning of `word` that is of one of `classes`.
pub(super) fn meaning(lang: Lang, word: &str, classes: &[Class]) -> Option<Meaning> {
    meanings(lang, word).iter().find(|m| classes.contains(&m.class)).copied()
}

/// Whether an Arabic number word may stand at the start of `stem`, a word without its clitics: most words are no numbers, and a look
/// at their first letters tells.
pub(super) fn may_start(stem: &str) -> bool {
    ARABIC_STARTS.contains(start(stem, 3)) || ARABIC_STARTS.contains(start(stem, 2))
}

/// Words that are read as numbers, but have no row of their own.
const OTHERS: [&str; 6] = ["بضع", "عده", "حفنه", "اولين", "اوايل", "حادي"];

/// The first three letters of all number words, or the two that they have.
static ARABIC_STARTS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let words = ARABIC.keys().map(String::as_str).chain(OTHERS);
    words.map(|word| start(word, 3)).collect()
});

/// The first `letters` letters of a word, or all.
fn start(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

fn class(name: &str, lang: Lang) -> Option<Class> {
    let name = match name.strip_suffix("-en") {
        Some(name) if lang == Lang::English => name,
        Some(_) => return None,
        None => name,
    };
    Some(match name {
        "unit" => Class::Unit,
        "teen" => Class::Teen,
        "tens" => Class::Tens,
        "hundred" => Class::Hundred,
        "hundreds" => Class::Hundreds,
        "dozen" => Class::Dozen,
        "scale" => Class::Scale,
        "pair" => Class::PairOfScale,
        "vague" => Class::Vague,
        "fraction" => Class::Fraction,
        "part" => Class::Part,
        "ordinal" => Class::Ordinal,
        "decade" => Class::Decade,
        "multiple" => Class::Multiple,
        "group" => Class::Group,
        _ => return None,
    })
}

fn load(lang: Lang) -> FxHashMap<String, Vec<Meaning>> {
    let mut words: FxHashMap<String, Vec<Meaning>> = FxHashMap::default();
    for line in FILE.lines() {
        let columns: Vec<_> = line.split('\t').collect();
        let [english, arabic, value, name] = columns[..] else { continue };
        let (Ok(value), Some(class)) = (value.parse(), class(name, lang)) else { continue };
        let forms = if lang == Lang::English { english } else { arabic };
        for form in forms.split('|').filter(|form| one_word(form)) {
            let folded = lang.fold(form);
            let stem = if lang == Lang::Arabic { without_article(&folded) } else { &folded };
            let list = words.entry(stem.to_owned()).or_default();
            if !list.contains(&Meaning { value, class }) {
                list.push(Meaning { value, class });
            }
        }
    }
    words
}

/// A folded word without `ال`, which is part of the word in ألف and its forms.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| !word.starts_with("الف") && !word.starts_with("الاف") && rest.chars().count() > 2).unwrap_or(word)
}

/// Phrases are put together by the grammar, and abbreviations (`bn`) count only beside digits.
fn one_word(form: &str) -> bool {
    !form.is_empty() && form.chars().all(char::is_alphabetic) && !matches!(form, "m" | "mn" | "bn" | "tn")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_values() {
        assert_eq!(meaning(Lang::English, "ninety", &[Class::Tens]).map(|m| m.value), Some(90.0));
        assert_eq!(meaning(Lang::Arabic, "الاف", &[Class::Scale]).map(|m| m.value), Some(1000.0));
        assert_eq!(meaning(Lang::Arabic, "الاف", &[Class::Vague]).map(|m| m.value), Some(1000.0));
        assert_eq!(meaning(Lang::Arabic, "مليونا", &[Class::PairOfScale]).map(|m| m.value), Some(2e6));
        assert_eq!(meaning(Lang::Arabic, "خمس", &[Class::Fraction]).map(|m| m.value), Some(0.2));
        assert!(meanings(Lang::English, "m").is_empty());
    }

    #[test]
    fn every_row_with_a_value_has_a_class() {
        for line in FILE.lines() {
            let columns: Vec<_> = line.split('\t').collect();
            assert!(matches!(columns.len(), 2 | 4), "{line}");
            if let [_, _, value, name] = columns[..] {
                assert!(value.parse::<f64>().is_ok() && class(name, Lang::English).is_some(), "{line}");
            }
        }
    }
}
