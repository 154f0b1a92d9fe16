//! What the words of an Arabic text sound like, where they may be names.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::evidence::item::Side;
use crate::lang::known::Known;
use crate::lang::skeleton::{Skeleton, Variants};
use crate::lang::token::Tokens;
use crate::lang::{fold, is_arabic_letter};

/// What the English words sound like.
static SPOKEN: Known<Skeleton> = Known::new();

/// What English token `i` sounds like.
pub fn spoken(tokens: &Tokens, i: usize) -> Skeleton {
    tokens.known(i, &SPOKEN, Skeleton::english)
}

/// How a word may sound, and the items that are this word, in order.
pub(super) struct Sound {
    pub variants: Variants,
    pub items: Vec<u32>,
}

/// The names of an Arabic text, and all words that may be one.
pub(super) struct Heard<'a> {
    /// How each item may sound: indices into `sounds`; `u32::MAX` where it cannot be a name.
    sound_of: Vec<u32>,
    sounds: Vec<Sound>,
    /// The sounds that have each key, once asked for: not in short texts.
    keys: OnceLock<FxHashMap<u32, Vec<u32>>>,
    /// What is written in Latin letters.
    pub latin: FxHashMap<Cow<'a, str>, Vec<u32>>,
}

impl<'a> Heard<'a> {
    pub fn new(side: &'a Side) -> Self {
        let mut heard =
            Self { sound_of: vec![u32::MAX; side.items.len()], sounds: Vec::new(), keys: OnceLock::new(), latin: FxHashMap::default() };
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        for (i, item) in side.items.iter().enumerate().filter(|(_, item)| item.sounds) {
            let word = side.tokens.folded(item.token as usize);
            // `وMicrosoft`, `إلىMicrosoft`: what is joined to it is Arabic.
            if word.contains(|c: char| c.is_ascii_alphabetic()) {
                for latin in word.split(is_arabic_letter).filter(|l| l.len() > 1) {
                    heard.latin.entry(fold::english(latin)).or_default().push(i as u32);
                }
                continue;
            }
            let sound = *known.entry(word).or_insert_with(|| heard.add(word));
            heard.sound_of[i] = sound;
            heard.sounds[sound as usize].items.push(i as u32);
        }
        heard
    }

    /// Adds a word that was not heard before.
    fn add(&mut self, word: &str) -> u32 {
        self.sounds.push(Sound { variants: Skeleton::arabic_variants(word), items: Vec::new() });
        self.sounds.len() as u32 - 1
    }

    fn keys(&self) -> FxHashMap<u32, Vec<u32>> {
        let mut keys = FxHashMap::<u32, Vec<u32>>::default();
        for (n, sound) in (0..).zip(&self.sounds) {
            for variant in sound.variants.iter().filter(|v| v.consonants() > 1) {
                let sounds = keys.entry(variant.key()).or_default();
                if sounds.last() != Some(&n) {
                    sounds.push(n);
                }
            }
        }
        keys
    }

    /// Words that have the same classes of consonants as the name.
    pub fn keyed(&self, name: &Skeleton) -> impl Iterator<Item = &Sound> {
        self.keys.get_or_init(|| self.keys()).get(&name.key()).into_iter().flatten().map(|sound| &self.sounds[*sound as usize])
    }

    /// Whether item `i` may sound like the name.
    pub fn is(&self, i: u32, name: &Skeleton) -> bool {
        let sound = self.sound_of[i as usize];
        sound != u32::MAX && self.sounds[sound as usize].variants.same(name).is_some()
    }
}
