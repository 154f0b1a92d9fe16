//! What an audit finds.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What happened to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It stands in the source and not in the translation.
    Dropped,
    /// It stands in the translation and not in the source.
    Added,
    /// It stands in both and says something else.
    Mistranslated,
    /// It stands in both, in another place. Not an error.
    Moved,
}

/// MQM error categories that rules use. See <https://themqm.org>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Accuracy: omission.
    Omission,
    /// Accuracy: addition.
    Addition,
    /// Accuracy: mistranslation.
    Mistranslation,
    /// Accuracy: untranslated.
    Untranslated,
    /// Terminology.
    Terminology,
    /// Linguistic conventions: spelling.
    Spelling,
    /// Not an error: structure.
    Structure,
    /// Design and markup: markup.
    Markup,
}

/// How bad it would be if the finding is right. Not how sure we are: that is the confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look, no error.
    Neutral,
    /// A nuance is lost.
    Minor,
    /// The reader is told something else.
    Major,
    /// The reader is told something false about who, what, how many or when.
    Critical,
}

impl Kind {
    /// All kinds, in the order in which they are counted out.
    pub const ALL: [Self; 4] = [Self::Dropped, Self::Added, Self::Mistranslated, Self::Moved];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Added => "added",
            Self::Mistranslated => "mistranslated",
            Self::Moved => "moved",
        }
    }
}

impl Category {
    /// All categories.
    pub const ALL: [Self; 8] = [
        Self::Omission,
        Self::Addition,
        Self::Mistranslation,
        Self::Untranslated,
        Self::Terminology,
        Self::Spelling,
        Self::Structure,
        Self::Markup,
    ];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Omission => "omission",
            Self::Addition => "addition",
            Self::Mistranslation => "mistranslation",
            Self::Untranslated => "untranslated",
            Self::Terminology => "terminology",
            Self::Spelling => "spelling",
            Self::Structure => "structure",
            Self::Markup => "markup",
        }
    }
}

impl Severity {
    /// All severities, from the mildest to the worst.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A place in one text of the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The exact words.
    pub words: Span,
    /// The segments of the bead that they stand in.
    pub segment: Span,
    /// Line (1-based) of the file on which the words start.
    pub line: u32,
}

/// One finding, with its evidence. Spans point into the texts of the article that it was found in.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable: a hash of rule, texts and spans, 16 hexadecimal digits.
    pub id: String,
    /// Id of the article.
    pub document: String,
    /// Id of the bead: the row's id where pairs were given, else its number (from 1).
    pub pair: String,
    /// Id of the rule, such as `number-mismatch`.
    pub rule: &'static str,
    /// What happened.
    pub kind: Kind,
    /// MQM category.
    pub category: Category,
    /// How bad.
    pub severity: Severity,
    /// Probability, 0 to 1, that a reviser would agree.
    pub confidence: f32,
    /// Where in the source. `words` may be empty while `segment` tells where to look; `None` when nothing of the source faces it.
    pub source: Option<Place>,
    /// Where in the target.
    pub target: Option<Place>,
    /// What the source led us to expect.
    pub expected: String,
    /// What the target has.
    pub found: String,
    /// One or two plain English sentences.
    pub message: String,
}

/// What is set for a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Override {
    /// Its id.
    pub rule: String,
    /// Whether it says nothing.
    pub off: bool,
    /// How bad its findings are, whatever the rule says.
    pub severity: Option<Severity>,
    /// Its findings that are less sure are left out: a probability, 0 to 1.
    pub min_confidence: Option<f32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_are_written() {
        let written = |value: serde_json::Result<String>| value.unwrap().trim_matches('"').to_owned();
        for kind in Kind::ALL {
            assert_eq!(written(serde_json::to_string(&kind)), kind.name());
        }
        for category in Category::ALL {
            assert_eq!(written(serde_json::to_string(&category)), category.name());
        }
        for severity in Severity::ALL {
            assert_eq!(written(serde_json::to_string(&severity)), severity.name());
        }
    }
}
