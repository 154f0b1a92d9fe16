//! All readings of one sentence at once: the forward-backward algorithm (Rabiner, 1989) over pairs of symbols.

use std::ops::Range;

use super::model::{Model, Row};
use super::symbol::{EDGE, Readings, Symbol};

/// How many edges stand before the first word.
const BEFORE: usize = 2;

/// A sentence in which each word may be several symbols.
#[derive(Clone, Debug)]
pub struct Chain<'a> {
    model: &'a Model,
    /// The readings of all words, with edges before and behind: the symbol, and what the word is worth as it.
    readings: Vec<(Symbol, f64)>,
    /// Where the readings of each word start, and where the last ones end.
    starts: Vec<usize>,
    /// Where the tables by a reading of a word and one of the word before it have those of each word.
    tables: Vec<usize>,
    /// What stands behind the two readings.
    rows: Vec<&'a Row>,
    /// The chance of all up to the word; scaled at each to a sum of 1.
    forward: Vec<f64>,
    /// The chance of all behind it, in the scale of `forward`.
    backward: Vec<f64>,
    /// Logarithm of the chance of the sentence, up to a factor of its words.
    log_chance: f64,
}

impl<'a> Chain<'a> {
    /// Reads a sentence whose words may be `words`; none of them may be empty.
    pub fn new(model: &'a Model, words: &[Readings]) -> Self {
        let (mut readings, mut starts) = (Vec::new(), vec![0]);
        let edge: &[(Symbol, f64)] = &[(EDGE, 1.0)];
        let words = words.iter().map(Vec::as_slice).filter(|r| !r.is_empty());
        for word in [edge, edge].into_iter().chain(words).chain([edge, edge]) {
            readings.extend(word.iter().map(|reading| (reading.0, model.emission(*reading))));
            starts.push(readings.len());
        }
        let (mut tables, mut rows) = (vec![0], Vec::new());
        for word in starts.windows(3) {
            tables.push(rows.len());
            for before in &readings[word[0]..word[1]] {
                rows.extend(readings[word[1]..word[2]].iter().map(|here| model.behind(before.0, here.0)));
            }
        }
        let (forward, backward) = (vec![0.0; rows.len()], vec![0.0; rows.len()]);
        let mut new = Self { model, readings, starts, tables, rows, forward, backward, log_chance: 0.0 };
        let scales = new.go_forward();
        new.go_backward(&scales);
        new
    }

    /// The readings of word `i`.
    fn word(&self, i: usize) -> &[(Symbol, f64)] {
        &self.readings[self.starts[i]..self.starts[i + 1]]
    }

    /// How many words there are, with the edges.
    fn size(&self) -> usize {
        self.tables.len()
    }

    /// Where the tables have reading `before` of the word before `i`, with each reading of `i`.
    fn place(&self, i: usize, before: usize) -> Range<usize> {
        let width = self.word(i).len();
        let start = self.tables[i] + before * width;
        start..start + width
    }

    fn go_forward(&mut self) -> Vec<f64> {
        let mut scales = vec![1.0; BEFORE];
        self.forward[0] = 1.0;
        for i in BEFORE..self.size() {
            let (start, width) = (self.tables[i], self.word(i).len());
            for b in 0..self.word(i - 1).len() {
                for c in 0..width {
                    let (symbol, emission) = self.word(i)[c];
                    let behind = |a| {
                        let before = self.place(i - 1, a).start + b;
                        self.forward[before] * self.rows[before][usize::from(symbol)]
                    };
                    let sum = (0..self.word(i - 2).len()).map(behind).sum::<f64>();
                    self.forward[start + b * width + c] = sum * emission;
                }
            }
            let table = start..start + self.word(i - 1).len() * width;
            let table = &mut self.forward[table];
            let scale: f64 = table.iter().sum();
            for value in table {
                *value /= scale;
            }
            self.log_chance += scale.ln();
            scales.push(scale);
        }
        scales
    }

    fn go_backward(&mut self, scales: &[f64]) {
        let last = self.size() - 1;
        self.backward[self.tables[last]..].fill(1.0);
        for i in (1..last).rev() {
            for at in self.tables[i]..self.tables[i + 1] {
                let b = (at - self.tables[i]) % self.word(i).len();
                self.backward[at] = self.ahead(self.rows[at], i, b) / scales[i + 1];
            }
        }
    }

    /// The chance of all behind word `i` where it is its reading `b`, behind which stands what `row` says.
    fn ahead(&self, row: &Row, i: usize, b: usize) -> f64 {
        let next = self.word(i + 1).iter().zip(&self.backward[self.place(i + 1, b)]);
        next.map(|((symbol, emission), behind)| row[usize::from(*symbol)] * emission * behind).sum()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.size() - 2 * BEFORE
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Logarithm of the chance of the sentence, up to a factor of its words.
    pub fn log_chance(&self) -> f64 {
        self.log_chance
    }

    /// How much likelier, as a natural logarithm, the sentence is with one word of `symbols` put in before word `at`, than as it is.
    pub fn missing(&self, at: usize, symbols: &[Symbol]) -> f64 {
        let i = at + BEFORE;
        // What follows a word put in does not depend on what stands before it.
        let put: Vec<(usize, f64)> = (self.word(i).iter().enumerate())
            .flat_map(|(c, reading)| symbols.iter().map(move |symbol| (c, reading.0, *symbol)))
            .map(|(c, reading, symbol)| (usize::from(symbol), self.ahead(self.model.behind(symbol, reading), i, c)))
            .collect();
        let (mut as_is, mut with, mut ahead_as_is, mut ahead) = (0.0, 0.0, 0.0, 0.0);
        for (b, from) in self.word(i - 1).iter().enumerate() {
            let here = self.place(i, b);
            let rows: Vec<&Row> = symbols.iter().map(|symbol| self.model.behind(from.0, *symbol)).collect();
            for (c, (symbol, emission)) in self.word(i).iter().enumerate() {
                let behind = self.backward[here.start + c];
                ahead_as_is += behind;
                ahead += self.ahead(self.rows[here.start + c], i, c);
                for a in 0..self.word(i - 2).len() {
                    let place = self.place(i - 1, a).start + b;
                    let (before, row) = (self.forward[place] * emission, self.rows[place]);
                    as_is += before * row[usize::from(*symbol)] * behind;
                    for ((put, ahead), next) in put[c * symbols.len()..].iter().zip(&rows) {
                        with += before * (row[*put] * next[usize::from(*symbol)]) * ahead;
                    }
                }
            }
        }
        // What `ahead` sums is in the scale of the next place, `backward` in that of this one.
        (with / as_is * ahead_as_is / ahead).ln()
    }

    /// Calls `count` with each three symbols in a row that the sentence may have, with the chance that they stand there.
    pub fn trigrams(&self, count: &mut impl FnMut([Symbol; 3], f64)) {
        for i in BEFORE..self.size() {
            let mut found = Vec::new();
            for (b, from) in self.word(i - 1).iter().enumerate() {
                for ((symbol, emission), behind) in self.word(i).iter().zip(&self.backward[self.place(i, b)]) {
                    let here = emission * behind;
                    for (a, first) in self.word(i - 2).iter().enumerate() {
                        let place = self.place(i - 1, a).start + b;
                        let chance = self.forward[place] * self.rows[place][usize::from(*symbol)] * here;
                        found.push(([first.0, from.0, *symbol], chance));
                    }
                }
            }
            let all: f64 = found.iter().map(|(_, chance)| chance).sum();
            for (three, chance) in found {
                count(three, chance / all);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::symbol::{named, readings};
    use crate::lang::Lang;
    use crate::lang::token::Tokens;

    fn words(text: &str) -> Vec<Readings> {
        let tokens = Tokens::new(Lang::English, text);
        readings(text, &tokens, 0..tokens.len())
    }

    #[test]
    fn what_a_word_adds_is_what_the_sentence_with_it_has_more() {
        let model = Model::english();
        let sentence = words("The minister the new factory on Monday.");
        let chain = Chain::new(model, &sentence);
        for at in 0..=chain.len() {
            for verb in ["VD", "N", "the"].iter().filter_map(|name| named(name)) {
                let mut longer = sentence.clone();
                // Whatever word it is, it weighs nothing.
                longer.insert(at, vec![(verb, model.chance(verb))]);
                let expected = Chain::new(model, &longer).log_chance() - chain.log_chance();
                assert!((chain.missing(at, &[verb]) - expected).abs() < 1e-6, "{at}");
            }
        }
    }

    #[test]
    fn the_readings_of_a_place_sum_to_one() {
        let chain = Chain::new(Model::english(), &words("Time flies like an arrow."));
        let mut sums = 0.0;
        chain.trigrams(&mut |_, chance| sums += chance);
        assert!((sums - (chain.len() + BEFORE) as f64).abs() < 1e-9, "{sums}");
    }

    #[test]
    fn a_verb_is_missing_where_none_stands() {
        let chain = Chain::new(Model::english(), &words("They the new factory on Monday."));
        let verb = [named("VD").unwrap()];
        let best = (0..chain.len()).max_by(|a, b| chain.missing(*a, &verb).total_cmp(&chain.missing(*b, &verb)));
        assert_eq!(best, Some(1));
        assert!(chain.missing(1, &verb) > 2.0);
    }

    #[test]
    fn no_words_are_a_sentence_too() {
        let chain = Chain::new(Model::english(), &[]);
        assert!(chain.is_empty() && chain.missing(0, &[named("N").unwrap()]).is_finite());
    }
}
