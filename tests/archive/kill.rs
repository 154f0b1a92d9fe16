//! A batch that is killed at any moment goes on where it was, to the same bytes.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::desk::Desk;

/// Kills in all: more where many come too late, as they do while the machine has other work, then less.
const KILLS: u64 = 25;
const MOST: u64 = 4 * KILLS;
/// Kills before a batch may come to its end.
const IN_A_ROW: u64 = 5;

fn batch(desk: &Desk, out: &str) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("muqabala"));
    command
        .args(["batch", "archive.jsonl", "-q", "--format", "html", "-o", out])
        .current_dir(desk.folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn killed_at_25_random_moments_it_ends_with_the_same_bytes() {
    let desk = Desk::new(30, 6);
    let start = Instant::now();
    assert_eq!(batch(&desk, "whole").status().unwrap().code(), Some(1));
    let mut whole = start.elapsed();
    let (wanted, pages) = (desk.tables("whole"), desk.tables("whole/articles"));
    let mut random = u64::from(std::process::id());
    let (mut killed, mut part) = (0_u64, 0);
    for kill in 0..MOST {
        if kill >= KILLS && killed >= KILLS / 2 && kill % IN_A_ROW == 0 {
            break;
        }
        let out = format!("out{}", kill / IN_A_ROW);
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The earlier ones of a row come early, so that work is left for the later ones.
        let until = whole.mul_f64((random >> 40) as f64 / (1 << 24) as f64) / if kill % IN_A_ROW < 3 { 3 } else { 1 };
        let mut run = batch(&desk, &out).spawn().unwrap();
        std::thread::sleep(until.max(Duration::from_millis(1)));
        run.kill().unwrap();
        if run.wait().unwrap().code().is_none() {
            killed += 1;
        } else {
            // The machine has less to do than when it was measured.
            whole = whole.mul_f64(0.85);
        }
        // An article is done when its page is there, or when the journal has it.
        let paged = desk.at(&out).join("articles").read_dir().is_ok_and(|mut pages| pages.next().is_some());
        let begun = paged || desk.at(&out).join(".muqabala/journal").metadata().is_ok_and(|m| m.len() > 100);
        part += u32::from(begun);
        if !begun {
            // Or more: it must get as far as an article.
            whole = whole.mul_f64(1.3);
        }
        if kill % IN_A_ROW == IN_A_ROW - 1 {
            assert_eq!(batch(&desk, &out).status().unwrap().code(), Some(1));
            assert_eq!(desk.tables(&out), wanted, "{out}");
            assert_eq!(desk.tables(&format!("{out}/articles")), pages, "{out}");
        }
    }
    assert!(killed >= KILLS / 2, "only {killed} were killed before their end");
    assert!(part > 0, "none was killed in the middle");
}
