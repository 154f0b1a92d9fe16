//! Whether two quantities say the same.

use super::measure::{Measure, Unit};
use super::{Bound, Quantity, Role};

/// How two quantities compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The same value of the same thing, whatever the digits or words.
    Same,
    /// The same in another unit (`50 miles`, `80 km`; `half`, `50%`), within rounding.
    Converted,
    /// The same value, but one is bounded as the other is not: `more than 100` and `100`, `at least` and `at most`. Only `about` may come and go.
    BoundDiffers,
    /// The same number of another unit: `50 miles`, `50 km`; `5 percent`, `5 years`.
    UnitDiffers,
    /// The same number of other money.
    CurrencyDiffers,
    /// The numbers differ by a power of ten: `5 million`, `5 billion`; `330,000`, `330`.
    ScaleDiffers,
    /// The same number in another part: `three`, `third`; `three times`, `a third`.
    RoleDiffers,
    /// Other values.
    Different,
}

/// Converted values may differ by this share: translators round (24 miles are 38.6 km, `about 38 km`).
const CONVERTED: f64 = 0.03;

/// Shares may differ by this much from the percentage that they are said as: a third and 33%.
const SHARE: f64 = 0.011;

/// Whether `source` and `target` say the same, and if not, what differs. Symmetric.
pub fn agreement(source: &Quantity, target: &Quantity) -> Agreement {
    match relation(source.measure, target.measure) {
        Relation::Same | Relation::Unknown => {
            if values_agree(source, target) {
                same_value(source, target)
            } else if are_both_scales(source, target) {
                with_bounds(source, target, Agreement::Converted)
            } else if off_by_power_of_ten(source, target) {
                Agreement::ScaleDiffers
            } else {
                Agreement::Different
            }
        }
        Relation::Convertible(from, to) => {
            if close(source, target, |v| convert(v, from, to)) {
                with_bounds(source, target, Agreement::Converted)
            } else {
                other_unit(source, target, Agreement::UnitDiffers)
            }
        }
        Relation::Money(from, to) => {
            if close(source, target, |v| v * from / to) {
                with_bounds(source, target, Agreement::Converted)
            } else {
                other_unit(source, target, Agreement::CurrencyDiffers)
            }
        }
        Relation::Share if share_of_hundred(source, target) => with_bounds(source, target, Agreement::Converted),
        Relation::Share | Relation::OtherUnit => other_unit(source, target, Agreement::UnitDiffers),
        Relation::OtherMoney => other_unit(source, target, Agreement::CurrencyDiffers),
    }
}

/// How two measures relate.
enum Relation {
    Same,
    /// One of them is not said.
    Unknown,
    Convertible(&'static Unit, &'static Unit),
    /// Cents and dollars.
    Money(f64, f64),
    /// Percent and a bare number, which may be a fraction.
    Share,
    OtherUnit,
    OtherMoney,
}

fn relation(a: Measure, b: Measure) -> Relation {
    match (a, b) {
        (Measure::Percent, Measure::Percent) => Relation::Same,
        (Measure::None, Measure::Percent) | (Measure::Percent, Measure::None) => Relation::Share,
        (Measure::None, _) | (_, Measure::None) => Relation::Unknown,
        (Measure::Unit(a), Measure::Unit(b)) if a.dimension == b.dimension => {
            // A feddan is the acre of Egypt, `aged` counts years.
            let alike = a.zero == b.zero && (a.factor / b.factor - 1.0).abs() < 0.05;
            if alike { Relation::Same } else { Relation::Convertible(a, b) }
        }
        // `عقد` are decades and the plural of a knot.
        (Measure::Unit(a), Measure::Unit(b)) if matches!((a.name, b.name), ("knot", "decade") | ("decade", "knot")) => Relation::Same,
        // `20 degrees` may be of either scale.
        (Measure::Unit(a), Measure::Unit(b))
            if matches!((a.dimension, b.dimension), ("angle", "temperature") | ("temperature", "angle")) =>
        {
            Relation::Same
        }
        (Measure::Currency(a), Measure::Currency(b)) if a.may_be(b) => {
            if a.factor == b.factor {
                Relation::Same
            } else {
                Relation::Money(a.factor, b.factor)
            }
        }
        (Measure::Currency(_), Measure::Currency(_)) => Relation::OtherMoney,
        // `pounds` are money or mass.
        (Measure::Unit(unit), Measure::Currency(c)) | (Measure::Currency(c), Measure::Unit(unit))
            if c.family.split(' ').any(|f| f == unit.name) =>
        {
            Relation::Same
        }
        _ => Relation::OtherUnit,
    }
}

/// Whether degrees of which only the number is said are Fahrenheit on one side and Celsius on the other: `above 110 degrees`.
fn are_both_scales(a: &Quantity, b: &Quantity) -> bool {
    let degrees = |q: &Quantity| matches!(q.measure, Measure::Unit(unit) if unit.name == "degree");
    let is_of = |fahrenheit: f64, celsius: f64| fahrenheit > 50.0 && ((fahrenheit - 32.0) / 1.8 - celsius).abs() < 0.6;
    let either = |x: f64, y: f64| is_of(x, y) || is_of(y, x);
    (degrees(a) && (degrees(b) || b.measure == Measure::None) || degrees(b) && a.measure == Measure::None)
        && either(a.low, b.low)
        && either(a.high, b.high)
}

fn convert(value: f64, from: &Unit, to: &Unit) -> f64 {
    (value * from.factor + from.zero - to.zero) / to.factor
}

/// Same values; do they play the same part?
fn same_value(a: &Quantity, b: &Quantity) -> Agreement {
    if !roles_agree(a, b) {
        return Agreement::RoleDiffers;
    }
    with_bounds(a, b, Agreement::Same)
}

fn with_bounds(a: &Quantity, b: &Quantity, otherwise: Agreement) -> Agreement {
    let bounded = |q: &Quantity| matches!(q.bound, Bound::AtLeast | Bound::AtMost);
    // A vague word has its bounds within it, and whoever is in his sixties is over 60.
    let vague = [a, b].iter().any(|q| matches!(q.role, Role::Vague | Role::Decade));
    let same = a.bound == b.bound || a.bound.unsure().is_some_and(|bound| b.bound.unsure() == Some(bound));
    // What may be a bound may go unsaid.
    let other = (bounded(a) || bounded(b)) && !same;
    if other && !vague { Agreement::BoundDiffers } else { otherwise }
}

fn other_unit(a: &Quantity, b: &Quantity, differs: Agreement) -> Agreement {
    if values_agree(a, b) { differs } else { Agreement::Different }
}

/// Whether one role may translate the other.
fn roles_agree(a: &Quantity, b: &Quantity) -> bool {
    let one_way = |a: &Quantity, b: &Quantity| match (a.role, b.role) {
        (Role::Label, Role::Cardinal | Role::Ordinal | Role::Clock)
        | (Role::Decade | Role::Ordinal, Role::Ordinal | Role::Clock)
        | (Role::Cardinal, Role::Dual | Role::Vague | Role::Multiple | Role::Fraction | Role::Score)
        | (Role::Dual, Role::Multiple | Role::Vague)
        | (Role::Vague | Role::Fraction, Role::Multiple) => true,
        (Role::Decade, Role::Label | Role::Cardinal) => a.low < 100.0,
        // Bare digits name as well as count: `Type 1`, `القرن 19`, `3 o'clock`.
        (Role::Cardinal, Role::Ordinal | Role::Clock) => a.digits && a.measure == Measure::None,
        _ => a.role == b.role,
    };
    one_way(a, b) || one_way(b, a)
}

/// Whether both have a value in common, each read either way.
fn values_agree(a: &Quantity, b: &Quantity) -> bool {
    if a.role == Role::Vague && b.role == Role::Vague {
        return overlap(a, b) && same(a.low.max(1.0).log10().floor(), b.low.max(1.0).log10().floor());
    }
    if a.role == Role::Vague || b.role == Role::Vague {
        return overlap(a, b);
    }
    if a.role == Role::Clock || b.role == Role::Clock {
        // `at 23.45`
        if a.role == b.role {
            return readings_meet(a, b);
        }
        let hours = |q: &Quantity| if q.role == Role::Clock { q.low } else { q.low.trunc() + q.low.fract() / 0.6 };
        return a.low <= 24.0 && b.low <= 24.0 && (hours(a).rem_euclid(12.0) - hours(b).rem_euclid(12.0)).abs() < 1e-6;
    }
    if a.role == Role::Decade && b.role == Role::Decade {
        return same(a.low.rem_euclid(100.0), b.low.rem_euclid(100.0)) && (a.low < 100.0 || b.low < 100.0 || a.low == b.low);
    }
    // The 1800s are the 19th century.
    let century = |a: &Quantity, b: &Quantity| {
        a.role == Role::Decade
            && a.low >= 1000.0
            && a.low % 100.0 == 0.0
            && matches!(b.role, Role::Ordinal | Role::Label)
            && same(a.low / 100.0 + 1.0, b.low)
    };
    if century(a, b) || century(b, a) {
        return true;
    }
    if a.is_range() || b.is_range() {
        return ends_agree(a, b);
    }
    readings_meet(a, b) || rounded(a, b)
}

/// Whether a reading of one is a reading of the other.
fn readings_meet(a: &Quantity, b: &Quantity) -> bool {
    let readings = |q: &Quantity| [Some(q.low), q.other];
    readings(a).into_iter().flatten().any(|x| readings(b).into_iter().flatten().any(|y| same(x, y)))
}

/// Both ends of two ranges, or of two scores in either order.
fn ends_agree(a: &Quantity, b: &Quantity) -> bool {
    (same(a.low, b.low) && same(a.high, b.high))
        || (same(a.low, b.high) && same(a.high, b.low) && (a.role == Role::Score || b.role == Role::Score))
}

fn overlap(a: &Quantity, b: &Quantity) -> bool {
    a.low <= b.high && b.low <= a.high
}

/// `1,234,567` and `about 1.23 million`.
fn rounded(a: &Quantity, b: &Quantity) -> bool {
    let fits = |rough: &Quantity, fine: &Quantity| {
        rough.bound == Bound::About
            && fine.bound != Bound::About
            && (rough.low - fine.low).abs() <= step(rough.low) / 2.0
            && rough.low.abs() >= 20.0
    };
    let near = (a.low - b.low).abs() <= 0.05 * a.low.abs().max(b.low.abs());
    near && (fits(a, b) || fits(b, a))
}

/// Whether two numbers are equal but for arithmetic.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

/// The worth of the last digit that is not a zero: 10 for 40, 0.1 for 2.5.
fn step(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let mut step = 10f64.powf(value.abs().log10().floor());
    while step > 1e-6 && ((value / step).round() - value / step).abs() > 1e-9 {
        step /= 10.0;
    }
    step
}

/// Whether the values agree after conversion, within the rounding of either.
fn close(a: &Quantity, b: &Quantity, convert: impl Fn(f64) -> f64) -> bool {
    let near = |x: f64, y: f64| {
        let converted = convert(x);
        let scale = converted.abs().max(y.abs());
        // The last digit is rounded, but trailing zeros do not make 100 mean 50 to 150.
        let rounding = (step(y) / 2.0).min(0.06 * scale).max(if step(y) <= 1.0 && y.abs() >= 2.0 { step(y) / 2.0 } else { 0.0 });
        (converted - y).abs() <= (CONVERTED * scale).max(rounding)
    };
    if a.role == Role::Vague || b.role == Role::Vague {
        return convert(a.low) <= b.high && b.low <= convert(a.high);
    }
    near(a.low, b.low) && near(a.high, b.high)
}

/// `half` and `50%`.
fn share_of_hundred(a: &Quantity, b: &Quantity) -> bool {
    let (percent, share) = if a.measure == Measure::Percent { (a, b) } else { (b, a) };
    let is_share = |value: f64| (percent.low / 100.0 - value).abs() <= SHARE && value > 0.0;
    // `عشر` is ten and a tenth.
    is_share(share.low) && share.role == Role::Fraction || share.other.is_some_and(|other| other < 1.0 && is_share(other))
}

/// Whether one is 10, 100, 1000 ... times the other.
fn off_by_power_of_ten(a: &Quantity, b: &Quantity) -> bool {
    let power = |x: f64, y: f64| {
        let power = (x / y).abs().log10();
        power.is_finite() && power.abs() >= 0.9 && (power - power.round()).abs() < 1e-9
    };
    if a.role == Role::Vague && b.role == Role::Vague {
        return power(a.low, b.low);
    }
    let scaled = |q: &Quantity| !matches!(q.role, Role::Ordinal | Role::Decade | Role::Clock);
    if !scaled(a) || !scaled(b) {
        return false;
    }
    power(a.low, b.low) && power(a.high, b.high) && roles_agree(a, b)
}
