//! What the screen shows of an edit buffer: the rows in view, the caret's cell, the selected stripes.
//! It does not know how text is changed; it scrolls so that the caret is in view.

use std::ops::Range;
use std::sync::Arc;

use super::super::line::VisualLine;
use super::super::style::Direction;
use super::layout::{CaretCell, Layout, PlacedLine, Row, Rows, Stop};

/// The rows in view, `height` of them at most, with the caret among them.
pub(super) fn visible_rows(layout: &mut Layout, caret_byte: usize, selection: Range<usize>) -> Rows {
    let total = layout.total();
    let height = layout.height.max(1);
    let caret_row = layout.row_of(caret_byte);
    layout.top = layout
        .top
        .clamp((caret_row + 1).saturating_sub(height), caret_row)
        .min(total.saturating_sub(height));
    let mut caret = caret_cell(layout, caret_row, caret_byte);
    scroll_to(layout, caret_row, caret);
    let rows = (layout.top..total.min(layout.top + height))
        .filter_map(|row| {
            layout
                .line_at(row)
                .map(|placed| visible_row(layout, &placed, &selection))
        })
        .collect();
    if let Some(placed) = layout.line_at(caret_row) {
        let window = window(layout, placed.line);
        caret.column = caret.column.saturating_sub(window.start);
        caret.before_column = caret
            .before_column
            .filter(|column| window.contains(column))
            .map(|column| column - window.start);
    }
    caret.row = caret_row - layout.top;
    Rows {
        rows,
        top: layout.top,
        total,
        caret,
    }
}

/// The caret's cell, its row counted from the top of the text and its column from the left end of the line.
pub(super) fn caret_cell(layout: &Layout, row: usize, caret_byte: usize) -> CaretCell {
    let mut caret = CaretCell {
        row,
        column: 0,
        columns: 1,
        direction: layout.style.base,
        before_column: None,
    };
    let Some(placed) = layout.line_at(row) else {
        return caret;
    };
    let stops = layout.stops(&placed);
    let Some(stop) = stops.get(Layout::stop_index(
        &stops,
        caret_byte.saturating_sub(placed.paragraph_byte),
    )) else {
        return caret;
    };
    caret.column = stop.column;
    caret.columns = stop.columns;
    caret.direction = direction(stop.level);
    let before = stops
        .iter()
        .filter(|other| other.byte < stop.byte)
        .max_by_key(|other| other.byte);
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
fn scroll_to(layout: &mut Layout, caret_row: usize, caret: CaretCell) {
    let Some(placed) = layout.line_at(caret_row) else {
        return;
    };
    let whole = layout.whole_columns(placed.line);
    let caret_end = caret.column + usize::from(caret.columns);
    let (least, most) = if layout.starts_right(placed.line) {
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

fn visible_row(layout: &Layout, placed: &PlacedLine<'_>, selection: &Range<usize>) -> Row {
    let stops = layout.stops(placed);
    let window = window(layout, placed.line);
    let selected = selected_stripes(placed, &stops, selection, &window);
    let mut row = Row {
        line: Arc::clone(placed.line),
        paragraph_byte: placed.paragraph_byte,
        left_column: layout.left_column(placed.line),
        selected,
    };
    if window.start > 0 || window.end < layout.whole_columns(placed.line) {
        (row.line, row.left_column) = cut_to_window(placed.line, row.left_column, &window);
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
fn selected_stripes(
    placed: &PlacedLine<'_>,
    stops: &[Stop],
    selection: &Range<usize>,
    window: &Range<usize>,
) -> Vec<Range<usize>> {
    let mut stripes: Vec<Range<usize>> = Vec::new();
    for stop in stops {
        let byte = placed.paragraph_byte + stop.byte;
        let columns =
            stop.column.max(window.start)..(stop.column + usize::from(stop.columns)).min(window.end);
        if !selection.contains(&byte) || columns.is_empty() {
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

/// The byte of the text at a cell in view.
pub(super) fn byte_at(layout: &Layout, row: usize, column: usize) -> usize {
    let row = (layout.top + row).min(layout.total().saturating_sub(1));
    let Some(placed) = layout.line_at(row) else {
        return 0;
    };
    let column = column + window(layout, placed.line).start;
    let stops = layout.stops(&placed);
    let nearest = stops
        .iter()
        .min_by_key(|stop| super::motion::distance(stop, column));
    placed.paragraph_byte + nearest.map_or(0, |stop| stop.byte)
}
