//! What is done to somebody, said as if somebody else did it: `a man was stabbed` that has become طعن رجلا, `he stabbed a man`.

use super::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::token::Kind;

/// How far, in tokens, the participle may stand behind its helper.
const REACH: usize = 3;
/// Arabic words, folded, behind which a clause starts whose verb comes first.
const CLAUSE: [&str; 10] = ["ان", "بان", "حيث", "عندما", "بعدما", "حين", "حينما", "لما", "اثر", "كما"];

/// A passive of English whose subject is the object of its verb in Arabic: it follows the verb, and ends in the accusative.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    for helper in english.token_range().skip(2) {
        let passive = matches!(english.folded(helper), "was" | "were");
        let article = helper >= english.tokens.0 + 2 && matches!(english.folded(helper - 2), "a" | "an");
        if !passive || !article {
            continue;
        }
        let partner = |token: usize| {
            let item = english.item_at(token)?;
            Some((item, unit.partner(Lang::English, item)?))
        };
        let Some((subject, object)) = partner(helper - 1) else { continue };
        let participle = |t: &usize| english.folded(*t).ends_with("ed") || english.folded(*t).ends_with("en");
        let Some((verb, deed)) = (helper + 1..=helper + REACH).filter(participle).find_map(partner) else { continue };
        let (first, second) = (arabic.item(deed).token as usize, arabic.item(object).token as usize);
        let accusative = arabic.words(arabic.item(object).span).ends_with("ًا") || arabic.words(arabic.item(object).span).ends_with("اً");
        let starts = first == arabic.tokens.0
            || CLAUSE.contains(&arabic.folded(first - 1))
            || arabic.side.tokens.get(first - 1).is_some_and(|t| t.kind == Kind::Symbol);
        if second == first + 1 && accusative && starts {
            let quoted =
                unit.quoted(Some(english.item(subject).span.cover(english.item(verb).span)), Some(arabic.side.tokens.span(first, second)));
            let (expected, found) = (&quoted.expected, &quoted.found);
            let message = format!(
                "Who does what to whom seems to be changed: the source says “{expected}”, the translation “{found}”; in Arabic the accusative makes somebody else the doer.",
            );
            notes.push(Note { message, odds: 1.0, ..quoted });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("role-reversal", english, arabic).len()
    }

    #[test]
    fn a_victim_in_the_accusative_has_another_doer() {
        assert_eq!(found("The driver fled after a policeman was injured near the market.", "فر السائق بعد أن أصاب شرطيًا قرب السوق."), 1);
    }

    #[test]
    fn an_accusative_without_its_alif_is_not_seen() {
        assert_eq!(found("The driver fled after a woman was injured near the market.", "فر السائق بعد أن أصاب امرأةً قرب السوق."), 0);
    }

    #[test]
    fn a_victim_in_the_nominative_stays() {
        for (english, arabic) in [
            ("The driver fled after a policeman was injured near the market.", "فر السائق بعد أن أُصيب شرطي قرب السوق."),
            ("The driver fled after a policeman was injured near the market.", "فر السائق بعد إصابة شرطي قرب السوق."),
            ("Police said a tourist was arrested in May.", "قالت الشرطة إنها اعتقلت سائحًا في مايو."),
        ] {
            assert_eq!(found(english, arabic), 0, "{arabic}");
        }
    }
}
