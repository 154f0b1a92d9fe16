//! Given names in Arabic letters: those of the lists of names in Latin ones that sound like them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::audit::gender::given_names;
use crate::lang::skeleton::Skeleton;

static BY_KEY: LazyLock<FxHashMap<u32, Vec<Skeleton>>> = LazyLock::new(|| {
    let mut index: FxHashMap<u32, Vec<Skeleton>> = FxHashMap::default();
    for name in given_names().map(Skeleton::english) {
        index.entry(name.key()).or_default().push(name);
    }
    index
});

/// Whether a folded Arabic word may be the given name of somebody, whatever else it means: لطيفه, عوض.
pub(super) fn is_name(word: &str) -> bool {
    let own = Skeleton::arabic(word);
    BY_KEY.get(&own.key()).is_some_and(|names| names.iter().any(|name| name.same(&own).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_words() {
        for name in ["لطيفه", "عوض", "حيدر", "رنا"] {
            assert!(is_name(name), "{name}");
        }
        for word in ["مقتل", "اشتباكات", "تصعيد", "مظاهره"] {
            assert!(!is_name(word), "{word}");
        }
    }
}
