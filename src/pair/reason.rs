//! What speaks for a pair, in words that an editor can check.

use super::archive::Archive;
use super::candidate::Judged;
use super::judge::Judge;
use super::profile::Sort;

/// So many names, numbers and words are told of at most.
const MOST: usize = 4;

pub(super) fn of(archive: &Archive, judged: &Judged, is_named: bool) -> String {
    let profile = &archive.english[judged.english as usize];
    let expanded = archive.expanded(profile);
    let accident = archive.accident_of_english(profile, &expanded);
    let mut shared: Vec<(Sort, f32, &str)> = Vec::new();
    let judge = Judge::new(profile, &expanded, accident);
    let mut found: Vec<(Sort, f32, Box<str>)> = Vec::new();
    judge.compare(archive, judged.arabic as usize, |mark, worth| found.push((mark.sort, worth, mark.shown.clone())));
    shared.extend(found.iter().map(|(sort, worth, shown)| (*sort, *worth, &**shown)));
    shared.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(b.2)));
    let list = |sort: Sort| -> Vec<&str> {
        let mut list: Vec<&str> = Vec::new();
        for (_, worth, shown) in shared.iter().filter(|s| s.0 == sort) {
            if *worth > 0.5 && list.len() < MOST && !list.contains(shown) {
                list.push(shown);
            }
        }
        list
    };
    let mut parts = Vec::new();
    for (sort, what) in [(Sort::Name, "names"), (Sort::Number, "numbers"), (Sort::Word, "words")] {
        let list = list(sort);
        if !list.is_empty() {
            parts.push(format!("{what} {}", list.join(", ")));
        }
    }
    if is_named {
        parts.push("equal file names".to_owned());
    }
    let share = found.len() * 100 / profile.marks().len().max(1);
    parts.push(format!("{share}% of what the English text says"));
    parts.join("; ")
}
