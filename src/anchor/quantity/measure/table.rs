//! The tables of units and currencies, read once.
//!
//! The third and later columns of `unit.tsv` and `currency.tsv` say what a row measures: of a unit its dimension, how many SI units it is worth and,
//! for temperatures, where its zero lies; of a currency its family (all dollars) and, for cents, its worth in the main one. Rows without them are for
//! translation only.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::{Currency, Measure, Unit};
use crate::lang::Lang;
use crate::lang::token::Tokens;

const UNITS: &str = include_str!("../../../lexicon/data/gazetteer/unit.tsv");

const CURRENCIES: &str = include_str!("../../../lexicon/data/gazetteer/currency.tsv");

static ALL_UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| UNITS.lines().filter_map(unit).collect());

static ALL_CURRENCIES: LazyLock<Vec<Currency>> = LazyLock::new(|| CURRENCIES.lines().filter_map(currency).collect());

/// A form of a measure: its folded words, Arabic ones without article.
pub(super) struct Phrase {
    /// Its words after the first.
    pub rest: Vec<String>,
    /// What it names.
    pub measure: Measure,
    /// Whether it is an Arabic dual.
    pub dual: bool,
}

/// All forms in one language, by their first word, longest first.
pub(super) type Index = FxHashMap<String, Vec<Phrase>>;

static TABLES: LazyLock<(Index, Index)> = LazyLock::new(load);

/// The forms in `lang`.
pub(super) fn index(lang: Lang) -> &'static Index {
    match lang {
        Lang::English => &TABLES.0,
        Lang::Arabic => &TABLES.1,
    }
}

/// The unit called `name`.
pub(in crate::anchor::quantity) fn named(name: &str) -> Option<Measure> {
    ALL_UNITS.iter().find(|u| u.name == name).map(Measure::Unit)
}

/// Arabic words without their article; `الين` (yen) is `ين`.
pub(super) fn bare(lang: Lang, word: &str) -> &str {
    match lang {
        Lang::Arabic => word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2 && !word.starts_with("الف")).unwrap_or(word),
        Lang::English => word,
    }
}

fn load() -> (Index, Index) {
    let (mut english, mut arabic) = (Index::default(), Index::default());
    let units = UNITS.lines().map(|line| (line, unit_of(line)));
    let currencies = CURRENCIES.lines().map(|line| (line, currency_of(line)));
    for (line, measure) in units.chain(currencies) {
        let (Some(measure), mut columns) = (measure, line.split('\t')) else { continue };
        for form in columns.next().unwrap_or("").split('|') {
            add(&mut english, Lang::English, form, measure, false);
            add(&mut arabic, Lang::Arabic, form, measure, false);
        }
        let folded: Vec<_> = columns.next().unwrap_or("").split('|').map(|form| Lang::Arabic.fold(form).into_owned()).collect();
        for form in &folded {
            add(&mut arabic, Lang::Arabic, form, measure, is_dual(form, &folded));
        }
    }
    for index in [&mut english, &mut arabic] {
        for list in index.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }
    (english, arabic)
}

fn unit_of(line: &str) -> Option<Measure> {
    if line.split('\t').nth(2) == Some("percent") {
        return Some(Measure::Percent);
    }
    ALL_UNITS.iter().find(|u| line.starts_with(u.name) && line[u.name.len()..].starts_with(['|', '\t'])).map(Measure::Unit)
}

fn currency_of(line: &str) -> Option<Measure> {
    ALL_CURRENCIES.iter().find(|c| line.starts_with(c.name) && line[c.name.len()..].starts_with(['|', '\t'])).map(Measure::Currency)
}

/// Whether a form of a row ends as a dual of another form of it: `ساعتين` of `ساعة`.
fn is_dual(form: &str, forms: &[String]) -> bool {
    let Some(stem) = form.strip_suffix("ان").or_else(|| form.strip_suffix("ين")) else { return false };
    let feminine = stem.strip_suffix('ت').map(|s| format!("{s}ه"));
    forms.iter().any(|f| f == stem || feminine.as_ref() == Some(f))
}

fn add(index: &mut Index, lang: Lang, form: &str, measure: Measure, dual: bool) {
    let tokens = Tokens::new(lang, form);
    let mut words: Vec<_> = (0..tokens.len()).map(|i| bare(lang, tokens.folded(i)).to_owned()).collect();
    // A lone preposition is never read as `liter`, nor a title as `minute`.
    // `aged` stands before its number.
    if words.is_empty()
        || form == "aged"
        || lang == Lang::Arabic && matches!(form, "ل" | "د" | "كيلو") && !matches!(measure, Measure::Unit(u) if u.name == "kilometer")
    {
        return;
    }
    let first = words.remove(0);
    let list = index.entry(first).or_default();
    match list.iter_mut().find(|p| p.rest == words) {
        // `ليرة` alone is any lira.
        Some(known) if measure.is_generic_money() && matches!(known.measure, Measure::Currency(_)) && !known.measure.is_generic_money() => {
            known.measure = measure;
        }
        Some(_) => {}
        None => list.push(Phrase { rest: words, measure, dual }),
    }
}

/// The unit of a row: `name|forms ⇥ arabic ⇥ dimension ⇥ factor ⇥ zero`.
fn unit(line: &'static str) -> Option<Unit> {
    let columns: Vec<_> = line.split('\t').collect();
    let (forms, dimension, factor) = (columns[0], *columns.get(2)?, columns.get(3)?.parse().ok()?);
    let zero = columns.get(4).and_then(|z| z.parse().ok()).unwrap_or(0.0);
    Some(Unit { name: name(forms), plural: plural(forms), dimension, factor, zero })
}

/// The currency of a row: `name|forms ⇥ arabic ⇥ family ⇥ factor`.
fn currency(line: &'static str) -> Option<Currency> {
    let columns: Vec<_> = line.split('\t').collect();
    let factor = columns.get(3).and_then(|f| f.parse().ok()).unwrap_or(1.0);
    Some(Currency { name: name(columns[0]), plural: plural(columns[0]), family: columns.get(2)?, factor })
}

fn name(forms: &'static str) -> &'static str {
    forms.split('|').next().unwrap_or(forms)
}

/// The plural form of a row: `feet` of `foot|feet|ft`; the name itself where it has none (`yen`).
fn plural(forms: &'static str) -> &'static str {
    let mut all = forms.split('|');
    let name = all.next().unwrap_or("");
    let stem = name.strip_suffix('y').unwrap_or("?");
    let regular = |form: &&str| matches!(form.strip_prefix(name), Some("s" | "es")) || form.strip_prefix(stem) == Some("ies");
    forms
        .split('|')
        .skip(1)
        .find(regular)
        .or_else(|| all.find(|form| matches!(*form, "feet" | "years old" | "millennia" | "degrees Celsius" | "degrees Fahrenheit")))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::token::{CURRENCY_CODES, SHORT_CURRENCIES};

    #[test]
    fn what_is_cut_from_a_number_is_a_currency() {
        for code in CURRENCY_CODES.iter().chain(&SHORT_CURRENCIES) {
            let found = index(Lang::English).get(&code.to_lowercase()).is_some_and(|list| list.iter().any(|form| form.rest.is_empty()));
            assert!(found, "{code}");
        }
    }

    #[test]
    fn every_measured_row_has_a_factor() {
        for line in UNITS.lines() {
            let columns: Vec<_> = line.split('\t').collect();
            assert!(columns.len() == 2 || columns[3].parse::<f64>().is_ok(), "{line}");
        }
    }
}
