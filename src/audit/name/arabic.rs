//! The Arabic side of a bead: which entries of the gazetteer it has, and which names nothing of the English side answers for.

use std::ops::Range;

use super::sort::Sorts;
use crate::audit::unit::Unit;
use crate::evidence::item::Kind;
use crate::lang::is_arabic_letter;
use crate::lexicon::kin::akin;
use crate::lexicon::{Class, Lexicon};
use crate::span::Span;

/// A name, or what may be one, that nothing on the English side answers for.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its place.
    pub span: Span,
    /// The gazetteer entries that it may be; none where the gazetteer does not know it.
    pub concepts: Vec<u32>,
    /// What it may be the name of.
    pub sorts: Sorts,
    /// Whether it is a common word too.
    pub common: bool,
}

/// The Arabic side, read for names.
pub(super) struct Reading {
    /// Entries of the gazetteer with their tokens.
    entries: Vec<(u32, Range<usize>)>,
    first: usize,
    /// Whether something on the English side answers for each token.
    answered: Vec<bool>,
}

impl Reading {
    /// Reads the Arabic side of `unit`.
    pub fn new(unit: &Unit) -> Self {
        let (view, lexicon) = (&unit.arabic, unit.lexicon());
        let mut entries = Vec::new();
        for i in view.token_range() {
            for reference in view.side.readings.of(i).iter().filter(|r| r.first as usize == i) {
                let tokens = i..i + reference.length as usize;
                entries.extend(lexicon.concepts_of(reference.id).filter(|c| lexicon.class(*c).is_name()).map(|c| (c, tokens.clone())));
            }
        }
        let mut answered = vec![false; view.len()];
        let mut links = Vec::new();
        for e in unit.english.item_range() {
            unit.context.index.links(unit.english.side, e, view.item_range(), &mut links);
        }
        for link in &links {
            answered[view.item(link.arabic).token as usize - view.tokens.0] = true;
        }
        Self { entries, first: view.tokens.0, answered }
    }

    /// Where an entry, or one that may stand for it, is found.
    pub fn token_of(&self, lexicon: &Lexicon, concept: u32) -> Option<usize> {
        let exact = self.entries.iter().find(|(c, _)| *c == concept);
        let kin = || self.entries.iter().find(|(c, _)| akin(lexicon.name(*c), lexicon.name(concept)));
        exact.or_else(kin).map(|(_, tokens)| tokens.start)
    }

    /// Whether something on the English side answers for `token`.
    pub fn is_answered(&self, token: usize) -> bool {
        token.checked_sub(self.first).and_then(|i| self.answered.get(i)).copied().unwrap_or(false)
    }

    /// The names that nothing answers for, in order.
    pub fn left(&self, unit: &Unit) -> Vec<Left> {
        let (view, lexicon) = (&unit.arabic, unit.lexicon());
        let english: Vec<u32> = unit.english.token_range().flat_map(|i| unit.english.side.readings.of(i)).map(|r| r.id).collect();
        let names: Vec<&str> = english.iter().filter(|c| lexicon.class(**c).is_name()).map(|c| lexicon.name(*c)).collect();
        let mut out: Vec<Left> = Vec::new();
        let mut i = view.tokens.0;
        while i < view.tokens.1 {
            let length = self.entries.iter().filter(|(_, t)| t.start == i).map(|(_, t)| t.len()).max().unwrap_or(0);
            if length == 0 {
                out.extend(self.unknown(unit, i));
                i += 1;
                continue;
            }
            let end = (i + length).min(view.tokens.1);
            let concepts: Vec<u32> = self.entries.iter().filter(|(_, t)| t.start == i && t.len() == length).map(|(c, _)| *c).collect();
            let common = length == 1 && self.is_common(unit, i);
            let named = concepts.iter().any(|c| english.contains(c) || names.iter().any(|n| akin(n, lexicon.name(*c))));
            let said = (i..end).all(|t| self.is_answered(t) || view.side.items_within(t..t + 1).is_empty());
            if !named && !said {
                let sorts = Sorts::of(concepts.iter().map(|c| lexicon.class(*c)));
                out.push(Left { tokens: i..end, span: view.side.tokens.span(i, end - 1), concepts, sorts, common });
            }
            i = end;
        }
        merge(out)
    }

    /// A word that nothing explains.
    fn unknown(&self, unit: &Unit, i: usize) -> Option<Left> {
        let view = &unit.arabic;
        let item = view.side.items_within(i..i + 1).next().map(|n| view.item(n as u32))?;
        let word = view.folded(i);
        let unknown = item.kind == Kind::Unknown && word.chars().count() > 2 && word.chars().all(is_arabic_letter) && !self.is_answered(i);
        unknown.then(|| Left { tokens: i..i + 1, span: item.span, concepts: Vec::new(), sorts: Sorts::ANY, common: false })
    }

    /// Whether the token is a common word too.
    fn is_common(&self, unit: &Unit, i: usize) -> bool {
        let lexicon = unit.lexicon();
        let class = |form| lexicon.concepts_of(form).any(|c| !lexicon.class(c).is_name() && lexicon.class(c) != Class::Term);
        unit.arabic.side.readings.of(i).iter().any(|r| class(r.id))
    }
}

/// Joins the words of one person's name.
fn merge(list: Vec<Left>) -> Vec<Left> {
    let mut out: Vec<Left> = Vec::new();
    for next in list {
        let personal = |l: &Left| l.concepts.is_empty() || l.sorts.may_be(Sorts::PERSON);
        match out.last_mut() {
            Some(last) if last.tokens.end == next.tokens.start && personal(last) && personal(&next) => {
                last.tokens.end = next.tokens.end;
                last.span = last.span.cover(next.span);
                last.sorts = if last.concepts.is_empty() { next.sorts } else { last.sorts };
                last.concepts.extend(next.concepts);
                last.common &= next.common;
            }
            _ => out.push(next),
        }
    }
    out
}
