//! What a user always wants: options and rules, in a file `muqabala.toml`.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Reader, decoded, input};
use crate::error::{Error, nearest};
use crate::finding::{Override, Severity};

/// What the file is called.
const NAME: &str = "muqabala.toml";
/// What may be set for a rule.
const OF_RULE: [&str; 3] = ["min-confidence", "off", "severity"];

/// A file of settings.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The file.
    pub path: PathBuf,
    /// Options of the command line, in the order of the file.
    pub settings: Vec<Setting>,
    /// What is set for single rules.
    pub rules: Vec<Override>,
}

/// An option of the command line, by its long name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// `min-confidence`.
    pub key: String,
    /// One for each time that it would be given; none for a switch that is off.
    pub values: Vec<String>,
    /// Line (1-based) of the file.
    pub line: u64,
}

impl Config {
    /// The file that is in force in `folder`: there, or in the next folder above that has one.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file())
    }

    /// Reads a file of settings. `options` are the names of options that may be set, `rules` the ids of rules.
    ///
    /// # Errors
    /// If it is not TOML, or has a key or a value that means nothing: with its line, and the nearest known name.
    pub fn read(path: &Path, options: &[&str], rules: &[&str]) -> Result<Self, Error> {
        let text = decoded(path, Reader::default().raw(path)?.bytes)?;
        let file = File { path, text: &text };
        let table = DeTable::parse(&text).map_err(|e| {
            let at = e.span().map_or(0, |span| span.start);
            let told = e.message().lines().next().unwrap_or_default().to_owned();
            file.error(at, format!("is not TOML ({told})"), "write settings as: min-confidence = 0.7")
        })?;
        let mut config = Self { path: path.to_owned(), ..Self::default() };
        for (key, value) in table.get_ref() {
            let (name, at) = (key.get_ref().as_ref(), key.span().start);
            if name == "rules" {
                config.rules = file.rules(value, rules)?;
                continue;
            }
            if !options.contains(&name) {
                return Err(file.unknown(at, "setting", name, options.iter().copied().chain(["rules"])));
            }
            let values = match value.get_ref() {
                DeValue::Array(list) => list.iter().map(|value| scalar(value.get_ref())).collect(),
                DeValue::Boolean(false) => Some(Vec::new()),
                value => scalar(value).map(|v| vec![v]),
            };
            let values = values.ok_or_else(|| {
                file.error(
                    value.span().start,
                    format!("sets {name} to no value that it takes"),
                    "give a text, a number, true or false, or a list of them",
                )
            })?;
            config.settings.push(Setting { key: name.to_owned(), values, line: file.line(at) });
        }
        config.settings.sort_by_key(|setting| setting.line);
        Ok(config)
    }
}

/// A value as it would stand on the command line.
fn scalar(value: &DeValue) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().replace('_', ""),
        DeValue::Float(number) => number.as_str().replace('_', ""),
        DeValue::Boolean(is) => is.to_string(),
        _ => return None,
    })
}

/// A file while it is read.
struct File<'t> {
    path: &'t Path,
    text: &'t str,
}

impl File<'_> {
    fn rules(&self, value: &Spanned<DeValue>, known: &[&str]) -> Result<Vec<Override>, Error> {
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.error(value.span().start, "sets rules to no table".to_owned(), "write [rules.number-mismatch]"));
        };
        let mut rules = Vec::new();
        for (id, value) in table {
            let (rule, at) = (id.get_ref().as_ref(), id.span().start);
            if !known.contains(&rule) {
                return Err(self.unknown(at, "rule", rule, known.iter().copied()));
            }
            let DeValue::Table(table) = value.get_ref() else {
                return Err(self.error(
                    at,
                    format!("sets {rule} to no table"),
                    format!("write [rules.{rule}] and below it severity = \"minor\""),
                ));
            };
            let mut set = Override { rule: rule.to_owned(), off: false, severity: None, min_confidence: None };
            for (key, value) in table {
                self.of_rule(&mut set, key.get_ref().as_ref(), key.span().start, value.get_ref())?;
            }
            rules.push(set);
        }
        Ok(rules)
    }

    fn of_rule(&self, set: &mut Override, key: &str, at: usize, value: &DeValue) -> Result<(), Error> {
        let text = scalar(value).unwrap_or_default();
        match key {
            "off" => {
                set.off = text.parse().map_err(|_| self.error(at, "has off with neither true nor false".to_owned(), "write off = true"))?;
            }
            "severity" => {
                let severity = Severity::ALL.into_iter().find(|s| s.name() == text);
                let names = Severity::ALL.map(Severity::name).join(", ");
                set.severity =
                    Some(severity.ok_or_else(|| self.error(at, format!("has no such severity: {text}"), format!("give one of {names}")))?);
            }
            "min-confidence" => {
                let number = text.parse().ok().filter(|p| (0.0..=1.0).contains(p));
                let wrong = || self.error(at, format!("has a min-confidence of {text}"), "give a number from 0 to 1, such as 0.7");
                set.min_confidence = Some(number.ok_or_else(wrong)?);
            }
            _ => return Err(self.unknown(at, "setting of a rule", key, OF_RULE.into_iter())),
        }
        Ok(())
    }

    fn unknown<'k>(&self, at: usize, what: &str, name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Error {
        let shown: String = name.chars().take(60).collect();
        let remedy = match nearest(name, known.clone()) {
            Some(near) => format!("did you mean {near}?"),
            None if known.clone().count() > OF_RULE.len() => "muqabala config and muqabala rules list all".to_owned(),
            None => format!("known are {}", known.collect::<Vec<_>>().join(", ")),
        };
        self.error(at, format!("there is no {what} {shown}"), remedy)
    }

    fn error(&self, at: usize, cause: String, remedy: impl Into<String>) -> Error {
        input(self.path, Some(self.line(at)), cause, remedy)
    }

    fn line(&self, at: usize) -> u64 {
        self.text.get(..at).unwrap_or(self.text).matches('\n').count() as u64 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        std::fs::write(&path, text).expect("written");
        let read = Config::read(&path, &["min-confidence", "glossary", "learn"], &["wrong-sense", "untranslated"]);
        read.map_err(|e| e.to_string().replace(&path.display().to_string(), NAME))
    }

    #[test]
    fn settings_are_read_in_order() {
        let config =
            read("min-confidence = 0.70\nglossary = [\"a.csv\", 'b.csv']\nlearn = false\n[rules.wrong-sense]\noff = true\nseverity = \"minor\"\nmin-confidence = 1\n")
                .expect("settings");
        let values: Vec<_> = config.settings.iter().map(|s| (s.key.as_str(), s.values.join(" "), s.line)).collect();
        assert_eq!(values, [("min-confidence", "0.70".into(), 1), ("glossary", "a.csv b.csv".into(), 2), ("learn", String::new(), 3)]);
        let rule = Override { rule: "wrong-sense".into(), off: true, severity: Some(Severity::Minor), min_confidence: Some(1.0) };
        assert_eq!(config.rules, [rule]);
    }

    #[test]
    fn each_error_names_its_line_and_what_was_meant() {
        for (text, wanted) in [
            ("\nmin_confidence = 1", "muqabala.toml:2: there is no setting min_confidence; did you mean min-confidence?"),
            ("[rules.wrongsense]", "muqabala.toml:1: there is no rule wrongsense; did you mean wrong-sense?"),
            (
                "[rules.untranslated]\nlevel = 1",
                "muqabala.toml:2: there is no setting of a rule level; known are min-confidence, off, severity",
            ),
            (
                "[rules.untranslated]\nseverity = \"bad\"",
                "muqabala.toml:2: has no such severity: bad; give one of neutral, minor, major, critical",
            ),
            (
                "[rules.untranslated]\nmin-confidence = 7",
                "muqabala.toml:2: has a min-confidence of 7; give a number from 0 to 1, such as 0.7",
            ),
            ("[rules.untranslated]\noff = 1", "muqabala.toml:2: has off with neither true nor false; write off = true"),
            ("rules = 1", "muqabala.toml:1: sets rules to no table; write [rules.number-mismatch]"),
            (
                "learn = {}",
                "muqabala.toml:1: sets learn to no value that it takes; give a text, a number, true or false, or a list of them",
            ),
        ] {
            assert_eq!(read(text).expect_err(text), wanted);
        }
        assert!(read("learn = ").expect_err("no value").starts_with("muqabala.toml:1: is not TOML ("));
    }

    #[test]
    fn the_file_of_a_folder_above_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("a/b");
        std::fs::create_dir_all(&below).expect("folders");
        std::fs::write(folder.path().join(NAME), "").expect("written");
        assert_eq!(Config::find(&below), Some(folder.path().join(NAME)));
    }
}
