//! Rows of a table of people: each a line of attendance, and what stands beside it is kept.
//! Knows no head: the columns are given.

use std::ops::Range;

use super::account::left_over;
use super::attendance::status_of;
use super::doubt::DoubtKind;
use super::enumerate::number_alone;
use super::head_text::HeadText;
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text};
use super::reader::MinutesReader;
use super::roll::RollColumn;
use super::roll_line::{RollShape, attendance_row, one_line, roll_shape};
use super::roll_marks::{CellMark, cell_mark};
use super::tables::{RollHead, row_text};
use super::values::{ReadAttendance, ReadGuest, ReadStatus};
use super::words::first_words;
use crate::domain::names::whole_name;

/// Longest heading above a roll that is looked at, in words.
const HEADING_WORDS: usize = 8;

impl MinutesReader {
    /// Rows of a roll: each a line of attendance, or two where people stand side by side.
    pub(super) fn attendance_rows(&mut self, rows: &[&SourceLine], head: &RollHead) {
        let shape = roll_shape(
            rows.iter().map(|row| row.cells.as_slice()),
            &head.columns,
            self.status_above(),
        );
        for row in rows {
            if is_total(row) {
                self.raw(row.number, &row_text(row));
            } else {
                self.attendance_row_of(row, head, shape);
            }
        }
    }

    /// What the heading above a roll says of its names: «حضور و غیاب» says nothing of any of them.
    fn status_above(&self) -> Option<Option<ReadStatus>> {
        let above = self
            .line_above
            .as_deref()
            .map(|text| HeadText::of(text, HEADING_WORDS));
        let counts_both = above.is_some_and(|head| head.has(&["حضوروغیاب", "حضورغیاب"]));
        let said = status_of(self.section)?;
        Some((!counts_both).then_some(said))
    }

    fn attendance_row_of(&mut self, row: &SourceLine, head: &RollHead, shape: RollShape) {
        let turned = row.cells.len() == head.columns.len() && is_turned(row, &head.columns);
        let place = |at: usize| if turned { head.columns.len() - 1 - at } else { at };
        let order: Vec<Option<RollColumn>> = (0..head.columns.len())
            .map(|at| head.columns[place(at)])
            .collect();
        let mut parts: Vec<String> = Vec::new();
        let mut is_signer = false;
        let all = with_merged(row, &order);
        for people in side_by_side(&order) {
            let Some(cells) = all.get(people.start..people.end.min(all.len())) else {
                continue;
            };
            let Some(read) = attendance_row(cells, &order[people], shape) else {
                continue;
            };
            if read.contradicts {
                let name = read.line.name.clone();
                self.doubt(row.number, &row_text(row), DoubtKind::NamedTwice { name });
            }
            if self.section == MinutesPart::Signatures && self.is_listed(&read.line) {
                // Who was there signs below; the roll above has them with how they were there.
                is_signer = true;
            } else {
                self.take_attendance(read.line, &mut parts);
            }
        }
        if parts.is_empty() && !is_signer {
            return self.raw(row.number, &row_text(row));
        }
        for (at, cell) in row.cells.iter().enumerate() {
            let text = one_line(cell);
            let column = order.get(at).copied().flatten();
            if is_beside_the_roll(column, &text, &parts) {
                let name = if at < order.len() {
                    head.texts[place(at)].as_str()
                } else {
                    ""
                };
                let name = if name.is_empty() {
                    String::new()
                } else {
                    format!("{name}: ")
                };
                self.raw(row.number, &format!("{name}{text}"));
                parts.push(text);
            }
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        self.understood(row.number, &left_over(&row_text(row), &parts));
    }

    /// Keeps one line of attendance, among the guests where the section is theirs; `parts` gets its texts.
    fn take_attendance(&mut self, line: ReadAttendance, parts: &mut Vec<String>) {
        let texts = std::iter::once(line.name.as_str()).chain(line.beside_the_name());
        let texts: Vec<String> = texts.map(str::to_owned).collect();
        if self.section == MinutesPart::Guests {
            self.read.guests.push(guest(line));
        } else {
            line.person
                .iter()
                .chain(&line.representative)
                .for_each(|person| self.known.is_there(person));
            self.read.attendance.push(line);
        }
        parts.extend(texts);
    }

    /// Whether the roll has the seat that a row of signatures names, «معاون، اداره کل ...» or «نماینده اداره کل ...».
    fn is_listed(&self, line: &ReadAttendance) -> bool {
        let named = whole_name(&line.name);
        let mut known = self.read.attendance.iter().map(|one| whole_name(&one.name));
        known.any(|name| !name.is_empty() && named.ends_with(&name))
    }
}

/// The cells of a row of people, with what merged cells say for it, where the row names anybody itself.
fn with_merged(row: &SourceLine, columns: &[Option<RollColumn>]) -> Vec<CellParas> {
    let mut cells = row.cells.clone();
    let names = |column: Option<RollColumn>| {
        matches!(
            column,
            Some(RollColumn::Person | RollColumn::Organisation | RollColumn::Post)
        )
    };
    if cells
        .iter()
        .zip(columns)
        .any(|(cell, column)| names(*column) && !cell.is_empty())
    {
        for merged in &row.merged {
            if columns.get(merged.cell) != Some(&Some(RollColumn::Row)) {
                cells[merged.cell].clone_from(&merged.paras);
            }
        }
    }
    cells
}

/// A row of a table of guests: the person, and behind the name whatever else the row says.
fn guest(line: ReadAttendance) -> ReadGuest {
    let ReadAttendance {
        name,
        person,
        post,
        status: _,
        representative,
        representative_post,
        reason,
        arrived: _,
        departed: _,
    } = line;
    let (name, seat) = match person {
        Some(person) => (person, Some(name)),
        None => (name, None),
    };
    let rest = [post, seat, representative, representative_post, reason];
    let rest: Vec<String> = rest.into_iter().flatten().collect();
    ReadGuest {
        name,
        post: (!rest.is_empty()).then(|| rest.join("، ")),
    }
}

/// A row whose number stands at the other end than the head's.
fn is_turned(row: &SourceLine, columns: &[Option<RollColumn>]) -> bool {
    let numbered = |at: usize| {
        row.cells
            .get(at)
            .is_some_and(|cell| number_alone(&cell_text(cell)).is_some())
    };
    let Some(at) = columns.iter().position(|column| *column == Some(RollColumn::Row)) else {
        return false;
    };
    let other = columns.len() - 1 - at;
    at != other && !numbered(at) && numbered(other)
}

/// The columns of one person each, where a table has two people in a row: a role that comes again begins the next.
fn side_by_side(columns: &[Option<RollColumn>]) -> Vec<Range<usize>> {
    let first = columns.iter().position(|column| {
        matches!(
            column,
            Some(RollColumn::Row | RollColumn::Person | RollColumn::Organisation)
        )
    });
    let Some(first) = first else {
        return std::iter::once(0..columns.len()).collect();
    };
    let mut starts: Vec<usize> = (first..columns.len())
        // «نام | نام خانوادگی» are of one person.
        .filter(|at| columns[*at] == columns[first] && (*at == first || columns[at - 1] != columns[first]))
        .collect();
    starts[0] = 0;
    let ends = starts.iter().skip(1).copied().chain([columns.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

/// «جمع | ۱۲ نفر», «مجموع حاضرین»: the last row of a table that counts the others.
pub(super) fn is_total(row: &SourceLine) -> bool {
    let first = row
        .cells
        .iter()
        .map(cell_text)
        .find(|text| text.contains(char::is_alphabetic));
    let words = first.map(|text| first_words(&text, 5)).unwrap_or_default();
    let total = words
        .first()
        .is_some_and(|word| matches!(word.key.as_str(), "جمع" | "مجموع" | "جمعکل"));
    let counted = words.get(1).is_none_or(|word| {
        matches!(
            word.key.as_str(),
            "کل" | "حاضرین" | "غایبین" | "نفرات" | "اعضا" | "مصوبات"
        )
    });
    total && words.len() < 5 && counted
}

/// A cell of a roll that is no part of a line of attendance: a column in no list, a telephone, words under a tick.
fn is_beside_the_roll(column: Option<RollColumn>, text: &str, parts: &[String]) -> bool {
    if !text.contains(char::is_alphanumeric) {
        return false;
    }
    let told = || {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        left_over(text, &parts).is_empty()
    };
    match column {
        Some(RollColumn::Row | RollColumn::Signature | RollColumn::Arrival | RollColumn::Departure) => false,
        Some(RollColumn::Person | RollColumn::Post | RollColumn::Organisation) => false,
        Some(RollColumn::Mark(_) | RollColumn::Status) => cell_mark(text) == CellMark::Words && !told(),
        Some(
            RollColumn::Representative
            | RollColumn::RepresentativePost
            | RollColumn::Reason
            | RollColumn::Remark,
        ) => !told() && matches!(cell_mark(text), CellMark::Words | CellMark::Yes),
        None => true,
    }
}
