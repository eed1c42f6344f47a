//! A page to read: labels at the start, wrapped words beside them, scrolled by lines. Does not know what is told.

use super::canvas::Canvas;
use super::look::{Area, Look, Origin};
use super::table::{Piece, scroll_mark};
use super::theme::Role;
use crate::text::WrappedText;
use std::cell::RefCell;
use std::rc::Rc;

/// One label with its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageEntry {
    /// The label; empty for none.
    pub label: String,
    /// What it says, paragraph by paragraph.
    pub pieces: Vec<Piece>,
}

/// Narrowest and widest column of labels.
const LABEL_COLUMNS: std::ops::RangeInclusive<u16> = 4..=34;

fn label_columns(look: &Look, entries: &[PageEntry]) -> u16 {
    let widest = entries
        .iter()
        .map(|entry| look.width(&entry.label, Origin::Ours))
        .max()
        .unwrap_or(0);
    if widest == 0 {
        0
    } else {
        widest.clamp(*LABEL_COLUMNS.start(), *LABEL_COLUMNS.end()) + 2
    }
}

/// A page broken into lines; only those that are painted are laid out.
#[derive(Debug)]
pub struct EntryPage {
    look: Look,
    columns: u16,
    label_columns: u16,
    entries: Vec<PageEntry>,
    /// For each entry, each of its pieces.
    broken: Vec<Vec<WrappedText>>,
    rows: usize,
}

impl EntryPage {
    /// A page of so many columns.
    pub fn new(look: &Look, columns: u16, entries: Vec<PageEntry>) -> EntryPage {
        let label_columns = label_columns(look, &entries);
        let room = columns.saturating_sub(label_columns + 3).max(1);
        let broken_piece = |piece: &Piece| {
            let style = look.line_style(&piece.text, piece.origin);
            WrappedText::new(&piece.text, usize::from(room), &style)
        };
        let broken: Vec<Vec<WrappedText>> = entries
            .iter()
            .map(|entry| entry.pieces.iter().map(broken_piece).collect())
            .collect();
        EntryPage {
            look: *look,
            columns,
            label_columns,
            entries,
            rows: broken.iter().map(|pieces| rows_of(pieces)).sum(),
            broken,
        }
    }

    /// How many lines it has.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The lines of an entry; those behind the last one for an entry that is not there.
    pub fn rows_of_entry(&self, entry: usize) -> std::ops::Range<usize> {
        let before = self.broken.iter().take(entry);
        let first = before.map(|pieces| rows_of(pieces)).sum();
        first..first + self.broken.get(entry).map_or(0, |pieces| rows_of(pieces))
    }

    /// Paints the lines from `top` on.
    pub fn paint(&self, canvas: &mut Canvas, area: Area, top: usize) {
        let end = top.saturating_add(usize::from(area.rows));
        let mut number = 0;
        for (entry, broken) in self.entries.iter().zip(&self.broken) {
            if number >= end {
                break;
            }
            if number >= top {
                let faint = canvas.style(Role::Faint);
                let room = (self.label_columns + 1).saturating_sub(3);
                let row = row_at(area, number - top);
                canvas.text(area.column + 1, row, room, &entry.label, Origin::Ours, faint);
            }
            let mut first = number;
            for (piece, text) in entry.pieces.iter().zip(broken) {
                self.paint_piece(canvas, area, piece, text, first, top..end);
                first += text.len();
            }
            number += rows_of(broken);
        }
        scroll_mark(canvas, area, top, usize::from(area.rows), self.rows);
    }

    /// Paints the lines of a piece, which begins on line `first` of the page, that are in view.
    fn paint_piece(
        &self,
        canvas: &mut Canvas,
        area: Area,
        piece: &Piece,
        text: &WrappedText,
        first: usize,
        view: std::ops::Range<usize>,
    ) {
        let wanted = view.start.saturating_sub(first)..view.end.saturating_sub(first).min(text.len());
        if wanted.is_empty() {
            return;
        }
        let start = area.column + 1 + self.label_columns;
        let width = (area.column + area.columns).saturating_sub(start + 2);
        let rows = u16::try_from(wanted.len()).unwrap_or(area.rows);
        let row = row_at(area, first + wanted.start - view.start);
        let style = canvas.style(piece.role);
        let lines = text.lines(&piece.text, wanted);
        canvas.lines_marked(Area::new(start, row, width, rows), &lines, style, &piece.found);
    }
}

/// An entry without pieces has a line for its label.
fn rows_of(pieces: &[WrappedText]) -> usize {
    if pieces.is_empty() {
        return 1;
    }
    pieces.iter().map(WrappedText::len).sum()
}

fn row_at(area: Area, number: usize) -> u16 {
    area.row.saturating_add(u16::try_from(number).unwrap_or(u16::MAX))
}

/// The page that was shown last, so that a long one is broken into lines once and not for every key.
#[derive(Debug, Default)]
pub struct LastPage(RefCell<Option<Rc<EntryPage>>>);

impl LastPage {
    /// The page of these entries: the last one if it is the same.
    pub fn of(&self, look: &Look, columns: u16, entries: Vec<PageEntry>) -> Rc<EntryPage> {
        let mut last = self.0.borrow_mut();
        let same = last
            .as_ref()
            .filter(|page| page.look == *look && page.columns == columns && page.entries == entries);
        if let Some(page) = same {
            return Rc::clone(page);
        }
        Rc::clone(last.insert(Rc::new(EntryPage::new(look, columns, entries))))
    }
}

/// The number of lines that a page so wide has.
pub fn page_rows(look: &Look, columns: u16, entries: &[PageEntry]) -> usize {
    EntryPage::new(look, columns, entries.to_vec()).rows()
}

/// Paints the lines from `top` on.
pub fn paint_page(canvas: &mut Canvas, area: Area, entries: &[PageEntry], top: usize) {
    EntryPage::new(&canvas.look(), area.columns, entries.to_vec()).paint(canvas, area, top);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn entries(text: &str) -> Vec<PageEntry> {
        let entry = |label: &str, pieces| PageEntry {
            label: label.to_owned(),
            pieces,
        };
        vec![
            entry("a", vec![Piece::ours("one"), Piece::stored("یک\nدو")]),
            entry("b", Vec::new()),
            entry("", vec![Piece::stored(text)]),
        ]
    }

    fn painted(top: usize) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 16, 4));
        let look = Look::default();
        let mut canvas = Canvas::new(&mut buffer, look);
        let page = EntryPage::new(&look, 16, entries("alpha beta"));
        assert_eq!(page.rows(), 6);
        let rows: Vec<_> = (0..4).map(|entry| page.rows_of_entry(entry)).collect();
        assert_eq!(rows, [0..3, 3..4, 4..6, 6..6]);
        page.paint(&mut canvas, Area::new(0, 0, 16, 4), top);
        let row = |y: u16| {
            (0..16)
                .map(|x| buffer[(x, y)].symbol().to_owned())
                .collect::<String>()
        };
        (0..4)
            .map(|y| crate::text::letters_of_forms(row(y).trim_end()).into_owned())
            .collect()
    }

    #[test]
    fn labels_stand_where_their_entries_begin_wherever_the_view_does() {
        assert_eq!(painted(0)[..2], ["┃     one     a", "┃      کی"]);
        assert_eq!(
            painted(1),
            ["│      کی", "┃      ود", "┃             b", "│   alpha"]
        );
        assert_eq!(painted(2)[2..], ["┃   alpha", "┃    beta"]);
    }

    #[test]
    fn a_page_that_is_shown_again_is_not_broken_into_lines_again() {
        let (last, look) = (LastPage::default(), Look::default());
        let first = last.of(&look, 40, entries("alpha"));
        assert!(Rc::ptr_eq(&first, &last.of(&look, 40, entries("alpha"))));
        assert!(!Rc::ptr_eq(&first, &last.of(&look, 40, entries("beta"))));
        assert!(!Rc::ptr_eq(&first, &last.of(&look, 41, entries("alpha"))));
    }
}
