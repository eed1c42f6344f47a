//! The verification code of final minutes: a short code that agrees with their content and with no other.
//! Knows no store; the records are given.
//!
//! # What the code is made of
//! SHA-256 over the canonical text below; its first sixty bits, most significant first, as twelve letters of
//! Crockford's base 32 (`0123456789ABCDEFGHJKMNPQRSTVWXYZ`), in three groups of four: `7K3M-9QXA-2BCD`.
//!
//! The canonical text of version 1 is UTF-8, one field a line, `name=value` and a line feed. In a value a backslash is
//! `\\`, a line feed `\n` and a carriage return `\r`; everything else stands as it is stored. A field without a value
//! is left out, and so is an empty list. Days are ISO (`2022-06-02`), times `07:30`, numbers decimal. The lines, in
//! this order:
//!
//! - `dabir-minutes=1`
//! - the head: `session` (id), `body` (id), `year`, `ordinal`, `kind` (`ordinary`, `extraordinary`, `joint`),
//!   `invitation_number`, `invitation_date`, `date`, `weekday_written`, `start`, `end`, `place`, `chair`,
//!   `secretary`, `signed_chair`, `signed_secretary`, `signed_date`
//! - for each agenda item: `agenda` (title), `agenda_minutes`, `agenda_kind` (`open_resolutions`, else left out)
//! - for each guest: `guest` (name), `guest_post`
//! - for each annex: `annex` (its title, or nothing behind the sign), then for each row `annex_row` (the number of
//!   its cells) and for each of them `annex_cell`
//! - for each line of signature: `signature`
//! - for each attendance record, by the bytes of the seat's id: `seat` (id), `status` (`present`, `video`,
//!   `represented`, `excused`, `absent`, `unticked`), `person`, `representative`, `representative_post`, `reason`,
//!   `arrived`, `departed`
//! - for each note, by position and id: `note` (its words), `note_speaker`, `note_at`, `note_agenda_item`
//! - for each resolution, by position and id: `resolution` (its wording), `row`, `subject`, `deadline` (as written),
//!   for each responsible `responsible` (as written), `follows` (as written), `resolution_agenda_item`,
//!   `resolution_note` (the place of its note, from 1), then for each clause of which organisations or a deadline are
//!   known, by the bytes of its letter: `clause` (letter), `clause_deadline`, for each `clause_responsible`
//!
//! Not in it, because they may change after the minutes are final: the state and the day of notification of the
//! session, statuses, follow-ups and longer times, and the ids that written names were found to mean.

use super::attendance::{Attendance, Presence};
use super::resolution::{Resolution, Responsible};
use super::session::{AgendaKind, Note, Session, SessionKind};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::{Display, Write};

/// The version of the canonical text that codes are made from.
pub const VERSION: u32 = 1;

/// Crockford's base 32: no I, L, O or U, which are taken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// So many letters of five bits each.
const LENGTH: usize = 12;
/// Letters between two dashes.
const GROUP: usize = 4;

/// A code, and the version of the text it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The version of the canonical text.
    pub version: u32,
    /// The code, `7K3M-9QXA-2BCD`.
    pub code: String,
}

/// Whether a code still agrees with the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The minutes are as they were signed.
    Agrees,
    /// The minutes are not what was signed.
    Differs,
    /// The code is of a later version and cannot be checked by this one.
    LaterVersion,
}

/// The minutes as the code sees them, each list in any order.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The head.
    pub session: &'a Session,
    /// Every attendance record.
    pub attendance: &'a [Attendance],
    /// Every note.
    pub notes: &'a [Note],
    /// Every resolution.
    pub resolutions: &'a [Resolution],
}

impl Verification {
    /// The code of minutes, of the present version.
    pub fn of(content: Content) -> Verification {
        Verification {
            version: VERSION,
            code: code(&Sha256::digest(canonical(content)).into()),
        }
    }

    /// Whether it agrees with minutes.
    pub fn check(&self, content: Content) -> Agreement {
        match self.version {
            VERSION if *self == Verification::of(content) => Agreement::Agrees,
            0..=VERSION => Agreement::Differs,
            _ => Agreement::LaterVersion,
        }
    }
}

fn code(hash: &[u8; 32]) -> String {
    let bits = hash
        .iter()
        .take(8)
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut code = String::new();
    for place in 0..LENGTH {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        // Five bits are always below 32.
        let five = (bits >> (59 - 5 * place)) & 31;
        code.push(char::from(LETTERS[five as usize]));
    }
    code
}

/// The canonical text, as the head of this file describes it.
pub fn canonical(content: Content) -> String {
    let mut text = Text(String::new());
    text.line("dabir-minutes", VERSION);
    head(&mut text, content.session);
    lists(&mut text, content.session);
    let mut marks: Vec<&Attendance> = content.attendance.iter().collect();
    marks.sort_by(|a, b| a.seat.cmp(&b.seat));
    marks.into_iter().for_each(|mark| attendance(&mut text, mark));
    let mut notes: Vec<&Note> = content.notes.iter().collect();
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for note in &notes {
        text.line("note", &note.text);
        text.some("note_speaker", note.speaker.as_ref());
        text.some("note_at", note.at);
        text.some("note_agenda_item", note.agenda_item);
    }
    let mut resolutions: Vec<&Resolution> = content.resolutions.iter().collect();
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for each in resolutions {
        resolution(&mut text, each, &notes);
    }
    text.0
}

/// Lines that grow.
struct Text(String);

impl Text {
    fn line(&mut self, name: &str, value: impl Display) {
        let value = value
            .to_string()
            .replace('\\', "\\\\")
            .replace('\n', "\\n")
            .replace('\r', "\\r");
        // Writing into a text cannot fail.
        let _ = writeln!(self.0, "{name}={value}");
    }

    fn some(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(name, value);
        }
    }

    fn responsible(&mut self, name: &str, all: &[Responsible]) {
        for each in all {
            self.line(name, &each.written);
        }
    }
}

fn head(text: &mut Text, session: &Session) {
    text.line("session", &session.id);
    text.line("body", &session.body);
    text.some("year", session.year);
    text.some("ordinal", session.ordinal);
    text.line(
        "kind",
        match session.kind {
            SessionKind::Ordinary => "ordinary",
            SessionKind::Extraordinary => "extraordinary",
            SessionKind::Joint => "joint",
        },
    );
    text.some("invitation_number", session.invitation_number.as_ref());
    text.some("invitation_date", session.invitation_date.map(|day| day.iso()));
    text.some("date", session.date.map(|day| day.iso()));
    text.some("weekday_written", session.weekday_written.as_ref());
    text.some("start", session.start);
    text.some("end", session.end);
    text.some("place", session.place.as_ref());
    text.some("chair", session.chair.as_ref());
    text.some("secretary", session.secretary.as_ref());
    if let Some(signing) = &session.signing {
        text.line("signed_chair", &signing.chair);
        text.line("signed_secretary", &signing.secretary);
        text.line("signed_date", signing.date.iso());
    }
}

fn lists(text: &mut Text, session: &Session) {
    for item in &session.agenda {
        text.line("agenda", &item.title);
        text.some("agenda_minutes", item.planned_minutes);
        if item.kind == AgendaKind::OpenResolutions {
            text.line("agenda_kind", "open_resolutions");
        }
    }
    for guest in &session.guests {
        text.line("guest", &guest.name);
        text.some("guest_post", guest.post.as_ref());
    }
    for annex in &session.annexes {
        text.line("annex", annex.title.as_deref().unwrap_or_default());
        for row in &annex.rows {
            text.line("annex_row", row.len());
            row.iter().for_each(|cell| text.line("annex_cell", cell));
        }
    }
    for signature in &session.signatures {
        text.line("signature", signature);
    }
}

fn attendance(text: &mut Text, mark: &Attendance) {
    text.line("seat", &mark.seat);
    text.line(
        "status",
        match mark.status {
            Presence::Present => "present",
            Presence::Video => "video",
            Presence::Represented => "represented",
            Presence::Excused => "excused",
            Presence::Absent => "absent",
            Presence::Unticked => "unticked",
        },
    );
    text.some("person", mark.person.as_ref());
    let who = mark.representative.as_ref();
    text.some("representative", who.and_then(|who| who.name.as_ref()));
    text.some("representative_post", who.and_then(|who| who.post.as_ref()));
    text.some("reason", mark.reason.as_ref());
    text.some("arrived", mark.arrived);
    text.some("departed", mark.departed);
}

fn resolution(text: &mut Text, resolution: &Resolution, notes: &[&Note]) {
    text.line("resolution", &resolution.text);
    text.some("row", resolution.row);
    text.some("subject", resolution.subject.as_ref());
    text.some("deadline", resolution.deadline.as_ref().map(|d| &d.written));
    text.responsible("responsible", &resolution.responsible);
    text.some("follows", resolution.follows.as_ref().map(|f| &f.written));
    text.some("resolution_agenda_item", resolution.agenda_item);
    let its_note = notes
        .iter()
        .position(|note| Some(&note.id) == resolution.from_note.as_ref());
    text.some("resolution_note", its_note.map(|place| place + 1));
    for (letter, state) in &resolution.clauses {
        if state.deadline.is_none() && state.responsible.is_empty() {
            continue;
        }
        text.line("clause", letter);
        text.some("clause_deadline", state.deadline.as_ref().map(|d| &d.written));
        text.responsible("clause_responsible", &state.responsible);
    }
}

#[cfg(test)]
mod tests;
