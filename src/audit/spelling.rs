//! Rule misspelled: an English word that is no word, one letter off from the one that the Arabic asks for; `a` for `an`; and words that stand twice in a row.

use std::borrow::Cow;

use super::doubled::doubled;
use super::unit::{Note, Unit, View};
use crate::evidence::item::Kind;
use crate::finding::Kind::Mistranslated;
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::known::{Known, Question};
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lexicon::{Lexicon, words};

/// Letters that a misspelled word must have: with two letters swapped, and with another slip.
const SHORT: usize = 3;
const MIDDLE: usize = 5;
/// What is longer is no word.
const LONGEST: usize = 24;
/// So many tokens before and after a word are searched for it.
const REACH: usize = 1_000;

/// What joins a word to another.
const JOINING: &[&str] = &["-", "'", "’", "/", ".", "_", "@"];

/// English words that are no words. In a source they are worth a look: what was meant may have been misread.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let severity = (unit.source() == Lang::English).then_some(Severity::Neutral);
    let words = unit.english.item_range().filter_map(|item| misspelled(unit, item));
    let articles = unit.english.token_range().filter_map(|token| article(unit, token));
    // Whatever stands for it on the other side, nothing was dropped or added.
    notes.extend(words.chain(articles).map(|note| Note { severity, kind: Some(Mistranslated), ..note }));
    notes.extend(doubled(unit));
}

/// Whether a word is no slip: the lexicon only has no Arabic for it.
static FURTHER: Question = Question::new();
/// Whether it resembles a function word, and whether it is a word of our own lexicon with two letters swapped.
static RESEMBLES: Question = Question::new();
static SWAPPED: Question = Question::new();
/// The words of our own lexicon that it is with one letter changed: to look for them takes hundreds of look-ups.
static CHANGED: Known<Slips> = Known::new();

/// Words, and what was done to each.
type Slips = Box<[(Box<str>, Edit)]>;

/// `captial` for `capital`.
fn misspelled(unit: &Unit, item: u32) -> Option<Note> {
    let view = &unit.english;
    let item = view.item(item);
    let token = item.token as usize;
    let unknown = match item.kind {
        Kind::Unknown => true,
        // A capital at the start says nothing; but it may be a name, so that the Arabic must ask for the word.
        Kind::Name => token == view.tokens.0 && view.side.tokens.get(token).is_some_and(|t| t.capital == Capital::Initial),
        _ => false,
    };
    let word = view.folded(token);
    let raw = view.side.tokens.get(token)?.span.of(view.text);
    let letters = raw.is_ascii() && (SHORT..=LONGEST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    let asked = |question: &Question, find: fn(&str) -> bool| view.side.tokens.is(token, question, find);
    if !unknown || !letters || view.follows(token, JOINING) || view.precedes(token, JOINING) || asked(&FURTHER, words::is_further) {
        return None;
    }
    let open = |i: &u32| unit.partner(Lang::Arabic, *i).is_none();
    let lost: Vec<(u32, Vec<u32>)> = unit.arabic.item_range().filter(open).map(|i| (i, unit.arabic.meanings(i))).collect();
    let mut meant: Option<(f32, String, Option<u32>)> = None;
    let mut try_out = |candidate: &str, edit: Edit| {
        let Some((odds, arabic)) = odds(unit, token, candidate, edit, &lost) else { return };
        if meant.as_ref().is_none_or(|(best, ..)| odds > *best) {
            meant = Some((odds, candidate.to_owned(), arabic));
        }
    };
    let lexicon = unit.lexicon();
    let is_swapped = |word: &str| {
        let mut is_one = false;
        swaps(word, &mut |other, _| is_one = is_one || is_word(lexicon, other));
        is_one
    };
    if !lexicon.is_own() || view.side.tokens.is(token, &SWAPPED, is_swapped) {
        swaps(word, &mut try_out);
    }
    // Of the many other words nearly all are none, and of those that are one, the Arabic must ask for it.
    let mut meanings = lost.iter().flat_map(|(_, forms)| forms).flat_map(|form| lexicon.concepts_of(*form)).flat_map(|c| lexicon.names(c));
    let resembles_function = |word: &str| words::english_function_words().any(|other| other.len() >= MIDDLE && resembles(word, other));
    if asked(&RESEMBLES, resembles_function) || meanings.any(|name| resembles(word, name)) {
        let changed = || {
            let mut words = Vec::new();
            changes(word, &mut |other, edit| words.extend(is_word(lexicon, other).then(|| (other.into(), edit))));
            words.into_boxed_slice()
        };
        let tokens = view.side.tokens.list();
        let words = if lexicon.is_own() { CHANGED.of(tokens[token].word, changed) } else { Cow::Owned(changed()) };
        words.iter().for_each(|(other, edit)| try_out(other, *edit));
    }
    let (odds, meant, arabic) = meant?;
    let (english, arabic) = (view.side.tokens.span(token, token), arabic.map(|i| unit.arabic.item(i).span));
    let found = view.words(english).to_owned();
    let message = match arabic.map(|span| unit.arabic.words(span)) {
        Some(arabic) => format!("“{found}” is no English word; for “{arabic}” it would be “{meant}”."),
        None => format!("“{found}” is no English word; “{meant}” is."),
    };
    Some(Note { message, odds, expected: meant, found, ..unit.quoted(Some(english), arabic) })
}

/// Whether `candidate` is a word at all, as [`odds`] asks for.
fn is_word(lexicon: &Lexicon, candidate: &str) -> bool {
    let listed = || lexicon.lists(candidate) || words::irregular(candidate).is_some() || lexicon.is_inflected(candidate);
    words::is_function(Lang::English, candidate) || listed()
}

/// Log odds that `candidate` was meant, one edit away, with the Arabic that says so: one of the items `lost`, by their forms.
fn odds(unit: &Unit, token: usize, candidate: &str, edit: Edit, lost: &[(u32, Vec<u32>)]) -> Option<(f32, Option<u32>)> {
    let least = if edit == Edit::Swap { SHORT } else { MIDDLE };
    if candidate.len() < least {
        return None;
    }
    if words::is_function(Lang::English, candidate) {
        return Some((1.5, None));
    }
    // Of one letter that was changed, the Arabic must tell.
    if lost.is_empty() && edit != Edit::Swap {
        return None;
    }
    let listed = unit.lexicon().lists(candidate) || words::irregular(candidate).is_some();
    if !listed && (edit == Edit::InEnding || !unit.lexicon().is_inflected(candidate)) {
        return None;
    }
    let concepts = unit.lexicon().whole(Lang::English, candidate);
    let means = |forms: &[u32]| concepts.iter().any(|c| unit.lexicon().arabic_forms(*c).any(|f| forms.contains(&f)));
    if let Some((asks, _)) = lost.iter().find(|(_, forms)| means(forms)) {
        // Two letters swapped, and the very word that the Arabic asks for, is surer than any other reading of what is missing.
        return Some((if edit == Edit::Swap { 3.5 } else { 2.0 }, Some(*asks)));
    }
    // Words that merely look alike are seldom of the same letters, short ones excepted.
    let common = words::is_light(Lang::English, candidate) || words::is_vague(candidate);
    let sure = edit == Edit::Swap && listed && candidate.len() > if common { SHORT } else { MIDDLE };
    let plain = unit.english.side.tokens.get(token).is_some_and(|t| t.capital == Capital::Lower);
    (sure && plain && !is_used_again(&unit.english, token)).then_some((0.8, None))
}

/// Whether the text has the word again about there: a term that the lexicon lacks.
fn is_used_again(view: &View, t: usize) -> bool {
    let tokens = &view.side.tokens;
    let about = t.saturating_sub(REACH)..(t + REACH + 1).min(tokens.len());
    about.filter(|i| tokens.folded(*i) == tokens.folded(t)).nth(1).is_some()
}

/// The longest ending of an inflected word, in letters.
const ENDING: usize = 4;

/// What was done to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    /// Two were swapped.
    Swap,
    /// One of the stem was left out, put in or changed.
    InStem,
    /// The same of one that may belong to an ending.
    InEnding,
}

/// Words from which `word` is one slip of the hand away (F. J. Damerau, A technique for computer detection and correction of spelling
/// errors, 1964): two letters were swapped. What tells British from American spelling is no slip.
fn swaps(word: &str, each: &mut impl FnMut(&str, Edit)) {
    let mut made = word.as_bytes().to_vec();
    let ends_alike = word.ends_with("er") || word.ends_with("re");
    for i in (0..made.len() - 1).filter(|i| !(ends_alike && i + 2 == word.len())) {
        if made[i] != made[i + 1] {
            made.swap(i, i + 1);
            push(&made, Edit::Swap, each);
            made.swap(i, i + 1);
        }
    }
}

/// The same of one letter that was left out, put in or changed; not the first nor the last: others there make other words (`nucleic`,
/// `nuclei`).
fn changes(word: &str, each: &mut impl FnMut(&str, Edit)) {
    let mut made = word.as_bytes().to_vec();
    for i in 1..word.len() - 1 {
        let edit = if i + ENDING < word.len() { Edit::InStem } else { Edit::InEnding };
        let own = made.remove(i);
        push(&made, edit, each);
        made.insert(i, own);
        for letter in b'a'..=b'z' {
            made.insert(i, letter);
            push(&made, edit, each);
            made.remove(i);
            let british = matches!((own, letter), (b's', b'z' | b'c') | (b'z' | b'c', b's'));
            if own != letter && !british {
                made[i] = letter;
                push(&made, edit, each);
                made[i] = own;
            }
        }
    }
}

fn push(made: &[u8], edit: Edit, each: &mut impl FnMut(&str, Edit)) {
    if let Ok(made) = std::str::from_utf8(made) {
        each(made, edit);
    }
}

/// Whether `word` may be a form of `lemma` with such a slip: it begins like that, but for a letter, and is not much longer.
fn resembles(word: &str, lemma: &str) -> bool {
    let (word, lemma) = (word.as_bytes(), lemma.as_bytes());
    // What endings change: `countries`, `knives`, `analyses`.
    let changed = if matches!(lemma, [.., b'f', b'e'] | [.., b'i', b's']) { 2 } else { 1 };
    let stem = &lemma[..lemma.len().saturating_sub(changed)];
    // Most begin otherwise.
    if word.len() > lemma.len() + ENDING + 1 || !word.first().zip(stem.first()).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b)) {
        return false;
    }
    let alike = stem.iter().zip(word).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let goes_on = |rest: usize, at: usize| {
        let (rest, there) = (stem.get(rest..).unwrap_or_default(), word.get(at..).unwrap_or_default());
        there.get(..rest.len()).is_some_and(|there| there.eq_ignore_ascii_case(rest))
    };
    let next = alike + 1;
    goes_on(alike, alike) || goes_on(next, next) || goes_on(next, alike) || goes_on(alike, next)
}

/// `a area`, `an country`.
fn article(unit: &Unit, token: usize) -> Option<Note> {
    let view = &unit.english;
    let article = view.folded(token);
    if !matches!(article, "a" | "an") {
        return None;
    }
    let next = view.side.tokens.get(token + 1).filter(|t| token + 1 < view.tokens.1 && t.spaced)?;
    let capital = view.side.tokens.get(token)?.capital;
    let stands = capital == Capital::Lower || token == view.tokens.0;
    let word = view.folded(token + 1);
    let sound = match next.kind {
        // `Vitamin A is` has no article.
        TokenKind::Word if word.len() < SHORT || article == "a" && words::is_function(Lang::English, word) => None,
        TokenKind::Word if next.capital == Capital::Lower => sound(word),
        TokenKind::Number => sound_of_number(word),
        _ => None,
    };
    if !stands {
        return None;
    }
    let right = match sound? {
        Sound::Vowel => "an",
        Sound::Consonant => "a",
    };
    if article == right {
        return None;
    }
    let english = view.side.tokens.span(token, token + 1);
    let found = view.words(english).to_owned();
    let expected = format!("{right} {}", view.words(next.span));
    let message = format!("“{found}” should be “{expected}”.");
    Some(Note { message, odds: 2.0, expected, found, ..unit.quoted(Some(english), None) })
}

/// What an English word begins with when spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
}

/// How a word begins; `None` where its letters do not tell: `historic`, `unit`, `umbrella`.
fn sound(word: &str) -> Option<Sound> {
    let starts = |beginnings: &[&str]| beginnings.iter().any(|b| word.starts_with(b));
    match word.as_bytes().first()? {
        b'h' if starts(&["hour", "heir", "honest", "honor", "honour"]) => Some(Sound::Vowel),
        // Some say `an historic`, and some do not say the h of `herbs`.
        b'h' if starts(&["hist", "hyst", "hab", "hallu", "herb", "hot", "hom", "hor", "her", "hum"]) => None,
        b'u' | b'x' => None,
        b'y' => word[1..].starts_with(['a', 'e', 'i', 'o', 'u']).then_some(Sound::Consonant),
        b'a' | b'i' => Some(Sound::Vowel),
        b'e' => (!starts(&["eu", "ew"])).then_some(Sound::Vowel),
        b'o' => (!starts(&["one", "once", "oui"])).then_some(Sound::Vowel),
        b'm' | b'n' | b'l' | b's' | b'f' | b'r' | b'h' if !word[1..].contains(['a', 'e', 'i', 'o', 'u', 'y']) => None,
        letter => letter.is_ascii_lowercase().then_some(Sound::Consonant),
    }
}

/// How a number in digits begins; `None` where that depends on how it is read: `1100`.
fn sound_of_number(digits: &str) -> Option<Sound> {
    let whole = digits.split(['.', ',']).next().unwrap_or(digits);
    match whole.as_bytes() {
        [b'8', ..] | b"11" | b"18" => Some(Sound::Vowel),
        [b'1', b'1' | b'8', ..] => None,
        [b'1'..=b'9', ..] => whole.bytes().all(|b| b.is_ascii_digit()).then_some(Sound::Consonant),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mistranslated, resembles, sound};
    use crate::audit::testing::in_english;

    /// What is said of an English translation, and what would be right.
    fn said(arabic: &str, english: &str) -> Vec<(String, String)> {
        in_english("misspelled", arabic, english).into_iter().map(|f| (f.found, f.expected)).collect()
    }

    #[test]
    fn slips_are_found() {
        for (arabic, english, found, meant) in [
            ("وصل الوزير إلى العاصمة مساء الأحد.", "The minister arrived in the captial on Sunday evening.", "captial", "capital"),
            ("لم يرد الوزير على الأسئلة.", "The minister did nto answer the questions.", "nto", "not"),
            ("غادر الجنود القرية مع أسرهم.", "The soldiers left the village wtih their families.", "wtih", "with"),
            ("أغلقت المدرسة أبوابها أمس.", "Tihs school closed its doors yesterday.", "Tihs", "this"),
            ("أعلنت الحكومة خطة جديدة.", "The goverment announced a new plan.", "goverment", "government"),
        ] {
            assert_eq!(said(arabic, english), [(found.to_owned(), meant.to_owned())], "{english}");
        }
    }

    #[test]
    fn forms_with_a_slip_resemble_their_lemma() {
        for (word, lemma) in [("goverments", "government"), ("stoping", "stop"), ("contries", "country"), ("wolvess", "wolf")] {
            assert!(resembles(word, lemma), "{word} {lemma}");
        }
        for (word, lemma) in [("frizzleweed", "plant"), ("frizzleweed", "friend"), ("samy", "go")] {
            assert!(!resembles(word, lemma), "{word} {lemma}");
        }
    }

    #[test]
    fn articles_go_with_the_sound() {
        let said = |english: &str| said("وقع انفجار في المدينة.", english);
        assert_eq!(said("There was a explosion in the city."), [("a explosion".to_owned(), "an explosion".to_owned())]);
        assert_eq!(said("There was an bomb in the city."), [("an bomb".to_owned(), "a bomb".to_owned())]);
        for wrong in ["an young man", "an 100-day fire", "a 8% rise", "an hostile act", "an very loud bang"] {
            assert_eq!(said(&format!("There was {wrong} in the city.")).len(), 1, "{wrong}");
        }
        let rights = [
            "an hour",
            "a unit",
            "a European plan",
            "an SUV",
            "a one-off blast",
            "an NGO office",
            "a Uighur man",
            "an 18-year-old",
            "an 8,000 m wall",
            "an 1100 cc engine",
            "an historic blast",
            "a 12-hour fire",
            "an heirloom",
        ];
        for right in rights {
            assert!(said(&format!("There was {right} in the city.")).is_empty(), "{right}");
        }
        assert_eq!(sound("umbrella"), None);
    }

    #[test]
    fn a_slip_is_no_addition() {
        let found = in_english("misspelled", "وقع انفجار في المدينة.", "There was a explosion in the city.");
        assert_eq!(found.iter().map(|f| f.kind).collect::<Vec<_>>(), [Mistranslated]);
    }

    #[test]
    fn words_that_the_lexicon_lacks_stay() {
        for (arabic, english) in [
            ("زرع البستاني نبتة في الحديقة.", "The gardener planted a frizzleweed in the garden."),
            ("لون العلم أزرق.", "The colour of the flag is blue."),
            ("غير مركز المدينة اسمه.", "The city centre changed its name."),
            ("عاد سامي إلى منزله.", "Samy went back home."),
            ("تسلق الصبية السور.", "The boys clambered over the wall."),
        ] {
            assert!(said(arabic, english).is_empty(), "{english} {:?}", said(arabic, english));
        }
    }
}
