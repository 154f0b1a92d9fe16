//! Ordinals: `الثالثة`, `الحادي والعشرين`, `التاسع عشر`, `أولهما`.

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::word::{Peeled, Word, is_teen_ending, peel, word};
use crate::anchor::quantity::Role;
use crate::anchor::quantity::number::Number;
use crate::anchor::quantity::scan::before;
use crate::anchor::quantity::vocabulary::{self, Class};

/// The ordinal that starts at token `i`.
pub(super) fn ordinal(tokens: &Tokens, i: usize) -> Option<Number> {
    // `الشهرين الأولين`
    if peel(tokens.folded(i)).any(|p| matches!(p.stem, "اولين" | "اولان" | "اوليين" | "اوليان" | "اوايل")) {
        return Some(Number::words(i..i + 1, 1.0, Role::Ordinal).weak());
    }
    // Second halves of names of months.
    if matches!(before(tokens, i), "كانون" | "تشرين" | "ربيع" | "جمادي") {
        return None;
    }
    let (value, peeled) = match word(tokens, i, &[Class::Ordinal]).or_else(|| possessed(tokens, i)) {
        Some(found) => (found.meaning.value, found.peeled),
        // Only in compounds: `الحادي عشر`.
        None => (1.0, peel(tokens.folded(i)).find(|p| matches!(p.stem, "حادي" | "حاديه"))?),
    };
    let eleventh = matches!(peeled.stem, "حادي" | "حاديه");
    let mut number = Number { definite: peeled.definite, ..Number::words(i..i + 1, value, Role::Ordinal) };
    let tens = || word(tokens, i + 1, &[Class::Tens]).filter(|w| w.peeled.waw && value < 10.0 && w.peeled.definite == peeled.definite);
    // `أول عشر` is the first ten.
    if value < 10.0 && (value > 1.0 || eleventh) && is_teen_ending(tokens, i + 1) {
        number.low += 10.0;
        number.tokens.end += 1;
    } else if let Some(tens) = tens().filter(|_| !(peeled.definite && is_hour(tokens, i))) {
        number.low += tens.meaning.value;
        number.tokens.end += 1;
    } else if eleventh {
        return None;
    } else {
        number.weak = is_weak(tokens, i, value, peeled);
    }
    // `الثامن بعد المئة`
    if tokens.folded(number.tokens.end) == "بعد" && matches!(tokens.folded(number.tokens.end + 1), "الميه" | "المايه") {
        number.low += 100.0;
        number.tokens.end += 2;
        number.weak = false;
    }
    number.high = number.low;
    if names_an_age_or_hour(tokens, i, number.tokens.end) {
        number.role = Role::Label;
    }
    Some(number)
}

/// Whether the hour is told by the ordinal at token `i`, and minutes follow: الساعة السادسة وأربعين دقيقة.
fn is_hour(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.folded(i + 2), "دقيقه" | "دقايق") && before(tokens, i).ends_with("ساعه")
}

/// The first is often said otherwise (initial, earliest), `ثانيا` is an adverb, `ثانية` also a second, `ثاني أكسيد` a dioxide.
fn is_weak(tokens: &Tokens, i: usize, value: f64, peeled: Peeled) -> bool {
    value == 1.0
        || matches!(peeled.stem, "ثانيا" | "ثالثا" | "رابعا" | "خامسا")
        || matches!(peeled.stem, "ثانيه" | "ثان") && !peeled.definite
        || tokens.folded(i + 1) == "اكسيد"
}

/// `دون سن الخامسة`, `دون السادسة والعشرين`, `في الثامنة عشرة من عمره`, `أعمارهم بين السابعة والعاشرة`, `في الثالثة`: English has a cardinal there.
fn names_an_age_or_hour(tokens: &Tokens, i: usize, end: usize) -> bool {
    const REACH: usize = 5;
    let of_age = tokens.folded(end) == "من" && matches!(tokens.folded(end + 1), "عمره" | "عمرها" | "عمرهم" | "العمر" | "عمرهن" | "عمري");
    let ages = (i.saturating_sub(REACH)..i).any(|k| tokens.folded(k).starts_with("اعمار"));
    of_age || ages || matches!(before(tokens, i), "سن" | "عمر" | "في" | "من" | "دون" | "تحت" | "فوق" | "عامه" | "عامها" | "عامهم")
}

/// `أولهما`, `ثانيها`, `ثالثهم`.
fn possessed(tokens: &Tokens, i: usize) -> Option<Word<'_>> {
    peel(tokens.folded(i)).filter(|p| !p.definite).find_map(|peeled| {
        let stem =
            ["هما", "هم", "ها", "هن"].iter().find_map(|ending| peeled.stem.strip_suffix(ending)).filter(|s| s.chars().count() > 2)?;
        Some(Word { meaning: vocabulary::meaning(Lang::Arabic, stem, &[Class::Ordinal])?, peeled })
    })
}
