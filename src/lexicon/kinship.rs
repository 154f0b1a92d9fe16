//! How near in meaning an English and an Arabic word are that no entry joins: by the company that they keep in the lexicon.
//!
//! A walk goes from the English word to its Arabic forms and on to all concepts that list them; another from the Arabic word to its
//! concepts, to their forms and to the concepts of those. Words whose walks end in the same places, on Arabic forms of the same root
//! or on English names of the same stem are synonyms or relatives that the lexicon does not join: `envision` and `أتخيل`.

use std::cell::RefCell;
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;

use super::family::{Root, related};
use super::{ConceptId, FormId, Lexicon};

/// Concepts of a walk whose forms are looked at for roots: the likeliest.
const BREADTH: usize = 64;
/// What one root in common says, whatever else.
const SAME_ROOT: f32 = 0.6;
/// What one English stem in common says, whatever else.
const SAME_STEM: f32 = 0.4;

/// Places with the chance that a walk ends there; where it ends, with the square root of that chance. In order of places, each once.
type Places<K> = Vec<(K, f32)>;

/// The neighbourhood of an English word. Its farther parts are walked to when they are first asked for.
#[derive(Debug)]
pub struct English {
    own_roots: Vec<Root>,
    own_stems: Vec<u32>,
    forms: Places<FormId>,
    second: OnceLock<Places<ConceptId>>,
    concepts: OnceLock<Places<ConceptId>>,
    stems: OnceLock<Places<u32>>,
    roots: OnceLock<Places<Root>>,
}

/// The neighbourhood of an Arabic word, walked to in the same way.
#[derive(Debug)]
pub struct Arabic {
    own_roots: Vec<Root>,
    own_stems: Vec<u32>,
    first: Places<ConceptId>,
    near: OnceLock<Places<ConceptId>>,
    stems: OnceLock<Places<u32>>,
    second: OnceLock<Places<FormId>>,
    concepts: OnceLock<Places<ConceptId>>,
    roots: OnceLock<Places<Root>>,
}

/// Kinship of two words: 0 for strangers, 1 for words of the same company; translations that an entry joins are mostly above 0.3.
///
/// Looks no further as soon as what it found is `enough`, and then gives that: no more than the whole kinship.
///
/// Both are of `lexicon`.
pub fn kinship(lexicon: &Lexicon, english: &English, arabic: &Arabic, enough: &impl Fn(f32) -> bool) -> f32 {
    let root = || arabic.own_roots.iter().any(|a| english.own_roots.iter().any(|e| related(*a, *e)));
    let stem = || english.own_stems.iter().any(|e| arabic.own_stems.contains(e));
    // The cheapest first.
    let ways: [&dyn Fn() -> f32; 6] = [
        &|| if root() { SAME_ROOT } else { 0.0 },
        &|| if stem() { SAME_STEM } else { 0.0 },
        &|| overlap(english.concepts(lexicon), arabic.near()),
        &|| overlap(english.stems(lexicon), arabic.stems(lexicon)),
        &|| 0.9 * overlap(english.roots(lexicon), arabic.roots(lexicon)),
        &|| overlap(english.concepts(lexicon), arabic.concepts(lexicon)),
    ];
    let mut kinship = 0.0_f32;
    for way in ways {
        kinship = kinship.max(way());
        if enough(kinship) {
            break;
        }
    }
    kinship
}

impl English {
    fn second(&self, lexicon: &Lexicon) -> &Places<ConceptId> {
        self.second.get_or_init(|| lexicon.concepts_from(&self.forms))
    }

    fn concepts(&self, lexicon: &Lexicon) -> &Places<ConceptId> {
        self.concepts.get_or_init(|| ends(self.second(lexicon).clone()))
    }

    fn stems(&self, lexicon: &Lexicon) -> &Places<u32> {
        self.stems.get_or_init(|| ends(lexicon.stems(self.second(lexicon))))
    }

    fn roots(&self, lexicon: &Lexicon) -> &Places<Root> {
        self.roots.get_or_init(|| ends(lexicon.roots(&lexicon.forms_from(&likeliest(self.second(lexicon))))))
    }
}

impl Arabic {
    fn near(&self) -> &Places<ConceptId> {
        self.near.get_or_init(|| ends(self.first.clone()))
    }

    fn stems(&self, lexicon: &Lexicon) -> &Places<u32> {
        self.stems.get_or_init(|| ends(lexicon.stems(&self.first)))
    }

    fn second(&self, lexicon: &Lexicon) -> &Places<FormId> {
        self.second.get_or_init(|| lexicon.forms_from(&self.first))
    }

    fn concepts(&self, lexicon: &Lexicon) -> &Places<ConceptId> {
        self.concepts.get_or_init(|| ends(lexicon.concepts_from(self.second(lexicon))))
    }

    fn roots(&self, lexicon: &Lexicon) -> &Places<Root> {
        self.roots.get_or_init(|| ends(lexicon.roots(self.second(lexicon))))
    }
}

/// So many neighbourhoods of a language are remembered at most, of 12 KB each in the mean; then it begins anew.
const REMEMBERED: usize = 2048;

/// Neighbourhoods by the meanings that they are of.
struct Neighbourhoods<T>(RwLock<FxHashMap<Box<[u32]>, Arc<T>>>);

/// The neighbourhoods of our own lexicon that any thread has walked to: what is left over is often the same few hundred words.
static ENGLISH: LazyLock<Neighbourhoods<English>> = LazyLock::new(|| Neighbourhoods(RwLock::default()));
static ARABIC: LazyLock<Neighbourhoods<Arabic>> = LazyLock::new(|| Neighbourhoods(RwLock::default()));

impl<T> Neighbourhoods<T> {
    /// That of `meanings`, which `find` finds.
    fn of(&self, meanings: &[u32], find: impl FnOnce() -> T) -> Arc<T> {
        // Nothing panics while it holds the lock.
        if let Some(found) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(meanings) {
            return found.clone();
        }
        let found = Arc::new(find());
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.entry(meanings.into()).or_insert(found).clone()
    }
}

impl Lexicon {
    /// The neighbourhood of the concepts that an English word is read as.
    pub fn english_kin(&self, concepts: &[ConceptId]) -> Arc<English> {
        let find = || {
            let forms = self.forms_from(&even(concepts));
            English {
                own_roots: forms.iter().map(|f| self.root(f.0)).collect(),
                own_stems: concepts.iter().map(|c| self.stem(*c)).collect(),
                forms,
                second: OnceLock::new(),
                concepts: OnceLock::new(),
                stems: OnceLock::new(),
                roots: OnceLock::new(),
            }
        };
        if self.is_own() { ENGLISH.of(concepts, find) } else { Arc::new(find()) }
    }

    /// The neighbourhood of the forms that an Arabic word is read as.
    pub fn arabic_kin(&self, forms: &[FormId]) -> Arc<Arabic> {
        let find = || {
            let first = self.concepts_from(&even(forms));
            Arabic {
                own_roots: forms.iter().map(|f| self.root(*f)).collect(),
                own_stems: first.iter().map(|c| self.stem(c.0)).collect(),
                first,
                near: OnceLock::new(),
                stems: OnceLock::new(),
                second: OnceLock::new(),
                concepts: OnceLock::new(),
                roots: OnceLock::new(),
            }
        };
        if self.is_own() { ARABIC.of(forms, find) } else { Arc::new(find()) }
    }

    fn forms_from(&self, concepts: &Places<ConceptId>) -> Places<FormId> {
        numbered(walked(concepts, |c| self.arabic_forms(c)))
    }

    fn concepts_from(&self, forms: &Places<FormId>) -> Places<ConceptId> {
        numbered(walked(forms, |f| self.concepts_of(f)))
    }

    fn stems(&self, concepts: &Places<ConceptId>) -> Places<u32> {
        merged(concepts.iter().map(|(c, p)| (self.stem(*c), *p)).collect())
    }

    fn roots(&self, forms: &Places<FormId>) -> Places<Root> {
        merged(forms.iter().map(|(f, p)| (self.root(*f), *p)).collect())
    }
}

/// The likeliest places, chances again summing to one. A walk that is far spread is judged by the square roots of its chances, as
/// [`overlap`] does.
fn likeliest(places: &Places<ConceptId>) -> Places<ConceptId> {
    let mut likeliest: Places<ConceptId> = places.iter().map(|(c, p)| (*c, p.sqrt())).collect();
    if likeliest.len() > BREADTH {
        likeliest.select_nth_unstable_by(BREADTH, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        likeliest.truncate(BREADTH);
        likeliest.sort_unstable_by_key(|c| c.0);
    }
    let sum: f32 = likeliest.iter().map(|c| c.1).sum();
    for place in &mut likeliest {
        place.1 /= sum.max(f32::MIN_POSITIVE);
    }
    likeliest
}

fn even<K: Ord + Copy>(ids: &[K]) -> Places<K> {
    merged(ids.iter().map(|id| (*id, 1.0 / ids.len() as f32)).collect())
}

/// Where a step from places leads, in the order in which the walk comes by.
fn walked<A: Copy, B, I: Iterator<Item = B>>(from: &Places<A>, next: impl Fn(A) -> I) -> Places<B> {
    let mut to = Vec::new();
    for &(place, p) in from {
        let start = to.len();
        to.extend(next(place).map(|place| (place, p)));
        let each = 1.0 / (to.len() - start).max(1) as f32;
        to[start..].iter_mut().for_each(|t| t.1 *= each);
    }
    to
}

/// So many places are faster summed in a table than sorted.
const MANY: usize = 96;

thread_local! {
    /// A sum for every concept or form, all zero but while they are summed; and a bit for those that are not, in the same way.
    static SUMS: RefCell<(Vec<f32>, Vec<u64>)> = RefCell::default();
}

/// The same as [`merged`] of numbers that are not many more than the entries of the lexicon.
fn numbered(mut places: Places<u32>) -> Places<u32> {
    if places.len() < MANY {
        return merged(places);
    }
    SUMS.with_borrow_mut(|(sums, met)| {
        let (first, last) = places.iter().fold((u32::MAX, 0), |(first, last), (n, _)| (first.min(*n), last.max(*n)));
        let words = last as usize / 64 + 1;
        if met.len() < words {
            sums.resize(words * 64, 0.0);
            met.resize(words, 0);
        }
        for (n, p) in places.drain(..) {
            sums[n as usize] += p;
            met[n as usize / 64] |= 1 << (n % 64);
        }
        for (word, bits) in met[..words].iter_mut().enumerate().skip(first as usize / 64) {
            let mut left = std::mem::take(bits);
            while left != 0 {
                let n = word * 64 + left.trailing_zeros() as usize;
                places.push((n as u32, std::mem::take(&mut sums[n])));
                left &= left - 1;
            }
        }
    });
    places
}

/// Each place once, in order; chances are summed in the order in which the walk came by, so that they round the same in every run.
fn merged<K: Ord + Copy>(mut places: Places<K>) -> Places<K> {
    places.sort_by_key(|p| p.0);
    places.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    places
}

fn ends<K>(mut places: Places<K>) -> Places<K> {
    for place in &mut places {
        place.1 = place.1.sqrt();
    }
    places
}

/// The Bhattacharyya coefficient of two sets of ends.
fn overlap<K: Ord>(a: &Places<K>, b: &Places<K>) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += x.1 * y.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn of(english: &str, arabic: &str) -> f32 {
        let lexicon = Lexicon::default();
        let ids = |lang, word| {
            let readings = lexicon.read(&lexicon.tokens(lang, word));
            readings.of(0).iter().map(|r| r.id).collect::<Vec<u32>>()
        };
        let (e, a) = (ids(Lang::English, english), ids(Lang::Arabic, arabic));
        assert!(!e.is_empty() && !a.is_empty(), "{english} {arabic}: not in the lexicon");
        kinship(&lexicon, &lexicon.english_kin(&e), &lexicon.arabic_kin(&a), &|_| false)
    }

    #[test]
    fn synonyms_are_kin() {
        for (english, arabic) in [("crippled", "معطل"), ("warn", "تحذير"), ("estate", "منزل"), ("terrible", "مروع"), ("criticism", "ناقد")]
        {
            assert!(of(english, arabic) > 0.15, "{english} {arabic} {}", of(english, arabic));
        }
    }

    #[test]
    fn strangers_are_not() {
        for (english, arabic) in [("warn", "اقترب"), ("batons", "غاز"), ("depression", "هواء")] {
            assert!(of(english, arabic) < 0.12, "{english} {arabic} {}", of(english, arabic));
        }
    }
}
