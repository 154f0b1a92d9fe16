//! Rule opposite-meaning: a word that faces its opposite.

mod table;

use super::negation::cue::{Cue, Strength, cues, positive};
use super::negation::pairing::Pairing;
use super::unit::{Note, Unit};
use crate::evidence::item::Kind as ItemKind;
use crate::finding::Kind;
use crate::lang::Lang;
use crate::lexicon::{ConceptId, FormId, words};

/// How many equivalents of a word, the first of its entry, are taken to say what it means.
const MAIN: usize = 5;
/// How many words to either side tell where a word should stand on the other side.
const NEIGHBOURS: u32 = 3;

/// Words without counterpart that face an opposite without counterpart.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let free: Vec<u32> = unit.arabic.item_range().filter(|a| is_word(unit.arabic.item(*a).kind) && unit.partner(Lang::Arabic, *a).is_none()).collect();
    if std::env::var("OPPDEBUG").is_ok() {
        for e in unit.english.item_range() {
            let p = unit.partner(Lang::English, e);
            eprintln!("E {} {:?} → {} ev {:.1} acc {:.2}", unit.english.words(unit.english.item(e).span), unit.english.item(e).kind, p.map_or("-", |p| unit.arabic.words(unit.arabic.item(p).span)), unit.evidence(Lang::English, e), unit.accident(Lang::English, e));
        }
        for a in &free {
            eprintln!("A free {} {:?}", unit.arabic.words(unit.arabic.item(*a).span), unit.arabic.side.readings.of(unit.arabic.item(*a).token as usize).iter().map(|r| unit.lexicon().spelling(r.id)).collect::<Vec<_>>());
        }
    }
    let mut denials: Option<Pairing> = None;
    let mut found: Vec<(f32, u32, u32)> = Vec::new();
    for e in unit.english.item_range() {
        if VAGUE.contains(&unit.english.folded(unit.english.item(e).token as usize)) {
            continue;
        }
        if free.is_empty() || !is_word(unit.english.item(e).kind) || unit.partner(Lang::English, e).is_some() {
            continue;
        }
        let word = Word::new(unit, e);
        for &a in &free {
            let Some(odds) = word.opposes(unit, a) else { continue };
            let denials = denials.get_or_insert_with(|| Pairing::new(unit, cues(unit, Lang::English), cues(unit, Lang::Arabic)));
            if is_explained(unit, denials, e, a) {
                continue;
            }
            let odds = odds + place(unit, e, a) + surprise(unit, e, a) - if word.stands(unit) { 0.9 } else { 0.0 };
            found.push((odds, e, a));
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut used: Vec<(u32, u32)> = Vec::new();
    for (odds, e, a) in found {
        if used.iter().all(|(x, y)| *x != e && *y != a) {
            used.push((e, a));
            notes.push(note(unit, e, a, odds));
        }
    }
}

/// Words that mean too much, alone or with a verb, to have an opposite.
const VAGUE: [&str; 22] = ["over", "out", "up", "back", "off", "hand", "like", "well", "further", "each", "any", "either", "other", "anything", "anyone", "should", "can", "may", "today", "none", "all", "some"];

/// Numbers take part for `first` and `few`.
fn is_word(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Word | ItemKind::Quantity(_))
}

/// An English word without counterpart.
struct Word {
    concepts: Vec<ConceptId>,
    main: Vec<FormId>,
    /// What it denies by its form: `clear` of `unclear`.
    positive: Vec<ConceptId>,
    light: bool,
}

impl Word {
    fn new(unit: &Unit, e: u32) -> Self {
        let token = unit.english.item(e).token as usize;
        let lexicon = unit.lexicon();
        let concepts: Vec<ConceptId> = unit.english.side.readings.of(token).iter().map(|r| r.id).collect();
        let main = concepts.iter().flat_map(|c| lexicon.arabic_forms(*c).take(MAIN)).collect();
        let folded = unit.english.folded(token);
        let positive = positive(unit, folded).map_or(Vec::new(), |p| lexicon.whole(Lang::English, p));
        Self { concepts, main, positive, light: words::is_light(Lang::English, folded) }
    }

    /// Log odds that Arabic item `a` says the opposite, before its place counts; `None` when it does not.
    fn opposes(&self, unit: &Unit, a: u32) -> Option<f32> {
        let lexicon = unit.lexicon();
        let forms: Vec<FormId> = unit.arabic.side.readings.of(unit.arabic.item(a).token as usize).iter().map(|r| r.id).collect();
        let means = |concepts: &[ConceptId]| concepts.iter().any(|c| lexicon.arabic_forms(*c).any(|f| forms.contains(&f)));
        if means(&self.concepts) {
            return None;
        }
        let tables: Vec<_> = self.concepts.iter().filter_map(|c| table::of_concept(*c)).collect();
        if tables.iter().any(|t| forms.iter().any(|f| t.own.contains(f))) {
            return None;
        }
        let listed = tables.iter().any(|t| forms.iter().any(|f| t.other.contains(f)));
        let related = || self.main.iter().any(|m| forms.iter().any(|f| table::are_opposite(*m, *f)));
        let derived = || means(&self.positive);
        let kindred = || tables.iter().flat_map(|t| &t.concepts).any(|c| lexicon.arabic_forms(*c).take(8).any(|f| forms.contains(&f)));
        let odds = if listed {
            -0.4
        } else if kindred() {
            -2.0
        } else if derived() {
            -2.2
        } else if related() {
            -2.7
        } else {
            return None;
        };
        Some(odds - if self.light { 1.2 } else { 0.0 })
    }

    /// Whether one of its equivalents stands in the bead all the same, where it answers for another word.
    fn stands(&self, unit: &Unit) -> bool {
        let lexicon = unit.lexicon();
        unit.arabic.item_range().any(|a| {
            let token = unit.arabic.item(a).token as usize;
            unit.arabic.side.readings.of(token).iter().any(|r| self.concepts.iter().any(|c| lexicon.arabic_forms(*c).any(|f| f == r.id)))
        })
    }
}

/// Whether a denial makes an opposite right (`not open` is `closed`), or is one of the two words itself.
fn is_explained(unit: &Unit, denials: &Pairing, e: u32, a: u32) -> bool {
    let governed = |lang: Lang, item: u32| {
        let token = unit.view(lang).item(item).token as usize;
        let within = |c: &Cue| (c.first..=c.last).contains(&token);
        let cues = denials.cues(lang);
        let particle = cues.iter().any(|c| within(c) && (c.strength == Strength::Firm || c.first < c.last));
        let own = cues.iter().any(|c| within(c) && denials.is_answered(lang, c));
        let adjective = |c: &Cue| c.strength == Strength::Soft && (unit.view(lang).folded(c.first).ends_with("ly") || positive(unit, unit.view(lang).folded(c.first)).is_some());
        let odd = cues.iter().filter(|c| c.strength >= Strength::Soft && !within(c) && !adjective(c) && c.heads.iter().take(2).any(|h| *h == item)).count() % 2 == 1;
        let alone = denials.unanswered(lang).any(|c| c.heads.contains(&item));
        (particle || own, odd, alone)
    };
    let (english, arabic) = (governed(Lang::English, e), governed(Lang::Arabic, a));
    english.0 || arabic.0 || english.1 != arabic.1 || english.2 != arabic.2
}

/// What the places of the words around say about whether `e` and `a` stand in the same slot, in nats.
fn place(unit: &Unit, e: u32, a: u32) -> f32 {
    let distance = |lang: Lang, item: u32, other: u32| {
        let range = unit.view(lang).item_range();
        let near = item.saturating_sub(NEIGHBOURS).max(range.start)..(item + NEIGHBOURS + 1).min(range.end);
        near.filter(|i| *i != item).filter_map(|i| Some(unit.partner(lang, i)?.abs_diff(other))).min()
    };
    match (distance(Lang::English, e, a), distance(Lang::Arabic, a, e)) {
        (Some(x), Some(y)) => match x.max(y) {
            0..=1 => 1.2,
            2..=3 => 0.5,
            4..=6 => -0.4,
            _ => -1.0,
        },
        (Some(x), None) | (None, Some(x)) if x > 3 => -0.4,
        _ => 0.0,
    }
}

/// The surer both words should have been found, the more it says that neither was.
fn surprise(unit: &Unit, e: u32, a: u32) -> f32 {
    let missed = |p1: f32| -(1.0 - p1.min(0.98)).ln();
    0.3 * missed(unit.english.item(e).p1) + 0.5 * missed(unit.arabic.item(a).p1)
}

fn note(unit: &Unit, e: u32, a: u32, odds: f32) -> Note {
    let (english, arabic) = (unit.english.item(e).span, unit.arabic.item(a).span);
    let spans = [(Lang::English, english), (Lang::Arabic, arabic)];
    let words = |lang: Lang| spans.iter().find(|s| s.0 == lang).map_or("", |s| unit.view(lang).words(s.1)).to_owned();
    let (expected, found) = (words(unit.source()), words(unit.source().other()));
    let message = format!("“{found}” in the translation means the opposite of “{expected}” in the source.");
    Note { english: Some(english), arabic: Some(arabic), expected, found, message, odds, kind: Some(Kind::Mistranslated), severity: None }
}
