//! A right-to-left canvas and widgets over ratatui. Knows no session and no sentence: words are given.
//!
//! Widgets are written once, in reading-order coordinates: [`Canvas`] puts column 0 at the right edge of a Persian
//! screen and at the left edge of an English one. Text becomes cells in `text::line` and nowhere else.

mod bars;
mod canvas;
mod chart;
mod dialog;
mod editor;
mod heat;
pub mod key;
mod list;
mod look;
mod page;
mod pointer;
mod table;
mod theme;

pub use bars::{KeyWord, head, key_bar, sentence, tabs};
pub use canvas::Canvas;
pub use chart::{Bar, ChartLine, paint_chart};
pub use dialog::{boxed, next_keys, question};
pub use editor::{editor_rows, paint_editor, paint_editor_with, press_editor};
pub use heat::{HeatCell, HeatShape, HeatState, paint_heat};
pub use key::{Code, Key, latin_keys, persian_keys, persian_twin};
pub use list::ListState;
pub use look::{Area, Look, Origin};
pub use page::{EntryPage, LastPage, PageEntry, page_rows, paint_page};
pub use pointer::{Hit, Painted, Pointed, Pointer, PointerAct, Target};
pub use table::{Column, Piece, Table, TableCell, mark_selected, scroll_mark};
pub use theme::{Ground, Role, Theme, ThemeName};
