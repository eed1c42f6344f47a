//! The head of the journal's chain, short enough to be printed: whoever has it can tell later whether anything before it
//! was changed.
//!
//! It does not know where it is printed.

use super::{Store, StoreError, frame};
use std::fmt;

/// Digits of a head that is said: 80 bits. Nobody finds another history with the same ones.
const SAID_DIGITS: usize = 20;
/// With fewer than these no history is proved.
const LEAST_DIGITS: usize = 12;

/// The number of an entry and the beginning of its hash, written `NUMBER-DIGITS`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    entry: u64,
    digits: String,
}

impl ChainHead {
    /// That of the last entry; none where there is no entry.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn of(store: &Store) -> Result<Option<ChainHead>, StoreError> {
        let entry = store.last_seq();
        let hash = store.hash_of(entry)?.filter(|_| entry > 0);
        Ok(hash.map(|hash| ChainHead {
            entry,
            digits: frame::hex(&hash)[..SAID_DIGITS].to_owned(),
        }))
    }

    /// Reads one as it is written, whole or with at least twelve digits; Persian numerals and capitals are read too.
    pub fn read(text: &str) -> Option<ChainHead> {
        let text = crate::text::digits::latin_digits(text.trim()).to_lowercase();
        let (entry, digits) = text.split_once('-')?;
        let is_hash = digits.len() >= LEAST_DIGITS && digits.len() <= 64;
        let is_hash = is_hash && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let entry = entry.parse().ok().filter(|entry| *entry > 0 && is_hash)?;
        let digits = digits.to_owned();
        Some(ChainHead { entry, digits })
    }

    /// The entry's number.
    pub fn entry(&self) -> u64 {
        self.entry
    }

    /// Whether the entry of this number has this hash in a store: then it, and all before it, are as they were.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn is_of(&self, store: &Store) -> Result<bool, StoreError> {
        let hash = store.hash_of(self.entry)?;
        Ok(hash.is_some_and(|hash| frame::hex(&hash).starts_with(&self.digits)))
    }
}

impl fmt::Display for ChainHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.entry, self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_written_and_nothing_shorter_is() {
        let text = "30-00ff00ff00ff00ff00ff";
        let head = ChainHead::read(text).unwrap();
        assert_eq!((head.entry(), head.to_string()), (30, text.to_owned()));
        assert_eq!(ChainHead::read(" ۳۰-00FF00FF00FF00FF00FF "), Some(head));
        for other in [
            "",
            "30",
            "30-",
            "30-00ff00ff00f",
            "0-00ff00ff00ff",
            "x-00ff00ff00ff",
            "30-00ff00ff00fg",
        ] {
            assert_eq!(ChainHead::read(other), None, "{other}");
        }
    }
}
