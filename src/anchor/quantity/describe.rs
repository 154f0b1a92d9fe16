//! Quantities in plain English, for reports.

use super::measure::Measure;
use super::{Bound, Quantity, Role};

/// A quantity in words that a reviewer reads at once: `330,000`, `about 5 million dollars`, `2 weeks`, `40%`, `dozens`, `3rd`, `at least 5 to 10`.
pub fn describe(quantity: &Quantity) -> String {
    let bound = match quantity.bound {
        Bound::Exact | Bound::MaybeAtLeast | Bound::MaybeAtMost => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let number = number(quantity);
    match quantity.measure {
        Measure::None => format!("{bound}{number}"),
        // Nobody writes `half%`.
        Measure::Percent if quantity.role == Role::Fraction && number == "half" => format!("{bound}half a percentage point"),
        Measure::Percent if quantity.role == Role::Fraction => format!("{bound}{number} of a percentage point"),
        Measure::Percent => format!("{bound}{number}%"),
        measure => {
            let single = quantity.low == 1.0 && quantity.high == 1.0 || quantity.role == Role::Fraction && quantity.low < 1.0;
            let name = measure.name(!single);
            let article = if name.starts_with(['a', 'e', 'i', 'o']) || name == "hour" { "an" } else { "a" };
            match quantity.role {
                Role::Fraction if number == "half" => format!("{bound}half {article} {name}"),
                Role::Fraction => format!("{bound}{number} of {article} {name}"),
                // `for weeks`
                Role::Vague if number.is_empty() => format!("{bound}{name}"),
                Role::Vague if quantity.low != quantity.high => {
                    format!("{bound}{number} {}{name}", if number.ends_with('s') { "of " } else { "" })
                }
                _ => clock(quantity).map_or_else(|| format!("{bound}{number} {name}"), |clock| format!("{bound}{clock} hours")),
            }
        }
    }
}

fn number(quantity: &Quantity) -> String {
    match quantity.role {
        Role::Ordinal => ordinal(quantity.low),
        Role::Fraction => fraction(quantity.low),
        Role::Multiple if !quantity.is_range() => format!("{} times", plain(quantity.low)),
        Role::Score => format!("{}-{}", plain(quantity.low), plain(quantity.high)),
        Role::Clock => {
            let minutes = (quantity.low * 60.0).round().rem_euclid(1440.0);
            format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
        }
        Role::Decade => format!("{}s", quantity.low),
        Role::Vague if quantity.is_range() => vague(quantity.low, quantity.high),
        _ if quantity.is_range() => range(quantity.low, quantity.high),
        _ if quantity.maybe_year && quantity.measure == Measure::None => quantity.low.to_string(),
        _ => plain(quantity.low),
    }
}

/// `2:05:41` of hours whose seconds count: nobody reads 2.095 hours.
fn clock(quantity: &Quantity) -> Option<String> {
    let seconds = (quantity.low * 3600.0).round();
    let exact = (quantity.low * 3600.0 - seconds).abs() < 1e-6 && seconds > 3600.0 && seconds % 360.0 != 0.0 && !quantity.is_range();
    let hours = matches!(quantity.measure, Measure::Unit(unit) if unit.name == "hour");
    (hours && exact).then(|| format!("{}:{:02}:{:02}", (seconds / 3600.0).floor(), (seconds / 60.0).floor() % 60.0, seconds % 60.0))
}

const SCALES: [(f64, &str); 4] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1.0, "")];

/// `5 to 10 million`.
fn range(low: f64, high: f64) -> String {
    let scale = SCALES.iter().find(|(scale, _)| low.abs() >= *scale && high.abs() < scale * 1000.0);
    match scale {
        Some((scale, name)) if *scale > 1.0 => format!("{} to {} {name}", plain(low / scale), plain(high / scale)),
        _ => format!("{} to {}", plain(low), plain(high)),
    }
}

/// `330,000`, `1.2 million`, `2.5`.
fn plain(value: f64) -> String {
    for (scale, name) in &SCALES[..3] {
        let scaled = value / scale;
        if scaled.abs() >= 1.0 && ((scaled * 1000.0).round() / 1000.0 - scaled).abs() < 1e-9 {
            return format!("{} {name}", grouped(scaled));
        }
    }
    grouped(value)
}

/// With commas, and at most two decimals unless it is smaller.
fn grouped(value: f64) -> String {
    let decimals = if value.abs() < 0.1 { 4 } else { 3 };
    let text = format!("{:.decimals$}", value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut out = String::from(if value < 0.0 { "-" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

fn ordinal(value: f64) -> String {
    let ending = match (value % 10.0, value % 100.0) {
        (_, 11.0..=13.0) => "th",
        (1.0, _) => "st",
        (2.0, _) => "nd",
        (3.0, _) => "rd",
        _ => "th",
    };
    format!("{}{ending}", grouped(value))
}

fn fraction(value: f64) -> String {
    const NAMES: [(f64, &str); 7] = [
        (0.5, "half"),
        (1.0 / 3.0, "a third"),
        (2.0 / 3.0, "two thirds"),
        (0.25, "a quarter"),
        (0.75, "three quarters"),
        (0.2, "a fifth"),
        (0.1, "a tenth"),
    ];
    let named = NAMES.iter().find(|(v, _)| (v - value).abs() < 1e-6);
    named.map_or_else(|| grouped(value), |(_, name)| (*name).to_owned())
}

/// `half a dozen`, `2 dozen`.
fn dozens(number: f64) -> String {
    match number {
        0.5 => "half a dozen".to_owned(),
        1.0 => "a dozen".to_owned(),
        _ => format!("{} dozen", grouped(number)),
    }
}

/// `dozens`, `hundreds of thousands`, `a few million`.
fn vague(low: f64, high: f64) -> String {
    const BASES: [(f64, &str); 3] = [(100.0, "hundreds"), (10.0, "dozens"), (1.0, "")];
    const PLURALS: [(f64, &str); 4] = [(1e12, "trillions"), (1e9, "billions"), (1e6, "millions"), (1e3, "thousands")];
    let (few, one) = match high / low {
        r if r < 1.45 => return dozens(low / 10.0),
        r if r < 2.0 => ("a couple of", low / 2.0),
        r if r < 4.0 => ("a few", low / 3.0),
        _ => ("", low / 2.0),
    };
    let (scale, plural) = *PLURALS.iter().find(|(scale, _)| one >= *scale * 0.999).unwrap_or(&(1.0, ""));
    let (base, word) = *BASES.iter().find(|(base, _)| one / scale >= *base * 0.999).unwrap_or(&(1.0, ""));
    if !few.is_empty() {
        let tens = if base > 1.0 { word.trim_end_matches('s') } else { "" };
        let words = [few, tens, plural.trim_end_matches('s')];
        return words.iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join(" ");
    }
    match (word, plural, base) {
        ("dozens", "", _) => "dozens".to_owned(),
        ("dozens", plural, _) => format!("tens of {plural}"),
        (word, "", _) => word.to_owned(),
        ("", plural, _) => plural.to_owned(),
        (word, plural, _) => format!("{word} of {plural}"),
    }
}
