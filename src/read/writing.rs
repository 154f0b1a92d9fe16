//! Text back to bytes, in the encoding of a file that was read.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1252, WINDOWS_1256};

use super::encoding::declared;

/// How a file writes its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    Utf8,
    Utf16 { big: bool },
    Other(&'static Encoding),
}

impl Writing {
    /// The byte order mark of a file, and how it writes its text: the encoding in which `text` is the very bytes of the file.
    pub fn of<'b>(bytes: &'b [u8], text: &str) -> Option<(&'b [u8], Self)> {
        let (mark, body) = bytes.split_at(Encoding::for_bom(bytes).map_or(0, |(_, length)| length));
        let utf16 = [false, true].map(|big| Self::Utf16 { big });
        let others = declared(body).into_iter().chain([WINDOWS_1256, ISO_8859_6, WINDOWS_1252]).map(Self::Other);
        let mut all = [Self::Utf8].into_iter().chain(utf16).chain(others);
        let is_it = |writing: &Self| writing.bytes(text).is_some_and(|written| *written == *body);
        all.find(is_it).map(|writing| (mark, writing))
    }

    /// A text in this encoding; `None` if it lacks a character.
    pub fn bytes<'t>(&self, text: &'t str) -> Option<Cow<'t, [u8]>> {
        match self {
            Self::Utf8 => Some(Cow::Borrowed(text.as_bytes())),
            Self::Utf16 { big } => {
                let bytes = |unit: u16| if *big { unit.to_be_bytes() } else { unit.to_le_bytes() };
                Some(text.encode_utf16().flat_map(bytes).collect())
            }
            Self::Other(encoding) => {
                let (written, used, lacks) = encoding.encode(text);
                (!lacks && used == *encoding).then_some(written)
            }
        }
    }

    /// Text of an XML document with the characters that this encoding lacks written by their numbers.
    pub fn xml<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self {
            Self::Other(encoding) => Cow::Owned(encoding.decode_without_bom_handling(&encoding.encode(text).0).0.into_owned()),
            _ => Cow::Borrowed(text),
        }
    }

    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 { .. } => "UTF-16",
            Self::Other(encoding) => encoding.name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_as_it_was() {
        let text = "<?xml version=\"1.0\"?><a>قتل 12 شخصا</a>\r\n";
        let utf16 = |big: bool| Writing::Utf16 { big }.bytes(text).unwrap().into_owned();
        let cases = [
            (text.as_bytes().to_vec(), Writing::Utf8),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Writing::Utf8),
            ([b"\xFF\xFE".to_vec(), utf16(false)].concat(), Writing::Utf16 { big: false }),
            (utf16(true), Writing::Utf16 { big: true }),
            (WINDOWS_1256.encode(text).0.into_owned(), Writing::Other(WINDOWS_1256)),
            (ISO_8859_6.encode(text).0.into_owned(), Writing::Other(ISO_8859_6)),
        ];
        for (bytes, wanted) in cases {
            let (mark, writing) = Writing::of(&bytes, text).unwrap();
            assert_eq!(writing, wanted);
            assert_eq!([mark, &writing.bytes(text).unwrap()].concat(), bytes);
        }
        assert_eq!(Writing::of(b"\x80\x81", "AB"), None);
    }

    #[test]
    fn what_an_encoding_lacks_is_told() {
        let arabic = Writing::Other(ISO_8859_6);
        assert_eq!(arabic.bytes("‘12’"), None);
        assert_eq!(arabic.xml("قال ‘12’"), "قال &#8216;12&#8217;");
    }
}
