//! Whose envoy he is: the `Belarusian ambassador`, who has become سفيرها في بيلاروس, the ambassador to Belarus.

use crate::audit::facing::{counterpart, partner_token};
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit, only};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.4;
/// How far, in tokens, the country may stand behind سفيرها: سفيرها لدى جمهورية بيلاروس.
const REACH: usize = 4;

static ENGLISH: Question = Question::new();
static OWN: Question = Question::new();
static ENVOY: Question = Question::new();

/// Envoys of a country who have become envoys to it, and the other way round.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let is_envoy = |word: &str| matches!(word, "ambassador" | "charge" | "consul" | "envoy");
    let envoy = only(english.tokens_that_are(&ENGLISH, is_envoy))?;
    let possessive = |t: usize| {
        let word = english.folded_at(t);
        matches!(word, "its" | "their" | "his" | "her" | "our") || word.ends_with("'s") || word.ends_with("s'")
    };
    let owned = (1..4).any(|n| possessive(envoy.wrapping_sub(n)));
    let is_own = |word: &str| {
        let word = without_conjunction(word);
        let word = word.strip_prefix(['ل', 'ب']).unwrap_or(word);
        matches!(word, "سفيرها" | "سفيره" | "سفيرهم" | "سفيرتها" | "اعمالها" | "قنصلها" | "مبعوثها")
    };
    let own = arabic.tokens_that_are(&OWN, is_own).find(|t| arabic.words(arabic.side.tokens.span(*t, *t)).ends_with(['ا', 'م', 'ه']));
    // `the Belarusian ambassador`
    let of = envoy.checked_sub(1).filter(|t| *t >= english.tokens.0 && english.is_capital(*t) && !owned);
    let of = of.and_then(|t| partner_token(unit, Lang::English, english.item_at(t)?));
    if let (Some(country), Some(own)) = (of, own) {
        let to = matches!(arabic.folded_at(own + 1), "لدي" | "في" | "الي") && country > own + 1 && country <= own + REACH;
        let sent = english.token_range().any(possessive) || (1..4).any(|n| matches!(english.folded_at(envoy + n), "to" | "in"));
        return (to && !sent)
            .then(|| other_words(unit, english.side.tokens.span(envoy - 1, envoy), arabic.side.tokens.span(own, country), ODDS));
    }
    // `its ambassador to Belarus`
    let place = matches!(english.folded_at(envoy + 1), "to" | "in").then_some(envoy + 2)?;
    let is_his = matches!(english.folded_at(envoy.wrapping_sub(1)), "its" | "their");
    let country = english.is_capital(place).then(|| counterpart(unit, Lang::English, place))??;
    let is_plain = |word: &str| matches!(word.strip_prefix(['و', 'ل', 'ب']).unwrap_or(word), "سفير" | "السفير" | "سفيره" | "السفيره");
    let there = only(arabic.tokens_that_are(&ENVOY, is_plain))?;
    let of_it = is_his && own.is_none() && there + 1 == country;
    of_it.then(|| other_words(unit, english.side.tokens.span(envoy - 1, place), arabic.side.tokens.span(there, country), ODDS))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("role-reversal", english, arabic).len()
    }

    #[test]
    fn an_envoy_of_a_country_is_not_the_envoy_to_it() {
        assert_eq!(found("Warsaw summoned the Belarusian ambassador on Monday.", "استدعت وارسو سفيرها في بيلاروس يوم الاثنين."), 1);
        assert_eq!(found("Warsaw recalled its ambassador to Belarus on Monday.", "استدعت وارسو سفير بيلاروس يوم الاثنين."), 1);
    }

    #[test]
    fn envoys_of_the_same_country() {
        for (english, arabic) in [
            ("Warsaw summoned the Belarusian ambassador on Monday.", "استدعت وارسو السفير البيلاروسي يوم الاثنين."),
            ("Warsaw summoned the Belarusian ambassador on Monday.", "استدعت وارسو سفير بيلاروس يوم الاثنين."),
            ("Warsaw recalled its ambassador to Belarus on Monday.", "استدعت وارسو سفيرها لدى بيلاروس يوم الاثنين."),
            ("Warsaw recalled its ambassador to Belarus on Monday.", "استدعت وارسو السفير البولندي في بيلاروس يوم الاثنين."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
