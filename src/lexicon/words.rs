//! Closed lists: words that carry no claim of their own.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

use crate::lang::known::Question;
use crate::lang::token::Tokens;
use crate::lang::{Lang, arabic, english};

static FUNCTION_ENGLISH: LazyLock<FxHashSet<String>> = LazyLock::new(|| list(Lang::English, include_str!("data/function_en.txt")));
static FUNCTION_ARABIC: LazyLock<FxHashSet<String>> = LazyLock::new(|| list(Lang::Arabic, include_str!("data/function_ar.txt")));
static LIGHT_ENGLISH: LazyLock<FxHashSet<String>> = LazyLock::new(|| list(Lang::English, include_str!("data/light_en.txt")));
static LIGHT_ARABIC: LazyLock<FxHashSet<String>> = LazyLock::new(|| list(Lang::Arabic, include_str!("data/light_ar.txt")));
static KIND_ENGLISH: LazyLock<FxHashSet<String>> = LazyLock::new(|| list(Lang::English, include_str!("data/kind_en.txt")));
static KIND_ARABIC: LazyLock<FxHashSet<String>> = LazyLock::new(|| list(Lang::Arabic, include_str!("data/kind_ar.txt")));

/// English words that say too little, or too many things, to be missed.
static VAGUE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| include_str!("data/vague_en.txt").lines().collect());

/// Whether an English entry of the lexicon, by its name, says too little to be missed.
pub fn is_vague(name: &str) -> bool {
    VAGUE.contains(name)
}

/// English words that the lexicon has no Arabic for.
static FURTHER: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| include_str!("data/further_en.txt").lines().filter(|l| !l.starts_with('#')).collect());

/// Whether folded `word` is a form of an English word that the lexicon has no Arabic for, and so no slip of the hand.
///
/// ```
/// use muqabala::lexicon::words::is_further;
/// assert!(is_further("sauntered") && !is_further("captial"));
/// ```
pub fn is_further(word: &str) -> bool {
    let mut found = false;
    english::lemmas(word, &mut |lemma| found |= FURTHER.contains(lemma));
    found
}

/// Irregular English forms with what they are forms of.
static IRREGULAR: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("data/irregular.tsv").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|l| l.split_once('\t')).filter(|(form, lemma)| form != lemma).collect()
});

/// What folded English `word` is an irregular form of: `fell` of `fall`, `men` of `man`.
///
/// ```
/// use muqabala::lexicon::words::irregular;
/// assert_eq!(irregular("fell"), Some("fall"));
/// assert_eq!(irregular("fall"), None);
/// ```
pub fn irregular(word: &str) -> Option<&'static str> {
    IRREGULAR.get(word).copied()
}

/// Calls `each` with what folded `word` may be a form of: the lemmas of an English word, what clitics and endings leave of an Arabic one.
///
/// ```
/// use muqabala::{lang::Lang, lexicon::words::forms_of};
/// let mut lemmas = Vec::new();
/// forms_of(Lang::English, "fell", &mut |lemma| lemmas.push(lemma.to_owned()));
/// assert!(lemmas.contains(&"fall".to_owned()));
/// ```
pub fn forms_of(lang: Lang, word: &str, each: &mut impl FnMut(&str)) {
    match lang {
        Lang::English => {
            irregular(word).into_iter().for_each(&mut *each);
            english::lemmas(word, each);
        }
        Lang::Arabic => arabic::cores(word, &mut |core, _| each(core)),
    }
}

/// Whether folded English `word` is an irregular past with a participle of its own beside it: `took`, which is never `taken`.
///
/// ```
/// use muqabala::lexicon::words::is_past_only;
/// assert!(is_past_only("took") && !is_past_only("taken") && !is_past_only("felt"));
/// ```
pub fn is_past_only(word: &str) -> bool {
    #[rustfmt::skip]
    const PAST_ONLY: &[&str] = &[
        "arose", "ate", "awoke", "became", "began", "bit", "blew", "bore", "broke", "came", "chose", "drank", "drew", "drove", "fell", "flew",
        "foresaw", "forgot", "froze", "gave", "grew", "hid", "knew", "mistook", "overcame", "overthrew", "overtook", "ran", "rang", "rode", "rose",
        "sang", "sank", "saw", "shook", "shrank", "spoke", "sprang", "stole", "swam", "swore", "threw", "took", "tore", "undertook", "went",
        "withdrew", "woke", "wore", "wrote",
    ];
    PAST_ONLY.contains(&word)
}

fn list(lang: Lang, text: &str) -> FxHashSet<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| lang.fold(l).into_owned()).collect()
}

/// Whether folded English `word` is a form of `be` that makes a passive of the participle behind it.
pub fn is_passive_helper(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

/// Whether folded English `word` is the pronoun of a subject, who does what the verb behind it says.
pub fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "i" | "you" | "he" | "she" | "it" | "we" | "they" | "who")
}

/// Whether folded `word` is a function word: articles, pronouns, prepositions, auxiliaries; in Arabic also with `و` or `ف`.
pub fn is_function(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::English => FUNCTION_ENGLISH.contains(word),
        Lang::Arabic => with_conjunction(&FUNCTION_ARABIC, word),
    }
}

/// The function words of English, in no order.
pub fn english_function_words() -> impl Iterator<Item = &'static str> {
    FUNCTION_ENGLISH.iter().map(String::as_str)
}

/// Whether folded `word` says so little that translators often leave it out or put it in: `thing`, `عملية`.
pub fn is_light(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::English => {
            let mut light = false;
            english::lemmas(word, &mut |lemma| light |= LIGHT_ENGLISH.contains(lemma));
            light
        }
        Lang::Arabic => with_conjunction(&LIGHT_ARABIC, word),
    }
}

/// Whether folded `word` says of what kind something with a name is: `agency`, `جزيرة`; in Arabic also with particles and the article.
pub fn is_kind(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::English => KIND_ENGLISH.contains(word),
        Lang::Arabic => {
            let bare = word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']);
            let bare = [word, bare, bare.strip_prefix("ال").unwrap_or(bare), word.strip_prefix("لل").unwrap_or(word)];
            bare.iter().any(|b| KIND_ARABIC.contains(*b))
        }
    }
}

static FUNCTION: Question = Question::new();
static LIGHT: Question = Question::new();
static KIND: Question = Question::new();

/// What folds like a function word and is none with a hamza, a madda or a doubled letter: `فئة`, `آلي`, `آلية`, `آية`, `أذن`, `عبّر`.
const MARKED: [&str; 11] = ["فيه", "الي", "اليه", "ايه", "اذن", "عبر", "حول", "خلف", "مثل", "بين", "كون"];

/// Whether a folded Arabic word, as it is `shown` in its text, may be this folded English name, though it is read as the function word that
/// it is folded like: `ali`, علي. Many write علي for على, and in ten thousand sentences of news it was the preposition each time.
pub fn hides_name(english: &str, folded: &str, shown: &str) -> bool {
    english == "ali" && folded == "علي" && shown.ends_with('ي')
}

/// Whether token `i` is a function word. `أجل` is one behind `من` only: elsewhere it postpones.
pub fn stands_function(tokens: &Tokens, i: usize) -> bool {
    if !tokens.is(i, &FUNCTION, |word| is_function(tokens.lang(), word)) {
        return false;
    }
    let word = tokens.folded(i);
    let bare = word.strip_prefix('و').unwrap_or(word);
    let marked = tokens.get(i).is_some_and(|t| t.marked) && MARKED.contains(&bare);
    let postpones = bare == "اجل" && !i.checked_sub(1).is_some_and(|before| tokens.folded(before).ends_with("من"));
    !marked && !postpones
}

/// Whether token `i` is a light word.
pub fn stands_light(tokens: &Tokens, i: usize) -> bool {
    tokens.is(i, &LIGHT, |word| is_light(tokens.lang(), word))
}

/// Whether token `i` is a word for a kind of things that have names.
pub fn stands_kind(tokens: &Tokens, i: usize) -> bool {
    tokens.is(i, &KIND, |word| is_kind(tokens.lang(), word))
}

fn with_conjunction(words: &FxHashSet<String>, word: &str) -> bool {
    words.contains(word) || word.strip_prefix(['و', 'ف']).is_some_and(|rest| rest.chars().nth(1).is_some() && words.contains(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_neighbours_tell_words_from_function_words() {
        let is_function = |text: &str| {
            let tokens = Tokens::new(Lang::Arabic, text);
            stands_function(&tokens, tokens.len() - 1)
        };
        assert!(["فيه", "وفيه", "إليه", "أية", "إلى", "إذن", "عبر", "ثمّ", "من أجل"].into_iter().all(is_function));
        assert!(!["فئة", "وآلية", "آلي", "آية", "أذن", "وعبّر", "أجل", "الذي أجّل"].into_iter().any(is_function));
    }
}
