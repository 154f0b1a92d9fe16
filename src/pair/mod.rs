//! Which article translates which: articles of one language are paired with those of the other by what they say.
//!
//! The same likelihood ratio as everywhere decides. What an article says (concepts, names, numbers) is a list of *marks*. For each mark
//! of one article we ask whether the other has its counterpart: in a translation that has a chance of `p1`, in another article of the
//! archive one of `p0`, which is mostly the share of articles that have it. The sum over both articles, divided by what it would be if
//! everything were found, is the *score*: near 0.6 and more for a translation, below 0 for another article.
//!
//! Nobody compares all with all: an inverted index over the rarest marks of each article finds the few that are worth a look, so that the
//! work grows with the archive and not with its square.

mod archive;
mod candidate;
mod choose;
mod judge;
mod profile;
mod reason;

use crate::lexicon::Lexicon;

pub use profile::Profile;

/// What may be asked of a pairing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether an article may have several partners: one source with several translations, or one translation that joins several sources.
    pub many: bool,
}

/// Two articles that translate each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Number of the source.
    pub source: usize,
    /// Number of the target.
    pub target: usize,
    /// How much of what the two say they share, at most 1.
    pub score: f32,
    /// The best score that one of the two has with anybody else; `None` when there was nobody to compare with.
    pub second_best: Option<f32>,
    /// What speaks for the pair, in words.
    pub reason: String,
}

/// An article that no other translates.
#[derive(Clone, Debug, PartialEq)]
pub struct Unpaired {
    /// The best that was found, with its score.
    pub nearest: Option<(usize, f32)>,
}

/// What became of every article.
#[derive(Clone, Debug, Default)]
pub struct Pairing {
    /// The pairs, by source and then by target.
    pub pairs: Vec<Pair>,
    /// The sources without a partner, by their number.
    pub sources: Vec<(usize, Unpaired)>,
    /// The targets without a partner.
    pub targets: Vec<(usize, Unpaired)>,
}

/// Pairs `sources`, all of one language, with `targets`, all of the other. The result does not depend on threads.
///
/// ```
/// use muqabala::article::Text;
/// use muqabala::lexicon::Lexicon;
/// use muqabala::pair::{Options, Profile, pair};
/// let lexicon = Lexicon::default();
/// let profile = |name: &str, raw: &str| Profile::new(&lexicon, &Text::new(name, raw).unwrap());
/// let english = [
///     profile("a", "Floods killed 43 people in Khartoum on Monday, the health minister said."),
///     profile("b", "The central bank of Turkey raised interest rates to 24 percent."),
/// ];
/// let arabic = [profile("1", "رفع البنك المركزي التركي أسعار الفائدة إلى 24 في المئة.")];
/// let pairing = pair(&lexicon, &english, &arabic, Options::default());
/// assert_eq!((pairing.pairs[0].source, pairing.pairs[0].target), (1, 0));
/// assert_eq!(pairing.sources[0].0, 0);
/// ```
pub fn pair(lexicon: &Lexicon, sources: &[Profile], targets: &[Profile], options: Options) -> Pairing {
    let arabic_first = sources.iter().chain(targets).next().is_some_and(|_| profile::is_arabic(sources, targets));
    let (english, arabic) = if arabic_first { (targets, sources) } else { (sources, targets) };
    let archive = archive::Archive::new(lexicon, english, arabic);
    let judged = candidate::judged(&archive);
    choose::choose(&archive, &judged, arabic_first, options)
}
