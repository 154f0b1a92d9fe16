//! Compiles `sense.tsv`, the list of words of two meanings, into the tables that `trap` reads. Used by the build script.

use std::collections::BTreeMap;

use super::fold;
use super::index;
use super::writer::{Compiled, Strings, Writer};

/// Numbers things in the order in which they first come.
#[derive(Default)]
struct Numbered<T: Ord + Clone> {
    numbers: BTreeMap<T, u32>,
    list: Vec<T>,
}

impl<T: Ord + Clone> Numbered<T> {
    fn number(&mut self, thing: T) -> u32 {
        let next = self.list.len() as u32;
        *self.numbers.entry(thing).or_insert_with_key(|thing| {
            self.list.push(thing.clone());
            next
        })
    }
}

/// One sense of one word, by the numbers of its terms and forms.
struct Trap {
    rest: Vec<u32>,
    cues: Vec<u32>,
    own: Vec<u32>,
    other: Vec<u32>,
    /// The sense, and the other one.
    senses: [u32; 2],
}

#[derive(Default)]
struct List<'a> {
    words: Numbered<&'a str>,
    english: Numbered<&'a str>,
    arabic: Numbered<String>,
    forms: Numbered<Vec<u32>>,
    senses: Numbered<&'a str>,
    /// The traps of each word.
    traps: Vec<Vec<Trap>>,
}

impl<'a> List<'a> {
    /// One line of the list.
    fn add(&mut self, line: &'a str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [words, sense, cues, own, other, other_sense] = columns[..] else {
            return Err(format!("{} columns where 6 belong", columns.len()));
        };
        if columns.iter().any(|column| column.is_empty()) {
            return Err("an empty column".to_owned());
        }
        for phrase in words.split('|') {
            self.add_phrase(phrase, [cues, own, other], [sense, other_sense])?;
        }
        Ok(())
    }

    /// One word or phrase of a line.
    fn add_phrase(&mut self, phrase: &'a str, [cues, own, other]: [&'a str; 3], senses: [&'a str; 2]) -> Result<(), String> {
        let mut words = phrase.split('_');
        let word = self.words.number(words.next().unwrap_or(phrase)) as usize;
        let trap = Trap {
            rest: words.map(|w| self.english.number(w)).collect(),
            cues: cues.split_whitespace().filter(|c| *c != "-").map(|c| self.english.number(c)).collect(),
            own: self.forms(own),
            other: self.forms(other),
            senses: senses.map(|s| self.senses.number(s)),
        };
        if let Some(both) = trap.own.iter().find(|form| trap.other.contains(form)) {
            let form: Vec<&str> = self.forms.list[*both as usize].iter().map(|w| self.arabic.list[*w as usize].as_str()).collect();
            return Err(format!("“{}” is both right and wrong", form.join(" ")));
        }
        self.traps.resize_with(self.words.list.len(), Vec::new);
        self.traps[word].push(trap);
        Ok(())
    }

    /// A list of Arabic forms, each of one or several words.
    fn forms(&mut self, list: &str) -> Vec<u32> {
        let (arabic, forms) = (&mut self.arabic, &mut self.forms);
        let mut form = |form: &str| forms.number(form.split('_').map(|w| arabic.number(fold::arabic(w).into_owned())).collect());
        list.split_whitespace().map(&mut form).collect()
    }
}

/// Compiles `text`, whose lines hold six columns.
///
/// # Errors
/// When a line lacks something, or calls a form both right and wrong: its number and what is the matter.
pub fn compile(text: &str) -> Result<Compiled, String> {
    let mut list = List::default();
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
        list.add(line).map_err(|what| format!("line {}: {what}: {line}", n + 1))?;
    }
    let (mut out, mut strings) = (Writer::default(), Strings::default());
    index::write(&mut out, &mut strings, list.words.list.iter().copied());
    index::write(&mut out, &mut strings, list.english.list.iter().copied());
    index::write(&mut out, &mut strings, list.arabic.list.iter().map(String::as_str));
    index::write(&mut out, &mut strings, list.senses.list.iter().copied());
    out.lists(&list.forms.list);
    let mut next = 0..;
    out.lists(&list.traps.iter().map(|traps| next.by_ref().take(traps.len()).collect()).collect::<Vec<_>>());
    let traps: Vec<Trap> = list.traps.into_iter().flatten().collect();
    let columns: [fn(&Trap) -> Vec<u32>; 5] =
        [|t| t.rest.clone(), |t| t.cues.clone(), |t| t.own.clone(), |t| t.other.clone(), |t| t.senses.to_vec()];
    for column in columns {
        out.lists(&traps.iter().map(column).collect::<Vec<_>>());
    }
    Ok(Compiled { tables: out.finished(), strings: strings.finished() })
}

#[cfg(test)]
mod tests {
    use super::compile;

    #[test]
    fn a_line_that_is_not_whole_is_named() {
        let whole = "# Animals\nbat\tan animal\tcave\tخفاش\tمضرب\ta club\n";
        assert!(compile(whole).is_ok());
        let short = compile(&format!("{whole}bat\tan animal\tcave\n")).unwrap_err();
        assert!(short.starts_with("line 3: 3 columns"), "{short}");
        let empty = compile("bat\tan animal\t\tخفاش\tمضرب\ta club").unwrap_err();
        assert!(empty.starts_with("line 1: an empty column"), "{empty}");
        let both = compile("bat\tan animal\t-\tخفاش\tمضرب خفاش\ta club").unwrap_err();
        assert!(both.starts_with("line 1: “خفاش” is both right and wrong"), "{both}");
    }
}
