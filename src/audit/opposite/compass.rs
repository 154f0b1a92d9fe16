//! Points of the compass between the four: a `northwest` that has become الشمال الشرقي.

use crate::audit::unit::{Note, Unit, View, only};
use crate::lang::known::Question;
use crate::span::Span;

/// Whether a word may begin a point, in either language.
static ENGLISH: Question = Question::new();
static ARABIC: Question = Question::new();

/// North or south, and east or west.
type Point = (bool, bool);

/// One point between the four on each side, and not the same.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let begins = |word: &str| word.starts_with("north") || word.starts_with("south");
    let (e, english) = point(&unit.english, unit.english.tokens_that_are(&ENGLISH, begins), english_at)?;
    let (a, arabic) = point(&unit.arabic, unit.arabic.tokens_that_are(&ARABIC, |word| matches!(stem(word), "شمال" | "جنوب")), arabic_at)?;
    (e != a).then(|| {
        let quoted = unit.quoted(Some(english), Some(arabic));
        let (said, other) = (&quoted.expected, &quoted.found);
        let message = format!("The source says “{said}”; the translation says “{other}”, another point of the compass.");
        Note { message, odds: 1.6, ..quoted }
    })
}

/// The only point of a side among those that may begin at some tokens, with its words.
fn point(
    view: &View,
    mut tokens: impl Iterator<Item = usize>,
    at: impl Fn(&View, usize) -> Option<(Point, usize)>,
) -> Option<(Point, Span)> {
    only(tokens.by_ref().filter_map(|t| at(view, t).map(|(point, last)| (point, view.side.tokens.span(t, last)))))
}

/// `northwest`, `North-West`, `south-eastern`: the point at token `t`, and its last token.
fn english_at(view: &View, t: usize) -> Option<(Point, usize)> {
    let word = view.folded(t);
    let (north, rest) = match (word.strip_prefix("north"), word.strip_prefix("south")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return None,
    };
    let joined = rest.is_empty() && view.folded_at(t + 1) == "-" && t + 2 < view.tokens.1;
    let (second, last) = if joined { (view.folded(t + 2), t + 2) } else { (rest, t) };
    let ends = |stem: &str| second.strip_prefix(stem).is_some_and(|end| matches!(end, "" | "ern" | "erly" | "ward" | "wards" | "erner"));
    match (ends("east"), ends("west")) {
        (true, _) => Some(((north, true), last)),
        (_, true) => Some(((north, false), last)),
        _ => None,
    }
}

/// An Arabic word without what may stand before and behind the name of a point.
fn stem(word: &str) -> &str {
    let bare = word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 3).unwrap_or(word);
    let bare = bare.strip_prefix(['ب', 'ل', 'ك']).filter(|w| w.chars().count() > 3).unwrap_or(bare);
    let bare = bare.strip_prefix("ال").or_else(|| bare.strip_prefix('ل')).unwrap_or(bare);
    bare.strip_suffix("يه").or_else(|| bare.strip_suffix('ي')).or_else(|| bare.strip_suffix('ا')).unwrap_or(bare)
}

/// `شمال شرق`, `الجنوبية الغربية`, `الشمالي الغربي`: the same in Arabic.
fn arabic_at(view: &View, t: usize) -> Option<(Point, usize)> {
    let north = match stem(view.folded(t)) {
        "شمال" => true,
        "جنوب" => false,
        _ => return None,
    };
    let east = match stem(view.folded_at(t + 1)) {
        "شرق" => true,
        "غرب" => false,
        _ => return None,
    };
    (t + 1 < view.tokens.1).then_some(((north, east), t + 1))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    #[test]
    fn another_point_is_found_and_the_same_is_not() {
        for (english, arabic, expected) in [
            ("Fires burned in the northwest of the country.", "اشتعلت الحرائق في شمال شرق البلاد.", 1),
            ("The south-eastern provinces were flooded.", "غمرت المياه المقاطعات الجنوبية الغربية.", 1),
            ("The source is North-West India.", "المصدر هو شمال شرق الهند.", 1),
            ("Fires burned in the northwest of the country.", "اشتعلت الحرائق في شمال غرب البلاد.", 0),
            ("The south-eastern provinces were flooded.", "غمرت المياه المقاطعات الواقعة في الجنوب الشرقي.", 0),
            ("He walked north-west, then southeast.", "سار نحو الشمال الغربي ثم الجنوب الشرقي.", 0),
        ] {
            assert_eq!(findings("opposite-meaning", english, arabic).len(), expected, "{arabic}");
        }
    }
}
