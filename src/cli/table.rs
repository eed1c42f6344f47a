//! A table of text: as aligned lines on a screen or in a pipe, or as CSV. Does not know what its columns mean.

use super::output::Screen;
use crate::text::{Direction, Form, LineStyle, cell_width_styled, truncate};

/// Between two columns.
const BORDER: &str = " │ ";
const RULE: char = '─';
const CROSSING: &str = "─┼─";
/// No column is made narrower than this for want of room.
const NARROWEST: usize = 6;

/// Heads and rows; every row has as many cells as there are heads.
pub(super) struct Table {
    /// Heads of the columns, the first one at the start.
    pub heads: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// As CSV (RFC 4180, but lines end with a newline alone) with the heads as first line.
    pub(super) fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.heads).chain(&self.rows) {
            // Writing to memory with equal lengths does not fail.
            let _ = writer.write_record(row);
        }
        writer.into_inner().unwrap_or_default()
    }

    /// As lines: columns in the direction `base`, cut to the width of the screen; whole and in logical order where
    /// there is no screen.
    pub(super) fn to_lines(&self, screen: Option<Screen>, base: Direction) -> Vec<String> {
        let form = screen.map_or(Form::Logical, |s| s.form);
        let style = LineStyle {
            base,
            form,
            ..LineStyle::default()
        };
        let rows: Vec<Vec<String>> = std::iter::once(&self.heads)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| one_line(cell)).collect())
            .collect();
        let mut widths: Vec<usize> = (0..self.heads.len())
            .map(|column| {
                rows.iter()
                    .map(|row| width(row, column, &style))
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        if let Some(screen) = screen {
            fit(&mut widths, screen.columns);
        }
        let visual_rtl = form == Form::Visual && base == Direction::Rtl;
        let total = widths.iter().sum::<usize>() + 3 * widths.len().saturating_sub(1);
        let edge = screen
            .filter(|_| visual_rtl)
            .map_or(0, |s| s.columns.saturating_sub(total));
        let finish = |mut cells: Vec<String>, border: &str| {
            if visual_rtl {
                cells.reverse();
            }
            format!("{}{}", " ".repeat(edge), cells.join(border))
                .trim_end()
                .to_owned()
        };
        let line = |row: &Vec<String>| {
            let cells = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| padded(cell, *width, &style))
                .collect();
            finish(cells, BORDER)
        };
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        let rules = widths
            .iter()
            .map(|width| RULE.to_string().repeat(*width))
            .collect();
        lines.insert(1, finish(rules, CROSSING));
        lines
    }
}

/// Paragraphs of a cell in one line.
fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn width(row: &[String], column: usize, style: &LineStyle) -> usize {
    row.get(column).map_or(0, |cell| cell_width_styled(cell, style))
}

/// Narrows the widest columns until the table fits, as long as one is left to narrow.
fn fit(widths: &mut [usize], columns: usize) {
    let room = columns.saturating_sub(3 * widths.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => return,
        }
    }
}

/// The cell in exactly so many columns, its text at the start side.
fn padded(cell: &str, width: usize, style: &LineStyle) -> String {
    let direction = Direction::of(cell).unwrap_or(style.base);
    let laid = truncate(
        cell,
        width,
        &LineStyle {
            base: direction,
            ..*style
        },
    );
    let gap = " ".repeat(width.saturating_sub(laid.columns));
    if style.form == Form::Visual && style.base == Direction::Rtl {
        format!("{gap}{}", laid.symbols())
    } else {
        format!("{}{gap}", laid.symbols())
    }
}
