//! Which denial of one side answers for which of the other.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::cue::{Answered, Cue, Strength, find_heads, positive};
use super::idiom;
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;
use crate::lang::denial::denies_word;
use crate::lexicon::Class;

/// Denials that mean something by themselves and stand this far apart, in tokens, can answer for each other.
const SOFT_REACH: f32 = 9.0;
const LONG_REACH: f32 = 14.0;
const FIRM_REACH: f32 = 12.0;
const FAINT_REACH: f32 = 1.5;
/// By so many tokens a denial may stand further off than a word with some denial in its meaning, and still be the answer.
const SOFTER: f32 = 0.6;
/// How far, in tokens, the verb may stand behind a denial of its subject.
const SUBJECT: usize = 9;
/// With more denials than this it is no sentence any more.
const MOST: usize = 150;
/// So near each other, two denials may be one in the other language: `cannot and will not`.
const NEIGHBOURS: usize = 4;

/// Denials of both sides, and for each whether another answers for it.
pub struct Pairing {
    /// Denials of the English side.
    pub english: Vec<Cue>,
    /// Denials of the Arabic side.
    pub arabic: Vec<Cue>,
}

impl Pairing {
    /// Pairs the denials of both sides, those that share their words first.
    pub fn new(unit: &Unit, mut english: Vec<Cue>, mut arabic: Vec<Cue>) -> Self {
        find_heads(unit, Lang::English, &mut english);
        find_heads(unit, Lang::Arabic, &mut arabic);
        let mut pairing = Self { english, arabic };
        if pairing.english.len().max(pairing.arabic.len()) > MOST {
            pairing.english.iter_mut().chain(&mut pairing.arabic).for_each(|cue| cue.answer = Answered::Full);
            return pairing;
        }
        pairing.link_soft(unit);
        pairing.link_derived(unit);
        pairing.link_refusals(unit);
        pairing.link_denied(unit);
        idiom::link(unit, &mut pairing.english, &mut pairing.arabic);
        pairing.drop_accounted(unit);
        pairing.link_phrases(unit);
        let mut costs: Vec<(u8, f32, usize, usize)> = Vec::new();
        for (e, of_e) in pairing.english.iter().enumerate() {
            for (a, of_a) in pairing.arabic.iter().enumerate() {
                let cost = cost(unit, of_e, of_a);
                let (low, high) = (of_e.strength.min(of_a.strength), of_e.strength.max(of_a.strength));
                let reach =
                    if is_unlinked(unit, Lang::English, of_e) && is_unlinked(unit, Lang::Arabic, of_a) { LONG_REACH } else { SOFT_REACH };
                let round = match (high, low) {
                    (Strength::Firm, Strength::Firm) if of_e.asks && of_a.asks && deny_apart(unit, of_e, of_a) => continue,
                    (Strength::Firm, Strength::Firm) if of_e.asks && of_a.asks => {
                        if cost <= FIRM_REACH {
                            0
                        } else {
                            4
                        }
                    }
                    (Strength::Firm, Strength::Firm) if of_e.asks == of_a.asks => 1,
                    (Strength::Firm, Strength::Firm) => 2,
                    (Strength::Firm, Strength::Soft) if cost < 1.0 => 0,
                    (Strength::Firm, Strength::Soft)
                        if cost <= reach || (is_free(unit, Lang::English, of_e) && is_free(unit, Lang::Arabic, of_a)) =>
                    {
                        2
                    }
                    (Strength::Firm, Strength::Faint) if cost <= FAINT_REACH && !is_compared(unit, of_e, of_a) => 3,
                    _ => continue,
                };
                costs.push((round, cost, e, a));
            }
        }
        // Of two as near, a denial rather than a word with some denial in its meaning.
        let firm = |c: &(u8, f32, usize, usize)| [&pairing.english[c.2], &pairing.arabic[c.3]].iter().all(|c| c.strength == Strength::Firm);
        let rank = |c: &(u8, f32, usize, usize)| c.1 + if firm(c) { 0.0 } else { SOFTER };
        costs.sort_by(|x, y| x.0.cmp(&y.0).then(rank(x).total_cmp(&rank(y))).then((x.2, x.3).cmp(&(y.2, y.3))));
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for &(_, cost, e, a) in &costs {
            let (of_e, of_a) = (&mut pairing.english[e], &mut pairing.arabic[a]);
            if !of_e.is_answered() && !of_a.is_answered() {
                (of_e.answer, of_a.answer) = (answered_by(of_a.strength, cost), answered_by(of_e.strength, cost));
                pairs.push((e, a));
            }
        }
        let near: FxHashSet<_> = costs.iter().filter(|c| c.0 == 0).map(|&(_, _, e, a)| (e, a)).collect();
        pairing.spare(unit, &near, &pairs);
        pairing.exchange(&near, &pairs);
        pairing.share(unit);
        pairing.link_little(unit);
        pairing.link_double(unit);
        pairing
    }

    /// Words that deny and are each other's translation answer for nothing else.
    fn link_soft(&mut self, unit: &Unit) {
        for of_e in self.english.iter_mut().filter(|c| c.strength != Strength::Firm) {
            let partners = tokens_within(&unit.english, of_e)
                .filter_map(|i| unit.partner(Lang::English, i))
                .map(|i| unit.arabic.item(i).token as usize);
            for token in partners {
                let found = self.arabic.iter_mut().find(|c| c.strength != Strength::Firm && (c.first..=c.last).contains(&token));
                if let Some(of_a) = found.filter(|c| !c.is_answered()) {
                    (of_e.answer, of_a.answer) = (Answered::Full, Answered::Full);
                }
            }
        }
    }

    /// A word that denies by its prefix faces the word without it, denied: `inaudible`, لم تكن ... مسموعة.
    fn link_derived(&mut self, unit: &Unit) {
        /// How far, in tokens, the denied word may stand behind what denies it: a subject and all that belongs to it may come between.
        const BEHIND: usize = 14;
        let lexicon = unit.lexicon();
        for of_e in self.english.iter_mut().filter(|c| c.strength == Strength::Soft && c.first == c.last && !c.is_answered()) {
            let Some(positive) = positive(unit, unit.english.folded(of_e.first)) else { continue };
            let tokens = lexicon.whole(Lang::English, positive).into_iter().flat_map(|c| lexicon.arabic_forms(c));
            let tokens: Vec<usize> = tokens.filter_map(|form| stands(&unit.arabic, form)).collect();
            let denied = |c: &Cue| tokens.iter().any(|t| *t > c.last && t - c.last <= BEHIND);
            if let Some(of_a) = self.arabic.iter_mut().rev().find(|c| c.asks && !c.is_answered() && denied(c)) {
                (of_e.answer, of_a.answer) = (Answered::Full, Answered::Full);
            }
        }
    }

    /// Who denies that he did something says that he did not: `denied that he had paid`, أكد أنه لم يدفع.
    fn link_refusals(&mut self, unit: &Unit) {
        /// How far, in tokens, what is denied may stand behind.
        const BEHIND: usize = 8;
        let view = &unit.english;
        let denies = |c: &Cue| c.strength == Strength::Soft && matches!(view.folded(c.first), "deny" | "denies" | "denied" | "denying");
        for of_e in self.english.iter_mut().filter(|c| denies(c) && !c.is_answered() && is_unlinked(unit, Lang::English, c)) {
            let behind = of_e.last + 1..of_e.last + BEHIND;
            let heads = |c: &Cue| {
                c.heads.iter().filter_map(|h| unit.partner(Lang::Arabic, *h)).any(|e| behind.contains(&(view.item(e).token as usize)))
            };
            if let Some(of_a) = self.arabic.iter_mut().find(|c| c.asks && !c.is_answered() && heads(c)) {
                (of_e.answer, of_a.answer) = (Answered::Full, Answered::Full);
            }
        }
    }

    /// Who says that it is not so denies it: `"We did not go for a photo," he said`, نفى أن تكون الصورة غاية الذهاب.
    fn link_denied(&mut self, unit: &Unit) {
        /// How far, in tokens, what is denied may stand behind: who denies it, where and to whom stands between.
        const BEHIND: usize = 24;
        let view = &unit.arabic;
        let denies = |c: &Cue| {
            let word = view.folded(c.first).trim_start_matches(['و', 'ف']);
            c.strength == Strength::Soft && matches!(word, "نفي" | "نفت" | "ينفي" | "تنفي" | "نفوا" | "نافيا" | "نافيه" | "انكر" | "انكرت")
        };
        for of_a in self.arabic.iter_mut().filter(|c| denies(c) && !c.is_answered() && is_unlinked(unit, Lang::Arabic, c)) {
            let behind = of_a.last + 1..of_a.last + BEHIND;
            let that = behind.clone().any(|t| matches!(view.folded_at(t), "ان" | "انه" | "انها" | "انهم"));
            let heads = |c: &Cue| {
                c.heads.iter().filter_map(|h| unit.partner(Lang::English, *h)).any(|a| behind.contains(&(view.item(a).token as usize)))
            };
            if let Some(of_e) = self.english.iter_mut().find(|c| that && c.asks && !c.is_answered() && heads(c)) {
                (of_e.answer, of_a.answer) = (Answered::Full, Answered::Full);
            }
        }
    }

    /// What is little or short in English is denied to be worth naming, to be much or long, in Arabic: `little evidence`, لا توجد أدلة
    /// تذكر.
    fn link_little(&mut self, unit: &Unit) {
        /// How far, in tokens, the Arabic word may stand behind the denial.
        const BEHIND: usize = 20;
        #[rustfmt::skip]
        const LITTLE: [&str; 11] =
            ["little", "few", "hardly", "barely", "scarcely", "minimal", "mere", "short", "brief", "briefly", "poorly"];
        #[rustfmt::skip]
        const MUCH: [&str; 16] = [
            "يذكر", "تذكر", "كثيرا", "كبيرا", "كبيره", "الكثير", "كثير", "يكاد", "تكاد", "طويلا", "كثيرون", "كثيرين", "الكثيرون", "الكثيرين",
            "كثيره", "سوي",
        ];
        let little = |t: usize| LITTLE.contains(&unit.english.folded(t));
        if !unit.english.token_range().any(little) {
            return;
        }
        let much = |t: usize| MUCH.contains(&unit.arabic.folded_at(t));
        for of_a in self.arabic.iter_mut().filter(|c| c.asks) {
            if (of_a.last + 1..of_a.last + BEHIND).any(much) {
                of_a.answer = Answered::Full;
            }
        }
    }

    /// Two denials of Arabic make an assertion: لم يترك رسالة من دون رد for `he answered every letter`.
    fn link_double(&mut self, unit: &Unit) {
        /// How far, in tokens, the second stands behind the first.
        const BEHIND: usize = 8;
        let open = |cue: &Cue| cue.asks && cue.answer != Answered::Full;
        let word = |cue: &Cue| denies_word(unit.arabic.folded(cue.last));
        let asking: Vec<usize> = (0..self.arabic.len()).filter(|i| open(&self.arabic[*i])).collect();
        for pair in asking.windows(2) {
            let (first, second) = (&self.arabic[pair[0]], &self.arabic[pair[1]]);
            if !word(first) && word(second) && second.last <= first.last + BEHIND {
                for i in pair {
                    self.arabic[*i].answer = Answered::Full;
                }
            }
        }
    }

    /// What a phrase, or a word with only some denial in it, answered for is free for a denial of the other side that is `near` it.
    fn spare(&mut self, unit: &Unit, near: &FxHashSet<(usize, usize)>, pairs: &[(usize, usize)]) {
        let firm = |c: &Cue| c.asks && c.strength == Strength::Firm;
        // `غير حكومي` is part of a word.
        let of_clause = |a: &usize| firm(&self.arabic[*a]) && !denies_word(unit.arabic.folded(self.arabic[*a].last));
        let unpaired_arabic = |a: &usize| pairs.iter().all(|p| p.1 != *a || !firm(&self.english[p.0]));
        let unpaired_english = |e: &usize| pairs.iter().all(|p| p.0 != *e || !firm(&self.arabic[p.1]));
        let arabic: Vec<usize> = (0..self.arabic.len()).filter(of_clause).filter(unpaired_arabic).collect();
        let english: Vec<usize> = (0..self.english.len()).filter(|e| firm(&self.english[*e])).filter(unpaired_english).collect();
        for (e, a) in english.iter().flat_map(|e| arabic.iter().map(move |a| (*e, *a))).filter(|pair| near.contains(pair)) {
            match (self.english[e].is_answered(), self.arabic[a].is_answered()) {
                (false, true) => self.english[e].answer = Answered::Full,
                (true, false) => self.arabic[a].answer = Answered::Full,
                _ => {}
            }
        }
    }

    /// The nearest pairs were taken first; where that leaves one denial of each side over, and each of them is `near` one of a pair, all
    /// four have an answer.
    fn exchange(&mut self, near: &FxHashSet<(usize, usize)>, pairs: &[(usize, usize)]) {
        for (e, of_e) in self.english.iter_mut().enumerate().filter(|(_, c)| c.asks && !c.is_answered()) {
            for (a, of_a) in self.arabic.iter_mut().enumerate().filter(|(_, c)| c.asks && !c.is_answered()) {
                if pairs.iter().any(|&(first, second)| near.contains(&(e, second)) && near.contains(&(first, a))) {
                    (of_e.answer, of_a.answer) = (Answered::Full, Answered::Full);
                    break;
                }
            }
        }
    }

    /// One denial may answer for two that stand together.
    fn share(&mut self, unit: &Unit) {
        for (cues, view) in [(&mut self.english, &unit.english), (&mut self.arabic, &unit.arabic)] {
            let asking: Vec<usize> = (0..cues.len()).filter(|i| cues[*i].asks).collect();
            for pair in asking.windows(2) {
                let (x, y) = (pair[0], pair[1]);
                // `no camera. It has no browser either`
                let either = (cues[y].last + 1..cues[y].last + 4).any(|t| view.folded_at(t) == "either");
                if cues[y].first - cues[x].last <= NEIGHBOURS || either {
                    match (cues[x].answer, cues[y].answer) {
                        (Answered::None, answer) => cues[x].answer = answer,
                        (answer, Answered::None) => cues[y].answer = answer,
                        _ => {}
                    }
                }
            }
        }
    }

    /// Words with some denial in them that translate a word without any deny nothing here.
    fn drop_accounted(&mut self, unit: &Unit) {
        for lang in [Lang::English, Lang::Arabic] {
            let (cues, others) = match lang {
                Lang::English => (&mut self.english, &self.arabic),
                Lang::Arabic => (&mut self.arabic, &self.english),
            };
            let there = unit.view(lang.other());
            // `no plant was closed` is denied on both sides.
            let firm: Vec<&Cue> = cues.iter().filter(|c| c.strength == Strength::Firm).collect();
            let denied: Vec<u32> = firm.iter().flat_map(|c| &c.heads).copied().collect();
            // `Not a single bank has failed`: the verb stands behind all of the subject.
            let view = unit.view(lang);
            let subjects: Vec<usize> = firm.iter().filter(|c| denies_subject(view, c)).map(|c| c.last).collect();
            for cue in cues.iter_mut().filter(|c| c.strength != Strength::Firm && c.first == c.last) {
                let partner = tokens_within(unit.view(lang), cue).find_map(|i| unit.partner(lang, i));
                let in_subject = subjects.iter().any(|last| *last < cue.first && cue.first - last <= SUBJECT);
                let is_denied = in_subject || tokens_within(view, cue).any(|i| denied.contains(&i));
                let accounted = partner.is_some_and(|p| {
                    let token = there.item(p).token as usize;
                    !others.iter().any(|c| {
                        (c.first..=c.last).contains(&token)
                            || (lang == Lang::English && !is_denied && c.strength == Strength::Firm && c.heads.contains(&p))
                    })
                });
                if accounted || in_subject && cue.strength == Strength::Soft {
                    cue.answer = Answered::Full;
                }
            }
        }
    }

    /// A denial may be part of a phrase that is translated as a whole: `غير عادي` and `extraordinary`.
    fn link_phrases(&mut self, unit: &Unit) {
        let lexicon = unit.lexicon();
        let (english, arabic) = (&unit.english, &unit.arabic);
        for e in 0..self.english.len() {
            let cue = &self.english[e];
            let phrases = english
                .side
                .readings
                .of(cue.first)
                .iter()
                .filter(|r| r.length as usize > cue.last - cue.first + 1 && lexicon.class(r.id) != Class::Negator);
            let found: Vec<usize> = phrases.flat_map(|r| lexicon.arabic_forms(r.id)).filter_map(|form| stands(arabic, form)).collect();
            for token in found {
                if mark_answered(&mut self.arabic, token) || self.english[e].asks {
                    self.english[e].answer = Answered::Full;
                }
            }
        }
        for a in 0..self.arabic.len() {
            let cue = &self.arabic[a];
            let phrases = arabic.side.readings.of(cue.first).iter().filter(|r| r.length as usize > cue.last - cue.first + 1);
            let found: Vec<usize> = phrases
                .flat_map(|r| lexicon.concepts_of(r.id))
                .filter(|c| lexicon.class(*c) != Class::Negator)
                .filter_map(|concept| stands(english, concept))
                .collect();
            for token in found {
                if mark_answered(&mut self.english, token) || self.arabic[a].asks {
                    self.arabic[a].answer = Answered::Full;
                }
            }
        }
    }

    /// Denials of `lang`.
    pub fn cues(&self, lang: Lang) -> &[Cue] {
        if lang == Lang::English { &self.english } else { &self.arabic }
    }

    /// Firm denials of `lang` that nothing surely answers for.
    pub fn doubtful(&self, lang: Lang) -> impl Iterator<Item = &Cue> {
        self.cues(lang).iter().filter(|c| c.asks && c.answer != Answered::Full)
    }

    /// Firm denials of `lang` that nothing answers for.
    pub fn unanswered(&self, lang: Lang) -> impl Iterator<Item = &Cue> {
        self.doubtful(lang).filter(|c| !c.is_answered())
    }
}

/// Where the text may mean `id`.
fn stands(view: &View, id: u32) -> Option<usize> {
    view.token_range().find(|i| view.side.readings.of(*i).iter().any(|r| r.id == id))
}

/// What a word of `strength` is as an answer, `cost` tokens from where it should stand.
fn answered_by(strength: Strength, cost: f32) -> Answered {
    match strength {
        Strength::Firm => Answered::Full,
        Strength::Soft => Answered::Soft(cost),
        Strength::Faint => Answered::Faint,
    }
}

/// Marks the denial at `token` as answered; whether there is one.
fn mark_answered(cues: &mut [Cue], token: usize) -> bool {
    cues.iter_mut().find(|c| (c.first..=c.last).contains(&token)).map(|cue| cue.answer = Answered::Full).is_some()
}

/// Whether an English denial denies a noun: `no bank`, `not a single bank`, `none of the banks`.
fn denies_subject(view: &View, cue: &Cue) -> bool {
    let next = view.folded_at(cue.last + 1);
    match view.folded(cue.last) {
        "no" | "none" | "neither" | "nobody" => true,
        "not" => matches!(next, "a" | "an" | "one" | "all" | "every" | "many"),
        _ => false,
    }
}

/// Whether a denial denies by itself, or nothing of the other side answers for the word that it is.
fn is_unlinked(unit: &Unit, lang: Lang, cue: &Cue) -> bool {
    cue.strength == Strength::Firm || tokens_within(unit.view(lang), cue).all(|i| unit.partner(lang, i).is_none())
}

/// Whether two denials certainly deny different things. What the English one denies stands before the Arabic one, which denies
/// only what comes after it; and what the Arabic one denies stands in another clause than the English one, or before it.
fn deny_apart(unit: &Unit, english: &Cue, arabic: &Cue) -> bool {
    let partner = |lang: Lang, cue: &Cue, other: &Cue| {
        let head = cue.heads.first().copied().filter(|h| unit.accident(lang, *h) < 0.1)?;
        unit.partner(lang, head).filter(|p| !other.heads.contains(p)).map(|p| unit.view(lang.other()).item(p))
    };
    let (Some(in_arabic), Some(in_english)) = (partner(Lang::English, english, arabic), partner(Lang::Arabic, arabic, english)) else {
        return false;
    };
    let span = english.span(&unit.english);
    let together = || unit.clauses(Lang::English).iter().any(|c| c.overlaps(span) && c.overlaps(in_english.span));
    !is_raised(unit, english, arabic)
        && !are_vowed_alike(unit, english, arabic)
        && (in_arabic.token as usize) < arabic.first
        && ((in_english.token as usize) < english.first || !together())
}

/// Whether one of them denies a belief (`I do not think that it will`), which says the same as believing a denial.
fn is_raised(unit: &Unit, english: &Cue, arabic: &Cue) -> bool {
    const BELIEFS: [&str; 20] = [
        "think",
        "believe",
        "expect",
        "want",
        "seem",
        "appear",
        "suppose",
        "likely",
        "expected",
        "thought",
        "اعتقد",
        "يعتقد",
        "يظن",
        "يتوقع",
        "متوقع",
        "يبدو",
        "يري",
        "يريد",
        "مرجح",
        "ينبغي",
    ];
    let believes = |view: &View, cue: &Cue| {
        let near = view.about(cue.first..cue.last + 1, 3, 3);
        near.into_iter().any(|i| BELIEFS.iter().any(|b| view.folded(i).ends_with(b) || view.folded(i).starts_with(b)))
    };
    believes(&unit.english, english) || believes(&unit.arabic, arabic)
}

/// Whether the English one is the `than` of a comparison that the Arabic one denies: `taller than he` is not ليس أطول منه.
fn is_compared(unit: &Unit, english: &Cue, arabic: &Cue) -> bool {
    let next = unit.arabic.folded_at(arabic.last + 1);
    let elative = next.starts_with('ا') && !next.starts_with("ال") && matches!(next.chars().count(), 3 | 4);
    unit.english.folded(english.first) == "than" && elative
}

/// Whether nothing of the other side answers for the first word that a denial denies.
fn is_free(unit: &Unit, lang: Lang, cue: &Cue) -> bool {
    cue.heads.first().is_none_or(|h| unit.partner(lang, *h).is_none())
}

fn tokens_within(view: &View, cue: &Cue) -> Range<u32> {
    let items = view.side.items_within(cue.first..cue.last + 1);
    items.start as u32..items.end as u32
}

/// How far two denials are apart, in tokens: measured where the words that they deny stand, else by their place in the sentence.
fn cost(unit: &Unit, english: &Cue, arabic: &Cue) -> f32 {
    let own =
        tokens_within(&unit.english, english).filter_map(|i| unit.partner(Lang::English, i)).map(|i| unit.arabic.item(i).token as usize);
    if own.into_iter().any(|t| (arabic.first..=arabic.last).contains(&t)) || are_vowed_alike(unit, english, arabic) {
        return 0.0;
    }
    let place = |view: &View, cue: &Cue| (cue.first - view.tokens.0) as f32 / view.len().max(1) as f32;
    let across = (place(&unit.english, english) - place(&unit.arabic, arabic)).abs();
    let by_place = 2.0 + across * unit.english.len().max(unit.arabic.len()) as f32 * 0.5;
    let by_words = [reach(unit, Lang::English, english, arabic), reach(unit, Lang::Arabic, arabic, english)]
        .into_iter()
        .flatten()
        .min_by(f32::total_cmp);
    let lonely = |lang, cue: &Cue| cue.strength == Strength::Soft && is_unlinked(unit, lang, cue);
    match by_words {
        Some(cost) if lonely(Lang::English, english) || lonely(Lang::Arabic, arabic) => cost.min(by_place),
        Some(cost) => cost,
        None => by_place,
    }
}

/// Whether the same verb stands before both: `vowed not to run`, تعهد مرارا بألا يترشح.
fn are_vowed_alike(unit: &Unit, english: &Cue, arabic: &Cue) -> bool {
    /// How far, in tokens, the Arabic verb may stand before what is denied.
    const BEFORE: usize = 3;
    let (view, there) = (&unit.english, &unit.arabic);
    let infinitive = view.folded(english.last) == "not" && view.folded_at(english.last + 1) == "to";
    let verb = english.first.checked_sub(1).filter(|t| infinitive && *t >= view.tokens.0).and_then(|t| view.item_at(t));
    let partner = verb.and_then(|i| unit.partner(Lang::English, i)).map(|p| there.item(p).token as usize);
    partner.is_some_and(|t| t < arabic.first && arabic.first - t <= BEFORE)
}

/// How far `other` stands from the words that answer for what `cue` of `lang` denies, in tokens.
fn reach(unit: &Unit, lang: Lang, cue: &Cue, other: &Cue) -> Option<f32> {
    let there = unit.view(lang.other());
    cue.heads
        .iter()
        .enumerate()
        .filter_map(|(rank, head)| {
            let partner = unit.partner(lang, *head)?;
            let late = 0.7 * rank as f32;
            if let Some(rank) = other.heads.iter().position(|h| *h == partner) {
                return Some(late + 0.7 * rank as f32);
            }
            let token = there.item(partner).token as usize;
            let gap = if token > other.last {
                token - other.last - 1
            } else if token < other.first {
                (other.first - token) * 3 / 2
            } else {
                0
            };
            Some(gap as f32 + late)
        })
        .min_by(f32::total_cmp)
}
