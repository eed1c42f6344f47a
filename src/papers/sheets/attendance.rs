//! Attendance in sheets: a seat in a row, of one session with all that is known, of a year with a session in a column.
//! Does not know how a rate is reckoned.

use super::{columns, text};
use crate::domain::attendance::{Attendance, Representative};
use crate::domain::session::Guest;
use crate::exchange::sheet::{Sheet, SheetColumn, SheetValue};
use crate::office::query::{RollRow, SessionView};
use crate::office::report::Report;
use crate::say;
use crate::words::Words;
use std::collections::HashMap;

/// The roll of a session; guests stand behind the seats.
pub(super) fn sheet(words: &Words, view: &SessionView) -> Sheet {
    let heads = columns(
        words,
        &[
            ("head-order", 7),
            ("head-seat", 40),
            ("head-holder", 24),
            ("head-post", 20),
            ("field-presence", 16),
            ("field-representative", 24),
            ("field-representative-post", 20),
            ("field-reason", 20),
            ("field-arrived", 8),
            ("field-departed", 8),
            ("field-again", 16),
        ],
    );
    let seats = view.roll.iter().map(|row| seat(words, view, row));
    let guests = view.session.guests.iter().map(|one| guest(words, one));
    super::sheet(words, "sheet-attendance", heads, seats.chain(guests).collect())
}

fn seat(words: &Words, view: &SessionView, row: &RollRow) -> Vec<SheetValue> {
    // Earlier absences and who stood in last are offered to the one who ticks; they are no part of the session.
    let RollRow {
        seat,
        attendance,
        last: _,
        absences: _,
    } = row;
    let Attendance {
        session: _,
        seat: _,
        status,
        person,
        representative,
        reason,
        arrived,
        departed,
        again,
        extra: _,
    } = attendance;
    let holder = seat.holder_on(view.session.date).filter(|_| person.is_none());
    let name = person.as_ref().or(holder.map(|holder| &holder.name));
    let nobody = Representative::default();
    let Representative { name: stand_in, post } = representative.as_ref().unwrap_or(&nobody);
    let time = |time: &Option<_>| text(time.map(|time| words.time(time)).unwrap_or_default());
    vec![
        SheetValue::Count(seat.order.into()),
        SheetValue::Text(seat.name.clone()),
        SheetValue::some(name),
        SheetValue::some(holder.and_then(|holder| holder.post.as_ref())),
        SheetValue::Text(say::presence(words, *status).0),
        SheetValue::some(stand_in.as_ref()),
        SheetValue::some(post.as_ref()),
        SheetValue::some(reason.as_ref()),
        time(arrived),
        time(departed),
        text(say::stretches(words, again)),
    ]
}

fn guest(words: &Words, Guest { name, post }: &Guest) -> Vec<SheetValue> {
    let mut cells = vec![SheetValue::Empty; 11];
    cells[1] = SheetValue::Text(words.say("paper-guest"));
    cells[2] = SheetValue::Text(name.clone());
    cells[3] = SheetValue::some(post.as_ref());
    cells
}

/// Who was there when: a seat in a row, a session in a column; blank where the seat was not expected.
pub(super) fn over_sessions(words: &Words, report: &Report) -> Sheet {
    let marks: HashMap<(u32, u32), _> = report
        .marks
        .iter()
        .map(|mark| ((mark.seat, mark.session), mark.presence))
        .collect();
    let mut heads = columns(words, &[("head-body", 16), ("head-seat", 40)]);
    let sessions = 0..u32::try_from(report.sessions.len()).unwrap_or(u32::MAX);
    heads.extend(sessions.clone().map(|at| SheetColumn {
        head: session(words, report, at),
        width: 16,
    }));
    let row = |(at, seat): (u32, &crate::domain::seat::Seat)| {
        let body = report.body(&seat.body).map(|body| body.brief().to_owned());
        let mut cells = vec![
            text(body.unwrap_or_default()),
            SheetValue::Text(seat.name.clone()),
        ];
        cells.extend(sessions.clone().map(|session| {
            let presence = marks.get(&(at, session));
            text(
                presence
                    .map(|one| say::presence(words, *one).0)
                    .unwrap_or_default(),
            )
        }));
        cells
    };
    let rows = (0..).zip(&report.seats).map(row).collect();
    super::sheet(words, "sheet-marks", heads, rows)
}

fn session(words: &Words, report: &Report, at: u32) -> String {
    say::figures::subject(words, report, &crate::domain::figures::Subject::Session(at))
}
