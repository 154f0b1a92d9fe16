//! The sample articles: texts, gold beads, what must be found in them and what must not.

use std::fs;
use std::path::{Path, PathBuf};

use muqabala::article::Article;
use muqabala::read;
use muqabala::span::Span;
use serde::Deserialize;

/// Words of both sides, either of which may be empty.
#[derive(Clone, Debug, Deserialize)]
pub struct Words {
    #[serde(rename = "source_words")]
    pub source: String,
    #[serde(rename = "target_words")]
    pub target: String,
}

/// A row of `expected.csv`.
#[derive(Clone, Debug, Deserialize)]
pub struct Expected {
    pub kind: String,
    #[serde(rename = "source_words")]
    pub source: String,
    #[serde(rename = "target_words")]
    pub target: String,
    pub rule: String,
}

pub struct Sample {
    pub name: String,
    pub article: Article,
    /// Texts of source and target of every bead.
    pub gold: Vec<(String, String)>,
    pub expected: Vec<Expected>,
    pub silent: Vec<Words>,
}

impl Sample {
    /// All samples, by name.
    pub fn all() -> Vec<Self> {
        let mut folders: Vec<_> = fs::read_dir(home()).unwrap().map(|f| f.unwrap().path()).filter(|f| f.is_dir()).collect();
        folders.sort();
        folders.iter().map(|folder| Self::read(folder)).collect()
    }

    fn read(folder: &Path) -> Self {
        let side =
            |side: &str| ["en", "ar"].map(|lang| folder.join(format!("{side}.{lang}.txt"))).into_iter().find(|f| f.exists()).unwrap();
        let article = read::article(&side("source"), &side("target")).unwrap();
        let gold = fs::read_to_string(folder.join("gold.tsv")).unwrap();
        let gold = gold.lines().skip(1).map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells[1].to_owned(), cells[2].to_owned())
        });
        Self {
            name: article.id.clone(),
            gold: gold.collect(),
            expected: rows(&folder.join("expected.csv")),
            silent: rows(&folder.join("must_not_flag.csv")),
            article,
        }
    }

    /// The places of words that stand in the article.
    pub fn places(&self, source: &str, target: &str) -> (Option<Span>, Option<Span>) {
        let find = |words: &str, text: &str| {
            let start = (!words.is_empty()).then(|| text.find(words).unwrap_or_else(|| panic!("{}: no words {words}", self.name)))?;
            Some(Span::new(start as u32, (start + words.len()) as u32))
        };
        (find(source, &self.article.source.raw), find(target, &self.article.target.raw))
    }
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned")
}

fn rows<T: for<'a> Deserialize<'a>>(file: &Path) -> Vec<T> {
    csv::Reader::from_path(file).unwrap().deserialize().map(|row| row.unwrap_or_else(|e| panic!("{}: {e}", file.display()))).collect()
}

/// The samples say what they mean: words that stand in one place of the text, rules that there are.
#[test]
fn samples_are_sound() {
    let one_place = |text: &str, words: &str| words.is_empty() || text.matches(words).count() == 1;
    let samples = Sample::all();
    assert_eq!(samples.len(), 8);
    for Sample { name, article, gold, expected, silent } in &samples {
        let labelled = expected.iter().map(|e| (&e.source, &e.target)).chain(silent.iter().map(|s| (&s.source, &s.target)));
        for (source, target) in labelled {
            assert!(one_place(&article.source.raw, source) && one_place(&article.target.raw, target), "{name}: {source} | {target}");
            assert!(!source.is_empty() || !target.is_empty(), "{name}");
        }
        for Expected { kind, source, target, rule } in expected {
            let rule = muqabala::audit::rule::find(rule).unwrap_or_else(|e| panic!("{name}: {e}"));
            let kinds = if target.is_empty() {
                "dropped"
            } else if source.is_empty() {
                "added"
            } else {
                "mistranslated dropped"
            };
            assert!(kinds.contains(kind.as_str()), "{name}: {kind} {} {source} | {target}", rule.id);
        }
        // Gold beads hold the whole of both texts.
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        assert_eq!(gold.iter().map(|bead| letters(&bead.0)).sum::<usize>(), letters(&article.source.raw), "{name}");
        assert_eq!(gold.iter().map(|bead| letters(&bead.1)).sum::<usize>(), letters(&article.target.raw), "{name}");
    }
}
