//! Shares that one side counts out: `one in five`, `ثلاثة من كل أربعة` for `20%`, `ثلاثة أرباع`.

use crate::anchor::quantity::{Measure, Quantity, Role};
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;

/// How far a share may be from how the other side says it.
const ROUNDED: f64 = 0.011;

/// Shares that both sides give in different words: the first tokens of their numbers, with the languages.
pub(in crate::audit) struct Shares(Vec<(Lang, u32)>);

impl Shares {
    /// Whether number `q` of `lang` is part of one.
    pub(in crate::audit) fn have(&self, lang: Lang, q: &Quantity) -> bool {
        self.0.contains(&(lang, q.number_tokens.start))
    }
}

/// The shares of a bead.
pub(in crate::audit) fn said(unit: &Unit) -> Shares {
    let mut found = Vec::new();
    for lang in [Lang::English, Lang::Arabic] {
        let (view, other) = (unit.view(lang), unit.view(lang.other()));
        for (share, tokens) in counted_out(view) {
            let alike = |value: f64| (value - share).abs() <= ROUNDED;
            let same: Vec<u32> = other.quantities().iter().filter(|q| value(q).any(alike)).map(|q| q.number_tokens.start).collect();
            if !same.is_empty() {
                found.extend(tokens.into_iter().map(|t| (lang, t)));
                found.extend(same.into_iter().map(|t| (lang.other(), t)));
            }
        }
    }
    let quarter = |t: usize| {
        unit.english.folded(t) == "quarter"
            && matches!(unit.english.folded_at(t.wrapping_sub(1)), "a" | "one")
            && unit.english.folded_at(t + 1) != "of"
    };
    // `up from a quarter last year` may be the time as well.
    if unit.english.token_range().any(quarter) {
        let all = unit.arabic.quantities().iter();
        found.extend(all.filter(|q| value(q).any(|v| v == 0.25)).map(|q| (Lang::Arabic, q.number_tokens.start)));
    }
    Shares(found)
}

/// What share a number may be.
fn value(q: &Quantity) -> impl Iterator<Item = f64> {
    let whole = if q.measure == Measure::Percent { 100.0 } else { 1.0 };
    let share = q.measure == Measure::Percent || q.role == Role::Fraction;
    let other = q.other.filter(|o| *o < 1.0 && q.measure == Measure::None);
    share.then_some(q.low / whole).into_iter().chain(other)
}

/// Shares given by two numbers, with the first token of each.
fn counted_out(view: &View) -> Vec<(f64, Vec<u32>)> {
    let all = view.quantities();
    let whole = all.iter().filter(|q| !q.is_range() && matches!(q.role, Role::Cardinal | Role::Label) && (2.0..=1000.0).contains(&q.low));
    let share = |of: &Quantity| {
        let at = of.number_tokens.start as usize;
        let (every, start) = out_of(view, at)?;
        let part = all.iter().find(|q| {
            let end = q.number_tokens.end as usize;
            // `three voters out of four`
            q.number_tokens.start < of.number_tokens.start && end <= start && start - end <= 2 && q.low < of.low && !q.is_range()
        });
        match part {
            Some(part) => Some((part.low / of.low, vec![part.number_tokens.start, of.number_tokens.start])),
            // `طفل من كل أربعة`
            None => every.then(|| (1.0 / of.low, vec![of.number_tokens.start])),
        }
    };
    whole.filter_map(share).collect()
}

/// Where the words start that make the number at token `at` a whole, and whether they need no number before them.
fn out_of(view: &View, at: usize) -> Option<(bool, usize)> {
    let word = |back: usize| at.checked_sub(back).map_or("", |t| view.folded_at(t));
    let (alone, length) = match (word(3), word(2), word(1)) {
        ("out", "of", "every" | "each") => (false, 3),
        ("من", "بين", "كل") => (true, 3),
        (_, "من", "كل") => (true, 2),
        (_, "out", "of") | (_, "in" | "of", "every" | "each") | (_, "من", "اصل" | "بين") => (false, 2),
        (_, _, "in" | "من") => (false, 1),
        _ => return None,
    };
    Some((alone, at - length))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("number-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn shares_in_other_words() {
        for (english, arabic) in [
            ("One in five teachers left.", "ترك 20% من المعلمين عملهم."),
            ("One in four teachers left.", "ترك ربع المعلمين عملهم."),
            ("Three out of four teachers left.", "ترك ثلاثة أرباع المعلمين عملهم."),
            ("A quarter of the teachers left.", "ترك معلم من كل أربعة عمله."),
            ("20 percent of the teachers left.", "ترك واحد من كل خمسة معلمين عمله."),
            ("Ten percent of the harvest was lost.", "فقد عشر المحصول."),
        ] {
            assert!(!fires(english, arabic), "{english}");
        }
    }

    #[test]
    fn another_share() {
        assert!(fires("One in five teachers left.", "ترك 30% من المعلمين عملهم."));
        assert!(fires("A third of the teachers left.", "ترك ربع المعلمين عملهم."));
        assert!(fires("Sales fell by a third this season.", "تراجعت المبيعات بمقدار الثلثين هذا الموسم."));
    }
}
