//! What the columns of a table hold, told by their cells where no list has their heads.
//! Knows no word of a head.

use super::columns::{CellShape, shape};
use super::heads::ColumnRole;
use super::lines::SourceLine;

/// More columns than these are no table of resolutions.
const MOST_COLUMNS: usize = 16;
/// Rows that are looked at.
const MOST_ROWS: usize = 200;

/// The roles of all columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToldColumns {
    pub roles: Vec<ColumnRole>,
    /// Which of them were told by their cells.
    pub by_cells: Vec<bool>,
    /// A column looks like wordings.
    pub has_wording: bool,
    /// Sentences that decide stand beside deadlines or organisations: it can be no other table.
    pub is_certain: bool,
}

/// What all cells of a column look like together.
#[derive(Debug, Clone, Copy, Default)]
struct ColumnShape {
    filled: usize,
    words: usize,
    numbers: usize,
    /// Its numbers count on from row to row.
    counts: bool,
    deadlines: usize,
    names: usize,
    sentences: usize,
}

impl ColumnShape {
    fn of(rows: &[Vec<CellShape>], column: usize) -> ColumnShape {
        let cells: Vec<&CellShape> = rows
            .iter()
            .filter_map(|row| row.get(column))
            .filter(|cell| !cell.empty)
            .collect();
        let count = |wanted: fn(&CellShape) -> bool| cells.iter().filter(|cell| wanted(cell)).count();
        let numbers: Vec<u32> = cells.iter().filter_map(|cell| cell.number).collect();
        let steps = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
        ColumnShape {
            filled: cells.len(),
            words: cells.iter().map(|cell| cell.words).sum(),
            numbers: numbers.len(),
            counts: numbers.len() > 1 && steps * 4 >= (numbers.len() - 1) * 3 || numbers == [1],
            deadlines: count(|cell| cell.deadline),
            names: count(|cell| cell.name && !cell.sentence),
            sentences: count(|cell| cell.sentence && cell.words > 2),
        }
    }

    fn most(self, part: usize) -> bool {
        self.filled > 0 && part * 2 >= self.filled
    }

    fn is_wording(self) -> bool {
        self.filled > 0
            && !self.most(self.deadlines)
            && !self.most(self.numbers)
            && (self.most(self.sentences) || self.words >= 4 * self.filled)
    }

    /// Short words that are neither numbers nor deadlines nor sentences.
    fn is_short(self) -> bool {
        self.filled > 0
            && self.words <= 8 * self.filled
            && self.numbers + self.deadlines == 0
            && !self.most(self.sentences)
    }
}

/// Tells the columns whose role is not `known`; none where no column could be the wording.
pub(super) fn told_columns(rows: &[&SourceLine], known: &[Option<ColumnRole>]) -> Option<ToldColumns> {
    let count = known.len();
    if !(2..=MOST_COLUMNS).contains(&count) {
        return None;
    }
    let shapes: Vec<Vec<CellShape>> = rows
        .iter()
        .take(MOST_ROWS)
        .filter(|row| row.cells.len() <= count)
        .map(|row| row.cells.iter().map(shape).collect())
        .collect();
    let columns: Vec<ColumnShape> = (0..count)
        .map(|column| ColumnShape::of(&shapes, column))
        .collect();
    let mut telling = Telling {
        columns: &columns,
        roles: known.to_vec(),
    };
    telling.settle(ColumnRole::Row, |column| {
        (column.counts && column.most(column.numbers), column.numbers)
    });
    telling.settle(ColumnRole::Text, |column| {
        (column.is_wording(), column.sentences * 20 + column.words)
    });
    telling.settle(ColumnRole::Deadline, |column| {
        (column.most(column.deadlines), column.deadlines)
    });
    telling.settle(ColumnRole::Responsible, |column| {
        (column.most(column.names), column.names)
    });
    telling.settle_last_short();
    let text = telling.place(ColumnRole::Text)?;
    telling.settle_subject(text);
    let has = |role| telling.place(role).is_some_and(|at| columns[at].filled > 0);
    let decides =
        columns[text].most(columns[text].sentences) || columns[text].words >= 7 * columns[text].filled.max(1);
    Some(ToldColumns {
        has_wording: columns[text].is_wording(),
        is_certain: decides
            && (has(ColumnRole::Deadline) && columns[telling.place(ColumnRole::Deadline)?].deadlines > 0
                || has(ColumnRole::Row) && has(ColumnRole::Responsible) && count < 6),
        by_cells: known.iter().map(Option::is_none).collect(),
        roles: telling
            .roles
            .iter()
            .map(|role| role.unwrap_or(ColumnRole::Other))
            .collect(),
    })
}

struct Telling<'c> {
    columns: &'c [ColumnShape],
    roles: Vec<Option<ColumnRole>>,
}

impl Telling<'_> {
    fn place(&self, role: ColumnRole) -> Option<usize> {
        self.roles.iter().position(|known| *known == Some(role))
    }

    /// Gives a role that no head has to the open column that fits it best.
    fn settle(&mut self, role: ColumnRole, fit: impl Fn(ColumnShape) -> (bool, usize)) {
        let duty = matches!(role, ColumnRole::Deadline | ColumnRole::Responsible);
        if self.place(role).is_some() || (duty && self.place(ColumnRole::Duty).is_some()) {
            return;
        }
        let open = (0..self.roles.len()).filter(|at| self.roles[*at].is_none() && fit(self.columns[*at]).0);
        if let Some(best) = open.max_by_key(|at| (fit(self.columns[*at]).1, usize::MAX - at)) {
            self.roles[best] = Some(role);
        }
    }

    /// Where a table has deadlines, the only other column of short words says who.
    fn settle_last_short(&mut self) {
        let who = self
            .place(ColumnRole::Responsible)
            .or(self.place(ColumnRole::Duty));
        let (None, Some(_)) = (who, self.place(ColumnRole::Deadline)) else {
            return;
        };
        let open: Vec<usize> = (0..self.roles.len())
            .filter(|at| self.roles[*at].is_none() && self.columns[*at].is_short())
            .collect();
        if let [only] = open.as_slice() {
            self.roles[*only] = Some(ColumnRole::Responsible);
        }
    }

    /// A column of short words between the number and the wording is the subject.
    fn settle_subject(&mut self, text: usize) {
        if self.place(ColumnRole::Subject).is_some() {
            return;
        }
        let Some(row) = self.place(ColumnRole::Row) else {
            return;
        };
        let between = row.min(text) + 1..row.max(text);
        if between.len() == 1 && self.roles[between.start].is_none() && self.columns[between.start].is_short()
        {
            self.roles[between.start] = Some(ColumnRole::Subject);
        }
    }
}
