//! A folder with an archive in it.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Deref;
use std::path::Path;

use crate::folder::Folder;
use crate::synthetic;

/// A folder of its own, with `en/`, `ar/` and `archive.jsonl`.
pub struct Desk {
    pub folder: Folder,
    /// Which file of `en/` belongs to which of `ar/`.
    pub gold: Vec<(String, String)>,
}

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.folder
    }
}

impl Desk {
    /// So many articles of so many beads; the last of every five has no partner.
    pub fn new(articles: u64, beads: usize) -> Self {
        let folder = Folder::new();
        let mut desk = Self { folder, gold: Vec::new() };
        fs::create_dir_all(desk.at("en/deep")).unwrap();
        fs::create_dir(desk.at("ar")).unwrap();
        let all = synthetic::beads().unwrap();
        let mut lines = String::new();
        for n in 0..articles {
            let (english, arabic) = synthetic::article(&all, n, beads);
            let (en, ar) = (format!("{n:03}.txt"), format!("{:03}.txt", (n * 7 + 3) % articles));
            let place = if n % 3 == 0 { "en/deep" } else { "en" };
            fs::write(desk.at(place).join(&en), &english).unwrap();
            if n % 5 == 4 {
                fs::write(desk.at("ar").join(&ar), synthetic::article(&all, n + 1000, beads).1).unwrap();
                continue;
            }
            fs::write(desk.at("ar").join(&ar), &arabic).unwrap();
            lines += &serde_json::json!({"id": en.trim_end_matches(".txt"), "source": english, "target": arabic}).to_string();
            lines.push('\n');
            desk.gold.push((en, ar));
        }
        fs::write(desk.at("archive.jsonl"), lines).unwrap();
        desk
    }

    /// The bytes of all tables of a folder.
    pub fn tables(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let files = fs::read_dir(self.at(folder)).unwrap().map(|f| f.unwrap().path()).filter(|p| p.is_file());
        files.map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&p).unwrap())).collect()
    }
}

/// The rows of a table by column name.
pub fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{FEFF}').expect("a byte order mark").as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}
