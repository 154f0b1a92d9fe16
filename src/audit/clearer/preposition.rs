//! English phrases that say no more than a preposition or a conjunction, which Arabic says in one word or joins to the next: `in a bid to
//! save his job`, لإنقاذ وظيفته.

use crate::audit::unit::{Unit, View};

/// Such phrases, as their folded words.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "in a bid to", "in an effort to", "in an attempt to", "in the space of", "in the course of", "over the course of", "during the course of",
    "for the purpose of", "for the purposes of", "in the event of", "in the event that", "in the wake of", "on the heels of", "in the run - up to",
    "in the aftermath of", "by dint of", "by virtue of", "by means of", "by way of", "in light of", "in the light of", "in view of",
    "with a view to", "with the aim of", "with the goal of", "with the intention of", "for the sake of", "on account of", "on the grounds that",
    "on the grounds of", "at the hands of", "on the part of", "in terms of", "in the face of", "on the eve of", "in the region of",
    "in the vicinity of", "to the tune of", "in the form of", "in the shape of", "in the name of", "in the case of", "in the process of",
    "in the midst of", "in connection with", "in relation to", "with regard to", "with respect to", "in respect of", "as a result of",
    "as a consequence of", "in the hope of", "in the hope that", "in hopes of", "in order to", "in the context of", 
    "in addition to", "on the occasion of", "at the time of", 
    "in the days of", "to the point of", "to the extent that", "in the amount of", 
    "in conjunction with", "in the direction of", "in accordance with", "in keeping with", "in line with", 
];

/// Whether English item `i` is part of such a phrase.
pub(super) fn is_part_of_one(unit: &Unit, i: u32) -> bool {
    let view = &unit.english;
    let token = view.item(i).token as usize;
    PHRASES.iter().any(|phrase| stands_around(view, token, phrase))
}

/// Whether `phrase` stands around token `t`.
fn stands_around(view: &View, t: usize, phrase: &str) -> bool {
    let own = view.folded(t);
    let starts = phrase.split(' ').enumerate().filter(|(_, word)| *word == own).filter_map(|(k, _)| t.checked_sub(k));
    starts.into_iter().any(|start| phrase.split(' ').enumerate().all(|(k, word)| view.folded_at(start + k) == word))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    #[test]
    fn what_a_preposition_says_is_not_lost() {
        for (english, arabic) in [
            ("He left in a bid to save his job.", "غادر لإنقاذ وظيفته."),
            ("He changed his mind in the space of a year.", "غير رأيه في غضون عام."),
            ("They met for the purpose of signing a deal.", "اجتمعوا لتوقيع اتفاق."),
        ] {
            assert!(findings("dropped-claim", english, arabic).is_empty(), "{english}");
        }
        let lost = findings("dropped-claim", "The space agency of the region met its partners.", "التقت الوكالة شركاءها في المنطقة.");
        assert!(lost.iter().any(|f| f.expected == "space agency"), "{lost:?}");
        assert!(!findings("dropped-claim", "He signed in the presence of the king.", "وقع الملك.").is_empty());
    }
}
