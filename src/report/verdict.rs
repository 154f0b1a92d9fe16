//! What reviewers decided, and what follows from it for the next report.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use super::row::Row;

/// What a reviewer can say of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is right.
    Accepted,
    /// It is wrong.
    FalsePositive,
    /// It was right, and the translation has been mended.
    Fixed,
    /// It is right, and the translation stays as it is.
    WontFix,
}

impl Verdict {
    /// All verdicts, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::FalsePositive, Self::Fixed, Self::WontFix];

    /// Its name in every format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::FalsePositive => "false positive",
            Self::Fixed => "fixed",
            Self::WontFix => "won't fix",
        }
    }

    /// The verdict that a reviewer wrote, in English or Arabic, however they typed it.
    ///
    /// ```
    /// use muqabala::report::verdict::Verdict;
    /// assert_eq!(Verdict::read("Won’t fix "), Some(Verdict::WontFix));
    /// assert_eq!(Verdict::read("false_positive"), Some(Verdict::FalsePositive));
    /// assert_eq!(Verdict::read("ليست خطأ"), Some(Verdict::FalsePositive));
    /// assert_eq!(Verdict::read("hm"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(|c| c.is_alphabetic() && !('\u{64B}'..='\u{652}').contains(c)).collect();
        Some(match letters.to_lowercase().as_str() {
            "accepted" | "accept" | "true" | "truepositive" | "confirmed" | "مقبولة" | "مقبول" => Self::Accepted,
            "falsepositive" | "false" | "fp" | "rejected" | "ليستخطأ" | "ليسخطأ" => Self::FalsePositive,
            "fixed" | "صححت" | "صحح" | "مصححة" => Self::Fixed,
            "wontfix" | "willnotfix" | "تترككماهي" | "يتركماهو" | "يتركماهي" | "يتركماهوعليه" | "يترككماهو" => {
                Self::WontFix
            }
            _ => return None,
        })
    }

    /// Whether a finding with this verdict need not be shown again.
    pub const fn dismisses(self) -> bool {
        matches!(self, Self::FalsePositive | Self::WontFix)
    }
}

/// What a reviewer said of one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Id of the finding.
    pub id: String,
    /// Id of its rule.
    pub rule: String,
    /// The verdict; `None` where there is only a note.
    pub verdict: Option<Verdict>,
    /// What was noted.
    pub note: String,
}

/// What reviewers said of findings, by id; of two judgements of one finding, the later holds.
#[derive(Clone, Debug, Default)]
pub struct Verdicts {
    by_id: HashMap<String, Judgement>,
}

impl Extend<Judgement> for Verdicts {
    fn extend<T: IntoIterator<Item = Judgement>>(&mut self, judgements: T) {
        self.by_id.extend(judgements.into_iter().map(|j| (j.id.clone(), j)));
    }
}

impl Verdicts {
    /// Writes verdicts and notes into the rows that they are about, and counts the judgements of which there is such a row.
    pub fn apply(&self, rows: &mut [Row]) -> usize {
        let mut fit: HashSet<&str> = HashSet::new();
        for row in rows {
            if let Some(judgement) = self.by_id.get(&row.id) {
                row.verdict = judgement.verdict.map_or(String::new(), |v| v.name().to_owned());
                row.note.clone_from(&judgement.note);
                fit.insert(&judgement.id);
            }
        }
        fit.len()
    }

    /// How many findings were judged.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Per rule, how often reviewers agreed: a table for the terminal, rules in the order of their ids.
    pub fn stats(&self) -> String {
        let mut counts: HashMap<&str, [usize; 4]> = HashMap::new();
        for judgement in self.by_id.values() {
            if let Some(verdict) = judgement.verdict {
                counts.entry(&judgement.rule).or_default()[verdict as usize] += 1;
            }
        }
        if counts.is_empty() {
            return "No verdicts yet: fill in the column verdict.\n".to_owned();
        }
        let mut rules: Vec<(&str, [usize; 4])> = counts.into_iter().collect();
        rules.sort_unstable();
        let all = rules.iter().fold([0; 4], |sum: [usize; 4], (_, of)| std::array::from_fn(|i| sum[i] + of[i]));
        let mut out = format!(
            "{:26}{:>7}{:>10}{:>7}{:>11}{:>16}{:>8}\n",
            "rule", "judged", "accepted", "fixed", "won't fix", "false positive", "agreed"
        );
        for (rule, of) in rules.into_iter().chain([("all", all)]) {
            let [accepted, wrong, fixed, left] = of;
            let judged: usize = of.iter().sum();
            let agreed = (judged - wrong) as f64 / judged as f64 * 100.0;
            // Writing to a `String` cannot fail.
            let _ = writeln!(out, "{rule:26}{judged:>7}{accepted:>10}{fixed:>7}{left:>11}{wrong:>16}{agreed:>7.0}%");
        }
        out + "\nagreed: the share of findings that are no false positives.\n"
    }
}

/// Whether a finding was judged so that it need not be shown again.
pub fn is_dismissed(row: &Row) -> bool {
    Verdict::read(&row.verdict).is_some_and(Verdict::dismisses)
}

/// Marks rows as new or unchanged, by their ids, and gives the findings of `old` that are no more. Those of articles that are not in
/// `documents`, so were not looked at, are neither.
pub fn compare(rows: &mut [Row], old: Vec<Row>, documents: &[&str]) -> Vec<Row> {
    let known: HashSet<&str> = old.iter().map(|row| row.id.as_str()).collect();
    for row in rows.iter_mut() {
        let status = if known.contains(row.id.as_str()) { "unchanged" } else { "new" };
        status.clone_into(&mut row.status);
    }
    let found: HashSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut gone: Vec<Row> = Vec::new();
    for row in old {
        if !found.contains(row.id.as_str()) && documents.contains(&row.document.as_str()) && !gone.iter().any(|other| other.id == row.id) {
            gone.push(Row { status: "gone".to_owned(), ..row });
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::*;
    use crate::finding::{Kind, Severity};
    use crate::report::language::Language;

    fn sample(words: &str) -> Row {
        row("dropped-claim", Kind::Dropped, Severity::Major, 0.9, (words, words), ("", ""), "m")
    }

    fn judged(row: &Row, verdict: Verdict, note: &str) -> Judgement {
        Judgement { id: row.id.clone(), rule: row.rule.clone(), verdict: Some(verdict), note: note.into() }
    }

    #[test]
    fn verdicts_are_read_as_every_format_writes_them() {
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::read(verdict.name()), Some(verdict));
            for language in Language::ALL {
                let shown = language.words().verdict_name(verdict.name());
                assert_eq!(Verdict::read(shown), Some(verdict), "{shown}");
            }
        }
        assert_eq!(Verdict::read(""), None);
    }

    #[test]
    fn the_later_verdict_holds() {
        let mut rows = [sample("One."), sample("Two.")];
        let mut verdicts = Verdicts::default();
        verdicts.extend([judged(&rows[0], Verdict::Accepted, "a"), judged(&rows[0], Verdict::WontFix, "b")]);
        assert_eq!((verdicts.apply(&mut rows), verdicts.len()), (1, 1));
        assert_eq!((rows[0].verdict.as_str(), rows[0].note.as_str(), rows[1].verdict.as_str()), ("won't fix", "b", ""));
        assert!(is_dismissed(&rows[0]) && !is_dismissed(&rows[1]));
    }

    #[test]
    fn a_comparison_tells_new_unchanged_and_gone() {
        let mut rows = [sample("One."), sample("Two.")];
        let elsewhere = Row { document: "peace".into(), ..sample("Four.") };
        let gone = compare(&mut rows, vec![sample("Two."), sample("Three."), sample("Three."), elsewhere], &["war"]);
        assert_eq!(rows.map(|row| row.status), ["new", "unchanged"]);
        assert_eq!(gone.iter().map(|row| row.source.as_str()).collect::<Vec<_>>(), ["Three."]);
    }

    #[test]
    fn stats_count_by_rule() {
        let mut verdicts = Verdicts::default();
        let row = sample("One.");
        verdicts.extend([judged(&row, Verdict::Fixed, ""), judged(&sample("Two."), Verdict::FalsePositive, "")]);
        let stats = verdicts.stats();
        assert!(stats.lines().any(|l| l.split_whitespace().eq(["dropped-claim", "2", "0", "1", "0", "1", "50%"])), "{stats}");
    }
}
