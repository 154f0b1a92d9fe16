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

const PRONOUNS: [&str; 12] = ["هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي"];
const ENDINGS: [&str; 21] =
    ["تين", "تان", "يين", "يون", "يات", "ات", "ون", "ين", "ان", "وا", "تا", "يا", "يه", "ه", "ت", "ا", "ن", "و", "ي", "تم", "نا"];

/// Those that a pronoun may follow.
const ENDINGS_OF_HOSTS: [&str; 11] = ["ات", "ون", "ين", "ان", "وا", "و", "ت", "ي", "ا", "نا", "تي"];

/// Letters of a core that is left after peeling: never fewer than this, but for [`SHORT`].
const CORE: usize = 3;
/// Folded words of two letters that keep clitics: none of them makes another common word with one.
const SHORT: [&str; 27] = [
    "كل", "لم", "لا", "لن", "ضد", "يد", "دم", "فن", "خط", "حل", "حب", "جو", "نص", "حق", "حد", "اب", "اخ", "ام", "سن", "شك", "قط", "عم",
    "ذا", "رد", "شن", "سد", "ظل",
];
/// Of those, the ones that only take a clitic before them where it is not the first letter of a commoner word (`وحل`, `لحق`).
const TORN: [&str; 17] =
    ["بيد", "لحق", "وحد", "وسن", "وشك", "فقط", "بعد", "كحل", "كام", "بحل", "لعم", "برد", "ورد", "فرد", "كرد", "لرد", "كسد"];

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
    let mut bare = |rest: &str, clitics: Clitics| {
        if letters(rest) >= CORE || (letters(rest) == 2 && clitics.article) {
            candidate(rest, clitics);
            endings(rest, clitics, candidate);
        } else if SHORT.contains(&rest) && !TORN.contains(&word) {
            candidate(rest, clitics);
        }
        // `الالتزام`: dictionaries that take an article off take this one for one, too.
        if clitics.article
            && let Some(looks_bare) = rest.strip_prefix("ال")
            && letters(looks_bare) >= CORE
        {
            candidate(looks_bare, clitics);
            endings(looks_bare, clitics, candidate);
        }
    };
    for (conjunction, rest) in [(false, Some(word)), (true, word.strip_prefix(['و', 'ف']))] {
        let Some(rest) = rest else { continue };
        let start = Clitics { conjunction, ..Clitics::default() };
        bare(rest, start);
        if let Some(noun) = rest.strip_prefix("ال") {
            bare(noun, Clitics { article: true, ..start });
        }
        if let Some(noun) = rest.strip_prefix("لل") {
            bare(noun, Clitics { article: true, preposition: Some('ل'), ..start });
        }
        for preposition in ['ب', 'ك', 'ل'] {
            let Some(noun) = rest.strip_prefix(preposition) else { continue };
            let with = Clitics { preposition: Some(preposition), ..start };
            bare(noun, with);
            if let Some(noun) = noun.strip_prefix("ال") {
                bare(noun, Clitics { article: true, ..with });
            }
        }
        if let Some(verb) = rest.strip_prefix('س')
            && verb.starts_with(['ي', 'ت', 'ن', 'ا'])
        {
            bare(verb, Clitics { future: true, ..start });
        }
    }
}

/// The cores of `stem` when an ending or a pronoun, or both, belong to inflection.
fn endings(stem: &str, clitics: Clitics, candidate: &mut impl FnMut(&str, Clitics)) {
    imperfect(stem, clitics, candidate);
    for (core, ending) in without(stem, &ENDINGS) {
        restore(core, ending, clitics, candidate);
    }
    for (host, pronoun) in without(stem, &PRONOUNS) {
        if letters(host) < 2 {
            continue;
        }
        let with = Clitics { pronoun: true, ..clitics };
        if letters(host) >= CORE {
            candidate(host, with);
            imperfect(host, with, candidate);
        } else if letters(pronoun) >= 2 && SHORT.contains(&host) {
            candidate(host, with);
        }
        for (written, kept) in [('ت', "ه"), ('ا', "ي"), ('ي', "ء"), ('و', "ء")] {
            if let Some(root) = host.strip_suffix(written)
                && letters(root) >= 2
            {
                candidate(&[root, kept].concat(), with);
            }
        }
        for (core, ending) in without(host, &ENDINGS_OF_HOSTS) {
            restore(core, ending, with, candidate);
        }
    }
}

/// What is left of `word` without each of the `endings` that it has, and the ending.
fn without<'a>(word: &'a str, endings: &'static [&'static str]) -> impl Iterator<Item = (&'a str, &'static str)> {
    let last = word.bytes().next_back();
    // Most are told by a byte.
    endings.iter().filter(move |e| e.bytes().next_back() == last).filter_map(move |e| Some((word.strip_suffix(e)?, *e)))
}

/// A core that lost `ending`, also with the feminine or the weak letter that the ending replaced.
fn restore(core: &str, ending: &str, clitics: Clitics, candidate: &mut impl FnMut(&str, Clitics)) {
    let length = letters(core);
    if length < 2 {
        return;
    }
    if matches!(ending, "ت" | "نا" | "تم" | "ن") {
        hollow(core, clitics, candidate);
    }
    if length >= CORE || matches!(ending, "ه" | "ات" | "ون" | "ين" | "ان") {
        candidate(core, clitics);
        imperfect(core, clitics, candidate);
    }
    let put_back: &[&str] = match ending {
        "ات" | "تين" | "تان" => &["ه"],
        "ت" | "وا" | "تا" => &["ا", "ي"],
        "ون" | "ين" => &["ي", "ا"],
        "يه" | "يين" | "يون" | "يات" => &["ي", "يه", "ا"],
        "ه" | "ا" | "و" => &["ي"],
        _ => &[],
    };
    for letter in put_back {
        let restored = [core, letter].concat();
        candidate(&restored, clitics);
        imperfect(&restored, clitics, candidate);
    }
    // `وزراؤه`, `رؤسائها`: the hamza of the plural on its seat.
    if let Some(root) = core.strip_suffix(['ي', 'و']) {
        candidate(&[root, "ء"].concat(), clitics);
    }
}

/// Past verbs with a weak middle lose it before an ending that starts with a consonant: `قلت` is `قال`, `استطعنا` is `استطاع`.
fn hollow(core: &str, clitics: Clitics, candidate: &mut impl FnMut(&str, Clitics)) {
    let Some((at, _)) = core.char_indices().next_back() else { return };
    if letters(core) == 2 || (core.starts_with('ا') && (3..=5).contains(&letters(core))) {
        candidate(&[&core[..at], "ا", &core[at..]].concat(), clitics);
    }
}

/// Dictionaries list imperfect verbs in the third person masculine singular: `تقول` and `نقول` become `يقول`. Jussives get
/// their weak letter back (`لم يكن`, `لم يبق`).
fn imperfect(stem: &str, clitics: Clitics, candidate: &mut impl FnMut(&str, Clitics)) {
    let Some(rest) = stem.strip_prefix(['ي', 'ت', 'ن', 'ا']) else { return };
    if letters(rest) < 2 || clitics.article {
        return;
    }
    if !stem.starts_with('ي') {
        candidate(&["ي", rest].concat(), clitics);
    }
    let (before, last) = rest.split_at(rest.char_indices().next_back().map_or(0, |(at, _)| at));
    if letters(rest) == 2 {
        for weak in ["و", "ي", "ا"] {
            candidate(&["ي", before, weak, last].concat(), clitics);
        }
    }
    if letters(rest) >= 4 && rest.starts_with("ست") {
        candidate(&["ي", before, "ي", last].concat(), clitics);
    }
    if letters(rest) <= 4 {
        for weak in ["ي", "و"] {
            candidate(&["ي", rest, weak].concat(), clitics);
        }
    }
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
