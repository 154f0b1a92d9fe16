//! A folder to run the program in.

use std::fs;
use std::ops::Deref;

use assert_cmd::Command;
use predicates::str::is_empty;

use crate::folder::Folder;

pub const SOURCE: &str = "Egypt's central bank left interest rates unchanged on Thursday.\n\n\
    The bank said inflation had slowed to 13 percent in January.\n\n\
    =Reserves rose to 47 billion dollars, \"a record\", and the Red Cross sent 12 ships to Aden.\n";
pub const TARGET: &str = "أبقى البنك المركزي المصري أسعار الفائدة دون تغيير يوم الخميس.\n\n\
    وقال البنك إن التضخم تباطأ إلى 13 في المائة في يناير.\n";

/// A folder with an article whose last sentence is not in the translation.
pub struct Desk {
    pub folder: Folder,
}

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.folder
    }
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: Folder::new() };
        fs::write(desk.at("source.en.txt"), SOURCE).unwrap();
        fs::write(desk.at("target.ar.txt"), TARGET).unwrap();
        desk
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
