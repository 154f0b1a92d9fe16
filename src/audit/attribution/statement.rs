//! Statements with their speakers, as either language puts them.

use std::ops::Range;

use super::Class;
use crate::audit::cue::Cue;
use crate::audit::tensed::may_be_past;
use crate::audit::unit::View;
use crate::lang::Lang;
use crate::lang::token::Kind as TokenKind;
use crate::lexicon::words;
use crate::span::Span;

/// A statement with its speaker.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The words that say that it is one.
    pub cue: Cue<Class>,
    /// Tokens of the speaker; empty where it is not named.
    pub speaker: Range<usize>,
}

impl Attribution {
    /// The words of both.
    pub fn span(&self, view: &View) -> Span {
        let cue = self.cue.span(view);
        if self.speaker.is_empty() {
            return cue;
        }
        // `al-Thawra` is one word to a reader.
        let mut last = self.speaker.end - 1;
        if view.folded(last) == "al" && view.folded(last + 1) == "-" && last + 2 < view.tokens.1 {
            last += 2;
        }
        cue.cover(view.side.tokens.span(self.speaker.start, last))
    }
}

/// Whether a reporting word reports here: `nothing to say`, `is said to be`, `ten cases reported` do not.
pub(super) fn is_statement(view: &View, lang: Lang, cue: &Cue<Class>) -> bool {
    if lang == Lang::Arabic {
        // `طبقا من السمك` is a dish.
        let dish = view.folded(cue.first) == "طبقا" && !view.folded_at(cue.first + 1).starts_with('ل');
        return !dish && !is_signing(view, cue.first) && (!cue.asks || is_source(view, cue) || opens_speech(view, cue));
    }
    let symbol = |i: usize| view.side.tokens.get(i).is_none_or(|t| t.kind == TokenKind::Symbol);
    let before = cue.first.checked_sub(1).filter(|i| *i >= view.tokens.0).map_or("", |i| view.folded(i));
    let after = cue.last + 1;
    let next = if after < view.tokens.1 { view.folded(after) } else { "" };
    let passive = words::is_passive_helper(before);
    let pronoun = matches!(next, "that" | "he" | "she" | "it" | "they" | "there" | "his" | "her" | "their" | "its");
    // `..., the agency reported.`
    let closes = || {
        (after >= view.tokens.1 || symbol(after))
            && next != "-"
            && (2..8).any(|back| cue.first >= view.tokens.0 + back && matches!(view.folded(cue.first - back), "," | "\"" | "”" | "“" | "'"))
    };
    // `with no casualties reported` is no report.
    let none =
        || view.folded(cue.first) == "reported" && (1..6).any(|n| matches!(view.folded_at(cue.first.wrapping_sub(n)), "no" | "without"));
    // `over claims that`, `to settle claims that`
    let infinitive = cue.first >= view.tokens.0 + 2 && view.folded(cue.first - 2) == "to";
    let led = || {
        matches!(before, "over" | "about" | "of" | "amid" | "despite" | "with" | "on" | "by" | "to" | "these" | "those" | "any" | "false")
    };
    let owned = matches!(before, "the" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my" | "of" | "such" | "a");
    let plural = view.folded(cue.first).ends_with('s') && !matches!(view.folded(cue.first), "says" | "tells");
    let is_noun = matches!(view.folded(cue.first), "claims" | "claim" | "reports") && (infinitive || led())
        || plural && owned && cue.first == cue.last;
    match view.folded(cue.first) {
        _ if is_noun || is_within_compound(view, cue) || is_handing_in(view, cue) => false,
        "according" => true,
        _ if view.folded(cue.last) == "that" => !passive,
        _ if matches!(view.folded(cue.last), "think" | "believe") => true,
        "say" | "tell" | "claim" => {
            !matches!(
                before,
                "to" | "can"
                    | "could"
                    | "would"
                    | "should"
                    | "must"
                    | "will"
                    | "may"
                    | "might"
                    | "not"
                    | "don't"
                    | "didn't"
                    | "doesn't"
                    | "can't"
                    | "cannot"
                    | "let"
                    | "let's"
                    | "i'd"
                    | ""
                    | "and"
                    | "or"
                    | "shall"
                    | "i'll"
                    | "never"
                    | "you"
                    | "i"
                    | "we"
                    | ","
            ) && !passive
        }
        // `told lenders to call in loans` is an order.
        "told"
            if (after + 1..after + 5).any(|t| view.folded_at(t) == "to")
                && !(after..after + 5)
                    .any(|t| matches!(view.folded_at(t), "that" | "," | "\"" | "“" | "." | "he" | "she" | "it" | "they")) =>
        {
            false
        }
        "said" | "says" | "told" => !passive && !matches!(before, "that" | "having" | "as" | "been" | "get" | "got" | "not"),
        _ => !passive && (pronoun || closes() && !none()),
    }
}

/// Whether an English reporting word is a piece of one with hyphens: `their win-or-say-goodbye match`.
fn is_within_compound(view: &View, cue: &Cue<Class>) -> bool {
    let joined = |t: usize| view.folded_at(t) == "-" && view.is_tight(t);
    joined(cue.last + 1) && view.is_tight(cue.last + 2) || cue.first > view.tokens.0 && joined(cue.first - 1) && view.is_tight(cue.first)
}

/// Whether somebody is reported to those who are to act on it: `reported her neighbour to the police` tells nothing else.
fn is_handing_in(view: &View, cue: &Cue<Class>) -> bool {
    /// How far behind the verb, in tokens, they may stand.
    const REACH: usize = 7;
    const TAKE_REPORTS: [&str; 8] = ["police", "authorities", "regulator", "regulators", "prosecutors", "watchdog", "fbi", "ombudsman"];
    let takes = |t: usize| (t + 1..t + 3).any(|b| TAKE_REPORTS.contains(&view.folded_at(b)));
    let mut behind = view.behind(cue.last, REACH);
    matches!(view.folded(cue.first), "report" | "reports" | "reported")
        && cue.first == cue.last
        && behind.any(|t| view.folded(t) == "to" && takes(t))
        && !view.behind(cue.last, REACH + 3).any(|t| view.folded(t) == "that")
}

/// Whether توقع is that something be signed: whoever expects does so as يتوقع after a denial. لم توقع المعاهدة نهائيا
fn is_signing(view: &View, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|t| *t >= view.tokens.0).map_or("", |t| view.folded(t));
    view.folded(at) == "توقع" && matches!(before.trim_start_matches(['و', 'ف']), "لم" | "لن")
}

/// Whether Arabic `cue` names a source: `وفقا ل`, `بحسب`.
pub(super) fn is_source(view: &View, cue: &Cue<Class>) -> bool {
    let word = view.folded(cue.first);
    ["وفق", "بحسب", "حسب", "نقل", "علي"].iter().any(|w| word.strip_prefix('و').unwrap_or(word).starts_with(w))
}

/// Whether what is said follows Arabic `cue`: `إن`, a colon, a quotation mark. `أضاف` and `صرح` have other meanings.
pub(super) fn opens_speech(view: &View, cue: &Cue<Class>) -> bool {
    view.behind(cue.last, 15).any(|i| {
        let word = view.folded(i);
        is_that(word) || matches!(word, "انني" | "اننا" | "بانهم" | ":" | "\"" | "“" | "”" | "«" | "قايلا" | "قايله")
    })
}

/// `إن`, `أنه`, `بأنها`: what is said follows.
fn is_that(word: &str) -> bool {
    matches!(word.strip_prefix('ب').unwrap_or(word), "ان" | "انه" | "انها") || matches!(word, "انهم" | "انهما")
}

/// The tokens that name the speaker.
pub(super) fn speaker(view: &View, lang: Lang, cue: &Cue<Class>) -> Range<usize> {
    let is_word = |i: usize| view.side.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Symbol);
    let end = view.tokens.1;
    let forward = |start: usize, most: usize, stops: &dyn Fn(usize) -> bool| {
        let mut last = start;
        while last < end && last < start + most && is_word(last) && !stops(last) {
            last += 1;
        }
        start..last
    };
    if lang == Lang::Arabic {
        let mut start = cue.last + 1;
        while start < end
            && matches!(
                view.folded(start),
                "ل" | "لما"
                    | "ما"
                    | "قالته"
                    | "قاله"
                    | "ذكرته"
                    | "ذكره"
                    | "ذكرت"
                    | "ذكر"
                    | "افادت"
                    | "افاد"
                    | "اعلنت"
                    | "اعلن"
                    | "اعلنته"
                    | "اعلنه"
                    | "قالت"
                    | "قال"
                    | "عن"
            )
        {
            start += 1;
        }
        let range = forward(start, 9, &|i| {
            let word = view.folded(i);
            is_that(word)
                || matches!(
                    word,
                    "بيان"
                        | "تصريح"
                        | "تصريحات"
                        | "مقابله"
                        | "حديث"
                        | "موتمر"
                        | "امام"
                        | "قبل"
                        | "بعد"
                        | "منذ"
                        | "صباح"
                        | "مساء"
                        | "عبر"
                        | "حول"
                        | "وسط"
                        | "عام"
                        | "كما"
                        | "قايلا"
                        | "قايله"
                        | "يوم"
                        | "امس"
                        | "خلال"
                        | "الي"
                        | "علي"
                        | "عن"
                        | "بشان"
                        | "من"
                        | "فان"
                        | "قد"
                        | "لم"
                        | "لا"
                        | "فقد"
                        | "التي"
                        | "الذي"
                        | "الذين"
                )
                || (i > start && word.starts_with("لل"))
        });
        return with_quoted_name(view, range);
    }
    let is_number = |i: usize| view.side.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let stops = |i: usize| {
        matches!(
            view.folded(i),
            "that" | "on" | "in" | "at" | "during" | "after" | "when" | "who" | "which" | "if" | "there" | "it" | "he" | "she" | "they"
        )
    };
    if view.folded(cue.first) == "according" {
        return forward(cue.last + 1, 9, &|i| {
            matches!(
                view.folded(i),
                "who" | "which" | "that" | "on" | "in" | "released" | "published" | "led" | "almost" | "about" | "nearly" | "more"
            ) || is_number(i)
        });
    }
    let inverted = cue.first == view.tokens.0 || !is_word(cue.first - 1);
    // `..., charging that`: who says it stands further off.
    if inverted && view.folded(cue.last) == "that" {
        return cue.first..cue.first;
    }
    if inverted {
        // `..., said the minister.` and not `..., said prices would rise`.
        let range = forward(cue.last + 1, 7, &stops);
        // `said the landlady, Ruth Kaya,`
        let named = with_apposed_name(view, range.clone());
        return if range.end >= end || !is_word(range.end) { named } else { cue.first..cue.first };
    }
    // `the drought-hit province`
    let is_hyphen = |i: usize| view.folded(i) == "-" && view.is_tight(i);
    let mut start = cue.first;
    while start > view.tokens.0
        && cue.first - start < 9
        && (is_word(start - 1) || is_hyphen(start - 1))
        && !matches!(view.folded(start - 1), "and" | "as")
        && !joins_clause(view.folded(start - 1))
    {
        start -= 1;
    }
    // `the father of the girl who ran away said`: whoever says it stands before what `who` tells of somebody.
    let told_of = start > view.tokens.0 && view.folded(start - 1) == "who" && (start..cue.first).take(2).any(|t| is_deed(view, t));
    if told_of { cue.first..cue.first } else { start..cue.first }
}

/// Whether English token `t` may be a verb that tells of somebody: `who fled`, but `who police say`.
fn is_deed(view: &View, t: usize) -> bool {
    let word = view.folded(t);
    may_be_past(word) || matches!(word, "is" | "are" | "has" | "have")
}

/// Whether an English word joins a clause to what stands before it, so that no subject goes on across it.
pub(super) fn joins_clause(word: &str) -> bool {
    #[rustfmt::skip]
    const JOINING: [&str; 12] = [
        "that", "but", "what", "which", "while", "because", "when", "if", "who", "where", "although", "though",
    ];
    JOINING.contains(&word)
}

/// Whoever is called by an office alone may be named behind a comma.
fn with_apposed_name(view: &View, range: Range<usize>) -> Range<usize> {
    /// So many words a name has at most.
    const LONGEST: usize = 4;
    let comma = |t: usize| t < view.tokens.1 && view.folded(t) == ",";
    let first = range.end + 1;
    if range.is_empty() || range.clone().any(|t| view.is_capital(t)) || !comma(range.end) {
        return range;
    }
    let end = (first..view.tokens.1).find(|t| !view.is_capital(*t)).unwrap_or(view.tokens.1);
    let closed = end >= view.tokens.1 || !view.is_word(end);
    if end > first && end - first <= LONGEST && closed { range.start..end } else { range }
}

/// `وقالت صحيفة "لوموند" الفرنسية`: a name in quotation marks is part of its phrase.
fn with_quoted_name(view: &View, range: Range<usize>) -> Range<usize> {
    let quote = |i: usize| i < view.tokens.1 && matches!(view.folded(i), "\"" | "«" | "»" | "“" | "”");
    let close = (range.end + 2..range.end + 6).find(|i| quote(*i));
    let Some(close) = close.filter(|_| !range.is_empty() && quote(range.end)) else { return range };
    let mut end = close + 1;
    if end < view.tokens.1 && view.folded(end).starts_with("ال") {
        end += 1;
    }
    range.start..end
}
