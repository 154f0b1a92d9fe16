//! Compiles the lexicon under `src/lexicon/data` into two files that the program embeds.
#![allow(dead_code, missing_docs)]

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/lexicon/compile.rs"]
mod compile;
#[path = "src/lexicon/family.rs"]
mod family;
#[path = "src/lang/fold.rs"]
mod fold;
#[path = "src/lexicon/folder.rs"]
mod folder;
#[path = "src/lexicon/sieve.rs"]
mod sieve;
#[path = "src/lexicon/source.rs"]
mod source;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/lang/fold.rs");
    let compiled = folder::compiled(Path::new("src/lexicon/data"), |_| true).expect("the lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("lexicon.bin"), compiled.tables).expect("the build folder is writable");
    fs::write(out.join("lexicon.txt"), compiled.strings).expect("the build folder is writable");
}
