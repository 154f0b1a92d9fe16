//! Every reader of files with both texts, and the copy with notes of those that have one: the first byte chooses the name, the rest is
//! the file. Spans must lie on characters, and the copy must have as many pairs as the file, unless its encoding is a guess.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use muqabala::read::Reader;
use muqabala::report::notes::Note;

const NAMES: [&str; 9] = ["a.tsv", "a.csv", "a.tmx", "a.xlf", "a.sdlxliff", "a.po", "a.jsonl", "a.docx", "a.odt"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[*first as usize % NAMES.len()];
    let reader = Reader { limit: 1 << 22, ..Reader::default() };
    let path = Path::new(name);
    let articles = reader.articles_from(path, bytes.to_vec()).unwrap_or_default();
    for article in &articles {
        for bead in &article.given {
            let _ = (bead.source.of(&article.source.raw), bead.target.of(&article.target.raw));
        }
    }
    let pairs = articles.iter().map(|article| article.given.len()).sum::<usize>();
    let Ok(margins) = reader.margins(path, bytes, &Path::new("b").with_extension(path.extension().unwrap_or_default())) else { return };
    let note = |pair| Note { pair, pair_name: "1".into(), priority: 1, on_target: true, text: "a <b> & ]]> --".into() };
    let notes: Vec<Note> = (0..pairs).map(note).collect();
    if let Ok(copy) = margins.noted(&notes) {
        let again = reader.articles_from(path, copy).map(|articles| articles.iter().map(|a| a.given.len()).sum::<usize>());
        assert!(articles.is_empty() || std::str::from_utf8(bytes).is_err() || again.is_ok_and(|again| again == pairs));
    }
});
