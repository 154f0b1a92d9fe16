//! Rule gender-mismatch: a woman who has become a man, or a man a woman.
//!
//! English shows it by pronouns and given names, Arabic by verbs, titles and suffixes. Compared is what stands for the same word:
//! the verb of `she`, the noun of `her`, the title before a name; and whole sentences whose one side speaks of women only and the
//! other of men only.

mod person;

pub(super) use person::given_names;

use super::clearer::says;
use super::unit::{Note, Unit};
use super::verb::{self, Gender};
use crate::finding::Kind::Mistranslated;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::Known;
use crate::lang::token::Kind;
use crate::lang::{Lang, is_arabic_letter};
use crate::lexicon::words;

/// How far, in tokens, the verb may stand behind its pronoun, and the noun behind a possessive.
const REACH: usize = 4;
/// Log odds of findings by what they rest on: a verb, a suffix, a whole sentence.
const VERB: f32 = 1.5;
const SUFFIX: f32 = 1.0;
const SENTENCE: f32 = 1.0;

const WOMEN: &[&str] = &["she", "her", "hers", "herself"];
const MEN: &[&str] = &["he", "his", "him", "himself"];
/// What else the pronouns of an Arabic sentence may stand for.
#[rustfmt::skip]
const OTHER_MEN: &[&str] = &["man", "men", "boy", "father", "son", "brother", "husband", "king", "prince", "lord", "mr", "uncle", "it", "its"];
#[rustfmt::skip]
const OTHER_WOMEN: &[&str] = &["woman", "women", "girl", "mother", "daughter", "sister", "wife", "queen", "princess", "lady", "mrs", "ms", "aunt"];
/// Words between a pronoun and its verb. After the helper of a passive the Arabic verb may be somebody else's.
#[rustfmt::skip]
const HELPERS: &[&str] = &[
    "has", "had", "will", "would", "did", "does", "didn't", "doesn't", "not", "never", "also", "still", "first", "later", "then", "just", "even",
    "once", "soon", "again", "now", "already", "ever",
];

/// People of one gender who have become people of the other.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    person::check(unit, notes);
    let english = &unit.english;
    let gender = |t: usize| english.side.tokens.known(t, &GENDER, of_pronoun);
    let all: Vec<(usize, Gender)> = english.token_range().filter_map(|t| Some((t, gender(t)?))).collect();
    let Some(&(first, of_first)) = all.first() else { return };
    let alone = all.iter().all(|(_, gender)| *gender == of_first);
    let by_word = all.iter().find_map(|(t, gender)| match english.folded(*t) {
        "she" | "he" => of_verb(unit, *t, *gender, alone),
        "her" | "his" => of_noun(unit, *t, *gender),
        _ => None,
    });
    // Once told, the reader looks at the others.
    notes.extend(by_word.or_else(|| of_sentence(unit, first, of_first, all.len()).filter(|_| alone)));
}

static GENDER: Known<Option<Gender>> = Known::new();

fn of_pronoun(word: &str) -> Option<Gender> {
    if WOMEN.contains(&word) { Some(Gender::Woman) } else { MEN.contains(&word).then_some(Gender::Man) }
}

/// The verb of a pronoun that is of the other gender in Arabic; `alone` where no pronoun is of another gender.
fn of_verb(unit: &Unit, pronoun: usize, gender: Gender, alone: bool) -> Option<Note> {
    let view = &unit.english;
    let passive = matches!(view.folded_at(pronoun + 1), "was" | "is") || view.folded_at(pronoun + 2) == "been";
    let skipped = |t: &usize| {
        passive && matches!(view.folded(*t), "was" | "is" | "been") || HELPERS.contains(&view.folded(*t)) || view.folded(*t).ends_with("ly")
    };
    let t = view.behind(pronoun, REACH).find(|t| !skipped(t))?;
    let item = view.item_at(t)?;
    let at = unit.arabic.item(unit.partner(Lang::English, item)?).token as usize;
    // `شخصيته تستند`: what the verb tells is of something that is his.
    let is_his = |t: usize| ends_like(unit, t) == Some(gender) && unit.arabic.item_at(t).is_some();
    let thing = is_his(at.wrapping_sub(1)) || is_his(at + 1) && !verb::is_form(unit, at + 1, true);
    // صدرت له روايات: who is named behind the preposition did not appear.
    let his =
        matches!((unit.arabic.folded_at(at + 1), gender), ("له" | "عنه" | "لديه", Gender::Man) | ("لها" | "عنها" | "لديها", Gender::Woman));
    let another = thing || his || is_of_nobody(unit, at) || names_another(unit, item, at) || passive && ends_like(unit, at + 1).is_some();
    let told = verb::gender(unit, at)? != gender && !another;
    // `He did not say so, she said`: either verb may be the other's.
    let unclear = !alone && says(unit.arabic.folded(at));
    (told && !unclear).then(|| note(unit, (pronoun, t), at, gender, VERB))
}

/// Whether the Arabic verb at token `t` has no subject that English names: يتوقع أن تفوز, nobody in particular expects it.
fn is_of_nobody(unit: &Unit, t: usize) -> bool {
    #[rustfmt::skip]
    const IMPERSONAL: [&str; 11] =
        ["يزال", "يمكن", "يبدو", "يجب", "ينبغي", "يتعين", "يحتمل", "يجوز", "يبق", "ينتهي", "يحق"];
    const EXPECTED: [&str; 8] = ["يتوقع", "يعتقد", "ينتظر", "يرجح", "يفترض", "يخشي", "يقال", "يظن"];
    let arabic = &unit.arabic;
    let verb = without_conjunction(arabic.folded(t));
    IMPERSONAL.contains(&verb) || EXPECTED.contains(&verb) && matches!(arabic.folded_at(t + 1), "ان" | "انها" | "انه")
}

/// Whether what follows the Arabic verb at token `at` may be another subject than that of the English verb.
fn names_another(unit: &Unit, verb: u32, at: usize) -> bool {
    let next = unit.arabic.item_at(at + 1).filter(|_| !words::stands_light(&unit.arabic.side.tokens, at + 1));
    let names = |e: u32| e <= verb || unit.english.is_capital(unit.english.item(e).token as usize);
    next.is_some_and(|item| unit.partner(Lang::Arabic, item).is_none_or(names))
}

/// The noun of a possessive that has the suffix of the other gender.
fn of_noun(unit: &Unit, possessive: usize, gender: Gender) -> Option<Note> {
    let view = &unit.english;
    // `his/her family`
    if view.folded_at(possessive + 1) == "/" || possessive > view.tokens.0 && matches!(view.folded(possessive - 1), "/" | "or") {
        return None;
    }
    let behind = view.behind(possessive, REACH - 1);
    // In `he showed her the palace` it is nobody's.
    let noun = behind.take_while(|t| !words::is_function(Lang::English, view.folded(*t))).find_map(|t| view.item_at(t))?;
    let at = unit.arabic.item(unit.partner(Lang::English, noun)?).token as usize;
    let told = !verb::is_form(unit, at, false) && suffix(unit, at)? != gender;
    told.then(|| note(unit, (possessive, view.item(noun).token as usize), at, gender, SUFFIX))
}

/// The gender of the suffix of Arabic token `t`, if it has one.
fn suffix(unit: &Unit, t: usize) -> Option<Gender> {
    let gender = ends_like(unit, t)?;
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    let word = view.folded(t);
    let spelled = |ending: &str| view.side.readings.of(t).iter().any(|r| r.length == 1 && lexicon.spelling(r.id).ends_with(ending));
    // `مدينته` is his town; `أنقذته` is what she saved.
    let after_t = word.trim_end_matches("ها").trim_end_matches('ه').ends_with('ت');
    // Who writes one ة right writes `شقيقة` so, too.
    let careful = || view.words(view.span).contains('ة');
    let is_own = if after_t { spelled("ة") } else { !spelled("ه") && (!spelled("ة") || careful()) };
    is_own.then_some(gender)
}

/// A sentence of one gender whose Arabic is all of the other.
fn of_sentence(unit: &Unit, pronoun: usize, gender: Gender, pronouns: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let others = if gender == Gender::Woman { OTHER_MEN } else { OTHER_WOMEN };
    let own = |t: usize| ends_like(unit, t) == Some(gender);
    if english.token_range().any(|t| others.contains(&english.folded(t))) || arabic.token_range().any(own) {
        return None;
    }
    let verb = |t: usize| !words::is_function(Lang::Arabic, arabic.folded(t)) && verb::is_form(unit, t, true);
    // كلمة عبر فيها: the pronoun of a relative clause is that of a thing.
    let resumes = |t: usize| matches!(arabic.folded(t), "فيها" | "منها" | "عليها" | "اليها" | "بها" | "عنها" | "خلالها" | "بينها" | "معها");
    let mut suffixes = arabic.token_range().filter(|t| suffix(unit, *t).is_some() && !verb(*t) && !resumes(*t));
    let (first, several) = (suffixes.next(), suffixes.next().is_some());
    match gender {
        // Things are feminine, too, so that a woman is seldom without anything of hers.
        Gender::Woman => {
            let mans =
                |t: &usize| !is_of_nobody(unit, *t) && verb::gender(unit, *t) == Some(Gender::Man) && arabic.item_at(t + 1).is_none();
            let clear = || !arabic.token_range().any(|t| is_feminine(arabic.folded(t)));
            let several = several || first.is_some() && pronouns > 1;
            first.filter(|_| several).or_else(|| first.or_else(|| arabic.token_range().find(mans)).filter(|_| clear()))
        }
        Gender::Man => first.filter(|_| several && !arabic.token_range().any(|t| matches!(arabic.folded(t), "هو" | "وهو"))),
    }
    .map(|at| note(unit, (pronoun, pronoun), at, gender, SENTENCE))
}

/// The gender that Arabic token `t` has if what it ends in is a suffix.
fn ends_like(unit: &Unit, t: usize) -> Option<Gender> {
    let view = &unit.arabic;
    let token = view.side.tokens.get(t).filter(|token| token.kind == Kind::Word)?;
    let (shown, word) = (view.words(token.span).trim_end_matches(|c| !is_arabic_letter(c)), view.folded(t));
    // `إيه` is the letter A.
    if word.chars().count() < 3 || word.ends_with("هذه") || word.ends_with("ايه") {
        None
    } else if word.ends_with("ها") {
        Some(Gender::Woman)
    } else {
        shown.ends_with('ه').then_some(Gender::Man)
    }
}

/// Whether a folded Arabic word may be a verb of a woman or a word for one.
fn is_feminine(word: &str) -> bool {
    let word = without_conjunction(word);
    let long = word.chars().count() > 3;
    matches!(word, "هي" | "التي")
        || long
            && (word.ends_with('ت') && !word.ends_with("ات")
                || word.ends_with("ته")
                || word.strip_prefix('س').unwrap_or(word).starts_with('ت'))
}

fn note(unit: &Unit, english: (usize, usize), arabic: usize, gender: Gender, odds: f32) -> Note {
    let quoted = unit.quoted(Some(unit.english.side.tokens.span(english.0, english.1)), Some(unit.arabic.side.tokens.span(arabic, arabic)));
    let source = if unit.source() == Lang::English { gender } else { gender.other() };
    let (expected, found) = (&quoted.expected, &quoted.found);
    let message =
        format!("The source speaks of {} (“{expected}”), the translation of {} (“{found}”).", source.name(), source.other().name());
    Note { message, odds, kind: Some(Mistranslated), ..quoted }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    fn found(english: &str, arabic: &str) -> Vec<String> {
        findings("gender-mismatch", english, arabic).into_iter().map(|f| f.found).collect()
    }

    #[test]
    fn people_of_the_other_gender() {
        for (english, arabic, told) in [
            ("She published a report about the harbour in May.", "نشر تقريرا عن الميناء في مايو.", "نشر"),
            ("The judge said he signed the order on Monday.", "وقال القاضي إن القرار على مكتبه وقد وقعت على الأمر يوم الاثنين.", "وقعت"),
            ("He was elected mayor of the town.", "انتخبت عمدة للبلدة.", "انتخبت"),
            ("Her report praised the judge.", "أشاد تقريره بالقاضي.", "تقريره"),
            ("The report praised his courage.", "أشاد التقرير بشجاعتها.", "بشجاعتها"),
            ("During her time there she made him a partner of hers.", "جعله شريكا له خلال وجوده هناك.", ""),
            ("Everybody knew her, and they spoke of her often.", "عرفه الجميع وتحدثوا عنه كثيرا.", "عنه"),
        ] {
            let told = if told.is_empty() { vec![] } else { vec![told.to_owned()] };
            assert_eq!(found(english, arabic), told, "{english}");
        }
    }

    #[test]
    fn names_and_what_is_said_of_them() {
        assert_eq!(found("The expert, Tiffany Brown, examined the bell.", "فحص الخبير تيفاني براون الجرس."), ["الخبير تيفاني"]);
        assert_eq!(found("Abigail Stone said the talks go on.", "قال أبيجيل ستون إن المحادثات مستمرة."), ["قال أبيجيل"]);
        assert_eq!(found("David Stone said the talks go on.", "قالت ديفيد ستون إن المحادثات مستمرة."), ["قالت ديفيد"]);
        assert!(found("The expert, Tiffany Brown, examined the bell.", "فحصت الخبيرة تيفاني براون الجرس.").is_empty());
        assert!(found("The president's wife, Tiffany Brown, rang the bell.", "قرعت زوجة الرئيس تيفاني براون الجرس.").is_empty());
        assert!(found("The minister accused David Stone of fraud.", "اتهمت وزيرة العدل السابقة ديفيد ستون بالاحتيال.").is_empty());
        assert!(found("His partner David Stone won the match.", "فاز شريكه ديفيد ستون بالمباراة.").is_empty());
    }

    #[test]
    fn what_is_of_somebody_or_something_else_stays() {
        for (english, arabic) in [
            ("She published a report about the harbour in May.", "نشرت تقريرا عن الميناء في مايو."),
            ("He graduated from the university of Basra.", "تخرج من جامعة البصرة."),
            ("He's also partly based on a sailor from Malta.", "كما أن شخصيته تستند جزئيا إلى بحار من مالطا."),
            ("He was hit by a bullet.", "أصابته رصاصة."),
            ("“He did not say that he was sad,” she said.", "وصرحت قائلة: «لم يظهر حزنا»."),
            ("She said the ship had sunk.", "قال المتحدث إن السفينة غرقت."),
            ("The farmer and his/her family live here.", "يعيش هنا المزارع وعائلته."),
            ("She saw the rabbit that she had saved.", "رأت الأرنب الذي أنقذته."),
            ("He destroyed their ships and sold the cargo.", "دمر سفنهم وباع حمولتها ومعداتها وزيه."),
            ("She met the king and he showed her the palace.", "التقت الملك وأراها قصره."),
        ] {
            assert!(found(english, arabic).is_empty(), "{english}: {:?}", found(english, arabic));
        }
    }

    #[test]
    fn the_source_is_told_first() {
        let found = in_english("gender-mismatch", "نشرت تقريرا عن الميناء في مايو.", "He published a report about the harbour in May.");
        assert_eq!(
            found.into_iter().map(|f| f.message).collect::<Vec<_>>(),
            ["The source speaks of a woman (“نشرت”), the translation of a man (“He published”)."]
        );
    }

    #[test]
    fn what_appeared_of_his_is_not_he() {
        let arabic = "وصدرت له أكثر من عشرين رواية.";
        assert!(in_english("gender-mismatch", arabic, "He published more than twenty novels.").is_empty());
        assert_eq!(in_english("gender-mismatch", "نشرت أكثر من عشرين رواية.", "He published more than twenty novels.").len(), 1);
    }

    #[test]
    fn what_nobody_in_particular_expects() {
        assert!(found("She is expected to win.", "يتوقع أن تفوز.").is_empty());
        assert!(found("She was asked whether she had ever driven.", "سئلت عما إذا كانت قد قادت سيارة يوما.").is_empty());
        assert_eq!(found("She expects a flood.", "يتوقع فيضانا."), ["يتوقع"]);
    }
}
