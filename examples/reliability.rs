//! How far the confidence of beads can be trusted: `cargo run --release --example reliability -- FOLDER...`
//!
//! Of the beads that are 0.8 to 0.9 sure, eight or nine in ten should be right. Prints the share by bins of confidence, and the
//! expected calibration error (the mean distance between the two, weighted by beads). Folders hold NAME.en, NAME.ar and NAME.gold,
//! one segment a line.

mod gold;

use std::error::Error;
use std::path::Path;

use gold::Document;
use muqabala::pipeline::{Options, align};
use muqabala::segment::By;

const BINS: usize = 10;

#[derive(Clone, Copy, Default)]
struct Bin {
    beads: u32,
    confidence: f64,
    right: u32,
}

#[derive(Clone, Copy, Default)]
struct Table([Bin; BINS]);

impl Table {
    fn add(&mut self, confidence: f32, right: bool) {
        let bin = &mut self.0[((confidence * BINS as f32) as usize).min(BINS - 1)];
        bin.beads += 1;
        bin.confidence += f64::from(confidence);
        bin.right += u32::from(right);
    }

    fn beads(&self) -> u32 {
        self.0.iter().map(|b| b.beads).sum()
    }

    fn error(&self) -> f64 {
        self.0.iter().map(|b| (b.confidence - f64::from(b.right)).abs()).sum::<f64>() / f64::from(self.beads().max(1))
    }

    fn print(&self, name: &str) {
        println!("\n{name}: {} beads, expected calibration error {:.4}\n", self.beads(), self.error());
        println!("| confidence | beads | mean confidence | share right |\n|---|---|---|---|");
        for (i, bin) in self.0.iter().enumerate().filter(|(_, b)| b.beads > 0) {
            let n = f64::from(bin.beads);
            println!(
                "| {:.1}-{:.1} | {} | {:.3} | {:.3} |",
                i as f64 / 10.0,
                (i + 1) as f64 / 10.0,
                bin.beads,
                bin.confidence / n,
                f64::from(bin.right) / n
            );
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options { by: By::Line, ..Options::default() };
    let (mut all, mut moved, mut alone) = (Table::default(), Table::default(), Table::default());
    let mut errors = Vec::new();
    for folder in std::env::args().skip(1) {
        let mut own = Table::default();
        for document in Document::all(Path::new(&folder))? {
            let Some(article) = document.article() else { continue };
            let aligned = align(&article, &options);
            for (bead, right) in aligned.beads.iter().zip(document.judge(&aligned)) {
                let of_kind = if bead.moved {
                    Some(&mut moved)
                } else if bead.source.is_empty() || bead.target.is_empty() {
                    Some(&mut alone)
                } else {
                    None
                };
                [Some(&mut all), Some(&mut own), of_kind].into_iter().flatten().for_each(|t| t.add(bead.confidence, right));
            }
        }
        errors.push((folder, own.beads(), own.error()));
    }
    all.print("All beads");
    alone.print("Segments that stand alone");
    moved.print("Moved beads");
    println!("\n| folder | beads | expected calibration error |\n|---|---|---|");
    for (folder, beads, error) in errors {
        let name = Path::new(&folder).file_name().map_or(folder.as_str().into(), |n| n.to_string_lossy());
        println!("| {name} | {beads} | {error:.4} |");
    }
    Ok(())
}
