//! One article pair a line in, one result a line out: what Spark, Hadoop Streaming, Beam or GNU parallel drive.

use std::io::{self, BufRead, Write};
use std::path::Path;

use serde::Serialize;

use super::batch::safely;
use super::job::{Failure, Line, Stage};
use super::outcome::Outcome;
use crate::pipeline::Options;
use crate::read::Reader;
use crate::report::row::Row;

/// What a line is answered with.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'a> {
    Audited {
        id: &'a str,
        /// `clean` or `findings`.
        status: &'static str,
        score: f64,
        source_words: usize,
        target_words: usize,
        source_segments: usize,
        target_segments: usize,
        beads: usize,
        findings: &'a [Row],
    },
    Failed {
        id: Option<&'a str>,
        /// `error`.
        status: &'static str,
        stage: &'static str,
        reason: &'a str,
    },
}

/// Answers every line of `input` with a line of `output`, in order, each at once. Blank lines are answered, too, so that no line of
/// the output ever stands for another of the input.
///
/// # Errors
/// When a stream is broken. A bad line is none.
pub fn run(options: &Options, reader: &Reader, mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        number += 1;
        serde_json::to_writer(&mut output, &Answer::of(&audited(options, reader, &line, number)))?;
        output.write_all(b"\n")?;
        output.flush()?;
    }
}

fn audited(options: &Options, reader: &Reader, line: &[u8], number: u64) -> Result<Outcome, Failure> {
    let failed = |id: String, stage, reason| Failure { id, file: String::new(), stage, reason };
    let text =
        std::str::from_utf8(line).map_err(|_| failed(String::new(), Stage::Archive, "is no UTF-8; encode it as UTF-8".to_owned()))?;
    let line = Line::new(text.trim_start_matches('\u{FEFF}'), &reader.fields)
        .map_err(|(id, reason)| failed(id.unwrap_or_default(), Stage::Archive, reason))?;
    let id = line.id().map_or_else(|| number.to_string(), str::to_owned);
    // Answers have no column for the file.
    let article = line.article(&id, Path::new(""), reader).map_err(|e| failed(id, Stage::Read, e.to_string()))?;
    safely(&article, options)
}

impl<'a> Answer<'a> {
    fn of(result: &'a Result<Outcome, Failure>) -> Self {
        match result {
            Ok(outcome) => Self::Audited {
                id: &outcome.id,
                status: outcome.status(),
                score: (outcome.score() * 10.0).round() / 10.0,
                source_words: outcome.words.0,
                target_words: outcome.words.1,
                source_segments: outcome.segments.0,
                target_segments: outcome.segments.1,
                beads: outcome.beads,
                findings: &outcome.rows,
            },
            Err(failure) => Self::Failed {
                id: Some(failure.id.as_str()).filter(|id| !id.is_empty()),
                status: "error",
                stage: failure.stage.name(),
                reason: &failure.reason,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_answer() {
        let input = concat!(
            r#"{"id":"a","source":"The storm killed 12 people in Tripoli.","target":"قتلت العاصفة 21 شخصا في طرابلس."}"#,
            "\n{\"id\":\"b\"\n\n",
            r#"{"id":7,"source":"One man left.","target":"Two men left."}"#,
            "\n",
            r#"{"source":"Rain fell in Aden.","target":"هطلت الأمطار في عدن."}"#,
            "\n{\"id\":3}\n",
        );
        let mut output = Vec::new();
        run(&Options::default(), &Reader::default(), input.as_bytes(), &mut output).expect("streams");
        let lines: Vec<serde_json::Value> =
            String::from_utf8(output).expect("text").lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
        let told: Vec<_> = lines.iter().map(|l| (l["id"].as_str(), l["status"].as_str().expect("a status"))).collect();
        assert_eq!(
            told,
            [(Some("a"), "findings"), (None, "error"), (None, "error"), (Some("7"), "error"), (Some("5"), "clean"), (Some("3"), "error")]
        );
        assert_eq!(lines[0]["findings"][0]["rule"], "number-mismatch");
        assert!(lines[3]["reason"].as_str().expect("a reason").contains("both in English"));
    }
}
