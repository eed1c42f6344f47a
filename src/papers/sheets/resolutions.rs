//! Resolutions in a sheet: a row for each, and one for each of its clauses with what is the clause's own.
//! Does not know where the rows come from.

use super::{both, columns, count, text};
use crate::calendar::{Day, Holidays};
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{ClauseState, Granted, Resolution, Responsible, Status};
use crate::domain::wording;
use crate::exchange::sheet::{Sheet, SheetColumn, SheetValue};
use crate::office::query::ResolutionRow;
use crate::papers::plain::line;
use crate::papers::terms;
use crate::say;
use crate::words::Words;

/// The sheet of these resolutions as they stand on `today`.
pub(super) fn sheet(words: &Words, rows: &[ResolutionRow], today: Day) -> Sheet {
    let rows = rows.iter().flat_map(|row| of_resolution(words, row, today));
    super::sheet(words, "sheet-resolutions", heads(words), rows.collect())
}

fn heads(words: &Words) -> Vec<SheetColumn> {
    columns(
        words,
        &[
            ("head-id", 14),
            ("head-body", 16),
            ("head-session", 26),
            ("sheet-date-true", 13),
            ("head-date", 12),
            ("field-row", 7),
            ("field-clause", 7),
            ("field-subject", 24),
            ("field-text", 70),
            ("field-deadline", 18),
            ("sheet-due-true", 13),
            ("head-due", 12),
            ("sheet-days-late", 9),
            ("field-responsible", 30),
            ("field-status", 13),
            ("sheet-last-follow-up", 40),
            ("head-vote", 30),
        ],
    )
}

/// What a row of the sheet tells of a resolution or of one of its clauses.
struct SheetPart<'a> {
    letter: Option<&'a str>,
    text: &'a str,
    deadline: Option<&'a Deadline>,
    due: Option<Day>,
    days_late: u32,
    responsible: &'a [Responsible],
    status: Status,
    overdue: bool,
}

fn of_resolution(words: &Words, row: &ResolutionRow, today: Day) -> Vec<Vec<SheetValue>> {
    let resolution = &row.resolution;
    let own = row.own_due();
    let is_late = late(row, &resolution.granted(), row.status, today);
    let whole = SheetPart {
        letter: None,
        text: &resolution.text,
        deadline: resolution.deadline.as_ref(),
        due: own,
        days_late: if is_late {
            days_late(row, &resolution.granted(), today)
        } else {
            0
        },
        responsible: &resolution.responsible,
        status: row.status,
        overdue: row.overdue,
    };
    let mut rows = vec![cells(words, row, &whole)];
    let spans = wording::clauses(&resolution.text);
    let nothing = ClauseState::default();
    for letter in resolution.known_letters() {
        let span = spans.iter().find(|span| span.letter == letter);
        let state = resolution.clauses.get(&letter).unwrap_or(&nothing);
        let text = span.map_or("", |span| &resolution.text[span.text_byte.clone()]);
        let clause = of_clause(row, &letter, text, state, today);
        rows.push(cells(words, row, &clause));
    }
    rows
}

fn of_clause<'a>(
    row: &ResolutionRow,
    letter: &'a str,
    text: &'a str,
    state: &'a ClauseState,
    today: Day,
) -> SheetPart<'a> {
    let ClauseState {
        responsible,
        deadline,
        status,
        // The day in force is told; each of the longer times stands on the resolution's page.
        extensions: _,
    } = state;
    let granted = row.resolution.granted_to(letter, state);
    let overdue = late(row, &granted, *status, today);
    SheetPart {
        letter: Some(letter),
        text,
        deadline: deadline.as_ref(),
        due: granted.due(row.session_date, row.session_after),
        days_late: if overdue {
            days_late(row, &granted, today)
        } else {
            0
        },
        responsible,
        status: *status,
        overdue,
    }
}

/// Whether what is still to be met is past its day.
fn late(row: &ResolutionRow, granted: &Granted, status: Status, today: Day) -> bool {
    let due = granted.due(row.session_date, row.session_after);
    let in_force = granted.in_force(row.session_date);
    let is_past = due
        .zip(in_force)
        .is_some_and(|(due, (deadline, _))| deadline.is_overdue(due, today, &Holidays::built_in()));
    is_past && status == Status::Open
}

/// Days since the first day, from which delay counts where longer times were granted.
fn days_late(row: &ResolutionRow, granted: &Granted, today: Day) -> u32 {
    let first = granted.first_due(row.session_date, row.session_after);
    let first = first.or_else(|| granted.due(row.session_date, row.session_after));
    first.map_or(0, |first| u32::try_from(first.days_until(today)).unwrap_or(0))
}

fn cells(words: &Words, row: &ResolutionRow, part: &SheetPart) -> Vec<SheetValue> {
    // Notes, references and read-back are for the session's own page; warnings are for its secretary.
    let Resolution {
        id,
        row: number,
        subject,
        follow_ups,
        position: _,
        text: _,
        clauses: _,
        deadline: _,
        responsible: _,
        status: _,
        follows: _,
        from_note: _,
        agenda_item: _,
        extensions: _,
        agreed: _,
        vote,
        confidential: _,
        attachments: _,
        // What they set right stands in the cells.
        corrected: _,
        extra: _,
    } = &row.resolution;
    let about = |clause: &Option<String>| clause.as_deref() == part.letter;
    let last = follow_ups.iter().rfind(|one| about(&one.clause));
    let last = last.map(|one| line(&terms::follow_up(words, one)));
    let voted = vote.as_ref().filter(|_| part.letter.is_none());
    let voted = voted.map(|vote| say::voted(words, vote, row.came_about.tallied));
    let [date, date_text] = both(words, row.session_date);
    let [due, due_text] = both(words, part.due);
    vec![
        SheetValue::Text(id.to_string()),
        SheetValue::Text(row.body_name.clone()),
        SheetValue::Text(say::session_of(words, row)),
        date,
        date_text,
        count(*number),
        text(part.letter.unwrap_or_default().to_owned()),
        SheetValue::some(subject.as_ref()),
        text(part.text.to_owned()),
        text(line(&terms::written(part.deadline))),
        due,
        due_text,
        count((part.days_late > 0).then_some(part.days_late)),
        text(line(&terms::responsible(part.responsible))),
        SheetValue::Text(say::status(words, part.status, part.overdue).0),
        text(last.unwrap_or_default()),
        text(voted.unwrap_or_default()),
    ]
}
