//! One bead as a rule sees it: the words of both sides, what they may mean, and the account of which answers for which.

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use super::context::Context;
use super::passage::Passage;
use crate::anchor::date::Date;
use crate::anchor::quantity::Quantity;
use crate::article::Tag;
use crate::evidence::account::Account;
use crate::evidence::item::{Item, Side};
use crate::evidence::link::{accident, found, missing};
use crate::finding::{Kind, Severity};
use crate::lang::known::{Question, Silence};
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lang::{Lang, is_arabic_letter};
use crate::lexicon::Lexicon;
use crate::segment::clause::Parts;
use crate::span::Span;

/// One side of a bead.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The whole text that the spans of tokens and items point into.
    pub text: &'a str,
    /// The whole text, read.
    pub side: &'a Side,
    /// First token of the bead and one past its last.
    pub tokens: (usize, usize),
    /// First item of the bead and one past its last.
    pub items: (u32, u32),
    /// The segments of the bead.
    pub span: Span,
    /// Its numbers and its dates.
    quantities: &'a [Quantity],
    dates: &'a [Date],
    /// What its words were asked in vain.
    silence: Silence,
}

impl<'a> View<'a> {
    /// The side of a bead that covers `span`.
    pub fn new(text: &'a str, side: &'a Side, span: Span) -> Self {
        let tokens = side.tokens.within(span);
        let items = side.items_within(tokens.clone());
        let quantities = starting_within(&side.quantities, &tokens, |q| &q.tokens);
        let dates = starting_within(&side.dates, &tokens, |d| &d.tokens);
        let silence = side.tokens.silence(tokens.clone());
        let (tokens, items) = ((tokens.start, tokens.end), (items.start as u32, items.end as u32));
        Self { text, side, tokens, items, span, quantities, dates, silence }
    }

    /// Token indices.
    pub fn token_range(&self) -> Range<usize> {
        self.tokens.0..self.tokens.1
    }

    /// Item indices.
    pub fn item_range(&self) -> Range<u32> {
        self.items.0..self.items.1
    }

    /// Item `i`.
    #[inline]
    pub fn item(&self, i: u32) -> &'a Item {
        &self.side.items[i as usize]
    }

    /// The item that starts at token `t` of this bead.
    pub fn item_at(&self, t: usize) -> Option<u32> {
        let i = self.side.first_item_from(t) as u32;
        (self.item_range().contains(&i) && self.item(i).token as usize == t).then_some(i)
    }

    /// The folded form of token `i`.
    #[inline]
    pub fn folded(&self, i: usize) -> &'a str {
        self.side.tokens.folded(i)
    }

    /// The folded form of token `i`, or nothing outside the bead.
    #[inline]
    pub fn folded_at(&self, i: usize) -> &'a str {
        if self.token_range().contains(&i) { self.folded(i) } else { "" }
    }

    /// The tokens whose folded form is one that `question` is about, which `find` finds.
    pub fn tokens_that_are(&self, question: &'static Question, find: fn(&str) -> bool) -> impl Iterator<Item = usize> + use<'a> {
        let tokens = &self.side.tokens;
        self.tokens_for(question, move |i| find(tokens.folded(i)))
    }

    /// The same where `find` finds it of a token.
    #[inline]
    pub fn tokens_for<'q, F: Fn(usize) -> bool>(&self, question: &'q Question, find: F) -> impl Iterator<Item = usize> + use<'a, 'q, F> {
        // Most sentences have none, which is known of all their words at once.
        let range = if self.is_silent_to(question) { 0..0 } else { self.token_range() };
        self.side.tokens.that_are(range, question, find)
    }

    /// Whether it is known that no word of it is one that `question` is about.
    #[inline]
    pub fn is_silent_to(&self, question: &Question) -> bool {
        self.silence.is_to(question)
    }

    /// Whether a number starts at token `i`.
    pub fn counts_at(&self, i: usize) -> bool {
        self.quantities().iter().any(|q| q.number_tokens.start as usize == i)
    }

    /// Whether token `i` is a word.
    #[inline]
    pub fn is_word(&self, i: usize) -> bool {
        self.side.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether token `i` starts with a capital.
    #[inline]
    pub fn is_capital(&self, i: usize) -> bool {
        self.side.tokens.get(i).is_some_and(|t| t.capital != Capital::Lower)
    }

    /// Whether one of `marks` stands before token `i`, and no space between.
    pub fn follows(&self, i: usize, marks: &[&str]) -> bool {
        i > 0 && marks.contains(&self.folded_at(i - 1)) && self.is_tight(i)
    }

    /// Whether one of `marks` stands behind token `i` and before another token, without a space.
    pub fn precedes(&self, i: usize, marks: &[&str]) -> bool {
        marks.contains(&self.folded_at(i + 1)) && self.is_tight(i + 1) && self.is_tight(i + 2)
    }

    /// Whether no space stands before token `i`.
    pub fn is_tight(&self, i: usize) -> bool {
        self.side.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// The tokens of this bead among so many before token `at`.
    pub fn before(&self, at: usize, reach: usize) -> Range<usize> {
        at.saturating_sub(reach).max(self.tokens.0)..at
    }

    /// The tokens of this bead among so many behind token `at`.
    pub fn behind(&self, at: usize, reach: usize) -> Range<usize> {
        at + 1..(at + 1 + reach).min(self.tokens.1)
    }

    /// The tokens of this bead that are `tokens`, or among so many before and behind them.
    pub fn about(&self, tokens: Range<usize>, before: usize, behind: usize) -> Range<usize> {
        tokens.start.saturating_sub(before).max(self.tokens.0)..(tokens.end + behind).min(self.tokens.1)
    }

    /// Token `at` and the tokens of this bead among so many before and behind it.
    pub fn around(&self, at: usize, before: usize, behind: usize) -> Range<usize> {
        self.about(at..at + 1, before, behind)
    }

    /// What the word of item `i` may mean: concepts in English, forms in Arabic.
    pub fn meanings(&self, i: u32) -> Vec<u32> {
        self.side.readings.of(self.item(i).token as usize).iter().map(|r| r.id).collect()
    }

    /// Whether token `i` is an Arabic word that starts right behind a letter.
    pub fn is_joined(&self, i: usize) -> bool {
        let start = self.side.tokens.get(i).filter(|t| t.kind == TokenKind::Word).map(|t| t.span.start as usize);
        start.and_then(|at| self.text.get(..at)).and_then(|before| before.chars().next_back()).is_some_and(is_arabic_letter)
    }

    /// The words at `span`.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// From the first to the last of two tokens.
    pub fn span_of(&self, (first, last): (usize, usize)) -> Span {
        self.side.tokens.span(first, last)
    }

    /// `span` with all of the names that it begins or ends within: `خان` becomes خان يونس.
    pub fn whole_names(&self, span: Span) -> Span {
        let tokens = self.side.tokens.within(span);
        let mut whole = span;
        for t in [tokens.start, tokens.end.saturating_sub(1)] {
            for name in self.side.readings.of(t).iter().filter(|r| r.named && r.length > 1) {
                let first = t - usize::from(name.before);
                whole = whole.cover(self.side.tokens.span(first, first + usize::from(name.length) - 1));
            }
        }
        whole
    }

    /// The numbers of this side.
    pub const fn quantities(&self) -> &'a [Quantity] {
        self.quantities
    }

    /// Whether token `i` is of a date, or of what may be one.
    pub fn is_of_date(&self, i: usize) -> bool {
        self.side.dates.iter().any(|d| d.tokens.contains(&(i as u32)))
    }

    /// The dates of this side, those that only may be one included.
    pub const fn dates(&self) -> &'a [Date] {
        self.dates
    }

    /// How many tokens.
    pub fn len(&self) -> usize {
        self.tokens.1 - self.tokens.0
    }

    /// Whether the bead has no token on this side.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Those of `all`, which are in order, whose first token is one of `tokens`.
fn starting_within<'a, T>(all: &'a [T], tokens: &Range<usize>, of: impl Fn(&T) -> &Range<u32>) -> &'a [T] {
    let before = |end: usize| all.partition_point(|thing| (of(thing).start as usize) < end);
    let first = before(tokens.start);
    &all[first..before(tokens.end).max(first)]
}

/// A bead under audit.
pub struct Unit<'a> {
    /// The article around it.
    pub context: &'a Context<'a>,
    /// The English side.
    pub english: View<'a>,
    /// The Arabic side.
    pub arabic: View<'a>,
    /// Which item answers for which.
    pub account: &'a Account,
    /// Its number in the context.
    index: usize,
    /// The clauses and phrases of either side, once asked for.
    parts: [OnceCell<Parts>; 2],
    /// Whether words were glued together, once asked for.
    glued: OnceCell<bool>,
    /// What several rules ask for.
    shared: RefCell<Vec<Rc<dyn Any>>>,
}

impl<'a> Unit<'a> {
    /// Bead `b` of an article.
    pub fn new(context: &'a Context<'a>, b: usize) -> Self {
        let (english, arabic) = context.beads[b];
        Self {
            context,
            english: View::new(context.english.0, context.english.1, english),
            arabic: View::new(context.arabic.0, context.arabic.1, arabic),
            account: &context.accounts[b],
            index: b,
            parts: Default::default(),
            glued: OnceCell::new(),
            shared: RefCell::default(),
        }
    }

    /// The lexicon that both sides were read by.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.context.lexicon
    }

    /// Whether one side has nothing.
    pub fn is_one_sided(&self) -> bool {
        self.english.is_empty() || self.arabic.is_empty()
    }

    /// Whether the bead stands out of order.
    pub fn is_moved(&self) -> bool {
        self.context.moved.contains(&self.index)
    }

    /// Whether a moved bead stands further up in the target than in the source.
    pub fn moved_up(&self) -> bool {
        let target = |b: usize| if self.source() == Lang::English { self.context.beads[b].1 } else { self.context.beads[b].0 };
        let before = (0..self.index).rev().find(|b| !self.context.moved.contains(b) && !target(*b).is_empty());
        before.is_some_and(|b| target(self.index).start < target(b).start)
    }

    /// What is said in the English of this bead and of so many before and after it.
    pub(super) fn passages(&self, beads: usize) -> impl Iterator<Item = &'a Passage> + use<'a> {
        let near = self.index.saturating_sub(beads)..(self.index + beads + 1).min(self.context.beads.len());
        let context = self.context;
        near.map(move |b| context.passage(b))
    }

    /// What is said in the English of this bead.
    pub(super) fn passage(&self) -> &'a Passage {
        self.context.passage(self.index)
    }

    /// Whether English item `i`, lost here, was found in one of so many Arabic beads before.
    pub fn mentioned_before(&self, beads: usize, i: u32) -> bool {
        self.context.mentioned_before(self.index, beads, i)
    }

    /// The language of the source.
    pub fn source(&self) -> Lang {
        self.context.source
    }

    /// One side.
    pub fn view(&self, lang: Lang) -> &View<'a> {
        match lang {
            Lang::English => &self.english,
            Lang::Arabic => &self.arabic,
        }
    }

    /// The inline tags of one side.
    pub fn tags(&self, lang: Lang) -> &'a [Tag] {
        let all = if lang == Lang::English { &self.context.tags.0 } else { &self.context.tags.1 };
        let span = self.view(lang).span;
        let (first, last) = (all.partition_point(|t| t.at < span.start), all.partition_point(|t| t.at <= span.end));
        &all[first..last.max(first)]
    }

    /// The clauses of one side; they tile it.
    pub fn clauses(&self, lang: Lang) -> &[Span] {
        &self.parts(lang).clauses
    }

    /// The phrases of one side; they tile the clauses.
    pub fn phrases(&self, lang: Lang) -> &[Span] {
        &self.parts(lang).phrases
    }

    fn parts(&self, lang: Lang) -> &Parts {
        let view = self.view(lang);
        self.parts[lang as usize].get_or_init(|| Parts::new(&view.side.tokens, view.span))
    }

    /// What `make` makes of this bead, made once for all rules that ask for it: one thing of each type.
    pub fn shared<T: Any>(&self, make: impl FnOnce(&Self) -> T) -> Rc<T> {
        let known = self.shared.borrow().iter().find_map(|thing| Rc::clone(thing).downcast().ok());
        known.unwrap_or_else(|| {
            let made = Rc::new(make(self));
            self.shared.borrow_mut().push(made.clone());
            made
        })
    }

    /// Whether the Arabic side has words that were glued together (`قالتالشرطة`): small words that seem to be missing may be in them.
    pub fn is_glued(&self) -> bool {
        /// So many words without a space before them are no accident.
        const GLUED: usize = 2;
        *self.glued.get_or_init(|| self.arabic.token_range().filter(|i| self.arabic.is_joined(*i)).count() >= GLUED)
    }

    /// The item that answers for item `i` of `lang`, on the other side.
    pub fn partner(&self, lang: Lang, i: u32) -> Option<u32> {
        match lang {
            Lang::English => self.account.of_english(i).map(|l| l.arabic),
            Lang::Arabic => self.account.of_arabic(i).map(|l| l.english),
        }
    }

    /// Whether something on the other side may answer for item `i` of `lang`, be it that it answers for another.
    pub fn is_linked(&self, lang: Lang, i: u32) -> bool {
        self.account.links.iter().any(|l| i == if lang == Lang::English { l.english } else { l.arabic })
    }

    /// Evidence that item `i` of `lang` was translated, in nats: positive where it is accounted for, negative where it is not.
    pub fn evidence(&self, lang: Lang, i: u32) -> f32 {
        let item = self.view(lang).item(i);
        let other = self.view(lang.other()).len() as f32;
        let q = match lang {
            Lang::English => self.account.of_english(i).map(|l| l.q_english),
            Lang::Arabic => self.account.of_arabic(i).map(|l| l.q_arabic),
        };
        q.map_or_else(|| missing(item.p1, 0.0, 1.0), |q| found(item.p1, q, other))
    }

    /// Chance that what accounts for item `i` does so by accident; 1 where nothing does.
    pub fn accident(&self, lang: Lang, i: u32) -> f32 {
        let link = match lang {
            Lang::English => self.account.of_english(i).map(|l| l.q_english),
            Lang::Arabic => self.account.of_arabic(i).map(|l| l.q_arabic),
        };
        link.map_or(1.0, |q| accident(q, self.view(lang.other()).len() as f32))
    }

    /// What the source says and what the translation says, in this order, of a fact in English and in Arabic.
    pub fn in_order<T>(&self, english: T, arabic: T) -> (T, T) {
        if self.source() == Lang::English { (english, arabic) } else { (arabic, english) }
    }

    /// A note on words of both sides, or of one, that quotes them; what it says and how likely it is, the rule adds.
    pub fn quoted(&self, english: Option<Span>, arabic: Option<Span>) -> Note {
        let words = |view: &View, span: Option<Span>| span.map_or("", |s| view.words(s)).to_owned();
        let (expected, found) = self.in_order(words(&self.english, english), words(&self.arabic, arabic));
        Note { english, arabic, expected, found, message: String::new(), odds: 0.0, kind: None, severity: None, leftover: false }
    }

    /// A note that the words of `lang` at `span` have no counterpart.
    pub fn without_counterpart(&self, lang: Lang, span: Span, odds: f32) -> Note {
        let message = if lang == self.source() {
            "These words of the source have no counterpart in the translation."
        } else {
            "These words of the translation have no counterpart in the source."
        };
        let (english, arabic) = lang.english_first(Some(span), None);
        Note { message: message.to_owned(), odds, ..self.quoted(english, arabic) }
    }

    /// What it is called when words of `lang` have no counterpart: dropped from the source, or added in the target.
    pub fn one_sided(&self, lang: Lang) -> Kind {
        if lang == self.source() { Kind::Dropped } else { Kind::Added }
    }
}

/// What a rule has to say about one place of a unit. The engine adds the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The words in the English text; `None` when nothing there answers.
    pub english: Option<Span>,
    /// The words in the Arabic text.
    pub arabic: Option<Span>,
    /// What the source led us to expect.
    pub expected: String,
    /// What the target has.
    pub found: String,
    /// One or two plain sentences.
    pub message: String,
    /// Evidence for the finding in nats, before calibration: its log odds.
    pub odds: f32,
    /// What happened, where the rule knows better than its default.
    pub kind: Option<Kind>,
    /// How bad, where the rule knows better than its default.
    pub severity: Option<Severity>,
    /// Whether it rests on nothing but two words that nothing accounts for: [`super::free`] knows what that is worth in the text.
    pub leftover: bool,
}

impl Note {
    /// Whether it is about some of the words of `lang` at `span`.
    pub fn is_on(&self, lang: Lang, span: Span) -> bool {
        lang.english_first(self.english, self.arabic).0.is_some_and(|own| own.overlaps(span))
    }

    /// Whether it is about English words that `other` is about too.
    pub fn is_on_same_english(&self, other: &Self) -> bool {
        self.english.zip(other.english).is_some_and(|(a, b)| a.overlaps(b))
    }

    /// Whether it is about Arabic words that `other` is about too.
    pub fn is_on_same_arabic(&self, other: &Self) -> bool {
        self.arabic.zip(other.arabic).is_some_and(|(a, b)| a.overlaps(b))
    }
}

/// The only one of `all`, if there is one and no other.
pub(super) fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}
