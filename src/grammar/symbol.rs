//! What stands for a word in the chain: a part of speech, or for a function word or a mark that word itself.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::english;
use crate::lang::known::Known;
use crate::lang::token::{Capital, Kind, Token, Tokens};
use crate::lexicon::words;

/// A part of speech, a mark, or a function word, by its place in the list of all; see [`name`].
pub type Symbol = u8;

/// Before the first word and behind the last.
pub const EDGE: Symbol = 0;

/// Parts of speech: noun and nouns, name; base form of a verb, third person, past, participle, present participle; adjective,
/// comparative; adverb; number; pronoun with a form of `be` or `have` (`he's`), with `will` or `would` (`he'll`).
const PARTS: &[&str] = &["N", "NS", "NAME", "V", "VS", "VD", "VN", "VG", "A", "AR", "R", "NUM", "HE'S", "HE'LL"];
/// Marks, `-` within a compound and `--` between words, and the ending of a possessor.
const MARKS: &[&str] = &[".", ",", ":", "\"", "(", ")", "-", "--", "$", "%", "*", "'s"];
/// Function words that stand for themselves; others of the same use stand for one of them, see [`LIKE`].
#[rustfmt::skip]
const FUNCTION: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her",
    "it", "its", "they", "them", "their", "who", "whom", "whose", "which", "what", "where", "when", "why", "how", "of", "to", "in", "on", "at",
    "by", "for", "from", "with", "into", "onto", "upon", "about", "as", "than", "via", "per", "between", "within", "during", "along", "under",
    "over", "after", "before", "since", "until", "through", "around", "among", "against", "without", "behind", "beyond", "across", "despite",
    "except", "like", "near", "outside", "inside", "above", "below", "unto", "and", "or", "but", "so", "nor", "if", "whether", "because", "although",
    "though", "while", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had", "having", "will",
    "would", "can", "could", "may", "might", "must", "should", "shall", "not", "there", "here", "also", "too", "just", "then", "more", "most",
    "less", "least", "much", "many", "some", "any", "all", "both", "each", "every", "other", "another", "no", "only", "even", "still", "up",
    "out", "off", "down", "back", "away", "such", "one", "own", "same", "several", "few", "himself", "themselves",
];
/// Function words that are used like others.
const LIKE: &[(&str, &str)] = &[
    ("amid", "among"),
    ("amidst", "among"),
    ("amongst", "among"),
    ("towards", "into"),
    ("toward", "into"),
    ("till", "until"),
    ("throughout", "across"),
    ("beside", "behind"),
    ("besides", "despite"),
    ("whilst", "while"),
    ("unless", "if"),
    ("alongside", "with"),
    ("itself", "himself"),
    ("herself", "himself"),
    ("myself", "himself"),
    ("ourselves", "themselves"),
    ("cannot", "can"),
    ("isn't", "is"),
    ("aren't", "are"),
    ("wasn't", "was"),
    ("weren't", "were"),
    ("don't", "do"),
    ("doesn't", "does"),
    ("didn't", "did"),
    ("haven't", "have"),
    ("hasn't", "has"),
    ("hadn't", "had"),
    ("won't", "will"),
    ("wouldn't", "would"),
    ("can't", "can"),
    ("couldn't", "could"),
    ("shouldn't", "should"),
];
/// Function words that behave alike. What a group does is known better than what a rare word of it does.
const GROUPS: &[&str] = &[
    "of in to on at by for from with into onto upon about as than via per between within during along under over after before since until \
     through around among against without behind beyond across despite except like near outside inside above below",
    "the a an this these those every each another no my our your their its his her",
    "i we he she it they you",
    "me us him them himself themselves",
    "is are was were am",
    "have has had",
    "do does did",
    "will would can could may might must should shall",
    "who which what where when why how whom whose that",
    "and or but nor",
    "if whether because although though while so",
    "much many some any all both other most more less several few least such own same one",
    "also too just then only even still not there here",
    "up out off down back away",
    "be been being having",
];
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
    "million", "billion", "trillion", "dozen",
];
/// Verbs whose base form is their past and participle too, and those whose base form is their participle.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "cut", "put", "set", "let", "hit", "cost", "hurt", "shut", "spread", "read", "beat", "split", "cast", "shed", "burst", "bet", "quit",
    "broadcast", "forecast", "thrust", "upset", "offset",
];
const PARTICIPLE: &[&str] = &["come", "become", "overcome", "run", "overrun"];

/// What a part of speech weighs that is rare for a word; a usual one weighs 1.
const RARE: f64 = 0.15;

/// How many symbols there are.
pub const COUNT: usize = 1 + PARTS.len() + MARKS.len() + FUNCTION.len();

/// The nouns, names, verbs, adjectives and adverbs among them, but comparatives: what a word that says something may be.
pub const CONTENT: [Symbol; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11];

/// The name of a symbol: `N`, `.`, `the`; `<>` for [`EDGE`].
///
/// # Panics
///
/// If there is no such symbol.
pub fn name(symbol: Symbol) -> &'static str {
    NAMES[usize::from(symbol)]
}

/// The symbol of that name.
///
/// ```
/// use muqabala::grammar::symbol::{name, named};
/// assert_eq!(named("the").map(name), Some("the"));
/// assert_eq!(named("table"), None);
/// ```
pub fn named(name: &str) -> Option<Symbol> {
    BY_NAME.get(name).copied()
}

static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| ["<>"].iter().chain(PARTS).chain(MARKS).chain(FUNCTION).copied().collect());
static BY_NAME: LazyLock<FxHashMap<&str, Symbol>> = LazyLock::new(|| NAMES.iter().zip(0..).map(|(name, i)| (*name, i)).collect());
static GROUP: LazyLock<Vec<Symbol>> = LazyLock::new(|| {
    let mut groups: Vec<Symbol> = (0..COUNT as Symbol).collect();
    for group in GROUPS {
        let mut members = group.split(' ').filter_map(named);
        let Some(first) = members.next() else { continue };
        members.for_each(|member| groups[usize::from(member)] = first);
    }
    groups
});
/// Words that are one symbol and no other.
static CLOSED: LazyLock<FxHashMap<&str, Symbol>> = LazyLock::new(|| {
    let function = FUNCTION.iter().map(|word| (*word, *word));
    let numbers = NUMBERS.iter().map(|word| (*word, "NUM"));
    function.chain(LIKE.iter().copied()).chain(numbers).filter_map(|(word, name)| Some((word, named(name)?))).collect()
});
/// The parts of speech of lemmas: letters `n`, `v`, `a`, `r`, capitals where they are usual.
static LEMMAS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| include_str!("data/parts.tsv").lines().filter_map(|l| l.split_once('\t')).collect());

/// The symbol that stands for those that behave like `symbol`; itself if there are none.
///
/// # Panics
///
/// If there is no such symbol.
pub fn group(symbol: Symbol) -> Symbol {
    GROUP[usize::from(symbol)]
}

/// What the list of lemmas says of words.
static LISTED: Known<Readings> = Known::new();

/// The symbols that a word may be, each with its weight: how much more it is that than other words are, up to a factor.
pub type Readings = Vec<(Symbol, f64)>;

/// What the words of `tokens` at `place` may be, one entry a token.
///
/// ```
/// use muqabala::grammar::symbol::{name, readings};
/// use muqabala::lang::{Lang, token::Tokens};
/// let text = "The ministers toured";
/// let words = readings(text, &Tokens::new(Lang::English, text), 0..3);
/// let names: Vec<Vec<_>> = words.iter().map(|w| w.iter().map(|r| name(r.0)).collect()).collect();
/// assert_eq!(names[0], ["the"]);
/// assert!(names[1].contains(&"NS") && names[2].contains(&"VD") && names[2].contains(&"VN"));
/// ```
pub fn readings(text: &str, tokens: &Tokens, place: Range<usize>) -> Vec<Readings> {
    let mut opens = true;
    place
        .filter_map(|i| {
            let token = tokens.get(i)?;
            let word = token.span.of(text);
            let found = of_token(tokens, i, token, word, opens);
            opens = matches!(word, "." | ":" | "?" | "!" | "\"" | "“" | "—" | "–") || opens && token.kind == Kind::Symbol;
            Some(found)
        })
        .collect()
}

fn of_token(tokens: &Tokens, i: usize, token: &Token, word: &str, opens: bool) -> Readings {
    let one = |name: &str| named(name).map(|s| vec![(s, 1.0)]).unwrap_or_default();
    match token.kind {
        Kind::Number => return one("NUM"),
        Kind::Link => return one("NAME"),
        Kind::Symbol if matches!(word, "-" | "–") && is_tight(tokens, i) && is_tight(tokens, i + 1) => return one("-"),
        Kind::Symbol => return one(mark(word)),
        // `on` of `an on-board camera`
        Kind::Word if is_tight(tokens, i + 1) && is_tight(tokens, i + 2) && tokens.folded(i + 1) == "-" => {
            return vec![(named("A").unwrap_or(EDGE), 1.0), (named("N").unwrap_or(EDGE), 1.0)];
        }
        Kind::Word => {}
    }
    let is_plain = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    let lower = if is_plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase().replace('’', "'")) };
    let capital = token.capital != Capital::Lower;
    if let Some(symbol) = CLOSED.get(&*lower).filter(|_| token.capital != Capital::All || word.len() == 1) {
        return vec![(*symbol, 1.0)];
    }
    match lower.split_once('\'') {
        Some(("", "s")) => return one("'s"),
        Some((_, "m" | "re" | "ve") | ("he" | "she" | "it" | "that" | "there" | "what" | "who" | "here", "s")) => return one("HE'S"),
        Some((_, "ll" | "d")) => return one("HE'LL"),
        _ => {}
    }
    let folded = tokens.folded(i);
    let listed = || {
        let mut found = Found::default();
        inflected(folded, &mut found);
        found.0
    };
    let mut found = Found(LISTED.of(token.word, listed).into_owned());
    let is_name = capital && !opens;
    if found.0.is_empty() && !capital {
        guess(folded, &mut found);
    }
    if is_name {
        found.0.iter_mut().for_each(|(_, weight)| *weight *= RARE);
    }
    if is_name || found.0.is_empty() {
        found.add("NAME", 1.0);
    } else if capital {
        found.add("NAME", RARE / 3.0);
    }
    found.0
}

/// Whether no space stands before token `i`.
fn is_tight(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| !t.spaced)
}

fn mark(word: &str) -> &'static str {
    match word {
        "." | "?" | "!" | "…" => ".",
        "," => ",",
        ":" | ";" => ":",
        "\"" | "“" | "”" => "\"",
        "(" | "[" => "(",
        ")" | "]" => ")",
        "-" | "—" | "–" => "--",
        "$" | "£" | "€" => "$",
        "%" => "%",
        "'" | "’" => "'s",
        _ => "*",
    }
}

#[derive(Default)]
struct Found(Readings);

impl Found {
    fn add(&mut self, name: &str, weight: f64) {
        let Some(symbol) = named(name) else { return };
        match self.0.iter_mut().find(|(s, _)| *s == symbol) {
            Some((_, known)) => *known = known.max(weight),
            None => self.0.push((symbol, weight)),
        }
    }
}

/// How usual the part of speech `letter` is for `lemma`; `None` where it is none.
fn weight(lemma: &str, letter: char) -> Option<f64> {
    let letters = LEMMAS.get(lemma)?;
    if letters.contains(letter.to_ascii_uppercase()) { Some(1.0) } else { letters.contains(letter).then_some(RARE) }
}

/// What the list of lemmas says of folded `word` and of what it is a form of.
fn inflected(word: &str, found: &mut Found) {
    for (letter, name) in [('n', "N"), ('v', "V"), ('a', "A"), ('r', "R")] {
        if let Some(weight) = weight(word, letter) {
            found.add(name, weight);
            if letter == 'n' && (word.ends_with('s') && !word.ends_with("ss") || matches!(word, "people" | "police" | "media" | "data")) {
                found.add("NS", weight);
            }
            if letter == 'v' && PAST.contains(&word) {
                found.add("VD", weight);
            }
            if letter == 'v' && (PAST.contains(&word) || PARTICIPLE.contains(&word)) {
                found.add("VN", weight);
            }
        }
    }
    if let Some(lemma) = words::irregular(word) {
        irregular(word, lemma, found);
    }
    let ends = |ending: &str| word.ends_with(ending);
    english::lemmas(word, &mut |lemma| {
        if lemma == word {
            return;
        }
        let mut as_part = |letter: char, name: &str, share: f64| {
            if let Some(weight) = weight(lemma, letter) {
                found.add(name, weight * share);
            }
        };
        if ends("ed") {
            as_part('v', "VD", 1.0);
            as_part('v', "VN", 1.0);
            as_part('v', "A", 0.1);
        } else if ends("ing") {
            as_part('v', "VG", 1.0);
            as_part('v', "N", 0.1);
            as_part('v', "A", 0.05);
        } else if ends("er") || ends("est") {
            as_part('a', "AR", 1.0);
        } else if ends("ly") {
            as_part('a', "R", 1.0);
        } else if ends("s") && is_s_form(word, lemma) {
            as_part('n', "NS", 1.0);
            as_part('v', "VS", 1.0);
        }
    });
}

/// Whether `word` is `lemma` with `s`: `drivers` is that of `driver`, not of `drive`.
fn is_s_form(word: &str, lemma: &str) -> bool {
    word.strip_prefix(lemma).is_some_and(|end| matches!(end, "s" | "es"))
        || word.ends_with("ies") && lemma.ends_with('y')
        || word.ends_with("ves")
}

/// Irregular forms: `men`, `went`, `gone`, `felt`, `better`.
fn irregular(word: &str, lemma: &str, found: &mut Found) {
    if let Some(weight) = weight(lemma, 'v') {
        let participle = word.ends_with('n') || word.ends_with("ne");
        let sounds = ["begun", "drunk", "sung", "sunk", "swum", "rung", "shrunk", "sprung", "born"].contains(&word);
        let past = ["ran", "began", "spun", "won", "shone", "overran"].contains(&word);
        // `sang` has `sung` beside it, `felt` has nothing.
        let only_past = past && !matches!(word, "spun" | "won" | "shone") || words::is_past_only(word);
        if !participle && !sounds || past {
            found.add("VD", weight);
        }
        if !only_past {
            found.add("VN", weight);
        }
    }
    if let Some(weight) = weight(lemma, 'n').filter(|_| weight(lemma, 'v').is_none() || word.ends_with("en")) {
        found.add("NS", weight);
    }
    if let Some(weight) = weight(lemma, 'a') {
        found.add("AR", weight);
    }
}

/// What a word that nobody listed may be, by its ending.
fn guess(word: &str, found: &mut Found) {
    if word.ends_with("ly") {
        found.add("R", 1.0);
    } else if word.ends_with("ed") {
        found.add("VN", 1.0);
        found.add("VD", 0.5);
        found.add("A", 0.5);
    } else if word.ends_with("ing") {
        found.add("VG", 1.0);
        found.add("N", 0.5);
    } else if word.ends_with('s') && !word.ends_with("ss") {
        found.add("NS", 1.0);
        found.add("VS", 0.1);
    } else {
        found.add("N", 1.0);
        found.add("A", 0.5);
        found.add("V", 0.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn all(text: &str) -> Vec<Vec<&'static str>> {
        let tokens = Tokens::new(Lang::English, text);
        readings(text, &tokens, 0..tokens.len()).iter().map(|word| word.iter().map(|(symbol, _)| name(*symbol)).collect()).collect()
    }

    #[test]
    fn every_name_is_of_one_symbol() {
        assert!((0..COUNT as Symbol).all(|symbol| named(name(symbol)) == Some(symbol)));
        assert_eq!(CONTENT.map(name), ["N", "NS", "NAME", "V", "VS", "VD", "VN", "VG", "A", "R"]);
        assert!(GROUPS.iter().all(|group| group.split(' ').all(|word| named(word).is_some())));
    }

    #[test]
    fn forms_are_told_by_their_lemmas() {
        for (word, symbols) in
            [("went", vec!["VD"]), ("gone", vec!["VN"]), ("schools", vec!["NS", "VS"]), ("quickly", vec!["R"]), ("two", vec!["NUM"])]
        {
            assert_eq!(all(word)[0], symbols, "{word}");
        }
        let drivers = all("the drivers");
        assert_eq!(drivers[1], ["NS"]);
        assert!(all("he felt")[1].contains(&"VN") && all("he felt")[1].contains(&"VD"));
    }

    #[test]
    fn names_and_compounds_are_told_by_how_they_are_written() {
        assert_eq!(all("in Damascus")[1], ["NAME"]);
        assert_eq!(all("an on-board camera")[1], ["A", "N"]);
        assert_eq!(all("it's over - he'll go")[0], ["HE'S"]);
        assert_eq!(all("it's over - he'll go")[2], ["--"]);
    }
}
