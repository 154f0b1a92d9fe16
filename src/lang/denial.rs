//! Words that deny and do nothing else, of both languages: the scripts tell them apart.
//!
//! What denies by what it means (`refuse`, فشل) and phrases that only look like denials stand in `negation_en.txt` and `negation_ar.txt`, for
//! the rule that weighs them.

use super::arabic::without_conjunction;

/// Whether a folded word denies what it stands before, or somebody or something of which all is denied.
pub fn denies(word: &str) -> bool {
    denies_clause(word) || denies_word(word) || matches!(word, "nobody" | "none" | "nothing" | "neither" | "nor")
}

/// Whether a folded word denies the clause or the verb behind it.
pub fn denies_clause(word: &str) -> bool {
    word.ends_with("n't")
        || matches!(word, "not" | "never" | "cannot" | "no")
        || matches!(without_conjunction(word), "لا" | "لم" | "لن" | "ليس" | "ليست" | "ليسوا" | "ليسا" | "ليستا" | "لست" | "لسنا" | "لستم")
}

/// Whether a folded word denies a word rather than a clause: it is often part of a word in the other language.
pub fn denies_word(word: &str) -> bool {
    let word = without_conjunction(word);
    matches!(word, "without" | "no" | "بلا") || matches!(word.strip_prefix(['ب', 'ل']).unwrap_or(word), "غير" | "عدم" | "دون")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn what_denies_is_a_firm_denial() {
        for (lang, list) in [
            (Lang::English, include_str!("../lexicon/data/negation_en.txt")),
            (Lang::Arabic, include_str!("../lexicon/data/negation_ar.txt")),
        ] {
            let words = |strength: &'static str| {
                let lines = list.lines().filter_map(move |line| line.strip_prefix(strength)?.strip_prefix('\t'));
                lines.flat_map(|line| line.split('|')).map(move |word| lang.fold(word).into_owned())
            };
            assert!(words("firm").filter(|word| denies(word)).count() > 10, "{lang:?}");
            for word in words("soft").chain(words("faint")) {
                assert!(!denies(&word), "{word}");
            }
        }
    }

    #[test]
    fn conjunctions_and_prepositions_are_joined() {
        for word in ["ولم", "فليس", "وبدون", "بعدم", "لغير", "didn't", "nor"] {
            assert!(denies(word), "{word}");
        }
        for word in ["الا", "ما", "علم", "والده", "hardly", "know"] {
            assert!(!denies(word), "{word}");
        }
        assert!(denies_clause("ولا") && !denies_clause("دون") && denies_word("دون") && !denies_word("لم"));
    }
}
