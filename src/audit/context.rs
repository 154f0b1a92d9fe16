//! The article around a bead: what of it is accounted for, here and elsewhere.

use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::passage::Passage;
use crate::anchor::name::{NameMention, names};
use crate::anchor::quantity::Quantity;
use crate::article::Tag;
use crate::evidence::account::Account;
use crate::evidence::index::Index;
use crate::evidence::item::{Item, Kind, Side};
use crate::evidence::link::Link;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lexicon::{FormId, Lexicon, words};
use crate::segment::{By, segments};
use crate::span::Span;

/// Beads on either side of a bead in which a missing item is looked for.
const NEARBY: usize = 6;

/// Beads on either side of a bead in which a missing number or name is looked for, with what stands beside it there: who rearranges an
/// article moves a fact as a whole, `at the festival's 36th edition`, and nothing else in a short article asks for the same number.
const FAR: usize = 24;
/// Lower numbers are met too often by chance.
const TELLING: f64 = 10.0;

/// Words of the other side are looked for in an unknown one from so many bytes on, and words of so many at least: six letters, and three.
const GLUED: usize = 12;
const SHORTEST: usize = 6;

/// How far in a long text, in items, a name that was given is remembered: several articles.
const REACH: u32 = 5_000;

/// An article pair, read, with the account of every bead.
pub struct Context<'a> {
    /// The lexicon that the sides were read by.
    pub lexicon: &'a Lexicon,
    /// The language of the source.
    pub source: Lang,
    /// The English text and what it says.
    pub english: (&'a str, &'a Side),
    /// The Arabic text and what it says.
    pub arabic: (&'a str, &'a Side),
    /// Everything of the Arabic text by what it may be.
    pub index: Index<'a>,
    /// English and Arabic spans of each bead.
    pub beads: Vec<(Span, Span)>,
    /// Whether the beads follow each other in one article, so that one may answer for another.
    pub coherent: bool,
    /// Log odds below which nobody is shown a finding: rules need not look closer at what is less likely.
    pub least: f32,
    /// The beads that stand out of order.
    pub moved: FxHashSet<usize>,
    /// Inline tags of the English and of the Arabic text, in order.
    pub tags: (Vec<Tag>, Vec<Tag>),
    /// The account of each bead.
    pub accounts: Vec<Account>,
    /// The names that the English text mentions, in order.
    pub names: Vec<NameMention>,
    /// What the English words of each bead tell, once asked for.
    passages: Vec<OnceLock<Passage>>,
    /// Items that have no partner in their bead, but one nearby that has none either or one within a word that nobody knows.
    elsewhere_english: Vec<bool>,
    elsewhere_arabic: Vec<bool>,
}

impl<'a> Context<'a> {
    /// Makes the account of every bead. `beads` are English and Arabic spans of beads that came aligned, in no order.
    pub fn new(
        lexicon: &'a Lexicon,
        source: Lang,
        english: (&'a str, &'a Side),
        arabic: (&'a str, &'a Side),
        beads: Vec<(Span, Span)>,
    ) -> Self {
        let index = Index::new(lexicon, arabic.1);
        let (mut account, mut links) = (Account::default(), Vec::<Link>::new());
        let accounts = beads
            .iter()
            .map(|(e, a)| {
                let (e, a) = (items(english.1, *e), items(arabic.1, *a));
                links.clear();
                let stretch = index.stretch(a.clone());
                for item in e.clone() {
                    index.links_within(english.1, item, &stretch, &mut links);
                }
                account.make(links.iter().copied(), &e, &a);
                account.kept()
            })
            .collect();
        let mut context = Self {
            lexicon,
            source,
            english,
            arabic,
            index,
            passages: beads.iter().map(|_| OnceLock::new()).collect(),
            beads,
            coherent: false,
            least: f32::NEG_INFINITY,
            moved: FxHashSet::default(),
            tags: Default::default(),
            accounts,
            names: mentions(english),
            elsewhere_english: vec![false; english.1.items.len()],
            elsewhere_arabic: vec![false; arabic.1.items.len()],
        };
        context.look_within_words();
        context
    }

    /// The same for texts with inline tags, English and Arabic.
    #[must_use]
    pub fn with_tags(mut self, english: Vec<Tag>, arabic: Vec<Tag>) -> Self {
        self.tags = (english, arabic);
        self
    }

    /// The same for beads that follow each other in one article, but for those that are `moved`.
    #[must_use]
    pub fn of_one_article(mut self, moved: FxHashSet<usize>) -> Self {
        self.coherent = true;
        self.moved = moved;
        self.look_nearby();
        self
    }

    /// Joins missing items with Arabic words that nobody knows and that hold their translation: `أصبحتكلفة`, whose space was lost.
    fn look_within_words(&mut self) {
        let (english, arabic) = (self.english.1, self.arabic.1);
        for account in &self.accounts {
            let open = |i: &u32| arabic.items[*i as usize].kind == Kind::Unknown && account.of_arabic(*i).is_none();
            for glued in account.arabic_items.clone().filter(open) {
                let held = held(self.lexicon, arabic.tokens.folded(arabic.items[glued as usize].token as usize));
                if held.is_empty() {
                    continue;
                }
                for item in account.english_items.clone().filter(|i| account.of_english(*i).is_none()) {
                    let readings = english.readings.of(english.items[item as usize].token as usize);
                    if readings.iter().any(|r| self.lexicon.arabic_forms(r.id).any(|form| held.contains(&form))) {
                        self.elsewhere_english[item as usize] = true;
                        self.elsewhere_arabic[glued as usize] = true;
                    }
                }
            }
        }
    }

    /// Joins missing items with items of nearby beads that are missing too.
    fn look_nearby(&mut self) {
        let mut free = vec![true; self.arabic.1.items.len()];
        for account in &self.accounts {
            for (item, link) in account.arabic_items.clone().zip(&account.arabic) {
                free[item as usize] = account.links.get(*link as usize).is_none();
            }
        }
        let mut links = Vec::new();
        for (b, account) in self.accounts.iter().enumerate() {
            let near = b.saturating_sub(NEARBY)..(b + NEARBY + 1).min(self.accounts.len());
            let within = near.filter(|n| !self.moved.contains(n)).map(|n| self.accounts[n].arabic_items.clone()).filter(|r| !r.is_empty());
            let Some(within) = within.reduce(|x, y| x.start.min(y.start)..x.end.max(y.end)) else { continue };
            for item in account.english_items.clone().filter(|i| account.of_english(*i).is_none()) {
                links.clear();
                self.index.links(self.english.1, item, within.clone(), &mut links);
                for link in links.iter().filter(|l| free[l.arabic as usize] && !account.arabic_items.contains(&l.arabic)) {
                    self.elsewhere_english[item as usize] = true;
                    self.elsewhere_arabic[link.arabic as usize] = true;
                }
            }
        }
        (0..self.accounts.len()).for_each(|b| self.look_far(b, &free));
    }

    /// Joins the missing numbers and names of bead `b` with those that are missing in a bead further off, and with them other words
    /// that are missing in both.
    fn look_far(&mut self, b: usize, free: &[bool]) {
        let telling = |item: &Item, quantities: &[Quantity]| match item.kind {
            Kind::Quantity(n) => quantities[n as usize].low >= TELLING,
            kind => kind == Kind::Name,
        };
        let english = self.english.1;
        let missing: Vec<u32> = self.accounts[b].english_items.clone().filter(|i| self.accounts[b].of_english(*i).is_none()).collect();
        let lost = |i: &&u32| telling(&english.items[**i as usize], &english.quantities) && !self.elsewhere_english[**i as usize];
        let facts: Vec<u32> = missing.iter().filter(lost).copied().collect();
        if facts.is_empty() {
            return;
        }
        let near = b.saturating_sub(NEARBY)..b + NEARBY + 1;
        let far = b.saturating_sub(FAR)..(b + FAR + 1).min(self.accounts.len());
        let mut links = Vec::new();
        for other in far.filter(|n| !near.contains(n) && !self.moved.contains(n)) {
            let within = self.accounts[other].arabic_items.clone();
            links.clear();
            for i in &facts {
                self.index.links(english, *i, within.clone(), &mut links);
            }
            if !links.iter().any(|l| free[l.arabic as usize]) {
                continue;
            }
            for i in &missing {
                self.index.links(english, *i, within.clone(), &mut links);
            }
            for link in links.iter().filter(|l| free[l.arabic as usize]) {
                self.elsewhere_english[link.english as usize] = true;
                self.elsewhere_arabic[link.arabic as usize] = true;
            }
        }
    }

    /// What the English words of bead `b` tell.
    pub(super) fn passage(&self, b: usize) -> &Passage {
        let tokens = &self.english.1.tokens;
        self.passages[b].get_or_init(|| Passage::new(tokens, tokens.within(self.beads[b].0)))
    }

    /// Whether item `i` of `lang`, missing in its bead, stands in a nearby one of the other text where nothing else asks for it, or
    /// within a word that nobody knows.
    pub fn elsewhere(&self, lang: Lang, i: u32) -> bool {
        let flags = if lang == Lang::English { &self.elsewhere_english } else { &self.elsewhere_arabic };
        flags.get(i as usize).copied().unwrap_or(false)
    }

    /// Whether English item `i` of bead `b` is found in one of so many Arabic beads before it.
    pub fn mentioned_before(&self, b: usize, beads: usize, i: u32) -> bool {
        let before = self.accounts[b.saturating_sub(beads)..b].iter().map(|account| &account.arabic_items);
        before.filter(|items| !items.is_empty()).any(|items| self.index.stands(self.english.1, i, items))
    }

    /// Whether English item `i` is found anywhere in the Arabic text, or in a long one about there: a name that was given once may be a
    /// pronoun here.
    pub fn mentioned(&self, i: u32) -> bool {
        let near = about(i, self.english.1.items.len(), self.arabic.1.items.len());
        self.index.stands(self.english.1, i, &near)
    }

    /// Whether Arabic item `i` is found anywhere in the English text, or in a long one about there.
    pub fn said_in_english(&self, i: u32) -> bool {
        let mut near = about(i, self.arabic.1.items.len(), self.english.1.items.len());
        near.any(|english| self.index.stands(self.english.1, english, &(i..i + 1)))
    }
}

/// Of `theirs`, the items of the other text about where item `i` of `mine` would stand.
fn about(i: u32, mine: usize, theirs: usize) -> Range<u32> {
    let at = (u64::from(i) * theirs as u64 / mine.max(1) as u64) as u32;
    at.saturating_sub(REACH)..(at + REACH).min(theirs as u32)
}

/// The forms of the lexicon with which a folded Arabic `word` starts, be it behind a `و`, or ends; none for a short one.
fn held(lexicon: &Lexicon, word: &str) -> Vec<FormId> {
    if word.len() < GLUED {
        return Vec::new();
    }
    let bare = without_conjunction(word);
    let starts = [word, bare].into_iter().flat_map(|word| word.char_indices().map(move |(at, _)| &word[..at]));
    let ends = word.char_indices().map(|(at, _)| &word[at..]);
    starts.chain(ends).filter(|part| part.len() >= SHORTEST).flat_map(|part| lexicon.listed(Lang::Arabic, part)).collect()
}

/// The names that an English text mentions.
fn mentions((text, side): (&str, &Side)) -> Vec<NameMention> {
    let starts: Vec<usize> = segments(Lang::English, text, By::Sentence).iter().map(|s| side.tokens.within(s.span).start).collect();
    let is_common = |i: usize| side.readings.of(i).iter().any(|r| r.length == 1 && !r.named);
    let common: FxHashSet<&str> = (0..side.tokens.len()).filter(|i| is_common(*i)).map(|i| side.tokens.folded(i)).collect();
    names(&side.tokens, text, &starts, &|word| common.contains(word) || words::is_function(Lang::English, word))
}

fn items(side: &Side, span: Span) -> Range<u32> {
    let items = side.items_within(side.tokens.within(span));
    items.start as u32..items.end as u32
}
