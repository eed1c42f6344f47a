//! The edit buffer: text in logical order, a caret, a selection, and the commands that change them.
//! It does not know keys, terminals, clipboards or what the text is about.

mod boundaries;
mod change;
mod clause_marks;
mod command;
mod edited;
mod history;
mod layout;
mod motion;
mod place;
mod rows;
mod stops;
mod typing;

use std::cell::RefCell;
use std::ops::Range;

pub use clause_marks::{Continuation, TypedLetters, continued_clause, letters_of_list, needless_mark};
pub use command::{EditCommand, EditOutcome, Help};
pub use motion::Motion;
pub use place::Affinity;
pub use rows::{CaretCell, FieldRow, FieldRows};
pub use typing::{TypingHelps, persian_digit, persian_letters};

use super::clean::clean_input;
use super::style::LineStyle;
use history::{Stand, UndoHistory};
use layout::Layout;
use place::CaretPlace;

/// How the arrow keys move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Arrows {
    /// The way they point, cell by cell.
    #[default]
    Visual,
    /// Left is forward in a right-to-left field, whatever stands under the caret.
    Logical,
}

/// Text being edited, with its caret, selection and history.
///
/// Two buffers are equal if their text, the caret's byte and the selection are. A keystroke costs about what its line
/// does, however long the text.
#[derive(Debug, Clone, Default)]
pub struct EditBuffer {
    text: String,
    /// Invariant: on a grapheme boundary of `text`.
    caret_byte: usize,
    affinity: Affinity,
    /// The end of the selection where the caret is not. Invariant: on a grapheme boundary, never equal to the caret.
    anchor_byte: Option<usize>,
    /// The column that vertical movements aim at, from the first of them to any other command.
    goal_column: Option<usize>,
    single_line: bool,
    history: UndoHistory,
    /// Which typing helps are on.
    pub helps: TypingHelps,
    /// How the arrow keys move.
    pub arrows: Arrows,
    /// Each paragraph by its first letter, and not all by the direction of the style.
    pub direction_by_paragraph: bool,
    /// The rows as they were laid out last: vertical movements and arrows walk through what was shown.
    layout: RefCell<Layout>,
}

/// The width that movements assume before the buffer is shown for the first time.
const COLUMNS_BEFORE_SHOWN: usize = 80;

impl EditBuffer {
    /// A buffer of paragraphs with the caret at the end of `text`, which is cleaned.
    pub fn new(text: &str) -> Self {
        let text = clean_input(text).into_owned();
        EditBuffer {
            caret_byte: text.len(),
            text,
            ..EditBuffer::default()
        }
    }

    /// A buffer of one line, in which line ends are blanks.
    pub fn single_line(text: &str) -> Self {
        let text = clean_input(text).replace('\n', " ");
        EditBuffer {
            caret_byte: text.len(),
            text,
            single_line: true,
            ..EditBuffer::default()
        }
    }

    /// The text in logical order; paragraphs are parted by `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the text before which the caret stands.
    pub fn caret_byte(&self) -> usize {
        self.caret_byte
    }

    /// Whether the caret belongs to what stands before or after it.
    pub fn affinity(&self) -> Affinity {
        self.affinity
    }

    /// The selected bytes, or `None` if nothing is.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor_byte?;
        Some(anchor.min(self.caret_byte)..anchor.max(self.caret_byte))
    }

    /// The selected text.
    pub fn selected_text(&self) -> Option<&str> {
        self.selection().map(|range| &self.text[range])
    }

    /// Is this a field of one line?
    pub fn is_single_line(&self) -> bool {
        self.single_line
    }

    /// The rows to show in a field of `columns` and `height`, scrolled so that the caret is in view.
    ///
    /// Text wraps one column before the edge, so that the caret has a cell behind a full row; a field of one line
    /// scrolls sideways instead. Only lines that changed are laid out anew. The size and style are remembered: rows
    /// and arrows of later commands are those shown here.
    pub fn rows(&self, columns: usize, height: usize, style: &LineStyle) -> FieldRows {
        let mut layout = self.layout.borrow_mut();
        layout.height = height;
        layout.refresh(
            &self.text,
            columns.max(1),
            style,
            !self.single_line,
            self.direction_by_paragraph,
        );
        let selection = self.selection().unwrap_or(0..0);
        rows::visible_rows(&self.text, &mut layout, self.place(), &selection)
    }

    /// The byte of the text at a cell of the field as it was shown last: the caret's place on the cluster in that
    /// cell, or the nearest one in its row.
    pub fn byte_at(&self, row: usize, column: usize) -> usize {
        self.place_at(row, column).byte
    }

    fn place_at(&self, row: usize, column: usize) -> CaretPlace {
        rows::place_at(&self.text, &self.fresh_layout(), row, column)
    }

    fn place(&self) -> CaretPlace {
        CaretPlace {
            byte: self.caret_byte,
            affinity: self.affinity,
        }
    }

    /// The layout for the present text, at the size and in the style of the last showing.
    fn fresh_layout(&self) -> std::cell::RefMut<'_, Layout> {
        let mut layout = self.layout.borrow_mut();
        let columns = if layout.columns == 0 {
            COLUMNS_BEFORE_SHOWN
        } else {
            layout.columns
        };
        let style = layout.style;
        layout.refresh(
            &self.text,
            columns,
            &style,
            !self.single_line,
            self.direction_by_paragraph,
        );
        layout
    }

    /// Does `command` and tells what it did.
    ///
    /// ```
    /// use dabir::text::{EditBuffer, EditCommand, Motion};
    /// let mut buffer = EditBuffer::new("بند ");
    /// buffer.apply(EditCommand::Type("7".into()));
    /// assert_eq!(buffer.text(), "بند ۷");
    /// buffer.apply(EditCommand::Select(Motion::WordBackward));
    /// assert_eq!(buffer.apply(EditCommand::Cut).taken.as_deref(), Some("۷"));
    /// ```
    pub fn apply(&mut self, command: EditCommand) -> EditOutcome {
        let goal = self.goal_column.take();
        match command {
            EditCommand::Type(text) => self.type_text(&text),
            EditCommand::Paste(text) => self.paste(&text),
            EditCommand::Newline => self.newline(),
            EditCommand::Zwnj => self.zwnj(),
            EditCommand::Backspace => self.erase(Self::backspace_from),
            EditCommand::Delete => {
                self.erase(|buffer| boundaries::next_boundary(&buffer.text, buffer.caret_byte))
            }
            EditCommand::DeleteWordBackward => {
                self.erase(|buffer| boundaries::previous_word(&buffer.text, buffer.caret_byte))
            }
            EditCommand::DeleteWordForward => {
                self.erase(|buffer| boundaries::next_word(&buffer.text, buffer.caret_byte))
            }
            EditCommand::Move(motion) => self.go(motion, goal),
            EditCommand::Select(motion) => self.select(motion, goal),
            EditCommand::MoveTo(byte) => self.stand(CaretPlace::at(byte), None),
            EditCommand::SelectTo(byte) => self.stand(CaretPlace::at(byte), Some(self.anchor())),
            EditCommand::Click { row, column } => self.stand(self.place_at(row, column), None),
            EditCommand::Drag { row, column } => self.stand(self.place_at(row, column), Some(self.anchor())),
            EditCommand::SelectAll => self.stand(CaretPlace::at(self.text.len()), Some(0)),
            EditCommand::Copy => EditOutcome {
                taken: self.selected_text().map(str::to_owned),
                ..EditOutcome::default()
            },
            EditCommand::Cut => self.cut(),
            EditCommand::Undo => self.undo(),
            EditCommand::Redo => self.redo(),
        }
    }

    fn go(&mut self, motion: Motion, goal: Option<usize>) -> EditOutcome {
        if let (Some(selection), Motion::Left | Motion::Right) = (self.selection(), motion) {
            let forward = self.goes_forward(motion);
            let edge = if forward { selection.end } else { selection.start };
            return self.stand(CaretPlace::at(edge), None);
        }
        let motion = match self.arrows {
            Arrows::Visual => motion,
            Arrows::Logical => self.in_reading_order(motion),
        };
        let (to, goal) = motion::moved(&self.text, &self.fresh_layout(), self.place(), goal, motion);
        let outcome = self.stand(to, None);
        self.goal_column = goal;
        outcome
    }

    fn select(&mut self, motion: Motion, goal: Option<usize>) -> EditOutcome {
        let motion = self.in_reading_order(motion);
        let (to, goal) = motion::moved(&self.text, &self.fresh_layout(), self.place(), goal, motion);
        let outcome = self.stand(to, Some(self.anchor()));
        self.goal_column = goal;
        outcome
    }

    /// Left and Right as Forward and Backward by the direction of the field.
    fn in_reading_order(&self, motion: Motion) -> Motion {
        match motion {
            Motion::Left | Motion::Right if self.goes_forward(motion) => Motion::Forward,
            Motion::Left | Motion::Right => Motion::Backward,
            other => other,
        }
    }

    fn goes_forward(&self, motion: Motion) -> bool {
        (motion == Motion::Left) == (self.layout.borrow().style.base == super::style::Direction::Rtl)
    }

    /// Where a selection begins that is begun or goes on.
    fn anchor(&self) -> usize {
        self.anchor_byte.unwrap_or(self.caret_byte)
    }

    /// Puts the caret at `place` (or the boundary after it) and the anchor likewise.
    fn stand(&mut self, place: CaretPlace, anchor: Option<usize>) -> EditOutcome {
        let before = self.standing();
        self.history.seal();
        self.caret_byte = boundaries::boundary_from(&self.text, place.byte);
        self.affinity = place.affinity;
        self.anchor_byte = anchor
            .map(|anchor| boundaries::boundary_from(&self.text, anchor))
            .filter(|&anchor| anchor != self.caret_byte);
        EditOutcome {
            moved: self.is_elsewhere(before),
            ..EditOutcome::default()
        }
    }

    fn is_elsewhere(&self, before: Stand) -> bool {
        let bytes = |stand: Stand| (stand.caret_byte, stand.anchor_byte);
        let now = self.standing();
        if bytes(before) != bytes(now) || before.affinity == now.affinity {
            return bytes(before) != bytes(now);
        }
        let layout = self.fresh_layout();
        let row = |affinity| layout.spot_of(self.caret_byte, affinity).row;
        row(Affinity::Upstream) != row(Affinity::Downstream)
    }

    fn standing(&self) -> Stand {
        Stand {
            caret_byte: self.caret_byte,
            affinity: self.affinity,
            anchor_byte: self.anchor_byte,
        }
    }
}

impl PartialEq for EditBuffer {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
            && (self.caret_byte, self.anchor_byte) == (other.caret_byte, other.anchor_byte)
            && self.single_line == other.single_line
    }
}

impl Eq for EditBuffer {}
