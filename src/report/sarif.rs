//! SARIF 2.1.0, the form in which code hosts and editors take findings: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.
//!
//! A result stands in the translation, or in the source where the translation has nothing; what it faces is a related location. The id of the
//! finding is its fingerprint, so that a host knows it again in the next run.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::edition::{Archive, Edition, Whole};
use super::language::{Language, rules};
use super::row::Row;
use super::verdict::Verdict;
use crate::article::{Article, Text};
use crate::audit::rule::RULES;
use crate::finding::{Place, Severity};

/// Where the schema lies that the log follows.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes the report.
///
/// # Errors
/// Those of `out`.
pub fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let article = |row: &Row| edition.stories.iter().find(|story| story.summary.document == row.document).map(|story| story.article);
    let mut log = Log::begin(edition.language, out)?;
    edition.rows.iter().chain(edition.gone).try_for_each(|row| log.add(&result(edition.language, article(row), row)))?;
    log.end()
}

/// Writes the report of a whole archive.
///
/// # Errors
/// Those of `out` and of the archive.
pub fn archive(archive: &mut dyn Archive, whole: &Whole<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut log = Log::begin(whole.language, out)?;
    archive.each(&mut |audited| {
        // Where in its lines something stands, only the texts tell.
        let article = if audited.rows.is_empty() { None } else { (audited.article)() };
        audited.rows.iter().try_for_each(|row| log.add(&result(whole.language, article.as_ref(), row)))
    })?;
    log.end()
}

/// A log that is being written: a result a line, so that no more than one is in memory.
struct Log<'o> {
    out: &'o mut dyn Write,
    empty: bool,
}

impl<'o> Log<'o> {
    fn begin(language: Language, out: &'o mut dyn Write) -> io::Result<Self> {
        let rules: Vec<Value> = RULES
            .iter()
            .map(|rule| {
                let summary = match (language, rules(rule.id)) {
                    (Language::Arabic, Some(names)) => names.arabic_summary,
                    _ => rule.summary,
                };
                json!({
                    "id": rule.id,
                    "name": language.rule_title(rule.id),
                    "shortDescription": { "text": summary },
                    "help": { "text": rule.page, "markdown": rule.page },
                    "defaultConfiguration": { "level": level(rule.severity) },
                })
            })
            .collect();
        let driver = json!({ "name": "muqabala", "version": env!("CARGO_PKG_VERSION"), "language": language.code(), "rules": rules });
        let tool = json!({ "driver": driver });
        write!(
            out,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"columnKind\":\"unicodeCodePoints\",\"tool\":{tool},\n\"results\":["
        )?;
        Ok(Self { out, empty: true })
    }

    fn add(&mut self, result: &Value) -> io::Result<()> {
        let comma = if self.empty { "" } else { "," };
        self.empty = false;
        write!(self.out, "{comma}\n{result}")
    }

    fn end(self) -> io::Result<()> {
        writeln!(self.out, "\n]}}]}}")
    }
}

/// How SARIF calls a severity.
const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "error",
        Severity::Major => "warning",
        Severity::Minor | Severity::Neutral => "note",
    }
}

fn result(language: Language, article: Option<&Article>, row: &Row) -> Value {
    let side = |text: fn(&Article) -> &Text, place: Option<Place>, line: Option<u32>, words: &str| {
        line.zip(article).map(|(line, article)| location(text(article), place.filter(|_| !row.given), line, words))
    };
    let source = side(|article| &article.source, row.source_place, row.source_line, &row.source_span);
    let target = side(|article| &article.target, row.target_place, row.target_line, &row.target_span);
    let (first, mut related) = match (target, source) {
        (Some(target), source) => (Some(target), source),
        (None, source) => (source, None),
    };
    // A host shows the place of a result and no more of its other places than this.
    if let Some(related) = related.as_mut().filter(|_| !row.source_span.is_empty()) {
        related["message"] = json!({ "text": format!("{}: {}", language.words().source, row.source_span) });
    }
    let mut result = json!({
        "ruleId": row.rule,
        "level": level(row.severity),
        "rank": (row.confidence * 1000.0).round() / 10.0,
        "message": { "text": row.message },
        "locations": first.into_iter().collect::<Vec<_>>(),
        "relatedLocations": related.into_iter().collect::<Vec<_>>(),
        "partialFingerprints": { "muqabala/v1": row.id },
        "properties": {
            "kind": row.kind, "category": row.category, "severity": row.severity, "confidence": row.confidence,
            "document": row.document, "pair": row.pair, "expected": row.expected, "found": row.found,
        },
    });
    if let Some(n) = RULES.iter().position(|rule| rule.id == row.rule) {
        result["ruleIndex"] = n.into();
    }
    if let Some(state) = match row.status.as_str() {
        "gone" => Some("absent"),
        "new" | "unchanged" => Some(row.status.as_str()),
        _ => None,
    } {
        result["baselineState"] = state.into();
    }
    if Verdict::read(&row.verdict).is_some_and(Verdict::dismisses) {
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": row.note }]);
    }
    result
}

/// Words in a file: lines and columns from 1, columns in characters.
fn location(text: &Text, place: Option<Place>, line: u32, words: &str) -> Value {
    let mut region = json!({ "startLine": line });
    if let Some(Place { words: span, .. }) = place
        && let Some(before) = text.raw.get(..span.start as usize)
        && let Some(inside) = text.raw.get(span.range())
    {
        let column = |text: &str| text.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        region["startColumn"] = column(before).into();
        region["endLine"] = (line as usize + inside.matches('\n').count()).into();
        region["endColumn"] = if inside.contains('\n') { column(inside) } else { column(before) + inside.chars().count() }.into();
        region["byteOffset"] = span.start.into();
        region["byteLength"] = span.len().into();
    }
    if !words.is_empty() {
        region["snippet"] = json!({ "text": words });
    }
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(&text.name) }, "region": region } })
}

/// A path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    if path.starts_with('/') { format!("file://{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::*;
    use crate::finding::Kind;

    #[test]
    fn a_result_has_its_fingerprint_and_state() {
        let mut row = row("number-mismatch", Kind::Mistranslated, Severity::Critical, 0.97, ("a 5", "5"), ("ب 7", "7"), "m");
        row.status = "new".into();
        row.verdict = "false positive".into();
        let mut out = Vec::new();
        write(&Edition { rows: &[row.clone()], ..Edition::default() }, &mut out).unwrap();
        let log: Value = serde_json::from_slice(&out).unwrap();
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result["partialFingerprints"]["muqabala/v1"], row.id.as_str());
        assert_eq!((&result["level"], &result["baselineState"]), (&"error".into(), &"new".into()));
        assert_eq!(result["suppressions"][0]["kind"], "external");
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize]["id"], "number-mismatch");
    }

    #[test]
    fn places_are_lines_and_characters() {
        let text = Text::new("my file.txt", "one\nقال Ali 12\nx").unwrap();
        let span = crate::span::Span::new(11, 17);
        let place = Place { words: span, segment: span, line: 2 };
        let region = location(&text, Some(place), 2, "Ali 12")["physicalLocation"].clone();
        assert_eq!(region["artifactLocation"]["uri"], "my%20file.txt");
        let region = &region["region"];
        assert_eq!((&region["startColumn"], &region["endColumn"], &region["endLine"]), (&5.into(), &11.into(), &2.into()));
    }
}
