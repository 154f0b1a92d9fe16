//! The page of an archive, and those of its articles.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use predicates::prelude::*;
use predicates::str::contains;

use crate::browser::Browser;
use crate::desk::{Desk, rows};

/// The pages of the articles of a folder.
fn pages(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    desk.tables(&format!("{folder}/articles"))
}

fn batch(desk: &Desk, archive: &str, more: &[&str]) -> PathBuf {
    desk.run(&[&["batch", archive, "-o", "out", "-q", "--fail-on", "never"], more].concat()).assert().code(0);
    desk.at("out/index.html")
}

/// An archive of so many articles that differ in length and findings, two that cannot be audited among them.
fn many(desk: &Desk, articles: usize) {
    let line = |n: usize| {
        let killed = if n.is_multiple_of(3) { 21 } else { 12 };
        let source = format!("The storm killed 12 people in Tripoli on Monday. It was report {n}.");
        let target = format!("قتلت العاصفة {killed} شخصا في طرابلس يوم الاثنين. وكان ذلك التقرير {n}.");
        serde_json::json!({ "id": format!("story {n}"), "source": source, "target": target }).to_string()
    };
    let mut lines: Vec<String> = (1..=articles).map(line).collect();
    lines.insert(3, "{\"id\": \"torn\", \"source\": ".to_owned());
    lines.push(r#"{"id":"<b>same</b>","source":"One man left.","target":"Two men left."}"#.to_owned());
    fs::write(desk.at("many.jsonl"), lines.join("\n")).unwrap();
}

#[test]
fn every_article_has_its_page_whatever_the_threads() {
    let desk = Desk::new(12, 5);
    let run = |out: &str, jobs: &str| {
        desk.run(&["batch", "archive.jsonl", "-o", out, "-q", "--jobs", jobs, "--format", "html"]).assert().code(1);
    };
    run("one", "1");
    run("four", "4");
    assert_eq!(desk.tables("one"), desk.tables("four"));
    let all = pages(&desk, "one");
    assert_eq!(all, pages(&desk, "four"));
    assert_eq!(all.len(), rows(&desk.at("one/articles.csv")).len());
    assert!(all.contains_key("000.html"), "{:?}", all.keys());
    // What is there already is not written again, and what has gone or is torn comes back.
    let time = |name: &str| fs::metadata(desk.at("one/articles").join(name)).unwrap().modified().unwrap();
    let before = time("000.html");
    fs::remove_file(desk.at("one/articles/001.html")).unwrap();
    fs::write(desk.at("one/articles/002.html"), &all["002.html"][..9000]).unwrap();
    fs::write(desk.at("one/articles/.003.html.77.part"), "half").unwrap();
    run("one", "2");
    assert_eq!((pages(&desk, "one"), time("000.html")), (all, before));
}

#[test]
fn pages_follow_the_archive_and_its_language() {
    let desk = Desk::new(1, 3);
    many(&desk, 6);
    batch(&desk, "many.jsonl", &["--format", "html"]);
    let english = pages(&desk, "out");
    assert_eq!(english.len(), 6);
    assert!(!fs::read_to_string(desk.at("out/findings.csv")).unwrap().contains("في الأصل"));
    batch(&desk, "many.jsonl", &["--format", "html", "--report-language", "ar"]);
    let arabic = pages(&desk, "out");
    assert!(arabic.iter().all(|(name, page)| *page != english[name] && String::from_utf8_lossy(page).contains("dir=\"rtl\">")));
    assert!(fs::read_to_string(desk.at("out/findings.csv")).unwrap().contains("في الأصل"));
    batch(&desk, "many.jsonl", &["--format", "html"]);
    assert_eq!(pages(&desk, "out"), english);
    // An article that is no more takes its page along; a file of someone else's stays.
    fs::write(desk.at("out/articles/mine.html"), "<p>notes").unwrap();
    many(&desk, 4);
    batch(&desk, "many.jsonl", &["--format", "html"]);
    let left: Vec<String> = pages(&desk, "out").into_keys().collect();
    assert_eq!(left, ["mine.html", "story_1.html", "story_2.html", "story_3.html", "story_4.html"]);
}

#[test]
fn what_only_the_archive_shows_is_on_the_page_too() {
    let desk = Desk::new(1, 3);
    let line = |n: usize| {
        let name = if n == 20 { "غرابوسكي" } else { "غرابوفسكي" };
        let source = format!("The envoy Grabowski met {n} ministers in Aden on Monday.\n\nHe will return in May, Grabowski said.");
        let target = format!("التقى المبعوث {name} {n} وزيرا في عدن يوم الاثنين.\n\nوقال {name} إنه سيعود في أيار.");
        serde_json::json!({"id": format!("a{n}"), "source": source, "target": target}).to_string()
    };
    fs::write(desk.at("names.jsonl"), (13..25).map(line).collect::<Vec<_>>().join("\n")).unwrap();
    batch(&desk, "names.jsonl", &["--format", "html"]);
    let all = pages(&desk, "out");
    let tells = |page: &[u8]| String::from_utf8_lossy(page).contains("data-rule=\"unusual-rendering\"");
    assert_eq!(all.iter().filter(|(_, page)| tells(page)).map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a20.html"]);
    batch(&desk, "names.jsonl", &["--format", "html", "--jobs", "1"]);
    assert_eq!(pages(&desk, "out"), all);
}

#[test]
fn a_page_that_cannot_be_written_stops_the_batch() {
    let desk = Desk::new(2, 3);
    fs::create_dir(desk.at("out")).unwrap();
    fs::write(desk.at("out/articles"), "").unwrap();
    let refused = |told: &str| {
        desk.run(&["batch", "archive.jsonl", "-o", "out", "--format", "html"])
            .assert()
            .code(2)
            .stderr(contains(told).and(predicate::function(|e: &str| e.lines().count() == 1)));
    };
    refused("out/articles: cannot write");
    fs::remove_file(desk.at("out/articles")).unwrap();
    fs::create_dir_all(desk.at("out/articles/000.html")).unwrap();
    refused("out/articles/000.html: cannot write: it is a folder; name a file in it");
}

const SHOWN: &str = "[...document.querySelectorAll('.articles tbody tr')].map(r => r.querySelector('bdi').textContent)";

#[test]
fn the_table_is_sorted_filtered_and_turned() {
    let desk = Desk::new(1, 3);
    many(&desk, 250);
    let page = batch(&desk, "many.jsonl", &["--format", "html"]);
    let Some(mut browser) = Browser::open(&page, "the_table_is_sorted_filtered_and_turned") else { return };
    let count = "document.getElementById('count').textContent";
    assert_eq!(browser.see(count), "252 of 252 shown");
    assert_eq!(browser.see(&format!("{SHOWN}.length")), 100);
    assert_eq!(browser.see("document.querySelector('th[aria-sort]').dataset.key"), "score");
    assert_eq!(browser.see(&format!("{SHOWN}[0]")), "story 3", "the worst first");
    browser.see("document.querySelector('th.name button').click()");
    assert_eq!(browser.see(&format!("{SHOWN}.slice(1, 4)")), serde_json::json!(["4", "story 1", "story 2"]));
    browser.see("document.querySelector('th.name button').click()");
    assert_eq!(browser.see(&format!("{SHOWN}[0]")), "story 250");
    browser.see("document.getElementById('next').click()");
    assert_eq!(browser.see(&format!("{SHOWN}[0]")), "story 150");
    // What is seen stands in the address: it is there again on the way back.
    browser.leave("location.reload()");
    assert_eq!(browser.see(&format!("{SHOWN}[0]")), "story 150");
    let choose = |name: &str, value: &str| {
        format!(
            "{{ const s = document.querySelector('[name={name}]'); s.value = '{value}'; s.dispatchEvent(new Event('input', {{bubbles: true}})); }}"
        )
    };
    browser.see(&choose("kind", "mistranslated"));
    browser.press("");
    assert_eq!(browser.see(count), "83 of 252 shown");
    browser.see(&choose("search", "STORY 24"));
    browser.press("");
    assert_eq!(browser.see(SHOWN), serde_json::json!(["story 249", "story 246", "story 243", "story 240", "story 24"]));
    browser.see("document.getElementById('everything').click()");
    browser.see(&choose("status", "error"));
    browser.press("");
    assert_eq!(browser.see(SHOWN), serde_json::json!(["4", "<b>same</b>"]));
    assert_eq!(browser.see("document.querySelectorAll('.articles tbody a, .articles tbody b b').length"), 0);
    browser.see("document.getElementById('everything').click()");
    // A bar of the chart shows its articles.
    browser.see("document.querySelectorAll('.bar')[1].dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    assert_eq!(browser.see(count), "5 of 252 shown");
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn all_of_it_is_used_by_keyboard_and_heard() {
    let desk = Desk::new(1, 3);
    many(&desk, 130);
    for (language, forward) in [("en", "ArrowRight"), ("ar", "ArrowLeft")] {
        let page = batch(&desk, "many.jsonl", &["--format", "html", "--report-language", language]);
        let Some(mut browser) = Browser::open(&page, "all_of_it_is_used_by_keyboard_and_heard") else { return };
        let heard = browser.heard();
        let unnamed: Vec<_> = heard.iter().filter(|(role, name)| role != "generic" && name.trim().is_empty()).collect();
        assert!(unnamed.is_empty() && heard.len() > 100, "{unnamed:?}");
        let bars: Vec<&str> = heard.iter().map(|(_, name)| name.as_str()).filter(|name| name.contains('–')).collect();
        assert!(bars.len() > 10 && bars.iter().all(|name| name.chars().filter(char::is_ascii_digit).count() >= 2), "{bars:?}");
        // Enter on the head of a column sorts by it, and again the other way; the head says so, and the key stays there.
        let sorted = "(h => h.dataset.key + ' ' + h.getAttribute('aria-sort'))(document.querySelector('th[aria-sort]'))";
        browser.see("document.querySelector('th.critical button').focus()");
        browser.strike("Enter", 13);
        assert_eq!(browser.see(sorted), "critical descending");
        browser.strike("Enter", 13);
        assert_eq!(browser.see(sorted), "critical ascending");
        assert_eq!(browser.see("document.activeElement.closest('th').dataset.key"), "critical");
        // The chart is one stop; arrows go along the bars, Enter chooses one.
        assert_eq!(browser.see("document.querySelectorAll('.bar[tabindex=\"0\"]').length"), 1);
        browser.see("document.querySelector('.bar[tabindex=\"0\"]').focus()");
        browser.strike(forward, if forward == "ArrowRight" { 39 } else { 37 });
        browser.strike("Enter", 13);
        assert_eq!(browser.see(SHOWN), serde_json::json!(["story 4", "story 5", "story 6"]));
        let pressed = "[...document.querySelectorAll('.bar[aria-pressed=true]')].map(b => b.dataset.from)";
        assert_eq!(browser.see(pressed), serde_json::json!(["4"]));
        assert_eq!(browser.see("document.activeElement.dataset.from"), "4");
        assert_eq!(browser.complaints, [""; 0]);
    }
}

#[test]
fn articles_and_the_archive_lead_to_each_other() {
    let desk = Desk::new(1, 3);
    many(&desk, 3);
    let page = batch(&desk, "many.jsonl", &["--format", "html", "--report-language", "ar"]);
    let Some(mut browser) = Browser::open(&page, "articles_and_the_archive_lead_to_each_other") else { return };
    let paper = "getComputedStyle(document.documentElement).backgroundColor";
    let light = browser.see(paper);
    browser.dark();
    assert_ne!(browser.see(paper), light);
    assert_eq!(browser.see("getComputedStyle(document.body).direction"), "rtl");
    let left = "[...document.querySelectorAll('th, option, .totals, .chart, footer, td.status, button')].map(e => e.textContent).filter(t => /[a-z]{3}/i.test(t.replace(/[a-z]+\\.(csv|html)/g, '')))";
    assert_eq!(browser.see(left), serde_json::json!([]));
    browser.leave("document.querySelector('.articles tbody a').click()");
    assert_eq!(browser.see("document.querySelectorAll('.ribbons path').length > 0"), true);
    browser.leave("document.querySelector('a.home').click()");
    assert_eq!(browser.see("document.querySelectorAll('.articles tbody tr').length"), 5);
    assert_eq!(browser.complaints, [""; 0]);
}
