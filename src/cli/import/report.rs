//! What was understood of minutes, for the person who imports them. Does not know how they were read.

use super::super::call::Call;
use super::super::fault::Fault;
use crate::domain::body::Body;
use crate::domain::warnings;
use crate::office::command::ImportedSession;
use crate::say::{self, sentences};

/// The same file was imported before.
pub(super) fn already(call: &Call, name: &str, session: &str) -> Result<(), Fault> {
    let heading = call.say_with("import-file", &[("file", name.into())]);
    let already = call.say_with("refusal-already-imported", &[("session", session.into())]);
    call.print(&format!("{heading}\n{already}\n"))
}

/// Body, ordinal, date, counts, warnings, and every line that was kept as it stood. `known` is the body, where the
/// office has it already.
pub(super) fn of(call: &Call, name: &str, imported: &ImportedSession, known: Option<&Body>) -> String {
    let mut lines = vec![call.say_with("import-file", &[("file", name.into())])];
    lines.push(match known {
        Some(body) => call.say_with("import-body", &[("body", body.name.as_str().into())]),
        None => call.say_with("import-new-body", &[("body", imported.body_name.as_str().into())]),
    });
    lines.push(session(call, imported));
    lines.push(counts(call, imported));
    lines.extend(warned(call, imported));
    let kept = &imported.source.kept;
    if kept.is_empty() {
        lines.push(call.say("import-nothing-kept"));
    } else {
        lines.push(call.say_with("import-kept", &[("count", kept.len().into())]));
        for line in kept {
            // A kept line is one line of the report, however long.
            let text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
            lines.push(call.say_with(
                "import-kept-line",
                &[("number", line.number.into()), ("text", text.into())],
            ));
        }
    }
    lines.join("\n")
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
