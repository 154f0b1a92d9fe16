//! What kind of file something is: by what it starts with, then by its name.

use std::path::Path;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Markdown,
    Html,
    Docx,
    Odt,
    Epub,
    Pdf,
    /// Rows of cells, parted by this.
    Table(u8),
    Tmx,
    Xliff,
    Po,
    Json,
}

impl Format {
    /// The kind of a text of that name.
    pub fn of(name: &Path, text: &str) -> Self {
        let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(2000).collect::<String>().to_lowercase();
        if start.starts_with("<?xml") || start.starts_with('<') {
            for (tag, format) in [
                ("<tmx", Self::Tmx),
                ("<xliff", Self::Xliff),
                ("<html", Self::Html),
                ("<!doctype html", Self::Html),
                ("<article", Self::Html),
            ] {
                if start.contains(tag) {
                    return format;
                }
            }
        }
        Self::named(name).unwrap_or(Self::Plain)
    }

    /// The kind of a text that is told by the end of its name.
    pub fn named(name: &Path) -> Option<Self> {
        Some(match extension(name).as_str() {
            "md" | "markdown" | "mkd" => Self::Markdown,
            "html" | "htm" | "xhtml" | "shtml" => Self::Html,
            "tsv" | "tab" => Self::Table(b'\t'),
            "csv" => Self::Table(b','),
            "tmx" => Self::Tmx,
            "xlf" | "xliff" | "sdlxliff" | "mqxliff" | "mxliff" | "mqxlz" => Self::Xliff,
            "po" | "pot" => Self::Po,
            "jsonl" | "ndjson" | "json" => Self::Json,
            _ => return None,
        })
    }

    /// Whether files of this kind hold both texts.
    pub fn has_both(self) -> bool {
        matches!(self, Self::Table(_) | Self::Tmx | Self::Xliff | Self::Po | Self::Json)
    }

    /// What a user can do about one that is damaged.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Docx => "save it again as .docx, or as plain text in UTF-8",
            Self::Odt => "save it again as .odt, or as plain text in UTF-8",
            Self::Epub => "save the text as .docx or .html, or as plain text in UTF-8",
            Self::Pdf => "save the text as .docx, or as plain text in UTF-8",
            Self::Html => "save the text of the article as plain text in UTF-8",
            Self::Tmx | Self::Xliff | Self::Po => "export it again",
            _ => "save it again as plain text in UTF-8",
        }
    }
}

/// The extension of a name, in lower case.
pub(super) fn extension(name: &Path) -> String {
    name.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}
