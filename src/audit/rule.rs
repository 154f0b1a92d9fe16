//! The one table of rules. The list and the pages that users read, the severity that a finding is stamped with, and the order in which rules
//! run all come from here.

use std::fmt::Write;

use super::unit::{Note, Unit};
use super::{
    attribution, claim, date, gender, measure, modality, name, negation, number, opposite, quantifier, question, rendering, role, segment,
    sense, spelling, tag, untranslated,
};
use crate::error::{Error, nearest};
use crate::finding::{Category, Kind, Severity};

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Names the defect, in kebab case.
    pub id: &'static str,
    /// What happened to the claim.
    pub kind: Kind,
    /// MQM category.
    pub category: Category,
    /// How bad it would be.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Its page, in Markdown: what it does, why it matters, an example, its limits. The heading is the rule's id.
    pub page: &'static str,
    /// Looks at one bead. A bead that lacks one side is shown to rules that ask for it only.
    pub check: fn(&Unit, &mut Vec<Note>),
}

macro_rules! rule {
    ($id:literal, $check:path, $kind:ident, $category:ident, $severity:ident, $summary:literal) => {
        Rule {
            id: $id,
            kind: Kind::$kind,
            category: Category::$category,
            severity: Severity::$severity,
            summary: $summary,
            page: include_str!(concat!("pages/", $id, ".md")),
            check: $check,
        }
    };
}

/// All rules.
#[rustfmt::skip]
pub static RULES: &[Rule] = &[
    rule!("dropped-segment", segment::dropped, Dropped, Omission, Major, "a sentence of the source that the translation does not have"),
    rule!("added-segment", segment::added, Added, Addition, Major, "a sentence of the translation that the source does not have"),
    rule!("moved-segment", segment::moved, Moved, Structure, Neutral, "a sentence that stands elsewhere in the translation; no error"),
    rule!("dropped-claim", claim::dropped, Dropped, Omission, Major, "part of a sentence that the translation leaves out"),
    rule!("added-claim", claim::added, Added, Addition, Major, "part of a sentence that only the translation has"),
    rule!("attribution-mismatch", attribution::check, Mistranslated, Mistranslation, Major, "a statement attributed to someone else, or to no one"),
    rule!("number-mismatch", number::check, Mistranslated, Mistranslation, Critical, "a number that has become another number"),
    rule!("unit-or-currency-mismatch", measure::check, Mistranslated, Mistranslation, Critical, "the same number of something else"),
    rule!("date-mismatch", date::check, Mistranslated, Mistranslation, Critical, "another day, month, year, time or duration"),
    rule!("name-mismatch", name::check, Mistranslated, Mistranslation, Critical, "another person, place or organisation"),
    rule!("negation-mismatch", negation::check, Mistranslated, Mistranslation, Critical, "a claim that has become its denial, or a denial its claim"),
    rule!("question-mismatch", question::check, Mistranslated, Mistranslation, Major, "a question that has become another one, or a statement"),
    rule!("opposite-meaning", opposite::check, Mistranslated, Mistranslation, Critical, "a word that has become its opposite"),
    rule!("modality-mismatch", modality::check, Mistranslated, Mistranslation, Major, "what may be, or was, that has become what is, or must be"),
    rule!("quantifier-mismatch", quantifier::check, Mistranslated, Mistranslation, Major, "some that have become all, or most that have become few"),
    rule!("role-reversal", role::check, Mistranslated, Mistranslation, Critical, "who did what to whom, reversed"),
    rule!("gender-mismatch", gender::check, Mistranslated, Mistranslation, Minor, "a woman who has become a man, or a man a woman"),
    rule!("wrong-sense", sense::check, Mistranslated, Mistranslation, Major, "a word translated in a sense that it does not have here"),
    rule!("unusual-rendering", rendering::check, Mistranslated, Terminology, Neutral, "a name that the rest of the article or archive renders otherwise"),
    rule!("untranslated", untranslated::check, Mistranslated, Untranslated, Minor, "words left in the language of the source"),
    rule!("misspelled", spelling::check, Mistranslated, Spelling, Minor, "an English word that is no word; words that stand twice"),
    rule!("tag-mismatch", tag::check, Mistranslated, Markup, Minor, "an inline tag or placeholder that is lost, added or changed"),
];

/// The rule of that id.
///
/// # Errors
/// [`Error::Usage`] when there is none, with the nearest.
///
/// ```
/// use muqabala::audit::rule::find;
/// assert_eq!(find("untranslated").unwrap().summary, "words left in the language of the source");
/// assert_eq!(find("number").unwrap_err().to_string(), "there is no rule number; did you mean number-mismatch? muqabala rules lists all");
/// ```
pub fn find(id: &str) -> Result<&'static Rule, Error> {
    RULES.iter().find(|rule| rule.id == id).ok_or_else(|| {
        let meant = nearest(id, RULES.iter().map(|rule| rule.id)).map_or(String::new(), |near| format!("did you mean {near}? "));
        Error::Usage { cause: format!("there is no rule {id}"), remedy: format!("{meant}muqabala rules lists all") }
    })
}

/// All rules, one a line.
pub fn list() -> String {
    let mut out = String::new();
    for Rule { id, severity, summary, .. } in RULES {
        // Writing to a `String` cannot fail.
        let _ = writeln!(out, "{id:26}{severity:10}{summary}");
    }
    out
}

impl Rule {
    /// The page with what the table says on top.
    pub fn page(&self) -> String {
        let Self { id, kind, category, severity, summary, page, .. } = self;
        format!("# {id}\n\nFinds {summary}.\nReported as {kind}; severity {severity}; MQM category {category}.\n\n{page}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_kebab_case_and_fit_their_column() {
        for (i, rule) in RULES.iter().enumerate() {
            assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && rule.id.len() < 26, "{}", rule.id);
            assert!(!RULES[..i].iter().any(|other| other.id == rule.id), "{}", rule.id);
        }
    }

    #[test]
    fn kinds_and_categories_go_together() {
        for rule in RULES {
            let fits = match rule.kind {
                Kind::Dropped => rule.category == Category::Omission,
                Kind::Added => rule.category == Category::Addition,
                Kind::Mistranslated => {
                    matches!(
                        rule.category,
                        Category::Mistranslation | Category::Untranslated | Category::Terminology | Category::Spelling | Category::Markup
                    )
                }
                Kind::Moved => rule.category == Category::Structure && rule.severity == Severity::Neutral,
            };
            assert!(fits, "{}", rule.id);
        }
    }

    #[test]
    fn every_rule_has_its_page() {
        for rule in RULES {
            let headings: Vec<&str> = rule.page.lines().filter(|line| line.starts_with('#')).collect();
            assert_eq!(headings, ["## What it does", "## Why it matters", "## Example", "## Limits"], "{}", rule.id);
            assert!(rule.page.contains(crate::lang::is_arabic_letter), "{}: an example in both languages", rule.id);
            assert!(rule.page.ends_with('\n') && rule.page.lines().all(|line| line.chars().count() <= 80), "{}", rule.id);
            assert!(!rule.summary.ends_with('.') && rule.summary.len() <= 64, "{}", rule.id);
        }
    }

    #[test]
    fn pages_do_not_mix_arabic_into_english_lines() {
        for rule in RULES {
            for line in rule.page.lines() {
                let mixed = line.contains(crate::lang::is_arabic_letter) && line.contains(|c: char| c.is_ascii_lowercase());
                assert!(!mixed || rule.id == "untranslated", "{}: {line}", rule.id);
            }
        }
    }
}
