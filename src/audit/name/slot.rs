//! Where a name of one side would stand on the other.

use std::ops::Range;

use super::english::Part;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;

/// English items on either side of a name whose partners show where it would stand.
const NEIGHBOURS: usize = 3;

/// How many Arabic tokens lie between `tokens` and the place where the English name at token `name` would stand: the nearest of
/// the partners of its neighbours.
pub(super) fn gap(unit: &Unit, name: usize, tokens: &Range<usize>) -> usize {
    let view = &unit.english;
    let partner = |i: u32| unit.partner(Lang::English, i).map(|a| unit.arabic.item(a).token as usize);
    let before = view.item_range().rev().filter(|i| (view.item(*i).token as usize) < name).filter_map(partner).take(NEIGHBOURS);
    let after = view.item_range().filter(|i| view.item(*i).token as usize > name).filter_map(partner).take(NEIGHBOURS);
    let between = |a: usize| if a < tokens.start { tokens.start - a } else { (a + 1).saturating_sub(tokens.end) };
    before.chain(after).map(between).min().unwrap_or(usize::MAX)
}

/// Distance, in letters per letter, up to which two spellings may be one name though the ear would not forgive as much, by
/// consonants of the Latin spelling: misprints, unusual transliterations, nouns and adjectives of one name (`Majorcan` and
/// مايوركا).
const ALIKE: [f32; 6] = [0.0, 0.0, 0.15, 0.22, 0.27, 0.3];

/// Whether an Arabic word may be a spelling of `name`.
pub(super) fn alike(name: &Skeleton, word: &str) -> bool {
    let limit = ALIKE[name.consonants().min(ALIKE.len() - 1)];
    name.consonants() > 1 && Skeleton::arabic_variants(word).iter().any(|v| name.distance(v) <= limit)
}

/// Whether two names are members of one list: nothing but `and` and commas between tokens `first` and `second`.
pub(super) fn are_listed(unit: &Unit, first: usize, second: usize) -> bool {
    second > first + 1 && second - first < 4 && (first + 1..second).all(|i| matches!(unit.english.folded(i), "and" | "," | "or" | "&"))
}

/// How far the two names are, in letters per letter: the nearest of their words.
pub(super) fn distance(unit: &Unit, parts: &[Part], tokens: &Range<usize>) -> f32 {
    let words =
        parts.iter().flat_map(|p| p.tokens.clone()).map(|i| Skeleton::english(unit.english.folded(i))).filter(|s| s.consonants() > 0);
    let mut least = f32::INFINITY;
    for name in words {
        for token in tokens.clone() {
            for variant in &Skeleton::arabic_variants(unit.arabic.folded(token)) {
                least = least.min(name.distance(variant));
            }
        }
    }
    least
}

/// English words after which something must come.
const LEANING: [&str; 15] = ["in", "of", "at", "to", "from", "by", "and", "with", "near", "between", "for", "on", "than", "the", "both"];
/// English words that no statement begins with.
const BARE: [&str; 9] = ["is", "are", "was", "were", "has", "had", "would", "will", "also"];

/// Whether a name seems to have fallen out of the English sentence: a small word leans on nothing, or a verb has no subject.
pub(super) fn lacks_name(unit: &Unit) -> bool {
    const PREPOSITIONS: [&str; 10] = ["of", "at", "to", "from", "and", "with", "near", "between", "the", "both"];
    const FINITE: [&str; 7] = ["is", "was", "are", "were", "remains", "remained", "will"];
    let view = &unit.english;
    let (start, end) = view.tokens;
    let word = |i: usize| view.folded_at(i);
    let leans = |i: usize| PREPOSITIONS.contains(&word(i)) && matches!(word(i + 1), "." | "," | ")" | "'s" | "’s" | ";" | "(");
    let opens = |i: usize| word(i) == "(" && matches!(word(i + 1), ")" | "and" | "," | ";");
    let broken = |i: usize| {
        matches!(word(i), "in" | "at" | "near" | "from") && FINITE.contains(&word(i + 1)) || word(i) == "both" && word(i + 1) == "and"
    };
    (start..end).any(|i| leans(i) || opens(i) || broken(i)) || word(start) == "," || lacks_subject(unit)
}

/// Whether the sentence begins with a verb of the past, or goes on with one after a phrase and a comma, and has no subject
/// before it: `Described the method.`, `After the vote, announced a plan.`
fn lacks_subject(unit: &Unit) -> bool {
    #[rustfmt::skip]
    const PHRASES: [&str; 14] = [
        "after", "in", "on", "at", "during", "before", "since", "despite", "last", "this", "earlier", "while", "when", "yesterday",
    ];
    #[rustfmt::skip]
    const PAST: [&str; 21] = [
        "said", "told", "began", "went", "came", "took", "made", "gave", "won", "became", "wrote", "left", "met", "held", "led", "sent",
        "found", "saw", "spoke", "lost", "used",
    ];
    /// What follows a verb rather than a participle before a noun: `Computed tomography`, `Increased traffic`.
    #[rustfmt::skip]
    const AFTER_VERBS: [&str; 16] = [
        "the", "a", "an", "his", "her", "its", "their", "that", "in", "on", "to", "from", "for", "with", "at", "into",
    ];
    /// A participle is followed by its clause soon: `In 1989, based in Paris, he`.
    const FAR: usize = 9;
    let view = &unit.english;
    let (start, end) = view.tokens;
    let past = |i: usize| view.folded_at(i).ends_with("ed") || PAST.contains(&view.folded_at(i));
    let comma = |from: usize| (from..end).find(|i| view.folded(*i) == ",");
    let verb = match comma(start) {
        Some(c) if PHRASES.contains(&view.folded(start)) => c + 1,
        _ => start,
    };
    let bare = verb > start || AFTER_VERBS.contains(&view.folded_at(verb + 1)) || !view.folded(verb).ends_with("ed");
    let joined = view.folded(start) == "and" && !unit.arabic.folded(unit.arabic.tokens.0).starts_with('و');
    joined || bare && past(verb) && comma(verb).is_none_or(|c| c > verb + FAR)
}

/// Whether a word seems to have fallen out of the English sentence: `lived in .`, `, a teacher, said`, `is known for it`.
pub(super) fn has_hole(unit: &Unit) -> bool {
    let view = &unit.english;
    let (start, end) = view.tokens;
    let ends = |i: usize| matches!(view.folded(i), "." | "," | ")" | "'s" | "’s" | ";");
    let leans = |i: usize| LEANING.contains(&view.folded(i));
    let joins = |i: usize| view.folded(i + 1) == "and" && !matches!(view.folded(i), "to" | "for" | "on" | "and");
    let article = |i: usize| view.folded(i) == "the" && LEANING[..6].contains(&view.folded(i + 1));
    let follows = |i: usize| ends(i + 1) || joins(i) || article(i);
    let within = (start..end.saturating_sub(1)).any(|i| leans(i) && follows(i));
    let question = (start..end).any(|i| view.folded(i) == "?");
    within || lacks_name(unit) || !question && (view.folded(start) == "," || BARE.contains(&view.folded(start)))
}
