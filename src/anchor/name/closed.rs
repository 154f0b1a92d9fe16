//! Words that stand beside names or look like them: titles, months, weekdays, function words. Read once from the files that
//! the lexicon is compiled from, so that each is written in one place.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use crate::lang::arabic::without_conjunction;
use crate::lang::fold;

const TITLES: &str = include_str!("../../lexicon/data/gazetteer/title.tsv");
const MONTHS: &str = include_str!("../../lexicon/data/gazetteer/month.tsv");
const WEEKDAYS: &str = include_str!("../../lexicon/data/gazetteer/weekday.tsv");
const FUNCTION: &str = include_str!("../../lexicon/data/function_ar.txt");

/// The forms of one column, 0 English or 1 Arabic.
fn forms(table: &'static str, column: usize) -> impl Iterator<Item = &'static str> {
    let lines = table.lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(move |l| l.split('\t').nth(column)).flat_map(|c| c.split('|'))
}

static ENGLISH_TITLES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| forms(TITLES, 0).map(|f| fold::english(f.trim_end_matches('.')).into_owned()).collect());

static ARABIC_TITLES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| forms(TITLES, 1).filter(|f| !f.contains(' ')).map(|f| fold::arabic(f).into_owned()).collect());

/// Whether these words, folded, are an English title: `prime minister`.
pub(super) fn is_title<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let words: Vec<&str> = words.collect();
    match words[..] {
        [word] => ENGLISH_TITLES.contains(word),
        _ => ENGLISH_TITLES.contains(&words.join(" ")),
    }
}

/// Whether this Arabic token, folded, is a title, with or without the article and what is joined before it.
pub(super) fn is_arabic_title(word: &str) -> bool {
    let rest = without_conjunction(word);
    let joined = [rest.strip_prefix("لل"), rest.strip_prefix(['ب', 'ل', 'ك'])];
    [Some(word), Some(rest)].into_iter().chain(joined).flatten().any(|w| ARABIC_TITLES.contains(w))
}

/// Whether this Arabic token, folded, is a function word: no name follows a title there.
pub(super) fn is_arabic_function(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| FUNCTION.lines().map(|w| fold::arabic(w).into_owned()).collect());
    WORDS.contains(word)
}

/// Whether this English word, folded, is a month.
pub(super) fn is_month(word: &str) -> bool {
    static MONTH: LazyLock<FxHashSet<String>> = LazyLock::new(|| single(MONTHS));
    MONTH.contains(word)
}

/// Whether this English word, folded, is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    static WEEKDAY: LazyLock<FxHashSet<String>> = LazyLock::new(|| single(WEEKDAYS));
    WEEKDAY.contains(word)
}

/// The capitalised single words of a table; no abbreviations, for `Sun` and `Mar` are names too.
fn single(table: &'static str) -> FxHashSet<String> {
    let whole = |f: &&str| f.starts_with(|c: char| c.is_uppercase()) && !f.contains([' ', '.']) && (f.len() > 3 || *f == "May");
    forms(table, 0).filter(whole).map(|f| fold::english(f).into_owned()).collect()
}
