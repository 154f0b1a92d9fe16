//! How many quantities of parallel sentences find an agreeing partner.
//!
//! ```sh
//! cargo run --release --example quantity_coverage -- [--show N] [--added | --only Agreement] FILE.tsv ...
//! ```
//! The last two columns of each file are English and Arabic. With `--show N`, the first N English quantities without a partner follow, with their
//! sentences; with `--added`, Arabic ones; with `--only BoundDiffers`, pairs that compare so.

use std::collections::BTreeMap;
use std::process::ExitCode;

use muqabala::anchor::quantity::{Agreement, Pairing, Quantity, describe, pair, quantities};
use muqabala::lang::{Lang, token::Tokens};

#[derive(Default)]
struct Count {
    found: usize,
    all: usize,
}

fn main() -> ExitCode {
    let mut show = 0;
    let mut added = false;
    let mut only = None;
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--show" => show = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(20),
            "--added" => added = true,
            "--only" => only = arguments.next(),
            _ => files.push(argument),
        }
    }
    for file in files {
        match std::fs::read_to_string(&file) {
            Ok(text) => measure(&file, &text, show, added, only.as_deref()),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    ExitCode::SUCCESS
}

fn measure(file: &str, text: &str, mut show: usize, added: bool, only: Option<&str>) {
    let (mut counts, mut agreements) = (BTreeMap::<&str, Count>::new(), BTreeMap::<String, usize>::new());
    for line in text.lines() {
        let mut columns = line.rsplit('\t');
        let (Some(arabic), Some(english)) = (columns.next(), columns.next()) else { continue };
        let source = quantities(&Tokens::new(Lang::English, english));
        let target = quantities(&Tokens::new(Lang::Arabic, arabic));
        for pairing in pair(&source, &target) {
            let partner = |list: &[Quantity], i: Option<usize>| i.map_or("-".to_owned(), |i| describe(&list[i]));
            let side = if let Some(i) = pairing.source {
                ("English", &source[i])
            } else if let Some(j) = pairing.target {
                ("Arabic", &target[j])
            } else {
                continue;
            };
            let kind = match side {
                ("English", q) if q.weak => "English weak",
                (_, q) if q.weak => continue,
                ("English", q) if q.digits => "English digits",
                ("English", _) => "English words",
                (_, q) if q.digits => "Arabic digits",
                _ => "Arabic words",
            };
            let found = accounted(&pairing);
            if let Some(agreement) = pairing.agreement {
                *agreements.entry(format!("{agreement:?}")).or_default() += 1;
            }
            if pairing.source.is_some() || pairing.agreement.is_none() {
                let count = counts.entry(kind).or_default();
                count.all += 1;
                count.found += usize::from(found);
            }
            let wanted = match only {
                Some(name) => pairing.agreement.is_some_and(|a| format!("{a:?}") == name),
                None => !found && !side.1.weak && added == (side.0 == "Arabic"),
            };
            if wanted && show > 0 {
                show -= 1;
                println!(
                    "{kind}: {} | {} {:?}\n    {english}\n    {arabic}",
                    partner(&source, pairing.source),
                    partner(&target, pairing.target),
                    pairing.agreement
                );
            }
        }
    }
    println!("{file}");
    for (kind, count) in counts {
        match kind {
            "Arabic digits" | "Arabic words" => println!("  {kind} without a partner: {}", count.all - count.found),
            _ => println!("  {kind}: {} of {} ({:.1}%)", count.found, count.all, 100.0 * count.found as f64 / count.all.max(1) as f64),
        }
    }
    let agreements: Vec<_> = agreements.iter().map(|(name, n)| format!("{name} {n}")).collect();
    println!("  {}", agreements.join(", "));
}

fn accounted(pairing: &Pairing) -> bool {
    matches!(pairing.agreement, Some(Agreement::Same | Agreement::Converted | Agreement::BoundDiffers))
}
