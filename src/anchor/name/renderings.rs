//! How an article renders its names: one person has one spelling, and another name in its place is seen.

use std::collections::BTreeMap;

/// Which Arabic words stood for which English name words so far, and how often.
#[derive(Clone, Debug, Default)]
pub struct Renderings {
    seen: BTreeMap<String, Vec<(String, u32)>>,
}

impl Renderings {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that `arabic` (a folded word) stood for `english` (a folded word of a name).
    pub fn observe(&mut self, english: &str, arabic: &str) {
        let list = self.seen.entry(english.to_owned()).or_default();
        match list.iter_mut().find(|(a, _)| a == arabic) {
            Some((_, count)) => *count += 1,
            None => list.push((arabic.to_owned(), 1)),
        }
    }

    /// What most often stood for `english`, with its count; the first of equals.
    pub fn rendering(&self, english: &str) -> Option<(&str, u32)> {
        let list = self.seen.get(english)?;
        list.iter().rev().max_by_key(|(_, count)| *count).map(|(a, count)| (a.as_str(), *count))
    }

    /// How often `arabic` stood for `english`.
    pub fn count(&self, english: &str, arabic: &str) -> u32 {
        self.seen.get(english).and_then(|l| l.iter().find(|(a, _)| a == arabic)).map_or(0, |(_, count)| *count)
    }

    /// The English name word that `arabic` most often stood for, with its count; the first in the alphabet of equals.
    /// Where it is not the word of the source, another name stands in its place.
    pub fn owner(&self, arabic: &str) -> Option<(&str, u32)> {
        let counts = self.seen.keys().map(|english| (english.as_str(), self.count(english, arabic)));
        counts.rev().filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_rendering() {
        let mut r = Renderings::new();
        assert_eq!(r.rendering("jabawi"), None);
        r.observe("ibrahim", "ابراهيم");
        r.observe("jabawi", "جباوي");
        r.observe("jabawi", "جيباوي");
        assert_eq!(r.rendering("jabawi"), Some(("جباوي", 1)), "the first of equals");
        r.observe("jabawi", "جيباوي");
        assert_eq!(r.rendering("jabawi"), Some(("جيباوي", 2)));
        assert_eq!(r.count("jabawi", "جباوي"), 1);
        assert_eq!(r.count("jabawi", "ابراهيم"), 0);
    }

    #[test]
    fn another_name_in_the_slot_is_seen() {
        let mut r = Renderings::new();
        r.observe("merkel", "ميركل");
        r.observe("macron", "ماكرون");
        assert_eq!(r.owner("ماكرون"), Some(("macron", 1)));
        assert_eq!(r.owner("بوتين"), None);
    }
}
