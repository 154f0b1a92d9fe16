//! How long a number is, of which English says no more: `a six-figure sum`, which Arabic says by its size (مئات الآلاف).

use crate::anchor::quantity::Quantity;
use crate::audit::unit::Unit;

/// Whether the Arabic number `a` has as many figures as the English `e` counts.
pub(super) fn is_said_by_size(unit: &Unit, e: &Quantity, a: &Quantity) -> bool {
    // مبلغ من ستة أرقام counts them too.
    let counts = matches!(unit.arabic.folded_at(a.number_tokens.end as usize), "ارقام" | "خانات" | "منازل" | "رقما" | "خانه" | "رقم");
    let all_have = |figures: f64| {
        let sizes = 10f64.powf(figures - 1.0)..10f64.powf(figures);
        sizes.contains(&a.low) && sizes.contains(&a.high)
    };
    counts_figures(unit, e) && !counts && all_have(e.low)
}

/// `six-figure`, `reached three figures`; what is only called figures may be of clay.
fn counts_figures(unit: &Unit, e: &Quantity) -> bool {
    #[rustfmt::skip]
    const INTO: [&str; 12] = [
        "in", "into", "to", "past", "reach", "reached", "reaches", "reaching", "hit", "hits", "hitting", "passed",
    ];
    let (english, end) = (&unit.english, e.number_tokens.end as usize);
    let hyphen = english.folded_at(end) == "-";
    let into = || INTO.contains(&english.folded_at((e.number_tokens.start as usize).wrapping_sub(1)));
    let said = match english.folded_at(end + usize::from(hyphen)) {
        "figure" => hyphen,
        "figures" => hyphen || into(),
        _ => false,
    };
    said && (2.0..=10.0).contains(&e.low)
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("number-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn figures_and_sizes() {
        let english = "She sold the farm for a six-figure sum.";
        assert!(!fires(english, "باعت المزرعة بمئات الآلاف."));
        assert!(!fires(english, "باعت المزرعة بمبلغ من ستة أرقام."));
        assert!(fires(english, "باعت المزرعة بمبلغ من سبعة أرقام."));
        assert!(fires(english, "باعت المزرعة بستة آلاف."));
        assert!(!fires("The batsman reached three figures after lunch.", "بلغ الضارب حاجز المئة بعد الغداء."));
        assert!(fires("Three figures were stolen from the church.", "سُرق مئة تمثال من الكنيسة."));
    }
}
