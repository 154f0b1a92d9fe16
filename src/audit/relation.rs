//! Who is whose: `mother Risa` that has become the mother of Risa, `his brother John` that has become a brother of John.

use super::relative::owned;
use super::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::{Capital, Kind};

static RELATED: Question = Question::new();

/// A name that is in apposition to a noun of relation in English, and its possessor in Arabic.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let (english, arabic) = (&unit.english, &unit.arabic);
    for token in english.token_range() {
        if !english.side.tokens.is(token, &RELATED, |word| owned(word).is_some()) {
            continue;
        }
        let Some(relative) = owned(english.folded(token)) else { continue };
        let capital = |i: usize| english.side.tokens.get(i).is_some_and(|t| t.kind == Kind::Word && t.capital != Capital::Lower);
        if capital(token) || !english.token_range().contains(&(token + 1)) || !capital(token + 1) {
            continue;
        }
        let last = (token + 1..english.tokens.1).take_while(|i| capital(*i)).last().unwrap_or(token + 1);
        // `mother Jane's house`: what follows is hers.
        let shown = english.words(english.side.tokens.span(last, last));
        if shown.ends_with("'s") || shown.ends_with("’s") {
            continue;
        }
        let Some(name) = english.item_at(token + 1).and_then(|i| unit.partner(Lang::English, i)) else { continue };
        let name = arabic.item(name).token as usize;
        let Some(noun) = name.checked_sub(1).filter(|i| *i >= arabic.tokens.0) else { continue };
        let word = arabic.folded(noun);
        // The Arabic of one that ends in a pronoun or has the article is no construct, and leaves the name beside it its own bearer.
        let bare = |w: &str| relative.owned.iter().any(|construct| construct == w);
        let stripped = |w: &str| w.strip_prefix(['و', 'ف', 'ل', 'ب', 'ك']).is_some_and(bare);
        // Folded, `زوجة` and `زوجه`, his spouse, are the same.
        let own = arabic.side.tokens.get(noun).is_some_and(|t| arabic.words(t.span).ends_with(['ه', 'ى']));
        let joined =
            arabic.side.tokens.get(noun).is_some_and(|t| arabic.side.tokens.get(name).is_some_and(|n| n.span.start <= t.span.end + 1));
        if joined && !own && (bare(word) || stripped(word)) {
            let (phrase, construct) = (english.side.tokens.span(token, last), arabic.side.tokens.span(noun, name));
            let (who, relation) = (english.words(english.side.tokens.span(token + 1, last)), english.folded(token));
            let (own, other) = (english.words(phrase), arabic.words(construct));
            let message = format!("In English {who} is the {relation} (“{own}”); in Arabic it is the {relation} of {who} (“{other}”).");
            notes.push(Note { message, odds: 1.4, ..unit.quoted(Some(phrase), Some(construct)) });
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
    fn a_bearer_who_has_become_the_owner() {
        assert_eq!(found("The mother Layla Haddad waited outside the court.", "انتظرت والدة ليلى حداد خارج المحكمة."), 1);
        assert_eq!(found("He was buried with his brother John in Boston.", "دُفن مع شقيق جون في بوسطن."), 1);
    }

    #[test]
    fn bearers_and_owners_that_stay() {
        for (english, arabic) in [
            ("The mother Layla Haddad waited outside the court.", "انتظرت الأم ليلى حداد خارج المحكمة."),
            ("He was buried with his brother John in Boston.", "دُفن مع شقيقه جون في بوسطن."),
            ("Layla's mother waited outside the court.", "انتظرت والدة ليلى خارج المحكمة."),
            ("The mother of Layla waited outside the court.", "انتظرت والدة ليلى خارج المحكمة."),
        ] {
            assert_eq!(found(english, arabic), 0, "{arabic}");
        }
    }
}
