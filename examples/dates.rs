//! How many dates of a parallel text find a date that agrees on the other side.
//!
//! `cargo run --release --example dates -- [--show] FILE.tsv...`: the last two columns of each line are an English text and its Arabic
//! translation. Prints a table, and with `--show` the lines in which a date finds none.

use std::fmt::Write as _;
use std::io::Write as _;

use muqabala::anchor::date::{Agreement, Date, Pairing, candidates, describe, pair};
use muqabala::lang::Lang;
use muqabala::lang::token::Tokens;

#[derive(Default)]
struct Tally {
    source: usize,
    source_agrees: usize,
    target: usize,
    target_agrees: usize,
    differs: usize,
}

fn main() -> std::io::Result<()> {
    let (options, files): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let mut out = std::io::stdout().lock();
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let mut tally = Tally::default();
        for line in text.lines() {
            let mut columns = line.rsplit('\t');
            let (Some(arabic), Some(english)) = (columns.next(), columns.next()) else { continue };
            let failures = tally.count(english, arabic, options.iter().any(|o| o == "--all"));
            if !failures.is_empty() && !options.is_empty() {
                writeln!(out, "{english}\n{arabic}\n{failures}")?;
            }
        }
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let Tally { source, source_agrees, target, target_agrees, differs } = tally;
        let (forth, back) = (percent(source_agrees, source), percent(target_agrees, target));
        writeln!(
            out,
            "{file}: English {source_agrees}/{source} {forth:.1}%  Arabic {target_agrees}/{target} {back:.1}%  differ {differs}"
        )?;
    }
    Ok(())
}

impl Tally {
    /// Counts one pair of texts; returns what found no agreeing partner, one a line.
    fn count(&mut self, english: &str, arabic: &str, all: bool) -> String {
        let source = candidates(&Tokens::new(Lang::English, english));
        let target = candidates(&Tokens::new(Lang::Arabic, arabic));
        let pairings = pair(&source, &target, None);
        let agrees = |wanted: &dyn Fn(&Pairing) -> bool| pairings.iter().any(|p| wanted(p) && p.agreement.is_some_and(Agreement::agrees));
        let certain = |dates: &[Date]| (0..dates.len()).filter(|i| dates[*i].certain).collect::<Vec<_>>();
        self.source += certain(&source).len();
        self.source_agrees += certain(&source).iter().filter(|s| agrees(&|p| p.source == Some(**s))).count();
        self.target += certain(&target).len();
        self.target_agrees += certain(&target).iter().filter(|t| agrees(&|p| p.target == Some(**t))).count();
        let mut failures = String::new();
        for p in &pairings {
            let says = |at: Option<usize>, dates: &[Date], text: &str| {
                at.map_or("nothing".to_owned(), |i| format!("{} ({})", describe(&dates[i]), dates[i].span.of(text)))
            };
            let agreed = p.agreement.is_some_and(Agreement::agrees);
            self.differs += usize::from(!agreed && p.agreement.is_some());
            if all || !agreed {
                let verdict = p.agreement.map_or("alone".to_owned(), |a| format!("{a:?}"));
                let _ = writeln!(failures, "    {verdict}: {} | {}", says(p.source, &source, english), says(p.target, &target, arabic));
            }
        }
        failures
    }
}
