//! The lexicon as people write it: tab-separated files, one entry a line. Shared by the build script, which compiles our own
//! files into the program, and by glossaries read at run time.

use super::fold;

/// How many equivalents of a word, the first of its entry, are taken to say what it means.
pub const MAIN: usize = 5;

/// What an entry is about. The number is its code in the compiled form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Class {
    /// An ordinary word or phrase.
    Word = 0,
    /// A country or a demonym of one.
    Country,
    /// A demonym, also as an adjective.
    Demonym,
    /// A city, capital or not.
    City,
    /// A region, sea, river, mountain.
    Region,
    /// An organisation, company, newspaper, team.
    Organisation,
    /// A person known by this name.
    Person,
    /// A given name.
    GivenName,
    /// A title or office (`president`).
    Title,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// A season.
    Season,
    /// A holiday.
    Holiday,
    /// A currency.
    Currency,
    /// A unit of measure.
    Unit,
    /// A number word.
    Number,
    /// A negator.
    Negator,
    /// A modal or hedge.
    Modal,
    /// A quantifier.
    Quantifier,
    /// A term of a user's glossary.
    Term,
}

impl Class {
    /// All, in the order of their codes.
    pub const ALL: [Self; 20] = [
        Self::Word,
        Self::Country,
        Self::Demonym,
        Self::City,
        Self::Region,
        Self::Organisation,
        Self::Person,
        Self::GivenName,
        Self::Title,
        Self::Month,
        Self::Weekday,
        Self::Season,
        Self::Holiday,
        Self::Currency,
        Self::Unit,
        Self::Number,
        Self::Negator,
        Self::Modal,
        Self::Quantifier,
        Self::Term,
    ];

    /// The class of a gazetteer file, by its name without `.tsv`; `None` for files that hold no entries.
    pub fn of_file(stem: &str) -> Option<Self> {
        Some(match stem {
            "country" => Self::Country,
            "demonym" => Self::Demonym,
            "capital_city" | "city" => Self::City,
            "region" => Self::Region,
            "organisation" => Self::Organisation,
            "person" => Self::Person,
            "given_name" => Self::GivenName,
            "title" => Self::Title,
            "month" => Self::Month,
            "weekday" => Self::Weekday,
            "season" => Self::Season,
            "holiday" => Self::Holiday,
            "currency" => Self::Currency,
            "unit" => Self::Unit,
            "number_word" => Self::Number,
            "negator" => Self::Negator,
            "modal" => Self::Modal,
            "quantifier" => Self::Quantifier,
            _ => return None,
        })
    }

    /// Whether entries of this class name one thing in the world.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Country | Self::Demonym | Self::City | Self::Region | Self::Organisation | Self::Person | Self::GivenName)
    }

    /// Whether it is a word of a claim rather than a name, a number or a unit.
    pub const fn is_telling(self) -> bool {
        matches!(self, Self::Word | Self::Title | Self::Term)
    }
}

/// One spelling of an entry in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// As reports show it.
    pub shown: String,
    /// Folded words, in order.
    pub words: Vec<String>,
    /// What capitals a text must have for the form to be meant: 0 any, 1 a capital at the start, 2 all capitals.
    pub case: u8,
}

/// One entry: a concept with its forms in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub class: Class,
    /// Its English forms; the first names the concept.
    pub english: Vec<Form>,
    /// Its Arabic forms.
    pub arabic: Vec<Form>,
}

impl Entry {
    /// A line of `words.tsv` or `multiword.tsv`: `lemma<TAB>equivalents`, separated by spaces, `_` within.
    pub fn from_word_line(line: &str) -> Option<Self> {
        let (lemma, equivalents) = line.split_once('\t')?;
        let english = english_form(&lemma.replace('_', " "), 0)?;
        let arabic: Vec<Form> = equivalents.split_whitespace().filter_map(|e| arabic_form(&e.replace('_', " "))).collect();
        (!arabic.is_empty()).then(|| Self { class: Class::Word, english: vec![english], arabic })
    }

    /// A line of a gazetteer file: English forms, tab, Arabic forms; forms are separated by `|`. Further columns are another
    /// room's business.
    pub fn from_gazetteer_line(class: Class, line: &str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (english, arabic) = (columns.next()?, columns.next()?);
        let mut entry = Self::new(class, english.split('|'), arabic.split('|'))?;
        if class == Class::Organisation {
            // Arabic keeps the letters of many: `أفادت CDC`.
            let kept = entry.english.iter().filter(|form| form.case == 2 && form.shown.len() > 2);
            entry.arabic.extend(kept.cloned());
        }
        Some(entry)
    }

    /// An entry from forms as people write them. `None` when one side has no usable form.
    pub fn new<'a>(class: Class, english: impl Iterator<Item = &'a str>, arabic: impl Iterator<Item = &'a str>) -> Option<Self> {
        let english: Vec<Form> = english.filter_map(|e| english_form(e.trim(), case_of(e.trim()))).collect();
        let arabic: Vec<Form> = arabic.filter_map(|a| arabic_form(a.trim())).collect();
        (!english.is_empty() && !arabic.is_empty()).then_some(Self { class, english, arabic })
    }
}

/// Capitals that an English form of the gazetteer asks for: an acronym all of them, a name one.
fn case_of(form: &str) -> u8 {
    let letters: Vec<char> = form.chars().filter(|c| c.is_alphabetic()).collect();
    let upper = letters.iter().filter(|c| c.is_uppercase()).count();
    match (letters.first(), upper) {
        (Some(_), u) if u == letters.len() && (2..=6).contains(&u) => 2,
        (Some(first), _) if first.is_uppercase() => 1,
        (_, u) if u > 0 => 1,
        _ => 0,
    }
}

/// Splits an English form as a text would be: at spaces and hyphens, points and possessives dropped.
fn english_form(shown: &str, case: u8) -> Option<Form> {
    let folded = fold::english(shown);
    let words: Vec<String> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '&' | ',' | '(' | ')' | '"' | '$' | '£' | '€' | '¢' | '%'))
        .map(|w| w.strip_suffix("'s").or_else(|| w.strip_suffix('\'')).unwrap_or(w).replace('.', ""))
        .filter(|w| !w.is_empty())
        .collect();
    (!words.is_empty() && words.len() <= 8).then(|| Form { shown: shown.to_owned(), words, case })
}

/// Splits an Arabic form into folded words without the article; lone proclitics (`وفقا ل`) go, for texts glue them to the next
/// word.
fn arabic_form(shown: &str) -> Option<Form> {
    if shown.contains(['/', '(']) {
        return None;
    }
    // `ق.م` is one token of a text; other points part words.
    let is_initials = |w: &str| w.contains('.') && w.split('.').all(|letter| letter.chars().count() <= 1);
    let parted = |c: char| c.is_whitespace() || matches!(c, '-' | '"' | '«' | '»' | '،');
    let words: Vec<String> = shown
        .split(parted)
        .flat_map(|w| {
            let folded = fold::arabic(without_article(w));
            let points = !is_initials(w);
            folded.split(move |c| parted(c) || (points && c == '.')).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|w| !w.is_empty() && !matches!(w.as_str(), "ل" | "ب" | "ك" | "و" | "ف" | "س"))
        .collect();
    (!words.is_empty() && words.len() <= 8).then(|| Form { shown: shown.to_owned(), words, case: 0 })
}

/// An Arabic word without the article, where enough is left to be a word. Hamzas tell `ألمانيا` and `إلغاء` from an article, so
/// the word comes as it is written.
fn without_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 => rest,
        _ => word,
    }
}
