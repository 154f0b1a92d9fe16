//! Pairs of opposites that mean the same all the same: `not open`, مغلق; `did little to help`, لم يساعد كثيرا.

use crate::audit::facing::{next_item, partner_token};
use crate::audit::polarity::cue::{Cue, Strength, positive};
use crate::audit::polarity::pairing::Pairing;
use crate::audit::role::is_told_from_the_other_side;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::denial::denies;

/// So many tokens after a denial, what stands there may still be denied.
const REACH: usize = 16;

/// Whether a denial makes an opposite right (`not open` is `closed`), or one of the two words answers for a denial itself.
pub(super) fn is_explained(unit: &Unit, denials: &Pairing, e: u32, a: u32) -> bool {
    let (english, arabic) = (Denied::new(unit, denials, Lang::English, e), Denied::new(unit, denials, Lang::Arabic, a));
    let differ = |one: &Denied, other: &Denied| one.oddly && !other.oddly && !other.maybe;
    is_converse(unit, e, a)
        || is_told_from_the_other_side(unit, unit.english.item(e).token as usize, unit.arabic.item(a).token as usize)
        || is_outcome(unit, e)
        || is_first(unit, e)
        || is_barely(unit, a)
        || is_little(unit, e, a)
        || is_excepted(unit, e, a)
        || is_reduced(unit, a)
        || is_laid_down(unit, e, a)
        || english.itself
        || arabic.itself
        || differ(&english, &arabic)
        || differ(&arabic, &english)
        || english.alone != arabic.alone
}

/// Whether `leaving` says what came of something: `, leaving the rate at 3.1%` goes from nowhere.
fn is_outcome(unit: &Unit, e: u32) -> bool {
    let (view, at) = (&unit.english, unit.english.item(e).token as usize);
    at > view.tokens.0 && view.folded(at) == "leaving" && view.folded(at - 1) == ","
}

/// Whether `opening` is only the first of several, and Arabic says so: `the opening quarter`, الربع الأول.
fn is_first(unit: &Unit, e: u32) -> bool {
    let first = |t: usize| matches!(unit.arabic.folded_at(t), "الاول" | "الاولي" | "الافتتاحي" | "الافتتاحيه");
    let at = unit.english.item(e).token as usize;
    let noun = unit.english.item_at(at + 1).filter(|_| unit.english.folded(at) == "opening");
    noun.and_then(|i| partner_token(unit, Lang::English, i)).is_some_and(|t| (t + 1..t + 3).any(first))
}

/// Whether an Arabic word is hardly so: لا يكاد يكون من الممكن is `nearly impossible`.
fn is_barely(unit: &Unit, a: u32) -> bool {
    let (view, at) = (&unit.arabic, unit.arabic.item(a).token as usize);
    view.before(at, REACH).any(|t| {
        matches!(view.folded(t), "يكاد" | "تكاد" | "بالكاد")
            && (view.folded(t) == "بالكاد" || without_conjunction(view.folded_at(t.wrapping_sub(1))) == "لا")
    })
}

/// Whether an Arabic word for much is denied where English says little: `did little to help`, لم يساعد كثيرا.
fn is_little(unit: &Unit, e: u32, a: u32) -> bool {
    let view = &unit.arabic;
    let little = matches!(unit.english.folded(unit.english.item(e).token as usize), "little" | "few" | "small" | "minor" | "slight");
    let at = view.item(a).token as usize;
    little && view.before(at, REACH).any(|t| denies(view.folded(t)))
}

/// Whether an Arabic deed but for what إلا names is one that English says of that only: يمنعه من الوصول إلا يومين, `allow only two days`.
fn is_excepted(unit: &Unit, e: u32, a: u32) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let only = |t: usize| matches!(english.folded(t), "only" | "just" | "solely");
    let (of, at) = (english.item(e).token as usize, arabic.item(a).token as usize);
    arabic.behind(at, REACH).any(|t| arabic.folded(t) == "الا") && english.around(of, 2, REACH).any(only)
}

/// Whether the word behind an Arabic one turns it: بسرعة أقل is slower, إلا بعد before.
fn is_reduced(unit: &Unit, a: u32) -> bool {
    let (view, at) = (&unit.arabic, unit.arabic.item(a).token as usize);
    // `less on the text than on people`, على الناس أكثر مما على النص
    let turned = view.folded(at) == "اكثر" && matches!(view.folded_at(at + 1), "مما" | "منه" | "منها");
    turned || matches!(view.folded_at(at + 1), "اقل" | "ادني") || view.folded(at) == "بعد" && view.folded_at(at.wrapping_sub(1)) == "الا"
}

/// Whether weapons stand in Arabic because they are given up, as English says in one word: `disarm`, يسلم سلاحه.
fn is_laid_down(unit: &Unit, e: u32, a: u32) -> bool {
    const STEMS: [&str; 7] = ["سلم", "تسليم", "القي", "القاء", "لقي", "تخل", "نزع"];
    let (view, at) = (&unit.arabic, unit.arabic.item(a).token as usize);
    let gives_up = |t: usize| {
        let word = without_conjunction(view.folded(t)).trim_start_matches('س').trim_start_matches(['ي', 'ت']);
        STEMS.iter().any(|stem| word.starts_with(stem) || view.folded(t).contains(stem))
    };
    unit.english.folded(unit.english.item(e).token as usize).starts_with("disarm")
        && (view.folded(at).contains("سلاح") || view.folded(at).contains("اسلح"))
        && view.before(at, 3).any(gives_up)
}

/// Whether the same deed is told from the other side: `the coast lost to Chile`, الساحل الذي فازت به تشيلي.
fn is_converse(unit: &Unit, e: u32, a: u32) -> bool {
    let verb = unit.english.item(e).token as usize;
    let gives = matches!(unit.english.folded(verb), "lost" | "lose" | "loses" | "losing" | "sold" | "sell" | "sells" | "selling" | "lent");
    let to = gives && unit.english.folded_at(verb + 1) == "to";
    let other = next_item(&unit.english, verb + 2, 3).filter(|_| to).and_then(|i| partner_token(unit, Lang::English, i));
    let deed = unit.arabic.item(a).token as usize;
    // فاز على تشيلي has it for the loser again.
    other.is_some_and(|t| (deed + 1..=deed + 2).contains(&t) && unit.arabic.folded(t - 1) != "علي")
}

/// How a word is denied.
struct Denied {
    /// It is a denial, and answered or no more than one.
    itself: bool,
    /// An odd number of denials governs it.
    oddly: bool,
    /// A firm denial stands not far before it.
    maybe: bool,
    /// It may be what a denial without answer denies.
    alone: bool,
}

impl Denied {
    fn new(unit: &Unit, denials: &Pairing, lang: Lang, item: u32) -> Self {
        let view = unit.view(lang);
        let token = view.item(item).token as usize;
        let is = |c: &Cue| (c.first..=c.last).contains(&token);
        let is_adjective = |c: &Cue| {
            let word = view.folded(c.first);
            c.strength == Strength::Soft && (word.ends_with("ly") || positive(unit, word).is_some())
        };
        let governs = |c: &&Cue| c.strength >= Strength::Soft && !is(c) && !is_adjective(c) && c.heads.iter().take(2).any(|h| *h == item);
        // What stands behind a `but` is not what was denied before it.
        let turns =
            |t: usize| matches!(view.folded(t), "but" | "however" | "بل") || view.folded(t).trim_start_matches('و').starts_with("لكن");
        let reaches = |c: &Cue| c.last < token && token - c.last <= REACH && !(c.last + 1..token).any(turns);
        let cues = denials.cues(lang);
        Self {
            itself: cues.iter().any(|c| is(c) && (c.strength == Strength::Firm || c.is_answered())),
            maybe: cues.iter().any(|c| c.strength == Strength::Firm && reaches(c)),
            oddly: cues.iter().filter(governs).count() % 2 == 1,
            alone: denials.unanswered(lang).any(|c| c.heads.contains(&item)),
        }
    }
}
