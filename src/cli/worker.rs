//! `muqabala worker`: one of many, driven by another program.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use muqabala::archive::worker;
use muqabala::error::Error;
use muqabala::pipeline::Options;
use muqabala::read::Override;
use muqabala::report::output;
use muqabala::segment::By;

/// The options of `muqabala worker`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Worker {
    /// Leave out findings that are less sure than this, from 0 (show all) to 1.
    #[arg(long, value_name = "X", value_parser = super::probability, default_value_t = Options::default().min_confidence)]
    min_confidence: f32,
    /// A list of your own terms and names, as often as needed: CSV with the columns source, target and, if you like, note.
    #[arg(long, value_name = "FILE.csv")]
    glossary: Vec<PathBuf>,
    /// A house lexicon that muqabala learn wrote, as often as needed.
    #[arg(long, value_name = "FILE.lex")]
    lexicon: Vec<PathBuf>,
    /// How texts are cut before they are compared.
    #[arg(long, value_parser = super::by(), default_value = "sentence")]
    by: By,
}

const EXAMPLES: &str = "\
Examples:
  muqabala worker < archive.jsonl > results.jsonl
  parallel --pipe -k --line-buffer muqabala worker < archive.jsonl > results.jsonl

Every line of the input is an object {\"id\":..., \"source\":..., \"target\":...}; source and target are texts,
or paths of files. Every line of the output is the result of the line of the same number, written as
soon as it is there: {\"id\":..., \"status\":\"clean\"|\"findings\", \"findings\":[...], ...}. A line that cannot be
used is answered with {\"id\":..., \"status\":\"error\", \"stage\":..., \"reason\":...}, and the next one is read.

The exit code is 0 when all lines were answered, whatever was found.";

/// Answers until nothing more is asked.
pub fn run(args: &Worker, rules: Vec<Override>) -> Result<ExitCode, Error> {
    // A failure of the program is an answer, too.
    std::panic::set_hook(Box::new(|_| {}));
    let lexicon = super::lexicon(&args.glossary, &args.lexicon)?;
    let options = Options { by: args.by, min_confidence: args.min_confidence, lexicon, rules, ..Options::default() };
    match worker::run(&options, io::stdin().lock(), io::stdout().lock()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(output::failed(Path::new("the terminal"), &e)),
        _ => Ok(ExitCode::SUCCESS),
    }
}
