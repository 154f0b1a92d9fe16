//! Whether a word for a stance is meant as one where it stands: `may` of `so that all may come` hedges nothing.

use super::class::Class;
use crate::audit::cue::Cue;
use crate::audit::turn;
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lexicon::words;

/// Words after which `may` and `could` are how English says it, not a hedge: who may be ill, so that all may come.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "who", "whoever", "whatever", "whichever", "what", "where", "wherever", "how", "however", "why", "when", "so", "before", "anything", "anyone",
    "lest", "order", "whom", "until", "till",
];

/// Whether an English word for what is possible makes a claim.
fn claims_possible(unit: &Unit, cue: &Cue<Class>) -> bool {
    let view = unit.view(Lang::English);
    let within = |tokens: usize| view.before(cue.first, tokens);
    let nobody = within(4).any(|i| matches!(view.folded(i), "nobody" | "none" | "neither" | "hardly" | "only"));
    // `could find only one`: who found no other.
    let only = (cue.last + 1..cue.last + 4).any(|i| view.folded_at(i) == "only");
    // `theories about where it may have begun`, `fears that it could spread`: no fact already.
    let guessed =
        |i: usize| ["suggest", "theor", "hypothe", "speculat", "fear", "worr", "hope"].iter().any(|s| view.folded(i).starts_with(s));
    let theory = (view.tokens.0..cue.first).any(guessed);
    // `if you believe you may be ill`: who believes, knows nothing.
    let believes = |i: usize| {
        matches!(view.folded(i), "believe" | "believes" | "think" | "thinks" | "suspect" | "suspects")
            && view.folded_at(i.wrapping_sub(1)) == view.folded(cue.first - 1)
    };
    let belief = within(4).any(|i| believes(i) && view.item_at(i).is_some_and(|i| unit.partner(Lang::English, i).is_some()));
    let before = within(5).rev().take_while(|i| !matches!(view.folded(*i), "," | ";" | ":" | "."));
    // `However, it may`, but `However absurd it may seem`
    let opens =
        |i: usize| i > view.tokens.0 || view.folded_at(i + 1) != "," && matches!(view.folded(i), "however" | "whatever" | "whoever");
    let open = before.into_iter().any(|i| opens(i) && OPEN.contains(&view.folded(i)));
    // `Only a loose nut could stop him.`
    let alone = view.folded(view.tokens.0) == "only";
    // `I could hear`, أسمع, and `could find no cart`, لم نجد: what could be was.
    let someone = matches!(view.folded_at(cue.first.wrapping_sub(1)), "i" | "we" | "he" | "she" | "they");
    let next = cue.last + 1 + usize::from(view.folded_at(cue.last + 1) == "not");
    let none = matches!(view.folded_at(next + 1), "no" | "nothing" | "nobody");
    let perceived = match view.folded_at(next) {
        "hear" | "see" => someone || none,
        "feel" | "smell" | "taste" | "remember" => someone,
        "find" => none,
        _ => false,
    };
    let happened = view.folded(cue.first) == "could" && perceived;
    !nobody && !only && !alone && !happened && !theory && !belief && !open
}

/// Whether what `may not` be done is forbidden: ويُمنع استيراد السيارات.
fn is_forbidden(unit: &Unit, cue: &Cue<Class>) -> bool {
    const FORBIDS: [&str; 11] = ["يمنع", "تمنع", "منع", "ممنوع", "يحظر", "تحظر", "حظر", "محظور", "يجوز", "تجوز", "يحق"];
    let forbids = |t: usize| {
        let word = without_conjunction(unit.arabic.folded(t));
        FORBIDS.iter().any(|f| word == *f || word.strip_prefix(f).is_some_and(|end| matches!(end, "ه" | "ا" | "ت")))
    };
    unit.english.folded_at(cue.last + 1) == "not" && unit.arabic.token_range().any(forbids)
}

/// Whether `charged with` is no accusation: of a current or a feeling, or of a task.
fn is_filled_or_entrusted(view: &View, cue: &Cue<Class>) -> bool {
    /// How far behind, in tokens, the noun may stand: `charged with a weak electric current`.
    const REACH: usize = 4;
    #[rustfmt::skip]
    const FILLS: &[&str] = &[
        "current", "electricity", "electric", "electrical", "energy", "emotion", "emotions", "meaning", "symbolism", "tension", "static", "voltage", "excitement",
        "task", "responsibility", "duty", "job", "mission",
    ];
    #[rustfmt::skip]
    const TASKS: &[&str] = &[
        "overseeing", "leading", "running", "protecting", "ensuring", "implementing", "enforcing", "guarding", "upholding", "monitoring", "drafting",
        "regulating", "managing", "safeguarding", "supervising", "coordinating", "defending", "drawing", "preparing", "reviewing", "carrying",
    ];
    let with = view.folded(cue.first) == "charged" && view.folded(cue.last) == "with";
    // `charged with attacking a man of the electricity company`: behind a deed the noun is of another thing.
    let filled = || {
        let mut behind = view.behind(cue.last, REACH).take_while(|t| !view.folded(*t).ends_with("ing"));
        behind.any(|t| FILLS.contains(&view.folded(t)))
    };
    // `charged with carrying a knife` is one.
    let task = || {
        let next = view.folded_at(cue.last + 1);
        TASKS.contains(&next) && (!matches!(next, "carrying" | "drawing") || matches!(view.folded_at(cue.last + 2), "out" | "up"))
    };
    with && (filled() || task())
}

/// Whether a cue that asks is meant as one here.
pub(super) fn is_asked(unit: &Unit, lang: Lang, cue: &Cue<Class>) -> bool {
    let view = unit.view(lang);
    match (lang, cue.class) {
        // Arabic turns participles and prepositions into conditions: `amid an outbreak`, `failing this`.
        // شريطه is his tape.
        (Lang::Arabic, Class::Condition) => match view.folded(cue.first) {
            "شريطه" => view.words(cue.span(view)).ends_with('ة') || view.folded_at(cue.last + 1) == "ان",
            word => matches!(word, "بشرط" | "ما" | "مالم"),
        },
        (Lang::English, Class::Alleged) => !is_filled_or_entrusted(view, cue),
        (Lang::English, Class::Possibility) => claims_possible(unit, cue) && !is_forbidden(unit, cue),
        // `may not have to wait long`, قد لا يطول انتظاره: what need not be is no duty.
        (Lang::English, Class::Obligation) => {
            let not =
                |t: usize| matches!(view.folded_at(t), "not" | "never" | "no" | "longer" | "rarely") || view.folded_at(t).ends_with("n't");
            !matches!(view.folded(cue.last), "to") || !(1..3).any(|back| not(cue.first.wrapping_sub(back)))
        }
        // `as long as 17 years` is a length of time.
        (Lang::English, Class::Condition) => {
            view.folded(cue.last) != "as" || !(view.counts_at(cue.last + 1) || matches!(view.folded_at(cue.last + 1), "a" | "an"))
        }
        // `would have won`, not `would have to win` nor `would have a say`.
        (Lang::English, Class::Unreal) => {
            let next = view.folded_at(cue.last + 1);
            next.ends_with("ed") || words::irregular(next).is_some()
        }
        // `nearly won`, not `nearly forty`.
        (Lang::English, Class::Nearly) => {
            let next = view.folded_at(cue.last + 1);
            view.item_at(cue.last + 1).is_some() && (next.ends_with("ed") || words::irregular(next).is_some())
        }
        // What is hardly possible is not said to be possible: لا يكاد يكون من الممكن.
        (Lang::Arabic, Class::Possibility) => {
            let before = view.before(cue.first, 4);
            !before.clone().any(|i| matches!(view.folded(i), "يكاد" | "تكاد")) || !before.into_iter().any(|i| view.folded(i).ends_with("لا"))
        }
        // A title that the translator put in for a pronoun says no more than the article has said; اليوم السابق is no post.
        (Lang::Arabic, class) if class.is_of_a_post() => {
            // `العامين السابقين لوفاته`
            let next = view.folded_at(cue.last + 1);
            let precedes = next.starts_with('ل') && view.folded(cue.first).contains("سابق");
            if precedes || cue.first > view.tokens.0 && turn::arabic_period(view.folded(cue.first - 1)).is_some() {
                return false;
            }
            let before = view.side.items_within(view.before(cue.first, 3));
            !before.is_empty() && before.into_iter().all(|i| unit.partner(lang, i as u32).is_some())
        }
        _ => true,
    }
}
