//! English numbers: `two and a half million`, `1.2bn`, `twenty-first`, `three quarters`, `dozens`, `a couple`, `World War II`.

use crate::lang::Lang;
use crate::lang::token::{Capital, Kind, Tokens};

use super::Role;
use super::number::{FEW, Number, VAGUE};
use super::numeral;
use super::scan::{self, before, glued, hyphen, past_hyphen};
use super::vocabulary::{self, Class, Meaning};

/// Short scales, which count only right behind digits (`5m`, `$1.2bn`, `£3 bn`).
const ABBREVIATIONS: [(&str, f64); 10] = [
    ("k", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("mil", 1e6),
    ("b", 1e9),
    ("bn", 1e9),
    ("tn", 1e12),
    ("trn", 1e12),
    ("cr", 1e7),
];

/// Nouns that are numbered rather than counted: `phase two`, `number one`.
const NUMBERED: [&str; 42] = [
    "number", "hour", "series", "no", "nos", "phase", "part", "chapter", "section", "article", "type", "stage", "level", "step", "round", "grade", "class", "group",
    "year", "day", "week", "line", "page", "volume", "season", "episode", "category", "gate", "channel", "route", "unit", "room", "act", "division",
    "tier", "zone", "version", "war", "game", "set", "formula", "title",
];

fn meaning(tokens: &Tokens, i: usize, classes: &[Class]) -> Option<Meaning> {
    scan::word(tokens, i).then(|| vocabulary::meaning(Lang::English, tokens.folded(i), classes)).flatten()
}

fn article(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.folded(i), "a" | "an")
}

/// The number that starts at token `i`.
pub(super) fn read(tokens: &Tokens, i: usize) -> Option<Number> {
    fraction(tokens, i)
        .or_else(|| few(tokens, i))
        .or_else(|| vague(tokens, i))
        .or_else(|| decade(tokens, i))
        .or_else(|| cardinal(tokens, i))
        .or_else(|| multiple_or_group(tokens, i))
        .or_else(|| roman(tokens, i))
        .or_else(|| code(tokens, i))
}

/// `half a million`, `a quarter of a million`, `half a dozen`; or a share of something.
fn fraction(tokens: &Tokens, i: usize) -> Option<Number> {
    let mut number = share(tokens, i)?;
    let next = past_hyphen(tokens, number.tokens.end);
    let next = next + usize::from(tokens.folded(next) == "of");
    let next = next + usize::from(article(tokens, next) || tokens.folded(next) == "one");
    if let Some(scale) = meaning(tokens, next, &[Class::Scale, Class::Dozen, Class::Hundred]) {
        if scale.class == Class::Dozen {
            return Some(Number::vague(i..next + 1, 10.0 * number.low, 14.0 * number.low, 1.0));
        }
        number.times(scale.value);
        number.role = Role::Cardinal;
        number.weak = false;
        number.scale = scale.value;
        number.tokens.end = next + 1;
    }
    Some(number)
}

/// `half`, `two thirds`, `three-quarters`, `a quarter of`.
fn share(tokens: &Tokens, i: usize) -> Option<Number> {
    let unit = meaning(tokens, i, &[Class::Unit]).map(|m| m.value).filter(|v| *v >= 1.0);
    let digit = || numeral::read(tokens, i).filter(|n| n.plain && n.length == 1 && n.end == i + 1).map(|n| n.value);
    // `the last third of` is a share without numerator.
    if matches!(before(tokens, i), "last" | "first" | "middle" | "final" | "top" | "bottom" | "upper" | "lower") && tokens.folded(i + 1) == "of" {
        return meaning(tokens, i, &[Class::Fraction]).map(|m| Number::words(i..i + 1, m.value, Role::Fraction));
    }
    let (above, at) = match unit.or_else(digit) {
        Some(value) => (value, past_hyphen(tokens, i + 1)),
        None if article(tokens, i) => (1.0, past_hyphen(tokens, i + 1)),
        None => (1.0, i),
    };
    let explicit = at > i;
    let of = tokens.folded(at + 1) == "of";
    let half = tokens.folded(at) == "half" && above == 1.0;
    let quarter = tokens.folded(at) == "quarter";
    let below = if half {
        0.5
    } else if above > 1.0 {
        meaning(tokens, at, &[Class::Part])?.value
    } else if explicit && (!article(tokens, i) || of || quarter || ends_phrase(tokens, at + 1) && tokens.folded(at) != "fourth") || quarter && (of || hyphen(tokens, at + 1)) {
        meaning(tokens, at, &[Class::Fraction])?.value
    } else {
        return None;
    };
    let mut number = Number::words(i..at + 1, above * below, Role::Fraction);
    number.weak = half && !explicit && !halved_something(tokens, i);
    number.digits = scan::number(tokens, i);
    Some(number)
}

/// Whether no noun follows: `by a third.`, `a fifth and ...`, not `a third man`.
fn ends_phrase(tokens: &Tokens, i: usize) -> bool {
    !scan::word(tokens, i) && !hyphen(tokens, i) || matches!(tokens.folded(i), "and" | "in" | "from" | "to" | "by" | "or" | "but" | "since" | "at" | "on" | "as" | "than")
}

/// Whether `half` at token `i` is a share of something, not `half-time` or `the second half`.
fn halved_something(tokens: &Tokens, i: usize) -> bool {
    let next = matches!(tokens.folded(i + 1), "of" | "a" | "an" | "the" | "all" | "that" | "this" | "its" | "his" | "her" | "their" | "our" | "my" | "as");
    next || matches!(before(tokens, i), "by" | "in" | "than" | "about" | "nearly" | "over" | "almost" | "around" | "roughly" | "only")
}

/// `a few hundred`, `several dozen`, `a handful`, `a couple of thousand`.
fn few(tokens: &Tokens, i: usize) -> Option<Number> {
    let at = i + usize::from(article(tokens, i));
    let (low, high) = match tokens.folded(at) {
        "few" | "several" | "handful" => FEW,
        "couple" if at > i => (2.0, 3.0),
        _ => return None,
    };
    let next = at + 1 + usize::from(tokens.folded(at + 1) == "of");
    if let Some(scale) = meaning(tokens, next, &[Class::Hundred, Class::Scale, Class::Dozen, Class::Vague]) {
        let above = meaning(tokens, next + 1, &[Class::Scale]);
        let value = scale.value * above.map_or(1.0, |m| m.value);
        return Some(Number::vague(i..next + 1 + usize::from(above.is_some()), low, high, value));
    }
    Some(Number::vague(i..at + 1, low, high, 1.0).weak())
}

/// `dozens`, `hundreds of thousands`, `millions`.
fn vague(tokens: &Tokens, i: usize) -> Option<Number> {
    let mut value = meaning(tokens, i, &[Class::Vague])?.value;
    let mut end = i + 1;
    while tokens.folded(end) == "of"
        && let Some(more) = meaning(tokens, end + 1, &[Class::Vague])
    {
        value *= more.value;
        end += 2;
    }
    Some(Number::vague(i..end, VAGUE.0, VAGUE.1, value))
}

/// `1980s`, `the '90s`, `the nineties`.
fn decade(tokens: &Tokens, i: usize) -> Option<Number> {
    if let Some(decade) = meaning(tokens, i, &[Class::Decade]) {
        return Some(Number { maybe_year: true, ..Number::words(i..i + 1, decade.value, Role::Decade) });
    }
    let numeral = numeral::read(tokens, i).filter(|n| n.plain && n.value % 10.0 == 0.0 && matches!(n.length, 2 | 4))?;
    let apostrophe = usize::from(matches!(tokens.folded(numeral.end), "'" | "’") && glued(tokens, numeral.end));
    let s = numeral.end + apostrophe;
    let named = tokens.folded(s) == "s" && glued(tokens, s);
    named.then(|| Number { role: Role::Decade, maybe_year: true, tokens: i..s + 1, ..Number::digits(i, numeral) })
}

/// `twice`, `double`, `both`, `pair`.
fn multiple_or_group(tokens: &Tokens, i: usize) -> Option<Number> {
    let Meaning { value, class } = meaning(tokens, i, &[Class::Multiple, Class::Group])?;
    let role = if class == Class::Multiple { Role::Multiple } else { Role::Cardinal };
    let number = Number::words(i..i + 1, value, role);
    Some(if tokens.folded(i) == "twice" { number } else { number.weak() })
}

/// `World War II`, `Elizabeth II`, `Louis XIV`.
fn roman(tokens: &Tokens, i: usize) -> Option<Number> {
    let token = tokens.get(i).filter(|t| t.kind == Kind::Word && t.span.len() <= 5 && (t.capital == Capital::All || t.span.len() == 1 && t.capital == Capital::Initial))?;
    let named = token.spaced && i > 0 && scan::word(tokens, i - 1) || follows_hyphen(tokens, i);
    let digit = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let digits: Option<Vec<i32>> = tokens.folded(i).chars().map(digit).collect();
    let digits = digits.filter(|d| d.len() >= 2 && named || d.len() == 1 && (NUMBERED.contains(&before(tokens, i)) || follows_hyphen(tokens, i) || d[0] > 1 && d[0] < 50 && i > 0 && scan::capital(tokens, i - 1)))?;
    let value: i32 = digits.iter().enumerate().map(|(k, d)| if digits.get(k + 1).is_some_and(|n| n > d) { -d } else { *d }).sum();
    (value > 0).then(|| Number::words(i..i + 1, f64::from(value), Role::Label).weak())
}

/// `ACE2`, `G20`, `M16`, `WW2`: letters and a number that Arabic often writes apart.
fn code(tokens: &Tokens, i: usize) -> Option<Number> {
    let word = scan::word(tokens, i).then(|| tokens.folded(i))?;
    let value = match word {
        "wwi" => 1.0,
        "wwii" => 2.0,
        _ => {
            let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            let letters = word.len() - digits.len();
            let plain = (1..=8).contains(&letters) && (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|_| plain)?
        }
    };
    Some(Number { digits: true, ..Number::words(i..i + 1, value, Role::Label) }.weak())
}

/// Whether a hyphen joins token `i` to a word before it.
fn follows_hyphen(tokens: &Tokens, i: usize) -> bool {
    i >= 2 && hyphen(tokens, i - 1) && scan::word(tokens, i - 2)
}

/// What has been read of a number in words.
#[derive(Clone, Copy)]
struct Sum {
    /// The groups that already have their scale.
    total: f64,
    /// The group that is being read, below a thousand unless it is digits.
    current: Option<f64>,
    /// The smallest scale so far.
    top: f64,
}

impl Sum {
    fn value(self) -> f64 {
        self.total + self.current.unwrap_or(0.0)
    }

    /// Whether `v`, a word of `class`, continues the group: `twenty` `one`, `hundred` `five`.
    fn takes(self, v: f64, class: Class) -> bool {
        match self.current {
            None => v < self.top,
            Some(c) if c.fract() != 0.0 => false,
            Some(c) => {
                let tens = c % 100.0;
                (c >= 100.0 && tens == 0.0) || ((20.0..100.0).contains(&tens) && tens % 10.0 == 0.0 && class == Class::Unit && (1.0..10.0).contains(&v))
            }
        }
    }
}

/// `twenty-one thousand five hundred and six`, `5 million`, `two and a half billion`, `fifty-first`, `100th`, `$5m`.
fn cardinal(tokens: &Tokens, i: usize) -> Option<Number> {
    let start = i;
    let mut sum = Sum { total: 0.0, current: None, top: f64::INFINITY };
    let mut at = i;
    let mut number = Number::words(i..i, 0.0, Role::Cardinal);
    if article(tokens, i) {
        meaning(tokens, i + 1, &[Class::Hundred, Class::Scale, Class::Dozen])?;
        at = i + 1;
    } else if let Some(numeral) = numeral::read(tokens, i) {
        number = Number::digits(i, numeral);
        if glued(tokens, numeral.end) && matches!(tokens.folded(numeral.end), "st" | "nd" | "rd" | "th") {
            number.role = Role::Ordinal;
            number.maybe_year = false;
            number.tokens.end = numeral.end + 1;
            return Some(number);
        }
        sum.current = Some(numeral.value);
        at = numeral.end;
        number.tokens.end = at;
        if scan::is_code(tokens, i) {
            number.role = Role::Label;
            return Some(number);
        }
        if let Some((scale, end)) = abbreviation(tokens, i, numeral.end) {
            number.times(scale);
            number.scale = scale;
            number.tokens.end = end;
            return Some(number);
        }
    }
    let digits = number.digits;
    // `$300+ billion`
    if digits && tokens.folded(at) == "+" && glued(tokens, at) && meaning(tokens, at + 1, &[Class::Scale]).is_some() {
        at += 1;
    }
    loop {
        let word = if at > start && !article(tokens, start) { past_hyphen(tokens, at) } else { at };
        let no_number_yet = sum.current.is_none() && sum.total == 0.0;
        let Some(Meaning { value, class }) = vocabulary_at(tokens, word) else {
            match and(tokens, at, sum, digits) {
                Some((more, end)) => {
                    sum = more;
                    at = end;
                    continue;
                }
                None => break,
            }
        };
        match class {
            Class::Unit | Class::Teen | Class::Tens if !digits => {
                if !sum.takes(value, class) {
                    break;
                }
                sum.current = Some(sum.current.unwrap_or(0.0) + value);
            }
            Class::Hundred if sum.current.is_none_or(|c| c < 100.0) && (no_number_yet || sum.current.is_some()) => {
                sum.current = Some(sum.current.unwrap_or(1.0) * value);
            }
            Class::Dozen if no_number_yet || sum.current.is_some() => {
                let dozens = sum.current.unwrap_or(1.0);
                number.tokens.end = word + 1;
                return Some(Number { tokens: number.tokens, digits, ..Number::vague(i..i, 10.0 * dozens, 14.0 * dozens, 1.0) });
            }
            Class::Scale | Class::Vague if class == Class::Scale || value >= 1000.0 && !no_number_yet => {
                if sum.current.is_none() && !no_number_yet {
                    sum.total *= value;
                } else if value < sum.top {
                    sum.total += sum.current.unwrap_or(1.0) * value;
                } else {
                    break;
                }
                sum.current = None;
                sum.top = value;
                number.scale = value;
            }
            Class::Ordinal if !digits => {
                let joins = no_number_yet || sum.takes(value, if value < 10.0 { Class::Unit } else { Class::Teen });
                let multiplies = value >= 100.0 && sum.current.is_some();
                if multiplies {
                    sum.current = sum.current.map(|c| c * value);
                } else if joins && !(value == 2.0 && !no_number_yet && !hyphen(tokens, at)) {
                    sum.current = Some(sum.current.unwrap_or(0.0) + value);
                } else {
                    break;
                }
                at = word + 1;
                number.role = Role::Ordinal;
                number.weak = no_number_yet && weak_ordinal(tokens, i, value);
                break;
            }
            _ => break,
        }
        at = word + 1;
    }
    if at == start || (sum.current.is_none() && sum.total == 0.0) {
        return None;
    }
    if number.digits {
        let factor = sum.value() / number.low;
        if number.scale > 1.0 && factor.is_finite() {
            number.times(factor);
        }
        number.low = sum.value();
        number.high = number.low;
    } else {
        number.low = sum.value();
        number.high = number.low;
    }
    number.tokens = start..at;
    let value = number.low;
    if value <= 1.0 && !number.digits && number.role == Role::Cardinal {
        if before(tokens, i) == "no" {
            return None;
        }
        number.weak = true;
    }
    if number.role == Role::Cardinal && !number.digits && numbered(tokens, i) {
        number.role = Role::Label;
    }
    // `BBC Two`, `Forty Little Mothers`: names are often not translated.
    number.weak |= !number.digits && value < 1000.0 && scan::capital(tokens, i) && i > 0 && !scan::opens_sentence(tokens, i);
    // `multi-million`
    number.weak |= hyphen(tokens, i.saturating_sub(1)) && i > 1 && tokens.folded(i - 2) == "multi";
    number.weak |= before(tokens, i) == "per" || (i > 1 && article(tokens, start) && before(tokens, i) == "in" && number.low >= 1000.0);
    Some(number)
}

/// A word of a cardinal or ordinal.
fn vocabulary_at(tokens: &Tokens, i: usize) -> Option<Meaning> {
    const CLASSES: [Class; 8] = [Class::Unit, Class::Teen, Class::Tens, Class::Hundred, Class::Dozen, Class::Scale, Class::Vague, Class::Ordinal];
    meaning(tokens, i, &CLASSES)
}

/// `hundred and five`, `two and a half`, `a million and a half`, at the word `and`.
fn and(tokens: &Tokens, at: usize, sum: Sum, digits: bool) -> Option<(Sum, usize)> {
    let at = past_hyphen(tokens, at);
    if tokens.folded(at) != "and" || sum.value() == 0.0 {
        return None;
    }
    let next = past_hyphen(tokens, at + 1);
    if let Some(part) = share(tokens, next).filter(|f| f.low < 1.0) {
        // `a third and a half`, `five and a quarter of them` are two numbers.
        let explicit = part.tokens.len() > 1 || !part.weak && tokens.folded(next) != "half";
        if !explicit || (sum.total > 0.0 && sum.current.is_some()) || tokens.folded(part.tokens.end) == "of" {
            return None;
        }
        let more = match sum.current {
            Some(c) => Sum { current: Some(c + part.low), ..sum },
            None => Sum { total: sum.total + part.low * sum.top, ..sum },
        };
        return Some((more, part.tokens.end));
    }
    let after_hundred = sum.current.is_some_and(|c| c >= 100.0 && c % 100.0 == 0.0);
    let after_scale = sum.current.is_none() && sum.total > 0.0;
    if digits || !(after_hundred || after_scale) || article(tokens, next) {
        return None;
    }
    let part = cardinal(tokens, next).filter(|n| !n.digits && n.role == Role::Cardinal)?;
    // `between two hundred and three hundred`
    let limit = if after_hundred { 100.0 } else { sum.top };
    let own_scale = vocabulary_at(tokens, part.tokens.end).is_some();
    let list = part.low >= 100.0 && after_scale;
    if part.low >= limit || own_scale || list {
        let joined_thousands = after_hundred && part.scale >= 1000.0 && part.low / part.scale < 100.0;
        return joined_thousands.then(|| {
            let current = sum.current.unwrap_or(0.0) * part.scale + part.low;
            (Sum { total: sum.total + current, current: None, top: part.scale }, part.tokens.end)
        });
    }
    let more = Sum { current: Some(sum.current.unwrap_or(0.0) + part.low), ..sum };
    Some((more, part.tokens.end))
}

/// A short scale behind the digits that start at `i` and end before `at`, with its end. `m` is metres where nothing speaks for millions.
fn abbreviation(tokens: &Tokens, i: usize, at: usize) -> Option<(f64, usize)> {
    let money = |k: usize| matches!(tokens.folded(k), "$" | "£" | "€" | "us$" | "¥" | "₹" | "₪" | "rs" | "usd" | "eur");
    let paid = i > 0 && money(i - 1);
    let word = tokens.folded(at);
    let (_, scale) = *ABBREVIATIONS.iter().find(|(short, _)| *short == word)?;
    let long = matches!(word, "bn" | "mn" | "tn" | "mln" | "trn");
    let allowed = match word {
        _ if !glued(tokens, at) => (paid || long) && word != "b",
        "m" => paid || counted_in_millions(tokens, at + 1),
        "k" => true,
        "b" => paid || counted_in_millions(tokens, at + 1),
        "mil" | "cr" => paid,
        _ => true,
    };
    allowed.then_some((scale, at + 1))
}

/// `5m people`, not `100m race`.
fn counted_in_millions(tokens: &Tokens, i: usize) -> bool {
    let word = tokens.folded(i);
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !matches!(word, "hurdles" | "finals" | "heats" | "sprints" | "across" | "metres");
    scan::word(tokens, i) && (plural || matches!(word, "people" | "children" | "women" | "men" | "euro" | "years"))
}

/// Ordinals that are often said otherwise: adverbs (`First, ...`, `was first seen`), `a second` that means another, `third parties`.
fn weak_ordinal(tokens: &Tokens, i: usize, value: f64) -> bool {
    let (previous, next) = (before(tokens, i), tokens.folded(i + 1));
    let adverb = matches!(next, "," | ":" | "of all") || tokens.folded(i).ends_with("ly");
    match value {
        1.0 => adverb || !first_of_something(tokens, i),
        2.0 => adverb || next == "in" || next == "-" && tokens.folded(i + 2) == "in" || matches!(previous, "a" | "per" | "split" | "every" | "each" | "any"),
        3.0 => adverb || matches!(next, "party" | "parties" | "world" | "-"),
        _ => adverb,
    }
}

/// `the first woman`, `her first book`, not `at first`, `first recognised`, `first aid`, `in the first place`.
fn first_of_something(tokens: &Tokens, i: usize) -> bool {
    let next = tokens.folded(i + 1);
    let noun = scan::word(tokens, i + 1) && !next.ends_with("ed") && !matches!(next, "responders" | "responder" | "aid" | "name" | "place" | "lady" | "hand" | "and" | "in" | "by" | "seen" | "come");
    let determined = matches!(before(tokens, i), "the" | "his" | "her" | "its" | "their" | "my" | "our" | "your" | "this" | "that" | "for" | "s" | "only" | "very");
    determined && (noun || next.is_empty())
}

/// Whether the word before names what is numbered: `World War Two`, `phase two`.
fn numbered(tokens: &Tokens, i: usize) -> bool {
    // `stage-three`
    let i = if i > 1 && hyphen(tokens, i - 1) { i - 1 } else { i };
    let previous = before(tokens, i);
    NUMBERED.contains(&previous) || (i > 1 && scan::capital(tokens, i) && scan::capital(tokens, i - 1) && scan::word(tokens, i - 1))
}
