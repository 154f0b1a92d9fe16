//! Names that may stand for one another: a country, its people, its capital (`Washington` for the American government).

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static GROUPS: LazyLock<FxHashMap<&'static str, Vec<u32>>> = LazyLock::new(|| {
    let mut groups: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (n, line) in include_str!("data/kin.tsv").lines().filter(|l| !l.starts_with('#')).enumerate() {
        line.split('|').for_each(|name| groups.entry(name).or_default().push(n as u32));
    }
    groups
});

/// Whether a concept, by its name, is a country, its people or its capital.
pub(crate) fn is_of_a_country(name: &str) -> bool {
    GROUPS.contains_key(name)
}

/// Whether two concepts, by their names, are the same or may stand for one another.
///
/// ```
/// use muqabala::lexicon::kin::akin;
/// assert!(akin("China", "Beijing") && akin("Chinese", "China"));
/// assert!(!akin("China", "India"));
/// ```
pub fn akin(a: &str, b: &str) -> bool {
    let of = |name| GROUPS.get(name).map_or(&[][..], Vec::as_slice);
    a == b || of(a).iter().any(|group| of(b).contains(group))
}
