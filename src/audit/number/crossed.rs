//! Numbers that changed places: `68 votes to 51`, which has become 51 صوتا مقابل 68; `six of the nine judges`, تسعة قضاة من أصل ستة;
//! `12 men and two women`, رجلين و12 امرأة. The same numbers stand on both sides, so that none of them is missed.

use crate::anchor::quantity::{Agreement, Measure, Quantity, Role};
use crate::audit::figures::{Figures, other_words};
use crate::audit::polarity::word::says;
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::denial::denies;
use crate::span::Span;

/// Log odds that it is an error; no constant was fitted.
const ODDS: f32 = 1.3;
/// How many words may stand between a number and the word that ties it to the next one.
const REACH: usize = 3;

/// What ties two numbers to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// `68 to 51`: of two sides.
    Versus,
    /// `six of nine`: a part of a whole.
    OutOf,
}

/// Two numbers as a text ties them.
struct Tied {
    tie: Tie,
    values: (f64, f64),
    span: Span,
}

pub(super) fn check(unit: &Unit, figures: &Figures) -> Option<Note> {
    tied(unit).or_else(|| all_of(unit)).or_else(|| counts(unit, figures))
}

/// `all eight`, ستة من أصل ثمانية: a part that has become the whole, or the whole a part.
fn all_of(unit: &Unit) -> Option<Note> {
    let english = &unit.english;
    let all = |lang: Lang, q: &Quantity| {
        let (view, first) = (unit.view(lang), q.number_tokens.start as usize);
        match lang {
            Lang::English => view.folded_at(first.wrapping_sub(1)) == "all",
            Lang::Arabic => view.before(first, REACH).any(|t| matches!(view.folded(t).trim_start_matches('و'), "جميع" | "كل" | "كامل")),
        }
    };
    let part_of = |lang: Lang| {
        let (view, other) = (unit.view(lang), unit.view(lang.other()).quantities());
        let part = only(ties(view, lang).filter(|t| t.tie == Tie::OutOf && t.values.0 < t.values.1))?;
        let whole = only(other.iter().filter(|q| q.low == part.values.1 && !q.is_range()))?;
        // `every one of the 23` are all of them.
        let first = view.side.tokens.within(part.span).start;
        let every = first > 0 && matches!(view.folded_at(first - 1), "every" | "each" | "كل");
        let told = !every && all(lang.other(), whole) && !other.iter().any(|q| q.low == part.values.0);
        told.then_some((part.span, whole.span))
    };
    let (here, there) = part_of(Lang::English).or_else(|| part_of(Lang::Arabic).map(|(part, whole)| (whole, part)))?;
    let article = english.side.tokens.within(here).start.saturating_sub(1).max(english.tokens.0);
    let here = if english.folded(article) == "all" { english.side.tokens.span(article, article).cover(here) } else { here };
    Some(other_words(unit, here, there, ODDS))
}

/// The only two numbers that are tied so on each side, in the other order.
fn tied(unit: &Unit) -> Option<Note> {
    [Tie::Versus, Tie::OutOf].into_iter().find_map(|tie| {
        let e = only(ties(&unit.english, Lang::English).filter(|t| t.tie == tie))?;
        let a = only(ties(&unit.arabic, Lang::Arabic).filter(|t| t.tie == tie))?;
        let turned = e.values.0 == a.values.1 && e.values.1 == a.values.0 && e.values.0 != e.values.1;
        // Who lost by 51 to 68 was beaten by 68 to 51; of a majority the larger number comes first.
        let told = tie == Tie::OutOf
            || e.values.0 > e.values.1 && (is_of_votes(&unit.english) && !is_lost(&unit.arabic) || is_majority(&unit.arabic, a.span));
        (turned && told).then(|| other_words(unit, e.span, a.span, ODDS))
    })
}

/// The numbers of a side that a word ties to the next one.
fn ties<'a>(view: &'a View<'a>, lang: Lang) -> impl Iterator<Item = Tied> + 'a {
    let all = view.quantities();
    all.windows(2).filter_map(move |pair| {
        let (q, next) = (&pair[0], &pair[1]);
        let plain = |q: &Quantity| matches!(q.role, Role::Cardinal | Role::Label | Role::Dual) && !q.is_range() && !q.maybe_year;
        let (end, start) = (q.number_tokens.end as usize, next.number_tokens.start as usize);
        if !plain(q) || !plain(next) || start <= end || start - end > REACH + 2 {
            return None;
        }
        let words: Vec<&str> = (end..start).map(|t| view.folded(t)).collect();
        let tie = if lang == Lang::English { english(&words) } else { arabic(&words, view.folded(start)) }?;
        Some(Tied { tie, values: (q.low, next.low), span: q.span.cover(next.span) })
    })
}

/// What ties two numbers with English `words` between them: `six of the nine`, `68 votes to 51`.
fn english(words: &[&str]) -> Option<Tie> {
    let article = |word: &str| matches!(word, "the" | "its" | "his" | "her" | "their" | "those" | "these");
    match words {
        ["of"] | [.., "out", "of"] => Some(Tie::OutOf),
        ["of", last] if article(last) => Some(Tie::OutOf),
        [.., "out", "of", last] if article(last) => Some(Tie::OutOf),
        ["to" | "against" | "versus"] | ["votes", "to" | "against"] => Some(Tie::Versus),
        _ => None,
    }
}

/// The same of Arabic ones before the number `next`: ستة قضاة من أصل تسعة, ستة من القضاة التسعة, 68 صوتا مقابل 51.
fn arabic(words: &[&str], next: &str) -> Option<Tie> {
    let article = |word: &str| word.starts_with("ال");
    match words {
        ["من", noun] | [_, "من", noun] if article(noun) && article(next) => Some(Tie::OutOf),
        [.., "من", "اصل" | "مجموع" | "اجمالي"] => Some(Tie::OutOf),
        [.., "مقابل" | "ضد"] => Some(Tie::Versus),
        _ => None,
    }
}

/// Whether English tells how a vote went.
fn is_of_votes(view: &View) -> bool {
    view.token_range().any(|t| matches!(view.folded(t), "vote" | "votes" | "voted" | "passed" | "ruled"))
}

/// Whether Arabic tells how many were on the side that lost: لم يحصل إلا على 51 صوتا مقابل 68.
fn is_lost(view: &View) -> bool {
    const STEMS: [&str; 6] = ["خسر", "خسار", "فشل", "هزم", "سقط", "اخفق"];
    view.token_range().any(|t| {
        let word = without_conjunction(view.folded(t));
        denies(word) || matches!(word, "سوي" | "الا") || STEMS.iter().any(|stem| word.contains(stem))
    })
}

/// Whether Arabic calls the tied numbers at `span` a majority.
fn is_majority(view: &View, span: Span) -> bool {
    let first = view.side.tokens.within(span).start;
    view.before(first, REACH).any(|t| view.folded(t).contains("اغلبي") || view.folded(t).contains("غالبي"))
}

/// Two numbers of which each counts what the other counts on the other side.
fn counts(unit: &Unit, figures: &Figures) -> Option<Note> {
    let plain = |q: &Quantity| matches!(q.role, Role::Cardinal | Role::Dual) && q.measure == Measure::None && !q.maybe_year;
    // The 19 of COVID-19 counts nothing.
    let joined = |view: &View, q: &Quantity| view.folded_at((q.number_tokens.start as usize).wrapping_sub(1)) == "-";
    let counted: Vec<(&Quantity, &Quantity)> = figures
        .numbers()
        .filter(|(_, agreement)| *agreement == Some(Agreement::Same))
        .filter_map(|(facing, _)| facing.both())
        .filter(|(e, a)| plain(e) && plain(a) && e.noun.is_some() && !joined(&unit.english, e) && !joined(&unit.arabic, a))
        .collect();
    counted.iter().enumerate().find_map(|(i, (e, a))| {
        let (other, there) = counted[i + 1..].iter().find(|(other, there)| {
            e.low != other.low
                && counts_what(unit, e, there)
                && counts_what(unit, other, a)
                && !counts_what(unit, e, a)
                && !counts_what(unit, other, there)
        })?;
        Some(other_words(unit, e.span.cover(other.span), a.span.cover(there.span), ODDS))
    })
}

/// Whether the noun of an English number is what an Arabic one counts: right behind it, or a dual, which is its own noun.
fn counts_what(unit: &Unit, e: &Quantity, a: &Quantity) -> bool {
    let arabic = &unit.arabic;
    let Some(noun) = e.noun.and_then(|n| unit.english.item_at(n as usize)) else { return false };
    let tokens = if a.role == Role::Dual { a.tokens.clone() } else { a.number_tokens.end..a.number_tokens.end + 1 };
    let mut counted = tokens.map(|t| t as usize).filter(|t| arabic.token_range().contains(t)).filter_map(|t| arabic.item_at(t));
    counted.any(|i| unit.partner(Lang::English, noun) == Some(i) || says(unit, noun, i))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn said(english: &str, arabic: &str) -> usize {
        findings("number-mismatch", english, arabic).len()
    }

    #[test]
    fn numbers_in_the_place_of_each_other() {
        for (english, arabic) in [
            ("Lawmakers voted 68 to 51 to reject the budget.", "صوّت النواب برفض الموازنة بأغلبية 51 صوتا مقابل 68."),
            ("At least six of the nine judges dissented.", "واعترض على الحكم ما لا يقل عن تسعة قضاة من أصل ستة."),
            ("Four of the seven warehouses burned down.", "احترقت سبعة من المستودعات الأربعة."),
            ("Police arrested 12 men and two women.", "واعتقلت الشرطة رجلين و12 امرأة."),
            ("Police arrested 12 men and five women.", "واعتقلت الشرطة خمسة رجال و12 امرأة."),
            ("Police arrested all eight suspects.", "ألقت الشرطة القبض على ستة من أصل ثمانية مشتبه بهم."),
        ] {
            assert_eq!(said(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn numbers_in_their_places() {
        for (english, arabic) in [
            ("Lawmakers voted 68 to 51 to reject the budget.", "صوّت النواب برفض الموازنة بأغلبية 68 صوتا مقابل 51."),
            ("At least six of the nine judges dissented.", "واعترض على الحكم ما لا يقل عن ستة قضاة من أصل تسعة."),
            ("Four of the seven warehouses burned down.", "احترقت أربعة من المستودعات السبعة."),
            ("At least six of the nine judges dissented.", "ومن القضاة التسعة اعترض ستة على الأقل."),
            ("Police arrested 12 men and two women.", "واعتقلت الشرطة امرأتين و12 رجلا."),
            ("Police arrested 12 men and five women.", "واعتقلت الشرطة خمس نساء و12 رجلا."),
            ("The bill was defeated by 68 votes to 51.", "لم يحصل مشروع القانون إلا على 51 صوتا مقابل 68."),
            ("The team lost 68 to 51.", "خسر الفريق 51 مقابل 68."),
        ] {
            assert_eq!(said(english, arabic), 0, "{english} {arabic}");
        }
    }

    #[test]
    fn every_one_of_them_is_all_of_them() {
        let arabic = "تبين وجود عيوب في جميع القوارب الثلاثة والعشرين.";
        let said = |english: &str| findings("number-mismatch", english, arabic).len();
        assert_eq!(said("Every one of the 23 boats has defects."), 0);
        assert_eq!(said("One of the 23 boats has defects."), 1);
    }
}
