//! Options of how files are read, the same for all commands.

use clap::Args;
use muqabala::read::{Columns, Fields, Reader};

/// What the files cannot tell themselves.
#[derive(Args)]
pub struct Reading {
    /// Where the texts stand in a table: names of its first line, or numbers from 1 where it has none, such as
    /// source=English,target=Arabic or id=1,source=2,target=3.
    #[arg(long, value_name = "COLUMNS", value_parser = str::parse::<Columns>)]
    columns: Option<Columns>,
    /// Where the texts stand in the objects of a JSON file, such as source=body.en,target=body.ar.
    #[arg(long, value_name = "FIELDS", value_parser = str::parse::<Fields>)]
    fields: Option<Fields>,
    /// The largest file that is read, in MiB; of compressed files, what they unpack to.
    #[arg(long, value_name = "MIB", default_value_t = 256, value_parser = mebibytes)]
    max_size: u64,
}

fn mebibytes(text: &str) -> Result<u64, String> {
    text.parse().ok().filter(|size| (1..=4096).contains(size)).ok_or_else(|| "give a number from 1 to 4096".to_owned())
}

impl Reading {
    pub fn reader(&self) -> Reader {
        Reader { limit: self.max_size << 20, columns: self.columns.clone(), fields: self.fields.clone().unwrap_or_default() }
    }
}
