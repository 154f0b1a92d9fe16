//! Two nouns that stand each in the place of the other: `Haddad was a pilot, and the doctor got a new passport`, which has become
//! كان الطبيب طيارا، وحصل حداد على جواز سفر جديد.

use super::arguments::{is_counted, is_determiner};
use super::{Person, SURE, note};
use crate::audit::number::derived::is_turned;
use crate::audit::polarity::word::says;
use crate::audit::unit::{Note, Unit, View};
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lexicon::words;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 0.6;
/// From so many places on it makes no difference how far apart two words are.
const FAR: usize = 6;
/// So much nearer to the words beside it, in places, each of the two must come by changing places.
const NEARER: isize = 3;

/// Between nouns of one phrase, which Arabic has in another order, stand no other words of grammar than these.
const WITHIN: &[&str] = &["of", "and", "for", "the", "a", "an", "in", "or"];
/// Words with which one of the two has another place in Arabic: the doer of a passive, or who says it.
const MOVING: &[&str] = &["by", "from", "said", "says", "say", "told", "according", "added"];

/// An English word with its counterpart.
struct Link {
    token: usize,
    person: Person,
    /// Items of both sides.
    items: (u32, u32),
    /// The place of the counterpart among all of them.
    place: usize,
}

/// Of two words that are neighbours in English, the counterparts are neighbours in 64 of 100 cases, one word stands between them in
/// 22, two in 8, three in 3, four in 1 (counted on 10,600 right pairs): each word more is about `e` times rarer. So by how many words
/// nearer two words come to those beside them by changing places says, in nats, how likely it is that they did.
pub(super) fn check(unit: &Unit) -> Option<Note> {
    // `spent eight times as much as Estonia`: what Estonia spent is an eighth of it.
    if is_turned(unit) { None } else { found(unit) }
}

/// Whether two that are compared have changed places.
pub(in crate::audit) fn found(unit: &Unit) -> Option<Note> {
    let view = &unit.english;
    let links = links(unit);
    // Where a word stands well, nothing can be won.
    let astray = |i: &usize| distance(&links, *i, links[*i].place, *i) > NEARER as usize;
    let nouns: Vec<usize> = (0..links.len()).filter(|i| astray(i) && is_noun(view, &links[*i])).collect();
    let pairs = nouns.iter().enumerate().flat_map(|(n, i)| nouns[n + 1..].iter().map(|j| (*i, *j)));
    let swapped = |(i, j): &(usize, usize)| {
        nearer(&links, *i, *j).min(nearer(&links, *j, *i)) >= NEARER
            && is_apart(view, links[*i].token, links[*j].token)
            && !is_same(unit, &links[*i], &links[*j])
            && is_alone(unit, &links, *i)
            && is_alone(unit, &links, *j)
    };
    let (i, j) = pairs.filter(swapped).max_by_key(|(i, j)| nearer(&links, *i, *j) + nearer(&links, *j, *i))?;
    let (first, last) = (&links[i], &links[j]);
    let (cue, place) = (view.side.tokens.span(first.token, first.token), first.person.place.0);
    Some(note(unit, cue, unit.arabic.side.tokens.span(place, place), &[&first.person, &last.person], ODDS))
}

/// The English words that are surely accounted for, in order.
fn links(unit: &Unit) -> Vec<Link> {
    let (view, arabic) = (&unit.english, &unit.arabic);
    let sure = |e: &u32| unit.accident(Lang::English, *e) <= SURE && !words::stands_light(&view.side.tokens, view.item(*e).token as usize);
    let pairs = view.item_range().filter(sure).filter_map(|e| Some((e, unit.partner(Lang::English, e)?)));
    let link = |(e, a): (u32, u32)| {
        let at = arabic.item(a).token as usize;
        Link { token: view.item(e).token as usize, person: Person { span: view.item(e).span, place: (at, at) }, items: (e, a), place: 0 }
    };
    let mut links: Vec<Link> = pairs.map(link).collect();
    links.dedup_by_key(|l| l.items.1);
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|i| links[*i].items.1);
    for (place, i) in order.into_iter().enumerate() {
        links[i].place = place;
    }
    links
}

/// How far the counterparts of the words beside `i` are from `place`; that of `but` does not count.
fn distance(links: &[Link], i: usize, place: usize, but: usize) -> usize {
    let beside = [i.checked_sub(1), Some(i + 1).filter(|k| *k < links.len())];
    beside.into_iter().flatten().filter(|k| *k != but).map(|k| links[k].place.abs_diff(place).clamp(1, FAR)).sum()
}

/// How much nearer to the words beside it `i` would be in the place of `j`.
fn nearer(links: &[Link], i: usize, j: usize) -> isize {
    distance(links, i, links[i].place, j) as isize - distance(links, i, links[j].place, j) as isize
}

/// Whether a word is a name, or has an article or owner before it. The first of a sentence has a capital anyway.
fn is_noun(view: &View, link: &Link) -> bool {
    let before = view.folded_at(link.token.wrapping_sub(1));
    let named = || link.token > view.tokens.0 || view.item(link.items.0).kind == Kind::Name;
    view.is_capital(link.token) && named() || is_determiner(before)
}

/// Whether word `i` stands once, and is no number nor date.
fn is_alone(unit: &Unit, links: &[Link], i: usize) -> bool {
    let (view, span) = (&unit.english, links[i].person.span);
    let again = links.iter().filter(|l| view.folded(l.token) == view.folded(links[i].token)).count() > 1;
    // غربي كركوك ... والي كركوك: the name may have been said at either place.
    let (arabic, at) = (&unit.arabic, links[i].person.place.0);
    let bare = |t: usize| arabic.folded(t).trim_start_matches(['و', 'ب', 'ل']);
    let there_again = arabic.token_range().any(|t| t != at && bare(t) == bare(at));
    !again && !there_again && !is_counted(view, span)
}

/// Whether two English words are no parts of one phrase, and neither has for its part another place in Arabic.
fn is_apart(view: &View, first: usize, last: usize) -> bool {
    // A headline has capitals everywhere.
    let splits = |t: usize| {
        view.is_word(t) && !view.is_capital(t) && words::stands_function(&view.side.tokens, t) && !WITHIN.contains(&view.folded(t))
    };
    let moves = |t: usize| MOVING.contains(&view.folded_at(t));
    (first + 1..last).any(splits) && !(first + 1..last + 3).any(moves)
}

/// Whether either word may have the counterpart of the other: they mean the same, or one says what the other is, as `the city` of Delhi.
fn is_same(unit: &Unit, one: &Link, other: &Link) -> bool {
    let view = &unit.english;
    let is_kind = |of: &Link, name: &Link| words::stands_kind(&view.side.tokens, of.token) && view.is_capital(name.token);
    if is_kind(one, other) || is_kind(other, one) {
        return true;
    }
    says(unit, one.items.0, other.items.1) || says(unit, other.items.0, one.items.1)
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn nouns_in_the_place_of_each_other_are_found() {
        for (english, arabic) in [
            (
                "She explained that Haddad was a pilot for the airline and the doctor would be given a new passport.",
                "أوضحت أن الطبيب كان طيارا في شركة الطيران وأن حداد سيحصل على جواز سفر جديد.",
            ),
            (
                "He was active in the union when Haddad resigned as chairman, appointing Khalil as acting treasurer.",
                "كان نشيطا في النقابة عندما استقال خليل من منصب الرئيس، وعين حداد أمينا للصندوق بالنيابة.",
            ),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn nouns_that_move_with_their_phrases_are_not() {
        for (english, arabic) in [
            (
                "The French victory at the lake forced the Austrians to give up Milan.",
                "أجبر النصر الفرنسي عند البحيرة النمساويين على التخلي عن ميلانو.",
            ),
            (
                "The factory was sold to the manufacturer in April by the state of Bavaria.",
                "باعت ولاية بافاريا المصنع في أبريل إلى صاحب المصانع.",
            ),
            (
                "Schools in Delhi will stay closed until Wednesday as smog blankets the city.",
                "فيما يلف ضباب دخاني دلهي، ستبقى مدارس المدينة مغلقة حتى الأربعاء.",
            ),
            (
                "Forces arrested the so-called \"governor of Kirkuk\" in the group along with two of his aides, in an ambush west of the city.",
                "أطاح كمين للقوات غربي كركوك بمن يسمى \"والي كركوك\" في التنظيم واثنين من معاونيه.",
            ),
            ("She joined the London College of Music as a teacher.", "انضمت إلى كلية لندن للموسيقى معلمة."),
            ("The bridge to the island is unsafe, the mayor of Basra said.", "قال رئيس بلدية البصرة إن الجسر إلى الجزيرة غير آمن."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
