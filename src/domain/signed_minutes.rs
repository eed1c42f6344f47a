//! Minutes as they were signed: every record of them and what was shown around it, kept whole, one for each time they
//! were signed. Does not know what became of the records since.

use super::Extra;
use super::attendance::Attendance;
use super::body::Body;
use super::correction::{Correctable, Corrected, Correction, FieldChange};
use super::ids::SessionId;
use super::resolution::Resolution;
use super::seat::{Holder, Seat};
use super::session::{Note, Session};
use super::verification::{Agreement, Content, Surroundings};
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// One signed version of a session's minutes. Nothing in it changes afterwards, but that it may be reopened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SignedMinutes {
    /// The number of the version, from 1.
    pub version: u32,
    /// The head, with who signed it and the code.
    pub session: Session,
    /// The body as it was, with the rules in force that day and no others; see [`frozen_body`].
    pub body: Body,
    /// The seats of the roll as they were, each with its holder of the day and no other; see [`frozen_seat`].
    #[serde(default)]
    pub seats: Vec<Seat>,
    /// Every attendance record.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// Every note.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Every resolution.
    #[serde(default)]
    pub resolutions: Vec<Resolution>,
    /// The day it was kept, where it was signed earlier, by a program that did not keep it: the names, posts and rules
    /// are those of that day. None where it was kept with the signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_late: Option<Day>,
    /// Who opened the minutes again, where somebody did; the next version takes the place of this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Reopening>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The roll of a signed version, read without the rest.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct SignedRoll {
    /// The number of the version, from 1.
    pub version: u32,
    /// The seats as they were signed.
    #[serde(default)]
    pub seats: Vec<Seat>,
    /// Where the version was opened again.
    #[serde(default)]
    pub reopened: Option<Reopening>,
}

/// The opening of minutes that were signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// Who opened them.
    pub by: String,
    /// The day.
    pub date: Day,
    /// Why.
    pub reason: String,
}

impl SignedRoll {
    /// The roll that holds among the versions of a session; none where the last one was opened again.
    pub fn that_holds(versions: Vec<SignedRoll>) -> Option<SignedRoll> {
        let last = versions.into_iter().max_by_key(|one| one.version);
        last.filter(|last| last.reopened.is_none())
    }
}

impl SignedMinutes {
    /// The key of the record in the store: `<session>/<version>`.
    pub fn key(session: &SessionId, version: u32) -> String {
        format!("{session}/{version}")
    }

    /// Its number, its code, and who opened it again, without anything that it says.
    #[must_use]
    pub fn without_records(&self) -> SignedMinutes {
        SignedMinutes {
            version: self.version,
            session: Session {
                id: self.session.id.clone(),
                verification: self.session.verification.clone(),
                ..Session::default()
            },
            kept_late: self.kept_late,
            reopened: self.reopened.clone(),
            ..SignedMinutes::default()
        }
    }

    /// The minutes as a code sees them.
    pub fn content(&self) -> Content<'_> {
        Content {
            session: &self.session,
            attendance: &self.attendance,
            notes: &self.notes,
            resolutions: &self.resolutions,
            surroundings: Some(Surroundings {
                body: &self.body,
                seats: &self.seats,
            }),
        }
    }

    /// Whether its own code agrees with it; without a code there is nothing to agree.
    pub fn agreement(&self) -> Agreement {
        let code = self.session.verification.as_ref();
        code.map_or(Agreement::Differs, |code| code.check(self.content()))
    }

    /// The minutes with what their corrections set right, in the order of their numbers. Corrections of other versions
    /// are passed over, and so is what cannot be set.
    pub fn corrected(&self, corrections: &[Correction]) -> SignedMinutes {
        let mut own: Vec<&Correction> = corrections
            .iter()
            .filter(|one| one.version == self.version)
            .collect();
        own.sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
        let mut minutes = self.clone();
        for correction in own {
            minutes.correct(correction);
        }
        minutes
    }

    fn correct(&mut self, correction: &Correction) {
        let date = self.session.date;
        match &correction.about {
            Corrected::Session => set_all(&mut self.session, &correction.changes, date),
            Corrected::Attendance(seat) => {
                if !self.attendance.iter().any(|mark| mark.seat == *seat) {
                    self.attendance.push(Attendance {
                        session: self.session.id.clone(),
                        seat: seat.clone(),
                        ..Attendance::default()
                    });
                }
                let mark = self.attendance.iter_mut().find(|mark| mark.seat == *seat);
                mark.into_iter()
                    .for_each(|mark| set_all(mark, &correction.changes, date));
            }
            Corrected::Note(id) => {
                let note = self.notes.iter_mut().find(|note| note.id == *id);
                note.into_iter()
                    .for_each(|note| set_all(note, &correction.changes, date));
            }
            Corrected::Resolution(id) => {
                let found = self.resolutions.iter_mut().find(|one| one.id == *id);
                found
                    .into_iter()
                    .for_each(|one| set_all(one, &correction.changes, date));
            }
        }
    }
}

/// Sets what can be set.
fn set_all(record: &mut impl Correctable, changes: &[FieldChange], date: Option<Day>) {
    for FieldChange {
        field,
        was: _,
        shall_be,
    } in changes
    {
        let _ = record.set(field, shall_be, date);
    }
}

/// A body as minutes of a day show it: with the rules in force alone, and without what helps to read other minutes.
pub fn frozen_body(body: &Body, date: Option<Day>) -> Body {
    Body {
        rules: body.rules_for(date).cloned().into_iter().collect(),
        reading: Box::default(),
        ..body.clone()
    }
}

/// A seat as minutes of a day show it: with its holder of that day alone, who held it without an end.
pub fn frozen_seat(seat: &Seat, date: Option<Day>) -> Seat {
    let holder = |Holder {
                      name,
                      post,
                      from: _,
                      until: _,
                      namesake: _,
                  }: &Holder| Holder {
        name: name.clone(),
        post: post.clone(),
        from: None,
        until: None,
        namesake: None,
    };
    Seat {
        holders: seat.holder_on(date).map(holder).into_iter().collect(),
        ..seat.clone()
    }
}
