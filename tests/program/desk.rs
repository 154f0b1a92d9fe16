//! A folder to run the program in.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;
use predicates::str::is_empty;
use tempfile::TempDir;

pub const SOURCE: &str = "Egypt's central bank left interest rates unchanged on Thursday.\n\n\
    The bank said inflation had slowed to 13 percent in January.\n\n\
    =Reserves rose to 47 billion dollars, \"a record\", and the Red Cross sent 12 ships to Aden.\n";
pub const TARGET: &str = "أبقى البنك المركزي المصري أسعار الفائدة دون تغيير يوم الخميس.\n\n\
    وقال البنك إن التضخم تباطأ إلى 13 في المائة في يناير.\n";

/// A folder with an article whose last sentence is not in the translation.
pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(desk.at("source.en.txt"), SOURCE).unwrap();
        fs::write(desk.at("target.ar.txt"), TARGET).unwrap();
        desk
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn run(&self, args: &[&str]) -> Command {
        let mut command = cargo_bin_cmd!("muqabala");
        command.current_dir(self.folder.path()).args(args).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command
    }

    pub fn audit(&self, args: &[&str]) -> Command {
        self.run(&[&["audit", "source.en.txt", "target.ar.txt"], args].concat())
    }

    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.folder.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// One line on the standard error stream, exit code 2, and no file that was not there.
pub fn refused(desk: &Desk, args: &[&str], told: &[&str]) {
    let before = desk.names();
    let output = desk.run(args).assert().code(2).stdout(is_empty()).get_output().clone();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.starts_with("error: ") && stderr.lines().count() == 1, "{stderr}");
    for words in told {
        assert!(stderr.contains(words), "{words} in {stderr}");
    }
    assert_eq!(desk.names(), before);
}
