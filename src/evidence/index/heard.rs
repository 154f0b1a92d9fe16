//! What the words of an Arabic text sound like, where they may be names.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::evidence::item::Side;
use crate::lang::known::{Known, Question};
use crate::lang::skeleton::{Skeleton, Variants};
use crate::lang::token::{Kind as TokenKind, Tokens};
use crate::lang::{fold, is_arabic_letter};

/// A name with fewer consonants is not looked for in several words: too many of them sound like it by chance.
const LONG: usize = 4;
/// How far they may be from it then, in letters per letter: حسام الدين is no `Hishammuddin`.
const JOINED: f32 = 0.042;
/// At most so many words are read as one name.
const WORDS: usize = 3;

/// What the English words sound like.
static SPOKEN: Known<Skeleton> = Known::new();

/// What English token `i` sounds like.
pub fn spoken(tokens: &Tokens, i: usize) -> Skeleton {
    tokens.known(i, &SPOKEN, Skeleton::english)
}

/// What an Arabic word may sound like, and the letters that must be heard in it, where a glance finds them.
#[derive(Clone)]
struct Voiced {
    hard: u64,
    variants: Box<Variants>,
}

/// What the Arabic words may sound like; nothing for those with Latin letters.
static HEARD: Known<Option<Voiced>> = Known::new();

static LATIN: Question = Question::new();

/// Whether token `i` has Latin letters.
fn is_latin(tokens: &Tokens, i: usize) -> bool {
    tokens.is(i, &LATIN, |word| word.bytes().any(|b| b.is_ascii_alphabetic()))
}

/// What Arabic token `i` may sound like.
fn voiced(tokens: &Tokens, i: usize) -> Cow<'static, Option<Voiced>> {
    let find = || {
        let variants = Box::new(Skeleton::arabic_variants(tokens.folded(i)));
        Voiced { hard: variants.hard(), variants }
    };
    HEARD.of(tokens.list()[i].word, || (!is_latin(tokens, i)).then(find))
}

/// How a word may sound, and the items that are this word, in order.
pub(super) struct Sound {
    pub variants: Variants,
    pub items: Vec<u32>,
}

/// The words of a text by their sounds.
struct Keyed {
    sounds: Vec<Sound>,
    /// The sounds that have each key.
    keys: FxHashMap<u32, Vec<u32>>,
}

/// The names of an Arabic text, and all words that may be one.
pub(super) struct Heard<'a> {
    side: &'a Side,
    /// The words by their sounds, once asked for: not in short texts.
    keyed: OnceLock<Keyed>,
    /// What is written in Latin letters.
    pub latin: FxHashMap<Cow<'a, str>, Vec<u32>>,
}

impl<'a> Heard<'a> {
    pub fn new(side: &'a Side) -> Self {
        let mut latin = FxHashMap::<Cow<str>, Vec<u32>>::default();
        for (i, item) in (0..).zip(&side.items).filter(|(_, item)| item.sounds && is_latin(&side.tokens, item.token as usize)) {
            // `وMicrosoft`, `إلىMicrosoft`: what is joined to it is Arabic.
            for part in side.tokens.folded(item.token as usize).split(is_arabic_letter).filter(|l| l.len() > 1) {
                latin.entry(fold::english(part)).or_default().push(i);
            }
        }
        Self { side, keyed: OnceLock::new(), latin }
    }

    /// Words that have the same classes of consonants as the name.
    pub fn keyed(&self, name: &Skeleton) -> impl Iterator<Item = &Sound> {
        let Keyed { sounds, keys } = self.keyed.get_or_init(|| Keyed::new(self.side));
        keys.get(&name.key()).into_iter().flatten().map(|sound| &sounds[*sound as usize])
    }

    /// Whether item `i` may sound like the name.
    pub fn is(&self, i: u32, name: &Skeleton) -> bool {
        let item = &self.side.items[i as usize];
        let is = |voiced: &Voiced| name.may_have(voiced.hard) && voiced.variants.same(name).is_some();
        item.sounds && voiced(&self.side.tokens, item.token as usize).as_ref().as_ref().is_some_and(is)
    }

    /// The neighbouring words of `tokens` that sound, as one, like the name, which no single word does: شمس الدين for `Samsudin`.
    pub fn run(&self, name: &Skeleton, tokens: Range<usize>) -> Option<Range<usize>> {
        let side = &self.side.tokens;
        let long = name.consonants() >= LONG;
        // `Fethullah`, `Abdulla`: the article within tells that the words are one name.
        let is_joined = |t: usize| side.list()[t].kind == TokenKind::Word && (long || side.folded(t).starts_with("ال"));
        (name.consonants() + 1 >= LONG).then_some(())?;
        let of = |t: usize, fits: &dyn Fn(&Skeleton) -> bool| {
            // The letters stand nearer than what is heard.
            let of = |voiced: &Voiced| name.may_have(voiced.hard) && voiced.variants.iter().any(fits);
            voiced(side, t).as_ref().as_ref().is_some_and(of)
        };
        tokens.clone().find_map(|start| {
            if !of(start, &|word| word.may_begin_as(name)) {
                return None;
            }
            // Nothing is put together that has letters which the name cannot have.
            let mut hard = 0;
            for end in start..tokens.end.min(start + WORDS) {
                let joined = if end == start { side.list()[end].kind == TokenKind::Word } else { is_joined(end) };
                let voiced = joined.then(|| voiced(side, end))?;
                hard |= voiced.as_ref().as_ref()?.hard;
                if !name.may_have(hard) {
                    return None;
                }
                let ends = || of(end, &|word| word.key() == 0 || word.may_end_as(name));
                if end > start && ends() && sounds_joined(name, side, start..end + 1) {
                    return Some(start..end + 1);
                }
            }
            None
        })
    }
}

/// Whether these words sound like the name when they are said as one, with or without the articles and the last `ة` between them:
/// `Samsudin`, قره باغ for `Garabagh`.
fn sounds_joined(name: &Skeleton, tokens: &Tokens, words: Range<usize>) -> bool {
    let (mut whole, mut bare) = (String::new(), String::new());
    for t in words.clone() {
        let word = tokens.folded(t);
        whole.push_str(word);
        let word = if t > words.start { word.strip_prefix("ال").unwrap_or(word) } else { word };
        bare.push_str(if t + 1 < words.end { word.strip_suffix('ه').unwrap_or(word) } else { word });
    }
    let is = |joined: &str| Skeleton::arabic_variants(joined).same(name).is_some_and(|distance| distance <= JOINED);
    is(&whole) || bare != whole && is(&bare)
}

impl Keyed {
    fn new(side: &Side) -> Self {
        let mut sounds: Vec<Sound> = Vec::new();
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        for (i, item) in (0..).zip(&side.items).filter(|(_, item)| item.sounds) {
            let token = item.token as usize;
            let Some(Voiced { variants, .. }) = &*voiced(&side.tokens, token) else { continue };
            let sound = *known.entry(side.tokens.folded(token)).or_insert_with(|| {
                sounds.push(Sound { variants: **variants, items: Vec::new() });
                sounds.len() as u32 - 1
            });
            sounds[sound as usize].items.push(i);
        }
        let mut keys = FxHashMap::<u32, Vec<u32>>::default();
        for (n, sound) in (0..).zip(&sounds) {
            for variant in sound.variants.iter().filter(|v| v.consonants() > 1) {
                let sounds = keys.entry(variant.key()).or_default();
                if sounds.last() != Some(&n) {
                    sounds.push(n);
                }
            }
        }
        Self { sounds, keys }
    }
}
