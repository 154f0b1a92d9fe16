//! How an archive renders its names, and who renders them otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::folders::table;
use super::outcome::Outcome;
use crate::article::Article;
use crate::audit::consistency::unusual;
use crate::audit::rendering::{NameUse, folded};
use crate::audit::rule;
use crate::finding::Finding;
use crate::report::csv::guard;
use crate::report::row::{Row, stamp};

/// The columns of the table of names.
pub const NAME_COLUMNS: [&str; 6] = ["name", "rendering", "count", "articles", "usual", "where"];
/// A way is the usual one of a name that was seen so often, in so many articles, and has so large a share.
const USUAL: (u32, usize, f64) = (8, 4, 0.8);
/// Another way is unusual up to this share.
const UNUSUAL: f64 = 0.1;
/// So many articles are named in the table.
const SHOWN: usize = 5;

/// One way to render a name.
#[derive(Default)]
struct Way {
    /// As it was written first.
    written: String,
    count: u32,
    /// Articles by number, and the ids of the first.
    articles: BTreeSet<u32>,
    shown: Vec<String>,
}

/// All names of an archive.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, BTreeMap<String, Way>>);

impl Names {
    /// Adds article number `n`.
    pub fn add(&mut self, n: usize, outcome: &Outcome) {
        for NameUse { name, rendering, .. } in &outcome.names {
            let way = self.0.entry(name.clone()).or_default().entry(folded(rendering)).or_default();
            way.count += 1;
            if way.written.is_empty() {
                way.written.clone_from(rendering);
            }
            if way.articles.insert(n as u32) && way.shown.len() < SHOWN {
                way.shown.push(outcome.id.clone());
            }
        }
    }

    /// The usual way to render a name, if there is one, with its count and that of all ways.
    fn usual(&self, name: &str) -> Option<(&str, u32, u32)> {
        let ways = self.0.get(name)?;
        let all: u32 = ways.values().map(|w| w.count).sum();
        let (rendering, way) = ways.iter().max_by_key(|(rendering, w)| (w.count, std::cmp::Reverse(*rendering)))?;
        let (least, articles, share) = USUAL;
        let is_usual = all >= least && way.articles.len() >= articles && f64::from(way.count) >= share * f64::from(all);
        is_usual.then_some((rendering.as_str(), way.count, all))
    }

    /// The usual rendering of a name with its count, where `rendering` is an unusual one.
    fn instead_of(&self, name: &str, rendering: &str) -> Option<(&str, u32)> {
        let (usual, count, all) = self.usual(name)?;
        let (rendering, ways) = (&folded(rendering), self.0.get(name)?);
        let way = ways.get(rendering)?;
        let is_rare = way.articles.len() == 1 || f64::from(way.count) <= UNUSUAL * f64::from(all);
        (usual != rendering.as_str() && is_rare && f64::from(way.count) <= 2.0 * UNUSUAL * f64::from(all))
            .then_some((ways.get(usual)?.written.as_str(), count))
    }

    /// The rows about names that an article renders in an unusual way; `read` gives the article, if there is one.
    pub fn rows(&self, outcome: &Outcome, read: impl FnOnce() -> Option<Article>) -> Vec<Row> {
        // What its own article says already is not said again.
        let said = |n: &NameUse| outcome.rows.iter().any(|row| row.rule == "unusual-rendering" && row.target_place == Some(n.target));
        let odd = outcome.names.iter().filter(|n| !said(n)).filter_map(|n| Some((n, self.instead_of(&n.name, &n.rendering)?)));
        let odd: Vec<_> = odd.collect();
        let Some(rule) = rule::find("unusual-rendering").ok().filter(|_| !odd.is_empty()) else { return Vec::new() };
        let Some(article) = read() else { return Vec::new() };
        let finding = |(name, (usual, count)): (&NameUse, (&str, u32))| {
            let found = unusual(rule, &article.id, name, ("archive", usual, count));
            Finding { severity: rule.severity, ..found }
        };
        let mut findings: Vec<Finding> = odd.into_iter().map(finding).collect();
        stamp(&mut findings, &article);
        findings.iter().map(|finding| Row::new(finding, &article)).collect()
    }

    /// Writes the table: the names in alphabetical order, the ways of each by how common they are.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut csv = table(out)?;
        csv.write_record(NAME_COLUMNS)?;
        for (name, ways) in &self.0 {
            let usual = self.usual(name).map(|(usual, ..)| usual);
            let mut ways: Vec<_> = ways.iter().collect();
            ways.sort_by_key(|(rendering, way)| (std::cmp::Reverse(way.count), *rendering));
            for (rendering, way) in ways {
                let is_usual = match usual {
                    Some(usual) if usual == rendering => "yes",
                    Some(_) => "no",
                    None => "",
                };
                let more = way.articles.len() - way.shown.len();
                let place = way.shown.join("; ") + &if more > 0 { format!("; and {more} more") } else { String::new() };
                let (count, articles) = (way.count.to_string(), way.articles.len().to_string());
                csv.write_record([&*guard(name), &*guard(&way.written), &count, &articles, is_usual, &*guard(&place)])?;
            }
        }
        csv.flush()
    }
}
