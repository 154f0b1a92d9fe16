//! The country that a text takes for granted: Arabic news of a country says `the emir`, أمير البلاد, or `the national army`, الجيش
//! الوطني, of which English says whose they are.

use super::Lost;
use super::arabic::Left;
use super::slot;
use crate::audit::clearer::land::tells_whose;
use crate::audit::clearer::{is_named, may_be};
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;
use crate::lexicon::Class;
use crate::lexicon::kin::akin;

/// How near, in tokens, to the place of the name the word must stand that means it.
const NEAR: usize = 5;

/// Arabic words, folded and without what is joined before them, that mean the writer's own country or what is of it.
const HOME: [&str; 9] = ["البلاد", "الوطن", "الوطني", "الوطنيه", "المملكه", "الجمهوريه", "الدوله", "السلطنه", "الاماره"];
/// Those of them that are the name of nothing else, as `الوطن` and `الجمهورية` are of newspapers.
const NO_NAMES: [&str; 5] = ["البلاد", "الوطني", "الوطنيه", "المملكه", "الاحتلال"];
/// Those that mean Israel, and nothing else where an army or a settlement is spoken of.
const OCCUPIER: [&str; 6] = ["الاحتلال", "احتلال", "العدو", "الصهيوني", "الصهيونيه", "الكيان"];

/// Whether Arabic says by a word of its own which country `name` is, or takes it for granted.
pub(super) fn is_taken_for_granted(unit: &Unit, name: &Lost, left: &[Left]) -> bool {
    // Not where another country may stand in its place.
    let alone = !left.iter().any(|other| is_land(unit, &other.concepts));
    let is_land = name.parts.len() == 1 && is_land(unit, &name.parts[0].concepts);
    let of_home = || unit.source() == Lang::Arabic && is_meant(unit, name, &HOME, true);
    alone
        && (is_land && (is_meant(unit, name, &OCCUPIER, is_israel(unit, name)) || of_home())
            || tells_whose(unit, name.parts[0].tokens.start, name.last()))
}

/// Whether an Arabic name is only a word for the writer's own country.
pub(super) fn is_home_word(unit: &Unit, left: &Left) -> bool {
    left.tokens.len() == 1 && NO_NAMES.contains(&bare(&unit.arabic, left.tokens.start))
}

/// Whether an Arabic name is the house of a prince who is named before it: عبدالعزيز آل سعود.
pub(super) fn is_house(unit: &Unit, left: &Left) -> bool {
    let view = &unit.arabic;
    let before = view.before(left.tokens.start, 3).filter_map(|t| view.item_at(t));
    view.folded(left.tokens.start) == "ال" && before.into_iter().any(|i| is_named(unit, i))
}

/// Whether a ministry, a government or another body stands for the capital by which English calls its country: وزارة الخارجية الصربية
/// for `Belgrade`.
pub(super) fn is_called_by_its_capital(unit: &Unit, left: &Left) -> bool {
    let (view, english, lexicon) = (&unit.arabic, &unit.english, unit.lexicon());
    let land = (left.tokens.end..left.tokens.end + 2).filter_map(|t| view.item_at(t)).find(|i| may_be(unit, *i, &[Class::Demonym]));
    let Some(land) = land else { return false };
    let lands: Vec<u32> = view.meanings(land).into_iter().flat_map(|form| lexicon.concepts_of(form)).collect();
    let is_capital = |e: u32| {
        let cities = english.meanings(e).into_iter().filter(|c| lexicon.class(*c) == Class::City);
        cities.into_iter().any(|city| lands.iter().any(|land| akin(lexicon.name(*land), lexicon.name(city))))
    };
    english.item_range().any(is_capital)
}

fn is_land(unit: &Unit, concepts: &[u32]) -> bool {
    concepts.iter().any(|c| matches!(unit.lexicon().class(*c), Class::Country | Class::Demonym))
}

fn is_israel(unit: &Unit, name: &Lost) -> bool {
    name.parts[0].concepts.iter().any(|c| akin(unit.lexicon().name(*c), "Israel"))
}

fn bare<'a>(view: &View<'a>, t: usize) -> &'a str {
    view.folded(t).trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك'])
}

/// Whether one of `words` stands where `name` should, if it may mean it.
fn is_meant(unit: &Unit, name: &Lost, words: &[&str], may_mean: bool) -> bool {
    let near = |t: usize| slot::gap(unit, name.parts[0].tokens.start, &(t..t + 1)) < NEAR;
    may_mean && unit.arabic.token_range().any(|t| words.contains(&bare(&unit.arabic, t)) && near(t))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn what_arabic_takes_for_granted_is_not_put_in() {
        for (arabic, english) in [
            (
                "أعلنت جماعة أنصار الله (الحوثيون) إسقاط طائرة مسيرة في أجواء مأرب.",
                "Yemen's Houthis said they had downed a drone over Marib.",
            ),
            ("قالت الملكة رانيا العبدالله إن الصمت ما عاد حيادا.", "Jordan's Queen Rania said that silence was no longer neutral."),
            ("وصل الشيخ تميم بن حمد آل ثاني أمير البلاد إلى كيغالي.", "Qatar's emir, Sheikh Tamim bin Hamad Al Thani, arrived in Kigali."),
            ("قتلت وحدة من الجيش الوطني الشعبي إرهابيا قرب الحدود.", "The Algerian army killed a terrorist near the border."),
            ("قتل خمسة في قصف طائرات الاحتلال مدرسة في جباليا.", "Five were killed when Israeli aircraft bombed a school in Jabalia."),
            ("عزلت السيول دواوير بإقليم شفشاون.", "Floods cut off villages in the Moroccan province of Chefchaouen."),
            ("اقتحمت قوات الاحتلال مخيم جنين فجر الأحد.", "Israeli forces stormed the Jenin camp at dawn on Sunday."),
            (
                "تلقى الملك سلمان بن عبدالعزيز آل سعود رسالة خطية من رئيس جمهورية السنغال.",
                "King Salman bin Abdulaziz received a written message from the president of Senegal.",
            ),
        ] {
            assert!(in_english("name-mismatch", arabic, english).is_empty(), "{english}");
        }
    }

    #[test]
    fn who_is_called_by_his_capital() {
        for (english, arabic) in [
            ("Belgrade summoned the Croatian ambassador on Friday.", "استدعت وزارة الخارجية الصربية سفير كرواتيا يوم الجمعة."),
            ("The two Koreas exchanged fire on Tuesday.", "تبادلت سيول وبيونغ يانغ إطلاق النار الثلاثاء."),
            ("Norway beat Slovenia 3-1 on Thursday.", "فازت النروج على سلوفينيا 3-1 الخميس."),
        ] {
            assert!(findings("name-mismatch", english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn another_country_is_found() {
        for (arabic, english) in [
            ("قالت ملكة الأردن رانيا إن الصمت ما عاد حيادا.", "Morocco's Queen Rania said that silence was no longer neutral."),
            ("قتل خمسة في قصف طائرات الاحتلال مدرسة في جباليا.", "Five were killed when Turkish aircraft bombed a school in Jabalia."),
            ("زار الوفد ميناء حيفا يوم الأحد.", "The delegation visited the port of Haifa and Norway on Sunday."),
        ] {
            assert!(!in_english("name-mismatch", arabic, english).is_empty(), "{english}");
        }
    }
}
