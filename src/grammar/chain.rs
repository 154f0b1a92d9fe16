//! All readings of one sentence at once: the forward-backward algorithm (Rabiner, 1989) over pairs of symbols.

use super::model::Model;
use super::symbol::{EDGE, Readings, Symbol};

/// How many edges stand before the first word.
const BEFORE: usize = 2;

/// A sentence in which each word may be several symbols.
#[derive(Clone, Debug)]
pub struct Chain<'a> {
    model: &'a Model,
    /// With edges before and behind.
    words: Vec<Readings>,
    /// For each place, and each reading of the word before it and of it, the chance of all up to it; scaled at each place to a sum of 1.
    forward: Vec<Table>,
    /// The chance of all behind it, in the scale of `forward`.
    backward: Vec<Table>,
    /// Logarithm of the chance of the sentence, up to a factor of its words.
    log_chance: f64,
}

/// One value for each reading of a word and of the next one.
#[derive(Clone, Debug, Default)]
struct Table {
    values: Vec<f64>,
    width: usize,
}

impl Table {
    fn new(before: &Readings, here: &Readings, value: f64) -> Self {
        Self { values: vec![value; before.len() * here.len()], width: here.len() }
    }

    fn at(&self, before: usize, here: usize) -> f64 {
        self.values[before * self.width + here]
    }

    fn add(&mut self, before: usize, here: usize, value: f64) {
        self.values[before * self.width + here] += value;
    }
}

impl<'a> Chain<'a> {
    /// Reads a sentence whose words may be `readings`; none of them may be empty.
    pub fn new(model: &'a Model, readings: Vec<Readings>) -> Self {
        let edge = || vec![(EDGE, 1.0)];
        let mut words = vec![edge(), edge()];
        words.extend(readings.into_iter().filter(|r| !r.is_empty()));
        words.extend([edge(), edge()]);
        let mut new = Self { model, forward: Vec::with_capacity(words.len()), backward: Vec::new(), log_chance: 0.0, words };
        let scales = new.go_forward();
        new.go_backward(&scales);
        new
    }

    fn go_forward(&mut self) -> Vec<f64> {
        let words = &self.words;
        let mut scales = vec![1.0; words.len()];
        self.forward.extend([Table::default(), Table::new(&words[0], &words[1], 1.0)]);
        for i in BEFORE..words.len() {
            let mut table = Table::new(&words[i - 1], &words[i], 0.0);
            for (b, from) in words[i - 1].iter().enumerate() {
                for (c, reading) in words[i].iter().enumerate() {
                    let behind =
                        |(a, first): (usize, &(Symbol, f64))| self.forward[i - 1].at(a, b) * self.model.behind(first.0, from.0, reading.0);
                    table.add(b, c, words[i - 2].iter().enumerate().map(behind).sum::<f64>() * self.model.emission(*reading));
                }
            }
            let scale: f64 = table.values.iter().sum();
            table.values.iter_mut().for_each(|v| *v /= scale);
            self.log_chance += scale.ln();
            scales[i] = scale;
            self.forward.push(table);
        }
        scales
    }

    fn go_backward(&mut self, scales: &[f64]) {
        let words = &self.words;
        let last = words.len() - 1;
        self.backward = vec![Table::default(); words.len()];
        self.backward[last] = Table::new(&words[last - 1], &words[last], 1.0);
        for i in (1..last).rev() {
            let mut table = Table::new(&words[i - 1], &words[i], 0.0);
            for (a, first) in words[i - 1].iter().enumerate() {
                for (b, from) in words[i].iter().enumerate() {
                    table.add(a, b, self.ahead(first.0, from.0, i, b) / scales[i + 1]);
                }
            }
            self.backward[i] = table;
        }
    }

    /// The chance of all behind word `i` where it is its reading `b`, of symbol `from`, and `first` stands before it.
    fn ahead(&self, first: Symbol, from: Symbol, i: usize, b: usize) -> f64 {
        let next = self.words[i + 1].iter().enumerate();
        next.map(|(c, reading)| self.model.behind(first, from, reading.0) * self.model.emission(*reading) * self.backward[i + 1].at(b, c))
            .sum()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len() - 2 * BEFORE
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
        let (words, i) = (&self.words, at + BEFORE);
        let (mut as_is, mut with, mut ahead_as_is, mut ahead) = (0.0, 0.0, 0.0, 0.0);
        for (b, from) in words[i - 1].iter().enumerate() {
            for (c, reading) in words[i].iter().enumerate() {
                let emission = self.model.emission(*reading);
                ahead_as_is += self.backward[i].at(b, c);
                ahead += self.ahead(from.0, reading.0, i, c);
                for (a, first) in words[i - 2].iter().enumerate() {
                    let before = self.forward[i - 1].at(a, b) * emission;
                    as_is += before * self.model.behind(first.0, from.0, reading.0) * self.backward[i].at(b, c);
                    for symbol in symbols {
                        let put = self.model.behind(first.0, from.0, *symbol) * self.model.behind(from.0, *symbol, reading.0);
                        with += before * put * self.ahead(*symbol, reading.0, i, c);
                    }
                }
            }
        }
        // What `ahead` sums is in the scale of the next place, `backward` in that of this one.
        (with / as_is * ahead_as_is / ahead).ln()
    }

    /// Calls `count` with each three symbols in a row that the sentence may have, with the chance that they stand there.
    pub fn trigrams(&self, count: &mut impl FnMut([Symbol; 3], f64)) {
        let words = &self.words;
        for i in BEFORE..words.len() {
            let mut found = Vec::new();
            for (b, from) in words[i - 1].iter().enumerate() {
                for (c, reading) in words[i].iter().enumerate() {
                    let here = self.model.emission(*reading) * self.backward[i].at(b, c);
                    for (a, first) in words[i - 2].iter().enumerate() {
                        let chance = self.forward[i - 1].at(a, b) * self.model.behind(first.0, from.0, reading.0) * here;
                        found.push(([first.0, from.0, reading.0], chance));
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
        let chain = Chain::new(model, sentence.clone());
        for at in 0..=chain.len() {
            for verb in ["VD", "N", "the"].iter().filter_map(|name| named(name)) {
                let mut longer = sentence.clone();
                // Whatever word it is, it weighs nothing.
                longer.insert(at, vec![(verb, model.chance(verb))]);
                let expected = Chain::new(model, longer).log_chance() - chain.log_chance();
                assert!((chain.missing(at, &[verb]) - expected).abs() < 1e-6, "{at}");
            }
        }
    }

    #[test]
    fn the_readings_of_a_place_sum_to_one() {
        let chain = Chain::new(Model::english(), words("Time flies like an arrow."));
        let mut sums = 0.0;
        chain.trigrams(&mut |_, chance| sums += chance);
        assert!((sums - (chain.len() + BEFORE) as f64).abs() < 1e-9, "{sums}");
    }

    #[test]
    fn a_verb_is_missing_where_none_stands() {
        let chain = Chain::new(Model::english(), words("They the new factory on Monday."));
        let verb = [named("VD").unwrap()];
        let best = (0..chain.len()).max_by(|a, b| chain.missing(*a, &verb).total_cmp(&chain.missing(*b, &verb)));
        assert_eq!(best, Some(1));
        assert!(chain.missing(1, &verb) > 2.0);
    }

    #[test]
    fn no_words_are_a_sentence_too() {
        let chain = Chain::new(Model::english(), Vec::new());
        assert!(chain.is_empty() && chain.missing(0, &[named("N").unwrap()]).is_finite());
    }
}
