//! Minutes as they were read, turned into records ready to be stored. Does not know the store or any file.

use crate::calendar::Day;
use crate::domain::agenda_title;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::deadline::read_deadline;
use crate::domain::ids::BodyId;
use crate::domain::reference::reference;
use crate::domain::resolution::{ClauseState, FollowUp, Reference, Resolution, Responsible, Status};
use crate::domain::session::{AgendaItem, Annex, Guest, KeptLine, Note, Session, SessionKind, Source};
use crate::exchange::{
    RawLine, ReadAttendance, ReadClause, ReadKind, ReadMinutes, ReadNote, ReadResolution, ReadStatus,
};
use crate::office::command::ImportedSession;

/// What is said from outside about minutes that are to be imported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// The body, when it is a known one; before what the text says.
    pub body: Option<BodyId>,
    /// The body's name; before what the text says.
    pub body_name: Option<String>,
    /// The session's day; before what the text says.
    pub date: Option<Day>,
}

/// A session ready for [`crate::office::command::Command::ImportSession`]. `source` brings the file's name, text and hash;
/// the lines that were kept as they stood are added to it here.
pub fn prepare(read: ReadMinutes, given: Given, source: Source) -> ImportedSession {
    let date = given.date.or(read.date);
    let session = Session {
        // An ordinal counts in its year; where the minutes do not name it, it is that of the day.
        year: read.year.or(date.map(|day| day.jalali().year)),
        ordinal: read.ordinal,
        kind: kind(read.kind),
        invitation_number: read.invitation_number,
        invitation_date: read.invitation_date,
        date,
        weekday_written: read.weekday_written,
        start: read.start,
        end: read.end,
        place: read.place,
        chair: read.chair,
        secretary: read.secretary,
        agenda: read
            .agenda
            .into_iter()
            .map(|title| AgendaItem {
                kind: agenda_title::kind_of(&title),
                title,
                ..AgendaItem::default()
            })
            .collect(),
        guests: read
            .guests
            .into_iter()
            .map(|name| Guest { name, post: None })
            .collect(),
        annexes: read
            .annexes
            .into_iter()
            .map(|a| Annex {
                title: a.title,
                rows: a.rows,
            })
            .collect(),
        signatures: read.signatures,
        ..Session::default()
    };
    ImportedSession {
        body: given.body,
        body_name: given.body_name.or(read.body).unwrap_or_default(),
        session,
        notes: read.notes.into_iter().map(note).collect(),
        attendance: read.attendance.into_iter().map(mark).collect(),
        resolutions: read
            .resolutions
            .into_iter()
            .map(|r| resolution(r, date))
            .collect(),
        source: Source {
            kept: read.raw.into_iter().map(kept).collect(),
            ..source
        },
    }
}

fn kind(read: ReadKind) -> SessionKind {
    match read {
        ReadKind::Ordinary => SessionKind::Ordinary,
        ReadKind::Extraordinary => SessionKind::Extraordinary,
        ReadKind::Joint => SessionKind::Joint,
    }
}

fn note(read: ReadNote) -> Note {
    Note {
        speaker: read.speaker,
        text: read.text,
        ..Note::default()
    }
}

fn kept(line: RawLine) -> KeptLine {
    KeptLine {
        number: u32::try_from(line.number).unwrap_or(u32::MAX),
        text: line.text,
    }
}

fn mark(read: ReadAttendance) -> (String, Attendance) {
    let status = match read.status {
        ReadStatus::Present => Presence::Present,
        ReadStatus::Video => Presence::Video,
        ReadStatus::Represented => Presence::Represented,
        ReadStatus::Excused => Presence::Excused,
        ReadStatus::Absent => Presence::Absent,
    };
    let person: Vec<String> = [read.person, read.post].into_iter().flatten().collect();
    let representative = read.representative.map(|name| Representative {
        name: Some(name),
        post: None,
    });
    let attendance = Attendance {
        status,
        person: (!person.is_empty()).then(|| person.join("، ")),
        representative,
        reason: read.reason,
        ..Attendance::default()
    };
    (read.name, attendance)
}

fn resolution(read: ReadResolution, date: Option<Day>) -> Resolution {
    Resolution {
        row: read.row,
        subject: read.subject,
        follows: reference(&read.text).map(|written| Reference {
            written: written.to_owned(),
            resolution: None,
        }),
        text: read.text,
        clauses: read.clauses.into_iter().map(|c| clause(c, date)).collect(),
        deadline: read.deadline_written.map(|written| read_deadline(&written, date)),
        responsible: responsible(read.responsible),
        // What stood in a column of remarks is what came of it, as far as anyone wrote it down.
        follow_ups: read
            .remarks
            .into_iter()
            .map(|text| FollowUp {
                text,
                ..FollowUp::default()
            })
            .collect(),
        ..Resolution::default()
    }
}

fn clause(read: ReadClause, date: Option<Day>) -> (String, ClauseState) {
    let state = ClauseState {
        responsible: responsible(read.responsible),
        deadline: read.deadline_written.map(|written| read_deadline(&written, date)),
        status: Status::Open,
        ..ClauseState::default()
    };
    (read.letter, state)
}

fn responsible(names: Vec<String>) -> Vec<Responsible> {
    let unknown = |written| Responsible {
        written,
        organisation: None,
    };
    names.into_iter().map(unknown).collect()
}
