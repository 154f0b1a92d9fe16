//! Cardinals: digits and words, units before tens, everything joined by `و`.

use crate::lang::Lang;
use crate::lang::token::Tokens;

use super::word::{Peeled, Word, is_teen_ending, noun_follows, peel, word};
use crate::anchor::quantity::Role;
use crate::anchor::quantity::number::{GREATEST, Number};
use crate::anchor::quantity::numeral;
use crate::anchor::quantity::scan::{self, before};
use crate::anchor::quantity::vocabulary::{self, Class, Meaning};

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
    /// How many numbers it is the rest of.
    depth: u8,
}

/// How many numbers may be the rest of each other; nobody writes more than three.
const DEEPEST: u8 = 8;

impl Sum {
    fn value(self) -> f64 {
        self.total + self.current.unwrap_or(0.0)
    }

    fn close_with(&mut self, scale: f64) {
        let group = self.current.take().map_or_else(
            || {
                self.total -= self.group;
                self.group.max(1.0) * scale
            },
            |current| current * scale,
        );
        self.total += group;
        self.group = group;
        self.scale = scale;
    }
}

const CARDINAL: [Class; 7] = [Class::Unit, Class::Tens, Class::Hundred, Class::Hundreds, Class::Scale, Class::PairOfScale, Class::Dozen];

/// The cardinal that starts at token `i` with digits or a word.
pub(super) fn cardinal(tokens: &Tokens, i: usize) -> Option<Number> {
    let number = nested(tokens, i, 0)?;
    Some(rising_year(tokens, i, &number).unwrap_or(number))
}

/// `سنة تسع وثلاثين وتسعمائة وألف`: years may also be said from the units up.
fn rising_year(tokens: &Tokens, i: usize, first: &Number) -> Option<Number> {
    let named = !first.digits && peel(before(tokens, i)).any(|p| matches!(p.stem, "عام" | "سنه"));
    let (mut year, mut end) = (first.low, first.tokens.end);
    while named && let Some(at) = and_at(tokens, end) {
        let Some(more) = nested(tokens, at, 1).filter(|n| !n.digits && n.low % 100.0 == 0.0 && n.low > year) else { break };
        (year, end) = (year + more.low, more.tokens.end);
    }
    let is_year = end > first.tokens.end && (1000.0..=2100.0).contains(&year);
    is_year.then(|| Number { maybe_year: true, ..Number::words(i..end, year, Role::Cardinal) })
}

/// The same as the rest of so many numbers.
fn nested(tokens: &Tokens, i: usize, depth: u8) -> Option<Number> {
    let mut sum = Sum { depth, ..Sum::default() };
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
    if number.digits && sum.scale == 0.0 && sum.current.is_some_and(|c| c < 10.0) && is_teen_ending(tokens, at) && !scan::glued(tokens, at)
    {
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
    match (next.meaning.class, sum.current) {
        (Class::Scale, Some(_)) => sum.close_with(next.meaning.value),
        // `ألف مليون`, `مئة ألف ألف`; `المليون` after a half is taken by `repeated`.
        (Class::Scale, None) if sum.scale > 0.0 && sum.group < GREATEST && !next.peeled.definite => sum.close_with(next.meaning.value),
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
    let rest = Some(sum.depth + 1).filter(|depth| *depth <= DEEPEST).and_then(|depth| nested(tokens, at, depth))?;
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

/// Values, scale and end of the whole.
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

/// `ميتا` is dead, or the company Meta, as well as two hundred: then a noun or a scale follows, or a scale stands before.
fn is_dead(tokens: &Tokens, i: usize, first: &Word) -> bool {
    let counted = first.peeled.waw || before(tokens, i) == "بين" || first.peeled.preposition;
    // مئتين وخمسين شخصا
    let more = and_at(tokens, i + 1)
        .is_some_and(|at| numeral::read(tokens, at).is_some() || word(tokens, at, &[Class::Unit, Class::Tens]).is_some());
    let noun = more || noun_follows(tokens, i + 1) && !scan::glued(tokens, i + 1);
    let added = || first.peeled.waw && i > 0 && word(tokens, i - 1, &[Class::Scale]).is_some();
    // After `إن` it is مئتي.
    let company =
        || first.peeled.stem == "ميتا" && matches!(before(tokens, i).trim_start_matches(['ل', 'ب', 'و']), "شركه" | "مجموعه" | "ان");
    match first.peeled.stem {
        "ميتا" | "ميتي" => !added() && (!noun || company()),
        "ميتين" => !noun && !counted,
        _ => false,
    }
}

/// `أثنى` (praised) is spelled as the two of twelve, which `عشر` follows.
fn praises(tokens: &Tokens, i: usize, first: &Word) -> bool {
    matches!(first.peeled.stem, "اثني" | "اثنا" | "اثنتي" | "اثنتا") && !is_teen_ending(tokens, i + 1)
}

/// Number words that are often something else where they stand.
fn doubtful(tokens: &Tokens, i: usize, first: &Word) -> bool {
    let Peeled { stem, definite, preposition, .. } = first.peeled;
    match first.meaning.class {
        // `الأحد` and `الاثنين` are days of the week, `وست` is West; `الألف` and `المليون` alone are rates.
        Class::Unit => {
            let west = stem == "ست" && first.peeled.waw && !scan::word(tokens, i + 1);
            west || matches!(stem, "احد" | "احدي" | "احدا") || definite && matches!(stem, "اثنين")
        }
        // Greek alpha; the name Stone.
        Class::Scale if stem == "الفا" => {
            !noun_follows(tokens, i + 1)
                || tokens.folded(i + 1).starts_with("ال")
                || matches!(before(tokens, i), "كورونا" | "فيروس" | "متحور")
        }
        // The verb `ألف` (wrote).
        Class::Scale
            if stem == "الف" && before(tokens, i) == "الذي" || word(tokens, i + 1, &[Class::Unit]).is_some_and(|w| !w.peeled.waw) =>
        {
            true
        }
        Class::Tens if stem == "ستون" => !scan::word(tokens, i + 1),
        Class::Scale | Class::Hundred => definite && (preposition || matches!(before(tokens, i), "في" | "بين")),
        _ => false,
    }
}
