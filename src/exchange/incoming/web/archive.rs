//! A web page with its pictures in one file (MHTML, RFC 2557), as Word and browsers save it: the page in it.
//! Knows nothing of what the page says.

use super::{charset, page};
use crate::exchange::incoming::NotTaken;
use crate::exchange::minutes::{DecodeError, MOST_BYTES};

/// The text of the page that the file holds. Where it holds none, all of it is text.
pub(in crate::exchange::incoming) fn read_archive(bytes: &[u8]) -> Result<String, NotTaken> {
    if bytes.len() > MOST_BYTES {
        return Err(NotTaken::Text(DecodeError::TooLarge {
            bytes: bytes.len(),
            most: MOST_BYTES,
        }));
    }
    let Some(part) = page_part(bytes) else {
        return Ok(crate::exchange::minutes::decode(bytes)?);
    };
    let body = match part.header("content-transfer-encoding").as_deref().map(str::trim) {
        Some(coded) if coded.eq_ignore_ascii_case("quoted-printable") => unquoted(part.body),
        Some(coded) if coded.eq_ignore_ascii_case("base64") => from_base64(part.body),
        _ => part.body.to_vec(),
    };
    let kind = part.header("content-type").unwrap_or_default();
    let label = parameter(&kind, "charset");
    Ok(page::text_of(&charset::decoded(&body, label.as_deref())?))
}

/// One part: its head and what follows the blank line.
struct MailPart<'m> {
    head: &'m [u8],
    body: &'m [u8],
}

impl MailPart<'_> {
    fn of(bytes: &[u8]) -> MailPart<'_> {
        let ends = [&b"\r\n\r\n"[..], b"\n\n"];
        let end = ends
            .iter()
            .filter_map(|end| memchr::memmem::find(bytes, end).map(|at| (at, end.len())))
            .min();
        match end {
            Some((at, length)) => MailPart {
                head: &bytes[..at],
                body: &bytes[at + length..],
            },
            None => MailPart {
                head: b"",
                body: bytes,
            },
        }
    }

    /// The value of a field of the head; lines that go on are one.
    fn header(&self, name: &str) -> Option<String> {
        let head = String::from_utf8_lossy(self.head);
        let unfolded = head
            .replace("\r\n", "\n")
            .replace("\n ", " ")
            .replace("\n\t", " ");
        unfolded.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found
                .trim()
                .eq_ignore_ascii_case(name)
                .then(|| value.trim().to_owned())
        })
    }
}

/// The first part that is a page, where the first letters of the file name what parts are parted by.
fn page_part(bytes: &[u8]) -> Option<MailPart<'_>> {
    let whole = MailPart::of(bytes);
    let boundary = parameter(&whole.header("content-type")?, "boundary")?;
    let between = format!("--{boundary}").into_bytes();
    let mut rest = whole.body;
    while let Some(start) = memchr::memmem::find(rest, &between) {
        let inside = &rest[start + between.len()..];
        let inside = inside
            .strip_prefix(b"\r\n")
            .or(inside.strip_prefix(b"\n"))
            .unwrap_or(inside);
        let end = memchr::memmem::find(inside, &between).unwrap_or(inside.len());
        let part = MailPart::of(&inside[..end]);
        let kind = part
            .header("content-type")
            .unwrap_or_default()
            .to_ascii_lowercase();
        if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
            return Some(part);
        }
        rest = &inside[end..];
    }
    None
}

/// The value of `name=` in a field, without its quotes.
fn parameter(field: &str, name: &str) -> Option<String> {
    field.split(';').skip(1).find_map(|part| {
        let (found, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (found.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// Quoted-printable (RFC 2045, 6.7): `=D8` is a byte, `=` at the end of a line joins it with the next.
fn unquoted(body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let rest = &body[at + 1..];
        let hex = || {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            u8::from_str_radix(digits, 16).ok()
        };
        match (body[at], hex()) {
            (b'=', Some(byte)) => {
                plain.push(byte);
                at += 3;
            }
            (b'=', None) if rest.starts_with(b"\r\n") => at += 3,
            (b'=', None) if rest.starts_with(b"\n") => at += 2,
            (byte, _) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    plain
}

/// Base64 (RFC 4648, 4); what is no sign of it is passed over.
fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            plain.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(coding: &str, body: &str) -> String {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_a\"\r\n\r\nنامه\r\n------=_a\r\n\
             Content-Location: file:///a\r\nContent-Transfer-Encoding: {coding}\r\nContent-Type: text/html;\r\n charset=\"utf-8\"\r\n\r\n\
             {body}\r\n------=_a\r\nContent-Type: image/png\r\n\r\nAAAA\r\n------=_a--\r\n"
        )
    }

    #[test]
    fn the_page_is_read_in_each_coding() {
        for (coding, body) in [
            ("8bit", "<p>آب</p>"),
            ("quoted-printable", "<p class=3D=\r\n'a'>=D8=A2=D8=A8</p>"),
            ("base64", "PHA+2KLY\r\nqDwvcD4="),
        ] {
            assert_eq!(
                read_archive(archive(coding, body).as_bytes()).unwrap(),
                "آب\n",
                "{coding}"
            );
        }
    }

    #[test]
    fn a_file_without_a_page_is_its_text() {
        let letter = "MIME-Version: 1.0\nContent-Type: text/plain\n\nآب";
        assert_eq!(read_archive(letter.as_bytes()).unwrap(), letter);
    }
}
