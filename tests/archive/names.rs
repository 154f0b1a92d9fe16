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
