//! The canonical text of minutes, as `verification` describes it. Does not know what is made of it.

use super::surroundings::{body_lines, seat_lines};
use super::{Content, Surroundings, VERSION, WITHOUT_ATTACHMENTS};
use crate::domain::approval::ApprovedMinutes;
use crate::domain::attachment::Attachment;
use crate::domain::attendance::{Attendance, Representative};
use crate::domain::correction::Corrected;
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{ClauseState, Reference, Resolution, Responsible};
use crate::domain::session::{AgendaItem, AgendaKind, Annex, Guest, Note, Session, SessionKind, Signing};
use crate::domain::stretch::TimeStretch;
use crate::domain::vote::{Ballot, Cast, Vote, VoteCount};
use std::fmt::{Display, Write};

/// The canonical text, as the head of [`super`] describes it, and its version: the first that holds all of it.
pub(super) fn versioned(content: Content) -> (u32, String) {
    let ContentLines {
        lines,
        version,
        has_attachments: _,
    } = content_lines(content);
    let mut text = format!("dabir-minutes={version}\n");
    for ContentLine {
        about: _,
        name,
        value,
    } in &lines
    {
        let value = value
            .replace('\\', "\\\\")
            .replace('\n', "\\n")
            .replace('\r', "\\r");
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{name}={value}");
    }
    (version, text)
}

/// The canonical text.
pub fn canonical(content: Content) -> String {
    versioned(content).1
}

/// The lines of the text, each with the record it is of.
pub(super) fn content_lines(content: Content) -> ContentLines {
    let mut text = ContentLines {
        lines: Vec::new(),
        version: 1,
        has_attachments: false,
    };
    head(&mut text.about(&Corrected::Session), content.session);
    lists(&mut text.about(&Corrected::Session), content.session);
    let mut marks: Vec<&Attendance> = content.attendance.iter().collect();
    marks.sort_by(|a, b| a.seat.cmp(&b.seat));
    for mark in marks {
        attendance(&mut text.about(&Corrected::Attendance(mark.seat.clone())), mark);
    }
    // What is for the secretary alone is no part of the minutes.
    let mut notes: Vec<&Note> = content.notes.iter().filter(|note| !note.private).collect();
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for each in &notes {
        note(&mut text.about(&Corrected::Note(each.id.clone())), each);
    }
    let mut resolutions: Vec<&Resolution> = content.resolutions.iter().collect();
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for each in resolutions {
        let about = Corrected::Resolution(each.id.clone());
        resolution(&mut text.about(&about), each, &notes);
    }
    if let Some(Surroundings { body, seats }) = content.surroundings {
        text.version = match text.has_attachments {
            true => VERSION,
            false => WITHOUT_ATTACHMENTS,
        };
        body_lines(&mut text.about(&Corrected::Session), body, content.session.date);
        let mut seats: Vec<_> = seats.iter().collect();
        seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        for seat in seats {
            let about = Corrected::Attendance(seat.id.clone());
            seat_lines(&mut text.about(&about), seat, content.session.date);
        }
    }
    text
}

/// One line of the canonical text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// The record it is of.
    pub about: Corrected,
    /// The name of the field.
    pub name: &'static str,
    /// Its value, not yet escaped.
    pub value: String,
}

/// Lines that grow, and the first version that has all of them.
pub(super) struct ContentLines {
    pub lines: Vec<ContentLine>,
    version: u32,
    has_attachments: bool,
}

impl ContentLines {
    fn about<'l>(&'l mut self, about: &'l Corrected) -> RecordLines<'l> {
        RecordLines { lines: self, about }
    }
}

/// The lines of one record.
pub(super) struct RecordLines<'l> {
    lines: &'l mut ContentLines,
    about: &'l Corrected,
}

impl RecordLines<'_> {
    /// The same for a line that came with the second version.
    fn second(&mut self, name: &'static str, value: impl Display) {
        self.lines.version = self.lines.version.max(2);
        self.line(name, value);
    }

    fn some_second(&mut self, name: &'static str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.second(name, value);
        }
    }

    /// Files, each by its name, its length and its sum. They came with the fourth version; records alone have no version
    /// above the second.
    fn attachments(&mut self, name: &'static str, all: &[Attachment]) {
        for one in all {
            let Attachment {
                name: of_file,
                bytes,
                sha256,
                // Where its bytes are is nothing that was signed.
                named_only: _,
            } = one;
            self.second(name, of_file);
            self.second("attachment_bytes", bytes);
            self.second("attachment_sha256", sha256);
            self.lines.has_attachments = true;
        }
    }

    fn stretch(&mut self, [from_name, until_name]: [&'static str; 2], stretch: TimeStretch) {
        let TimeStretch { from, until } = stretch;
        self.second(from_name, from);
        self.some_second(until_name, until);
    }

    pub fn line(&mut self, name: &'static str, value: impl Display) {
        self.lines.lines.push(ContentLine {
            about: self.about.clone(),
            name,
            value: value.to_string(),
        });
    }

    pub fn some(&mut self, name: &'static str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(name, value);
        }
    }

    fn responsible(&mut self, name: &'static str, all: &[Responsible]) {
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

fn head(text: &mut RecordLines, session: &Session) {
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
        breaks: _,
        guests: _,
        annexes: _,
        attachments: _,
        signatures: _,
        approves: _,
        // It goes on after the minutes are final.
        notified: _,
        state: _,
        approval: _,
        // These help while the minutes are made and are no part of them.
        talk: _,
        item_times: _,
        answers: _,
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

fn lists(text: &mut RecordLines, session: &Session) {
    for AgendaItem {
        title,
        planned_minutes,
        kind,
        result,
        confidential,
        attachments,
        // The earlier session has it on its own agenda.
        carried_from: _,
    } in &session.agenda
    {
        text.line("agenda", title);
        text.some("agenda_minutes", *planned_minutes);
        match kind {
            AgendaKind::OpenResolutions => text.line("agenda_kind", "open_resolutions"),
            AgendaKind::PreviousMinutes => text.line("agenda_kind", "previous_minutes"),
            AgendaKind::Ordinary => {}
        }
        text.some_second("agenda_result", result.map(|result| result.word()));
        text.some_second("agenda_confidential", confidential.then_some("yes"));
        text.attachments("agenda_attachment", attachments);
    }
    for one in &session.breaks {
        text.stretch(["break", "break_until"], *one);
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
    text.attachments("attachment", &session.attachments);
    for signature in &session.signatures {
        text.line("signature", signature);
    }
    session.approves.iter().for_each(|one| approved(text, one));
}

fn approved(text: &mut RecordLines, approved: &ApprovedMinutes) {
    let ApprovedMinutes {
        session,
        // They are those of that session, which has a code of its own.
        ordinal: _,
        year: _,
        date: _,
        version,
        code,
        corrections,
    } = approved;
    text.line("approves", session);
    text.line("approves_version", version);
    text.some("approves_code", code.as_ref());
    corrections
        .iter()
        .for_each(|number| text.line("approves_correction", number));
}

fn attendance(text: &mut RecordLines, mark: &Attendance) {
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
        again,
        // What it means is known to a later version alone.
        extra: _,
    } = mark;
    text.line("seat", seat);
    text.line("status", status.word());
    text.some("person", person.as_ref());
    if let Some(Representative { name, post }) = representative {
        text.some("representative", name.as_ref());
        text.some("representative_post", post.as_ref());
    }
    text.some("reason", reason.as_ref());
    text.some("arrived", *arrived);
    text.some("departed", *departed);
    for stay in again {
        text.stretch(["again", "again_departed"], *stay);
    }
}

fn note(text: &mut RecordLines, note: &Note) {
    let Note {
        // The order of the lines says both; an id names nothing that is signed.
        id: _,
        position: _,
        agenda_item,
        speaker,
        at,
        text: words,
        // Those that are private are not here.
        private: _,
        // What it means is known to a later version alone.
        extra: _,
    } = note;
    text.line("note", words);
    text.some("note_speaker", speaker.as_ref());
    text.some("note_at", *at);
    text.some("note_agenda_item", *agenda_item);
}

fn resolution(text: &mut RecordLines, resolution: &Resolution, notes: &[&Note]) {
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
        vote: voted,
        confidential,
        attachments,
        // It was said afterwards.
        corrected: _,
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
    text.some_second("confidential", confidential.then_some("yes"));
    voted.iter().for_each(|one| vote(text, one));
    text.attachments("resolution_attachment", attachments);
}

fn vote(text: &mut RecordLines, vote: &Vote) {
    let Vote { at, cast } = vote;
    text.second("vote", cast.word());
    text.some_second("vote_at", *at);
    match cast {
        Cast::Count(count) | Cast::Secret(count) => {
            let VoteCount {
                in_favour,
                against,
                abstaining,
            } = count;
            for (ballot, votes) in Ballot::ALL.into_iter().zip([in_favour, against, abstaining]) {
                text.second("vote_of", ballot.word());
                text.second("votes", votes);
            }
        }
        Cast::ByName(seats) => {
            for (seat, ballot) in seats {
                text.second("vote_of", ballot.word());
                text.second("vote_seat", seat);
            }
        }
    }
}

fn clause(text: &mut RecordLines, letter: &str, state: &ClauseState) {
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
