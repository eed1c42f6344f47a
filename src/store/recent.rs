//! Which records the last entries changed, so that whoever follows the store need not read the journal for them.
//!
//! It does not know what follows the store.

use super::{Entry, Tree};
use std::collections::VecDeque;

/// Entries with more changes than this are not remembered, and so many changes are at most.
const MOST_CHANGES: usize = 4096;

/// The addresses that the last entries changed.
#[derive(Default)]
pub(super) struct Recent {
    entries: VecDeque<(u64, Vec<(Tree, String)>)>,
    changes: usize,
}

impl Recent {
    /// Remembers an entry that was written just now.
    pub(super) fn add(&mut self, entry: &Entry) {
        self.changes += entry.changes.len();
        if entry.changes.len() > MOST_CHANGES {
            self.entries.clear();
            self.changes = 0;
            return;
        }
        let addresses = entry
            .changes
            .iter()
            .map(|change| (change.tree, change.key.clone()));
        self.entries.push_back((entry.seq, addresses.collect()));
        while self.changes > MOST_CHANGES
            && let Some((_, addresses)) = self.entries.pop_front()
        {
            self.changes -= addresses.len();
        }
    }

    /// What was changed from entry `from` on; `None` where that is further back than is remembered.
    pub(super) fn since(&self, from: u64) -> Option<Vec<(Tree, String)>> {
        let (first, _) = self.entries.front().filter(|(first, _)| *first <= from)?;
        let wanted = self.entries.iter().skip(usize::try_from(from - first).ok()?);
        Some(
            wanted
                .flat_map(|(_, addresses)| addresses.iter().cloned())
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Change;
    use serde_json::value::RawValue;

    fn entry(seq: u64, changes: usize) -> Entry {
        let change = |number| Change {
            tree: Tree::Notes,
            key: format!("{seq}-{number}"),
            before: None,
            after: None,
        };
        Entry {
            seq,
            at: chrono::DateTime::UNIX_EPOCH,
            actor: String::new(),
            command: RawValue::NULL.to_owned(),
            changes: (0..changes).map(change).collect(),
            gap: None,
            wrong_befores: Vec::new(),
        }
    }

    #[test]
    fn what_is_too_far_back_is_not_made_up() {
        let mut recent = Recent::default();
        assert_eq!(recent.since(1), None);
        (5..9).for_each(|seq| recent.add(&entry(seq, 1)));
        assert_eq!(recent.since(4), None);
        let keys = |from| {
            recent
                .since(from)
                .unwrap()
                .into_iter()
                .map(|(_, key)| key)
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(5), ["5-0", "6-0", "7-0", "8-0"]);
        assert_eq!(keys(8), ["8-0"]);
        assert!(keys(9).is_empty());
        recent.add(&entry(9, MOST_CHANGES - 1));
        assert_eq!(recent.since(7), None);
        assert_eq!(recent.since(8).unwrap().len(), MOST_CHANGES);
        recent.add(&entry(10, MOST_CHANGES + 1));
        assert_eq!(recent.since(10), None);
        recent.add(&entry(11, 1));
        assert_eq!(recent.since(10), None);
        assert_eq!(recent.since(11).unwrap().len(), 1);
    }
}
