//! Heads of tables of people: which column holds what.
//! Knows no row below the head.

use super::enumerate::number_alone;
use super::head_text::{HeadText, is_count_sign};
use super::head_words::{
    ABSENT_WHOLE, ARRIVAL, CONTACT, DEPARTURE, EXCUSED, ORGANISATION, ORGANISATION_WHOLE, PERSON_STARTS,
    PERSON_WHOLE, POST, PRESENT_WHOLE, REASON, REMARK, REPRESENTATIVE, ROW, SIGNATURE, STATUS, VIDEO,
};
use super::heads::told_by_head;
use super::labels::ends_with_verb;
use super::lines::{CellParas, cell_text};
use super::values::ReadStatus;

/// Longest head of a column, in words.
const HEAD_WORDS: usize = 7;

/// What a column of an attendance table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RollColumn {
    Row,
    Person,
    Post,
    Organisation,
    Representative,
    RepresentativePost,
    /// The status in words, or a tick under «حضور».
    Status,
    /// A tick for one status.
    Mark(ReadStatus),
    Reason,
    Remark,
    Arrival,
    Departure,
    Signature,
}

/// The columns of an attendance table, if the cells are its head.
pub(super) fn attendance_columns(cells: &[CellParas]) -> Option<Vec<Option<RollColumn>>> {
    roll_columns(cells, false)
}

/// The same; among names (below «حاضرین») a number and a name are a table of people too.
pub(super) fn roll_columns(cells: &[CellParas], among_names: bool) -> Option<Vec<Option<RollColumn>>> {
    // «۷ | سازمان آب | حاضر» is a row: a head counts nothing.
    if cells.len() < 2 || cells.iter().any(|cell| number_alone(&cell_text(cell)).is_some()) {
        return None;
    }
    let mut columns: Vec<Option<RollColumn>> =
        cells.iter().map(|cell| told_by_head(cell, column_of)).collect();
    settle_marks(&mut columns, cells);
    settle_titles(&mut columns, cells);
    settle_names(&mut columns, cells);
    let known = columns.iter().flatten().count();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let has = |wanted: RollColumn| columns.contains(&Some(wanted));
    let names = has(RollColumn::Person) || has(RollColumn::Organisation) || has(RollColumn::Post);
    let tells = |column: &RollColumn| {
        matches!(
            column,
            RollColumn::Post
                | RollColumn::Status
                | RollColumn::Signature
                | RollColumn::Representative
                | RollColumn::Mark(_)
        ) || (among_names && matches!(column, RollColumn::Row))
    };
    let others =
        columns.iter().flatten().any(tells) || (has(RollColumn::Person) && has(RollColumn::Organisation));
    (names && others && known >= 2 && known * 2 >= filled).then_some(columns)
}

/// «حضور» beside «غیاب» is a tick for those present; «حضوری» beside «مجازی» too.
fn settle_marks(columns: &mut [Option<RollColumn>], cells: &[CellParas]) {
    let marked = columns
        .iter()
        .any(|column| matches!(column, Some(RollColumn::Mark(_))));
    for (column, cell) in columns.iter_mut().zip(cells) {
        let is_presence = || HeadText::of(&cell_text(cell), HEAD_WORDS).is(&["حضور"]);
        if marked && *column == Some(RollColumn::Status) && is_presence() {
            *column = Some(RollColumn::Mark(ReadStatus::Present));
        }
    }
}

/// «عنوان» beside a name is a post.
fn settle_titles(columns: &mut [Option<RollColumn>], cells: &[CellParas]) {
    if !columns.contains(&Some(RollColumn::Person)) || columns.contains(&Some(RollColumn::Post)) {
        return;
    }
    for (column, cell) in columns.iter_mut().zip(cells) {
        if column.is_none() && HeadText::of(&cell_text(cell), HEAD_WORDS).is(&["عنوان", "مقام"]) {
            *column = Some(RollColumn::Post);
        }
    }
}

/// «حاضرین» beside «سمت», without a column of names, is one.
fn settle_names(columns: &mut [Option<RollColumn>], cells: &[CellParas]) {
    let names =
        |column: &Option<RollColumn>| matches!(column, Some(RollColumn::Person | RollColumn::Organisation));
    let marks: Vec<usize> = (0..columns.len())
        .filter(|at| matches!(columns[*at], Some(RollColumn::Mark(_))))
        .collect();
    let [only] = marks.as_slice() else { return };
    let is_list = HeadText::of(&cell_text(&cells[*only]), HEAD_WORDS).is(&["حاضرین", "حاضران", "حضار"]);
    if is_list && columns.contains(&Some(RollColumn::Post)) && !columns.iter().any(names) {
        columns[*only] = Some(RollColumn::Person);
    }
}

fn column_of(text: &str) -> Option<RollColumn> {
    if is_count_sign(text) {
        return Some(RollColumn::Row);
    }
    let head = HeadText::of(text, HEAD_WORDS);
    if head.len() == 0 || head.len() > HEAD_WORDS || ends_with_verb(text) {
        None
    } else if head.is(ROW) {
        Some(RollColumn::Row)
    } else {
        presence_column(&head).or_else(|| name_column(&head))
    }
}

/// Columns that say how a seat took part.
fn presence_column(head: &HeadText) -> Option<RollColumn> {
    if head.has(SIGNATURE) {
        Some(RollColumn::Signature)
    } else if head.has(CONTACT) {
        None
    } else if head.starts(REASON) {
        Some(RollColumn::Reason)
    } else if head.starts(REMARK) {
        Some(RollColumn::Remark)
    } else if head.is(ARRIVAL) {
        Some(RollColumn::Arrival)
    } else if head.is(DEPARTURE) {
        Some(RollColumn::Departure)
    } else if head.has(STATUS) || head.is(&["حضور", "حغ", "حضوردرجلسه", "شرکتدرجلسه"])
    {
        Some(RollColumn::Status)
    } else if head.is(PRESENT_WHOLE) {
        Some(RollColumn::Mark(ReadStatus::Present))
    } else if head.is(ABSENT_WHOLE) {
        Some(RollColumn::Mark(ReadStatus::Absent))
    } else if head.starts(EXCUSED) {
        Some(RollColumn::Mark(ReadStatus::Excused))
    } else if head.starts(VIDEO) {
        Some(RollColumn::Mark(ReadStatus::Video))
    } else {
        None
    }
}

/// Columns that name somebody.
fn name_column(head: &HeadText) -> Option<RollColumn> {
    if head.has(CONTACT) {
        None
    } else if head.has(REPRESENTATIVE) {
        let post = head.starts(&["سمت", "پست"]);
        Some(if post {
            RollColumn::RepresentativePost
        } else {
            RollColumn::Representative
        })
    } else if head.starts(PERSON_STARTS) || head.is(PERSON_WHOLE) {
        Some(RollColumn::Person)
    } else if head.has(POST) {
        Some(RollColumn::Post)
    } else if head.has(ORGANISATION) || head.is(ORGANISATION_WHOLE) {
        Some(RollColumn::Organisation)
    } else {
        None
    }
}
