//! English inflection: from a word in a text to the lemmas that a dictionary may list it under.

/// Calls `candidate` with every form that folded `word` may be listed under by the rules of regular inflection, the word itself
/// first. Rules over-generate (`news` gives `new`): whoever calls keeps what the dictionary knows, and lists irregular forms.
///
/// ```
/// let mut forms = Vec::new();
/// muqabala::lang::english::lemmas("stopped", &mut |form| forms.push(form.to_owned()));
/// assert!(forms.contains(&"stop".to_owned()));
/// ```
pub fn lemmas(word: &str, candidate: &mut impl FnMut(&str)) {
    candidate(word);
    if word.len() < 4 || !word.is_ascii() {
        return;
    }
    let mut peeler = Peeler { word, candidate, spelled: String::new() };
    // Every ending that is taken off ends in one of these letters.
    match word.as_bytes()[word.len() - 1] {
        b'd' => peeler.inflected("ed"),
        b'g' => peeler.inflected("ing"),
        // `herdsmen`
        b'n' => peeler.derived("men", "man"),
        b'r' => peeler.inflected("er"),
        b't' => {
            peeler.inflected("est");
            peeler.derived("ment", "");
        }
        b's' => {
            peeler.plural();
            for (ending, plain) in [("ness", ""), ("ers", ""), ("ers", "e"), ("ings", ""), ("ings", "e")] {
                peeler.derived(ending, plain);
            }
        }
        b'y' => peeler.adverb(),
        _ => {}
    }
}

/// Hands out what is left of a word without its endings.
struct Peeler<'a, C> {
    word: &'a str,
    candidate: &'a mut C,
    /// Where words are put together that do not stand in this one.
    spelled: String,
}

impl<C: FnMut(&str)> Peeler<'_, C> {
    fn found(&mut self, stem: &str) {
        (self.candidate)(stem);
    }

    fn spelled(&mut self, stem: &str, end: &str) {
        self.spelled.clear();
        self.spelled.push_str(stem);
        self.spelled.push_str(end);
        (self.candidate)(&self.spelled);
    }

    fn plural(&mut self) {
        let word = self.word;
        if let Some(stem) = word.strip_suffix("ies") {
            self.spelled(stem, "y");
            self.spelled(stem, "ie");
        } else if let Some(stem) = word.strip_suffix("ves") {
            self.spelled(stem, "f");
            self.spelled(stem, "fe");
            self.spelled(stem, "ve");
        } else if let Some(stem) = word.strip_suffix("es") {
            self.found(stem);
            self.spelled(stem, "e");
            self.spelled(stem, "is");
        } else if let Some(stem) = word.strip_suffix('s')
            && !stem.ends_with('s')
            && !stem.ends_with('u')
        {
            self.found(stem);
        }
    }

    /// Of verbs and adjectives.
    fn inflected(&mut self, ending: &str) {
        let Some(stem) = self.word.strip_suffix(ending).filter(|stem| stem.len() >= 2) else { return };
        self.found(stem);
        self.spelled(stem, "e");
        let bytes = stem.as_bytes();
        if bytes.len() >= 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] {
            self.found(&stem[..stem.len() - 1]);
        }
        if let Some(root) = stem.strip_suffix('i') {
            self.spelled(root, "y");
        }
        if ending == "ing"
            && let Some(root) = stem.strip_suffix('y')
        {
            self.spelled(root, "ie");
        }
        if let Some(root) = stem.strip_suffix("ck") {
            self.spelled(root, "c");
        }
    }

    fn adverb(&mut self) {
        let Some(stem) = self.word.strip_suffix("ly").filter(|stem| stem.len() >= 3) else { return };
        self.found(stem);
        self.spelled(stem, "le");
        self.spelled(stem, "l");
        for ending in ["ing", "ed"] {
            if let Some(verb) = stem.strip_suffix(ending).filter(|verb| verb.len() >= 3) {
                self.found(verb);
                self.spelled(verb, "e");
            }
        }
        if let Some(root) = stem.strip_suffix('i') {
            self.spelled(root, "y");
        }
        if let Some(root) = stem.strip_suffix("al") {
            self.found(root);
        }
    }

    fn derived(&mut self, ending: &str, plain: &str) {
        let Some(stem) = self.word.strip_suffix(ending).filter(|stem| stem.len() >= 3) else { return };
        self.spelled(stem, plain);
        if let Some(root) = stem.strip_suffix('i') {
            self.spelled(root, "y");
        }
    }
}

const PREFIXES: [&str; 22] = [
    "counter", "under", "inter", "super", "trans", "multi", "micro", "over", "post", "semi", "anti", "mini", "fore", "non", "out", "pre",
    "mis", "dis", "sub", "re", "co", "un",
];
const SUFFIXES: [(&str, &[&str]); 19] = [
    ("ization", &["", "e", "y", "ize"]),
    ("isation", &["", "e", "y", "ize"]),
    ("ation", &["", "e", "ate", "y"]),
    ("ability", &["", "e", "able"]),
    ("able", &["", "e", "y"]),
    ("ship", &[""]),
    ("hood", &[""]),
    ("less", &[""]),
    ("like", &[""]),
    ("ized", &["", "y"]),
    ("ised", &["", "y"]),
    ("izing", &["", "y"]),
    ("ising", &["", "y"]),
    ("ism", &["", "e"]),
    ("ist", &["", "e", "y"]),
    ("ity", &["", "e"]),
    ("ion", &["", "e"]),
    ("or", &["", "e"]),
    ("ful", &["", "y"]),
];

/// Calls `candidate` with words that `word` is derived from: `reopened` gives `open`, `traceable` gives `trace`. Much looser than
/// [`lemmas`]; for words that nothing else is known of.
pub fn relatives(word: &str, candidate: &mut impl FnMut(&str)) {
    if !word.is_ascii() {
        return;
    }
    for prefix in PREFIXES {
        if let Some(rest) = word.strip_prefix(prefix)
            && rest.len() >= 4
        {
            lemmas(rest, candidate);
        }
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    for (ending, plain) in SUFFIXES {
        let Some(stem) = singular.strip_suffix(ending) else { continue };
        if stem.len() >= 4 {
            for letters in plain {
                candidate(&[stem, letters].concat());
            }
        }
    }
}

/// Prefixes that flip or shift the meaning of what follows them, with the rest of the word: `denuclearise`, `non-binding`, `anti-war`.
pub fn flipping_prefix(word: &str) -> Option<(&'static str, &str)> {
    ["non", "anti", "dis", "mis", "un", "de", "in", "im", "ir", "il"].into_iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix)?;
        let rest = rest.strip_prefix('-').unwrap_or(rest);
        (rest.len() >= 4).then_some((prefix, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, lemma: &str) {
        let mut found = false;
        lemmas(word, &mut |form| found |= form == lemma);
        assert!(found, "{word} -> {lemma}");
    }

    #[test]
    fn regular_forms_reach_their_lemma() {
        for (word, lemma) in [
            ("parties", "party"),
            ("knives", "knife"),
            ("clashes", "clash"),
            ("crises", "crisis"),
            ("raids", "raid"),
            ("stopped", "stop"),
            ("closing", "close"),
            ("dying", "die"),
            ("panicking", "panic"),
            ("happier", "happy"),
            ("quickly", "quick"),
            ("possibly", "possible"),
            ("fully", "full"),
            ("heavily", "heavy"),
            ("economically", "economic"),
            ("weakness", "weak"),
            ("happiness", "happy"),
            ("fighters", "fight"),
            ("killings", "kill"),
            ("use", "use"),
            ("increasingly", "increase"),
            ("repeatedly", "repeat"),
        ] {
            has(word, lemma);
        }
    }

    #[test]
    fn derived_words_reach_what_they_come_from() {
        for (word, root) in [
            ("reopened", "open"),
            ("traceable", "trace"),
            ("overheating", "heat"),
            ("militarisation", "military"),
            ("collectors", "collect"),
        ] {
            let mut found = false;
            relatives(word, &mut |form| found |= form == root);
            assert!(found, "{word} -> {root}");
        }
    }

    #[test]
    fn prefixes_split() {
        assert_eq!(flipping_prefix("non-binding"), Some(("non", "binding")));
        assert_eq!(flipping_prefix("undo"), None);
    }
}
