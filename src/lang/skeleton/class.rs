//! Coarse classes of consonants, for a key that a name and its rendering often share.

use super::sounds::{Heard, Sound};

/// Dentals before a velar or sibilant are dropped: ch is تش, z may be تس.
const DENTAL: u32 = 3;
/// Velars and sibilants are one class, for c, g, j, x and ch are either by language.
const BACK: u32 = 4;

/// The class of a consonant, 1 to 7; `None` for vowels, for what is written as a vowel or by one side only.
pub(super) fn of_sound(heard: Heard) -> Option<u32> {
    use Sound::{B, C, Ch, D, Dh, Dj, F, G, Gh, J, K, Kh, L, Ll, M, N, P, Q, R, S, Sch, Sh, SoftC, SoftG, Sz, T, Th, V, X, Z, Zh};
    const CLASSES: [(u32, &[Sound]); 7] = [
        (1, &[B, P]),
        (2, &[F, V]),
        (DENTAL, &[T, D, Th, Dh, Dj]),
        (BACK, &[K, C, SoftC, Ch, Sh, Sch, Sz, Kh, Gh, G, SoftG, J, S, Z, Zh, X, Q]),
        (5, &[L, Ll]),
        (6, &[R]),
        (7, &[M, N]),
    ];
    if heard.is_quiet() && !heard.is(G) {
        return None;
    }
    CLASSES.iter().find(|(_, sounds)| sounds.iter().any(|s| heard.is(*s))).map(|(class, _)| *class)
}

/// The class of an Arabic letter, by its code.
pub(super) fn of_letter(letter: u8) -> Option<u32> {
    Some(match char::from_u32(u32::from(letter) + 0x620)? {
        'ب' => 1,
        'ف' => 2,
        'ت' | 'ط' | 'د' | 'ض' | 'ث' | 'ذ' | 'ظ' => DENTAL,
        'س' | 'ص' | 'ز' | 'ش' | 'ج' | 'غ' | 'ق' | 'ك' | 'خ' => BACK,
        'ل' => 5,
        'ر' => 6,
        'م' | 'ن' => 7,
        _ => return None,
    })
}

/// The first class of a key; a dental is dropped before one at the back, so that either may be heard first.
pub(super) const fn first(key: u32) -> u32 {
    let mut first = key;
    while first > 7 {
        first >>= 3;
    }
    if first == DENTAL { BACK } else { first }
}

/// The classes of a word, three bits each; neighbours of one class count once. The first ten consonants of long words.
pub(super) fn key(classes: impl Iterator<Item = Option<u32>>) -> u32 {
    let mut key = 0_u32;
    for class in classes.flatten() {
        let last = key & 7;
        if class == last {
            continue;
        }
        if class == BACK && last == DENTAL {
            key >>= 3;
            if key & 7 == BACK {
                continue;
            }
        }
        if key >> 27 != 0 {
            break;
        }
        key = key << 3 | class;
    }
    key
}
