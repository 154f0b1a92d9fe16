//! The page for the browser, used as a reader uses it. Skipped where there is no Chromium.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use predicates::prelude::*;
use predicates::str::contains;

use crate::browser::Browser;
use crate::desk::Desk;

fn sample(name: &str) -> [String; 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned").join(name);
    let find = |side: &str| {
        let file = ["en", "ar"].map(|lang| folder.join(format!("{side}.{lang}.txt"))).into_iter().find(|f| f.exists());
        file.unwrap().to_str().unwrap().to_owned()
    };
    [find("source"), find("target")]
}

/// The page of a sample.
fn page(desk: &Desk, name: &str, options: &[&str]) -> PathBuf {
    let [source, target] = sample(name);
    desk.run(&[&["audit", &source, &target, "-q", "--fail-on", "never", "-o", "page.html"], options].concat()).assert().code(0);
    desk.at("page.html")
}

#[test]
fn ribbons_join_what_translates_each_other() {
    let desk = Desk::new();
    let page = page(&desk, "politics", &[]);
    let Some(mut browser) = Browser::open(&page, "ribbons_join_what_translates_each_other") else { return };
    let beads = browser.see("new Set([...document.querySelectorAll('.cell')].map(c => c.dataset.bead).filter(Boolean)).size");
    assert!(beads.as_u64().unwrap() > 10);
    assert_eq!(browser.see("document.querySelectorAll('.ribbons path').length"), beads);
    // Every ribbon begins and ends at its sentences; moved ones reach over others.
    let off = "[...document.querySelectorAll('.row')].filter(r => [...r.children].every(c => c.dataset.bead && !c.classList.contains('moved'))).filter(r => {
        const [cell, path] = [r.children[0], document.querySelectorAll('.ribbons path')];
        const box = [...path].map(p => p.getBoundingClientRect()), top = cell.getBoundingClientRect().top;
        return !box.some(b => Math.abs(b.top - top) < 8 && b.width > 40);
    }).length";
    assert_eq!(browser.see(off), 0);
    let moved = "Math.max(...[...document.querySelectorAll('.ribbons .moved')].map(p => p.getBoundingClientRect().height))";
    assert!(browser.see(moved).as_f64().unwrap() > 300.0);
    assert_eq!(browser.see("document.querySelectorAll('.cell[lang=ar][dir=rtl] .hit').length > 0"), true);
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn what_is_dropped_ends_in_the_void() {
    let desk = Desk::new();
    let page = page(&desk, "war", &[]);
    let Some(mut browser) = Browser::open(&page, "what_is_dropped_ends_in_the_void") else { return };
    let width = |class: &str| {
        format!("document.querySelector('.ribbons {class}').getBoundingClientRect().width / document.querySelector('.ribbons').clientWidth")
    };
    for class in [".dropped", ".added"] {
        let share = browser.see(&width(class)).as_f64().unwrap();
        assert!(share > 0.3 && share < 0.8, "{class}: {share}");
    }
}

#[test]
fn filters_and_the_search_hide_findings_and_their_marks() {
    let desk = Desk::new();
    let page = page(&desk, "war", &[]);
    let Some(mut browser) = Browser::open(&page, "filters_and_the_search_hide_findings_and_their_marks") else { return };
    let shown = "document.querySelectorAll('.card:not(.off-list)').length";
    let all = browser.see("document.querySelectorAll('.card').length");
    assert_eq!(browser.see(shown), all);
    browser.see("document.querySelector('input[value=critical]').click()");
    browser.press("j");
    assert_eq!(browser.see("document.querySelectorAll('.card.critical:not(.off-list), .rows .hit.critical:not(.off)').length"), 0);
    browser.see("document.querySelector('input[value=critical]').click()");
    // Without the signs of vowels and hamzas.
    browser.see("{ const s = document.querySelector('input[type=search]'); s.value = 'اسره'; s.dispatchEvent(new Event('input', {bubbles: true})); }");
    browser.press("j");
    assert_eq!(browser.see(shown), 1);
    assert!(browser.see("document.getElementById('count').textContent").as_str().unwrap().starts_with("1 of "));
}

#[test]
fn verdicts_by_keyboard_come_back() {
    let desk = Desk::new();
    let page = page(&desk, "war", &[]);
    let Some(mut browser) = Browser::open(&page, "verdicts_by_keyboard_come_back") else { return };
    browser.press("jajfj");
    browser.see("{ document.querySelector('.judge textarea').focus(); }");
    browser.press("fine");
    // The browser remembers.
    browser.go(&page);
    let said = |n: usize| format!("document.querySelectorAll('.card')[{n}].dataset.verdict");
    assert_eq!((browser.see(&said(0)), browser.see(&said(1))), ("accepted".into(), "false positive".into()));
    browser.downloads(desk.folder.path());
    browser.press("e");
    let file = desk.at("war.verdicts.csv");
    let begun = Instant::now();
    while !file.exists() && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(100));
    }
    let csv = fs::read_to_string(&file).unwrap();
    assert!(csv.starts_with("\u{FEFF}id,document,") && csv.contains(",accepted,") && csv.contains(",fine,"), "{csv}");
    let [source, target] = sample("war");
    let again = desk.run(&["audit", &source, &target, "--verdicts", "war.verdicts.csv"]).assert().code(1);
    again.stdout(contains("as reviewers dismissed it: 1 finding"));
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn a_hostile_article_does_nothing() {
    let desk = Desk::new();
    let bad = "<script>window.pwned = 1</script> </script><script>window.pwned = 2</script> <img src=x onerror='pwned=3'> \u{202E}evil\u{202C} \
        [x](javascript:pwned=4) {{pwned=5}} &quot; \u{2028} \"><svg onload=pwned=6>";
    let source =
        format!("The storm killed 12 people in Tripoli on Monday. {bad}\n\nThe ship {bad} sank near Malta with 330 men on board.\n");
    fs::write(desk.at("source.en.txt"), source).unwrap();
    // Mostly Arabic, however much Latin is in it.
    let arabic = "قال رئيس البلدية إن السيول جرفت الجسور والطرق في أحياء كثيرة من العاصمة، وإن فرق الإنقاذ تبحث عن المفقودين. ".repeat(4);
    fs::write(desk.at("target.ar.txt"), format!("{arabic}\n\nقتلت العاصفة 21 شخصا. {bad}\n")).unwrap();
    desk.run(&["audit", "source.en.txt", "target.ar.txt", "-q", "--min-confidence", "0", "-o", "page.html"]).assert().code(1);
    let Some(mut browser) = Browser::open(&desk.at("page.html"), "a_hostile_article_does_nothing") else { return };
    browser.press("jajxj");
    assert_eq!(browser.see("typeof pwned"), "undefined");
    assert_eq!(browser.see("document.querySelectorAll('img, iframe, object, [onload], [onerror], a[href^=javascript]').length"), 0);
    assert_eq!(browser.see("document.querySelectorAll('script').length"), 2);
    assert_eq!(browser.see("/[\\u202a-\\u202e]/.test(document.body.innerText)"), false);
    assert!(browser.see("document.querySelectorAll('.card').length").as_u64().unwrap() > 0);
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn the_page_knows_the_dark_and_arabic() {
    let desk = Desk::new();
    let page = page(&desk, "war", &["--report-language", "ar"]);
    let Some(mut browser) = Browser::open(&page, "the_page_knows_the_dark_and_arabic") else { return };
    let paper = "getComputedStyle(document.documentElement).backgroundColor";
    let light = browser.see(paper);
    browser.dark();
    assert_ne!(browser.see(paper), light);
    assert_eq!(browser.see("getComputedStyle(document.body).direction"), "rtl");
    // All that is not quoted from the texts speaks Arabic: no word of ours is left in English.
    let left = browser.see("[...document.querySelectorAll('.why, .card h3, .masthead button, .masthead option, .legend, .what')].map(e => e.textContent.replace(/«[^»]*»/g, '')).filter(t => /[a-z]{3}/i.test(t))");
    assert_eq!(left, serde_json::json!([]));
    // On an Arabic keyboard the key of j writes another letter.
    browser.see("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true }))");
    assert_eq!(browser.see("document.querySelectorAll('.card.now').length"), 1);
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn labels_of_other_languages_are_refused() {
    Desk::new().audit(&["--report-language", "fr"]).assert().code(2).stderr(contains("possible values: en, ar").or(contains("en, ar")));
}
