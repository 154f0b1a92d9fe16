//! Long texts: a path that is searched from coarse to fine must not miss what stands far off the diagonal.

use muqabala::article::{Article, Text};
use muqabala::pipeline::{Options, align};
use muqabala::segment::By;

const LINES: usize = 1_500;
const PLACES: [(&str, &str); 7] = [
    ("Cairo", "القاهرة"),
    ("Baghdad", "بغداد"),
    ("Tunis", "تونس"),
    ("Amman", "عمان"),
    ("Beirut", "بيروت"),
    ("Khartoum", "الخرطوم"),
    ("Damascus", "دمشق"),
];
const THINGS: [(&str, &str); 5] =
    [("schools", "مدارس"), ("hospitals", "مستشفيات"), ("bridges", "جسور"), ("farms", "مزارع"), ("mosques", "مساجد")];
const DEEDS: [(&str, &str); 3] =
    [("The ministry closed", "أغلقت الوزارة"), ("The army bombed", "قصف الجيش"), ("The council built", "بنى المجلس")];

/// One line of a list, in both languages.
fn line(n: usize) -> (String, String) {
    let (place, thing, deed) = (PLACES[n % 7], THINGS[n / 7 % 5], DEEDS[n % 3]);
    let number = 20 + n * 7919 % 900;
    (format!("{} {number} {} in {}.", deed.0, thing.0, place.0), format!("{} {number} {} في {}.", deed.1, thing.1, place.1))
}

/// Share of the beads that are exactly right when the lines of `gone` are missing on the Arabic side.
fn right(gone: std::ops::Range<usize>) -> f64 {
    let all: Vec<(String, String)> = (0..LINES).map(line).collect();
    let english: Vec<&str> = all.iter().map(|(e, _)| e.as_str()).collect();
    let arabic: Vec<&str> = all.iter().enumerate().filter(|(n, _)| !gone.contains(n)).map(|(_, (_, a))| a.as_str()).collect();
    let text = |raw: String| Text::new("list", raw).expect("letters");
    let article = Article { id: "list".into(), source: text(english.join("\n")), target: text(arabic.join("\n")), given: Vec::new() };
    let aligned = align(&article, &Options { by: By::Line, ..Options::default() });
    let place = |n: usize| if n < gone.start { n } else { n - gone.len() } as u32;
    let is_right = |n: &usize| {
        let bead = aligned.beads.iter().find(|b| b.source == (*n as u32..*n as u32 + 1));
        bead.is_some_and(|b| if gone.contains(n) { b.target.is_empty() } else { b.target == (place(*n)..place(*n) + 1) })
    };
    (0..LINES).filter(is_right).count() as f64 / LINES as f64
}

#[test]
fn two_fifths_of_one_side_are_missing_in_one_block() {
    for start in [0, 450] {
        let share = right(start..start + 600);
        assert!(share > 0.99, "{share} with 600 lines missing from line {start} on");
    }
}
