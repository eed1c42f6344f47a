//! What was understood of minutes, for the person who imports them. Does not know how they were read.

use super::super::call::Call;
use super::super::fault::Fault;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::Body;
use crate::domain::session::KeptLine;
use crate::domain::warnings::{self, Warning};
use crate::office::command::{Doubt, DoubtKind, ImportedSession};
use crate::office::seating::{NamedSeat, Seating};
use crate::say::{self, doubts, sentences};

/// The same file was imported before.
pub(super) fn already(call: &Call, name: &str, session: &str) -> Result<(), Fault> {
    let heading = call.say_with("import-file", &[("file", name.into())]);
    let already = call.say_with("refusal-already-imported", &[("session", session.into())]);
    call.print(&format!("{heading}\n{already}\n"))
}

/// What was found out about minutes before they are stored.
pub(super) struct Reported<'a> {
    /// The session as it was read.
    pub imported: &'a ImportedSession,
    /// The body, where the office has it already.
    pub known: Option<&'a Body>,
    /// What becomes of the names of the attendance.
    pub seating: &'a Seating,
}

/// Body, ordinal, date, counts, warnings, doubts, and every line that was kept as it stood.
pub(super) fn of(call: &Call, name: &str, reported: &Reported) -> String {
    let Reported {
        imported,
        known,
        seating,
    } = reported;
    let mut lines = vec![call.say_with("import-file", &[("file", name.into())])];
    lines.push(match known {
        Some(body) => call.say_with("import-body", &[("body", body.name.as_str().into())]),
        None => call.say_with("import-new-body", &[("body", imported.body_name.as_str().into())]),
    });
    lines.push(session(call, imported));
    lines.push(counts(call, imported));
    if !imported.attendance.is_empty() {
        lines.push(seats(call, imported, seating));
    }
    if imported.resolutions.is_empty() {
        lines.push(call.say("import-no-resolutions"));
    }
    lines.extend(warned(call, imported));
    // What the seats say of a name that stands twice tells more.
    let told_by_seat = |doubt: &&Doubt| {
        let of_seat =
            |other: &Doubt| other.text == doubt.text && matches!(other.kind, DoubtKind::SeatTwice { .. });
        matches!(doubt.kind, DoubtKind::NamedTwice { .. }) && seating.doubts.iter().any(of_seat)
    };
    let read = imported.doubts.iter().filter(|doubt| !told_by_seat(doubt));
    let doubts: Vec<&Doubt> = read.chain(&seating.doubts).collect();
    lines.extend(doubted(call, &doubts));
    let kept: Vec<&KeptLine> = imported.source.kept.iter().chain(&seating.kept).collect();
    if !kept.is_empty() {
        lines.push(call.say_with("import-kept", &[("count", kept.len().into())]));
        lines.extend(kept.into_iter().map(|line| kept_line(call, line)));
    } else if doubts.is_empty() && !imported.resolutions.is_empty() && !leaves_rows_out(imported) {
        lines.push(call.say("import-nothing-kept"));
    }
    lines.join("\n")
}

/// Whether the numbers of the rows leave some out: then nobody knows that all of them were read.
fn leaves_rows_out(imported: &ImportedSession) -> bool {
    let rows: Vec<Option<u32>> = imported.resolutions.iter().map(|r| r.row).collect();
    let warnings = warnings::of_session(&imported.session, &rows);
    warnings
        .iter()
        .any(|warning| matches!(warning, Warning::RowGap { .. }))
}

/// A kept line is one line of the report, however long.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kept_line(call: &Call, line: &KeptLine) -> String {
    let text = on_one_line(&line.text);
    match line.number {
        0 => call.say_with("import-kept-text", &[("text", text.into())]),
        number => call.say_with(
            "import-kept-line",
            &[("number", number.into()), ("text", text.into())],
        ),
    }
}

/// Names of the attendance against seats and guests.
fn seats(call: &Call, imported: &ImportedSession, seating: &Seating) -> String {
    let count = |wanted: &dyn Fn(&(NamedSeat, Attendance)) -> bool| {
        seating.seats.iter().filter(|seat| wanted(seat)).count()
    };
    let args = [
        ("names", imported.attendance.len().into()),
        (
            "known",
            count(&|(seat, _)| matches!(seat, NamedSeat::Known(_))).into(),
        ),
        (
            "new",
            count(&|(seat, _)| matches!(seat, NamedSeat::New(_))).into(),
        ),
        (
            "unticked",
            count(&|(_, mark)| mark.status == Presence::Unticked).into(),
        ),
        ("guests", seating.guests.len().into()),
    ];
    call.say_with("import-seats", &args)
}

/// Every doubt beside its line of the source.
fn doubted(call: &Call, doubts: &[&Doubt]) -> Vec<String> {
    if doubts.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![call.say_with("import-doubts", &[("count", doubts.len().into())])];
    for Doubt { number, text, kind } in doubts {
        let doubt = doubts::doubt(&call.words, kind);
        let text = on_one_line(text);
        lines.push(match (number, text.is_empty()) {
            (_, true) => call.say_with("import-doubt", &[("doubt", doubt.into())]),
            (0, false) => call.say_with(
                "import-doubt-text",
                &[("text", text.into()), ("doubt", doubt.into())],
            ),
            (number, false) => {
                let args = [
                    ("number", (*number).into()),
                    ("text", text.into()),
                    ("doubt", doubt.into()),
                ];
                call.say_with("import-doubt-line", &args)
            }
        });
    }
    lines
}

fn session(call: &Call, imported: &ImportedSession) -> String {
    let head = &imported.session;
    let ordinal = match (head.ordinal, head.year) {
        (Some(ordinal), Some(year)) => {
            // A year is no amount: it goes in as text, without grouping.
            let year = call.words.number(year);
            call.say_with(
                "import-ordinal-year",
                &[("ordinal", ordinal.into()), ("year", year.into())],
            )
        }
        (Some(ordinal), None) => call.say_with("import-ordinal", &[("ordinal", ordinal.into())]),
        (None, _) => call.say("import-no-ordinal"),
    };
    let date = match head.date {
        Some(day) => {
            let args = [
                ("date", call.words.day(day).into()),
                ("weekday", say::weekday(&call.words, day).into()),
            ];
            call.say_with("import-date", &args)
        }
        None => call.say("import-no-date"),
    };
    format!("{ordinal}\n{date}")
}

fn counts(call: &Call, imported: &ImportedSession) -> String {
    let args = [
        ("agenda", imported.session.agenda.len().into()),
        ("notes", imported.notes.len().into()),
        ("attendance", imported.attendance.len().into()),
        ("guests", imported.session.guests.len().into()),
        ("resolutions", imported.resolutions.len().into()),
        ("annexes", imported.session.annexes.len().into()),
    ];
    call.say_with("import-counts", &args)
}

fn warned(call: &Call, imported: &ImportedSession) -> Vec<String> {
    let rows: Vec<Option<u32>> = imported.resolutions.iter().map(|r| r.row).collect();
    let mut lines: Vec<String> = warnings::of_session(&imported.session, &rows)
        .iter()
        .map(|warning| sentences::warning(&call.words, warning))
        .map(|warning| call.say_with("show-warning", &[("warning", warning.into())]))
        .collect();
    let of_rows = warnings::of_resolutions(imported.session.date, &imported.resolutions);
    for (place, (resolution, warnings)) in (1u32..).zip(imported.resolutions.iter().zip(of_rows)) {
        for warning in warnings {
            let warning = sentences::warning(&call.words, &warning);
            let (id, row) = match resolution.row {
                Some(row) => ("import-row-warning", row),
                None => ("import-place-warning", place),
            };
            lines.push(call.say_with(id, &[("row", row.into()), ("warning", warning.into())]));
        }
    }
    lines
}
