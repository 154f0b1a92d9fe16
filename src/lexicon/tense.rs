//! What the spelling of two forms of an entry tells of them as Arabic verbs. Shared by the build script, which keeps it with each form.

/// What a form begins with that is an imperfect.
pub const IMPERFECT: char = 'ي';

/// Whether the folded form `imperfect` may be the imperfect of the folded form `perfect`.
pub fn is_imperfect_of(imperfect: &str, perfect: &str) -> bool {
    if perfect.starts_with(IMPERFECT) {
        return false;
    }
    let Some(stem) = imperfect.strip_prefix(IMPERFECT) else { return false };
    let rest = perfect.strip_prefix('ا').unwrap_or(perfect);
    // `زار` and `غزا` have another weak letter there, `وصل` has none; but `وقي` is not told from وقت.
    let of = |perfect: &str| stem.chars().map(levelled).eq(perfect.chars().map(levelled));
    let of_waw = || perfect.strip_prefix('و').is_some_and(|w| stem == w && w.chars().count() > 1 && !w.contains(['ا', 'و', 'ي']));
    of(rest) || of(perfect) || of_waw()
}

/// A letter, the weak ones all the same.
const fn levelled(letter: char) -> char {
    match letter {
        'و' | 'ي' => 'ا',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::is_imperfect_of;

    #[test]
    fn weak_letters_change() {
        for (imperfect, perfect) in [("يكتب", "كتب"), ("يزور", "زار"), ("يغزو", "غزا"), ("يصل", "وصل"), ("يستخدم", "استخدم")]
        {
            assert!(is_imperfect_of(imperfect, perfect), "{imperfect} {perfect}");
        }
        for (imperfect, perfect) in [("يكتب", "قتل"), ("كتب", "كتب"), ("يكتب", "يكتب"), ("يقي", "وقت")] {
            assert!(!is_imperfect_of(imperfect, perfect), "{imperfect} {perfect}");
        }
    }
}
