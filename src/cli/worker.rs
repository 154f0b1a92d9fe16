//! `muqabala worker`: one of many, driven by another program.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use muqabala::archive::worker;
use muqabala::error::Error;
use muqabala::finding::Override;
use muqabala::pipeline::Options;
use muqabala::read::{Fields, Reader};
use muqabala::report::output;
use muqabala::segment::By;

use super::threshold::Threshold;
use super::vocabulary::Vocabulary;

/// The options of `muqabala worker`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Worker {
    /// Where the texts stand in the objects, such as source=body.en,target=body.ar.
    #[arg(long, value_name = "FIELDS", value_parser = str::parse::<Fields>)]
    fields: Option<Fields>,
    #[command(flatten)]
    threshold: Threshold,
    #[command(flatten)]
    vocabulary: Vocabulary,
    /// How texts are cut before they are compared.
    #[arg(long, value_parser = super::by(), default_value = "sentence")]
    by: By,
}

const EXAMPLES: &str = "\
Examples:
  muqabala worker < archive.jsonl > results.jsonl
  parallel --pipe -k --line-buffer muqabala worker < archive.jsonl > results.jsonl

Every line of the input is an object {\"id\":..., \"source\":..., \"target\":...}; source and target are texts, \
or paths of files. Every line of the output is the result of the line of the same number, written as \
soon as it is there: {\"id\":..., \"status\":\"clean\"|\"findings\", \"findings\":[...], ...}. A line that cannot be \
used is answered with {\"id\":..., \"status\":\"error\", \"stage\":..., \"reason\":...}, and the next one is read. \
An id is given back as a text; where there is none, it is the number of the line, or null where the \
line is no object.

The exit code is 0 when all lines were answered, whatever was found.";

/// Answers until nothing more is asked.
pub fn run(args: &Worker, rules: Vec<Override>) -> Result<ExitCode, Error> {
    // A failure of the program is an answer, too.
    std::panic::set_hook(Box::new(|_| {}));
    let lexicon = args.vocabulary.lexicon()?;
    let options = Options { by: args.by, min_confidence: args.threshold.least(), lexicon, rules, ..Options::default() };
    let reader = Reader { fields: args.fields.clone().unwrap_or_default(), ..Reader::default() };
    match worker::run(&options, &reader, io::stdin().lock(), io::stdout().lock()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(output::failed(Path::new("the terminal"), &e)),
        _ => Ok(ExitCode::SUCCESS),
    }
}
