//! The trees of the store: a closed list of names.
//!
//! It does not know what the records in them look like.

use serde::{Deserialize, Serialize};

/// One keyspace of the store. A new one needs a new version of the journal ([`Tree::since`]): an earlier program would
/// take an entry with a tree that it does not know for a damaged one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Tree {
    Bodies,
    Organisations,
    Seats,
    Sessions,
    Notes,
    Attendance,
    Resolutions,
    Sources,
    Corrections,
    SignedMinutes,
}

impl Tree {
    /// How many trees there are.
    pub const COUNT: usize = 10;

    /// Every tree, in the order of their numbers.
    pub const ALL: [Tree; Tree::COUNT] = [
        Tree::Bodies,
        Tree::Organisations,
        Tree::Seats,
        Tree::Sessions,
        Tree::Notes,
        Tree::Attendance,
        Tree::Resolutions,
        Tree::Sources,
        Tree::Corrections,
        Tree::SignedMinutes,
    ];

    /// The name on disk and in the journal, `snake_case`.
    pub const fn name(self) -> &'static str {
        match self {
            Tree::Bodies => "bodies",
            Tree::Organisations => "organisations",
            Tree::Seats => "seats",
            Tree::Sessions => "sessions",
            Tree::Notes => "notes",
            Tree::Attendance => "attendance",
            Tree::Resolutions => "resolutions",
            Tree::Sources => "sources",
            Tree::Corrections => "corrections",
            Tree::SignedMinutes => "signed_minutes",
        }
    }

    /// The version of the journal that knows it first.
    pub(super) const fn since(self) -> u32 {
        match self {
            Tree::Corrections => 2,
            Tree::SignedMinutes => 3,
            _ => super::frame::FIRST_VERSION,
        }
    }

    /// The place in [`Tree::ALL`], 0-based.
    pub(super) const fn place(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tree_stands_at_its_place_and_is_written_by_its_name() {
        for (place, tree) in Tree::ALL.into_iter().enumerate() {
            assert_eq!(tree.place(), place);
            assert_eq!(
                serde_json::to_string(&tree).unwrap(),
                format!("\"{}\"", tree.name())
            );
        }
    }
}
