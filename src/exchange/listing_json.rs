//! The JSON of the listings: one struct a shape, fields in the order in which scripts see them.
//! Knows no store and no language; names and sentences are given.

use crate::calendar::{Day, weekday_name};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::clocks::{Clock, ClockKind, ClockState};
use crate::domain::correction::{Corrected, Correction};
use crate::domain::deadline::{Round, RoundState};
use crate::domain::resolution::{
    ClauseState, Extension, FollowUp, FollowUpKind, Granted, Reference, Resolution, Responsible,
};
use crate::domain::session::{AgendaItem, Guest, Note, Session, SessionKind, SessionState, Signing};
use crate::domain::verification::Agreement;
use crate::domain::wording;
use serde::Serialize;

/// A day in both calendars, with Latin digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedDay {
    /// `1401/03/12`
    pub jalali: String,
    /// `2022-06-02`
    pub iso: String,
}

impl From<Day> for ListedDay {
    fn from(day: Day) -> Self {
        ListedDay {
            jalali: day.to_string(),
            iso: day.iso(),
        }
    }
}

/// A session with its parts; resolutions are counted only.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedSession {
    pub id: String,
    pub body: String,
    pub year: Option<i32>,
    pub ordinal: Option<u32>,
    pub kind: SessionKind,
    pub date: Option<ListedDay>,
    /// Derived from the date, not the written one.
    pub weekday: Option<&'static str>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub place: Option<String>,
    pub chair: Option<String>,
    pub secretary: Option<String>,
    pub invitation: Option<ListedInvitation>,
    pub agenda: Vec<String>,
    pub notes: Vec<ListedNote>,
    pub attendance: Vec<ListedAttendance>,
    pub guests: Vec<String>,
    pub resolutions: usize,
    pub open: usize,
    pub state: SessionState,
    pub warnings: Vec<String>,
    /// Left out where the minutes are not final.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<ListedCode>,
    /// Corrections of final minutes, by number; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<ListedCorrection>,
    /// The legal clocks that its body's rules give it; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ListedClock>,
}

/// A legal clock. `clock` is `agenda`, `minutes` or `binding`; `state` is `running` (so many `days` are left), `late`,
/// `kept`, `kept_late` (by so many `days`) or `unknown`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedClock {
    pub clock: &'static str,
    pub due: Option<ListedDay>,
    pub done: Option<ListedDay>,
    pub state: &'static str,
    pub days: Option<u32>,
}

impl From<Clock> for ListedClock {
    fn from(clock: Clock) -> Self {
        let Clock {
            kind,
            // The body's rule; what is listed is the day that it gives.
            days: _,
            due,
            done,
            state,
        } = clock;
        let (state, days) = match state {
            ClockState::Running(days) => ("running", Some(days)),
            ClockState::Late(days) => ("late", Some(days)),
            ClockState::Kept => ("kept", None),
            ClockState::KeptLate(days) => ("kept_late", Some(days)),
            ClockState::Unknown(_) => ("unknown", None),
        };
        ListedClock {
            clock: match kind {
                ClockKind::Agenda => "agenda",
                ClockKind::Minutes => "minutes",
                ClockKind::Binding => "binding",
            },
            due: due.map(ListedDay::from),
            done: done.map(ListedDay::from),
            state,
            days,
        }
    }
}

/// The verification code of final minutes.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedCode {
    pub code: String,
    /// Whether it agrees with the minutes; null for a code of a later version.
    pub agrees: Option<bool>,
    pub chair: Option<String>,
    pub secretary: Option<String>,
    pub signed: Option<ListedDay>,
}

/// A correction of final minutes.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedCorrection {
    pub id: String,
    pub number: u32,
    pub date: ListedDay,
    pub by: Option<String>,
    /// `{"kind": "session"}`, or `attendance`, `note`, `resolution` with the `id` of the seat, note or resolution.
    pub about: Corrected,
    pub was: String,
    pub shall_be: String,
    pub reason: String,
}

impl From<&Correction> for ListedCorrection {
    fn from(correction: &Correction) -> Self {
        let Correction {
            id,
            number,
            date,
            by,
            about,
            was,
            shall_be,
            reason,
            // What it means is known to a later version alone.
            extra: _,
        } = correction;
        ListedCorrection {
            id: id.to_string(),
            number: *number,
            date: ListedDay::from(*date),
            by: by.clone(),
            about: about.clone(),
            was: was.clone(),
            shall_be: shall_be.clone(),
            reason: reason.clone(),
        }
    }
}

/// The invitation to a session.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedInvitation {
    pub number: Option<String>,
    pub date: Option<ListedDay>,
}

/// What one speaker said.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedNote {
    pub speaker: Option<String>,
    pub text: String,
}

/// How one seat was filled.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedAttendance {
    /// The seat's name.
    pub seat: String,
    pub status: Presence,
    pub person: Option<String>,
    pub representative: Option<String>,
    pub reason: Option<String>,
}

/// A resolution in full.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedResolution {
    pub id: String,
    pub session: String,
    pub body: String,
    pub row: Option<u32>,
    pub subject: Option<String>,
    pub text: String,
    pub clauses: Vec<ListedClause>,
    pub provisos: Vec<String>,
    pub deadline: Option<ListedDeadline>,
    pub responsible: Vec<String>,
    pub status: &'static str,
    pub overdue: bool,
    pub follow_ups: Vec<ListedFollowUp>,
    pub follows: Option<Reference>,
    pub warnings: Vec<String>,
    /// Longer times that were granted, oldest first; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<ListedExtension>,
    /// How many days it is overdue, counted from its first deadline where longer times were granted; left out where it
    /// is not overdue.
    #[serde(skip_serializing_if = "is_zero")]
    pub days_late: u32,
    /// Of a deadline that comes round: how many of its days have passed without an answer; left out where none has.
    #[serde(skip_serializing_if = "is_zero")]
    pub missed: u32,
    /// The days of a deadline of its own that comes round, up to the next one; left out for other deadlines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<ListedRound>,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A day of a deadline that comes round. `state` is `answered` or `passed_over` (by the answer of `answered`, to a
/// later round), `missed` or `next`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedRound {
    pub due: ListedDay,
    pub state: &'static str,
    pub answered: Option<ListedDay>,
}

impl From<Round> for ListedRound {
    fn from(round: Round) -> Self {
        let Round { due, state } = round;
        let (state, answered) = match state {
            RoundState::Answered(day) => ("answered", Some(day)),
            RoundState::PassedOver(day) => ("passed_over", Some(day)),
            RoundState::Missed => ("missed", None),
            RoundState::Next => ("next", None),
        };
        ListedRound {
            due: ListedDay::from(due),
            state,
            answered: answered.map(ListedDay::from),
        }
    }
}

/// A longer time that was granted; `letter` is the number of the letter.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedExtension {
    pub written: String,
    pub due: Option<ListedDay>,
    pub granted_on: Option<ListedDay>,
    pub by: Option<String>,
    pub letter: Option<String>,
}

/// A clause with what is known of it.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedClause {
    pub letter: String,
    pub text: String,
    pub responsible: Vec<String>,
    pub deadline: Option<ListedDeadline>,
    pub status: &'static str,
    /// Longer times that were granted, oldest first; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<ListedExtension>,
}

/// A deadline as written, as understood, and the day it comes to.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedDeadline {
    pub written: String,
    pub kind: &'static str,
    pub due: Option<ListedDay>,
}

/// A follow-up; `letter` is the number of the letter that answered, or reminded where it is a reminder.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedFollowUp {
    pub date: Option<ListedDay>,
    pub by: Option<String>,
    pub letter: Option<String>,
    pub clause: Option<String>,
    pub text: String,
    pub status: Option<&'static str>,
    /// `reminder` where nobody answered; left out of answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
}

impl ListedSession {
    /// The head of a session; notes, attendance, counts, warnings, code, corrections and clocks are empty.
    pub fn of(session: &Session, body: &str) -> ListedSession {
        let Session {
            id,
            // Scripts are given its name.
            body: _,
            year,
            ordinal,
            kind,
            invitation_number,
            invitation_date,
            date,
            // What is listed is the true one, of the date.
            weekday_written: _,
            start,
            end,
            place,
            chair,
            secretary,
            agenda,
            guests,
            state,
            // The clocks say what came of it.
            notified: _,
            // Only the whole minutes have them.
            annexes: _,
            signatures: _,
            // These help while the minutes are made and are no part of them.
            talk: _,
            invitation_text: _,
            // The code is listed with what it was found to be.
            signing: _,
            verification: _,
            // Where the words were read from, not what they say.
            source: _,
            // What it means is known to a later version alone.
            extra: _,
        } = session;
        ListedSession {
            id: id.to_string(),
            body: body.to_owned(),
            year: *year,
            ordinal: *ordinal,
            kind: *kind,
            date: date.map(ListedDay::from),
            weekday: date.map(|day| weekday_name(day.weekday())),
            start: start.map(|time| time.to_string()),
            end: end.map(|time| time.to_string()),
            place: place.clone(),
            chair: chair.clone(),
            secretary: secretary.clone(),
            invitation: ListedInvitation::of(invitation_number.as_ref(), *invitation_date),
            agenda: agenda.iter().map(title).collect(),
            notes: Vec::new(),
            attendance: Vec::new(),
            guests: guests.iter().map(guest).collect(),
            resolutions: 0,
            open: 0,
            state: *state,
            warnings: Vec::new(),
            code: None,
            corrections: Vec::new(),
            clocks: Vec::new(),
        }
    }
}

impl ListedInvitation {
    /// None where neither is known.
    fn of(number: Option<&String>, date: Option<Day>) -> Option<ListedInvitation> {
        let is_known = number.is_some() || date.is_some();
        is_known.then(|| ListedInvitation {
            number: number.cloned(),
            date: date.map(ListedDay::from),
        })
    }
}

fn title(item: &AgendaItem) -> String {
    let AgendaItem {
        title,
        // They help to lead a session.
        planned_minutes: _,
        kind: _,
    } = item;
    title.clone()
}

fn guest(guest: &Guest) -> String {
    let Guest { name, post } = guest;
    with_post(Some(name), post.as_deref())
}

impl ListedCode {
    /// The code of a session, and whether it was found to agree.
    pub fn of(session: &Session, code: &str, agreement: Agreement) -> ListedCode {
        let signed = session.signing.as_ref().map(
            |Signing {
                 chair,
                 secretary,
                 date,
             }| (chair.clone(), secretary.clone(), ListedDay::from(*date)),
        );
        let (chair, secretary, signed) = match signed {
            Some((chair, secretary, date)) => (Some(chair), Some(secretary), Some(date)),
            None => (None, None, None),
        };
        ListedCode {
            code: code.to_owned(),
            agrees: match agreement {
                Agreement::Agrees => Some(true),
                Agreement::Differs => Some(false),
                Agreement::LaterVersion => None,
            },
            chair,
            secretary,
            signed,
        }
    }
}

impl From<&Note> for ListedNote {
    fn from(note: &Note) -> Self {
        let Note {
            // Their order is that of the list.
            id: _,
            position: _,
            // What is listed is who said what.
            agenda_item: _,
            at: _,
            speaker,
            text,
            // What it means is known to a later version alone.
            extra: _,
        } = note;
        ListedNote {
            speaker: speaker.clone(),
            text: text.clone(),
        }
    }
}

impl ListedAttendance {
    /// The record of a seat; `holder` holds the seat that day and sat there where the record says nothing else.
    pub fn of(seat: &str, attendance: &Attendance, holder: Option<&str>) -> ListedAttendance {
        let Attendance {
            // The list stands in its session.
            session: _,
            // Scripts are given its name.
            seat: _,
            status,
            person,
            representative,
            reason,
            // What is listed is the roll as it was called.
            arrived: _,
            departed: _,
            // What it means is known to a later version alone.
            extra: _,
        } = attendance;
        let came = matches!(status, Presence::Present | Presence::Video);
        let holder = holder.filter(|_| came).map(str::to_owned);
        ListedAttendance {
            seat: seat.to_owned(),
            status: *status,
            person: person.clone().or(holder),
            representative: representative.as_ref().and_then(stood_in),
            reason: reason.clone(),
        }
    }
}

fn stood_in(who: &Representative) -> Option<String> {
    let Representative { name, post } = who;
    let text = with_post(name.as_deref(), post.as_deref());
    (!text.is_empty()).then_some(text)
}

/// «نام، سمت», or the one that is known.
fn with_post(name: Option<&str>, post: Option<&str>) -> String {
    let known: Vec<&str> = [name, post]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    known.join("، ")
}

impl ListedResolution {
    /// The record of a resolution taken on `session_date` and notified on `notified`. Status, lateness and warnings
    /// are those of the record alone; whoever has looked further sets them.
    pub fn of(
        resolution: &Resolution,
        body: &str,
        session_date: Option<Day>,
        notified: Option<Day>,
    ) -> ListedResolution {
        let days = Days {
            session_date,
            notified,
        };
        let own = resolution.granted();
        let Resolution {
            id,
            // Their order is that of the list.
            position: _,
            row,
            subject,
            text,
            // Those of the wording are listed, each with what is known of it.
            clauses: _,
            // Both are listed with the days they come to.
            deadline: _,
            extensions: _,
            responsible,
            status,
            follow_ups,
            follows,
            // These lead from page to page of a session.
            from_note: _,
            agenda_item: _,
            // It is of the reading back.
            agreed: _,
            // What it means is known to a later version alone.
            extra: _,
        } = resolution;
        ListedResolution {
            id: id.to_string(),
            session: id.session().to_string(),
            body: body.to_owned(),
            row: *row,
            subject: subject.clone(),
            text: text.clone(),
            clauses: clauses(resolution, days),
            provisos: provisos(text),
            deadline: days.deadline(&own),
            responsible: written(responsible),
            status: status.word(),
            overdue: false,
            follow_ups: follow_ups.iter().map(ListedFollowUp::from).collect(),
            follows: follows.clone(),
            warnings: Vec::new(),
            extensions: days.extensions(&own),
            days_late: 0,
            missed: 0,
            rounds: Vec::new(),
        }
    }
}

/// The days that deadlines of a resolution count from.
#[derive(Clone, Copy)]
struct Days {
    session_date: Option<Day>,
    notified: Option<Day>,
}

impl Days {
    /// The first deadline with its own day, longer times left aside.
    fn deadline(self, granted: &Granted) -> Option<ListedDeadline> {
        granted.first.map(|deadline| ListedDeadline {
            written: deadline.written.clone(),
            kind: deadline.kind(),
            due: granted
                .first_due(self.session_date, self.notified)
                .map(ListedDay::from),
        })
    }

    fn extensions(self, granted: &Granted) -> Vec<ListedExtension> {
        let longer = |extension: &Extension| {
            let due = extension.due(self.session_date, self.notified, &granted.answered);
            let Extension {
                deadline,
                granted_on,
                by,
                letter,
            } = extension;
            ListedExtension {
                written: deadline.written.clone(),
                due: due.map(ListedDay::from),
                granted_on: granted_on.map(ListedDay::from),
                by: by.clone(),
                letter: letter.clone(),
            }
        };
        granted.extensions.iter().map(longer).collect()
    }
}

fn clauses(resolution: &Resolution, days: Days) -> Vec<ListedClause> {
    let nothing = ClauseState::default();
    let spans = wording::clauses(&resolution.text);
    let listed = spans.into_iter().map(|span| {
        let state = resolution.clauses.get(&span.letter).unwrap_or(&nothing);
        let granted = resolution.granted_to(&span.letter, state);
        let ClauseState {
            responsible,
            // Both are listed with the days they come to.
            deadline: _,
            extensions: _,
            status,
        } = state;
        ListedClause {
            text: resolution.text.get(span.text_byte).unwrap_or_default().to_owned(),
            responsible: written(responsible),
            deadline: days.deadline(&granted),
            status: status.word(),
            extensions: days.extensions(&granted),
            letter: span.letter,
        }
    });
    listed.collect()
}

fn provisos(text: &str) -> Vec<String> {
    let words = |span: wording::ProvisoSpan| text.get(span.text_byte).unwrap_or_default().to_owned();
    wording::provisos(text).into_iter().map(words).collect()
}

fn written(responsible: &[Responsible]) -> Vec<String> {
    let name = |who: &Responsible| {
        let Responsible {
            written,
            // The organisations have a listing of their own.
            organisation: _,
        } = who;
        written.clone()
    };
    responsible.iter().map(name).collect()
}

impl From<&FollowUp> for ListedFollowUp {
    fn from(follow_up: &FollowUp) -> Self {
        let FollowUp {
            date,
            by,
            letter,
            clause,
            text,
            status,
            kind,
        } = follow_up;
        ListedFollowUp {
            date: date.map(ListedDay::from),
            by: by.clone(),
            letter: letter.clone(),
            clause: clause.clone(),
            text: text.clone(),
            status: status.map(|status| status.word()),
            kind: (*kind != FollowUpKind::Answer).then(|| kind.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deadline::read_deadline;

    fn keys(json: &str) -> Vec<String> {
        // serde_json's map sorts its keys; the order is read from the text.
        let top = json.split('"').skip(1).step_by(2);
        top.filter(|key| json.contains(&format!("\"{key}\":")))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn the_fields_of_a_session_stand_in_the_order_of_the_contract() {
        let session = Session {
            date: Day::from_jalali(1401, 3, 12).ok(),
            invitation_number: Some("۲۱/۲۵".into()),
            ..Session::default()
        };
        let json = serde_json::to_string(&ListedSession::of(&session, "کتاف")).unwrap();
        let expected = "id body year ordinal kind date jalali iso weekday start end place chair secretary \
                        invitation number date agenda notes attendance guests resolutions open state warnings";
        assert_eq!(keys(&json).join(" "), expected);
        assert!(
            json.contains(r#""date":{"jalali":"1401/03/12","iso":"2022-06-02"},"weekday":"پنجشنبه""#),
            "{json}"
        );
    }

    #[test]
    fn a_resolution_carries_its_clauses_and_the_day_its_deadline_comes_to() {
        let date = Day::from_jalali(1401, 8, 28).ok();
        let resolution = Resolution {
            text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.".into(),
            deadline: Some(read_deadline("حداکثر شش ماه", date)),
            ..Resolution::default()
        };
        let listed = ListedResolution::of(&resolution, "کتاف", date, None);
        let deadline = listed.deadline.as_ref().unwrap();
        assert_eq!(
            (deadline.kind, deadline.due.as_ref().unwrap().jalali.as_str()),
            ("at_most", "1402/02/28")
        );
        assert_eq!(listed.clauses.len(), 2);
        assert_eq!(listed.clauses[1].text, "نتیجه اعلام گردد.");
    }
}
