//! What can be done in an edit buffer, and what the buffer answers.
//! It does not know keys or how a command is carried out.

use super::motion::Motion;

/// Something to do in an edit buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditCommand {
    /// Inserts what was typed, with the typing helps. Replaces the selection.
    Type(String),
    /// Inserts foreign text: cleaned, presentation forms turned into letters, line ends as blanks in a field of one
    /// line. Replaces the selection.
    Paste(String),
    /// Begins a new paragraph; does nothing in a field of one line.
    Newline,
    /// Inserts a ZWNJ after a letter; does nothing after a blank, another ZWNJ or at the start of a paragraph.
    Zwnj,
    /// Deletes the selection, or what stands before the caret: one mark, joiner or half of a lam-alef, else a cluster.
    Backspace,
    /// Deletes the selection, or the grapheme after the caret.
    Delete,
    /// Deletes the selection, or back to the beginning of a word.
    DeleteWordBackward,
    /// Deletes the selection, or on to the beginning of the next word.
    DeleteWordForward,
    /// Moves the caret and lets go of the selection; Left and Right first go to its edge.
    Move(Motion),
    /// Moves the caret and selects what it passes. Left and Right go in reading order here, so that the selection
    /// grows by one letter at a time.
    Select(Motion),
    /// Moves the caret to a byte of the text.
    MoveTo(usize),
    /// Selects from the anchor to a byte of the text.
    SelectTo(usize),
    /// Moves the caret to the cell of the field that was clicked, as it was shown last. Behind a row that goes on in
    /// the next one, the caret stays on that row.
    Click {
        /// Counted from the first row in view.
        row: usize,
        /// Counted from the left edge of the field.
        column: usize,
    },
    /// Selects from the anchor to the cell that was dragged to.
    Drag {
        /// As for a click.
        row: usize,
        /// As for a click.
        column: usize,
    },
    /// Selects everything.
    SelectAll,
    /// Gives the selection out and keeps it.
    Copy,
    /// Gives the selection out and deletes it.
    Cut,
    /// Takes back the last group of changes.
    Undo,
    /// Does the last group that was taken back again.
    Redo,
}

/// A help that changed what was typed or pasted, so that it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Help {
    /// A digit became Persian.
    PersianDigit,
    /// ي and ك of pasted text became ی and ک; undo brings them back.
    PersianLetters,
    /// A closing guillemet was added or stepped over.
    Guillemets,
    /// The next clause was begun, or an empty one ended; undo takes its mark away.
    Clause,
}

/// What a command did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditOutcome {
    /// The text is another one.
    pub changed: bool,
    /// The caret or the selection is elsewhere. If both are false the key did nothing and may mean something else.
    pub moved: bool,
    /// What was cut or copied, in logical order, for the clipboard.
    pub taken: Option<String>,
    /// The help that had a hand in it.
    pub help: Option<Help>,
}
