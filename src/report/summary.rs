//! What was read and what was found, in numbers.

use crate::article::Article;
use crate::finding::{Kind, Severity};
use crate::lang::Lang;

/// One audited article in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Id of the article.
    pub document: String,
    /// The source.
    pub source: Side,
    /// The target.
    pub target: Side,
    /// How many beads the alignment has.
    pub beads: usize,
    /// What was done to the words in reading them.
    pub remarks: Vec<String>,
}

/// One side of an article in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What users call it: a file name as they gave it.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Sentences, titles and captions.
    pub segments: usize,
    /// Words, as white space divides them.
    pub words: usize,
}

impl Summary {
    /// Counts an article of so many segments on either side and so many beads.
    pub fn new(article: &Article, source_segments: usize, target_segments: usize, beads: usize) -> Self {
        let side = |text: &crate::article::Text, segments| Side {
            name: text.name.clone(),
            lang: text.lang,
            segments,
            words: text.raw.split_whitespace().count(),
        };
        Self {
            document: article.id.clone(),
            source: side(&article.source, source_segments),
            target: side(&article.target, target_segments),
            beads,
            remarks: [&article.source, &article.target].into_iter().flat_map(remarks).collect(),
        }
    }
}

/// What was done to a text in reading it, with its name.
fn remarks(text: &crate::article::Text) -> impl Iterator<Item = String> {
    text.origin.remarks.iter().map(|remark| format!("{}: {remark}", text.name))
}

/// Findings counted by kind and by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    kinds: [usize; Kind::ALL.len()],
    severities: [usize; Severity::ALL.len()],
}

impl Tally {
    /// Counts findings.
    ///
    /// ```
    /// use muqabala::finding::{Kind, Severity};
    /// use muqabala::report::summary::Tally;
    /// let tally = Tally::of([(Kind::Dropped, Severity::Major), (Kind::Added, Severity::Major)]);
    /// assert_eq!(tally.total(), 2);
    /// assert_eq!(tally.severity(Severity::Major), 2);
    /// assert_eq!(tally.worst(), Some(Severity::Major));
    /// ```
    pub fn of(findings: impl IntoIterator<Item = (Kind, Severity)>) -> Self {
        let mut tally = Self::default();
        for (kind, severity) in findings {
            tally.kinds[kind as usize] += 1;
            tally.severities[severity as usize] += 1;
        }
        tally
    }

    /// How many findings.
    pub fn total(&self) -> usize {
        self.kinds.iter().sum()
    }

    /// How many of a kind.
    pub const fn kind(&self, kind: Kind) -> usize {
        self.kinds[kind as usize]
    }

    /// How many of a severity.
    pub const fn severity(&self, severity: Severity) -> usize {
        self.severities[severity as usize]
    }

    /// The worst severity of all; `None` without findings.
    pub fn worst(&self) -> Option<Severity> {
        Severity::ALL.into_iter().rev().find(|s| self.severity(*s) > 0)
    }
}
