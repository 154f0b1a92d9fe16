//! Compiles `misread.tsv`, the list of Arabic that is misread in translation, into the tables that `misread` reads. Used by the build
//! script.

use super::fold;
use super::index;
use super::trap_list::Numbered;
use super::writer::{Compiled, Strings, Writer};

/// What stands in the place of telling words where hardly ever anything else is meant, and where the own English is complete as well.
const SURE: &str = "-";
const FIXED: &str = "!";
/// What stands before English that only answers where none of the misreading stands.
const FURTHER: &str = " / ";

/// What a line says of its phrases, by the numbers of words, forms and glosses.
struct Line {
    /// Whether its own English is all that may render it.
    fixed: bool,
    cues: Vec<u32>,
    own: Vec<u32>,
    /// What answers for it as well where nothing of `other` stands.
    further: Vec<u32>,
    other: Vec<u32>,
    /// What it means, and what it is taken for.
    senses: [u32; 2],
}

/// The words of a phrase, and the line that tells all else of it.
struct Phrase {
    words: Vec<u32>,
    line: u32,
}

#[derive(Default)]
struct List<'a> {
    arabic: Numbered<String>,
    english: Numbered<String>,
    forms: Numbered<Vec<u32>>,
    senses: Numbered<&'a str>,
    phrases: Vec<Phrase>,
    lines: Vec<Line>,
}

impl<'a> List<'a> {
    fn add(&mut self, line: &'a str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [phrases, sense, cues, own, other, literally] = columns[..] else {
            return Err(format!("{} columns where 6 belong", columns.len()));
        };
        if columns.iter().any(|column| column.is_empty()) {
            return Err("an empty column".to_owned());
        }
        let line = self.lines.len() as u32;
        for phrase in phrases.split('|') {
            let words = phrase.split('_').map(|w| self.arabic.number(fold::arabic(w).into_owned())).collect();
            self.phrases.push(Phrase { words, line });
        }
        let (own, further) = own.split_once(FURTHER).unwrap_or((own, ""));
        let line = Line {
            fixed: cues == FIXED,
            cues: cues
                .split_whitespace()
                .filter(|c| ![SURE, FIXED].contains(c))
                .map(|c| self.arabic.number(fold::arabic(c).into_owned()))
                .collect(),
            own: self.forms(own),
            further: self.forms(further),
            other: self.forms(other),
            senses: [sense, literally].map(|s| self.senses.number(s)),
        };
        if let Some(both) = line.own.iter().chain(&line.further).find(|form| line.other.contains(form)) {
            let form: Vec<&str> = self.forms.list[*both as usize].iter().map(|w| self.english.list[*w as usize].as_str()).collect();
            return Err(format!("“{}” is both right and wrong", form.join(" ")));
        }
        self.lines.push(line);
        Ok(())
    }

    /// A list of English forms, each of one or several words.
    fn forms(&mut self, list: &str) -> Vec<u32> {
        let (english, forms) = (&mut self.english, &mut self.forms);
        // What a hyphen joins is met with and without one.
        let mut form = |form: &str| forms.number(form.split(['_', '-']).map(|w| english.number(w.to_lowercase())).collect());
        list.split_whitespace().map(&mut form).collect()
    }
}

/// Compiles the list, whose lines hold six columns.
///
/// # Errors
/// When a line lacks something, or calls a form both right and wrong: its number and what is the matter.
pub fn compile(text: &str) -> Result<Compiled, String> {
    let mut list = List::default();
    for (n, line) in (1..).zip(text.lines()).filter(|(_, l)| !l.starts_with('#')) {
        list.add(line).map_err(|what| format!("line {n}: {what}: {line}"))?;
    }
    let (mut out, mut strings) = (Writer::default(), Strings::default());
    index::write(&mut out, &mut strings, list.arabic.list.iter().map(String::as_str));
    index::write(&mut out, &mut strings, list.english.list.iter().map(String::as_str));
    index::write(&mut out, &mut strings, list.senses.list.iter().copied());
    out.lists(&list.forms.list);
    let mut starting = vec![Vec::new(); list.arabic.list.len()];
    for (n, phrase) in (0..).zip(&list.phrases) {
        starting[phrase.words[0] as usize].push(n);
    }
    // Their second words, a word and one each: what is looked for among many stands side by side.
    let second = |n: &u32| list.phrases[*n as usize].words.get(1).map_or(0, |word| word + 1);
    for phrases in &mut starting {
        phrases.sort_by_key(second);
    }
    out.lists(&starting);
    out.lists(&starting.iter().map(|phrases| phrases.iter().map(second).collect()).collect::<Vec<_>>());
    out.lists(&list.phrases.iter().map(|p| p.words.clone()).collect::<Vec<_>>());
    out.numbers(list.phrases.iter().map(|p| p.line));
    out.numbers(list.lines.iter().map(|l| u32::from(l.fixed)));
    let columns: [fn(&Line) -> Vec<u32>; 5] =
        [|l| l.cues.clone(), |l| l.own.clone(), |l| l.further.clone(), |l| l.other.clone(), |l| l.senses.to_vec()];
    for column in columns {
        out.lists(&list.lines.iter().map(column).collect::<Vec<_>>());
    }
    Ok(Compiled { tables: out.finished(), strings: strings.finished() })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_that_is_not_whole_is_named() {
        let whole = "# Idioms\nقدم_وساق\tat full speed\t-\tapace go\tlimp\tfoot and leg\n";
        assert!(super::compile(whole).is_ok());
        let short = super::compile(&format!("{whole}قدم\ta foot\n")).unwrap_err();
        assert!(short.starts_with("line 3: 2 columns"), "{short}");
        let empty = super::compile("قدم\ta foot\t\tfoot\tleg\ta leg").unwrap_err();
        assert!(empty.starts_with("line 1: an empty column"), "{empty}");
        let both = super::compile("قدم\ta foot\t-\tfoot\tleg foot\ta leg").unwrap_err();
        assert!(both.starts_with("line 1: “foot” is both right and wrong"), "{both}");
    }
}
