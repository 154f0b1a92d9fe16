//! Every reader of documents: the first byte chooses the name, the rest is the file.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use muqabala::read::Reader;

const NAMES: [&str; 8] = ["a.txt", "a.md", "a.html", "a.docx", "a.odt", "a.pdf", "a.gz", "a.epub"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[*first as usize % NAMES.len()];
    let reader = Reader { limit: 1 << 22, ..Reader::default() };
    let _ = reader.text_from(Path::new(name), bytes.to_vec());
});
