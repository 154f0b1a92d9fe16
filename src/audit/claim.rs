//! Rules dropped-claim and added-claim: part of a sentence that stands on one side only.

use std::cell::LazyCell;

use super::clearer::is_clearer;
use super::coverage::{Run, Side, runs, weight_of};
use super::echo;
use super::facing::is_mostly_glued;
use super::free::tempered;
use super::lost::{broken, lost};
use super::member;
use super::modifier;
use super::opposite;
use super::polarity::cue::{Cue, Strength, cues};
use super::polarity::word::Word;
use super::unit::{Note, Unit};
use crate::anchor::quantity::Quantity;
use crate::evidence::item::Kind;
use crate::finding::{Kind as Finding, Severity};
use crate::lang::Lang;
use crate::lang::denial::denies;
use crate::lang::skeleton::Skeleton;
use crate::lexicon::kinship::kinship;
use crate::lexicon::words;
use crate::span::Span;

/// Part of a source sentence without counterpart.
pub fn dropped(unit: &Unit, notes: &mut Vec<Note>) {
    alone(unit, unit.source(), notes);
    modifier::alone(unit, unit.source(), notes);
    member::left_out(unit, unit.source(), notes);
    if unit.source() == Lang::Arabic {
        lost(unit, notes);
    }
}

/// Part of a target sentence without counterpart.
pub fn added(unit: &Unit, notes: &mut Vec<Note>) {
    alone(unit, unit.source().other(), notes);
    modifier::alone(unit, unit.source().other(), notes);
    member::left_out(unit, unit.source().other(), notes);
    if unit.source() == Lang::English {
        broken(unit, notes);
    }
}

/// What one loose word takes from the log odds that a claim is missing.
const LOOSE: f32 = 0.8;
/// What it takes from the log odds that an English word is lost when a relative of it is left over in Arabic, for a kinship of 1.
const KIN: f32 = 1.9;
/// How far, in letters per letter, a name of three consonants at least may be from an Arabic word that nothing else explains.
const NEARLY: f32 = 0.25;
/// What it is worth that the English word belongs to the next one.
const MODIFIER: f32 = 0.6;
/// The same of a noun with a preposition: a circumstance is left out as a whole.
const CIRCUMSTANCE: f32 = 0.6;
/// Share of a stretch that stands nearby from which on it is taken to have moved there, and what less takes from its log odds.
const MOVED: f32 = 0.5;
const ELSEWHERE: f32 = 2.0;
/// What a denial takes from the log odds of a stretch that faces leftovers: by hand, for few good translations of a corpus say the opposite
/// of the opposite.
const DENIED: f32 = 1.2;
/// What it takes that the opposite of what is denied is left over.
const OPPOSITE: f32 = 3.0;
/// Log odds below which a stretch is not worth a note even to those who ask for all.
const LEAST: f32 = -3.0;

fn alone(unit: &Unit, lang: Lang, notes: &mut Vec<Note>) {
    if unit.is_one_sided() || is_mostly_glued(unit) {
        return;
    }
    let side = LazyCell::new(|| Side::new(unit, lang));
    let at_most = |run: &Run| if run.missing == 1 && is_place(unit, lang, run.items) { 0.8 } else { side.odds(run) };
    // A loose word is no claim, unless it names something; a phrase of one is.
    let is_loose = |run: &Run| {
        let words = unit.view(lang).side.tokens.within(run.span).len();
        let says = run.name || run.whole && words > 1 || is_place(unit, lang, run.items);
        run.items.1 - run.items.0 == 1 && !says
    };
    let is_word = |run: &Run| run.items.1 - run.items.0 == 1 && !run.name && is_plain_word(unit, lang, run.items.0);
    let least = LEAST.max(unit.context.least);
    let worth = |run: &Run| if is_word(run) { side.odds_of_word(run) + MODIFIER.max(CIRCUMSTANCE) >= least } else { at_most(run) >= least };
    for run in runs(unit, lang, worth) {
        let moved = moved(unit, lang, &run);
        let more = if !is_word(&run) {
            0.0
        } else if is_modifier(unit, run.items.0) {
            MODIFIER
        } else if run.whole && is_circumstance(unit, run.span) {
            CIRCUMSTANCE
        } else {
            0.0
        };
        let denied = denied(unit, lang, &run);
        // Of words that are akin to what is left over, `kin` says how much.
        let odds = |kin: f32| {
            let said = if is_word(&run) {
                side.odds_of_word(&run) - KIN * kin + more
            } else {
                at_most(&run) - if is_loose(&run) { LOOSE } else { 0.0 }
            };
            said - ELSEWHERE * moved - denied
        };
        if odds(0.0) < least || moved > MOVED {
            continue;
        }
        let odds = if is_word(&run) { odds(kin_left_over(unit, run.items.0, &|kin| odds(kin) < least)) } else { odds(0.0) };
        if odds < least
            || is_told_of_death(unit, lang, &run)
            || is_who_took_time(unit, lang, &run)
            || is_read_otherwise(unit, lang, &run)
            || is_of_another_rule(unit, lang, &run)
            || is_clearer(unit, lang, &run)
        {
            continue;
        }
        let whole = explained(unit, lang, &run, unit.without_counterpart(lang, run.span, odds));
        notes.push(if is_word(&run) {
            of_a_noun(unit, run.items.0, odds).unwrap_or(whole)
        } else if lang == unit.source() {
            whole
        } else {
            tempered(unit, whole)
        });
    }
}

/// Log odds at most that a reviser minds what a translator put in between commas to explain a name.
const EXPLAINED: f32 = 0.5;

/// `whole`, as it is worth where the words only explain a name to readers from abroad: `Baabda, the seat of the president,`. They are no
/// words of the source, and may be wrong, but most readers are glad of them.
fn explained(unit: &Unit, lang: Lang, run: &Run, whole: Note) -> Note {
    let view = unit.view(lang);
    let tokens = view.side.tokens.within(run.span);
    let comma = |t: usize| matches!(view.folded_at(t), "," | "،");
    let article = |t: usize| matches!(view.folded_at(t), "the" | "a" | "an");
    let comma_at = |t: usize| if comma(t) { Some(t) } else { Some(t.wrapping_sub(1)).filter(|before| article(t) && comma(*before)) };
    let starts =
        comma_at(tokens.start.wrapping_sub(1)).filter(|_| lang == Lang::Arabic || article(tokens.start) || article(tokens.start - 1));
    let ends = comma(tokens.end) || view.folded_at(tokens.end) == "." || tokens.end == view.tokens.1;
    let name = starts.and_then(|comma| view.item_at(comma.wrapping_sub(1)));
    let is_name = |i: u32| match lang {
        Lang::English => view.is_capital(view.item(i).token as usize),
        Lang::Arabic => super::clearer::is_named(unit, i),
    };
    let only = (run.items.0..run.items.1).all(|i| unit.partner(lang, i).is_none());
    if lang == unit.source() || !ends || !only || !name.is_some_and(is_name) {
        return whole;
    }
    Note { odds: whole.odds.min(EXPLAINED), severity: Some(Severity::Minor), ..whole }
}

/// That English word `i` is lost while the next one, to which it belongs, is there: `acute pneumonia`, of which only the pneumonia is.
fn of_a_noun(unit: &Unit, i: u32, odds: f32) -> Option<Note> {
    let view = &unit.english;
    let noun = i + 1;
    let folded = |i: u32| view.folded(view.item(i).token as usize);
    let is_verb = || folded(noun).ends_with("ed") || view.item(noun).kind != Kind::Word;
    let there = unit.partner(Lang::English, noun).filter(|_| is_modifier(unit, i) && !is_verb() && !folded(i).ends_with("ly"))?;
    let phrase = view.item(i).span.cover(view.item(noun).span);
    let quoted = unit.quoted(Some(phrase), Some(unit.arabic.item(there).span));
    let (word, expected, found) = (view.words(view.item(i).span), &quoted.expected, &quoted.found);
    let message = format!("“{word}” of “{expected}” has no counterpart; the translation has only “{found}”.");
    Some(Note { message, odds, kind: Some(Finding::Dropped), ..quoted })
}

/// Whether item `i` is an English word of the source that says something and is no name: whether one of those was lost is known better
/// than that of others.
fn is_plain_word(unit: &Unit, lang: Lang, i: u32) -> bool {
    let view = &unit.english;
    lang == Lang::English
        && unit.source() == Lang::English
        && !unit.is_glued()
        && view.item(i).kind == Kind::Word
        && !words::stands_light(&view.side.tokens, view.item(i).token as usize)
        && !is_place(unit, lang, (i, i + 1))
}

/// Whether English item `i` stands right before a word that is accounted for: `acute pneumonia`. A noun or a verb is more often said
/// in other words.
fn is_modifier(unit: &Unit, i: u32) -> bool {
    let view = &unit.english;
    let next = i + 1;
    next < view.items.1 && view.item(next).token == view.item(i).token + 1 && unit.partner(Lang::English, next).is_some()
}

/// Whether an English phrase tells how, when or where: `with tractors`.
fn is_circumstance(unit: &Unit, span: Span) -> bool {
    #[rustfmt::skip]
    const PREPOSITIONS: [&str; 16] = [
        "with", "in", "by", "on", "at", "from", "during", "after", "before", "under", "through", "without", "near", "against", "per", "amid",
    ];
    let view = &unit.english;
    let tokens = view.side.tokens.within(span);
    tokens.len() > 1 && PREPOSITIONS.contains(&view.folded_at(tokens.start))
}

/// How near the nearest Arabic word that is left over is to English item `i`, 0 to 1; or as much of it as is `enough`.
fn kin_left_over(unit: &Unit, i: u32, enough: &impl Fn(f32) -> bool) -> f32 {
    let (lexicon, view) = (unit.lexicon(), &unit.arabic);
    let english = lexicon.english_kin(&unit.english.meanings(i));
    let left = view.item_range().filter(|a| unit.partner(Lang::Arabic, *a).is_none()).map(|a| view.meanings(a));
    let mut nearest = 0.0_f32;
    for forms in left.filter(|forms| !forms.is_empty()) {
        nearest = nearest.max(kinship(lexicon, &english, &lexicon.arabic_kin(&forms), enough));
        if enough(nearest) {
            break;
        }
    }
    nearest
}

/// What is taken from the log odds of a run that holds a denial: much where the opposite of a word of it is left over, as صعبا for
/// `will not be easy`, less where it faces words that are left over, or one that denies by itself.
fn denied(unit: &Unit, lang: Lang, run: &Run) -> f32 {
    let view = &unit.english;
    if lang == Lang::Arabic || !view.side.tokens.within(run.span).any(|t| denies(view.folded(t))) {
        return 0.0;
    }
    let left = || unit.arabic.item_range().filter(|a| unit.partner(Lang::Arabic, *a).is_none());
    let is_turned = |e: u32| Word::new(unit, e).is_some_and(|word| left().any(|a| word.opposes(unit, a).is_some()));
    if (run.items.0..run.items.1).any(is_turned) {
        return OPPOSITE;
    }
    let denied = |cue: &Cue| {
        let items = unit.arabic.side.items_within(cue.first..cue.last + 1);
        cue.strength == Strength::Soft && items.into_iter().all(|i| unit.partner(Lang::Arabic, i as u32).is_none())
    };
    if run.facing > 0.0 || cues(unit, Lang::Arabic).iter().any(denied) { DENIED } else { 0.0 }
}

/// How much of what is missing stands in a nearby bead, by its evidence: 0 to 1. In a long stretch there is always a word or two.
fn moved(unit: &Unit, lang: Lang, run: &Run) -> f32 {
    let lost = || (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none());
    let found: f32 = lost().filter(|i| unit.context.elsewhere(lang, *i)).map(|i| weight_of(unit, lang, i)).sum();
    found / run.evidence.max(f32::MIN_POSITIVE)
}

/// Whether the lone word of death is said by an idiom: أودى بحياتهم, فارق الحياة.
fn is_told_of_death(unit: &Unit, lang: Lang, run: &Run) -> bool {
    lang == Lang::English && run.items.1 == run.items.0 + 1 && opposite::is_death_by_idiom(unit, run.items.0)
}

/// Whether a run is only whom something took so long, which is plain where it is said how long it took: `It took firefighters nine hours
/// to put out the blaze`, استغرق إخماد الحريق تسع ساعات.
fn is_who_took_time(unit: &Unit, lang: Lang, run: &Run) -> bool {
    const LASTED: [&str; 4] = ["استغرق", "يستغرق", "تستغرق", "ستستغرق"];
    let english = &unit.english;
    let at = |t: usize| english.folded_at(t);
    let it_took = |t: usize| matches!(at(t), "took" | "takes" | "take" | "taken") && (1..=3).any(|n| at(t.wrapping_sub(n)) == "it");
    let tokens = english.side.tokens.within(run.span);
    let lasted = |t: usize| LASTED.iter().any(|verb| unit.arabic.folded(t).trim_start_matches(['و', 'ف', 'س']).starts_with(verb));
    lang == Lang::English
        && run.items.1 - run.items.0 <= 2
        && !run.name
        && (1..=2).any(|n| tokens.start.checked_sub(n).is_some_and(it_took))
        && unit.arabic.token_range().any(lasted)
}

/// Whether a run is a name that Arabic has in a word which is read as another one: `Ali`, علي; or one that is a word too, where a sentence
/// begins and its capital says nothing: `Snow said`, قال سنو; or one whose Arabic sounds nearly like it.
fn is_read_otherwise(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let name = || english.folded(english.item(run.items.0).token as usize);
    let hides = |t: usize| words::hides_name(name(), arabic.folded(t), arabic.words(arabic.side.tokens.span(t, t)));
    let is_left = |i: u32| unit.partner(Lang::Arabic, i).is_none();
    // What is known as another word is the name only of one who speaks: `Snow fell` does not say سناء.
    let speaks = || matches!(english.folded_at(english.item(run.items.0).token as usize + 1), "said" | "says" | "told");
    let open = |i: u32| is_left(i) && arabic.item(i).kind == Kind::Unknown;
    let is_heard = || {
        let mut links = Vec::new();
        unit.context.index.by_sound(english.side, run.items.0, arabic.item_range(), &mut links);
        links.iter().any(|l| open(l.arabic) || speaks() && is_left(l.arabic))
    };
    let is_alike = || {
        let spoken = Skeleton::english(name());
        let near = |i: u32| {
            let variants = Skeleton::arabic_variants(arabic.folded(arabic.item(i).token as usize));
            variants.iter().any(|heard| spoken.distance(heard) <= NEARLY)
        };
        spoken.consonants() >= 3 && arabic.item_range().any(|i| open(i) && near(i))
    };
    let is_spelled = || english.is_capital(english.item(run.items.0).token as usize) && (is_heard() || is_alike());
    lang == Lang::English && run.items.1 == run.items.0 + 1 && (arabic.token_range().any(hides) || is_spelled())
}

/// Whether a run is a lone number or denial: the rules that know them tell.
fn is_of_another_rule(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let (view, first) = (unit.view(lang), run.items.0);
    let denies = lang == Lang::English && denies(view.folded(view.item(first).token as usize));
    // `100 نقطة أساس` for one percentage point: the figure is there in another one.
    let few = run.items.1 - first <= 3;
    let within = view.side.tokens.within(run.span);
    let stands = |q: &Quantity| !q.weak && within.contains(&(q.number_tokens.start as usize));
    let echoed = || view.quantities().iter().any(|q| stands(q) && echo::number(unit, lang, q));
    run.items.1 == first + 1 && (denies || matches!(view.item(first).kind, Kind::Quantity(_))) || few && echoed()
}

/// Whether all of a run is one place or direction that opens a sentence: `In the north,`. Without it the reader takes what
/// follows to be elsewhere.
fn is_place(unit: &Unit, lang: Lang, (first, end): (u32, u32)) -> bool {
    const DIRECTIONS: [&str; 8] = ["north", "south", "east", "west", "شمال", "جنوب", "شرق", "غرب"];
    let view = unit.view(lang);
    end == first + 1 && first == view.items.0 && {
        let word = view.folded(view.item(first).token as usize);
        DIRECTIONS.iter().any(|d| word.trim_start_matches(['و', 'ف', 'ب', 'ل']).trim_start_matches("ال") == *d)
    }
}

/// Whether one of these rules reports words of `lang` around `span`.
pub fn reports(unit: &Unit, lang: Lang, span: Span) -> bool {
    let side = Side::new(unit, lang);
    let lost = |run: &Run| run.missing >= 2 && side.odds(run) >= 0.0;
    runs(unit, lang, lost).iter().any(|run| run.span.contains(span) && lost(run) && !is_clearer(unit, lang, run))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};
    use crate::finding::Severity;

    fn lost(english: &str, arabic: &str) -> Vec<(String, String)> {
        findings("dropped-claim", english, arabic).into_iter().map(|f| (f.expected, f.found)).collect()
    }

    #[test]
    fn a_word_that_a_noun_lost_is_shown_with_it() {
        let met = lost("The president met military officials in the capital on Monday.", "التقى الرئيس بمسؤولين في العاصمة يوم الاثنين.");
        assert_eq!(met, [("military officials".to_owned(), "بمسؤولين".to_owned())]);
        let had = lost(
            "The clinic treated a patient with acute pneumonia and kidney failure.",
            "عالجت العيادة مريضا مصابا بالتهاب رئوي وفشل كلوي.",
        );
        assert!(matches!(&had[..], [(words, _)] if words == "acute pneumonia"), "{had:?}");
    }

    #[test]
    fn a_surname_that_is_a_word_is_there_by_its_sound() {
        for (english, arabic) in [
            ("Snow said on Tuesday that the talks had failed.", "قال سنو يوم الثلاثاء إن المحادثات فشلت."),
            ("Deschamps said on Tuesday that the talks had failed.", "قال ديشان يوم الثلاثاء إن المحادثات فشلت."),
            ("Temple said on Tuesday that the talks had failed.", "قال تمبل يوم الثلاثاء إن المحادثات فشلت."),
        ] {
            assert!(lost(english, arabic).is_empty(), "{english}");
        }
        assert_eq!(lost("Snow fell on Tuesday in the north.", "هطلت سناء الثلاثاء في الشمال.").len(), 1);
        assert_eq!(lost("Snow said on Tuesday that the talks had failed.", "قال يوم الثلاثاء إن المحادثات فشلت.").len(), 1);
    }

    #[test]
    fn a_country_is_said_by_its_people() {
        let found = |english: &str, arabic: &str| findings("dropped-claim", english, arabic).len();
        let english = "Uzbekistan's parliament passed the law on Monday.";
        assert_eq!(found(english, "أقر البرلمان الأوزبكي القانون الاثنين."), 0);
        assert_eq!(found("Tajikistan's parliament passed the law on Monday.", "أقر البرلمان الطاجيكي القانون الاثنين."), 0);
        assert_eq!(found("Madagascar's parliament passed the law on Monday.", "أقر البرلمان الملغاشي القانون الاثنين."), 0);
        assert_eq!(findings("name-mismatch", english, "أقر البرلمان القانون الاثنين.").len(), 1);
    }

    #[test]
    fn a_word_that_is_said_otherwise_is_not_lost() {
        for (english, arabic) in [
            ("It will not be easy to rebuild the old harbour.", "إعادة بناء المرفأ القديم ستكون صعبة."),
            ("The president met military officials in the capital on Monday.", "التقى الرئيس بقادة الجيش في العاصمة يوم الاثنين."),
            ("The ministry published its annual report on road accidents.", "نشرت الوزارة التقرير السنوي عن حوادث الطرق."),
        ] {
            assert!(lost(english, arabic).is_empty(), "{arabic}");
        }
    }

    #[test]
    fn what_explains_a_name_is_a_minor_addition() {
        let arabic = "وجرت اتصالات ليل الأحد بين بعبدا وعين التينة لتأجيل التصويت إلى ما بعد وصول بعثة صندوق النقد الدولي إلى بيروت.";
        let english = "Contacts took place on Sunday night between Baabda and Ain al-Tineh, the seats of the president and the speaker, to put off \
                       the vote until after an International Monetary Fund mission arrives in Beirut.";
        let found = in_english("added-claim", arabic, english);
        let [added] = &found[..] else { panic!("{found:?}") };
        assert!(added.severity == Severity::Minor && added.confidence < 0.65, "{added:?}");
    }

    #[test]
    fn whom_it_took_so_long_is_plain() {
        assert_eq!(lost("It took firefighters nine hours to put out the blaze.", "واستغرق إخماد الحريق تسع ساعات."), []);
        assert_eq!(lost("She fled with her two daughters.", "وفرّت مع ابنتيها."), []);
        assert_eq!(lost("Ali left the room.", "غادر علي القاعة."), []);
    }
}
