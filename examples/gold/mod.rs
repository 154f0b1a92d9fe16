//! Texts whose beads are known: NAME.en, NAME.ar and NAME.gold in one folder, one segment a line.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;
use std::{fs, io};

use muqabala::article::{Article, Text};
use muqabala::pipeline::{Aligned, Options, align};
use muqabala::segment::Segment;

/// A bead as lines (from 0) of the English and of the Arabic text.
type Lines = (Vec<u32>, Vec<u32>);

/// A pair of texts and its beads.
pub struct Document {
    /// English, one segment a line.
    pub english: String,
    /// Arabic, one segment a line.
    pub arabic: String,
    /// The right beads.
    pub beads: HashSet<Lines>,
    /// Segments that belong to no other, English and Arabic.
    pub alone: [HashSet<u32>; 2],
}

impl Document {
    /// All of a folder, in the order of their names.
    pub fn all(folder: &Path) -> io::Result<Vec<Self>> {
        let mut names: Vec<_> = fs::read_dir(folder)?.map(|f| Ok(f?.path())).collect::<io::Result<_>>()?;
        names.retain(|path| path.extension().is_some_and(|e| e == "gold"));
        names.sort();
        let one = |path: &std::path::PathBuf| {
            let mut document = Self {
                english: fs::read_to_string(path.with_extension("en"))?,
                arabic: fs::read_to_string(path.with_extension("ar"))?,
                beads: HashSet::new(),
                alone: Default::default(),
            };
            fs::read_to_string(path)?.lines().filter_map(bead).for_each(|bead| document.add(bead));
            Ok(document)
        };
        names.iter().map(one).collect()
    }

    fn add(&mut self, bead: Lines) {
        match (&bead.0[..], &bead.1[..]) {
            (english, []) => self.alone[0].extend(english),
            ([], arabic) => self.alone[1].extend(arabic),
            _ => {
                self.beads.insert(bead);
            }
        }
    }

    /// All documents as one.
    #[allow(dead_code, reason = "not every example joins documents")]
    pub fn joined(documents: &[Self]) -> Self {
        let mut all = Self { english: String::new(), arabic: String::new(), beads: HashSet::new(), alone: Default::default() };
        for document in documents {
            let (e, a) = (all.english.lines().count() as u32, all.arabic.lines().count() as u32);
            let shifted = |lines: &[u32], by: u32| lines.iter().map(|l| l + by).collect::<Vec<_>>();
            document.beads.iter().for_each(|(english, arabic)| all.add((shifted(english, e), shifted(arabic, a))));
            all.alone[0].extend(document.alone[0].iter().map(|l| l + e));
            all.alone[1].extend(document.alone[1].iter().map(|l| l + a));
            for (text, more) in [(&mut all.english, &document.english), (&mut all.arabic, &document.arabic)] {
                text.push_str(more.trim_end_matches('\n'));
                text.push('\n');
            }
        }
        all
    }

    /// As an article, English first.
    pub fn article(&self) -> Option<Article> {
        let (source, target) = (Text::new("en", &*self.english)?, Text::new("ar", &*self.arabic)?);
        Some(Article { id: String::new(), source, target, given: Vec::new() })
    }

    /// For every bead whether it is right; beads that have one side only are right if all their segments belong to no other.
    pub fn judge(&self, aligned: &Aligned) -> Vec<bool> {
        let lines = |segments: &[Segment], range: &Range<u32>| -> Vec<u32> {
            segments[range.start as usize..range.end as usize].iter().map(|s| s.line).collect()
        };
        let judge = |bead: Lines| match (&bead.0[..], &bead.1[..]) {
            (english, []) => english.iter().all(|l| self.alone[0].contains(l)),
            ([], arabic) => arabic.iter().all(|l| self.alone[1].contains(l)),
            _ => self.beads.contains(&bead),
        };
        aligned.beads.iter().map(|b| judge((lines(&aligned.source, &b.source), lines(&aligned.target, &b.target)))).collect()
    }
}

/// Strict F1 of beads that have both sides.
#[allow(dead_code, reason = "not every example aligns with several lexicons")]
pub fn f1(documents: &[Document], options: &Options) -> f64 {
    let (mut found, mut right, mut wanted) = (0, 0, 0);
    for document in documents {
        let Some(article) = document.article() else { continue };
        let aligned = align(&article, options);
        for (_, is_right) in
            aligned.beads.iter().zip(document.judge(&aligned)).filter(|(b, _)| !b.source.is_empty() && !b.target.is_empty())
        {
            found += 1;
            right += usize::from(is_right);
        }
        wanted += document.beads.len();
    }
    2.0 * f64::from(right as u32) / f64::from((found + wanted).max(1) as u32)
}

/// `[0, 1]:[0]` with whatever behind it.
fn bead(line: &str) -> Option<Lines> {
    let (english, rest) = line.trim_start().strip_prefix('[')?.split_once("]:[")?;
    let (arabic, _) = rest.split_once(']')?;
    let numbers = |list: &str| list.split(',').filter_map(|n| n.trim().parse().ok()).collect();
    Some((numbers(english), numbers(arabic)))
}
