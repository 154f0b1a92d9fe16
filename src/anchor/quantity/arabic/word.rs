//! Arabic words without their clitics, and which of them are numbers.

use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Tokens;

use crate::anchor::quantity::measure;
use crate::anchor::quantity::scan;
use crate::anchor::quantity::vocabulary::{self, Class, Meaning};

/// Words that clitics would turn into numbers: `لست` (I am not), `كمية` (an amount), `ثمن` (a price), `زوج` (a husband).
const NO_NUMBERS: [&str; 14] =
    ["لست", "كميه", "كميات", "ثمن", "ثمنا", "ثمنها", "زوج", "زوجا", "ازواج", "كست", "فست", "انصاف", "نصفي", "اثمان"];

/// A word without the clitics before it.
#[derive(Clone, Copy, Debug)]
pub(in crate::anchor::quantity) struct Peeled<'a> {
    /// What is left.
    pub stem: &'a str,
    /// Whether `و` or `ف` came off.
    pub waw: bool,
    /// Whether `ال` came off.
    pub definite: bool,
    /// Whether `ب`, `ل` or `ك` came off.
    pub preposition: bool,
}

/// `word` and what is left of it without `و ف`, without `ب ل ك`, without `ال`: fewest clitics first.
pub(in crate::anchor::quantity) fn peel(word: &str) -> impl Iterator<Item = Peeled<'_>> {
    let whole = Peeled { stem: word, waw: false, definite: false, preposition: false };
    let joined = word.strip_prefix(['و', 'ف']).map(|stem| Peeled { stem, waw: true, ..whole });
    let prepositions = [Some(whole), joined].into_iter().flatten().flat_map(|p| {
        let bare = p.stem.strip_prefix(['ب', 'ل', 'ك']).map(|stem| Peeled { stem, preposition: true, ..p });
        let article = p.stem.strip_prefix("لل").map(|stem| Peeled { stem, preposition: true, definite: true, ..p });
        [Some(p), bare, article]
    });
    prepositions.flatten().flat_map(|p| [Some(p), p.stem.strip_prefix("ال").map(|stem| Peeled { stem, definite: true, ..p })]).flatten()
}

/// A number word in place.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    /// What it means.
    pub meaning: Meaning,
    /// Its clitics.
    pub peeled: Peeled<'a>,
}

static NUMBERS: Question = Question::new();

/// Token `i` as a number word of one of `classes`.
pub(super) fn word<'a>(tokens: &'a Tokens, i: usize, classes: &[Class]) -> Option<Word<'a>> {
    let folded = tokens.folded(i);
    // `الإف بي آي` is the FBI.
    let is_number = |word: &str| peel(word).any(|p| !vocabulary::meanings(Lang::Arabic, p.stem).is_empty());
    if !scan::word(tokens, i) || !tokens.is(i, &NUMBERS, is_number) || tokens.folded(i + 1) == "بي" {
        return None;
    }
    // `لست ليال` is for six nights.
    let six = folded == "لست" && (measure::at(tokens, i + 1, false).is_some() || matches!(tokens.folded(i + 1), "ليال" | "ليالي" | "مرات"));
    if !six && peel(folded).any(|p| NO_NUMBERS.contains(&p.stem)) {
        return None;
    }
    let found =
        peel(folded).find_map(|peeled| vocabulary::meaning(Lang::Arabic, peeled.stem, classes).map(|meaning| Word { meaning, peeled }))?;
    // `فلميه` (his two films) is no hundred.
    let clitics = &folded[..folded.len() - found.peeled.stem.len()];
    (found.peeled.stem != "ميه" || matches!(clitics, "" | "و" | "ب" | "ل" | "ف" | "ال" | "وال" | "بال" | "لل" | "وب")).then_some(found)
}

/// `عشر`, `عشرة` after a unit: 13 to 19, also 11 and 12.
pub(super) fn is_teen_ending(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.folded(i), "عشر" | "عشره" | "عشرا")
}

/// Whether a noun without article or clitic may follow: then `ألفا` is the construct dual.
pub(super) fn noun_follows(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.folded(at);
    scan::word(tokens, at)
        && !matches!(
            next,
            "من" | "في"
                | "عن"
                | "علي"
                | "الي"
                | "مع"
                | "منذ"
                | "او"
                | "ثم"
                | "عند"
                | "لدي"
                | "قبل"
                | "بعد"
                | "بين"
                | "هو"
                | "هي"
        )
        && !next.starts_with('و')
}
