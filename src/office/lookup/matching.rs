//! A resolution as the filter grammar sees it. Decides nothing about what matches.

use crate::domain::body::Body;
use crate::domain::deadline::Deadline;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{ClauseState, FollowUp, Resolution, Responsible};
use crate::office::query::ResolutionRow;
use crate::search::FilterRow;
use std::collections::HashMap;

/// What of a resolution's own record can be looked for.
pub(super) struct SoughtTexts<'a> {
    /// Subject.
    pub subject: Option<&'a str>,
    /// Wording, deadline and what was answered, as written.
    pub texts: Vec<&'a str>,
    /// Everyone who is to act, in the resolution and then in its clauses.
    pub responsible: Vec<&'a Responsible>,
}

impl<'a> SoughtTexts<'a> {
    /// Of a resolution, taken apart whole.
    pub(super) fn of(resolution: &'a Resolution) -> SoughtTexts<'a> {
        let Resolution {
            subject,
            text,
            clauses,
            deadline,
            responsible,
            follow_ups,
            // Where it stands, which the order tells; filters have no words for it.
            id: _,
            position: _,
            row: _,
            // Its standing on a day is asked for in fields of their own.
            status: _,
            extensions: _,
            // It leads to other records; these are found by their own words.
            follows: _,
            from_note: _,
            agenda_item: _,
            // It is of the reading back.
            agreed: _,
            // It is about the words, not in them.
            vote: _,
            confidential: _,
            attachments,
            // Numbers of other records; what they set right stands in the fields.
            corrected: _,
            // What it means is known to a later version alone.
            extra: _,
        } = resolution;
        let mut texts = vec![text.as_str()];
        texts.extend(deadline.as_ref().map(written));
        texts.extend(follow_ups.iter().flat_map(answered));
        texts.extend(attachments.iter().map(|one| one.name.as_str()));
        let of_clauses = clauses.values().flat_map(of_clause);
        SoughtTexts {
            subject: subject.as_deref(),
            texts,
            responsible: responsible.iter().chain(of_clauses).collect(),
        }
    }
}

fn written(deadline: &Deadline) -> &str {
    let Deadline {
        written,
        // The day it comes to is asked for in a field of its own.
        meaning: _,
    } = deadline;
    written
}

fn answered(follow_up: &FollowUp) -> impl Iterator<Item = &str> {
    let FollowUp {
        text,
        letter,
        by,
        // These are not words that anybody would look for.
        date: _,
        clause: _,
        status: _,
        kind: _,
    } = follow_up;
    [Some(text.as_str()), letter.as_deref(), by.as_deref()]
        .into_iter()
        .flatten()
}

fn of_clause(state: &ClauseState) -> &[Responsible] {
    let ClauseState {
        responsible,
        // Where it stands is asked of the resolution as a whole.
        deadline: _,
        status: _,
        extensions: _,
    } = state;
    responsible
}

/// The row of a filter for one resolution of `body`.
pub(super) fn row<'a>(
    row: &'a ResolutionRow,
    body: &'a Body,
    organisations: &'a HashMap<OrganisationId, Organisation>,
) -> FilterRow<'a> {
    let SoughtTexts {
        subject,
        mut texts,
        responsible: named,
    } = SoughtTexts::of(&row.resolution);
    let known = named
        .iter()
        .filter_map(|r| organisations.get(r.organisation.as_ref()?));
    let responsible: Vec<&str> = named
        .iter()
        .map(|r| r.written.as_str())
        .chain(known.flat_map(Organisation::names))
        .collect();
    texts.extend(subject);
    texts.extend(&responsible);
    FilterRow {
        texts,
        subject,
        responsible,
        session: row.session.as_str(),
        ordinal: row.session_ordinal,
        year: row.year_counted(),
        body: names_of(body).collect(),
        status: row.status,
        overdue: row.overdue,
        due: row.due,
    }
}

/// What a body is asked for by: its names, and its id.
pub(super) fn names_of(body: &Body) -> impl Iterator<Item = &str> {
    let Body {
        id,
        name,
        short_name,
        // These are its rules and customs, not names.
        place: _,
        chair_post: _,
        secretary_post: _,
        letters: _,
        numbering: _,
        roll_call: _,
        rules: _,
        terms: _,
        reading: _,
        standing_items: _,
        // What it means is known to a later version alone.
        extra: _,
    } = body;
    let names = [Some(name.as_str()), short_name.as_deref(), Some(id.as_str())];
    names.into_iter().flatten()
}
