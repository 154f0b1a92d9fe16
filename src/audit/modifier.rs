//! Modifiers that make a claim of their own (`wrongly`, `unpaid`, `بالإجماع`), of which nothing on the other side says the same.
//!
//! `modifier.tsv` lists ideas: words that nearly always mean one of them, and all that a right translation may have for it. A word of
//! an idea with nothing of this idea anywhere on the other side was left out, or put in.

use std::sync::{LazyLock, OnceLock};

use super::coverage::weight_of;
use super::cue::{Cue, Lists};
use super::facing::{counterpart, is_mostly_glued};
use super::recurrence;
use super::unit::{Note, Unit, View};
use crate::finding::Severity;
use crate::lang::Lang;

/// Log odds that a reviser minds: by hand, on what 700 free but right translations and 900 with errors, all of our own, have of them. It
/// counts how surely a word is found when it is translated, in nats, and what share of either side is left over beside it: who translates
/// freely leaves over more, and errs no more.
const CONSTANT: f32 = -0.3;
const EVIDENCE: f32 = 0.6;
const HERE: f32 = -3.6;
const THERE: f32 = -1.2;
/// The most that may be.
const MOST: f32 = 0.9;

/// An idea, by its line in the list.
type Idea = u16;

/// What asks for an answer on the other side, and what answers to each idea.
struct Modifiers {
    asking: Lists<Idea>,
    ideas: Vec<Described>,
}

/// An idea as the list has it.
struct Described {
    /// Its name, English that asks, English that answers as well, and the same of Arabic.
    columns: [&'static str; 5],
    /// All of these that are words, put in order when an answer is first looked for: of most ideas, few texts say anything.
    answers: OnceLock<Lists<()>>,
}

static MODIFIERS: LazyLock<Modifiers> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/data/modifier.tsv").lines().filter(|line| !line.starts_with('#'));
    let columns = |line: &'static str| line.split('\t').collect::<Vec<_>>().try_into().ok();
    let ideas: Vec<_> = lines.filter_map(columns).map(|columns| Described { columns, answers: OnceLock::new() }).collect();
    let mut asking = Lists::new();
    for (idea, described) in (0..).zip(&ideas) {
        let [_, english, _, arabic, _] = described.columns;
        asking.add(Lang::English, english, idea, true);
        asking.add(Lang::Arabic, arabic, idea, true);
    }
    Modifiers { asking, ideas }
});

impl Described {
    fn answers(&self) -> &Lists<()> {
        self.answers.get_or_init(|| {
            let [_, ask_english, english, ask_arabic, arabic] = self.columns;
            let mut answers = Lists::new();
            for (lang, forms) in [(Lang::English, [ask_english, english]), (Lang::Arabic, [ask_arabic, arabic])] {
                for forms in forms {
                    answers.add(lang, forms, (), false);
                }
            }
            answers
        })
    }
}

/// Whether anything in `view` says `idea`.
fn says(view: &View, lang: Lang, idea: Idea) -> bool {
    MODIFIERS.ideas.get(usize::from(idea)).is_some_and(|described| described.answers().any(view, lang))
}

/// The name of an idea.
fn name_of(idea: Idea) -> Option<&'static str> {
    MODIFIERS.ideas.get(usize::from(idea)).map(|described| described.columns[0])
}

/// Whether a word that looks like a modifier governs what stands behind it: `politics coloured many of the speeches`.
fn is_verb(view: &View, lang: Lang, cue: &Cue<Idea>) -> bool {
    #[rustfmt::skip]
    const OBJECTS: [&str; 16] = [
        "the", "a", "an", "his", "her", "its", "their", "our", "my", "many", "much", "all", "some", "this", "that", "these",
    ];
    lang == Lang::English
        && cue.first == cue.last
        && view.folded(cue.last).ends_with("ed")
        && OBJECTS.contains(&view.folded_at(cue.last + 1))
}

/// Modifiers of one side of which the other has nothing.
pub(super) fn alone(unit: &Unit, lang: Lang, notes: &mut Vec<Note>) {
    if unit.is_one_sided() || is_mostly_glued(unit) || unit.is_glued() {
        return;
    }
    let view = unit.view(lang);
    let cues: Vec<_> = MODIFIERS.asking.cues(view, lang).into_iter().filter(|cue| cue.asks).collect();
    let is_told = |cue: &Cue<Idea>| says(unit.view(lang.other()), lang.other(), cue.class);
    for (i, cue) in cues.iter().enumerate() {
        let is_answered = || (cue.first..=cue.last).any(|at| counterpart(unit, lang, at).is_some());
        let stands_elsewhere = || view.item_at(cue.first).is_some_and(|item| unit.context.elsewhere(lang, item));
        let is_counted = || name_of(cue.class).is_some_and(|name| recurrence::is_counted_out(unit.view(lang.other()), name));
        // `in the same month of last year`, في الشهر نفسه من العام الماضي: no month of many.
        let is_same = matches!(view.folded_at(cue.last + 1), "نفسه" | "نفسها" | "ذاته" | "ذاتها");
        if is_answered() || stands_elsewhere() || is_counted() || is_same || is_verb(view, lang, cue) {
            continue;
        }
        let at = (cue.first..=cue.last).filter_map(|at| view.item_at(at));
        let evidence = at.map(|item| weight_of(unit, lang, item)).fold(0.0, f32::max);
        let odds = CONSTANT + EVIDENCE * evidence + HERE * left_over(unit, lang, Some(cue)) + THERE * left_over(unit, lang.other(), None);
        if odds < unit.context.least {
            continue;
        }
        // What is left out with all that it belongs to is told as a whole.
        let span = cue.span(view);
        if notes.iter().any(|note| note.is_on(lang, span) && note.odds >= odds.min(0.0)) {
            continue;
        }
        // What means one of two ideas is answered by either, and said once.
        let mut same = cues.iter().enumerate().filter(|(_, c)| c.first <= cue.last && cue.first <= c.last);
        if same.any(|(j, other)| j < i || is_told(other)) {
            continue;
        }
        let (english, arabic) = lang.english_first(Some(span), None);
        let quoted = unit.quoted(english, arabic);
        let message = if lang == unit.source() {
            format!("Nothing in the translation says “{}”.", quoted.expected)
        } else {
            format!("Nothing in the source says “{}”.", quoted.found)
        };
        notes.push(Note { message, odds: odds.min(MOST), severity: Some(Severity::Minor), ..quoted });
    }
}

/// The share of the items of `lang` that nothing accounts for, those of `cue` left out.
fn left_over(unit: &Unit, lang: Lang, cue: Option<&Cue<Idea>>) -> f32 {
    let view = unit.view(lang);
    let is_of_cue = |i: &u32| cue.is_some_and(|cue| (cue.first..=cue.last).contains(&(view.item(*i).token as usize)));
    let left = view.item_range().filter(|i| unit.partner(lang, *i).is_none() && !is_of_cue(i));
    left.count() as f32 / view.item_range().len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::MODIFIERS;
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn every_line_of_the_list_is_an_idea_of_its_own() {
        let lines = include_str!("../lexicon/data/modifier.tsv").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(MODIFIERS.ideas.len(), lines.count());
        let mut names: Vec<&str> = MODIFIERS.ideas.iter().map(|idea| idea.columns[0]).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        for idea in &MODIFIERS.ideas {
            let [name, english, _, arabic, _] = idea.columns;
            assert!(!english.is_empty() || !arabic.is_empty(), "{name} asks for nothing");
        }
    }

    #[test]
    fn a_modifier_that_is_left_out_or_put_in_is_found() {
        let english = "The council voted on Monday to close the old bridge to lorries until the spring.";
        let unanimous = "صوّت المجلس يوم الاثنين بالإجماع على إغلاق الجسر القديم أمام الشاحنات حتى الربيع.";
        let added = findings("added-claim", english, unanimous);
        assert_eq!(added.iter().map(|f| f.found.as_str()).collect::<Vec<_>>(), ["بالإجماع"]);
        let dropped = in_english("dropped-claim", unanimous, english);
        assert_eq!(dropped.iter().map(|f| f.expected.as_str()).collect::<Vec<_>>(), ["بالإجماع"]);
    }

    #[test]
    fn a_verb_is_no_modifier() {
        let arabic = "وطغت السياسة على كلمات الفائزين في المهرجان يوم السبت.";
        let found = in_english("added-claim", arabic, "Politics coloured many of the winners' speeches at the festival on Saturday.");
        assert_eq!(found, []);
    }

    #[test]
    fn what_says_the_same_in_other_words_answers() {
        let unanimous = "صوّت المجلس يوم الاثنين بالإجماع على إغلاق الجسر القديم أمام الشاحنات حتى الربيع.";
        for english in [
            "The council voted unanimously on Monday to close the old bridge to lorries until the spring.",
            "All members of the council voted on Monday to close the old bridge to lorries until the spring.",
            "The council voted without dissent on Monday to close the old bridge to lorries until the spring.",
        ] {
            assert_eq!(findings("added-claim", english, unanimous).len(), 0, "{english}");
        }
        let court = "أجلت محكمة المعادي الجزئية قضية المطرب إلى الشهر المقبل.";
        assert!(
            in_english("dropped-claim", court, "The Maadi district court adjourned the case of the singer until next month.").is_empty()
        );
    }
}
