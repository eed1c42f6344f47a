//! Importing minutes of any format. Does not know how minutes are read, nor how a session is stored.

use super::super::call::Call;
use super::super::fault::Fault;
use super::Import;
use super::report::{self, Reported};
use super::there::session_there;
use crate::calendar::{Day, parse_day};
use crate::domain::body::Body;
use crate::domain::ids::BodyId;
use crate::domain::reading_profile::ReadingProfile;
use crate::domain::seat::Seat;
use crate::domain::session::Source;
use crate::exchange::{IncomingText, ReadMinutes, incoming_text};
use crate::host::read_line;
use crate::office::command::{Command, Created, Failure, ImportedSession, Refusal};
use crate::office::import::find_body;
use crate::office::imported::{Given, prepare};
use crate::office::learnt;
use crate::office::read;
use crate::office::seating::{Seating, seating};
use crate::say::obstacles;
use crate::store::Tree;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{IsTerminal, stderr, stdin};

/// Takes in one file of minutes with its `text`, and reports what was understood and what was kept as it stood.
pub(super) fn import(import: &Import, name: &str, bytes: &[u8], incoming: IncomingText) -> Result<(), Fault> {
    let call = import.call;
    let sha256 = hex(&Sha256::digest(bytes));
    if let Some(session) = imported_before(import, &sha256)? {
        return report::already(call, name, &session);
    }
    let read = incoming.read();
    let bodies = import.bodies()?;
    let given = given(import, name, &bodies, &read)?;
    let profile = profile_of(&bodies, &given);
    // What was said once of this body's minutes is not asked twice.
    let read = match profile.is_empty() {
        true => read,
        false => incoming.read_by(&profile),
    };
    let source = Source {
        sha256,
        name: name.to_owned(),
        text: incoming.text.clone(),
        ..Source::default()
    };
    let mut session = prepare(read, given, source);
    let seats = seats_of(import, session.body.as_ref())?;
    learnt::put_on(&mut session, &profile, &seats);
    let known = known_body(&bodies, &session);
    let seating = seating_of(import, &session, known)?;
    let reported = Reported {
        imported: &session,
        known,
        seating: &seating,
    };
    let mut report = report::of(call, name, &reported);
    let there = session_there(import, &session, known)?;
    for remark in remarks(call, &incoming).into_iter().chain(there.clone()) {
        report.push('\n');
        report.push_str(&remark);
    }
    let Some(office) = import.target() else {
        return call.print(&format!("{report}\n{}", call.say("import-rehearsal")));
    };
    match call.execute(office, Command::ImportSession(Box::new(session))) {
        Ok(done) => {
            let session = done.created.iter().find_map(|created| match created {
                Created::Session(id) => Some(id.to_string()),
                _ => None,
            });
            let args = [("session", session.unwrap_or_default().into())];
            call.print(&format!("{report}\n{}\n", call.say_with("import-done", &args)))
        }
        Err(Failure::Refused(Refusal::AlreadyImported(session))) => {
            report::already(call, name, session.as_str())
        }
        Err(Failure::Refused(Refusal::OrdinalIsTaken { .. })) if there.is_some() => {
            Err(Fault::not_done(there.unwrap_or_default()))
        }
        Err(failure) => Err(call.failed(office, &failure)),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The words of the file, whatever its format.
pub(super) fn text(import: &Import, bytes: &[u8]) -> Result<IncomingText, Fault> {
    let incoming = incoming_text(bytes)
        .map_err(|error| Fault::not_done(obstacles::not_taken(&import.call.words, &error)))?;
    if incoming.text.trim().is_empty() {
        Err(Fault::not_done(import.call.say("file-empty")))
    } else {
        Ok(incoming)
    }
}

/// What became of the file before it was read, where that may matter.
fn remarks(call: &Call, incoming: &IncomingText) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(transcript) = &incoming.transcript {
        let args = [
            ("cues", transcript.cues.into()),
            ("notes", transcript.notes.len().into()),
        ];
        remarks.push(call.say_with("import-transcript", &args));
    }
    let Some(pages) = &incoming.from_pages else {
        return remarks;
    };
    remarks.push(call.say("import-from-pages"));
    for (id, count) in [
        ("import-lines-turned", pages.lines_turned),
        ("import-numbers-turned", pages.numbers_turned),
        ("import-words-mended", pages.words_mended),
        ("import-rows-built", pages.rows_built),
    ] {
        if count > 0 {
            remarks.push(call.say_with(id, &[("count", count.into())]));
        }
    }
    remarks
}

/// The session that this very file was imported as.
fn imported_before(import: &Import, sha256: &str) -> Result<Option<String>, Fault> {
    let Some(office) = import.office else {
        return Ok(None);
    };
    let source = office.store().get::<Source>(Tree::Sources, sha256);
    let source = source.map_err(|error| super::super::sentences::store_fault(&import.call.words, &error))?;
    Ok(source.map(|source| source.session.to_string()))
}

/// Body and date from the options, else from the text, else asked for. A body must be known; a date need not.
fn given(import: &Import, name: &str, bodies: &[Body], read: &ReadMinutes) -> Result<Given, Fault> {
    let (call, args) = (import.call, import.args);
    let written = args
        .body
        .clone()
        .or_else(|| read.body.clone())
        .filter(|name| !name.trim().is_empty());
    let body_name = match written {
        Some(name) => name,
        None if can_ask() => ask_body(import, name, bodies),
        None => String::new(),
    };
    if body_name.trim().is_empty() {
        return Err(Fault::not_done(call.say("refusal-body-is-unknown")));
    }
    let date = match args.date.or(read.date) {
        Some(date) => Some(date),
        None if can_ask() => ask_date(import, name),
        None => None,
    };
    Ok(Given {
        body: find_body(bodies, &body_name),
        body_name: Some(body_name),
        date,
    })
}

/// What a person has said of the minutes of the body.
fn profile_of(bodies: &[Body], given: &Given) -> ReadingProfile {
    let body = bodies.iter().find(|body| Some(&body.id) == given.body.as_ref());
    body.map(|body| (*body.reading).clone()).unwrap_or_default()
}

fn can_ask() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

fn ask(import: &Import, id: &str, name: &str) -> String {
    import
        .call
        .output
        .question(&import.call.say_with(id, &[("file", name.into())]));
    // Nothing more to be read is an empty answer.
    read_line().unwrap_or_default().trim().to_owned()
}

fn ask_body(import: &Import, name: &str, bodies: &[Body]) -> String {
    let known: Vec<&str> = bodies.iter().map(Body::brief).collect();
    if !known.is_empty() {
        let args = [("bodies", known.join("، ").into())];
        import
            .call
            .output
            .word(&import.call.say_with("import-known-bodies", &args));
    }
    ask(import, "import-ask-body", name)
}

/// A day that cannot be read is asked for again; an empty answer leaves it open.
fn ask_date(import: &Import, name: &str) -> Option<Day> {
    loop {
        let answer = ask(import, "import-ask-date", name);
        if answer.is_empty() {
            return None;
        }
        match parse_day(&answer) {
            Ok(day) => return Some(day),
            Err(_) => {
                import.call.output.word(
                    &import
                        .call
                        .say_with("import-no-such-day", &[("written", answer.into())]),
                );
            }
        }
    }
}

/// What becomes of the names of the attendance among the seats of the body.
fn seating_of(import: &Import, session: &ImportedSession, known: Option<&Body>) -> Result<Seating, Fault> {
    let (Some(office), Some(body)) = (import.office, known) else {
        return Ok(seating(session, &[], &[]));
    };
    let seats = seats_of(import, Some(&body.id))?;
    let organisations =
        read::organisations(office).map_err(|failure| import.call.failed(office, &failure))?;
    Ok(seating(session, &seats, &organisations))
}

/// The seats of a body that the office has.
fn seats_of(import: &Import, body: Option<&BodyId>) -> Result<Vec<Seat>, Fault> {
    let (Some(office), Some(body)) = (import.office, body) else {
        return Ok(Vec::new());
    };
    let bodies = read::bodies(office).map_err(|failure| import.call.failed(office, &failure))?;
    let seats = bodies.into_iter().find(|(other, _)| other.id == *body);
    Ok(seats.map(|(_, seats)| seats).unwrap_or_default())
}

fn known_body<'b>(bodies: &'b [Body], session: &ImportedSession) -> Option<&'b Body> {
    let id = session
        .body
        .clone()
        .or_else(|| find_body(bodies, &session.body_name))?;
    bodies.iter().find(|body| body.id == id)
}
