//! The word that a number counts.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::Role;
use super::dual;
use super::measure::Measure;
use super::scan::{self, hyphen};
use super::surroundings::Draft;

const MONTHS: &str = include_str!("../../lexicon/data/gazetteer/month.tsv");

/// First words of the names of months, folded.
static MONTH_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let columns = MONTHS.lines().map(|line| line.split('\t'));
    let names = columns.flat_map(|mut c| [(Lang::English, c.next()), (Lang::Arabic, c.next())]);
    let forms = names.flat_map(|(lang, forms)| forms.unwrap_or("").split('|').map(move |form| lang.fold(form).into_owned()));
    forms
        .filter_map(|form| form.split([' ', '.', '/']).next().map(str::to_owned))
        .filter(|word| word.chars().count() > 2 && word != "may")
        .collect()
});

/// Whether a number stands beside the name of a month: then it is a day.
pub(super) fn beside_month(tokens: &Tokens, draft: &Draft) -> bool {
    let month = |i: usize| is_month(tokens, i);
    month(draft.end) || draft.start > 0 && month(draft.start - 1) || tokens.folded(draft.end) == "of" && month(draft.end + 1)
}

/// Whether the name of a month starts at token `i`.
pub(super) fn is_month(tokens: &Tokens, i: usize) -> bool {
    MONTH_WORDS.contains(tokens.folded(i)) || tokens.folded(i) == "may" && scan::capital(tokens, i)
}

const FUNCTION_EN: &str = include_str!("../../lexicon/data/function_en.txt");

const FUNCTION_AR: &str = include_str!("../../lexicon/data/function_ar.txt");

static FUNCTION_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let english = FUNCTION_EN.lines().map(|w| Lang::English.fold(w).into_owned());
    english.chain(FUNCTION_AR.lines().map(|w| Lang::Arabic.fold(w).into_owned())).collect()
});

/// The counted word behind the number.
pub(super) fn read(tokens: &Tokens, draft: &Draft) -> Option<usize> {
    if !matches!(draft.number.role, Role::Cardinal | Role::Vague | Role::Label) || draft.measure != Measure::None {
        return None;
    }
    let at =
        if hyphen(tokens, draft.end) { draft.end + 1 } else { draft.end + usize::from(matches!(tokens.folded(draft.end), "of" | "من")) };
    // `nine of the ten costliest films` are films.
    let at = if is_superlative(tokens.folded(at)) && scan::word(tokens, at + 1) { at + 1 } else { at };
    // `تسعة من أغلى عشرة أفلام`
    let folded = tokens.folded(at);
    let ranks = folded.starts_with('ا') && (4..=5).contains(&folded.chars().count()) && scan::number_word(tokens, at + 1);
    let noun = !ranks && scan::word(tokens, at) && !FUNCTION_WORDS.contains(tokens.folded(at)) && !is_verb(tokens.folded(at));
    noun.then_some(at)
}

/// Whether a folded English word is a superlative.
fn is_superlative(word: &str) -> bool {
    word.ends_with("iest")
        || matches!(
            word,
            "biggest" | "largest" | "oldest" | "richest" | "highest" | "poorest" | "fastest" | "longest" | "greatest" | "best"
        )
}

/// Whether a folded English word starts what is said of a number of people: `a city of nine million cannot`.
fn is_verb(word: &str) -> bool {
    matches!(word, "cannot" | "can" | "could" | "may" | "might" | "must" | "should")
}

/// `عشر نقاط ونصف النقطة`, `مباراتين ونصف المباراة`: half of what is counted, which is no unit.
pub(super) fn half_after(tokens: &Tokens, draft: &mut Draft) {
    // A dual is its own noun.
    let dual = draft.number.role == Role::Dual && draft.measure == Measure::None;
    let noun = if dual { draft.end.checked_sub(1) } else { draft.noun.filter(|&n| n == draft.end) };
    let Some(noun) = noun.filter(|_| tokens.lang() == Lang::Arabic) else { return };
    let number = &mut draft.number;
    if dual::is_share(tokens.folded(noun + 1)) == Some(0.5) && number.low == number.high && number.low.fract() == 0.0 {
        number.low += 0.5;
        number.high = number.low;
        if dual {
            (number.role, number.weak, number.other) = (Role::Cardinal, false, None);
        }
        let again = tokens
            .folded(noun + 2)
            .strip_prefix("ال")
            .is_some_and(|s| s.chars().zip(tokens.folded(noun).chars()).take(2).all(|(a, b)| a == b));
        draft.end = noun + 2 + usize::from(again);
    }
}
