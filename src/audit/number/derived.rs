//! Numbers that follow from others: `three times the term`, ثلاثة أضعاف الخمس سنوات, where both say that it is fifteen now; `the 94th
//! minute`, the fourth of added time; the same sum in the money of another country.

use crate::anchor::quantity::{Measure, Quantity, Role};
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;

/// Minutes after which time is added in a match.
const FULL: [f64; 4] = [45.0, 90.0, 105.0, 120.0];

/// Whether `q` of `lang` is what another number of both sides is a multiple of, or a part, and both sides say of how many times.
pub(super) fn follows_from_others(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    let (own, other) = (unit.view(lang).quantities(), unit.view(lang.other()).quantities());
    let is_there = |value: f64| other.iter().any(|o| o.low == value);
    let times = own.iter().filter(|m| matches!(m.role, Role::Multiple | Role::Fraction) && m.span != q.span && is_there(m.low));
    let whole = |value: f64| own.iter().any(|p| p.span != q.span && p.low == value && p.role == Role::Cardinal) && is_there(value);
    let same_minute = |o: &Quantity| {
        let (e, a) = lang.english_first(q, o);
        is_of_added_time(unit, e, a)
    };
    times.into_iter().any(|m| whole(m.low * q.low)) || other.iter().any(same_minute)
}

/// Whether `q` only says in the money of another country what the sum before it says: `21,600 dinars ($30,500)`.
pub(super) fn is_converted_sum(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    /// Words that may stand between the two, of which one says that they are the same sum.
    #[rustfmt::skip]
    const BETWEEN: [&str; 26] = [
        ",", "،", "about", "around", "roughly", "some", "nearly", "almost", "approximately", "to", "the", "of", "at", "ما", "بما", "نحو", "حوالي", "قرابه",
        "الي", "نحوا", "زهاء", "تقريبا", "او", "us", "a", "just",
    ];
    const SAME: [&str; 10] = ["(", "or", "equivalent", "equal", "worth", "اي", "يعادل", "تعادل", "يساوي", "يوازي"];
    let view = unit.view(lang);
    let own = view.quantities();
    let Some(at) = own.iter().position(|o| o.span == q.span).and_then(|at| at.checked_sub(1)) else { return false };
    let first = &own[at];
    let (Measure::Currency(money), Measure::Currency(other)) = (first.measure, q.measure) else { return false };
    // What bounds it stands between as well: `or about`.
    let between = first.tokens.end as usize..q.number_tokens.start as usize;
    let sign = |t: usize| matches!(view.folded(t), "$" | "€" | "£" | "¥" | "₹" | "us$");
    let same = |t: usize| SAME.contains(&view.folded(t));
    let there = unit.view(lang.other()).quantities().iter().any(|o| o.low == first.low);
    there
        && money.name != other.name
        && between.clone().any(same)
        && between.clone().all(|t| same(t) || sign(t) || BETWEEN.contains(&view.folded(t)))
}

/// Whether one side says how many times as much the one is, and the other which part of it the other one is: `spent eight times as much
/// as Estonia`, ما أنفقته إستونيا يعادل ثمن ما أنفقته لاتفيا.
pub(in crate::audit) fn is_turned(unit: &Unit) -> bool {
    let of = |view: &View, role: Role| view.quantities().iter().filter(|q| q.role == role).map(|q| q.low).collect::<Vec<_>>();
    let inverse = |one: &[f64], other: &[f64]| one.iter().any(|x| other.iter().any(|y| (x * y - 1.0).abs() < 0.01));
    let (english, arabic) = (&unit.english, &unit.arabic);
    let (times, mut parts) = (of(english, Role::Multiple), of(arabic, Role::Fraction));
    // The word is that for a price as well, so that it is read as no number.
    parts.extend(arabic.token_range().filter(|t| matches!(arabic.folded(*t), "ثمن" | "بثمن")).map(|_| 0.125));
    inverse(&times, &parts) || inverse(&of(english, Role::Fraction), &of(arabic, Role::Multiple))
}

/// Whether the one is a minute of added time, counted from its start, and the other the same one, counted from kick-off.
pub(super) fn is_of_added_time(unit: &Unit, e: &Quantity, a: &Quantity) -> bool {
    is_added(a, e) && adds_time(&unit.arabic, a)
        || is_added(e, a) && adds_time(&unit.english, e)
        || is_left(e, a) && (counts_down(&unit.english, e) || counts_down(&unit.arabic, a))
}

/// Whether one number is a minute of a match, and the other how many were left of it then: `nine minutes from time`, الدقيقة 81.
fn is_left(e: &Quantity, a: &Quantity) -> bool {
    FULL.contains(&(e.low + a.low))
}

/// Whether what `q` counts was left of a match: `nine minutes from time`, قبل تسع دقائق من النهاية.
fn counts_down(view: &View, q: &Quantity) -> bool {
    /// How far behind the number, in tokens, the end of the match may stand.
    const REACH: usize = 7;
    const FROM: [&str; 7] = ["from", "before", "left", "remaining", "من", "علي", "قبل"];
    #[rustfmt::skip]
    const END: [&str; 16] = [
        "time", "end", "whistle", "break", "half", "interval", "play", "نهايه", "النهايه", "نهايتها", "نهايته",
        "انتهاء", "صافره", "الصافره", "ختام", "الختام",
    ];
    let behind = q.number_tokens.end as usize..q.number_tokens.end as usize + REACH;
    let has = |words: &[&str]| behind.clone().any(|t| words.contains(&view.folded_at(t)));
    has(&FROM) && has(&END)
}

/// Whether a minute of a match may be the `small` one after a half of it.
fn is_added(small: &Quantity, great: &Quantity) -> bool {
    FULL.iter().any(|full| small.low + full == great.low)
}

/// Whether the minute `q` is one of added time.
fn adds_time(view: &View, q: &Quantity) -> bool {
    const ADDED: [&str; 10] = ["stoppage", "injury", "added", "additional", "الضايع", "المحتسب", "الاضافي", "الاضافيه", "المضاف", "المبدد"];
    /// How far behind the number, in tokens, the word may stand.
    const REACH: usize = 6;
    (q.tokens.start as usize..q.tokens.end as usize + REACH).any(|t| ADDED.contains(&view.folded_at(t)))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("number-mismatch", english, arabic).len()
    }

    #[test]
    fn what_follows_from_other_numbers() {
        for (english, arabic) in [
            (
                "The court sentenced him to fifteen years, three times the term handed down in 2023.",
                "حكمت المحكمة عليه بالسجن 15 سنة، أي ثلاثة أضعاف الخمس سنوات التي قضي بها عام 2023.",
            ),
            (
                "The company will pay 40 million dollars, twice the sum that it offered.",
                "ستدفع الشركة 40 مليون دولار، أي ضعف مبلغ العشرين مليونا الذي عرضته.",
            ),
            (
                "Latvia spent three times as much on its fence with Belarus as neighbouring Estonia did on its own with Russia.",
                "ما أنفقته إستونيا على سياجها مع روسيا يعادل ثلث ما أنفقته جارتها لاتفيا على سياجها مع بيلاروسيا.",
            ),
            ("He scored the winner in the 94th minute.", "سجل هدف الفوز في الدقيقة الرابعة من الوقت بدل الضائع."),
            ("She equalised in the 47th minute.", "أدركت التعادل في الدقيقة الثانية من الوقت المحتسب بدل الضائع للشوط الأول."),
            ("He scored in the third minute of stoppage time.", "سجل في الدقيقة 93."),
            ("She levelled the score seven minutes from time.", "أدركت التعادل في الدقيقة 83."),
            ("She levelled the score in the 83rd minute.", "أدركت التعادل قبل سبع دقائق من نهاية المباراة."),
        ] {
            assert_eq!(found(english, arabic), 0, "{arabic}");
        }
    }

    #[test]
    fn a_sum_in_other_money() {
        for (english, arabic) in [
            ("The farm was sold for 8,400 dinars ($11,800).", "بيعت المزرعة بمبلغ 8400 دينار."),
            ("The farm was sold for 8,400 dinars.", "بيعت المزرعة بمبلغ 8400 دينار (نحو 11800 دولار)."),
            ("The farm was sold for 8,400 dinars.", "بيعت المزرعة بمبلغ 8400 دينار، أي ما يعادل 11800 دولار."),
            ("The farm was sold for 8,400 dinars, or about $11,800.", "بيعت المزرعة بمبلغ 8400 دينار."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
        for (english, arabic) in [
            ("The farm was sold for 8,400 dinars and $11,800.", "بيعت المزرعة بمبلغ 8400 دينار."),
            ("The farm was sold for 8,400 dinars (and 7,900 dollars in fees).", "بيعت المزرعة بمبلغ 8400 دينار."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english} {arabic}");
        }
    }

    #[test]
    fn what_does_not() {
        for (english, arabic) in [
            ("He scored the winner in the 94th minute.", "سجل هدف الفوز في الدقيقة الرابعة."),
            ("He scored the winner in the 94th minute.", "سجل هدف الفوز في الدقيقة الخامسة من الوقت بدل الضائع."),
            ("She levelled the score seven minutes from time.", "أدركت التعادل في الدقيقة 73."),
            ("She levelled the score seven minutes into the match.", "أدركت التعادل في الدقيقة 83."),
            (
                "The court sentenced him to fifteen years, three times the term handed down in 2023.",
                "حكمت المحكمة عليه بالسجن 15 سنة، أي ثلاثة أضعاف الأربع سنوات التي قضي بها عام 2023.",
            ),
        ] {
            assert_eq!(found(english, arabic), 1, "{arabic}");
        }
    }
}
