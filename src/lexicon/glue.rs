//! Words that lost the space between them (`جامعةهارفارد`, `ومعذلك`), as exports and old content systems leave them.

use std::cell::RefCell;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Lexicon;
use super::words;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Kind, Tokens};
use crate::lang::{Lang, arabic, fold};

/// A token this short in letters is left alone unless a letter within it can only end a word.
const LONG: usize = 11;
/// A shorter one is cut before an article within it, where both sides are words that need no peeling.
const HOLDS_AN_ARTICLE: usize = 8;
/// The longest word that we look for within a glued token, in letters.
const LONGEST: usize = 12;
/// A cut is taken only where its cost per letter stays under this; found by reading glued and whole long words of news.
const COST_PER_LETTER: f32 = 1.75;
/// The same where no article, `ة` or `ى` shows that a word ends or begins within: a name from abroad falls into pieces too, short ones.
const COST_WITHOUT_SIGN: f32 = 1.12;
/// What a word costs at least.
const LEAST: f32 = 4.0;
/// So many long words are remembered in a thread at most.
const REMEMBERED: usize = 50_000;

thread_local! {
    /// Where long words fall into words by our own lexicon: the same ones come again and again, and a look costs a hundred look-ups.
    static KNOWN: RefCell<FxHashMap<Box<str>, Option<Vec<usize>>>> = RefCell::default();
}

impl Lexicon {
    /// The tokens of `text`, with glued Arabic words cut apart where the lexicon knows the parts.
    pub fn tokens(&self, lang: Lang, text: &str) -> Tokens {
        self.tokens_beside(lang, text, &Beside::default())
    }

    /// The same of a text that has a translation, or is one: what sounds like a name of the text `beside` it is one word.
    pub fn tokens_beside(&self, lang: Lang, text: &str, beside: &Beside) -> Tokens {
        let tokens = Tokens::new(lang, text);
        if lang == Lang::English {
            return tokens;
        }
        let cuts: Vec<(usize, Vec<usize>)> = (0..tokens.len())
            .filter(|i| tokens.list()[*i].kind == Kind::Word)
            .filter_map(|i| Some((i, self.cuts(tokens.list()[i].span.of(text))?)))
            .filter(|(i, _)| !beside.names(tokens.folded(*i)))
            .collect();
        if cuts.is_empty() { tokens } else { tokens.cut(text, &cuts) }
    }

    /// Byte offsets within `word` at which it falls into words; `None` when it is one word.
    fn cuts(&self, word: &str) -> Option<Vec<usize>> {
        // Two bytes a letter: most words are settled by their length, and hold neither `ة` nor `ى` before their end.
        let within = word.len().checked_sub(2).and_then(|end| word.get(..end)).unwrap_or("");
        let may_hold_an_article = word.len() >= 16 && within.get(6..).is_some_and(|rest| rest.contains("ال"));
        if word.len() < 2 * LONG && !within.contains(['ة', 'ى']) && !may_hold_an_article {
            return None;
        }
        if !std::ptr::eq(&raw const *self.layers[0], &raw const **super::OWN) {
            return self.find_cuts(word);
        }
        if let Some(known) = KNOWN.with_borrow(|known| known.get(word).cloned()) {
            return known;
        }
        let cuts = self.find_cuts(word);
        KNOWN.with_borrow_mut(|known| {
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(word.into(), cuts.clone());
        });
        cuts
    }

    fn find_cuts(&self, word: &str) -> Option<Vec<usize>> {
        // Letters with the byte at which each starts; marks belong to the letter before them.
        let letters: Vec<(usize, char)> = word.char_indices().filter(|(_, c)| crate::lang::is_arabic_letter(*c) && *c != 'ـ').collect();
        let ends_a_word = |k: usize| k + 1 < letters.len() && matches!(letters[k].1, 'ة' | 'ى');
        if letters.len() < LONG && !(0..letters.len()).any(ends_a_word) {
            return self.cut_before_article(word, &letters);
        }
        if letters.len() < 5 {
            return None;
        }
        let plain: String = letters.iter().map(|(_, c)| *c).collect();
        let folded = fold::arabic(&plain);
        // Where each letter of the folded word starts, and where the last ends.
        let at: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
        let length = at.len() - 1;
        if length != letters.len() || self.word_cost(&folded, |_| true).is_some() {
            return None;
        }
        let mut best: Vec<(f32, usize)> = vec![(f32::INFINITY, 0); length + 1];
        best[0] = (0.0, 0);
        let too_much = |cost: f32| cost / length as f32 > COST_PER_LETTER;
        for end in 2..=length {
            for start in end.saturating_sub(LONGEST)..=end - 2 {
                let before = best[start].0;
                let helps = |cost: f32| !too_much(before + cost) && before + cost < best[end].0;
                // `ة` and `ى` end a word, and no word goes on past one.
                if !helps(LEAST) || (start..end - 1).any(ends_a_word) {
                    continue;
                }
                let cost = self.word_cost(&folded[at[start]..at[end]], helps).unwrap_or(6.0 + 2.2 * (end - start) as f32);
                if helps(cost) {
                    best[end] = (before + cost, start);
                }
            }
        }
        if too_much(best[length].0) {
            return None;
        }
        let mut cuts = Vec::new();
        let mut end = length;
        while end > 0 {
            end = best[end].1;
            cuts.push(letters[end].0);
        }
        cuts.pop();
        cuts.reverse();
        let starts = [0].into_iter().chain(cuts.iter().copied());
        let pieces: Vec<&str> = starts.zip(cuts.iter().copied().chain([word.len()])).map(|(start, end)| &word[start..end]).collect();
        let unlike = !has_sign(&pieces) && (best[length].0 / length as f32 > COST_WITHOUT_SIGN || !self.has_word(&pieces));
        (!cuts.is_empty() && !unlike).then_some(cuts)
    }

    /// Whether one of the pieces is a word as it stands.
    fn has_word(&self, pieces: &[&str]) -> bool {
        let is_word = |word: &str| words::is_function(Lang::Arabic, word) || self.layers[0].word(Lang::Arabic, word).is_some();
        pieces.iter().any(|piece| is_word(&fold::arabic(piece)))
    }

    /// Where `word`, which is not long, falls into a word and one with an article: `مخططالعمل`.
    fn cut_before_article(&self, word: &str, letters: &[(usize, char)]) -> Option<Vec<usize>> {
        if letters.len() < HOLDS_AN_ARTICLE || self.word_cost(&fold::arabic(word), |_| true).is_some() {
            return None;
        }
        let known = |piece: &str| self.layers[0].word(Lang::Arabic, &fold::arabic(piece)).is_some();
        let parts = |k: &usize| {
            let at = letters[*k].0;
            let (before, noun) = (&word[..at], word[at..].strip_prefix("ال"));
            known(before) && noun.is_some_and(known)
        };
        // After three letters it is as often a name: `ماكاليستر`.
        (4..letters.len() - 4).find(parts).map(|k| vec![letters[k].0])
    }

    /// What it costs to take `piece` for a word: less for function words and for words that need no peeling. It is only peeled where
    /// what that costs `helps`.
    fn word_cost(&self, piece: &str, helps: impl Fn(f32) -> bool) -> Option<f32> {
        const PEELED: f32 = 6.5;
        let length = piece.chars().count() as f32;
        if words::is_function(Lang::Arabic, piece) {
            return Some(if length < 3.0 { LEAST + 0.5 } else { LEAST });
        }
        let layer = &self.layers[0];
        if length < 3.0 {
            return None;
        }
        if layer.word(Lang::Arabic, piece).is_some() {
            return Some(5.0);
        }
        let mut known = false;
        if helps(PEELED) {
            arabic::cores(piece, &mut |core, _| known = known || layer.word(Lang::Arabic, core).is_some());
        }
        known.then_some(PEELED)
    }
}

/// Whether a piece but the first begins with an article, or one but the last ends as only words end.
fn has_sign(pieces: &[&str]) -> bool {
    let has_article = |piece: &&str| {
        let bare = piece.trim_start_matches(['و', 'ف', 'ب', 'ك']);
        bare.starts_with("ال") || bare.starts_with("لل")
    };
    pieces[1..].iter().any(has_article) || pieces[..pieces.len() - 1].iter().any(|piece| piece.ends_with(['ة', 'ى']))
}

/// The text beside an Arabic one, as a witness of names: `Campodónico` tells that كامبودونيكو is one word.
#[derive(Default)]
pub struct Beside<'a> {
    text: &'a str,
    /// What the long words with a capital sound like, by their [keys](Skeleton::key), once asked for: few texts have words to cut.
    names: OnceLock<FxHashMap<u32, Vec<Skeleton>>>,
}

impl<'a> Beside<'a> {
    /// A witness of the names in `text`, which is English.
    pub fn new(text: &'a str) -> Self {
        Self { text, names: OnceLock::new() }
    }

    /// Whether folded Arabic `word` sounds like one of the names.
    fn names(&self, word: &str) -> bool {
        let names = self.names.get_or_init(|| spoken(self.text));
        let is = |heard: &Skeleton| names.get(&heard.key()).is_some_and(|names| names.iter().any(|name| name.same(heard).is_some()));
        !names.is_empty() && Skeleton::arabic_variants(word).iter().any(is)
    }
}

/// What the long words with a capital sound like, by their keys.
fn spoken(english: &str) -> FxHashMap<u32, Vec<Skeleton>> {
    /// A word with fewer consonants is too short for its Arabic to be cut.
    const LONG_NAME: usize = 4;
    let mut names = FxHashMap::<u32, Vec<Skeleton>>::default();
    let words = english.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|w| w.starts_with(char::is_uppercase));
    for name in words.map(|word| Skeleton::english(&fold::english(word))).filter(|name| name.consonants() >= LONG_NAME) {
        names.entry(name.key()).or_default().push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_in(text: &str) -> Vec<String> {
        let tokens = Lexicon::default().tokens(Lang::Arabic, text);
        tokens.list().iter().map(|t| t.span.of(text).to_owned()).collect()
    }

    #[test]
    fn glued_words_are_cut() {
        assert_eq!(words_in("زارتالوزيرةمدينة"), ["زارت", "الوزيرة", "مدينة"]);
        assert_eq!(words_in("وصلالرئيسإلىالعاصمة"), ["وصل", "الرئيس", "إلى", "العاصمة"]);
        assert_eq!(words_in("جدولالعمل"), ["جدول", "العمل"]);
    }

    #[test]
    fn names_are_no_glued_words() {
        // No word within shows that another begins.
        for word in ["هوفهانيسيان", "وتيرونلفيلي", "كونستانتوبولو", "إيسينباييفا", "جورنوستيفيتشي"]
        {
            assert_eq!(words_in(word), [word]);
        }
        // Of two words, but named beside.
        let lexicon = Lexicon::default();
        let beside = Beside::new("Castelfranco lost to Karamanlis; Chandrababu won.");
        for word in ["كاستلفرانكو", "لكارامانليس", "تشاندرابابو"] {
            assert_eq!(lexicon.tokens_beside(Lang::Arabic, word, &beside).len(), 1);
        }
        assert_eq!(words_in("تشاندرابابو"), ["تشاندرا", "بابو"]);
        // What is glued to another word is no name.
        let glued = lexicon.tokens_beside(Lang::Arabic, "وقالتكاستلفرانكو", &beside);
        assert!(glued.len() > 1);
    }

    #[test]
    fn long_words_stay_whole() {
        for word in [
            "والاستراتيجيات",
            "وباستخداماتها",
            "كاليفورنيا",
            "ماكلاغلين",
            "سيستخدمونها",
            "بالديمقراطية",
            "شوارزنيجر",
            "وللمسؤولين",
            "برتغاليون",
            "ماكاليستر",
            "كاتالونيا",
            "والعالميون",
        ] {
            assert_eq!(words_in(word), [word]);
        }
    }
}
