//! Findings told in Arabic.
//!
//! Rules speak English. What they say is one of some forty sentences with words of the texts in them, and this is the catalogue of those
//! sentences: it finds the one that was said, takes the words out of it and puts them into its Arabic fellow. Figures are quoted as they stand
//! in the texts. A sentence that is not known is told by what its rule finds, so that nothing stays English.

use std::sync::LazyLock;

use super::rules;
use crate::report::row::Row;

/// Rules about figures, which say them in English words.
const FIGURES: [&str; 3] = ["number-mismatch", "unit-or-currency-mismatch", "date-mismatch"];

static SENTENCES: LazyLock<Vec<(Vec<&str>, &str)>> = LazyLock::new(|| {
    let lines = table(include_str!("sentences.tsv"));
    lines.map(|(english, arabic)| (english.split("{}").collect(), arabic)).collect()
});

static TERMS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| table(include_str!("terms.tsv")).collect());

static REMARKS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| table(include_str!("remarks.tsv")).collect());

fn table(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// Tells in Arabic what was done to a file in reading it. The name stands in quotation marks, so that Latin letters in it turn nothing
/// about; a remark that is not known stays as it is.
pub(super) fn remark(remark: &str) -> String {
    let known = REMARKS.iter().find_map(|(english, arabic)| Some((remark.strip_suffix(english)?.strip_suffix(": ")?, *arabic)));
    let (name, told) = known.or_else(|| remark.split_once(": ")).unwrap_or(("", remark));
    if name.is_empty() { told.to_owned() } else { format!("«{name}»: {told}") }
}

/// Tells a finding in Arabic.
pub(super) fn tell(row: &mut Row) {
    if FIGURES.contains(&row.rule.as_str()) {
        row.expected.clone_from(&row.source_span);
        row.found.clone_from(&row.target_span);
        row.message = quoted(row);
    } else if let Some(told) = sentence(&row.message) {
        row.message = told;
    } else if is_english(&row.message) {
        let what = rules(&row.rule).map_or("ملاحظة", |names| names.arabic_summary);
        row.message = format!("{what}. {}", quoted(row));
    }
}

/// Whether a message speaks English: whether a Latin letter stands in it outside of quotation marks. An older report may speak Arabic.
fn is_english(message: &str) -> bool {
    let mut quoted = false;
    message.chars().any(|c| {
        quoted = c == '«' || (quoted && c != '»');
        !quoted && c.is_ascii_alphabetic()
    })
}

/// The words of both sides.
fn quoted(row: &Row) -> String {
    match (row.source_span.as_str(), row.target_span.as_str()) {
        ("", target) => format!("في الترجمة «{target}»، ولا يقابله شيء في الأصل."),
        (source, "") => format!("في الأصل «{source}»، ولا يقابله شيء في الترجمة."),
        (source, target) => format!("في الأصل «{source}»، وفي الترجمة «{target}»."),
    }
}

/// The Arabic fellow of a sentence of the catalogue.
fn sentence(english: &str) -> Option<String> {
    SENTENCES.iter().find_map(|(pieces, arabic)| Some(filled(arabic, &arguments(pieces, english)?)))
}

/// What stands between the `pieces`, if the whole of `text` is made of them.
fn arguments<'t>(pieces: &[&str], text: &'t str) -> Option<Vec<&'t str>> {
    let (first, rest) = pieces.split_first()?;
    let mut text = text.strip_prefix(first)?;
    let Some((last, inner)) = rest.split_last() else { return text.is_empty().then(Vec::new) };
    let mut arguments = Vec::with_capacity(rest.len());
    for piece in inner {
        let (argument, after) = text.split_once(piece)?;
        arguments.push(argument);
        text = after;
    }
    arguments.push(text.strip_suffix(last)?);
    Some(arguments)
}

fn filled(template: &str, arguments: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        let (number, term) = slot.strip_suffix(":t").map_or((slot, false), |number| (number, true));
        let argument = number.parse().ok().and_then(|n: usize| arguments.get(n)).copied().unwrap_or_default();
        let known = TERMS.iter().find(|(english, _)| term && *english == argument);
        out.push_str(known.map_or(argument, |(_, arabic)| arabic));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Kind, Severity};
    use crate::report::row::tests::row;

    fn told(rule: &str, source: &str, target: &str, message: &str) -> String {
        let mut row = row(rule, Kind::Mistranslated, Severity::Major, 0.9, (source, source), (target, target), message);
        tell(&mut row);
        row.message
    }

    #[test]
    fn sentences_are_told_with_their_words() {
        assert_eq!(
            told(
                "modality-mismatch",
                "may resume",
                "ستستأنف",
                "In the source this is only possible (“may”); in the translation it is to come (“ستستأنف”)."
            ),
            "الكلام في الأصل على سبيل الاحتمال («may»)، وهو في الترجمة إخبار عمّا سيقع («ستستأنف»)."
        );
        assert_eq!(
            told("quantifier-mismatch", "all", "معظم", "The source speaks of all (“all”), the translation of most (“معظم”)."),
            "يدل الأصل على الكل («all»)، وتدل الترجمة على الأغلبية («معظم»)."
        );
        assert_eq!(
            told("misspelled", "capital", "captial", "“captial” is no English word; for “العاصمة” it would be “capital”."),
            "ليست «captial» كلمة إنجليزية، ومقابل «العاصمة» هو «capital»."
        );
    }

    #[test]
    fn figures_are_quoted_from_the_texts() {
        let message = "The source says at least 3,200; the translation says at least 32,000.";
        assert_eq!(
            told("number-mismatch", "more than 3,200", "أكثر من 32 ألف", message),
            "في الأصل «more than 3,200»، وفي الترجمة «أكثر من 32 ألف»."
        );
    }

    #[test]
    fn remarks_of_reading_are_told_with_the_name_of_the_file() {
        // Letters in presentation forms: what the reader itself says of them must be known here.
        let text = crate::read::Reader::default().text_from("a: b.txt".as_ref(), "\u{FE8D}\u{FEDF}\u{FEE6}\u{FEFB}".into()).unwrap();
        let told = remark(&format!("{}: {}", text.name, text.origin.remarks[0]));
        assert!(told.starts_with("«a: b.txt»: كانت حروفه") && told.ends_with("الأصلية"), "{told}");
        assert_eq!(remark("b.txt: something new"), "«b.txt»: something new");
    }

    #[test]
    fn what_is_not_in_the_catalogue_is_told_all_the_same() {
        assert_eq!(told("opposite-meaning", "rose", "هبط", "Something new."), "كلمة صارت ضدها. في الأصل «rose»، وفي الترجمة «هبط».");
    }

    #[test]
    fn what_is_told_in_arabic_is_not_told_again() {
        let once = told("opposite-meaning", "rose", "هبط", "The source says “rose”; the translation says the opposite, “هبط”.");
        assert_eq!(once, "في الأصل «rose»، وفي الترجمة ضده: «هبط».");
        assert_eq!(told("opposite-meaning", "rose", "هبط", &once), once);
    }

    #[test]
    fn every_slot_has_its_argument() {
        for (pieces, arabic) in SENTENCES.iter() {
            for slot in arabic.split('{').skip(1) {
                let number: usize = slot.split(['}', ':']).next().unwrap().parse().unwrap();
                assert!(number + 1 < pieces.len(), "{arabic}");
            }
            assert!(arabic.ends_with('.') && pieces.last().unwrap().ends_with('.'), "{arabic}");
        }
    }
}
