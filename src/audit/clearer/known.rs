//! What a translator puts in for readers who may have lost the thread: the name of one who was named before, the letters of a body whose
//! name is there, and that what was told to a paper was an interview.

use super::{is_light, is_named, may_be, says};
use crate::audit::coverage::Run;
use crate::audit::facing::{counterpart, facing};
use crate::audit::name::both;
use crate::audit::unit::{Unit, View};
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::token::Capital;
use crate::lexicon::Class;

/// Words before a name that make it a place or a party of what happens, rather than the one spoken of.
#[rustfmt::skip]
const JOINS: [&str; 22] = [
    "and", "or", "with", "from", "in", "at", "to", "by", "near", "against", "for", "between",
    "في", "من", "الي", "علي", "مع", "عن", "بين", "ضد", "قرب", "او",
];

/// Whether the words of `run` only tell of whom or of what the article has told.
pub(super) fn is_of_one_known(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let put_in = lang != unit.source();
    unit.context.coherent && (names_one_named_before(unit, lang, run) || put_in && names_both(unit, lang, run))
        || lang == Lang::Arabic && is_written_out(unit, run)
        || lang == Lang::English && put_in && (is_its_letters(unit, run) || is_who_goes_on(unit, run))
        || lang == Lang::Arabic && (is_told_to_a_paper(unit, run) || is_other_calendar(unit, run) || is_written_out(unit, run))
        || is_address(unit, lang, run)
}

/// Whether a run is the name of one whom both sides name elsewhere in the article, where this bead has a description or a pronoun: `Ms
/// Ahmed Salem said` for وقالت المخرجة, وكانت غانا for `The second-largest producer of cocoa`.
fn names_one_named_before(unit: &Unit, lang: Lang, run: &Run) -> bool {
    const TITLES: [&str; 7] = ["mr", "mrs", "ms", "miss", "dr", "السيد", "السيده"];
    let view = unit.view(lang);
    let token = |i: u32| view.item(i).token as usize;
    let opens = |t: usize| t == view.tokens.0;
    let named = |i: u32| match lang {
        Lang::English => view.is_capital(token(i)) && !opens(token(i)) && unit.context.mentioned(i),
        Lang::Arabic => {
            let name = view.item(i).kind == Kind::Unknown || may_be(unit, i, &[Class::Person, Class::GivenName, Class::Country]);
            // وغانا, but وكانت غانا
            let joined = view.folded(token(i)).starts_with(['و', 'ب', 'ل']) && !opens(token(i));
            name && !joined && unit.context.said_in_english(i)
        }
    };
    let titled = |i: u32| TITLES.contains(&view.folded(token(i)));
    let mut lost = (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none()).peekable();
    let mut names = 0;
    let mut fits = |i: u32| {
        let name = named(i);
        names += u32::from(name);
        let party = JOINS.contains(&view.folded_at(token(i).wrapping_sub(1)));
        name && !party || titled(i) || lang == Lang::Arabic && is_light(view, i)
    };
    lost.peek().is_some() && lost.all(&mut fits) && names > 0
}

/// Whether a run only names two of whom the article has told, where the other side calls them both: `between the army and the rebels`,
/// بين الجانبين.
fn names_both(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let view = unit.view(lang.other());
    let (known, both): (&dyn Fn(u32) -> bool, &dyn Fn(usize) -> bool) = match lang {
        Lang::English => (&|i| unit.context.mentioned(i), &|t| both::is_pair(view, t)),
        Lang::Arabic => (&|i| unit.context.said_in_english(i), &|t| matches!(view.folded(t), "both" | "two")),
    };
    let joined = |t: usize| unit.view(lang).folded(t) == "and" || unit.view(lang).folded(t).starts_with('و');
    let mut tokens = unit.view(lang).side.tokens.within(run.span);
    let free = |t: usize| view.item_at(t).is_some_and(|i| unit.partner(lang.other(), i).is_none());
    let mut lost = (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none());
    tokens.any(joined) && view.token_range().any(|t| both(t) && free(t)) && lost.all(known)
}

/// Whether an English run is only who goes on speaking, whom an Arabic source need not name again: `the volunteer said`, وأضاف.
fn is_who_goes_on(unit: &Unit, run: &Run) -> bool {
    const MOST: usize = 4;
    let (view, arabic) = (&unit.english, &unit.arabic);
    let goes_on = |t: usize| matches!(view.folded_at(t), "said" | "says" | "added" | "adds" | "continued" | "explained");
    let tokens = view.side.tokens.within(run.span);
    let about = view.about(tokens.clone(), 1, 1).any(goes_on);
    let definite = view.about(tokens.clone(), 1, 0).any(|t| matches!(view.folded(t), "the" | "his" | "her"));
    let speech = |t: usize| matches!(arabic.folded_at(t), ":" | "«" | "\"" | "“" | "ان" | "انه" | "انها" | "بان" | "بانه" | "بانها");
    let unnamed = |t: usize| says(arabic.folded(t)) && speech(t + 1);
    tokens.len() <= MOST && about && definite && arabic.token_range().any(unnamed)
}

/// Whether an Arabic run stands where the source has letters that nothing else answers for: مرض الانسداد الرئوي المزمن for `COPD`.
fn is_written_out(unit: &Unit, run: &Run) -> bool {
    /// How many letters stand for words, and how many words more than letters write them out.
    const FEW: std::ops::RangeInclusive<usize> = 2..=6;
    const MORE: usize = 3;
    let (view, other) = (&unit.arabic, &unit.english);
    let tokens = view.side.tokens.within(run.span);
    let is_answered = |t: usize| counterpart(unit, Lang::English, t).is_some_and(|p| !tokens.contains(&p));
    let letters = |t: usize| other.words(other.side.tokens.span(t, t)).chars().filter(|c| c.is_uppercase()).count();
    let stands_for = |t: usize| {
        let capital = other.side.tokens.get(t).map_or(Capital::Lower, |token| token.capital);
        let is_short = matches!(capital, Capital::All | Capital::Mixed) && FEW.contains(&letters(t));
        is_short && !is_answered(t) && run.missing as usize <= letters(t) + MORE
    };
    facing(unit, Lang::Arabic, tokens.start, tokens.end - 1).is_some_and(|mut place| place.any(stands_for))
}

/// Whether a run is the letters of a body beside its name, which is there: `AADL, the national housing agency`.
fn is_its_letters(unit: &Unit, run: &Run) -> bool {
    let view = &unit.english;
    let token = |i: u32| view.item(i).token as usize;
    let letters = |i: u32| view.side.tokens.get(token(i)).is_some_and(|t| t.capital == Capital::All);
    let next = view.folded_at(token(run.items.0) + 1);
    let before = view.folded_at(token(run.items.0).wrapping_sub(1));
    let there = |i: u32| unit.partner(Lang::English, i).is_some();
    let explained = next == "," && view.folded_at(token(run.items.0) + 2) == "the" && (run.items.1..view.items.1).take(3).any(there);
    run.items.1 - run.items.0 == 1 && letters(run.items.0) && (explained || before == "(" && next == ")")
}

/// Whether a run is only how somebody is addressed: `Dr`, معالي.
fn is_address(unit: &Unit, lang: Lang, run: &Run) -> bool {
    #[rustfmt::skip]
    const ADDRESSES: [&str; 30] = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "rev", "eng", "he", "hrh",
        "السيد", "السيده", "الدكتور", "الدكتوره", "د", "المهندس", "المهندسه", "الاستاذ", "الاستاذه", "معالي", "معاليه", "سعاده", "سعادته", "فضيله",
        "سماحه", "سمو", "فخامه",
    ];
    let view = unit.view(lang);
    let address = |i: u32| ADDRESSES.contains(&without_conjunction(view.folded(view.item(i).token as usize)));
    let mut lost = (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none()).peekable();
    lost.peek().is_some() && lost.all(address)
}

/// Whether an Arabic run is the day by another calendar: 17 جمادى الأولى 1446 هـ الموافق, before the day that English has.
fn is_other_calendar(unit: &Unit, run: &Run) -> bool {
    const MOST: usize = 9;
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(run.span);
    let same = view.about(tokens.clone(), 0, 1).any(|t| matches!(view.folded(t), "الموافق" | "المصادف"));
    tokens.len() <= MOST && same && tokens.into_iter().any(|t| view.is_of_date(t))
}

/// Whether an Arabic item says of a month or a day which one it is: يوليو المقبل, `in July`.
pub(in crate::audit) fn is_beside_a_date(view: &View, i: u32) -> bool {
    const WHICH: [&str; 12] =
        ["المقبل", "المقبله", "القادم", "القادمه", "الماضي", "الماضيه", "الجاري", "الجاريه", "الحالي", "المنصرم", "الفايت", "الفايته"];
    let token = view.item(i).token as usize;
    WHICH.contains(&view.folded(token)) && view.around(token, 3, 0).any(|t| view.is_of_date(t))
}

/// Whether an Arabic run only says that what somebody told a paper, whose name follows, was an interview: في حديث إلى صحيفة «الغارديان».
fn is_told_to_a_paper(unit: &Unit, run: &Run) -> bool {
    const TALKS: [&str; 9] = ["حديث", "تصريح", "تصريحات", "مقابله", "لقاء", "حوار", "اتصال", "حديثه", "حديثها"];
    const PAPERS: [&str; 10] = ["صحيفه", "وكاله", "قناه", "مجله", "اذاعه", "موقع", "شبكه", "جريده", "تلفزيون", "محطه"];
    const LINKS: [&str; 10] = ["في", "وفي", "خلال", "وخلال", "مع", "الي", "ضمن", "هاتفي", "ادلي", "به"];
    let (view, english) = (&unit.arabic, &unit.english);
    let tokens = view.side.tokens.within(run.span);
    let stem = |t: usize| view.folded(t).trim_start_matches('ل');
    let fits = |t: usize| TALKS.contains(&view.folded(t)) || PAPERS.contains(&stem(t)) || LINKS.contains(&view.folded(t));
    let told = |t: usize| matches!(english.folded(t), "told" | "tells" | "tell" | "telling" | "interview" | "speaking" | "spoke");
    let named = run.items.1 < view.items.1 && is_named(unit, run.items.1);
    tokens.clone().any(|t| TALKS.contains(&view.folded(t))) && tokens.into_iter().all(fits) && named && english.token_range().any(told)
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{article, findings, in_english};

    #[test]
    fn one_named_before_may_be_named_again() {
        let english =
            "Mariem Salem won the prize on Monday. She thanked her teachers in Nouakchott.\n\nThe director worked in Dakar until 2019.";
        let arabic = "فازت مريم سالم بالجائزة يوم الاثنين. وشكرت أساتذتها في نواكشوط.\n\nوعملت المخرجة في داكار حتى عام 2019.";
        let again = english.replace("The director worked", "For years Ms Salem worked");
        for (source, target) in [(arabic, english), (arabic, again.as_str())] {
            let found = article(source, target);
            assert!(found.iter().all(|f| !f.rule.starts_with("added")), "{found:?}");
        }
    }

    #[test]
    fn two_who_are_called_both_may_be_named() {
        let arabic = "اندلع القتال بين الجيش والمتمردين في زالنجي يوم الأحد.\n\nوتعثرت المحادثات بين الجانبين في أروشا بشأن هدنة جديدة.";
        let english = "Fighting broke out between the army and the rebels in Zalingei on Sunday.\n\nTalks in Arusha between the army and the \
                       rebels on a new truce have stalled.";
        assert!(article(arabic, english).is_empty(), "{:?}", article(arabic, english));
        let other = english.replace("the army and the rebels on a new", "the striking miners and the central bankers on a new");
        assert!(!article(arabic, &other).is_empty());
    }

    #[test]
    fn the_day_by_another_calendar_and_how_somebody_is_addressed() {
        let arabic = "استقبل معالي الوزير صالح غنام الوفد في طرابلس يوم 17 جمادى الأولى 1446 هـ الموافق 19 نوفمبر 2024.";
        let english = "The minister, Saleh Ghannam, received the delegation in Tripoli on November 19, 2024.";
        assert_eq!(in_english("dropped-claim", arabic, english), []);
        assert_eq!(in_english("dropped-claim", arabic, "The minister, Saleh Ghannam, received the delegation in Tripoli.").len(), 1);
    }

    #[test]
    fn whoever_goes_on_may_be_named() {
        let arabic = "وأضاف: «مشت بعض النساء عشرين كيلومترا».";
        assert_eq!(in_english("added-claim", arabic, "\"Some of the women walked 20 kilometres,\" the nurse said."), []);
        let added = "\"Some of the women walked 20 kilometres,\" said a nurse at the gate of the old barracks.";
        assert_eq!(in_english("added-claim", arabic, added).len(), 1);
    }

    #[test]
    fn the_letters_of_a_body_that_is_named() {
        let arabic = "نفى مدير الوكالة الوطنية للسكن أن يكون هناك أي رفع للأسعار يوم الاثنين.";
        let letters = "The head of AADL, the national housing agency, denied on Monday that there was any rise in prices.";
        assert_eq!(in_english("added-claim", arabic, letters), []);
    }

    #[test]
    fn what_letters_stand_for_may_be_written_out() {
        let english = "The head of the QFRT said on Monday that prices had not risen since May.";
        let full = "قال رئيس هيئة تنظيم مصائد السلمون الشمالية يوم الاثنين إن الأسعار لم ترتفع منذ مايو.";
        assert_eq!(findings("added-claim", english, full), []);
        let named = "قال رئيس QFRT يوم الاثنين خلال مأدبة عشاء فاخرة إن الأسعار لم ترتفع منذ مايو.";
        assert!(!findings("added-claim", english, named).is_empty());
    }

    #[test]
    fn what_was_told_to_a_paper_was_an_interview() {
        let arabic = "وفي حديث إلى صحيفة «الغارديان» عام 1994 قالت: «الخشب معلم ممتاز».";
        assert_eq!(findings("added-claim", "\"Wood is an excellent teacher,\" she told The Guardian in 1994.", arabic), []);
    }
}
