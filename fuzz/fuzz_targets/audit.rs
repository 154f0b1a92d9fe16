//! Segmentation, numbers, dates, names, alignment, all rules and the report: a source and a target, parted by a blank line.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muqabala::article::{Article, Text};
use muqabala::pipeline::{Options, audit};
use muqabala::report::row::Row;

fuzz_target!(|data: &str| {
    let (source, target) = data.split_once("\n\n").unwrap_or((data, ""));
    let (Some(source), Some(target)) = (Text::new("s", source), Text::new("t", target)) else { return };
    if source.lang == target.lang {
        return;
    }
    let article = Article { id: "a".into(), source, target, given: Vec::new() };
    for finding in &audit(&article, &Options { min_confidence: 0.0, ..Options::default() }).findings {
        let _ = Row::new(finding, &article);
    }
});
