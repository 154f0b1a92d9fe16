//! Runs the rules over beads, and turns what they say into findings.

use super::rule::{RULES, Rule};
use super::unit::{Note, Unit};
use super::{frame, whole};
use crate::finding::{Category, Kind};
use crate::lang::Lang;
use crate::span::Span;

/// What all rules have to say about some beads, each with its rule; a place is reported once, by the rule that knows most about it.
/// Rules stand in their table from general to particular. A rule goes over all the beads before the next one does: its code and its
/// lists are then at hand.
pub fn examine(units: &[Unit]) -> Vec<Vec<(&'static Rule, Note)>> {
    let mut said: Vec<Vec<(usize, Note)>> = units.iter().map(|_| Vec::new()).collect();
    let mut of = Vec::new();
    for (r, rule) in RULES.iter().enumerate() {
        for (unit, notes) in units.iter().zip(&mut said) {
            (rule.check)(unit, &mut of);
            notes.extend(of.drain(..).filter_map(|note| frame::settled(unit, note)).map(|note| (r, whole::tempered(unit, rule, note))));
        }
    }
    said.into_iter().map(settled).collect()
}

/// Each place once, in the order of the text.
fn settled(mut notes: Vec<(usize, Note)>) -> Vec<(&'static Rule, Note)> {
    let covered: Vec<bool> =
        (0..notes.len()).map(|i| notes.iter().enumerate().any(|(j, other)| j != i && outranks(other, &notes[i]))).collect();
    let mut covered = covered.into_iter();
    notes.retain(|_| !covered.next().unwrap_or(false));
    let place = |n: &Note| n.english.or(n.arabic).map_or(0, |s| s.start);
    notes.sort_by_key(|(r, n)| (place(n), *r));
    notes.into_iter().map(|(r, n)| (&RULES[r], n)).collect()
}

/// Whether `a` makes `b` superfluous: a later rule of the table on the same place, sure of itself, where the earlier says little
/// more. Of two that each name the error, the surer. That a sentence moved is no error, and says nothing of the errors in it.
fn outranks(a: &(usize, Note), b: &(usize, Note)) -> bool {
    let ((rule_a, a), (rule_b, b)) = (a, b);
    // What moved, and tags, say nothing of the words.
    let apart = |r: &usize| RULES[*r].kind == Kind::Moved || RULES[*r].category == Category::Markup;
    if rule_a == rule_b || confidence(a.odds) < 0.5 || apart(rule_a) || apart(rule_b) {
        return false;
    }
    let mostly = |x: Option<Span>, y: Option<Span>| x.zip(y).is_some_and(|(x, y)| x.overlaps(y) && shared(x, y) * 2 >= y.len());
    let named = |rule: usize| RULES[rule].kind == Kind::Mistranslated;
    let knows_more =
        if named(*rule_a) && named(*rule_b) { a.odds > b.odds || a.odds >= b.odds && rule_a > rule_b } else { rule_a > rule_b };
    (mostly(a.english, b.english) || mostly(a.arabic, b.arabic)) && (knows_more || confidence(b.odds) < 0.5)
}

fn shared(x: Span, y: Span) -> u32 {
    x.end.min(y.end).saturating_sub(x.start.max(y.start))
}

/// The probability of log odds.
pub fn confidence(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

/// Log odds by a logistic regression: the sum of the weights of what holds, and a constant.
pub fn log_odds(weights: &[(bool, f32)], constant: f32) -> f32 {
    weights.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum::<f32>() + constant
}

/// The log odds of a probability.
pub fn odds(confidence: f32) -> f32 {
    (confidence / (1.0 - confidence)).ln()
}

/// What happened, as seen from the source.
pub fn kind(rule: &Rule, note: &Note, source: Lang) -> Kind {
    note.kind.unwrap_or_else(|| match (rule.kind, note.english, note.arabic) {
        (Kind::Mistranslated, Some(_), None) if source == Lang::English => Kind::Dropped,
        (Kind::Mistranslated, Some(_), None) => Kind::Added,
        (Kind::Mistranslated, None, Some(_)) if source == Lang::English => Kind::Added,
        (Kind::Mistranslated, None, Some(_)) => Kind::Dropped,
        (kind, ..) => kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_odds_are_one_half() {
        assert_eq!(confidence(0.0), 0.5);
        assert!(confidence(3.0) > 0.95 && confidence(-3.0) < 0.05);
        assert!(odds(0.5) == 0.0 && (odds(confidence(1.5)) - 1.5).abs() < 1e-4);
        assert!(odds(0.0) == f32::NEG_INFINITY && odds(1.0) == f32::INFINITY);
    }
}
