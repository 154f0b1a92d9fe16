//! Rule negation-mismatch: what one side denies, the other asserts.

pub mod cue;
mod pairing;

use super::unit::{Note, Unit};
use crate::finding::Kind;
use crate::lang::Lang;
use cue::{Cue, Strength, cues};
use pairing::Pairing;

/// A claim that is denied on one side only.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let pairing = Pairing::new(unit, cues(unit, Lang::English), cues(unit, Lang::Arabic));
    if std::env::var("POLDEBUG").is_ok() {
        for lang in [Lang::English, Lang::Arabic] {
            for c in pairing.cues(lang) {
                let v = unit.view(lang);
                let h: Vec<String> = c.heads.iter().map(|h| format!("{}→{}", v.words(v.item(*h).span), unit.partner(lang, *h).map_or("-", |p| unit.view(lang.other()).words(unit.view(lang.other()).item(p).span)))).collect();
                let free = pairing.unanswered(lang).any(|u| u.first == c.first);
                eprintln!("{:?} {} {:?} asks={} free={free} heads={h:?}", lang, v.words(c.span(v)), c.strength, c.asks);
            }
        }
    }
    for lang in [Lang::English, Lang::Arabic] {
        for cue in pairing.unanswered(lang) {
            let evidence = Evidence::new(unit, lang, cue, &pairing);
            notes.push(note(unit, lang, cue, &evidence));
        }
    }
}

/// What speaks for and against a denial without answer.
struct Evidence {
    /// Which of the words denied is found on the other side, and its partner there.
    found: Option<(usize, u32, u32)>,
    odds: f32,
}

impl Evidence {
    fn new(unit: &Unit, lang: Lang, cue: &Cue, pairing: &Pairing) -> Self {
        let there = pairing.cues(lang.other());
        let firm = |cues: &[Cue]| cues.iter().filter(|c| c.strength == Strength::Firm).count() as f32;
        let soft = |cues: &[Cue]| cues.iter().filter(|c| c.strength == Strength::Soft).count() as f32;
        let found = cue.heads.iter().enumerate().find_map(|(rank, head)| Some((rank, *head, unit.partner(lang, *head)?)));
        let mut odds = match found {
            Some((0, ..)) => 1.0,
            Some((1, ..)) => -0.2,
            Some(_) => -1.0,
            None if there.is_empty() => -1.2,
            None => -2.5,
        };
        // Words that deny one word, not a clause, are often part of a word in the other language.
        if found.is_none_or(|f| f.0 > 0) && matches!(unit.view(lang).folded(cue.last).trim_start_matches(['و', 'ف']), "غير" | "عدم" | "بعدم" | "لعدم" | "دون" | "بدون" | "بلا" | "without" | "no") {
            odds -= 1.5;
        }
        let accident = found.map_or(0.0, |(_, head, _)| unit.accident(lang, head));
        odds -= 6.0 * accident.min(0.4);
        odds += if firm(there) < firm(pairing.cues(lang)) { 0.5 } else { -1.5 };
        odds += if soft(there) == 0.0 && firm(there) == 0.0 { 0.5 } else { 0.0 };
        Self { found, odds }
    }
}

fn note(unit: &Unit, lang: Lang, cue: &Cue, evidence: &Evidence) -> Note {
    let (here, there) = (unit.view(lang), unit.view(lang.other()));
    let mut span = cue.span(here);
    let shown = evidence.found.map(|f| f.1).or(cue.heads.first().copied());
    if let Some(head) = shown.map(|h| here.item(h)).filter(|h| (h.token as usize).abs_diff(cue.last) <= 6) {
        span = span.cover(head.span);
    }
    let other = evidence.found.map(|(_, _, partner)| there.item(partner).span);
    let (words, answer) = (here.words(span).to_owned(), other.map_or(String::new(), |o| there.words(o).to_owned()));
    let in_source = lang == unit.source();
    let message = if in_source {
        format!("The source denies (“{words}”) what the translation asserts (“{answer}”).")
    } else {
        format!("The translation denies (“{words}”) what the source asserts (“{answer}”).")
    };
    let (expected, found) = if in_source { (words, answer) } else { (answer, words) };
    let (english, arabic) = if lang == Lang::English { (Some(span), other) } else { (other, Some(span)) };
    Note { english, arabic, expected, found, message, odds: evidence.odds, kind: Some(Kind::Mistranslated), severity: None }
}
