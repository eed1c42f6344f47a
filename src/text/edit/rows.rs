//! What the screen shows of an edit buffer: the rows in view, the caret's cell, the selected stripes.
//! It does not know how text is changed; it scrolls so that the caret is in view.

use std::ops::Range;
use std::sync::Arc;

use super::super::line::VisualLine;
use super::super::style::Direction;
use super::CaretPlace;
use super::layout::{Layout, PlacedLine, TextRow};
use super::stops::{Stop, nearest, stop_index};

/// A row of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRow {
    /// The cells; their source bytes count from the start of the row.
    pub line: Arc<VisualLine>,
    /// Where the row begins in the text.
    pub start_byte: usize,
    /// The column of the first cell, counted from the left edge of the field.
    pub left_column: usize,
    /// The columns that are selected, from left to right, as stripes without overlap.
    pub selected: Vec<Range<usize>>,
}

/// Where the caret is drawn: on the cell after it, or on the free cell at the end side of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaretCell {
    /// Index into [`FieldRows::rows`].
    pub row: usize,
    /// Column of its left edge, counted from the left edge of the field.
    pub column: usize,
    /// Columns it fills.
    pub columns: u8,
    /// The direction of the text it stands on; a block or bar may tell it.
    pub direction: Direction,
    /// At a border between two directions: the column of the cell before the caret, to be underlined, since a letter
    /// typed next may appear there.
    pub before_column: Option<usize>,
}

/// The visible rows of an edit buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRows {
    /// At most as many as were asked for, at least one.
    pub rows: Vec<FieldRow>,
    /// How many rows are above the first one.
    pub top: usize,
    /// How many rows there are altogether.
    pub total: usize,
    /// The caret; always within the rows.
    pub caret: CaretCell,
}

/// The rows in view, as many as the field is high at most, with the caret among them.
pub(super) fn visible_rows(
    text: &str,
    layout: &mut Layout,
    caret: CaretPlace,
    selection: &Range<usize>,
) -> FieldRows {
    let total = layout.total();
    let height = layout.height.max(1);
    let spot = layout.spot_of(caret.byte, caret.affinity);
    layout.top = layout
        .top
        .clamp((spot.row + 1).saturating_sub(height), spot.row)
        .min(total.saturating_sub(height));
    let placed = layout.placed(text, spot);
    let mut shown = caret_cell(layout, &placed, spot, caret);
    scroll_to(layout, &placed.line, shown);
    let window = window(layout, &placed.line);
    shown.column = shown.column.saturating_sub(window.start);
    shown.before_column = shown
        .before_column
        .filter(|column| window.contains(column))
        .map(|column| column - window.start);
    shown.row = spot.row - layout.top;
    let in_view = (layout.top..total.min(layout.top + height)).filter_map(|row| layout.spot_at(row));
    let rows = in_view
        .map(|spot| visible_row(layout, &layout.placed(text, spot), selection))
        .collect();
    FieldRows {
        rows,
        top: layout.top,
        total,
        caret: shown,
    }
}

/// The caret's cell, its row counted from the top of the text and its column from the left end of the line.
fn caret_cell(layout: &Layout, placed: &PlacedLine<'_>, spot: TextRow, place: CaretPlace) -> CaretCell {
    let mut caret = CaretCell {
        row: spot.row,
        column: 0,
        columns: 1,
        direction: layout.style.base,
        before_column: None,
    };
    let stops = layout.stops(placed);
    let Some(stop) = stops.get(stop_index(&stops, place)) else {
        return caret;
    };
    caret.column = stop.column;
    caret.columns = stop.columns;
    caret.direction = direction(stop.level);
    let before = stops
        .iter()
        .filter(|other| other.place.byte < stop.place.byte)
        .max_by_key(|other| other.place.byte);
    caret.before_column = before
        .filter(|before| before.level % 2 != stop.level % 2)
        .map(|before| before.column);
    caret
}

fn direction(level: u8) -> Direction {
    if level % 2 == 1 {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// Scrolls a line that is longer than the field as little as brings the caret into view.
fn scroll_to(layout: &mut Layout, line: &VisualLine, caret: CaretCell) {
    let whole = layout.whole_columns(line);
    let caret_end = caret.column + usize::from(caret.columns);
    let (least, most) = if layout.starts_right(line) {
        (
            (whole - layout.columns).saturating_sub(caret.column),
            whole.saturating_sub(caret_end),
        )
    } else {
        (caret_end.saturating_sub(layout.columns), caret.column)
    };
    layout.scrolled_columns = layout
        .scrolled_columns
        .min(whole - layout.columns)
        .min(most)
        .max(least);
}

/// The columns of a line that are in view.
fn window(layout: &Layout, line: &VisualLine) -> Range<usize> {
    let whole = layout.whole_columns(line);
    let scrolled = layout.scrolled_columns.min(whole - layout.columns);
    let start = if layout.starts_right(line) {
        whole - layout.columns - scrolled
    } else {
        scrolled
    };
    start..start + layout.columns
}

fn visible_row(layout: &Layout, placed: &PlacedLine<'_>, selection: &Range<usize>) -> FieldRow {
    let line = &placed.line;
    let window = window(layout, line);
    let selected = if selection.is_empty() {
        Vec::new()
    } else {
        selected_stripes(&layout.stops(placed), selection, &window)
    };
    let mut row = FieldRow {
        line: Arc::clone(line),
        start_byte: placed.start_byte,
        left_column: layout.left_column(line),
        selected,
    };
    if window.start > 0 || window.end < layout.whole_columns(line) {
        (row.line, row.left_column) = cut_to_window(line, row.left_column, &window);
    }
    row.left_column -= window.start.min(row.left_column);
    row
}

/// The cells of a long line that are wholly in view, and the column of the first.
fn cut_to_window(line: &VisualLine, left_column: usize, window: &Range<usize>) -> (Arc<VisualLine>, usize) {
    let mut cut = VisualLine {
        cells: Vec::new(),
        columns: 0,
        range_byte: line.range_byte.clone(),
        base: line.base,
    };
    let (mut column, mut first) = (left_column, None);
    for cell in &line.cells {
        let end = column + usize::from(cell.columns);
        if column >= window.start && end <= window.end {
            first = first.or(Some(column));
            cut.columns += usize::from(cell.columns);
            cut.cells.push(cell.clone());
        }
        column = end;
    }
    (Arc::new(cut), first.unwrap_or(window.start))
}

/// The selected columns of a row in view; a selected line break is the free cell behind the line.
fn selected_stripes(stops: &[Stop], selection: &Range<usize>, window: &Range<usize>) -> Vec<Range<usize>> {
    let mut stripes: Vec<Range<usize>> = Vec::new();
    for stop in stops.iter().filter(|stop| !stop.is_upstream()) {
        let columns =
            stop.column.max(window.start)..(stop.column + usize::from(stop.columns)).min(window.end);
        if !selection.contains(&stop.place.byte) || columns.is_empty() {
            continue;
        }
        let columns = columns.start - window.start..columns.end - window.start;
        match stripes.last_mut() {
            Some(last) if last.end >= columns.start => last.end = last.end.max(columns.end),
            _ => stripes.push(columns),
        }
    }
    stripes
}

/// The caret's place at a cell in view.
pub(super) fn place_at(text: &str, layout: &Layout, row: usize, column: usize) -> CaretPlace {
    let row = (layout.top + row).min(layout.total().saturating_sub(1));
    let Some(spot) = layout.spot_at(row) else {
        return CaretPlace::at(0);
    };
    let placed = layout.placed(text, spot);
    let stops = layout.stops(&placed);
    let nearest = nearest(&stops, column + window(layout, &placed.line).start);
    nearest.map_or(CaretPlace::at(spot.start_byte), |index| stops[index].place)
}
