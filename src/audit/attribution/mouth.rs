//! The same statement from another mouth: who is named as the speaker on either side.

use std::ops::Range;

use super::kind::may_be_same;
use super::statement::Attribution;
use crate::anchor::name::NameMention;
use crate::audit::clearer;
use crate::audit::facing::{facing, partner_token};
use crate::audit::unit::{Note, Unit, View};
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Capital;
use crate::lexicon::{Class, words};

/// Two words less far apart than this, in letters per letter, may be one name.
const ALIKE: f32 = 0.3;

/// The same statement from another mouth.
pub(super) fn other_speaker(unit: &Unit, english: &Attribution, arabic: &[Attribution]) -> Option<Note> {
    let place = facing(unit, Lang::English, english.cue.first, english.cue.last)?;
    let facing = arabic
        .iter()
        .filter(|a| !a.speaker.is_empty())
        .filter(|a| place.contains(&a.cue.first) || arabic.len() == 1)
        .min_by_key(|a| a.cue.first.abs_diff(usize::midpoint(place.start, place.end)))?;
    if english.speaker.is_empty()
        || facing
            .speaker
            .clone()
            .any(|i| unit.arabic.folded(i).is_ascii() || unit.arabic.folded(i).chars().count() == 1 || unit.arabic.folded(i).contains('.'))
    {
        return None;
    }
    let e = Mouth::of(unit, Lang::English, &english.speaker, &facing.speaker, english.speaker.start < english.cue.first);
    let a = Mouth::of(unit, Lang::Arabic, &facing.speaker, &english.speaker, false);
    if e.lost.is_empty() || a.lost.is_empty() || e.astray + a.astray > 1 {
        return None;
    }
    // `المدرب` for Reed: who was named before is known by his office.
    // A word that the lexicon does not know may be no name: صاحب محل رهونات.
    let unknown = |l: &Lost| unit.arabic.item(l.item).kind == Kind::Unknown;
    let named_english = e.lost.iter().any(|l| l.name);
    let named = |m: &Mouth| m.lost.iter().any(|l| l.name && (named_english || !unknown(l)));
    let token = |l: &Lost| unit.arabic.item(l.item).token as usize;
    let article = |l: &Lost| unit.arabic.folded(token(l)).starts_with("ال");
    // المدرب, منصة البث; but not وزير الصحة.
    let construct = |l: &Lost| {
        let kind = words::stands_kind(&unit.arabic.side.tokens, token(l)) && !clearer::may_be(unit, l.item, &[Class::Title]);
        kind && unit.arabic.folded_at(token(l) + 1).starts_with("ال")
    };
    // رئيس الوزراء الإسباني for Sanchez: whoever knows the one knows the other.
    let office = |l: &Lost| clearer::may_be(unit, l.item, &[Class::Title]);
    let of_country = |l: &Lost| clearer::may_be(unit, l.item, &[Class::Demonym]);
    let one_word = unit.english.side.items_within(english.speaker.clone()).len() == 1;
    let known = a.lost.iter().all(|l| article(l) || construct(l)) || one_word && office(&a.lost[0]) && a.lost[1..].iter().any(of_country);
    if named(&e) && !named(&a) && known {
        return None;
    }
    let tokens = |view: &View, m: &Mouth| m.lost.iter().map(|l| view.item(l.item).token as usize).collect::<Vec<_>>();
    let (of_english, of_arabic) = (tokens(&unit.english, &e), tokens(&unit.arabic, &a));
    // `sources with knowledge of the file`, مصادر مطلعة: nobody knows more of either.
    let is_source =
        |word: &str| matches!(word.trim_start_matches(['و', 'ف', 'ل', 'ب']), "source" | "sources" | "مصدر" | "مصادر" | "المصادر");
    let sources = english.speaker.clone().any(|t| is_source(unit.english.folded(t)))
        && facing.speaker.clone().any(|t| is_source(unit.arabic.folded(t)));
    if sources && !named(&e) && !named(&a) {
        return None;
    }
    if sound_alike(unit, &e, &a) || !named(&e) && !named(&a) && may_be_same(unit, of_english.into_iter(), of_arabic.into_iter()) {
        return None;
    }
    // Names that are partly the same are the same, spelled in a way that we do not hear.
    if e.lost.iter().all(|l| l.name) && a.lost.iter().all(|l| l.name) && e.kept > 0 && a.kept > 0 {
        return None;
    }
    // `the country's agency` for that of Indonesia.
    let generic = |l: &Lost| {
        matches!(
            unit.english.folded(unit.english.item(l.item).token as usize),
            "country"
                | "nation"
                | "city"
                | "town"
                | "company"
                | "firm"
                | "group"
                | "team"
                | "club"
                | "newspaper"
                | "magazine"
                | "government"
        )
    };
    if e.kept > 0 && e.lost.iter().all(generic) {
        return None;
    }
    // What an Arabic speaker is stands first: `text messages recovered from a phone`, رسائل نصية استخرجت.
    let head = unit.arabic.side.items_within(facing.speaker.clone()).next().and_then(|i| partner_token(unit, Lang::Arabic, i as u32));
    let speaks_for = facing.speaker.clone().any(|t| unit.arabic.folded(t) == "باسم");
    if !speaks_for && !named(&e) && !named(&a) && head.is_some_and(|t| english.speaker.contains(&t)) {
        return None;
    }
    let strongest = |m: &Mouth| m.lost.iter().map(|l| l.weight).fold(0.0, f32::max);
    let mut odds = strongest(&e).min(2.2) + strongest(&a).min(2.2) - 2.4;
    if e.kept + a.kept == 0 {
        odds += 0.5;
    }
    // The common words of a speaker of whom a part is found may be put in others: `Taiwan's largest chipmaker`, كبرى شركات الرقائق في تايوان.
    if e.kept > 0 && a.kept > 0 && !named(&e) && !named(&a) {
        odds -= 1.5;
    }
    let words = |view: &View, speaker: &Range<usize>| Some(view.side.tokens.span(speaker.start, speaker.end - 1));
    let quoted = unit.quoted(words(&unit.english, &english.speaker), words(&unit.arabic, &facing.speaker));
    let message = format!("In the source “{}” says it; in the translation “{}” does.", quoted.expected, quoted.found);
    Some(Note { message, odds, ..quoted })
}

/// Whether one of the words that seem to be missing sounds like one of those that seem to be new.
fn sound_alike(unit: &Unit, english: &Mouth, arabic: &Mouth) -> bool {
    english.lost.iter().any(|e| {
        let name = Skeleton::english(unit.english.words(unit.english.item(e.item).span));
        arabic.lost.iter().any(|a| {
            let variants = Skeleton::arabic_variants(unit.arabic.folded(unit.arabic.item(a.item).token as usize));
            variants.iter().next().is_some_and(|v| !v.is_empty() && v.distance(&name) < ALIKE)
        })
    })
}

/// What the words for a speaker have on the other side.
struct Mouth {
    lost: Vec<Lost>,
    /// How many items have a counterpart in the other mouth.
    kept: usize,
    /// How many have one elsewhere.
    astray: usize,
}

/// An item without counterpart.
struct Lost {
    item: u32,
    /// How much its absence says, in nats.
    weight: f32,
    /// Whether it seems to be a name.
    name: bool,
}

impl Mouth {
    fn of(unit: &Unit, lang: Lang, tokens: &Range<usize>, facing: &Range<usize>, before: bool) -> Self {
        let view = unit.view(lang);
        let items = view.side.items_within(tokens.clone());
        let mut items: Vec<u32> = (items.start as u32..items.end as u32).collect();
        // From the verb on: what answers for other words is no longer the speaker.
        if lang == Lang::English && before {
            items.reverse();
        }
        let mut mouth = Self { lost: Vec::new(), kept: 0, astray: 0 };
        for i in items {
            let (item, token) = (view.item(i), view.item(i).token as usize);
            if let Some(at) = partner_token(unit, lang, i) {
                if at + 2 >= facing.start && at < facing.end + 2 {
                    mouth.kept += 1;
                } else {
                    mouth.astray += 1;
                    if mouth.kept + mouth.lost.len() > 0 {
                        break;
                    }
                }
                continue;
            }
            let acronym = view.side.tokens.get(token).is_some_and(|t| t.capital == Capital::All) || view.folded(token).chars().count() < 2;
            if !acronym && !words::stands_light(&view.side.tokens, token) && matches!(item.kind, Kind::Word | Kind::Name | Kind::Unknown) {
                let name = is_name(unit, lang, i);
                let weight = -unit.evidence(lang, i);
                mouth.lost.push(Lost { item: i, weight: if name { weight.max(1.4) } else { weight }, name });
            }
        }
        mouth
    }
}

/// Whether item `i` seems to be a name.
fn is_name(unit: &Unit, lang: Lang, i: u32) -> bool {
    let (view, lexicon) = (unit.view(lang), unit.lexicon());
    let item = view.item(i);
    match (lang, item.kind) {
        (Lang::English, _) => {
            let token = item.token as usize;
            item.kind == Kind::Name || view.is_capital(token) && (item.sounds || is_surname(unit, token))
        }
        (Lang::Arabic, Kind::Word) => {
            let readings = view.side.readings.of(item.token as usize);
            !readings.is_empty() && readings.iter().flat_map(|r| lexicon.concepts_of(r.id)).all(|c| lexicon.class(c).is_name())
        }
        (Lang::Arabic, kind) => matches!(kind, Kind::Unknown | Kind::Name),
    }
}

/// Whether an English word ends the longer name of somebody who is named elsewhere, whatever else it means: `Pale` of Estêvão Pale.
fn is_surname(unit: &Unit, token: usize) -> bool {
    let tokens = &unit.english.side.tokens;
    let last = |name: &NameMention| name.parts[1..].last().is_some_and(|t| tokens.folded(*t as usize) == tokens.folded(token));
    unit.context.names.iter().any(last)
}
