//! `muqabala learn`: a house lexicon from an archive.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use muqabala::error::Error;
use muqabala::pipeline::{self, Options};
use muqabala::read;
use muqabala::report::output::{self, Target};
use muqabala::segment::By;

use super::batch::Archive;
use super::cores::Cores;
use super::reading::Reading;
use super::vocabulary::Vocabulary;
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
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    vocabulary: Vocabulary,
    /// How texts are cut before they are compared.
    #[arg(long, value_parser = super::by(), default_value = "sentence")]
    by: By,
    #[command(flatten)]
    cores: Cores,
    /// Show no summary.
    #[arg(short, long)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  muqabala learn english arabic -o house.lex
  muqabala learn archive.jsonl -o house.lex
  muqabala audit article.en.txt article.ar.txt --lexicon house.lex

Words that are left over together again and again, in sentences that surely translate each other, are \
taken for translations of each other if that is very unlikely to be chance. What is mistranslated the \
same way throughout the archive is learned as well: read the file before you use it. It is plain text, \
a line a pair. What a --glossary or a --lexicon has already need not be learned.";

/// Learns from an archive.
pub fn run(args: &Learn) -> Result<ExitCode, Error> {
    args.cores.use_them();
    let inputs: Vec<PathBuf> = args.vocabulary.files().chain([&args.input]).cloned().collect();
    let target = Target::plan(&args.output, &inputs)?;
    // Articles are named in so many ways, folders, tables and lines, that only a lexicon is overwritten.
    if target.earlier().is_some_and(|file| file.metadata().is_ok_and(|meta| meta.len() > 0) && read::house(file).is_err()) {
        let cause = "it is there already and is no house lexicon";
        return Err(output::refused(&args.output, cause, "choose another name, so that it is not lost"));
    }
    let lexicon = args.vocabulary.lexicon()?;
    let options = Options { by: args.by, lexicon, ..Options::default() };
    let archive = Archive { input: &args.input, targets: args.targets.as_deref(), many: false, reader: args.reading.reader() };
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
