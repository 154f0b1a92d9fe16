//! What one article says, in the few kilobytes that are kept of it.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::anchor::quantity::Quantity;
use crate::article::Text;
use crate::evidence::item::{Item, Kind, Side};
use crate::evidence::link::{accident, quantity_q};
use crate::lang::Lang;
use crate::lang::skeleton::{Skeleton, Variants};
use crate::lexicon::{ConceptId, FormId, Lexicon, weight};

/// Keys above are no forms of the lexicon but hashes of words, numbers and links.
const HASHED: u32 = 1 << 31;

/// What a mark may be known by.
pub(super) type Key = u32;

/// One thing that an article says, however often.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Where its keys (Arabic) or concepts (English) end in the list of the profile; they start where those of the mark before end.
    end: u32,
    /// Chance that it is found in the translation.
    pub p1: f32,
    /// Chance that it is found in an article of the other language by accident, as the lexicon has it.
    pub prior: f32,
    /// Where it first stands: 0 at the start of the text, 65,535 at its end.
    pub place: u16,
    /// Whether it stands there only.
    pub once: bool,
    /// What it is.
    pub sort: Sort,
    /// Its words, if it is English.
    pub shown: Box<str>,
}

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sort {
    /// A name.
    Name,
    /// A number.
    Number,
    /// A word.
    Word,
}

/// What one article says.
#[derive(Clone, Debug)]
pub struct Profile {
    /// What users call it.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Words, as white space divides them.
    pub words: usize,
    marks: Vec<Mark>,
    /// Concepts of English marks; forms and hashes of Arabic ones. Those of English that are hashes are marked by [`HASHED`].
    keys: Vec<u32>,
    /// English: how each mark that may be a name sounds. Arabic: how each key that is an unknown word sounds.
    sounds: Vec<Sound>,
}

/// How something sounds that the lexicon does not know.
#[derive(Clone, Debug)]
pub(super) enum Sound {
    /// The mark with this number.
    English(u32, Skeleton),
    /// The key.
    Arabic(Key, Variants),
}

impl Profile {
    /// Reads a text.
    pub fn new(lexicon: &Lexicon, text: &Text) -> Self {
        let side = Side::new(lexicon, text.lang, &text.raw);
        let mut maker = Maker {
            lexicon,
            side: &side,
            raw: &text.raw,
            known: FxHashMap::default(),
            profile: Self {
                name: text.name.clone(),
                lang: text.lang,
                words: text.raw.split_whitespace().count(),
                marks: Vec::new(),
                keys: Vec::new(),
                sounds: Vec::new(),
            },
        };
        side.items.iter().for_each(|item| maker.item(item));
        let mut profile = maker.profile;
        profile.marks.shrink_to_fit();
        profile.keys.shrink_to_fit();
        profile
    }

    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The concepts or keys of a mark.
    pub(super) fn keys(&self, mark: usize) -> &[u32] {
        let start = mark.checked_sub(1).map_or(0, |before| self.marks[before].end);
        &self.keys[start as usize..self.marks[mark].end as usize]
    }

    pub(super) fn sounds(&self) -> &[Sound] {
        &self.sounds
    }
}

/// Whether the first of the two lists is the Arabic one.
pub(super) fn is_arabic(sources: &[Profile], targets: &[Profile]) -> bool {
    sources.first().is_some_and(|p| p.lang == Lang::Arabic)
        || (sources.is_empty() && targets.first().is_some_and(|p| p.lang == Lang::English))
}

/// Whether a key is a hash and no form.
pub(super) const fn is_hash(key: u32) -> bool {
    key & HASHED != 0
}

fn hashed(what: impl Hash) -> Key {
    let mut hasher = FxHasher::default();
    what.hash(&mut hasher);
    (hasher.finish() >> 32) as u32 | HASHED
}

struct Maker<'a> {
    lexicon: &'a Lexicon,
    side: &'a Side,
    raw: &'a str,
    /// The marks so far, by their word or number.
    known: FxHashMap<Key, u32>,
    profile: Profile,
}

impl Maker<'_> {
    fn item(&mut self, item: &Item) {
        let folded = self.side.tokens.folded(item.token as usize);
        let side = self.side;
        let quantity = match item.kind {
            Kind::Quantity(n) => side.quantities.get(n as usize),
            _ => None,
        };
        let identity = quantity.map_or_else(|| hashed(folded), number);
        if let Some(mark) = self.known.get(&identity) {
            self.profile.marks[*mark as usize].once = false;
            return;
        }
        let number = self.profile.marks.len() as u32;
        let length = self.side.tokens.len() as f32;
        let start = self.profile.keys.len();
        let is_unknown = matches!(item.kind, Kind::Name | Kind::Unknown);
        let mut sort = if item.kind == Kind::Name { Sort::Name } else { Sort::Word };
        let mut q = weight::RARE;
        if let Some(quantity) = quantity {
            sort = Sort::Number;
            q = quantity_q(quantity);
            self.profile.keys.push(identity);
        } else if item.kind == Kind::Link {
            self.profile.keys.push(identity);
        } else {
            let references = self.side.readings.of(item.token as usize);
            self.profile.keys.extend(references.iter().map(|r| r.id));
            for reference in references {
                q = q.max(self.accidental(reference.id));
            }
            if self.profile.lang == Lang::English && references.iter().any(|r| r.named) {
                sort = Sort::Name;
            }
        }
        if is_unknown && self.profile.lang == Lang::Arabic {
            self.profile.keys.push(identity);
            self.profile.sounds.push(Sound::Arabic(identity, Skeleton::arabic_variants(folded)));
        }
        // A word with a capital may be a name, even one that the lexicon knows as a word.
        if self.profile.lang == Lang::English && item.kind != Kind::Link && quantity.is_none() && item.sounds {
            let skeleton = Skeleton::english(folded);
            q = q.max(skeleton.chance());
            self.profile.sounds.push(Sound::English(number, skeleton));
        }
        // Names that Arabic keeps in Latin letters.
        if is_unknown && folded.bytes().any(|b| b.is_ascii_alphabetic()) {
            self.profile.keys.push(identity);
        }
        self.profile.keys[start..].sort_unstable();
        dedup_from(&mut self.profile.keys, start);
        self.known.insert(identity, number);
        self.profile.marks.push(Mark {
            end: self.profile.keys.len() as u32,
            p1: item.p1,
            prior: accident(q, length),
            place: (item.token as f32 / length * 65_535.0) as u16,
            once: true,
            sort,
            shown: if self.profile.lang == Lang::English { item.span.of(self.raw).into() } else { "".into() },
        });
    }

    /// How often what answers for a reference is met by accident.
    fn accidental(&self, reference: u32) -> f32 {
        let (concept, form): (ConceptId, FormId) = (reference, reference);
        match self.profile.lang {
            Lang::English => self.lexicon.arabic_forms(concept).map(|form| self.lexicon.form_q(form)).sum(),
            Lang::Arabic => self.lexicon.concepts_of(form).map(|concept| self.lexicon.concept_q(concept)).sum(),
        }
    }
}

/// Numbers of one value are one number, in whatever digits, words or unit.
fn number(quantity: &Quantity) -> Key {
    hashed((u8::MAX, quantity.low.to_bits(), quantity.high.to_bits()))
}

fn dedup_from(list: &mut Vec<u32>, start: usize) {
    let mut kept = start;
    for i in start..list.len() {
        if i == start || list[i] != list[kept - 1] {
            list[kept] = list[i];
            kept += 1;
        }
    }
    list.truncate(kept);
}
