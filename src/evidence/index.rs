//! Where everything of an Arabic text stands, by what it may translate.

pub mod heard;

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use self::heard::{Heard, Sound, spoken};
use super::item::{Item, Kind, Side};
use super::link::{Link, keep_least_accidental, quantity_q};
use crate::anchor::name::acronym::{matches_among, may_spell};
use crate::anchor::quantity::{Agreement, Quantity, agreement};
use crate::lang::Lang;
use crate::lang::known::Question;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lexicon::{Lexicon, weight};

/// In a stretch of at most so many Arabic items every number and every name is compared; in a longer one only those whose value
/// or consonants are the same.
const SHORT: u32 = 100;

/// A word that stands more often than this in a stretch says nothing of which part translates which. Texts that repeat a few words
/// without end would have as many links as the square of their length.
const TOO_COMMON: usize = 128;

/// Words of 64 bits by which forms that do not stand in a stretch are told.
const FILTER: usize = 16;

/// A stretch of Arabic items.
pub struct Stretch {
    within: Range<u32>,
    /// A bit for each form that stands in it; several forms may share one.
    forms: [u64; FILTER],
}

/// The bit of a form in [`Stretch::forms`].
const fn filtered(form: u32) -> (usize, u64) {
    (form as usize / 64 % FILTER, 1 << (form % 64))
}

/// Where each form, number and name of an Arabic text stands: an index of its items by what they may be.
pub struct Index<'a> {
    lexicon: &'a Lexicon,
    side: &'a Side,
    forms: Places,
    /// Items that are or hold a number, in order, each with its quantity.
    numbers: Vec<(u32, u32)>,
    values: FxHashMap<u64, Vec<u32>>,
    heard: Heard<'a>,
    /// Tokens that may be the name of a Latin letter.
    letters: Vec<u32>,
}

/// What a rendering costs that stands later in its entry, for each factor of `e` of its rank, in nats: entries name the common ones first, and
/// shares fall with rank as Zipf's law has it. Without it the rarer word, إدارة, would answer for a government before حكومة does.
const LATER: f32 = 1.0;

impl<'a> Index<'a> {
    /// Indexes the Arabic `side`.
    pub fn new(lexicon: &'a Lexicon, side: &'a Side) -> Self {
        debug_assert_eq!(side.tokens.lang(), Lang::Arabic);
        let (forms, (numbers, (letters, heard))) =
            rayon::join(|| forms(side), || (numbers(side), rayon::join(|| letters(side), || Heard::new(side))));
        let values = values(side, &numbers);
        Self { lexicon, side, forms, numbers, values, heard, letters }
    }

    /// The Arabic items of `within`, for many questions about them.
    pub fn stretch(&self, within: Range<u32>) -> Stretch {
        let mut forms = [0; FILTER];
        for item in &self.side.items[within.start as usize..(within.end.max(within.start)) as usize] {
            for reference in self.side.readings.of(item.token as usize) {
                let (word, bit) = filtered(reference.id);
                forms[word] |= bit;
            }
        }
        Stretch { within, forms }
    }

    /// Links item `e` of `english` with the Arabic items of a stretch.
    pub fn links_within(&self, english: &Side, e: u32, stretch: &Stretch, out: &mut Vec<Link>) {
        let may_stand = |form: u32| {
            let (word, bit) = filtered(form);
            stretch.forms[word] & bit != 0
        };
        self.links_if(english, e, stretch.within.clone(), &may_stand, out);
    }

    /// Links item `e` of `english` with the Arabic items of `within`.
    pub fn links(&self, english: &Side, e: u32, within: Range<u32>, out: &mut Vec<Link>) {
        self.links_if(english, e, within, &|_| true, out);
    }

    fn links_if(&self, english: &Side, e: u32, within: Range<u32>, may_stand: &impl Fn(u32) -> bool, out: &mut Vec<Link>) {
        let start = out.len();
        self.each(english, e, &within, may_stand, &mut |places, q_english, q_arabic, later| {
            let places = between(places, &within, self.side.items.len());
            if places.len() <= TOO_COMMON {
                out.extend(Link::all(e, places, q_english, q_arabic, later));
            }
        });
        keep_least_accidental(out, start);
    }

    /// Whether anything of `within` may account for item `e` of `english`, however common it is.
    pub fn stands(&self, english: &Side, e: u32, within: &Range<u32>) -> bool {
        let mut stands = false;
        self.each(english, e, within, &|_| true, &mut |places, _, _, _| {
            stands |= !between(places, within, self.side.items.len()).is_empty();
        });
        stands
    }

    /// Pushes the places of whatever may account for item `e`, not all of them within, with the chances of either to be met by accident and what
    /// the rank of the rendering costs; of forms, those that `may_stand` there.
    fn each(
        &self,
        english: &Side,
        e: u32,
        within: &Range<u32>,
        may_stand: &impl Fn(u32) -> bool,
        push: &mut impl FnMut(&[u32], f32, f32, f32),
    ) {
        let item: &Item = &english.items[e as usize];
        if let Kind::Quantity(n) = item.kind {
            self.numbers(&english.quantities[n as usize], within, push);
        } else {
            self.listed(english, item, may_stand, push);
            self.heard(english, item, within, push);
        }
    }

    /// The links that are found without comparing item with item, by forms, numbers and names that stand at most `rare` times
    /// within: names only where their consonants are of the same classes, and no acronyms that are spelled.
    pub fn rare_links(&self, english: &Side, e: u32, within: &Range<u32>, rare: usize, out: &mut Vec<Link>) {
        let start = out.len();
        let item: &Item = &english.items[e as usize];
        let mut push = |places: &[u32], q_english: f32, q_arabic: f32, later: f32| {
            let places = between(places, within, self.side.items.len());
            if places.len() <= rare {
                out.extend(Link::all(e, places, q_english, q_arabic, later));
            }
        };
        if let Kind::Quantity(n) = item.kind {
            self.same_value(&english.quantities[n as usize], &mut push);
        } else {
            self.listed(english, item, &|_| true, &mut push);
            let word = english.tokens.folded(item.token as usize);
            self.heard.latin.get(word).into_iter().for_each(|places| push(places, weight::RARE, weight::RARE, 0.0));
            if item.sounds {
                self.same_key(&spoken(&english.tokens, item.token as usize), within, 4 * rare, &mut push);
            }
        }
        keep_least_accidental(out, start);
    }

    /// Where the lexicon says that the item may be translated.
    fn listed(&self, english: &Side, item: &Item, may_stand: &impl Fn(u32) -> bool, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        for reference in english.readings.of(item.token as usize) {
            for (rank, form) in self.lexicon.arabic_forms(reference.id).enumerate().filter(|(_, f)| may_stand(*f)) {
                if let Some(places) = self.forms.get(form) {
                    push(places, self.lexicon.form_q(form), self.lexicon.concept_q(reference.id), LATER * (1.0 + rank as f32).ln());
                }
            }
        }
    }

    /// The links of item `e` that do not need the lexicon: by sound, letter by letter, or kept in Latin letters.
    pub fn by_sound(&self, english: &Side, e: u32, within: Range<u32>, out: &mut Vec<Link>) {
        let start = out.len();
        let mut push = |places: &[u32], q_english: f32, q_arabic: f32, later: f32| {
            out.extend(Link::all(e, between(places, &within, self.side.items.len()), q_english, q_arabic, later));
        };
        // Whoever asks knows that the item is a name.
        let item = Item { sounds: true, ..english.items[e as usize] };
        self.heard(english, &item, &within, &mut push);
        keep_least_accidental(out, start);
    }

    fn heard(&self, english: &Side, item: &Item, within: &Range<u32>, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        let word = english.tokens.folded(item.token as usize);
        if let Some(places) = self.heard.latin.get(word) {
            push(places, weight::RARE, weight::RARE, 0.0);
        }
        let capital = english.tokens.get(item.token as usize).map(|t| t.capital);
        // Nobody says `UN` as a word.
        if item.sounds && !(capital == Some(Capital::All) && word.len() < 4) {
            let name = spoken(&english.tokens, item.token as usize);
            let mut heard = false;
            self.names(&name, within, &mut |places, q_english, q_arabic, later| {
                heard = true;
                push(places, q_english, q_arabic, later);
            });
            if !heard && within.len() as u32 <= SHORT {
                self.several(&name, within, push);
            }
        }
        if !within.is_empty() {
            self.acronyms(word, capital, within, push);
        }
    }

    /// Numbers of the same value, in whatever digits, words or unit.
    fn numbers(&self, quantity: &Quantity, within: &Range<u32>, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        if within.len() as u32 > SHORT {
            return self.same_value(quantity, push);
        }
        let q = quantity_q(quantity);
        let first = self.numbers.partition_point(|(i, _)| *i < within.start);
        for &(i, n) in self.numbers[first..].iter().take_while(|(i, _)| *i < within.end) {
            if matches!(
                agreement(quantity, &self.side.quantities[n as usize]),
                Agreement::Same | Agreement::Converted | Agreement::BoundDiffers
            ) {
                push(&[i], q, q, 0.0);
            }
        }
    }

    /// Those of them that are written with the same value.
    fn same_value(&self, quantity: &Quantity, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        if let Some(places) = self.values.get(&quantity.low.to_bits()) {
            let q = quantity_q(quantity);
            push(places, q, q, 0.0);
        }
    }

    /// Names that sound the same.
    fn names(&self, name: &Skeleton, within: &Range<u32>, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        if within.len() as u32 > SHORT {
            return self.same_key(name, within, usize::MAX, push);
        }
        for i in within.clone() {
            if self.heard.is(i, name) {
                let q = self.name_q(name, i);
                push(&[i], q, q, 0.0);
            }
        }
    }

    /// A name that several words answer for together.
    fn several(&self, name: &Skeleton, within: &Range<u32>, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        let tokens = self.tokens_within(within);
        for i in self.heard.run(name, tokens).map(|run| self.side.items_within(run)).into_iter().flatten() {
            let q = 2.0 * name.chance();
            push(&[i as u32], q, q, 0.0);
        }
    }

    /// The tokens between the items before and after those of `within`: not all tokens are items.
    fn tokens_within(&self, within: &Range<u32>) -> Range<usize> {
        let token = |i: Option<u32>, end: usize| i.and_then(|i| self.side.items.get(i as usize)).map_or(end, |i| i.token as usize);
        token(within.start.checked_sub(1), 0)..token(Some(within.end), self.side.tokens.len())
    }

    /// Those of them that have the same classes of consonants; none, if more than `most` have them within: of so many that may
    /// sound like it, too many do.
    fn same_key(&self, name: &Skeleton, within: &Range<u32>, most: usize, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        let of_key = self.heard.keyed(name).map(|sound| (between(&sound.items, within, self.side.items.len()), sound));
        let of_key: Vec<(&[u32], &Sound)> = of_key.filter(|(places, _)| !places.is_empty()).collect();
        if of_key.iter().map(|(places, _)| places.len()).sum::<usize>() > most {
            return;
        }
        for (places, _) in of_key.into_iter().filter(|(_, sound)| sound.variants.same(name).is_some()) {
            for &i in places {
                let q = self.name_q(name, i);
                push(&[i], q, q, 0.0);
            }
        }
    }

    /// Chance to meet Arabic item `i` by accident as a name. A word that the lexicon knows as something else is less likely to be it.
    fn name_q(&self, name: &Skeleton, i: u32) -> f32 {
        name.chance() * if self.side.items[i as usize].kind == Kind::Word { 2.0 } else { 1.0 }
    }

    /// Acronyms spelled letter by letter: all items of the spelling answer for the one.
    fn acronyms(&self, word: &str, capital: Option<Capital>, within: &Range<u32>, push: &mut impl FnMut(&[u32], f32, f32, f32)) {
        let letters = match capital {
            Some(Capital::All) => word,
            // `MPs`
            Some(Capital::Mixed) if word.len() < 6 => word.strip_suffix('s').unwrap_or(""),
            _ => return,
        };
        // A letter may be no item.
        let tokens = self.tokens_within(within);
        let places = &self.letters[self.letters.partition_point(|t| (*t as usize) < tokens.start)..];
        let places = places.iter().map(|t| *t as usize).take_while(|t| *t < tokens.end);
        // Two letters meet by accident now and then, three hardly ever.
        let q = if letters.len() < 3 { 1e-4 } else { 2.0 * weight::RARE };
        for tokens in matches_among(letters, &self.side.tokens, places) {
            let found = self.side.items_within(tokens.start as usize..tokens.end as usize);
            for i in found {
                push(&[i as u32], q, q, 0.0);
            }
        }
    }

    /// How often, all told, what may account for English item `e` stands in the text; `None` for never.
    pub fn rarity(&self, english: &Side, e: u32) -> Option<f32> {
        let item: &Item = &english.items[e as usize];
        let times: usize = if let Kind::Quantity(n) = item.kind {
            self.values.get(&english.quantities[n as usize].low.to_bits()).map_or(0, Vec::len)
        } else {
            let forms = english.readings.of(item.token as usize).iter().flat_map(|r| self.lexicon.arabic_forms(r.id));
            let times = forms.filter_map(|f| self.forms.get(f)).map(<[u32]>::len).sum();
            if times == 0 && item.sounds {
                self.heard.keyed(&spoken(&english.tokens, item.token as usize)).map(|sound| sound.items.len()).sum()
            } else {
                times
            }
        };
        (times > 0).then_some(times as f32)
    }
}

/// The places of each of many things.
struct Places {
    /// The places of one thing after those of another.
    all: Vec<u32>,
    /// Where those of each end, in the order in which things are met first.
    ends: Vec<u32>,
    /// The number of each thing in this order.
    numbers: FxHashMap<u32, u32>,
}

impl Places {
    /// Of things, each with one of its places, in the order of these: to count those of each takes less than to sort all.
    fn new(things: &[(u32, u32)]) -> Self {
        let mut numbers = FxHashMap::with_capacity_and_hasher(things.len() / 2, FxBuildHasher);
        let (mut ends, mut of) = (Vec::new(), Vec::with_capacity(things.len()));
        for (thing, _) in things {
            let number = *numbers.entry(*thing).or_insert_with(|| {
                ends.push(0);
                ends.len() as u32 - 1
            });
            ends[number as usize] += 1;
            of.push(number);
        }
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        let mut all = vec![0; things.len()];
        for ((_, place), number) in things.iter().zip(of) {
            let end = &mut ends[number as usize];
            all[*end as usize] = *place;
            *end += 1;
        }
        Self { all, ends, numbers }
    }

    fn get(&self, thing: u32) -> Option<&[u32]> {
        let number = *self.numbers.get(&thing)? as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.all[start as usize..self.ends[number] as usize])
    }
}

/// The items that may be each form of the lexicon.
fn forms(side: &Side) -> Places {
    let mut forms = Vec::with_capacity(side.items.len() * 3);
    for (i, item) in (0..).zip(&side.items) {
        forms.extend(side.readings.of(item.token as usize).iter().map(|reference| (reference.id, i)));
    }
    Places::new(&forms)
}

/// Items that are or hold a number, in order, each with its quantity.
fn numbers(side: &Side) -> Vec<(u32, u32)> {
    let mut numbers = Vec::new();
    for (n, quantity) in side.quantities.iter().enumerate() {
        let first = side.items.partition_point(|i| i.token < quantity.number_tokens.start) as u32;
        if side.items.get(first as usize).is_some_and(|i| i.token == quantity.number_tokens.start) {
            numbers.push((first, n as u32));
        }
    }
    numbers
}

/// The items of each value among them.
fn values(side: &Side, numbers: &[(u32, u32)]) -> FxHashMap<u64, Vec<u32>> {
    let mut values = FxHashMap::<u64, Vec<u32>>::default();
    for (item, quantity) in numbers {
        values.entry(side.quantities[*quantity as usize].low.to_bits()).or_default().push(*item);
    }
    values
}

static LETTERS: Question = Question::new();

/// Tokens that may be the name of a Latin letter.
fn letters(side: &Side) -> Vec<u32> {
    let letters =
        side.tokens.list().iter().enumerate().filter(|(i, t)| t.kind == TokenKind::Word && side.tokens.is(*i, &LETTERS, may_spell));
    letters.map(|(i, _)| i as u32).collect()
}

/// The `places`, in order among `all` items, that lie within a range. In a long text most words are spread so evenly that their
/// number among the places tells where to look.
fn between<'a>(places: &'a [u32], within: &Range<u32>, all: usize) -> &'a [u32] {
    let guess = places.len() as u64 * u64::from(within.start) / all.max(1) as u64;
    let first = first_from(places, within.start, guess as usize);
    let last = first_from(places, within.end.max(within.start), first);
    &places[first..last]
}

/// How many of `places` are before `start`; looks near the `guess` first.
fn first_from(places: &[u32], start: u32, guess: usize) -> usize {
    let (mut low, mut high) = (guess.min(places.len()), guess.min(places.len()));
    let mut step = 1;
    while low > 0 && places[low - 1] >= start {
        high = low - 1;
        low = low.saturating_sub(step);
        step *= 2;
    }
    while high < places.len() && places[high] < start {
        low = high + 1;
        high = (high + step).min(places.len());
        step *= 2;
    }
    low + places[low..high].partition_point(|p| *p < start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_wherever_one_looks_first() {
        let places = [2, 3, 5, 8, 8, 13, 21, 34];
        for start in 0..40 {
            let first = places.partition_point(|p| *p < start);
            for guess in 0..12 {
                assert_eq!(first_from(&places, start, guess), first, "{start} from {guess}");
            }
            for end in 0..40 {
                let found: Vec<u32> = places.iter().copied().filter(|p| (start..end).contains(p)).collect();
                assert_eq!(between(&places, &(start..end), 40), found);
            }
        }
        assert_eq!(first_from(&[], 3, 7), 0);
    }
}
