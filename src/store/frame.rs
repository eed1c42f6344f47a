//! A line of the journal as bytes: the head of the file, and an entry with its length, checksum and chain.
//!
//! It does not know files.
//!
//! ```text
//! dabir-journal VERSION STOREID CRC32C
//! LENGTH CRC32C SEQ PREVIOUS JSON
//! ```
//! LENGTH and CRC32C are of `SEQ PREVIOUS JSON`, which is called the body; PREVIOUS is the SHA-256 of the body of
//! the entry before, or of the head (with the first version) for the first. The checksum finds accidents and is fast enough to be read
//! over at each open; the chain finds lines that were changed, moved or taken away, and is for `check`.

use sha2::{Digest, Sha256};

/// The latest format of the journal that this program knows.
pub(super) const VERSION: u32 = 3;

/// The format that a journal begins with. It is raised in place with the first entry that needs a later one, so that
/// an earlier program reads the journal as long as it can.
pub(super) const FIRST_VERSION: u32 = 1;

/// SHA-256 of a body or a head.
pub(super) type Hash = [u8; 32];

/// What every journal begins with.
pub(super) const MAGIC: &str = "dabir-journal";

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct JournalHead {
    pub(super) version: u32,
    /// Sixteen hexadecimal digits: which store this is.
    pub(super) store: String,
}

impl JournalHead {
    /// The line, with its line end.
    pub(super) fn line(&self) -> String {
        let body = format!("{MAGIC} {} {}", self.version, self.store);
        format!("{body} {:08x}\n", crc32c::crc32c(body.as_bytes()))
    }

    /// Reads the line back; `None` when it is not exactly such a line.
    pub(super) fn read(line: &[u8]) -> Option<JournalHead> {
        let text = std::str::from_utf8(line).ok()?;
        let mut words = text.trim_end_matches('\n').split(' ');
        let _magic = words.next()?;
        let head = JournalHead {
            version: words.next()?.parse().ok()?,
            store: words.next()?.to_owned(),
        };
        (head.line() == text).then_some(head)
    }

    /// What the first entry names as its previous: the hash of the line as it was at first, for a version that is
    /// raised must not break the chain.
    pub(super) fn hash(&self) -> Hash {
        let at_first = JournalHead {
            version: FIRST_VERSION,
            ..self.clone()
        };
        hash(at_first.line().as_bytes())
    }
}

/// An entry as it lies in a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame<'line> {
    pub(super) seq: u64,
    pub(super) previous: Hash,
    pub(super) body: &'line [u8],
    pub(super) json: &'line [u8],
    /// Bytes from the start of the line to the end of the body, without the line end.
    pub(super) length: usize,
}

/// The SHA-256 of `bytes`.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// A line with its line end, and the hash of its body. `json` must be without line breaks.
pub(super) fn line(seq: u64, previous: &Hash, json: &str) -> (Vec<u8>, Hash) {
    let body = format!("{seq} {} {json}", hex(previous));
    let mut line = head_of(body.as_bytes()).into_bytes();
    line.extend_from_slice(body.as_bytes());
    line.push(b'\n');
    (line, hash(body.as_bytes()))
}

/// Reads the entry that `bytes` begin with; `None` when there is not a whole and sound one. More bytes may follow.
pub(super) fn read(bytes: &[u8]) -> Option<Frame<'_>> {
    let space = memchr::memchr(b' ', bytes.get(..bytes.len().min(20))?)?;
    let length: usize = std::str::from_utf8(&bytes[..space]).ok()?.parse().ok()?;
    let body_start = space + 1 + 8 + 1;
    let body = bytes.get(body_start..)?.get(..length)?;
    if bytes[..body_start] != *head_of(body).as_bytes() {
        return None;
    }
    let seq_end = memchr::memchr(b' ', body)?;
    let previous_end = seq_end + 1 + 64;
    let json = body.get(previous_end..)?.strip_prefix(b" ")?;
    Some(Frame {
        seq: std::str::from_utf8(&body[..seq_end]).ok()?.parse().ok()?,
        previous: unhex(body.get(seq_end + 1..previous_end)?)?,
        body,
        json,
        length: body_start + length,
    })
}

/// What stands before a body.
fn head_of(body: &[u8]) -> String {
    format!("{} {:08x} ", body.len(), crc32c::crc32c(body))
}

/// Sixty-four hexadecimal digits.
pub(super) fn hex(hash: &Hash) -> String {
    use std::fmt::Write;
    hash.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads sixty-four such digits.
pub(super) fn unhex(text: &[u8]) -> Option<Hash> {
    if text.len() != 64 {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(text.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_head_reads_back_and_no_changed_one_does() {
        let head = JournalHead {
            version: 3,
            store: "00ff00ff00ff00ff".to_owned(),
        };
        let line = head.line().into_bytes();
        assert_eq!(JournalHead::read(&line), Some(head));
        for byte in 0..line.len() {
            for bit in 0..8 {
                let mut changed = line.clone();
                changed[byte] ^= 1 << bit;
                assert_eq!(JournalHead::read(&changed), None, "byte {byte} bit {bit}");
            }
            assert_eq!(JournalHead::read(&line[..byte]), None);
        }
    }

    #[test]
    fn no_flipped_bit_and_no_cut_gives_another_entry() {
        let (line, _) = line(12, &[7; 32], r#"{"text":"ردیف"}"#);
        let sound = read(&line).unwrap();
        assert_eq!(
            (sound.seq, sound.previous, sound.length),
            (12, [7; 32], line.len() - 1)
        );
        for byte in 0..line.len() - 1 {
            for bit in 0..8 {
                let mut changed = line.clone();
                changed[byte] ^= 1 << bit;
                assert_eq!(read(&changed), None, "byte {byte} bit {bit}");
            }
            assert_eq!(read(&line[..byte]), None);
        }
    }

    proptest! {
        #[test]
        fn every_entry_reads_back_whatever_follows(seq: u64, json in "[^\n]*", after: Vec<u8>) {
            let (mut line, hash_of_body) = line(seq, &[9; 32], &json);
            line.extend(after);
            let frame = read(&line).unwrap();
            prop_assert_eq!((frame.seq, frame.json), (seq, json.as_bytes()));
            prop_assert_eq!(hash(frame.body), hash_of_body);
        }

        #[test]
        fn no_bytes_make_reading_panic(bytes: Vec<u8>) {
            let _ = read(&bytes);
            let _ = JournalHead::read(&bytes);
        }
    }
}
