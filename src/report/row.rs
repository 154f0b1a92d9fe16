//! The frozen schema of a finding on paper, and the ids that name findings.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Text};
use crate::finding::{Category, Finding, Kind, Place, Severity};
use crate::span::Span;

/// The columns of a report, in their order. Columns may be added at the end; none is ever renamed, moved or taken away.
pub const COLUMNS: [&str; 20] = [
    "id",
    "document",
    "pair",
    "rule",
    "kind",
    "category",
    "severity",
    "confidence",
    "source_line",
    "target_line",
    "source",
    "target",
    "source_span",
    "target_span",
    "expected",
    "found",
    "message",
    "verdict",
    "note",
    "status",
];

/// One row of a report: a finding with its texts written out, so that it can be judged without the articles at hand.
///
/// Texts are one line each: line breaks, tabs and other control characters of the article are shown as one space.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Names the finding as long as its rule, words and segments stay the same: 16 hexadecimal digits, the first a letter.
    pub id: String,
    /// Id of the article.
    pub document: String,
    /// Id of the bead: the row's id where pairs were given, else its number (from 1).
    pub pair: String,
    /// Id of the rule; `muqabala rules ID` explains it.
    pub rule: String,
    /// What happened to the claim.
    pub kind: Kind,
    /// MQM category.
    pub category: Category,
    /// How bad it would be if the finding is right.
    pub severity: Severity,
    /// Probability, 0 to 1 in steps of 0.001, that a reviser would agree.
    pub confidence: f64,
    /// Line (1-based) of the source file on which the words start; nothing when nothing of the source faces the finding.
    pub source_line: Option<u32>,
    /// Line (1-based) of the target file on which the words start.
    pub target_line: Option<u32>,
    /// The source segments in which the words stand.
    pub source: String,
    /// The target segments in which the words stand.
    pub target: String,
    /// The exact words of the source; empty when the finding is that they are not there.
    pub source_span: String,
    /// The exact words of the target.
    pub target_span: String,
    /// What the source led us to expect.
    pub expected: String,
    /// What the target has.
    pub found: String,
    /// One or two plain sentences.
    pub message: String,
    /// The reviewer's; empty until there is one.
    pub verdict: String,
    /// The reviewer's; empty until there is one.
    pub note: String,
    /// `new` or `unchanged`, where there is an older report to compare with; `gone` for those that only the older report has.
    #[serde(default)]
    pub status: String,
    /// Whether the pair came aligned, so that places are not those of a file. Not a column.
    #[serde(skip)]
    pub given: bool,
    /// The place in the source text.
    #[serde(skip)]
    pub source_place: Option<Place>,
    /// The place in the target text.
    #[serde(skip)]
    pub target_place: Option<Place>,
    /// Where in `source` (bytes) the words of `source_span` stand. Not a column: for those who mark the words in the text.
    #[serde(skip)]
    pub source_mark: Range<usize>,
    /// Where in `target` the words of `target_span` stand.
    #[serde(skip)]
    pub target_mark: Range<usize>,
}

impl Row {
    /// The row of a finding in the article that it was found in.
    ///
    /// ```
    /// use muqabala::article::{Article, Text};
    /// use muqabala::finding::{Category, Finding, Kind, Place, Severity};
    /// use muqabala::report::row::{Row, stamp};
    /// use muqabala::span::Span;
    ///
    /// let article = Article {
    ///     id: "daraa".into(),
    ///     source: Text::new("source.en.txt", "Some 330,000 people\nfled.").unwrap(),
    ///     target: Text::new("target.ar.txt", "فر نحو 33 ألف شخص.").unwrap(),
    ///     given: vec![],
    /// };
    /// let place = |words, text: &Text| Some(Place { words, segment: Span::whole(&text.raw), line: 1 });
    /// let mut findings = vec![Finding {
    ///     id: String::new(),
    ///     document: "daraa".into(),
    ///     pair: "1".into(),
    ///     rule: "number-mismatch",
    ///     kind: Kind::Mistranslated,
    ///     category: Category::Mistranslation,
    ///     severity: Severity::Critical,
    ///     confidence: 0.97,
    ///     source: place(Span::new(5, 12), &article.source),
    ///     target: place(Span::new(12, 21), &article.target),
    ///     expected: "330,000".into(),
    ///     found: "33,000".into(),
    ///     message: "330,000 became 33,000.".into(),
    /// }];
    /// stamp(&mut findings, &article);
    /// let row = Row::new(&findings[0], &article);
    /// assert_eq!(row.source, "Some 330,000 people fled.");
    /// assert_eq!((row.source_span.as_str(), row.target_span.as_str()), ("330,000", "33 ألف"));
    /// assert_eq!(row.id.len(), 16);
    /// ```
    pub fn new(finding: &Finding, article: &Article) -> Self {
        let source = Shown::new(finding.source, &article.source);
        let target = Shown::new(finding.target, &article.target);
        Self {
            id: finding.id.clone(),
            document: one_line(&finding.document).into_owned(),
            pair: one_line(&finding.pair).into_owned(),
            rule: finding.rule.to_owned(),
            kind: finding.kind,
            category: finding.category,
            severity: finding.severity,
            confidence: (f64::from(finding.confidence) * 1000.0).round() / 1000.0,
            source_line: source.line,
            target_line: target.line,
            source_span: source.text[source.mark.clone()].to_owned(),
            target_span: target.text[target.mark.clone()].to_owned(),
            source: source.text,
            target: target.text,
            expected: one_line(&finding.expected).into_owned(),
            found: one_line(&finding.found).into_owned(),
            message: one_line(&finding.message).into_owned(),
            verdict: String::new(),
            note: String::new(),
            status: String::new(),
            given: !article.given.is_empty(),
            source_place: finding.source,
            target_place: finding.target,
            source_mark: source.mark,
            target_mark: target.mark,
        }
    }

    /// The cells of the row as text, in the order of [`COLUMNS`]. What is missing is an empty cell.
    pub fn cells(&self) -> [Cow<'_, str>; COLUMNS.len()] {
        let line = |line: Option<u32>| line.map_or(Cow::Borrowed(""), |l| Cow::Owned(l.to_string()));
        [
            Cow::Borrowed(&self.id),
            Cow::Borrowed(&self.document),
            Cow::Borrowed(&self.pair),
            Cow::Borrowed(&self.rule),
            Cow::Borrowed(self.kind.name()),
            Cow::Borrowed(self.category.name()),
            Cow::Borrowed(self.severity.name()),
            Cow::Owned(decimals(self.confidence)),
            line(self.source_line),
            line(self.target_line),
            Cow::Borrowed(&self.source),
            Cow::Borrowed(&self.target),
            Cow::Borrowed(&self.source_span),
            Cow::Borrowed(&self.target_span),
            Cow::Borrowed(&self.expected),
            Cow::Borrowed(&self.found),
            Cow::Borrowed(&self.message),
            Cow::Borrowed(&self.verdict),
            Cow::Borrowed(&self.note),
            Cow::Borrowed(&self.status),
        ]
    }
}

/// Two decimals, or three where the third is not a zero: `0.97`, `0.985`.
fn decimals(confidence: f64) -> String {
    let mut text = format!("{confidence:.3}");
    if text.ends_with('0') {
        text.pop();
    }
    text
}

/// One side of a finding, written out.
struct Shown {
    line: Option<u32>,
    text: String,
    mark: Range<usize>,
}

impl Shown {
    fn new(place: Option<Place>, text: &Text) -> Self {
        let Some(Place { words, segment, line }) = place else {
            return Self { line: None, text: String::new(), mark: 0..0 };
        };
        // The words may reach over the edge of the segment; they are shown whole all the same.
        let segment = if words.is_empty() { segment } else { segment.cover(words) };
        let words = if words.is_empty() { Span::new(segment.end, segment.end) } else { words };
        let part = |start, end| one_line(slice(&text.raw, Span::new(start, end)));
        let mut shown = part(segment.start, words.start).into_owned();
        let start = shown.len();
        shown.push_str(&part(words.start, words.end));
        let end = shown.len();
        shown.push_str(&part(words.end, segment.end));
        Self { line: Some(line), text: shown, mark: start..end }
    }
}

/// The words at `span`, or none where it does not fit the text: a report never panics over a bad span.
pub(in crate::report) fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or("")
}

/// `text` on one line: every run of white space with a line break, a tab or a control character in it becomes one space.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(breaks) {
        out.push_str(rest[..at].trim_end());
        out.push(' ');
        rest = rest[at..].trim_start_matches(|c: char| breaks(c) || c.is_whitespace());
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Gives every finding of an article its id.
///
/// Findings of one rule on the same words of the same segments are told apart by their order.
pub fn stamp(findings: &mut [Finding], article: &Article) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for finding in findings {
        let words = |place: Option<Place>, text| place.map_or("", |p| slice(text, p.words));
        let segment = |place: Option<Place>, text| place.map_or("", |p| slice(text, p.segment));
        let (source, target) = (article.source.raw.as_str(), article.target.raw.as_str());
        let text = [
            words(finding.source, source),
            words(finding.target, target),
            segment(finding.source, source),
            segment(finding.target, target),
        ];
        let first = finding_id(finding.rule, text[0], text[1], text[2], text[3]);
        let count = seen.entry(first.clone()).or_insert(0);
        finding.id = if *count == 0 { first } else { again(&first, *count) };
        *count += 1;
    }
}

/// The id of a finding: 16 hexadecimal digits that depend on its rule, its words and the segments around them, and on nothing
/// else: not on row numbers, file names, the machine or the run. White space is folded, so wrapping a text anew keeps its ids.
///
/// It is FNV-1a (64 bits, offset basis `cbf29ce484222325`, prime `100000001b3`) over the UTF-8 bytes of the five texts, each followed
/// by the byte 1F. The first digit is then made a letter (`a` + first digit mod 6), since spreadsheets read `12345678e9012345` as a number.
pub fn finding_id(rule: &str, source_words: &str, target_words: &str, source_segment: &str, target_segment: &str) -> String {
    let mut hash = Fnv::new();
    for text in [rule, source_words, target_words, source_segment, target_segment] {
        hash.text(text);
    }
    hash.id()
}

/// The id of the second, third ... finding that shares `first`.
fn again(first: &str, count: u32) -> String {
    let mut hash = Fnv::new();
    hash.text(first);
    hash.text(&count.to_string());
    hash.id()
}

/// Fowler-Noll-Vo, variant 1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>. Small, and the same everywhere.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn text(&mut self, text: &str) {
        for (i, word) in text.split_whitespace().enumerate() {
            if i > 0 {
                self.byte(b' ');
            }
            word.bytes().for_each(|b| self.byte(b));
        }
        self.byte(0x1F);
    }

    fn id(&self) -> String {
        let letter = 0xa + (self.0 >> 60) % 6;
        format!("{:016x}", (self.0 & (u64::MAX >> 4)) | (letter << 60))
    }
}

#[cfg(test)]
pub(in crate::report) mod tests {
    use super::*;

    /// A row made by hand, for the tests of this room.
    pub fn row(
        rule: &str,
        kind: Kind,
        severity: Severity,
        confidence: f64,
        source: (&str, &str),
        target: (&str, &str),
        message: &str,
    ) -> Row {
        let mark = |(text, words): (&str, &str)| {
            let start = text.find(words).unwrap();
            start..start + words.len()
        };
        Row {
            id: finding_id(rule, source.1, target.1, source.0, target.0),
            document: "war".into(),
            pair: "7".into(),
            rule: rule.into(),
            kind,
            category: Category::Mistranslation,
            severity,
            confidence,
            source_line: (!source.0.is_empty()).then_some(12),
            target_line: (!target.0.is_empty()).then_some(14),
            source: source.0.into(),
            target: target.0.into(),
            source_span: source.1.into(),
            target_span: target.1.into(),
            expected: String::new(),
            found: String::new(),
            message: message.into(),
            verdict: String::new(),
            note: String::new(),
            status: String::new(),
            given: false,
            source_place: None,
            target_place: None,
            source_mark: mark(source),
            target_mark: mark(target),
        }
    }

    fn sample() -> Row {
        let source = ("About 3,200 families fled.", "3,200 families");
        row(
            "number-mismatch",
            Kind::Mistranslated,
            Severity::Critical,
            0.97,
            source,
            ("فرّت 32 ألف أسرة.", "32 ألف أسرة"),
            "3,200 became 32,000.",
        )
    }

    fn article(source: &str, target: &str) -> Article {
        Article { id: "a".into(), source: Text::new("a.en", source).unwrap(), target: Text::new("a.ar", target).unwrap(), given: vec![] }
    }

    fn finding(source: Option<Place>, target: Option<Place>) -> Finding {
        Finding {
            id: String::new(),
            document: "a".into(),
            pair: "1".into(),
            rule: "dropped-claim",
            kind: Kind::Dropped,
            category: Category::Omission,
            severity: Severity::Major,
            confidence: 0.123_456,
            source,
            target,
            expected: String::new(),
            found: String::new(),
            message: "x".into(),
        }
    }

    #[test]
    fn columns_are_the_keys_and_cells_the_values() {
        let json = serde_json::to_string(&sample()).unwrap();
        let keys: Vec<usize> = COLUMNS.iter().map(|c| json.find(&format!("\"{c}\":")).unwrap()).collect();
        assert!(keys.is_sorted());
        let value = serde_json::to_value(sample()).unwrap();
        assert_eq!(value.as_object().unwrap().len(), COLUMNS.len());
        for (column, cell) in COLUMNS.iter().zip(sample().cells()) {
            let written = &value[column];
            let written = written.as_str().map_or_else(|| written.to_string(), str::to_owned);
            assert_eq!(written, cell, "{column}");
        }
    }

    #[test]
    fn the_schema_is_frozen() {
        let columns = "id,document,pair,rule,kind,category,severity,confidence,source_line,target_line,source,target,source_span,\
             target_span,expected,found,message,verdict,note,status";
        assert!(COLUMNS.join(",").starts_with(columns), "columns may only be added at the end");
    }

    #[test]
    fn what_is_missing_is_empty() {
        let article = article("One\r\ntwo three.", "واحد اثنان");
        let place = Place { words: Span::new(5, 14), segment: Span::new(0, 15), line: 2 };
        let row = Row::new(&finding(Some(place), None), &article);
        assert_eq!(row.source, "One two three.");
        assert_eq!(row.source_span, "two three");
        assert_eq!(&row.source[row.source_mark.clone()], "two three");
        assert_eq!((row.source_line, row.target_line), (Some(2), None));
        assert_eq!(row.cells()[9], "");
        assert_eq!(serde_json::to_value(&row).unwrap()["target_line"], serde_json::Value::Null);
        assert_eq!(row.cells()[7], "0.123");
    }

    #[test]
    fn a_segment_without_words_is_shown_and_nothing_marked() {
        let article = article("One two.", "واحد");
        let place = Place { words: Span::new(0, 0), segment: Span::new(4, 8), line: 1 };
        let row = Row::new(&finding(Some(place), None), &article);
        assert_eq!((row.source.as_str(), row.source_span.as_str()), ("two.", ""));
    }

    #[test]
    fn bad_spans_do_not_panic() {
        let article = article("One two.", "واحد");
        let place = Place { words: Span::new(1, 3), segment: Span::new(1, 900), line: 1 };
        let mut findings = [finding(None, Some(place))];
        stamp(&mut findings, &article);
        assert_eq!(Row::new(&findings[0], &article).target_span, "");
    }

    #[test]
    fn confidence_has_two_or_three_decimals() {
        assert_eq!([0.9, 0.97, 0.985, 1.0, 0.0].map(decimals), ["0.90", "0.97", "0.985", "1.00", "0.00"]);
    }

    #[test]
    fn one_line_keeps_spaces_and_folds_breaks() {
        assert_eq!(one_line("a  b"), "a  b");
        assert_eq!(one_line("a \r\n\tb\u{1b}[31mc"), "a b [31mc");
    }

    #[test]
    fn ids_never_change() {
        // Written down: a report of last year must still match.
        assert_eq!(finding_id("number-mismatch", "3,200", "32 ألف", "3,200 families fled.", "فرّت 32 ألف أسرة."), "e7eb3c996ee3a2a0");
        let id = |segment| finding_id("r", "w", "", segment, "");
        assert_eq!(id("one two"), id("one\n  two"));
        assert_ne!(finding_id("r", "ab", "c", "", ""), finding_id("r", "a", "bc", "", ""));
    }

    #[test]
    fn ids_never_look_like_a_number() {
        for i in 0..1000 {
            let id = finding_id("r", &i.to_string(), "", "", "");
            assert!(id.len() == 16 && id.starts_with(|c: char| ('a'..='f').contains(&c)) && u64::from_str_radix(&id, 16).is_ok(), "{id}");
        }
    }

    #[test]
    fn true_duplicates_are_told_apart() {
        let article = article("Five and five.", "خمسة");
        let place = Place { words: Span::new(0, 4), segment: Span::new(0, 14), line: 1 };
        let mut findings = [finding(Some(place), None), finding(Some(place), None), finding(Some(place), None)];
        stamp(&mut findings, &article);
        assert_eq!(findings[0].id, finding_id("dropped-claim", "Five", "", "Five and five.", ""));
        assert!(findings[0].id != findings[1].id && findings[1].id != findings[2].id && findings[0].id != findings[2].id);
    }
}
