//! What is counted or measured: percent, currencies, units.

mod table;

use crate::lang::Lang;
use crate::lang::token::{Capital, Kind, SHORT_CURRENCIES, Tokens};

use super::scan::glued;
pub(super) use table::named;
use table::{bare, index};

/// What a quantity is a quantity of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Measure {
    /// Nothing that we know: a count of things, or a bare number.
    #[default]
    None,
    /// Hundredths; percentage points too.
    Percent,
    /// Money.
    Currency(&'static Currency),
    /// A length, a mass, a duration ...
    Unit(&'static Unit),
}

/// A unit of measurement, named by its English singular (`kilometer`).
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// Its English name.
    pub name: &'static str,
    /// Its plural.
    pub plural: &'static str,
    /// What it measures: `length`, `duration`.
    pub dimension: &'static str,
    /// How many of the dimension's SI unit it is (of bytes for `data`).
    pub factor: f64,
    /// Where its zero lies on the SI scale; 0 but for temperatures.
    pub zero: f64,
}

/// A currency, named by its English singular (`Syrian pound`).
#[derive(Debug, PartialEq)]
pub struct Currency {
    /// Its English name.
    pub name: &'static str,
    /// Its plural.
    pub plural: &'static str,
    /// The words that it may be called by, parted by spaces: a Syrian pound is a `pound` and a `lira`.
    pub family: &'static str,
    /// How many of the main currency it is: 0.01 for a cent.
    pub factor: f64,
}

impl Measure {
    /// Its name in the plural, or in the singular.
    pub(super) fn name(self, plural: bool) -> &'static str {
        match self {
            Self::None => "",
            Self::Percent => "percent",
            Self::Currency(c) if plural => c.plural,
            Self::Currency(c) => c.name,
            Self::Unit(u) if plural => u.plural,
            Self::Unit(u) => u.name,
        }
    }

    /// What it measures; all money is one dimension.
    pub(super) fn dimension(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Percent => "percent",
            Self::Currency(_) => "money",
            Self::Unit(u) => u.dimension,
        }
    }

    /// Whether it is money called by the name of its family: `pound`.
    pub fn is_generic_money(self) -> bool {
        matches!(self, Self::Currency(c) if c.family.split(' ').any(|f| f == c.name))
    }

    /// Whether it is a length of time.
    pub fn is_duration(self) -> bool {
        self.dimension() == "duration"
    }
}

impl Currency {
    /// Whether both may be the same money: `pound` may be `Syrian pound`, `Canadian dollar` is no `Australian dollar`.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let shares = |a: &Self, b: &Self| a.family.split(' ').any(|f| f == b.name);
        self.name == other.name || shares(self, other) || shares(other, self)
    }
}

/// Whether a folded word is the short name of a currency, which stands before its sum: `Rs`.
pub(super) fn is_short_currency(word: &str) -> bool {
    SHORT_CURRENCIES.iter().any(|short| short.eq_ignore_ascii_case(word))
}

/// Whether the name of a measure may start with the folded `word`.
pub(super) fn may_start(lang: Lang, word: &str) -> bool {
    index(lang).contains_key(bare(lang, word))
}

/// The measure whose name starts at token `i`, with one past its last token. Short names (`m`, `C`) need digits before them.
pub(super) fn at(tokens: &Tokens, i: usize, after_digits: bool) -> Option<(Measure, usize)> {
    let lang = tokens.lang();
    let phrases = index(lang).get(bare(lang, tokens.folded(i)))?;
    let stands = |p: &&table::Phrase| {
        let rest = p.rest.iter().enumerate();
        rest.clone().all(|(k, word)| bare(lang, tokens.folded(i + 1 + k)) == word)
            && (p.rest.is_empty() || !takes(tokens, i + 1 + p.rest.len()))
    };
    let found = phrases.iter().find(stands)?;
    let end = i + 1 + found.rest.len();
    let ambiguous = !after_digits && matches!(tokens.folded(i), "real" | "won" | "mark" | "marks");
    if found.rest.is_empty() && (ambiguous || !short_name_allowed(tokens, i, after_digits)) {
        return None;
    }
    if let Some((measure, end)) = per_time(tokens, found.measure, end) {
        return Some((measure, end));
    }
    let squared = glued(tokens, end) && matches!(tokens.folded(end), "2" | "²");
    let cubed = glued(tokens, end) && matches!(tokens.folded(end), "3" | "³");
    match powered(found.measure, squared, cubed) {
        Some(measure) => Some((measure, end + 1)),
        None => Some((found.measure, end)),
    }
}

/// The measure that the Arabic `word`, without clitics, is the dual of: `أسبوعين` is two weeks.
pub(super) fn dual(word: &str) -> Option<Measure> {
    index(Lang::Arabic).get(word)?.iter().find(|p| p.dual).map(|p| p.measure)
}

/// The measure that the Arabic `word`, without clitics, names when it is no dual: `ساعة`.
pub(super) fn singular(word: &str) -> Option<Measure> {
    let long = word.chars().count() > 2;
    index(Lang::Arabic).get(word)?.iter().find(|p| long && !p.dual && p.rest.is_empty()).map(|p| p.measure)
}

/// A length and a time make a speed: `كيلو متر في الساعة`, `ميل/الساعة`, `km per hour`.
fn per_time(tokens: &Tokens, measure: Measure, end: usize) -> Option<(Measure, usize)> {
    let Measure::Unit(unit) = measure else { return None };
    let (first, second) = (tokens.folded(end), tokens.folded(end + 1));
    let (time, length) = match first {
        "في" | "/" | "\\" | "per" | "an" | "a" => (second, 2),
        "بالساعه" | "بالثانيه" => (first, 1),
        _ => return None,
    };
    if takes(tokens, end + length) {
        return None;
    }
    let hour = matches!(time, "الساعه" | "ساعه" | "بالساعه" | "hour" | "h");
    let second = matches!(time, "الثانيه" | "ثانيه" | "بالثانيه" | "second" | "s");
    let name = match unit.name {
        "kilometer" if hour => "kilometers per hour",
        "mile" if hour => "miles per hour",
        "meter" if second => "meters per second",
        _ => return None,
    };
    Some((named(name)?, end + length))
}

/// Whether the hour before token `i` is how long something takes, for part of one is joined to it: ساعة ونصف, ساعة وعشرين دقيقة.
fn takes(tokens: &Tokens, i: usize) -> bool {
    let word = tokens.folded(i);
    if i.checked_sub(1).is_none_or(|hour| tokens.folded(hour) != "ساعه") {
        return false;
    }
    let minutes = || (i + 1..i + 4).any(|t| matches!(tokens.folded(t), "دقيقه" | "دقايق"));
    ["ونصف", "والنصف", "وربع", "والربع", "وثلث", "والثلث", "ودقيق", "ودقايق"].iter().any(|part| word.starts_with(part))
        || word.starts_with('و') && minutes()
}

/// `m²` and `كم2`.
fn powered(measure: Measure, squared: bool, cubed: bool) -> Option<Measure> {
    let Measure::Unit(unit) = measure else { return None };
    let name = match (unit.name, squared, cubed) {
        ("meter", true, _) => "square meter",
        ("kilometer", true, _) => "square kilometer",
        ("mile", true, _) => "square mile",
        ("foot", true, _) => "square foot",
        ("meter", _, true) => "cubic meter",
        ("centimeter", _, true) => "cubic centimeter",
        ("foot", _, true) => "cubic foot",
        _ => return None,
    };
    named(name)
}

/// `5m`, `5 km`, `20 C`, but no `a` for ampere and no `in` for inch.
fn short_name_allowed(tokens: &Tokens, i: usize, after_digits: bool) -> bool {
    let word = tokens.folded(i);
    let Some(token) = tokens.get(i) else { return false };
    match word.chars().count() {
        1 if !word.chars().all(char::is_alphabetic) => true,
        1 if tokens.lang() == Lang::Arabic && !word.is_ascii() => after_digits && matches!(word, "م" | "غ"),
        1 => {
            after_digits
                && !matches!(word, "s" | "b" | "a")
                && (glued(tokens, i) || token.capital != Capital::Lower || matches!(word, "m" | "g" | "h" | "l"))
        }
        // `SR 58 million`
        2 if is_short_currency(word) && tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Number) => token.capital != Capital::Lower,
        2 if word.is_ascii() => after_digits && word != "no" && word != "in",
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_symbols_and_powers() {
        for (lang, text, name) in [
            (Lang::English, "miles per hour", "miles per hour"),
            (Lang::English, "km/h", "kilometers per hour"),
            (Lang::English, "°C", "Celsius"),
            (Lang::English, "US$", "dollar"),
            (Lang::English, "km²", "square kilometer"),
            (Lang::Arabic, "كم2", "square kilometer"),
            (Lang::Arabic, "كيلومترا مربعا", "square kilometer"),
            (Lang::Arabic, "الدولارات", "dollar"),
            (Lang::Arabic, "ليرة سورية", "Syrian pound"),
            (Lang::Arabic, "درجة مئوية", "Celsius"),
            (Lang::Arabic, "في المائة", "percent"),
        ] {
            assert_eq!(at(&Tokens::new(lang, text), 0, true).map(|m| m.0.name(false)), Some(name), "{text}");
        }
        assert!(at(&Tokens::new(Lang::English, "a man"), 0, false).is_none());
        for (text, name) in [
            ("كيلومترا في ساعة ونصف الساعة", "kilometer"),
            ("كيلومترا في ساعة وعشرين دقيقة", "kilometer"),
            ("كيلومترا في الساعة ونجا", "kilometers per hour"),
        ] {
            assert_eq!(at(&Tokens::new(Lang::Arabic, text), 0, true).map(|m| m.0.name(false)), Some(name), "{text}");
        }
    }

    #[test]
    fn duals_of_units() {
        for (word, name) in
            [("اسبوعين", "week"), ("عامان", "year"), ("سنتين", "year"), ("دولارين", "dollar"), ("قرنين", "century"), ("ثانيتين", "second")]
        {
            assert_eq!(dual(word).map(|m| m.name(false)), Some(name), "{word}");
        }
        assert_eq!(dual("اسبوع"), None);
    }
}
