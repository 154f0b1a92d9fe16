//! The names of the English side of a bead, and whether the Arabic side has them.

use std::ops::Range;

use super::arabic::Reading;
use super::sort::Sorts;
use crate::audit::unit::Unit;
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lexicon::{Class, words};
use crate::span::Span;

/// One word or gazetteer entry of a name.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The gazetteer entries that it may be; none where the gazetteer does not know it.
    pub concepts: Vec<u32>,
    /// What it may be the name of.
    pub sorts: Sorts,
    /// Whether it is a common word too: `Green`, `Front`.
    pub common: bool,
    /// Whether it is an acronym.
    pub acronym: bool,
    /// Whether the Arabic side has it: the token where.
    pub found: Option<usize>,
}

/// One name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its place.
    pub span: Span,
    /// What it is made of.
    pub parts: Vec<Part>,
    /// Whether it begins a sentence or stands in a title, where a capital says little.
    pub first: bool,
}

impl Name {
    /// First token and one past the last.
    pub fn tokens(&self) -> Range<usize> {
        self.parts[0].tokens.start..self.parts[self.parts.len() - 1].tokens.end
    }

    /// Whether it can only be a person's: no part is known as anything else.
    pub fn is_personal(&self) -> bool {
        self.parts.iter().all(|p| p.sorts.may_be(Sorts::PERSON) && !p.acronym)
    }
}

/// The names of the English side.
pub(super) fn names(unit: &Unit, arabic: &Reading) -> Vec<Name> {
    let (view, tokens) = (&unit.english, &unit.english.side.tokens);
    let known = entries(unit);
    let all = &unit.context.names;
    let from = all.partition_point(|n| (n.tokens.start as usize) < view.tokens.0);
    let mentions: Vec<_> = all[from..].iter().take_while(|n| (n.tokens.end as usize) <= view.tokens.1).collect();
    let mut names: Vec<Name> = Vec::new();
    let mut taken = vec![false; view.len()];
    let at = |i: usize| i - view.tokens.0;
    let is_first = |i: usize| {
        let before = i.checked_sub(1).filter(|b| *b >= view.tokens.0);
        before.is_none_or(|b| tokens.list()[b].kind == TokenKind::Symbol && !matches!(tokens.folded(b), "-" | "," | "(" | "&" | "/" | "'" | "’"))
    };
    for mention in mentions {
        let mut parts: Vec<Part> = Vec::new();
        for token in mention.parts.iter().map(|p| *p as usize) {
            if taken[at(token)] {
                continue;
            }
            let part = known.iter().find(|k| k.tokens.contains(&token)).cloned();
            let part = part.unwrap_or_else(|| word(unit, token, mention.acronym));
            for i in part.tokens.clone().filter(|i| view.token_range().contains(i)) {
                taken[at(i)] = true;
            }
            parts.push(part);
        }
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            let span = tokens.span(first.tokens.start, last.tokens.end - 1);
            let first = is_first(first.tokens.start);
            names.push(Name { span, parts, first });
        }
    }
    for part in known.into_iter().filter(|k| k.tokens.clone().all(|i| !taken[at(i)])) {
        let span = tokens.span(part.tokens.start, part.tokens.end - 1);
        let first = is_first(part.tokens.start);
        names.push(Name { span, parts: vec![part], first });
    }
    names.sort_by_key(|n| n.span.start);
    for part in names.iter_mut().flat_map(|n| &mut n.parts) {
        part.found = find(unit, arabic, part);
    }
    names
}

/// What the gazetteer knows, longest entries first, none within another.
fn entries(unit: &Unit) -> Vec<Part> {
    let (view, lexicon) = (&unit.english, unit.lexicon());
    let (tokens, readings) = (&view.side.tokens, &view.side.readings);
    let mut out: Vec<Part> = Vec::new();
    let mut i = view.tokens.0;
    while i < view.tokens.1 {
        let capital = tokens.get(i).map_or(Capital::Lower, |t| t.capital);
        let begins = |r: &&crate::lexicon::Reference| r.first as usize == i && i + r.length as usize <= view.tokens.1;
        let of: Vec<_> = readings.of(i).iter().filter(begins).filter(|r| lexicon.class(r.id).is_name()).collect();
        // `Le`, `Van`, `Can`: what is a function word is no name of its own.
        let small = words::is_function(Lang::English, tokens.folded(i)) && capital != Capital::All;
        let Some(length) = of.iter().map(|r| r.length).max().filter(|l| capital != Capital::Lower && (*l > 1 || !small)) else {
            i += 1;
            continue;
        };
        let concepts: Vec<u32> = of.iter().filter(|r| r.length == length).map(|r| r.id).collect();
        let sorts = Sorts::of(concepts.iter().map(|c| lexicon.class(*c)));
        let common = length == 1 && readings.of(i).iter().any(|r| !lexicon.class(r.id).is_name() && lexicon.class(r.id) != Class::Term);
        let end = i + length as usize;
        out.push(Part { tokens: i..end, concepts, sorts, common, acronym: length == 1 && capital == Capital::All, found: None });
        i = end;
    }
    out
}

/// A word of a name that the gazetteer does not know.
fn word(unit: &Unit, token: usize, acronym: bool) -> Part {
    let common = !unit.english.side.readings.of(token).is_empty() || words::is_function(Lang::English, unit.english.folded(token));
    Part { tokens: token..token + 1, concepts: Vec::new(), sorts: Sorts::ANY, common, acronym, found: None }
}

/// The Arabic token at which a part is found: by its entry or one akin to it, by sound, and a common word by sense.
fn find(unit: &Unit, arabic: &Reading, part: &Part) -> Option<usize> {
    let lexicon = unit.lexicon();
    if let Some(token) = part.concepts.iter().find_map(|c| arabic.token_of(lexicon, *c)) {
        return Some(token);
    }
    let view = &unit.english;
    let items = view.side.items_within(part.tokens.clone());
    let mut links = Vec::new();
    for item in items.clone() {
        unit.context.index.by_sound(view.side, item as u32, unit.arabic.item_range(), &mut links);
    }
    if let Some(link) = links.first() {
        return Some(unit.arabic.item(link.arabic).token as usize);
    }
    // A phrase that the gazetteer knows may be translated word by word, or known by another name: all of its words are there.
    let partners: Vec<Option<u32>> = items.map(|i| unit.partner(Lang::English, i as u32)).collect();
    if part.common || part.concepts.is_empty() || part.tokens.len() > 1 {
        let all: Option<Vec<u32>> = partners.iter().copied().collect();
        if let Some(first) = all.and_then(|p| p.first().copied()) {
            return Some(unit.arabic.item(first).token as usize);
        }
    }
    None
}

/// How near a part comes, in letters per letter, to an Arabic word or two that nothing else answers for.
pub(super) fn nearness(unit: &Unit, arabic: &Reading, parts: &[Part]) -> f32 {
    let view = &unit.arabic;
    let words: Vec<&str> = parts.iter().flat_map(|p| p.tokens.clone()).filter(|i| view_is_word(unit, *i)).map(|i| unit.english.folded(i)).collect();
    let joined = words.concat();
    let mut nearest = f32::INFINITY;
    let mut compare = |name: &Skeleton, spelling: &str| {
        if name.consonants() > 0 {
            for variant in &Skeleton::arabic_variants(spelling) {
                nearest = nearest.min(name.distance(variant));
            }
        }
    };
    for item in view.item_range().map(|i| view.item(i)).filter(|i| matches!(i.kind, Kind::Unknown | Kind::Word)) {
        let token = item.token as usize;
        if arabic.is_answered(token) && item.kind == Kind::Word {
            continue;
        }
        let next = view.token_range().contains(&(token + 1)).then(|| view.folded(token + 1));
        for word in words.iter().copied().chain((words.len() > 1).then_some(joined.as_str())) {
            let name = Skeleton::english(word);
            compare(&name, view.folded(token));
            if let Some(next) = next {
                compare(&name, &format!("{}{next}", view.folded(token)));
            }
        }
    }
    nearest
}

fn view_is_word(unit: &Unit, token: usize) -> bool {
    unit.english.side.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
}
