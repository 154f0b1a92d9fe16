//! How often and how far: `often` that has become دائما, `mostly` that has become بالكامل.

use std::sync::LazyLock;

use super::cue::{Cue, Lists};
use super::facing::facing;
use super::unit::{Note, Unit, only};
use crate::lang::Lang;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;

/// A step of one of two scales: how often a thing is so, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Degree {
    Always,
    Often,
    Sometimes,
    Rarely,
    Entirely,
    Mostly,
    Partly,
}

impl Degree {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "always" => Self::Always,
            "often" => Self::Often,
            "sometimes" => Self::Sometimes,
            "rarely" => Self::Rarely,
            "entirely" => Self::Entirely,
            "mostly" => Self::Mostly,
            "partly" => Self::Partly,
            _ => return None,
        })
    }

    /// Whether it says how often.
    const fn is_of_time(self) -> bool {
        matches!(self, Self::Always | Self::Often | Self::Sometimes | Self::Rarely)
    }
}

static LISTS: LazyLock<Lists<Degree>> = LazyLock::new(|| Lists::parse(include_str!("../lexicon/data/degree.tsv"), Degree::named));

/// The only word for how often, or for how far, of each side, where nothing says the same on the other.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let english = LISTS.cues(&unit.english, Lang::English);
    if !english.iter().any(|c| c.asks) {
        return;
    }
    let arabic = LISTS.cues(&unit.arabic, Lang::Arabic);
    for of_time in [true, false] {
        let asking = |cues: &[Cue<Degree>]| only(cues.iter().filter(|c| c.asks && c.class.is_of_time() == of_time).copied());
        let Some((e, a)) = asking(&english).zip(asking(&arabic)) else { continue };
        let says = |cues: &[Cue<Degree>], degree: Degree| cues.iter().any(|c| c.class == degree);
        let there = facing(unit, Lang::English, e.first, e.last).is_none_or(|place| place.contains(&a.first));
        if e.class == a.class || says(&english, a.class) || says(&arabic, e.class) || !there {
            continue;
        }
        let quoted = unit.quoted(Some(e.span(&unit.english)), Some(a.span(&unit.arabic)));
        let message = format!("The source says “{}”, the translation “{}”.", quoted.expected, quoted.found);
        notes.push(Note { message, odds: ODDS, ..quoted });
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("quantifier-mismatch", english, arabic).len()
    }

    #[test]
    fn another_degree_is_found() {
        for (english, arabic) in [
            ("The ferry is often late in winter.", "تتأخر العبارة دائما في الشتاء."),
            ("The ferry is usually late in winter.", "تتأخر العبارة أحيانا في الشتاء."),
            ("The harvest was mostly lost.", "ضاع المحصول بأكمله."),
            ("The town was largely rebuilt.", "أعيد بناء البلدة جزئيا."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_degree_in_other_words_stays() {
        for (english, arabic) in [
            ("The ferry is often late in winter.", "كثيرا ما تتأخر العبارة في الشتاء."),
            ("The ferry is generally late in winter.", "تتأخر العبارة غالبا في الشتاء."),
            ("The ferry is not always late in winter.", "تتأخر العبارة أحيانا في الشتاء."),
            ("The harvest was almost completely lost.", "ضاع المحصول بأكمله تقريبا."),
            ("All of the harvest was lost, mostly wheat.", "ضاع المحصول بأكمله ومعظمه قمح."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english}");
        }
    }
}
