//! Minutes as they were read, turned into records ready to be stored. Does not know the store or any file.

use crate::calendar::Day;
use crate::domain::agenda_title;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::deadline::read_deadline;
use crate::domain::ids::BodyId;
use crate::domain::names::whole_name;
use crate::domain::reading_profile::ReadingProfile;
use crate::domain::reference::reference;
use crate::domain::resolution::{ClauseState, FollowUp, Reference, Resolution, Responsible, Status};
use crate::domain::session::{AgendaItem, Annex, Guest, KeptLine, Note, Session, SessionKind, Source};
use crate::exchange::{
    RawLine, ReadAnnex, ReadAttendance, ReadClause, ReadGuest, ReadKind, ReadMinutes, ReadNote,
    ReadResolution, ReadStatus, with_rare_labels,
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
#[expect(
    clippy::too_many_lines,
    reason = "every field is named where it is taken apart and where it goes"
)]
pub fn prepare(read: ReadMinutes, given: Given, source: Source) -> ImportedSession {
    let ReadMinutes {
        body: body_written,
        year,
        ordinal,
        kind: kind_read,
        invitation_number,
        invitation_date,
        date: date_read,
        weekday_written,
        start,
        end,
        place,
        chair,
        secretary,
        agenda,
        notes,
        attendance,
        guests,
        resolutions,
        annexes,
        signatures,
        understood,
        raw,
        doubts,
    } = with_rare_labels(read);
    let Given {
        body,
        body_name,
        date: date_given,
    } = given;
    let date = date_given.or(date_read);
    let replaced = replaced((&body_name, &body_written), (date_given, date_read));
    let session = Session {
        // An ordinal counts in its year; where the minutes do not name it, it is that of the day.
        year: year.or(date.map(|day| day.jalali().year)),
        ordinal,
        kind: kind(kind_read),
        invitation_number,
        invitation_date,
        date,
        weekday_written,
        start,
        end,
        place,
        chair,
        secretary,
        agenda: agenda.into_iter().map(item).collect(),
        guests: guests.into_iter().map(guest).collect(),
        annexes: annexes.into_iter().map(annex).collect(),
        signatures,
        ..Session::default()
    };
    ImportedSession {
        body,
        body_name: body_name.or(body_written).unwrap_or_default(),
        session,
        notes: notes.into_iter().map(note).collect(),
        attendance: attendance.into_iter().map(mark).collect(),
        resolutions: resolutions.into_iter().map(|r| resolution(r, date)).collect(),
        doubts,
        learnt: ReadingProfile::default(),
        other_names: Vec::new(),
        source: Source {
            kept: replaced.into_iter().chain(raw.into_iter().map(kept)).collect(),
            understood: understood.into_iter().map(kept).collect(),
            ..source
        },
    }
}

/// What the minutes say of body and day where something else was given: it would be nowhere else.
fn replaced(body: (&Option<String>, &Option<String>), day: (Option<Day>, Option<Day>)) -> Vec<KeptLine> {
    let other_body = match body {
        (Some(given), Some(read)) if whole_name(given) != whole_name(read) => Some(read.clone()),
        _ => None,
    };
    let other_day = match day {
        (Some(given), Some(read)) if given != read => Some(read.to_string()),
        _ => None,
    };
    let line = |text| KeptLine { number: 0, text };
    other_body.into_iter().chain(other_day).map(line).collect()
}

fn item(title: String) -> AgendaItem {
    AgendaItem {
        kind: agenda_title::kind_of(&title),
        title,
        ..AgendaItem::default()
    }
}

fn annex(read: ReadAnnex) -> Annex {
    let ReadAnnex { title, rows } = read;
    Annex { title, rows }
}

fn kind(read: ReadKind) -> SessionKind {
    match read {
        ReadKind::Ordinary => SessionKind::Ordinary,
        ReadKind::Extraordinary => SessionKind::Extraordinary,
        ReadKind::Joint => SessionKind::Joint,
    }
}

fn guest(read: ReadGuest) -> Guest {
    let ReadGuest { name, post } = read;
    Guest { name, post }
}

fn note(read: ReadNote) -> Note {
    let ReadNote {
        speaker,
        text,
        agenda_item,
        at,
    } = read;
    Note {
        speaker,
        text,
        agenda_item,
        at,
        ..Note::default()
    }
}

fn kept(line: RawLine) -> KeptLine {
    let RawLine { number, text } = line;
    KeptLine {
        number: u32::try_from(number).unwrap_or(u32::MAX),
        text,
    }
}

fn mark(read: ReadAttendance) -> (String, Attendance) {
    let ReadAttendance {
        name,
        person,
        post,
        status,
        representative,
        representative_post,
        reason,
        arrived,
        departed,
    } = read;
    let status = match status {
        ReadStatus::Present => Presence::Present,
        ReadStatus::Video => Presence::Video,
        ReadStatus::Represented => Presence::Represented,
        ReadStatus::Excused => Presence::Excused,
        ReadStatus::Absent => Presence::Absent,
        ReadStatus::Unticked => Presence::Unticked,
    };
    let person: Vec<String> = [person, post].into_iter().flatten().collect();
    let stand_in = Representative {
        name: representative,
        post: representative_post,
    };
    let attendance = Attendance {
        status,
        person: (!person.is_empty()).then(|| person.join("، ")),
        representative: (stand_in != Representative::default()).then_some(stand_in),
        reason,
        arrived,
        departed,
        ..Attendance::default()
    };
    (name, attendance)
}

fn resolution(read: ReadResolution, date: Option<Day>) -> Resolution {
    let ReadResolution {
        row,
        subject,
        text,
        deadline_written,
        // The names below are read out of it, and the whole text stays in the source.
        responsible_written: _,
        responsible: names,
        clauses,
        follows_written,
        remarks,
    } = read;
    Resolution {
        row,
        subject,
        follows: follows_written
            .or_else(|| reference(&text).map(str::to_owned))
            .map(|written| Reference {
                written,
                resolution: None,
            }),
        text,
        clauses: clauses.into_iter().map(|c| clause(c, date)).collect(),
        deadline: deadline_written.map(|written| read_deadline(&written, date)),
        responsible: responsible(names),
        // What stood in a column of remarks is what came of it, as far as anyone wrote it down.
        follow_ups: remarks
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
    let ReadClause {
        letter,
        deadline_written,
        // The names below are read out of it, and the whole text stays in the source.
        responsible_written: _,
        responsible: names,
    } = read;
    let state = ClauseState {
        responsible: responsible(names),
        deadline: deadline_written.map(|written| read_deadline(&written, date)),
        status: Status::Open,
        extensions: Vec::new(),
    };
    (letter, state)
}

fn responsible(names: Vec<String>) -> Vec<Responsible> {
    let unknown = |written| Responsible {
        written,
        organisation: None,
    };
    names.into_iter().map(unknown).collect()
}
