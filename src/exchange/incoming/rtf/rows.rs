//! The tables of rich text: rows are ended by words, and what is merged is said beside them.
//! Knows nothing of groups and fonts.

use crate::exchange::incoming::flow::FlowText;

/// Cells of a row and lines of a cell, at most.
const MOST_CELLS: usize = 512;

/// A table as its cells come in.
#[derive(Default)]
pub(super) struct RtfRows {
    /// A table is open in the flow.
    is_open: bool,
    cells: Vec<Vec<RtfPiece>>,
    cell: Vec<RtfPiece>,
    /// The row inside a cell that is being read.
    inner: Vec<Vec<String>>,
    inner_cell: Vec<String>,
    /// How the cells of a row are merged, as said since `\trowd`.
    merges: Vec<RtfMerge>,
    next_merge: RtfMerge,
}

enum RtfPiece {
    Line(String),
    Row(Vec<Vec<String>>),
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum RtfMerge {
    #[default]
    Alone,
    /// Goes on from the cell above.
    FromAbove,
    /// Goes on from the cell before.
    FromBefore,
}

impl RtfRows {
    /// A line of a cell of a table (depth 1) or of a table inside a cell.
    pub(super) fn line(&mut self, text: String, depth: usize) {
        let lines = text.split('\n').map(|line| line.trim().to_owned());
        let lines = lines.filter(|line| !line.is_empty());
        if depth > 1 {
            self.inner_cell.extend(lines);
        } else {
            self.cell.extend(lines.map(RtfPiece::Line));
        }
    }

    pub(super) fn end_cell(&mut self) {
        self.end_inner_row();
        let cell = std::mem::take(&mut self.cell);
        if self.cells.len() < MOST_CELLS {
            self.cells.push(cell);
        }
    }

    pub(super) fn end_inner_cell(&mut self) {
        let cell = std::mem::take(&mut self.inner_cell);
        if self.inner.len() < MOST_CELLS {
            self.inner.push(cell);
        }
    }

    pub(super) fn end_inner_row(&mut self) {
        if !self.inner_cell.is_empty() {
            self.end_inner_cell();
        }
        let row = std::mem::take(&mut self.inner);
        if !row.is_empty() {
            self.cell.push(RtfPiece::Row(row));
        }
    }

    /// A word of the definition of a row.
    pub(super) fn define(&mut self, name: &str) {
        match name {
            "trowd" => {
                self.merges.clear();
                self.next_merge = RtfMerge::Alone;
            }
            "clvmrg" => self.next_merge = RtfMerge::FromAbove,
            "clmrg" => self.next_merge = RtfMerge::FromBefore,
            "cellx" if self.merges.len() < MOST_CELLS => {
                self.merges.push(std::mem::take(&mut self.next_merge));
            }
            _ => {}
        }
    }

    pub(super) fn end_row(&mut self, flow: &mut FlowText) {
        if !self.cell.is_empty() || !self.inner_cell.is_empty() {
            self.end_cell();
        }
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        if !self.is_open {
            flow.open_table();
            self.is_open = true;
        }
        flow.open_row();
        let merges = self
            .merges
            .iter()
            .copied()
            .chain(std::iter::repeat(RtfMerge::Alone));
        for (cell, merge) in cells.into_iter().zip(merges) {
            match merge {
                RtfMerge::Alone => flow.open_cell(1, 1),
                RtfMerge::FromAbove => flow.open_cell_from_above(),
                RtfMerge::FromBefore => {}
            }
            cell.into_iter().for_each(|piece| piece.write(flow));
            flow.close_cell();
        }
    }

    /// The table ends where a line outside of it begins; what is left of a row is a row.
    pub(super) fn end_table(&mut self, flow: &mut FlowText) {
        self.end_row(flow);
        if std::mem::take(&mut self.is_open) {
            flow.close_table();
        }
    }

    /// Whether anything of a row is read or a table open.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_open && self.cells.is_empty() && self.cell.is_empty() && self.inner_cell.is_empty()
    }
}

impl RtfPiece {
    fn write(self, flow: &mut FlowText) {
        match self {
            RtfPiece::Line(line) => {
                flow.push(&line);
                flow.end_paragraph();
            }
            RtfPiece::Row(cells) => flow.inner_row(cells),
        }
    }
}
