//! Writes an archive of synthetic articles: `cargo run --release --example synthetic_archive -- FOLDER ARTICLES [BEADS]`
//!
//! FOLDER/en and FOLDER/ar get so many articles each, under names that mean nothing; FOLDER/gold.tsv tells which belong together, and
//! FOLDER/archive.jsonl holds all pairs as text. One article in ten has no partner. For measuring `pair` and `batch`.

mod synthetic;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("name a folder")?;
    let articles: u64 = args.next().ok_or("how many articles?")?.parse()?;
    let length = args.next().map_or(Ok(12), |n| n.parse())?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("en"))?;
    fs::create_dir_all(folder.join("ar"))?;
    let beads = synthetic::beads()?;
    let mut gold = BufWriter::new(File::create(folder.join("gold.tsv"))?);
    let mut archive = BufWriter::new(File::create(folder.join("archive.jsonl"))?);
    for n in 0..articles {
        let (english, arabic) = synthetic::article(&beads, n, length);
        let lonely = n % 10 == 9;
        // A stride that is prime to the number of articles shuffles them.
        let en = format!("{n:06}.txt");
        let ar = format!("{:06}.txt", (n * 7_919 + 13) % articles);
        fs::write(folder.join("en").join(&en), &english)?;
        let translation = if lonely { synthetic::article(&beads, articles + n, length).1 } else { arabic };
        fs::write(folder.join("ar").join(&ar), &translation)?;
        if !lonely {
            writeln!(gold, "{en}\t{ar}")?;
            let line = serde_json::json!({"id": format!("{n:06}"), "source": english, "target": translation});
            writeln!(archive, "{line}")?;
        }
    }
    Ok(())
}
