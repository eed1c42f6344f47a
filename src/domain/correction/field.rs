//! The fields of minutes that a correction can set right, and how one is read and set. A value is text: days ISO
//! (`2022-06-02`), times `07:30`, ways of being there by their word, several names a line each; empty where there is none.
//! Does not know which version of the minutes the records are of.

use crate::calendar::{Day, TimeOfDay};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::deadline::{Deadline, read_deadline};
use crate::domain::resolution::{Resolution, Responsible};
use crate::domain::session::{Note, Session};
use serde::{Deserialize, Serialize};

/// A field with the value that was signed and the right one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field.
    pub field: CorrectedField,
    /// What was signed.
    pub was: String,
    /// What is right.
    pub shall_be: String,
}

/// A field that can be set right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum CorrectedField {
    // Of the head.
    Date,
    Start,
    End,
    Place,
    Chair,
    Secretary,
    InvitationNumber,
    // Of a seat.
    Status,
    Person,
    Representative,
    RepresentativePost,
    Reason,
    Arrived,
    Departed,
    // Of a note.
    Note,
    NoteSpeaker,
    // Of a resolution.
    Resolution,
    Subject,
    Deadline,
    Responsible,
    /// Of the clause with this letter.
    ClauseDeadline(String),
    /// Of the clause with this letter.
    ClauseResponsible(String),
}

/// Why a field cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCorrectable {
    /// The record has no such field.
    NoSuchField,
    /// The text is no value of the field.
    NoValue,
}

impl CorrectedField {
    /// The name of the field in the canonical text of the code.
    pub fn name(&self) -> &'static str {
        match self {
            CorrectedField::Date => "date",
            CorrectedField::Start => "start",
            CorrectedField::End => "end",
            CorrectedField::Place => "place",
            CorrectedField::Chair => "chair",
            CorrectedField::Secretary => "secretary",
            CorrectedField::InvitationNumber => "invitation_number",
            CorrectedField::Status => "status",
            CorrectedField::Person => "person",
            CorrectedField::Representative => "representative",
            CorrectedField::RepresentativePost => "representative_post",
            CorrectedField::Reason => "reason",
            CorrectedField::Arrived => "arrived",
            CorrectedField::Departed => "departed",
            CorrectedField::Note => "note",
            CorrectedField::NoteSpeaker => "note_speaker",
            CorrectedField::Resolution => "resolution",
            CorrectedField::Subject => "subject",
            CorrectedField::Deadline => "deadline",
            CorrectedField::Responsible => "responsible",
            CorrectedField::ClauseDeadline(_) => "clause_deadline",
            CorrectedField::ClauseResponsible(_) => "clause_responsible",
        }
    }

    /// The letter of the clause that it is of.
    pub fn clause(&self) -> Option<&str> {
        match self {
            CorrectedField::ClauseDeadline(letter) | CorrectedField::ClauseResponsible(letter) => {
                Some(letter)
            }
            _ => None,
        }
    }
}

/// A record of minutes that can be corrected.
pub trait Correctable: Clone {
    /// Where the field is; none where the record has no such field.
    #[doc(hidden)]
    fn slot(&mut self, field: &CorrectedField) -> Option<FieldSlot<'_>>;

    /// What the field says.
    ///
    /// # Errors
    /// [`NotCorrectable::NoSuchField`].
    fn value(&self, field: &CorrectedField) -> Result<String, NotCorrectable> {
        let mut copy = self.clone();
        let slot = copy.slot(field).ok_or(NotCorrectable::NoSuchField)?;
        Ok(slot.read())
    }

    /// Sets the field. A deadline is counted from `date`, the day of the session.
    ///
    /// # Errors
    /// [`NotCorrectable`]; nothing was set then.
    fn set(&mut self, field: &CorrectedField, value: &str, date: Option<Day>) -> Result<(), NotCorrectable> {
        let slot = self.slot(field).ok_or(NotCorrectable::NoSuchField)?;
        slot.write(value.trim(), date).ok_or(NotCorrectable::NoValue)
    }
}

/// The place of a value in a record.
#[doc(hidden)]
pub enum FieldSlot<'r> {
    /// Words that may be missing.
    Text(&'r mut Option<String>),
    /// Words that must be there.
    Words(&'r mut String),
    Day(&'r mut Option<Day>),
    Time(&'r mut Option<TimeOfDay>),
    Presence(&'r mut Presence),
    Deadline(&'r mut Option<Deadline>),
    Names(&'r mut Vec<Responsible>),
}

impl FieldSlot<'_> {
    fn read(self) -> String {
        match self {
            FieldSlot::Text(text) => text.clone().unwrap_or_default(),
            FieldSlot::Words(words) => words.clone(),
            FieldSlot::Day(day) => day.map(|day| day.iso()).unwrap_or_default(),
            FieldSlot::Time(time) => time.map(|time| time.to_string()).unwrap_or_default(),
            FieldSlot::Presence(presence) => presence.word().to_owned(),
            FieldSlot::Deadline(deadline) => {
                let written = deadline.as_ref().map(|deadline| deadline.written.clone());
                written.unwrap_or_default()
            }
            FieldSlot::Names(names) => {
                let written: Vec<&str> = names.iter().map(|one| one.written.as_str()).collect();
                written.join("\n")
            }
        }
    }

    /// None where the text is no value of the field.
    fn write(self, value: &str, date: Option<Day>) -> Option<()> {
        let some = || (!value.is_empty()).then(|| value.to_owned());
        match self {
            FieldSlot::Text(text) => *text = some(),
            FieldSlot::Words(words) => *words = some()?,
            FieldSlot::Day(day) => *day = Some(Day::from_iso(value).ok()?),
            FieldSlot::Time(time) if value.is_empty() => *time = None,
            FieldSlot::Time(time) => *time = Some(TimeOfDay::parse(value).ok()?),
            FieldSlot::Presence(presence) => {
                *presence = Presence::ALL.into_iter().find(|one| one.word() == value)?;
            }
            FieldSlot::Deadline(deadline) => *deadline = some().map(|written| read_deadline(&written, date)),
            FieldSlot::Names(names) => *names = named(names, value),
        }
        Some(())
    }
}

/// The names of a value; those that were there before are still the organisations they were found to be.
fn named(before: &[Responsible], value: &str) -> Vec<Responsible> {
    let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
    let one = |written: &str| {
        let known = before.iter().find(|one| one.written == written);
        known.cloned().unwrap_or_else(|| Responsible {
            written: written.to_owned(),
            organisation: None,
        })
    };
    lines.map(one).collect()
}

impl Correctable for Session {
    fn slot(&mut self, field: &CorrectedField) -> Option<FieldSlot<'_>> {
        Some(match field {
            CorrectedField::Date => FieldSlot::Day(&mut self.date),
            CorrectedField::Start => FieldSlot::Time(&mut self.start),
            CorrectedField::End => FieldSlot::Time(&mut self.end),
            CorrectedField::Place => FieldSlot::Text(&mut self.place),
            CorrectedField::Chair => FieldSlot::Text(&mut self.chair),
            CorrectedField::Secretary => FieldSlot::Text(&mut self.secretary),
            CorrectedField::InvitationNumber => FieldSlot::Text(&mut self.invitation_number),
            _ => return None,
        })
    }
}

impl Correctable for Attendance {
    fn slot(&mut self, field: &CorrectedField) -> Option<FieldSlot<'_>> {
        let nobody = Representative::default;
        Some(match field {
            CorrectedField::Status => FieldSlot::Presence(&mut self.status),
            CorrectedField::Person => FieldSlot::Text(&mut self.person),
            CorrectedField::Representative => {
                FieldSlot::Text(&mut self.representative.get_or_insert_with(nobody).name)
            }
            CorrectedField::RepresentativePost => {
                FieldSlot::Text(&mut self.representative.get_or_insert_with(nobody).post)
            }
            CorrectedField::Reason => FieldSlot::Text(&mut self.reason),
            CorrectedField::Arrived => FieldSlot::Time(&mut self.arrived),
            CorrectedField::Departed => FieldSlot::Time(&mut self.departed),
            _ => return None,
        })
    }
}

impl Correctable for Note {
    fn slot(&mut self, field: &CorrectedField) -> Option<FieldSlot<'_>> {
        Some(match field {
            CorrectedField::Note => FieldSlot::Words(&mut self.text),
            CorrectedField::NoteSpeaker => FieldSlot::Text(&mut self.speaker),
            _ => return None,
        })
    }
}

impl Correctable for Resolution {
    fn slot(&mut self, field: &CorrectedField) -> Option<FieldSlot<'_>> {
        Some(match field {
            CorrectedField::Resolution => FieldSlot::Words(&mut self.text),
            CorrectedField::Subject => FieldSlot::Text(&mut self.subject),
            CorrectedField::Deadline => FieldSlot::Deadline(&mut self.deadline),
            CorrectedField::Responsible => FieldSlot::Names(&mut self.responsible),
            CorrectedField::ClauseDeadline(letter) => {
                FieldSlot::Deadline(&mut self.clauses.entry(letter.clone()).or_default().deadline)
            }
            CorrectedField::ClauseResponsible(letter) => {
                FieldSlot::Names(&mut self.clauses.entry(letter.clone()).or_default().responsible)
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_set_to_what_is_right_and_to_nothing_that_it_cannot_be() {
        let mut session = Session::default();
        assert_eq!(session.value(&CorrectedField::End), Ok(String::new()));
        assert_eq!(session.set(&CorrectedField::End, "10:30", None), Ok(()));
        assert_eq!(session.value(&CorrectedField::End), Ok("10:30".into()));
        let refused = session.set(&CorrectedField::End, "شب", None);
        assert_eq!(refused, Err(NotCorrectable::NoValue));
        assert_eq!(session.value(&CorrectedField::End), Ok("10:30".into()));
        let foreign = session.set(&CorrectedField::Subject, "آب", None);
        assert_eq!(foreign, Err(NotCorrectable::NoSuchField));
        let mut note = Note {
            text: "سخن".into(),
            ..Note::default()
        };
        assert_eq!(
            note.set(&CorrectedField::Note, " ", None),
            Err(NotCorrectable::NoValue)
        );
    }

    #[test]
    fn names_that_stay_are_still_the_organisations_they_were_found_to_be() {
        let known = Responsible {
            written: "بهزیستی".into(),
            organisation: Some("o1".into()),
        };
        let mut resolution = Resolution {
            responsible: vec![known.clone()],
            ..Resolution::default()
        };
        let field = CorrectedField::Responsible;
        assert_eq!(resolution.set(&field, "بهزیستی\n شهرداری", None), Ok(()));
        assert_eq!(resolution.value(&field), Ok("بهزیستی\nشهرداری".into()));
        assert_eq!(resolution.responsible[0], known);
        assert_eq!(resolution.responsible[1].organisation, None);
    }
}
