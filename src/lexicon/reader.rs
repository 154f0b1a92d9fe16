//! Tables that `writer` wrote, read in place: what is embedded in the program costs nothing before it is asked for.

use std::borrow::Cow;

use super::index::Index;

/// Numbers where they stand in the program, or in memory when they were compiled just now.
pub(super) type Numbers = Cow<'static, [u32]>;

/// Bytes that begin where a number can stand.
#[repr(C, align(4))]
pub(super) struct Aligned<B: ?Sized>(pub(super) B);

/// Lists of unequal length in two flat tables.
#[derive(Debug)]
pub(super) struct Lists {
    ends: Numbers,
    values: Numbers,
}

impl Lists {
    pub(super) fn get(&self, i: u32) -> &[u32] {
        match (self.ends.get(i as usize), self.ends.get(i as usize + 1)) {
            (Some(&start), Some(&end)) => &self.values[start as usize..end as usize],
            _ => &[],
        }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }
}

pub(super) struct Reader {
    bytes: Cow<'static, [u8]>,
    at: usize,
}

/// What `read` reads of tables that the build script wrote with the same code.
pub(super) fn embedded<T>(tables: &'static Aligned<[u8]>, read: fn(Reader) -> Option<T>) -> T {
    read(Reader::new(Cow::Borrowed(&tables.0))).expect("the embedded tables are of this version")
}

impl Reader {
    pub(super) fn new(bytes: Cow<'static, [u8]>) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let n = self.bytes.get(self.at..self.at + 4)?;
        self.at += 4;
        Some(u32::from_le_bytes(n.try_into().ok()?))
    }

    fn section(&mut self) -> Option<Cow<'static, [u8]>> {
        let length = self.number()? as usize;
        let range = self.at..self.at.checked_add(length)?;
        self.at = range.end;
        Some(match &self.bytes {
            Cow::Borrowed(all) => Cow::Borrowed(all.get(range)?),
            Cow::Owned(all) => Cow::Owned(all.get(range)?.to_vec()),
        })
    }

    pub(super) fn numbers(&mut self) -> Option<Numbers> {
        let section = self.section()?;
        if let Cow::Borrowed(bytes) = section
            && cfg!(target_endian = "little")
            && let Ok(numbers) = bytemuck::try_cast_slice(bytes)
        {
            return Some(Cow::Borrowed(numbers));
        }
        Some(section.as_chunks::<4>().0.iter().map(|n| u32::from_le_bytes(*n)).collect())
    }

    pub(super) fn probabilities(&mut self) -> Option<Cow<'static, [f32]>> {
        Some(match self.numbers()? {
            Cow::Borrowed(bits) => Cow::Borrowed(bytemuck::cast_slice(bits)),
            Cow::Owned(bits) => bits.into_iter().map(f32::from_bits).collect(),
        })
    }

    pub(super) fn lists(&mut self) -> Option<Lists> {
        Some(Lists { ends: self.numbers()?, values: self.numbers()? })
    }

    pub(super) fn index(&mut self) -> Option<Index> {
        Some(Index { slots: self.numbers()?, bounds: self.numbers()? })
    }
}
