//! The JSON of a resolution with its clauses and follow-ups. Does not know how it stands on a day: that is given.

use super::ListedDay;
use super::attachment::ListedAttachment;
use super::deadline::{Days, ListedDeadline, ListedExtension, ListedRound};
use super::vote::{ListedRoom, ListedVote};
use crate::calendar::Day;
use crate::domain::deadline::DaysAfter;
use crate::domain::resolution::{ClauseState, FollowUp, FollowUpKind, Reference, Resolution, Responsible};
use crate::domain::wording;
use serde::Serialize;

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
    /// Numbers of the corrections of the signed minutes that are about it; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<u32>,
    /// Of a recurring deadline: how many of its days have passed without an answer; left out where none has.
    #[serde(skip_serializing_if = "is_zero")]
    pub missed: u32,
    /// The days of a recurring deadline of its own, up to the next one; left out for other deadlines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<ListedRound>,
    /// Left out where nobody voted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vote: Option<ListedVote>,
    /// Left out where it is not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
    /// Who was there when it was decided; left out where that time is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<ListedRoom>,
    /// Left out where no file belongs to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ListedAttachment>,
}

impl ListedResolution {
    /// The record of a resolution taken on `session_date`, with what came `after` that. Status, lateness and warnings
    /// are those of the record alone; whoever has looked further sets them.
    pub fn of(
        resolution: &Resolution,
        body: &str,
        session_date: Option<Day>,
        after: DaysAfter,
    ) -> ListedResolution {
        let days = Days { session_date, after };
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
            vote,
            confidential,
            attachments,
            corrected,
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
            corrected: corrected.clone(),
            missed: 0,
            rounds: Vec::new(),
            vote: vote.as_ref().map(ListedVote::from),
            confidential: *confidential,
            room: None,
            attachments: attachments.iter().map(ListedAttachment::from).collect(),
        }
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
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

/// The clauses of the wording, and those of which something is known though the wording has them not, or has one alone.
fn clauses(resolution: &Resolution, days: Days) -> Vec<ListedClause> {
    let nothing = ClauseState::default();
    let spans = wording::clauses(&resolution.text);
    let text = resolution.text.as_str();
    let alone = wording::clause_at(text, text.len());
    let listed = resolution.known_letters().into_iter().map(|letter| {
        let span = spans.iter().chain(&alone).find(|span| span.letter == letter);
        let state = resolution.clauses.get(&letter).unwrap_or(&nothing);
        let granted = resolution.granted_to(&letter, state);
        let ClauseState {
            responsible,
            // Both are listed with the days they come to.
            deadline: _,
            extensions: _,
            status,
        } = state;
        ListedClause {
            text: span.map_or_else(String::new, |span| text[span.text_byte.clone()].to_owned()),
            responsible: written(responsible),
            deadline: days.deadline(&granted),
            status: status.word(),
            extensions: days.extensions(&granted),
            letter,
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
