use super::*;
use crate::article::{Article, Text};
use crate::pipeline::{Options, audit};

fn page(source: &str, target: &str, language: Language) -> String {
    let article = Article {
        id: "storm\"><script>alert(1)</script>".into(),
        source: Text::new("s", source).unwrap(),
        target: Text::new("t", target).unwrap(),
        given: vec![],
    };
    let report = audit(&article, &Options { min_confidence: 0.0, ..Options::default() });
    let rows: Vec<Row> = report.findings.iter().map(|finding| Row::new(finding, &article)).collect();
    let aligned = &report.aligned[0];
    let story =
        Story { article: &article, summary: &report.articles[0], source: &aligned.source, target: &aligned.target, beads: &aligned.beads };
    let mut out = Vec::new();
    write(&Edition { stories: &[story], rows: &rows, language, ..Edition::default() }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const SOURCE: &str =
    "The storm killed 12 people in Tripoli on Monday.\n\n<img src=x onerror=alert(1)> said \u{202E}no.\n\nSchools stay closed.";
const TARGET: &str = "قتلت العاصفة 21 شخصا في طرابلس يوم الاثنين.\n\n</script><script>alert(2)</script> قال لا.";

#[test]
fn texts_are_nothing_but_text() {
    let page = page(SOURCE, TARGET, Language::English);
    assert_eq!(page.matches("<script").count(), 2, "its own two");
    assert!(!page.contains("<img") && !page.contains("alert(1)</script>") && !page.contains('\u{202E}'));
    assert!(page.contains("U+202E"));
}

#[test]
fn the_wrong_words_are_marked_on_both_sides() {
    let page = page(SOURCE, TARGET, Language::English);
    assert!(page.contains(">12 people</a>") || page.contains(">12</a>"), "{page}");
    assert!(page.contains("class=\"cell source dropped\"") && page.contains("lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn the_policy_names_the_style_and_the_script() {
    let page = page(SOURCE, TARGET, Language::English);
    let inside = |tag: &str| page.split_once(&format!("<{tag}>")).unwrap().1.split_once(&format!("</{tag}>")).unwrap().0.to_owned();
    for tag in ["style", "script"] {
        assert!(page.contains(&format!("{tag}-src 'sha256-{}'", hash(&inside(tag)))), "{tag}");
    }
}

#[test]
fn an_arabic_page_runs_from_right_to_left() {
    assert!(page(SOURCE, TARGET, Language::Arabic).contains("<html lang=\"ar\" dir=\"rtl\">"));
}
