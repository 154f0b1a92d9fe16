//! `muqabala batch`: a whole archive.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use muqabala::archive::batch::{self, Plan, Totals};
use muqabala::archive::folders::{self, Folders};
use muqabala::archive::job::{Failure, Jobs, Stage};
use muqabala::error::Error;
use muqabala::finding::{Kind, Override, Severity};
use muqabala::lexicon::Lexicon;
use muqabala::pair;
use muqabala::pipeline::Options;
use muqabala::read::{self, Reader};
use muqabala::report::csv::Dialect;
use muqabala::report::language::{Counted, Language};
use muqabala::report::output::{self, FORMATS, Format, Target};
use muqabala::segment::By;

use super::cores::Cores;
use super::place;
use super::progress::{self, Bar};
use super::reading::Reading;
use super::threshold::Threshold;
use super::vocabulary::Vocabulary;
use super::{FailOn, Stream};

/// The options of `muqabala batch`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Batch {
    /// The folder of the articles that were translated, or a .zip of it; or a .zip of both folders; or a table (.csv or .tsv) with the
    /// columns source and target, or an archive (.jsonl) with an object of id, source and target a line: each a text or the path of a
    /// file.
    input: PathBuf,
    /// The folder of the translations, if the first is a folder.
    targets: Option<PathBuf>,
    /// The folder that the tables are written to; it is made if it is not there.
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// Audit everything again, also what did not change since it was audited last.
    #[arg(long)]
    force: bool,
    /// Let an article have several partners.
    #[arg(long)]
    many: bool,
    /// Write this too, as often as needed: xlsx, the findings and the articles in a workbook; jsonl or sarif, the findings for programs; html, a
    /// page for every article, in the folder articles.
    #[arg(long, value_name = "FORMAT", value_parser = lists())]
    format: Vec<&'static Format>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    threshold: Threshold,
    /// Exit with code 1 when something as bad as this is found.
    #[arg(long, value_name = "SEVERITY", value_parser = super::fail_on(), default_value = "minor")]
    fail_on: FailOn,
    #[command(flatten)]
    vocabulary: Vocabulary,
    /// How texts are cut before they are compared.
    #[arg(long, value_parser = super::by(), default_value = "sentence")]
    by: By,
    /// The language of pages and messages.
    #[arg(long, value_name = "LANGUAGE", value_parser = super::language(), default_value = "en")]
    report_language: Language,
    /// What stands between the cells of findings.csv.
    #[arg(long, value_name = "C", value_parser = super::delimiter, default_value = ",")]
    delimiter: u8,
    /// Write findings.csv without the byte order mark that Excel needs to show Arabic.
    #[arg(long)]
    no_bom: bool,
    #[command(flatten)]
    cores: Cores,
    /// Show neither progress nor summary.
    #[arg(short, long)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  muqabala batch english arabic -o audit
      Finds out which article translates which, and audits all pairs.
  muqabala batch news.zip -o audit
  muqabala batch pairs.csv -o audit
  muqabala batch archive.jsonl -o audit --min-confidence 0.7

  muqabala batch export.jsonl --fields source=body.en,target=body.ar -o audit
  muqabala batch archive.jsonl -o audit --format html --format xlsx
      Also writes a page for every article, and a workbook of all findings.

The folder then has index.html (the archive at a glance, for the browser), findings.csv (all findings), articles.csv \
(a row an article), names.csv (how names are rendered) and errors.csv (what could not be read). It may be stopped at any time: \
the same command goes on where it was.

Exit codes: 0 when nothing as bad as --fail-on was found, 1 when something was, 2 when a file or an \
option cannot be used, or the folder cannot be written.";

/// Audits an archive.
pub fn run(args: &Batch, rules: Vec<Override>) -> Result<ExitCode, Error> {
    args.cores.use_them();
    // An article on which the program fails becomes a row of errors.csv; nobody needs it on the terminal as well.
    std::panic::set_hook(Box::new(|_| {}));
    place::check(&args.output, [&args.input].into_iter().chain(&args.targets).chain(args.vocabulary.files()))?;
    fs::create_dir_all(&args.output).map_err(|e| output::failed(&args.output, &e))?;
    let lexicon = args.vocabulary.lexicon()?;
    let options = Options { by: args.by, min_confidence: args.threshold.least(), lexicon, names: true, rules, ..Options::default() };
    let archive = Archive { input: &args.input, targets: args.targets.as_deref(), many: args.many, reader: args.reading.reader() };
    let (jobs, failures) = archive.jobs(&options.lexicon, Some((&args.output, args.quiet)))?;
    let glossaries: Vec<Vec<u8>> = args.vocabulary.files().map(|file| fs::read(file).unwrap_or_default()).collect();
    let is_wanted = |format: &&'static Format| args.format.iter().any(|wanted| wanted.extension == format.extension);
    let (pages, formats): (Vec<_>, Vec<_>) = FORMATS.iter().filter(is_wanted).partition(|format| format.extension == "html");
    let plan = Plan {
        jobs: &jobs,
        failures,
        options: &options,
        glossaries: &glossaries,
        folder: &args.output,
        afresh: args.force,
        dialect: Dialect { bom: !args.no_bom, delimiter: args.delimiter },
        formats: &formats,
        pages: !pages.is_empty(),
        language: args.report_language,
    };
    let bar = Bar::new(jobs.len(), args.quiet);
    let totals = batch::run(&plan, &bar);
    bar.clear();
    let totals = totals?;
    if totals.articles == 0 {
        let first = totals.failures.first().map_or("there is none".to_owned(), |f| format!("{}: {}", f.file, f.reason));
        return Err(Error::Usage {
            cause: format!("no article of {} could be audited ({first})", args.input.display()),
            remedy: format!("see {}", args.output.join("errors.csv").display()),
        });
    }
    if !args.quiet {
        Stream::Output.show(&summary(&totals, args.report_language))?;
    }
    let failed = args.fail_on.limit().is_some_and(|limit| totals.severities[limit as usize..].iter().any(|n| *n > 0));
    Ok(ExitCode::from(u8::from(failed)))
}

/// What an archive may be written as besides its tables: one list of all findings, or a page for each article.
fn lists() -> impl TypedValueParser<Value = &'static Format> {
    let suit = |format: &&Format| format.archive.is_some() || format.extension == "html";
    PossibleValuesParser::new(FORMATS.iter().filter(suit).map(|format| format.extension))
        .map(|name| FORMATS.iter().find(|f| f.extension == name).unwrap_or(&FORMATS[0]))
}

/// What a user calls an archive.
pub struct Archive<'a> {
    /// A folder, a table or JSON Lines.
    pub input: &'a Path,
    /// The other folder.
    pub targets: Option<&'a Path>,
    /// Whether articles may have several partners.
    pub many: bool,
    /// How files are read.
    pub reader: Reader,
}

impl Archive<'_> {
    /// The pairs, and what failed before there were any. Of two folders, the tables of pairs are written to the folder `out`.
    pub fn jobs(&self, lexicon: &Lexicon, out: Option<(&Path, bool)>) -> Result<(Jobs, Vec<Failure>), Error> {
        let refused =
            |cause: &str, remedy: &str| Err(Error::Usage { cause: format!("{} {cause}", self.input.display()), remedy: remedy.to_owned() });
        if self.targets.is_some() || read::is_archive(self.input) {
            return self.of_folders(lexicon, out);
        }
        let extension = self.input.extension().map(|e| e.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            _ if self.input.is_dir() => refused("is only one of the two folders", "name the folder of the translations too"),
            Some("csv" | "tsv") => Ok((Jobs::of_table(self.input, self.reader.clone())?, Vec::new())),
            Some("jsonl" | "ndjson") => Ok((Jobs::of_lines(self.input, self.reader.clone())?, Vec::new())),
            _ => refused("is no archive", "give two folders, a zip of both, a table of pairs (.csv) or an archive (.jsonl)"),
        }
    }

    fn of_folders(&self, lexicon: &Lexicon, out: Option<(&Path, bool)>) -> Result<(Jobs, Vec<Failure>), Error> {
        let folders =
            progress::with("Pairing articles", || Folders::pair(lexicon, self.input, self.targets, pair::Options { many: self.many }))?;
        if let Some((folder, quiet)) = out {
            let at = |name: &str| Target::plan(&folder.join(name), &[]);
            at("pairs.csv")?.stage(|out| folders::write_pairs(&folders, out))?.publish()?;
            at("unpaired.csv")?.stage(|out| folders::write_unpaired(&folders, out))?.publish()?;
            if !quiet {
                let _ = anstream::stderr().write_all(folders.summary().as_bytes());
            }
        }
        let failure = |file: &folders::Unusable| {
            let path = file.path.display().to_string();
            Failure { id: read::id(&file.path), file: path, stage: Stage::Read, reason: file.reason.clone() }
        };
        Ok((Jobs::of_folders(&folders, self.reader.clone()), folders.unusable.iter().map(failure).collect()))
    }
}

/// What was found, for the terminal.
fn summary(totals: &Totals, language: Language) -> String {
    let words = language.words();
    let articles = language.count(totals.articles, Counted::Article);
    let mut text = words.batch_audited.replace("{articles}", &articles).replace("{with}", &totals.with_findings.to_string());
    if !totals.failures.is_empty() {
        text += words.semicolon;
        text += &words.batch_failed.replace("{failures}", &language.count(totals.failures.len(), Counted::Failure));
    }
    let list = |counts: &mut dyn Iterator<Item = (usize, &str)>| {
        let told = |(n, name): (usize, &str)| match language {
            Language::English => format!("{n} {name}"),
            Language::Arabic => format!("{name}: {n}"),
        };
        counts.filter(|(n, _)| *n > 0).map(told).collect::<Vec<_>>().join(words.comma)
    };
    let kinds = list(&mut Kind::ALL.into_iter().map(|k| (totals.kinds[k as usize], language.kind(k))));
    let severities = list(&mut Severity::ALL.into_iter().rev().map(|s| (totals.severities[s as usize], language.severity(s))));
    let finding = |n| language.count(n, Counted::Finding);
    let _ = if totals.findings() == 0 {
        writeln!(text, "\n{}", words.none_found)
    } else {
        writeln!(text, "\n{}: {kinds}{}{severities}", finding(totals.findings()), words.semicolon)
    };
    if !totals.worst.is_empty() {
        let _ = writeln!(text, "\n{}", words.read_first);
        for (score, id, findings) in &totals.worst {
            let _ = writeln!(text, "  {score:5.1}  {id}  ({})", finding(*findings));
        }
    }
    let list = |files: &[PathBuf]| files.iter().map(|f| f.to_string_lossy()).collect::<Vec<_>>().join(words.comma);
    let _ = writeln!(text, "\n{}", words.written.replace("{files}", &list(&totals.files)));
    if !totals.removed.is_empty() {
        let _ = writeln!(text, "{}", words.removed.replace("{files}", &list(&totals.removed)));
    }
    text
}
