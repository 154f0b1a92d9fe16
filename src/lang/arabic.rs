//! Arabic morphology without a dictionary: from a token in a text to the forms that a dictionary may list it under.
//!
//! A token such as `وسيقولونها` is a stack of clitics around a word. We peel every layer that the spelling allows and hand out
//! each core, also with the endings that spelling changed put back (`حكومتها` is `حكومة` + `ها`). Several cores are right at
//! once; the dictionary keeps those that it knows, and a match with any of them counts.

/// What was peeled off before the core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each clitic is there or not")]
pub struct Clitics {
    /// `و` or `ف`.
    pub conjunction: bool,
    /// `ب`, `ك` or `ل`, or none.
    pub preposition: Option<char>,
    /// `ال`, also within `لل`.
    pub article: bool,
    /// `س` before an imperfect verb.
    pub future: bool,
    /// A pronoun was taken off the end.
    pub pronoun: bool,
}

/// An ending of inflection.
#[derive(Clone, Copy)]
struct Ending {
    letters: &'static str,
    /// What it may have replaced: the feminine, or a weak letter.
    replaced: &'static [&'static str],
    /// Whether it starts with a consonant after which past verbs lose a weak middle.
    hollows: bool,
    /// Whether a core of two letters may be left before it.
    short: bool,
    /// Whether it may end a word, and whether it may stand before a pronoun.
    places: (bool, bool),
}

const fn ending(letters: &'static str, replaced: &'static [&'static str]) -> Ending {
    Ending { letters, replaced, hollows: false, short: false, places: (true, false) }
}

impl Ending {
    const fn hollows(self) -> Self {
        Self { hollows: true, ..self }
    }

    const fn short(self) -> Self {
        Self { short: true, ..self }
    }

    /// It may stand before a pronoun too.
    const fn inner(self) -> Self {
        Self { places: (true, true), ..self }
    }
}

/// Endings by their last letters.
type Endings<T> = &'static [(char, &'static [T])];

const PRONOUNS: Endings<&str> =
    &[('ا', &["هما", "كما", "ها", "نا"]), ('م', &["هم", "كم"]), ('ن', &["هن", "كن"]), ('ي', &["ني", "ي"]), ('ه', &["ه"]), ('ك', &["ك"])];
#[rustfmt::skip]
const ENDINGS: Endings<Ending> = &[
    ('ن', &[
        ending("تين", &["ه"]),
        ending("تان", &["ه"]),
        ending("يين", &["ي", "يه", "ا"]),
        ending("يون", &["ي", "يه", "ا"]),
        ending("ون", &["ي", "ا"]).short().inner(),
        ending("ين", &["ي", "ا"]).short().inner(),
        ending("ان", &[]).short().inner(),
        ending("ن", &[]).hollows(),
    ]),
    ('ت', &[
        ending("يات", &["ي", "يه", "ا"]),
        ending("ات", &["ه"]).short().inner(),
        ending("ت", &["ا", "ي"]).hollows().inner(),
    ]),
    ('ا', &[
        ending("وا", &["ا", "ي"]).inner(),
        ending("تا", &["ا", "ي", "ه"]),
        ending("يا", &[]),
        ending("ا", &["ي"]).inner(),
        ending("نا", &[]).hollows().inner(),
    ]),
    ('ه', &[ending("يه", &["ي", "يه", "ا"]), ending("ه", &["ي"]).short()]),
    ('و', &[ending("و", &["ي"]).inner()]),
    ('ي', &[ending("ي", &[]).inner(), Ending { places: (false, true), ..ending("تي", &["ه"]) }]),
    ('م', &[ending("تم", &[]).hollows()]),
];

/// Letters of a core that is left after peeling: never fewer than this, but for [`SHORT`].
const CORE: usize = 3;
/// Folded words of two letters that keep clitics: none of them makes another common word with one.
const SHORT: [&str; 37] = [
    "كل", "لم", "لا", "لن", "ضد", "يد", "دم", "فن", "خط", "حل", "حب", "جو", "نص", "حق", "حد", "اب", "اخ", "ام", "سن", "شك", "قط", "عم",
    "ذا", "رد", "شن", "سد", "ظل", "جد", "زي", "فم", "حي", "ضم", "بث", "حظ", "لص", "ظن", "صف",
];
/// Of those, the ones that only take a clitic before them where it is not the first letter of a commoner word (`وحل`, `لحق`).
const TORN: [&str; 23] = [
    "بيد", "لحق", "وحد", "وسن", "وشك", "فقط", "بعد", "كحل", "كام", "بحل", "لعم", "برد", "ورد", "فرد", "كرد", "لرد", "كسد", "وجد", "بجد",
    "وحي", "لبث", "لحظ", "وصف",
];

/// Calls `candidate` with every core that folded `word` (see [`super::fold::arabic`]) may hold, the whole word first. A core may
/// be handed out more than once.
///
/// ```
/// let mut cores = Vec::new();
/// muqabala::lang::arabic::cores("وبحكومتها", &mut |core, clitics| cores.push((core.to_owned(), clitics)));
/// let (_, clitics) = cores.iter().find(|(core, _)| core == "حكومه").unwrap();
/// assert!(clitics.conjunction && clitics.pronoun && clitics.preposition == Some('ب'));
/// ```
pub fn cores(word: &str, candidate: &mut impl FnMut(&str, Clitics)) {
    candidate(word, Clitics::default());
    let mut peeler = Peeler { word, candidate, spelled: String::with_capacity(word.len() + ROOM), stem: String::new() };
    for (conjunction, rest) in [(false, Some(word)), (true, word.strip_prefix(['و', 'ف']))] {
        let Some(rest) = rest else { continue };
        let start = Clitics { conjunction, ..Clitics::default() };
        peeler.bare(rest, start);
        if let Some(noun) = rest.strip_prefix("ال") {
            peeler.bare(noun, Clitics { article: true, ..start });
        }
        if let Some(noun) = rest.strip_prefix("لل") {
            peeler.bare(noun, Clitics { article: true, preposition: Some('ل'), ..start });
        }
        for preposition in ['ب', 'ك', 'ل'] {
            let Some(noun) = rest.strip_prefix(preposition) else { continue };
            let with = Clitics { preposition: Some(preposition), ..start };
            peeler.bare(noun, with);
            if let Some(noun) = noun.strip_prefix("ال") {
                peeler.bare(noun, Clitics { article: true, ..with });
            }
        }
        if let Some(verb) = rest.strip_prefix('س').filter(|verb| verb.starts_with(VERBAL)) {
            peeler.bare(verb, Clitics { future: true, ..start });
        }
    }
}

/// A folded word without the conjunction that may be joined to it: `و` or `ف`.
pub fn without_conjunction(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).unwrap_or(word)
}

/// First letters of imperfect verbs.
const VERBAL: [char; 4] = ['ي', 'ت', 'ن', 'ا'];

/// Hands out the cores of a word.
struct Peeler<'a, C> {
    word: &'a str,
    candidate: &'a mut C,
    /// Where cores are put together that do not stand in the word.
    spelled: String,
    /// The same of stems of which there may be more cores.
    stem: String,
}

/// So many bytes at most has a core more than its word.
const ROOM: usize = 8;

impl<C: FnMut(&str, Clitics)> Peeler<'_, C> {
    fn found(&mut self, core: &str, clitics: Clitics) {
        (self.candidate)(core, clitics);
    }

    fn spelled(&mut self, parts: &[&str], clitics: Clitics) {
        self.spelled.clear();
        for part in parts {
            self.spelled.push_str(part);
        }
        (self.candidate)(&self.spelled, clitics);
    }

    /// The cores of a word without what may stand before it.
    fn bare(&mut self, rest: &str, clitics: Clitics) {
        let length = letters(rest);
        if length >= CORE || (length == 2 && clitics.article) {
            self.found(rest, clitics);
            self.endings(rest, clitics);
        } else if SHORT.contains(&rest) && !TORN.contains(&self.word) {
            self.found(rest, clitics);
        }
        // `الالتزام`: dictionaries that take an article off take this one for one, too.
        if clitics.article
            && let Some(looks_bare) = rest.strip_prefix("ال")
            && letters(looks_bare) >= CORE
        {
            self.found(looks_bare, clitics);
            self.endings(looks_bare, clitics);
        }
    }

    /// The cores of `stem` when an ending or a pronoun, or both, belong to inflection.
    fn endings(&mut self, stem: &str, clitics: Clitics) {
        self.imperfect(stem, clitics);
        for (core, ending) in without(stem, ENDINGS, |ending| ending.letters) {
            if ending.places.0 {
                self.restore(core, ending, clitics);
            }
        }
        for (host, pronoun) in without(stem, PRONOUNS, |pronoun| pronoun) {
            let length = letters(host);
            if length < 2 {
                continue;
            }
            let with = Clitics { pronoun: true, ..clitics };
            if length >= CORE {
                self.found(host, with);
                self.imperfect(host, with);
            } else if letters(pronoun) >= 2 && SHORT.contains(&host) {
                self.found(host, with);
            }
            for (written, kept) in [('ت', "ه"), ('ا', "ي"), ('ي', "ء"), ('و', "ء")] {
                if let Some(root) = host.strip_suffix(written)
                    && length > 2
                {
                    self.spelled(&[root, kept], with);
                }
            }
            for (core, ending) in without(host, ENDINGS, |ending| ending.letters) {
                if ending.places.1 {
                    self.restore(core, ending, with);
                }
            }
        }
    }

    /// A core that lost `ending`, also with the feminine or the weak letter that the ending replaced.
    fn restore(&mut self, core: &str, ending: &Ending, clitics: Clitics) {
        let length = letters(core);
        if length < 2 {
            return;
        }
        if ending.hollows {
            self.hollow(core, length, clitics);
        }
        if length >= CORE || ending.short {
            self.found(core, clitics);
            self.imperfect(core, clitics);
        }
        for letter in ending.replaced {
            self.spelled(&[core, letter], clitics);
            if core.starts_with(VERBAL) {
                let mut stem = std::mem::take(&mut self.stem);
                stem.clear();
                stem.extend([core, letter]);
                self.imperfect(&stem, clitics);
                self.stem = stem;
            }
        }
        // `وزراؤه`, `رؤسائها`: the hamza of the plural on its seat.
        if let Some(root) = core.strip_suffix(['ي', 'و']) {
            self.spelled(&[root, "ء"], clitics);
        }
    }

    /// Past verbs with a weak middle lose it before an ending that starts with a consonant: `قلت` is `قال`, `استطعنا` is `استطاع`.
    fn hollow(&mut self, core: &str, length: usize, clitics: Clitics) {
        if length == 2 || (core.starts_with('ا') && (3..=5).contains(&length)) {
            let (before, last) = before_last(core);
            self.spelled(&[before, "ا", last], clitics);
        }
    }

    /// Dictionaries list imperfect verbs in the third person masculine singular: `تقول` and `نقول` become `يقول`. Jussives get
    /// their weak letter back (`لم يكن`, `لم يبق`).
    fn imperfect(&mut self, stem: &str, clitics: Clitics) {
        let Some(rest) = stem.strip_prefix(VERBAL).filter(|_| !clitics.article) else { return };
        let length = letters(rest);
        if length < 2 {
            return;
        }
        if !stem.starts_with('ي') {
            self.spelled(&["ي", rest], clitics);
        }
        let (before, last) = before_last(rest);
        if length == 2 {
            for weak in ["و", "ي", "ا"] {
                self.spelled(&["ي", before, weak, last], clitics);
            }
        }
        if length >= 4 && rest.starts_with("ست") {
            self.spelled(&["ي", before, "ي", last], clitics);
        }
        if length <= 4 {
            for weak in ["ي", "و"] {
                self.spelled(&["ي", rest, weak], clitics);
            }
        }
    }
}

/// What is left of `word` without each of the endings that it has, and the ending, of which `letters` tells the letters.
fn without<T>(word: &str, endings: Endings<T>, letters: impl Fn(&T) -> &'static str) -> impl Iterator<Item = (&str, &'static T)> {
    let last = word.chars().next_back();
    let of_last = endings.iter().find(|(letter, _)| last == Some(*letter)).map_or(&[][..], |(_, endings)| endings);
    of_last.iter().filter_map(move |ending| Some((word.strip_suffix(letters(ending))?, ending)))
}

/// A word without its last letter, and that letter.
fn before_last(word: &str) -> (&str, &str) {
    word.split_at(word.char_indices().next_back().map_or(0, |(at, _)| at))
}

/// Length in letters; folded Arabic letters are two bytes each in UTF-8.
fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_reach_their_dictionary_form() {
        for (token, form) in [
            ("والسوريون", "سوري"),
            ("للاجئين", "لاجئ"),
            ("بالمدينة", "مدينة"),
            ("هجومهم", "هجوم"),
            ("حكومتها", "حكومة"),
            ("ستقول", "يقول"),
            ("يقولون", "يقول"),
            ("قالت", "قال"),
            ("وقالوا", "قال"),
            ("دعت", "دعا"),
            ("مستشفاها", "مستشفى"),
            ("وزرائه", "وزراء"),
            ("شركات", "شركة"),
            ("جدهما", "جد"),
            ("وزيها", "زي"),
            ("كبيرا", "كبير"),
            ("يكن", "يكون"),
            ("غاراتها", "غارة"),
            ("فللأردن", "أردن"),
            ("سيهاجمونها", "يهاجم"),
            ("عمليتين", "عملية"),
            ("قتلته", "قتل"),
            ("يبق", "يبقى"),
            ("أسلحتهم", "أسلحة"),
            ("والألمانية", "ألمانية"),
            ("بالالتزام", "تزام"),
            ("ولكل", "كل"),
            ("كلهم", "كل"),
            ("ولم", "لم"),
            ("قلنا", "قال"),
            ("استطعت", "استطاع"),
            ("أردنا", "أراد"),
            ("يستطع", "يستطيع"),
            ("ستستفد", "يستفيد"),
        ] {
            let form = super::super::fold::arabic(form);
            let mut found = false;
            cores(&super::super::fold::arabic(token), &mut |core, _| found |= core == form);
            assert!(found, "{token} -> {form}");
        }
    }

    #[test]
    fn short_words_are_not_torn_apart() {
        let mut cores_of = Vec::new();
        cores("ولد", &mut |core, _| cores_of.push(core.to_owned()));
        assert!(!cores_of.contains(&"لد".to_owned()), "{cores_of:?}");
    }
}
