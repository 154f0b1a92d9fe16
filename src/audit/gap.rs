//! Places of an English sentence where a word must stand and none does: `in samples of who died`, `the of the town`.
//!
//! Closed grammar of what cannot stand side by side. A translation with such a place lost a word there.

use super::unit::View;
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::{Capital, Kind};
use crate::lexicon::words;

/// A noun follows these.
const DETERMINERS: &[&str] = &["the", "a", "an", "my", "our", "your", "their", "its", "every"];
const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "about", "after", "before", "during", "between", "against", "among",
    "through", "toward", "towards", "without", "under", "over",
];
/// Prepositions that are not left behind at the end of a clause.
const BOUND: &[&str] = &["of", "from", "into", "during", "among", "against", "between", "with"];
const FINITE: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "has",
    "had",
    "does",
    "did",
    "would",
    "could",
    "should",
    "isn't",
    "aren't",
    "wasn't",
    "weren't",
    "hasn't",
    "hadn't",
    "doesn't",
    "didn't",
    "wouldn't",
    "couldn't",
    "shouldn't",
    "won't",
    "can't",
    "cannot",
    "don't",
];
/// A verb follows these.
const MODALS: &[&str] = &[
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "won't",
    "wouldn't",
    "can't",
    "cannot",
    "couldn't",
    "shouldn't",
    "doesn't",
    "didn't",
    "don't",
];
/// No verb starts with these, and no adverb stands before them.
const NO_VERB: &[&str] = &["the", "a", "an", "their", "its", "our", "of", "from", "with", "into", "if", "who"];
const SUBJECTS: &[&str] = &["i", "you", "he", "she", "it", "we", "they", "who", "that", "which"];
/// After one of these a preposition may have lost its noun to the front of the clause.
const FRONTED: &[&str] = &["that", "which", "who", "whom", "what", "whatever", "where", "than", "as"];
/// Sentences that start so and ask nothing have lost their subject.
const OPENERS: &[&str] = &[
    "is", "are", "was", "were", "has", "had", "does", "did", "would", "could", "isn't", "aren't", "wasn't", "weren't", "will", "may",
    "might",
];
/// What opens a sentence before its subject.
const OPENINGS: &[&str] = &[
    "in",
    "on",
    "at",
    "since",
    "although",
    "because",
    "while",
    "when",
    "if",
    "after",
    "before",
    "during",
    "despite",
    "however",
    "therefore",
    "currently",
    "historically",
    "recently",
    "meanwhile",
    "today",
    "according",
    "as",
    "for",
    "with",
    "under",
    "instead",
    "moreover",
    "also",
];
/// Pronouns that only a verb follows.
const PERSONS: &[&str] = &["he", "she", "they", "we"];

/// The tokens of `view` before which a word is missing.
pub(super) fn gaps(view: &View) -> Vec<usize> {
    let asks = view.token_range().any(|t| view.folded(t) == "?");
    let start = view.tokens.0;
    let mut gaps: Vec<usize> =
        (start + 1..view.tokens.1).filter(|t| (is_plain(view, *t - 1) || view.folded(*t - 1) == ",") && breaks(view, *t, asks)).collect();
    if !asks && lacks_subject(view) {
        gaps.insert(0, start);
    }
    gaps
}

/// Whether token `t` is a word without a capital that stands by itself.
fn is_plain(view: &View, t: usize) -> bool {
    view.side.tokens.get(t).is_some_and(|token| token.kind == Kind::Word && token.spaced && token.capital == Capital::Lower)
        || t == view.tokens.0 && DETERMINERS.contains(&view.folded(t))
}

static LEANS: Question = Question::new();

/// Whether some words cannot stand after `word`.
fn leans(word: &str) -> bool {
    matches!(word, "," | "including" | "as" | "to" | "and" | "or" | "is" | "are" | "was" | "were" | "been")
        || [DETERMINERS, PREPOSITIONS, BOUND, MODALS, PERSONS].iter().any(|list| list.contains(&word))
}

static TRAILS: Question = Question::new();

/// Whether `word` cannot stand after some words; an apostrophe may be that of a possessive.
fn trails(word: &str) -> bool {
    matches!(word, "." | "," | ";" | ":" | ")" | "'" | "’" | "'s" | "’s")
        || matches!(word, "and" | "or" | "but" | "that" | "which" | "because" | "who" | "although" | "will" | "it" | "them" | "him")
        || [PREPOSITIONS, FINITE, NO_VERB].iter().any(|list| list.contains(&word))
}

/// Whether a word is missing between the token before `t` and `t`.
fn breaks(view: &View, t: usize, asks: bool) -> bool {
    if !view.side.tokens.is(t, &TRAILS, trails) {
        return false;
    }
    let folded = |t: usize| if t < view.tokens.1 { view.folded(t) } else { "" };
    let (left, right, after) = (view.folded(t - 1), view.folded(t), folded(t + 1));
    let Some(token) = view.side.tokens.get(t) else { return false };
    if token.capital != Capital::Lower || after == "-" && !view.side.tokens.get(t + 1).is_some_and(|h| h.spaced) {
        return false;
    }
    let possessive = matches!(right, "'" | "’") && after == "s" || matches!(right, "'s" | "’s");
    if !possessive && !view.side.tokens.is(t - 1, &LEANS, leans) {
        return false;
    }
    let one_of = |list: &[&str], word: &str| list.contains(&word);
    let fronted = || (view.tokens.0..t - 1).any(|i| one_of(FRONTED, view.folded(i)));
    let before = if t >= view.tokens.0 + 2 { view.folded(t - 2) } else { "" };
    if left == "," {
        return right == "," && !token.spaced || one_of(FINITE, right) && opens_with_adverbial(view, t - 1);
    }
    if left == "including" {
        return matches!(right, "and" | "or" | "." | ";");
    }
    if one_of(DETERMINERS, left) {
        let last = t + 2 >= view.tokens.1;
        let ends = matches!(right, "." | "," | ";" | ":" | ")") && after != "." && !token.spaced && (left != "a" || right == "," || last);
        let latin = right == "in" && matches!(after, "vivo" | "vitro" | "situ" | "utero" | "silico");
        let preposition = one_of(&PREPOSITIONS[..17], right) && !latin && right != "about";
        return ends
            || preposition && !(left == "a" && matches!(right, "to" | "by" | "in" | "at"))
            || one_of(FINITE, right)
            || right == "will"
                && !matches!(after, "of" | "to" | "and" | "or" | "that" | "," | "." | "")
                && left == "the"
                && !one_of(FINITE, after)
            || matches!(right, "and" | "or" | "but" | "that" | "which" | "because" | "who" | "although")
            || possessive && left != "a";
    }
    if possessive && (token.spaced || one_of(PREPOSITIONS, left)) {
        return true;
    }
    if left == "as" && matches!(right, "," | ")") {
        return !token.spaced && !matches!(after, "for" | "say" | "and" | "or" | "well" | "in" | "if");
    }
    if one_of(PREPOSITIONS, left) && one_of(FINITE, right) {
        // `the house they live in is old`, `the letters to watch out for are`
        let verb = |i: usize| view.folded(i) == "to" && !one_of(DETERMINERS, view.folded(i + 1));
        let clause = view.before(t - 1, 4).any(|i| one_of(SUBJECTS, view.folded(i)) || verb(i));
        return !fronted() && !clause;
    }
    if one_of(BOUND, left) {
        // `the collapse of and intervention in banks`: the noun behind has a preposition too.
        let shares = view.behind(t + 1, 2).any(|i| one_of(PREPOSITIONS, view.folded(i)));
        let joined = matches!(right, "and" | "or" | "but") && !one_of(PREPOSITIONS, after) && !one_of(PREPOSITIONS, before) && !shares;
        let stop = matches!(right, "." | ";") || right == "," && !matches!(after, "and" | "or" | "but" | "if" | "not");
        let ended = stop && matches!(left, "of" | "into" | "from" | "during" | "among");
        let asked = right == "who" && !one_of(SUBJECTS, after);
        if (joined || ended || asked) && (!fronted() || asked) && !matches!(before, "and" | "or") {
            return true;
        }
        if matches!((left, right), ("of", "of" | "with" | "into") | ("from" | "into" | "with", "of") | ("into", "into")) {
            return true;
        }
    }
    if matches!(left, "and" | "or") && right == "." {
        return !token.spaced;
    }
    // `the region is by the Sahel`, but `by far`.
    if matches!(left, "is" | "are" | "was" | "were" | "been") && right == "by" {
        return one_of(DETERMINERS, after);
    }
    // `he's` is folded like `he`.
    let whole = || view.side.tokens.get(t - 1).is_some_and(|p| p.span.len() as usize == left.len());
    if one_of(PERSONS, left) && whole() && before != "to" && !one_of(PREPOSITIONS, before) && before != "than" && before != "as" {
        return matches!(right, "the" | "a" | "an" | "that" | "it" | "them" | "him" | "of" | "from" | "into");
    }
    if left == "to" {
        return matches!(right, "of" | "from" | "with" | "into" | "who") && !fronted() && before != "and";
    }
    // `a 20-litre can of petrol`, `the free will of voters`; `they will of course stay`
    let whole = right == "of" && (matches!(left, "can" | "will" | "might" | "must") || after == "course");
    one_of(MODALS, left) && one_of(NO_VERB, right) && !asks && !whole && is_subject(view, t)
}

/// Whether what stands before the comma at `t` only opens the sentence: `In particular, is claimed` lacks a subject.
fn opens_with_adverbial(view: &View, t: usize) -> bool {
    let start = view.tokens.0;
    let before = || (start..t).map(|i| view.folded(i));
    OPENINGS.contains(&view.folded(start))
        && !before().any(|w| matches!(w, "," | ":" | ";" | "." | "(" | "-" | "–" | "—" | "\"" | "that" | "who" | "which"))
}

/// Whether the word before the one before `t` can be what a verb is said of.
fn is_subject(view: &View, t: usize) -> bool {
    let Some(at) = t.checked_sub(2).filter(|i| *i >= view.tokens.0) else { return false };
    let word = view.folded(at);
    let inverts = matches!(word, "only" | "not" | "never" | "nor" | "neither" | "so" | "then" | "often" | "again" | "called" | "little");
    SUBJECTS.contains(&word) || view.is_word(at) && !words::is_function(Lang::English, word) && !inverts
}

/// Whether the sentence starts with a finite verb, and neither asks nor orders.
fn lacks_subject(view: &View) -> bool {
    let start = view.tokens.0;
    let second = view.side.tokens.get(start + 1);
    OPENERS.contains(&view.folded(start))
        && view.tokens.1 > start + 4
        && second.is_some_and(|t| t.capital == Capital::Lower && t.kind == Kind::Word)
        && !SUBJECTS.contains(&view.folded(start + 1))
        && !FINITE.contains(&view.folded(start + 1))
        && !matches!(view.folded(start + 1), "the" | "this" | "these" | "those" | "there")
        && (!matches!(view.folded(start + 1), "a" | "an") || matches!(view.folded(start), "is" | "was" | "has" | "had"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::item::Side;
    use crate::lexicon::Lexicon;
    use crate::span::Span;

    fn places(text: &str) -> Vec<String> {
        let side = Side::new(&Lexicon::default(), Lang::English, text);
        let view = View::new(text, &side, Span::whole(text));
        gaps(&view).into_iter().map(|t| side.tokens.span(t.saturating_sub(1), t).of(text).to_owned()).collect()
    }

    #[test]
    fn sentences_that_break_off() {
        for (text, place) in [
            ("Rescuers searched the of the school for two days.", "the of"),
            ("The minister will the talks in Geneva on Monday.", "will the"),
            ("Blood was taken from samples of who died in the camp.", "of who"),
            ("The army took control of, the city's only bridge.", "of,"),
            ("Officials banned goods such as, rice and sugar.", "as,"),
            ("Would also send two frigates to the strait.", "Would"),
            ("He said that they will the border next week.", "will the"),
            ("The court heard that its were frozen.", "its were"),
            ("Is a popular resort among the young.", "Is"),
            ("In an interview he that the drought goes on.", "he that"),
            ("The region is by the desert to the north.", "is by"),
            ("The museum shows coins and.", "and."),
            ("In the north, is often called the white city.", ", is"),
            ("Ten people, including and two women, were hurt.", "including and"),
            ("The talks,, which began in May, go on.", ",,"),
            ("Because of the rain the will only open in June.", "the will"),
            ("May have been built by the Romans.", "May"),
        ] {
            assert_eq!(places(text), [place], "{text}");
        }
    }

    #[test]
    fn sentences_that_are_whole() {
        for text in [
            "The house they live in is old, and the people they work with are poor.",
            "Flights to and from the capital were cancelled.",
            "Would you stay? Is the road open?",
            "Hospitals with and without power were hit.",
            "It left at 5 a.m. and arrived in the in-flight meal zone.",
            "That is what the talks consist of, and what they depend on.",
            "Only then will the ministers meet.",
            "He said: 'in the name of 'honour' they fled.'",
            "The in vivo test was of use to the army's doctors.",
            "Many asked who would lead and whom he spoke for.",
            "In the north, which is cold, is a town; he's a farmer there.",
            "By the will of the people, and against the will that he left, it stays.",
            "May has been dry.",
            "Fuel rose by 12,000 pounds per 20-litre can of gasoline.",
            "He left a jerry can of water, and she can of course stay.",
        ] {
            assert_eq!(places(text), [""; 0], "{text}");
        }
    }
}
