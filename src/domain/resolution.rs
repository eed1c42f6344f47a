//! A resolution (مصوبه): wording, deadline, who is responsible, what came of it.
//! Clauses and provisos are read out of the wording (`wording`); only what is known *about* a clause is stored.

mod follow_up;
mod granted;
mod spoken;

use super::Extra;
use super::attachment::Attachment;
use super::deadline::{DaysAfter, Deadline};
use super::ids::{NoteId, OrganisationId, ResolutionId};
use super::vote::Vote;
use super::wording;
use crate::calendar::Day;
pub use follow_up::{FollowUp, FollowUpKind};
pub use granted::Granted;
use serde::{Deserialize, Serialize};
use spoken::Spoken;
use std::collections::BTreeMap;

/// A decision of a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Resolution {
    /// Its id; the session is in it.
    pub id: ResolutionId,
    /// Place in the session, ascending; gaps are normal.
    pub position: u32,
    /// The written row number (ردیف).
    #[serde(default)]
    pub row: Option<u32>,
    /// Subject (موضوع، عنوان).
    #[serde(default)]
    pub subject: Option<String>,
    /// The whole wording (مفاد), clauses and provisos in it, paragraphs parted by newlines.
    pub text: String,
    /// What is known of a clause, by its letter.
    #[serde(default)]
    pub clauses: BTreeMap<String, ClauseState>,
    /// Deadline (مهلت اقدام); none where none was written.
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// Responsible organisations; the first is the lead.
    #[serde(default)]
    pub responsible: Vec<Responsible>,
    /// Status as recorded; see [`Resolution::rolled_up`].
    #[serde(default)]
    pub status: Status,
    /// Follow-ups (پیگیری), oldest first.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
    /// The resolution that this one follows (پیرو).
    #[serde(default)]
    pub follows: Option<Reference>,
    /// The note of the same session that it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_note: Option<NoteId>,
    /// The agenda item it belongs to, from 1; where none is set, that of its note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda_item: Option<u32>,
    /// Longer times that were granted, oldest first; `deadline` stays the first one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// Whether it was agreed to when it was read back; see [`Resolution::reads_as`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub agreed: bool,
    /// How it was voted on, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
    /// Whether papers, letters and lists for others leave out what it says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
    /// Files that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Numbers of the corrections that were recorded of it after the minutes were signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<u32>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What is known of one clause beside its words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClauseState {
    /// Its own responsible organisations.
    #[serde(default)]
    pub responsible: Vec<Responsible>,
    /// Its own deadline.
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// Its status.
    #[serde(default)]
    pub status: Status,
    /// Longer times that were granted, oldest first; `deadline` stays the first one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
}

/// A longer time that was granted (تمدید مهلت).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The new deadline; a span counts from the day it was granted on.
    pub deadline: Deadline,
    /// The day it was granted on.
    #[serde(default)]
    pub granted_on: Option<Day>,
    /// Who granted it.
    #[serde(default)]
    pub by: Option<String>,
    /// Number of the letter.
    #[serde(default)]
    pub letter: Option<String>,
}

impl Extension {
    /// The day on which this longer time ends.
    pub fn due(&self, session: Option<Day>, after: DaysAfter, answered: &[Day]) -> Option<Day> {
        self.deadline.due(self.granted_on.or(session), after, answered)
    }
}

/// Who is to act: the written name, and the organisation it was found to be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Responsible {
    /// As written.
    pub written: String,
    /// The organisation, where the name is known.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
}

/// Where a resolution stands. Overdue is derived, never stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// اجرا شده
    Done,
    /// لغو
    Cancelled,
    /// Replaced by a later resolution.
    Superseded,
    /// در دست اجرا
    #[default]
    #[serde(other)]
    Open,
}

impl Status {
    /// All of them, in the order in which screens show them.
    pub const ALL: [Status; 4] = [Status::Open, Status::Done, Status::Cancelled, Status::Superseded];

    /// The word of the JSON.
    pub fn word(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Done => "done",
            Status::Cancelled => "cancelled",
            Status::Superseded => "superseded",
        }
    }
}

/// A resolution that another one names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// As written, «بند ۷ مصوبه هفتمین جلسه».
    pub written: String,
    /// The resolution, where it was found.
    #[serde(default)]
    pub resolution: Option<ResolutionId>,
}

impl Resolution {
    /// The letters of the clauses in its wording, for [`Resolution::rolled_up`]; none where no clause has a recorded
    /// state: the wording is not read for nothing then.
    pub fn letters_to_roll_up(&self) -> Vec<String> {
        if self.clauses.is_empty() {
            return Vec::new();
        }
        let clauses = wording::clauses(&self.text).into_iter();
        clauses.map(|clause| clause.letter).collect()
    }

    /// The subject, or where there is none the first line of the wording.
    pub fn name(&self) -> &str {
        let subject = self.subject.as_deref().filter(|s| !s.trim().is_empty());
        subject.unwrap_or_else(|| self.text.lines().next().unwrap_or_default())
    }

    /// Who leads, as written.
    pub fn lead(&self) -> Option<String> {
        self.responsible.first().map(|who| who.written.clone())
    }

    /// The letters of the clauses: those of the wording, and then those of which something is known though the wording
    /// has them no longer.
    pub fn known_letters(&self) -> Vec<String> {
        let in_wording = wording::clauses(&self.text).into_iter();
        let mut letters: Vec<String> = in_wording.map(|clause| clause.letter).collect();
        for letter in self.clauses.keys() {
            if !letters.contains(letter) {
                letters.push(letter.clone());
            }
        }
        letters
    }

    /// The status that the clauses roll up to: a resolution recorded as open is done once it has clauses with a
    /// recorded state, all of its `letters` have one, and none of them is open.
    pub fn rolled_up(&self, letters: &[String]) -> Status {
        let closed = |letter: &String| self.clauses.get(letter).is_some_and(|c| c.status != Status::Open);
        if self.status == Status::Open && !letters.is_empty() && letters.iter().all(closed) {
            Status::Done
        } else {
            self.status
        }
    }

    /// How many of its clauses are no longer open, of how many, while it is open itself; none where nothing is known of
    /// any clause.
    ///
    /// ```
    /// use dabir::domain::resolution::{ClauseState, Resolution, Status};
    /// let done = ClauseState { status: Status::Done, ..ClauseState::default() };
    /// let resolution = Resolution {
    ///     text: "الف) فهرست تهیه شود. ب) هزینه برآورد شود.".into(),
    ///     clauses: [("ب".to_owned(), done)].into(),
    ///     ..Resolution::default()
    /// };
    /// assert_eq!(resolution.clauses_closed(), Some((1, 2)));
    /// ```
    pub fn clauses_closed(&self) -> Option<(usize, usize)> {
        let letters = self.letters_to_roll_up();
        if letters.is_empty() || self.status != Status::Open {
            return None;
        }
        let closed = |letter: &&String| self.status_of(Some(letter)) != Status::Open;
        Some((letters.iter().filter(closed).count(), letters.len()))
    }

    /// Whether it reads aloud as another one does: subject, wording, deadlines and who is to act. What no longer does is
    /// no longer agreed to.
    ///
    /// ```
    /// use dabir::domain::resolution::Resolution;
    /// let read = Resolution { text: "گزارش داده شود.".into(), ..Resolution::default() };
    /// assert!(read.reads_as(&Resolution { row: Some(3), ..read.clone() }));
    /// assert!(!read.reads_as(&Resolution { subject: Some("گزارش".into()), ..read.clone() }));
    /// ```
    pub fn reads_as(&self, other: &Resolution) -> bool {
        self.read_aloud() == other.read_aloud()
    }

    /// What is read aloud of it.
    fn read_aloud(&self) -> (&Option<String>, &str, Spoken<'_>, Vec<(&str, Spoken<'_>)>) {
        let Resolution {
            subject,
            text,
            clauses,
            deadline,
            responsible,
            // Names and numbers of the record, not of what was decided.
            id: _,
            position: _,
            row: _,
            follows: _,
            from_note: _,
            agenda_item: _,
            // What came of it is not what was agreed to.
            status: _,
            follow_ups: _,
            extensions: _,
            // The agreement itself.
            agreed: _,
            // How it was decided, and who may read it, is not what it says.
            vote: _,
            confidential: _,
            // Files are looked at, not read aloud.
            attachments: _,
            // What was said of the signed words afterwards.
            corrected: _,
            // What it means is known to a later version alone.
            extra: _,
        } = self;
        let of_clauses = clauses
            .iter()
            .map(|(letter, state)| (letter.as_str(), state.spoken()));
        let of_clauses = of_clauses.filter(|(_, said)| !said.is_nothing()).collect();
        (subject, text, Spoken::of(deadline, responsible), of_clauses)
    }

    /// Everyone who is to act, in the resolution and then in its clauses.
    pub fn all_responsible_mut(&mut self) -> impl Iterator<Item = &mut Responsible> {
        let of_clauses = self.clauses.values_mut().flat_map(|c| &mut c.responsible);
        self.responsible.iter_mut().chain(of_clauses)
    }

    /// Everybody who is made responsible, by the resolution and by its clauses.
    pub fn all_responsible(&self) -> impl Iterator<Item = &Responsible> {
        let of_clauses = self.clauses.values().flat_map(|clause| &clause.responsible);
        self.responsible.iter().chain(of_clauses)
    }

    /// Everything with a deadline of its own that is still to be met: the resolution, and its open clauses.
    pub fn to_be_met(&self) -> impl Iterator<Item = Granted<'_>> {
        let open = self.clauses.iter().filter(|(_, c)| c.status == Status::Open);
        let of_clauses = open.map(|(letter, clause)| self.granted_to(letter, clause));
        std::iter::once(self.granted()).chain(of_clauses)
    }

    /// The deadline of the resolution itself.
    pub fn granted(&self) -> Granted<'_> {
        Granted {
            first: self.deadline.as_ref(),
            extensions: &self.extensions,
            answered: self.answered_for(None),
        }
    }

    /// The deadline of a clause of which something is known.
    pub fn granted_to<'a>(&'a self, letter: &str, clause: &'a ClauseState) -> Granted<'a> {
        Granted {
            first: clause.deadline.as_ref(),
            extensions: &clause.extensions,
            answered: self.answered_for(Some(letter)),
        }
    }

    /// The follow-ups that answer for a clause, or for the resolution itself: a reminder answers nothing, an answer
    /// for one clause only that clause, and one without a clause everything.
    ///
    /// ```
    /// use dabir::domain::resolution::{FollowUp, FollowUpKind, Resolution};
    /// let about = |clause: Option<&str>, kind| FollowUp { clause: clause.map(str::to_owned), kind, ..FollowUp::default() };
    /// let resolution = Resolution {
    ///     follow_ups: vec![
    ///         about(Some("الف"), FollowUpKind::Answer),
    ///         about(None, FollowUpKind::Reminder),
    ///         about(None, FollowUpKind::Answer),
    ///     ],
    ///     ..Resolution::default()
    /// };
    /// assert_eq!(resolution.answers(None).count(), 1);
    /// assert_eq!(resolution.answers(Some("الف")).count(), 2);
    /// assert_eq!(resolution.answers(Some("ب")).count(), 1);
    /// ```
    pub fn answers<'a>(&'a self, clause: Option<&str>) -> impl Iterator<Item = &'a FollowUp> {
        let is_for = move |f: &&FollowUp| f.clause.is_none() || f.clause.as_deref() == clause;
        let answers = self.follow_ups.iter().filter(|f| f.kind == FollowUpKind::Answer);
        answers.filter(is_for)
    }

    fn answered_for(&self, clause: Option<&str>) -> Vec<Day> {
        self.answers(clause).filter_map(|f| f.date).collect()
    }

    /// The last day on which anybody answered for any part of it.
    pub fn last_answered(&self) -> Option<Day> {
        let answers = self.follow_ups.iter().filter(|f| f.kind == FollowUpKind::Answer);
        answers.filter_map(|f| f.date).max()
    }

    /// The recorded status of a clause, or of the resolution itself.
    pub fn status_of(&self, clause: Option<&str>) -> Status {
        match clause {
            Some(letter) => self.clauses.get(letter).map(|c| c.status).unwrap_or_default(),
            None => self.status,
        }
    }

    /// The status before the follow-up at a place, where the one that it brought is the one that stands: that of the
    /// last earlier follow-up of the same clause that brought one, else open. None where its status stands no longer,
    /// or it brought none.
    pub fn status_before(&self, at: usize) -> Option<Status> {
        let this = self.follow_ups.get(at)?;
        let brought = |one: &&FollowUp| one.clause == this.clause && one.status.is_some();
        let is_last = !self.follow_ups[at + 1..].iter().any(|one| brought(&one));
        let stands = this.status == Some(self.status_of(this.clause.as_deref()));
        let earlier = self.follow_ups[..at].iter().rfind(brought);
        (stands && is_last).then(|| earlier.and_then(|one| one.status).unwrap_or_default())
    }
}
