//! What `--learn` is worth: `cargo run --release --example learn -- FOLDER [--show]`
//!
//! Joins all texts of a folder (NAME.en, NAME.ar, NAME.gold, one segment a line) into one that teaches. Prints the strict F1 of the
//! alignment, of the joined text and of each text by itself, without and with what was learned; with our lexicon, and with a part
//! of its entries. With `--show` it lists what was learned.

mod gold;

use std::error::Error;
use std::path::Path;

use gold::{Document, f1};
use muqabala::lexicon::Lexicon;
use muqabala::pipeline::{Options, learn};
use muqabala::segment::By;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let show = std::env::args().any(|a| a == "--show");
    let documents = Document::all(Path::new(&folder))?;
    let joined = Document::joined(&documents);
    let article = joined.article().ok_or("no text")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    println!("| entries of the lexicon | pairs learned | joined | joined, two passes | each text | each text, with what was learned |");
    println!("|---|---|---|---|---|---|");
    for (name, step, first) in
        [("all", 1, 0), ("every even one", 2, 0), ("every odd one", 2, 1), ("one in four", 4, 0), ("one in sixteen", 16, 0)]
    {
        let options = Options { by: By::Line, lexicon: Lexicon::of_folder(&data, |n| n % step == first)?, ..Options::default() };
        let learned = learn(&article, &options);
        let with = Options { lexicon: options.lexicon.with_learned(&learned), ..options.clone() };
        let one = std::slice::from_ref(&joined);
        let scores = [f1(one, &options), f1(one, &with), f1(&documents, &options), f1(&documents, &with)];
        println!("| {name} | {} | {} |", learned.len(), scores.map(|f| format!("{f:.4}")).join(" | "));
        if show {
            for pair in &learned {
                let (e, a) = (&pair.entry.english[0].shown, &pair.entry.arabic[0].shown);
                println!("  {e}\t{a}\tp1 {:.2} {:.2}\tq {:.1e} {:.1e}", pair.concept.0, pair.form.0, pair.concept.1, pair.form.1);
            }
        }
    }
    Ok(())
}
