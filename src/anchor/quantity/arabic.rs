//! Arabic numbers: `خمسة وعشرون ألفا وثلاثمئة`, `5 آلاف و300`, `ثلاثة أرباع`, `مليونان ونصف المليون`, `الحادي والعشرين`, `عشرات الآلاف`.
//!
//! A number word may carry clitics (`وبثلاثة`, `للخمسة`) and its units stand before its tens.

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::Role;
use super::dual;
use super::measure;
use super::number::{FEW, Number, VAGUE};
use super::numeral;
use super::scan::{self, before};
use super::vocabulary::{self, Class, Meaning};

/// Words that clitics would turn into numbers: `لست` (I am not), `كمية` (an amount), `ثمن` (a price), `زوج` (a husband).
const NO_NUMBERS: [&str; 14] = ["لست", "كميه", "كميات", "ثمن", "ثمنا", "ثمنها", "زوج", "زوجا", "ازواج", "كست", "فست", "انصاف", "نصفي", "اثمان"];

/// A word without the clitics before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peeled<'a> {
    pub stem: &'a str,
    pub waw: bool,
    pub definite: bool,
    pub preposition: bool,
}

/// `word` and what is left of it without `و ف`, without `ب ل ك`, without `ال`: fewest clitics first.
pub(super) fn peel(word: &str) -> impl Iterator<Item = Peeled<'_>> {
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
struct Word<'a> {
    meaning: Meaning,
    peeled: Peeled<'a>,
}

impl Word<'_> {
    fn class(&self) -> Class {
        self.meaning.class
    }
}

/// Token `i` as a number word of one of `classes`.
fn word<'a>(tokens: &'a Tokens, i: usize, classes: &[Class]) -> Option<Word<'a>> {
    let folded = tokens.folded(i);
    // `الإف بي آي` is the FBI.
    if !scan::word(tokens, i) || tokens.folded(i + 1) == "بي" {
        return None;
    }
    // `لست ليال` is for six nights.
    let six = folded == "لست" && (measure::at(tokens, i + 1, false).is_some() || matches!(tokens.folded(i + 1), "ليال" | "ليالي" | "مرات"));
    if !six && peel(folded).any(|p| NO_NUMBERS.contains(&p.stem)) {
        return None;
    }
    let found = peel(folded).find_map(|peeled| vocabulary::meaning(Lang::Arabic, peeled.stem, classes).map(|meaning| Word { meaning, peeled }))?;
    // `فلميه` (his two films) is no hundred.
    let clitics = &folded[..folded.len() - found.peeled.stem.len()];
    (found.peeled.stem != "ميه" || matches!(clitics, "" | "و" | "ب" | "ل" | "ف" | "ال" | "وال" | "بال" | "لل" | "وب")).then_some(found)
}

/// `عشر`, `عشرة` after a unit: 13 to 19, also 11 and 12.
fn is_teen_ending(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.folded(i), "عشر" | "عشره" | "عشرا")
}

/// The number that starts at token `i`.
pub(super) fn read(tokens: &Tokens, i: usize) -> Option<Number> {
    few(tokens, i)
        .or_else(|| vague(tokens, i))
        .or_else(|| part(tokens, i))
        .or_else(|| cardinal(tokens, i))
        .or_else(|| fraction(tokens, i))
        .or_else(|| ordinal(tokens, i))
        .or_else(|| special(tokens, i))
        .or_else(|| dual::read(tokens, i))
        .or_else(|| run_together(tokens, i))
}

/// A number word within several words that lost their spaces (`زارهاثلاثمرات`).
fn run_together(tokens: &Tokens, i: usize) -> Option<Number> {
    const LONGEST_WORD: usize = 13;
    let folded = tokens.folded(i);
    if !scan::word(tokens, i) || folded.chars().count() < LONGEST_WORD {
        return None;
    }
    let starts: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
    let pieces = (4..=7).rev().flat_map(|length| starts.windows(length + 1).map(move |w| (w[0], w[length])));
    let found = pieces.into_iter().find_map(|(from, to)| vocabulary::meaning(Lang::Arabic, &folded[from..to], &[Class::Unit, Class::Tens, Class::Ordinal]))?;
    let role = if found.class == Class::Ordinal { Role::Ordinal } else { Role::Cardinal };
    Some(Number::words(i..i + 1, found.value, role).weak())
}

/// `بضع مئات`, `عدة ملايين`, `بضعة`.
fn few(tokens: &Tokens, i: usize) -> Option<Number> {
    let known = |p: &Peeled| matches!(p.stem, "بضع" | "بضعه" | "عده" | "حفنه");
    peel(tokens.folded(i)).find(known)?;
    if let Some(scale) = word(tokens, i + 1, &[Class::Vague, Class::Scale, Class::Hundred]).filter(|w| !w.peeled.waw) {
        let mut number = Number::vague(i..i + 2, FEW.0, FEW.1, scale.meaning.value);
        scale_up(tokens, &mut number);
        return Some(number);
    }
    Some(Number::vague(i..i + 1, FEW.0, FEW.1, 1.0).weak())
}

/// `عشرات`, `مئات الآلاف`, `ملايين`.
fn vague(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Vague])?;
    let mut number = Number::vague(i..i + 1, VAGUE.0, VAGUE.1, found.meaning.value);
    scale_up(tokens, &mut number);
    Some(number)
}

/// Multiplies a vague number by the scales behind it: `عشرات الآلاف`, `مئات من الملايين`.
fn scale_up(tokens: &Tokens, number: &mut Number) {
    loop {
        let next = number.tokens.end + usize::from(tokens.folded(number.tokens.end) == "من");
        let Some(scale) = word(tokens, next, &[Class::Scale]).filter(|w| !w.peeled.waw && !w.peeled.preposition) else { return };
        number.times(scale.meaning.value);
        number.tokens.end = next + 1;
    }
}

/// `ثلاثة أرباع`, `أربعة أخماس`, `3 أرباع`.
fn part(tokens: &Tokens, i: usize) -> Option<Number> {
    let below = word(tokens, i + 1, &[Class::Part]).or_else(|| possessed(tokens, i + 1, Class::Part)).filter(|w| !w.peeled.waw)?;
    let above = match word(tokens, i, &[Class::Unit]) {
        Some(above) => above.meaning.value,
        None => numeral::read(tokens, i).filter(|n| n.plain && n.length == 1)?.value,
    };
    let mut number = Number::words(i..i + 2, above * below.meaning.value, Role::Fraction);
    of_scale(tokens, &mut number);
    Some(number)
}

/// `نصف`, `ثلثي`, `ربع مليون`, `نصفهم`.
fn fraction(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Fraction]).or_else(|| possessed(tokens, i, Class::Fraction))?;
    // `ربع النهائي` is a round of a cup.
    let next = tokens.folded(i + 1);
    if matches!(next, "نهايي" | "النهايي" | "نهايييه" | "نهاييه" | "النهاييه") {
        return None;
    }
    let mut number = Number::words(i..i + 1, found.meaning.value, Role::Fraction);
    number.definite = found.peeled.definite;
    number.weak = found.peeled.waw || next == "ذلك" || (number.definite && ordinal(tokens, i + 1).is_some());
    of_scale(tokens, &mut number);
    Some(number)
}

/// `نصفهم`, `ثلثاها`, `ثلاثتهم`: with a possessive ending.
fn possessed<'a>(tokens: &'a Tokens, i: usize, class: Class) -> Option<Word<'a>> {
    const ENDINGS: [&str; 6] = ["هم", "ها", "هن", "نا", "كم", "ه"];
    peel(tokens.folded(i)).filter(|p| !p.definite).find_map(|peeled| {
        let stem = ENDINGS.iter().find_map(|ending| peeled.stem.strip_suffix(ending))?;
        let meaning = vocabulary::meaning(Lang::Arabic, stem, &[class]).filter(|m| stem.chars().count() > 2 && m.value >= 0.25)?;
        Some(Word { meaning, peeled })
    })
}

/// `أولهما`, `ثانيها`, `ثالثهم`.
fn possessed_ordinal<'a>(tokens: &'a Tokens, i: usize) -> Option<Word<'a>> {
    peel(tokens.folded(i)).filter(|p| !p.definite).find_map(|peeled| {
        let stem = ["هما", "هم", "ها", "هن"].iter().find_map(|ending| peeled.stem.strip_suffix(ending)).filter(|s| s.chars().count() > 2)?;
        Some(Word { meaning: vocabulary::meaning(Lang::Arabic, stem, &[Class::Ordinal])?, peeled })
    })
}

/// `نصف مليون`, `ثلاثة أرباع المليون`.
fn of_scale(tokens: &Tokens, number: &mut Number) {
    let Some(scale) = word(tokens, number.tokens.end, &[Class::Scale, Class::Dozen]).filter(|w| !w.peeled.waw && !w.peeled.preposition) else { return };
    number.times(scale.meaning.value);
    number.scale = scale.meaning.value;
    number.role = Role::Cardinal;
    number.weak = false;
    number.tokens.end += 1;
}

/// `الثالثة`, `الحادي والعشرين`, `التاسع عشر`, `أول`.
fn ordinal(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Ordinal]).or_else(|| possessed_ordinal(tokens, i));
    // `حادي` is first only in compounds.
    let eleventh = || peel(tokens.folded(i)).find(|p| matches!(p.stem, "حادي" | "حاديه"));
    let both_first = peel(tokens.folded(i)).any(|p| matches!(p.stem, "اولين" | "اولان" | "اوليين" | "اوليان" | "اوايل"));
    if both_first {
        return Some(Number::words(i..i + 1, 1.0, Role::Ordinal).weak());
    }
    let (value, peeled, compound_only) = match found {
        Some(w) => (w.meaning.value, w.peeled, false),
        None => (1.0, eleventh()?, true),
    };
    let mut number = Number::words(i..i + 1, value, Role::Ordinal);
    number.definite = peeled.definite;
    // `أول عشر` is the first ten.
    let ten = is_teen_ending(tokens, i + 1) && (value > 1.0 || compound_only);
    if value < 10.0 && ten {
        number.low += 10.0;
        number.tokens.end += 1;
    } else if let Some(tens) = word(tokens, i + 1, &[Class::Tens]).filter(|w| w.peeled.waw && value < 10.0 && w.peeled.definite == peeled.definite) {
        number.low += tens.meaning.value;
        number.tokens.end += 1;
    } else if compound_only {
        return None;
    } else {
        // `أولا` is an adverb; the first is often said otherwise (initial, earliest); `ثاني أكسيد` is a dioxide; `ثانية` also a second.
        number.weak = value == 1.0
            || matches!(peeled.stem, "ثانيا" | "ثالثا" | "رابعا" | "خامسا")
            || matches!(peeled.stem, "ثانيه" | "ثان") && !peeled.definite
            || tokens.folded(i + 1) == "اكسيد";
    }
    let named = before(tokens, i);
    if matches!(named, "كانون" | "تشرين" | "ربيع" | "جمادي") {
        return None;
    }
    let age = tokens.folded(number.tokens.end) == "من" && matches!(tokens.folded(number.tokens.end + 1), "عمره" | "عمرها" | "عمرهم" | "العمر" | "عمرهن" | "عمري");
    let ages = (i.saturating_sub(5)..i).any(|k| tokens.folded(k).starts_with("اعمار"));
    if age || ages || matches!(named, "سن" | "عمر" | "في" | "من" | "عامه" | "عامها" | "عامهم") {
        number.role = Role::Label;
    }
    number.high = number.low;
    Some(number)
}

/// Decades, multiples and groups: `الثمانينيات`, `مرتين`, `كلا`, `ثلاثية`.
fn special(tokens: &Tokens, i: usize) -> Option<Number> {
    let found = word(tokens, i, &[Class::Decade, Class::Multiple, Class::Group])?;
    let number = Number::words(i..i + 1, found.meaning.value, Role::Cardinal);
    Some(match found.class() {
        Class::Decade => decade(tokens, number),
        Class::Multiple => {
            let sure = matches!(found.peeled.stem, "مرتين" | "مرتان" | "ضعفي" | "ضعفين" | "ضعفان");
            Number { role: Role::Multiple, weak: !sure, ..number }
        }
        _ => number.weak(),
    })
}

/// `ثمانينيات القرن الماضي` is the 1980s.
fn decade(tokens: &Tokens, mut number: Number) -> Number {
    (number.role, number.maybe_year) = (Role::Decade, true);
    let at = number.tokens.end + usize::from(tokens.folded(number.tokens.end) == "من");
    if tokens.folded(at) != "القرن" {
        return number;
    }
    let century = match tokens.folded(at + 1) {
        "الماضي" | "المنصرم" | "الفايت" => Some((20.0, at + 2)),
        _ => ordinal(tokens, at + 1).or_else(|| cardinal(tokens, at + 1)).map(|n| (n.low, n.tokens.end)),
    };
    if let Some((century, end)) = century.filter(|(c, _)| (2.0..=21.0).contains(c)) {
        number.low += (century - 1.0) * 100.0;
        number.high = number.low;
        number.tokens.end = end;
    }
    number
}

/// What has been read of a cardinal.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// Groups that already have their scale.
    total: f64,
    /// The last such group, which another scale may still multiply (`ألف مليون`).
    group: f64,
    /// The group that is being read.
    current: Option<f64>,
    /// The last scale, 0 before any.
    scale: f64,
}

impl Sum {
    fn value(self) -> f64 {
        self.total + self.current.unwrap_or(0.0)
    }

    fn close_with(&mut self, scale: f64) {
        let group = match self.current.take() {
            Some(current) => current * scale,
            None => {
                self.total -= self.group;
                self.group.max(1.0) * scale
            }
        };
        self.total += group;
        self.group = group;
        self.scale = scale;
    }
}

const CARDINAL: [Class; 7] = [Class::Unit, Class::Tens, Class::Hundred, Class::Hundreds, Class::Scale, Class::PairOfScale, Class::Dozen];

/// The cardinal that starts at token `i` with digits or a word.
fn cardinal(tokens: &Tokens, i: usize) -> Option<Number> {
    let mut sum = Sum::default();
    let mut number;
    let mut at;
    if let Some(numeral) = numeral::read(tokens, i) {
        number = Number::digits(i, numeral);
        if scan::is_code(tokens, i) {
            number.role = Role::Label;
            return Some(number);
        }
        sum.current = Some(numeral.value);
        at = numeral.end;
        number.definite = matches!(before(tokens, i), "ال" | "لل" | "بال" | "وال") && scan::glued(tokens, i);
    } else if let Some((hundreds, definite)) = hundreds(tokens, i) {
        number = Number::words(i..i + 1, hundreds, Role::Cardinal);
        number.definite = definite;
        sum.current = Some(hundreds);
        at = i + 1;
    } else {
        let first = word(tokens, i, &CARDINAL).filter(|first| !is_dead(tokens, i, first) && !praises(tokens, i, first))?;
        number = Number::words(i..i + 1, 0.0, Role::Cardinal);
        number.definite = first.peeled.definite;
        number.weak = doubtful(tokens, i, &first);
        start(tokens, i, &first, &mut sum, &mut number);
        at = i + 1;
    }
    while let Some(end) = continue_at(tokens, at, &mut sum, &number) {
        at = end;
        number.other = number.other.filter(|_| number.digits);
        number.weak = false;
    }
    finish(tokens, at, sum, &mut number);
    let value = number.low;
    number.weak |= value <= 1.0 && !number.digits;
    Some(number)
}

/// Takes up the first word.
fn start(tokens: &Tokens, i: usize, first: &Word, sum: &mut Sum, number: &mut Number) {
    let Meaning { value, class } = first.meaning;
    match class {
        Class::Scale => {
            sum.close_with(value);
            // `ألفا` is 1,000 in the accusative and 2,000 before a noun.
            if vocabulary::meaning(Lang::Arabic, first.peeled.stem, &[Class::PairOfScale]).is_some() {
                number.other = Some(value * 2.0);
            }
        }
        Class::PairOfScale => {
            sum.current = Some(2.0);
            sum.close_with(value / 2.0);
        }
        _ => {
            sum.current = Some(value);
            // `خمس` is also a fifth.
            if class == Class::Unit && !is_teen_ending(tokens, i + 1) {
                number.other = vocabulary::meaning(Lang::Arabic, first.peeled.stem, &[Class::Fraction]).map(|m| m.value);
            }
        }
    }
}

/// `ثلاثمئة`, `خمسمية`: hundreds written in one word, whatever the spelling of the hundred.
fn hundreds(tokens: &Tokens, i: usize) -> Option<(f64, bool)> {
    peel(tokens.folded(i)).find_map(|p| {
        let stem = p.stem.strip_suffix("مايه").or_else(|| p.stem.strip_suffix("ميه"))?;
        let unit = vocabulary::meaning(Lang::Arabic, stem, &[Class::Unit]).filter(|m| (3.0..10.0).contains(&m.value))?;
        Some((unit.value * 100.0, p.definite))
    })
}

/// Adds what stands at token `at` to the number; gives one past it, or none when the number is complete.
fn continue_at(tokens: &Tokens, at: usize, sum: &mut Sum, number: &Number) -> Option<usize> {
    if let Some(and) = and_at(tokens, at) {
        return add(tokens, and, sum, number);
    }
    if number.digits && sum.scale == 0.0 && sum.current.is_some_and(|c| c < 10.0) && is_teen_ending(tokens, at) && !scan::glued(tokens, at) {
        return None;
    }
    if let Some(current) = sum.current
        && !number.digits
        && (1.0..10.0).contains(&(current % 100.0))
        && current.fract() == 0.0
        && is_teen_ending(tokens, at)
    {
        sum.current = Some(current + 10.0);
        return Some(at + 1);
    }
    let next = word(tokens, at, &[Class::Scale, Class::Hundred, Class::Vague]).filter(|w| !w.peeled.preposition)?;
    match (next.class(), sum.current) {
        (Class::Scale, Some(_)) => sum.close_with(next.meaning.value),
        // `ألف مليون`, `مئة ألف ألف`; `المليون` after a half is taken by `repeated`.
        (Class::Scale, None) if sum.scale > 0.0 && !next.peeled.definite => sum.close_with(next.meaning.value),
        (Class::Hundred, Some(c)) if (3.0..10.0).contains(&(c % 100.0)) && c < 10.0 && !number.digits => sum.current = Some(c * 100.0),
        (Class::Vague, Some(c)) if next.meaning.value == 100.0 && c <= 10.0 => sum.current = Some(c * 100.0),
        _ => return None,
    }
    Some(at + 1)
}

/// Where the word after `و` is, when `و` stands at or on token `at`.
fn and_at(tokens: &Tokens, at: usize) -> Option<usize> {
    let folded = tokens.folded(at);
    if folded == "و" {
        return Some(at + 1);
    }
    (scan::word(tokens, at) && folded.starts_with('و') && word(tokens, at, &[Class::Unit]).is_none_or(|w| w.peeled.waw)).then_some(at)
}

/// Joins what follows `و`: tens to units, anything smaller to hundreds and scales, a half to anything.
fn add(tokens: &Tokens, at: usize, sum: &mut Sum, number: &Number) -> Option<usize> {
    if let Some(half) = word(tokens, at, &[Class::Fraction]).filter(|w| is_half_more(w, tokens, at)) {
        match &mut sum.current {
            Some(current) => *current += half.meaning.value,
            None => sum.total += half.meaning.value * sum.scale,
        }
        return Some(repeated(tokens, at + 1, sum.scale));
    }
    if let Some(current) = sum.current {
        let unit_before = !number.digits && (1.0..10.0).contains(&(current % 100.0)) && current.fract() == 0.0;
        if unit_before {
            let tens = word(tokens, at, &[Class::Tens]).filter(|w| !w.peeled.preposition)?;
            sum.current = Some(current + tens.meaning.value);
            return Some(at + 1);
        }
        let hundreds = !number.digits && current >= 100.0 && current % 100.0 == 0.0;
        let next = word(tokens, at, &[Class::Unit, Class::Tens]).filter(|w| hundreds && !w.peeled.preposition && w.meaning.value >= 1.0)?;
        sum.current = Some(current + next.meaning.value);
        return Some(at + 1);
    }
    if sum.scale == 0.0 || word(tokens, at, &CARDINAL).is_some_and(|w| w.peeled.preposition) {
        return None;
    }
    // After a scale comes a whole number below it: `مليون ومئتا ألف`, `5 آلاف و300`.
    let rest = cardinal(tokens, at)?;
    if rest.low >= sum.scale || rest.low < 1.0 || rest.role != Role::Cardinal || rest.maybe_year {
        return None;
    }
    sum.total += rest.low;
    sum.group = rest.low;
    sum.scale = if rest.scale > 1.0 { rest.scale } else { 0.0 };
    Some(rest.tokens.end)
}

/// `ونصف`, `وربع`, `وثلث`: shares that no unit is spelled like.
fn is_half_more(found: &Word, tokens: &Tokens, at: usize) -> bool {
    let own = vocabulary::meaning(Lang::Arabic, found.peeled.stem, &[Class::Unit, Class::Tens]).is_none();
    own && !found.peeled.preposition && !matches!(tokens.folded(at + 1), "نهايي" | "النهايي")
}

/// One past the scale that is said again after a half: `مليون ونصف المليون`.
fn repeated(tokens: &Tokens, at: usize, scale: f64) -> usize {
    let again = word(tokens, at, &[Class::Scale]).is_some_and(|w| w.meaning.value == scale && !w.peeled.preposition);
    at + usize::from(again)
}

fn finish(tokens: &Tokens, at: usize, sum: Sum, number: &mut Number) {
    let value = sum.value();
    if number.digits && sum.scale > 0.0 && number.low != 0.0 {
        number.times(value / number.low);
    }
    if at > number.tokens.end {
        number.maybe_year = false;
    }
    number.low = value;
    number.high = value;
    number.scale = if sum.scale > 0.0 { sum.scale } else { 1.0 };
    number.tokens.end = at;
    if number.other.is_some() && !number.digits && sum.scale > 0.0 && noun_follows(tokens, at) {
        number.other = number.other.map(|other| std::mem::replace(&mut number.low, other));
        number.high = number.low;
    }
}

/// Whether a noun without article or clitic may follow: then `ألفا` is the construct dual.
fn noun_follows(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.folded(at);
    scan::word(tokens, at) && !matches!(next, "من" | "في" | "عن" | "علي" | "الي" | "مع" | "منذ" | "او" | "ثم") && !next.starts_with('و')
}

/// `ميتا` is dead as well as two hundred: then a noun or a scale follows.
fn is_dead(tokens: &Tokens, i: usize, first: &Word) -> bool {
    matches!(first.peeled.stem, "ميتا" | "ميتي" | "ميتين") && (!noun_follows(tokens, i + 1) || !tokens.get(i + 1).is_some_and(|t| t.spaced))
}

/// `أثنى` (praised) is spelled as the two of twelve, which `عشر` follows.
fn praises(tokens: &Tokens, i: usize, first: &Word) -> bool {
    matches!(first.peeled.stem, "اثني" | "اثنا" | "اثنتي" | "اثنتا") && !is_teen_ending(tokens, i + 1)
}

/// Number words that are often something else where they stand.
fn doubtful(tokens: &Tokens, i: usize, first: &Word) -> bool {
    let Peeled { stem, definite, preposition, .. } = first.peeled;
    match first.class() {
        // `الأحد` and `الاثنين` are days of the week, `وست` is West; `الألف` and `المليون` alone are rates.
        Class::Unit => {
            let west = stem == "ست" && first.peeled.waw && !scan::word(tokens, i + 1);
            west || matches!(stem, "احد" | "احدي" | "احدا") || definite && matches!(stem, "اثنين")
        }
        // Greek alpha; the name Stone.
        Class::Scale if stem == "الفا" => true,
        // The verb `ألف` (wrote).
        Class::Scale if stem == "الف" && before(tokens, i) == "الذي" || word(tokens, i + 1, &[Class::Unit]).is_some_and(|w| !w.peeled.waw) => true,
        Class::Tens if stem == "ستون" => !scan::word(tokens, i + 1),
        Class::Scale | Class::Hundred => definite && (preposition || matches!(before(tokens, i), "في" | "بين")),
        _ => false,
    }
}
