//! Heads of all sessions, in the order of lists, kept so that the first ones are at hand. Does not know how they are
//! shown.

use crate::calendar::Day;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::session::Session;
use crate::store::{Store, StoreError, Tree};
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Of more changed sessions than this all heads are read again.
const MOST_TO_FOLLOW: usize = 1000;

/// What sessions are sorted by in lists; those without a date come last.
pub(in crate::office) fn latest_first(session: &Session) -> impl Ord + use<> {
    (
        Reverse(session.date),
        Reverse(session.year),
        Reverse(session.ordinal),
        session.id.clone(),
    )
}

/// A session's head as far as its place in lists and rows of its resolutions ask for it.
#[derive(Clone, Debug, Default, Deserialize)]
struct SessionHead {
    id: SessionId,
    #[serde(default)]
    body: BodyId,
    #[serde(default)]
    year: Option<i32>,
    #[serde(default)]
    ordinal: Option<u32>,
    #[serde(default)]
    date: Option<Day>,
    #[serde(default)]
    notified: Option<Day>,
}

impl SessionHead {
    fn session(&self) -> Session {
        let SessionHead {
            id,
            body,
            year,
            ordinal,
            date,
            notified,
        } = self;
        Session {
            id: id.clone(),
            body: body.clone(),
            year: *year,
            ordinal: *ordinal,
            date: *date,
            notified: *notified,
            ..Session::default()
        }
    }

    fn place(&self) -> impl Ord + use<> {
        latest_first(&self.session())
    }
}

/// All sessions in their order, kept so that the first ones are at hand; brought up to the last entry when asked.
#[derive(Debug, Default)]
pub(super) struct Heads {
    heads: Option<Vec<SessionHead>>,
    seq: u64,
}

impl Heads {
    /// How many sessions there are, and the ids of the first ones.
    pub(super) fn latest(
        &mut self,
        store: &Store,
        limit: usize,
    ) -> Result<(usize, Vec<SessionId>), StoreError> {
        let heads = self.followed(store)?;
        let first = heads.iter().take(limit).map(|head| head.id.clone());
        Ok((heads.len(), first.collect()))
    }

    /// The ids of those that `wanted` selects by their heads, the earliest first; those without a date come last.
    pub(super) fn earliest(
        &mut self,
        store: &Store,
        wanted: impl Fn(&Session) -> bool,
    ) -> Result<Vec<SessionId>, StoreError> {
        let heads = self.followed(store)?.iter().rev();
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        for head in heads.filter(|head| wanted(&head.session())) {
            match head.date {
                Some(_) => dated.push(head.id.clone()),
                None => undated.push(head.id.clone()),
            }
        }
        dated.append(&mut undated);
        Ok(dated)
    }

    /// Those of a body: no more of each than rows of its resolutions show.
    pub(super) fn of_body(&mut self, store: &Store, body: &BodyId) -> Result<Vec<Session>, StoreError> {
        let own = self.followed(store)?.iter().filter(|head| head.body == *body);
        Ok(own.map(SessionHead::session).collect())
    }

    /// The ids of those on a day.
    pub(super) fn on_day(&mut self, store: &Store, date: Day) -> Result<Vec<SessionId>, StoreError> {
        let of_day = self
            .followed(store)?
            .iter()
            .filter(|head| head.date == Some(date));
        Ok(of_day.map(|head| head.id.clone()).collect())
    }

    /// The days of all of them.
    pub(super) fn days(&mut self, store: &Store) -> Result<SessionDays, StoreError> {
        let heads = self.followed(store)?;
        Ok(SessionDays::from_days(
            heads.iter().map(|head| (&head.body, head.date)),
        ))
    }

    /// The first day behind this one on which the body has a session.
    pub(super) fn next_day(
        &mut self,
        store: &Store,
        body: &BodyId,
        date: Day,
    ) -> Result<Option<Day>, StoreError> {
        let own = self.followed(store)?.iter().filter(|head| head.body == *body);
        let days = own.map_while(|head| head.date);
        Ok(days.take_while(|day| *day > date).last())
    }

    /// All of them as of the last entry.
    fn followed(&mut self, store: &Store) -> Result<&[SessionHead], StoreError> {
        // What changes meanwhile is followed with the next question.
        let last = store.last_seq();
        let changed = match &self.heads {
            Some(_) if last != self.seq => store.changed_since(self.seq + 1)?,
            _ => Vec::new(),
        };
        let changed: BTreeSet<String> = changed
            .into_iter()
            .filter_map(|(tree, id)| (tree == Tree::Sessions).then_some(id))
            .collect();
        let known = self.heads.take().filter(|_| changed.len() <= MOST_TO_FOLLOW);
        let heads = match known {
            Some(mut heads) => {
                heads.retain(|head| !changed.contains(&head.id.0));
                for id in &changed {
                    if let Some(head) = store.get_readable::<SessionHead>(Tree::Sessions, id)? {
                        let at = heads.partition_point(|other| other.place() < head.place());
                        heads.insert(at, head);
                    }
                }
                heads
            }
            None => {
                let heads = store.readable::<SessionHead>(Tree::Sessions, "");
                let mut heads: Vec<SessionHead> =
                    heads.map(|row| Ok(row?.1)).collect::<Result<_, StoreError>>()?;
                heads.sort_by_cached_key(SessionHead::place);
                heads
            }
        };
        self.seq = last;
        Ok(self.heads.insert(heads))
    }
}
