//! Relatives and people of one kind that have become those of another: `sister`, شقيق; `girl`, صبي; `aunt`, جدة.
//!
//! Folded, شقيقة and شقيقه are the same, and so are the words that translate them: the letters as they are written tell.

use super::facing::facing;
use super::figures::other_words;
use super::relative::{Person, kinds};
use super::unit::{Note, Unit, View};
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Kind;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.0;

static ASKS: Question = Question::new();

/// The only one of such people on each side that nobody of the other side is, where each is another.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let asks = |word: &str| kinds().flatten().any(|p| p.english.contains(&word));
    if unit.is_one_sided() || unit.english.tokens_that_are(&ASKS, asks).next().is_none() {
        return;
    }
    let shown = shown(&unit.arabic);
    notes.extend(kinds().filter_map(|people| other(unit, people, &shown)));
}

/// The words of an Arabic side with their tokens, as they are written but for vowels and what stretches them.
fn shown(view: &View) -> Vec<(usize, String)> {
    let is_letter = |c: &char| (!('\u{64b}'..='\u{652}').contains(c) || *c == '\u{651}') && *c != '\u{640}';
    let word = |t: usize| view.side.tokens.get(t).filter(|w| w.kind == Kind::Word).map(|w| view.words(w.span));
    view.token_range().filter_map(|t| Some((t, word(t)?.chars().filter(is_letter).collect()))).collect()
}

/// Who is one of `people` in English and another one in Arabic, of which `shown` has the words.
fn other(unit: &Unit, people: &[Person], shown: &[(usize, String)]) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let says_english =
        |p: &Person| english.token_range().any(|t| p.english.contains(&english.folded(t)) || p.also_english.contains(&english.folded(t)));
    let says_arabic = |p: &Person| shown.iter().any(|(_, word)| is(word, &p.arabic) || is(word, &p.also_arabic));
    let here = english.token_range().find_map(|t| {
        let p = people.iter().position(|p| p.english.contains(&english.folded(t)))?;
        // A virus has a sister, which is a brother in Arabic.
        let thing = english.folded_at(t.wrapping_sub(1)) == "its"
            || matches!(english.folded_at(t + 1), "city" | "company" | "ship" | "paper" | "party");
        // `Mother Nature`, `brother-in-law`, `Father Brown`, `half-brother`
        let plain =
            !thing && !english.is_capital(t) && !english.precedes(t, &["-"]) && !english.follows(t, &["-"]) && !says_arabic(&people[p]);
        plain.then_some((p, t))
    });
    let (e, here) = here?;
    let place = facing(unit, Lang::English, here, here);
    let there = shown.iter().find_map(|(t, word)| {
        let near = place.as_ref().is_none_or(|place| place.contains(t));
        let p = people.iter().position(|p| near && is(word, &p.arabic))?;
        (p != e && !says_english(&people[p])).then_some(*t)
    })?;
    // `the daughter of a piano tuner`, وُلدت لأب كان يعمل: whose child somebody is may be told of the parent.
    let child = matches!(english.folded(here), "son" | "daughter") && english.folded_at(here + 1) == "of";
    if child && matches!(arabic.folded(there), "لاب" | "لام" | "لوالد" | "لوالده") {
        return None;
    }
    let note = other_words(unit, english.side.tokens.span(here, here), arabic.side.tokens.span(there, there), ODDS);
    Some(Note { severity: Some(Severity::Major), ..note })
}

/// Whether an Arabic word is one of `words`, which have neither article nor suffix.
fn is(word: &str, words: &[&str]) -> bool {
    const HEADS: [&str; 15] = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "ولل", "كال", "فال"];
    let mut rests = HEADS.iter().filter_map(|head| word.strip_prefix(head));
    rests.any(|rest| words.iter().any(|known| rest == *known || has_suffix(rest, known)))
}

/// Whether `rest` is `word` with a pronoun of a person joined to it: شقيقته, والدها.
fn has_suffix(rest: &str, word: &str) -> bool {
    const SUFFIXES: [&str; 9] = ["ه", "ها", "هم", "هما", "ي", "نا", "ك", "هن", "كم"];
    let end = match word.strip_suffix('ة') {
        Some(stem) => rest.strip_prefix(stem).and_then(|rest| rest.strip_prefix('ت')),
        None => rest.strip_prefix(word),
    };
    end.is_some_and(|end| SUFFIXES.contains(&end))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("opposite-meaning", english, arabic).len()
    }

    #[test]
    fn a_child_may_be_told_of_the_parent() {
        let english = "Born in Lübeck in 1937, the daughter of a piano tuner, she lost her hearing at the age of six.";
        assert_eq!(found(english, "ولدت عام 1937 في لوبيك لأب كان يعمل في ضبط أوتار البيانو، وفقدت سمعها وهي في السادسة."), 0);
        assert_eq!(found("The daughter of the minister was killed on Monday.", "قتل والد الوزير يوم الاثنين."), 1);
    }

    #[test]
    fn somebody_else() {
        for (english, arabic) in [
            ("Her brother was among the dead, Amal said.", "قالت أمل إن شقيقتها بين القتلى."),
            ("The artist's aunt has died.", "توفيت جدة الفنان."),
            ("The actress thanked her fans.", "شكر الممثل معجبيه."),
            ("Rescuers pulled a four-year-old boy alive from the rubble.", "أخرجت فرق الإنقاذ طفلة في الرابعة حية من تحت الأنقاض."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_person() {
        for (english, arabic) in [
            ("Her brother was among the dead, Amal said.", "قالت أمل إن شقيقها بين القتلى."),
            ("His sister was among the dead.", "كانت شقيقته بين القتلى."),
            ("The artist's aunt has died.", "توفيت خالة الفنان."),
            ("Rescuers pulled a boy alive from the rubble.", "أخرجت فرق الإنقاذ طفلا حيا من تحت الأنقاض."),
            ("His mother flew to Jeddah.", "سافرت أمه إلى جدة."),
            ("His brother-in-law was killed.", "قتل زوج شقيقته."),
            ("His nephew was killed.", "قتل ابن شقيقته."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
