//! What sled has in its checkpoint: the last entry it holds, and for each tree how many records and their sum.
//!
//! It does not know sled.

use super::{Tree, frame};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A tree's records as two numbers. Both change with each change and never need a look at the other records; a
/// record lost, added or older than it should be shows in one of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreeTally {
    /// How many records.
    pub count: u64,
    /// The sum, modulo 2^64, of the first eight bytes of SHA-256 over each key and record.
    pub sum: u64,
}

impl TreeTally {
    /// Counts a record in.
    pub(super) fn add(&mut self, key: &[u8], record: &[u8]) {
        self.add_weight(weight_of(key, record));
    }

    /// Counts a record of this weight in.
    pub(super) fn add_weight(&mut self, weight: u64) {
        self.count = self.count.wrapping_add(1);
        self.sum = self.sum.wrapping_add(weight);
    }

    /// Counts a record out.
    pub(super) fn remove(&mut self, key: &[u8], record: &[u8]) {
        self.count = self.count.wrapping_sub(1);
        self.sum = self.sum.wrapping_sub(weight_of(key, record));
    }
}

/// What a record adds to its tree's sum.
pub(super) fn weight_of(key: &[u8], record: &[u8]) -> u64 {
    // The length in front keeps key and record apart.
    let hash = Sha256::new()
        .chain_update((key.len() as u64).to_le_bytes())
        .chain_update(key)
        .chain_update(record);
    let hash = hash.finalize();
    u64::from_le_bytes([
        hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
    ])
}

/// The tallies of all trees, in the order of [`Tree::ALL`].
pub(super) type Tallies = [TreeTally; Tree::COUNT];

/// The checkpoint, written in the same transaction as the records it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    /// Which store's journal the entries are from.
    pub(super) store: String,
    /// The last entry that is in the records.
    pub(super) seq: u64,
    /// The hash of that entry, so that another history with the same number is not taken for this one.
    pub(super) hash: frame::Hash,
    #[serde(with = "written")]
    pub(super) tallies: Tallies,
}

/// Tallies as a list that may be shorter than [`Tree::ALL`]: trees that came later are left out while they are empty,
/// so that an earlier program reads the checkpoint, and are empty where an earlier program wrote it.
mod written {
    use super::{Tallies, Tree, TreeTally, frame};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(tallies: &Tallies, to: S) -> Result<S::Ok, S::Error> {
        let is_written = |tree: &Tree| {
            tree.since() == frame::FIRST_VERSION || tallies[tree.place()] != TreeTally::default()
        };
        let last = Tree::ALL.iter().rposition(is_written);
        tallies[..last.map_or(0, |last| last + 1)].serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Tallies, D::Error> {
        let found = Vec::<TreeTally>::deserialize(from)?;
        let mut tallies = Tallies::default();
        let known = tallies.get_mut(..found.len());
        let known = known.ok_or_else(|| D::Error::custom("trees of a later version"))?;
        known.copy_from_slice(&found);
        Ok(tallies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_checkpoint_of_an_earlier_program_is_read_and_one_that_it_can_read_is_written() {
        let mut held = Checkpoint {
            store: "s".to_owned(),
            seq: 1,
            hash: [0; 32],
            tallies: Tallies::default(),
        };
        held.tallies[0].add(b"key", b"record");
        let json = serde_json::to_value(&held).unwrap();
        assert_eq!(json["tallies"].as_array().map(Vec::len), Some(8));
        assert_eq!(serde_json::from_value::<Checkpoint>(json).unwrap(), held);
        held.tallies[Tree::Corrections.place()].add(b"key", b"record");
        let json = serde_json::to_value(&held).unwrap();
        assert_eq!(serde_json::from_value::<Checkpoint>(json).unwrap(), held);
    }

    proptest! {
        #[test]
        fn a_tally_does_not_depend_on_order_and_forgets_what_was_removed(records: Vec<(Vec<u8>, Vec<u8>)>) {
            let mut forwards = TreeTally::default();
            let mut backwards = TreeTally::default();
            records.iter().for_each(|(key, record)| forwards.add(key, record));
            records.iter().rev().for_each(|(key, record)| backwards.add(key, record));
            prop_assert_eq!(forwards, backwards);
            records.iter().for_each(|(key, record)| forwards.remove(key, record));
            prop_assert_eq!(forwards, TreeTally::default());
        }

        #[test]
        fn a_record_that_differs_weighs_differently(key: Vec<u8>, a: Vec<u8>, b: Vec<u8>) {
            prop_assert_eq!(weight_of(&key, &a) == weight_of(&key, &b), a == b);
        }
    }
}
