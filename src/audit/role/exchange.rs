//! Prepositions that have come to govern the other of two: `the Moon moves around the Earth`, which has become الأرض تدور حول القمر;
//! `based in Lombok, it sails to Palu`, where Palu has the في and Lombok the إلى.

use super::{Person, is_bound, is_broken, note};
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::token::Kind;
use crate::lexicon::words;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 0.6;
/// How far, in tokens, the two may stand from each other.
const REACH: usize = 14;
/// Chance of an accident up to which two words are taken for translations of each other.
const SURE: f32 = 0.1;

/// An English preposition, and the Arabic ones that say the same, folded.
type Preposition = (&'static str, &'static [&'static str]);

/// Those that say who or what a deed is done to.
const PREPOSITIONS: [Preposition; 15] = [
    ("to", &["الي", "ل"]),
    ("from", &["من"]),
    ("with", &["مع"]),
    ("against", &["ضد", "علي"]),
    ("around", &["حول"]),
    ("over", &["علي", "فوق"]),
    ("towards", &["نحو", "تجاه", "الي"]),
    ("toward", &["نحو", "تجاه", "الي"]),
    ("into", &["الي", "في"]),
    ("on", &["علي"]),
    ("about", &["حول", "عن"]),
    ("behind", &["وراء", "خلف"]),
    ("near", &["قرب"]),
    ("through", &["عبر"]),
    ("under", &["تحت"]),
];
/// Those of which Arabic has one word for each.
const ENDS: [Preposition; 5] = [("to", &["الي", "ل"]), ("from", &["من"]), ("in", &["في"]), ("with", &["مع"]), ("against", &["ضد"])];

/// Every preposition that may govern a noun; the Arabic ones folded.
#[rustfmt::skip]
const GOVERNING: &[&str] = &[
    "to", "from", "with", "against", "around", "over", "towards", "toward", "into", "on", "about", "behind", "in", "at", "of", "by", "for", "as",
    "than", "between", "among", "under", "after", "before", "during", "through", "near",
    "الي", "من", "مع", "ضد", "علي", "حول", "فوق", "نحو", "تجاه", "في", "عن", "وراء", "خلف", "بين", "لدي", "عند", "تحت", "امام", "قبل", "بعد", "خلال",
];
/// Words before a verb, or before what is said of somebody.
#[rustfmt::skip]
const BEFORE_VERB: &[&str] = &[
    "has", "have", "had", "will", "would", "can", "could", "may", "might", "also", "not", "who", "which", "that", "he", "she", "they", "it", "we",
];

pub(super) fn check(unit: &Unit) -> Option<Note> {
    one(unit).or_else(|| both(unit))
}

/// The nouns behind the prepositions among `list`, with what the prepositions are in Arabic.
fn governed<'u>(unit: &'u Unit, list: &'u [Preposition]) -> impl Iterator<Item = (usize, &'static [&'static str], Person)> + 'u {
    let view = &unit.english;
    view.token_range().skip(1).filter_map(|at| {
        let (_, marks) = list.iter().find(|(p, _)| *p == view.folded(at))?;
        let noun = noun_behind(unit, at)?;
        // `on Saturday`, `to thousands`
        let counts =
            view.quantities().iter().any(|q| q.span.overlaps(noun.span)) || view.dates().iter().any(|d| d.span.overlaps(noun.span));
        (!counts).then_some((at, *marks, noun))
    })
}

/// A noun behind a preposition and one that no preposition governs, of which Arabic has the second governed, and behind the first.
fn one(unit: &Unit) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    governed(unit, &PREPOSITIONS).find_map(|(at, marks, noun)| {
        if is_governed(arabic, noun.place.0) || view.folded(at - 1).starts_with("burst") {
            return None;
        }
        let free = |item: u32| {
            let token = view.item(item).token as usize;
            let place = partner_token(unit, Lang::English, item)?;
            let near = token < at && at - token <= REACH && place > noun.place.0 + 1 && place - noun.place.0 <= REACH;
            let turned = near && governs(arabic, place, marks) && is_free(view, token) && !is_apart(view, token, at);
            let clear = turned && unit.accident(Lang::English, item) < SURE && !is_broken(arabic, noun.place.0, place);
            clear.then(|| Person { span: view.item(item).span, place: (place, place) })
        };
        let other = view.item_range().rev().find_map(free)?;
        let phrase = arabic.side.tokens.span(other.place.0 - 1, other.place.0);
        Some(note(unit, view.side.tokens.span(at, at), phrase, &[&other, &noun], ODDS))
    })
}

/// Two nouns that stand each behind the preposition of the other.
fn both(unit: &Unit) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let again = |noun: &Person| {
        let word = |i: u32| view.words(view.item(i).span).eq_ignore_ascii_case(view.words(noun.span));
        view.item_range().filter(|i| word(*i)).count() > 1
    };
    let all: Vec<_> = governed(unit, &ENDS).filter(|(.., noun)| !again(noun)).collect();
    let governs = |noun: &Person, marks: &[&str]| governs(arabic, noun.place.0, marks);
    all.iter().enumerate().find_map(|(i, (at, marks, one))| {
        let (.., other) = all[i + 1..].iter().find(|(to, others, other)| {
            let near = to - at <= REACH && one.place.0.abs_diff(other.place.0) <= REACH;
            let own = governs(one, marks) || governs(other, others);
            near && marks != others && !own && governs(one, others) && governs(other, marks)
        })?;
        let (first, last) = (one.place.0.min(other.place.0), one.place.0.max(other.place.0));
        Some(note(unit, view.side.tokens.span(*at, *at), arabic.side.tokens.span(first - 1, last), &[one, other], ODDS))
    })
}

/// The noun that the English preposition at `at` governs: the last of its phrase that is accounted for.
fn noun_behind(unit: &Unit, at: usize) -> Option<Person> {
    let view = &unit.english;
    let is_part = |t: &usize| {
        let determiner = *t == at + 1 && is_determiner(view.folded(*t));
        !is_bound(view, *t) && view.folded(*t) != "-" && (determiner || !words::stands_function(&view.side.tokens, *t))
    };
    let sure = |item: &u32| unit.accident(Lang::English, *item) < SURE;
    let items = (at + 1..(at + 6).min(view.tokens.1)).take_while(is_part).filter_map(|t| view.item_at(t)).filter(sure);
    let (span, place) = items.filter_map(|i| Some((view.item(i).span, partner_token(unit, Lang::English, i)?))).last()?;
    Some(Person { span, place: (place, place) })
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "these" | "our" | "my" | "your" | "some" | "many")
}

/// Whether no preposition governs the English noun at `token`.
fn is_free(view: &View, token: usize) -> bool {
    let before = view.folded_at(token.wrapping_sub(1));
    if words::is_passive_helper(before) || before.ends_with("ly") || BEFORE_VERB.contains(&before) {
        return false;
    }
    let word = |t: usize| view.side.tokens.get(t).is_some_and(|w| w.kind == Kind::Word);
    let ends = |t: &usize| !word(*t) || words::stands_function(&view.side.tokens, *t) && !is_determiner(view.folded(*t));
    let end = (token.saturating_sub(4).max(view.tokens.0)..token).rev().find(ends);
    end.is_none_or(|t| view.folded(t) != "-" && !GOVERNING.contains(&view.folded(t)))
}

/// Whether a clause ends between two English tokens.
fn is_apart(view: &View, from: usize, to: usize) -> bool {
    (from + 1..to).any(|t| is_bound(view, t))
}

/// Whether one of `marks` stands right before an Arabic token, or is joined to it.
fn governs(view: &View, token: usize, marks: &[&str]) -> bool {
    let before = view.folded_at(token.wrapping_sub(1));
    marks.iter().any(|m| before == *m || *m == "ل" && view.folded(token).starts_with("لل"))
}

/// Whether any preposition stands right before an Arabic token, or is joined to it.
fn is_governed(view: &View, token: usize) -> bool {
    let (before, word) = (view.folded_at(token.wrapping_sub(1)), view.folded(token));
    GOVERNING.contains(&before)
        || before.strip_prefix(['و', 'ف']).is_some_and(|bare| GOVERNING.contains(&bare))
        || word.starts_with("لل")
        || word.starts_with("بال")
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn prepositions_that_changed_hands_are_found() {
        for (english, arabic) in [
            ("The moon moved around the Earth.", "الأرض تدور حول القمر."),
            ("Britain discussed the changes with France.", "ناقشت فرنسا التغييرات مع بريطانيا."),
            ("The farmers brought gifts to the priests.", "أحضر الكهنة الهدايا إلى المزارعين."),
            ("The ship was built in Lisbon and sailed to Dakar.", "بنيت السفينة في داكار وأبحرت إلى لشبونة."),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn prepositions_that_stay_are_not() {
        for (english, arabic) in [
            ("The moon moved around the Earth.", "القمر يدور حول الأرض."),
            ("The moon moved around the Earth.", "حول الأرض يدور القمر."),
            ("Britain discussed the changes with France.", "ناقشت بريطانيا التغييرات مع فرنسا."),
            ("Britain discussed the changes with France.", "ناقشت بريطانيا مع فرنسا التغييرات."),
            ("The farmers brought gifts to the priests.", "أحضر المزارعون إلى الكهنة الهدايا."),
            ("The ship was built in Lisbon and sailed to Dakar.", "بنيت السفينة في لشبونة وأبحرت إلى داكار."),
            ("Six people were arrested on Saturday.", "ألقي القبض يوم السبت على ستة أشخاص."),
            ("The car burst into flames.", "اندلعت النيران في السيارة."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
