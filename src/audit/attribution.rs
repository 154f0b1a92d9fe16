//! Rule attribution-mismatch: who says it, and with what force.

use std::ops::Range;
use std::sync::LazyLock;

use super::cue::{Cue, Lists};
use super::facing::{Answer, answer, facing, is_glued, item_at, partner_token};
use super::sense;
use super::unit::{Note, Unit, View};
use crate::evidence::item::Kind;
use crate::finding::Kind as Finding;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lang::{Lang, english};
use crate::lexicon::words;
use crate::span::Span;

/// Two words less far apart than this, in letters per letter, may be one name.
const ALIKE: f32 = 0.3;

/// Items that far from each other, or less, may be about the same.
const NEAR: u32 = 3;

/// The force with which something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Speech,
    Hint,
    Deny,
    Admit,
    Claim,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "speech" => Self::Speech,
            "hint" => Self::Hint,
            "deny" => Self::Deny,
            "admit" => Self::Admit,
            "claim" => Self::Claim,
            _ => return None,
        })
    }

    const fn described(self) -> &'static str {
        match self {
            Self::Speech | Self::Hint => "said",
            Self::Deny => "denied",
            Self::Admit => "admitted",
            Self::Claim => "only claimed",
        }
    }
}

static LISTS: LazyLock<Lists<Class>> = LazyLock::new(|| {
    let mut lists = Lists::parse(include_str!("../lexicon/data/speech.tsv"), Class::named);
    for line in include_str!("../lexicon/data/reporting.tsv").lines() {
        if let Some((lang, form)) = line.split_once('\t') {
            let lang = if lang == "ar" { Lang::Arabic } else { Lang::English };
            lists.add(lang, &form.replace('_', " "), Class::Hint, false);
        }
    }
    lists
});

/// A statement with its speaker.
#[derive(Clone, Debug)]
struct Attribution {
    /// The words that say that it is one.
    cue: Cue<Class>,
    /// Tokens of the speaker; empty where it is not named.
    speaker: Range<usize>,
}

impl Attribution {
    fn span(&self, view: &View) -> Span {
        let cue = self.cue.span(view);
        if self.speaker.is_empty() {
            return cue;
        }
        // `al-Thawra` is one word to a reader.
        let mut last = self.speaker.end - 1;
        if view.folded(last) == "al" && view.folded(last + 1) == "-" && last + 2 < view.tokens.1 {
            last += 2;
        }
        cue.cover(view.side.tokens.span(self.speaker.start, last))
    }
}

/// Statements that one side puts in a mouth and the other does not, or in another mouth, or with another force.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() || is_glued(unit) {
        return;
    }
    let english = LISTS.cues(&unit.english, Lang::English);
    let arabic = LISTS.cues(&unit.arabic, Lang::Arabic);
    let ours = |lang: Lang, cues: &[Cue<Class>]| -> Vec<Attribution> {
        let cues =
            cues.iter().filter(|c| c.class == Class::Speech && (c.asks || lang == Lang::Arabic) && is_statement(unit.view(lang), lang, c));
        cues.map(|c| Attribution { cue: *c, speaker: speaker(unit.view(lang), lang, c) }).collect()
    };
    let (of_english, of_arabic) = (ours(Lang::English, &english), ours(Lang::Arabic, &arabic));
    for (lang, own, cues, other) in [(Lang::English, &of_english, &english, &arabic), (Lang::Arabic, &of_arabic, &arabic, &english)] {
        for attribution in own.iter().filter(|a| a.cue.asks) {
            let odds = match answer(unit, lang, &attribution.cue, cues, other) {
                Answer::Given => continue,
                // `according to the season` names no speaker.
                Answer::None if lang == Lang::Arabic && is_source(&unit.arabic, &attribution.cue) => -0.3,
                // `وأضاف` before a quotation goes on with a speaker who is known.
                Answer::None if lang == Lang::Arabic && attribution.speaker.is_empty() => -0.5,
                Answer::None => 1.6,
                Answer::Owned | Answer::Borrowed if lang == Lang::English && lost_its_force(unit, attribution) => 0.4,
                Answer::Owned => -0.5,
                Answer::Borrowed => -0.4,
            };
            if hinted(unit, lang, attribution, other) || (lang == Lang::English && is_glued_to_another(unit)) {
                continue;
            }
            notes.push(replaced(unit, lang, attribution).unwrap_or_else(|| lone(unit, lang, attribution, odds)));
        }
    }
    for attribution in &of_english {
        notes.extend(other_speaker(unit, attribution, &of_arabic));
    }
    forces(unit, &english, &arabic, notes);
}

/// Whether the speaker is there, but nothing answers for a verb that says more than `said`: another attribution nearby is no excuse.
fn lost_its_force(unit: &Unit, attribution: &Attribution) -> bool {
    const FORCEFUL: [&str; 12] =
        ["warn", "accuse", "admit", "threaten", "insist", "urge", "pledge", "vow", "promise", "demand", "condemn", "criticise"];
    let view = &unit.english;
    let forceful = |t: usize| {
        let mut found = false;
        english::lemmas(view.folded(t), &mut |lemma| found |= FORCEFUL.contains(&lemma));
        found
    };
    let answered = |t: usize| item_at(view, t).is_some_and(|i| unit.partner(Lang::English, i).is_some());
    let cue = attribution.cue.first..=attribution.cue.last;
    cue.clone().any(forceful) && !cue.filter(|t| forceful(*t)).any(answered) && attribution.speaker.clone().any(answered)
}

/// Another verb in the place of the reporting one, before the speaker who is still there: `واقتربت واشنطن` for `Washington warned`.
fn replaced(unit: &Unit, lang: Lang, attribution: &Attribution) -> Option<Note> {
    if lang == Lang::Arabic || !lost_its_force(unit, attribution) {
        return None;
    }
    let english = item_at(&unit.english, attribution.cue.first)?;
    let speaker = attribution.speaker.clone().filter_map(|t| item_at(&unit.english, t));
    let arabic = speaker.filter_map(|i| unit.partner(Lang::English, i)).min()?.checked_sub(1)?;
    let view = &unit.arabic;
    let stands = view.item_range().contains(&arabic) && view.item(arabic).kind == Kind::Word;
    let token = view.item(arabic).token as usize;
    let next = view.item(arabic + 1).token as usize;
    // What it accounts for, if anything, is far off: `near the start` for a word that also means to come near.
    let elsewhere = unit.partner(Lang::Arabic, arabic).is_none_or(|e| e.abs_diff(english) > NEAR);
    (stands && next == token + 1 && elsewhere).then(|| {
        let mut note = sense::in_its_place(unit, english, arabic, 0.9);
        let speaker = view.item(arabic + 1).span;
        note.english = Some(attribution.span(&unit.english));
        note.arabic = note.arabic.map(|span| span.cover(speaker));
        note.kind = Some(Finding::Mistranslated);
        note
    })
}

/// Whether something that may say who says it stands where it should.
fn hinted(unit: &Unit, lang: Lang, attribution: &Attribution, other: &[Cue<Class>]) -> bool {
    let cue = &attribution.cue;
    let Some(place) = facing(unit, lang, cue.first, cue.last) else { return other.iter().any(|c| c.class == Class::Hint) };
    let view = unit.view(lang.other());
    other.iter().filter(|c| c.class == Class::Hint && place.contains(&c.first)).any(|c| {
        // What translates another word says nothing.
        let owner = item_at(view, c.first).and_then(|i| partner_token(unit, lang.other(), i));
        owner.is_none_or(|t| t >= cue.first && t <= cue.last || attribution.speaker.contains(&t))
    })
}

/// Whether an Arabic word that nobody knows starts or ends with a reporting verb: `الشرطةقالت`.
fn is_glued_to_another(unit: &Unit) -> bool {
    let view = &unit.arabic;
    view.item_range().filter(|i| view.item(*i).kind == Kind::Unknown).any(|i| {
        let word = view.folded(view.item(i).token as usize);
        ["قال", "قالت", "يقول", "تقول", "اضاف", "ذكر"]
            .iter()
            .any(|verb| word.len() > verb.len() + 2 && (word.ends_with(verb) || word.starts_with(verb)))
    })
}

/// Whether a reporting word reports here: `nothing to say`, `is said to be`, `ten cases reported` do not.
fn is_statement(view: &View, lang: Lang, cue: &Cue<Class>) -> bool {
    if lang == Lang::Arabic {
        return !cue.asks || is_source(view, cue) || opens_speech(view, cue);
    }
    let symbol = |i: usize| view.side.tokens.get(i).is_none_or(|t| t.kind == TokenKind::Symbol);
    let before = cue.first.checked_sub(1).filter(|i| *i >= view.tokens.0).map_or("", |i| view.folded(i));
    let after = cue.last + 1;
    let next = if after < view.tokens.1 { view.folded(after) } else { "" };
    let passive = matches!(before, "is" | "are" | "was" | "were" | "been" | "be" | "being");
    let pronoun = matches!(next, "that" | "he" | "she" | "it" | "they" | "there" | "his" | "her" | "their" | "its");
    // `..., the agency reported.`
    let closes = || {
        (after >= view.tokens.1 || symbol(after))
            && next != "-"
            && (2..8).any(|back| cue.first >= view.tokens.0 + back && matches!(view.folded(cue.first - back), "," | "\"" | "”" | "“" | "'"))
    };
    match view.folded(cue.first) {
        "according" => true,
        "say" | "tell" | "claim" => {
            !matches!(
                before,
                "to" | "can"
                    | "could"
                    | "would"
                    | "should"
                    | "must"
                    | "will"
                    | "may"
                    | "might"
                    | "not"
                    | "don't"
                    | "didn't"
                    | "doesn't"
                    | "can't"
                    | "cannot"
                    | "let"
                    | "let's"
                    | "i'd"
                    | ""
                    | "and"
                    | "or"
                    | "shall"
                    | "i'll"
                    | "never"
                    | "you"
                    | "i"
                    | "we"
                    | ","
            ) && !passive
        }
        "said" | "says" | "told" => !passive && !matches!(before, "that" | "having" | "as" | "been" | "get" | "got"),
        _ => !passive && (pronoun || closes()),
    }
}

/// Whether Arabic `cue` names a source: `وفقا ل`, `بحسب`.
fn is_source(view: &View, cue: &Cue<Class>) -> bool {
    let word = view.folded(cue.first);
    ["وفق", "بحسب", "حسب", "نقل", "علي"].iter().any(|w| word.strip_prefix('و').unwrap_or(word).starts_with(w))
}

/// Whether what is said follows Arabic `cue`: `إن`, a colon, a quotation mark. `أضاف` and `صرح` have other meanings.
fn opens_speech(view: &View, cue: &Cue<Class>) -> bool {
    (cue.last + 1..(cue.last + 16).min(view.tokens.1)).any(|i| {
        let word = view.folded(i);
        matches!(
            word,
            "ان" | "انه"
                | "انها"
                | "انهم"
                | "انهما"
                | "انني"
                | "اننا"
                | "بان"
                | "بانه"
                | "بانها"
                | "بانهم"
                | ":"
                | "\""
                | "“"
                | "”"
                | "«"
                | "قايلا"
                | "قايله"
        )
    })
}

/// The tokens that name the speaker.
fn speaker(view: &View, lang: Lang, cue: &Cue<Class>) -> Range<usize> {
    let is_word = |i: usize| view.side.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Symbol);
    let end = view.tokens.1;
    let forward = |start: usize, most: usize, stops: &dyn Fn(usize) -> bool| {
        let mut last = start;
        while last < end && last < start + most && is_word(last) && !stops(last) {
            last += 1;
        }
        start..last
    };
    if lang == Lang::Arabic {
        let mut start = cue.last + 1;
        while start < end
            && matches!(
                view.folded(start),
                "ل" | "لما"
                    | "ما"
                    | "قالته"
                    | "قاله"
                    | "ذكرته"
                    | "ذكره"
                    | "ذكرت"
                    | "ذكر"
                    | "افادت"
                    | "افاد"
                    | "اعلنت"
                    | "اعلن"
                    | "اعلنته"
                    | "اعلنه"
                    | "قالت"
                    | "قال"
                    | "عن"
            )
        {
            start += 1;
        }
        let range = forward(start, 9, &|i| {
            let word = view.folded(i);
            matches!(
                word,
                "ان" | "انه"
                    | "انها"
                    | "انهم"
                    | "انهما"
                    | "بان"
                    | "بانه"
                    | "بانها"
                    | "بيان"
                    | "تصريح"
                    | "تصريحات"
                    | "مقابله"
                    | "حديث"
                    | "موتمر"
                    | "امام"
                    | "قبل"
                    | "بعد"
                    | "منذ"
                    | "صباح"
                    | "مساء"
                    | "عبر"
                    | "حول"
                    | "وسط"
                    | "عام"
                    | "كما"
                    | "قايلا"
                    | "قايله"
                    | "يوم"
                    | "امس"
                    | "خلال"
                    | "الي"
                    | "علي"
                    | "عن"
                    | "بشان"
                    | "من"
                    | "فان"
                    | "قد"
                    | "لم"
                    | "لا"
                    | "فقد"
                    | "التي"
                    | "الذي"
                    | "الذين"
            ) || (i > start && word.starts_with("لل"))
        });
        return with_quoted_name(view, range);
    }
    let is_number = |i: usize| view.side.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let stops = |i: usize| {
        matches!(
            view.folded(i),
            "that" | "on" | "in" | "at" | "during" | "after" | "when" | "who" | "which" | "if" | "there" | "it" | "he" | "she" | "they"
        )
    };
    if view.folded(cue.first) == "according" {
        return forward(cue.last + 1, 9, &|i| {
            matches!(
                view.folded(i),
                "who" | "which" | "that" | "on" | "in" | "released" | "published" | "led" | "almost" | "about" | "nearly" | "more"
            ) || is_number(i)
        });
    }
    let inverted = cue.first == view.tokens.0 || !is_word(cue.first - 1);
    if inverted {
        // `..., said the minister.` and not `..., said prices would rise`.
        let range = forward(cue.last + 1, 7, &stops);
        return if range.end >= end || !is_word(range.end) { range } else { cue.first..cue.first };
    }
    let mut start = cue.first;
    while start > view.tokens.0
        && cue.first - start < 9
        && is_word(start - 1)
        && !matches!(
            view.folded(start - 1),
            "that"
                | "and"
                | "but"
                | "what"
                | "which"
                | "as"
                | "while"
                | "because"
                | "when"
                | "if"
                | "who"
                | "where"
                | "although"
                | "though"
        )
    {
        start -= 1;
    }
    start..cue.first
}

/// `وقالت صحيفة "لوموند" الفرنسية`: a name in quotation marks is part of its phrase.
fn with_quoted_name(view: &View, range: Range<usize>) -> Range<usize> {
    let quote = |i: usize| i < view.tokens.1 && matches!(view.folded(i), "\"" | "«" | "»" | "“" | "”");
    let close = (range.end + 2..range.end + 6).find(|i| quote(*i));
    let Some(close) = close.filter(|_| !range.is_empty() && quote(range.end)) else { return range };
    let mut end = close + 1;
    if end < view.tokens.1 && view.folded(end).starts_with("ال") {
        end += 1;
    }
    range.start..end
}

fn lone(unit: &Unit, lang: Lang, attribution: &Attribution, odds: f32) -> Note {
    let view = unit.view(lang);
    let span = attribution.span(view);
    let words = view.words(span);
    let message = if lang == unit.source() {
        format!("The source says who says it (`{words}`); the translation states it as a fact.")
    } else {
        format!("The translation puts it in a mouth (`{words}`); the source states it in its own voice.")
    };
    let (english, arabic) = lang.english_first(Some(span), None);
    Note { message, odds, kind: Some(unit.one_sided(lang)), ..unit.quoted(english, arabic) }
}

/// The same statement from another mouth.
fn other_speaker(unit: &Unit, english: &Attribution, arabic: &[Attribution]) -> Option<Note> {
    let place = facing(unit, Lang::English, english.cue.first, english.cue.last)?;
    let facing = arabic
        .iter()
        .filter(|a| !a.speaker.is_empty())
        .filter(|a| place.contains(&a.cue.first) || arabic.len() == 1)
        .min_by_key(|a| a.cue.first.abs_diff(usize::midpoint(place.start, place.end)))?;
    if english.speaker.is_empty()
        || facing
            .speaker
            .clone()
            .any(|i| unit.arabic.folded(i).is_ascii() || unit.arabic.folded(i).chars().count() == 1 || unit.arabic.folded(i).contains('.'))
    {
        return None;
    }
    let e = Mouth::of(unit, Lang::English, &english.speaker, &facing.speaker, english.speaker.start < english.cue.first);
    let a = Mouth::of(unit, Lang::Arabic, &facing.speaker, &english.speaker, false);
    if e.lost.is_empty() || a.lost.is_empty() || e.astray + a.astray > 1 {
        return None;
    }
    // `المدرب` for Reed: who was named before is known by his office.
    let named = |m: &Mouth| m.lost.iter().any(|l| l.name);
    if named(&e) && !named(&a) && a.lost.iter().all(|l| unit.arabic.folded(unit.arabic.item(l.item).token as usize).starts_with("ال")) {
        return None;
    }
    if sound_alike(unit, &e, &a) {
        return None;
    }
    // Names that are partly the same are the same, spelled in a way that we do not hear.
    if e.lost.iter().all(|l| l.name) && a.lost.iter().all(|l| l.name) && e.kept > 0 && a.kept > 0 {
        return None;
    }
    // `the country's agency` for that of Indonesia.
    let generic = |l: &Lost| {
        matches!(
            unit.english.folded(unit.english.item(l.item).token as usize),
            "country"
                | "nation"
                | "city"
                | "town"
                | "company"
                | "firm"
                | "group"
                | "team"
                | "club"
                | "newspaper"
                | "magazine"
                | "government"
        )
    };
    if e.kept > 0 && e.lost.iter().all(generic) {
        return None;
    }
    let strongest = |m: &Mouth| m.lost.iter().map(|l| l.weight).fold(0.0, f32::max);
    let mut odds = strongest(&e).min(2.2) + strongest(&a).min(2.2) - 2.4;
    if e.kept + a.kept == 0 {
        odds += 0.5;
    }
    let words = |view: &View, speaker: &Range<usize>| Some(view.side.tokens.span(speaker.start, speaker.end - 1));
    let quoted = unit.quoted(words(&unit.english, &english.speaker), words(&unit.arabic, &facing.speaker));
    let message = format!("In the source `{}` says it; in the translation `{}` does.", quoted.expected, quoted.found);
    Some(Note { message, odds, ..quoted })
}

/// Whether one of the words that seem to be missing sounds like one of those that seem to be new.
fn sound_alike(unit: &Unit, english: &Mouth, arabic: &Mouth) -> bool {
    english.lost.iter().any(|e| {
        let name = Skeleton::english(unit.english.words(unit.english.item(e.item).span));
        arabic.lost.iter().any(|a| {
            let variants = Skeleton::arabic_variants(unit.arabic.folded(unit.arabic.item(a.item).token as usize));
            variants.iter().next().is_some_and(|v| !v.is_empty() && v.distance(&name) < ALIKE)
        })
    })
}

/// What the words for a speaker have on the other side.
struct Mouth {
    lost: Vec<Lost>,
    /// How many items have a counterpart in the other mouth.
    kept: usize,
    /// How many have one elsewhere.
    astray: usize,
}

/// An item without counterpart.
struct Lost {
    item: u32,
    /// How much its absence says, in nats.
    weight: f32,
    /// Whether it seems to be a name.
    name: bool,
}

impl Mouth {
    fn of(unit: &Unit, lang: Lang, tokens: &Range<usize>, facing: &Range<usize>, before: bool) -> Self {
        let view = unit.view(lang);
        let items = view.side.items_within(tokens.clone());
        let mut items: Vec<u32> = (items.start as u32..items.end as u32).collect();
        // From the verb on: what answers for other words is no longer the speaker.
        if lang == Lang::English && before {
            items.reverse();
        }
        let mut mouth = Self { lost: Vec::new(), kept: 0, astray: 0 };
        for i in items {
            let (item, token) = (view.item(i), view.item(i).token as usize);
            if let Some(at) = partner_token(unit, lang, i) {
                if at + 2 >= facing.start && at < facing.end + 2 {
                    mouth.kept += 1;
                } else {
                    mouth.astray += 1;
                    if mouth.kept + mouth.lost.len() > 0 {
                        break;
                    }
                }
                continue;
            }
            let acronym = view.side.tokens.get(token).is_some_and(|t| t.capital == Capital::All) || view.folded(token).chars().count() < 2;
            if !acronym && !words::is_light(lang, view.folded(token)) && matches!(item.kind, Kind::Word | Kind::Name | Kind::Unknown) {
                let name = is_name(unit, lang, i);
                let weight = -unit.evidence(lang, i);
                mouth.lost.push(Lost { item: i, weight: if name { weight.max(1.4) } else { weight }, name });
            }
        }
        mouth
    }
}

/// Whether item `i` seems to be a name.
fn is_name(unit: &Unit, lang: Lang, i: u32) -> bool {
    let (view, lexicon) = (unit.view(lang), unit.lexicon());
    let item = view.item(i);
    match (lang, item.kind) {
        (Lang::English, _) => item.kind == Kind::Name || item.sounds,
        (Lang::Arabic, Kind::Word) => {
            let readings = view.side.readings.of(item.token as usize);
            !readings.is_empty() && readings.iter().flat_map(|r| lexicon.concepts_of(r.id)).all(|c| lexicon.class(c).is_name())
        }
        (Lang::Arabic, kind) => matches!(kind, Kind::Unknown | Kind::Name),
    }
}

/// A plain statement that has become a denial, a confession or a mere claim, or the other way round.
fn forces(unit: &Unit, english: &[Cue<Class>], arabic: &[Cue<Class>], notes: &mut Vec<Note>) {
    for (lang, own, other) in [(Lang::English, english, arabic), (Lang::Arabic, arabic, english)] {
        for cue in own.iter().filter(|c| c.class != Class::Speech && c.asks) {
            if answer(unit, lang, cue, own, other) != Answer::None || (lang == Lang::Arabic && !opens_speech(&unit.arabic, cue)) {
                continue;
            }
            let Some(place) = facing(unit, lang, cue.first, cue.last) else { continue };
            let Some(met) = other.iter().find(|c| c.class == Class::Speech && c.asks && place.contains(&c.first)) else { continue };
            let (span, facing) = (cue.span(unit.view(lang)), met.span(unit.view(lang.other())));
            let (english, arabic) = lang.english_first(Some(span), Some(facing));
            let quoted = unit.quoted(english, arabic);
            let (source, target) = if lang == unit.source() { (cue.class, Class::Speech) } else { (Class::Speech, cue.class) };
            let message = format!(
                "In the source this is {} (`{}`), in the translation it is {} (`{}`).",
                source.described(),
                quoted.expected,
                target.described(),
                quoted.found
            );
            notes.push(Note { message, odds: 0.8, ..quoted });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;
    use crate::finding::{Finding, Kind};

    fn found(english: &str, arabic: &str) -> Vec<Finding> {
        findings("attribution-mismatch", english, arabic)
    }

    #[test]
    fn a_lost_speaker_is_dropped() {
        for (english, arabic, words) in [
            ("Shells hit the market, two witnesses said.", "سقطت قذائف على السوق.", "two witnesses said"),
            ("Rebels burned the granary, according to the mayor.", "أحرق المتمردون صومعة الحبوب.", "according to the mayor"),
            ("He said the harvest was poor.", "كان الحصاد ضعيفا.", "He said"),
        ] {
            let all = found(english, arabic);
            let [one] = &all[..] else { panic!("{english} {all:?}") };
            assert_eq!((one.kind, one.expected.as_str()), (Kind::Dropped, words));
        }
    }

    #[test]
    fn a_new_speaker_is_added() {
        let all = found("The river flooded the village at night.", "وقالت صحيفة \"لوموند\" الفرنسية إن النهر أغرق القرية ليلا.");
        let [one] = &all[..] else { panic!("{all:?}") };
        assert_eq!((one.kind, one.found.as_str()), (Kind::Added, "وقالت صحيفة \"لوموند\" الفرنسية"));
    }

    #[test]
    fn another_speaker_is_found() {
        let all = found("\"We will win,\" said Farrow.", "قال متحدث باسم النقابة: \"سنفوز\".");
        assert!(matches!(&all[..], [one] if one.kind == Kind::Mistranslated && one.expected == "Farrow"), "{all:?}");
    }

    #[test]
    fn a_claim_or_a_confession_is_no_statement() {
        for arabic in ["زعم رئيس البلدية أن السد انهار.", "اعترف رئيس البلدية بأن السد انهار."]
        {
            let all = found("The mayor said the dam had burst.", arabic);
            assert!(matches!(&all[..], [one] if one.expected == "said"), "{arabic} {all:?}");
        }
    }

    #[test]
    fn the_same_speaker_stays() {
        for (english, arabic) in [
            ("Shells hit the market, two witnesses said.", "وسقطت قذائف على السوق، وفق شاهدي عيان."),
            ("The bridge will close, police said.", "أعلنت الشرطة أن الجسر سيغلق."),
            ("\"We will win,\" Farrow said.", "وقال المدرب: \"سنفوز\"."),
            ("\"We will win,\" he said.", "\"سنفوز\"، على حد تعبيره."),
            ("He is said to be rich.", "ويقال إنه ثري."),
            ("There was nothing to say about the road.", "لم يكن هناك كلام عن الطريق."),
            ("Ten cases were reported in the village.", "سجلت عشر حالات في القرية."),
            ("The agency licensed the drug.", "صرحت الوكالة باستخدام الدواء."),
            ("The company added two routes.", "أضافت الشركة خطين."),
            ("\"We will win,\" said Farrow.", "وقال فارو: \"سنفوز\"."),
        ] {
            assert!(found(english, arabic).is_empty(), "{english} {:?}", found(english, arabic));
        }
    }
}
