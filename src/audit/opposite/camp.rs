//! For something or against it: `pro-independence` that has become `against independence`, `critics of` that have become followers.

use super::contrary;
use crate::audit::facing::{counterpart, partner_token};
use crate::audit::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::denial::denies;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.8;
/// How far, in tokens, what somebody is for may stand behind the English word, and the Arabic word before it.
const REACH: usize = 5;
const BEFORE: usize = 3;

/// English words for who is for something and who is against it; `of` or `to` follows, or a hyphen.
const FOR: [&str; 14] = [
    "supporter",
    "supporters",
    "backers",
    "proponents",
    "advocates",
    "defenders",
    "admirers",
    "fans",
    "allies",
    "favor",
    "favour",
    "supportive",
    "loyal",
    "sympathetic",
];
const AGAINST: [&str; 12] = [
    "opponent",
    "opponents",
    "critic",
    "critics",
    "detractors",
    "foes",
    "enemies",
    "adversaries",
    "opposed",
    "hostile",
    "opposition",
    "resistance",
];
/// What the Arabic words have in them, folded: who is for it, who is against it.
const FOR_ARABIC: [&str; 13] =
    ["مويد", "موالي", "مناصر", "داعم", "انصار", "مساند", "محبي", "مدافع", "تاييد", "دعم", "لصالح", "مشجع", "حلفاء"];
const AGAINST_ARABIC: [&str; 13] =
    ["مناهض", "معارض", "رافض", "معادي", "مناوي", "مضاد", "منتقد", "خصوم", "ضد", "اعداء", "مقاوم", "مكافح", "كاره"];

/// Somebody who is on the other side in the translation.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    for t in unit.english.tokens_that_are(&TAKES_SIDES, takes_sides) {
        notes.extend(
            side(&unit.english, t).filter(|_| !is_turned(&unit.english, t)).and_then(|(is_for, object)| of_object(unit, t, is_for, object)),
        );
    }
}

static TAKES_SIDES: Question = Question::new();

/// Whether a folded English word may say that somebody is for something, or against it.
fn takes_sides(word: &str) -> bool {
    matches!(word, "pro" | "anti") || FOR.contains(&word) || AGAINST.contains(&word)
}

/// Whether English token `t` says that somebody is for something, or against it, and where what it is may start.
fn side(view: &View, t: usize) -> Option<(bool, usize)> {
    let word = view.folded(t);
    if matches!(word, "pro" | "anti") && view.precedes(t, &["-"]) {
        return Some((word == "pro", t + 2));
    }
    let is_for = FOR.contains(&word);
    let follows = matches!(view.folded_at(t + 1), "of" | "to");
    ((is_for || AGAINST.contains(&word)) && follows).then_some((is_for, t + 2))
}

/// Whether what somebody is for or against is itself against something: `supporters of the ban on smoking`.
pub(super) fn is_turned(view: &View, t: usize) -> bool {
    const ENDS: [&str; 18] = [
        "ban",
        "bans",
        "abolition",
        "abolishing",
        "banning",
        "end",
        "ending",
        "repeal",
        "removal",
        "closure",
        "boycott",
        "restrictions",
        "limits",
        "cuts",
        "opposition",
        "prohibition",
        "withdrawal",
        "critics",
    ];
    side(view, t).is_some_and(|(_, object)| (object..object + REACH).any(|o| ENDS.contains(&view.folded_at(o))))
}

fn of_object(unit: &Unit, t: usize, is_for: bool, object: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let reach = if english.folded_at(t + 1) == "-" { 1 } else { REACH };
    let (named, at) = english.around(object, 0, reach - 1).find_map(|o| Some((o, counterpart(unit, Lang::English, o)?)))?;
    let has = |token: usize, stems: &[&str]| stems.iter().any(|stem| arabic.folded(token).contains(stem));
    let near = arabic.around(at, BEFORE, 1);
    let (same, other) = if is_for { (&FOR_ARABIC, &AGAINST_ARABIC) } else { (&AGAINST_ARABIC, &FOR_ARABIC) };
    if near.clone().any(|a| has(a, same) || denies(arabic.folded(a))) {
        return None;
    }
    let stance = near.take_while(|a| *a < at).filter(|a| has(*a, other)).last()?;
    // It may be the word of somebody else: `critics of the law and its supporters`.
    let owner = arabic.item_at(stance).and_then(|i| partner_token(unit, Lang::Arabic, i));
    if owner.is_some_and(|o| o != t) {
        return None;
    }
    Some(contrary(unit, english.side.tokens.span(t, named), arabic.side.tokens.span(stance, at), ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("opposite-meaning", english, arabic).len()
    }

    #[test]
    fn who_is_on_the_other_side() {
        for (english, arabic) in [
            ("Pro-government fighters took the hill.", "سيطر المقاتلون المناهضون للحكومة على التل."),
            ("Anti-war groups marched in the capital.", "سارت المجموعات المؤيدة للحرب في العاصمة."),
            ("Supporters of the president filled the square.", "ملأ معارضو الرئيس الساحة."),
            ("Critics of the dam wrote to the minister.", "كتب أنصار السد إلى الوزير."),
            ("He is opposed to the new treaty.", "وهو من مؤيدي المعاهدة الجديدة."),
        ] {
            assert_eq!(found(english, arabic), 1, "{arabic}");
        }
    }

    #[test]
    fn who_is_on_the_same_side() {
        for (english, arabic) in [
            ("Pro-government fighters took the hill.", "سيطر المقاتلون الموالون للحكومة على التل."),
            ("Anti-war groups marched in the capital.", "سارت المجموعات المناهضة للحرب في العاصمة."),
            ("Anti-corruption police searched the office.", "فتشت شرطة مكافحة الفساد المكتب."),
            ("Critics of the dam wrote to the minister.", "كتب معارضو السد إلى الوزير."),
            ("Supporters of the ban on smoking met in May.", "التقى المعارضون للتدخين في مايو."),
            ("Opponents of the president's supporters met in May.", "التقى في مايو معارضون لمؤيدي الرئيس."),
        ] {
            assert_eq!(found(english, arabic), 0, "{arabic}");
        }
    }
}
