//! Cues: words of closed lists that say how a claim is put, how much of a thing it is about, and who says it.
//!
//! A list names, for each class, forms that the other side must answer and forms that may answer them. Words are compared folded;
//! in Arabic `و`, `ف`, `ب`, `ل`, `ك`, `س` and the article may stand before them.

use std::cell::LazyCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::beginning::{self, Beginning};
use super::terms::Marks;
use super::unit::View;
use crate::lang::Lang;
use crate::lang::known::{Known, Question};
use crate::lang::token::{Capital, Kind};
use crate::span::Span;

/// A word of a text that belongs to a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue<C> {
    /// What it says.
    pub class: C,
    /// Whether the other side must answer it.
    pub asks: bool,
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
}

/// Closed lists of both languages.
#[derive(Debug)]
pub(super) struct Lists<C> {
    english: Forms<C>,
    arabic: Forms<C>,
}

#[derive(Debug)]
struct Forms<C> {
    all: Vec<Form<C>>,
    /// Forms by their first word.
    exact: FxHashMap<String, Vec<u32>>,
    /// Those after whose first word any ending may follow, by its first characters: [`REACH`] of them, or all.
    open: FxHashMap<u64, Vec<u32>>,
    /// A bit for the key of every first word: most words share none of them.
    beginnings: [u64; BEGINNINGS],
    /// Whether any form starts with a word, whatever stands before it; and which.
    starts: Question,
    started: Known<AllStarted<C>>,
}

/// A form whose first word is a word of the text, with what is asked of most.
#[derive(Clone, Copy, Debug)]
struct Started<C> {
    form: u32,
    class: Option<C>,
    asks: bool,
    /// Whether it is the one word that folding made of `إن` (if) and `أن` (that).
    that: bool,
    /// Whether it may be a name wherever it stands: `May`.
    month: bool,
    /// How its second word begins, if it has one: most that follow the first word begin otherwise.
    second: Option<Beginning>,
    /// Whether that tells all that is to be known of what follows.
    told: bool,
}

/// The forms whose first word is a word of the text, in order.
#[derive(Clone, Debug)]
enum AllStarted<C> {
    /// The only one: most words start one, which is found without a look elsewhere.
    One(Started<C>),
    /// Where there are more: all of them, and those of one word.
    Several {
        all: Box<[Started<C>]>,
        alone: Box<[Started<C>]>,
        /// How the second words of the others begin: most that follow a word like `in` go on with none of them.
        seconds: Marks,
    },
}

impl<C: Copy> AllStarted<C> {
    fn new(all: Vec<Started<C>>) -> Self {
        if let [one] = all[..] {
            return Self::One(one);
        }
        let seconds = Marks::of(all.iter().filter_map(|started| started.second).map(Beginning::key));
        let alone = all.iter().filter(|started| started.second.is_none()).copied().collect();
        Self::Several { all: all.into(), alone, seconds }
    }

    /// Those that may stand before a word with this [head](beginning::head), or with that one behind an article.
    fn before(&self, next: impl FnOnce() -> Option<(u64, Option<u64>)>) -> &[Started<C>] {
        let (all, alone, seconds) = match self {
            Self::One(one) => return std::slice::from_ref(one),
            Self::Several { all, alone, seconds } => (all, alone, seconds),
        };
        let goes_on = all.len() > alone.len() && {
            let may_go_on = |head: u64| beginning::keys(head).any(|key| seconds.may_have(key));
            next().is_some_and(|(head, bare)| may_go_on(head) || bare.is_some_and(may_go_on))
        };
        if goes_on { all } else { alone }
    }
}

/// Words of 64 bits for the beginnings of forms.
const BEGINNINGS: usize = 256;

/// Characters by which forms are looked up.
const REACH: usize = 3;

/// The keys of the first one, two ... [`REACH`] characters of a word.
fn keys(word: &str) -> impl Iterator<Item = u64> {
    word.chars().take(REACH).scan(0, |key, c| {
        *key = *key << 21 | u64::from(c);
        Some(*key)
    })
}

/// The bit of a key in [`Forms::beginnings`].
const fn beginning(key: u64) -> (usize, u64) {
    // The golden ratio spreads keys that differ in their low bits.
    let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((hash >> 56) as usize, 1 << (hash >> 50 & 63))
}

#[derive(Debug)]
struct Form<C> {
    words: Vec<Word>,
    /// `None` for words that only look like a cue.
    class: Option<C>,
    asks: bool,
}

/// A folded word of a list.
#[derive(Debug)]
pub(super) struct Word {
    text: String,
    /// Whether any ending may follow.
    open: bool,
}

impl Word {
    /// As a list has it: a star stands for any ending.
    pub fn parse(lang: Lang, text: &str) -> Self {
        Self { text: lang.fold(text.trim_end_matches('*')).into_owned(), open: text.ends_with('*') }
    }

    /// Its letters, without the star.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether any ending may follow.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Whether a folded word is this one.
    pub fn fits(&self, word: &str) -> bool {
        if self.open { word.starts_with(&self.text) } else { word == self.text }
    }
}

impl<C: Copy + PartialEq> Lists<C> {
    /// Lists without forms, for those that are not read from lines of five columns.
    pub fn new() -> Self {
        Self { english: Forms::new(), arabic: Forms::new() }
    }

    /// Reads lines `class, English that asks, English that answers, Arabic that asks, Arabic that answers`; lines whose class `of`
    /// does not know are left out.
    pub fn parse(text: &str, of: impl Fn(&str) -> Option<C>) -> Self {
        let mut lists = Self::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [class, ask_english, english, ask_arabic, arabic] = columns[..] else { continue };
            let class = match class {
                "none" => None,
                name => match of(name) {
                    Some(class) => Some(class),
                    None => continue,
                },
            };
            lists.english.add(Lang::English, ask_english, class, true);
            lists.english.add(Lang::English, english, class, false);
            lists.arabic.add(Lang::Arabic, ask_arabic, class, true);
            lists.arabic.add(Lang::Arabic, arabic, class, false);
        }
        lists
    }

    const fn of(&self, lang: Lang) -> &Forms<C> {
        match lang {
            Lang::English => &self.english,
            Lang::Arabic => &self.arabic,
        }
    }

    /// Whether anything in `view` is a cue, whatever its class: for short lists that few sentences ask, of which no word is remembered.
    pub fn any(&self, view: &View, lang: Lang) -> bool {
        let forms = self.of(lang);
        view.token_range().any(|i| {
            let started = forms.started(lang, view.folded(i));
            started.iter().any(|started| forms.all[started.form as usize].end(view, i, next(view, i)).is_some())
        })
    }

    /// Adds forms of `lang`.
    pub fn add(&mut self, lang: Lang, forms: &str, class: C, asks: bool) {
        match lang {
            Lang::English => self.english.add(lang, forms, Some(class), asks),
            Lang::Arabic => self.arabic.add(lang, forms, Some(class), asks),
        }
    }

    /// The cues of `view` in order. A longer form takes its words out of play for shorter ones of its class; the same words may be
    /// cues of several classes.
    pub fn cues(&self, view: &View, lang: Lang) -> Vec<Cue<C>> {
        let forms = self.of(lang);
        let (mut blocked, mut found): (Vec<Range<usize>>, Vec<Cue<C>>) = (Vec::new(), Vec::new());
        // Numbers and links start none; they are not remembered, and would be looked up each time.
        let starts = |i: usize| {
            let word = view.folded(i);
            !word.starts_with(|c: char| c.is_ascii_digit()) && !forms.started(lang, word).is_empty()
        };
        for i in view.tokens_for(&forms.starts, starts) {
            forms.at(view, lang, i, &mut |class, last, asks| match class {
                Some(class) => found.push(Cue { class, asks, first: i, last }),
                // Words that only look like a cue.
                None => blocked.push(i..last + 1),
            });
        }
        if found.len() < 2 && blocked.is_empty() {
            return found;
        }
        let mut cues: Vec<Cue<C>> = Vec::new();
        for cue in found {
            let inside = |b: &Range<usize>| b.start <= cue.last && cue.first < b.end && b.len() > cue.last - cue.first;
            let start = cues.partition_point(|c| c.first < cue.first);
            if blocked.iter().any(inside) || cues[..start].iter().any(|c| c.class == cue.class && c.last >= cue.first) {
                continue;
            }
            match cues[start..].iter_mut().find(|c| c.class == cue.class) {
                Some(known) if known.last < cue.last => *known = cue,
                Some(known) if known.last == cue.last => known.asks |= cue.asks,
                Some(_) => {}
                None => cues.push(cue),
            }
        }
        cues
    }
}

impl<C: Copy> Forms<C> {
    fn new() -> Self {
        Self {
            all: Vec::new(),
            exact: FxHashMap::default(),
            open: FxHashMap::default(),
            beginnings: [0; BEGINNINGS],
            starts: Question::new(),
            started: Known::new(),
        }
    }

    fn add(&mut self, lang: Lang, forms: &str, class: Option<C>, asks: bool) {
        for form in forms.split('|').filter(|f| !f.trim().is_empty()) {
            let words: Vec<Word> = form.split_whitespace().map(|word| Word::parse(lang, word)).collect();
            let Some(first) = words.first() else { continue };
            let id = self.all.len() as u32;
            let Some(key) = keys(&first.text).last() else { continue };
            if first.open {
                self.open.entry(key).or_default().push(id);
            } else {
                self.exact.entry(first.text.clone()).or_default().push(id);
            }
            let (place, bit) = beginning(key);
            self.beginnings[place] |= bit;
            self.all.push(Form { words, class, asks });
        }
    }

    /// The forms that start with a word of `lang`.
    fn started(&self, lang: Lang, word: &str) -> Vec<Started<C>> {
        let mut started = Vec::new();
        variants(lang, word, &mut |word| {
            let begins = |key: u64| {
                let (place, bit) = beginning(key);
                self.beginnings[place] & bit != 0
            };
            if !keys(word).any(begins) {
                return;
            }
            let exact = self.exact.get(word).into_iter().flatten().map(|form| (keys(word).count(), *form));
            let open =
                keys(word).zip(1..).flat_map(|(key, reach)| self.open.get(&key).into_iter().flatten().map(move |form| (reach, *form)));
            let mut forms: Vec<(usize, u32)> = exact.chain(open.filter(|(_, form)| self.all[*form as usize].words[0].fits(word))).collect();
            forms.sort_unstable();
            let (that, month) = (word == "ان", matches!(word, "may" | "will"));
            started.extend(forms.into_iter().map(|(_, form)| {
                let Form { words, class, asks } = &self.all[form as usize];
                let second = words.get(1).filter(|word| !word.text.is_empty());
                let told = words.len() == 2 && second.is_some_and(|word| Beginning::is_all(&word.text, word.open));
                let second = second.and_then(|word| Beginning::of(&word.text, word.open));
                Started { form, class: *class, asks: *asks, that, month, second, told }
            }));
        });
        started
    }

    /// Every form that starts at token `i`, with its last token and whether it asks there, where the word is known to start any: what has
    /// the capital of a name or a title within a sentence may answer, but asks for nothing.
    fn at(&self, view: &View, lang: Lang, i: usize, each: &mut impl FnMut(Option<C>, usize, bool)) {
        let tokens = &view.side.tokens;
        let Some(token) = tokens.get(i).filter(|t| t.kind == Kind::Word) else { return };
        let next = LazyCell::new(|| next(view, i));
        let heads = LazyCell::new(|| {
            let (_, word) = (*next)?;
            Some((beginning::head(word), word.strip_prefix("ال").map(beginning::head)))
        });
        let all = self.started.of(token.word, || AllStarted::new(self.started(lang, tokens.folded(i))));
        for started in all.before(|| *heads) {
            let goes_on =
                |second: Beginning| heads.is_some_and(|(head, bare)| second.fits(head) || bare.is_some_and(|bare| second.fits(bare)));
            if started.second.is_some_and(|second| !goes_on(second)) || started.that && view.words(token.span).contains('أ') {
                continue;
            }
            let last = match started.second {
                None => Some(i),
                Some(_) if started.told => next.map(|(at, _)| at),
                Some(_) => self.all[started.form as usize].end(view, i, *next),
            };
            let Some(last) = last else { continue };
            let fits = capitals_fit(view, i, started.month);
            if fits || !started.month && started.class.is_some() {
                each(started.class, last, started.asks && fits);
            }
        }
    }
}

impl<C> Form<C> {
    /// The last token of the form where its first stands at token `i` and token `next` is the next of the view; hyphens may stand
    /// between its words.
    fn end<'a>(&self, view: &View<'a>, i: usize, mut next: Option<(usize, &'a str)>) -> Option<usize> {
        let mut last = i;
        for word in &self.words[1..] {
            let (at, found) = next?;
            if !word.fits(found) && !found.strip_prefix("ال").is_some_and(|bare| word.fits(bare)) {
                return None;
            }
            last = at;
            next = self::next(view, last);
        }
        Some(last)
    }
}

/// The token after token `i`, hyphens left out, and its folded form.
fn next<'a>(view: &View<'a>, i: usize) -> Option<(usize, &'a str)> {
    for at in i + 1..view.tokens.1 {
        let word = view.folded(at);
        if word != "-" {
            return Some((at, word));
        }
    }
    None
}

/// A capital within a sentence is that of a name or a title; `May` may be one anywhere.
fn capitals_fit(view: &View, i: usize, month: bool) -> bool {
    let Some(token) = view.side.tokens.get(i) else { return false };
    let starts = || i == view.tokens.0 || view.side.tokens.get(i - 1).is_some_and(|t| t.kind == Kind::Symbol);
    token.capital == Capital::Lower || (starts() && !month)
}

/// The word itself and what is left when particles before it are taken off.
fn variants(lang: Lang, word: &str, each: &mut impl FnMut(&str)) {
    each(word);
    if lang == Lang::English {
        return;
    }
    let mut strip = |from: &str| {
        if let Some(noun) = from.strip_prefix("ال").or_else(|| from.strip_prefix("لل")).filter(|n| has_letters(n, 2)) {
            each(noun);
        }
        if let Some(verb) = from.strip_prefix('س').filter(|v| v.starts_with(['ي', 'ت', 'ن']) && has_letters(v, 3)) {
            each(verb);
        }
        if let Some(rest) = from.strip_prefix(['ب', 'ل', 'ك']).filter(|r| has_letters(r, 3)) {
            each(rest);
            if let Some(noun) = rest.strip_prefix("ال").filter(|n| has_letters(n, 2)) {
                each(noun);
            }
        }
    };
    strip(word);
    if let Some(rest) = word.strip_prefix(['و', 'ف']).filter(|r| has_letters(r, 2)) {
        strip(rest);
        each(rest);
    }
}

fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

impl<C> Cue<C> {
    /// Its place in the text.
    pub fn span(&self, view: &View) -> Span {
        view.side.tokens.span(self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::item::Side;
    use crate::lexicon::Lexicon;

    fn cues(lang: Lang, text: &str) -> Vec<(char, String)> {
        let lists = Lists::parse("a\tas long as|long\tmay*\tربما\tاحتمال*\nb\tlong\t\t\t\nnone\tso long as\t\t\t", |name| {
            name.chars().next()
        });
        let side = Side::new(&Lexicon::default(), lang, text);
        let view = View::new(text, &side, Span::whole(text));
        lists.cues(&view, lang).iter().map(|c| (c.class, view.words(c.span(&view)).to_owned())).collect()
    }

    #[test]
    fn longer_forms_take_their_words_and_look_alikes_are_out() {
        assert_eq!(cues(Lang::English, "as long as it lasts"), [('a', "as long as".into()), ('b', "long".into())]);
        assert_eq!(cues(Lang::English, "so long as it lasts"), []);
        assert_eq!(cues(Lang::English, "a long as-yet quiet maybe"), [('a', "long".into()), ('b', "long".into()), ('a', "maybe".into())]);
    }

    #[test]
    fn particles_may_stand_before_arabic_forms() {
        assert_eq!(cues(Lang::Arabic, "وربما بالاحتمالات"), [('a', "وربما".into()), ('a', "بالاحتمالات".into())]);
    }
}
