//! Compiles `sense.tsv`, the list of words of two meanings, and `domain.tsv`, what passages are about, into the tables that `trap`
//! reads. Used by the build script.

use std::collections::{BTreeMap, BTreeSet};

use super::fold;
use super::index;
use super::trap_flags;
use super::writer::{Compiled, Strings, Writer};

/// Numbers things in the order in which they first come.
#[derive(Default)]
pub(super) struct Numbered<T: Ord + Clone> {
    numbers: BTreeMap<T, u32>,
    /// Each by its number.
    pub list: Vec<T>,
}

impl<T: Ord + Clone> Numbered<T> {
    /// Its number.
    pub fn number(&mut self, thing: T) -> u32 {
        let next = self.list.len() as u32;
        *self.numbers.entry(thing).or_insert_with_key(|thing| {
            self.list.push(thing.clone());
            next
        })
    }
}

/// Words that bind others together. A word with nothing but them (`means of`, `committed to`) is not enough of a phrase to tell that it
/// was misread by what is missing; with another (`wipe out`) it is.
#[rustfmt::skip]
const BINDS: &[&str] = &[
    "a", "an", "the", "this", "that", "some", "any", "no", "his", "her", "their", "its", "our", "my", "your", "him", "them", "it", "one", "us", "me",
    "of", "to", "for", "with", "by", "from", "at", "in", "on", "as", "than", "into", "onto", "upon", "against", "about", "among", "between", "and",
    "or", "so", "be", "is", "was", "were", "are", "been", "being", "have", "has", "had", "do", "not", "if", "more", "most", "several", "many",
];

/// One sense of one word or phrase.
struct Trap {
    rest: Vec<u32>,
    /// Which words of the phrase begin with a capital.
    capitals: Vec<u32>,
    /// Whether it is a phrase of more than one telling word, and no name, that has no other sense at all.
    fixed: bool,
    /// The line that tells all else of it, which other phrases may share.
    line: u32,
}

/// What a line says of the sense of its words, by the numbers of terms and forms.
struct Line {
    cues: Vec<u32>,
    hints: Vec<u32>,
    domains: Vec<u32>,
    own: Vec<u32>,
    /// How many of them are its own and nothing else's.
    strict: u32,
    other: Vec<u32>,
    /// The sense, and the other one.
    senses: [u32; 2],
}

#[derive(Default)]
struct List<'a> {
    words: Numbered<String>,
    english: Numbered<String>,
    arabic: Numbered<String>,
    forms: Numbered<Vec<u32>>,
    senses: Numbered<&'a str>,
    domains: BTreeMap<&'a str, u32>,
    /// The domains of each English term.
    about: Vec<Vec<u32>>,
    /// The traps of each word.
    traps: Vec<Vec<Trap>>,
    lines: Vec<Line>,
}

impl<'a> List<'a> {
    /// One line of the list of domains.
    fn add_domain(&mut self, line: &'a str) -> Result<(), String> {
        let (name, words) = line.split_once('\t').ok_or("no words")?;
        let domain = self.domains.len() as u32;
        if self.domains.insert(name, domain).is_some() {
            return Err(format!("a second {name}"));
        }
        for word in words.split_whitespace() {
            let term = self.english.number(word.to_owned()) as usize;
            self.about.resize_with(self.english.list.len(), Vec::new);
            self.about[term].push(domain);
        }
        Ok(())
    }

    /// One line of the list.
    fn add(&mut self, line: &'a str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [words, sense, cues, own, other, other_sense] = columns[..] else {
            return Err(format!("{} columns where 6 belong", columns.len()));
        };
        if columns.iter().any(|column| column.is_empty()) {
            return Err("an empty column".to_owned());
        }
        let told = |mark: &'static str| cues.split_whitespace().filter_map(move |c| c.strip_prefix(mark));
        let domain = |name: &str| self.domains.get(name).copied().ok_or_else(|| format!("there is no domain @{name}"));
        let line = Line {
            domains: told("@").map(domain).collect::<Result<_, _>>()?,
            cues: told("").filter(|c| !c.starts_with(['@', '~', '-', '?'])).map(|c| self.english.number(c.to_owned())).collect(),
            hints: told("~").map(|c| self.english.number(c.to_owned())).collect(),
            strict: own.split_whitespace().take_while(|form| *form != "/").count() as u32,
            own: self.forms(own),
            other: self.forms(other),
            senses: [sense, other_sense].map(|s| self.senses.number(s)),
        };
        if let Some(both) = line.own.iter().find(|form| line.other.contains(form)) {
            let form: Vec<&str> = self.forms.list[*both as usize].iter().map(|w| self.arabic.list[*w as usize].as_str()).collect();
            return Err(format!("“{}” is both right and wrong", form.join(" ")));
        }
        for phrase in words.split('|') {
            self.add_phrase(phrase, cues == "-");
        }
        self.lines.push(line);
        Ok(())
    }

    /// One word or phrase of the line that is added next.
    fn add_phrase(&mut self, phrase: &str, sure: bool) {
        let is_capital = |w: &str| w.starts_with(char::is_uppercase);
        let capitals = (0..).zip(phrase.split('_')).filter(|(_, w)| is_capital(w)).map(|(n, _)| n).collect();
        let telling = phrase.split('_').filter(|w| !BINDS.contains(w)).count();
        let mut words = phrase.split('_').map(str::to_lowercase);
        let word = self.words.number(words.next().unwrap_or_default()) as usize;
        let trap = Trap {
            rest: words.map(|w| self.english.number(w)).collect(),
            capitals,
            fixed: sure && telling > 1 && !phrase.contains(char::is_uppercase),
            line: self.lines.len() as u32,
        };
        self.traps.resize_with(self.words.list.len(), Vec::new);
        self.traps[word].push(trap);
    }

    /// A list of Arabic forms, each of one or several words; a `-` is none, nor is a `/`.
    fn forms(&mut self, list: &str) -> Vec<u32> {
        let (arabic, forms) = (&mut self.arabic, &mut self.forms);
        let mut form = |form: &str| forms.number(form.split('_').map(|w| arabic.number(fold::arabic(w).into_owned())).collect());
        list.split_whitespace().filter(|form| !matches!(*form, "-" | "/")).map(&mut form).collect()
    }

    /// Numbers the forms anew: those of one word, of which most are, like their word.
    fn number_single_words_first(&mut self) {
        let old = std::mem::take(&mut self.forms);
        for word in 0..self.arabic.list.len() as u32 {
            self.forms.number(vec![word]);
        }
        let new: Vec<u32> = old.list.into_iter().map(|words| self.forms.number(words)).collect();
        for form in self.lines.iter_mut().flat_map(|line| line.own.iter_mut().chain(&mut line.other)) {
            *form = new[*form as usize];
        }
    }
}

/// Compiles `traps`, whose lines hold six columns, and `domains`, whose lines hold a name and its words.
///
/// # Errors
/// When a line lacks something, calls a form both right and wrong, or names a domain that there is not: its number and what is the
/// matter.
pub fn compile(traps: &str, domains: &str) -> Result<Compiled, String> {
    fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(text.lines()).filter(|(_, l)| !l.starts_with('#'))
    }
    let mut list = List::default();
    for (n, line) in lines(domains) {
        list.add_domain(line).map_err(|what| format!("line {n} of the domains: {what}: {line}"))?;
    }
    for (n, line) in lines(traps) {
        list.add(line).map_err(|what| format!("line {n}: {what}: {line}"))?;
    }
    list.number_single_words_first();
    let (mut out, mut strings) = (Writer::default(), Strings::default());
    index::write(&mut out, &mut strings, list.words.list.iter().map(String::as_str));
    index::write(&mut out, &mut strings, list.english.list.iter().map(String::as_str));
    index::write(&mut out, &mut strings, list.arabic.list.iter().map(String::as_str));
    index::write(&mut out, &mut strings, list.senses.list.iter().copied());
    out.lists(&list.forms.list);
    let mut next = 0..;
    let numbers: Vec<Vec<u32>> = list.traps.iter().map(|traps| next.by_ref().take(traps.len()).collect()).collect();
    out.lists(&numbers);
    let traps: Vec<Trap> = list.traps.into_iter().flatten().collect();
    let is_verb = |t: &Trap| list.senses.list[list.lines[t.line as usize].senses[0] as usize].starts_with("to ");
    let begin_others = |verbs: bool| -> Vec<Vec<u32>> {
        let of_trap =
            |number: &u32| traps.get(*number as usize).filter(|t| !verbs || is_verb(t)).map(|t| &list.lines[t.line as usize].other);
        let begins = |form: &u32| list.forms.list[*form as usize][0];
        let in_order = |words: BTreeSet<u32>| words.into_iter().collect();
        numbers.iter().map(|of_word| in_order(of_word.iter().filter_map(of_trap).flatten().map(begins).collect())).collect()
    };
    out.lists(&begin_others(false));
    out.lists(&begin_others(true));
    out.lists(&traps.iter().map(|t| t.rest.clone()).collect::<Vec<_>>());
    out.lists(&traps.iter().map(|t| t.capitals.clone()).collect::<Vec<_>>());
    let flag = |holds: bool, flag: u32| if holds { flag } else { 0 };
    out.numbers(traps.iter().map(|t| {
        let flags =
            flag(t.fixed, trap_flags::FIXED) | flag(is_verb(t), trap_flags::VERB) | flag(!t.capitals.is_empty(), trap_flags::CAPITALS);
        t.line << trap_flags::BITS | flags
    }));
    let columns: [fn(&Line) -> Vec<u32>; 6] =
        [|l| l.cues.clone(), |l| l.hints.clone(), |l| l.domains.clone(), |l| l.own.clone(), |l| l.other.clone(), |l| l.senses.to_vec()];
    for column in columns {
        out.lists(&list.lines.iter().map(column).collect::<Vec<_>>());
    }
    out.numbers(list.lines.iter().map(|l| l.strict));
    out.lists(&list.about);
    Ok(Compiled { tables: out.finished(), strings: strings.finished() })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_that_is_not_whole_is_named() {
        let whole = "# Animals\nbat\tan animal\tcave\tخفاش\tمضرب\ta club\n";
        let compile = |traps: &str| super::compile(traps, "sport\tteam league\n");
        assert!(compile(whole).is_ok());
        let short = compile(&format!("{whole}bat\tan animal\tcave\n")).unwrap_err();
        assert!(short.starts_with("line 3: 3 columns"), "{short}");
        let empty = compile("bat\tan animal\t\tخفاش\tمضرب\ta club").unwrap_err();
        assert!(empty.starts_with("line 1: an empty column"), "{empty}");
        let both = compile("bat\tan animal\t-\tخفاش\tمضرب خفاش\ta club").unwrap_err();
        assert!(both.starts_with("line 1: “خفاش” is both right and wrong"), "{both}");
        let domain = compile("bat\ta club\t@sport @sprot\tمضرب\tخفاش\tan animal").unwrap_err();
        assert!(domain.starts_with("line 1: there is no domain @sprot"), "{domain}");
        let twice = super::compile(whole, "sport\tteam\nsport\tleague\n").unwrap_err();
        assert!(twice.starts_with("line 2 of the domains: a second sport"), "{twice}");
    }
}
