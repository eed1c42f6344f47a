//! The canonical text of minutes, as `verification` describes it. Does not know what is made of it.

use super::Content;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{ClauseState, Reference, Resolution, Responsible};
use crate::domain::session::{AgendaItem, AgendaKind, Annex, Guest, Note, Session, SessionKind, Signing};
use crate::domain::stretch::TimeStretch;
use crate::domain::vote::{Ballot, Cast, Vote, VoteCount};
use std::fmt::{Display, Write};

/// The canonical text, as the head of [`super`] describes it, and its version: the first that holds all of it.
pub(super) fn versioned(content: Content) -> (u32, String) {
    let mut text = ContentLines {
        text: String::new(),
        version: 1,
    };
    head(&mut text, content.session);
    lists(&mut text, content.session);
    let mut marks: Vec<&Attendance> = content.attendance.iter().collect();
    marks.sort_by(|a, b| a.seat.cmp(&b.seat));
    marks.into_iter().for_each(|mark| attendance(&mut text, mark));
    // What is for the secretary alone is no part of the minutes.
    let mut notes: Vec<&Note> = content.notes.iter().filter(|note| !note.private).collect();
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    notes.iter().for_each(|each| note(&mut text, each));
    let mut resolutions: Vec<&Resolution> = content.resolutions.iter().collect();
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for each in resolutions {
        resolution(&mut text, each, &notes);
    }
    let ContentLines { text, version } = text;
    (version, format!("dabir-minutes={version}\n{text}"))
}

/// The canonical text.
pub fn canonical(content: Content) -> String {
    versioned(content).1
}

/// Lines that grow, and the first version that has all of them.
struct ContentLines {
    text: String,
    version: u32,
}

impl ContentLines {
    /// The same for a line that came with the second version.
    fn second(&mut self, name: &str, value: impl Display) {
        self.version = self.version.max(2);
        self.line(name, value);
    }

    fn some_second(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.second(name, value);
        }
    }

    fn stretch(&mut self, [from_name, until_name]: [&str; 2], stretch: TimeStretch) {
        let TimeStretch { from, until } = stretch;
        self.second(from_name, from);
        self.some_second(until_name, until);
    }

    fn line(&mut self, name: &str, value: impl Display) {
        let value = value
            .to_string()
            .replace('\\', "\\\\")
            .replace('\n', "\\n")
            .replace('\r', "\\r");
        // Writing into a text cannot fail.
        let _ = writeln!(self.text, "{name}={value}");
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
        breaks: _,
        guests: _,
        annexes: _,
        signatures: _,
        // It goes on after the minutes are final.
        notified: _,
        state: _,
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

fn lists(text: &mut ContentLines, session: &Session) {
    for AgendaItem {
        title,
        planned_minutes,
        kind,
        result,
        confidential,
        // The earlier session has it on its own agenda.
        carried_from: _,
    } in &session.agenda
    {
        text.line("agenda", title);
        text.some("agenda_minutes", *planned_minutes);
        match kind {
            AgendaKind::OpenResolutions => text.line("agenda_kind", "open_resolutions"),
            AgendaKind::Ordinary => {}
        }
        text.some_second("agenda_result", result.map(|result| result.word()));
        text.some_second("agenda_confidential", confidential.then_some("yes"));
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
        again,
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
    for stay in again {
        text.stretch(["again", "again_departed"], *stay);
    }
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
        vote: voted,
        confidential,
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
}

fn vote(text: &mut ContentLines, vote: &Vote) {
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
