//! Rows in columns: cells of wrapped text between straight rules, or of one line each without rules. Only the rows
//! that are shown are asked for. Does not know what the rows are.

use super::canvas::Canvas;
use super::list::ListState;
use super::look::{Area, Look, Origin};
use super::pointer::Target;
use super::theme::Role;
use crate::text::{VisualLine, truncate};
use ratatui::style::Style;
use std::ops::Range;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width in columns of the screen.
    pub columns: u16,
}

/// One paragraph of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whose words.
    pub origin: Origin,
    /// What they are.
    pub role: Role,
    /// Bytes of the words that were looked for and are marked.
    pub found: Vec<Range<usize>>,
}

impl Piece {
    /// A paragraph of stored text.
    pub fn stored(text: impl Into<String>) -> Piece {
        Piece {
            text: text.into(),
            origin: Origin::Stored,
            role: Role::Plain,
            found: Vec::new(),
        }
    }

    /// A paragraph of our own words.
    pub fn ours(text: impl Into<String>) -> Piece {
        Piece {
            text: text.into(),
            origin: Origin::Ours,
            role: Role::Plain,
            found: Vec::new(),
        }
    }

    /// The same in another role.
    pub fn role(self, role: Role) -> Piece {
        Piece { role, ..self }
    }

    /// The same with what was found in it marked.
    pub fn found(self, found: Vec<Range<usize>>) -> Piece {
        Piece { found, ..self }
    }
}

/// The paragraphs of one cell, below each other. A row of one cell alone, in a table of several columns, is a head of
/// the rows below it: its pieces stand beside each other, over all columns.
pub type TableCell = Vec<Piece>;

/// How a table is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns in reading order.
    pub columns: Vec<Column>,
    /// A row is never taller than so many lines; what does not fit is cut with an ellipsis.
    pub lines_max: u16,
    /// Whether rules part rows and columns; without them two blanks part the columns.
    pub ruled: bool,
}

/// Columns between two cells: a rule and a blank, or two blanks.
const GAP: u16 = 2;
/// Lines above the rows: the head and its rule.
const HEAD: u16 = 2;
/// Columns kept free at the start, and for the scroll mark at the end.
const MARGIN: u16 = 1;

impl Table {
    /// Columns that are left for one more column, when the table is so wide.
    pub fn left_for_one_more(columns: u16, others: &[u16]) -> u16 {
        let taken: u16 = others.iter().map(|width| width + GAP).sum();
        columns.saturating_sub(taken + 2 * MARGIN)
    }

    /// Lines for rows in an area so tall.
    pub fn body_rows(rows: u16) -> u16 {
        rows.saturating_sub(HEAD)
    }

    /// Lines that a row fills, its rule included.
    pub fn height(&self, look: &Look, cells: &[TableCell]) -> u16 {
        if self.is_head(cells) {
            return 1 + u16::from(self.ruled);
        }
        let tallest = self
            .columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| self.cell_height(look, column, cell));
        tallest.max().unwrap_or(1).clamp(1, self.lines_max) + u16::from(self.ruled)
    }

    fn is_head(&self, cells: &[TableCell]) -> bool {
        cells.len() == 1 && self.columns.len() > 1
    }

    fn cell_height(&self, look: &Look, column: &Column, cell: &TableCell) -> u16 {
        if self.lines_max == 1 {
            return 1;
        }
        let lines = |piece: &Piece| {
            let (lines, _) = look.wrapped_start(&piece.text, column.columns, piece.origin, self.lines_max);
            u16::try_from(lines.len()).unwrap_or(u16::MAX)
        };
        cell.iter().map(lines).fold(0, u16::saturating_add)
    }

    /// Paints the head and the rows from `state.top` on.
    pub fn paint(
        &self,
        canvas: &mut Canvas,
        area: Area,
        state: &ListState,
        len: usize,
        row_cells: impl Fn(usize) -> Vec<TableCell>,
    ) {
        self.paint_head(canvas, area);
        let body = area.below(HEAD);
        let mut room = body;
        let mut shown = 0;
        for row in state.top..len {
            if room.rows == 0 {
                break;
            }
            let cells = row_cells(row);
            let lines = self.height(&canvas.look(), &cells);
            let part = room.first(lines);
            canvas.hit(part, Target::Row(row));
            let band = !self.ruled && row % 2 == 1;
            self.paint_row(canvas, part, &cells, lines, row == state.selected, band);
            room = room.below(lines);
            shown += usize::from(part.rows == lines);
        }
        scroll_mark(canvas, body, state.top, shown, len);
    }

    fn paint_head(&self, canvas: &mut Canvas, area: Area) {
        let rule = canvas.style(Role::Rule);
        for (column, start) in self.starts(area) {
            let style = canvas.style(Role::Strong);
            canvas.text(start, area.row, column.columns, &column.head, Origin::Ours, style);
        }
        canvas.rule(area.column, area.row + 1, area.columns, '─', rule);
        self.cross(canvas, area, area.row, '│');
        self.cross(canvas, area, area.row + 1, '┼');
    }

    fn paint_row(
        &self,
        canvas: &mut Canvas,
        part: Area,
        cells: &[TableCell],
        lines: u16,
        selected: bool,
        band: bool,
    ) {
        let text_lines = lines - u16::from(self.ruled);
        if self.is_head(cells) {
            paint_head_of_rows(canvas, part.first(text_lines), &cells[0]);
        } else {
            for ((column, start), cell) in self.starts(part).zip(cells) {
                let place = Area::new(start, part.row, column.columns, text_lines.min(part.rows));
                paint_cell(canvas, place, cell);
            }
            for row in part.row..part.row + text_lines.min(part.rows) {
                self.cross(canvas, part, row, '│');
            }
        }
        if self.ruled && part.rows == lines {
            let rule = canvas.style(Role::Rule);
            canvas.rule(part.column, part.row + text_lines, part.columns, '─', rule);
            self.cross(canvas, part, part.row + text_lines, '┼');
        }
        let text = part.first(text_lines);
        if selected {
            mark_selected(canvas, text);
        } else if band {
            let style = canvas.style(Role::Band);
            canvas.tint(without_scroll_mark(text), style);
        }
    }

    /// The columns with the place where each begins.
    fn starts(&self, area: Area) -> impl Iterator<Item = (&Column, u16)> {
        self.columns.iter().scan(area.column + MARGIN, |start, column| {
            let own = *start;
            *start += column.columns + GAP;
            Some((column, own))
        })
    }

    /// Paints the rule between columns on one row.
    fn cross(&self, canvas: &mut Canvas, area: Area, row: u16, symbol: char) {
        if !self.ruled {
            return;
        }
        let rule = canvas.style(Role::Rule);
        let behind_first = self
            .starts(area)
            .skip(1)
            .map(|(_, start)| start - GAP)
            .collect::<Vec<_>>();
        for column in behind_first {
            canvas.put(column, row, symbol, rule);
        }
    }
}

/// Marks what is selected: its first line, and the start of those below it. What has several lines would else be written
/// whole at every step. On a slow line only the start of the first line is marked, too. The last column is left to the
/// scroll mark.
pub fn mark_selected(canvas: &mut Canvas, area: Area) {
    let style = canvas.style(Role::Selected);
    if !canvas.look().theme.is_spare {
        canvas.tint(without_scroll_mark(area.first(1)), style);
    }
    let start = Area {
        columns: area.columns.min(MARGIN),
        ..area
    };
    canvas.tint(start, style);
}

fn without_scroll_mark(area: Area) -> Area {
    Area {
        columns: area.columns.saturating_sub(MARGIN),
        ..area
    }
}

/// Paints pieces beside each other, each with a blank or two behind it.
fn paint_head_of_rows(canvas: &mut Canvas, place: Area, pieces: &TableCell) {
    let end = place.column + place.columns.saturating_sub(MARGIN);
    let mut column = place.column + MARGIN;
    if place.rows == 0 {
        return;
    }
    for piece in pieces {
        let style = canvas.style(piece.role);
        let room = end.saturating_sub(column);
        column += canvas.text(column, place.row, room, &piece.text, piece.origin, style) + GAP;
    }
}

/// Paints the paragraphs of a cell; the last line that fits takes an ellipsis when there is more.
fn paint_cell(canvas: &mut Canvas, mut place: Area, cell: &TableCell) {
    let look = canvas.look();
    for (number, piece) in cell.iter().enumerate() {
        let style = canvas.style(piece.role);
        if place.rows == 0 {
            return;
        }
        let more_follow = number + 1 < cell.len();
        let (mut lines, more) = look.wrapped_start(&piece.text, place.columns, piece.origin, place.rows);
        if more || (lines.len() == usize::from(place.rows) && more_follow) {
            mark_cut(&look, &mut lines, piece, place.columns);
        }
        let filled = canvas.lines_marked(place, &lines, style, &piece.found);
        place = place.below(filled);
    }
}

/// Gives the last line an ellipsis at its end, for there is more than is shown.
fn mark_cut(look: &Look, lines: &mut [VisualLine], piece: &Piece, columns: u16) {
    let Some(last) = lines.last_mut() else { return };
    let start_byte = last.range_byte.start;
    let rest = &piece.text[start_byte..];
    let paragraph = rest.split('\n').next().unwrap_or_default();
    // One sign more than the line holds makes the cut visible where the paragraph ends with the line.
    let end = paragraph.char_indices().nth(usize::from(columns) * 3 + 64);
    let near = end.map_or(paragraph, |(byte, _)| &paragraph[..byte]);
    let with_more = format!("{near} …");
    *last = truncate(
        &with_more,
        usize::from(columns),
        &look.line_style(&piece.text, piece.origin),
    );
    // Bytes count from the start of the words again.
    last.range_byte = start_byte..start_byte + last.range_byte.len();
    let shift = u32::try_from(start_byte).unwrap_or(u32::MAX);
    for cell in &mut last.cells {
        cell.source_byte = cell.source_byte.start + shift..cell.source_byte.end + shift;
    }
}

/// Paints a thin mark of where the shown rows lie among all, in the last column of their area, unless all are shown.
pub fn scroll_mark(canvas: &mut Canvas, area: Area, top: usize, shown: usize, len: usize) {
    let all_shown = top == 0 && shown >= len;
    if len == 0 || area.rows == 0 || all_shown || canvas.look().theme.is_spare {
        return;
    }
    let rows = usize::from(area.rows);
    let length = (rows * shown.max(1) / len).clamp(1, rows);
    let first = (rows - length) * top / len.saturating_sub(shown.max(1)).max(1);
    for row in 0..rows {
        let inside = row >= first.min(rows - length) && row < first.min(rows - length) + length;
        let (symbol, role) = if inside {
            ('┃', Role::Plain)
        } else {
            ('│', Role::Rule)
        };
        let style: Style = canvas.style(role);
        canvas.put(
            area.column + area.columns.saturating_sub(1),
            area.row + u16::try_from(row).unwrap_or(u16::MAX),
            symbol,
            style,
        );
    }
}
