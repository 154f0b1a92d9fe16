//! What `--learn` is worth: `cargo run --release --example learn -- FOLDER [--show]`
//!
//! Joins all texts of a folder (NAME.en, NAME.ar, NAME.gold, one segment a line) into one and aligns it with our lexicon and with
//! every second, and every fourth, of its entries; each in one pass, and in two. With `--show` it lists what was learned.

mod gold;

use std::error::Error;
use std::path::Path;

use gold::Document;
use muqabala::lexicon::Lexicon;
use muqabala::pipeline::{Options, align, learn};
use muqabala::segment::By;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let show = std::env::args().any(|a| a == "--show");
    let document = Document::joined(&Document::all(Path::new(&folder))?);
    let article = document.article().ok_or("no text")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    println!("| entries of the lexicon | pairs learned | strict F1, one pass | two passes |\n|---|---|---|---|");
    for (name, step) in [("all", 1), ("one in two", 2), ("one in four", 4), ("one in sixteen", 16)] {
        let options = Options { by: By::Line, lexicon: Lexicon::of_folder(&data, |n| n % step == 0)?, ..Options::default() };
        let learned = learn(&article, &options);
        let f1 = [false, true].map(|learn| {
            let aligned = align(&article, &Options { learn, ..options.clone() });
            let beads = aligned.beads.iter().zip(document.judge(&aligned)).filter(|(b, _)| !b.source.is_empty() && !b.target.is_empty());
            let (found, right) = beads.fold((0, 0), |(found, right), (_, is_right)| (found + 1, right + usize::from(is_right)));
            2.0 * right as f64 / (found + document.beads.len()).max(1) as f64
        });
        println!("| {name} | {} | {:.4} | {:.4} |", learned.len(), f1[0], f1[1]);
        if show {
            for pair in &learned {
                let (e, a) = (&pair.entry.english[0].shown, &pair.entry.arabic[0].shown);
                println!("  {e}\t{a}\tp1 {:.2} {:.2}\tq {:.1e} {:.1e}", pair.concept.0, pair.form.0, pair.concept.1, pair.form.1);
            }
        }
    }
    Ok(())
}
