//! The words that dates are made of, read once from the gazetteer.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::reader::clitics;
use super::value::{Direction, Edge, PartOfDay, Relative, Season, Unit};
use crate::lang::Lang;
use crate::lang::token::{Kind, Tokens};

/// What a word or phrase can mean in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Month(u8),
    Hijri(u8),
    Weekday(u8),
    /// An Arabic weekday without its article: a weekday after `يوم` only (`أحد` is also "one").
    BareWeekday(u8),
    Season(Season),
    Part(PartOfDay),
    Relative(Relative),
    /// `tonight`.
    Tonight,
    /// `now`, which may answer `today`.
    Now,
    Direction(Direction),
    Edge(Edge),
    Unit(Unit, Count),
    Cardinal(u32),
    Ordinal(u8),
    /// `eighties`: 80.
    Decade(u8),
    /// A name that is not a date although it is made of such words: `World War II`, `Good Friday`.
    Name,
    /// A unit of measure or a currency: a number before it is no year.
    Measure,
}

/// How many units a unit's form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Two,
    Many,
}

/// One phrase, folded, and its meaning; keyed by its first word.
struct Entry {
    rest: Vec<String>,
    term: Term,
}

/// The words of one language.
#[derive(Default)]
pub(super) struct Vocabulary {
    entries: FxHashMap<String, Vec<Entry>>,
}

const MONTH: &str = include_str!("../../lexicon/data/gazetteer/month.tsv");
const WEEKDAY: &str = include_str!("../../lexicon/data/gazetteer/weekday.tsv");
const SEASON: &str = include_str!("../../lexicon/data/gazetteer/season.tsv");
const HOLIDAY: &str = include_str!("../../lexicon/data/gazetteer/holiday.tsv");
const DATE_WORD: &str = include_str!("../../lexicon/data/gazetteer/date_word.tsv");
const NUMBER_WORD: &str = include_str!("../../lexicon/data/gazetteer/number_word.tsv");
const UNIT: &str = include_str!("../../lexicon/data/gazetteer/unit.tsv");
const CURRENCY: &str = include_str!("../../lexicon/data/gazetteer/currency.tsv");

/// The first English form of every month, weekday, season and part of the day.
static NAMES: LazyLock<Vec<(Term, &'static str)>> = LazyLock::new(|| {
    let named = [MONTH, WEEKDAY, SEASON]
        .into_iter()
        .flat_map(|file| rows(file, Lang::English))
        .filter_map(|row| Some((term(row.value?)?, row.english)));
    let parts = rows(UNIT, Lang::English).filter_map(|row| Some((Term::Part(part_of_day(row.english.first()?)?), row.english)));
    named.chain(parts).filter_map(|(term, english)| Some((term, *english.first()?))).collect()
});

/// The English name of a month, a weekday, a season or a part of the day.
pub(super) fn name(term: Term) -> Option<&'static str> {
    NAMES.iter().find(|(named, _)| *named == term).map(|(_, name)| *name)
}

static ENGLISH: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(Lang::English));
static ARABIC: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(Lang::Arabic));

/// A line of a gazetteer file: its forms in one language, and all English ones, which name it.
struct Row<'a> {
    english: Vec<&'a str>,
    forms: Vec<&'a str>,
    value: Option<&'a str>,
}

fn rows(file: &'static str, lang: Lang) -> impl Iterator<Item = Row<'static>> {
    file.lines().filter(|line| !line.is_empty()).map(move |line| {
        let mut columns = line.split('\t').map(|column| column.split('|').filter(|form| !form.is_empty()));
        let english: Vec<_> = columns.next().into_iter().flatten().collect();
        let arabic: Vec<_> = columns.next().into_iter().flatten().collect();
        let value = line.split('\t').nth(2);
        Row { forms: if lang == Lang::English { english.clone() } else { arabic }, english, value }
    })
}

impl Vocabulary {
    /// The words of `lang`.
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::English => &ENGLISH,
            Lang::Arabic => &ARABIC,
        }
    }

    /// Whether a phrase may start with the folded `word`, in Arabic with proclitics too.
    pub(super) fn may_start(&self, lang: Lang, word: &str) -> bool {
        let mut look = |first: &str| self.entries.contains_key(first);
        look(word) || lang == Lang::Arabic && clitics(word, &mut look)
    }

    /// All phrases that start with the folded word `first`; `word(k)` is the k-th word after it. Yields each with its length in words.
    pub(super) fn find<'w>(&self, first: &str, word: impl Fn(usize) -> &'w str) -> impl Iterator<Item = (usize, Term)> {
        let entries = self.entries.get(first).map_or(&[][..], Vec::as_slice);
        entries
            .iter()
            .filter(move |entry| entry.rest.iter().enumerate().all(|(k, w)| word(k) == w))
            .map(|entry| (entry.rest.len() + 1, entry.term))
    }

    fn new(lang: Lang) -> Self {
        let mut words = Self::default();
        for file in [MONTH, WEEKDAY, SEASON, DATE_WORD] {
            for row in rows(file, lang) {
                let Some(term) = row.value.and_then(term) else { continue };
                row.forms.iter().for_each(|form| words.add(lang, form, term));
            }
        }
        for row in rows(HOLIDAY, lang) {
            row.forms.iter().for_each(|form| words.add(lang, form, Term::Name));
        }
        for row in rows(NUMBER_WORD, lang) {
            let Some(term) = row.english.iter().find_map(|form| numeral(form)) else { continue };
            row.forms.iter().for_each(|form| words.add(lang, form, term));
        }
        for row in rows(CURRENCY, lang) {
            row.forms.iter().for_each(|form| words.add(lang, form, Term::Measure));
        }
        for row in rows(UNIT, lang) {
            words.add_unit(lang, &row);
        }
        // Longest first, so that the first phrase found is the one meant.
        words.entries.values_mut().for_each(|list| list.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len())));
        words
    }

    fn add(&mut self, lang: Lang, form: &str, term: Term) {
        let tokens = Tokens::new(lang, form);
        let mut words: Vec<_> = (0..tokens.len()).map(|i| tokens.folded(i).to_owned()).collect();
        // `Sept.`: a point is no part of the word, and a lone letter or sign is too little.
        if tokens.list().last().is_some_and(|t| t.kind == Kind::Symbol) && words.last().is_some_and(|w| w == ".") || words.is_empty() {
            return;
        }
        let term = match term {
            Term::Weekday(day) if lang == Lang::Arabic && words.len() == 1 && !words[0].starts_with("ال") => Term::BareWeekday(day),
            term => term,
        };
        let first = words.remove(0);
        let list = self.entries.entry(first).or_default();
        if !list.iter().any(|entry| entry.rest == words && (entry.term == term || term == Term::Name)) {
            list.push(Entry { rest: words, term });
        }
    }

    /// A row of `unit.tsv`: a unit of time, a part of the day, or another measure.
    fn add_unit(&mut self, lang: Lang, row: &Row) {
        let head = row.english.first().copied().unwrap_or("");
        if let Some(part) = part_of_day(head) {
            let long = row.forms.iter().filter(|form| form.chars().count() > 2 && !form.contains('.'));
            long.for_each(|form| self.add_with_article(lang, form, Term::Part(part)));
        } else if let Some(unit) = unit(head) {
            for form in row.forms.iter().filter(|form| form.chars().count() > 1) {
                self.add_with_article(lang, form, Term::Unit(unit, count(lang, form, &row.forms)));
            }
        } else if head != "year-old" {
            let long = row.forms.iter().filter(|form| lang == Lang::English || form.chars().count() > 1);
            long.for_each(|form| self.add(lang, form, Term::Measure));
        }
    }

    fn add_with_article(&mut self, lang: Lang, form: &str, term: Term) {
        self.add(lang, form, term);
        if lang == Lang::Arabic && !form.starts_with("ال") && !form.contains(' ') {
            self.add(lang, &format!("ال{form}"), term);
        }
    }
}

/// Whether a form of a unit is its singular, its dual or its plural.
fn count(lang: Lang, form: &str, forms: &[&str]) -> Count {
    let fold = |text: &str| crate::lang::fold::arabic(text).into_owned();
    if lang == Lang::English {
        return if Some(&form) == forms.first() { Count::One } else { Count::Many };
    }
    let folded: Vec<_> = forms.iter().map(|f| fold(f)).collect();
    let stem_of = |dual: &str| -> Option<String> {
        let stem = dual.strip_suffix("ان").or_else(|| dual.strip_suffix("ين"))?;
        let singular = [stem.to_owned(), stem.strip_suffix('ت').map_or_else(String::new, |s| format!("{s}ه"))];
        singular.into_iter().find(|s| folded.contains(s))
    };
    let form = fold(form);
    let form = form.strip_prefix("ال").unwrap_or(&form);
    let singular = form.strip_suffix('ا').unwrap_or(form);
    if stem_of(form).is_some() {
        Count::Two
    } else if folded.iter().filter_map(|dual| stem_of(dual)).any(|stem| stem == singular) {
        Count::One
    } else {
        Count::Many
    }
}

fn unit(head: &str) -> Option<Unit> {
    let units = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Decade, Unit::Century];
    units.into_iter().find(|unit| unit.name() == head)
}

fn part_of_day(head: &str) -> Option<PartOfDay> {
    Some(match head {
        "dawn" => PartOfDay::Dawn,
        "morning" => PartOfDay::Morning,
        "noon" => PartOfDay::Noon,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        "midnight" => PartOfDay::Midnight,
        _ => return None,
    })
}

/// The meaning of `3`, `3rd` or `1980s` among the English forms of a number word.
fn numeral(form: &str) -> Option<Term> {
    let scales = [(" million", 1_000_000), (" billion", 1_000_000_000)];
    if let Some((digits, scale)) = scales.iter().find_map(|(word, scale)| Some((form.strip_suffix(word)?, scale))) {
        return digits.parse::<u32>().ok()?.checked_mul(*scale).map(Term::Cardinal);
    }
    let digits = form.replace(',', "");
    if let Ok(number) = digits.parse() {
        return Some(Term::Cardinal(number));
    }
    if let Some(decade) = digits.strip_suffix('s').and_then(|d| d.parse::<u16>().ok()) {
        return Some(Term::Decade((decade % 100) as u8));
    }
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|suffix| digits.strip_suffix(suffix))?;
    ordinal.parse().ok().map(Term::Ordinal)
}

/// The meaning in the third column: `month 6`, `weekday 4`, `relative past 1 day`.
fn term(value: &str) -> Option<Term> {
    let direction = |word: &str| match word {
        "past" => Some(Direction::Past),
        "present" => Some(Direction::Present),
        "future" => Some(Direction::Future),
        _ => None,
    };
    let words: Vec<_> = value.split(' ').collect();
    Some(match words.as_slice() {
        ["name"] => Term::Name,
        ["now"] => Term::Now,
        ["weekend"] => Term::Unit(Unit::Weekend, Count::One),
        ["playing-season"] => Term::Unit(Unit::Season, Count::One),
        ["month", n] => Term::Month(n.parse().ok()?),
        ["hijri", n] => Term::Hijri(n.parse().ok()?),
        ["weekday", n] => Term::Weekday(n.parse().ok()?),
        ["season", "spring"] => Term::Season(Season::Spring),
        ["season", "summer"] => Term::Season(Season::Summer),
        ["season", "autumn"] => Term::Season(Season::Autumn),
        ["season", "winter"] => Term::Season(Season::Winter),
        ["edge", "early"] => Term::Edge(Edge::Early),
        ["edge", "mid"] => Term::Edge(Edge::Mid),
        ["edge", "late"] => Term::Edge(Edge::Late),
        ["direction", word] => Term::Direction(direction(word)?),
        ["relative", "present", "0", "night"] => Term::Tonight,
        ["relative", word, n, "day"] => Term::Relative(Relative::new(direction(word)?, n.parse().ok()?, Unit::Day)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_in_the_gazetteer_is_understood() {
        for file in [MONTH, WEEKDAY, SEASON, DATE_WORD] {
            for value in rows(file, Lang::English).filter_map(|row| row.value) {
                assert!(term(value).is_some(), "{value}");
            }
        }
    }

    #[test]
    fn arabic_units_are_counted() {
        let count_of = |word: &str| {
            Vocabulary::of(Lang::Arabic).find(word, |_| "").find_map(|(_, term)| match term {
                Term::Unit(unit, count) => Some((unit, count)),
                _ => None,
            })
        };
        assert_eq!(count_of("يومين"), Some((Unit::Day, Count::Two)));
        assert_eq!(count_of("سنتين"), Some((Unit::Year, Count::Two)));
        assert_eq!(count_of("سنين"), Some((Unit::Year, Count::Many)));
        assert_eq!(count_of("عاما"), Some((Unit::Year, Count::One)));
        assert_eq!(count_of("الاسبوع"), Some((Unit::Week, Count::One)));
        assert_eq!(count_of("ايام"), Some((Unit::Day, Count::Many)));
    }
}
