//! `muqabala learn`: a house lexicon from an archive.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use muqabala::error::Error;
use muqabala::pipeline::{self, Options};
use muqabala::read;
use muqabala::report::output::Target;
use muqabala::segment::By;

use super::batch::Archive;
use super::{Stream, progress};

/// The options of `muqabala learn`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Learn {
    /// The folder of the articles that were translated; or a table of pairs (.csv); or an archive (.jsonl).
    input: PathBuf,
    /// The folder of the translations, if the first is a folder.
    targets: Option<PathBuf>,
    /// Write the lexicon to FILE.
    #[arg(short, long, value_name = "FILE.lex")]
    output: PathBuf,
    /// A list of your own terms and names: what it has need not be learned.
    #[arg(long, value_name = "FILE.csv")]
    glossary: Vec<PathBuf>,
    /// A house lexicon to build upon, as often as needed.
    #[arg(long, value_name = "FILE.lex")]
    lexicon: Vec<PathBuf>,
    /// How texts are cut before they are compared.
    #[arg(long, value_parser = super::by(), default_value = "sentence")]
    by: By,
    /// How many processor cores to use; all by default.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Show no summary.
    #[arg(short, long)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  muqabala learn english arabic -o house.lex
  muqabala learn archive.jsonl -o house.lex
  muqabala audit article.en.txt article.ar.txt --lexicon house.lex

Words that are left over together again and again, in sentences that surely translate each other, are
taken for translations of each other if that is very unlikely to be chance. What is mistranslated the
same way throughout the archive is learned as well: read the file before you use it. It is plain text,
a line a pair.";

/// Learns from an archive.
pub fn run(args: &Learn) -> Result<ExitCode, Error> {
    super::use_cores(args.jobs);
    let inputs: Vec<PathBuf> = args.glossary.iter().chain(&args.lexicon).chain([&args.input]).cloned().collect();
    let target = Target::plan(&args.output, &inputs)?;
    let lexicon = super::lexicon(&args.glossary, &args.lexicon)?;
    let options = Options { by: args.by, lexicon, ..Options::default() };
    let archive = Archive { input: &args.input, targets: args.targets.as_deref(), many: false };
    let (jobs, _) = archive.jobs(&options.lexicon, None)?;
    let learned = progress::with("Learning", || pipeline::learn_from(jobs.len(), |n| jobs.article(n).ok(), &options));
    target.stage(|out| read::write_house(&learned, out))?.publish()?;
    if !args.quiet {
        let (articles, pairs) = (jobs.len(), learned.len());
        Stream::Output.show(&format!(
            "{pairs} translation{} learned from {articles} article{}, in {}\n",
            if pairs == 1 { "" } else { "s" },
            if articles == 1 { "" } else { "s" },
            args.output.display()
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}
