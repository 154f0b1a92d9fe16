//! Words that join what is said to its condition, cause or time, which have become others: `unless`, إذا; `because of`, رغم; `two days
//! before`, بعد يومين من.

use std::ops::Range;

use super::contrary;
use crate::anchor::quantity::Quantity;
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;
use crate::lang::{Lang, denial};

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;
/// How far behind the word, in tokens, what it joins tells that the two words join the same.
const REACH: usize = 7;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joins {
    If,
    /// `unless`, ما لم, إذا لم.
    Unless,
    /// `only if`, إلا إذا: what comes first is denied.
    OnlyIf,
    EvenIf,
    Because,
    Despite,
}

impl Joins {
    const fn is_condition(self) -> bool {
        !matches!(self, Self::Because | Self::Despite)
    }
}

/// Where such a word stands, its last token included.
type Joint = (Joins, usize, usize);

pub(super) fn check(unit: &Unit) -> Option<Note> {
    [true, false]
        .into_iter()
        .find_map(|condition| joined(unit, condition))
        .or_else(|| time(unit))
        .or_else(|| order(unit))
        .or_else(|| side(unit))
}

/// The only word of its kind on each side, where one contradicts the other and both join the same.
fn joined(unit: &Unit, condition: bool) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let of_kind = |joint: &Joint| joint.0.is_condition() == condition;
    let e = only(english.tokens_that_are(&MAY_JOIN, may_join).filter_map(|t| in_english(english, t)).filter(of_kind))?;
    let a = only(arabic.token_range().filter_map(|t| in_arabic(arabic, t)).filter(of_kind))?;
    if !contradict((e.0, Denials::of(english, Lang::English, e)), (a.0, Denials::of(arabic, Lang::Arabic, a))) {
        return None;
    }
    let behind = |at: usize, last: usize| at > last && at - last <= REACH;
    let same = english.item_range().any(|i| {
        let token = english.item(i).token as usize;
        behind(token, e.2)
            && unit.accident(Lang::English, i) < 0.1
            && partner_token(unit, Lang::English, i).is_some_and(|at| behind(at, a.2))
    });
    same.then(|| contrary(unit, english.side.tokens.span(e.1, e.2), arabic.side.tokens.span(a.1, a.2), ODDS))
}

/// What a side denies: in the clause behind the word, and elsewhere.
#[derive(Clone, Copy)]
struct Denials {
    clause: bool,
    rest: bool,
}

impl Denials {
    fn of(view: &View, lang: Lang, (_, first, last): Joint) -> Self {
        let ends = |t: &usize| matches!(view.folded(*t), "," | "،" | ";" | "؛");
        let end = (last + 1..view.tokens.1).find(ends).unwrap_or(view.tokens.1);
        let denies = |range: Range<usize>| range.into_iter().any(|t| denies(view, lang, t));
        Self { clause: denies(last + 1..end), rest: denies(view.tokens.0..first) || denies(end..view.tokens.1) }
    }
}

/// Whether the two cannot mean the same: who stays if he is not paid, leaves unless he is.
fn contradict((e, english): (Joins, Denials), (a, arabic): (Joins, Denials)) -> bool {
    match (e, a) {
        (Joins::If | Joins::EvenIf, Joins::Unless) => !english.clause && english.rest == arabic.rest,
        (Joins::If | Joins::EvenIf, Joins::OnlyIf) => !english.clause && english.rest && arabic.rest,
        (Joins::Unless, Joins::If | Joins::EvenIf) => !arabic.clause && english.rest == arabic.rest,
        // What was `not cancelled because of the rain` was not, all the same.
        (Joins::Because, Joins::Despite) | (Joins::Despite, Joins::Because) => {
            ![english.clause, english.rest, arabic.clause, arabic.rest].contains(&true)
        }
        _ => false,
    }
}

static MAY_JOIN: Question = Question::new();

/// Whether an English word may be one that [`in_english`] finds.
#[rustfmt::skip]
fn may_join(word: &str) -> bool {
    matches!(
        word,
        "unless" | "if" | "because" | "due" | "owing" | "despite" | "although" | "though" | "notwithstanding" | "regardless" | "irrespective"
            | "spite"
    )
}

/// The English word for it that starts at token `t`.
fn in_english(view: &View, t: usize) -> Option<Joint> {
    let (before, next) = (view.folded_at(t.wrapping_sub(1)), view.folded_at(t + 1));
    let (joins, first, last) = match view.folded(t) {
        "unless" => (Joins::Unless, t, t),
        "if" if before == "even" => (Joins::EvenIf, t - 1, t),
        "if" if next == "not" => (Joins::Unless, t, t),
        // `if only`, `if any`: no condition, or a hedge.
        "if" if matches!(next, "only" | "any") || (view.tokens.0..t).any(|o| view.folded(o) == "only") => (Joins::OnlyIf, t, t),
        "if" => (Joins::If, t, t),
        "because" => (Joins::Because, t, if next == "of" { t + 1 } else { t }),
        "due" | "owing" if next == "to" => (Joins::Because, t, t + 1),
        "despite" | "although" | "though" | "notwithstanding" | "regardless" | "irrespective" => (Joins::Despite, t, t),
        "spite" if before == "in" && next == "of" => (Joins::Despite, t - 1, t + 1),
        _ => return None,
    };
    Some((joins, first, last))
}

/// The Arabic word for it that starts at token `t`.
fn in_arabic(view: &View, t: usize) -> Option<Joint> {
    let bare = without_conjunction(view.folded(t));
    let (before, next) = (view.folded_at(t.wrapping_sub(1)), view.folded_at(t + 1));
    let (joins, first, last) = match bare {
        "ما" if next == "لم" => (Joins::Unless, t, t + 1),
        "اذا" | "لو" if before.ends_with("الا") => (Joins::OnlyIf, t - 1, t),
        "اذا" | "لو" if before.ends_with("حتي") => (Joins::EvenIf, t - 1, t),
        // إذا لم is `unless` itself; ما إذا is whether.
        "اذا" | "لو" if matches!(next, "لم" | "لا" | "لن" | "ليس") => (Joins::Unless, t, t + 1),
        // Behind يوما and عاما it is a condition.
        "اذا" if matches!(before, "ما" | "وما" | "عما" | "بما" | "مما" | "فيما" | "لما" | "حولما" | "كما") =>
        {
            return None;
        }
        "اذا" => (Joins::If, t, t),
        "حال" | "حاله" if before.ends_with("في") => match next {
            "عدم" | "لم" => (Joins::Unless, t - 1, t + 1),
            _ if view.folded_at(t.wrapping_sub(2)).ends_with("الا") => (Joins::OnlyIf, t - 2, t),
            _ if view.folded_at(t.wrapping_sub(2)).ends_with("حتي") => (Joins::EvenIf, t - 2, t),
            _ => (Joins::If, t - 1, t),
        },
        "بسبب" | "نتيجه" | "جراء" | "بفعل" | "نظرا" | "لان" | "لانه" | "لانها" | "لانهم" => {
            (Joins::Because, t, t)
        }
        "رغم" | "برغم" | "بالرغم" => (Joins::Despite, t, t),
        "الرغم" if before.ends_with("علي") => (Joins::Despite, t - 1, t),
        _ => return None,
    };
    Some((joins, first, last))
}

/// Whether token `t` denies, or says as much.
fn denies(view: &View, lang: Lang, t: usize) -> bool {
    // What is as good as a denial to a clause: `unless he refuses` is `if he accepts`.
    #[rustfmt::skip]
    const ENGLISH: &[&str] = &[
        "only", "until", "miss", "misses", "missed", "lack", "lacks", "lacked", "without", "skip", "refuse", "refused", "refuses", "failed", "fail", "fails", "rejected", "reject", "unlikely", "hardly",
    ];
    #[rustfmt::skip]
    const ARABIC: &[&str] = &[
        "الا", "سوي", "فقط", "يرفض", "رفض", "ترفض", "رفضت", "رفضوا", "فشل", "فشلت", "تعذر", "ما",
    ];
    let word = view.folded(t);
    denial::denies(word)
        || match lang {
            Lang::English => ENGLISH.contains(&word),
            Lang::Arabic => ARABIC.contains(&word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word)) || ARABIC.contains(&word),
        }
}

/// `against his brother`, which has become لصالح شقيقه, and the other way round.
fn side(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let e = only(english.token_range().filter_map(|t| match english.folded(t) {
        "against" => Some((false, (t, t))),
        "favour" | "favor" | "support" | "behalf" if english.folded_at(t + 1) == "of" => {
            Some((true, (t.saturating_sub(1).max(english.tokens.0), t + 1)))
        }
        _ => None,
    }))?;
    let a = only(arabic.token_range().filter_map(|t| match arabic.folded(t) {
        "ضد" => Some((false, (t, t))),
        "لصالح" | "لمصلحه" => Some((true, (t, t))),
        _ => None,
    }))?;
    // Who ruled against the one, ruled for the other: what stands behind the two must be the same.
    let behind = |at: usize, last: usize| at > last && at - last <= 2;
    let same = english
        .behind(e.1.1, 3)
        .filter_map(|t| english.item_at(t))
        .any(|i| partner_token(unit, Lang::English, i).is_some_and(|at| behind(at, a.1.1)));
    (e.0 != a.0 && same).then(|| contrary(unit, english.side.tokens.span(e.1.0, e.1.1), arabic.side.tokens.span(a.1.0, a.1.1), ODDS))
}

/// How long something lasts, of a side.
fn lengths<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Quantity> + use<'a> {
    view.quantities().iter().filter(|q| q.measure.is_duration() && !q.is_range())
}

/// `two days before the ban`, which has become بعد يومين من المنع.
fn time(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let told = |q: &Quantity| {
        let end = q.tokens.end as usize;
        match english.folded_at(end) {
            "before" => Some((true, end)),
            "after" => Some((false, end)),
            _ => None,
        }
    };
    let said = |q: &Quantity| {
        let (before, end) = ((q.tokens.start as usize).checked_sub(1)?, q.tokens.end as usize);
        let earlier = match without_conjunction(arabic.folded_at(before)) {
            "قبل" => true,
            "بعد" => false,
            _ => return None,
        };
        (arabic.folded_at(end) == "من").then_some((earlier, before, end))
    };
    lengths(english).find_map(|e| {
        let (earlier, at) = told(e)?;
        let (a, (there, from, to)) = only(lengths(arabic).filter_map(|a| Some((a, said(a)?))))?;
        // What it is before or after stands behind it on both sides.
        let same = english.item_range().any(|i| {
            let token = english.item(i).token as usize;
            let behind = token > at && token - at <= REACH;
            behind && partner_token(unit, Lang::English, i).is_some_and(|p| p > to && p - to <= REACH)
        });
        (earlier != there && e.low == a.low && e.measure == a.measure && same)
            .then(|| contrary(unit, english.side.tokens.span(at, at).cover(e.span), arabic.side.tokens.span(from, to), ODDS))
    })
}

/// `after the harvest`, which has become قبل الحصاد, whatever else in Arabic may stand for `after`.
fn order(unit: &Unit) -> Option<Note> {
    /// How far behind the word, in tokens, the thing may stand; and how far before it a denial turns it.
    const THING: usize = 3;
    const TURNED: usize = 6;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let (e, later) = only(english.token_range().filter_map(|t| match english.folded(t) {
        "after" => Some((t, true)),
        "before" => Some((t, false)),
        _ => None,
    }))?;
    let (a, after) = only(arabic.token_range().filter_map(|t| match arabic.folded(t) {
        "بعد" => Some((t, true)),
        "قبل" => Some((t, false)),
        _ => None,
    }))?;
    let turned = |view: &View, lang: Lang, t: usize| {
        let until = |t: usize| matches!(view.folded(t), "until" | "till" | "soon" | "shortly" | "من" | "الا" | "حتي");
        view.before(t, TURNED).any(|b| denies(view, lang, b)) || view.before(t, 1).any(until)
    };
    // A thing, and no clause: who left before it closed may have seen it close after he left.
    let article = matches!(english.folded_at(e + 1), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "that" | "next");
    let things = || english.behind(e, THING).filter_map(|t| english.item_at(t));
    let faces = |i: u32| partner_token(unit, Lang::English, i).is_some_and(|at| at > a && at - a <= THING);
    let all = things().next().is_some() && things().all(faces);
    let told = later != after && article && all && !turned(english, Lang::English, e) && !turned(arabic, Lang::Arabic, a);
    told.then(|| contrary(unit, english.side.tokens.span(e, e), arabic.side.tokens.span(a, a), ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("opposite-meaning", english, arabic).len()
    }

    #[test]
    fn another_condition_cause_or_time() {
        for (english, arabic) in [
            ("Half of the population could go hungry unless funding arrives.", "قد يجوع نصف السكان إذا وصل التمويل."),
            (
                "Half of the population could go hungry in 30 days unless funding arrives.",
                "قد يجوع نصف السكان بعد 30 يوما إذا وصل التمويل.",
            ),
            ("He said he would leave the hospital if he received guarantees.", "قال إنه سيغادر المستشفى ما لم يتلق ضمانات."),
            ("They would not return even if the government released the officers.", "لن يعودوا إلا إذا أطلقت الحكومة سراح الضباط."),
            ("The road was closed because of the snow.", "أُغلق الطريق رغم الثلوج."),
            ("They will learn, and return after the olive harvest.", "سيتعلمون ثم يعودون قبل موسم الزيتون."),
            ("The minister left two days after he was banned.", "غادر الوزير قبل يومين من منعه."),
            ("The trader agreed to testify against his brother.", "وافق المتداول على الإدلاء بشهادته لصالح شقيقه."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_condition_cause_or_time() {
        for (english, arabic) in [
            ("Half of the population could go hungry unless funding arrives.", "قد يجوع نصف السكان ما لم يصل التمويل."),
            ("Half of the population could go hungry unless funding arrives.", "قد يجوع نصف السكان إذا لم يصل التمويل."),
            ("Half of the population could go hungry if funding does not arrive.", "قد يجوع نصف السكان ما لم يصل التمويل."),
            ("They would not return unless the government released the officers.", "لن يعودوا إلا إذا أطلقت الحكومة سراح الضباط."),
            ("They would return only if the government released the officers.", "لن يعودوا إلا إذا أطلقت الحكومة سراح الضباط."),
            ("They would not return even if the government released the officers.", "لن يعودوا حتى لو أطلقت الحكومة سراح الضباط."),
            ("They would come only if the government released the officers.", "لن يأتوا إلا إذا أطلقت الحكومة سراح الضباط."),
            ("I would only be happy here if the club released me.", "لن أكون سعيدا هنا إلا إذا أطلق النادي سراحي."),
            ("Do not buy masks if you do not need them.", "لا تشتر الأقنعة إذا لم تكن بحاجة إليها."),
            ("The road was closed because of the snow.", "أُغلق الطريق بسبب الثلوج."),
            ("The match was not cancelled because of the rain.", "لم تلغ المباراة رغم الأمطار."),
            ("The road was open despite the snow.", "لم يغلق الطريق رغم الثلوج."),
            ("The trader agreed to testify against his brother.", "وافق المتداول على الشهادة ضد شقيقه."),
            ("The court ruled against the bank.", "حكمت المحكمة لصالح الموظفين ضد البنك."),
            ("The minister left two days before he was banned.", "غادر الوزير قبل يومين من منعه."),
            ("The minister was banned two days after he left.", "غادر الوزير قبل يومين من منعه."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
