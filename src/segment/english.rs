//! What sentences and clauses of English are known by: closed lists. Words of clauses are in their folded form.

use super::clause::{Bound, Start, Words};
use crate::lang::known::{Known, Question};

/// How many tokens after a verb of saying the verb of what was said is looked for.
const REACH: usize = 14;

/// A name or a number follows these, never a new sentence. As written, without the point.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mmes", "Mme", "Mlle", "Dr", "Drs", "Prof", "Profs", "Gen", "Gens", "Sen", "Sens", "Rep", "Reps",
    "Gov", "Govs", "Lt", "Col", "Cols", "Capt", "Cpt", "Maj", "Sgt", "Cpl", "Pvt", "Pfc", "Spc", "Adm", "Cmdr", "Cdr", "Brig", "Insp",
    "Det", "Supt", "Rev", "Revs", "Hon", "Pres", "Fr", "vs", "cf", "approx", "viz", "e.g", "i.e", "E.g", "I.e", "eg", "ie",
];

/// A number follows these; before anything else they end a sentence like any word.
#[rustfmt::skip]
const BEFORE_NUMBERS: &[&str] = &[
    "No", "Nos", "no", "nos", "Fig", "Figs", "Vol", "Vols", "Art", "Sec", "Ch", "pp", "para", "ca", "al",
];

/// These end a sentence where the next word looks like the start of one.
#[rustfmt::skip]
const SHORT: &[&str] = &[
    "Inc", "Ltd", "Co", "Cos", "Corp", "Bros", "Plc", "Jr", "Sr", "Esq", "St", "Ste", "Sts", "Ave", "Blvd", "Rd", "Hwy", "Mt", "Ft",
    "Assn", "Dept", "Univ", "Est", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue",
    "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill",
    "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va",
    "Vt", "Wash", "Wis", "Wyo",
];

/// What follows a time of day in the same sentence.
#[rustfmt::skip]
const AFTER_TIME: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "GMT", "UTC",
    "ET", "EST", "EDT", "PT", "PST", "PDT", "CT", "CST", "CDT", "MT", "BST", "CET", "CEST", "IST", "Eastern", "Pacific", "Central",
    "Greenwich",
];

/// Words that start sentences and seldom follow an abbreviation within one.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "You", "I", "His", "Her", "Its", "Their", "Our",
    "My", "Your", "There", "Here", "In", "On", "At", "By", "For", "From", "With", "After", "Before", "When", "While", "If", "As", "But",
    "And", "So", "Or", "However", "Meanwhile", "Some", "Many", "Most", "Several", "Both", "All", "Now", "Then", "No", "Not", "What",
    "Who", "Why", "How", "Where", "According", "Since", "Although", "Though", "Despite", "During", "Under", "About", "Last", "One", "Two",
    "Officials", "Police", "It's", "It’s", "He's", "She's", "They're", "That's", "There's", "Yet", "Still", "Also",
];

/// After these a single letter is a name of its own and may end a sentence.
#[rustfmt::skip]
const LETTERED: &[&str] = &[
    "vitamin", "Vitamin", "vitamins", "plan", "Plan", "hepatitis", "Hepatitis", "group", "Group", "type", "grade", "category", "option",
];

/// Names that are written with a final mark.
pub(super) const NAMES_WITH_MARK: &[&str] = &["Yahoo", "Jeopardy", "Oklahoma", "Chegg"];

/// Verbs that follow the name of the speaker after a quotation.
#[rustfmt::skip]
const SAYS: &[&str] = &[
    "said", "says", "asked", "asks", "added", "adds", "wrote", "writes", "replied", "shouted", "told", "cried", "exclaimed", "wondered",
    "tweeted", "continued", "answered", "declared", "yelled", "reported", "quipped", "recalled", "screamed", "responded", "joked",
];

/// Whether the point after `last` belongs to it and the sentence goes on with `next`.
pub(super) fn is_abbreviation(before: &str, last: &str, next: &str, before_number: bool) -> bool {
    if TITLES.contains(&last) {
        return true;
    }
    if BEFORE_NUMBERS.contains(&last) {
        return before_number;
    }
    let letter = last.chars().next().is_some_and(char::is_alphabetic) && last.chars().nth(1).is_none() && !LETTERED.contains(&before);
    let dotted = last.contains('.') && last.split('.').all(|part| part.chars().nth(2).is_none() && part.starts_with(char::is_alphabetic));
    if dotted && last.to_ascii_lowercase().ends_with(".m") {
        return before_number || AFTER_TIME.contains(&next);
    }
    (letter || dotted || is_short(last)) && !opens_sentence(next)
}

/// Whether a point may belong to `last` in the middle of a sentence.
pub(super) fn is_short(last: &str) -> bool {
    TITLES.contains(&last) || SHORT.contains(&last)
}

/// Whether `word`, as written, is one that starts sentences.
pub(super) fn opens_sentence(word: &str) -> bool {
    OPENERS.contains(&word)
}

/// Whether a word in lower case stands for one with a capital (`iPhone`, `al-Qaeda`), which may start a sentence.
pub(super) fn is_capital_within(word: &str) -> bool {
    let mut chars = word.chars();
    let (first, second) = (chars.next(), chars.next());
    let brand = first.is_some_and(char::is_lowercase) && second.is_some_and(char::is_uppercase);
    let article = word.split_once('-').is_some_and(|(a, name)| {
        matches!(a, "al" | "el" | "as" | "ash" | "an" | "ar" | "at" | "ad") && name.starts_with(char::is_uppercase)
    });
    brand || article
}

/// Whether `text` starts by naming who spoke (`Rod Rosenstein asked`).
pub(super) fn names_speaker(text: &str) -> bool {
    for (i, word) in text.split_whitespace().take(5).enumerate() {
        let bare = word.trim_end_matches([',', '.', ':']);
        if SAYS.contains(&bare) {
            return i > 0;
        }
        // `She said` in capitals is a sentence of its own.
        if !word.starts_with(char::is_uppercase) || word.ends_with([',', ':']) || opens_sentence(word) {
            return false;
        }
    }
    false
}

/// A clause follows these in news, whatever stands behind them.
#[rustfmt::skip]
const CLAUSE: &[&str] = &[
    "who", "whom", "whose", "which", "where", "when", "while", "whilst", "although", "though", "whereas", "unless", "whether", "if",
    "wherever", "whenever", "because",
];
/// A clause follows these where a verb does; else a phrase.
const CLAUSE_IF_VERB: &[&str] = &["after", "before", "since", "until", "till", "once", "as", "but"];
const JOINS: &[&str] = &["and", "or", "nor"];
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "in", "at", "on", "from", "with", "for", "of", "by", "to", "into", "onto", "over", "under", "between", "among", "amid", "against",
    "through", "throughout", "during", "within", "without", "across", "along", "around", "about", "near", "inside", "outside", "towards",
    "toward", "despite", "behind", "beyond", "beside", "besides", "beneath", "above", "below", "via", "including", "following",
    "concerning", "regarding", "upon",
];
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "he", "she", "it", "they", "we", "i", "you", "there", "who", "which", "it's", "he's", "she's", "they're", "that's", "there's",
];
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "some", "many", "most",
];
/// After these the words that were said follow without `that`.
#[rustfmt::skip]
const REPORTS: &[&str] = &[
    "said", "says", "say", "believes", "believe", "claims", "claimed", "argues", "argued", "insists", "insisted", "added", "adds",
    "thinks", "confirmed", "warned", "denied", "admitted", "announced", "reported",
];
#[rustfmt::skip]
const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should",
    "shall", "do", "does", "did", "cannot", "won't", "isn't", "aren't", "am",
];
/// Past forms without `-ed` that news is told in.
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "said", "told", "took", "went", "came", "made", "got", "gave", "left", "lost", "won", "fell", "rose", "grew", "led", "met", "held",
    "kept", "sent", "set", "put", "hit", "shot", "began", "became", "broke", "brought", "built", "bought", "sold", "caught", "chose",
    "cut", "drew", "drove", "fought", "found", "flew", "forgot", "hid", "knew", "let", "meant", "paid", "ran", "saw", "sat", "spent",
    "spoke", "stood", "struck", "thought", "threw", "withdrew", "wore", "wrote", "felt", "heard", "says", "fled", "bore", "beat",
    "sought", "swept", "want", "wants", "need", "needs", "include", "includes", "remain", "remains", "know", "think",
];

/// What a word may begin, as far as the word itself tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    Nothing,
    Clause,
    /// A clause, where the next word or the one before says so.
    Perhaps,
    /// A clause where a verb follows, else a phrase.
    IfVerb,
    Join,
    Phrase,
}

static OPENS: Question = Question::new();
static OPENINGS: Known<Opening> = Known::new();
static REPORT: Question = Question::new();
static VERB: Question = Question::new();

impl Opening {
    fn new(word: &str) -> Self {
        match word {
            _ if CLAUSE.contains(&word) => Self::Clause,
            "according" | "yet" | "that" => Self::Perhaps,
            _ if CLAUSE_IF_VERB.contains(&word) => Self::IfVerb,
            _ if JOINS.contains(&word) => Self::Join,
            _ if PREPOSITIONS.contains(&word) => Self::Phrase,
            _ => Self::Nothing,
        }
    }
}

/// What begins at token `i`.
pub(super) fn starts(words: &Words<'_>, i: usize) -> Start {
    let clause_if = |clause: bool| Start::open(if clause { Bound::Clause } else { Bound::Phrase });
    let opens = words.is(i, &OPENS, |word| Opening::new(word) != Opening::Nothing);
    let opening = if opens { words.known(i, &OPENINGS, Opening::new) } else { Opening::Nothing };
    let (word, next) = (words.folded(i), words.folded(i + 1));
    match opening {
        Opening::Clause => clause_if(!(word == "because" && next == "of")),
        Opening::Perhaps
            if (word == "according" && next == "to")
                || (word == "yet" && words.follows_mark(i))
                || (word == "that" && starts_content(words, i)) =>
        {
            Start::open(Bound::Clause)
        }
        Opening::IfVerb => clause_if(SUBJECTS.contains(&next) || (next.ends_with("ing") && word != "as") || has_verb(words, i + 1, 8)),
        Opening::Join => {
            let verb = i + 1 + usize::from(next.ends_with("ly") || matches!(next, "not" | "also" | "then" | "later" | "never"));
            clause_if(SUBJECTS.contains(&next) || stands_verb(words, verb) || (ARTICLES.contains(&next) && has_verb(words, i + 2, 5)))
        }
        Opening::Phrase => Start::open(Bound::Phrase),
        _ if follows_report(words, i) => Start::full(Bound::Clause),
        _ => Start::NONE,
    }
}

/// Whether what was said starts at `i` without `that` (`she said the talks were over`).
fn follows_report(words: &Words<'_>, i: usize) -> bool {
    let reported = i > 0 && words.is(i - 1, &REPORT, |word| REPORTS.contains(&word));
    if !reported || stands_verb(words, i) || !has_verb(words, i + 1, REACH) {
        return false;
    }
    // `," said Smith` turns the order round: no clause follows there.
    match words.before(i - 1) {
        "\"" | "”" => false,
        "," => SUBJECTS.contains(&words.folded(i)) || ARTICLES.contains(&words.folded(i)),
        _ => true,
    }
}

/// Whether the comma before token `i` only parts the items of a list (`flour, oil and rice`).
pub(super) fn is_list_item(words: &Words<'_>, i: usize) -> bool {
    let length = (i..i + 3).take_while(|k| words.is_word(*k) && !JOINS.contains(&words.folded(*k))).count();
    let verbless = !(i..i + length).any(|k| stands_verb(words, k) || SUBJECTS.contains(&words.folded(k)));
    let after = words.folded(i + length);
    length > 0 && length < 3 && verbless && (after == "," || JOINS.contains(&after))
}

/// Whether `that` at `i` opens what was said, thought or described, rather than pointing at something.
fn starts_content(words: &Words<'_>, i: usize) -> bool {
    let next = words.folded(i + 1);
    let points = PREPOSITIONS.contains(&words.before(i)) || words.before(i).is_empty();
    !points && (SUBJECTS.contains(&next) || ARTICLES.contains(&next) || has_verb(words, i + 1, 8))
}

/// Whether a verb stands among the next `reach` tokens, before any mark.
fn has_verb(words: &Words<'_>, from: usize, reach: usize) -> bool {
    (from..from + reach).take_while(|i| words.is_word(*i) || words.is_hyphen(*i)).any(|i| stands_verb(words, i))
}

/// Whether token `i` is a verb.
fn stands_verb(words: &Words<'_>, i: usize) -> bool {
    words.is(i, &VERB, is_verb)
}

fn is_verb(word: &str) -> bool {
    let ends = |tail: &str| word.ends_with(tail) && word.len() > tail.len() + 1;
    if matches!(word, "united" | "hundred" | "indeed" | "speed" | "seed" | "weed") {
        return false;
    }
    AUXILIARIES.contains(&word)
        || IRREGULAR.contains(&word)
        || ["ed", "n't", "'re", "'ve", "'ll", "'d"].iter().any(|tail| ends(tail))
        || matches!(word, "i'm" | "we're" | "it's")
}
