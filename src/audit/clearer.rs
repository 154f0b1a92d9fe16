//! Words that make clearer what the other side says anyway: `ولاية تكساس الأمريكية` for `Texas`, a name for a pronoun, an acronym
//! written out, an amount converted. They add no claim.

pub(super) mod known;
pub(super) mod land;
mod preposition;
mod share;

use super::coverage::Run;
use super::facing::facing;
use super::polarity::idiom::tells_that_there_is;
use super::unit::{Unit, View};
use crate::anchor::quantity::{Quantity, Role};
use crate::evidence::item::Kind as ItemKind;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::token::Capital;
use crate::lexicon::{Class, words};

/// What may say of which kind an election is, folded.
const ELECTION: &[&str] = &["الرياسيه", "التشريعيه", "النصفيه", "البرلمانيه", "العامه"];

/// What a relative clause says of an event or a place and adds nothing by: `الزلزال الذي وقع في`. Folded.
const TAKES_PLACE: &[&str] = &[
    "وقع",
    "وقعت",
    "حدث",
    "حدثت",
    "جري",
    "جرت",
    "اقيم",
    "اقيمت",
    "عقد",
    "عقدت",
    "ضرب",
    "ضربت",
    "يقع",
    "تقع",
    "اندلع",
    "اندلعت",
    "نشب",
    "نشبت",
];

/// Verbs of speech of a man, folded; of a woman with a `ت` more.
const SAYS: &[&str] = &[
    "قال",
    "اضاف",
    "تابع",
    "اردف",
    "اشار",
    "اكد",
    "صرح",
    "اوضح",
    "ذكر",
    "علق",
    "ختم",
    "اختتم",
    "استطرد",
    "لفت",
    "شدد",
    "افاد",
    "اعلن",
    "راي",
    "حذر",
    "كتب",
    "وصف",
    "بين",
    "نوه",
    "اعتبر",
    "زاد",
    "اعرب",
    "كشف",
    "واصل",
    "رد",
    "اجاب",
];
/// The longest way to say who speaks, in items: `وزير الخارجية الكوري الشمالي` and the verb.
const MOST_OF_A_SPEAKER: u32 = 5;

/// Who somebody is when he was named before, folded.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "الرجل", "المراه", "السيده", "الشاب", "الشابه", "الفتاه", "الفتي", "الطفل", "الطفله", "اللاعب", "اللاعبه", "النجم", "النجمه", "المغني",
    "المغنيه", "الممثل", "الممثله", "الفنان", "الفنانه", "الكاتب", "الكاتبه", "المدرب", "المدربه", "الزعيم", "المخرج", "المخرجه",
];
/// English words that stand for an organisation named before.
#[rustfmt::skip]
pub(super) const BODIES: [&str; 24] = [
    "organization", "organisation", "agency", "council", "committee", "company", "club", "body", "group", "party", "court", "ministry",
    "team", "channel", "network", "newspaper", "magazine", "firm", "bank", "union", "army", "navy", "university", "bloc",
];
/// Pronouns of the one who speaks or acts.
pub(super) const PRONOUNS: &[&str] = &["he", "she", "it", "they"];

/// Whether English, of an Arabic source, only says that whoever speaks goes on: `he said`.
fn goes_on_saying(unit: &Unit, item: u32) -> bool {
    let view = &unit.english;
    let token = view.item(item).token as usize;
    let by_pronoun = words::is_subject_pronoun(view.folded_at(token.wrapping_sub(1)));
    unit.source() == Lang::Arabic && by_pronoun && matches!(view.folded(token), "said" | "says" | "added" | "adds" | "continued")
}

/// Whether the words of `run` only make clearer what the other side says.
pub(super) fn is_clearer(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let view = unit.view(lang);
    let lost = || (run.items.0..run.items.1).filter(|i| unit.partner(lang, *i).is_none());
    lost().all(|i| is_of_a_number(view, i))
        || lost().all(|i| land::is_akin_to_one_there(unit, lang, i))
        || share::is_told(unit, lang, run)
        || lang == Lang::English && lost().all(|i| preposition::is_part_of_one(unit, i))
        || lang == Lang::English && (land::tell_whose(unit, lost()) || lost().all(|i| goes_on_saying(unit, i)))
        || known::is_of_one_known(unit, lang, run)
        || lang == Lang::Arabic && (is_score(unit, run) || tells_that_there_is(unit, run.span))
        || is_spelled_out(unit, lang, run)
        || lang == Lang::English
            && (lost().all(|i| land::is_named_again(unit, i))
                || lost().all(|i| is_english_kind(unit, i) || is_known_subject(unit, i) || is_said_again(unit, i))
                || is_who_was_named(unit, run.items))
        || lang == Lang::Arabic
            && (unit.is_glued()
                || lost().all(|i| {
                    is_light(view, i)
                        || is_kind(unit, i)
                        || is_demonym(unit, i)
                        || is_of_an_event(view, i)
                        || is_of_a_name(unit, i)
                        || is_counterpart(unit, i)
                        || is_trade(unit, i)
                }))
        || stands_for_a_pronoun(unit, lang, run)
        || lang == Lang::Arabic
            && (tells_where_a_place_lies(unit, run) || tells_who_somebody_is(unit, run) || tells_of_which_country_it_is(unit, run))
}

/// Whether an Arabic run is what somebody is whose name stands right behind: عالم الأحياء البريطاني تشارلز داروين.
fn tells_who_somebody_is(unit: &Unit, run: &Run) -> bool {
    may_be(unit, run.items.0, &[Class::Title]) && is_said_before_a_name(unit, run)
}

/// Whether an Arabic run is what something is whose name stands right behind, and of which country: منصة البث الأمريكية نتفليكس.
fn tells_of_which_country_it_is(unit: &Unit, run: &Run) -> bool {
    (run.items.0 + 1..run.items.1).any(|i| may_be(unit, i, &[Class::Demonym])) && is_said_before_a_name(unit, run)
}

/// Whether few Arabic words without counterpart stand right before a name that is accounted for. That he was what they say, or is accused of
/// something, is news.
fn is_said_before_a_name(unit: &Unit, run: &Run) -> bool {
    const NEWS: [&str; 9] = ["السابق", "السابقه", "الاسبق", "الراحل", "الراحله", "المتهم", "المتهمه", "المزعوم", "المحتمل"];
    let view = &unit.arabic;
    let (first, end) = run.items;
    let is_plain = |i: u32| unit.partner(Lang::Arabic, i).is_none() && !NEWS.contains(&view.folded(view.item(i).token as usize));
    let is_day = |i: u32| may_be(unit, i, &[Class::Weekday, Class::Month]);
    let named = || view.item(end).token == view.item(end - 1).token + 1 && is_named(unit, end) && !is_day(end);
    end - first <= MOST_OF_A_SPEAKER && (first..end).all(is_plain) && end < view.items.1 && named()
}

/// Points of the compass, folded and without what is joined before them.
const COMPASS: [&str; 10] = ["شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "اقصي"];

/// The Arabic token before words that tell where a place lies, of which `token` is the last: كتالونيا of كتالونيا في شمال شرق إسبانيا.
pub(super) fn before_where_it_lies(view: &View, token: usize) -> Option<usize> {
    let is_point = |t: usize| COMPASS.contains(&view.folded_at(t).trim_start_matches(['ب', 'ل']));
    let mut first = token;
    while first > view.tokens.0 && is_point(first - 1) {
        first -= 1;
    }
    let points = first < token || is_point(token);
    // `ليدز شمالي إنجلترا`, `بشمال إنجلترا`
    let joined = points && (view.folded_at(first).starts_with('ب') || view.folded_at(first).ends_with('ي'));
    while first > view.tokens.0 && (view.folded(first - 1) == "في" || view.folded(first - 1).starts_with("الواقع")) {
        first -= 1;
    }
    let leads = joined || matches!(view.folded(first), "في") || view.folded(first).starts_with("الواقع");
    (points && leads).then(|| first.checked_sub(1)).flatten().filter(|t| *t >= view.tokens.0)
}

/// Whether an Arabic run tells only in which part of the country a place lies that stands right before: مدينة لوبومباشي في جنوب شرق البلاد.
fn tells_where_a_place_lies(unit: &Unit, run: &Run) -> bool {
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(run.span);
    let Some(last) = tokens.end.checked_sub(1).filter(|t| *t >= tokens.start) else { return false };
    let place = before_where_it_lies(view, last).filter(|t| *t + 1 >= tokens.start || tokens.contains(t));
    place.and_then(|t| view.item_at(t)).is_some_and(|i| is_named(unit, i))
}

/// Words, folded, that say no more than an English preposition does: الطريق المؤدي إلى.
const JOINING: [&str; 5] = ["بسبب", "المودي", "الموديه", "الرامي", "الراميه"];

fn is_light(view: &View, item: u32) -> bool {
    let token = view.item(item).token as usize;
    // `a year earlier`, في الشهر نفسه من العام الماضي
    let same = |t: usize| matches!(view.folded_at(t), "نفسه" | "نفسها" | "ذاته" | "ذاتها");
    let year = |t: usize| view.folded_at(t) == "من" && matches!(view.folded_at(t + 1), "العام" | "السنه");
    if same(token + 1) && year(token + 2) || same(token) && year(token + 1) {
        return true;
    }
    words::stands_light(&view.side.tokens, token) || JOINING.contains(&view.folded(token)) || is_of_a_network(view, token)
}

/// Whether an Arabic token says what kind of site that is where somebody wrote: منصة إكس للتواصل الاجتماعي.
fn is_of_a_network(view: &View, token: usize) -> bool {
    let networks = |t: usize| matches!(view.folded_at(t), "للتواصل" | "التواصل") && view.folded_at(t + 1).ends_with("الاجتماعي");
    let sites = |t: usize| ["منص", "موقع", "شبك", "تطبيق"].iter().any(|s| view.folded(t).trim_start_matches(['ب', 'ل']).starts_with(s));
    let site = || view.before(token, 4).any(sites);
    (networks(token) || networks(token.wrapping_sub(1))) && site()
}

/// Whether item `i` is a number or belongs to one, as units do.
pub(super) fn is_of_a_number(view: &View, i: u32) -> bool {
    let token = view.item(i).token;
    let of = |token: u32| view.quantities().iter().any(|q| q.tokens.contains(&token) || q.number_tokens.contains(&token));
    // `البالغ من العمر 78 عاما`, for `, 78,`
    let aged = |word: &str| word.trim_start_matches("ال").starts_with("بالغ") || matches!(word, "يبلغ" | "تبلغ" | "العمر");
    // `من صباح يوم 20 مايو`
    let day = view.folded(token as usize) == "يوم" && of(token + 1);
    of(token)
        || day
        || aged(view.folded(token as usize)) && (1..4).any(|on| view.folded_at((token + on) as usize) == "العمر" || of(token + on))
}

/// Whether an Arabic run tells a score that English has in digits: بأربعة أهداف دون رد, `4-0`.
fn is_score(unit: &Unit, run: &Run) -> bool {
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(run.span);
    let nil = tokens.clone().any(|t| matches!(view.folded(t), "دون" | "بدون" | "بلا") && matches!(view.folded_at(t + 1), "رد" | "مقابل"));
    let scored = |low: f64| {
        let zero = |q: &Quantity| q.role == Role::Score && (q.low == 0.0 && q.high == low || q.low == low && q.high == 0.0);
        unit.english.quantities().iter().any(zero)
    };
    nil && tokens.len() <= 4 && view.quantities().iter().any(|q| tokens.contains(&(q.number_tokens.start as usize)) && scored(q.low))
}

/// Whether letters of the other side stand for the words before a bracket or within one: `هيئة الإذاعة البريطانية (بي بي سي)`.
fn is_spelled_out(unit: &Unit, lang: Lang, run: &Run) -> bool {
    let (view, other) = (unit.view(lang), unit.view(lang.other()));
    let letters = |i: u32| {
        let partner = unit.partner(lang, i).and_then(|p| other.side.tokens.get(other.item(p).token as usize));
        let own = view.side.tokens.get(view.item(i).token as usize);
        [partner, own].into_iter().flatten().any(|t| matches!(t.capital, Capital::All | Capital::Mixed))
    };
    let (first, last) = (view.item(run.items.0).token as usize, view.item(run.items.1 - 1).token as usize);
    let within = |mut tokens: std::ops::Range<usize>| tokens.any(|t| view.folded(t) == "(");
    let next = run.items.1;
    let before_bracket = next < view.items.1 && letters(next) && within(last + 1..view.item(next).token as usize);
    let previous = run.items.0.checked_sub(1).filter(|i| *i >= view.items.0);
    let in_bracket = previous.is_some_and(|i| letters(i) && within(view.item(i).token as usize + 1..first));
    before_bracket || in_bracket
}

/// Whether Arabic item `i` only says what the name right after it names.
fn is_kind(unit: &Unit, i: u32) -> bool {
    let named = |n: u32| is_named(unit, n);
    is_kind_word(&unit.arabic, i) && (i + 1..unit.arabic.items.1).take(2).any(named)
}

/// Whether English item `i` only says what the name beside it names, which is accounted for: `the UN agency UNICEF`.
fn is_english_kind(unit: &Unit, i: u32) -> bool {
    let view = &unit.english;
    let name = |n: u32| {
        let capital = view.is_capital(view.item(n).token as usize);
        capital && view.items.0 != n && unit.partner(Lang::English, n).is_some()
    };
    let beside = [i.checked_sub(1).filter(|n| *n >= view.items.0), Some(i + 1).filter(|n| *n < view.items.1)];
    is_kind_word(view, i) && beside.into_iter().flatten().any(name)
}

/// Whether English item `i` is a subject that was named just before and that an Arabic verb has within it: `The airline said` for وصرحت.
fn is_known_subject(unit: &Unit, i: u32) -> bool {
    /// How many sentences an Arabic verb remembers its subject.
    const REMEMBERED: usize = 2;
    let view = &unit.english;
    let token = view.item(i).token as usize;
    let opens = i == view.items.0 && token > view.tokens.0 && view.folded(token - 1) == "the";
    let verb = i + 1 < view.items.1 && view.item(i + 1).token as usize == token + 1;
    opens && verb && unit.partner(Lang::English, i + 1).is_some_and(|p| p == unit.arabic.items.0) && unit.mentioned_before(REMEMBERED, i)
}

/// Whether English item `i` names again, as the subject of a verb that is there, whom the same sentence named before: `Powell gave no hint,
/// but Powell said` for لكنه قال; or, by its capital, the country: `Japan protested, but Tokyo said`.
fn is_said_again(unit: &Unit, i: u32) -> bool {
    let (view, lexicon) = (&unit.english, unit.lexicon());
    let token = |i: u32| view.item(i).token as usize;
    let is_there = |i: u32| unit.partner(Lang::English, i).is_some();
    let is_of = |i: u32, class: Class| view.meanings(i).iter().any(|c| lexicon.class(*c) == class);
    let acts = i + 1 < view.items.1 && token(i + 1) == token(i) + 1 && is_there(i + 1) && !view.is_capital(token(i + 1));
    // The gazetteer does not tell capitals from other cities, but no other speaks for its country.
    let capital = is_of(i, Class::City);
    let same = |n: u32| view.folded(token(n)) == view.folded(token(i)) || capital && is_of(n, Class::Country);
    acts && view.is_capital(token(i)) && (view.items.0..i).any(|n| is_there(n) && same(n))
}

/// Whether English `items` are the office, after `the`, of one whom the same sentence named before, and whose deed is there: `Hochul signed
/// the bill, and the governor said` for وقالت; or what kind of body it is: `Amazon lost its case. The company said`.
pub(super) fn is_who_was_named(unit: &Unit, (first, end): (u32, u32)) -> bool {
    let view = &unit.english;
    let token = |i: u32| view.item(i).token as usize;
    let is_there = |i: u32| unit.partner(Lang::English, i).is_some();
    let title = |i: u32| view.meanings(i).iter().any(|c| unit.lexicon().class(*c) == Class::Title);
    let the = (0..3).any(|back| view.folded_at(token(first).wrapping_sub(back)) == "the");
    let acts = end < view.items.1 && token(end) <= token(end - 1) + 2 && is_there(end) && !view.is_capital(token(end));
    let named = (view.items.0..first).any(|i| view.is_capital(token(i)) && is_there(i));
    let body = |i: u32| BODIES.contains(&view.folded(token(i))) && !view.words(view.item(i).span).ends_with('s');
    the && acts && named && (title(end - 1) || body(end - 1)) && !(first..end).any(is_there)
}

/// Whether item `i` is a word for a kind of things that have names.
fn is_kind_word(view: &View, i: u32) -> bool {
    words::stands_kind(&view.side.tokens, view.item(i).token as usize)
}

/// Whether Arabic item `i` says of an event only that it took place, or of an election of which kind it was.
fn is_of_an_event(view: &View, i: u32) -> bool {
    let token = view.item(i).token as usize;
    let (word, before) = (view.folded(token), token.checked_sub(1).map_or("", |t| view.folded_at(t)));
    let relative = matches!(before, "الذي" | "التي") && TAKES_PLACE.contains(&word);
    relative || before.ends_with("انتخابات") && ELECTION.contains(&word)
}

/// Whether the English word that accounts for Arabic item `i` is a name.
pub(super) fn is_named(unit: &Unit, i: u32) -> bool {
    let view = &unit.english;
    let token = unit.partner(Lang::Arabic, i).and_then(|p| view.side.tokens.get(view.item(p).token as usize));
    token.is_some_and(|t| t.capital != Capital::Lower)
}

/// Whether Arabic item `i` says of what country the name or the money before it is.
fn is_demonym(unit: &Unit, i: u32) -> bool {
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    let readings = view.side.readings.of(view.item(i).token as usize);
    let mut concepts = readings.iter().flat_map(|r| lexicon.concepts_of(r.id));
    let country = concepts.any(|c| matches!(lexicon.class(c), Class::Demonym | Class::Country));
    let token = view.item(i).token;
    let of_money = view.quantities().iter().any(|q| (q.tokens.end..q.tokens.end + 2).contains(&token));
    let says_whose = |n: u32| is_named(unit, n) || is_kind_word(view, n) || is_of_an_event(view, n) || is_title(unit, n);
    country && (of_money || (i.saturating_sub(2).max(view.items.0)..i).any(says_whose))
}

/// How far, in items, what says more of a name may stand from it.
const BESIDE: u32 = 4;

/// Whether Arabic item `i` says more of a name beside it that is accounted for: the office or the first name of a person, or where a
/// place lies: المستشارة الألمانية أنغيلا ميركل, متحف برادو بالعاصمة الإسبانية مدريد.
fn is_of_a_name(unit: &Unit, i: u32) -> bool {
    is_title(unit, i) || is_forename(unit, i) || is_where_a_site_lies(unit, i)
}

/// Whether Arabic item `i` says of a company that is accounted for what it makes: شركة تسلا لصناعة السيارات الكهربائية.
fn is_trade(unit: &Unit, i: u32) -> bool {
    /// How many words say what it makes.
    const MOST: usize = 3;
    let view = &unit.arabic;
    let token = view.item(i).token as usize;
    let makes =
        |t: usize| ["لصناعه", "لانتاج", "لتصنيع", "لتكنولوجيا", "المصنعه", "المنتجه", "المتخصصه", "العملاقه"].contains(&view.folded(t));
    let Some(start) = view.around(token, MOST, 0).rev().find(|t| makes(*t)) else { return false };
    let article = (start + 1..=token).all(|t| view.folded(t).starts_with("ال"));
    let company = view.before(start, 4).any(|t| {
        let word = view.folded(t).trim_start_matches(['و', 'ل', 'ب']);
        matches!(word, "شركه" | "مجموعه" | "عملاق" | "عملاقه" | "شركتي" | "شركات")
    });
    let named = view.before(start, 2).filter_map(|t| view.item_at(t)).any(|n| is_named(unit, n));
    article && company && named
}

/// Whether Arabic item `i` is the counterpart of somebody or something before, and what it is follows: نظيره التركي.
fn is_counterpart(unit: &Unit, i: u32) -> bool {
    let (view, next) = (&unit.arabic, i + 1);
    let word = view.folded(view.item(i).token as usize);
    word.trim_start_matches(['و', 'ل', 'ب']).starts_with("نظير")
        && next < view.items.1
        && (may_be(unit, next, &[Class::Demonym, Class::Country]) || is_named(unit, next))
}

/// What the readings of Arabic item `i` may be.
pub(super) fn may_be(unit: &Unit, i: u32, classes: &[Class]) -> bool {
    let lexicon = unit.lexicon();
    unit.arabic.meanings(i).into_iter().flat_map(|form| lexicon.concepts_of(form)).any(|c| classes.contains(&lexicon.class(c)))
}

/// Whether Arabic item `i` is the title of a name behind it, with nothing but what belongs to both between.
fn is_title(unit: &Unit, i: u32) -> bool {
    let view = &unit.arabic;
    let mut next = (i + 1..(i + 1 + BESIDE).min(view.items.1)).skip_while(|n| unit.partner(Lang::Arabic, *n).is_none());
    (is_kind_word(view, i) || may_be(unit, i, &[Class::Title])) && next.next().is_some_and(|n| is_named(unit, n))
}

/// Whether Arabic item `i` is the first name of one whom English calls by the family name.
fn is_forename(unit: &Unit, i: u32) -> bool {
    let (view, english) = (&unit.arabic, &unit.english);
    let next = i + 1;
    let person = may_be(unit, i, &[Class::GivenName, Class::Person]) || view.item(i).kind == ItemKind::Unknown;
    if !person || next >= view.items.1 || view.item(next).token != view.item(i).token + 1 || !is_named(unit, next) {
        return false;
    }
    let name = unit.partner(Lang::Arabic, next).map_or(0, |e| english.item(e).token as usize);
    !(name > english.tokens.0 && english.is_capital(name - 1))
}

/// Whether Arabic item `i` is the place where a place or a site lies that stands before it, or the word for a capital before that place.
pub(super) fn is_where_a_site_lies(unit: &Unit, i: u32) -> bool {
    const PLACES: [Class; 3] = [Class::Country, Class::City, Class::Region];
    let view = &unit.arabic;
    let capital = |n: u32| view.folded(view.item(n).token as usize).ends_with("عاصمه");
    if !(may_be(unit, i, &PLACES) || capital(i)) {
        return false;
    }
    let before = (i.saturating_sub(BESIDE).max(view.items.0)..i).rev().find(|n| unit.partner(Lang::Arabic, *n).is_some());
    let Some(name) = before.filter(|n| is_named(unit, *n)) else { return false };
    let leads = |t: usize| {
        let word = view.folded(t);
        // مانهاتن بنيويورك, مانهاتن بمدينة نيويورك
        let joined = || word.starts_with('ب') && (view.item_at(t).is_some_and(|n| n == i || is_kind_word(view, n)));
        word == "في" || word.starts_with("الواقع") || word.starts_with("بال") || COMPASS.contains(&word) || word == "عاصمه" || joined()
    };
    let between = view.item(name).token as usize + 1..view.item(i).token as usize + 1;
    let site = may_be(unit, name, &PLACES) || name > view.items.0 && is_kind_word(view, name - 1);
    // Only where it lies stands between: no comma, and no other word that something accounts for.
    site && between.clone().next().is_some_and(leads) && !between.into_iter().any(|t| matches!(view.folded(t), "،" | "," | "."))
}

/// Whether a name or a description says who speaks where the other side has a pronoun: `وأردف طومسون` for `he said`.
fn stands_for_a_pronoun(unit: &Unit, lang: Lang, run: &Run) -> bool {
    if lang == Lang::English || run.items.1 - run.items.0 > MOST_OF_A_SPEAKER {
        return false;
    }
    let view = unit.view(lang);
    let tokens = view.side.tokens.within(run.span);
    let says = |t: usize| says(view.folded_at(t));
    let Some(place) = facing(unit, lang, tokens.start, tokens.end.saturating_sub(1)) else { return false };
    let other = unit.view(lang.other());
    // `he was arrested`, قبض على الرجل
    let person = |i: u32| PERSONS.contains(&view.folded(view.item(i).token as usize).trim_start_matches(['و', 'ل']));
    // `she apologised`, اعتذرت النجمة البريطانية, اعتذرت مديرة صندوق النقد
    let whose = |i: u32| i > run.items.0 && may_be(unit, i, &[Class::Demonym, Class::Organisation]);
    let definite =
        |i: u32| (i..run.items.1).any(|n| view.folded(view.item(n).token as usize).contains("ال")) || i + 1 < run.items.1 && whose(i + 1);
    let titled = |i: u32| may_be(unit, i, &[Class::Title]) && definite(i);
    // `she said`, لكن لاعبة الجمباز الأمريكية قالت
    let article = |i: u32| view.folded(view.item(i).token as usize).starts_with("ال");
    let office = may_be(unit, run.items.0, &[Class::Title]) && whose(run.items.1 - 1) && (run.items.0 + 1..run.items.1).all(article);
    if office || (run.items.0..run.items.1).all(|i| person(i) || titled(i) || whose(i)) {
        return other.token_range().any(|t| PRONOUNS.contains(&other.folded(t)));
    }
    (says(tokens.start) || tokens.start > view.tokens.0 && says(tokens.start - 1))
        && place.into_iter().any(|t| PRONOUNS.contains(&other.folded(t)))
}

/// Whether a folded Arabic word is a verb of speech in the perfect, of a man or a woman.
pub(super) fn says(word: &str) -> bool {
    let word = without_conjunction(word);
    SAYS.contains(&word) || word.strip_suffix('ت').is_some_and(|verb| SAYS.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, pairs};

    #[test]
    fn an_arabic_verb_remembers_its_subject() {
        let lost = |before: [&str; 2]| {
            let english = [before[0], "The airline said on Monday that the flights to Beirut were full."];
            let arabic = [before[1], "قالت يوم الاثنين إن الرحلات إلى بيروت ممتلئة."];
            pairs("dropped-claim", &english, &arabic).len()
        };
        assert_eq!(lost(["The airline has ordered ten new planes.", "طلبت شركة الطيران عشر طائرات جديدة."]), 0);
        assert_eq!(lost(["It rained all day.", "أمطرت طوال اليوم."]), 1);
    }

    #[test]
    fn what_makes_it_clearer_is_silent() {
        #[rustfmt::skip]
        let pairs = [
            ("The storm hit Florida on Monday.", "ضربت العاصفة ولاية فلوريدا الأمريكية يوم الاثنين."),
            ("\"We will not leave the town,\" he added.", "وأضاف وزير الدفاع العراقي: \"لن نغادر البلدة\"."),
            ("The fire on Gezira was put out.", "أُخمد الحريق الذي نشب في جزيرة الجزيرة المصرية."),
            ("She spoke in Boston before the 2016 election.", "تحدثت في بوسطن قبل الانتخابات الرئاسية الأمريكية عام 2016."),
            ("Washington is against the plan.", "تعارض الإدارة الأمريكية في واشنطن الخطة."),
            ("The BBC showed the film on Sunday.", "عرضت هيئة الإذاعة البريطانية (بي بي سي) الفيلم يوم الأحد."),
            ("The thieves took $40,000 from the bank.", "أخذ اللصوص 40 ألف دولار أمريكي من المصرف."),
            ("Merkel rejected the proposal in Berlin.", "رفضت المستشارة الألمانية أنغيلا ميركل المقترح في برلين."),
            ("The painting hangs in the Prado.", "اللوحة معلقة في متحف برادو بالعاصمة الإسبانية مدريد."),
            ("The club lost 4-0 to Santos on Sunday.", "خسر النادي أمام سانتوس يوم الأحد بأربعة أهداف دون رد."),
            ("A court in Manhattan fined the manager.", "فرضت محكمة في مانهاتن بمدينة نيويورك غرامة على المدير."),
            ("Rebels seized Lubumbashi in April.", "استولى متمردون على مدينة لوبومباشي في جنوب شرق البلاد في نيسان."),
            ("Darwin sailed from Plymouth in 1831.", "أبحر عالم الأحياء البريطاني تشارلز داروين من بليموث عام 1831."),
            ("Shares in Aramco fell in Riyadh on Monday.", "تراجعت أسهم شركة النفط السعودية العملاقة أرامكو في الرياض يوم الاثنين."),
            ("Merkel met Macron in Berlin on Monday.", "التقت ميركل نظيرها الفرنسي إيمانويل ماكرون في برلين يوم الاثنين."),
            ("Tesla shares fell in Berlin.", "تراجعت أسهم شركة تسلا لصناعة السيارات الكهربائية في برلين."),
            ("Musk apologised to the users on X.", "اعتذر ماسك للمستخدمين عبر منصة إكس للتواصل الاجتماعي."),
            ("There are worries, of course.", "ولا تخلو الصورة من هموم بالطبع."),
            ("The hearing ended at 2:40 a.m.", "انتهت الجلسة في الثانية و40 دقيقة فجرا."),
            ("She apologised for the delay on Monday.", "اعتذرت النجمة البريطانية عن التأخير يوم الاثنين."),
        ];
        for (english, arabic) in pairs {
            let found = findings("added-claim", english, arabic);
            assert!(found.is_empty(), "{english}: {found:?}");
        }
    }

    #[test]
    fn where_it_happened_and_what_somebody_was_are_claims() {
        for (english, arabic) in [
            ("Police clashed with separatists on Monday.", "اشتبكت الشرطة مع انفصاليين في شمال شرق إسبانيا يوم الاثنين."),
            ("Merkel rejected the proposal.", "رفضت ميركل المقترح خلال اجتماع في باريس."),
        ] {
            assert_eq!(findings("added-claim", english, arabic).len(), 1, "{english}");
        }
    }

    #[test]
    fn an_office_stands_for_one_named_before() {
        let lost = |english: &str| {
            findings("dropped-claim", english, "وقعت هوكول القانون في ألباني يوم الاثنين، وقالت إنها تتوقع طعونا قضائية.").len()
        };
        assert_eq!(lost("Hochul signed the bill in Albany on Monday, and the governor said she expected legal challenges."), 0);
        assert_eq!(lost("Hochul signed the bill in Albany on Monday, and the main farmers said she expected legal challenges."), 1);
    }

    #[test]
    fn whoever_is_named_again_is_not_lost() {
        for (english, arabic) in [
            (
                "Powell spoke in Chicago on Monday, but Powell admitted that prices were rising.",
                "تحدث باول في شيكاغو يوم الاثنين، لكنه أقر بأن الأسعار ترتفع.",
            ),
            (
                "Japan lodged a protest on Monday, but Tokyo rejected calls to close the port.",
                "قدمت اليابان احتجاجا يوم الاثنين، لكنها رفضت دعوات لإغلاق الميناء.",
            ),
        ] {
            assert!(findings("dropped-claim", english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn what_adds_a_claim_is_not() {
        let found = findings(
            "added-claim",
            "The army closed the road to the airport on Monday.",
            "أغلق الجيش الطريق المؤدي إلى المطار يوم الاثنين بعد انفجار سيارة مفخخة.",
        );
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
