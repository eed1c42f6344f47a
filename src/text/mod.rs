//! Persian text: folding, digits, bidi lines, shaping, widths, wrapping, the edit buffer.
//!
//! Text is kept in logical order as it was written. [`line`], [`wrap`] and [`truncate`] are the only places where it
//! becomes cells in visual order; [`fold`] is the only place where two spellings become one.

mod alphabet;
mod brackets;
mod breaks;
mod clean;
mod cluster;
pub mod digits;
mod edit;
mod fold;
mod forms;
mod invisible;
mod lang;
mod levels;
mod line;
pub mod numeral;
mod paragraph;
mod shape;
mod spellings;
mod style;
pub(crate) mod tight;
mod width;
mod wrap;
mod wrapped;

pub use alphabet::alphabetical;
pub use clean::{clean_input, isolate, letters_of_forms, short_line, unmarked, visible, without_isolates};
pub use edit::{
    Affinity, Arrows, CaretCell, Continuation, EditBuffer, EditCommand, EditOutcome, FieldRow, FieldRows,
    Help, Motion, TypedLetters, TypingHelps, continued_clause, letters_of_list, needless_mark, persian_digit,
    persian_letters,
};
pub use fold::{Folded, fold, fold_mapped, fold_tight, fold_word};
pub(crate) use invisible::{Nature, nature};
pub use lang::{Digits, Lang};
pub(crate) use levels::{BidiClasses, levels_of, stand_ins};
pub use line::{Cell, CellNote, VisualLine, line, truncate};
pub use spellings::begun;
pub use style::{Controls, Direction, LineStyle, TextForm};
pub use width::{cell_width, cell_width_styled};
pub use wrap::wrap;
pub use wrapped::WrappedText;
