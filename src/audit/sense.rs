//! Rule wrong-sense: a word that is translated in a sense that it does not have here, or by a word that means something else.
//!
//! Two kinds of evidence. [`super::trap`] knows words of two meanings. This file looks at what is left over: a word whose every
//! reading is unaccounted for, facing an Arabic word that accounts for nothing, in a sentence that is otherwise explained, where the
//! lexicon knows both words well and nothing connects them.

use std::cmp::Ordering;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::clearer::{PRONOUNS, is_who_was_named};
use super::coverage::frequency;
use super::facing::is_mostly_glued;
use super::polarity::cue::{Strength, cues};
use super::unit::{Note, Unit, View};
use super::verb;
use super::{echo, misread, trap};
use crate::anchor::name::acronym::may_spell;
use crate::evidence::item::{Item, Kind};
use crate::lang::arabic::without_conjunction;
use crate::lang::token::Capital;
use crate::lang::{Lang, denial};
use crate::lexicon::kinship::{Arabic, English, kinship};
use crate::lexicon::words;

/// Kinship from which on two words may be synonyms that the lexicon does not list.
const KIN: f32 = 0.25;
/// What a kinship of 1 would take from the log odds. That either word is akin to another one nearby says nothing: of leftovers that
/// readers labelled, as many were errors where it was so as where it was not.
const NEARER: f32 = 8.0;
/// Items on either side that count as the surroundings.
const NEAR: u32 = 3;

/// Traps, and leftovers that face each other.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let start = notes.len();
    trap::check(unit, notes);
    misread::check(unit, notes);
    for note in leftovers(unit) {
        if !notes[start..].iter().any(|known| known.is_on_same_english(&note) || known.is_on_same_arabic(&note)) {
            notes.push(note);
        }
    }
}

/// Two leftovers that face each other.
#[derive(Clone, Copy, Debug)]
struct Pair {
    english: u32,
    arabic: u32,
    /// Other leftovers in the surroundings of both.
    free: u32,
    /// Pairs that are accounted for, near both.
    witnesses: usize,
    /// Whether one of them is next to both.
    beside: bool,
    /// Whether the Arabic word stands between what accounts for the English words on either side.
    between: bool,
    /// Whether each is a verb beside the same subject: behind it in English, before it in Arabic.
    verbs: bool,
}

/// A pair that may be reported. Kinship is only walked to for those that may come next: few sentences have more than one, and what
/// is known of a free translation is known from its first three.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    pair: Pair,
    /// Log odds that a reviser would agree; before its kinship is known, what they are at most.
    odds: f32,
    is_sure: bool,
}

fn leftovers(unit: &Unit) -> Vec<Note> {
    let shares = [Lang::English, Lang::Arabic].map(|lang| accounted(unit, lang));
    let explained = shares[0].min(shares[1]);
    if explained < 0.4 || is_mostly_glued(unit) {
        return Vec::new();
    }
    let mut kin = Kin { unit, english: FxHashMap::default(), arabic: FxHashMap::default() };
    let candidates: Vec<Candidate> = pairs(unit).into_iter().filter_map(|pair| Candidate::new(unit, pair, explained)).collect();
    // Those that are not shown matter only beside one that is.
    let shown = likeliest(&mut kin, &candidates, LEAST.max(unit.context.least.min(UNSHOWN)));
    // A sentence with many of them is a free translation, or one that the lexicon does not know.
    if shown.is_empty() || shown.len() > FEW {
        return Vec::new();
    }
    let taken = likeliest(&mut kin, &candidates, LEAST);
    if taken.len() > FEW {
        return Vec::new();
    }
    let anaphoric = |e: u32| is_who_was_named(unit, (e, e + 1));
    taken
        .iter()
        .filter(|c| !is_turned(unit, c.pair) && !anaphoric(c.pair.english))
        .map(|c| Note { leftover: true, ..in_its_place(unit, c.pair.english, c.pair.arabic, c.odds) })
        .collect()
}

/// The likeliest pairs with log odds of at least `least`, each word in one of them; of more than a few, only so many as tell that.
fn likeliest(kin: &mut Kin, candidates: &[Candidate], least: f32) -> Vec<Candidate> {
    let mut open: Vec<Candidate> = candidates.iter().filter(|c| c.odds >= least).copied().collect();
    let mut taken: Vec<Candidate> = Vec::new();
    while let Some((at, &best)) = open.iter().enumerate().max_by(|a, b| a.1.before(b.1)).filter(|_| taken.len() <= FEW) {
        if best.is_sure {
            taken.push(best);
            open.retain(|c| c.pair.english != best.pair.english && c.pair.arabic != best.pair.arabic);
            continue;
        }
        match odds(kin, &best, least) {
            Some(odds) => open[at] = Candidate { odds, is_sure: true, ..best },
            None => drop(open.swap_remove(at)),
        }
    }
    taken
}

/// Whether the English word stands right behind a denial, and the Arabic one does not: `don't forget` is `remember`.
fn is_turned(unit: &Unit, pair: Pair) -> bool {
    /// How far, in tokens, a denial stands before what it denies.
    const BEFORE: usize = 4;
    let view = &unit.english;
    let token = view.item(pair.english).token as usize;
    let facing = unit.arabic.item(pair.arabic).token as usize;
    let before = view.before(token, 2);
    let gap = |t: usize| (t + 1..token).all(|b| words::is_function(Lang::English, view.folded(b)) || view.folded(b).ends_with("ly"));
    before.into_iter().any(|t| denial::denies_clause(view.folded(t)) && gap(t))
        && !cues(unit, Lang::Arabic).iter().any(|cue| cue.strength == Strength::Firm && (cue.first..cue.last + BEFORE).contains(&facing))
}

fn accounted(unit: &Unit, lang: Lang) -> f32 {
    let items = unit.view(lang).item_range();
    items.clone().filter(|i| unit.partner(lang, *i).is_some()).count() as f32 / items.len().max(1) as f32
}

/// The pairs of leftovers that face each other.
fn pairs(unit: &Unit) -> Vec<Pair> {
    let open = |lang: Lang| -> Vec<u32> {
        let view = unit.view(lang);
        view.item_range()
            .filter(|i| unit.partner(lang, *i).is_none() && is_content(lang, view, view.item(*i)))
            .filter(|i| !unit.is_linked(lang, *i) && !unit.context.elsewhere(lang, *i))
            .collect()
    };
    let english = open(Lang::English);
    let arabic = if english.is_empty() { Vec::new() } else { open(Lang::Arabic) };
    let mut pairs = Vec::new();
    for &e in &english {
        for &a in &arabic {
            pairs.extend(pair(unit, e, a));
        }
    }
    pairs
}

fn pair(unit: &Unit, english: u32, arabic: u32) -> Option<Pair> {
    let place = |lang: Lang, i: u32| {
        let items = unit.view(lang).item_range();
        ((i - items.start) as f32 + 0.5) / items.len() as f32
    };
    if (place(Lang::English, english) - place(Lang::Arabic, arabic)).abs() >= 0.3 {
        return None;
    }
    if is_denied(unit, arabic)
        || is_subject_of_a_pronoun(unit, arabic)
        || says_what_a_name_is(unit, english, arabic)
        || is_part_of_a_name(unit, arabic)
        || is_at_the_hands(unit, arabic)
        || echo::is_spelled_out(unit, arabic)
        || echo::is_done_again(unit, english, arabic)
    {
        return None;
    }
    let verbs = english > unit.english.items.0 && unit.partner(Lang::English, english - 1) == Some(arabic + 1);
    let outside = if verbs { 0 } else { outside(unit, english, arabic) };
    if outside > 1 {
        return None;
    }
    let items = unit.english.item_range();
    let around = english.saturating_sub(2).max(items.start)..(english + 3).min(items.end);
    let links = || around.clone().filter_map(|e| Some((e.abs_diff(english), unit.partner(Lang::English, e)?.abs_diff(arabic))));
    let witnesses = links().filter(|(_, a)| *a <= 2).count();
    let beside = links().any(|(e, a)| e <= 1 && a <= 1);
    let free_near = |lang: Lang, i: u32| {
        let items = unit.view(lang).item_range();
        let near = i.saturating_sub(NEAR).max(items.start)..(i + NEAR + 1).min(items.end);
        near.filter(|k| *k != i && unit.partner(lang, *k).is_none()).count() as u32
    };
    let free = free_near(Lang::English, english) + free_near(Lang::Arabic, arabic);
    (witnesses > 0 && free <= 4).then_some(Pair { english, arabic, free, witnesses, beside, between: outside == 0, verbs })
}

/// Whether the Arabic word only marks who did it: على يد البحرين, بأيدي مسلحين, من جانب الشرطة.
fn is_at_the_hands(unit: &Unit, arabic: u32) -> bool {
    let view = &unit.arabic;
    let token = view.item(arabic).token as usize;
    match view.folded(token) {
        "يد" | "ايدي" | "يدي" => view.folded_at(token.wrapping_sub(1)) == "علي",
        "بيد" | "بايدي" => true,
        "قبل" | "جانب" | "طرف" | "لدن" => view.folded_at(token.wrapping_sub(1)) == "من",
        _ => false,
    }
}

/// Whether a denial stands before the Arabic word: with it, it may mean the English one (لا يتصل for `isolated`).
fn is_denied(unit: &Unit, arabic: u32) -> bool {
    let token = unit.arabic.item(arabic).token as usize;
    let denies = |n: usize| {
        let word = unit.arabic.folded_at(token.wrapping_sub(n));
        denial::denies(word)
    };
    denies(1) || denies(2)
}

/// Whether the Arabic word follows a verb whose subject is a pronoun in English (`he also said`, قال دالي): it says who that is.
fn is_subject_of_a_pronoun(unit: &Unit, arabic: u32) -> bool {
    let Some(before) = arabic.checked_sub(1).filter(|i| *i >= unit.arabic.items.0) else { return false };
    let next_to = unit.arabic.item(before).token + 1 == unit.arabic.item(arabic).token;
    let Some(verb) = unit.partner(Lang::Arabic, before).filter(|_| next_to).map(|e| unit.english.item(e).token as usize) else {
        return false;
    };
    unit.english.before(verb, 2).any(|t| PRONOUNS.contains(&unit.english.folded(t)))
}

/// Whether the Arabic word only says what the name after it is (متاجر ألدي for `Aldi`); the English word stands apart from that name.
fn says_what_a_name_is(unit: &Unit, english: u32, arabic: u32) -> bool {
    let next = arabic + 1;
    if next >= unit.arabic.items.1 || unit.arabic.item(next).token != unit.arabic.item(arabic).token + 1 {
        return false;
    }
    let Some(name) = unit.partner(Lang::Arabic, next) else { return false };
    let capital = unit.english.side.tokens.get(unit.english.item(name).token as usize).map(|t| t.capital);
    capital.is_some_and(|c| c != Capital::Lower) && name.abs_diff(english) > 2
}

/// Whether the Arabic word stands beside part of a name of which another part is unaccounted for: سوك for the second half of `Min-suk`.
fn is_part_of_a_name(unit: &Unit, arabic: u32) -> bool {
    let (view, items) = (&unit.english, unit.english.item_range());
    let token = |i: u32| view.item(i).token as usize;
    let is_open = |i: u32, name: u32| {
        let near = items.contains(&i) && token(i).abs_diff(token(name)) <= 2;
        near && unit.partner(Lang::English, i).is_none() && (view.is_capital(token(i)) || is_compounded(view, token(i)))
    };
    let beside = [arabic.checked_sub(1), Some(arabic + 1)];
    let names = beside.into_iter().flatten().filter(|a| unit.arabic.item_range().contains(a));
    names
        .filter_map(|a| unit.partner(Lang::Arabic, a))
        .filter(|e| view.is_capital(token(*e)))
        .any(|e| is_open(e + 1, e) || is_open(e.wrapping_sub(1), e))
}

/// How far the Arabic word stands outside of what accounts for the English words on either side: an adjective follows its noun.
fn outside(unit: &Unit, english: u32, arabic: u32) -> u32 {
    let (items, there) = (unit.english.item_range(), unit.arabic.item_range());
    let left = (items.start..english).rev().find_map(|e| unit.partner(Lang::English, e)).unwrap_or(there.start);
    let right = (english + 1..items.end).find_map(|e| unit.partner(Lang::English, e)).unwrap_or(there.end);
    let (first, last) = (left.min(right), left.max(right));
    first.saturating_sub(arabic).max(arabic.saturating_sub(last))
}

/// Whether an item is a word of a claim that the lexicon knows: no name, number, unit, nor a word that says little.
fn is_content(lang: Lang, view: &View, item: &Item) -> bool {
    let token = item.token as usize;
    let readings = view.side.readings.of(token);
    let folded = view.folded(token);
    if item.kind != Kind::Word || item.p1 < 0.55 || words::stands_light(&view.side.tokens, token) || readings.is_empty() {
        return false;
    }
    match lang {
        // A capital within a sentence is that of a name or a title.
        Lang::English if view.is_capital(token) && !starts(view, token) => false,
        // What a word of a set phrase means by itself is not said.
        Lang::English if readings.iter().any(|r| r.length > 1) => false,
        Lang::English => {
            view.words(item.span).is_ascii() && !is_compounded(view, token) && !folded.ends_with("ly") && readings.iter().all(|r| r.telling)
        }
        // `إس` is a letter before it is myrtle.
        Lang::Arabic => {
            let letter = folded.chars().count() < 4 && may_spell(folded);
            !letter && !words::stands_kind(&view.side.tokens, token) && readings.iter().all(|r| r.telling)
        }
    }
}

/// Whether a hyphen joins token `t` to another word: `pre-trial`, `right-hander`; what that means stands under neither.
fn is_compounded(view: &View, t: usize) -> bool {
    view.follows(t, &["-"]) && view.is_tight(t - 1) || view.precedes(t, &["-"])
}

/// Whether a sentence or a quotation starts at `token`.
fn starts(view: &View, token: usize) -> bool {
    token == view.tokens.0 || matches!(view.folded(token - 1), "." | "!" | "?" | ":" | "\"")
}

/// Log odds below which a finding is of no use to anybody.
const LEAST: f32 = -0.4;
/// Log odds below which a finding that is not shown covers no other either.
const UNSHOWN: f32 = -0.01;
/// Leftovers that a sentence may have.
const FEW: usize = 2;

/// What that is worth for a word of the middle.
const KNOWN: f32 = 3.74;

impl Candidate {
    /// What is known without a walk; `None` for pairs that nobody would agree with. The constants were chosen by hand on the leftovers
    /// of clean pairs of news and health, of which about 1 in 40 is reported, and on labelled errors of news: fitting them to 393 labelled
    /// leftovers tells right from wrong no better in sentences that were left out.
    fn new(unit: &Unit, pair: Pair, explained: f32) -> Option<Self> {
        let (e, a) = (unit.english.item(pair.english), unit.arabic.item(pair.arabic));
        // Surprise that a word known so well is not accounted for, in nats.
        let surprise = |p1: f32| -(1.0 - p1).max(0.02).ln();
        let (s_e, s_a) = (surprise(e.p1), surprise(a.p1));
        // A rare word has few synonyms, and one that is mostly found was lost.
        let known = 2.0 * e.p1 - 0.2 * frequency(unit, Lang::English, pair.english).ln() - KNOWN;
        let mut odds =
            0.2 + known + 2.2 * (s_e - 1.25).min(0.0) + 2.2 * (s_a - 1.25).min(0.0) + 0.5 * (s_e.min(s_a) - 1.25).clamp(0.0, 0.8);
        odds -= 0.15 * pair.free as f32 + 3.0 * (0.6 - explained).max(0.0);
        odds += if pair.witnesses > 1 { 0.3 } else { 0.0 };
        odds += if pair.beside { 0.1 } else { -0.1 };
        odds -= if pair.between { 0.0 } else { 0.8 };
        odds += if pair.verbs { 0.6 } else { 0.0 };
        odds += match (part(&unit.english, e), nominal(unit, a)) {
            (Part::Noun, Some(true)) | (Part::Verb, Some(false)) => 0.3,
            (Part::Noun, Some(false)) | (Part::Verb, Some(true)) => -1.2,
            _ => 0.0,
        };
        (odds >= LEAST).then_some(Self { pair, odds, is_sure: false })
    }

    /// Less than another that comes before it: the likelier first, those that are not sure before those that are, and in the order of
    /// the sentence.
    fn before(&self, other: &Self) -> Ordering {
        let place = |c: &Self| (c.is_sure, c.pair.english, c.pair.arabic);
        self.odds.total_cmp(&other.odds).then_with(|| place(other).cmp(&place(self)))
    }
}

/// Log odds of a candidate by the kinship of its words too; `None` where they are below `least`.
fn odds(kin: &mut Kin, candidate: &Candidate, least: f32) -> Option<f32> {
    let Candidate { pair, odds, .. } = candidate;
    if is_slip(kin.unit, pair) {
        return None;
    }
    let beyond = |own: f32| odds - NEARER * own;
    let too_near = |own: f32| own >= KIN || beyond(own) < least;
    let own = kin.of(pair.english, pair.arabic, &too_near);
    (!too_near(own)).then(|| beyond(own))
}

/// Whether the Arabic word means the English one but for ض and ظ, which are often taken for each other: انظم for انضم.
fn is_slip(unit: &Unit, pair: &Pair) -> bool {
    let word = unit.arabic.folded(unit.arabic.item(pair.arabic).token as usize);
    if !word.contains(['ض', 'ظ']) {
        return false;
    }
    let meant: String = word
        .chars()
        .map(|c| {
            if c == 'ض' {
                'ظ'
            } else if c == 'ظ' {
                'ض'
            } else {
                c
            }
        })
        .collect();
    let lexicon = unit.lexicon();
    let tokens = lexicon.tokens(Lang::Arabic, &meant);
    let readings = lexicon.read(&tokens);
    let concepts = unit.english.meanings(pair.english);
    readings.of(0).iter().any(|r| concepts.iter().any(|c| lexicon.arabic_forms(*c).any(|f| f == r.id)))
}

/// The neighbourhoods of the words of a unit, each made when it is first asked for.
struct Kin<'a, 'b> {
    unit: &'b Unit<'a>,
    english: FxHashMap<u32, Arc<English>>,
    arabic: FxHashMap<u32, Arc<Arabic>>,
}

impl Kin<'_, '_> {
    /// The kinship of two items, or as much of it as is `enough`.
    fn of(&mut self, english: u32, arabic: u32, enough: &impl Fn(f32) -> bool) -> f32 {
        let unit = self.unit;
        let lexicon = unit.lexicon();
        let e = self.english.entry(english).or_insert_with(|| lexicon.english_kin(&unit.english.meanings(english)));
        let a = self.arabic.entry(arabic).or_insert_with(|| lexicon.arabic_kin(&unit.arabic.meanings(arabic)));
        kinship(lexicon, e, a, enough)
    }
}

/// What kind of word stands at an English item, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Noun,
    Verb,
    Unknown,
}

fn part(view: &View, item: &Item) -> Part {
    const BEFORE_NOUN: [&str; 24] = [
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your", "no", "any", "every",
        "each", "some", "of", "another", "whose", "both", "such",
    ];
    const BEFORE_VERB: [&str; 38] = [
        "to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "he", "she", "they", "we", "it", "i", "you",
        "who", "which", "not", "didn't", "don't", "doesn't", "won't", "can't", "couldn't", "wouldn't", "has", "have", "had", "been", "was",
        "were", "is", "are", "be", "being", "'ll",
    ];
    let token = item.token as usize;
    let after = view.folded_at(token + 1);
    // `will normally cover`
    let mut words = (view.tokens.0..token).rev().map(|t| view.folded(t)).skip_while(|w| w.len() > 4 && w.ends_with("ly"));
    let (before, first) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let determined = matches!(after, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "him" | "them" | "that");
    let there = first == "there" && matches!(before, "is" | "are" | "was" | "were" | "been");
    if there || BEFORE_NOUN.contains(&before) || after == "of" {
        Part::Noun
    } else if BEFORE_VERB.contains(&before) || determined && view.folded(token).ends_with("ed") {
        Part::Verb
    } else {
        Part::Unknown
    }
}

/// Whether an Arabic word is a noun or an adjective, as far as its spelling tells: `Some(false)` for a verb.
fn nominal(unit: &Unit, item: &Item) -> Option<bool> {
    let view = &unit.arabic;
    let folded = view.folded(item.token as usize);
    let shown = view.words(item.span);
    let bare = without_conjunction(folded);
    let article = ["ال", "لل", "بال", "كال"].iter().any(|p| bare.starts_with(p));
    if article || folded.ends_with('ه') || shown.ends_with(['ة', 'ً']) || shown.ends_with("ًا") {
        return Some(true);
    }
    let verb = bare.strip_prefix('س').unwrap_or(bare).starts_with(['ي', 'ت']);
    if verb {
        return Some(false);
    }
    (!verb::is_form(unit, item.token as usize, true)).then_some(true)
}

/// That the word of Arabic item `arabic` stands where English item `english` should, and does not mean it.
pub(super) fn in_its_place(unit: &Unit, english: u32, arabic: u32, odds: f32) -> Note {
    let (e, a) = (unit.english.item(english), unit.arabic.item(arabic));
    let (english, arabic) = (unit.english.words(e.span), unit.arabic.words(a.span));
    let renderings = renderings(unit, e);
    let meaning = gloss(unit, a);
    let message = match (unit.source(), meaning) {
        (Lang::English, Some(meaning)) => format!("“{english}”{renderings} has no counterpart; “{arabic}” in its place means “{meaning}”."),
        (Lang::Arabic, Some(meaning)) => {
            format!("“{arabic}” means “{meaning}” and has no counterpart; “{english}”{renderings} stands in its place.")
        }
        (_, None) => format!("“{english}”{renderings} and “{arabic}” face each other, but neither means the other."),
    };
    Note { message, odds, ..unit.quoted(Some(e.span), Some(a.span)) }
}

/// Two Arabic forms of an English item: ` (حذر، أنذر)`.
fn renderings(unit: &Unit, item: &Item) -> String {
    let lexicon = unit.lexicon();
    let token = item.token as usize;
    let length = unit.english.folded(token).len();
    // `paintings` are nearer to `painting` than to `paint`.
    let left = |id: u32| std::cmp::Reverse(length.abs_diff(lexicon.name(id).len()));
    let better = |a: &u32, b: &u32| left(*a).cmp(&left(*b)).then(lexicon.concept_p1(*a).total_cmp(&lexicon.concept_p1(*b)));
    let best = unit.english.side.readings.of(token).iter().map(|r| r.id).max_by(better);
    let forms: Vec<&str> = best.map_or(Vec::new(), |id| lexicon.arabic_forms(id).take(2).map(|f| lexicon.spelling(f)).collect());
    if forms.is_empty() { String::new() } else { format!(" ({})", forms.join("، ")) }
}

/// The English concept that says best what an Arabic item means: one that lists it early, is common and often found again, and leaves
/// few letters of the word over.
pub(super) fn gloss<'a>(unit: &'a Unit, item: &Item) -> Option<&'a str> {
    /// What a place further down in an entry, a letter that is left over, and a place ten times as far down in the lexicon, which is
    /// in the order of how common words are, take from a gloss.
    const COSTS: [f32; 3] = [0.08, 0.2, 0.15];
    let lexicon = unit.lexicon();
    let token = item.token as usize;
    let readings = unit.arabic.side.readings.of(token);
    let longest = readings.first()?.length;
    let concepts = readings.iter().filter(|r| r.length == longest).flat_map(|r| lexicon.concepts_of(r.id).map(|c| (r.id, c)));
    let letters = |word: &str| word.chars().count() as f32;
    // Conjunctions and the article belong to no word.
    let word = unit.arabic.folded(token);
    let joined = without_conjunction(word);
    let bare = ["ال", "بال", "لل"].iter().find_map(|p| joined.strip_prefix(p)).unwrap_or(joined);
    let rank = |form: u32, concept: u32| lexicon.arabic_forms(concept).position(|f| f == form).unwrap_or(9) as f32;
    let left = |form: u32| {
        let over = |word: &str| (letters(word) - letters(lexicon.folded(form))).abs();
        if longest > 1 { 0.0 } else { over(word).min(over(joined)).min(over(bare)) }
    };
    let score = |(form, concept): (u32, u32)| {
        let rarity = (concept as f32 + 1.0).log10();
        lexicon.concept_p1(concept) - COSTS[0] * rank(form, concept) - COSTS[1] * left(form) - COSTS[2] * rarity
    };
    concepts.max_by(|x, y| score(*x).total_cmp(&score(*y)).then(y.1.cmp(&x.1))).map(|(_, c)| lexicon.name(c))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    const RULE: &str = "wrong-sense";

    #[test]
    fn leftovers_that_face_each_other_are_found() {
        for (english, arabic) in [
            ("Doctors detained the suspect near the border.", "قتل الأطباء المشتبه به قرب الحدود."),
            ("The company sold its ships to a French bank.", "باعت الشركة خيولها إلى بنك فرنسي."),
            ("Farmers in the north lost their tractors in the flood.", "فقد المزارعون في الشمال كتبهم في الفيضان."),
        ] {
            let found = findings(RULE, english, arabic);
            assert_eq!(found.len(), 1, "{english}");
            assert!(found[0].source.is_some() && found[0].target.is_some(), "{english}");
        }
    }

    #[test]
    fn synonyms_relatives_and_explanations_are_left_alone() {
        for (english, arabic) in [
            ("Bahrain beat Iraq on penalties in Muscat.", "ودع العراق البطولة على يد البحرين بركلات الترجيح في مسقط."),
            ("Officers found the icon in the boot of a car.", "ضبط موظفون الأيقونة في صندوق سيارة."),
            ("The party overtook the conservatives in the polls.", "بات الحزب متقدما على المحافظين في الاستطلاعات."),
            ("The captain set out from Muharraq with a crew of four.", "أبحر الربان من المحرق مع طاقم من أربعة."),
            ("Its supporters may vote as they see fit.", "ترك لمناصريه حرية الاختيار."),
            ("The mayor visited the mosque in the old town on Friday.", "زار رئيس البلدية الجامع في البلدة القديمة يوم الجمعة."),
            ("Nokia has bitten the bullet and closed its last factory.", "تجرعت نوكيا الدواء المر وأغلقت آخر مصانعها."),
            ("The fire spread through the pine forest on Monday.", "امتد الحريق في غابة الصنوبر يوم الاثنين."),
            ("Firefighters reached the village on Monday.", "وصل رجال الإطفاء إلى القرية يوم الاثنين."),
            ("Telephone lines were crippled by the storm.", "تعطلت خطوط الهاتف بسبب العاصفة."),
            ("He criticised the plan in a letter to the council.", "وانتقد الخطة في رسالة إلى المجلس."),
            ("The government will press ahead with the reform.", "ستمضي الحكومة قدما في الإصلاح."),
            ("It was a hard year for small shops.", "كانت سنة صعبة على المتاجر الصغيرة."),
            ("The singer joined the choir in 1995.", "انظمت المغنية إلى الجوقة في 1995."),
            ("The ministry set aside two million pounds for roads.", "خصصت الوزارة مليوني جنيه للطرق."),
            ("The council reallocated the prize to a pupil.", "أعاد المجلس منح الجائزة إلى تلميذة."),
            ("They press kilos of jeft, the residue of the olives, into bricks.", "يكبسون كيلوغرامات من الجفت في قوالب."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 0, "{english}");
        }
    }

    #[test]
    fn words_are_explained_by_what_they_mostly_mean() {
        for (english, arabic, told) in [
            (
                "Farmers in the north lost their tractors in the flood.",
                "فقد المزارعون في الشمال معداتهم في الفيضان.",
                "“tractors” (جرار، جرارات) has no counterpart; “معداتهم” in its place means “equipment”.",
            ),
            (
                "The museum lost its paintings in the fire.",
                "فقد المتحف كتله في الحريق.",
                "“paintings” (لوحة، لوحات) has no counterpart; “كتله” in its place means “mass”.",
            ),
        ] {
            assert_eq!(findings(RULE, english, arabic).into_iter().map(|f| f.message).collect::<Vec<_>>(), [told]);
        }
    }

    #[test]
    fn any_two_texts_are_taken() {
        for (english, arabic) in [("?", "؟"), ("a", "ب"), ("...", "كلمة"), ("Word", "…")] {
            findings(RULE, english, arabic);
        }
    }
}
