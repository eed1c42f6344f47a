//! Resolutions given one after the other, however many there are: each is read when its turn comes. Does not know what
//! becomes of them.

use super::list::rows_of_hits;
use super::matching;
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::deadline::DaysAfter;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, OrganisationId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::Session;
use crate::domain::warnings::Warning;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::ResolutionRow;
use crate::office::records::{all, by_id};
use crate::office::standing::{row, rows_of_session};
use crate::search::Filter;
use crate::search::index::Wanted;
use crate::store::{Store, Tree};
use std::cell::Cell;
use std::collections::HashMap;

/// So many rows that the index found are read at a time.
const AT_A_TIME: usize = 256;

/// Gives the resolutions that are wanted, in the order of [`resolutions`](crate::office::read::resolutions), to `take`.
///
/// # Errors
/// [`Failure`] where the store cannot be read, and what `take` returns.
pub(in crate::office) fn each_resolution<E: From<Failure>>(
    office: &Office,
    wanted: &Wanted,
    take: &mut dyn FnMut(ResolutionRow) -> Result<(), E>,
) -> Result<(), E> {
    let reads_all = wanted.filter.is_empty() && !wanted.open;
    if !reads_all && let Some(hits) = office.lookup().find(wanted)? {
        for hits in hits.chunks(AT_A_TIME) {
            for row in rows_of_hits(office.store(), hits, wanted.today)? {
                take(row)?;
            }
        }
        return Ok(());
    }
    let reading = Reading::of(office, wanted)?;
    match wanted.open {
        true => reading.pressing(take),
        false => reading.by_session(take),
    }
}

/// An office that is read record by record.
struct Reading<'a> {
    store: &'a Store,
    filter: &'a Filter,
    open: bool,
    today: Day,
    bodies: HashMap<BodyId, Body>,
    organisations: HashMap<OrganisationId, Organisation>,
    /// In the order in which their resolutions come.
    sessions: Vec<SessionId>,
    days: SessionDays,
    nobody: Body,
    holidays: Holidays,
    /// How many resolutions were read in their sessions.
    read: Cell<u64>,
}

/// Where an open resolution stands among the others.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Urgency {
    due: (bool, Option<Day>),
    session_date: Option<Day>,
    /// The places of its session among the sessions, and of it in that.
    place: (u32, u32),
    key: Box<str>,
}

impl<'a> Reading<'a> {
    fn of(office: &'a Office, wanted: &Wanted<'a>) -> Result<Reading<'a>, Failure> {
        let store = office.store();
        let (_, mut sessions) = office.lookup().latest(usize::MAX)?;
        sessions.reverse();
        Ok(Reading {
            store,
            filter: wanted.filter,
            open: wanted.open,
            today: wanted.today,
            bodies: by_id(store, Tree::Bodies, |body: &Body| body.id.clone())?,
            organisations: by_id(store, Tree::Organisations, |one: &Organisation| one.id.clone())?,
            sessions,
            days: office.lookup().days()?,
            nobody: Body::default(),
            holidays: Holidays::built_in(),
            read: Cell::new(0),
        })
    }

    /// Looks at every resolution where some were not met in a session, so that those that cannot be read are remembered
    /// by the store.
    fn meet_the_rest(&self) -> Result<(), Failure> {
        if self.read.get() != self.store.count(Tree::Resolutions)? {
            for resolution in self.store.readable::<Resolution>(Tree::Resolutions, "") {
                drop(resolution?);
            }
        }
        Ok(())
    }

    fn by_session<E: From<Failure>>(
        &self,
        take: &mut dyn FnMut(ResolutionRow) -> Result<(), E>,
    ) -> Result<(), E> {
        for id in &self.sessions {
            for row in self.rows(id)? {
                take(row)?;
            }
        }
        Ok(self.meet_the_rest()?)
    }

    /// Reads everything twice: to know the order, and then what is wanted in that order.
    fn pressing<E: From<Failure>>(
        &self,
        take: &mut dyn FnMut(ResolutionRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut order = Vec::new();
        // What a resolution is warned of may take all of its session to know, and is rare.
        let mut warned: HashMap<Box<str>, Vec<Warning>> = HashMap::new();
        for (session, id) in (0..).zip(&self.sessions) {
            for (place, row) in (0..).zip(self.rows(id)?) {
                let key: Box<str> = row.resolution.id.as_str().into();
                order.push(Urgency {
                    due: (row.due.is_none(), row.due),
                    session_date: row.session_date,
                    place: (session, place),
                    key: key.clone(),
                });
                if !row.warnings.is_empty() {
                    warned.insert(key, row.warnings);
                }
            }
        }
        self.meet_the_rest()?;
        order.sort_unstable();
        for urgency in order {
            let warnings = warned.remove(&urgency.key).unwrap_or_default();
            let id = usize::try_from(urgency.place.0).ok();
            let id = id.and_then(|place| self.sessions.get(place));
            if let Some(row) = id.map(|id| self.again(id, &urgency.key, warnings)).transpose()? {
                row.map_or(Ok(()), &mut *take)?;
            }
        }
        Ok(())
    }

    /// One that was read before; none where it was taken away or done meanwhile.
    fn again(
        &self,
        session: &SessionId,
        key: &str,
        warnings: Vec<Warning>,
    ) -> Result<Option<ResolutionRow>, Failure> {
        let session: Option<Session> = self.store.get_readable(Tree::Sessions, session.as_str())?;
        let resolution: Option<Resolution> = self.store.get_readable(Tree::Resolutions, key)?;
        let (Some(session), Some(resolution)) = (session, resolution) else {
            return Ok(None);
        };
        let (body, after) = self.around(&session);
        let row = row(
            body,
            &session,
            after,
            resolution,
            warnings,
            self.today,
            &self.holidays,
        );
        Ok((row.status == Status::Open).then_some(row))
    }

    /// Its body, and what comes behind it.
    fn around(&self, session: &Session) -> (&Body, DaysAfter) {
        let body = self.bodies.get(&session.body).unwrap_or(&self.nobody);
        (body, self.days.after(session))
    }

    /// Those of a session that are wanted, in their order.
    fn rows(&self, id: &SessionId) -> Result<Vec<ResolutionRow>, Failure> {
        let Some(session) = self.store.get_readable::<Session>(Tree::Sessions, id.as_str())? else {
            return Ok(Vec::new());
        };
        let (body, after) = self.around(&session);
        let mut own: Vec<Resolution> = all(self.store, Tree::Resolutions, &format!("{id}/"))?;
        self.read.set(self.read.get() + own.len() as u64);
        own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut rows = rows_of_session(body, &session, after, own, self.today, &self.holidays);
        rows.retain(|row| {
            (!self.open || row.status == Status::Open)
                && self
                    .filter
                    .matches(&matching::row(row, body, &self.organisations), self.today)
        });
        Ok(rows)
    }
}
