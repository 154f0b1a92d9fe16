//! Two ends that changed places: `from China to Germany`, which has become من ألمانيا إلى الصين; `older than his rival`, `ruled by Denmark`.

use super::any::is_two_sided;
use super::arguments::{after, before};
use super::relative::resumes;
use super::{Person, is_broken, is_means, note, person, stands_before};
use crate::audit::clearer;
use crate::audit::facing::partner_token;
use crate::audit::unit::{Note, Unit, View, only};
use crate::audit::verb;
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::token::Kind;
use crate::lexicon::{Class, words};

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.0;
/// How far, in tokens, the second end may stand from the first.
const REACH: usize = 7;
/// The same of `to` behind `from`.
const FAR: usize = 11;

static FROM: Question = Question::new();
static THAN: Question = Question::new();
static BY: Question = Question::new();

pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    notes.extend(directions(unit).or_else(|| direction(unit)));
    notes.extend(comparison(unit));
    passives(unit, notes);
    notes.extend(construct(unit));
}

/// `the lawyer of the victim`, which has become ضحية المحامي, the victim of the lawyer.
fn construct(unit: &Unit) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let owned = |of: usize| {
        let item = view.item_at(of.checked_sub(1)?)?;
        let place = partner_token(unit, Lang::English, item)?;
        Some(Person { span: view.item(item).span, place: (place, place) })
    };
    let article = |t: usize| arabic.folded(t).starts_with("ال") || arabic.folded(t).starts_with("لل") || arabic.folded(t).contains("ال");
    let nouns = view.token_range().skip(1).filter(|t| view.folded(*t) == "of" && view.folded_at(t + 1) == "the");
    let pairs = nouns.filter_map(|of| Some((of, owned(of)?, noun_behind(unit, of)?.1)));
    pairs.into_iter().find_map(|(of, thing, owner)| {
        let turned = owner.place.0 + 1 == thing.place.0 && !article(owner.place.0) && arabic.folded(thing.place.0).starts_with("ال");
        let cue = view.side.tokens.span(of, of);
        turned.then(|| note(unit, cue, arabic.side.tokens.span(owner.place.0, thing.place.0), &[&thing, &owner], ODDS))
    })
}

/// The first noun behind token `t` with what accounts for it, before a mark or a verb.
pub(super) fn noun_behind(unit: &Unit, t: usize) -> Option<(usize, Person)> {
    let view = &unit.english;
    let is_word = |t: &usize| view.is_word(*t);
    let determiner = |t: usize| matches!(view.folded(t), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "both");
    let at = view.behind(t, 3).take_while(is_word).find(|t| !determiner(*t))?;
    let item = view.item_at(at)?;
    let place = partner_token(unit, Lang::English, item)?;
    Some((at, Person { span: view.item(item).span, place: (place, place) }))
}

/// The noun of `his former client` behind token `t` for which the Arabic has token `place`.
fn owned_behind(unit: &Unit, t: usize, place: usize) -> Option<Person> {
    /// How far, in tokens, it may stand behind its possessive.
    const REACH: usize = 3;
    let view = &unit.english;
    if !matches!(view.folded_at(t + 1), "his" | "her" | "its" | "their") {
        return None;
    }
    let items = (t + 2..=t + 1 + REACH).filter_map(|at| view.item_at(at));
    let found = items.take(REACH).find(|item| partner_token(unit, Lang::English, *item) == Some(place))?;
    Some(Person { span: view.item(found).span, place: (place, place) })
}

/// `from X to Y`, of which each end has the preposition of the other.
fn directions(unit: &Unit) -> Option<Note> {
    let view = &unit.english;
    for from in view.tokens_that_are(&FROM, |word| word == "from") {
        let to = view.behind(from + 1, FAR - 2).find(|t| view.folded(*t) == "to");
        let Some(to) = to.filter(|to| !is_clause(view, from, *to)) else { continue };
        if let Some(note) = crossed(unit, from, to) {
            return Some(note);
        }
        let (Some((first, source)), Some((_, goal))) = (noun_behind(unit, from), noun_behind(unit, to)) else { continue };
        let marked = |person: &Person, mark: &str| right_before(&unit.arabic, person.place.0, mark);
        let counts = |p: &Person| view.quantities().iter().any(|q| q.span.overlaps(p.span));
        if first < to && marked(&source, "الي") && marked(&goal, "من") && !counts(&source) && !counts(&goal) {
            let cue = view.side.tokens.span(from, to);
            let arabic = unit.arabic.side.tokens.span(source.place.0.min(goal.place.0) - 1, source.place.0.max(goal.place.0));
            return Some(note(unit, cue, arabic, &[&source, &goal], ODDS));
        }
    }
    None
}

/// `from the account of A in X to that of B in Y`: all that is accounted for between `from` and `to` stands behind إلى, and all behind
/// `to` stands behind من.
fn crossed(unit: &Unit, from: usize, to: usize) -> Option<Note> {
    /// So many words of an end tell where it stands; behind them something else may begin.
    const MOST: usize = 3;
    let (view, arabic) = (&unit.english, &unit.arabic);
    let goes_on =
        |t: &usize| view.side.tokens.get(*t).is_some_and(|w| w.kind != Kind::Symbol || matches!(view.folded(*t), "-" | "'" | "’"));
    let end = view.behind(to, FAR - 1).take_while(goes_on).last()? + 1;
    // What stands twice may be taken for either.
    let is_once = |at: usize| arabic.token_range().filter(|t| arabic.folded(*t) == arabic.folded(at)).count() == 1;
    let mark = |at: usize| {
        let before = arabic.before(at, REACH).rev();
        before.map(|t| arabic.folded(t)).find(|word| matches!(*word, "من" | "الي"))
    };
    let all_behind = |range: std::ops::Range<usize>, preposition: &str| -> Option<Vec<Person>> {
        let place = |t: usize| {
            let item = view.item_at(t)?;
            let at = partner_token(unit, Lang::English, item).filter(|at| is_once(*at))?;
            Some(Person { span: view.item(item).span, place: (at, at) })
        };
        let all: Vec<Person> = range.filter_map(place).take(MOST).collect();
        (all.len() > 1 && all.iter().all(|p| mark(p.place.0) == Some(preposition))).then_some(all)
    };
    let (sources, goals) = (all_behind(from + 1..to, "الي")?, all_behind(to + 1..end, "من")?);
    let places = || sources.iter().chain(&goals).map(|p| p.place.0);
    let there = arabic.side.tokens.span(places().min()?, places().max()?);
    Some(note(unit, view.side.tokens.span(from, to), there, &[sources.first()?, goals.first()?], ODDS))
}

/// A lone `from X`, which has become إلى X.
fn direction(unit: &Unit) -> Option<Note> {
    const TO: [&str; 6] = ["to", "into", "towards", "toward", "for", "at"];
    let (view, arabic) = (&unit.english, &unit.arabic);
    let any = |words: &[&str]| view.token_range().any(|t| words.contains(&view.folded(t)));
    let from = only(view.tokens_that_are(&FROM, |word| word == "from"))?;
    if any(&TO) || only(arabic.token_range().filter(|t| arabic.folded(*t) == "الي")).is_none() {
        return None;
    }
    let (first, source) = noun_behind(unit, from)?;
    let counted = view.quantities().iter().any(|q| q.span.overlaps(source.span));
    // `from a Bronze Age grave`, يعود إلى العصر البرونزي
    let dates = |t: usize| ["يعود", "تعود", "يرجع", "ترجع", "عايد", "راجع"].iter().any(|stem| arabic.folded(t).contains(stem));
    let dated = arabic.before(source.place.0, 4).any(dates);
    let turned = view.is_capital(first) && !counted && !dated && right_before(arabic, source.place.0, "الي");
    turned.then(|| {
        // All of the name: `from South Korea`.
        let end = (first..view.tokens.1).find(|t| !view.is_capital(*t)).unwrap_or(view.tokens.1);
        let mark = (arabic.tokens.0..source.place.0).rev().find(|t| arabic.folded(*t) == "الي").unwrap_or(source.place.0);
        let quoted = unit.quoted(Some(view.side.tokens.span(from, end - 1)), Some(arabic.side.tokens.span(mark, source.place.1)));
        let message = format!("The direction is reversed: the source says “{}”, the translation “{}”.", quoted.expected, quoted.found);
        Note { message, odds: ODDS, ..quoted }
    })
}

/// Whether something other than a phrase stands between two tokens.
fn is_clause(view: &View, from: usize, to: usize) -> bool {
    (from + 1..to)
        .any(|t| view.side.tokens.get(t).is_none_or(|w| w.kind == Kind::Symbol && view.folded(t) != "-") || view.folded(t) == "and")
}

/// Whether a preposition stands right before an Arabic token, or is joined to it.
pub(super) fn right_before(view: &View, token: usize, mark: &str) -> bool {
    (1..3).any(|back| {
        token >= view.tokens.0 + back
            && view.folded(token - back) == mark
            && (back == 1 || view.folded(token - 1) != "من" && view.folded(token - 1) != "الي")
    })
}

/// `X is older than Y`, where Y is older than X in Arabic.
fn comparison(unit: &Unit) -> Option<Note> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let than = view.tokens_that_are(&THAN, |word| word == "than").next()?;
    let (_, other) = noun_behind(unit, than)?;
    let compared = |t: usize| view.folded(t).ends_with("er") || matches!(view.folded(t), "more" | "less" | "better" | "worse" | "fewer");
    let degree = view.before(than, 4).rev().find(|t| compared(*t))?;
    // Who is compared stands before the verb: the first noun of the clause.
    let (start, end) = before(view, degree);
    let own = person(unit, (usize::MAX, usize::MAX), (start..end).rev().filter(|t| view.item_at(*t).is_some() && is_noun(view, *t)))?;
    let counts = view.quantities().iter().any(|q| q.span.overlaps(other.span) || q.span.overlaps(own.span));
    let elative = |t: usize| {
        let word = arabic.folded(t);
        word.starts_with('ا') && !word.starts_with("ال") && matches!(word.chars().count(), 3..=4)
    };
    let between = other.place.1 + 1..own.place.0;
    let turned = !counts && other.place.1 < own.place.0 && own.place.0 - other.place.1 < REACH && right_before(arabic, own.place.0, "من");
    let marked = right_before(arabic, other.place.0, "من");
    let cue = view.side.tokens.span(degree, than);
    (turned && !marked && between.clone().any(elative) && !is_broken(arabic, other.place.1, own.place.0))
        .then(|| note(unit, cue, arabic.side.tokens.span(other.place.0, own.place.0), &[&own, &other], ODDS))
}

/// Whether token `t` may name somebody or something that is compared.
fn is_noun(view: &View, t: usize) -> bool {
    view.is_capital(t) || matches!(view.folded_at(t.wrapping_sub(1)), "the" | "his" | "her" | "its" | "their")
}

/// `X was ruled by Y`, where X follows its verb in Arabic as who does it, and Y as whom it is done to; or X stands before the verb, which
/// has no pronoun for X.
fn passives(unit: &Unit, notes: &mut Vec<Note>) {
    let (view, arabic) = (&unit.english, &unit.arabic);
    for by in view.tokens_that_are(&BY, |word| word == "by").filter(|t| *t > view.tokens.0 + 1 && !is_means(view, *t + 1)) {
        let verb = by - 1;
        let be = |t: usize| words::is_passive_helper(view.folded(t));
        let helper = view.before(verb, 3).rev().find(|t| be(*t));
        let participle = view.folded(verb).ends_with("ed") || words::irregular(view.folded(verb)).is_some();
        let Some(helper) = helper.filter(|_| participle && !is_two_sided(unit, verb)) else { continue };
        let Some(at) = view.item_at(verb).and_then(|i| partner_token(unit, Lang::English, i)) else { continue };
        let is_verb = verb::gender(unit, at).is_some();
        if !is_verb && !verb::may_be_past(unit, at) {
            continue;
        }
        let (start, end) = before(view, helper);
        let victim = person(unit, (at, at), (start..end).rev());
        let (start, end) = after(view, verb, true);
        let doer = person(unit, (at, at), start..end).or_else(|| owned_behind(unit, by, at + 1));
        let (Some(victim), Some(doer)) = (victim, doer) else { continue };
        let marked = |p: &Person| {
            ["علي", "ل", "ب", "الي", "عن", "من", "قبل", "يد", "بسبب", "بفعل", "نتيجه", "جراء", "اثر"]
                .iter()
                .any(|m| stands_before(unit, p.place.0, m))
        };
        let order = victim.place.0 == at + 1 && doer.place.0 > victim.place.1 && doer.place.0 <= victim.place.1 + 3;
        // `visited by an inspector`, زار المدرسة مفتش: the subject has no article and comes last.
        let owned = |p: &Person| {
            view.side.tokens.within(p.span).start.checked_sub(1).is_some_and(|t| matches!(view.folded(t), "his" | "her" | "its" | "their"))
        };
        // ساحل فريزيا: what is of something known is known.
        let of_name = |p: &Person| {
            let owner = arabic.item_at(p.place.1 + 1).and_then(|i| unit.partner(Lang::Arabic, i));
            owner.is_some_and(|e| view.is_capital(view.item(e).token as usize))
        };
        let definite = |p: &Person| {
            // `Phoenician traders` are not known by their adjective.
            let named = p.span.of(view.text).split_whitespace().last().is_some_and(|w| w.starts_with(char::is_uppercase));
            arabic.folded(p.place.0).starts_with("ال") || named || owned(p) || of_name(p)
        };
        // ابتكر الفيلكرو المهندس جورج دي ميسترال: what he is tells who does it.
        let titled = (victim.place.1 + 1..doer.place.0)
            .filter_map(|t| arabic.item_at(t))
            .any(|i| clearer::may_be(unit, i, &[Class::Title, Class::Demonym]));
        let in_front =
            (1..=1 + usize::from(is_verb)).contains(&at.saturating_sub(victim.place.1)) && doer.place.0 == at + 1 && !resumes(unit, at);
        let as_verb_first =
            || order && verb::gender(unit, at).is_some() && !titled && !marked(&victim) && definite(&victim) == definite(&doer);
        let as_noun_first = || in_front && !marked(&victim) && !is_broken(arabic, victim.place.0, at);
        let converse = verb::agrees_with_other(unit, at, victim.place.0, doer.place.0);
        if (as_verb_first() || as_noun_first()) && !converse && !marked(&doer) && !is_broken(arabic, at, doer.place.1) {
            notes.push(note(unit, view.side.tokens.span(verb, by), arabic.side.tokens.span(at, at), &[&victim, &doer], ODDS));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn ends_that_changed_places_are_found() {
        for (english, arabic) in [
            ("Exports from China to Germany rose.", "ارتفعت الصادرات من ألمانيا إلى الصين."),
            ("The virus spread from bats to humans.", "انتقل الفيروس من البشر إلى الخفافيش."),
            ("The ship carries cars from South Korea.", "تحمل السفينة سيارات إلى كوريا الجنوبية."),
            (
                "Money went from the broker's account in Dubai to that of the minister's wife in Larnaca.",
                "نقلت الأموال من حساب زوجة الوزير في لارنكا إلى حساب الوسيط في دبي.",
            ),
            ("Ronaldo scored more goals than Messi.", "سجل ميسي أهدافا أكثر من رونالدو."),
            ("Iceland was ruled by Denmark until 1918.", "حكمت أيسلندا الدنمارك حتى عام 1918."),
            ("The lawyer of the victim spoke to the press.", "تحدثت ضحية المحامي إلى الصحافة."),
            ("The lawyer was accused by her driver.", "إن المحامية اتهمت سائقها."),
            ("The lawyer was accused by his driver.", "المحامي اتهم سائقه."),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn ends_that_stay_are_not() {
        for (english, arabic) in [
            ("Exports from China to Germany rose.", "ارتفعت صادرات الصين إلى ألمانيا."),
            ("Nurses were told by email that the clinic would close.", "أُبلغت الممرضات عبر البريد الإلكتروني بأن العيادة ستغلق."),
            (
                "Money went from the broker's account in Dubai to that of the minister's wife in Larnaca.",
                "نقلت الأموال إلى حساب زوجة الوزير في لارنكا من حساب الوسيط في دبي.",
            ),
            ("Exports from China to Germany rose.", "ارتفعت الصادرات إلى ألمانيا من الصين."),
            ("Ronaldo scored more goals than Messi.", "سجل رونالدو أهدافا أكثر من ميسي."),
            ("Ronaldo scored more goals than Messi.", "تفوق على ميسي رونالدو بأهداف أكثر."),
            ("Iceland was ruled by Denmark until 1918.", "حكمت الدنمارك أيسلندا حتى عام 1918."),
            ("Iceland was ruled by Denmark until 1918.", "كانت أيسلندا تحت حكم الدنمارك حتى عام 1918."),
            ("The lawyer of the victim spoke to the press.", "تحدث محامي الضحية إلى الصحافة."),
            ("The wall was followed by the gate.", "تبع الجدار البوابة."),
            ("The lawyer was accused by her driver.", "إن المحامية اتهمها سائقها."),
            ("The lawyer was accused by her driver.", "إن المحامية اتهمت من سائقها."),
            ("Velcro was invented by George de Mestral.", "اخترع الفيلكرو المهندس جورج دي ميسترال."),
            ("The ship carries cars from South Korea.", "تحمل السفينة سيارات من كوريا الجنوبية إلى الميناء."),
            ("The sword was pulled from a Bronze Age grave.", "استخرج السيف من قبر يعود إلى العصر البرونزي."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
