//! One row of a table of people as a line of attendance: who, how, why not, and when.
//! Knows no head and no member list: the columns are given, and names are as written.

use super::attendance::{name_and_post, said_status};
use super::lines::{CellParas, cell_text};
use super::roll::RollColumn;
use super::roll_marks::{CellMark, MarkStyle, cell_mark};
use super::values::{ReadAttendance, ReadStatus};
use super::when::when_in;
use super::words::{first_words, joined};
use crate::calendar::TimeOfDay;
use crate::domain::names::whole_name;

/// What may be told of a whole table before its rows are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RollShape {
    pub marks: MarkStyle,
    /// What its names are where a row says nothing else; none where that would be a guess.
    pub status: Option<ReadStatus>,
}

/// One row of a roll: the line, and whether it contradicts itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RollLine {
    pub line: ReadAttendance,
    /// Two statuses are ticked.
    pub contradicts: bool,
}

/// The texts of one row by column.
struct RollCells<'c> {
    cells: &'c [CellParas],
    columns: &'c [Option<RollColumn>],
}

impl RollCells<'_> {
    fn of(&self, wanted: RollColumn) -> Option<String> {
        let texts: Vec<String> = self
            .cells
            .iter()
            .zip(self.columns)
            .filter(|(_, column)| **column == Some(wanted))
            .map(|(cell, _)| one_line(cell))
            .filter(|text| !text.is_empty())
            .collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }

    /// A text that names somebody: it has letters, and says no status.
    fn name(&self, wanted: RollColumn) -> Option<String> {
        self.of(wanted)
            .filter(|text| text.chars().any(char::is_alphabetic))
    }

    fn mark(&self, wanted: RollColumn) -> CellMark {
        self.of(wanted).map_or(CellMark::Nothing, |text| cell_mark(&text))
    }

    /// The statuses that are ticked in columns of their own.
    fn ticked(&self, marks: MarkStyle) -> Vec<ReadStatus> {
        let mut found = Vec::new();
        for column in self.columns.iter().flatten() {
            let RollColumn::Mark(status) = column else {
                continue;
            };
            let mark = self.mark(*column);
            let said = match mark {
                CellMark::Says(said) => Some(said),
                _ if marks.is_yes(mark) => Some(*status),
                _ => None,
            };
            if let Some(said) = said.filter(|said| !found.contains(said)) {
                found.push(said);
            }
        }
        found
    }

    /// Whom the column of representatives names: the one who sits for the office, or who stood in for that one. Beside
    /// a status in words («نام نماینده | وضعیت») only another name than the holder's stood in.
    fn sitting_or_standing_in(&self, person: Option<&str>) -> (Option<String>, Option<String>) {
        let named = self
            .name(RollColumn::Representative)
            .filter(|text| cell_mark(text) == CellMark::Words);
        let has_status = matches!(
            self.mark(RollColumn::Status),
            CellMark::Says(ReadStatus::Present | ReadStatus::Video | ReadStatus::Absent)
        );
        let is_holder = |named: &String| person.is_none_or(|person| whole_name(person) == whole_name(named));
        match named {
            Some(named) if has_status && is_holder(&named) => (Some(named), None),
            named => (None, named),
        }
    }

    /// What the words of the row say: its status, a signature, a remark.
    fn said(&self, marks: MarkStyle) -> Option<ReadStatus> {
        let status = self.mark(RollColumn::Status);
        let signature = self.of(RollColumn::Signature);
        let signed = signature.as_deref().map_or(CellMark::Nothing, cell_mark);
        let spoken = [
            status,
            signed,
            self.mark(RollColumn::Reason),
            self.mark(RollColumn::Remark),
        ];
        let representative = self
            .of(RollColumn::Representative)
            .and_then(|text| said_status(&text));
        let mut in_words = spoken.into_iter().filter_map(|mark| match mark {
            CellMark::Says(said) => Some(said),
            _ => None,
        });
        let is_signed = signature
            .as_deref()
            .is_some_and(|text| joined(&first_words(text, 3)).starts_with("امضا"));
        if let Some(said) = in_words.next().or(representative) {
            Some(said)
        } else if marks.is_yes(status) || marks.is_yes(signed) || is_signed {
            Some(ReadStatus::Present)
        } else if marks.is_no(status) {
            Some(ReadStatus::Absent)
        } else {
            None
        }
    }
}

/// One row of an attendance table; `None` where it names nobody.
pub(super) fn attendance_row(
    cells: &[CellParas],
    columns: &[Option<RollColumn>],
    shape: RollShape,
) -> Option<RollLine> {
    let row = RollCells { cells, columns };
    let (person, post, organisation) = (
        row.name(RollColumn::Person),
        row.name(RollColumn::Post),
        row.name(RollColumn::Organisation),
    );
    let name = organisation.or_else(|| post.clone()).or_else(|| person.clone())?;
    let stood_in_post = row.name(RollColumn::RepresentativePost);
    let (sitting, stood_in) = row.sitting_or_standing_in(person.as_deref());
    let (sitting, sitting_post) = sitting.as_deref().map_or((None, None), name_and_post);
    let person = person.or(sitting.map(str::to_owned));
    let post = post.or(sitting_post.map(str::to_owned));
    let is_represented = stood_in.is_some() || shape.marks.is_yes(row.mark(RollColumn::Representative));
    let ticked = row.ticked(shape.marks);
    let (arrived, departed, remark) = hours_in(row.of(RollColumn::Remark));
    let arrived = arrived.or(row.of(RollColumn::Arrival).and_then(|text| hour_in(&text)));
    let departed = departed.or(row.of(RollColumn::Departure).and_then(|text| hour_in(&text)));
    let reason = reason_of(&row, remark);
    let mut status = match ticked.as_slice() {
        [only] => Some(*only),
        [ReadStatus::Absent, ReadStatus::Excused] | [ReadStatus::Excused, ReadStatus::Absent] => {
            Some(ReadStatus::Excused)
        }
        _ => None,
    };
    let said = row.said(shape.marks);
    // «غایب» by its tick and «مأموریت» beside it is an absence with a reason.
    if status == Some(ReadStatus::Absent) && said == Some(ReadStatus::Excused) {
        status = said;
    }
    let has_reason = row
        .name(RollColumn::Reason)
        .is_some_and(|text| cell_mark(&text) == CellMark::Words);
    let status = status
        .or(said)
        .or_else(|| has_reason.then_some(ReadStatus::Excused))
        .or_else(|| arrived.map(|_| ReadStatus::Present))
        .or(shape.status);
    let away = matches!(status, Some(ReadStatus::Absent | ReadStatus::Excused));
    let status = if is_represented && !away {
        Some(ReadStatus::Represented)
    } else {
        status
    };
    let (stand_in, stand_in_post) = stood_in.as_deref().map_or((None, None), name_and_post);
    Some(RollLine {
        contradicts: ticked.len() > 1 && status.is_none(),
        line: ReadAttendance {
            person: person.filter(|person| *person != name),
            post: post.filter(|post| *post != name),
            name,
            status: status.unwrap_or(ReadStatus::Unticked),
            representative: stand_in.map(str::to_owned),
            representative_post: stand_in_post.map(str::to_owned).or(stood_in_post),
            reason,
            arrived,
            departed,
        },
    })
}

/// What may stand as the reason: words, and neither a number nor a dash nor a telephone.
fn reason_of(row: &RollCells, remark: Option<String>) -> Option<String> {
    let worded = |text: &String| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let nothing = |text: &String| matches!(cell_mark(text), CellMark::No | CellMark::Yes | CellMark::Nothing);
    let texts: Vec<String> = [row.of(RollColumn::Reason), remark]
        .into_iter()
        .flatten()
        .filter(|text| worded(text) && !nothing(text))
        .collect();
    (!texts.is_empty()).then(|| texts.join("؛ "))
}

/// What is told of a table by all its rows together. `by_heading` is what the heading above says of its names, where there is one.
///
/// A list of names without a column for it is of those who were there; where some rows are signed, the others are not.
pub(super) fn roll_shape<'r>(
    rows: impl Iterator<Item = &'r [CellParas]>,
    columns: &[Option<RollColumn>],
    by_heading: Option<Option<ReadStatus>>,
) -> RollShape {
    let mut marks = MarkStyle::default();
    let mut is_signed = false;
    for cells in rows {
        for (cell, column) in cells.iter().zip(columns) {
            let text = one_line(cell);
            let mark = cell_mark(&text);
            let is_signature = *column == Some(RollColumn::Signature);
            is_signed |= is_signature && !matches!(mark, CellMark::Nothing | CellMark::Says(_));
            let is_marked = is_signature || matches!(column, Some(RollColumn::Mark(_) | RollColumn::Status));
            marks.crosses_deny |= is_marked && mark == CellMark::Yes && !text.contains('☒');
        }
    }
    let has_marks = columns
        .iter()
        .any(|column| matches!(column, Some(RollColumn::Mark(_) | RollColumn::Status)));
    let listed = (!is_signed).then_some(ReadStatus::Present);
    RollShape {
        marks,
        status: by_heading.unwrap_or(listed).filter(|_| !has_marks),
    }
}

/// The hours that a remark tells, «ورود ۰۹:۱۰؛ خروج ۱۱:۰۰», and what else it says.
fn hours_in(remark: Option<String>) -> (Option<TimeOfDay>, Option<TimeOfDay>, Option<String>) {
    let (mut arrived, mut departed) = (None, None);
    let Some(written) = remark else {
        return (None, None, None);
    };
    let mut rest: Vec<&str> = Vec::new();
    for part in written.split('؛').map(str::trim).filter(|part| !part.is_empty()) {
        let time = |word| {
            part.strip_prefix(word)
                .and_then(|time| TimeOfDay::parse(time).ok())
        };
        match (time("ورود"), time("خروج")) {
            (Some(time), _) => arrived = Some(time),
            (None, Some(time)) => departed = Some(time),
            (None, None) => rest.push(part),
        }
    }
    if arrived.is_none() && departed.is_none() {
        return (None, None, Some(written));
    }
    (arrived, departed, (!rest.is_empty()).then(|| rest.join("؛ ")))
}

/// The hour that a cell of its own tells.
fn hour_in(text: &str) -> Option<TimeOfDay> {
    when_in(text, true).times.first().map(|(time, _)| *time)
}

pub(super) fn one_line(cell: &CellParas) -> String {
    cell_text(cell).replace('\n', " ")
}
