//! Exports of newsrooms: an article and its translation in each line of JSON Lines, or in each object of a list.

use std::path::Path;
use std::str::FromStr;

use serde_json::Value;

use super::prose::Prose;
use super::{html, id, input, name};
use crate::article::{Article, Text};
use crate::error::Error;

/// Where in an object the texts stand: names parted by dots, `body.en`; a number counts in a list, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// What was translated.
    pub source: String,
    /// The translation.
    pub target: String,
    /// What the article is called; the number of the line where it is missing.
    pub id: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self { source: "source".to_owned(), target: "target".to_owned(), id: "id".to_owned() }
    }
}

impl FromStr for Fields {
    type Err = String;

    /// ```
    /// use muqabala::read::Fields;
    /// let fields: Fields = "source=body.en,target=body.ar".parse().unwrap();
    /// assert_eq!((fields.target.as_str(), fields.id.as_str()), ("body.ar", "id"));
    /// assert!("body.en".parse::<Fields>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, String> {
        let mut fields = Self::default();
        for part in text.split(',') {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let (key, value) = (key.trim(), value.trim().to_owned());
            if value.is_empty() {
                return Err("write it as source=body.en,target=body.ar".to_owned());
            }
            match key {
                "source" => fields.source = value,
                "target" => fields.target = value,
                "id" => fields.id = value,
                _ => return Err(format!("there is no {key}; name source, target and, if you like, id")),
            }
        }
        Ok(fields)
    }
}

impl Fields {
    /// The text of an object in one of the fields, `source` or `target`: as it is, unless it is a list or HTML, which is written as it is read.
    ///
    /// # Errors
    /// Which field is missing or has no text, and what to do.
    pub fn text(value: &Value, side: &str, field: &str) -> Result<String, String> {
        let found = at(value, field).ok_or_else(|| {
            let known = names(value);
            let known = if known.is_empty() { "nothing".to_owned() } else { known };
            format!("has no field {field}; name the field that has the {side}: --fields {side}=… (this one has {known})")
        })?;
        match found {
            Value::String(text) if !is_html(text) => Ok(text.clone()),
            found => {
                let mut prose = Prose::default();
                let written = write(found, &mut prose);
                written.then_some(prose.raw).ok_or_else(|| format!("has no text in the field {field}; name another: --fields {side}=…"))
            }
        }
    }

    /// What an object is called; `None` where it has no name.
    pub fn name(&self, value: &Value) -> Option<String> {
        match at(value, &self.id)? {
            Value::String(id) => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }
}

/// The articles of an export.
pub(super) fn read(path: &Path, text: &str, fields: &Fields) -> Result<Vec<Article>, Error> {
    let mut articles = Vec::new();
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let (mut counted, mut line) = (0, 1);
    loop {
        // The value starts after the white space that follows the one before.
        let start = values.byte_offset();
        let start = start + (text[start..].len() - text[start..].trim_start().len());
        line += text[counted..start].matches('\n').count() as u64;
        counted = start;
        match values.next() {
            None => break,
            Some(Ok(Value::Array(list))) => {
                for value in &list {
                    articles.push(article(path, line, articles.len(), value, fields)?);
                }
            }
            Some(Ok(value)) => articles.push(article(path, line, articles.len(), &value, fields)?),
            Some(Err(e)) => {
                let line = line + (e.line() as u64).saturating_sub(line);
                let told = e.to_string();
                let told = told.split(" at line ").next().unwrap_or_default();
                // Programs that count in halves of characters cut texts off in the middle of one.
                let is_half = told.contains("surrogate") || told.contains("hex escape");
                let remedy = if is_half { "take out that half of a character" } else { "write one object in each line" };
                return Err(input(path, Some(line), format!("is not JSON ({told})"), remedy));
            }
        }
    }
    if articles.is_empty() {
        return Err(input(path, None, "has no article", "write one object in each line"));
    }
    Ok(articles)
}

fn article(path: &Path, line: u64, number: usize, value: &Value, fields: &Fields) -> Result<Article, Error> {
    let side = |side: &str, field: &str| {
        let found = at(value, field).ok_or_else(|| {
            let known = names(value);
            let known = if known.is_empty() { "nothing".to_owned() } else { known };
            let remedy = format!("name the field that has the {side}: --fields {side}=… (this one has {known})");
            input(path, Some(line), format!("has no field {field}"), remedy)
        })?;
        let mut prose = Prose::default();
        if !write(found, &mut prose) {
            return Err(input(path, Some(line), format!("has no text in the field {field}"), format!("name another: --fields {side}=…")));
        }
        Text::new(name(path), prose.raw).ok_or_else(|| {
            input(path, Some(line), format!("has no letter of English or Arabic in the field {field}"), "name another field")
        })
    };
    let (source, target) = (side("source", &fields.source)?, side("target", &fields.target)?);
    if source.lang == target.lang {
        let cause = format!("has both {} and {} in {}", fields.source, fields.target, source.lang.name());
        return Err(input(path, Some(line), cause, "name one field in English and one in Arabic"));
    }
    let id = fields.name(value).unwrap_or_else(|| format!("{}:{}", id(path), number + 1));
    Ok(Article { id, source, target, given: Vec::new() })
}

/// The value at a path; a name that has dots itself is found too.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    if let Some(found) = value.get(path) {
        return Some(found);
    }
    path.split('.').try_fold(value, |value, part| match value {
        Value::Array(list) => list.get(part.parse::<usize>().ok()?),
        value => value.get(part),
    })
}

/// Writes a text, or the texts of a list one below the other. A text that is HTML is written as it is read.
fn write(value: &Value, prose: &mut Prose) -> bool {
    match value {
        Value::String(text) => {
            if is_html(text) {
                prose.paragraphs(&html::fragment(text));
            } else {
                prose.paragraphs(text);
            }
            true
        }
        Value::Array(list) => list.iter().all(|value| write(value, prose)),
        _ => false,
    }
}

fn is_html(text: &str) -> bool {
    ["</p>", "<br", "</div>", "</h"].iter().any(|tag| text.contains(tag))
}

/// The fields of an object, for those who named another.
fn names(value: &Value) -> String {
    let names = value.as_object().map(|o| o.keys().take(8).cloned().collect::<Vec<_>>());
    names.unwrap_or_default().join(", ")
}
