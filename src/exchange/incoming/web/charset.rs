//! In which encoding a web page is: what its first bytes, its file or the page itself say.
//! Knows nothing of tags but `charset=`.

use crate::exchange::minutes::{DecodeError, MOST_BYTES, decode};
use encoding_rs::{Encoding, UTF_8};

/// How far from its start a page may name its encoding.
const NAMED_WITHIN: usize = 8192;

/// The page as text. `label` is the encoding that its file names from outside. A page that names the wrong one, which is
/// UTF-8 where there is any doubt, is told by its bytes.
pub(super) fn decoded(bytes: &[u8], label: Option<&str>) -> Result<String, DecodeError> {
    if bytes.len() > MOST_BYTES {
        return Err(DecodeError::TooLarge {
            bytes: bytes.len(),
            most: MOST_BYTES,
        });
    }
    let named = label
        .map(str::to_owned)
        .or_else(|| named_inside(bytes))
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible());
    match named {
        Some(encoding) if std::str::from_utf8(bytes).is_err() => Ok(encoding.decode(bytes).0.into_owned()),
        _ => decode(bytes),
    }
}

/// The encoding that stands in `<meta charset=...>` or in its older form.
fn named_inside(bytes: &[u8]) -> Option<String> {
    let start = bytes[..bytes.len().min(NAMED_WITHIN)].to_ascii_lowercase();
    let at = memchr::memmem::find(&start, b"charset")?;
    let rest = start[at + "charset".len()..]
        .trim_ascii_start()
        .strip_prefix(b"=")?;
    let label: Vec<u8> = rest
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    String::from_utf8(label).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_that_a_page_names_is_taken_unless_it_is_wrong() {
        let page = |charset: &str| {
            format!("<meta http-equiv=Content-Type content=\"text/html; charset={charset}\"><p>آب")
        };
        for (label, encoding) in [
            ("windows-1256", encoding_rs::WINDOWS_1256),
            ("iso-8859-6", encoding_rs::ISO_8859_6),
        ] {
            let page = page(label);
            let (bytes, _, _) = encoding.encode(&page);
            assert_eq!(decoded(&bytes, None).unwrap(), page);
        }
        let wrong = page("windows-1252");
        assert_eq!(decoded(wrong.as_bytes(), None).unwrap(), wrong);
        let unnamed = encoding_rs::WINDOWS_1256.encode("<p>آب").0.into_owned();
        assert_eq!(decoded(&unnamed, Some("windows-1256")).unwrap(), "<p>آب");
    }
}
