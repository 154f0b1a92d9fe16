//! What was read and what was found, in numbers.

use crate::article::Article;
use crate::finding::{Kind, Severity};
use crate::lang::{Lang, count_bytes, count_pairs};

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
        let side =
            |text: &crate::article::Text, segments| Side { name: text.name.clone(), lang: text.lang, segments, words: words(&text.raw) };
        Self {
            document: article.id.clone(),
            source: side(&article.source, source_segments),
            target: side(&article.target, target_segments),
            beads,
            remarks: [&article.source, &article.target].into_iter().flat_map(remarks).collect(),
        }
    }
}

/// How many words a text has, as white space divides them.
#[expect(clippy::needless_bitwise_bool, reason = "what is told without a branch is told of many bytes at once")]
fn words(text: &str) -> usize {
    // Most lines have no white space but spaces, for which many bytes are looked at together; others are read letter by letter.
    let is_rare = |byte: u8| (byte == 0x0b) | (byte == 0xc2) | (byte.wrapping_sub(0xe1) < 3);
    let is_space = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let of_line = |line: &str| {
        let bytes = line.as_bytes();
        if count_bytes(bytes, is_rare) > 0 {
            return line.split_whitespace().count();
        }
        let starts = count_pairs(bytes, |before, byte| is_space(before) & !is_space(byte));
        starts + usize::from(bytes.first().is_some_and(|first| !is_space(*first)))
    };
    text.split('\n').map(of_line).sum()
}

/// What was done to a text in reading it, with its name.
fn remarks(text: &crate::article::Text) -> impl Iterator<Item = String> {
    text.origin.remarks.iter().map(|remark| format!("{}: {remark}", text.name))
}

/// What a finding of each severity takes from a score, from neutral to critical: the usual weights of MQM (<https://themqm.org>), of
/// which a report is no evaluation all the same.
pub const PENALTY: [f64; Severity::ALL.len()] = [0.0, 1.0, 5.0, 25.0];

/// How a text does, from 0 to 100: 100 less the penalties of its findings, each times its confidence, for 100 words of the source.
///
/// ```
/// use muqabala::{finding::Severity, report::summary::score};
/// assert_eq!(score([(Severity::Critical, 0.8), (Severity::Major, 1.0)], 500), 95.0);
/// ```
pub fn score(findings: impl IntoIterator<Item = (Severity, f64)>, words: usize) -> f64 {
    let penalty: f64 = findings.into_iter().map(|(severity, confidence)| PENALTY[severity as usize] * confidence).sum();
    (100.0 - penalty * 100.0 / words.max(1) as f64).clamp(0.0, 100.0)
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

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn words_are_counted_as_white_space_divides_them(text in "([a-c ]{0,9}|[ا-ي ]{0,9}|[\n\t\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2003}\u{2028}\u{3000}’«é]{0,2}){0,9}") {
            proptest::prop_assert_eq!(words(&text), text.split_whitespace().count());
        }
    }
}
