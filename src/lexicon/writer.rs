//! Tables as bytes, to be read in place. Shared by the build script and by glossaries read at run time.

/// What is compiled: tables, and the spellings that they point into.
#[derive(Debug)]
pub struct Compiled {
    /// Its tables of numbers, with the word lists.
    pub tables: Vec<u8>,
    /// The spellings that its tables point into.
    pub strings: String,
}

/// Spellings, one behind the other.
#[derive(Default)]
pub struct Strings(String);

impl Strings {
    /// Where `text` is put, from and to.
    pub fn add(&mut self, text: &str) -> [u32; 2] {
        let start = self.0.len() as u32;
        self.0.push_str(text);
        [start, self.0.len() as u32]
    }

    pub fn finished(self) -> String {
        self.0
    }
}

/// Little-endian numbers in sections, each led by its length in bytes.
#[derive(Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    pub fn number(&mut self, n: u32) {
        self.0.extend_from_slice(&n.to_le_bytes());
    }

    pub fn numbers(&mut self, numbers: impl Iterator<Item = u32>) {
        let bytes: Vec<u8> = numbers.flat_map(u32::to_le_bytes).collect();
        self.number(bytes.len() as u32);
        self.0.extend_from_slice(&bytes);
    }

    /// Lists of unequal length, as one table of ends and one of values.
    pub fn lists(&mut self, lists: &[Vec<u32>]) {
        let mut end = 0;
        self.numbers(std::iter::once(0).chain(lists.iter().map(|l| {
            end += l.len() as u32;
            end
        })));
        self.numbers(lists.iter().flatten().copied());
    }

    pub fn finished(self) -> Vec<u8> {
        self.0
    }
}
