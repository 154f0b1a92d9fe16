//! Relative clauses: `the minister, who sacked the premier` that has become الوزير الذي أقاله رئيس الحكومة, whom he sacked.
//!
//! In Arabic the verb of a relative clause has a pronoun for the one that the clause is about, unless it is the doer.

use super::{Person, note};
use crate::audit::facing::{next_item, partner_token};
use crate::audit::unit::{Note, Unit};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;
use crate::lexicon::words;
use crate::span::Span;

/// Log odds that a reviser minds.
const ODDS: f32 = 1.2;
/// How far behind its helper, in tokens, a participle may stand, and behind the participle `by`.
const REACH: usize = 3;

/// Clauses whose doer is the one it is done to on the other side.
pub(super) fn check(unit: &Unit) -> Vec<Note> {
    static RELATIVE: Question = Question::new();
    let english = &unit.english;
    let relatives = english.tokens_that_are(&RELATIVE, |word| matches!(word, "who" | "which" | "that"));
    relatives.filter_map(|t| of_clause(unit, t)).collect()
}

fn of_clause(unit: &Unit, relative: usize) -> Option<Note> {
    let english = &unit.english;
    let is_be = |t: usize| words::is_passive_helper(english.folded_at(t));
    let next = relative + 1;
    let (verb, other, is_doer) = if is_be(next) || is_be(next + 1) && matches!(english.folded_at(next), "has" | "have" | "had") {
        let verb = next_item(english, next + 1, REACH)?;
        let at = english.item(verb).token as usize;
        let by = (at + 1..=at + REACH).find(|t| english.folded_at(*t) == "by")?;
        (verb, next_item(english, by + 1, REACH + 1)?, false)
    } else {
        let verb = english.item_at(next)?;
        (verb, next_item(english, next + 1, REACH).filter(|_| has_object(unit, next))?, true)
    };
    let (at, noun) = (partner_token(unit, Lang::English, verb)?, partner_token(unit, Lang::English, other)?);
    let reversed = opens(unit, at) && (at + 1..=at + 2).contains(&noun) && resumes(unit, at) == is_doer && is_bare(unit, at, noun);
    let words = |item: u32| english.item(item).span;
    let person = whole(unit, other, noun);
    let cue: Span = english.side.tokens.span(relative, relative).cover(words(verb));
    reversed.then(|| note(unit, cue, unit.arabic.side.tokens.span(at - 1, at), &[&person], ODDS))
}

/// English item `item` with the next one, where both are said by Arabic tokens at `noun`: `the prime minister`, رئيس الوزراء.
fn whole(unit: &Unit, item: u32, noun: usize) -> Person {
    let english = &unit.english;
    let next = Some(item + 1).filter(|i| english.item_range().contains(i) && english.item(*i).token == english.item(item).token + 1);
    let there = next.and_then(|i| partner_token(unit, Lang::English, i)).filter(|at| (noun..=noun + 1).contains(at));
    match next.zip(there) {
        Some((next, _)) => {
            let owned = unit.arabic.folded_at(noun + 1).starts_with("ال");
            Person { span: english.item(item).span.cover(english.item(next).span), place: (noun, noun + usize::from(owned)) }
        }
        None => Person { span: english.item(item).span, place: (noun, noun) },
    }
}

/// Whether a noun without a preposition follows the English verb at token `t`.
fn has_object(unit: &Unit, t: usize) -> bool {
    let word = unit.english.folded_at(t + 1);
    matches!(word, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "two" | "three") || unit.english.is_capital(t + 1)
}

/// Whether a relative pronoun stands before Arabic token `t`.
fn opens(unit: &Unit, t: usize) -> bool {
    let before = t.checked_sub(1).map_or("", |b| unit.arabic.folded_at(b));
    matches!(without_conjunction(before), "الذي" | "التي" | "الذين" | "اللذين" | "اللتين" | "اللذان" | "اللتان")
}

/// Whether the Arabic verb at token `t` ends in a pronoun.
pub(super) fn resumes(unit: &Unit, t: usize) -> bool {
    let (arabic, lexicon, word) = (&unit.arabic, unit.lexicon(), unit.arabic.folded(t));
    // إقالة is spelled like أقاله here, but no noun stands behind a relative pronoun.
    let verb = |id: u32| lexicon.is_imperfect(id) || lexicon.has_imperfect(id);
    let own = |ending: &str| arabic.side.readings.of(t).iter().any(|r| verb(r.id) && lexicon.folded(r.id).ends_with(ending));
    ["ه", "ها", "هم", "هما", "هن"].iter().any(|ending| word.ends_with(ending) && !own(ending))
}

/// Whether no preposition stands between the Arabic verb and the noun, or joined to the noun.
fn is_bare(unit: &Unit, verb: usize, noun: usize) -> bool {
    let (arabic, word) = (&unit.arabic, unit.arabic.folded(noun));
    let own = |letter: char| arabic.side.readings.of(noun).iter().any(|r| unit.lexicon().folded(r.id).starts_with(letter));
    let joined = word.starts_with("لل") || ['ب', 'ل', 'ك'].iter().any(|c| word.starts_with(*c) && !own(*c));
    let article = word.starts_with("ال") || arabic.folded_at(noun + 1).starts_with("ال") || noun == verb + 1;
    let between = noun == verb + 2 && arabic.item_at(verb + 1).is_none();
    !joined && article && !between
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn a_clause_with_another_doer() {
        let from_arabic = |arabic: &str, english: &str| in_english("role-reversal", arabic, english).len();
        let arabic = "قال وزير المالية السابق، الذي أقاله رئيس الوزراء في الربيع، إن المصرف انهار.";
        assert_eq!(
            from_arabic(arabic, "The former finance minister, who sacked the prime minister in spring, said the bank had collapsed."),
            1
        );
        assert_eq!(
            from_arabic(arabic, "The former finance minister, whom the prime minister sacked in spring, said the bank had collapsed."),
            0
        );
        assert_eq!(
            from_arabic(
                arabic,
                "The former finance minister, who was sacked by the prime minister in spring, said the bank had collapsed."
            ),
            0
        );
        let from_english = |english: &str, arabic: &str| findings("role-reversal", english, arabic).len();
        let english = "The soldier who was killed by the hunter came from Oran.";
        assert_eq!(from_english(english, "كان الجندي الذي قتل الصياد من وهران."), 1);
        assert_eq!(from_english(english, "كان الجندي الذي قتله الصياد من وهران."), 0);
        assert_eq!(from_english("The soldier who killed the hunter came from Oran.", "كان الجندي الذي قتل الصياد من وهران."), 0);
    }
}
