//! Rows of a table as lines of text, in which the reader of minutes finds their cells again.
//! Does not know what cells say, nor what document they come from.

use std::fmt::Write as _;

/// A cell with its place in a table.
pub(in crate::exchange) struct LaidCell {
    /// The first of its columns.
    pub start: usize,
    /// How many columns and rows it covers, at least one of each.
    pub across: usize,
    pub down: usize,
    /// Its paragraphs.
    pub lines: Vec<String>,
}

/// Writes rows: a line with a tab between the cells, a row of HTML where a cell holds several paragraphs, and a table of
/// HTML where cells are merged.
pub(in crate::exchange) fn write_laid(rows: &[Vec<LaidCell>], text: &mut String) {
    if is_even(rows) {
        for row in rows.iter().filter(|row| !row.is_empty()) {
            write_plain(row, text);
            text.push('\n');
        }
        return;
    }
    text.push_str("<table>");
    for (at, row) in rows.iter().enumerate() {
        write_spanned(row, text);
        if at + 1 == rows.len() {
            text.push_str("</table>");
        }
        text.push('\n');
    }
}

/// Whether all rows have the same columns and no cell reaches down: how wide cells were drawn says nothing then.
fn is_even(rows: &[Vec<LaidCell>]) -> bool {
    let starts = |row: &[LaidCell]| -> Vec<usize> { row.iter().map(|cell| cell.start).collect() };
    let several = || rows.iter().filter(|row| row.len() > 1);
    let first = several().next().map(|row| starts(row));
    several().all(|row| Some(starts(row)) == first) && rows.iter().flatten().all(|cell| cell.down == 1)
}

fn write_plain(row: &[LaidCell], text: &mut String) {
    if row.iter().any(|cell| cell.lines.len() > 1) {
        text.push_str("<tr>");
        for cell in row {
            let _ = write!(text, "<td>{}</td>", paragraphs(&cell.lines));
        }
        text.push_str("</tr>");
    } else {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.lines.concat().replace('\t', " "))
            .collect();
        text.push_str(&cells.join("\t"));
    }
}

fn write_spanned(row: &[LaidCell], text: &mut String) {
    text.push_str("<tr>");
    for cell in row {
        text.push_str("<td");
        for (name, span) in [("colspan", cell.across), ("rowspan", cell.down)] {
            if span > 1 {
                // Writing to a string does not fail.
                let _ = write!(text, " {name}={span}");
            }
        }
        let _ = write!(text, ">{}</td>", paragraphs(&cell.lines));
    }
    text.push_str("</tr>");
}

fn paragraphs(lines: &[String]) -> String {
    let escaped: Vec<String> = lines
        .iter()
        .map(|line| line.replace('&', "&amp;").replace('<', "&lt;"))
        .collect();
    escaped.join("<br>")
}
