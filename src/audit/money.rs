//! Money of another country that goes by the same word: `£11 million` and `11 مليون جنيه مصري`.

use super::unit::Unit;
use crate::anchor::quantity::{Measure, Quantity};
use crate::lexicon::Class;

/// How sure it is that the equal sums `e` and `a` are of two countries, one of which English or Arabic names.
pub(super) fn of_other_country(unit: &Unit, e: &Quantity, a: &Quantity) -> Option<f32> {
    let Measure::Currency(named) = a.measure else { return None };
    // A dollar without a country may be Australian, an American one may not.
    let american = ["أمريك", "أميرك", "امريك", "اميرك"].iter().any(|us| unit.arabic.words(a.span).contains(us));
    if matches!(e.measure, Measure::Currency(_)) && !e.measure.is_generic_money() && named.name == "dollar" && american {
        return Some(1.5);
    }
    let plain = match e.measure {
        Measure::Currency(money) if e.measure.is_generic_money() => money.name,
        // `pounds` are money or mass.
        Measure::Unit(mass) if mass.name == "pound" => mass.name,
        _ => return None,
    };
    if a.measure.is_generic_money() || is_named(unit, stem(named.name)?) {
        return None;
    }
    // Only sterling is written with that sign, and few others call their money dollars without saying whose.
    let sign = |sign: char| unit.english.words(e.span).contains(sign);
    match plain {
        "pound" if sign('£') => Some(1.5),
        "pound" if !has_place(unit) => Some(0.8),
        "dollar" if !has_place(unit) => Some(0.4),
        "dinar" | "dirham" | "riyal" | "lira" | "pound" if has_country(unit) && !has(unit, &[Class::City, Class::Region]) => Some(0.8),
        _ => None,
    }
}

/// How the name of a currency's country begins: `egyp`, `cana`.
fn stem(currency: &str) -> Option<&str> {
    let country = currency.rsplit_once(' ')?.0;
    Some(match country {
        "New Zealand" => "zeal",
        "UAE" => "emir",
        "Swiss" => "swi",
        _ => country.get(..4).unwrap_or(country),
    })
}

/// Whether the English article names a country that begins so.
fn is_named(unit: &Unit, stem: &str) -> bool {
    let tokens = &unit.english.side.tokens;
    let stem = stem.to_lowercase();
    let mut article = if unit.context.coherent { 0..tokens.len() } else { unit.english.token_range() };
    article.any(|t| tokens.folded(t).starts_with(&stem))
}

/// Whether English names any place: it may lie where that money is paid.
fn has_place(unit: &Unit) -> bool {
    has(unit, &[Class::Country, Class::Demonym, Class::City, Class::Region])
}

fn has_country(unit: &Unit) -> bool {
    has(unit, &[Class::Country, Class::Demonym])
}

fn has(unit: &Unit, classes: &[Class]) -> bool {
    let (view, lexicon) = (&unit.english, unit.lexicon());
    let mut places = view.item_range().filter(|i| view.is_capital(view.item(*i).token as usize));
    places.any(|i| view.side.readings.of(view.item(i).token as usize).iter().any(|r| classes.contains(&lexicon.class(r.id))))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("unit-or-currency-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn money_of_another_country() {
        for (english, arabic) in [
            ("The painting was sold for £4 million.", "بيعت اللوحة بأربعة ملايين جنيه سوداني."),
            ("The painting was sold for 900 pounds.", "بيعت اللوحة بمبلغ 900 جنيه مصري."),
            ("The painting was sold for $900.", "بيعت اللوحة بمبلغ 900 دولار كندي."),
            ("The painting was sold for A$900.", "بيعت اللوحة بمبلغ 900 دولار أمريكي."),
            ("The painting was sold for 900 Canadian dollars.", "بيعت اللوحة بمبلغ 900 دولار أمريكي."),
            ("The Jordanian painter asked for 900 dinars.", "طلب الرسام الأردني 900 دينار كويتي."),
        ] {
            assert!(fires(english, arabic), "{english}");
        }
    }

    #[test]
    fn the_country_is_named_or_may_be() {
        for (english, arabic) in [
            ("The painting was sold for £4 million.", "بيعت اللوحة بأربعة ملايين جنيه إسترليني."),
            ("The Egyptian painting was sold for 900 pounds.", "بيعت اللوحة المصرية بمبلغ 900 جنيه مصري."),
            ("The painting was sold for 900 pounds in Cairo.", "بيعت اللوحة بمبلغ 900 جنيه مصري في القاهرة."),
            ("The painting was sold for 900 dinars.", "بيعت اللوحة بمبلغ 900 دينار كويتي."),
            ("The painting was sold for $900.", "بيعت اللوحة بمبلغ 900 دولار أمريكي."),
            ("The painting was sold for A$900.", "بيعت اللوحة بمبلغ 900 دولار."),
        ] {
            assert!(!fires(english, arabic), "{english}");
        }
    }
}
