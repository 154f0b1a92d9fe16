//! A person of whom one name is right and the other has become another: `Elin Jones` and غلين جونس, `Jeff Scott` and جيف نوت.

use super::arabic::Reading;
use super::english::{Name, Part, heard};
use super::sort::Sorts;
use crate::anchor::name::is_arabic_title;
use crate::audit::unit::Unit;
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Capital;
use crate::lexicon::{Class, words};
use crate::span::Span;

/// Log odds that a word which stands for half of a name and sounds like nothing near is another name. Of 10,500 right sentences
/// 10 have one; of 1,685 in which half of a name was replaced, 1,210.
const OTHER: f32 = 0.9;
/// The same where the word is a name that the gazetteer knows.
const KNOWN: f32 = 1.4;

/// How far, in letters per letter, a name may be from what stands for it and still be it, heard by another ear.
const HEARD: f32 = 0.19;

/// How the article sounds behind a first name, before letters of all kinds.
const ARTICLES: [&str; 10] = ["ul", "ur", "ud", "us", "uz", "un", "ush", "ad", "ar", "el"];

/// A name of a first name and a family name of which one is found.
struct Half {
    /// English token of the other.
    lost: usize,
    /// Arabic token of the one that is found.
    found: usize,
    /// Whether the family name is the lost one.
    family: bool,
    /// Whether the one that is found is a name and nothing else.
    sure: bool,
}

impl Half {
    fn of(unit: &Unit, reading: &Reading, name: &Name) -> Option<Self> {
        match &name.parts[..] {
            [.., person] if person.tokens.len() == 2 => Self::of_entry(unit, reading, person),
            parts => {
                // The last two of the first names that stand side by side: `John Goldstein` of `John Goldstein of the Cromwell Society`.
                let joins = |a: usize| parts.get(a + 1).is_some_and(|next| next.tokens.start == parts[a].tokens.end);
                let at = (1..parts.len()).find(|i| joins(i - 1) && !joins(*i))?;
                let (first, last) = (&parts[at - 1], &parts[at]);
                let family = first.found.is_some();
                let (lost, kept) = if family { (last, first) } else { (first, last) };
                let single = lost.tokens.len() == 1 && kept.tokens.len() == 1 && (family || name.parts.len() == 2);
                let found = kept.found.filter(|_| lost.found.is_none() && single)?;
                // A common word with a capital is a title or a trade before a family name: `Officer Jones`. Behind a first name it is
                // a name.
                let plain = name.is_personal() && (!lost.common || family && kept.sorts.is(Sorts::PERSON));
                plain.then_some(Self { lost: lost.tokens.start, found, family, sure: !kept.common })
            }
        }
    }

    /// Of a person whom the gazetteer knows by both names: one of them is heard.
    fn of_entry(unit: &Unit, reading: &Reading, person: &Part) -> Option<Self> {
        if !person.sorts.is(Sorts::PERSON) || person.concepts.iter().any(|c| reading.token_of(unit.lexicon(), *c).is_some()) {
            return None;
        }
        let heard = |token: usize| heard(unit, unit.english.item_at(token)?);
        let (first, last) = (person.tokens.start, person.tokens.start + 1);
        match (heard(first), heard(last)) {
            (Some(found), None) => Some(Self { lost: last, found, family: true, sure: true }),
            (None, Some(found)) => Some(Self { lost: first, found, family: false, sure: true }),
            _ => None,
        }
    }
}

/// The English and the Arabic name where one half of it differs, with log odds.
pub(super) fn other_half(unit: &Unit, reading: &Reading, name: &Name) -> Option<(Span, Span, f32)> {
    let Half { lost, found, family, sure } = Half::of(unit, reading, name)?;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = english.folded(lost);
    let initial = english.side.tokens.get(lost).is_some_and(|t| t.capital == Capital::Initial);
    let answered = english.item_at(lost).is_some_and(|i| unit.partner(Lang::English, i).is_some());
    if !initial || answered || word.len() < 3 || words::is_function(Lang::English, word) {
        return None;
    }
    let at = if family { found + 1 } else { found.checked_sub(1)? };
    let title = is_arabic_title(arabic.folded_at(at));
    // `Nazmul Haque`, نظم الحق: the article of the family name is heard in the first.
    let bare = || ARTICLES.iter().find_map(|article| word.strip_suffix(article)).filter(|_| arabic.folded_at(at + 1).starts_with("ال"));
    let joined = || bare().is_some_and(|name| is_heard(unit, name, at, found));
    if title
        || !family && joined()
        || !is_open(unit, reading, at)
        || arabic.folded(at).chars().count() < 3
        || is_heard(unit, word, at, found)
    {
        return None;
    }
    let person = |c: u32| matches!(unit.lexicon().class(c), Class::GivenName | Class::Person);
    let known = reading.entries_at(at).any(person);
    // `جون روك`: beside a name that is nothing else, a common word is a name too.
    let meant = known || is_unknown(unit, at) || sure && !arabic.folded(at).starts_with("ال");
    let span = arabic.side.tokens.span(at.min(found), at.max(found));
    meant.then_some((name.span, span, if known { KNOWN } else { OTHER }))
}

/// Whether Arabic token `at` is a word that no lexicon knows.
fn is_unknown(unit: &Unit, at: usize) -> bool {
    unit.arabic.item_at(at).is_some_and(|i| unit.arabic.item(i).kind == Kind::Unknown)
}

/// Whether Arabic token `at` answers for nothing, and is no function word.
fn is_open(unit: &Unit, reading: &Reading, at: usize) -> bool {
    let small = || words::is_function(Lang::Arabic, unit.arabic.folded(at));
    unit.arabic.token_range().contains(&at) && !reading.is_answered(at) && !small()
}

/// Whether English `name` sounds like one of the Arabic words around token `found`, or like those at token `at` and behind it as
/// one.
pub(super) fn is_heard(unit: &Unit, name: &str, at: usize, found: usize) -> bool {
    let view = &unit.arabic;
    let spoken = Skeleton::english(name);
    let like = |arabic: &str| Skeleton::arabic_variants(arabic).iter().any(|v| spoken.distance(v) < HEARD);
    let mut near = view.around(found, 3, 3);
    // Words that lost the space between them: `يعرفكيت`.
    let word = view.folded(at);
    let mut ends = word.char_indices().skip(3).map(|(i, _)| &word[i..]).filter(|end| end.chars().count() > 2);
    // What answers for another word is no spelling of this one.
    let open = |t: usize| view.item_at(t).is_none_or(|i| unit.partner(Lang::Arabic, i).is_none());
    near.any(|t| open(t) && like(view.folded(t))) || like(&format!("{word}{}", view.folded_at(at + 1))) || ends.any(like)
}
