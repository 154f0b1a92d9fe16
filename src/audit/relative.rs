//! Who somebody is to somebody, and who else he may be taken for: the words of `relative.tsv`, for the rules that ask about people.

use std::sync::LazyLock;

use crate::lang::Lang;

/// Somebody, with the words that say so. Arabic ones are as they are written, without article and suffix.
#[derive(Debug)]
pub(super) struct Person {
    /// People of one kind may be taken for each other.
    kind: &'static str,
    /// Words that are asked about.
    pub english: Vec<&'static str>,
    pub arabic: Vec<&'static str>,
    /// Others that may be said of the same.
    pub also_english: Vec<&'static str>,
    pub also_arabic: Vec<&'static str>,
    /// Those of the Arabic words, folded, that make somebody the relative of the name behind them.
    pub owned: Vec<String>,
}

/// The kind of those who are asked about for whom they belong to only.
const TIED: &str = "tied";

static PEOPLE: LazyLock<Vec<Person>> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/data/relative.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(person).collect()
});

fn person(line: &'static str) -> Option<Person> {
    let [kind, english, arabic, also_english, also_arabic] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let words = |column: &'static str| column.split('|').map(|w| w.strip_suffix('+').unwrap_or(w)).filter(|w| !w.is_empty()).collect();
    let owned = [arabic, also_arabic].into_iter().flat_map(|column| column.split('|')).filter_map(|word| word.strip_suffix('+'));
    Some(Person {
        kind,
        english: words(english),
        arabic: words(arabic),
        also_english: words(also_english),
        also_arabic: words(also_arabic),
        owned: owned.map(|word| Lang::Arabic.fold(word).into_owned()).collect(),
    })
}

/// All people who may be taken for each other, kind by kind.
pub(super) fn kinds() -> impl Iterator<Item = &'static [Person]> {
    PEOPLE.chunk_by(|one, next| one.kind == next.kind).filter(|people| people[0].kind != TIED)
}

/// Those whose relative somebody may be, by the folded English noun for him.
pub(super) fn owned(noun: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|p| !p.owned.is_empty() && p.english.contains(&noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("../lexicon/data/relative.tsv").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), PEOPLE.len());
        for people in kinds() {
            assert!(people.len() > 1, "{people:?}");
            assert!(people.iter().all(|p| !p.arabic.is_empty() || !p.english.is_empty()), "{people:?}");
        }
        let mut names: Vec<_> = PEOPLE.iter().flat_map(|p| &p.english).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }

    #[test]
    fn words_before_a_name_are_folded() {
        assert_eq!(owned("sister").map(|p| &p.owned[..]), Some(&["شقيقه".to_owned(), "اخت".to_owned()][..]));
        assert!(owned("father").is_some_and(|p| p.owned.iter().any(|w| w == "ابو") && !p.owned.iter().any(|w| w == "اب")));
        assert!(owned("uncle").is_none());
    }
}
