//! Which English words around a verb may name who does its deed, to whom it is done and who is given something.

use crate::audit::unit::View;
use crate::lang::token::Kind;
use crate::lexicon::words;
use crate::span::Span;

/// How far, in tokens, the words for a person may reach from the verb.
pub(super) const REACH: usize = 7;

/// The pronoun that is the subject of a verb.
pub(super) fn pronoun_before(view: &View, verb: usize) -> Option<usize> {
    let helper = |i: usize| {
        matches!(view.folded(i), "has" | "have" | "had" | "was" | "were" | "is" | "are" | "also" | "will" | "would" | "later" | "then")
            || matches!(
                view.folded(i),
                "ever" | "never" | "once" | "still" | "already" | "just" | "often" | "always" | "now" | "so" | "far"
            )
            || view.folded(i).ends_with("ly")
    };
    let subject = (view.tokens.0..verb).rev().find(|i| !helper(*i))?;
    words::is_subject_pronoun(view.folded(subject)).then_some(subject)
}

/// Whether an English word is an article or an owner before a noun.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "these" | "our" | "my" | "your" | "some" | "many")
}

/// Whether the words of `span` are part of a number or a date: `beaten by six points`, `found by Friday`.
pub(super) fn is_counted(view: &View, span: Span) -> bool {
    view.quantities().iter().any(|q| q.span.overlaps(span)) || view.dates().iter().any(|d| d.span.overlaps(span))
}

/// The tokens before a verb that may name its subject.
pub(super) fn before(view: &View, verb: usize) -> (usize, usize) {
    // `women who lost someone to suicide are working to prevent others`: who is to do it stands further off.
    if pronoun_before(view, verb).is_some() || verb > view.tokens.0 && view.folded(verb - 1) == "to" {
        return (verb, verb);
    }
    let mut start = verb;
    while start > view.tokens.0 && verb - start < REACH && !is_bound(view, start - 1) {
        start -= 1;
    }
    (start, verb)
}

/// The tokens after a verb that may name its object, or the doer after `by`.
pub(super) fn after(view: &View, verb: usize, passive: bool) -> (usize, usize) {
    let mut start = verb + 1;
    if passive {
        while start < view.tokens.1 && view.folded(start) != "by" {
            start += 1;
        }
        start += 1;
    }
    let mut end = start;
    let stop = |i: usize| {
        is_bound(view, i)
            || matches!(
                view.folded(i),
                "to" | "for"
                    | "over"
                    | "near"
                    | "off"
                    | "beyond"
                    | "throughout"
                    | "above"
                    | "below"
                    | "aboard"
                    | "outside"
                    | "inside"
                    | "across"
                    | "around"
                    | "along"
                    | "amid"
                    | "under"
                    | "through"
                    | "within"
                    | "without"
                    | "towards"
                    | "between"
                    | "among"
                    | "behind"
                    | "until"
                    | "despite"
                    | "in"
                    | "on"
                    | "at"
                    | "with"
                    | "after"
                    | "before"
                    | "from"
                    | "by"
                    | "during"
                    | "into"
                    | "about"
                    | "against"
                    | "of"
                    | "as"
                    | "when"
                    | "while"
                    | "if"
                    | "he"
                    | "she"
                    | "it"
                    | "they"
                    | "was"
                    | "were"
                    | "had"
                    | "have"
                    | "has"
                    | "is"
                    | "are"
                    | "would"
                    | "will"
            )
    };
    if matches!(view.folded(start), "her" | "him" | "them" | "me" | "us" | "you" | "it") && !view.is_capital(start) {
        return (start, start);
    }
    while end < view.tokens.1 && end < start + 5 && !stop(end) {
        end += 1;
    }
    (start.min(end), end)
}

/// The tokens behind a verb that name who is given something: `Spain ceded the island to Britain`.
pub(super) fn receiver(view: &View, verb: usize) -> Option<(usize, usize)> {
    let behind = view.behind(verb, REACH);
    let to = behind.take_while(|i| !is_bound(view, *i)).find(|i| view.folded(*i) == "to")?;
    let noun = view.is_capital(to + 1) || matches!(view.folded_at(to + 1), "the" | "his" | "her" | "their" | "its" | "a" | "an");
    let end = view.behind(to, 5).find(|i| is_bound(view, *i) || matches!(view.folded(*i), "its" | "in" | "for" | "on" | "at" | "by"));
    noun.then(|| (to + 1, end.unwrap_or((to + 6).min(view.tokens.1))))
}

/// Whether token `i` bounds what belongs to a verb: a mark, a conjunction, or what begins another clause.
pub(super) fn is_bound(view: &View, i: usize) -> bool {
    let symbol = view.side.tokens.get(i).is_none_or(|t| t.kind == Kind::Symbol && view.folded(i) != "-");
    symbol
        || matches!(
            view.folded(i),
            "that"
                | "and"
                | "but"
                | "who"
                | "which"
                | "whom"
                | "when"
                | "after"
                | "because"
                | "what"
                | "or"
                | "if"
                | "while"
                | "where"
                | "said"
                | "says"
                | "than"
                | "whose"
                | "before"
                | "since"
                | "how"
                | "why"
                | "although"
                | "though"
                | "not"
                | "n't"
                | "never"
        )
}
