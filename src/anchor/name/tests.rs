use proptest::prelude::*;

use super::renderings::Renderings;
use super::*;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;

/// Common words of the sentences below.
const COMMON: &str = "a an act actor after again assembly senate against agency all amid and annual appeal are army as asked asylum at attack bank battle board book boy \
    brown building bush by call called calls candidate cease centre chancellor chief city collapse commander company could court cross crown day deal \
    debate decision defence desert deny died dogs east end expert fight fire first former forces from general government great green group had has he \
    her his home hopes house i immigrant in inside is island it judge king kingdom lake land late leader left letter lord major man march market may \
    meeting member met military minister ministry miss monday mother must national new news next night north not of office official oil on one open our \
    out over palace park part party peace police poll president press prime private prince queen rebels recent red report republic rings rise river road \
    rose said save saw school sea secretary secret security service she since sir sister society source south speaker spokesman state strike street summit \
    sunday supreme talks tells that the their then they three times to told town trade trump truce two under union united university village visited vote \
    votes voters war was we week welcome went west white who will wins with woman word work world year yesterday young";

fn known(word: &str) -> bool {
    COMMON.split_whitespace().any(|w| w == word)
}

/// The mentions of one segment; an acronym has an asterisk.
fn found(text: &str) -> Vec<String> {
    let tokens = Tokens::new(Lang::English, text);
    let mentions = names(&tokens, text, &[0], &known);
    mentions.iter().map(|n| format!("{}{}", n.span.of(text), if n.acronym { "*" } else { "" })).collect()
}

/// The tokens after a full stop, and the first.
fn starts(tokens: &Tokens) -> Vec<usize> {
    (0..tokens.len()).filter(|i| *i == 0 || tokens.folded(*i - 1) == ".").collect()
}

/// The parts of the first mention.
fn parts(text: &str) -> Vec<String> {
    let tokens = Tokens::new(Lang::English, text);
    let mentions = names(&tokens, text, &[0], &known);
    mentions[0].parts.iter().map(|p| tokens.folded(*p as usize).to_owned()).collect()
}

#[test]
fn runs_of_capitals_are_names() {
    for (text, expected) in [
        ("Rebels left the town of Manbij and then Aleppo.", &["Manbij", "Aleppo"][..]),
        ("He told Angela Merkel and Emmanuel Macron the news.", &["Angela Merkel", "Emmanuel Macron"]),
        ("It was said by Osama bin Laden in Tora Bora.", &["Osama bin Laden", "Tora Bora"]),
        ("A report on bin Laden is out.", &["bin Laden"]),
        (
            "They saw Bashar al-Assad, Jean-Claude Juncker and Ludwig van Beethoven.",
            &["Bashar al-Assad", "Jean-Claude Juncker", "Ludwig van Beethoven"],
        ),
        ("A deal with al-Shabab and Al-Qaeda was out.", &["al-Shabab", "Al-Qaeda"]),
        ("He saw Lord of the Rings at the Bank of England.", &["Lord of the Rings", "Bank of England"]),
        ("He met George W. Bush and J. K. Rowling.", &["George W. Bush", "J. K. Rowling"]),
        ("A letter to J.K. Rowling was out.", &["J.K. Rowling"]),
        ("She went to Marks & Spencer on Monday.", &["Marks & Spencer"]),
        ("The UN asked Juba's Salva Kiir to cease fire.", &["UN*", "Juba's", "Salva Kiir"]),
        ("He was at St. Petersburg in May.", &["St. Petersburg"]),
        ("They met Theresa May in June.", &["Theresa May"]),
        ("He visited Trump-led and Tehran-backed forces.", &["Trump", "Tehran"]),
        ("An anti-Houthi and pro-Kremlin group.", &["Houthi", "Kremlin"]),
        ("The decision of Franklin D. Roosevelt Jr. was late.", &["Franklin D. Roosevelt Jr"]),
        ("He told The Sunday Times on Sunday.", &["The Sunday Times"]),
        ("A source told the Sunday Times.", &["Sunday Times"]),
        ("They saw iPhone and McDonald's.", &["iPhone", "McDonald's"]),
        ("He met Ben Wallace and Ben Gurion.", &["Ben Wallace", "Ben Gurion"]),
        ("War in Guinea-Bissau and Timor-Leste.", &["Guinea-Bissau", "Timor-Leste"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn first_words_are_no_names_unless_unknown() {
    for (text, expected) in [
        ("Yesterday the rebels left.", &[][..]),
        ("Hodeidah was under attack.", &["Hodeidah"]),
        ("\"We will fight,\" said Zarif.", &["Zarif"]),
        ("He said: \"Our army will not.\"", &[]),
        ("He told the group \"We must vote\".", &[]),
        ("The so-called \"Islamic State\" group.", &["Islamic State"]),
        ("I said I'm not in.", &[]),
        ("On Monday, in March, they met.", &[]),
        ("A day in April 2018.", &[]),
        ("- Idlib was open.", &["Idlib"]),
        ("We went on. A Sana'a street.", &["Sana'a"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_known_word_that_is_always_capital_is_a_name() {
    let text = "They met Trump on Monday. Trump said the house was white. White House said no.";
    let tokens = Tokens::new(Lang::English, text);
    let mentions = names(&tokens, text, &starts(&tokens), &known);
    let found: Vec<_> = mentions.iter().map(|m| m.span.of(text)).collect();
    assert_eq!(found, ["Trump", "Trump", "House"]);
}

#[test]
fn titles_are_not_part_of_the_name() {
    for (text, expected) in [
        ("A report that President Vladimir Putin met Prime Minister Viktor Orban.", &["Vladimir Putin", "Viktor Orban"][..]),
        ("He saw Mr. Adams and Mrs Clinton.", &["Adams", "Clinton"]),
        ("It was Syrian President Bashar al-Assad.", &["Syrian", "Bashar al-Assad"]),
        ("He told King Abdullah II.", &["Abdullah II"]),
        ("The UN General Assembly met.", &["UN*", "General Assembly"]),
        ("A book of Stephen King.", &["Stephen King"]),
        ("The decision of the Board of Immigrant Appeals.", &["Board of Immigrant Appeals"]),
        ("He saw the King of Spain.", &["King of Spain"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn parts_carry_the_name() {
    assert_eq!(parts("He met Osama bin Laden."), ["osama", "laden"]);
    assert_eq!(parts("He met Bashar al-Assad."), ["bashar", "assad"]);
    assert_eq!(parts("He met George W. Bush."), ["george", "bush"]);
    assert_eq!(parts("He met Mohammed VI."), ["mohammed"]);
    assert_eq!(parts("He met St. Martin."), ["martin"]);
    assert_eq!(parts("He met Ahmet Davutoğlu's son."), ["ahmet", "davutoglu"]);
    assert_eq!(parts("He met Al."), ["al"]);
}

#[test]
fn headlines_and_shouts_say_little() {
    for (text, expected) in [
        ("Rebels Attack Town in Daraa as Talks Collapse", &["Daraa"][..]),
        ("Voters Went to Polls in North Macedonia", &["Polls", "Macedonia"]),
        ("Trade Deal: Jabawi Tells Supreme Court of New Vote", &["Jabawi"]),
        ("ARMY VILLAGE ATTACK: MANY DIED IN IDLIB", &["MANY", "IDLIB"]),
        ("BBC NEWS", &["BBC*"]),
        ("Angela Merkel met Donald Tusk", &["Angela Merkel", "Donald Tusk"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn acronyms_stand_alone() {
    for (text, expected) in [
        ("He told BBC World Service and the U.S. Senate.", &["BBC*", "World Service", "U.S*", "Senate"][..]),
        ("Three MPs left the EU-backed talks.", &["MPs*", "EU*"]),
        ("The G20 summit and a U2 song.", &["G20*", "U2*"]),
        ("He must NOT vote.", &[]),
        ("US President Donald Trump met NATO.", &["US*", "Donald Trump", "NATO*"]),
        ("Battle of AQUARIUS.", &["AQUARIUS"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_short_form_finds_the_full_one() {
    let text = "They met Ibrahim Jabawi in Daraa. It was Jabawi who said it. It was Ibrahim.";
    let tokens = Tokens::new(Lang::English, text);
    let mentions = names(&tokens, text, &starts(&tokens), &known);
    let full: Vec<_> = (0..mentions.len()).map(|i| full_form(&mentions, &tokens, i)).collect();
    assert_eq!(full, [None, None, Some(0), Some(0)]);
    assert_eq!(full_form(&mentions, &tokens, 99), None);
}

#[test]
fn a_first_word_after_a_bare_headline_is_not_always_capital() {
    let text = "Talks collapse Rebels left Daraa";
    let tokens = Tokens::new(Lang::English, text);
    let mentions = names(&tokens, text, &[0, 2], &|w| w != "daraa");
    assert_eq!(mentions.iter().map(|m| m.span.of(text)).collect::<Vec<_>>(), ["Daraa"]);
}

fn candidates(text: &str, unknown: &[&str]) -> Vec<(String, Clue)> {
    let tokens = Tokens::new(Lang::Arabic, text);
    let list = arabic_candidates(&tokens, &|i| !unknown.contains(&tokens.folded(i)));
    list.iter().map(|c| (tokens.folded(c.token as usize).to_owned(), c.clue)).collect()
}

#[test]
fn arabic_words_are_names_by_their_company() {
    use Clue::{AfterTitle, Latin, Quoted, Unknown};
    let list = |l: &[(&str, Clue)]| l.iter().map(|(w, c)| ((*w).to_owned(), *c)).collect::<Vec<_>>();
    assert_eq!(candidates("غادر المسلحون بلدة منبج أمس", &["منبج"]), list(&[("منبج", Unknown)]));
    assert_eq!(candidates("قال الرئيس كريم إن الحرب انتهت", &[]), list(&[("كريم", AfterTitle)]));
    assert_eq!(
        candidates("وللرئيس السوري بشار الأسد رأي", &[]),
        list(&[("السوري", AfterTitle), ("بشار", AfterTitle), ("الاسد", AfterTitle)])
    );
    assert_eq!(candidates("فيلم \"قطار الليل\" وكتاب (Dune)", &[]), list(&[("قطار", Quoted), ("الليل", Quoted), ("dune", Latin)]));
    assert_eq!(candidates("قال إن هذا الكلام \"لا أساس له من الصحة ولم يصدر عن أحد\"", &[]), list(&[]));
    assert_eq!(candidates("", &[]), list(&[]));
}

#[test]
fn mentions_renderings_and_skeletons_work_together() {
    let (text, arabic) = ("They met Ibrahim Jabawi. It was Jabawi who said it.", "التقوا إبراهيم الجباوي وجباوي هو من قال");
    let tokens = Tokens::new(Lang::English, text);
    let target = Tokens::new(Lang::Arabic, arabic);
    let mut renderings = Renderings::new();
    for mention in names(&tokens, text, &[0], &known) {
        for part in mention.parts {
            let name = Skeleton::english(tokens.folded(part as usize));
            for j in (0..target.len()).filter(|j| Skeleton::arabic_variants(target.folded(*j)).same(&name).is_some()) {
                renderings.observe(tokens.folded(part as usize), target.folded(j));
            }
        }
    }
    assert_eq!(renderings.rendering("ibrahim"), Some(("ابراهيم", 1)));
    assert_eq!(renderings.rendering("jabawi"), Some(("الجباوي", 2)));
    assert_eq!(renderings.owner("وجباوي"), Some(("jabawi", 2)));
}

/// Texts of the characters that the rules look at.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the",
        "of",
        "al",
        "bin",
        "-",
        "‑",
        ".",
        ",",
        ":",
        "\"",
        "“",
        "”",
        "(",
        ")",
        "&",
        "'s",
        "’",
        "I",
        "A",
        "W",
        "BBC",
        "U.S",
        "J.K",
        "MPs",
        "G20",
        "II",
        "May",
        "Sunday",
        "President",
        "Prime",
        "Minister",
        "General",
        "Trump",
        "Jean",
        "Śląsk",
        "İzmir",
        "ﬁ",
        "الرئيس",
        "بي",
        "سي",
        "إن",
        "ال",
        "لل",
        "و",
        "ـ",
        "«",
        "»",
        "١٢",
        "20",
        " ",
        " ",
        " ",
        "\n",
        "\u{200f}",
    ]);
    prop_oneof![prop::collection::vec(piece, 0..24).prop_map(|p| p.concat()), ".{0,60}"]
}

proptest! {
    #[test]
    fn any_text_is_read(text in text(), starts in prop::collection::vec(0_usize..40, 0..5)) {
        let tokens = Tokens::new(Lang::English, &text);
        let mentions = names(&tokens, &text, &starts, &known);
        let mut end = 0;
        for (i, m) in mentions.iter().enumerate() {
            prop_assert!(m.tokens.start >= end && m.tokens.start < m.tokens.end, "mentions stand in order and do not overlap");
            end = m.tokens.end;
            prop_assert!(!m.parts.is_empty() && m.parts.iter().all(|p| m.tokens.contains(p)));
            prop_assert!(!m.span.of(&text).is_empty());
            let _ = full_form(&mentions, &tokens, i);
        }
        let arabic = Tokens::new(Lang::Arabic, &text);
        for c in arabic_candidates(&arabic, &|i| i % 2 == 0) {
            prop_assert!((c.token as usize) < arabic.len());
        }
        for r in acronym::acronym_matches(&text, &arabic).into_iter().chain(acronym::acronym_matches("BBC", &arabic)) {
            prop_assert!(r.start < r.end && r.end as usize <= arabic.len());
        }
    }

    #[test]
    fn any_two_words_have_a_distance(a in text(), b in text()) {
        let (english, arabic) = (Skeleton::english(&a), Skeleton::arabic(&b));
        let distance = english.distance(&arabic);
        prop_assert!(distance >= 0.0 && distance.is_finite());
        prop_assert_eq!(distance, arabic.distance(&english));
        prop_assert_eq!(english.distance(&english), 0.0);
        if let Some(same) = english.same(&arabic) {
            prop_assert_eq!(same, distance, "the short cut finds the same distance");
        }
        prop_assert!(Skeleton::arabic_variants(&b).iter().next().is_some());
    }
}

#[test]
fn long_monsters_are_read_quickly() {
    for monster in ["Sunday ", "A. ", "King ", "Van ", "- ", "Bush- ", "BBC ", "\" ", "of the ", "J.K. "] {
        let text = monster.repeat(30_000);
        let tokens = Tokens::new(Lang::English, &text);
        let _ = names(&tokens, &text, &[0], &known);
        let _ = arabic_candidates(&tokens, &known_none);
        let _ = acronym::acronym_matches(&text, &tokens);
    }
}

fn known_none(_: usize) -> bool {
    false
}
