//! Answers to queries: what the store holds, with what is derived from it on a day. Changes nothing.

mod attachments;
mod clashes;
mod entry;
mod near;
mod reader;
pub mod report;
mod review;
mod roll;
mod rooms;
mod secretariat;
mod sessions;
mod signed;
mod similar;
mod voices;
mod yearly;

use crate::calendar::{Day, Holidays};
use crate::domain::attendance::Tally;
use crate::domain::body::Body;
use crate::domain::closing::{self, Minutes};
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::preparing::{self, FirstItems};
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{AgendaItem, KeptLine, Note, Session, Source};
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::Content;
use crate::domain::warnings;
use crate::office::Office;
use crate::office::change::removing;
use crate::office::command::Failure;
use crate::office::lookup::{each, found, list, quick};
use crate::office::query::{Answer, Query, ResolutionRow, SessionView};
use crate::office::records::all;
use crate::office::standing::rows_of_session;
use crate::search::Filter;
use crate::search::index::Wanted;
use crate::store::{Store, StoreError, Tree};
use crate::text::alphabetical;
pub use attachments::attachments;
pub use entry::{changed, history};
use reader::seats_by_body;
pub use reader::{SessionReader, each_signed};
pub use rooms::{RowRooms, with_rooms};
pub use secretariat::{ReportTime, SecretariatFigures, secretariat, secretary_of};
pub(super) use sessions::latest_sessions;
pub use sessions::{session_ids, sessions};
pub use yearly::{HandoverView, YearRoll, handover, resolutions_in, year_roll};

/// Answers a query of a screen as of `today`.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(in crate::office) fn answer(office: &Office, query: &Query, today: Day) -> Result<Answer, Failure> {
    Ok(match query {
        Query::Sessions => {
            office.lookup().make();
            Answer::Sessions(sessions(office, today)?)
        }
        Query::LatestSessions { limit } => {
            office.lookup().make();
            Answer::LatestSessions(latest_sessions(office, *limit, today)?)
        }
        Query::Session(id) => Answer::Session(session(office, id, today)?.map(Box::new)),
        Query::Resolutions { filter, open, limit } => {
            office.lookup().make();
            let wanted = Wanted::all(filter, *open, today).first(*limit);
            match list::quick_resolutions(office, &wanted)? {
                (rows, true) => Answer::ResolutionsSoFar(rows),
                (rows, false) => Answer::Resolutions(rows),
            }
        }
        Query::Found { any_of, limit } => Answer::Resolutions(found::found(office, any_of, *limit, today)?),
        Query::Lookup { filter, limit } => {
            office.lookup().make();
            Answer::Lookup(quick::lookup(office, filter, *limit, today)?)
        }
        Query::NextSession { body, date, titles } => {
            Answer::NextSession(next_session(office, body, *date, today, titles)?.map(Box::new))
        }
        Query::Similar { text, body, before } => {
            Answer::Similar(similar::similar(office, text, body, before.as_ref(), today)?)
        }
        Query::OpenOfBody { body, before } => {
            Answer::OpenOfBody(review::open_of_body(office, body, before.as_ref(), today)?)
        }
        Query::Voices(id) => Answer::Voices(voices::voices(office, id)?),
        Query::Touched(removal) => Answer::Touched(Box::new(removing::look(office.store(), removal)?)),
        Query::Bodies => Answer::Bodies(bodies(office)?),
        Query::Organisations => Answer::Organisations(organisations(office)?),
        Query::Report(asked) => Answer::Report(Box::new(report::report(office, asked, today)?)),
        Query::ResolutionsOf(ids) => Answer::ResolutionsOf(list::rows_of(office, ids, today)?),
        Query::Entry(number) => Answer::Entry(entry::entry(office, *number)?.map(Box::new)),
        Query::History { limit } => Answer::History(history(office, *limit)?),
    })
}

/// All bodies by name, each with its seats in protocol order.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn bodies(office: &Office) -> Result<Vec<(Body, Vec<Seat>)>, Failure> {
    let store = office.store();
    let mut seats = seats_by_body(store)?;
    let mut bodies: Vec<Body> = all(store, Tree::Bodies, "")?;
    bodies.sort_by_cached_key(|b| alphabetical(&b.name));
    let with_seats = |body: Body| {
        let mut own = seats.remove(&body.id).unwrap_or_default();
        own.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        (body, own)
    };
    Ok(bodies.into_iter().map(with_seats).collect())
}

/// All organisations by name.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn organisations(office: &Office) -> Result<Vec<Organisation>, Failure> {
    let store = office.store();
    let mut organisations: Vec<Organisation> = all(store, Tree::Organisations, "")?;
    organisations.sort_by_cached_key(|o| alphabetical(&o.name));
    Ok(organisations)
}

/// The next session of a body as its earlier ones suggest it, none where there is no such body.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn next_session(
    office: &Office,
    body: &BodyId,
    date: Option<Day>,
    today: Day,
    titles: &FirstItems,
) -> Result<Option<Session>, Failure> {
    let Some(body) = office.store().get_readable::<Body>(Tree::Bodies, body.as_str())? else {
        return Ok(None);
    };
    let sessions = sessions_of(office, &body.id)?;
    let left = left_over(office, &sessions)?;
    Ok(Some(preparing::next_session(
        &body, &sessions, date, today, titles, left,
    )))
}

/// What the last session of a body left over for the next one.
fn left_over(office: &Office, sessions: &[Session]) -> Result<Vec<AgendaItem>, Failure> {
    let Some(last) = preparing::last_held(sessions) else {
        return Ok(Vec::new());
    };
    let inside = format!("{}/", last.id);
    let notes: Vec<Note> = all(office.store(), Tree::Notes, &inside)?;
    let resolutions: Vec<Resolution> = all(office.store(), Tree::Resolutions, &inside)?;
    let undiscussed = closing::left_undiscussed(&Minutes {
        session: last,
        roll: Vec::new(),
        quorum: None,
        notes: &notes,
        resolutions: resolutions.iter().collect(),
        near_names: &[],
    });
    Ok(preparing::left_over(last, &undiscussed, sessions))
}

/// The sessions of a body, in the order of their ids.
pub(super) fn sessions_of(office: &Office, body: &BodyId) -> Result<Vec<Session>, Failure> {
    let mut heads = office.lookup().heads_of(body)?;
    heads.sort_by(|a, b| a.id.cmp(&b.id));
    let sessions = heads.iter().map(|head| {
        office
            .store()
            .get_readable::<Session>(Tree::Sessions, head.id.as_str())
    });
    Ok(sessions
        .filter_map(Result::transpose)
        .collect::<Result<_, StoreError>>()?)
}

/// One session with everything in it, none where there is no such session.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn session(office: &Office, id: &SessionId, today: Day) -> Result<Option<SessionView>, Failure> {
    view(&SessionReader::of(office, today)?, id, true)
}

/// Every version of a session's minutes that was signed, the first one first; none where there is no such session.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn versions(office: &Office, id: &SessionId) -> Result<Vec<SignedMinutes>, Failure> {
    signed::versions(office.store(), id)
}

/// [`session`] without what the roll remembers of earlier sessions ([`RollRow::last`](crate::office::query::RollRow::last) and
/// [`RollRow::absences`](crate::office::query::RollRow::absences) are empty), for lists of many sessions.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn session_alone(office: &Office, id: &SessionId, today: Day) -> Result<Option<SessionView>, Failure> {
    SessionReader::of(office, today)?.session(id)
}

/// The body of a session, as it was signed where it was.
fn body_of(store: &Store, session: &Session, signed: Option<&SignedMinutes>) -> Result<Body, Failure> {
    Ok(match signed {
        Some(signed) => signed.body.clone(),
        None => store
            .get_readable::<Body>(Tree::Bodies, session.body.as_str())?
            .unwrap_or_default(),
    })
}

/// The resolutions and notes of a session in their order.
fn in_order(store: &Store, inside: &str) -> Result<(Vec<Resolution>, Vec<Note>), Failure> {
    let mut resolutions: Vec<Resolution> = all(store, Tree::Resolutions, inside)?;
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let mut notes: Vec<Note> = all(store, Tree::Notes, inside)?;
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok((resolutions, notes))
}

/// What of the file that a session was read from was kept as it stood.
fn kept_lines(store: &Store, session: &Session) -> Result<Vec<KeptLine>, Failure> {
    let Some(key) = session.source.as_deref() else {
        return Ok(Vec::new());
    };
    let source = store.get_readable::<Source>(Tree::Sources, key)?;
    Ok(source.map(|source| source.kept).unwrap_or_default())
}

fn view(reader: &SessionReader, id: &SessionId, with_past: bool) -> Result<Option<SessionView>, Failure> {
    let (office, today) = (reader.office(), reader.today());
    let store = office.store();
    let Some(session) = store.get::<Session>(Tree::Sessions, id.as_str())? else {
        return Ok(None);
    };
    let versions = signed::versions(store, id)?;
    let signed = signed::that_holds(&session, &versions);
    let body = body_of(store, &session, signed)?;
    let inside = format!("{id}/");
    let (resolutions, notes) = in_order(store, &inside)?;
    let corrections = signed::corrections(store, &session, signed.map(|one| one.version))?;
    let minutes = Content {
        session: &session,
        attendance: &all(store, Tree::Attendance, &inside)?,
        notes: &notes,
        resolutions: &resolutions,
        surroundings: None,
    };
    let code = signed::checked_code(minutes, signed, &corrections);
    let rows: Vec<Option<u32>> = resolutions.iter().map(|r| r.row).collect();
    let kept = kept_lines(store, &session)?;
    let near_names = match session.state.is_open() {
        true => reader.near_names(&resolutions)?,
        false => Vec::new(),
    };
    let past = match with_past {
        true => roll::earlier_rolls(office, &session)?,
        false => Vec::new(),
    };
    let roll = match signed {
        Some(signed) => roll::rows_signed(store, &session, signed, &past)?,
        None => roll::rows(store, &session, &body, reader.seats_of(&session.body), &past)?,
    };
    let mut warnings = warnings::of_session(&session, &rows);
    if with_past {
        warnings.extend(clashes::clashes(office, &session)?);
    }
    let after = reader.after(&session)?;
    let tally = Tally::of(roll.iter().map(|r| r.attendance.status));
    let rules = body.rules_for(session.date);
    let view = SessionView {
        quorum: rules.and_then(|r| r.quorum).map(|q| q.needed(tally.seats)),
        tally,
        warnings,
        resolutions: rows_of_session(&body, &session, after, resolutions, today, &Holidays::built_in()),
        near_names,
        notes,
        code,
        corrections,
        roll,
        kept,
        session,
        body,
        versions,
    };
    Ok(Some(view.reckoned()))
}

/// The resolutions that `filter` selects: by session (latest first) and place; where `open`, only open ones, the most
/// pressing first (overdue and soonest due, then those without a day by age).
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn resolutions(
    office: &Office,
    filter: &Filter,
    open: bool,
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    list::first_resolutions(office, &Wanted::all(filter, open, today))
}

/// Gives [`resolutions`] one after the other to `take`; each is read when its turn comes.
///
/// # Errors
/// [`Failure`] where the store cannot be read, and what `take` returns.
pub fn each_resolution<E: From<Failure>>(
    office: &Office,
    filter: &Filter,
    open: bool,
    today: Day,
    take: &mut dyn FnMut(ResolutionRow) -> Result<(), E>,
) -> Result<(), E> {
    each::each_resolution(office, &Wanted::all(filter, open, today), take)
}
