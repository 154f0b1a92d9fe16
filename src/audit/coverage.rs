//! Stretches of a sentence that nothing on the other side accounts for.

use std::ops::Range;

use super::facing::partner_token;
use super::unit::{Unit, View};
use super::verb;
use crate::evidence::item::Kind;
use crate::lang::token::Kind as TokenKind;
use crate::lang::{Lang, arabic_letters, count_bytes};
use crate::lexicon::{weight, words};
use crate::span::Span;

/// Arabic letters for one English letter in a translated sentence.
const LENGTH_RATIO: f32 = 0.92;
/// What one item may add to a stretch, and what it takes away at least where it is accounted for, in nats.
const MOST: f32 = 3.0;
const LEAST_FOUND: f32 = 0.3;
/// What is left of the evidence of a word that says little, or that the other side has once where this side has it twice.
const LITTLE: f32 = 0.3;
/// How far, in tokens, leftovers of the other side may stand from the place of a stretch to be its translation.
const NEAR: usize = 2;

/// Log odds of the model at which a default report shows a run. Arabic adds words for clarity, so that more is asked there.
const ENGLISH_EVEN: f32 = 1.7;
const ARABIC_EVEN: f32 = 1.98;
/// Sentences of fewer items are short; what each item that is lacking takes away.
const FEW: f32 = 8.0;
const SHORT: f32 = 0.15;
/// What whole phrases are worth over parts of them in Arabic: who adds a claim adds all its words, who says it clearer a few.
const PHRASE: f32 = 0.4;

/// Log odds of the model of lone words that a default report shows, and what they are worth: a few of the right sentences lack a word as well.
const WORD_EVEN: f32 = 3.6;
const WORD: f32 = 0.6;

/// What a clause that was put behind the sentence, or into it, is worth: of 10,500 right sentences seven have one that looks likely at all.
const APPENDED: f32 = 1.7;

/// A stretch of items of one side whose summed evidence says "not there", with what is known of it and of its bead.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// First item and one past the last; both are unaccounted for.
    pub items: (u32, u32),
    /// The words, without what belongs to other phrases.
    pub span: Span,
    /// Summed evidence against a counterpart, in nats.
    pub score: f32,
    /// How many of its items are unaccounted for.
    pub missing: u32,
    /// How many more the other side has once where this side has them twice.
    pub once: u32,
    /// Evidence of those against a counterpart, in nats.
    pub evidence: f32,
    /// The highest chance of one of those to be found when translated.
    pub surest: f32,
    /// Mean logarithm of how often they are met.
    pub rarity: f32,
    /// Whether one of those is a name.
    pub name: bool,
    /// Function words among its words.
    pub function_words: u32,
    /// Whether no phrase holds anything beside it.
    pub whole: bool,
    /// What is left over of the other side where its counterpart should stand, in nats.
    pub facing: f32,
    /// Whether nothing is left over there or beside it.
    pub hole: bool,
    /// Whether it is an Arabic preposition with a noun and what belongs to it.
    pub prepositional: bool,
    /// Whether it is most of an Arabic clause that was put behind the sentence, or into it.
    pub appended: bool,
}

/// What a preposition with its noun and one word more is worth: who adds a circumstance adds all of it, who rewords a sentence leaves
/// over verbs and nouns. Of such stretches near even odds one in four was put in, of others one in thirty (planted against right pairs).
const PREPOSITIONAL: f32 = 0.7;

/// What is known of a side of a bead, whatever the stretch.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    lang: Lang,
    /// How much longer this side is than its counterpart should be, as a natural logarithm of lengths.
    excess: f32,
    /// How many items there are on this side, how many of them are accounted for, and how many there are on the other.
    items: f32,
    accounted: f32,
    other_items: f32,
    /// Share of the items of the other side that are accounted for.
    other_explained: f32,
}

/// What one item adds to a run, in nats: more the surer it should have been found; less than nothing where it was found.
pub fn weight_of(unit: &Unit, lang: Lang, item: u32) -> f32 {
    let evidence = unit.evidence(lang, item);
    if unit.partner(lang, item).is_some() {
        return -evidence.clamp(LEAST_FOUND, MOST);
    }
    let view = unit.view(lang);
    // What answers for it answers for another item: the other side has once what this side has twice.
    let said = unit.is_linked(lang, item);
    let light = words::stands_light(&view.side.tokens, view.item(item).token as usize);
    (-evidence).min(MOST) * if light { LITTLE } else { 1.0 } * if said { LITTLE } else { 1.0 }
}

/// What each item of a bead adds to a run: that of the other side is asked for as well.
struct Weights([Vec<f32>; 2]);

impl Weights {
    fn new(unit: &Unit) -> Self {
        Self([Lang::English, Lang::Arabic].map(|lang| unit.view(lang).item_range().map(|i| weight_of(unit, lang, i)).collect()))
    }

    /// Those of `items` of `lang`.
    fn of(&self, unit: &Unit, lang: Lang, items: Range<u32>) -> &[f32] {
        let first = unit.view(lang).items.0;
        &self.0[lang as usize][(items.start - first) as usize..(items.end.max(items.start) - first) as usize]
    }

    /// Evidence of those of `items` of `lang` that are unaccounted for, in nats.
    fn leftover(&self, unit: &Unit, lang: Lang, items: Range<u32>) -> f32 {
        self.of(unit, lang, items).iter().map(|weight| weight.max(0.0)).sum()
    }
}

impl Side {
    /// What is known of `lang` in `unit`.
    pub fn new(unit: &Unit, lang: Lang) -> Self {
        let counts = |l: Lang| {
            let all = unit.view(l).item_range();
            (all.clone().filter(|i| unit.partner(l, *i).is_some()).count() as f32, all.len() as f32)
        };
        let ((mine, of_mine), (theirs, of_theirs)) = (counts(lang), counts(lang.other()));
        Self {
            lang,
            excess: excess(unit, lang),
            items: of_mine,
            accounted: mine,
            other_items: of_theirs,
            other_explained: theirs / of_theirs.max(1.0),
        }
    }

    /// Log odds that a reviser would agree that a run has no counterpart.
    ///
    /// A logistic model of what is known of the run and of its bead, fitted on translated sentences from one side of which a word
    /// or a phrase was taken, against the same sentences whole. The intercepts are set so that even odds are what a default report
    /// should show: about one translated sentence in a hundred has such a run, and half of those have lost something.
    pub fn odds(&self, run: &Run) -> f32 {
        let hole = if run.hole { run.evidence.min(6.0) } else { 0.0 };
        let flag = |on: bool| if on { 1.0 } else { 0.0 };
        let size = (run.items.1 - run.items.0) as f32;
        let missing = run.missing as f32;
        let whole = flag(run.whole && missing == size);
        let explained = (self.accounted - (size - missing)) / (self.items - size).max(1.0);
        let (mine, theirs) = (self.items.max(1.0).ln(), self.other_items.max(1.0).ln());
        // Short sentences are translated more freely than the model knows: it was fitted on errors as likely in them as in long ones.
        let short = SHORT * (FEW - self.items.min(self.other_items)).max(0.0);
        let odds = match self.lang {
            Lang::English => {
                0.253 * run.score + 0.158 * missing + 8.622 * run.surest - 0.126 * run.facing + 0.42 * hole + 2.644 * self.other_explained
                    - 2.821 * explained
                    - 0.364 * mine
                    - 0.478 * theirs
                    + 1.933 * self.excess
                    + 0.626 * whole
                    + 0.172 * run.function_words as f32
                    - 0.163 * run.rarity
                    - 0.319 * flag(run.name)
                    - 7.602
                    - ENGLISH_EVEN
            }
            Lang::Arabic => {
                0.249 * run.score - 0.126 * missing + 7.035 * run.surest - 0.121 * run.facing + 0.337 * hole + 2.196 * self.other_explained
                    - 0.563 * explained
                    + 0.417 * mine
                    - 1.266 * theirs
                    + 0.861 * self.excess
                    + 0.641 * whole
                    + if whole > 0.0 { PHRASE } else { -PHRASE }
                    + 0.371 * run.function_words as f32
                    - 0.243 * run.rarity
                    - 0.9 * flag(run.name)
                    + APPENDED * flag(run.appended)
                    + PREPOSITIONAL * flag(run.prepositional && missing == size)
                    - 8.8
                    - ARABIC_EVEN
            }
        };
        odds - short
    }

    /// Log odds that an English word between others that are accounted for was lost, before it is compared with what is left over in
    /// Arabic.
    ///
    /// A logistic regression on 7,200 words that nothing accounts for in 10,600 right sentences of public corpora, and on 14,800 whose
    /// Arabic was taken out of such sentences. Even odds are what one right sentence in three hundred has; nearly half of those have
    /// lost something.
    pub fn odds_of_word(&self, run: &Run) -> f32 {
        let surprise = -(1.0 - run.surest).max(0.01).ln();
        let explained = self.accounted / (self.items - 1.0).max(1.0);
        let hole = if run.hole { 1.0 } else { 0.0 };
        let fitted = 6.23 * run.surest + 0.99 * surprise - 0.44 * run.rarity - 0.08 * run.facing + 1.01 * hole
            - 0.75 * self.other_items.max(1.0).ln()
            - 0.47 * explained
            - 8.02;
        WORD * (fitted - WORD_EVEN)
    }
}

/// The stretches of `lang` with the highest sums, in order; they do not overlap, and none goes on in another line. Left out are those
/// that are not `worth` a look even as whole phrases, as which they are first shown: few sentences need be cut into phrases.
pub fn runs(unit: &Unit, lang: Lang, worth: impl Fn(&Run) -> bool) -> Vec<Run> {
    let view = unit.view(lang);
    let all = unit.shared(Weights::new);
    let mut stretches = Vec::new();
    for line in lines(view) {
        let weights = all.of(unit, lang, line.clone());
        let placed = |(first, end, sum): (usize, usize, f32)| ((line.start + first as u32, line.start + end as u32), sum);
        stretches.extend(maximal(weights).into_iter().map(placed));
    }
    // What is mostly said before or after, in a headline above all, is not lost.
    let lost = |run: &Run| run.missing > 0 && run.missing >= run.once;
    let runs = stretches.into_iter().map(|(items, sum)| run(unit, &all, lang, items, sum)).filter(|run| lost(run) && worth(run));
    runs.map(|run| {
        let (span, whole) = readable(view, unit.phrases(lang), run.items);
        let arabic = lang == Lang::Arabic && run.missing > 1;
        Run {
            span,
            whole,
            appended: arabic && (is_appended(unit, span) || is_put_in(unit, span) || goes_on(unit, span)),
            prepositional: arabic && is_prepositional(unit, span),
            ..run
        }
    })
    .collect()
}

/// Whether `span` starts what stands behind the last comma of the Arabic side, joined to it as a clause, of which little is accounted
/// for.
fn is_appended(unit: &Unit, span: Span) -> bool {
    const JOINING: [&str; 6] = ["مما", "حيث", "علما", "كما", "بينما", "رغم"];
    let view = &unit.arabic;
    let Some(mark) = view.token_range().rev().find(|t| matches!(view.folded(*t), "،" | "," | "؛")) else { return false };
    let first = view.side.tokens.within(span).start;
    let items = view.side.items_within(mark + 1..view.tokens.1).map(|i| i as u32);
    let (all, kept) = items.fold((0, 0), |(all, kept), i| (all + 1, kept + u32::from(unit.partner(Lang::Arabic, i).is_some())));
    let word = view.folded_at(mark + 1);
    // The و of واشنطن is its own.
    let own = || view.side.readings.of(mark + 1).iter().any(|r| unit.lexicon().folded(r.id).starts_with('و'));
    let joined = JOINING.contains(&word) || word.starts_with('و') && !own();
    joined && (mark + 1..mark + 3).contains(&first) && kept * 3 <= all
}

/// Whether `span` is an Arabic clause that starts with a verb in the perfect, joined by و, of which nothing is accounted for: ووصفها بأنها
/// حملة مغرضة.
fn is_put_in(unit: &Unit, span: Span) -> bool {
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(span);
    let items = view.side.items_within(tokens.clone());
    let joined = view.folded_at(tokens.start).starts_with('و') && verb::is_form(unit, tokens.start, true);
    joined && tokens.len() >= 4 && items.into_iter().all(|i| unit.partner(Lang::Arabic, i as u32).is_none())
}

/// Whether `span` has an Arabic clause of some words that goes on after a comma: ، ما دفع شركات عدة إلى إعلان إفلاسها.
fn goes_on(unit: &Unit, span: Span) -> bool {
    const GOES_ON: [&str; 6] = ["ما", "مما", "والذي", "والتي", "وهو", "الامر"];
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(span);
    let starts = |t: usize| GOES_ON.contains(&view.folded(t)) && matches!(view.folded_at(t.wrapping_sub(1)), "،" | ",");
    tokens.clone().any(|t| starts(t) && tokens.end - t >= 4)
}

/// Whether `span` is three Arabic words of which the first is a preposition, or has one joined to it.
fn is_prepositional(unit: &Unit, span: Span) -> bool {
    #[rustfmt::skip]
    const APART: [&str; 30] = [
        "في", "من", "علي", "الي", "عن", "مع", "بعد", "قبل", "منذ", "خلال", "بسبب", "عبر", "ضد", "حول", "اثناء", "لدي", "عند", "بين", "تحت", "فوق",
        "دون", "نحو", "رغم", "وسط", "ضمن", "امام", "طوال", "لمده", "بهدف", "جراء",
    ];
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(span);
    let word = view.folded_at(tokens.start);
    let joined = || {
        // The ب of بيت is its own, whatever else is listed with one (بأمر من).
        let own = |letter: char| view.side.readings.of(tokens.start).iter().all(|r| unit.lexicon().folded(r.id).starts_with(letter));
        word.chars().next().is_some_and(|letter| matches!(letter, 'ب' | 'ل') && !own(letter))
    };
    tokens.len() == 3 && (APART.contains(&word) || joined())
}

/// The items of each line of a side: a title is no part of what stands under it.
fn lines(view: &View) -> Vec<Range<u32>> {
    let starts = view.token_range().filter(|t| view.side.tokens.list()[*t].starts_line);
    let cuts = starts.map(|t| view.side.items_within(t..view.tokens.1).start as u32).filter(|i| view.item_range().contains(i));
    let mut ends: Vec<u32> = cuts.filter(|i| *i > view.items.0).chain([view.items.1]).collect();
    ends.dedup();
    let mut first = view.items.0;
    ends.into_iter().map(|end| std::mem::replace(&mut first, end)..end).collect()
}

/// All maximal stretches of `weights`: first, one past the last, sum. None can be made longer or shorter without losing.
///
/// W. L. Ruzzo and M. Tompa, A linear time algorithm for finding all maximal scoring subsequences, ISMB 1999.
fn maximal(weights: &[f32]) -> Vec<(usize, usize, f32)> {
    struct Candidate {
        range: (usize, usize),
        before: f32,
        after: f32,
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut sum = 0.0;
    for (i, weight) in weights.iter().enumerate() {
        let before = sum;
        sum += weight;
        if *weight <= 0.0 {
            continue;
        }
        let mut new = Candidate { range: (i, i + 1), before, after: sum };
        while let Some(j) = candidates.iter().rposition(|c| c.before < new.before).filter(|j| candidates[*j].after < new.after) {
            new = Candidate { range: (candidates[j].range.0, new.range.1), before: candidates[j].before, after: new.after };
            candidates.truncate(j);
        }
        candidates.push(new);
    }
    candidates.into_iter().map(|c| (c.range.0, c.range.1, c.after - c.before)).collect()
}

/// What is known of a stretch before it is compared with phrases.
fn run(unit: &Unit, weights: &Weights, lang: Lang, items: (u32, u32), score: f32) -> Run {
    let view = unit.view(lang);
    let lost: Vec<u32> = (items.0..items.1).filter(|i| unit.partner(lang, *i).is_none()).collect();
    let missing = lost.len().max(1) as f32;
    let once = lost.iter().filter(|i| unit.is_linked(lang, **i)).count() as u32;
    let tokens = view.item(items.0).token as usize..view.item(items.1 - 1).token as usize + 1;
    let name = |i: &u32| {
        let item = view.item(*i);
        let capital = view.is_capital(item.token as usize);
        item.kind == Kind::Name || item.kind == Kind::Word && capital && item.token as usize > view.tokens.0
    };
    let (facing, hole) = facing(unit, weights, lang, items);
    Run {
        items,
        span: view.item(items.0).span.cover(view.item(items.1 - 1).span),
        score,
        missing: lost.len() as u32 - once,
        once,
        evidence: lost.iter().map(|i| weights.of(unit, lang, *i..*i + 1)[0]).sum(),
        surest: lost.iter().map(|i| view.item(*i).p1).fold(0.0, f32::max),
        rarity: lost.iter().map(|i| frequency(unit, lang, *i).ln()).sum::<f32>() / missing,
        name: lost.iter().any(name),
        function_words: tokens.filter(|t| words::stands_function(&view.side.tokens, *t)).count() as u32,
        whole: true,
        facing,
        hole,
        prepositional: false,
        appended: false,
    }
}

/// Chance per token to meet what item `i` may mean; the highest of its readings.
pub(super) fn frequency(unit: &Unit, lang: Lang, i: u32) -> f32 {
    let (view, lexicon) = (unit.view(lang), unit.lexicon());
    let of = |id| if lang == Lang::English { lexicon.concept_q(id) } else { lexicon.form_q(id) };
    let readings = view.side.readings.of(view.item(i).token as usize);
    readings.iter().map(|r| of(r.id)).fold(weight::RARE / 3.0, f32::max)
}

/// What is left over on the other side between the counterparts of the neighbours of `items`, in nats, and whether nothing is
/// left over there or close by.
fn facing(unit: &Unit, weights: &Weights, lang: Lang, items: (u32, u32)) -> (f32, bool) {
    let all = unit.view(lang).item_range();
    let before = (all.start..items.0).rev().find_map(|i| partner_token(unit, lang, i));
    let after = (items.1..all.end).find_map(|i| partner_token(unit, lang, i));
    let other = unit.view(lang.other());
    let (start, end) = match (before, after) {
        (Some(b), Some(a)) => (b.min(a), b.max(a) + 1),
        (Some(b), None) => (b, other.tokens.1),
        (None, Some(a)) => (other.tokens.0, a + 1),
        (None, None) => return (weights.leftover(unit, lang.other(), other.item_range()), false),
    };
    let left = |start: usize, end: usize| -> f32 {
        let within = other.side.items_within(other.about(start..end, 0, 0));
        weights.leftover(unit, lang.other(), within.start as u32..within.end as u32)
    };
    (left(start, end), left(start.saturating_sub(NEAR), end + NEAR) == 0.0)
}

/// The words of `items`, with all of a phrase that holds no other, and whether that is so of all its phrases.
fn readable(view: &View, phrases: &[Span], items: (u32, u32)) -> (Span, bool) {
    let (first, last) = (view.item(items.0), view.item(items.1 - 1));
    let phrase = |span: Span| phrases.iter().find(|p| p.contains(span)).copied();
    let (from, to) = (phrase(first.span), phrase(last.span));
    let other = |phrase: Option<Span>, within: Range<u32>| phrase.is_none_or(|p| within.clone().any(|i| p.contains(view.item(i).span)));
    let (head, tail) = (other(from, view.items.0..items.0), other(to, items.1..view.items.1));
    let start = from.filter(|_| !head).map_or(first.span.start, |p| p.start);
    let end = to.filter(|_| !tail).map_or(last.span.end, |p| p.end);
    (trim(view, Span::new(start, end.max(start))), !head && !tail)
}

/// The logarithm of the ratio of lengths in letters of the English side and of what its counterpart leads to expect.
struct Ratio(f32);

impl Ratio {
    fn new(unit: &Unit) -> Self {
        let letters = |view: &View| {
            let words = view.words(view.span);
            (count_bytes(words.as_bytes(), |byte| byte.is_ascii_alphanumeric()) + arabic_letters(words)) as f32 + 6.0
        };
        Self((letters(&unit.english) * LENGTH_RATIO / letters(&unit.arabic)).ln())
    }
}

/// How much longer `lang` is than its counterpart leads to expect: the logarithm of the ratio of lengths in letters.
fn excess(unit: &Unit, lang: Lang) -> f32 {
    let Ratio(ratio) = *unit.shared(Ratio::new);
    if lang == Lang::English { ratio } else { -ratio }
}

/// A span without the white space and the marks at its ends.
fn trim(view: &View, span: Span) -> Span {
    let tokens = view.side.tokens.within(span);
    let is_word = |i: &usize| {
        let value = matches!(view.folded(*i), "%" | "٪" | "$" | "€" | "£");
        value || view.side.tokens.get(*i).is_some_and(|t| t.kind != TokenKind::Symbol)
    };
    let (first, last) = (tokens.clone().find(is_word), tokens.clone().rev().find(is_word));
    first.zip(last).map_or(span, |(first, last)| view.side.tokens.span(first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_maximal() {
        let of = |weights: &[f32]| maximal(weights).into_iter().map(|(a, b, _)| (a, b)).collect::<Vec<_>>();
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[-1.0, -2.0]), []);
        assert_eq!(of(&[1.0, 2.0, -1.0, 2.0]), [(0, 4)]);
        assert_eq!(of(&[1.0, -3.0, 2.0]), [(0, 1), (2, 3)]);
        assert_eq!(of(&[4.0, -5.0, 3.0, -3.0, 1.0, 2.0, -2.0, 2.0, -2.0, 1.0, 5.0]), [(0, 1), (2, 3), (4, 11)]);
    }
}
