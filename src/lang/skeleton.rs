//! Names across scripts: how far a Latin spelling is from an Arabic one.
//!
//! A name that no gazetteer knows is still written by ear: `Schulz` is شولتس, `Jorge` is خورخي. Both spellings are cut into
//! sounds, once per token ([`Skeleton`]); a weighted edit distance then tells how many letters the ear would have to forgive.
//! What a sound may be written as, and at what price, is one table (`sounds`); which letters make a sound is another (`hear`).
//!
//! Names that translation changes (Sidon is صيدا, Egypt is مصر) need the gazetteer.

mod class;
mod hear;
mod sounds;
#[cfg(test)]
mod tests;

use sounds::{Heard, MISFIT, WHOLE};

/// The most sounds that are kept of a word; what is longer is cut.
const MOST: usize = 20;

/// How much may be forgiven, in hundredths of a letter, by how many consonants the Latin spelling has (the last for all
/// longer ones). Chosen so that even a pair at the limit is three times likelier in the right sentence than in a random one
/// (977 names that no lexicon knew, in 2,674 rows of news), and that none of the other names of the tests passes.
const FORGIVEN: [u16; 7] = [0, 8, 12, 25, 40, 60, 100];

/// How often a random Arabic word of news is within what is forgiven, by the same count.
const CHANCE: [f32; 7] = [0.0, 3.1e-4, 1.8e-4, 1.5e-4, 5e-5, 2e-5, 1e-5];

/// The sounds of one word. Small, and cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Skeleton {
    codes: [u8; MOST],
    len: u8,
    consonants: u8,
    arabic: bool,
    /// Coarse classes of the consonants, see [`Skeleton::key`].
    key: u32,
    /// Bits of the Arabic letters that it has, or may be written with.
    letters: u64,
}

impl Skeleton {
    /// The sounds of a word of Latin script, as it was written: accents help (`Şahin`), capitals and a possessive `'s` are
    /// ignored. Of several words (`Jean-Claude`) it is one skeleton.
    pub fn english(word: &str) -> Self {
        let mut s = Self::empty(false);
        hear::hear(word, |heard| {
            if s.push(heard.code()) {
                s.letters |= heard.accepted();
                s.consonants += u8::from(heard.is_consonant());
            }
        });
        s.key = class::key(s.codes().iter().map(|c| class::of_sound(Heard::of(*c))));
        s
    }

    /// The sounds of a word of Arabic script that is already folded (`lang::fold`). Of several words (`احمدي نجاد`) it is one
    /// skeleton, which is how a name may meet the two words that Arabic writes for it.
    pub fn arabic(folded: &str) -> Self {
        let mut s = Self::empty(true);
        for letter in folded.chars().filter_map(sounds::letter) {
            s.push(letter);
        }
        let n = s.len as usize;
        if n > 0 && s.codes[0] == ALEF {
            s.codes[0] = FIRST_ALEF;
        }
        if n > 1 {
            match s.codes[n - 1] {
                ALEF => s.codes[n - 1] = LAST_ALEF,
                HEH => s.codes[n - 1] = LAST_HEH,
                YEH => s.codes[n - 1] = LAST_YEH,
                _ => {}
            }
        }
        for i in 0..n {
            s.letters |= 1 << s.codes[i];
            s.consonants += u8::from(sounds::is_hard(s.codes[i]));
        }
        s.key = class::key(s.codes().iter().map(|c| class::of_letter(*c)));
        s
    }

    /// The readings of a folded Arabic token as a name: as it stands, and without the article and the one-letter words that
    /// are joined to it (`ولندن`, `للندن`, `بالبرازيل`).
    ///
    /// ```
    /// use muqabala::lang::skeleton::Skeleton;
    /// let london = Skeleton::english("London");
    /// assert!(Skeleton::arabic_variants("وبلندن").iter().any(|v| london.same(v).is_some()));
    /// ```
    pub fn arabic_variants(folded: &str) -> Variants {
        let mut v = Variants { list: [Self::empty(true); Variants::MOST], len: 0, hard: u64::MAX };
        v.push(folded);
        let bare = |s: &str| s.strip_prefix("ال").filter(|r| letters_at_least(r, 2)).map(str::len);
        let tail = |length: usize| &folded[folded.len() - length..];
        if let Some(n) = bare(folded) {
            v.push(tail(n));
        } else if let Some(rest) = folded.strip_prefix("لل").filter(|r| letters_at_least(r, 2)) {
            v.push(&folded["ل".len()..]);
            v.push(rest);
        } else if let Some(rest) = folded.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).filter(|r| letters_at_least(r, 2)) {
            v.push(rest);
            if let Some(n) = bare(rest) {
                v.push(tail(n));
            } else if let Some(rest) = rest.strip_prefix(['ب', 'ل', 'ك']).filter(|r| letters_at_least(r, 3)) {
                v.push(rest);
                if let Some(n) = bare(rest) {
                    v.push(tail(n));
                }
            }
        }
        v
    }

    fn empty(arabic: bool) -> Self {
        Self { codes: [0; MOST], len: 0, consonants: 0, arabic, key: 0, letters: 0 }
    }

    fn push(&mut self, code: u8) -> bool {
        let room = (self.len as usize) < MOST;
        if room {
            self.codes[self.len as usize] = code;
            self.len += 1;
        }
        room
    }

    fn codes(&self) -> &[u8] {
        &self.codes[..self.len as usize]
    }

    /// Whether no sound was heard: a word of digits, or of another script.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many consonants it has that one expects to find on the other side: how much a match says.
    pub fn consonants(&self) -> usize {
        self.consonants as usize
    }

    /// A hash of the classes of its consonants, for finding candidates in a long text: of the true pairs that [`Self::same`]
    /// accepts, 97 in 100 have equal keys, of random pairs 1 in 100. Letters that languages hear apart (the j of `Jan`, the z of
    /// `Ramzan`) part the others.
    pub fn key(&self) -> u32 {
        self.key
    }

    /// Whether a word may begin as `other` does, of which the first class of consonants tells; not where one has none.
    pub fn may_begin_as(&self, other: &Self) -> bool {
        class::first(self.key) == class::first(other.key)
    }

    /// The same of how it ends.
    pub fn may_end_as(&self, other: &Self) -> bool {
        self.key & 7 == other.key & 7
    }

    /// How often, from 0 to 1, a random Arabic token is the [`Self::same`] as this name. Measured on news.
    pub fn chance(&self) -> f32 {
        CHANCE[self.consonants().min(CHANCE.len() - 1)]
    }

    /// How far the two are, in letters per letter: 0 for two spellings of one sound, 0.1 for a strained one, around 0.7 for
    /// two random words. Either may be the Arabic one. Two of one script are compared sound by sound.
    pub fn distance(&self, other: &Self) -> f32 {
        self.measure(other, u16::MAX).unwrap_or(f32::INFINITY)
    }

    /// The [`Self::distance`], where it is small enough for the two to be one name. The longer the name, the more is
    /// forgiven. A name without a consonant is never the same.
    ///
    /// ```
    /// use muqabala::lang::skeleton::Skeleton;
    /// let name = Skeleton::english("Scholz");
    /// assert!(name.same(&Skeleton::arabic("شولتس")).is_some());
    /// assert!(name.same(&Skeleton::arabic("شارلز")).is_none());
    /// ```
    pub fn same(&self, other: &Self) -> Option<f32> {
        let english = if self.arabic { other } else { self };
        if english.consonants == 0 {
            return None;
        }
        self.measure(other, english.forgiven())
    }

    /// Whether a piece of a folded Arabic word, of three letters at least, is the same name.
    pub fn is_within(&self, folded: &str) -> bool {
        const SHORTEST: usize = 3;
        // What the name cannot have, unless it is read otherwise at an end: no piece has more of it than is forgiven.
        let foreign = sounds::hard_letters() & !self.letters & !(1 << ALEF | 1 << HEH | 1 << YEH);
        let too_many = |met: u64| met.count_ones() * MISFIT > u32::from(self.forgiven());
        self.consonants > 0
            && folded.char_indices().any(|(start, _)| {
                let mut met = 0;
                let ends = folded[start..].char_indices().map_while(|(at, letter)| {
                    met |= sounds::letter(letter).map_or(0, anywhere);
                    (!too_many(met & foreign)).then_some((start + at + letter.len_utf8(), met))
                });
                // A glance tells most pieces from the name before they are read.
                let is_same = |end: usize| self.same(&Self::arabic(&folded[start..end])).is_some();
                ends.skip(SHORTEST - 1).any(|(end, met)| !lacks(self, met, self.forgiven().into()) && is_same(end))
            })
    }

    /// Whether a name that is written with all of these [hard letters](Variants::hard) may be the [`Self::same`] as this one, which is of
    /// Latin script: a glance that tells most words from it.
    pub fn may_have(&self, hard: u64) -> bool {
        self.consonants > 0 && (hard & !self.letters).count_ones() * MISFIT <= u32::from(self.forgiven())
    }

    /// How much is forgiven of a Latin spelling, in hundredths of a letter.
    fn forgiven(&self) -> u16 {
        FORGIVEN[self.consonants().min(FORGIVEN.len() - 1)]
    }

    /// The distance, if the whole cost is not above `limit` hundredths of a letter.
    fn measure(&self, other: &Self, limit: u16) -> Option<f32> {
        let cost = match (self.arabic, other.arabic) {
            (false, true) => cost(self, other, limit)?,
            (true, false) => cost(other, self, limit)?,
            _ => {
                let edits = strsim::generic_levenshtein(&self.codes().to_vec(), &other.codes().to_vec());
                u16::try_from(edits * WHOLE as usize).ok().filter(|c| *c <= limit)?
            }
        };
        let length = f32::from(self.len + other.len) / 2.0;
        Some(if length == 0.0 { 0.0 } else { f32::from(cost) / f32::from(WHOLE) / length })
    }
}

/// The readings of one Arabic token.
#[derive(Clone, Copy, Debug)]
pub struct Variants {
    list: [Skeleton; Self::MOST],
    len: u8,
    /// Bits of the letters that must be heard, of those that all readings have.
    hard: u64,
}

impl Variants {
    const MOST: usize = 4;

    fn push(&mut self, folded: &str) {
        if (self.len as usize) < Self::MOST {
            let reading = Skeleton::arabic(folded);
            self.list[self.len as usize] = reading;
            self.len += 1;
            self.hard &= reading.letters & sounds::hard_letters();
        }
    }

    /// The letters, as bits, that must be heard in whatever name this is; see [`Skeleton::may_have`].
    pub fn hard(&self) -> u64 {
        self.hard
    }

    /// All of them; the first is the token as it stands.
    pub fn iter(&self) -> std::slice::Iter<'_, Skeleton> {
        self.list[..self.len as usize].iter()
    }

    /// The least distance of a reading that is the same name as `english`.
    pub fn same(&self, english: &Skeleton) -> Option<f32> {
        self.iter().filter_map(|v| english.same(v)).min_by(f32::total_cmp)
    }
}

impl<'a> IntoIterator for &'a Variants {
    type Item = &'a Skeleton;
    type IntoIter = std::slice::Iter<'a, Skeleton>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn letters_at_least(word: &str, n: usize) -> bool {
    word.chars().nth(n - 1).is_some()
}

const ALEF: u8 = sounds::letter_at("ا", 0);
const FIRST_ALEF: u8 = sounds::letter_at("أ", 0);
const LAST_ALEF: u8 = sounds::letter_at("آ", 0);
const HEH: u8 = sounds::letter_at("ه", 0);
const LAST_HEH: u8 = sounds::letter_at("ة", 0);
const YEH: u8 = sounds::letter_at("ي", 0);
const LAST_YEH: u8 = sounds::letter_at("ى", 0);

/// The cost, in hundredths of a letter, of writing `english` as `arabic`; `None` when it is above `limit`.
fn cost(english: &Skeleton, arabic: &Skeleton, limit: u16) -> Option<u16> {
    if cannot(english, arabic, limit) {
        return None;
    }
    let ar = arabic.codes();
    let mut above = [0_u16; MOST + 1];
    for (j, a) in ar.iter().enumerate() {
        above[j + 1] = above[j] + u16::from(sounds::unheard(*a));
    }
    for code in english.codes() {
        let heard = Heard::of(*code);
        let unwritten = u16::from(heard.unwritten());
        let (written, seconds) = (heard.written(), heard.seconds());
        let mut row = [above[0] + unwritten; MOST + 1];
        let mut least = row[0];
        for (j, a) in ar.iter().enumerate() {
            let single = above[j] + u16::from(written[*a as usize]);
            let mut cell = single.min(above[j + 1] + unwritten).min(row[j] + u16::from(sounds::unheard(*a)));
            // What is above the limit stays there.
            if seconds & 1 << a != 0 && j > 0 && above[j - 1] <= limit {
                for (first, second, cost) in heard.pairs() {
                    if second == *a && first == ar[j - 1] {
                        cell = cell.min(above[j - 1] + u16::from(cost));
                    }
                }
            }
            row[j + 1] = cell;
            least = least.min(cell);
        }
        if least > limit {
            return None;
        }
        above = row;
    }
    Some(above[ar.len()]).filter(|total| *total <= limit)
}

/// Bits of an Arabic letter, at whatever place of a word it stands.
const fn anywhere(code: u8) -> u64 {
    match code {
        ALEF => 1 << ALEF | 1 << FIRST_ALEF | 1 << LAST_ALEF,
        HEH => 1 << HEH | 1 << LAST_HEH,
        YEH => 1 << YEH | 1 << LAST_YEH,
        code => 1 << code,
    }
}

/// Whether a glance at the letters shows that the cost must be above `limit`.
fn cannot(english: &Skeleton, arabic: &Skeleton, limit: u16) -> bool {
    let limit = u32::from(limit);
    let unheard = arabic.letters & sounds::hard_letters() & !english.letters;
    if unheard.count_ones() * MISFIT > limit {
        return true;
    }
    lacks(english, arabic.letters, limit)
}

/// Whether too much of what is heard in `english` cannot be written with these letters, given as bits.
fn lacks(english: &Skeleton, letters: u64, limit: u32) -> bool {
    let mut misfits = 0;
    for code in english.codes() {
        let heard = Heard::of(*code);
        if heard.accepted() & letters == 0 && u32::from(heard.unwritten()) >= MISFIT {
            misfits += MISFIT;
            if misfits > limit {
                return true;
            }
        }
    }
    false
}
