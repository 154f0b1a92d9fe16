//! How near in meaning an English and an Arabic word are that no entry joins: by the company that they keep in the lexicon.
//!
//! A walk goes from the English word to its Arabic forms and on to all concepts that list them; another from the Arabic word to its
//! concepts, to their forms and to the concepts of those. Words whose walks end in the same places, on Arabic forms of the same root
//! or on English names of the same stem are synonyms or relatives that the lexicon does not join: `envision` and `أتخيل`.

use std::collections::HashMap;
use std::hash::Hash;

use super::{ConceptId, FormId, Lexicon};
use crate::lang::fold;

/// Concepts of a walk whose forms are looked at for roots: the likeliest.
const BREADTH: usize = 64;
/// What one root in common says, whatever else.
const SAME_ROOT: f32 = 0.6;
/// What one English stem in common says, whatever else.
const SAME_STEM: f32 = 0.4;

/// Where a walk ends, as square roots of chances, in order of places.
type Ends<K> = Vec<(K, f32)>;

/// The consonants of an Arabic word without affixes and weak letters, a byte each.
pub type Root = u64;

/// The neighbourhood of an English word.
#[derive(Clone, Debug)]
pub struct English<'a> {
    concepts: Ends<ConceptId>,
    stems: Ends<&'a str>,
    roots: Ends<Root>,
    own_roots: Vec<Root>,
    own_stems: Vec<&'a str>,
}

/// The neighbourhood of an Arabic word.
#[derive(Clone, Debug)]
pub struct Arabic<'a> {
    near: Ends<ConceptId>,
    concepts: Ends<ConceptId>,
    stems: Ends<&'a str>,
    roots: Ends<Root>,
    own_roots: Vec<Root>,
    own_stems: Vec<&'a str>,
}

/// Kinship of two words: 0 for strangers, 1 for words of the same company; translations that an entry joins are mostly above 0.3.
pub fn kinship(english: &English, arabic: &Arabic) -> f32 {
    let root = arabic.own_roots.iter().any(|a| english.own_roots.iter().any(|e| related(*a, *e)));
    let stem = english.own_stems.iter().any(|e| arabic.own_stems.contains(e));
    let company = overlap(&english.concepts, &arabic.near)
        .max(overlap(&english.concepts, &arabic.concepts))
        .max(overlap(&english.stems, &arabic.stems))
        .max(0.9 * overlap(&english.roots, &arabic.roots));
    company.max(if root { SAME_ROOT } else { 0.0 }).max(if stem { SAME_STEM } else { 0.0 })
}

impl Lexicon {
    /// The neighbourhood of the concepts that an English word is read as.
    pub fn english_kin(&self, concepts: &[ConceptId]) -> English<'_> {
        let forms = self.forms_from(&even(concepts));
        let second = self.concepts_from(&forms);
        let mut likeliest: Vec<(ConceptId, f32)> = second.iter().map(|(c, p)| (*c, p.sqrt())).collect();
        likeliest.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        likeliest.truncate(BREADTH);
        let sum: f32 = likeliest.iter().map(|c| c.1).sum();
        let likeliest: HashMap<ConceptId, f32> = likeliest.into_iter().map(|(c, p)| (c, p / sum.max(f32::MIN_POSITIVE))).collect();
        let wide = self.forms_from(&likeliest);
        English {
            stems: ends(self.stems(&second)),
            roots: ends(self.roots(&wide)),
            own_roots: forms.keys().map(|f| self.root(*f)).collect(),
            own_stems: concepts.iter().map(|c| stem(self.name(*c))).collect(),
            concepts: ends(second),
        }
    }

    /// The neighbourhood of the forms that an Arabic word is read as.
    pub fn arabic_kin(&self, forms: &[FormId]) -> Arabic<'_> {
        let first = self.concepts_from(&even(forms));
        let second = self.forms_from(&first);
        Arabic {
            concepts: ends(self.concepts_from(&second)),
            stems: ends(self.stems(&first)),
            roots: ends(self.roots(&second)),
            own_roots: forms.iter().map(|f| self.root(*f)).collect(),
            own_stems: first.keys().map(|c| stem(self.name(*c))).collect(),
            near: ends(first),
        }
    }

    fn forms_from(&self, concepts: &HashMap<ConceptId, f32>) -> HashMap<FormId, f32> {
        step(concepts, |c| self.arabic_forms(c).collect())
    }

    fn concepts_from(&self, forms: &HashMap<FormId, f32>) -> HashMap<ConceptId, f32> {
        step(forms, |f| self.concepts_of(f).collect())
    }

    fn stems(&self, concepts: &HashMap<ConceptId, f32>) -> HashMap<&str, f32> {
        step(concepts, |c| vec![stem(self.name(c))])
    }

    fn roots(&self, forms: &HashMap<FormId, f32>) -> HashMap<Root, f32> {
        step(forms, |f| vec![self.root(f)])
    }

    fn root(&self, form: FormId) -> Root {
        root(fold::arabic(self.spelling(form)).split(' ').next().unwrap_or(""))
    }
}

fn even<K: Hash + Eq + Copy>(ids: &[K]) -> HashMap<K, f32> {
    ids.iter().map(|id| (*id, 1.0 / ids.len() as f32)).collect()
}

fn step<A: Hash + Eq + Copy + Ord, B: Hash + Eq>(from: &HashMap<A, f32>, next: impl Fn(A) -> Vec<B>) -> HashMap<B, f32> {
    // In order, so that sums round the same way in every run.
    let mut from: Vec<(A, f32)> = from.iter().map(|(k, p)| (*k, *p)).collect();
    from.sort_unstable_by_key(|f| f.0);
    let mut to = HashMap::new();
    for (place, p) in from {
        let places = next(place);
        let each = p / places.len().max(1) as f32;
        for place in places {
            *to.entry(place).or_default() += each;
        }
    }
    to
}

fn ends<K: Ord + Hash + Eq>(places: HashMap<K, f32>) -> Ends<K> {
    let mut ends: Ends<K> = places.into_iter().map(|(k, p)| (k, p.sqrt())).collect();
    ends.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    ends
}

/// The Bhattacharyya coefficient of two sets of ends.
fn overlap<K: Ord>(a: &Ends<K>, b: &Ends<K>) -> f32 {
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

/// The consonants that are left of a folded Arabic word without article, affixes of derivation and inflection, and weak letters.
pub fn root(word: &str) -> Root {
    const LONGEST: usize = 16;
    const PREFIXES: [(&[&[char]], usize); 3] = [
        (&[&['م', 'س', 'ت'], &['ا', 'س', 'ت'], &['ي', 'س', 'ت'], &['ت', 'س', 'ت'], &['ا', 'ل']], 3),
        (&[&['م', 'ت'], &['م', 'و'], &['م', 'ن'], &['ي', 'ت'], &['ا', 'ن'], &['ت', 'ن']], 4),
        (&[&['م'], &['ت'], &['ي'], &['ا'], &['ن']], 3),
    ];
    const SUFFIXES: [&[char]; 12] = [
        &['ي', 'ا', 'ت'],
        &['ي', 'ن'],
        &['و', 'ن'],
        &['ا', 'ت'],
        &['ا', 'ن'],
        &['ي', 'ه'],
        &['ت', 'ي'],
        &['ه'],
        &['ة'],
        &['ت'],
        &['ي'],
        &['ا'],
    ];
    let (mut letters, mut length) = ([' '; LONGEST], 0);
    for c in word.chars().take(LONGEST) {
        letters[length] = c;
        length += 1;
    }
    let mut core = &letters[..length];
    let peeled = PREFIXES
        .iter()
        .find_map(|(group, kept)| group.iter().find_map(|prefix| core.strip_prefix(*prefix).filter(|rest| rest.len() >= *kept)));
    core = peeled.unwrap_or(core);
    core = SUFFIXES.iter().find_map(|suffix| core.strip_suffix(*suffix).filter(|rest| rest.len() >= 3)).unwrap_or(core);
    let firm = core.iter().filter(|c| !matches!(c, 'ا' | 'و' | 'ى' | 'ي' | 'ة' | 'ء' | 'ئ' | 'ؤ' | 'أ' | 'إ' | 'آ'));
    firm.take(8).fold(0, |root, c| root << 8 | u64::from(*c as u32 & 0xff))
}

/// Whether two roots are one, or one is the other with an affix that spelling hides.
fn related(a: Root, b: Root) -> bool {
    let bytes = |r: Root| r.to_be_bytes().into_iter().skip_while(|b| *b == 0).collect::<Vec<u8>>();
    let (a, b) = (bytes(a), bytes(b));
    if a.len() < 3 || b.len() < 3 {
        return false;
    }
    a == b || (a.len().max(b.len()) <= 4 && common(&a, &b) >= 3)
}

/// Length of the longest common subsequence.
fn common(a: &[u8], b: &[u8]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// An English name without the endings of derivation, so that `critic`, `critical` and `criticism` meet.
pub fn stem(name: &str) -> &str {
    const ENDINGS: [&str; 41] = [
        "ization", "isation", "ational", "ation", "iness", "fully", "ingly", "ition", "ments", "ment", "ness", "able", "ible", "ally",
        "ious", "ical", "tion", "sion", "ing", "ers", "ity", "ive", "ous", "ful", "ism", "ist", "ies", "ant", "ent", "ary", "ed", "er",
        "or", "al", "ly", "ic", "es", "en", "y", "s", "e",
    ];
    let word = name.split(' ').next().unwrap_or("");
    let cut = ENDINGS.iter().find_map(|e| word.strip_suffix(e).filter(|s| s.len() >= 4)).map(str::len);
    &word[..cut.unwrap_or(word.len())]
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
        kinship(&lexicon.english_kin(&e), &lexicon.arabic_kin(&a))
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
        for (english, arabic) in [("warn", "اقترب"), ("batons", "غاز"), ("captain", "مدرب"), ("mosque", "مدرسة"), ("depression", "هواء")]
        {
            assert!(of(english, arabic) < 0.12, "{english} {arabic} {}", of(english, arabic));
        }
    }

    #[test]
    fn roots_leave_affixes_out() {
        let one = |word| root(&fold::arabic(word));
        assert_eq!(one("مستخدم"), one("استخدام"));
        assert_eq!(one("مكتبة"), one("كتاب"));
        assert_ne!(one("مكتبة"), one("مدرسة"));
    }

    #[test]
    fn stems_leave_endings_out() {
        assert_eq!(stem("criticism"), stem("critical"));
        assert_ne!(stem("metropolis"), stem("metropolitan"));
    }
}
