//! Rule name-mismatch: a person, place or organisation that has become another, or has lost its name.

mod arabic;
mod article;
pub(super) mod both;
mod deputy;
mod english;
mod given;
mod home;
mod letters;
mod namesake;
mod odds;
mod patronymic;
mod post;
mod slot;
mod sort;
#[cfg(test)]
mod tests;
mod within;

use std::cell::LazyCell;

use super::clearer::{BODIES, before_where_it_lies, is_named, is_where_a_site_lies, is_who_was_named, may_be};
use super::facing::{counterpart, partner_token};
use super::unit::{Note, Unit};
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lexicon::Class;
use crate::span::Span;
use arabic::{Left, Reading};
use english::{Name, Part, names, resembles};
use sort::Sorts;

/// An English name that the Arabic side does not have.
#[derive(Debug)]
struct Lost {
    parts: Vec<Part>,
    span: Span,
    sorts: Sorts,
    first: bool,
    /// Whether all its words are common ones, none of which the gazetteer knows.
    soft: bool,
    /// Whether another lost name stands beside it.
    listed: bool,
    /// Whether other words of its name are there.
    within: bool,
    /// How many words carry it.
    words: usize,
}

/// Log odds that letters in the place of an acronym are another.
const LETTERS: f32 = 0.8;

/// Another name, or none, in the place of a name.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let reading = Reading::new(unit);
    let names = names(unit, &reading);
    let mut left = reading.left(unit);
    left.retain(|other| !home::is_home_word(unit, other) && !home::is_house(unit, other));
    let mut lost: Vec<Lost> = names.iter().flat_map(|n| lost(unit, &reading, n)).collect();
    lost.retain(|name| !home::is_taken_for_granted(unit, name, &left));
    let mut called = both::called_together(unit, &lost).into_iter();
    lost.retain(|_| called.next() == Some(false));
    for i in 1..lost.len() {
        let listed = slot::are_listed(unit, lost[i - 1].last(), lost[i].parts[0].tokens.start) && !lost[i].soft && !lost[i - 1].soft;
        lost[i].listed |= listed;
        lost[i - 1].listed |= listed;
    }
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (l, name) in lost.iter().enumerate() {
        pairs.extend(left.iter().enumerate().map(|(a, other)| (facing(unit, name, other), l, a)).filter(|p| p.0 > -2.0));
    }
    let rest = LazyCell::new(|| odds::Rest::new(unit, &lost));
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut of_lost, mut of_left) = (vec![false; lost.len()], vec![false; left.len()]);
    for (fit, l, a) in pairs {
        if of_lost[l] || of_left[a] || fit < -0.5 {
            continue;
        }
        (of_lost[l], of_left[a]) = (true, true);
        let odds = odds::lost(unit, &lost[l], &left, &rest);
        // A name that the gazetteer knows, a place for a place above all: it need not be told from words that nobody foresaw.
        let named = !left[a].concepts.is_empty() && lost[l].sorts.agree(left[a].sorts);
        let told = if lost[l].is_known() && !lost[l].soft { fit - 1.0 } else { fit };
        let odds = if named || lost[l].soft { odds.max(told) } else { odds };
        notes.push(replaced(unit, lost[l].span, left[a].span, odds));
    }
    within::check(unit, notes);
    let halves: Vec<_> = names.iter().filter_map(|n| given::other_half(unit, &reading, n)).collect();
    for (english, arabic, odds) in &halves {
        left.iter().zip(&mut of_left).filter(|(l, _)| l.span.overlaps(*arabic)).for_each(|(_, paired)| *paired = true);
        notes.push(replaced(unit, *english, *arabic, *odds));
    }
    again(unit, &names, &left, &mut of_left, notes);
    for (name, paired) in lost.iter().zip(&mut of_lost).filter(|(_, paired)| !**paired) {
        if let Some(arabic) = letters::other(unit, &reading, name, &left) {
            *paired = true;
            notes.push(replaced(unit, name.span, arabic, LETTERS));
        }
    }
    let unsaid = |name: &Lost| english::is_heard_in_function_word(unit, name.span) || is_of_an_office(unit, name);
    for (name, _) in lost.iter().zip(&of_lost).filter(|(name, paired)| !**paired && !unsaid(name)) {
        notes.push(alone(unit, Lang::English, name.span, odds::gone(unit, name, &left, &rest)));
    }
    // Letters that were spelled out account for what they stand for: `LSU` and جامعة ولاية لويزيانا.
    let letters = lost.iter().any(Lost::is_unknown_acronym);
    for (name, _) in left.iter().zip(&of_left).filter(|(_, paired)| !**paired && !letters) {
        notes.push(alone(unit, Lang::Arabic, name.span, extra(unit, name)));
    }
    notes.retain(|n| n.odds > -2.0);
    namesake::check(unit, notes);
    post::check(unit, notes);
    notes.extend(deputy::check(unit));
    patronymic::check(unit, notes);
}

/// Whether a name only says of what one named before is the head: `the Ukrainian president said`.
fn is_of_an_office(unit: &Unit, name: &Lost) -> bool {
    let first = unit.english.item_at(name.parts[0].tokens.start);
    first.is_some_and(|i| (i + 2..=(i + 3).min(unit.english.items.1)).any(|end| is_who_was_named(unit, (i, end))))
}

/// A name that the source has twice and the translation once, with another in the place of the second.
fn again(unit: &Unit, names: &[Name], left: &[Left], of_left: &mut [bool], notes: &mut Vec<Note>) {
    for part in names.iter().flat_map(|n| &n.parts).filter(|p| p.found.is_some() && !p.concepts.is_empty() && !p.acronym) {
        let mut items = unit.english.side.items_within(part.tokens.clone()).map(|i| i as u32);
        if items.any(|i| unit.partner(Lang::English, i).is_some()) {
            continue;
        }
        let faces = |o: &Left| !o.common && !o.alike && !o.partly && !o.concepts.is_empty() && part.sorts.agree(o.sorts);
        let other = (0..left.len()).find(|a| !of_left[*a] && faces(&left[*a]) && slot::gap(unit, part.tokens.start, &left[*a].tokens) < 3);
        if let Some(a) = other {
            of_left[a] = true;
            let span = unit.english.side.tokens.span(part.tokens.start, part.tokens.end - 1);
            notes.push(replaced(unit, span, left[a].span, 0.7));
        }
    }
}

/// Log odds that `other` stands in the place of `name`.
fn facing(unit: &Unit, name: &Lost, other: &Left) -> f32 {
    let gap = slot::gap(unit, name.parts[0].tokens.start, &other.tokens);
    let distance = slot::distance(unit, &name.parts, &other.tokens);
    let (known, other_known) = (name.is_known(), !other.concepts.is_empty());
    let sort = name.sorts.agree(other.sorts) && !name.sorts.may_be(Sorts::PERSON);
    // A word that may be a name is one where it faces another of its sort.
    let acronym = name.parts.iter().any(|p| p.acronym);
    let doubtful = other.common && !(known && other_known && name.sorts.agree(other.sorts) && !name.is_common() && !acronym && gap < 3);
    if doubtful || other.alike || name.is_unknown_acronym() || other.partly && !(known && other_known && sort && gap < 6) {
        return f32::NEG_INFINITY;
    }
    if name.soft {
        let reach = if other.tokens.len() > 1 { 5 } else { 3 };
        return if other_known && other.sorts.may_be(Sorts::PLACE.or(Sorts::PERSON)) && gap < reach { 0.5 } else { f32::NEG_INFINITY };
    }
    let mut odds = match (known, other_known) {
        (true, true) if name.sorts.agree(other.sorts) => 2.5,
        (true, true) => -0.4,
        (false, true) => 1.0,
        (true, false) => 0.3,
        (false, false) if distance > 0.5 => 0.3,
        (false, false) => -0.7,
    };
    odds += match gap {
        0..=2 => 0.5,
        3..=5 => 0.0,
        _ if known && other_known => -0.5,
        _ => -1.5,
    };
    if name.words > 1 && other.tokens.len() > 1 {
        odds += 0.5;
    }
    if other.common {
        odds -= 1.5;
    }
    // One word that nothing explains may be any word.
    if !other_known && other.tokens.len() == 1 && !other.introduced {
        odds -= 1.0;
    }
    if name.is_common() {
        odds -= 2.0;
    }
    if name.first && !known && name.words == 1 {
        odds -= 1.0;
    }
    odds
}

/// English words that stand for a person or a thing named before.
const PRONOUNS: [&str; 8] = ["he", "she", "him", "her", "they", "them", "it", "who"];
/// Those that stand for one beside another word, which seldom is the only place where it would be named.
const POSSESSIVES: [&str; 4] = ["his", "hers", "their", "its"];
/// English words that stand for a place named before, or for the names of directions.
#[rustfmt::skip]
const PLACES: [&str; 20] = [
    "capital", "country", "countries", "nation", "city", "town", "state", "island", "there", "here", "region", "kingdom", "republic",
    "government", "north", "south", "east", "west", "local", "home",
];

/// Whether the letters of an English acronym stand in a bracket right behind: `جامعة كاليفورنيا، لوس أنجلوس (UCLA)`.
fn has_its_letters(unit: &Unit, other: &Left) -> bool {
    let (view, english) = (&unit.arabic, &unit.english);
    let bracket = (other.tokens.end..other.tokens.end + 5).find(|t| *t < view.tokens.1 && view.folded(*t) == "(");
    let letters = bracket.map_or("", |t| if t + 1 < view.tokens.1 { view.folded(t + 1) } else { "" });
    letters.len() > 1 && letters.is_ascii() && english.token_range().any(|t| english.folded(t) == letters)
}

/// Whether an Arabic demonym says whose something is that is named right behind: شركة النفط الروسية روسنفت.
fn is_before_its_name(unit: &Unit, other: &Left) -> bool {
    let is_adjective = other.tokens.len() == 1 && unit.arabic.folded(other.tokens.start).ends_with(['ي', 'ه']);
    let view = &unit.arabic;
    // `she told the crowd`, قالت الناشطة السويدية للحشد
    let person = other.tokens.start.checked_sub(1).filter(|t| *t >= view.tokens.0 && view.folded(*t).starts_with("ال"));
    let is_called =
        || person.and_then(|t| view.item_at(t)).is_some_and(|i| unit.partner(Lang::Arabic, i).is_none()) && calls_somebody(unit);
    is_adjective && (has_name_behind(unit, other) || is_called())
}

/// Whether a name that is accounted for stands right behind.
fn has_name_behind(unit: &Unit, other: &Left) -> bool {
    unit.arabic.item_at(other.tokens.end).is_some_and(|i| is_named(unit, i))
}

/// Whether English calls somebody `he` or `she`.
fn calls_somebody(unit: &Unit) -> bool {
    unit.english.token_range().any(|t| matches!(unit.english.folded(t), "he" | "she"))
}

/// Whether an organisation stands where English names only the town that it sits in: المفوضية الأوروبية في بروكسل for `Brussels`.
fn is_called_by_its_town(unit: &Unit, other: &Left) -> bool {
    let (view, english) = (&unit.arabic, &unit.english);
    let town = view.item_at(other.tokens.end + 1).filter(|i| view.folded_at(other.tokens.end) == "في" && is_named(unit, *i));
    let name = town.and_then(|i| partner_token(unit, Lang::Arabic, i));
    name.is_some_and(|t| {
        !matches!(english.folded_at(t.wrapping_sub(1)), "in" | "at" | "from" | "to" | "of" | "near" | "," | "for" | "outside")
    })
}

/// Whether an organisation says what the office is of one who is named right behind or called `he`, as in مدير منظمة الصحة العالمية, or
/// to whom a body belongs.
fn is_of_a_title(unit: &Unit, other: &Left) -> bool {
    let view = &unit.arabic;
    let has_title = (1..4).any(|n| {
        let at = other.tokens.start.checked_sub(n).and_then(|t| view.item_at(t));
        at.is_some_and(|i| may_be(unit, i, &[Class::Title]))
    });
    // وكالة غوث اللاجئين التابعة للأمم المتحدة
    let belongs = || other.tokens.start.checked_sub(1).is_some_and(|t| view.folded(t).starts_with("التابع"));
    has_title && (has_name_behind(unit, other) || calls_somebody(unit)) || belongs()
}

/// Log odds that an Arabic name without counterpart was put in, or lost from an Arabic source.
fn extra(unit: &Unit, other: &Left) -> f32 {
    let hole = slot::has_hole(unit);
    let unknown = other.concepts.is_empty() && other.tokens.len() < 2 && !other.latin && !other.introduced && !slot::lacks_name(unit);
    // بعقوبة is a town, and `with a punishment`.
    let torn = || {
        let word = unit.arabic.folded(other.tokens.start).strip_prefix(['ب', 'ل', 'ك']);
        let read = |rest: &str| unit.arabic.side.readings.of(other.tokens.start).iter().any(|r| unit.lexicon().folded(r.id) == rest);
        other.tokens.len() == 1 && word.is_some_and(read)
    };
    let common = (other.common || torn()) && !(hole && other.introduced);
    if common || other.alike || other.partly || unknown || other.sorts.is(Sorts::PEOPLE) || has_its_letters(unit, other) {
        return f32::NEG_INFINITY;
    }
    // `قم` is a town, and what one says to a person.
    if other.tokens.len() == 1 && unit.arabic.folded(other.tokens.start).chars().count() < 3 {
        return f32::NEG_INFINITY;
    }
    // `There were differences` is no place.
    let exists = |i: usize| {
        unit.english.folded(i) == "there"
            && matches!(unit.english.folded_at(i + 1), "is" | "was" | "are" | "were" | "has" | "have" | "had" | "will")
    };
    let has_sign = |p: usize| (p..other.tokens.start).any(|t| matches!(unit.arabic.folded(t), "،" | "," | "(" | ":"));
    // A word that is translated itself stands for the name only where its translation is beside it: العاصمة باريس.
    let stands = |i: usize| {
        let partner = counterpart(unit, Lang::English, i);
        partner.is_none_or(|p| p + 3 > other.tokens.start && p < other.tokens.start && !has_sign(p))
    };
    let has =
        |words: &[&str]| !hole && unit.english.token_range().any(|i| words.contains(&unit.english.folded(i)) && !exists(i) && stands(i));
    let pronoun: f32 = if has(&PRONOUNS) {
        2.0
    } else if has(&POSSESSIVES) {
        1.0
    } else {
        0.0
    };
    let mut odds = 0.0;
    if other.concepts.is_empty() {
        odds += 0.2 - pronoun.min(if other.latin { 0.8 } else { 1.7 });
    } else if other.sorts.may_be(Sorts::PLACE) {
        odds += 0.5;
        odds -= if has(&PLACES) { 1.5 } else { 0.0 };
        let before = |n: usize| other.tokens.start.checked_sub(n).map_or("", |i| unit.arabic.folded(i));
        // Where a place is that was just named: كيب تاون في جنوب أفريقيا.
        let named = |n: usize| {
            let item = other.tokens.start.checked_sub(n).and_then(|t| unit.arabic.item_at(t));
            let partner = item.and_then(|i| partner_token(unit, Lang::Arabic, i));
            partner.is_some_and(|t| t > unit.english.tokens.0 && unit.english.is_capital(t))
        };
        let lies = before_where_it_lies(&unit.arabic, other.tokens.start).map(|t| other.tokens.start - t);
        // أرخبيل تشاغوس الواقع في المحيط الهندي, بورت لويس عاصمة موريشيوس, منجم إسكونديدا للنحاس في تشيلي
        let within = 1 + usize::from(before(1) == "في");
        let within = within + usize::from(before(within).starts_with("الواقع") || before(within) == "عاصمه");
        let within = within + usize::from(within > 1 && before(within).starts_with("لل"));
        let site = || unit.arabic.item_at(other.tokens.start).is_some_and(|i| is_where_a_site_lies(unit, i));
        odds -= if named(1) || named(within) || lies.is_some_and(named) || site() { 1.5 } else { 0.0 };
        odds -= if (1..3).any(|n| before(n).ends_with("العاصمه")) { 2.0 } else { 0.0 };
        odds -= if is_before_its_name(unit, other) { 1.5 } else { 0.0 };
    } else if other.sorts.may_be(Sorts::PERSON) {
        odds += match other.tokens.len() {
            1 if other.introduced => -0.4,
            1 => -1.0,
            _ => 0.5,
        };
        odds -= pronoun;
    } else {
        odds += if has(&BODIES) { -1.5 } else { 0.2 };
        let otherwise = is_of_a_title(unit, other) || is_called_by_its_town(unit, other) || home::is_called_by_its_capital(unit, other);
        odds -= if otherwise { 1.5 } else { 0.0 };
    }
    // Arabic says names for what English calls it or them; English seldom does without the names of an Arabic source.
    odds += if unit.source() == Lang::Arabic { 0.9 } else { 0.0 };
    odds + if hole { 1.2 } else { 0.0 } - article::known_from_before(unit, other)
}

impl Lost {
    /// Letters that no gazetteer knows: a translation may spell them out.
    fn is_unknown_acronym(&self) -> bool {
        self.parts.iter().all(|p| p.acronym && p.concepts.is_empty())
    }

    /// Its last token.
    fn last(&self) -> usize {
        self.parts[self.parts.len() - 1].tokens.end - 1
    }

    fn is_known(&self) -> bool {
        self.parts.iter().any(|p| !p.concepts.is_empty())
    }

    /// Whether all its words are common ones too.
    fn is_common(&self) -> bool {
        self.parts.iter().all(|p| p.common)
    }
}

/// Another name stands in the place of one.
fn replaced(unit: &Unit, english: Span, arabic: Span, odds: f32) -> Note {
    let quoted = unit.quoted(Some(english), Some(arabic));
    let message = format!("The source names {}; the translation has {} in its place.", quoted.expected, quoted.found);
    Note { message, odds, ..quoted }
}

/// A name of one side that the other has not.
fn alone(unit: &Unit, lang: Lang, span: Span, odds: f32) -> Note {
    let words = unit.view(lang).words(span);
    let message = if lang == unit.source() {
        format!("The source names {words}; the translation does not.")
    } else {
        format!("The translation names {words}; the source does not.")
    };
    let (english, arabic) = lang.english_first(Some(span), None);
    Note { message, odds, kind: Some(unit.one_sided(lang)), severity: Some(Severity::Major), ..unit.quoted(english, arabic) }
}

/// English words for places that have names of their own, before which a word is nothing but that name.
#[rustfmt::skip]
const SITES: [&str; 38] = [
    "park", "lake", "river", "street", "road", "avenue", "square", "bridge", "island", "bay", "valley", "canal", "hill", "mountain", "beach",
    "garden", "hotel", "stadium", "airport", "castle", "palace", "museum", "university", "college", "school", "hospital", "church",
    "cathedral", "theatre", "theater", "village", "district", "province", "county", "prefecture", "region", "peninsula", "station",
];

/// The parts of a name that the Arabic side should have and has not.
fn lost(unit: &Unit, reading: &Reading, name: &Name) -> Vec<Lost> {
    let telling = |p: &Part| !p.concepts.is_empty() || !p.common;
    let make = |parts: Vec<Part>| {
        let soft = !parts.iter().any(telling);
        let words = parts.iter().map(|p| p.tokens.len()).sum();
        let sorts = parts.iter().map(|p| p.sorts).find(|s| *s != Sorts::ANY).unwrap_or(Sorts::ANY);
        let (first, last) = (parts[0].tokens.start, parts[parts.len() - 1].tokens.end);
        let span = unit.english.side.tokens.span(first, last - 1);
        let first = name.first && first == name.tokens().start;
        Lost { span, sorts, first, words, soft, listed: false, within: false, parts }
    };
    if !name.parts.iter().any(telling) {
        // Common words with capitals: `the North`. They tell only where a name faces them.
        let found = name.parts.iter().any(|p| p.found.is_some() || p.acronym);
        return if found || name.first { Vec::new() } else { vec![make(name.parts.clone())] };
    }
    let site = |p: &Part| SITES.contains(&unit.english.folded(p.tokens.start).trim_end_matches('s'));
    let kind = |p: &Part| p.common && p.concepts.is_empty() && p.found.is_some() && site(p);
    let called = |p: &Part| p.concepts.is_empty() && !p.common && !p.acronym && name.parts.iter().skip(1).any(kind);
    if name.is_personal() && !name.parts.first().is_some_and(called) {
        // One part of a person's name is enough.
        // `Secretary of State Mike Pompeo`: the office is not the name.
        let known = name.parts.iter().any(|p| !p.concepts.is_empty());
        let found = name.parts.iter().any(|p| p.found.is_some() && (telling(p) || !known));
        return if found || resembles(unit, reading, &name.parts) { Vec::new() } else { vec![make(name.parts.clone())] };
    }
    // Each place and organisation of a longer name for itself.
    let lost = || name.parts.iter().filter(|p| p.found.is_none() && telling(p) && !resembles(unit, reading, std::slice::from_ref(p)));
    // `the Paris Agreement`, of which the agreement is there.
    let within = |outer: &Part| {
        let span = unit.english.side.tokens.span(outer.tokens.start, outer.tokens.end - 1);
        let lost = english::inner(unit, reading, outer).into_iter().map(move |p| (p, span));
        lost.collect::<Vec<_>>()
    };
    let inner = lost().filter(|p| p.partly).flat_map(within).map(|(p, span)| Lost { span, ..make(vec![p]) });
    let inner: Vec<Lost> = inner.collect();
    if !inner.is_empty() {
        return inner;
    }
    // `Trunamool Park`, of which the park is there: what it is called is lost.
    let within = name.parts.iter().any(|p| p.found.is_some() && p.common);
    let all = name.parts.iter().all(|p| p.found.is_none() || kind(p));
    lost().filter(|p| !p.concepts.is_empty() || all).map(|p| Lost { within, ..make(vec![p.clone()]) }).collect()
}
