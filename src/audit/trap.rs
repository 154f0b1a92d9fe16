//! Words of two meanings: the one that the sentence calls for, and the Arabic of the other one.
//!
//! `sense.tsv` lists, for a word and one of its senses, other words of the sentence that tell this sense, its Arabic, and the Arabic
//! that renders another sense of the word, or another word that looks like it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::facing::{facing, item_at, partner_token};
use super::unit::{Note, Unit, View};
use crate::lang::token::Capital;
use crate::lang::{Lang, arabic, english, fold};
use crate::span::Span;

/// One sense of one word.
struct Trap {
    /// What it means here.
    sense: String,
    /// Words that say so; none where the other sense is hardly ever meant.
    cues: Vec<String>,
    /// Its Arabic.
    own: Vec<Vec<String>>,
    /// The Arabic of the other sense.
    other: Vec<Vec<String>>,
    /// The other sense.
    other_sense: String,
}

static TRAPS: LazyLock<HashMap<String, Vec<Trap>>> = LazyLock::new(|| {
    let mut traps: HashMap<String, Vec<Trap>> = HashMap::new();
    for line in include_str!("../lexicon/data/sense.tsv").lines().filter(|l| !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [word, sense, cues, own, other, other_sense] = columns[..] else { continue };
        let forms = |list: &str| list.split_whitespace().map(|f| f.split('_').map(|w| fold::arabic(w).into_owned()).collect()).collect();
        traps.entry(word.to_owned()).or_default().push(Trap {
            sense: sense.to_owned(),
            cues: cues.split_whitespace().filter(|c| *c != "-").map(str::to_owned).collect(),
            own: forms(own),
            other: forms(other),
            other_sense: other_sense.to_owned(),
        });
    }
    traps
});

/// Words of the source and target that are traps, with what is in them.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let mut sides: Option<(HashSet<String>, Vec<HashSet<String>>)> = None;
    for token in unit.english.token_range() {
        let Some(traps) = traps_of(unit.english.folded(token)) else { continue };
        if is_name(&unit.english, unit, token) {
            continue;
        }
        let (words, cores) = sides.get_or_insert_with(|| (lemmas(&unit.english), cores(&unit.arabic)));
        notes.extend(note(unit, token, traps, words, cores));
    }
}

fn traps_of(word: &str) -> Option<&'static [Trap]> {
    if let Some(traps) = TRAPS.get(word) {
        return Some(traps);
    }
    let mut found: Option<&[Trap]> = None;
    // Endings that make another word (`miner`) are not taken off, and those of verbs from verbs only.
    let (plural, verbal) = (word.ends_with('s'), word.ends_with("ed") || word.ends_with("ing"));
    if plural || verbal {
        english::lemmas(word, &mut |lemma| {
            let fits = |traps: &&'static Vec<Trap>| plural || traps.iter().all(|t| t.sense.starts_with("to "));
            found = found.or_else(|| TRAPS.get(lemma).filter(fits).map(Vec::as_slice));
        });
    }
    found
}

fn note(unit: &Unit, token: usize, traps: &[Trap], words: &HashSet<String>, cores: &[HashSet<String>]) -> Option<Note> {
    let partner = item_at(&unit.english, token).and_then(|e| partner_token(unit, Lang::English, e));
    let told = |trap: &Trap| trap.cues.iter().filter(|c| words.contains(*c)).count();
    for trap in traps {
        let cues = told(trap);
        if cues == 0 && !trap.cues.is_empty() || trap.own.iter().any(|form| places(form, cores).next().is_some()) {
            continue;
        }
        let Some((form, first)) = trap.other.iter().find_map(|form| places(form, cores).map(|at| (form, at + unit.arabic.tokens.0)).find(|(_, at)| meets(unit, token, partner, *at))) else {
            continue;
        };
        // The sentence speaks of both senses.
        if traps.iter().any(|other| !std::ptr::eq(other, trap) && other.own.contains(form) && told(other) >= cues) {
            continue;
        }
        let odds = match cues {
            0 => 0.8,
            1 => 0.7,
            2 => 1.2,
            _ => 1.6,
        };
        return Some(describe(unit, token, first, first + form.len() - 1, trap, odds));
    }
    None
}

/// Whether the Arabic word at token `at` stands for the English word at `token`: nothing else asks for either.
fn meets(unit: &Unit, token: usize, partner: Option<usize>, at: usize) -> bool {
    if partner.is_some_and(|p| p != at) {
        return false;
    }
    let asked = item_at(&unit.arabic, at).and_then(|a| partner_token(unit, Lang::Arabic, a));
    if asked.is_some_and(|t| t != token) {
        return false;
    }
    partner == Some(at) || facing(unit, Lang::English, token, token).is_none_or(|place| place.contains(&at))
}

fn describe(unit: &Unit, token: usize, first: usize, last: usize, trap: &Trap, odds: f32) -> Note {
    let english = unit.english.side.tokens.span(token, token);
    let arabic = unit.arabic.side.tokens.span(first, last);
    let shown = |view: &View, span: Span| view.words(span).to_owned();
    let (e, a) = (shown(&unit.english, english), shown(&unit.arabic, arabic));
    let message = format!("'{e}' is here {}; {a} means {}.", trap.sense, trap.other_sense);
    let right = trap.own.first().map_or(String::new(), |words| words.join(" "));
    let (expected, found) = if unit.source() == Lang::English { (format!("{e} ({right})"), a) } else { (a, e) };
    Note { english: Some(english), arabic: Some(arabic), expected, found, message, odds, kind: None, severity: None }
}

/// Where `form` stands, counted from the first token of the side.
fn places<'a>(form: &'a [String], cores: &'a [HashSet<String>]) -> impl Iterator<Item = usize> + 'a {
    (0..(cores.len() + 1).saturating_sub(form.len())).filter(move |i| form.iter().zip(&cores[*i..]).all(|(word, core)| core.contains(word)))
}

/// Whether token `i` is the name of somebody or something: `Bill`, `China`.
fn is_name(view: &View, unit: &Unit, i: usize) -> bool {
    view.side.tokens.get(i).is_some_and(|t| t.capital != Capital::Lower) && view.side.readings.of(i).iter().any(|r| r.length == 1 && unit.lexicon().class(r.id).is_name())
}

fn lemmas(view: &View) -> HashSet<String> {
    let mut words = HashSet::new();
    for i in view.token_range() {
        english::lemmas(view.folded(i), &mut |lemma| {
            words.insert(lemma.to_owned());
        });
    }
    words
}

fn cores(view: &View) -> Vec<HashSet<String>> {
    view.token_range()
        .map(|i| {
            let mut cores = HashSet::new();
            arabic::cores(view.folded(i), &mut |core, _| {
                cores.insert(core.to_owned());
            });
            cores
        })
        .collect()
}
