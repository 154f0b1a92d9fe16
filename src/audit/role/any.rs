//! Who did what to whom, of any verb that both languages have at the same place: two nouns around it that changed places, or a noun
//! and a pronoun.

use super::arguments::{after, before, pronoun_before};
use super::{ARABIC_PREPOSITIONS, Person, RESUMING, SURE, is_broken, note, person, stands_before};
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit, View};
use crate::audit::verb;
use crate::lang::Lang;
use crate::lexicon::words;

/// Prepositions that mark an object, folded.
const MARKS: [&str; 6] = ["علي", "ل", "ب", "الي", "عن", "من"];

/// English verbs of which an Arabic one says the same from the other side: `he liked it` is أعجبه, `it took him a year` استغرقه.
#[rustfmt::skip]
const TWO_SIDED: &[&str] = &[
    "like", "love", "need", "lack", "have", "get", "receive", "reach", "take", "cost", "feel", "face", "suffer", "want", "mean", "seem", "become",
    "remain", "include", "contain", "join", "meet", "win", "lose", "follow", "precede", "enjoy", "say", "add",
    "involve", "concern", "interest", "make", "own", "earn", "finish", "begin", "start", "end", "burst",
    "break", "catch", "baffle", "puzzle", "perplex", "worry", "anger", "surprise", "shock",
    "alarm", "irk", "annoy", "haunt", "plague", "mar", "engulf", "grip", "sweep", "befall", "beset", "blight", "overshadow", "delight", "please",
    "trouble", "accompany", "surround", "fill", "cover", "rock", "shake", "dominate", "rob", "strip", "deprive",
];

/// English prepositions behind a verb.
const PREPOSITIONS: [&str; 10] = ["into", "to", "from", "against", "towards", "toward", "over", "through", "under", "with"];

/// Deeds whose doer is the one it is done to on the other side; of verbs that are not `listed` for themselves.
pub(super) fn check(unit: &Unit, listed: impl Fn(usize) -> bool, notes: &mut Vec<Note>) {
    for item in unit.english.item_range() {
        let token = unit.english.item(item).token as usize;
        let Some(at) = partner_token(unit, Lang::English, item) else { continue };
        let known = unit.accident(Lang::English, item) < SURE && !listed(token);
        // Few Arabic words have a form of a verb, and that is found out with the least effort.
        let may_be = known && verb::is_form(unit, at, true);
        if may_be && is_finite(&unit.english, token) && !is_two_sided(unit, token) && is_verb(unit, at) {
            notes.extend(reversed(unit, token, at));
        }
    }
}

/// Whether the Arabic word at `at` is a verb with a subject, as far as its form tells.
fn is_verb(unit: &Unit, at: usize) -> bool {
    let possible = unit.arabic.folded(at).contains("مكن");
    !possible && verb::is_form(unit, at, true) && (verb::gender(unit, at).is_some() || has_object(unit, at))
}

/// Whether the word at `token` may be a verb in the active voice, by what stands before it.
fn is_finite(view: &View, token: usize) -> bool {
    #[rustfmt::skip]
    const BEFORE_OTHERS: [&str; 24] = [
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "to", "of", "in", "for", "with",
        "by", "on", "at", "no", "from",
    ];
    let be = |i: usize| matches!(view.folded(i), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "get" | "got");
    let before = view.folded_at(token.wrapping_sub(1));
    // `network-based`
    let compound = before == "-";
    let passive = view.before(token, 3).any(be);
    !BEFORE_OTHERS.contains(&before) && !compound && !passive && !view.folded(token).ends_with("ing") && !view.is_capital(token)
}

/// Whether an Arabic verb says the same as the English one at `token` from the other side.
pub(super) fn is_two_sided(unit: &Unit, token: usize) -> bool {
    /// What a house passes, and what passes it.
    const BILLS: [&str; 8] = ["bill", "law", "budget", "measure", "legislation", "resolution", "motion", "amendment"];
    let view = &unit.english;
    let is = |verbs: &[&str]| view.side.readings.of(token).iter().any(|r| verbs.contains(&unit.lexicon().name(r.id)));
    is(TWO_SIDED) || is(&["pass", "clear"]) && view.before(token, 6).any(|t| BILLS.contains(&view.folded(t)))
}

fn reversed(unit: &Unit, token: usize, at: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let next = english.folded_at(token + 1);
    let object = matches!(next, "him" | "them" | "me" | "us") || next == "her" && !begins_noun(english, token + 2);
    let subject = pronoun_before(english, token).is_some_and(|s| !matches!(english.folded(s), "it" | "who" | "you"));
    // `the Ohio, which flows into the Mississippi`
    let relative = matches!(english.folded_at(token.wrapping_sub(1)), "which" | "who" | "that");
    let comma = relative && token > 1 && english.folded_at(token - 2) == ",";
    let (start, end) = before(english, token - usize::from(relative) - usize::from(comma));
    // `what we lived through`, ما عشناه: the pronoun is what the clause is about.
    let about =
        pronoun_before(english, token).is_some_and(|s| matches!(english.folded_at(s.wrapping_sub(1)), "what" | "that" | "which" | "whom"));
    let left = (!subject).then(|| person(unit, (at, at), (start..end).rev())).flatten();
    let placed = PREPOSITIONS.contains(&next);
    let (start, end) = after(english, token + usize::from(placed), false);
    let right = (!object).then(|| person(unit, (at, at), start..end)).flatten();
    let marked = |p: &Person| MARKS.iter().any(|m| stands_before(unit, p.place.0, m));
    let is_next = |p: &Person, reach: usize| p.place.0 > at && p.place.0 <= at + reach && !is_broken(arabic, at, p.place.1);
    // `those it helped last winter`
    if matches!(next, "last" | "next" | "earlier" | "yesterday" | "once") {
        return None;
    }
    let suffix = has_object(unit, at);
    let people = match (&left, &right) {
        // `his cousin found him`, عثر على ابن عمه
        (Some(d), None) if object => {
            let resumed = (at + 1..=at + 2).any(|t| RESUMING.contains(&arabic.folded_at(t)));
            (is_next(d, 2) && marked(d) && !suffix && !resumed).then(|| vec![d])?
        }
        // `she believed Caudle`, صدقتها كودل
        (None, Some(v)) if subject => {
            let owner =
                matches!(english.folded_at(english.side.tokens.within(v.span).end), "'s" | "’s") || english.words(v.span).ends_with("'s");
            // عند تعيينها هالدين: she appointed him.
            let deed = ARABIC_PREPOSITIONS.contains(&arabic.folded_at(at.wrapping_sub(1)));
            (is_next(v, 1) && suffix && !deed && !about && !owner && !marked(v)).then(|| vec![v])?
        }
        // `the river, which flows into the lake`, البحيرة التي تصب في النهر
        (Some(d), Some(v)) if !suffix && placed && is_inflected(unit, token) => {
            let follows = d.place.0 > at + 1 && d.place.0 <= at + 5 && !is_broken(arabic, at, d.place.1) && preposed(arabic, d.place.0);
            let relative = |t: usize| matches!(arabic.folded(t), "الذي" | "التي" | "الذين" | "،" | ",");
            let precedes = v.place.1 < at && (v.place.1 + 1..at).all(relative) && d.place.0 <= at + 3;
            let subject = precedes || is_next(v, 1) && !marked(v) && d.place.0 > v.place.1 + 1;
            (follows && subject).then(|| vec![d, v])?
        }
        // `Britain blockaded Germany`, حاصرت ألمانيا بريطانيا
        (Some(d), Some(v)) if !suffix && is_inflected(unit, token) && begins_noun(english, token + 1) => {
            let order = is_next(v, 2) && d.place.0 > v.place.1 && d.place.0 <= v.place.1 + 4 && !is_broken(arabic, at, d.place.1);
            let converse = verb::agrees_with_other(unit, at, v.place.0, d.place.0);
            (order && !converse && !marked(v) && !preposed(arabic, d.place.0)).then(|| vec![d, v])?
        }
        _ => return None,
    };
    // `the past thirty years have seen growth`
    let counts = |p: &&Person| english.quantities().iter().any(|q| q.span.overlaps(p.span));
    if people.iter().any(counts) {
        return None;
    }
    let span = |view: &View, t: usize| view.side.tokens.span(t, t);
    Some(note(unit, span(english, token), span(arabic, at), &people, 0.6))
}

/// Whether the English word at `token` has an ending or a vowel that a verb has in a sentence, or a word before it that only a verb
/// has.
fn is_inflected(unit: &Unit, token: usize) -> bool {
    let view = &unit.english;
    let word = view.folded(token);
    let helper = matches!(
        view.folded_at(token.wrapping_sub(1)),
        "has" | "have" | "had" | "will" | "would" | "can" | "could" | "may" | "might" | "must" | "should" | "did" | "does" | "do"
    );
    let compared = word.ends_with("est") || word.ends_with("er");
    let changed = || !compared && view.side.readings.of(token).iter().any(|r| unit.lexicon().name(r.id) != word);
    helper || word.ends_with("ed") || changed()
}

/// Whether a noun with what belongs to it begins at `token`, rather than another word that may follow a verb.
fn begins_noun(view: &View, token: usize) -> bool {
    let word = view.folded_at(token);
    let small =
        matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "my" | "your" | "this" | "these" | "two" | "some");
    small || !word.is_empty() && !words::stands_function(&view.side.tokens, token) && word.starts_with(char::is_alphanumeric)
}

/// Whether the Arabic verb at `at` ends in a pronoun that is its object.
pub(super) fn has_object(unit: &Unit, at: usize) -> bool {
    let word = unit.arabic.folded(at);
    let readings = || unit.arabic.side.readings.of(at).iter().filter(|r| r.length == 1).map(|r| unit.lexicon().folded(r.id));
    ["ها", "هم", "هما", "ه", "ني"].iter().any(|end| word.ends_with(end) && !readings().any(|form| form.ends_with(end)))
}

/// Whether a preposition stands before Arabic token `t`, or before the word before it.
fn preposed(view: &View, t: usize) -> bool {
    (1..3).any(|n| ARABIC_PREPOSITIONS.contains(&view.folded_at(t.wrapping_sub(n))))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn two_that_changed_places_are_found() {
        for (english, arabic) in [
            ("The senator lauded his rival on Monday.", "أثنى منافس السيناتور على السيناتور يوم الإثنين."),
            ("However, she believed the lawyer.", "ومع ذلك صدقها المحامي."),
            ("The minister allowed her to stay.", "سمحت للوزير بالبقاء."),
            ("The storm will pass the island on Friday.", "ستمر الجزيرة بالعاصفة يوم الجمعة."),
            ("The river flows into the lake.", "تصب البحيرة في النهر."),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn what_is_said_in_another_order_stays() {
        for (english, arabic) in [
            ("The river flows into the lake.", "يصب النهر في البحيرة."),
            ("However, she believed the lawyer.", "ومع ذلك صدقت المحامي."),
            ("The minister allowed her to stay.", "سمح لها الوزير بالبقاء."),
            ("The minister allowed her to stay.", "سمح الوزير لها بالبقاء."),
            ("He liked the film.", "أعجبه الفيلم."),
            ("The past thirty years have seen growth.", "شهدت الثلاثون عاما الماضية نموا."),
            ("The car burst into flames.", "اندلعت النيران في السيارة."),
            ("The president visited the capital.", "زار العاصمة الرئيس."),
            ("The bill passed the Senate on Friday.", "أقر مجلس الشيوخ مشروع القانون يوم الجمعة."),
            ("The question baffles doctors.", "يحير الأطباء السؤال."),
            ("The foreign minister visited the camp in May.", "زارت المخيم وزيرة الخارجية في مايو."),
            ("Aid to Ukraine divided Congress.", "انقسم الكونغرس بشأن المساعدات إلى أوكرانيا."),
            ("They can move the house.", "يمكنهم نقل البيت."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
