//! The command line: arguments in, exit code out. Threads, progress and the look of the terminal live here and nowhere below.

mod batch;
mod cores;
mod learn;
mod manual;
mod pair;
mod place;
mod progress;
mod reading;
mod settings;
mod threshold;
mod vocabulary;
mod worker;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use muqabala::audit::rule;
use muqabala::error::Error;
use muqabala::finding::{Override, Severity};
use muqabala::pipeline::{self, Options, Report};
use muqabala::read::{self, Config};
use muqabala::report::beads::{self, View};
use muqabala::report::csv::Dialect;
use muqabala::report::edition::{Edition, Story};
use muqabala::report::language::Language;
use muqabala::report::notes;
use muqabala::report::output::{self, FORMATS, Format, Outputs, Target};
use muqabala::report::row::Row;
use muqabala::report::terminal::{self, Look, Since};
use muqabala::report::verdict::{self, Verdicts};
use muqabala::segment::By;
use rayon::prelude::*;

use cores::Cores;
use reading::Reading;
use threshold::Threshold;
use vocabulary::Vocabulary;

/// Compares a news article with its translation, English and Arabic in either direction, and reports every claim that was dropped, added
/// or mistranslated, with the words that show it.
///
/// Nothing is sent anywhere: it works without a network.
#[derive(Parser)]
#[command(version, about, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    /// A file of settings; without it, the muqabala.toml that is found here or in the next folder above.
    #[arg(long, value_name = "FILE.toml", global = true)]
    config: Option<PathBuf>,
    /// Go by no file of settings.
    #[arg(long, global = true, conflicts_with = "config")]
    no_config: bool,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  muqabala audit article.en.txt article.ar.txt
      Shows the worst findings here.
  muqabala audit article.en.txt article.ar.txt -o report.csv
      Also writes all of them to a file for Excel or LibreOffice.
  muqabala audit translated.sdlxliff
      The same for a file that has both texts: TMX, XLIFF, PO, a table, a two-column Word table.
  muqabala rules number-mismatch
      Explains what a finding called number-mismatch means.

A file name with spaces in it needs quotes: \"my article.txt\". On most systems you can drag a file \
into this window instead of typing its name.";

#[derive(Subcommand)]
enum Command {
    /// Find what was dropped, added or mistranslated.
    Audit(Audit),
    /// Show which sentences translate which.
    Align(Align),
    /// Find out which article of one folder translates which of another.
    Pair(pair::Pair),
    /// Audit a whole archive: two folders, a table of pairs, or a JSON Lines file.
    Batch(batch::Batch),
    /// Learn translations that the dictionary lacks from an archive.
    Learn(learn::Learn),
    /// Answer article pairs line by line, for Spark and other programs that drive many of these.
    Worker(worker::Worker),
    /// What reviewers decided.
    #[command(subcommand)]
    Verdicts(Review),
    /// List what is checked, or explain one rule.
    Rules {
        /// The rule to explain, such as number-mismatch.
        #[arg(value_name = "RULE")]
        id: Option<String>,
    },
    /// Print the settings in force, as a file muqabala.toml would have them.
    Config,
    /// Print what makes a shell complete commands and options.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page, in the format of man.
    Man {
        /// The page of one command, such as audit.
        #[arg(value_name = "COMMAND")]
        of: Option<String>,
    },
    /// Estimate the weights of the lexicon from parallel sentences.
    #[command(hide = true)]
    Estimate {
        /// Translated sentences, one pair a line: the last two of its tab-separated cells.
        #[arg(value_name = "PARALLEL.tsv", required = true)]
        files: Vec<PathBuf>,
        /// Where the table goes.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

#[derive(Subcommand)]
enum Review {
    /// How often reviewers agreed, for each rule.
    Stats {
        /// Reviewed reports, .csv or .xlsx.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

#[derive(Args)]
#[command(after_help = AUDIT_EXAMPLES)]
struct Audit {
    /// The article that was translated: plain text, Markdown, HTML, .docx, .odt or .pdf; or a file that has both texts: .tsv, .csv, .tmx,
    /// .xliff, .sdlxliff, .mqxliff, .po, .jsonl, or a Word table with a column for each.
    source: PathBuf,
    /// The translation. Not needed for a file that has both texts.
    target: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Write all findings to FILE. The name tells the format: .xlsx or .csv for a spreadsheet, .html for a browser, .jsonl for a program; that of
    /// the input (.xliff, .sdlxliff, .mqxliff, .tmx, .po) for a copy of it with the findings as notes. May be given several times; - is the standard
    /// output.
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The format of all outputs, whatever they are called; not for copies with notes, which go by their names.
    #[arg(long, value_name = "FORMAT", value_parser = formats(), requires = "output")]
    format: Option<&'static Format>,
    #[command(flatten)]
    threshold: Threshold,
    /// Exit with code 1 when something as bad as this is found.
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on(), default_value = "minor")]
    fail_on: FailOn,
    #[command(flatten)]
    vocabulary: Vocabulary,
    /// How texts are cut before they are compared; a file of pairs is cut already.
    #[arg(long, value_parser = by(), default_value = "sentence")]
    by: By,
    /// Learn translations that the dictionary lacks from the text itself, and go through it again. For long texts: short ones teach nothing. What
    /// is mistranslated the same way throughout is then taken for right.
    #[arg(long)]
    learn: bool,
    /// What stands between the cells of a CSV file, such as ";" (with the quotes) or the word tab.
    #[arg(long, value_name = "C", value_parser = delimiter, default_value = ",")]
    delimiter: u8,
    /// Write CSV without the byte order mark that Excel needs to show Arabic.
    #[arg(long)]
    no_bom: bool,
    #[command(flatten)]
    cores: Cores,
    /// Take over the verdicts and notes of a report that was reviewed, .csv or .xlsx, as often as needed. What was judged a false positive or won't
    /// fix is not reported again.
    #[arg(long, value_name = "FILE")]
    verdicts: Vec<PathBuf>,
    /// Report what was dismissed by --verdicts all the same.
    #[arg(long)]
    show_dismissed: bool,
    /// Compare with an older report, written with -o NAME.jsonl: findings are marked as new or unchanged, and those that are gone are listed. Only new
    /// ones count for the exit code.
    #[arg(long, value_name = "OLD.jsonl")]
    baseline: Option<PathBuf>,
    /// The language of labels and messages.
    #[arg(long, value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    report_language: Language,
    /// Show no summary.
    #[arg(short, long)]
    quiet: bool,
}

const AUDIT_EXAMPLES: &str = "\
Examples:
  muqabala audit article.en.txt article.ar.txt
  muqabala audit article.en.txt article.ar.txt -o report.csv
  muqabala audit pairs.tsv -o report.csv -o report.jsonl
  muqabala audit job.xliff -o job.reviewed.xliff
      Writes a copy with the findings as notes beside the segments.
  muqabala audit article.en.txt article.ar.txt --min-confidence 0.8 --glossary names.csv

Which file is English and which is Arabic is seen from their letters.

Exit codes: 0 when nothing as bad as --fail-on was found, 1 when something was, 2 when a file or an \
option cannot be used.";

#[derive(Args)]
#[command(after_help = ALIGN_EXAMPLES)]
struct Align {
    /// The article that was translated.
    source: PathBuf,
    /// The translation.
    target: PathBuf,
    #[command(flatten)]
    reading: Reading,
    /// How texts are cut before they are compared.
    #[arg(long, value_parser = by(), default_value = "sentence")]
    by: By,
    /// A house lexicon that muqabala learn wrote, as often as needed.
    #[arg(long, value_name = "FILE.lex")]
    lexicon: Vec<PathBuf>,
    /// Learn translations that the dictionary lacks from the text itself, and align it again. For long texts: short ones teach nothing.
    #[arg(long)]
    learn: bool,
    /// How to write it; by default as the name of the output says, and text on the terminal.
    #[arg(long, value_parser = bead_formats())]
    format: Option<beads::Format>,
    /// Write to FILE instead of the terminal.
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
}

const ALIGN_EXAMPLES: &str = "\
Examples:
  muqabala align article.en.txt article.ar.txt
  muqabala align article.en.txt article.ar.txt -o sentences.tsv
  muqabala align article.en.txt article.ar.txt -o memory.tmx
  muqabala align article.en.txt article.ar.txt --format beads --by line";

/// Runs the program.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let (cli, config) = match parse(&args) {
        Ok(parsed) => parsed,
        Err(Refusal::Usage(e)) => {
            // Nobody is left to tell when the terminal is gone.
            let _ = e.print();
            return ExitCode::from(u8::try_from(e.exit_code()).unwrap_or(2));
        }
        Err(Refusal::Settings(e)) => return refused(&e),
    };
    let rules_of = config.as_ref().map_or(Vec::new(), |config| config.rules.clone());
    let done = match cli.command {
        Command::Audit(args) => audit(&args, rules_of),
        Command::Align(args) => align(&args),
        Command::Pair(args) => pair::run(&args),
        Command::Batch(args) => batch::run(&args, rules_of),
        Command::Learn(args) => learn::run(&args),
        Command::Worker(args) => worker::run(&args, rules_of),
        Command::Verdicts(Review::Stats { files }) => stats(&files),
        Command::Rules { id } => rules(id.as_deref()),
        Command::Config => Stream::Output.show(&settings::shown(config.as_ref(), &Cli::command())).map(|()| ExitCode::SUCCESS),
        Command::Completions { shell } => printed(&manual::completions(shell, Cli::command())),
        Command::Man { of } => manual::page(of.as_deref(), Cli::command()).and_then(|page| printed(&page)),
        Command::Estimate { files, output } => estimate(&files, &output),
    };
    done.unwrap_or_else(|e| refused(&e))
}

fn refused(error: &Error) -> ExitCode {
    let red = anstyle::AnsiColor::Red.on_default().bold();
    let _ = writeln!(anstream::stderr(), "{red}error:{red:#} {error}");
    ExitCode::from(2)
}

/// Why a command line is not carried out.
enum Refusal {
    Usage(clap::Error),
    Settings(Error),
}

impl From<clap::Error> for Refusal {
    fn from(error: clap::Error) -> Self {
        Self::Usage(error)
    }
}

/// The command line, completed by the file of settings.
fn parse(args: &[OsString]) -> Result<(Cli, Option<Config>), Refusal> {
    let program = Cli::command();
    let mut matches = program.clone().try_get_matches_from(args)?;
    let config = settings::load(&matches, &program).map_err(Refusal::Settings)?;
    if let Some(config) = &config {
        let args = settings::completed(args, &matches, config, &program).map_err(Refusal::Settings)?;
        matches = program.try_get_matches_from(args)?;
    }
    Ok((Cli::from_arg_matches(&matches)?, config))
}

fn printed(text: &[u8]) -> Result<ExitCode, Error> {
    Stream::Output.show(&String::from_utf8_lossy(text)).map(|()| ExitCode::SUCCESS)
}

fn audit(args: &Audit, rules: Vec<Override>) -> Result<ExitCode, Error> {
    let inputs = [&args.source].into_iter().chain(&args.target).chain(args.vocabulary.files());
    let inputs: Vec<PathBuf> = inputs.chain(&args.verdicts).chain(&args.baseline).cloned().collect();
    let outputs = Outputs::plan(&args.output, args.format, &inputs)?;
    args.cores.use_them();
    let verdicts = verdicts(&args.verdicts)?;
    let old = args.baseline.as_deref().map(read::review::rows).transpose()?;
    let lexicon = args.vocabulary.lexicon()?;
    let options = Options { by: args.by, min_confidence: args.threshold.least(), lexicon, learn: args.learn, rules, ..Options::default() };
    let reader = args.reading.reader();
    let read = || match (&args.target, outputs.copies().next()) {
        (Some(_), Some(copy)) => {
            let cause = format!("{} can only be a copy of a file that has both texts, and here each has its own", copy.display());
            Err(Error::Usage { cause, remedy: "let it end in .csv, .xlsx or .html".to_owned() })
        }
        (Some(target), None) => Ok((vec![reader.article(&args.source, target)?], None)),
        (None, None) => Ok((reader.articles(&args.source)?, None)),
        (None, Some(_)) => {
            let bytes = reader.bytes(&args.source)?;
            let margins = outputs.copies().map(|copy| reader.margins(&args.source, &bytes, copy)).collect::<Result<Vec<_>, _>>()?;
            Ok((reader.articles_from(&args.source, bytes)?, margins.into_iter().next()))
        }
    };
    let (read, ()) = rayon::join(read, || pipeline::get_ready(&options));
    let (articles, margins) = read?;
    let (report, mut rows) = progress::with(&format!("Auditing {}", args.source.display()), || {
        let (mut all, mut rows) = (Report::default(), Vec::new());
        for article in &articles {
            let report = pipeline::audit(article, &options);
            rows.par_extend(report.findings.par_iter().map(|finding| Row::new(finding, article)));
            all.articles.extend(report.articles);
            all.aligned.extend(report.aligned);
        }
        (all, rows)
    });
    let fit = verdicts.apply(&mut rows);
    let mut gone =
        old.map(|old| verdict::compare(&mut rows, old, &report.articles.iter().map(|a| a.document.as_str()).collect::<Vec<_>>()));
    for row in rows.iter_mut().chain(gone.iter_mut().flatten()) {
        args.report_language.tell(row);
    }
    let all = rows.len();
    if !args.show_dismissed {
        rows.retain(|row| !verdict::is_dismissed(row));
    }
    let judged = (!args.verdicts.is_empty()).then(|| (fit, verdicts.len()));
    let since = Since { gone: gone.as_deref(), dismissed: all - rows.len(), judged };
    let stories: Vec<Story> = report
        .articles
        .iter()
        .zip(&report.aligned)
        .zip(&articles)
        .map(|((summary, aligned), article)| Story {
            article,
            summary,
            source: &aligned.source,
            target: &aligned.target,
            beads: &aligned.beads,
        })
        .collect();
    let dialect = Dialect { bom: !args.no_bom, delimiter: args.delimiter };
    let copy = match (&margins, articles.first(), outputs.copies().next()) {
        (Some(margins), Some(article), Some(path)) => {
            margins.noted(&notes::notes(&rows, article, args.report_language)).map_err(|cause| output::no_copy(path, &cause))?
        }
        _ => Vec::new(),
    };
    let edition = Edition {
        stories: &stories,
        rows: &rows,
        gone: since.gone.unwrap_or_default(),
        language: args.report_language,
        home: None,
        dialect,
    };
    outputs.write(&edition, &copy)?;
    if !args.quiet {
        let place = if outputs.to_stdout() { Stream::Error } else { Stream::Output };
        let mut text = terminal::summary(&report.articles, &rows, since, args.report_language, place.look(100));
        let words = args.report_language.words();
        let files: Vec<_> = outputs.files().map(Path::to_string_lossy).collect();
        if !files.is_empty() {
            text += &["\n", &words.findings_in.replace("{files}", &files.join(words.and)), "\n"].concat();
        }
        if args.output.is_empty() && rows.len() > terminal::TOP {
            text += &[words.add_output, "\n"].concat();
        }
        place.show(&text)?;
    }
    let counts = |row: &&Row| row.status != "unchanged";
    let failed = args.fail_on.limit().is_some_and(|limit| rows.iter().filter(counts).any(|row| row.severity >= limit));
    Ok(ExitCode::from(u8::from(failed)))
}

fn align(args: &Align) -> Result<ExitCode, Error> {
    let target = Target::plan(&args.output, &[args.source.clone(), args.target.clone()])?;
    let to_stdout = args.output.as_os_str() == "-";
    let format = match args.format {
        Some(format) => format,
        None if to_stdout => beads::Format::Text,
        None => {
            let extension = output::by_extension(&args.output, &beads::Format::ALL.map(beads::Format::extension))?;
            beads::Format::ALL.into_iter().find(|f| f.extension() == extension).unwrap_or(beads::Format::Text)
        }
    };
    let article = args.reading.reader().article(&args.source, &args.target)?;
    let options = Options { by: args.by, learn: args.learn, lexicon: vocabulary::lexicon(&[], &args.lexicon)?, ..Options::default() };
    let aligned = progress::with(&format!("Aligning {}", args.source.display()), || pipeline::align(&article, &options));
    let view = View { article: &article, source: &aligned.source, target: &aligned.target, beads: &aligned.beads, by: args.by };
    let look = if to_stdout { Stream::Output.look(usize::MAX) } else { Look::default() };
    let mut written = Vec::new();
    beads::write(view, format, look, &mut written).map_err(|e| output::failed(&args.output, &e))?;
    if format == beads::Format::Text && to_stdout {
        Stream::Output.show(&String::from_utf8_lossy(&written))?;
    } else {
        let plain = anstream::adapter::strip_bytes(&written).into_vec();
        target.stage(|out| out.write_all(&plain))?.publish()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn rules(id: Option<&str>) -> Result<ExitCode, Error> {
    let text = match id {
        Some(id) => rule::find(id)?.page(),
        None => rule::list() + "\nmuqabala rules RULE explains one of them.\n",
    };
    Stream::Output.show(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn verdicts(files: &[PathBuf]) -> Result<Verdicts, Error> {
    let mut verdicts = Verdicts::default();
    for file in files {
        verdicts.extend(read::review::verdicts(file)?);
    }
    Ok(verdicts)
}

fn stats(files: &[PathBuf]) -> Result<ExitCode, Error> {
    Stream::Output.show(&verdicts(files)?.stats())?;
    Ok(ExitCode::SUCCESS)
}

fn estimate(files: &[PathBuf], output: &Path) -> Result<ExitCode, Error> {
    let target = Target::plan(output, files)?;
    let pairs = files.iter().map(|file| read::parallel(file)).collect::<Result<Vec<_>, _>>()?.concat();
    let table = progress::with("Estimating weights", || pipeline::estimate(&pairs));
    target.stage(|out| out.write_all(table.as_bytes()))?.publish()?;
    Ok(ExitCode::SUCCESS)
}

/// One of the two streams of a program that a user may look at.
#[derive(Clone, Copy)]
enum Stream {
    Output,
    Error,
}

impl Stream {
    /// What fits there; at most `width` columns, as longer lines are hard to read.
    fn look(self, width: usize) -> Look {
        let (terminal, size) = match self {
            Self::Output => (io::stdout().is_terminal(), terminal_size::terminal_size_of(io::stdout())),
            Self::Error => (io::stderr().is_terminal(), terminal_size::terminal_size_of(io::stderr())),
        };
        let width = size.filter(|_| terminal).map_or(Look::default().width, |(columns, _)| width.min(columns.0 as usize));
        Look { width, isolates: terminal && knows_isolates() }
    }

    /// Shows text, in colour where that is wanted: on a terminal, unless `NO_COLOR` is set.
    fn show(self, text: &str) -> Result<(), Error> {
        let shown = match self {
            Self::Output => anstream::stdout().lock().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()),
            Self::Error => anstream::stderr().lock().write_all(text.as_bytes()),
        };
        match shown {
            // Whoever read it, `head` say, has seen enough.
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(output::failed(Path::new("the terminal"), &e)),
            _ => Ok(()),
        }
    }
}

/// Whether the terminal shows nothing for directional isolates. Those that do not know them print a box for each: mlterm (which sets `MLTERM`),
/// the Linux console, and the consoles of Windows. VTE, Konsole, iTerm, xterm and tmux show none.
fn knows_isolates() -> bool {
    let boxes = cfg!(windows) || std::env::var_os("MLTERM").is_some() || std::env::var_os("TERM").is_some_and(|term| term == "linux");
    !boxes
}

/// From which severity on the exit code is 1; never when empty.
#[derive(Clone, Copy)]
struct FailOn(Option<Severity>);

impl FailOn {
    /// The severity, unless it is never.
    fn limit(self) -> Option<Severity> {
        self.0
    }
}

fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    PossibleValuesParser::new(Severity::ALL.map(Severity::name).into_iter().chain(["never"]))
        .map(|name| FailOn(Severity::ALL.into_iter().find(|s| s.name() == name)))
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    PossibleValuesParser::new(FORMATS.each_ref().map(|f| f.extension))
        .map(|name| FORMATS.iter().find(|f| f.extension == name).unwrap_or(&FORMATS[0]))
}

fn bead_formats() -> impl TypedValueParser<Value = beads::Format> {
    PossibleValuesParser::new(beads::Format::ALL.map(beads::Format::name))
        .map(|name| beads::Format::ALL.into_iter().find(|f| f.name() == name).unwrap_or(beads::Format::Text))
}

fn by() -> impl TypedValueParser<Value = By> {
    PossibleValuesParser::new(["sentence", "line", "paragraph"]).map(|name| match name.as_str() {
        "line" => By::Line,
        "paragraph" => By::Paragraph,
        _ => By::Sentence,
    })
}

fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .map(|code| Language::ALL.into_iter().find(|l| l.code() == code).unwrap_or_default())
}

fn probability(text: &str) -> Result<f32, String> {
    let wanted = || "give a number from 0 to 1, such as 0.7".to_owned();
    text.parse().ok().filter(|p| (0.0..=1.0).contains(p)).ok_or_else(wanted)
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [c] if (c.is_ascii_punctuation() && *c != b'"') || matches!(c, b' ' | b'\t') => Ok(*c),
        _ => Err("give one character such as \";\" (in quotes), or the word tab".to_owned()),
    }
}
