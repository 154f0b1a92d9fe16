//! Compiles `opposite.tsv`, the list of opposites, into the tables that `opposite` reads. Used by the build script.

use std::collections::{BTreeMap, BTreeSet};

use super::compile::{Dictionary, Side};
use super::family::{Root, root};
use super::source::MAIN;
use super::writer::{Compiled, Writer};
use super::{arabic, english, fold};

/// A root of fewer consonants, as weak verbs have, belongs to many words.
const SHORT: Root = 0xffff;
/// Words whose roots mean too many things: `قبل` is before, accept, opposite and next.
const AMBIGUOUS: [&str; 6] = ["قبل", "قدم", "حول", "خلف", "عمل", "جهة"];

/// The opposites of a word: forms of its own and of its opposites, by the list; forms of what is opposite to its whole field; concepts
/// of its opposites.
#[derive(Default)]
struct Opposites {
    own: BTreeSet<u32>,
    other: BTreeSet<u32>,
    field: BTreeSet<u32>,
    concepts: BTreeSet<u32>,
}

/// Compiles `text` by the numbers of `dictionary`.
pub fn compile(text: &str, dictionary: &Dictionary) -> Compiled {
    let by_concept = read(text, dictionary);
    let mut by_form: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for opposites in by_concept.values() {
        for own in opposites.own.difference(&opposites.other) {
            by_form.entry(*own).or_default().extend(opposites.other.difference(&opposites.own));
        }
    }
    by_form.retain(|_, opposites| !opposites.is_empty());
    let mut opposed = vec![0_u32; dictionary.entries.len() / 32 + 1];
    let mut add = |concept: u32| opposed[concept as usize / 32] |= 1 << (concept % 32);
    by_concept.keys().copied().for_each(&mut add);
    for form in by_form.keys() {
        let main = |concept: &&u32| dictionary.arabic_forms[**concept as usize].iter().take(MAIN).any(|f| f == form);
        dictionary.arabic.concepts[*form as usize].iter().filter(main).copied().for_each(&mut add);
    }
    let mut single: BTreeMap<u32, &str> = BTreeMap::new();
    for ((words, _), form) in &dictionary.arabic.forms {
        if let [word] = words.as_slice() {
            single.insert(*form as u32, word);
        }
    }
    let ambiguous = AMBIGUOUS.map(root);
    let roots = |opposites: &Opposites| -> Vec<u32> {
        let roots = opposites.other.iter().filter_map(|form| single.get(form)).map(|word| root(word));
        let roots: BTreeSet<Root> = roots.filter(|r| *r > SHORT && !ambiguous.contains(r)).collect();
        roots.into_iter().flat_map(|r| [r as u32, (r >> 32) as u32]).collect()
    };
    let mut out = Writer::default();
    out.numbers(opposed.into_iter());
    out.numbers(by_concept.keys().copied());
    let sets: [fn(&Opposites) -> &BTreeSet<u32>; 4] = [|o| &o.own, |o| &o.other, |o| &o.field, |o| &o.concepts];
    for set in sets {
        out.lists(&by_concept.values().map(|o| set(o).iter().copied().collect()).collect::<Vec<_>>());
    }
    out.lists(&by_concept.values().map(roots).collect::<Vec<_>>());
    out.numbers(by_form.keys().copied());
    out.lists(&by_form.into_values().map(|forms| forms.into_iter().collect()).collect::<Vec<_>>());
    Compiled { tables: out.finished(), strings: String::new() }
}

/// What the list says of each concept.
fn read(text: &str, dictionary: &Dictionary) -> BTreeMap<u32, Opposites> {
    let mut table: BTreeMap<u32, Opposites> = BTreeMap::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [a, b, arabic_a, arabic_b] = columns[..] else { continue };
        let forms = |list: &str| -> BTreeSet<u32> { list.split('|').flat_map(|form| dictionary.forms_like(form)).collect() };
        let concepts = |words: &str| -> Vec<u32> { words.split('|').flat_map(|word| dictionary.concepts_like(word)).collect() };
        // Words of one field stand side by side.
        let is_field = a.contains('|') || b.contains('|');
        let (forms_a, forms_b) = (forms(arabic_a), forms(arabic_b));
        let (concepts_a, concepts_b) = (concepts(a), concepts(b));
        for (own, own_forms, other, other_forms) in
            [(&concepts_a, &forms_a, &concepts_b, &forms_b), (&concepts_b, &forms_b, &concepts_a, &forms_a)]
        {
            for concept in own {
                let opposites = table.entry(*concept).or_default();
                opposites.own.extend(own_forms);
                if is_field {
                    opposites.field.extend(other_forms);
                    continue;
                }
                opposites.other.extend(other_forms);
                opposites.concepts.extend(other);
            }
        }
    }
    table
}

impl Dictionary<'_> {
    /// The forms that are spelled like `form`, or else its dictionary forms.
    fn forms_like(&self, form: &str) -> Vec<u32> {
        let same = self.arabic.listed(&fold::arabic(form));
        if !same.is_empty() {
            return same;
        }
        let words: Vec<&str> = form.split([' ', '-']).collect();
        self.arabic.whole(&words, |word| {
            let mut cores = Vec::new();
            arabic::cores(&fold::arabic(word), &mut |core, _| cores.extend(self.arabic.words.get(core)));
            cores
        })
    }

    /// The concepts of that name; a comparative is often an entry of its own, and else its adjective.
    fn concepts_like(&self, word: &str) -> Vec<u32> {
        let folded = fold::english(word);
        let concepts = |forms: Vec<u32>| forms.into_iter().flat_map(|form| self.english.concepts[form as usize].iter().copied());
        let named = |concept: &u32| fold::english(self.name(*concept)) == folded;
        let same: Vec<u32> = concepts(self.english.listed(&folded)).filter(named).collect();
        if !same.is_empty() {
            return same;
        }
        let words: Vec<&str> = word.split([' ', '-']).collect();
        concepts(self.english.whole(&words, |word| self.lemmas(word))).collect()
    }

    /// The English words that `word` may be a form of, as texts are read.
    fn lemmas(&self, word: &str) -> Vec<u32> {
        let numbers = &self.english.words;
        let aliases = |number: u32| self.alias_of[number as usize].iter().copied();
        let folded = fold::english(word);
        let folded = folded.strip_suffix("'s").unwrap_or(&folded);
        let mut found: Vec<u32> = Vec::new();
        let own = numbers.get(folded).copied();
        found.extend(own);
        found.extend(own.into_iter().flat_map(aliases));
        if found.len() < 2 {
            english::lemmas(folded, &mut |lemma| {
                if let Some(number) = numbers.get(lemma) {
                    found.push(*number);
                    found.extend(aliases(*number));
                }
            });
        }
        if found.is_empty() && !word.starts_with(char::is_uppercase) {
            english::relatives(folded, &mut |root| found.extend(numbers.get(root)));
        }
        found
    }
}

impl Side {
    /// The forms of exactly these folded words, whatever their capitals.
    fn listed(&self, folded: &str) -> Vec<u32> {
        let words = |case: u8| (folded.split(' ').map(str::to_owned).collect::<Vec<_>>(), case);
        self.forms.range(words(0)..=words(u8::MAX)).map(|(_, form)| *form as u32).collect()
    }

    /// The forms of as many words that `words` may be forms of: `lemmas` are those of one.
    fn whole(&self, words: &[&str], lemmas: impl Fn(&str) -> Vec<u32>) -> Vec<u32> {
        let numbers: Vec<Vec<u32>> = words.iter().map(|word| lemmas(word)).collect();
        let capitals = words.iter().any(|word| word.starts_with(char::is_uppercase));
        let fits = |form: &(Vec<String>, u8)| {
            let (own, case) = (&form.0, form.1);
            (case == 0 || case == 1 && capitals)
                && own.len() == words.len()
                && own.iter().zip(&numbers).all(|(word, numbers)| numbers.contains(&self.words[word]))
        };
        self.forms.iter().filter(|(form, _)| fits(form)).map(|(_, form)| *form as u32).collect()
    }
}
