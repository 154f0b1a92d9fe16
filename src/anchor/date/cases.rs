//! Sentences with their dates, one a line: what each says, in the words of [`super::describe`]. The same files serve both languages.

use super::{Agreement, Date, candidates, dates, describe, pair};
use crate::lang::Lang;
use crate::lang::token::Tokens;

fn read(lang: Lang, text: &str) -> Vec<Date> {
    dates(&Tokens::new(lang, text))
}

fn said(lang: Lang, text: &str) -> String {
    read(lang, text).iter().map(describe).collect::<Vec<_>>().join("; ")
}

/// Fails with all lines that are read otherwise, not with the first alone.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn assert_said(lang: Lang, cases: &str) {
    let line = |line: &str| {
        let (text, expected) = line.split_once('\t')?;
        let found = said(lang, text);
        (found != expected).then(|| format!("{text}\n    expected {expected}\n    found    {found}"))
    };
    assert_none(&cases.lines().filter_map(line).collect::<Vec<_>>());
}

fn assert_silent(lang: Lang, cases: &str) {
    let line =
        |text: &str| Some((text, said(lang, text))).filter(|(_, found)| !found.is_empty()).map(|(text, found)| format!("{text}: {found}"));
    assert_none(&cases.lines().filter_map(line).collect::<Vec<_>>());
}

#[test]
fn english_dates_are_read() {
    assert_said(Lang::English, include_str!("cases/english.tsv"));
}

#[test]
fn arabic_dates_are_read() {
    assert_said(Lang::Arabic, include_str!("cases/arabic.tsv"));
}

#[test]
fn english_without_dates_is_silent() {
    assert_silent(Lang::English, include_str!("cases/english_none.txt"));
}

#[test]
fn arabic_without_dates_is_silent() {
    assert_silent(Lang::Arabic, include_str!("cases/arabic_none.txt"));
}

#[test]
fn dates_agree_and_differ() {
    let line = |line: &str| {
        let [english, arabic, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Some(format!("{line}: not three columns"));
        };
        let (source, target) = (candidates(&Tokens::new(Lang::English, english)), candidates(&Tokens::new(Lang::Arabic, arabic)));
        let found: Vec<_> =
            pair(&source, &target, None).iter().map(|p| p.agreement.map_or("none".to_owned(), |a| format!("{a:?}"))).collect();
        (found != [expected]).then(|| format!("{english} | {arabic}\n    expected {expected}, found {found:?}"))
    };
    assert_none(&include_str!("cases/pairs.tsv").lines().filter_map(line).collect::<Vec<_>>());
}

fn agreements(english: &str, arabic: &str, dateline: Option<&Date>) -> Vec<(Option<usize>, Option<usize>, Option<Agreement>)> {
    let (source, target) = (candidates(&Tokens::new(Lang::English, english)), candidates(&Tokens::new(Lang::Arabic, arabic)));
    pair(&source, &target, dateline).iter().map(|p| (p.source, p.target, p.agreement)).collect()
}

#[test]
fn a_second_hour_is_no_part_of_the_first_day() {
    let found = agreements(
        "The shop was open between 9 am on Friday and 5 pm on Sunday.",
        "كان المتجر مفتوحا بين التاسعة صباح الجمعة والخامسة مساء الأحد.",
        None,
    );
    let agree = |agreement: &Option<Agreement>| matches!(agreement, Some(Agreement::Compatible | Agreement::Same));
    assert!(found.len() == 2 && found.iter().all(|(.., agreement)| agree(agreement)), "{found:?}");
}

#[test]
fn a_year_split_from_its_month_agrees() {
    let found = agreements("They left in June 2018.", "في حزيران غادروا البلاد، وكان ذلك عام 2018.", None);
    assert!(found.iter().all(|(.., agreement)| *agreement == Some(Agreement::Compatible)), "{found:?}");
    assert_eq!(found.len(), 2);
    let found = agreements("They left in June 2018.", "في حزيران غادروا البلاد، وكان ذلك عام 2016.", None);
    assert_eq!(found[1], (Some(0), Some(1), Some(Agreement::YearDiffers)));
}

#[test]
fn a_date_said_twice_is_answered_once_said() {
    let found = agreements("On Thursday he left, and on Thursday he returned.", "غادر يوم الخميس وعاد.", None);
    assert_eq!(found, [(Some(0), Some(0), Some(Agreement::Same)), (Some(1), Some(0), Some(Agreement::Same))]);
    let found = agreements("On Thursday he left, and on Friday he returned.", "غادر يوم الخميس وعاد يوم الخميس.", None);
    assert_eq!(found[1], (Some(1), Some(1), Some(Agreement::WeekdayDiffers)));
}

#[test]
fn a_date_without_an_answer_stands_alone() {
    assert_eq!(agreements("He left on Thursday.", "غادر الرجل.", None), [(Some(0), None, None)]);
    assert_eq!(agreements("He left.", "غادر الرجل يوم الخميس.", None), [(None, Some(0), None)]);
    // What may be a date asks for no answer.
    assert_eq!(agreements("The siege went on for two years.", "استمر الحصار.", None), []);
    assert_eq!(
        agreements("The siege went on for two years.", "الحصار مستمر منذ عامين.", None),
        [(Some(0), Some(0), Some(Agreement::Same))]
    );
}

#[test]
fn the_dateline_resolves_relative_dates() {
    let tokens = Tokens::new(Lang::English, "Beirut, Friday 6 July 2018 - Rescuers said they found the boys.");
    let dateline = super::dateline(&tokens).expect("a dateline");
    let verdict = |english, arabic| agreements(english, arabic, Some(&dateline))[0].2.expect("a pair");
    assert_eq!(verdict("They left last year.", "غادروا عام 2017."), Agreement::Compatible);
    assert_eq!(verdict("They left last year.", "غادروا عام 2016."), Agreement::RelativeDiffers);
    assert_eq!(verdict("They left yesterday.", "غادروا يوم الخميس."), Agreement::Compatible);
    assert_eq!(verdict("They left yesterday.", "غادروا يوم الاثنين."), Agreement::RelativeDiffers);
    assert_eq!(verdict("They left on Thursday.", "غادروا اليوم."), Agreement::Compatible);
    assert_eq!(verdict("They left today.", "غادروا في 6 تموز."), Agreement::Compatible);
    assert_eq!(verdict("They left last month.", "غادروا في حزيران."), Agreement::Compatible);
    assert_eq!(verdict("They left last month.", "غادروا في آذار."), Agreement::RelativeDiffers);
}

#[test]
fn spans_are_those_of_the_original() {
    let text = "قال إن القصف بدأ فجر الخميس 5 تموز/يوليو ٢٠١٨ واستمر.";
    let found = read(Lang::Arabic, text);
    assert_eq!(found.iter().map(|d| d.span.of(text)).collect::<Vec<_>>(), ["فجر الخميس 5 تموز/يوليو ٢٠١٨"]);
    let text = "Shelling began at dawn on Thursday, July 5th, and went on.";
    assert_eq!(read(Lang::English, text).iter().map(|d| d.span.of(text)).collect::<Vec<_>>(), ["dawn on Thursday, July 5th"]);
}

mod properties {
    use proptest::prelude::*;

    use super::super::{candidates, describe, pair};
    use crate::lang::Lang;
    use crate::lang::token::Tokens;

    /// Words that rules look at, in any order, with anything between.
    fn text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "June",
            "May",
            "the",
            "of",
            "19",
            "2018",
            "-",
            "/",
            ":",
            "30",
            "th",
            "last",
            "week",
            "early",
            "BC",
            "AD",
            "half",
            "past",
            "ago",
            "two",
            "'",
            "s",
            "(",
            ")",
            ",",
            ".",
            "century",
            "80",
            "at",
            "pm",
            "يونيو",
            "/حزيران",
            "من",
            "الخامس",
            "والعشرين",
            "عام",
            "٢٠١٤",
            "م",
            "هـ",
            "الساعة",
            "التاسعة",
            "إلا",
            "ربعا",
            "قبل",
            "يومين",
            "الماضي",
            "القرن",
            "و",
            "ال",
            "العقد",
            "الأول",
            "نهاية",
            "اليوم",
            "0",
            "99999999999",
        ]);
        let piece = prop_oneof![4 => word.prop_map(str::to_owned), 1 => "\\PC{0,4}"];
        prop::collection::vec((piece, prop::bool::weighted(0.7)), 0..12)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, space)| if space { piece + " " } else { piece }).collect())
    }

    proptest! {
        #[test]
        fn any_text_has_dates_in_order_and_on_tokens(english in text(), arabic in text()) {
            let lists = [(Lang::English, &english), (Lang::Arabic, &arabic)].map(|(lang, text)| {
                let tokens = Tokens::new(lang, text);
                let dates = candidates(&tokens);
                for date in &dates {
                    assert!(date.tokens.start < date.tokens.end && date.tokens.end as usize <= tokens.len());
                    assert!(!date.span.of(text).is_empty() && !describe(date).is_empty());
                }
                assert!(dates.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start), "{text}: {dates:?}");
                dates
            });
            let pairings = pair(&lists[0], &lists[1], None);
            for (i, date) in lists[0].iter().enumerate() {
                prop_assert!(!date.certain || pairings.iter().any(|p| p.source == Some(i)));
            }
            for (i, date) in lists[1].iter().enumerate() {
                prop_assert!(!date.certain || pairings.iter().any(|p| p.target == Some(i)));
            }
        }

        #[test]
        fn digits_of_any_script_say_the_same(day in 1_u32..=28, year in 1900_u32..2100) {
            let latin = format!("في {day} يونيو {year}");
            let indic: String = latin.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32('٠' as u32 + d)).unwrap_or(c)).collect();
            let values = [latin, indic].map(|text| candidates(&Tokens::new(Lang::Arabic, &text)).iter().map(|d| d.value).collect::<Vec<_>>());
            prop_assert_eq!(&values[0], &values[1]);
        }
    }
}
