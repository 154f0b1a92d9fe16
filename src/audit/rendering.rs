//! Rule unusual-rendering: a name that the rest of the article, or of the archive, renders otherwise. One bead cannot tell; [`sightings`]
//! is what it adds to what all of an article tell (`consistency`) and all articles (`archive::names`).

use serde::{Deserialize, Serialize};

use crate::evidence::item::Kind;
use crate::finding::Place;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Tokens;
use crate::lexicon::{Class, Reference};
use crate::span::Span;

use super::unit::{Note, Unit};

/// The rule looks at articles and archives, not at beads.
pub(super) fn check(_: &Unit, _: &mut Vec<Note>) {}

/// A name and what stands for it in the other text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The name in the English text, as it is written there, without a possessive.
    pub english: String,
    /// The name in the Arabic text, without what is joined to it.
    pub arabic: String,
    /// Its place in the English text.
    pub english_words: Span,
    /// Its place in the Arabic text.
    pub arabic_words: Span,
}

/// A name and what stands for it in the translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameUse {
    /// In the source.
    pub name: String,
    /// In the target.
    pub rendering: String,
    /// Id of the bead.
    pub pair: String,
    /// Where in the source.
    pub source: Place,
    /// Where in the target.
    pub target: Place,
}

/// Spellings that differ in a hamza or a diacritic are one.
pub fn folded(rendering: &str) -> String {
    Lang::detect(rendering).map_or_else(|| rendering.to_owned(), |lang| lang.fold(rendering).into_owned())
}

/// The names and the glossary's terms of the English side of a bead that something answers for.
pub fn sightings(unit: &Unit) -> Vec<Sighting> {
    if unit.is_one_sided() {
        return Vec::new();
    }
    // Only a glossary has terms.
    let mut sightings = if unit.lexicon().is_own() { Vec::new() } else { terms(unit) };
    let terms = sightings.len();
    let names = &unit.context.names;
    let first = names.partition_point(|n| (n.tokens.start as usize) < unit.english.tokens.0);
    let within = names[first..].iter().take_while(|n| (n.tokens.end as usize) <= unit.english.tokens.1);
    for token in within.filter(|n| !n.acronym).flat_map(|n| &n.parts) {
        let items = unit.english.side.items_within(*token as usize..*token as usize + 1);
        let Some(item) = items.clone().next().filter(|_| items.len() == 1) else { continue };
        let is_new = |s: &Sighting| {
            sightings[..terms].iter().all(|t| !t.english_words.contains(s.english_words))
                && sightings.last().is_none_or(|l| l.english_words != s.english_words)
        };
        if let Some(sighting) = sighting(unit, item as u32).filter(is_new) {
            sightings.push(sighting);
        }
    }
    sightings
}

fn sighting(unit: &Unit, item: u32) -> Option<Sighting> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let partner = unit.partner(Lang::English, item)?;
    let (of_english, of_arabic) = (english.item(item), arabic.item(partner));
    let (e, a) = (of_english.token as usize, of_arabic.token as usize);
    let lexicon = unit.lexicon();
    let is_stable = |r: &&Reference| {
        let class = lexicon.class(r.id);
        class.is_name() && class != Class::Demonym
    };
    let known = english.side.readings.of(e).iter().find(is_stable);
    if let Some(entry) = known
        && let Some(form) = form(unit, a, |c| c == entry.id)
    {
        let words = place(&english.side.tokens, e, *entry);
        return Some(Sighting {
            english: bare(english.words(words)),
            arabic: lexicon.spelling(form.id).to_owned(),
            english_words: words,
            arabic_words: place(&arabic.side.tokens, a, *form),
        });
    }
    // What the lexicon knows as a word or as a people changes its form with the sentence.
    if known.is_none() && of_english.kind != Kind::Name || of_arabic.kind == Kind::Word {
        return None;
    }
    let sound = Skeleton::english(english.folded(e));
    Some(Sighting {
        english: bare(english.words(of_english.span)),
        arabic: unjoined(arabic.words(of_arabic.span), &sound).to_owned(),
        english_words: of_english.span,
        arabic_words: of_arabic.span,
    })
}

/// The terms of a glossary, which may be rendered as it wants or otherwise: its renderings as it spells them, others as they stand.
fn terms(unit: &Unit) -> Vec<Sighting> {
    let (english, arabic, lexicon) = (&unit.english, &unit.arabic, unit.lexicon());
    let mut terms: Vec<Sighting> = Vec::new();
    for token in english.tokens.0..english.tokens.1 {
        let of_term = |r: &&Reference| r.before == 0 && lexicon.class(r.id) == Class::Term;
        let longest = english.side.readings.of(token).iter().filter(of_term).max_by_key(|r| r.length);
        let Some(term) = longest.filter(|r| token + usize::from(r.length) <= english.tokens.1) else { continue };
        let words = place(&english.side.tokens, token, *term);
        if terms.last().is_some_and(|t| t.english_words.contains(words)) {
            continue;
        }
        let items = english.side.items_within(token..token + usize::from(term.length));
        let partners: Vec<usize> =
            items.clone().filter_map(|i| unit.partner(Lang::English, i as u32)).map(|i| arabic.item(i).token as usize).collect();
        let wanted = partners.iter().find_map(|a| Some((*a, form(unit, *a, |c| c == term.id)?)));
        let rendering = if let Some((a, form)) = wanted {
            Some((lexicon.spelling(form.id).to_owned(), place(&arabic.side.tokens, a, *form)))
        } else {
            otherwise(unit, (token, term), &partners, items.len())
        };
        if let Some((rendering, arabic_words)) = rendering {
            let name = if unit.source() == Lang::English { lexicon.name(term.id) } else { english.words(words) };
            terms.push(Sighting { english: name.to_owned(), arabic: rendering, english_words: words, arabic_words });
        }
    }
    terms
}

/// What stands for a term that is rendered otherwise, if all its words are answered for, side by side.
fn otherwise(unit: &Unit, (token, term): (usize, &Reference), partners: &[usize], items: usize) -> Option<(String, Span)> {
    let (english, arabic, lexicon) = (&unit.english, &unit.arabic, unit.lexicon());
    let (first, last) = (*partners.iter().min()?, *partners.iter().max()?);
    if items == 1 {
        let meant = |c: u32| english.side.readings.of(token).iter().any(|r| r.id == c);
        let form = form(unit, first, meant)?;
        return Some((lexicon.spelling(form.id).to_owned(), place(&arabic.side.tokens, first, *form)));
    }
    let words = arabic.side.tokens.span(first, last);
    (partners.len() == items && last - first < usize::from(term.length)).then(|| (arabic.words(words).to_owned(), words))
}

/// The Arabic form at token `a` that lists a concept of a kind.
fn form<'u>(unit: &'u Unit, a: usize, is_meant: impl Fn(u32) -> bool) -> Option<&'u Reference> {
    unit.arabic.side.readings.of(a).iter().find(|r| unit.lexicon().concepts_of(r.id).any(&is_meant))
}

/// The words of the phrase of which `token` is one.
fn place(tokens: &Tokens, token: usize, phrase: Reference) -> Span {
    let first = token - usize::from(phrase.before);
    tokens.span(first, first + usize::from(phrase.length) - 1)
}

/// Without `'s`.
fn bare(name: &str) -> String {
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The word without a conjunction or preposition, where the name sounds more like what is left.
fn unjoined<'w>(word: &'w str, name: &Skeleton) -> &'w str {
    let stripped = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']);
    let twice = stripped.and_then(|s| s.strip_prefix(['ب', 'ل', 'ك']));
    let distance = |part: &str| name.distance(&Skeleton::arabic(&Lang::Arabic.fold(part)));
    let mut best = (distance(word), word);
    for part in stripped.into_iter().chain(twice).filter(|p| p.chars().count() > 2) {
        let distance = distance(part);
        if distance < best.0 {
            best = (distance, part);
        }
    }
    best.1
}
