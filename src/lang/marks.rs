//! A few bits for each of many numbers: whether one is among them, for those who ask for many that are not.

/// So many bits, or up to twice as many, there are for each number.
const SPREAD: usize = 8;

/// Bits in a word of marks.
const BITS: usize = u32::BITS as usize;

/// The marks of `numbers`: a bit for each of them, which several may share.
pub fn marks(numbers: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let words = (numbers.len() * SPREAD).div_ceil(BITS);
    let mut marks = vec![0; if words == 0 { 0 } else { words.next_power_of_two() }];
    for number in numbers {
        let place = (number as usize / BITS) & (marks.len() - 1);
        marks[place] |= 1 << (number as usize % BITS);
    }
    marks
}

/// Whether `number` may be among those of which these are the [`marks`]; if not, it surely is not.
pub fn may_have(marks: &[u32], number: u32) -> bool {
    let place = (number as usize / BITS) & marks.len().wrapping_sub(1);
    marks.get(place).is_some_and(|marks| marks & 1 << (number as usize % BITS) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_have_what_they_are_made_of() {
        for count in 0..40 {
            let all: Vec<u32> = (0..count).map(|n| n * n * 7).collect();
            let marks = marks(all.iter().copied());
            assert!(all.iter().all(|number| may_have(&marks, *number)));
            assert!((0..4000).filter(|number| may_have(&marks, *number)).count() < 4000 / 4);
        }
    }
}
