//! A resolution as the index takes it in. Does not know the index.

use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::deadline::Meaning;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Granted, Resolution, Responsible};
use crate::domain::session::Session;
use crate::office::standing::standing;
use crate::search::index::{Document, Names, SessionFacts};
use std::cmp::Reverse;

/// The document of a resolution of `session`. The texts are those of `matching`, without the names of organisations.
pub(in crate::office) fn document(
    session: &Session,
    resolution: &Resolution,
    holidays: &Holidays,
) -> Document {
    let of_clauses = resolution.clauses.values().flat_map(|c| &c.responsible);
    let named: Vec<&Responsible> = resolution.responsible.iter().chain(of_clauses).collect();
    let responsible: Vec<String> = named.iter().map(|r| r.written.clone()).collect();
    let follow_ups = resolution.follow_ups.iter();
    let follow_ups = follow_ups.flat_map(|f| {
        [Some(&f.text), f.letter.as_ref(), f.by.as_ref()]
            .into_iter()
            .flatten()
    });
    let mut texts = vec![resolution.text.clone()];
    texts.extend(resolution.deadline.as_ref().map(|d| d.written.clone()));
    texts.extend(follow_ups.cloned());
    texts.extend(responsible.iter().cloned());
    // Status and due do not depend on the day; only lateness does.
    let standing = standing(session, resolution, Day::FIRST, holidays);
    Document {
        key: resolution.id.to_string(),
        subject: resolution.subject.clone(),
        texts,
        responsible,
        organisations: named
            .iter()
            .filter_map(|r| Some(r.organisation.as_ref()?.0.clone()))
            .collect(),
        status: standing.status,
        due: standing.due,
        late_from: late_from(session, resolution, holidays),
        position: resolution.position,
    }
}

/// The first day on which an open resolution is late, none where it never is. Of deadlines that fall due on the same
/// day, the one that is late last decides.
fn late_from(session: &Session, resolution: &Resolution, holidays: &Holidays) -> Option<Day> {
    let when = |granted: Granted| {
        let meaning = granted.in_force(session.date)?.0.meaning;
        Some((granted.due(session.date, session.notified)?, meaning))
    };
    let all: Vec<(Day, Meaning)> = resolution.to_be_met().filter_map(when).collect();
    let due = all.iter().map(|(due, _)| *due).min()?;
    let of_that_day = all.iter().filter(|(day, _)| *day == due);
    let day_after = due.plus_days(1);
    let late_from = of_that_day.map(|(_, meaning)| match meaning {
        Meaning::Immediate => due.next_working_day(holidays).max(day_after),
        _ => day_after,
    });
    // The calendar ends somewhere.
    late_from.max().filter(|from| *from > due)
}

/// What the index keeps of a session.
pub(super) fn facts(session: &Session) -> SessionFacts {
    SessionFacts {
        date: session.date,
        year: session.year,
        ordinal: session.ordinal,
        id: Reverse(session.id.0.clone()),
        body: session.body.0.clone(),
        notified: session.notified,
        year_asked: session.year_counted(),
        look_at_all: false,
    }
}

/// Tells the names of a body.
pub(super) fn tell_body(names: &mut Names, body: &Body) {
    let own = [Some(&body.name), body.short_name.as_ref(), Some(&body.id.0)];
    names.set_body(body.id.0.clone(), own.into_iter().flatten().cloned().collect());
}

/// Tells the names of an organisation.
pub(super) fn tell_organisation(names: &mut Names, organisation: &Organisation) {
    let own = organisation.names().map(str::to_owned).collect();
    names.set_organisation(organisation.id.0.clone(), own);
}

/// As much of a session as a row of one of its resolutions shows or reckons with.
pub(super) fn session_of(facts: &SessionFacts) -> Session {
    Session {
        id: SessionId(facts.id.0.clone()),
        body: BodyId(facts.body.clone()),
        date: facts.date,
        year: facts.year,
        ordinal: facts.ordinal,
        notified: facts.notified,
        ..Session::default()
    }
}
