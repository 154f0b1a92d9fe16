//! Cardinals and the ordinals that end them: `twenty-one thousand five hundred and six`, `5 million`, `two and a half billion`, `fifty-first`.

use crate::lang::token::Tokens;

use super::name::numbered;
use super::share::share;
use super::{article, meaning, ordinal};
use crate::anchor::quantity::Role;
use crate::anchor::quantity::number::{GREATEST, Number};
use crate::anchor::quantity::numeral;
use crate::anchor::quantity::scan::{self, before, glued, hyphen, past_hyphen};
use crate::anchor::quantity::vocabulary::{Class, Meaning};

/// Short scales, which count only right behind digits (`5m`, `$1.2bn`, `£3 bn`).
#[rustfmt::skip]
const ABBREVIATIONS: [(&str, f64); 13] = [
    ("k", 1e3), ("m", 1e6), ("mn", 1e6), ("mln", 1e6), ("mil", 1e6), ("b", 1e9), ("bn", 1e9), ("bln", 1e9), ("tn", 1e12), ("trn", 1e12),
    ("trln", 1e12), ("tln", 1e12), ("cr", 1e7),
];

/// How often `and` may be followed by a number that has one itself; nobody writes more than three.
const DEEPEST: u8 = 8;

/// The cardinal or ordinal that starts at token `i`.
pub(super) fn cardinal(tokens: &Tokens, i: usize) -> Option<Number> {
    nested(tokens, i, 0)
}

/// The same after so many times `and`.
fn nested(tokens: &Tokens, i: usize, depth: u8) -> Option<Number> {
    if let Some(number) = in_digits(tokens, i) {
        return Some(number);
    }
    let mut reader = Reader { depth, ..Reader::new(tokens, i)? };
    while reader.step() {}
    reader.finish()
}

/// Digits that no word continues: `125th`, `COVID-19`, `$5m`.
fn in_digits(tokens: &Tokens, i: usize) -> Option<Number> {
    let numeral = numeral::read(tokens, i)?;
    let number = Number::digits(i, numeral);
    if glued(tokens, numeral.end) && matches!(tokens.folded(numeral.end), "st" | "nd" | "rd" | "th") {
        return Some(Number { role: Role::Ordinal, maybe_year: false, tokens: i..numeral.end + 1, ..number });
    }
    if scan::is_code(tokens, i) {
        return Some(Number { role: Role::Label, ..number });
    }
    let (scale, end) = abbreviation(tokens, i, numeral.end)?;
    let mut number = Number { scale, tokens: i..end, ..number };
    number.times(scale);
    Some(number)
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
                (c >= 100.0 && tens == 0.0)
                    || ((20.0..100.0).contains(&tens) && tens % 10.0 == 0.0 && class == Class::Unit && (1.0..10.0).contains(&v))
            }
        }
    }
}

/// Reads a cardinal word by word.
struct Reader<'a> {
    tokens: &'a Tokens,
    start: usize,
    /// The next token.
    at: usize,
    sum: Sum,
    number: Number,
    depth: u8,
}

impl<'a> Reader<'a> {
    /// Takes up the article or the digits that a number may start with.
    fn new(tokens: &'a Tokens, start: usize) -> Option<Self> {
        let sum = Sum { total: 0.0, current: None, top: f64::INFINITY };
        let mut reader = Self { tokens, start, at: start, sum, number: Number::words(start..start, 0.0, Role::Cardinal), depth: 0 };
        if article(tokens, start) {
            meaning(tokens, start + 1, &[Class::Hundred, Class::Scale, Class::Dozen])?;
            reader.at = start + 1;
        } else if let Some(numeral) = numeral::read(tokens, start) {
            reader.number = Number::digits(start, numeral);
            reader.sum.current = Some(numeral.value);
            reader.at = numeral.end;
            // `$300+ billion`
            let plus =
                tokens.folded(reader.at) == "+" && glued(tokens, reader.at) && meaning(tokens, reader.at + 1, &[Class::Scale]).is_some();
            reader.at += usize::from(plus);
        }
        Some(reader)
    }

    fn nothing_read(&self) -> bool {
        self.sum.current.is_none() && self.sum.total == 0.0
    }

    /// Takes up the next word; false when the number is complete.
    fn step(&mut self) -> bool {
        let word = if self.at > self.start && !article(self.tokens, self.start) { past_hyphen(self.tokens, self.at) } else { self.at };
        let Some(meaning) = vocabulary_at(self.tokens, word) else {
            return self.and(word);
        };
        let taken = match meaning.class {
            Class::Unit | Class::Teen | Class::Tens => self.small(meaning),
            Class::Hundred => self.hundred(meaning.value),
            Class::Dozen => self.dozen(word),
            Class::Scale => self.scale(meaning.value),
            // `5 millions`
            Class::Vague => meaning.value >= 1000.0 && !self.nothing_read() && self.scale(meaning.value),
            Class::Ordinal => self.ordinal(word, meaning.value),
            _ => false,
        };
        if taken {
            self.at = word + 1;
        }
        taken && !matches!(self.number.role, Role::Ordinal | Role::Vague)
    }

    fn small(&mut self, Meaning { value, class }: Meaning) -> bool {
        let fits = !self.number.digits && self.sum.takes(value, class);
        if fits {
            self.sum.current = Some(self.sum.current.unwrap_or(0.0) + value);
        }
        fits
    }

    fn hundred(&mut self, value: f64) -> bool {
        let fits = self.sum.current.map_or(self.nothing_read(), |c| c < 100.0);
        if fits {
            self.sum.current = Some(self.sum.current.unwrap_or(1.0) * value);
        }
        fits
    }

    /// `two dozen` is about 24.
    fn dozen(&mut self, word: usize) -> bool {
        let fits = self.nothing_read() || self.sum.current.is_some();
        if fits {
            let dozens = self.sum.current.unwrap_or(1.0);
            self.number = Number { digits: self.number.digits, ..Number::vague(self.start..word + 1, 10.0 * dozens, 14.0 * dozens, 1.0) };
        }
        fits
    }

    fn scale(&mut self, value: f64) -> bool {
        let open = self.sum.current.is_some() || self.nothing_read();
        if open && value < self.sum.top {
            self.sum.total += self.sum.current.unwrap_or(1.0) * value;
        } else if !open && self.sum.total <= GREATEST {
            // `a thousand million`
            self.sum.total *= value;
        } else {
            return false;
        }
        self.sum.current = None;
        self.sum.top = value;
        self.number.scale = value;
        true
    }

    /// `third`, `twenty-third`, `two hundredth`.
    fn ordinal(&mut self, word: usize, value: f64) -> bool {
        let first = self.nothing_read();
        let joins = first || self.sum.takes(value, if value < 10.0 { Class::Unit } else { Class::Teen });
        // `thirty second` is a length of time.
        let seconds = value == 2.0 && !first && !hyphen(self.tokens, self.at);
        if self.number.digits {
            return false;
        } else if value >= 100.0 && self.sum.current.is_some() {
            self.sum.current = self.sum.current.map(|c| c * value);
        } else if joins && !seconds {
            self.sum.current = Some(self.sum.current.unwrap_or(0.0) + value);
        } else {
            return false;
        }
        self.number.role = Role::Ordinal;
        self.number.weak = first && ordinal::is_weak(self.tokens, word, value);
        true
    }

    /// `... and five`, `... and a half`, `... and first`, at the word `and`.
    fn and(&mut self, word: usize) -> bool {
        if let Some((sum, end)) = and(self.tokens, word, self.sum, self.number.digits, self.depth) {
            (self.sum, self.at) = (sum, end);
            return true;
        }
        let next = past_hyphen(self.tokens, word + 1);
        let open = self.sum.current.map_or(self.sum.total > 0.0, |c| c >= 100.0 && c % 100.0 == 0.0);
        let listed = self.number.digits || before(self.tokens, self.start) == "between";
        let last = meaning(self.tokens, next, &[Class::Ordinal])
            .filter(|m| m.value < 100.0 && self.tokens.folded(word) == "and" && open && !listed);
        if let Some(last) = last {
            self.sum.current = Some(self.sum.current.unwrap_or(0.0) + last.value);
            self.number.role = Role::Ordinal;
            self.at = next + 1;
        }
        false
    }

    fn finish(self) -> Option<Number> {
        let Self { tokens, start, at, sum, mut number, .. } = self;
        if number.role == Role::Vague {
            return Some(number);
        }
        if at == start || (sum.current.is_none() && sum.total == 0.0) {
            return None;
        }
        let factor = sum.value() / number.low;
        if number.digits && number.scale > 1.0 && factor.is_finite() {
            number.times(factor);
        }
        (number.low, number.high) = (sum.value(), sum.value());
        number.tokens = start..at;
        if number.low <= 1.0 && !number.digits && number.role == Role::Cardinal {
            if before(tokens, start) == "no" {
                return None;
            }
            number.weak = true;
        }
        if number.role == Role::Cardinal && !number.digits && numbered(tokens, start) {
            number.role = Role::Label;
        }
        number.weak |= doubtful(tokens, start, &number);
        Some(number)
    }
}

/// Numbers in names (`BBC Two`, `Forty Little Mothers`), which often stay untranslated; `multi-million`; `per hundred`; `one in a million`.
fn doubtful(tokens: &Tokens, start: usize, number: &Number) -> bool {
    // `the Second World War` is translated, though.
    let counts = number.role != Role::Ordinal && !number.digits && number.low < 1000.0;
    let name = counts && scan::capital(tokens, start) && !scan::opens_sentence(tokens, start);
    let multi = start > 1 && hyphen(tokens, start - 1) && tokens.folded(start - 2) == "multi";
    let rate =
        before(tokens, start) == "per" || start > 1 && article(tokens, start) && before(tokens, start) == "in" && number.low >= 1000.0;
    name || multi || rate
}

/// A word of a cardinal or ordinal.
fn vocabulary_at(tokens: &Tokens, i: usize) -> Option<Meaning> {
    const CLASSES: [Class; 8] =
        [Class::Unit, Class::Teen, Class::Tens, Class::Hundred, Class::Dozen, Class::Scale, Class::Vague, Class::Ordinal];
    meaning(tokens, i, &CLASSES)
}

/// `hundred and five`, `two and a half`, `a million and a half`, at the word `and`.
fn and(tokens: &Tokens, at: usize, sum: Sum, digits: bool, depth: u8) -> Option<(Sum, usize)> {
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
    if depth == DEEPEST || digits || !(after_hundred || after_scale) || article(tokens, next) {
        return None;
    }
    let part = nested(tokens, next, depth + 1).filter(|n| !n.digits && n.role == Role::Cardinal)?;
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
    let long = matches!(word, "bn" | "mn" | "tn" | "mln" | "bln" | "trn" | "trln" | "tln");
    let allowed = match word {
        _ if !glued(tokens, at) => (paid || long) && word != "b",
        "m" | "b" => paid || counted_in_millions(tokens, at + 1),
        "mil" | "cr" => paid,
        _ => true,
    };
    allowed.then_some((scale, at + 1))
}

/// `5m people`, `2.5m Galaxy Note 7 phones`, not `100m race`.
fn counted_in_millions(tokens: &Tokens, i: usize) -> bool {
    // Names before what is counted.
    let named = |k: &usize| scan::capital(tokens, *k) || *k > i && scan::number(tokens, *k);
    let i = (i..i + 4).find(|k| !named(k)).unwrap_or(i);
    let word = tokens.folded(i);
    let plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !matches!(word, "hurdles" | "finals" | "heats" | "sprints" | "across" | "metres");
    scan::word(tokens, i) && (plural || matches!(word, "people" | "children" | "women" | "men" | "euro" | "years"))
}
