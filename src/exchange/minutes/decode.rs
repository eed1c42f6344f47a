//! Bytes of a file of minutes to text: UTF-8, UTF-16, windows-1256 and ISO 8859-6.
//! Knows nothing of what the text says.

use encoding_rs::{Encoding, ISO_8859_6, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// The most bytes that are read as minutes. The longest minutes seen have 0.02 MB; what is larger than this is
/// some other file, and refusing it keeps memory bounded.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// How much of the file is looked at to tell an encoding by its shape.
const SHAPE_BYTES: usize = 64 * 1024;

/// Before words that a file holds and no page of it shows, and behind them.
const HIDDEN: (&str, &str) = ("[متن پنهان: ", "]");

/// A line of text for words that a file holds and no page of it shows: the reader keeps it, and makes nothing of it.
pub(in crate::exchange) fn hidden_line(words: &str) -> String {
    let (before, behind) = HIDDEN;
    format!("{before}{words}{behind}")
}

/// Whether a line is one of [`hidden_line`].
pub(super) fn is_hidden_line(line: &str) -> bool {
    let (before, behind) = HIDDEN;
    line.starts_with(before) && line.ends_with(behind)
}

/// Why bytes are not read as minutes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// More than [`MOST_BYTES`].
    #[error("{bytes} bytes, at most {most} are read")]
    TooLarge {
        /// How many there are.
        bytes: usize,
        /// How many are read at most.
        most: usize,
    },
    /// Control bytes as no text has them.
    #[error("binary, not text")]
    Binary,
    /// Neither UTF-8 nor UTF-16 nor Arabic script in windows-1256 or ISO 8859-6.
    #[error("unknown encoding: byte {first_bad_byte} is not UTF-8")]
    UnknownEncoding {
        /// Offset of the first byte that is not UTF-8.
        first_bad_byte: usize,
    },
}

/// The text of a file: UTF-8 with or without a byte order mark, UTF-16 by its mark or by its shape, and
/// windows-1256 or ISO 8859-6 where it is clearly Arabic script. An empty file is an empty text. The mark is taken off.
///
/// # Errors
/// [`DecodeError`] for a file that is too large, binary, or in another encoding (Latin-1 for one).
pub fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    if bytes.len() > MOST_BYTES {
        return Err(DecodeError::TooLarge {
            bytes: bytes.len(),
            most: MOST_BYTES,
        });
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_windows(rest)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, true)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, false)?,
        _ => match utf16_shape(bytes) {
            Some(little_endian) => utf16(bytes, little_endian)?,
            None => utf8_or_windows(bytes)?,
        },
    };
    if is_binary(&text) {
        Err(DecodeError::Binary)
    } else {
        Ok(text)
    }
}

fn utf8_or_windows(bytes: &[u8]) -> Result<String, DecodeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if bytes.contains(&0) => Err(DecodeError::Binary),
        Err(error) => arabic(bytes).ok_or(DecodeError::UnknownEncoding {
            first_bad_byte: error.valid_up_to(),
        }),
    }
}

fn utf16(bytes: &[u8], little_endian: bool) -> Result<String, DecodeError> {
    let encoding = if little_endian { UTF_16LE } else { UTF_16BE };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(|text| text.into_owned()).ok_or(DecodeError::Binary)
}

/// Whether the bytes are UTF-16 by their shape: `Some(true)` for little endian, `Some(false)` for big endian.
/// In Persian text the high bytes are 06 (Arabic), 00 (blanks, digits, signs) and 20 (the zero width non-joiner).
fn utf16_shape(bytes: &[u8]) -> Option<bool> {
    let sample = &bytes[..bytes.len().min(SHAPE_BYTES)];
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let high = |parity: usize| {
        let column = || sample.iter().skip(parity).step_by(2);
        let fits = column().filter(|byte| matches!(byte, 0x00 | 0x06 | 0x20)).count();
        fits * 10 >= column().count() * 9
    };
    match (high(0), high(1)) {
        (false, true) => Some(true),
        (true, false) => Some(false),
        _ => None,
    }
}

/// The bytes in one of the two encodings of Arabic script, where they are words in it. Text in the one has accented Latin
/// letters among its Arabic ones when it is read in the other; windows-1256, which has all Persian letters, comes first.
fn arabic(bytes: &[u8]) -> Option<String> {
    let windows = arabic_in(WINDOWS_1256, bytes);
    let iso = arabic_in(ISO_8859_6, bytes);
    match (windows, iso) {
        (Some((text, share)), Some((_, other))) if share >= other => Some(text),
        (_, Some((text, _))) | (Some((text, _)), None) => Some(text),
        (None, None) => None,
    }
}

/// The text in this encoding, and how many of a hundred letters are Arabic, where that gives words of Arabic letters and
/// hardly anything else.
fn arabic_in(encoding: &'static Encoding, bytes: &[u8]) -> Option<(String, usize)> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_arabic = |c: &char| matches!(c, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}');
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = text.chars().filter(is_arabic).count();
    let words = text
        .split(|c: char| !is_arabic(&c))
        .filter(|word| !word.is_empty())
        .count();
    let alefs = text.chars().filter(|c| *c == 'ا').count();
    // Accented Latin letters stand alone among ASCII ones; Arabic words have several letters, and alef is frequent.
    let clear = arabic * 10 >= letters * 6 && arabic >= words * 2 && alefs * 25 >= arabic && arabic >= 20;
    clear.then(|| (text.into_owned(), arabic * 100 / letters.max(1)))
}

/// A control character in every ten: no text. Fewer (escape sequences, form feeds) are let through, to be cleaned.
fn is_binary(text: &str) -> bool {
    let controls = text
        .chars()
        .filter(|c| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .count();
    controls > 0 && controls * 10 >= text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSIAN: &str = "صورتجلسه کمیته آب استان\nتاریخ: ۱۴۰۲/۰۱/۲۰\nدستور کار:\n۱- بررسی چاه ها";

    fn utf16_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn utf8_is_read_with_and_without_a_mark() {
        assert_eq!(decode(PERSIAN.as_bytes()).unwrap(), PERSIAN);
        assert_eq!(decode(format!("\u{feff}{PERSIAN}").as_bytes()).unwrap(), PERSIAN);
        assert_eq!(decode(b"").unwrap(), "");
    }

    #[test]
    fn utf16_is_read_by_its_mark_and_by_its_shape() {
        for marked in [
            format!("\u{feff}{PERSIAN}"),
            PERSIAN.to_owned(),
            "Minutes of the council".to_owned(),
        ] {
            let wanted = marked.trim_start_matches('\u{feff}');
            assert_eq!(decode(&utf16_bytes(&marked, u16::to_le_bytes)).unwrap(), wanted);
            assert_eq!(decode(&utf16_bytes(&marked, u16::to_be_bytes)).unwrap(), wanted);
        }
    }

    #[test]
    fn windows_1256_is_read_where_it_is_clearly_arabic_script() {
        let arabic = "صورتجلسه کمیته اب استان\nتاریخ: 1402/01/20\nدستور کار: بررسی چاه ها";
        let arabic = arabic.replace('ی', "ي").replace('ک', "ك");
        let (bytes, _, unmappable) = WINDOWS_1256.encode(&arabic);
        assert!(!unmappable);
        assert_eq!(decode(&bytes).unwrap(), arabic);
    }

    #[test]
    fn iso_8859_6_is_told_from_windows_1256() {
        let text =
            "صورتجلسة لجنة المياه\nالتاريخ: 1402/01/20\nجدول الاعمال: مناقشة الابار وطرق العمل في المدينة";
        for encoding in [ISO_8859_6, WINDOWS_1256] {
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable);
            assert_eq!(decode(&bytes).unwrap(), text, "{}", encoding.name());
        }
    }

    #[test]
    fn utf16_with_many_joiners_is_read_by_its_shape() {
        let text = "می\u{200c}شود خانه\u{200c}ها ";
        assert_eq!(decode(&utf16_bytes(text, u16::to_le_bytes)).unwrap(), text);
    }

    #[test]
    fn latin_1_is_refused() {
        let text =
            "Procès-verbal de la réunion du comité, tenue à huis clos, Präsident Müller, señor, ça et là";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(
            decode(&bytes),
            Err(DecodeError::UnknownEncoding { first_bad_byte: 4 })
        );
    }

    #[test]
    fn short_minutes_with_escape_sequences_are_text() {
        let text =
            "سومین جلسه کمیته \x1b[31mقرمز\u{202e} مورخ ۱۴۰۱/۰۲/۰۴\n۱- مقرر شد \x1b]0;x\x07 گزارش تهیه شود.";
        assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
    }

    #[test]
    fn binary_files_are_refused() {
        let mut image = b"\x89PNG\r\n\x1a\n".to_vec();
        image.extend((0..4000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8));
        assert!(decode(&image).is_err());
        assert_eq!(decode(&[0; 4096]), Err(DecodeError::Binary));
        assert_eq!(
            decode(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"),
            Err(DecodeError::Binary)
        );
    }

    #[test]
    fn a_file_of_fifty_megabytes_is_refused() {
        let bytes = vec![b'a'; 50_000_000];
        assert_eq!(
            decode(&bytes),
            Err(DecodeError::TooLarge {
                bytes: 50_000_000,
                most: MOST_BYTES
            })
        );
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let _ = decode(&bytes);
        }
    }
}
