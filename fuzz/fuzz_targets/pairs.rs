//! Every reader of files with both texts: the first byte chooses the name, the rest is the file. Spans must lie on characters.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use muqabala::read::Reader;

const NAMES: [&str; 9] = ["a.tsv", "a.csv", "a.tmx", "a.xlf", "a.sdlxliff", "a.po", "a.jsonl", "a.docx", "a.odt"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[*first as usize % NAMES.len()];
    let reader = Reader { limit: 1 << 22, ..Reader::default() };
    for article in reader.articles_from(Path::new(name), bytes.to_vec()).unwrap_or_default() {
        for bead in &article.given {
            let _ = (bead.source.of(&article.source.raw), bead.target.of(&article.target.raw));
        }
    }
});
