//! What words of one family share: the consonants of Arabic words, the stems of English ones. Shared by the build script, which
//! keeps both with each entry.

/// The consonants of an Arabic word without affixes and weak letters, a byte each.
pub type Root = u64;

/// The consonants that are left of a folded Arabic word without article, affixes of derivation and inflection, and weak letters.
pub fn root(word: &str) -> Root {
    const LONGEST: usize = 16;
    const PREFIXES: [(&[&[char]], usize); 3] = [
        (&[&['م', 'س', 'ت'], &['ا', 'س', 'ت'], &['ي', 'س', 'ت'], &['ت', 'س', 'ت'], &['ا', 'ل']], 3),
        (&[&['م', 'ت'], &['م', 'و'], &['م', 'ن'], &['ي', 'ت'], &['ا', 'ن'], &['ت', 'ن']], 4),
        (&[&['م'], &['ت'], &['ي'], &['ا'], &['ن']], 3),
    ];
    const SUFFIXES: [&[char]; 12] = [
        &['ي', 'ا', 'ت'],
        &['ي', 'ن'],
        &['و', 'ن'],
        &['ا', 'ت'],
        &['ا', 'ن'],
        &['ي', 'ه'],
        &['ت', 'ي'],
        &['ه'],
        &['ة'],
        &['ت'],
        &['ي'],
        &['ا'],
    ];
    let (mut letters, mut length) = ([' '; LONGEST], 0);
    for c in word.chars().take(LONGEST) {
        letters[length] = c;
        length += 1;
    }
    let mut core = &letters[..length];
    let peeled = PREFIXES
        .iter()
        .find_map(|(group, kept)| group.iter().find_map(|prefix| core.strip_prefix(*prefix).filter(|rest| rest.len() >= *kept)));
    core = peeled.unwrap_or(core);
    core = SUFFIXES.iter().find_map(|suffix| core.strip_suffix(*suffix).filter(|rest| rest.len() >= 3)).unwrap_or(core);
    let firm = core.iter().filter(|c| !matches!(c, 'ا' | 'و' | 'ى' | 'ي' | 'ة' | 'ء' | 'ئ' | 'ؤ' | 'أ' | 'إ' | 'آ'));
    firm.take(8).fold(0, |root, c| root << 8 | u64::from(*c as u32 & 0xff))
}

/// Whether two roots are one, or one is the other with an affix that spelling hides.
pub fn related(a: Root, b: Root) -> bool {
    let length = |r: Root| 8 - r.leading_zeros() as usize / 8;
    let (m, n) = (length(a), length(b));
    if m < 3 || n < 3 {
        return false;
    }
    a == b || (m.max(n) <= 4 && common(&a.to_be_bytes()[8 - m..], &b.to_be_bytes()[8 - n..]) >= 3)
}

/// Length of the longest common subsequence.
fn common(a: &[u8], b: &[u8]) -> usize {
    let mut row = [0; 9];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// A number for an English name without the endings of derivation, so that `critic` and `critical` meet.
pub fn stem_id(name: &str) -> u32 {
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    stem(name).bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn stem(name: &str) -> &str {
    const ENDINGS: [&str; 41] = [
        "ization", "isation", "ational", "ation", "iness", "fully", "ingly", "ition", "ments", "ment", "ness", "able", "ible", "ally",
        "ious", "ical", "tion", "sion", "ing", "ers", "ity", "ive", "ous", "ful", "ism", "ist", "ies", "ant", "ent", "ary", "ed", "er",
        "or", "al", "ly", "ic", "es", "en", "y", "s", "e",
    ];
    let word = name.split(' ').next().unwrap_or("");
    let cut = ENDINGS.iter().find_map(|e| word.strip_suffix(e).filter(|s| s.len() >= 4)).map(str::len);
    &word[..cut.unwrap_or(word.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::fold;

    #[test]
    fn roots_leave_affixes_out() {
        let one = |word| root(&fold::arabic(word));
        assert_eq!(one("مستخدم"), one("استخدام"));
        assert_eq!(one("مكتبة"), one("كتاب"));
        assert_ne!(one("مكتبة"), one("مدرسة"));
    }

    #[test]
    fn stems_leave_endings_out() {
        assert_eq!(stem("market"), stem("marketing"));
        assert_ne!(stem("metropolis"), stem("metropolitan"));
        assert_eq!(stem_id("critical"), stem_id("critic"));
    }
}
