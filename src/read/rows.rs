//! Pairs that came aligned, on their way to an article: two texts that grow by a line per pair.

use std::path::Path;

use super::margin::Margin;
use super::tags::{Marked, on_one_line};
use super::{id, input, name};
use crate::article::{Article, GivenBead, Origin, Tag, Text};
use crate::error::Error;
use crate::lang::{Lang, Letters};
use crate::span::Span;

/// Longest side of a pair in characters, which is what a cell of Excel holds: a pair is a sentence or a paragraph, and work grows with the
/// square of its length.
const LONGEST: usize = 32_767;

/// The pairs read so far.
#[derive(Default)]
pub(super) struct Rows {
    source: Side,
    target: Side,
    beads: Vec<GivenBead>,
    /// The language from which each of them runs to the other, where its words tell.
    from: Vec<Option<Lang>>,
    /// Where notes on each pair go, if the format has a place for them.
    pub margins: Vec<Margin>,
}

/// One side of them.
#[derive(Default)]
struct Side {
    raw: String,
    tags: Vec<Tag>,
    letters: Letters,
}

impl Side {
    /// Adds a line of words and tags.
    fn push(&mut self, marked: &Marked) -> (Span, Letters) {
        let start = self.raw.len();
        let (words, tags) = marked.trimmed();
        self.tags.extend(tags.map(|(at, code)| Tag { at: (start + at) as u32, code: code.to_owned() }));
        self.add(&words)
    }

    fn add(&mut self, words: &str) -> (Span, Letters) {
        let start = self.raw.len();
        self.raw.push_str(words);
        let letters = Letters::of(words);
        self.letters.add(letters);
        (Span::new(start as u32, self.raw.len() as u32), letters)
    }
}

impl Rows {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.beads.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.beads.len()
    }

    /// Adds a pair that stands on `line` of its file. The texts of both sides keep to the same lines, even where one is empty.
    pub fn push(&mut self, id: &str, source: &Marked, target: &Marked, line: u64) {
        self.start_line();
        let (source, target) = (self.source.push(source), self.target.push(target));
        self.add(id, source, target, line);
    }

    /// The same of words without tags.
    pub fn push_plain(&mut self, id: &str, source: &str, target: &str, line: u64) {
        self.start_line();
        let (source, target) = (self.source.add(&on_one_line(source.trim())), self.target.add(&on_one_line(target.trim())));
        self.add(id, source, target, line);
    }

    fn start_line(&mut self) {
        if !self.beads.is_empty() {
            self.source.raw.push('\n');
            self.target.raw.push('\n');
        }
    }

    fn add(&mut self, id: &str, (source, of_source): (Span, Letters), (target, of_target): (Span, Letters), line: u64) {
        self.from.push(of_source.lang().filter(|lang| of_target.lang() == Some(lang.other())));
        self.beads.push(GivenBead { id: id.trim().to_owned(), source, target, line: line.min(u64::from(u32::MAX)) as u32 });
    }

    /// Where notes on the pairs go that were added since this was told last.
    pub fn note_at(&mut self, margin: &Margin) {
        let new = self.beads.len().saturating_sub(self.margins.len());
        self.margins.extend(std::iter::repeat_n(margin, new).map(|margin| Margin { shared: new > 1, ..margin.clone() }));
    }

    /// The article; or two, if there are rows of both directions, each row in its own: that of most rows first. Only for formats without
    /// tags, margins and declared languages. See [`Rows::article`] for the rest.
    ///
    /// # Errors
    /// Those of [`Rows::article`].
    pub fn articles(self, path: &Path, first_line: u32, place: &str) -> Result<Vec<Article>, Error> {
        let count = |lang| self.from.iter().filter(|from| **from == Some(lang)).count();
        let (english, arabic) = (count(Lang::English), count(Lang::Arabic));
        if english == 0 || arabic == 0 {
            return Ok(vec![self.article(path, first_line, place)?]);
        }
        let turned = if arabic > english { Lang::English } else { Lang::Arabic };
        let mut parts = [Self::default(), Self::default()];
        for (bead, from) in self.beads.iter().zip(&self.from) {
            let (source, target) = (bead.source.of(&self.source.raw), bead.target.of(&self.target.raw));
            // A row that tells no direction goes with most.
            parts[usize::from(*from == Some(turned))].push_plain(&bead.id, source, target, u64::from(bead.line));
        }
        let [main, rest] = parts.map(|part| part.article(path, first_line, place));
        let mut rest = rest?;
        // Findings are told by their document, so the two must not share a name.
        rest.id = format!("{} ({} to {})", rest.id, rest.source.lang.name(), rest.target.lang.name());
        Ok(vec![main?, rest])
    }

    /// The article. `first_line` is the line on which the first pair stands; `place` says where a side is: `the column source`
    /// or `its source`.
    ///
    /// # Errors
    /// If a side has no letter, or both are in one language, or one is a whole book.
    pub fn article(self, path: &Path, first_line: u32, place: &str) -> Result<Article, Error> {
        let is_long = |side: &Side, span: Span| span.len() as usize > LONGEST && span.of(&side.raw).chars().count() > LONGEST;
        if let Some(pair) = self.beads.iter().find(|b| is_long(&self.source, b.source) || is_long(&self.target, b.target)) {
            let remedy = "give whole articles as two files, or in JSON Lines";
            return Err(input(path, Some(u64::from(pair.line)), format!("has a pair of more than {LONGEST} characters a side"), remedy));
        }
        let text = |side: &str, text: Side| {
            let Some(lang) = text.letters.lang() else {
                let cause = format!("has no letter of English or Arabic in {place} {side}");
                return Err(input(path, None, cause, "check that it is the right file"));
            };
            let origin = Origin { tags: text.tags, ..Origin::default() };
            Ok(Text { name: name(path), lang, raw: text.raw, first_line, origin })
        };
        let (source, target) = (text("source", self.source)?, text("target", self.target)?);
        if source.lang == target.lang {
            let cause = format!("both source and target are in {}", source.lang.name());
            let part = if place.ends_with("column") { "column" } else { "side" };
            return Err(input(path, None, cause, format!("give one English and one Arabic {part}")));
        }
        Ok(Article { id: id(path), source, target, given: self.beads })
    }
}
