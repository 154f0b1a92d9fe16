//! Names over a whole archive.

use std::fs;

use crate::desk::{Desk, rows};

#[test]
fn a_name_that_one_article_spells_alone_is_told_of() {
    let desk = Desk::new(1, 3);
    let line = |n: usize, name: &str| {
        let source = format!("The envoy Grabowski met {n} ministers in Aden on Monday.\n\nHe will return in May, Grabowski said.");
        let target = format!("التقى المبعوث {name} {n} وزيرا في عدن يوم الاثنين.\n\nوقال {name} إنه سيعود في أيار.");
        serde_json::json!({"id": format!("a{n}"), "source": source, "target": target}).to_string()
    };
    let lines: Vec<String> = (13..25).map(|n| line(n, if n == 20 { "غرابوسكي" } else { "غرابوفسكي" })).collect();
    fs::write(desk.at("names.jsonl"), lines.join("\n")).unwrap();
    desk.run(&["batch", "names.jsonl", "-o", "out", "-q", "--fail-on", "never"]).assert().code(0);
    let names = rows(&desk.at("out/names.csv"));
    let of: Vec<_> = names
        .iter()
        .filter(|r| r["name"] == "Grabowski")
        .map(|r| (r["rendering"].as_str(), r["count"].as_str(), r["usual"].as_str()))
        .collect();
    assert_eq!(of, [("غرابوفسكي", "22", "yes"), ("غرابوسكي", "2", "no")]);
    assert_eq!(names.iter().find(|r| r["usual"] == "no").unwrap()["where"], "a20");
    let unusual: Vec<_> = rows(&desk.at("out/findings.csv")).into_iter().filter(|r| r["rule"] == "unusual-rendering").collect();
    assert_eq!(unusual.len(), 2);
    assert_eq!((unusual[0]["document"].as_str(), unusual[0]["severity"].as_str()), ("a20", "neutral"));
    assert_eq!((unusual[1]["target_span"].as_str(), unusual[1]["expected"].as_str()), ("غرابوسكي", "غرابوفسكي"));
    let article = rows(&desk.at("out/articles.csv")).into_iter().find(|r| r["id"] == "a20").unwrap();
    assert_eq!(article["neutral"], "2");
}

#[test]
fn a_term_of_the_glossary_is_told_of_with_what_stands_for_it() {
    let desk = Desk::new(1, 3);
    fs::write(desk.at("terms.csv"), "source,target\nceasefire,هدنة|وقف إطلاق النار\nlocal council,مجلس بلدي\n").unwrap();
    let line = |n: usize, truce: &str, council: &str| {
        let source = format!("The ceasefire in Aden began on Monday.\n\nThe local council named {n} ministers.");
        let target = format!("بدأ{truce} في عدن يوم الاثنين.\n\nوسمى {council} {n} وزيرا.");
        serde_json::json!({"id": format!("a{n}"), "source": source, "target": target}).to_string()
    };
    let lines: Vec<String> = (13..25)
        .map(|n| line(n, if n == 20 { " وقف إطلاق النار" } else { "ت الهدنة" }, if n == 21 { "المجلس المحلي" } else { "المجلس البلدي" }))
        .collect();
    fs::write(desk.at("terms.jsonl"), lines.join("\n")).unwrap();
    desk.run(&["batch", "terms.jsonl", "-o", "out", "-q", "--fail-on", "never", "--glossary", "terms.csv"]).assert().code(0);
    let names = rows(&desk.at("out/names.csv"));
    let of = |name: &str| {
        let ways = names.iter().filter(|r| r["name"] == name);
        ways.map(|r| (r["rendering"].clone(), r["count"].clone(), r["usual"].clone())).collect::<Vec<_>>()
    };
    let way = |rendering: &str, count: &str, usual: &str| (rendering.to_owned(), count.to_owned(), usual.to_owned());
    assert_eq!(of("ceasefire"), [way("هدنة", "11", "yes"), way("وقف إطلاق النار", "1", "no")]);
    assert_eq!(of("local council"), [way("مجلس بلدي", "11", "yes"), way("المجلس المحلي", "1", "no")]);
}
