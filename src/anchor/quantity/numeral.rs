//! Digits: what a token such as `1,200.5`, `٢٠٬٠٠٠`, `103,7` or the tokens `20 000`, `14½`, `2 1/2` are worth.

use crate::lang::Lang;
use crate::lang::token::{Kind, Tokens};

use super::scan;
use super::vocabulary::{self, Class};

/// More digits than this are no quantity: an account number, a hash.
const LONGEST: usize = 18;

/// A number written in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    /// Its value.
    pub value: f64,
    /// What it is worth when its separator is the other kind: 20 for `20.000`, which Arabic uses for 20,000.
    pub other: Option<f64>,
    /// Only digits: no separator, no fraction.
    pub plain: bool,
    /// A share alone: `½`, `1/3`.
    pub share: bool,
    /// How many digits before the decimal point.
    pub length: usize,
    /// One past its last token.
    pub end: usize,
}

/// Whether a word or a mark may be digits, a point before them, or a vulgar fraction.
pub(super) fn may_start(folded: &str) -> bool {
    folded == "." || folded.starts_with('_') || vulgar(folded).is_some()
}

/// The number that starts with the digits, point or vulgar fraction at token `i`.
pub(super) fn read(tokens: &Tokens, i: usize) -> Option<Numeral> {
    let token = tokens.get(i)?;
    if token.kind != Kind::Number && !tokens.folded(i).starts_with('_') {
        return leading_point(tokens, i).or_else(|| vulgar_alone(tokens, i));
    }
    let mut numeral = Numeral { end: i + 1, ..one(tokens.folded(i), tokens.lang())? };
    join_groups(tokens, &mut numeral);
    if numeral.plain {
        add_fraction(tokens, &mut numeral);
    }
    Some(numeral)
}

/// The numbers of a token that is a list whose commas have no space after them (`١٩٩١،١٩٩٢`); none when it is one number.
pub(super) fn list(tokens: &Tokens, i: usize) -> Vec<Numeral> {
    let folded = tokens.folded(i);
    let listed = tokens.get(i).is_some_and(|t| t.kind == Kind::Number) && one(folded, tokens.lang()).is_none();
    if !listed || !folded.contains(['،', ',']) {
        return Vec::new();
    }
    let parts = folded.split(['،', ',']).map(|part| one(part, tokens.lang()).map(|n| Numeral { end: i + 1, ..n }));
    parts.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// `20 000`, `1 234 567`: groups of three digits after a space. An ordinary space may also part two numbers, so one group alone must be `000`.
fn join_groups(tokens: &Tokens, numeral: &mut Numeral) {
    if !numeral.plain || numeral.length > 3 || numeral.value == 0.0 {
        return;
    }
    let group = |k: usize| -> Option<f64> {
        let token = tokens.get(k).filter(|t| t.kind == Kind::Number && t.spaced)?;
        let folded = tokens.folded(k);
        let three = folded.len() == 3 && folded.bytes().all(|b| b.is_ascii_digit());
        let gap = token.span.start - tokens.get(k - 1)?.span.end;
        (three && gap <= 3).then(|| folded.parse().ok()).flatten()
    };
    let first = numeral.end;
    let count = (first..first + 4).take_while(|&k| group(k).is_some()).count();
    // A no-break or thin space is two or three bytes long.
    let wide = tokens.get(first).is_some_and(|t| t.span.start - tokens.get(first - 1).map_or(0, |p| p.span.end) > 1);
    let scaled = scan::word(tokens, first + 1) && vocabulary::meaning(tokens.lang(), tokens.folded(first + 1), &[Class::Scale]).is_some();
    let scaled = scaled || matches!(tokens.folded(first + 1), "mln" | "mn" | "bln" | "bn");
    if count == 0 || (count == 1 && !wide && !scaled && tokens.folded(first) != "000") {
        return;
    }
    for k in first..first + count {
        numeral.value = numeral.value * 1000.0 + group(k).unwrap_or(0.0);
        numeral.length += 3;
    }
    numeral.end = first + count;
    numeral.plain = false;
}

/// `14½`, `2 1/2`, `1/3`.
fn add_fraction(tokens: &Tokens, numeral: &mut Numeral) {
    let next = numeral.end;
    if scan::glued(tokens, next)
        && let Some(part) = vulgar(tokens.folded(next))
    {
        numeral.value += part;
        numeral.end += 1;
        numeral.plain = false;
    } else if let Some(part) = slashed(tokens, next) {
        numeral.value += part;
        numeral.end += 3;
        numeral.plain = false;
    } else if let Some(part) = slashed(tokens, next - 1) {
        numeral.value = part;
        numeral.end += 2;
        numeral.plain = false;
        numeral.share = true;
    }
}

/// `1/2` at tokens `i..i + 3`. Only proper fractions that people write: `9/11` and `24/7` are none.
fn slashed(tokens: &Tokens, i: usize) -> Option<f64> {
    let bar = |k: usize| scan::glued(tokens, k) && matches!(tokens.folded(k), "/" | "⁄");
    let joined = bar(i + 1) && scan::glued(tokens, i + 2) && !bar(i + 3) && !(i > 0 && matches!(tokens.folded(i - 1), "/" | "⁄"));
    if !joined {
        return None;
    }
    let (above, below): (u32, u32) = (tokens.folded(i).parse().ok()?, tokens.folded(i + 2).parse().ok()?);
    let proper =
        above < below && matches!((above, below), (1, 2..=10) | (2, 3 | 5) | (3, 4 | 5 | 8) | (4, 5) | (5, 6 | 8) | (7, 8) | (9, 10));
    proper.then(|| f64::from(above) / f64::from(below))
}

/// `.5`, at its point.
fn leading_point(tokens: &Tokens, i: usize) -> Option<Numeral> {
    let opens = tokens.get(i)?.spaced
        || i.checked_sub(1).is_some_and(|p| matches!(tokens.folded(p), "$" | "£" | "€" | "-" | "(" | "و" | "ب" | "ل"));
    let digits = tokens.folded(i + 1);
    let decimals = scan::glued(tokens, i + 1) && !digits.is_empty() && digits.len() < LONGEST && digits.bytes().all(|b| b.is_ascii_digit());
    if tokens.folded(i) != "." || !opens || !decimals {
        return None;
    }
    let value = format!("0.{digits}").parse().ok()?;
    Some(Numeral { value, other: None, plain: false, share: false, length: 0, end: i + 2 })
}

/// `½` that follows no digits.
fn vulgar_alone(tokens: &Tokens, i: usize) -> Option<Numeral> {
    let value = vulgar(tokens.folded(i))?;
    Some(Numeral { value, other: None, plain: false, share: true, length: 0, end: i + 1 })
}

/// The value of a vulgar fraction, whole or as folding leaves it (`1⁄2`).
fn vulgar(folded: &str) -> Option<f64> {
    let (above, below) = match folded {
        "½" | "1⁄2" => (1.0, 2.0),
        "⅓" | "1⁄3" => (1.0, 3.0),
        "⅔" | "2⁄3" => (2.0, 3.0),
        "¼" | "1⁄4" => (1.0, 4.0),
        "¾" | "3⁄4" => (3.0, 4.0),
        "⅕" | "1⁄5" => (1.0, 5.0),
        "⅖" | "2⁄5" => (2.0, 5.0),
        "⅗" | "3⁄5" => (3.0, 5.0),
        "⅘" | "4⁄5" => (4.0, 5.0),
        "⅙" | "1⁄6" => (1.0, 6.0),
        "⅚" | "5⁄6" => (5.0, 6.0),
        "⅛" | "1⁄8" => (1.0, 8.0),
        "⅜" | "3⁄8" => (3.0, 8.0),
        "⅝" | "5⁄8" => (5.0, 8.0),
        "⅞" | "7⁄8" => (7.0, 8.0),
        _ => return None,
    };
    Some(above / below)
}

/// One token of digits and separators. None for dates, versions and lists, whose separators are no number's.
fn one(folded: &str, lang: Lang) -> Option<Numeral> {
    let folded = folded.trim_matches('_');
    let mut groups = vec![""];
    let mut separators = Vec::new();
    let mut start = 0;
    for (at, c) in folded.char_indices() {
        if !c.is_ascii_digit() {
            separators.push(c);
            start = at + c.len_utf8();
            groups.push("");
        }
        let last = groups.len() - 1;
        groups[last] = &folded[start..(at + c.len_utf8()).max(start)];
    }
    if groups.iter().any(|g| g.is_empty()) || groups.iter().map(|g| g.len()).sum::<usize>() > LONGEST {
        return None;
    }
    let numeral = |value: Option<f64>, other: Option<f64>| {
        let length = if separators.is_empty() || other.is_none() { groups[0].len() } else { groups[0].len() + 3 };
        value.map(|value| Numeral { value, other, plain: separators.is_empty(), share: false, length, end: 0 })
    };
    let whole = || groups.concat().parse().ok();
    match (separators.as_slice(), groups.as_slice()) {
        ([], _) => numeral(whole(), None),
        ([separator], [left, right]) => {
            let decimal = || format!("{left}.{right}").parse().ok();
            let grouped = right.len() == 3 && left.len() <= 3 && !left.starts_with('0');
            match separator {
                '٬' | '\'' | '’' if right.len() == 3 => numeral(whole(), None),
                ',' | '،' if grouped => numeral(whole(), if lang == Lang::Arabic { decimal() } else { None }),
                '.' if grouped && lang == Lang::Arabic && *right == "000" => numeral(whole(), decimal()),
                '.' | '٫' if grouped => numeral(decimal(), whole()),
                '.' | '٫' => numeral(decimal(), None),
                ',' | '،' if right.len() <= 2 && (left.len() <= 3 || *separator == ',' && left.len() != 4) => numeral(decimal(), None),
                _ => None,
            }
        }
        ([first, middle @ .., last], [integer @ .., decimals]) => {
            let thousands = |groups: &[&str]| grouped_by_three(groups) || grouped_by_two(groups);
            if separators.iter().all(|s| s == first) && thousands(&groups) {
                numeral(whole(), None)
            } else if middle.iter().all(|s| s == first) && last != first && thousands(integer) {
                numeral(format!("{}.{decimals}", integer.concat()).parse().ok(), None)
            } else {
                None
            }
        }
        _ => None,
    }
}

/// `1`, `234`, `567`.
fn grouped_by_three(groups: &[&str]) -> bool {
    groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3)
}

/// The Indian way: `12`, `34`, `567`.
fn grouped_by_two(groups: &[&str]) -> bool {
    match groups {
        [first, middle @ .., last] => first.len() <= 2 && middle.iter().all(|g| g.len() == 2) && last.len() == 3,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(lang: Lang, text: &str) -> Option<(f64, Option<f64>)> {
        read(&Tokens::new(lang, text), 0).map(|n| (n.value, n.other))
    }

    #[test]
    fn separators_of_both_kinds() {
        for (text, expected) in [
            ("1,200.5", 1200.5),
            ("1.200,5", 1200.5),
            ("٢٠٬٠٠٠", 20_000.0),
            ("٣٫٥", 3.5),
            ("۱۲٬۵۰۰", 12_500.0),
            ("103,7", 103.7),
            ("103،7", 103.7),
            ("20.000", 20_000.0),
            ("1.234.567", 1_234_567.0),
            ("20 000", 20_000.0),
            ("1 234 567", 1_234_567.0),
            ("25\u{a0}430", 25_430.0),
            ("14½", 14.5),
            ("½", 0.5),
            ("1/3", 1.0 / 3.0),
            ("2 1/2", 2.5),
            (".5", 0.5),
            ("1٢٣", 123.0),
            ("12,34,567", 1_234_567.0),
        ] {
            assert_eq!(value(Lang::Arabic, text).map(|v| v.0), Some(expected), "{text}");
        }
    }

    #[test]
    fn either_reading_of_three_decimals() {
        assert_eq!(value(Lang::Arabic, "20.000"), Some((20_000.0, Some(20.0))));
        assert_eq!(value(Lang::English, "1.234"), Some((1.234, Some(1234.0))));
        assert_eq!(value(Lang::English, "1,234"), Some((1234.0, None)));
        assert_eq!(value(Lang::English, "0.500"), Some((0.5, None)));
    }

    #[test]
    fn dates_versions_and_long_codes_are_none() {
        for text in ["12.05.2018", "1.2.3", "192.168.0.1", &"9".repeat(1000), "", "x"] {
            assert_eq!(value(Lang::English, text), None, "{text}");
        }
        let years = list(&Tokens::new(Lang::Arabic, "١٩٩١،١٩٩٢"), 0);
        assert_eq!(years.iter().map(|n| n.value).collect::<Vec<_>>(), [1991.0, 1992.0]);
    }
}
