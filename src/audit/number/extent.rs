//! By how much, and from how much to how much: `fell by 10 percent` is not `fell to 10 percent`, and `from 5 to 10` is not `من 10 إلى 5`.

use crate::anchor::quantity::{Measure, Quantity};
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit, View, only};
use crate::span::Span;

/// Log odds that it is an error: of 10,500 right sentences, none with both numbers has it.
const ODDS: f32 = 1.3;

/// Beginnings of English verbs of change.
#[rustfmt::skip]
const CHANGES: &[&str] = &[
    "rise", "rising", "rose", "fall", "fell", "increas", "decreas", "drop", "grow", "grew", "cut", "reduc", "rais", "climb", "jump", "declin",
    "shr", "soar", "plung", "lower", "boost", "slump", "surg", "slid", "expand", "gain", "tumbl", "widen", "narrow", "advanc",
];
/// How far before a number the verb may stand, in tokens.
const REACH: usize = 10;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    By,
    To,
}

/// The same number, said as the change on one side and as what came of it on the other.
pub(super) fn check(unit: &Unit, e: &Quantity, a: &Quantity) -> Option<Note> {
    // What falls by half falls to the half.
    if e.low == 0.5 || e.low == 50.0 && e.measure == Measure::Percent {
        return None;
    }
    let (by, english) = english(&unit.english, e)?;
    let (to, arabic) = arabic(&unit.arabic, a)?;
    let span = |view: &View, t: usize, q: &Quantity| view.side.tokens.span(t, t).cover(q.span);
    (by != to).then(|| other_words(unit, span(&unit.english, english, e), span(&unit.arabic, arabic, a), ODDS))
}

/// `from 5 to 10`, which is من 10 إلى 5 on the other side.
pub(super) fn turned(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (("from", "to"), ("من", "الي"));
    let (e, english) = course(&unit.english, english).or_else(|| backwards(&unit.english, english))?;
    let (a, arabic) = course(&unit.arabic, arabic).or_else(|| backwards(&unit.arabic, arabic))?;
    (e.0 == a.1 && e.1 == a.0 && e.0 != e.1).then(|| other_words(unit, english, arabic, ODDS))
}

/// From which number to which something goes, and where the only text that says it stands.
fn course(view: &View, (from, to): (&str, &str)) -> Option<((f64, f64), Span)> {
    let quantities = view.quantities();
    let behind = |q: &Quantity, word: &str| is_behind(view, q, word);
    only(quantities.iter().enumerate().filter_map(|(n, q)| {
        if !behind(q, from) {
            return None;
        }
        let word = q.number_tokens.start as usize - 1;
        let span = view.side.tokens.span(word, word).cover(q.span);
        if q.is_range() {
            return Some(((q.low, q.high), span));
        }
        let end = quantities.get(n + 1).filter(|end| behind(end, to) && !end.is_range())?;
        Some(((q.low, end.low), span.cover(end.span)))
    }))
}

/// The same of `to 12.8% in February from 24%`: the only number behind `from`, and the only one behind `to`, before it.
fn backwards(view: &View, (from, to): (&'static str, &'static str)) -> Option<((f64, f64), Span)> {
    let behind = |word: &'static str| only(view.quantities().iter().filter(move |q| is_behind(view, q, word)));
    let (start, end) = (behind(from)?, behind(to)?);
    let told = !start.is_range() && !end.is_range() && end.measure == start.measure && end.span.end <= start.span.start;
    told.then(|| ((start.low, end.low), end.span.cover(start.span)))
}

/// Whether `word` stands right before a number.
fn is_behind(view: &View, q: &Quantity, word: &str) -> bool {
    view.folded_at((q.number_tokens.start as usize).wrapping_sub(1)) == word
}

/// How English says it, and where.
fn english(view: &View, q: &Quantity) -> Option<(Extent, usize)> {
    let first = q.number_tokens.start as usize;
    let small = |t: &usize| {
        matches!(
            view.folded(*t),
            "about" | "around" | "nearly" | "almost" | "roughly" | "some" | "just" | "over" | "only" | "a" | "$" | "£" | "€"
        )
    };
    let at = (view.tokens.0..first).rev().find(|t| !small(t))?;
    let extent = match view.folded(at) {
        "by" => Extent::By,
        "to" => Extent::To,
        _ => return None,
    };
    let before = view.before(at, REACH);
    let within = |t: &usize| view.folded(*t) == "-" || view.is_word(*t);
    let words = before.rev().take_while(within);
    // `from 5 to 10`, `increased to between`
    let mut words = words.map(|t| view.folded(t)).take_while(|word| *word != "from");
    words.any(|word| CHANGES.iter().any(|change| word.starts_with(change))).then_some((extent, at))
}

/// How Arabic says it, and where: with `إلى`, or with `بنسبة` or `بمقدار`.
fn arabic(view: &View, q: &Quantity) -> Option<(Extent, usize)> {
    let first = q.number_tokens.start as usize;
    let small = |t: &usize| matches!(view.folded(*t), "نحو" | "حوالي" | "قرابه" | "زهاء" | "ما" | "يقارب");
    let at = (view.tokens.0..first).rev().find(|t| !small(t))?;
    let before = view.folded_at(at.wrapping_sub(1));
    let before = if matches!(before, "نسبه" | "بنسبه") { view.folded_at(at.wrapping_sub(2)) } else { before };
    match view.folded(at) {
        // `بنسبة تصل إلى 10`
        "الي" if ["صل", "صلت", "صول"].iter().any(|end| before.ends_with(end)) => None,
        "الي" => Some((Extent::To, at)),
        "بنسبه" | "بمقدار" | "بمعدل" | "بواقع" => Some((Extent::By, at)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn said(english: &str, arabic: &str) -> Vec<String> {
        findings("number-mismatch", english, arabic).into_iter().map(|f| f.message).collect()
    }

    #[test]
    fn the_change_is_not_what_came_of_it() {
        #[rustfmt::skip]
        let pairs = [
            ("Exports fell by 66 percent last year.", "انخفضت الصادرات إلى 66 في المائة العام الماضي.", "The source says “by 66 percent”; the translation says “إلى 66 في المائة”."),
            ("The rate was cut to 5% in May.", "خفض المعدل بنسبة 5% في مايو.", "The source says “to 5%”; the translation says “بنسبة 5%”."),
        ];
        for (english, arabic, message) in pairs {
            assert_eq!(said(english, arabic), [message], "{english}");
        }
    }

    #[test]
    fn the_way_up_is_not_the_way_down() {
        for (english, arabic) in [
            ("It rose from 3% to 5% last year.", "ارتفع من 5% إلى 3% العام الماضي."),
            ("It rose from 3 to 5 percent.", "ارتفع من 5 إلى 3 في المئة."),
            ("It fell from 400 tons to 250 tons.", "انخفض من 250 طنا إلى 400 طن."),
            ("Inflation slowed to 12.8% in May from 24% a month earlier.", "تباطأ التضخم من 12.8% في مايو إلى 24% في الشهر السابق."),
        ] {
            assert_eq!(said(english, arabic).len(), 1, "{english}");
        }
    }

    #[test]
    fn the_same_is_silent() {
        for (english, arabic) in [
            ("Exports fell by 66 percent last year.", "انخفضت الصادرات بنسبة 66 في المائة العام الماضي."),
            ("Exports fell by up to 66 percent.", "انخفضت الصادرات بنسبة تصل إلى 66 في المائة."),
            ("The rate was cut to 5% in May.", "خفض المعدل إلى 5% في مايو."),
            ("It grew from 5% to 10%.", "نمت من 5% إلى 10%."),
            ("Inflation slowed to 12.8% in May from 24% a month earlier.", "تباطأ التضخم من 24% إلى 12.8% في مايو."),
            ("Inflation slowed to 12.8% in May from 24% a month earlier.", "تباطأ التضخم إلى 12.8% في مايو من 24% قبل شهر."),
            ("The club belongs to 10 members.", "يعود النادي إلى 10 أعضاء."),
        ] {
            assert!(said(english, arabic).is_empty(), "{english} {:?}", said(english, arabic));
        }
    }
}
