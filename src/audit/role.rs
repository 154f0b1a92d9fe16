//! Rule role-reversal: who did what to whom, reversed.
//!
//! This file looks at deeds of a closed list, and only where both people of the deed are accounted for next to it in both
//! languages: English by order and voice, Arabic by order, by the preposition that marks one of the two, and by voice. Any other
//! verb is for [`any`], which asks for more.

mod any;
mod arguments;
mod around;
mod cause;
mod ends;
mod envoy;
mod exchange;
mod objects;
mod relative;
pub(super) mod swapped;
mod transfer;

use std::sync::LazyLock;

use self::arguments::{REACH, after, before, is_counted, pronoun_before, receiver};
use super::cue::{Cue, Lists};
use super::facing::{counterpart, next_item, partner_token};
use super::unit::{Note, Unit, View};
use super::{relation, voice};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::token::Kind;
use crate::lexicon::words;
use crate::span::Span;

/// Chance of an accident up to which two words are taken for translations of each other.
const SURE: f32 = 0.1;

/// Prepositions with the pronoun of what the clause is about, folded.
const RESUMING: &[&str] =
    &["عليها", "عليه", "عليهم", "بها", "به", "بهم", "منها", "منه", "منهم", "عنها", "عنه", "لها", "له", "لهم", "اليها", "اليه"];

/// Arabic prepositions that may stand before a noun, folded.
#[rustfmt::skip]
const ARABIC_PREPOSITIONS: &[&str] = &[
    "الي", "من", "مع", "ضد", "علي", "حول", "فوق", "نحو", "تجاه", "في", "عن", "وراء", "خلف", "بين", "لدي", "عند", "تحت", "امام", "قبل", "بعد", "خلال",
    "عبر", "قرب", "بشان", "بسبب", "ازاء", "حيال", "داخل", "خارج", "ضمن", "وسط", "رغم", "لصالح", "باتجاه",
];

/// Arabic words before whoever or whatever did it, folded.
const AGENTS: &[&str] = &["قبل", "يد", "جانب", "بواسطه", "ايدي", "طرف", "جراء", "نتيجه", "بفعل", "بسبب", "اثر", "ب"];

/// A line of the list, and whether the subject of an Arabic form is the one it is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Deed {
    line: usize,
    converse: bool,
}

struct Deeds {
    lists: Lists<Deed>,
    /// Of each line, what marks the one it is done to, and what marks the doer after a converse form.
    marks: Vec<(Vec<&'static str>, Vec<&'static str>)>,
}

static DEEDS: LazyLock<Deeds> = LazyLock::new(|| {
    let mut deeds = Deeds { lists: Lists::new(), marks: Vec::new() };
    let lines = include_str!("../lexicon/data/role.tsv").lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty());
    for (line, row) in lines.enumerate() {
        let mut columns = row.split('\t').chain(std::iter::repeat(""));
        let mut column = || columns.next().unwrap_or("").trim();
        let (english, active, patient, converse, doer) = (column(), column(), column(), column(), column());
        deeds.lists.add(Lang::English, english, Deed { line, converse: false }, true);
        deeds.lists.add(Lang::Arabic, active, Deed { line, converse: false }, true);
        deeds.lists.add(Lang::Arabic, converse, Deed { line, converse: true }, true);
        let marks = |forms: &'static str| forms.split('|').filter(|f| !f.is_empty()).collect();
        deeds.marks.push((marks(patient), marks(doer)));
    }
    deeds
});

/// A person of the deed: the items that name it and their counterparts.
struct Person {
    /// Place of its words in English.
    span: Span,
    /// First and last token of its counterpart.
    place: (usize, usize),
}

/// Deeds whose doer is the one it is done to on the other side.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let start = notes.len();
    relation::check(unit, notes);
    voice::check(unit, notes);
    ends::check(unit, notes);
    objects::check(unit, notes);
    notes.extend(exchange::check(unit));
    notes.extend(swapped::check(unit));
    notes.extend(transfer::check(unit));
    notes.extend(relative::check(unit));
    notes.extend(around::check(unit));
    notes.extend(cause::check(unit));
    notes.extend(envoy::check(unit));
    let english = DEEDS.lists.cues(&unit.english, Lang::English);
    let arabic = if english.is_empty() { Vec::new() } else { DEEDS.lists.cues(&unit.arabic, Lang::Arabic) };
    // The `Support` of the Rapid Support Forces is no deed.
    let is_named = |verb: &Cue<Deed>| verb.first > unit.english.tokens.0 && unit.english.is_capital(verb.first);
    let deeds = english.iter().filter(|verb| !is_named(verb));
    let listed: Vec<_> = deeds.filter_map(|verb| Some((verb, answering(unit, verb, &arabic)?))).collect();
    any::check(unit, |t| listed.iter().any(|(c, _)| (c.first..=c.last).contains(&t)), notes);
    notes.extend(listed.iter().filter_map(|(verb, answer)| reversed(unit, verb, answer)));
    // Two may see the same: the likeliest of them says it.
    let mut said: Vec<Span> = Vec::new();
    let mut found = notes.split_off(start);
    found.sort_by(|x, y| y.odds.total_cmp(&x.odds));
    for note in found {
        let span = note.english.unwrap_or_default();
        if !said.iter().any(|s| s.overlaps(span)) {
            said.push(span);
            notes.push(note);
        }
    }
}

/// The Arabic verb that stands where that of `verb` should.
fn answering<'c>(unit: &Unit, verb: &Cue<Deed>, arabic: &'c [Cue<Deed>]) -> Option<&'c Cue<Deed>> {
    let near = next_item(&unit.english, verb.last + 1, REACH).and_then(|i| partner_token(unit, Lang::English, i));
    let own = (verb.first..=verb.last).find_map(|t| counterpart(unit, Lang::English, t));
    let all: Vec<&Cue<Deed>> = arabic.iter().filter(|c| c.class.line == verb.class.line).collect();
    match (&all[..], own.or(near)) {
        ([only], _) => Some(only),
        (many, Some(at)) => many.iter().copied().min_by_key(|c| c.first.abs_diff(at)).filter(|c| c.first.abs_diff(at) <= REACH),
        _ => None,
    }
}

fn reversed(unit: &Unit, verb: &Cue<Deed>, answer: &Cue<Deed>) -> Option<Note> {
    let passive = is_passive(&unit.english, verb);
    // `stone-throwing`, `recommend avoiding travel`; `controlled by Turkey`, تسيطر عليها تركيا.
    let before_it = |n: usize| unit.english.folded_at(verb.first.wrapping_sub(n));
    let determined = |n: usize| matches!(before_it(n), "a" | "an" | "the" | "this" | "his" | "her" | "its" | "their");
    // `the avalanche warning` is none either.
    let noun = before_it(1) == "-" || determined(1) || determined(2) && unit.english.folded(verb.first) == "warning";
    let resumed = passive && RESUMING.contains(&unit.arabic.folded_at(answer.last + 1));
    // `were found dead nearby` does not say who found them.
    let agentless = !passive && words::is_passive_helper(unit.english.folded_at(verb.first.wrapping_sub(1)));
    if noun || resumed || agentless || unit.english.folded_at(verb.last + 1).ends_with("ing") {
        return None;
    }
    let (start, end) = before(&unit.english, verb.first);
    let left = person(unit, (answer.first, answer.last), (start..end).rev());
    let given = DEEDS.marks[verb.class.line].0.iter().any(|m| matches!(*m, "ل" | "الي")) && !passive;
    let to = given.then(|| receiver(&unit.english, verb.last)).flatten();
    let (start, end) = to.unwrap_or_else(|| after(&unit.english, verb.last, passive));
    let right = person(unit, (answer.first, answer.last), start..end);
    let (doer, victim) = if passive { (right, left) } else { (left, right) };
    let marks = &DEEDS.marks[verb.class.line];
    let view = &unit.arabic;
    let marked = |person: &Person, by: &[&str]| by.iter().any(|m| stands_before(unit, person.place.0, m));
    let (Some(d), Some(v)) = (&doer, &victim) else {
        // Only one of the two is a name; its mark tells.
        let wrong = match (&doer, &victim, answer.class.converse) {
            (None, Some(v), false) if !passive && pronoun_before(&unit.english, verb.first).is_some() => {
                any::has_object(unit, answer.last) && v.place.0 > answer.last && v.place.0 <= answer.last + 2 && !marked(v, &marks.0)
            }
            (Some(d), None, false) if passive => marked(d, &marks.0) && d.place.0 > answer.last && d.place.0 <= answer.last + 3,
            (None, Some(v), true) => marked(v, &marks.1) && v.place.0 > answer.last && v.place.0 <= answer.last + 3,
            _ => false,
        };
        let person = doer.as_ref().or(victim.as_ref()).filter(|_| wrong)?;
        return Some(note(unit, verb.span(&unit.english), answer.span(&unit.arabic), &[person], 0.9));
    };
    let (first, second) = if d.place.0 < v.place.0 { (d, v) } else { (v, d) };
    if first.place.1 >= second.place.0 || is_broken(view, first.place.0.min(answer.first), second.place.1.max(answer.last)) {
        return None;
    }
    // The second stands behind the verb, close to what is before it.
    if second.place.0 < answer.first
        || second.place.0 > first.place.1.max(answer.last) + 6
        || first.place.0 > answer.last + 4
        || first.place.1 + 4 < answer.first
    {
        return None;
    }
    // أُغلق معبران, and أوقف متظاهرون خلال صدامات بين الشرطة ومحتجين, do not say who did it.
    let between = || std::ptr::eq(first, v) && (1..3).any(|n| view.folded_at(d.place.0.wrapping_sub(n)) == "بين");
    if !passive && (is_vowelled_passive(view, answer.last) || between()) {
        return None;
    }
    let agent_marked = |p: &Person| AGENTS.iter().any(|m| stands_before(unit, p.place.0, m));
    let exposed =
        view.about(answer.first..answer.last + 1, 4, 0).any(|i| ["تعرض", "قوبل", "حظي"].iter().any(|stem| view.folded(i).contains(stem)));
    if agent_marked(first) || agent_marked(second) || (exposed && !answer.class.converse) {
        return None;
    }
    // قتلت فتاة بالرصاص, `a girl was killed by gunfire`: with what it was done.
    if passive && stands_before(unit, d.place.0, "ب") && ![&marks.0, &marks.1].iter().any(|m| m.contains(&"ب")) {
        return None;
    }
    // `عينه الملك`, `the king appointed him`, is the passive said otherwise; `ساعد في العمل الأب` has its subject behind.
    let pronoun = view.folded(answer.last).ends_with(['ه', 'ا', 'م']) && view.folded(answer.last).chars().count() > 3;
    let before = if first.place.0 > view.tokens.0 { view.folded(first.place.0 - 1) } else { "" };
    // So does صور أرسلها التلسكوب, `the telescope sent images`.
    let resumes = passive && pronoun || std::ptr::eq(first, v) && any::has_object(unit, answer.last);
    if resumes && d.place.0 == answer.last + 1 || matches!(before, "في" | "عن" | "الي") {
        return None;
    }
    let (patients, doers) = (&marks.0, &marks.1);
    let subject = match (answer.class.converse, marked(first, patients), marked(second, patients)) {
        (true, ..) if marked(second, doers) => first,
        (false, false, _) => first,
        (false, true, false) => second,
        (true, ..) | (false, true, true) => return None,
    };
    // `visited by an inspector`, زار المدرسة مفتش: the subject has no article and comes last.
    let named = |p: &Person| p.span.of(unit.english.text).starts_with(char::is_uppercase);
    let definite = |p: &Person| view.folded(p.place.0).starts_with("ال") || named(p);
    if passive && std::ptr::eq(subject, v) && definite(v) && !definite(d) {
        return None;
    }
    let doer_is_subject = std::ptr::eq(subject, d);
    let other = if doer_is_subject { v } else { d };
    let is_marked = marked(first, patients) || marked(second, patients);
    if !answer.class.converse && !is_marked && super::verb::agrees_with_other(unit, answer.first, subject.place.0, other.place.0) {
        return None;
    }
    (doer_is_subject == answer.class.converse).then(|| note(unit, verb.span(&unit.english), answer.span(&unit.arabic), &[d, v], 1.0))
}

/// Whether the vowel that is written on an Arabic verb in the perfect makes it a passive: أُغلق.
fn is_vowelled_passive(view: &View, token: usize) -> bool {
    let word = view.words(view.side.tokens.span(token, token));
    word.contains('\u{64f}') && !without_conjunction(word).starts_with(['ي', 'ت', 'ن'])
}

/// Whether what stands from English token `t` on, behind `by`, is the means by which something is told or sent, or by how much it was
/// decided: nobody does it.
fn is_means(view: &View, t: usize) -> bool {
    #[rustfmt::skip]
    const MEANS: [&str; 18] = [
        "email", "e", "phone", "telephone", "text", "post", "mail", "letter", "fax", "radio", "video", "courier", "satellite", "air", "sea", "road",
        "rail", "mistake",
    ];
    const MEASURES: [&str; 9] = ["margin", "margins", "majority", "vote", "votes", "landslide", "consensus", "percent", "points"];
    // `by the majority leader` tells who.
    let ends = |t: usize| !view.is_word(t) || words::is_function(Lang::English, view.folded(t));
    let measures = |t: usize| MEASURES.contains(&view.folded_at(t)) && ends(t + 1);
    MEANS.contains(&view.folded_at(t)) || (t..t + 4).any(measures)
}

/// `was shot by`, `accused by`; not `helps by giving`.
fn is_passive(view: &View, verb: &Cue<Deed>) -> bool {
    let form = view.folded(verb.first);
    // `sent abroad and raised by nuns` does not say who sent, nor `saw buses escorted by cars` who saw.
    let another = |i: usize| view.folded(i).ends_with("ed") && !matches!(view.folded(i - 1), "nor" | "or");
    // `was attacked and killed by`
    let joined = |i: usize| {
        i == verb.last + 1
            && words::is_passive_helper(view.folded_at(verb.first.wrapping_sub(1)))
            && view.folded(i) == "and"
            && view.folded_at(i + 2) == "by"
    };
    let second = |i: usize| i > view.tokens.0 && joined(i - 1);
    let ends = |i: usize| matches!(view.folded(i), "and" | "," | "but") && !joined(i) || another(i) && !second(i);
    let mut reach = view.behind(verb.last, 5).take_while(|i| !ends(*i));
    let by = reach.find(|i| view.folded(*i) == "by");
    // `the court rejected claims by the widow`: who made the claims.
    let helped = view.before(verb.first, 4).any(|i| words::is_passive_helper(view.folded(i)));
    let next = view.folded_at(verb.last + 1);
    let has_object = next != "by" && !next.ends_with("ly") && !is_adverbial(next);
    !form.ends_with("ing")
        && (helped || !has_object)
        && !form.ends_with('s')
        && by.is_some_and(|i| {
            i + 1 < view.tokens.1
                && !view.folded(i + 1).ends_with("ing")
                && !is_means(view, i + 1)
                && !is_counted(view, view.side.tokens.span(i + 1, i + 1))
        })
}

/// Whether an English word behind a participle begins what says when, where or how, or another deed, rather than what the deed is done
/// to: `killed on Monday by`, `attacked or robbed by`.
fn is_adverbial(word: &str) -> bool {
    matches!(
        word,
        "on" | "in" | "at" | "last" | "this" | "yesterday" | "earlier" | "or" | "over" | "during" | "from" | "to" | "up" | "down"
    )
}

/// Small words that belong to the verb before them: `bought back`, إعادة شراء.
const PARTICLES: [&str; 9] = ["back", "again", "up", "out", "off", "down", "away", "over", "together"];

/// Whether the deed at English token `verb` is told from the other side by the Arabic one at `deed`: `Norway beat Slovenia`, خسرت
/// سلوفينيا أمام النرويج. Who did it must be marked as such, or else who suffered it stand right behind.
pub(super) fn is_told_from_the_other_side(unit: &Unit, verb: usize, deed: usize) -> bool {
    let cue_at = |lang: Lang, t: usize| DEEDS.lists.cues(unit.view(lang), lang).into_iter().find(|c| (c.first..=c.last).contains(&t));
    let (Some(verb), Some(deed)) = (cue_at(Lang::English, verb), cue_at(Lang::Arabic, deed)) else { return false };
    if verb.class.line != deed.class.line || !deed.class.converse {
        return false;
    }
    let passive = is_passive(&unit.english, &verb);
    let place = (deed.first, deed.last);
    let (start, end) = before(&unit.english, verb.first);
    let left = person(unit, place, (start..end).rev());
    let (start, end) = after(&unit.english, verb.last, passive);
    let right = person(unit, place, start..end);
    let (doer, victim) = if passive { (right, left) } else { (left, right) };
    let marks = &DEEDS.marks[verb.class.line].1;
    let is_marked = |p: &Person| p.place.0 > deed.last && marks.iter().any(|m| stands_before(unit, p.place.0, m));
    let suffers = |p: &Person| p.place.0 > deed.last && p.place.0 - deed.last <= 2 && !is_marked(p);
    match (&doer, &victim) {
        (Some(doer), Some(victim)) => is_marked(doer) && !is_marked(victim),
        (Some(doer), None) => is_marked(doer),
        (None, Some(victim)) => suffers(victim),
        (None, None) => false,
    }
}

/// Who is named by the English tokens `range`, from the verb on, as far as the counterparts stand together.
fn person(unit: &Unit, answer: (usize, usize), range: impl Iterator<Item = usize>) -> Option<Person> {
    let view = &unit.english;
    let mut person: Option<Person> = None;
    for token in range {
        let Some(item) = view.item_at(token) else { continue };
        let Some(at) = partner_token(unit, Lang::English, item) else { continue };
        let verb = at >= answer.0 && at <= answer.1;
        if verb
            || PARTICLES.contains(&view.folded(token))
            || view.folded(token).ends_with("ly")
            || unit.accident(Lang::English, item) > 0.1 && !view.is_capital(token)
            || words::stands_light(&view.side.tokens, token)
            || view.folded(token) == "fact"
        {
            continue;
        }
        let span = view.item(item).span;
        person = Some(match person {
            None => Person { span, place: (at, at) },
            Some(p) if at + 3 < p.place.0 || at > p.place.1 + 3 => return Some(p),
            Some(p) => Person { span: p.span.cover(span), place: (p.place.0.min(at), p.place.1.max(at)) },
        });
    }
    person
}

/// Whether `mark` stands right before the Arabic phrase at `token`, a title or another noun of it between allowed, or is joined
/// to its first word.
fn stands_before(unit: &Unit, token: usize, mark: &str) -> bool {
    let view = &unit.arabic;
    let words: Vec<&str> = mark.split(' ').collect();
    let last = words.last().copied().unwrap_or("");
    if last.chars().count() == 1 {
        // The ب of بريطانيا is its own, that of بالرصاص is not.
        let joined = |i: usize| view.folded(i).strip_prefix(last).is_some_and(|rest| rest.starts_with("ال"));
        let own = |i: usize| view.side.readings.of(i).iter().any(|r| unit.lexicon().folded(r.id) == view.folded(i));
        return view
            .around(token, 1, 0)
            .any(|i| view.folded(i).starts_with(last) && view.folded(i).chars().count() > 3 && (joined(i) || !own(i)));
    }
    // `إلى أن دفع الأب` marks a clause.
    let clause = |back: usize| back > 1 && matches!(view.folded(token - back + 1), "ان" | "ما");
    (1..4).any(|back| token >= view.tokens.0 + back && view.folded(token - back) == last && !clause(back))
}

/// Whether a new clause starts between two Arabic tokens.
fn is_broken(view: &View, from: usize, to: usize) -> bool {
    (from + 1..to).any(|i| {
        let word = view.folded(i);
        view.side.tokens.get(i).is_some_and(|t| t.kind == Kind::Symbol && !matches!(word, "-" | "\"" | "(" | ")"))
            || matches!(
                word,
                "الذي"
                    | "التي"
                    | "الذين"
                    | "ان"
                    | "انه"
                    | "انها"
                    | "انهم"
                    | "لكن"
                    | "حيث"
                    | "بعد"
                    | "قبل"
                    | "عندما"
                    | "كما"
                    | "بينما"
                    | "مما"
                    | "ما"
            )
            || (i > from + 1 && word.starts_with('و') && word.starts_with("وال"))
    })
}

fn note(unit: &Unit, verb: Span, answer: Span, people: &[&Person], odds: f32) -> Note {
    let (mut e, mut a) = (verb, answer);
    for person in people {
        e = e.cover(person.span);
        a = a.cover(unit.arabic.side.tokens.span(person.place.0, person.place.1));
    }
    let quoted = unit.quoted(Some(unit.english.whole_names(e)), Some(unit.arabic.whole_names(a)));
    let (expected, found) = (&quoted.expected, &quoted.found);
    let message = format!("Who does what to whom seems to be reversed: the source says “{expected}”, the translation “{found}”.");
    Note { message, odds, ..quoted }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn reversed(english: &str, arabic: &str) -> bool {
        !findings("role-reversal", english, arabic).is_empty()
    }

    #[test]
    fn a_deed_done_by_the_other_is_found() {
        for (english, arabic) in [
            ("The mayor accused the police of theft.", "اتهمت الشرطة رئيس البلدية بالسرقة."),
            ("The archbishop accused the government of corruption.", "اتهمت الحكومة رئيس الأساقفة بأنه أدار ظهره للفقراء."),
            ("The guards repelled the rebels.", "صد المتمردون الحراس."),
            ("The company acquired the bank.", "استحوذ البنك على الشركة."),
            ("Germany defeated Brazil in the final.", "هزمت البرازيل ألمانيا في النهائي."),
            ("The hunter was shot by Farrow.", "أطلق الصياد النار على فارو."),
            ("The farmer was attacked and killed by soldiers.", "هاجم المزارع الجنود وقتلهم."),
            ("The union sued the bank.", "قاضى البنك النقابة."),
            ("Spain ceded the island to Britain.", "تنازلت بريطانيا عن الجزيرة لإسبانيا."),
            ("Having crushed France, they went home.", "بعد هزيمتهم أمام فرنسا، عادوا إلى ديارهم."),
        ] {
            assert!(reversed(english, arabic), "{arabic}");
        }
    }

    #[test]
    fn other_orders_and_voices_stay() {
        for (english, arabic) in [
            ("A boy was killed by gunfire in the port.", "قتل صبي في الميناء بالرصاص."),
            ("There was no comment from the Rapid Support Forces.", "لم يصدر تعليق عن قوات الدعم السريع."),
            ("Two cyclones strike the island each year.", "يضرب الجزيرةَ إعصاران سنويا."),
            ("The satellite sent back pictures of the storm.", "بحوزة العلماء صور أرسلها القمر الصناعي للعاصفة."),
            ("The mayor accused the police of theft.", "اتهم رئيس البلدية الشرطة بالسرقة."),
            ("The mayor accused the police of theft.", "رئيس البلدية اتهم الشرطة بالسرقة."),
            ("Police dispersed stone-throwing protesters.", "فرقت الشرطة محتجين يرشقونها بالحجارة."),
            ("Witnesses saw buses escorted by army vehicles.", "شهود عيان رأوا حافلات ترافقها سيارات تابعة للجيش."),
            ("Germany defeated Brazil in the final.", "فازت ألمانيا على البرازيل في النهائي."),
            ("Germany defeated Brazil in the final.", "خسرت البرازيل أمام ألمانيا في النهائي."),
            ("The hunter was attacked by soldiers.", "تعرض الصياد لهجوم من قبل جنود."),
            ("The hunter was attacked by soldiers.", "هاجم جنود الصياد."),
            ("The workers sued the bank.", "رفع العمال دعوى على البنك."),
            ("The mayor helps the poor by giving bread.", "يساعد رئيس البلدية الفقراء بتوزيع الخبز."),
            ("The mayor praised the police.", "أشاد رئيس البلدية بالشرطة."),
            ("The mayor praised the police.", "أشاد بالشرطة رئيس البلدية."),
            ("Spain ceded the island to Britain.", "تنازلت إسبانيا عن الجزيرة لبريطانيا."),
            ("The school was visited by an inspector.", "زار المدرسة مفتش."),
            ("Police arrested ten demonstrators.", "أوقف عشرة متظاهرين خلال صدامات بين قوات الشرطة ومحتجين."),
            ("The ministry summoned the ambassador.", "استُدعي السفير إلى الوزارة."),
            ("Two brothers were found dead nearby.", "عُثر على شقيقين جثتين هامدتين في مكان قريب."),
            ("The area is controlled by Turkey.", "المنطقة تسيطر عليها تركيا."),
            ("The governments recommend avoiding boats.", "توصي الحكومات بتجنب القوارب."),
            ("The minister read an order signed by the king.", "قرأ الوزير أمرا من الملك."),
            ("They were held until the father paid ransoms.", "احتجزوا إلى أن دفع الأب فديات."),
            ("The court rejected claims by the former mistress.", "رفضت المحكمة مزاعم العشيقة السابقة."),
            ("What we lived through tonight was hell.", "ما عشناه الليلة كان جحيما."),
            (
                "Farmers who lost sheep to wolves are working to prevent hunters from leaving.",
                "يعمل مزارعون فقدوا خرافهم لمنع الصيادين من قتل الذئاب.",
            ),
            ("The governor was appointed by the king.", "كان هناك حاكم عينه الملك."),
            ("The rate recovered after the Treasury bought back bonds.", "تعافى السعر إثر إعادة شراء الخزانة سندات."),
            ("The company took over the bank.", "استحوذت الشركة على البنك."),
            ("The ministry took back the land from the bank.", "استعادت الوزارة الأرض من البنك."),
            ("The senator was defeated by thirty points.", "هُزم السيناتور بفارق ثلاثين نقطة."),
        ] {
            assert!(!reversed(english, arabic), "{arabic}");
        }
    }
}
