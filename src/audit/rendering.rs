//! Rule unusual-rendering: a name that the rest of the archive renders otherwise. One article cannot tell; [`sightings`] is what it adds to
//! what all of them tell (`archive::names`).

use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Tokens;
use crate::lexicon::{Class, Reference};
use crate::span::Span;

use super::unit::{Note, Unit};

/// The rule looks at archives, not at beads.
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

/// The names of the English side of a bead that something answers for.
pub fn sightings(unit: &Unit) -> Vec<Sighting> {
    let mut sightings: Vec<Sighting> = Vec::new();
    if unit.is_one_sided() {
        return sightings;
    }
    let names = &unit.context.names;
    let first = names.partition_point(|n| (n.tokens.start as usize) < unit.english.tokens.0);
    let within = names[first..].iter().take_while(|n| (n.tokens.end as usize) <= unit.english.tokens.1);
    for token in within.filter(|n| !n.acronym).flat_map(|n| &n.parts) {
        let items = unit.english.side.items_within(*token as usize..*token as usize + 1);
        let Some(item) = items.clone().next().filter(|_| items.len() == 1) else { continue };
        if let Some(sighting) = sighting(unit, item as u32).filter(|s| sightings.last().is_none_or(|l| l.english_words != s.english_words))
        {
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
    if let Some(entry) = known {
        let form = arabic.side.readings.of(a).iter().find(|r| lexicon.concepts_of(r.id).any(|c| c == entry.id))?;
        let place = |tokens: &Tokens, token: usize, r: &Reference| {
            let first = token - usize::from(r.before);
            tokens.span(first, first + usize::from(r.length) - 1)
        };
        let words = place(&english.side.tokens, e, entry);
        return Some(Sighting {
            english: bare(english.words(words)),
            arabic: lexicon.spelling(form.id).to_owned(),
            english_words: words,
            arabic_words: place(&arabic.side.tokens, a, form),
        });
    }
    // What the lexicon knows as a word or as a people changes its form with the sentence.
    if of_english.kind != Kind::Name || of_arabic.kind == Kind::Word {
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
