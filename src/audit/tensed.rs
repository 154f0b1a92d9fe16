//! English verbs with their helpers, as far as these tell: what is, was or will be, and what is under way.

use super::unit::View;
use crate::lang::known::Question;
use crate::lang::token::{Capital, Kind};
use crate::lexicon::words;

/// How far, in tokens, helpers stand apart.
const REACH: usize = 4;

/// When it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Past,
    Present,
    ToCome,
}

/// What stands behind the helpers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb as in the dictionary: `will use`, `does use`.
    Plain,
    /// `is using`.
    UnderWay,
    /// `is used`, `has used`.
    Done,
    /// `is being used`.
    BeingDone,
    /// What somebody or something is: `is large`.
    Noun,
}

/// A verb with its helpers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tensed {
    /// The token of the first helper.
    pub first: usize,
    /// That of the last.
    pub last: usize,
    /// That of the verb, or of the first word of what somebody is.
    pub verb: usize,
    pub time: Time,
    /// Whether `have` is among the helpers.
    pub perfect: bool,
    /// Whether `be` is.
    pub be: bool,
    pub form: Form,
}

/// When it is by its first helper.
fn opens(word: &str) -> Option<Time> {
    Some(match word {
        "is" | "are" | "am" | "has" | "have" | "does" | "do" => Time::Present,
        "was" | "were" | "had" | "did" => Time::Past,
        "will" | "won't" => Time::ToCome,
        _ => return None,
    })
}

/// Whether folded `word` may stand between a helper and its verb.
pub(super) fn is_between(word: &str) -> bool {
    #[rustfmt::skip]
    const BETWEEN: &[&str] = &[
        "not", "n't", "also", "still", "now", "often", "always", "never", "ever", "then", "both", "all", "already", "just", "even", "only",
        "soon", "sometimes", "again", "thus", "therefore", "once", "long", "yet", "each", "further", "first",
    ];
    let own = || matches!(word, "family" | "early" | "likely" | "italy" | "supply" | "apply" | "reply" | "assembly");
    BETWEEN.contains(&word) || word.len() > 4 && word.ends_with("ly") && !own()
}

/// Whether folded `word` ends as what is under way does, and is no noun nor what something is like.
pub(super) fn is_under_way(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "being", "nothing", "something", "anything", "everything", "during", "king", "ring", "thing", "spring", "string", "morning", "evening",
        "building", "ceiling", "wing", "including", "regarding", "according", "meeting", "wedding", "amazing", "interesting", "surprising",
        "exciting", "outstanding", "missing", "willing", "charming", "disappointing", "boring", "shocking", "encouraging", "challenging",
        "confusing", "alarming", "worrying", "embarrassing", "disturbing", "frustrating", "devastating", "stunning", "inspiring", "misleading",
        "compelling", "touching", "promising", "pressing", "overwhelming", "terrifying", "forthcoming", "bring", "sing", "sterling",
        "fascinating", "convincing", "demanding", "entertaining", "pleasing", "rewarding", "striking", "tiring", "annoying", "leading",
        "loving", "caring", "damning", "concerning", "daunting", "staggering", "appalling", "astonishing", "breathtaking", "heartbreaking",
        "wanting", "lacking", "lasting", "binding", "ongoing", "upcoming", "beijing", "boeing", "viking", "training", "engineering", "farming",
        "fishing", "hunting", "mining", "shopping", "cooking", "swimming", "boating", "going",
    ];
    word.len() > 4 && word.ends_with("ing") && !OTHERS.contains(&word)
}

/// Whether folded `word` may be what was done: `used`, `taken`.
pub(super) fn is_done(word: &str) -> bool {
    let regular =
        word.len() > 3 && word.ends_with("ed") && !matches!(word, "need" | "seed" | "indeed" | "hundred" | "speed" | "breed" | "sacred");
    regular
        || is_irregular(word)
        || matches!(word, "set" | "put" | "cut" | "hit" | "read" | "shut" | "split" | "hurt" | "cast" | "spread" | "let" | "shed" | "burst")
}

/// Whether folded `word` is an irregular form of a verb, not of a noun nor of what something is like.
fn is_irregular(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "men", "women", "people", "children", "feet", "teeth", "mice", "left", "best", "better", "worse", "worst", "less", "least", "more",
        "most", "should", "could", "would", "might", "is", "are", "am", "does", "has",
    ];
    words::irregular(word).is_some() && !word.ends_with('s') && !word.ends_with("men") && !OTHERS.contains(&word)
}

/// Whether folded `word` may say of somebody what was done or was so.
pub(super) fn may_be_past(word: &str) -> bool {
    matches!(word, "was" | "were" | "had" | "did" | "been") || word.len() > 4 && word.ends_with("ed") || is_irregular(word)
}

/// The verbs of `view` that have helpers, in order.
pub(super) fn tensed<'a>(view: &'a View<'a>) -> impl Iterator<Item = Tensed> + 'a {
    static OPENS: Question = Question::new();
    view.tokens_that_are(&OPENS, |word| opens(word).is_some()).filter_map(|t| at(view, t))
}

/// The verb whose first helper stands at token `t`.
fn at(view: &View, t: usize) -> Option<Tensed> {
    let named = t > view.tokens.0 && view.is_capital(t);
    let time = opens(view.folded(t)).filter(|_| !named)?;
    let next = |from: usize| {
        let is_word = |n: &usize| view.is_word(*n);
        view.behind(from, REACH).find(|n| !is_between(view.folded(*n))).filter(is_word)
    };
    let mut perfect = matches!(view.folded(t), "has" | "have" | "had");
    let mut be = words::is_passive_helper(view.folded(t)) || view.folded(t) == "am";
    let (mut last, mut being, mut verb) = (t, false, next(t)?);
    loop {
        match view.folded(verb) {
            "have" if time == Time::ToCome && !perfect => perfect = true,
            "be" if time == Time::ToCome && !be => be = true,
            "been" if perfect && !be => be = true,
            "being" if be => being = true,
            _ => break,
        }
        last = verb;
        verb = next(verb)?;
    }
    let word = view.folded(verb);
    let form = match word {
        _ if view.is_capital(verb) => Form::Noun,
        _ if be && !being && is_under_way(word) => Form::UnderWay,
        _ if be && is_done(word) && being => Form::BeingDone,
        _ if be && is_done(word) => Form::Done,
        _ if be => Form::Noun,
        _ if perfect && is_done(word) => Form::Done,
        _ if perfect => Form::Noun,
        _ => Form::Plain,
    };
    Some(Tensed { first: t, last, verb, time, perfect, be, form })
}

/// Whether English token `t` is in lower case.
pub(super) fn is_lower(view: &View, t: usize) -> bool {
    view.side.tokens.get(t).is_some_and(|w| w.capital == Capital::Lower && w.kind == Kind::Word)
}
