//! Importing lists of organisations and members. Does not know how a list is read from CSV.

use super::super::fault::Fault;
use super::Import;
use crate::domain::ids::{OrganisationId, SeatId};
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::exchange::members_csv::{LeftOut, MemberList, MemberListError, read_members};
use crate::exchange::{DecodeError, decode};
use crate::office::Office;
use crate::office::command::{Command, ImportedMembers};
use crate::office::read;
use std::collections::HashMap;

/// Takes in a list as one change: an import with a slip in it is taken back as it came.
pub(super) fn import(import: &Import, name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let call = import.call;
    let text = decode(bytes).map_err(|error| {
        Fault::not_done(match error {
            DecodeError::UnknownEncoding { first_bad_byte } => {
                call.say_with("file-encoding", &[("byte", (first_bad_byte + 1).into())])
            }
            _ => call.say("file-binary"),
        })
    })?;
    let list = read_members(&text).map_err(|error| unreadable(import, &error))?;
    let of_members = list.of_members || import.args.body.is_some();
    if let (true, Some(line)) = (of_members, list.lines.iter().find(|line| line.body.is_none()))
        && import.args.body.is_none()
    {
        return Err(Fault::not_done(
            call.say_with("members-no-body", &[("line", line.line.into())]),
        ));
    }
    let heading = call.say_with("import-file", &[("file", name.into())]);
    let count = call.say_with("members-count", &[("lines", list.lines.len().into())]);
    let told = std::iter::once(heading)
        .chain([count])
        .chain(left_out(import, &list));
    let told = told.collect::<Vec<_>>().join("\n");
    let Some(office) = import.target() else {
        return call.print(&format!("{told}\n{}", call.say("import-rehearsal")));
    };
    let before = records(import, office)?;
    let members = ImportedMembers {
        lines: list.lines,
        of_members,
        body_name: import.args.body.clone(),
    };
    let done = call.execute(office, Command::ImportMembers(Box::new(members)));
    let done = done.map_err(|failure| call.failed(office, &failure))?;
    let changed = changed(&before, &records(import, office)?);
    let outcome = match done.entry {
        None => call.say("import-nothing-new"),
        Some(_) => call.say_with(
            "members-done",
            &[("made", done.created.len().into()), ("changed", changed.into())],
        ),
    };
    call.print(&format!("{told}\n{outcome}\n"))
}

/// What of the list has no place among members, and what was taken for something else.
fn left_out(import: &Import, list: &MemberList) -> Vec<String> {
    let call = import.call;
    let part = |part: &LeftOut| match part {
        LeftOut::Column { head, filled } if head.is_empty() => {
            call.say_with("members-left-out-nameless", &[("filled", (*filled).into())])
        }
        LeftOut::Column { head, filled } => call.say_with(
            "members-left-out-column",
            &[("head", head.into()), ("filled", (*filled).into())],
        ),
        LeftOut::Line { line, text } => call.say_with(
            "members-left-out-line",
            &[("line", (*line).into()), ("text", text.into())],
        ),
    };
    let by_posts = list.seats_are_posts.then(|| call.say("members-seats-are-posts"));
    list.left_out.iter().map(part).chain(by_posts).collect()
}

/// The organisations and seats of the office.
fn records(import: &Import, office: &Office) -> Result<(Vec<Organisation>, Vec<Seat>), Fault> {
    let failed = |failure| import.call.failed(office, &failure);
    let bodies = read::bodies(office).map_err(failed)?;
    let organisations = read::organisations(office).map_err(failed)?;
    Ok((
        organisations,
        bodies.into_iter().flat_map(|(_, seats)| seats).collect(),
    ))
}

/// How many records were there before and stand otherwise now.
fn changed(before: &(Vec<Organisation>, Vec<Seat>), after: &(Vec<Organisation>, Vec<Seat>)) -> usize {
    let organisations: HashMap<&OrganisationId, &Organisation> = after.0.iter().map(|o| (&o.id, o)).collect();
    let seats: HashMap<&SeatId, &Seat> = after.1.iter().map(|seat| (&seat.id, seat)).collect();
    let organisations = before.0.iter().filter(|o| organisations.get(&o.id) != Some(o));
    let seats = before.1.iter().filter(|seat| seats.get(&seat.id) != Some(seat));
    organisations.count() + seats.count()
}

fn unreadable(import: &Import, error: &MemberListError) -> Fault {
    let call = import.call;
    Fault::not_done(match error {
        MemberListError::NoOrganisations => call.say("members-no-head"),
        MemberListError::ColumnTwice(head) => call.say_with("members-head-twice", &[("head", head.into())]),
        MemberListError::NoName(line) => call.say_with("members-no-name", &[("line", (*line).into())]),
        MemberListError::BadDay { line, written } => call.say_with(
            "members-bad-day",
            &[("line", (*line).into()), ("written", written.into())],
        ),
        MemberListError::BadOrder { line, written } => call.say_with(
            "members-bad-order",
            &[("line", (*line).into()), ("written", written.into())],
        ),
        MemberListError::Torn(line) => call.say_with("members-torn", &[("line", (*line).into())]),
    })
}
