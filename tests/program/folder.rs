//! A folder of its own to run the program in.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;
use tempfile::TempDir;

/// An empty folder that goes away with it.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// The program with these arguments, in the folder.
    pub fn run(&self, args: &[&str]) -> Command {
        let mut command = cargo_bin_cmd!("muqabala");
        command.current_dir(self.path()).args(args).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command
    }
}
