//! Shares and multiples that the other side says in other numbers.

use crate::audit::clearer::is_of_a_number;
use crate::audit::coverage::Run;
use crate::audit::number::derived::is_turned;
use crate::audit::number::share::said;
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;

/// Whether the words of `run` are a share that the other side has in other numbers, `four out of every five` for 80%, or say how many
/// times as much the one is, of which the other side says that it is a part of the other: `eight times as much`, ثمن.
pub(super) fn is_told(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let view = unit.view(lang);
    let lost = || (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none());
    if !lost().all(|i| is_of_a_number(view, i) || joins(view, i)) {
        return false;
    }
    let shares = || unit.shared(said);
    let has = || view.quantities().iter().any(|q| run.span.overlaps(q.span) && shares().have(lang, q));
    has() || lang == Lang::English && is_turned(unit)
}

/// Whether item `i` only joins the numbers of a share or a comparison.
fn joins(view: &View, i: u32) -> bool {
    let word = view.folded(view.item(i).token as usize);
    matches!(word, "out" | "every" | "each" | "times" | "time" | "much" | "many" | "as" | "more" | "كل" | "اصل" | "بين")
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn shares_and_multiples_are_said_in_other_numbers() {
        let arabic = "باتت البطالة تطال 80% من الغزيين، حسب منظمة العمل الدولية.";
        let english = "Four out of every five Gazans are now without work, according to the International Labour Organization.";
        assert!(in_english("added-claim", arabic, english).is_empty());
        let english =
            "Latvia has spent eight times as much on fencing its border with Belarus as neighbouring Estonia has on its own with Russia.";
        let arabic = "ما أنفقته إستونيا على تسييج حدودها مع روسيا يعادل ثُمن ما أنفقته جارتها لاتفيا على سياج حدودها مع بيلاروسيا.";
        assert!(findings("dropped-claim", english, arabic).is_empty());
        assert!(findings("role-reversal", english, arabic).is_empty());
    }
}
