//! Bytes to text. Most files are UTF-8; Arabic archives are full of Windows-1256, and spreadsheets export UTF-16.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

use crate::lang::fold::is_invisible;
use crate::lang::is_arabic_letter;

/// Least share of characters that both languages are written with, for a guess of the encoding to be believed.
const PLAUSIBLE: f64 = 0.95;
/// Characters that a guess is judged by; more change nothing.
const SAMPLE: usize = 4000;
/// Of the characters beyond ASCII, the share that may be broken in a text that is called broken UTF-8 rather than another
/// encoding: text in another encoding has hardly any that is valid UTF-8 by chance.
const BROKEN: f64 = 0.2;

/// Why bytes are no text that we can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// Line (1-based) of the first offending byte, where it can be told.
    pub line: Option<u64>,
    /// What is wrong.
    pub cause: String,
    /// What the user can do.
    pub remedy: String,
}

/// Decodes UTF-8, UTF-16 (with or without a byte order mark), Windows-1256, ISO 8859-6, `MacArabic` and Windows-1252; the mark itself is dropped, and
/// nothing else is changed.
///
/// # Errors
/// If the bytes are not text, or text in an encoding in which their letters would be neither English nor Arabic, or UTF-8
/// that was damaged.
///
/// ```
/// use muqabala::read::encoding::decode;
/// assert_eq!(decode(b"\xEF\xBB\xBFnews".to_vec()).as_deref(), Ok("news"));
/// assert!(decode(b"PK\x03\x04\0\0".to_vec()).is_err());
/// ```
pub fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(unlike("UTF-32"));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        if encoding == UTF_8 {
            return utf8(bytes[mark..].to_vec()).map_err(|bytes| damaged(&bytes));
        }
        return exact(encoding, &bytes[mark..]).filter(|text| !text.contains('\0')).ok_or_else(|| unlike(encoding.name()));
    }
    // Arabic letters in UTF-16 are pairs of ASCII bytes (06 xx), so this comes before UTF-8.
    if let Some(text) = utf16(&bytes) {
        return Ok(text);
    }
    if bytes.contains(&0) {
        return Err(binary(&bytes));
    }
    match utf8(bytes) {
        Ok(text) => Ok(text),
        Err(bytes) if has_halves(&bytes) => joined(&bytes).ok_or_else(|| damaged(&bytes)),
        Err(bytes) if is_damaged(&bytes) => Err(damaged(&bytes)),
        Err(bytes) => match declared(&bytes).and_then(|encoding| exact(encoding, &bytes)).filter(|text| is_plausible(text)) {
            Some(text) => Ok(text),
            None => legacy(&bytes),
        },
    }
}

/// The encoding that a page or an XML document names at its start.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(1024)];
    if !start.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let at = ["encoding=", "charset="].into_iter().find_map(|key| start.find(key).map(|at| at + key.len()))?;
    let label: String =
        start[at..].trim_start_matches(['"', '\'']).chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c)).collect();
    Encoding::for_label(label.as_bytes())
}

fn utf8(bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text),
        Ok(text) => Err(text.into_bytes()),
        Err(error) => Err(error.into_bytes()),
    }
}

/// Whether bytes are UTF-8 but for halves of characters: what other programs make of UTF-16 when they take each half for a character.
fn has_halves(bytes: &[u8]) -> bool {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(3).position(|w| half(w).is_some()) {
        whole.extend_from_slice(&rest[..at]);
        rest = &rest[at + 3..];
    }
    whole.len() < bytes.len() - rest.len() && std::str::from_utf8(&whole).is_ok() && std::str::from_utf8(rest).is_ok()
}

/// The half of a character that three bytes are.
fn half(bytes: &[u8]) -> Option<u16> {
    match bytes {
        [0xED, a @ 0xA0..=0xBF, b @ 0x80..=0xBF, ..] => Some(0xD000 | u16::from(a & 0x3F) << 6 | u16::from(b & 0x3F)),
        _ => None,
    }
}

/// The text with its halves joined; `None` if one has not its other half.
fn joined(bytes: &[u8]) -> Option<String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(3).position(|w| half(w).is_some()) {
        out.extend_from_slice(&rest[..at]);
        let pair = [half(&rest[at..])?, half(rest.get(at + 3..)?)?];
        out.extend_from_slice(String::from_utf16(&pair).ok()?.as_bytes());
        rest = &rest[at + 6..];
    }
    out.extend_from_slice(rest);
    String::from_utf8(out).ok()
}

/// UTF-16 without a byte order mark: every second byte is 0 or 6 then.
fn utf16(bytes: &[u8]) -> Option<String> {
    if bytes.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let pairs = bytes.chunks_exact(2).take(SAMPLE);
    let count = |byte: usize| pairs.clone().filter(|pair| matches!(pair[byte], 0 | 6)).count() * 10;
    let most = pairs.len() * 8;
    let encoding = match (count(0) >= most, count(1) >= most) {
        (false, true) => UTF_16LE,
        (true, false) => UTF_16BE,
        _ => return None,
    };
    exact(encoding, bytes).filter(|text| !text.contains('\0') && is_plausible(text))
}

/// Windows-1256 and what else `chardetng` finds, if it makes sense in our languages.
fn legacy(bytes: &[u8]) -> Result<String, Undecodable> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let mut guess = detector.guess(None, Utf8Detection::Deny);
    if guess == ISO_8859_6 && articles(ISO_8859_6, bytes) <= articles(WINDOWS_1256, bytes) {
        // The two share half of their letters, and this one is by far the rarer.
        guess = WINDOWS_1256;
    }
    // It has the letters of ISO 8859-6 where they are there, and figures and marks where that has nothing.
    if exact(ISO_8859_6, bytes).is_none() {
        let text = mac_arabic(bytes);
        let words = text.split(|c| !is_arabic_letter(c)).filter(|word| word.starts_with("ال")).count();
        if words > articles(WINDOWS_1256, bytes).max(1) && is_plausible(&text) {
            return Ok(text);
        }
    }
    // Of short texts the guess is often wrong.
    [guess, WINDOWS_1256, WINDOWS_1252]
        .into_iter()
        .take(if guess.is_single_byte() { 3 } else { 1 })
        .find_map(|encoding| exact(encoding, bytes).filter(|text| is_plausible(text)))
        .ok_or_else(|| unlike(guess.name()))
}

/// What the bytes from 0x80 on are in `MacArabic`, which `encoding_rs` lacks as no page of the web is in it. What stands there twice, once for
/// each direction of writing, is the same character.
#[rustfmt::skip]
const MAC_ARABIC: [char; 128] = [
    'Ä', '\u{a0}', 'Ç', 'É', 'Ñ', 'Ö', 'Ü', 'á', 'à', 'â', 'ä', 'ں', '«', 'ç', 'é', 'è',
    'ê', 'ë', 'í', '…', 'î', 'ï', 'ñ', 'ó', '»', 'ô', 'ö', '÷', 'ú', 'ù', 'û', 'ü',
    '\u{20}', '!', '"', '#', '$', '٪', '&', '\u{27}', '(', ')', '*', '+', '،', '-', '.', '/',
    '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩', ':', '؛', '<', '=', '>', '؟',
    '❊', 'ء', 'آ', 'أ', 'ؤ', 'إ', 'ئ', 'ا', 'ب', 'ة', 'ت', 'ث', 'ج', 'ح', 'خ', 'د',
    'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', '[', '\u{5c}', ']', '^', '_',
    'ـ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ى', 'ي', 'ً', 'ٌ', 'ٍ', 'َ', 'ُ',
    'ِ', 'ّ', 'ْ', 'پ', 'ٹ', 'چ', 'ە', 'ڤ', 'گ', 'ڈ', 'ڑ', '{', '|', '}', 'ژ', 'ے',
];

fn mac_arabic(bytes: &[u8]) -> String {
    bytes.iter().map(|b| MAC_ARABIC.get((*b as usize).wrapping_sub(0x80)).copied().unwrap_or(char::from(*b))).collect()
}

/// How many words of the text start with ال, as every fourth of Arabic does, if it is in `encoding`.
fn articles(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    exact(encoding, bytes).map_or(0, |text| text.split(|c| !is_arabic_letter(c)).filter(|word| word.starts_with("ال")).count())
}

fn exact(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// Whether a text could be English or Arabic: of what is not ASCII, nearly all is Arabic or punctuation, or is a letter with
/// an accent among many without.
fn is_plausible(text: &str) -> bool {
    let (mut all, mut ours, mut accents, mut ascii) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().take(SAMPLE) {
        all += 1;
        ascii += usize::from(c.is_ascii_alphabetic());
        let accent = matches!(c, '\u{C0}'..='\u{17F}');
        accents += usize::from(accent);
        let arabic = is_arabic_letter(c) || matches!(c, '\u{600}'..='\u{6FF}');
        let mark = matches!(c, '\u{A0}'..='\u{BF}' | '\u{2010}'..='\u{2044}' | '\u{20A0}'..='\u{20BF}' | '\u{2122}') || is_invisible(c);
        let plain = (c.is_ascii() && !c.is_ascii_control()) || matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}');
        ours += usize::from(arabic || mark || plain || accent);
    }
    ours as f64 >= PLAUSIBLE * all as f64 && accents * 10 <= ascii
}

/// Whether bytes are UTF-8 that was damaged, such as by cutting a file in the middle of a letter.
fn is_damaged(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && (broken as f64) <= BROKEN * valid as f64
}

fn damaged(bytes: &[u8]) -> Undecodable {
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let line = valid.matches('\n').count() as u64 + 1;
    Undecodable {
        line: Some(line),
        cause: "is UTF-8 but has a damaged character here".to_owned(),
        remedy: "mend the line, or save the file again as UTF-8".to_owned(),
    }
}

fn unlike(encoding: &str) -> Undecodable {
    Undecodable {
        line: None,
        cause: format!("looks like {encoding}, and its letters would be neither English nor Arabic"),
        remedy: "save it as UTF-8".to_owned(),
    }
}

fn binary(bytes: &[u8]) -> Undecodable {
    // A text in which a program left a zero.
    if let Ok(text) = std::str::from_utf8(bytes)
        && text.matches('\0').count() * 10 <= text.len()
        && is_plausible(&text.replace('\0', ""))
        && let Some(at) = text.find('\0')
    {
        let line = Some(text[..at].matches('\n').count() as u64 + 1);
        return Undecodable { line, cause: "has a NUL character here".to_owned(), remedy: "take it out".to_owned() };
    }
    let kind = match bytes {
        [b'P', b'K', 3, 4, ..] => "a Word document or another archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Word document",
        [b'%', b'P', b'D', b'F', ..] => "a PDF",
        _ => "binary data",
    };
    let remedy =
        if kind == "an old Word document" { "save it as .docx, or as plain text in UTF-8" } else { "save it as plain text in UTF-8" };
    Undecodable { line: None, cause: format!("is {kind}, not text"), remedy: remedy.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NEWS: &str = "قال متحدث باسم الوزارة إن القافلة عادت أدراجها، وأضاف: \"لم يُصب أحد\" – 12%.\r\n";
    const SHORT: &str = "قال الوزير";
    const ENGLISH: &str = "“We refuse,” said Élodie – a café owner’s daughter.\nNobody else did.";

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        if encoding == UTF_16LE {
            return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        if encoding == UTF_16BE {
            return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        }
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy);
        bytes.into_owned()
    }

    #[test]
    fn every_encoding_is_read() {
        for text in [NEWS, SHORT, ENGLISH, "id\tsource\ttarget\n1\tTwo men\tرجلان\n"] {
            for encoding in [UTF_8, UTF_16LE, UTF_16BE] {
                assert_eq!(decode(encoded(encoding, text)).as_deref(), Ok(text), "{}", encoding.name());
                let marked = format!("\u{feff}{text}");
                assert_eq!(decode(encoded(encoding, &marked)).as_deref(), Ok(text), "{} with a mark", encoding.name());
            }
            let text = text.replace('É', "é");
            assert_eq!(decode(encoded(WINDOWS_1256, &text)).as_deref(), Ok(text.as_str()));
        }
        let plain = "قال متحدث باسم الوزارة إن القافلة عادت أدراجها، وأضاف أن أحدا لم يصب في الحادث.";
        assert_eq!(decode(encoded(ISO_8859_6, plain)).as_deref(), Ok(plain));
        assert_eq!(decode(encoded(WINDOWS_1252, ENGLISH)).as_deref(), Ok(ENGLISH));
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
        assert_eq!(decode(b"plain".to_vec()).as_deref(), Ok("plain"));
    }

    #[test]
    fn mac_arabic_is_known_by_its_figures() {
        let plain = "قال متحدث باسم الوزارة في ٢٠١٨ إن القافلة عادت أدراجها، وأضاف أن أحدا لم يصب في الحادث.";
        let bytes: Vec<u8> = plain
            .chars()
            .map(|c| if c.is_ascii() { c as u8 } else { MAC_ARABIC.iter().position(|m| *m == c).map_or(b'?', |i| i as u8 + 0x80) })
            .collect();
        assert_eq!(decode(bytes).as_deref(), Ok(plain));
    }

    #[test]
    fn what_a_document_declares_is_believed() {
        let page = "<?xml version=\"1.0\" encoding=\"ISO-8859-6\"?><a>قال</a>";
        assert_eq!(decode(encoded(ISO_8859_6, page)).as_deref(), Ok(page));
    }

    #[test]
    fn line_ends_are_kept() {
        assert_eq!(decode(b"a\r\nb\rc".to_vec()).as_deref(), Ok("a\r\nb\rc"));
    }

    #[test]
    fn other_alphabets_are_named() {
        let russian = "Представитель министерства сообщил, что колонна вернулась обратно на базу.";
        let error = decode(encoded(encoding_rs::WINDOWS_1251, russian)).unwrap_err();
        assert!(error.cause.contains("windows-1251"), "{}", error.cause);
        let japanese = "報道官は、車列が基地に戻ったと述べた。誰も負傷しなかった。";
        let error = decode(encoded(encoding_rs::SHIFT_JIS, japanese)).unwrap_err();
        assert!(error.cause.contains("Shift_JIS"), "{}", error.cause);
    }

    #[test]
    fn damage_is_found_on_its_line() {
        let mut bytes = format!("{NEWS}{NEWS}").into_bytes();
        bytes.truncate(bytes.len() - 60);
        while String::from_utf8(bytes.clone()).is_ok() {
            bytes.pop();
        }
        assert_eq!(decode(bytes).unwrap_err().line, Some(2));
    }

    #[test]
    fn halves_of_a_character_are_joined() {
        // What Java and Oracle write for 😀 (U+1F600) as "modified UTF-8" and CESU-8.
        assert_eq!(decode(b"Rates stay. \xED\xA0\xBD\xED\xB8\x80\n".to_vec()).as_deref(), Ok("Rates stay. 😀\n"));
        for lone in [&b"One.\nTwo \xED\xA0\xBD men."[..], b"One.\nTwo \xED\xB8\x80\xED\xA0\xBD"] {
            assert_eq!(decode(lone.to_vec()).unwrap_err().line, Some(2));
        }
        // In Windows-1256 the same bytes are a letter and marks.
        let arabic = encoded(WINDOWS_1256, "قال الوزير في\u{a0}« المدينة » إنه لم يحدث شيء.");
        assert!(decode(arabic).unwrap().contains("في\u{a0}«"));
    }

    #[test]
    fn a_zero_in_a_text_is_found_on_its_line() {
        let text = format!("{NEWS}Two\0 men. {NEWS}");
        let error = decode(text.into_bytes()).unwrap_err();
        assert_eq!((error.line, error.cause.as_str()), (Some(2), "has a NUL character here"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let causes = [&b"PK\x03\x04\x14\0\x06\0abc"[..], b"%PDF-1.4\n\0\x01", b"\x7fELF\0\0\x01", b"\xFF\xFE\0\0a\0\0\0"]
            .map(|bytes| decode(bytes.to_vec()).unwrap_err().cause);
        assert!(causes[0].contains("Word"));
        assert!(causes[1].contains("PDF"));
        assert!(causes[2].contains("binary"));
        assert!(causes[3].contains("UTF-32"));
    }

    proptest! {
        #[test]
        fn decoding_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(bytes);
        }

        #[test]
        fn utf8_is_read_as_it_is(text in "[ -~ا-ي،؟é“”\n]{0,80}") {
            prop_assert_eq!(decode(text.clone().into_bytes()), Ok(text));
        }
    }
}
