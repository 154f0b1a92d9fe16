//! Words around a number that bound it: `about`, `more than`, `لا يقل عن`, `على الأكثر`, `or so`.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::{Known, Question};
use crate::lang::token::Tokens;

use super::{Bound, scan};

mod passing;

/// A phrase and what it does to the number beside it.
struct Phrase {
    words: Vec<String>,
    bound: Bound,
}

/// `english|forms ⇥ arabic|forms ⇥ bound ⇥ before or after the number`.
const FILE: &str = include_str!("../../lexicon/data/gazetteer/bound.tsv");

static BEFORE: LazyLock<[Vec<Phrase>; 2]> = LazyLock::new(|| [load(Lang::English, "before"), load(Lang::Arabic, "before")]);
static AFTER: LazyLock<[Vec<Phrase>; 2]> = LazyLock::new(|| [load(Lang::English, "after"), load(Lang::Arabic, "after")]);

fn of(table: &'static [Vec<Phrase>; 2], lang: Lang) -> &'static [Phrase] {
    match lang {
        Lang::English => &table[0],
        Lang::Arabic => &table[1],
    }
}

/// Longest first, so that `لا يتجاوز` is found before `يتجاوز`.
fn load(lang: Lang, place: &str) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for line in FILE.lines() {
        let columns: Vec<_> = line.split('\t').collect();
        let [english, arabic, name, at] = columns[..] else { continue };
        let Some(bound) = named(name).filter(|_| at == place) else { continue };
        let forms = if lang == Lang::English { english } else { arabic };
        for form in forms.split('|').filter(|form| !form.is_empty()) {
            let tokens = Tokens::new(lang, form);
            let words: Vec<_> = (0..tokens.len()).map(|i| tokens.folded(i).to_owned()).collect();
            phrases.push(Phrase { words, bound });
        }
    }
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    phrases
}

fn named(name: &str) -> Option<Bound> {
    Some(match name {
        "about" => Bound::About,
        "at-least" => Bound::AtLeast,
        "at-most" => Bound::AtMost,
        "maybe-at-most" => Bound::MaybeAtMost,
        _ => return None,
    })
}

static ENDS: Question = Question::new();
static ENDED: Known<Box<[u8]>> = Known::new();

/// The phrases that stand before a number and may end in `folded`.
fn ended(lang: Lang, folded: &str) -> impl Iterator<Item = u8> {
    let last = move |phrase: &Phrase| phrase.words.last().is_some_and(|word| same(lang, folded, word, phrase.words.len() == 1));
    (0..).zip(of(&BEFORE, lang)).filter(move |(_, phrase)| last(phrase)).map(|(n, _)| n)
}

/// Those that may end in the token before `end`.
fn ended_before(tokens: &Tokens, end: usize) -> Cow<'static, [u8]> {
    let Some(last) = end.checked_sub(1).filter(|last| tokens.is(*last, &ENDS, |word| ended(tokens.lang(), word).next().is_some())) else {
        return Cow::Borrowed(&[]);
    };
    match ENDED.of(tokens.list()[last].word, || ended(tokens.lang(), tokens.folded(last)).collect()) {
        Cow::Borrowed(ended) => Cow::Borrowed(&**ended),
        Cow::Owned(ended) => Cow::Owned(ended.into()),
    }
}

/// The bound that stands before token `start`, and where its words begin.
pub(super) fn before(tokens: &Tokens, start: usize, duration: bool) -> Option<(Bound, usize)> {
    stacked(tokens, start, duration, true)
}

/// The same; where it is about a number, with the bound before that, once.
fn stacked(tokens: &Tokens, start: usize, duration: bool, outermost: bool) -> Option<(Bound, usize)> {
    if let Some(found) = of_an_age_group(tokens, start) {
        return Some(found);
    }
    let definite = tokens.lang() == Lang::English && scan::before(tokens, start) == "the";
    let bare = match tokens.lang() {
        Lang::Arabic => before_clitics(tokens, start),
        // `above the 70% ceiling`
        Lang::English if definite => start - 1,
        Lang::English => before_more(tokens, start),
    };
    let ends = [bare, start].map(|end| (end, ended_before(tokens, end)));
    let mut numbers: Vec<u8> = ends.iter().flat_map(|(_, ended)| &**ended).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    for n in numbers {
        let phrase = &of(&BEFORE, tokens.lang())[usize::from(n)];
        for end in ends.iter().filter(|(_, ended)| ended.contains(&n)).map(|(end, _)| *end) {
            let Some(first) = end.checked_sub(phrase.words.len()) else { continue };
            let found = phrase.words.iter().enumerate().rev().all(|(k, word)| same(tokens.lang(), tokens.folded(first + k), word, k == 0))
                && !(first + 1..=start).any(|i| scan::opens_paragraph(tokens, i));
            if found && !misleading(tokens, first, start, phrase, duration) {
                let bound = if goes_up(tokens, first, phrase) { Bound::MaybeAtMost } else { phrase.bound };
                let (bound, first) = passing::in_context(tokens, first, &phrase.words, bound);
                // `up to about 10`, `يصل إلى نحو 10`, `more than just 10`
                let soft = bound == Bound::About || bound.is_unsure();
                let outer = if soft && outermost { stacked(tokens, first, duration, false) } else { None };
                let found = outer.filter(|(outer, _)| !outer.is_unsure()).unwrap_or((bound, first));
                return if definite && end < start { Some((found.0.unsure()?, found.1)) } else { Some(found) };
            }
        }
    }
    passing::english(tokens, bare).or_else(|| verb_before(tokens, bare))
}

/// Where the words begin that may stand between an English bound and its number: `over a 100 feet`, `at least another two`.
fn before_more(tokens: &Tokens, start: usize) -> usize {
    let more = matches!(scan::before(tokens, start), "another" | "further" | "additional" | "extra");
    let first = start - usize::from(more);
    first - usize::from(matches!(scan::before(tokens, first), "a" | "an"))
}

/// Whether a verb, and no bound, has the `up` of `up to`: `crept up to 4.4%`.
fn goes_up(tokens: &Tokens, first: usize, phrase: &Phrase) -> bool {
    #[rustfmt::skip]
    const VERBS: [&str; 12] = ["inch", "creep", "crept", "edg", "tick", "climb", "nudg", "shot", "went", "goes", "ratchet", "bump"];
    phrase.words.len() == 2 && phrase.words[0] == "up" && VERBS.iter().any(|verb| scan::before(tokens, first).starts_with(verb))
}

/// `the under-23s`, `over-60s`: Arabic names them by the age, or says that they are below or above it.
fn of_an_age_group(tokens: &Tokens, start: usize) -> Option<(Bound, usize)> {
    let first = start.checked_sub(2).filter(|_| tokens.lang() == Lang::English && scan::hyphen(tokens, start - 1))?;
    match tokens.folded(first) {
        "under" => Some((Bound::MaybeAtMost, first)),
        "over" => Some((Bound::MaybeAtLeast, first)),
        _ => None,
    }
}

/// Whether token `i` names a team by the age of its players: `U21`, `the U-17s`.
pub(super) fn is_age_group(tokens: &Tokens, i: usize) -> bool {
    let ages = |digits: &str| digits.parse().is_ok_and(|age: u8| (15..=23).contains(&age));
    let joined = || scan::hyphen(tokens, i.wrapping_sub(1)) && scan::before(tokens, i.wrapping_sub(1)) == "u" && ages(tokens.folded(i));
    tokens.lang() == Lang::English && (tokens.folded(i).strip_prefix('u').is_some_and(ages) || joined())
}

/// Whether the words at `first` that bound the number before `end` may as well tell how long it took: `over 12 rounds`.
pub(super) fn may_take_time(tokens: &Tokens, first: usize, end: usize) -> bool {
    #[rustfmt::skip]
    const TIMES: [&str; 29] = [
        "night", "nights", "winters", "summers", "seasons", "evenings", "mornings", "weekends", "rounds", "legs", "holes", "stages", "laps",
        "overs", "games", "matches", "sessions", "sittings", "episodes", "chapters", "volumes", "meetings", "phases", "instalments",
        "installments", "generations", "innings", "sets", "acts",
    ];
    let over = tokens.folded(first) == "over" && !matches!(scan::before(tokens, first), "for" | "than" | "of" | "well" | "just" | "after");
    over && (end..end + 3).take_while(|i| scan::word(tokens, *i)).any(|i| TIMES.contains(&tokens.folded(i)))
}

/// `تقل أعمارهم عن 5`, `لا يتجاوز عدد الحالات 100`: an Arabic verb whose subject stands between it and the number. Further off, or with
/// a word like ceiling between them, it may bound the number.
fn verb_before(tokens: &Tokens, end: usize) -> Option<(Bound, usize)> {
    /// How far off a verb bounds a number, and how far off it may, in tokens.
    const REACH: (usize, usize) = (4, 9);
    if tokens.lang() == Lang::English {
        return None;
    }
    let last = scan::before(tokens, end);
    let preposition = matches!(last, "عن" | "علي");
    let ceiling = matches!(last, "حاجز" | "سقف" | "عتبه" | "مستوي" | "حد");
    for at in (end.saturating_sub(REACH.1)..end).rev() {
        if !scan::word(tokens, at) {
            return None;
        }
        let is = |verbs: &[&str]| {
            super::arabic::peel(tokens.folded(at)).any(|p| !p.definite && verbs.contains(&passing::without_future(p.stem)))
        };
        let bound = if preposition && is(&["يزيد", "تزيد", "زاد", "زادت", "يربو", "تربو"]) || !preposition && is(&passing::ARABIC)
        {
            Bound::AtLeast
        } else if preposition && is(&["يقل", "تقل", "قل", "قلت"]) {
            Bound::AtMost
        } else if reaches(tokens, at, end) {
            return Some((Bound::MaybeAtMost, at));
        } else {
            continue;
        };
        let (bound, first) = passing::denied(tokens, at).map_or((bound, at), |denial| (passing::turned(bound), denial));
        let unsure = ceiling || end - at > REACH.0;
        return Some((if unsure { bound.unsure()? } else { bound }, first));
    }
    None
}

/// `وصلت إلى 14`, `يصل هامش الربح إلى 900`, `تصل إلى السجن ثلاث سنوات`, `بلغت سرعتها 110`: whether the verb at token `at` says how far what
/// is counted before `end` went, which may be how far it goes at most.
fn reaches(tokens: &Tokens, at: usize, end: usize) -> bool {
    /// How far from the verb `إلى` may stand, and how far from that the number.
    const REACH: (usize, usize) = (4, 3);
    let word = tokens.folded(at);
    // The first letter of وصل is its own.
    let word = if word.starts_with("وصل") { word } else { without_conjunction(word) };
    match word {
        "يصل" | "تصل" | "وصل" | "وصلت" | "ليصل" | "لتصل" => {
            let to = (at + 1..end).find(|i| tokens.folded(*i) == "الي");
            to.is_some_and(|to| to - at <= REACH.0 && end - to <= REACH.1)
        }
        // How fast the wind blows and how hot it is is told by the greatest.
        "بلغ" | "بلغت" | "يبلغ" | "تبلغ" => {
            (at + 1..end).any(|i| tokens.folded(i).starts_with("سرع") || tokens.folded(i).contains("حرار"))
        }
        _ => false,
    }
}

/// The bound that stands from token `end` on, and one past its words.
pub(super) fn after(tokens: &Tokens, end: usize) -> Option<(Bound, usize)> {
    if scan::opens_paragraph(tokens, end) {
        return None;
    }
    let table = of(&AFTER, tokens.lang());
    let found = table.iter().find(|phrase| phrase.words.iter().enumerate().all(|(k, word)| tokens.folded(end + k) == word));
    let Some(found) = found else { return at_least_later(tokens, end) };
    // `5 + 3` is a sum, `minimum wage` a noun.
    let sum = found.words[0] == "+" && !scan::glued(tokens, end);
    let noun = matches!(found.words[0].as_str(), "something" | "minimum" | "maximum" | "odd" | "plus") && scan::word(tokens, end + 1);
    (!sum && !noun).then_some((found.bound, end + found.words.len()))
}

/// `384 قتيلا سقطوا على الأقل`: `على الأقل` and `على الأكثر` may stand a few words behind their number.
fn at_least_later(tokens: &Tokens, end: usize) -> Option<(Bound, usize)> {
    const REACH: usize = 4;
    let mut words = (end..end + REACH).take_while(|&i| scan::word(tokens, i) && !scan::opens_paragraph(tokens, i));
    let bound = |i: usize| match (tokens.folded(i), tokens.folded(i + 1)) {
        ("علي", "الاقل") => Some((Bound::AtLeast, i + 2)),
        ("علي", "الاكثر") => Some((Bound::AtMost, i + 2)),
        _ => None,
    };
    words.find_map(bound)
}

/// Whether `folded` is `word`; the first word of an Arabic phrase may carry clitics, and `ب` may be on the number.
fn same(lang: Lang, folded: &str, word: &str, first: bool) -> bool {
    // `ولا يزيد على`
    if folded == word || first && lang == Lang::Arabic && word == "لا" && folded == "ولا" {
        return true;
    }
    first
        && lang == Lang::Arabic
        && word.chars().count() > 2
        && super::arabic::peel(folded).any(|p| !p.definite && (p.stem == word || passing::without_future(p.stem) == word))
}

/// Where the clitics and dimensions that stand alone before digits begin: `ب 5`, `الـ 5`, `تصل إلى ارتفاع 5`.
fn before_clitics(tokens: &Tokens, start: usize) -> usize {
    let clitic = |i: usize| {
        matches!(
            tokens.folded(i),
            "ب" | "ل" | "ال" | "لل" | "بال" | "ك" | "$" | "£" | "€" | "ارتفاع" | "طول" | "عمق" | "مسافه" | "سرعه" | "وزن"
        )
    };
    (0..start).rev().take_while(|i| clitic(*i)).last().unwrap_or(start)
}

/// `over two days` may mean during; `near` and `probably` say little unless a number follows at once.
fn misleading(tokens: &Tokens, first: usize, start: usize, phrase: &Phrase, duration: bool) -> bool {
    let word = phrase.words[0].as_str();
    let previous = scan::before(tokens, first);
    match word {
        "inside" => !duration,
        "over" if duration => !matches!(previous, "for" | "than" | "of" | "well" | "just" | "after"),
        "minimum" | "maximum" | "near" | "probably" => phrase.words.len() == 1 && word != "maximum" && word != "minimum",
        // `حتى خمسة` is also even five, `ليصل إلى` is to reach.
        "حتي" => !scan::number(tokens, start),
        "يصل" | "تصل" => tokens.folded(first).starts_with('ل'),
        "دون" => duration && phrase.words.len() == 1 && previous == "من",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for line in FILE.lines() {
            let columns: Vec<_> = line.split('\t').collect();
            assert!(columns.len() == 4 && named(columns[2]).is_some() && matches!(columns[3], "before" | "after"), "{line}");
        }
    }

    #[test]
    fn longest_phrase_wins() {
        let bound = |lang, text: &str| {
            let tokens = Tokens::new(lang, text);
            before(&tokens, tokens.len(), false).map(|b| b.0)
        };
        assert_eq!(bound(Lang::English, "no more than"), Some(Bound::AtMost));
        assert_eq!(bound(Lang::English, "more than"), Some(Bound::AtLeast));
        assert_eq!(bound(Lang::Arabic, "ما لا يقل عن"), Some(Bound::AtLeast));
        assert_eq!(bound(Lang::Arabic, "لن تقل أعمارهم عن"), Some(Bound::AtLeast));
        assert_eq!(bound(Lang::Arabic, "يقل عن"), Some(Bound::AtMost));
        assert_eq!(bound(Lang::Arabic, "لا يتجاوز"), Some(Bound::AtMost));
        assert_eq!(bound(Lang::Arabic, "وبنحو"), Some(Bound::About));
        assert_eq!(bound(Lang::English, "the"), None);
    }
}
