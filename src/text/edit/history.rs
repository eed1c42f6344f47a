//! What was changed in an edit buffer, in groups that are undone together.
//! It does not know the text; it holds what was taken out and what was put in.

use std::collections::VecDeque;

use super::Affinity;

/// Changes beyond this many are forgotten, oldest first.
const MOST_CHANGES: usize = 1000;

/// Where the caret and the selection's other end stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    pub caret_byte: usize,
    pub affinity: Affinity,
    pub anchor_byte: Option<usize>,
}

/// One replacement: at `at_byte`, `removed` gave way to `inserted`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    pub at_byte: usize,
    pub removed: String,
    pub inserted: String,
    pub before: Stand,
    pub after: Stand,
}

/// What kind of keystroke made a change: only like changes join in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeystrokeKind {
    Typing,
    Erasing,
    /// Never joins.
    Alone,
}

/// The changes done, and those undone that can be done again.
#[derive(Debug, Clone, Default)]
pub(super) struct UndoHistory {
    done: VecDeque<Replacement>,
    undone: Vec<Replacement>,
    /// The group that the next change may join; `None` after a movement.
    open: Option<KeystrokeKind>,
}

impl UndoHistory {
    /// Remembers `change`; what was undone can no longer be redone.
    pub(super) fn push(&mut self, change: Replacement, group: KeystrokeKind) {
        self.undone.clear();
        let joined = self.open == Some(group)
            && self
                .done
                .back_mut()
                .is_some_and(|last| joins(last, &change, group));
        if !joined {
            if self.done.len() == MOST_CHANGES {
                self.done.pop_front();
            }
            self.done.push_back(change);
        }
        self.open = Some(group);
    }

    /// The next change starts a group of its own.
    pub(super) fn seal(&mut self) {
        self.open = None;
    }

    /// The change to take back, if any; the caller does it.
    pub(super) fn undo(&mut self) -> Option<Replacement> {
        self.seal();
        let change = self.done.pop_back()?;
        self.undone.push(change.clone());
        Some(change)
    }

    /// The change to do again, if any; the caller does it.
    pub(super) fn redo(&mut self) -> Option<Replacement> {
        self.seal();
        let change = self.undone.pop()?;
        self.done.push_back(change.clone());
        Some(change)
    }
}

/// Joins `change` to `last` if they are one act of typing (a word and the blanks after it) or erasing.
fn joins(last: &mut Replacement, change: &Replacement, group: KeystrokeKind) -> bool {
    let follows = match group {
        KeystrokeKind::Alone => false,
        KeystrokeKind::Typing => {
            let new_word = last.inserted.ends_with(char::is_whitespace)
                && !change.inserted.starts_with(char::is_whitespace);
            change.removed.is_empty() && change.at_byte == last.at_byte + last.inserted.len() && !new_word
        }
        KeystrokeKind::Erasing => {
            let backward = change.at_byte + change.removed.len() == last.at_byte;
            last.inserted.is_empty() && (backward || change.at_byte == last.at_byte)
        }
    };
    if !follows {
        return false;
    }
    if change.at_byte < last.at_byte {
        last.removed.insert_str(0, &change.removed);
        last.at_byte = change.at_byte;
    } else {
        last.removed.push_str(&change.removed);
        last.inserted.push_str(&change.inserted);
    }
    last.after = change.after;
    true
}
