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
//!
//! Every record is taken apart whole below: a new field does not compile until it is either in the text, with a new
//! version, or named as left out.

use super::attendance::{Attendance, Presence, Representative};
use super::deadline::Deadline;
use super::resolution::{ClauseState, Reference, Resolution, Responsible};
use super::session::{AgendaItem, AgendaKind, Annex, Guest, Note, Session, SessionKind, Signing};
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
    let mut text = ContentLines(String::new());
    text.line("dabir-minutes", VERSION);
    head(&mut text, content.session);
    lists(&mut text, content.session);
    let mut marks: Vec<&Attendance> = content.attendance.iter().collect();
    marks.sort_by(|a, b| a.seat.cmp(&b.seat));
    marks.into_iter().for_each(|mark| attendance(&mut text, mark));
    let mut notes: Vec<&Note> = content.notes.iter().collect();
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    notes.iter().for_each(|each| note(&mut text, each));
    let mut resolutions: Vec<&Resolution> = content.resolutions.iter().collect();
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for each in resolutions {
        resolution(&mut text, each, &notes);
    }
    text.0
}

/// Lines that grow.
struct ContentLines(String);

impl ContentLines {
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
            let Responsible {
                written,
                // Which organisation it was found to be may be found later; what was signed are the words.
                organisation: _,
            } = each;
            self.line(name, written);
        }
    }
}

fn head(text: &mut ContentLines, session: &Session) {
    let Session {
        id,
        body,
        year,
        ordinal,
        kind,
        invitation_number,
        invitation_date,
        date,
        weekday_written,
        start,
        end,
        place,
        chair,
        secretary,
        signing,
        // These are in the lines of `lists`.
        agenda: _,
        guests: _,
        annexes: _,
        signatures: _,
        // It goes on after the minutes are final.
        notified: _,
        state: _,
        // These help while the minutes are made and are no part of them.
        talk: _,
        invitation_text: _,
        // The code cannot be in itself.
        verification: _,
        // Where the words were read from, not what they say.
        source: _,
        // What it means is known to a later version alone.
        extra: _,
    } = session;
    text.line("session", id);
    text.line("body", body);
    text.some("year", *year);
    text.some("ordinal", *ordinal);
    text.line("kind", kind_word(*kind));
    text.some("invitation_number", invitation_number.as_ref());
    text.some("invitation_date", invitation_date.map(|day| day.iso()));
    text.some("date", date.map(|day| day.iso()));
    text.some("weekday_written", weekday_written.as_ref());
    text.some("start", *start);
    text.some("end", *end);
    text.some("place", place.as_ref());
    text.some("chair", chair.as_ref());
    text.some("secretary", secretary.as_ref());
    if let Some(Signing {
        chair,
        secretary,
        date,
    }) = signing
    {
        text.line("signed_chair", chair);
        text.line("signed_secretary", secretary);
        text.line("signed_date", date.iso());
    }
}

fn kind_word(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Ordinary => "ordinary",
        SessionKind::Extraordinary => "extraordinary",
        SessionKind::Joint => "joint",
    }
}

fn lists(text: &mut ContentLines, session: &Session) {
    for AgendaItem {
        title,
        planned_minutes,
        kind,
    } in &session.agenda
    {
        text.line("agenda", title);
        text.some("agenda_minutes", *planned_minutes);
        match kind {
            AgendaKind::OpenResolutions => text.line("agenda_kind", "open_resolutions"),
            AgendaKind::Ordinary => {}
        }
    }
    for Guest { name, post } in &session.guests {
        text.line("guest", name);
        text.some("guest_post", post.as_ref());
    }
    for Annex { title, rows } in &session.annexes {
        text.line("annex", title.as_deref().unwrap_or_default());
        for row in rows {
            text.line("annex_row", row.len());
            row.iter().for_each(|cell| text.line("annex_cell", cell));
        }
    }
    for signature in &session.signatures {
        text.line("signature", signature);
    }
}

fn attendance(text: &mut ContentLines, mark: &Attendance) {
    let Attendance {
        // The minutes are those of one session, which the head names.
        session: _,
        seat,
        status,
        person,
        representative,
        reason,
        arrived,
        departed,
        // What it means is known to a later version alone.
        extra: _,
    } = mark;
    text.line("seat", seat);
    text.line("status", presence_word(*status));
    text.some("person", person.as_ref());
    if let Some(Representative { name, post }) = representative {
        text.some("representative", name.as_ref());
        text.some("representative_post", post.as_ref());
    }
    text.some("reason", reason.as_ref());
    text.some("arrived", *arrived);
    text.some("departed", *departed);
}

fn presence_word(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "present",
        Presence::Video => "video",
        Presence::Represented => "represented",
        Presence::Excused => "excused",
        Presence::Absent => "absent",
        Presence::Unticked => "unticked",
    }
}

fn note(text: &mut ContentLines, note: &Note) {
    let Note {
        // The order of the lines says both; an id names nothing that is signed.
        id: _,
        position: _,
        agenda_item,
        speaker,
        at,
        text: words,
        // What it means is known to a later version alone.
        extra: _,
    } = note;
    text.line("note", words);
    text.some("note_speaker", speaker.as_ref());
    text.some("note_at", *at);
    text.some("note_agenda_item", *agenda_item);
}

fn resolution(text: &mut ContentLines, resolution: &Resolution, notes: &[&Note]) {
    let Resolution {
        // The order of the lines says both; an id names nothing that is signed.
        id: _,
        position: _,
        row,
        subject,
        text: words,
        clauses,
        deadline,
        responsible,
        follows,
        from_note,
        agenda_item,
        // What came of it goes on after the minutes are final.
        status: _,
        follow_ups: _,
        extensions: _,
        // It is of the reading back; the signatures say more.
        agreed: _,
        // What it means is known to a later version alone.
        extra: _,
    } = resolution;
    text.line("resolution", words);
    text.some("row", *row);
    text.some("subject", subject.as_ref());
    text.some("deadline", deadline.as_ref().map(words_of));
    text.responsible("responsible", responsible);
    text.some("follows", follows.as_ref().map(reference));
    text.some("resolution_agenda_item", *agenda_item);
    let its_note = notes.iter().position(|note| Some(&note.id) == from_note.as_ref());
    text.some("resolution_note", its_note.map(|place| place + 1));
    for (letter, state) in clauses {
        clause(text, letter, state);
    }
}

fn clause(text: &mut ContentLines, letter: &str, state: &ClauseState) {
    let ClauseState {
        responsible,
        deadline,
        // What came of it goes on after the minutes are final.
        status: _,
        extensions: _,
    } = state;
    if deadline.is_none() && responsible.is_empty() {
        return;
    }
    text.line("clause", letter);
    text.some("clause_deadline", deadline.as_ref().map(words_of));
    text.responsible("clause_responsible", responsible);
}

fn words_of(deadline: &Deadline) -> &str {
    let Deadline {
        written,
        // It is read out of the words, and better in later versions.
        meaning: _,
    } = deadline;
    written
}

fn reference(reference: &Reference) -> &str {
    let Reference {
        written,
        // Which resolution it was found to be may be found later; what was signed are the words.
        resolution: _,
    } = reference;
    written
}

#[cfg(test)]
mod tests;
