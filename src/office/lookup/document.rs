//! A resolution as the index takes it in. Does not know the index.

use super::matching::{SoughtTexts, names_of};
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::deadline::{DaysAfter, Meaning};
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Granted, Resolution};
use crate::domain::session::Session;
use crate::office::standing::standing;
use crate::search::index::{Document, FilterNames, SessionFacts};
use std::cmp::Reverse;

/// The document of a resolution of `session`. The texts are those of `matching`, without the names of organisations.
pub(in crate::office) fn document(
    session: &Session,
    after: DaysAfter,
    resolution: &Resolution,
    holidays: &Holidays,
) -> Document {
    let SoughtTexts {
        subject,
        texts,
        responsible: named,
    } = SoughtTexts::of(resolution);
    let responsible: Vec<String> = named.iter().map(|r| r.written.clone()).collect();
    let mut texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
    texts.extend(responsible.iter().cloned());
    // Status and due do not depend on the day; only lateness does.
    let standing = standing(session, after, resolution, Day::FIRST, holidays);
    Document {
        key: resolution.id.to_string(),
        subject: subject.map(str::to_owned),
        texts,
        responsible,
        organisations: named
            .iter()
            .filter_map(|r| Some(r.organisation.as_ref()?.0.clone()))
            .collect(),
        status: standing.status,
        due: standing.due,
        late_from: late_from(session, after, resolution, holidays),
        position: resolution.position,
    }
}

/// The first day on which an open resolution is late, none where it never is. Of deadlines that fall due on the same
/// day, the one that is late last decides.
fn late_from(
    session: &Session,
    after: DaysAfter,
    resolution: &Resolution,
    holidays: &Holidays,
) -> Option<Day> {
    let when = |granted: Granted| {
        let meaning = granted.in_force(session.date)?.0.meaning;
        Some((granted.due(session.date, after)?, meaning))
    };
    let all: Vec<(Day, Meaning)> = resolution.to_be_met().filter_map(when).collect();
    let due = all.iter().map(|(due, _)| *due).min()?;
    let of_that_day = all.iter().filter(|(day, _)| *day == due);
    let late_from = of_that_day.map(|(_, meaning)| meaning.late_from(due, holidays));
    // The calendar ends somewhere.
    late_from.max().filter(|from| *from > due)
}

/// What the index keeps of a session.
pub(super) fn facts(session: &Session, after: DaysAfter) -> SessionFacts {
    let DaysAfter {
        notified,
        next_session,
    } = after;
    let year_asked = session.year_counted();
    let Session {
        id,
        body,
        year,
        ordinal,
        date,
        // It is in `after`.
        notified: _,
        // Its other words are found as what was said, and shown when it is read.
        kind: _,
        invitation_number: _,
        invitation_date: _,
        weekday_written: _,
        start: _,
        end: _,
        place: _,
        chair: _,
        secretary: _,
        state: _,
        agenda: _,
        guests: _,
        talk: _,
        item_times: _,
        breaks: _,
        answers: _,
        invitation_text: _,
        annexes: _,
        attachments: _,
        signatures: _,
        signing: _,
        verification: _,
        approves: _,
        approval: _,
        source: _,
        extra: _,
    } = session;
    SessionFacts {
        date: *date,
        year: *year,
        ordinal: *ordinal,
        id: Reverse(id.0.clone()),
        body: body.0.clone(),
        notified,
        next_session,
        year_asked,
        look_at_all: false,
    }
}

/// What comes behind a session, as the index keeps it.
pub(in crate::office) fn after_of(facts: &SessionFacts) -> DaysAfter {
    DaysAfter {
        notified: facts.notified,
        next_session: facts.next_session,
    }
}

/// Tells the names of a body.
pub(super) fn tell_body(names: &mut FilterNames, body: &Body) {
    names.set_body(body.id.0.clone(), names_of(body).map(str::to_owned).collect());
}

/// Tells the names of an organisation.
pub(super) fn tell_organisation(names: &mut FilterNames, organisation: &Organisation) {
    let own = organisation.names().map(str::to_owned).collect();
    names.set_organisation(organisation.id.0.clone(), own);
}

/// As much of a session as a row of one of its resolutions shows or reckons with.
pub(super) fn session_of(facts: &SessionFacts) -> Session {
    let SessionFacts {
        date,
        year,
        ordinal,
        id: Reverse(id),
        body,
        notified,
        // It is no part of its record: see `after_of`.
        next_session: _,
        // They are derived, or about its resolutions.
        year_asked: _,
        look_at_all: _,
    } = facts;
    Session {
        id: SessionId(id.clone()),
        body: BodyId(body.clone()),
        date: *date,
        year: *year,
        ordinal: *ordinal,
        notified: *notified,
        ..Session::default()
    }
}
