//! What was done and is told as under way, what is and is told as having been till now, and forms that no English verb takes.
//!
//! The Arabic perfect tells a whole act; with `كان` before it, or in the imperfect, a verb tells what was under way.

use super::facing::{counterpart, facing};
use super::present::{PRESENT, may_tell_past, note, present};
use super::tensed::{Form, Tensed, Time, is_between, is_under_way, tensed};
use super::unit::{Note, Unit, View};
use super::verb;
use crate::finding::{Kind, Severity};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Question;

/// Log odds that a reviser minds.
const WAS_DOING: f32 = 0.3;
const WAS_BEING_DONE: f32 = 0.5;
const LASTING: f32 = -0.4;
const HAS_BEEN: f32 = 0.3;
const NO_FORM: f32 = 1.5;
const STATE: f32 = 0.8;

/// How far behind its verb, in tokens, the word stands that tells since when.
const SINCE: usize = 10;

/// What the terms of the reports call it.
const UNDER_WAY: &str = "under way";
const DONE: &str = "a whole act";
const TILL_NOW: &str = "so until now";

/// Beginnings of verbs that tell what lasts by themselves: `was working` may be `عمل`.
#[rustfmt::skip]
const LASTS: &[&str] = &[
    "work", "show", "head", "talk", "tell", "liv", "wait", "sit", "stand", "walk", "look", "play", "runn", "try", "do", "mak", "think", "feel",
    "accompany", "evaluat", "stay", "rest", "sleep", "read", "listen", "watch", "fight", "struggl", "driv", "serv", "study", "search",
    "rain", "snow", "burn", "ly", "hid", "mov", "com", "go", "spread", "circulat", "deal",
];

/// Arabic verbs, folded, that tell by themselves of what goes on: دأبوا على بيعها is `had been selling`.
#[rustfmt::skip]
const KEEPS_ON: &[&str] = &["داب", "دابت", "دابوا", "اعتاد", "اعتادت", "اعتادوا", "واصل", "واصلت", "واصلوا", "استمر", "استمرت", "استمروا"];

/// Words behind which English tells what was under way when somebody saw or said it.
#[rustfmt::skip]
const MEANWHILE: &[&str] = &[
    "said", "says", "say", "saying", "told", "tell", "felt", "thought", "knew", "announced", "announce", "announces", "while", "when", "as", "that",
    "adding", "added", "asked", "because", "revealed", "denied", "denies", "if", "whether", "how", "where", "what",
];

/// What is told otherwise in the translation, as to how far it is.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    static BE: Question = Question::new();
    notes.extend(tensed(&unit.english).filter_map(|verb| of_verb(unit, verb)));
    let english = &unit.english;
    let be = |t: &usize| english.side.tokens.is(*t, &BE, |word| word == "be" || is_habit(word));
    notes.extend(english.token_range().filter(be).filter_map(|t| no_form(unit, t)));
}

fn of_verb(unit: &Unit, verb: Tensed) -> Option<Note> {
    let english = &unit.english;
    match (verb.form, verb.time) {
        (Form::UnderWay, Time::Past) => was_doing(unit, verb).or_else(|| state(unit, verb)),
        (Form::UnderWay, _) => state(unit, verb),
        (Form::BeingDone, Time::Past) if !verb.perfect => {
            let at = done(unit, verb)?;
            Some(note(unit, (verb.first, verb.verb), (at, at), (UNDER_WAY, DONE), WAS_BEING_DONE))
        }
        (Form::BeingDone, _) if verb.perfect || verb.time == Time::ToCome => Some(english_form(unit, (verb.first, verb.verb), NO_FORM)),
        (Form::Noun, _)
            if english.folded(verb.last) == "being" && (!behaves(english, verb.verb) || verb.perfect || verb.time == Time::ToCome) =>
        {
            Some(english_form(unit, (verb.first, verb.verb), NO_FORM))
        }
        (Form::Noun, Time::Present) if verb.perfect && verb.be => has_been(unit, verb),
        _ => None,
    }
}

/// `was using` for `استخدم`.
fn was_doing(unit: &Unit, verb: Tensed) -> Option<Note> {
    let english = &unit.english;
    let word = english.folded(verb.verb);
    if (english.tokens.0..verb.first).any(|t| MEANWHILE.contains(&english.folded(t))) {
        return None;
    }
    let at = done(unit, verb)?;
    // `had been examining since dawn`, فحصت منذ الفجر: till when is told by the word behind it.
    let since = |t: usize| matches!(unit.arabic.folded(t), "منذ" | "مذ");
    if verb.perfect && unit.arabic.behind(at, SINCE).any(since) {
        return None;
    }
    let lasts = LASTS.iter().any(|s| word.starts_with(s)) || verb.perfect && unit.english.folded(verb.first) != "had";
    Some(note(unit, (verb.first, verb.verb), (at, at), (UNDER_WAY, DONE), if lasts { LASTING } else { WAS_DOING }))
}

/// The Arabic token that tells as a whole act what English tells as under way: what accounts for the verb or, if nothing does, what
/// nothing else accounts for where it should stand.
fn done(unit: &Unit, verb: Tensed) -> Option<usize> {
    /// How far, in tokens, `كان` stands before its verb.
    const BEFORE: usize = 5;
    let arabic = &unit.arabic;
    let lasts = |t: usize| {
        let word = arabic.folded(t);
        let bare = without_conjunction(word);
        verb::is_was(word)
            || matches!(bare, "بينما" | "قيد" | "اثناء" | "يزال" | "تزال" | "زال" | "زالت" | "زالوا" | "ظل" | "ظلت")
            || KEEPS_ON.contains(&bare)
    };
    // `was trading`, `جرى تداوله`: the noun of a deed tells what was done, not who did it.
    let tells = |t: usize| if verb.form == Form::BeingDone { verb::tells_done(unit, t) } else { verb::is_past(unit, t) };
    let whole = |t: &usize| tells(*t) && !lasts(*t) && !arabic.before(*t, BEFORE).any(lasts);
    let partner = counterpart(unit, Lang::English, verb.verb);
    if let Some(at) = partner.filter(whole) {
        return Some(at);
    }
    let range = facing(unit, Lang::English, verb.first, verb.verb)?;
    let free = |t: &usize| partner.is_none() && arabic.item_at(*t).is_none_or(|i| unit.partner(Lang::Arabic, i).is_none());
    if range.clone().any(|t| lasts(t) || verb::is_imperfect(unit, t)) {
        return None;
    }
    let nothing_else = || partner.is_none() && !arabic.token_range().any(|t| lasts(t) || verb::is_imperfect(unit, t));
    if nothing_else() {
        return range.clone().find(|t| verb::is_past(unit, *t)).or_else(|| arabic.token_range().find(|t| verb::is_past(unit, *t)));
    }
    range.clone().find(|t| (free(t) || verb.form == Form::BeingDone) && verb::is_past(unit, *t) && whole(t))
}

/// `has been a town` for `هي مدينة`.
fn has_been(unit: &Unit, verb: Tensed) -> Option<Note> {
    let english = &unit.english;
    // `This year it has been so`, `has been about`: till now, or not in so many words.
    let long = |t: usize| {
        matches!(english.folded(t), "since" | "ago" | "years" | "decades" | "centuries" | "recently" | "always" | "for" | "year")
    };
    if matches!(english.folded(verb.verb), "about" | "between" | "able")
        || english.precedes(verb.verb, &["-"])
        || english.token_range().any(long)
    {
        return None;
    }
    let at = present(unit, verb).filter(|_| !may_tell_past(unit, verb.first, verb.verb))?;
    Some(note(unit, (verb.first, verb.verb), (at, at), (TILL_NOW, PRESENT), HAS_BEEN))
}

/// `is having` for `لديه`, `is consisting of`: verbs that tell a state and no act.
fn state(unit: &Unit, verb: Tensed) -> Option<Note> {
    #[rustfmt::skip]
    const STATES: &[&str] = &[
        "believing", "consisting", "containing", "knowing", "owning", "belonging", "possessing", "resembling", "including", "deserving", "comprising",
    ];
    /// What is had for a while.
    #[rustfmt::skip]
    const EVENTS: &[&str] = &[
        "trouble", "difficulty", "difficulties", "problems", "problem", "pain", "symptoms", "effect", "effects", "impact", "fun", "time", "baby", "child",
        "party", "lunch", "dinner", "breakfast", "talks", "conversation", "conversations", "sex", "surgery", "issues", "doubts", "attack", "second", "to",
        "fever", "breathing", "chills", "some", "discussions", "meeting", "meetings", "debate", "babies", "children", "treatment", "success",
        "moment", "thoughts",
    ];
    let english = &unit.english;
    let word = english.folded(verb.verb);
    let event = || (verb.verb + 1..verb.verb + 5).any(|t| EVENTS.contains(&english.folded_at(t)));
    let is = matches!(english.folded(verb.first), "is" | "are") && !verb.perfect;
    let next = |words: &[&str]| (verb.verb + 1..verb.verb + 4).any(|t| words.contains(&english.folded_at(t)));
    let is_state = match word {
        "having" => verb.time != Time::Past && !event(),
        "sharing" => next(&["view", "views", "opinion", "border", "name"]),
        "establishing" => is && english.folded_at(verb.verb + 1) == "it",
        "referring" | "agreeing" | "depending" | "existing" | "needing" => {
            is && (word == "referring" || english.folded_at(verb.verb + 1) != "to")
        }
        _ => STATES.contains(&word) && !verb.perfect,
    };
    is_state.then(|| english_form(unit, (verb.first, verb.verb), STATE))
}

fn is_habit(word: &str) -> bool {
    matches!(word, "often" | "usually" | "generally" | "normally" | "sometimes" | "typically")
}

/// `to be producing`, `be having`, `are often functioning`.
fn no_form(unit: &Unit, t: usize) -> Option<Note> {
    let english = &unit.english;
    let (word, before, next) = (english.folded(t), english.folded_at(t.wrapping_sub(1)), english.folded_at(t + 1));
    let be = |w: &str| matches!(w, "is" | "are");
    if is_habit(word) {
        let (first, last) = match (be(before), be(next)) {
            (true, _) if is_under_way(next) => (t - 1, t + 1),
            (_, true) if is_under_way(english.folded_at(t + 2)) => (t, t + 2),
            _ => return None,
        };
        return Some(english_form(unit, (first, last), STATE));
    }
    if word == "be" && next == "being" && !matches!(before, "will" | "not" | "n't") {
        return Some(english_form(unit, (t, (t + 2).min(english.tokens.1 - 1)), NO_FORM));
    }
    // `seems to be working`, `was found to be carrying`, `is going to be living`.
    let may_be = |t: usize| {
        let word = english.folded(t);
        let meant = [
            "seem", "appear", "going", "happen", "claim", "pretend", "like", "want", "need", "ha", "used", "tend", "suppose", "thought",
            "ought",
        ];
        meant.iter().any(|s| word.starts_with(s))
            || word.ends_with("ed")
            || matches!(word, "found" | "said" | "known" | "shown" | "not" | "only")
    };
    let verb = english.behind(t, 2).find(|v| !is_between(english.folded(*v)))?;
    let free = || t >= english.tokens.0 + 2 && !english.before(t - 1, 3).any(may_be);
    (before == "to" && is_under_way(english.folded(verb)) && free()).then(|| english_form(unit, (t - 1, verb), STATE))
}

/// Whether somebody can be it for a while: `is being careful`.
fn behaves(view: &View, t: usize) -> bool {
    #[rustfmt::skip]
    const MANNERS: &[&str] = &[
        "careful", "honest", "modest", "polite", "rude", "silly", "stupid", "unfair", "fair", "selfish", "cautious", "nice", "kind", "difficult",
        "generous", "naive", "patient", "reasonable", "serious", "sarcastic", "ridiculous", "cruel", "brave", "foolish", "so", "too", "very", "a",
        "an", "less", "more", "under", "in", "on", "at", "as", "overly", "deliberately", "open", "transparent", "proactive", "responsible",
        "aggressive", "racist", "clear", "truthful", "cooperative", "well", "able",
        "manipulative", "dishonest", "reckless", "unreasonable", "obstructive", "stubborn", "evasive", "disrespectful", "hypocritical", "vindictive",
        "petty", "defensive", "ironic", "coy", "pragmatic", "realistic", "optimistic", "frank", "blunt", "greedy", "lazy", "paranoid", "mean", "dramatic",
    ];
    MANNERS.contains(&view.folded(t))
}

/// A form that English does not take here. In a source it is only worth a look.
fn english_form(unit: &Unit, english: (usize, usize), odds: f32) -> Note {
    let partner = counterpart(unit, Lang::English, english.1);
    let (english, arabic) = (unit.english.side.tokens.span(english.0, english.1), partner.map(|t| unit.arabic.side.tokens.span(t, t)));
    let (quoted, form) = (unit.quoted(Some(english), arabic), unit.english.words(english));
    let message = match arabic.map(|span| unit.arabic.words(span)) {
        None => format!("English does not say “{form}” here: this form of the verb is of acts under way."),
        Some(arabic) => format!("English does not say “{form}” for “{arabic}”: this form of the verb is of acts under way."),
    };
    // Words of one side alone would be taken for added ones.
    let kind = Some(Kind::Mistranslated);
    let severity = if unit.source() == Lang::English { Severity::Neutral } else { Severity::Minor };
    Note { message, odds, kind, severity: Some(severity), ..quoted }
}

#[cfg(test)]
mod tests {
    use crate::audit::present::{PAST, TO_COME};
    use crate::audit::testing::{findings, in_english, unsure};
    use crate::finding::Severity;

    fn found(arabic: &str, english: &str) -> Vec<String> {
        let findings = in_english("modality-mismatch", arabic, english).into_iter();
        let mine = |m: &str| ["under way", "until now"].iter().any(|s| m.contains(s));
        findings.filter(|f| mine(&f.message)).map(|f| f.found).collect()
    }

    #[test]
    fn what_was_done_is_not_under_way() {
        assert_eq!(
            found("وصل الوزير إلى الميناء صباح الاثنين.", "The minister was arriving at the port on Monday morning."),
            ["was arriving"]
        );
        assert_eq!(found("أُغلق الجسر بعد الفيضان.", "The bridge was being closed after the flood."), ["was being closed"]);
        assert_eq!(found("تم إغلاق الجسر بعد الفيضان.", "The bridge was being closed after the flood."), ["was being closed"]);
        let back = findings("modality-mismatch", "The minister was arriving at the port.", "وصل الوزير إلى الميناء.");
        assert_eq!(back.iter().filter(|f| f.found == "وصل").count(), 1);
    }

    #[test]
    fn what_is_so_has_not_been_so() {
        assert_eq!(found("القرية هي ميناء هادئ على الساحل.", "The village has been a quiet harbour on the coast."), ["has been a"]);
    }

    #[test]
    fn forms_that_no_english_verb_takes() {
        assert_eq!(found("تحتوي القرية على ميناء.", "The village is having a harbour."), ["is having"]);
        assert_eq!(found("الميناء جاهز.", "The harbour is being ready."), ["is being ready"]);
        assert_eq!(found("يجب إغلاق الجسر.", "The bridge should be being closed."), ["be being closed"]);
        assert_eq!(found("يجمع المزارعون الماء لري الحقول.", "Farmers collect water to be irrigating the fields."), ["to be irrigating"]);
        assert_eq!(found("غالبا ما يجمع المزارعون الماء.", "Farmers are often collecting water."), ["are often collecting"]);
        let of_source = findings("modality-mismatch", "The village is having a harbour.", "تحتوي القرية على ميناء.");
        assert!(of_source.iter().any(|f| f.message.contains("say “is having”") && f.severity == Severity::Neutral));
    }

    #[test]
    fn what_is_under_way_in_both_stays() {
        for (arabic, english) in [
            ("كان الوزير يصل إلى الميناء.", "The minister was arriving at the port."),
            ("وصل الوزير إلى الميناء.", "The minister arrived at the port."),
            ("كان يسمح للسجناء بالخروج ساعة في اليوم.", "Prisoners were being let out for an hour a day."),
            ("قال الوزير إنه غادر الميناء.", "The minister said he was leaving the port."),
            ("كان الجسر يُغلق.", "The bridge was being closed."),
            ("فحص المهندسون الجسر منذ الفجر.", "Engineers had been examining the bridge since dawn."),
            ("كانت القرية ميناء هادئا منذ سنوات.", "The village has been a quiet harbour for years."),
            ("يعاني الأطفال من صعوبة في التنفس.", "The children are having difficulty breathing."),
            ("يتوخى الوزير الحذر.", "The minister is being careful."),
            ("يبدو أن المزارعين يجمعون الماء.", "The farmers seem to be collecting water."),
        ] {
            assert!(found(arabic, english).is_empty(), "{english} {:?}", found(arabic, english));
        }
    }

    #[test]
    fn verbs_that_last_by_themselves_are_no_sure_finding() {
        let (english, arabic) = ("The engineer was working at the port.", "عملت المهندسة في الميناء.");
        assert_eq!(findings("modality-mismatch", english, arabic).len(), 0);
        assert_eq!(unsure("modality-mismatch", english, arabic).len(), 1);
    }

    #[test]
    fn times_have_their_arabic() {
        let terms = include_str!("../report/language/terms.tsv");
        for term in [super::UNDER_WAY, super::DONE, super::TILL_NOW, super::PRESENT, PAST, TO_COME] {
            assert!(terms.lines().any(|line| line.split('\t').next() == Some(term)), "{term}");
        }
    }

    #[test]
    fn what_goes_on_by_its_verb() {
        let goes_on = |arabic: &str| found(arabic, "The shop had been selling stolen bikes.").len();
        assert_eq!(goes_on("دأب المتجر على بيع دراجات مسروقة."), 0);
        assert!(found("يعيش النادي لحظته.", "The club is having a moment.").is_empty());
        assert!(found("لا يتلاعب الطفل بأحد.", "The child is not being manipulative.").is_empty());
    }
}
