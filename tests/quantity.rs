//! Sentences and the quantities in them; pairs of sentences and how their quantities compare.

use muqabala::anchor::quantity::{Agreement, Quantity, agreement, describe, pair, quantities};
use muqabala::lang::{Lang, token::Tokens};
use proptest::prelude::*;

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn read(lang: Lang, text: &str) -> Vec<Quantity> {
    quantities(&Tokens::new(lang, text))
}

/// Compares a whole table, so that one run shows every row that broke.
fn check(rows: impl Iterator<Item = (String, String, String)>) {
    let wrong: Vec<_> = rows.filter(|(_, expected, found)| expected != found).collect();
    let lines: Vec<_> =
        wrong.iter().map(|(text, expected, found)| format!("{text}\n    expected {expected}\n    found    {found}")).collect();
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), lines.join("\n"));
}

fn check_readings(lang: Lang, table: &str) {
    check(rows(table).map(|row| {
        let (text, expected) = (row[0], row.get(1).copied().unwrap_or(""));
        let all = expected.contains('~');
        let found: Vec<_> = read(lang, text)
            .iter()
            .filter(|q| all || !q.weak)
            .map(|q| format!("{}{}", if q.weak { "~" } else { "" }, describe(q)))
            .collect();
        (text.to_owned(), expected.to_owned(), found.join(" | "))
    }));
}

#[test]
fn english_sentences() {
    check_readings(Lang::English, include_str!("quantity/english.tsv"));
}

#[test]
fn arabic_sentences() {
    check_readings(Lang::Arabic, include_str!("quantity/arabic.tsv"));
}

#[test]
fn pairs_of_sentences() {
    check(rows(include_str!("quantity/pairs.tsv")).map(|row| {
        let (english, arabic, expected) = (row[0], row[1], row.get(2).copied().unwrap_or(""));
        let (source, target) = (read(Lang::English, english), read(Lang::Arabic, arabic));
        let mut found = Vec::new();
        for pairing in pair(&source, &target) {
            match (pairing.source, pairing.agreement, pairing.target) {
                (Some(_), Some(agreement), _) => found.push(format!("{agreement:?}")),
                (Some(i), None, _) if !source[i].weak => found.push("-".to_owned()),
                (None, _, Some(j)) if !target[j].weak => found.push(format!("+ {}", describe(&target[j]))),
                _ => {}
            }
        }
        (format!("{english} | {arabic}"), expected.to_owned(), found.join(" "))
    }));
}

/// Words and signs that the grammars of both languages know, in any order.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &str = "5 10 1,200 2.5 20.000 2018 10:30 ½ 1/2 % $ £ - – . , ، و ب ال لـ ( ) + a an and a half of the one two twenty-one hundred thousand million bn m km \
        dozen dozens few couple twice third between to from or about more than at least percent dollars years ago first second pm 1980 s \
        ثلاثة عشر عشرون وعشرون مئة ومئتين ألف ألفا ألفين آلاف مليون مليونا ونصف نصف ربع أرباع عشرات مئات بضع عامين شخصان الثالثة الحادي والعشرين بين من إلى أو نحو أكثر \
        لا يقل عن في المئة دولار كيلومترا الساعة والنصف صباحا مرات ٣٣٠ ۵٫۵ ،";
    let words: Vec<&str> = PIECES.split_whitespace().collect();
    prop::collection::vec((prop::sample::select(words), prop::sample::select(vec![" ", " ", " ", "", "\u{a0}"])), 0..14)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn holds(lang: Lang, text: &str) {
    let tokens = Tokens::new(lang, text);
    let all = quantities(&tokens);
    for quantity in &all {
        assert!(text.get(quantity.span.range()).is_some_and(|words| !words.is_empty()), "{text:?} {quantity:?}");
        assert!(
            quantity.tokens.start <= quantity.number_tokens.start && quantity.number_tokens.end <= quantity.tokens.end,
            "{text:?} {quantity:?}"
        );
        assert!(
            quantity.low.is_finite() && quantity.high.is_finite() && quantity.tokens.end as usize <= tokens.len(),
            "{text:?} {quantity:?}"
        );
        assert!(!describe(quantity).is_empty());
        assert_eq!(agreement(quantity, quantity), Agreement::Same, "{text:?} {quantity:?}");
    }
    for two in all.windows(2) {
        assert!(two[0].number_tokens.start <= two[1].number_tokens.start, "{text:?}");
    }
}

/// The same text with Arabic-Indic, or with Persian digits.
fn with_digits(text: &str, zero: char) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(zero as u32 + d)).unwrap_or(c)).collect()
}

proptest! {
    #[test]
    fn any_text_has_quantities(text in "\\PC{0,60}") {
        holds(Lang::English, &text);
        holds(Lang::Arabic, &text);
    }

    #[test]
    fn any_order_of_number_words_has_quantities(text in pieces()) {
        holds(Lang::English, &text);
        holds(Lang::Arabic, &text);
    }

    #[test]
    fn digits_of_all_scripts_are_the_same(text in pieces()) {
        for lang in [Lang::English, Lang::Arabic] {
            let describe_all = |text: &str| read(lang, text).iter().map(describe).collect::<Vec<_>>();
            prop_assert_eq!(describe_all(&text), describe_all(&with_digits(&text, '٠')));
            prop_assert_eq!(describe_all(&text), describe_all(&with_digits(&text, '۰')));
        }
    }

    #[test]
    fn every_quantity_is_paired_or_left(english in pieces(), arabic in pieces()) {
        let (source, target) = (read(Lang::English, &english), read(Lang::Arabic, &arabic));
        let pairings = pair(&source, &target);
        for i in 0..source.len() {
            prop_assert!(pairings.iter().any(|p| p.source == Some(i)));
        }
        for j in 0..target.len() {
            prop_assert!(pairings.iter().any(|p| p.target == Some(j)));
        }
        for pairing in &pairings {
            prop_assert_eq!(pairing.agreement.is_some(), pairing.source.is_some() && pairing.target.is_some());
        }
        for s in &source {
            for t in &target {
                prop_assert_eq!(agreement(s, t), agreement(t, s), "{} {}", describe(s), describe(t));
            }
        }
    }
}

#[test]
fn numbers_without_end_are_none_or_finite() {
    let digits = "7".repeat(1000);
    assert!(read(Lang::English, &digits).is_empty());
    assert!(read(Lang::Arabic, &format!("{digits} مليون")).iter().all(|q| q.low.is_finite()));
    holds(Lang::English, &"million ".repeat(1000));
    holds(Lang::English, &"hundreds of ".repeat(1000));
    holds(Lang::Arabic, &"مليون ".repeat(1000));
    holds(Lang::Arabic, &"مئة ومئة ".repeat(1000));
    holds(Lang::Arabic, &"ألف و".repeat(1000));
}
