//! `muqabala pair`: which article translates which.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use muqabala::error::Error;
use muqabala::lexicon::Lexicon;
use muqabala::pair::Options;
use muqabala::read;
use muqabala::report::output::{self, Staged, Target};

use super::cores::Cores;
use super::progress;
use muqabala::archive::folders::{self, Folders};

/// The options of `muqabala pair`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Pair {
    /// The folder of the articles that were translated, with the folders in it; or a .zip of it.
    sources: PathBuf,
    /// The folder of the translations, or a .zip of it. Not needed if the first has both: what is English is the source then.
    targets: Option<PathBuf>,
    /// Write the pairs to FILE, a CSV table; - is the standard output.
    #[arg(short, long, value_name = "FILE.csv", default_value = "-", hide_default_value = true)]
    output: PathBuf,
    /// Write the articles without a partner to FILE, and why.
    #[arg(long, value_name = "FILE.csv")]
    unpaired: Option<PathBuf>,
    /// Let an article have several partners: a source with several translations, or a translation that joins several sources.
    #[arg(long)]
    many: bool,
    #[command(flatten)]
    cores: Cores,
    /// Show no summary.
    #[arg(short, long)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  muqabala pair english arabic -o pairs.csv
  muqabala pair english arabic -o pairs.csv --unpaired left.csv
  muqabala pair news.zip/en news.zip/ar -o pairs.csv
  muqabala batch pairs.csv -o audit

Articles are compared by what they say, so files may have any names.";

/// Pairs two folders.
pub fn run(args: &Pair) -> Result<ExitCode, Error> {
    args.cores.use_them();
    let outputs: Vec<PathBuf> = [&args.output].into_iter().chain(&args.unpaired).cloned().collect();
    for path in outputs.iter().filter(|path| path.as_os_str() != "-") {
        output::by_extension(path, &["csv"])?;
    }
    let folders = [&args.sources].into_iter().chain(&args.targets);
    let inputs: Vec<PathBuf> = folders.flat_map(|folder| articles(folder)).collect();
    let targets = Target::plan_all(&outputs, &inputs)?;
    let lexicon = Lexicon::default();
    let folders = progress::with("Pairing articles", || {
        Folders::pair(&lexicon, &args.sources, args.targets.as_deref(), Options { many: args.many })
    })?;
    let tables = [folders::write_pairs, folders::write_unpaired];
    let staged = targets.iter().zip(tables).map(|(target, write)| target.stage(|out| write(&folders, out)));
    staged.collect::<Result<Vec<_>, _>>()?.into_iter().try_for_each(Staged::publish)?;
    if !args.quiet {
        let _ = write!(anstream::stderr(), "{}", folders.summary());
    }
    Ok(ExitCode::SUCCESS)
}

/// What must not be overwritten of a folder or an archive. Tables are no articles, and one may be that of an earlier run.
fn articles(folder: &Path) -> Vec<PathBuf> {
    if let Some(archive) = folder.ancestors().find(|above| above.is_file()) {
        return vec![archive.to_owned()];
    }
    // What is wrong with it is told when it is read.
    let files = read::files(folder).unwrap_or_default().files;
    files.into_iter().filter(|file| file.extension().is_none_or(|e| !e.eq_ignore_ascii_case("csv"))).collect()
}
