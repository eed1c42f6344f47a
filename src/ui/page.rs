//! A page to read: labels at the start, wrapped words beside them, scrolled by lines. Does not know what is told.

use super::canvas::Canvas;
use super::look::{Area, Look, Origin};
use super::table::{Piece, scroll_mark};
use super::theme::Role;
use crate::text::VisualLine;

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

/// The lines of a page: the label where an entry begins, and the words of the line.
fn laid<'a>(
    look: &Look,
    columns: u16,
    entries: &'a [PageEntry],
) -> Vec<(&'a str, Option<(VisualLine, Role)>)> {
    let room = columns.saturating_sub(label_columns(look, entries) + 3);
    let mut lines = Vec::new();
    for entry in entries {
        let mut label = entry.label.as_str();
        for piece in &entry.pieces {
            for line in look.wrapped(&piece.text, room, piece.origin) {
                lines.push((std::mem::take(&mut label), Some((line, piece.role))));
            }
        }
        if entry.pieces.is_empty() {
            lines.push((label, None));
        }
    }
    lines
}

/// The number of lines that a page so wide has.
pub fn page_rows(look: &Look, columns: u16, entries: &[PageEntry]) -> usize {
    laid(look, columns, entries).len()
}

/// Paints the lines from `top` on.
pub fn paint_page(canvas: &mut Canvas, area: Area, entries: &[PageEntry], top: usize) {
    let look = canvas.look();
    let start = area.column + 1 + label_columns(&look, entries);
    let lines = laid(&look, area.columns, entries);
    let width = (area.column + area.columns).saturating_sub(start + 2);
    let mut rest = area;
    for (label, line) in lines.iter().skip(top).take(usize::from(area.rows)) {
        let faint = canvas.style(Role::Faint);
        canvas.text(
            area.column + 1,
            rest.row,
            start.saturating_sub(area.column + 3),
            label,
            Origin::Ours,
            faint,
        );
        if let Some((line, role)) = line {
            let style = canvas.style(*role);
            let place = Area::new(start, rest.row, width, 1);
            canvas.lines(place, std::slice::from_ref(line), style);
        }
        rest = rest.below(1);
    }
    let strip = Area {
        column: area.column + area.columns.saturating_sub(1),
        columns: 1,
        ..area
    };
    scroll_mark(canvas, strip, top, usize::from(area.rows), lines.len());
}
