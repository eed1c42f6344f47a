//! What finds things in an office: its indexes, made and merged in the background, and what is asked of them. Does
//! not know how the index answers, nor how it is kept.

pub(in crate::office) mod document;
pub(in crate::office) mod each;
pub(in crate::office) mod found;
pub(in crate::office) mod heads;
mod kept;
pub(in crate::office) mod list;
mod making;
mod matching;
pub(in crate::office) mod quick;
mod said;

#[cfg(test)]
mod quick_tests;
#[cfg(test)]
mod tests;

use crate::calendar::Day;
use crate::domain::deadline::DaysAfter;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::session::Session;
use crate::office::command::{DiskError, Failure, StoreFailure};
use crate::search::index::{Counts, FilterNames, Index, ResolutionHit, Wanted};
use crate::store::Store;
use heads::Heads;
use kept::{KeptIndex, Trouble};
use making::{KIND, made_and_merged};
use said::SaidIndex;
use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// So long a question waits for the first part of an index that is being made.
const PATIENCE: Duration = Duration::from_secs(1);

/// The indexes of an office.
pub(in crate::office) struct Lookup {
    store: Store,
    state: Arc<Mutex<State>>,
    stop: Arc<AtomicBool>,
    making: Mutex<Option<JoinHandle<()>>>,
    said: SaidIndex,
    heads: Mutex<Heads>,
    /// Told when there is something to ask.
    grown: Arc<Condvar>,
}

struct State {
    kept: KeptIndex,
    /// What there is while it is being made.
    so_far: Option<(Index, FilterNames)>,
}

impl Lookup {
    /// With the index that lies on the disk, if it fits. It works with a handle of its own.
    pub(in crate::office) fn opened(store: Store) -> Lookup {
        let state = State {
            kept: KIND.opened(&store),
            so_far: None,
        };
        Lookup {
            said: SaidIndex::opened(store.handle()),
            heads: Mutex::default(),
            grown: Arc::default(),
            store,
            state: Arc::new(Mutex::new(state)),
            stop: Arc::new(AtomicBool::new(false)),
            making: Mutex::new(None),
        }
    }

    /// Begins to make the index on a thread of its own, where there is none, or to merge its segments, where they have
    /// become many. It ends with the store.
    pub(in crate::office) fn make(&self) {
        let mut making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let is_fine = |index: &Index| index.to_merge().is_none();
        let is_fine = self.state().kept.index.as_ref().is_some_and(is_fine);
        if (is_fine && self.said.is_whole()) || making.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return;
        }
        let (store, state, stop) = (
            self.store.handle(),
            Arc::clone(&self.state),
            Arc::clone(&self.stop),
        );
        let (said, grown) = (self.said.clone(), Arc::clone(&self.grown));
        let work = move || {
            match made_and_merged(&store, &state, &grown, &stop) {
                Ok(()) => {}
                Err(Trouble::Index(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(Trouble::Index(error)) if error.kind() == io::ErrorKind::InvalidData => {
                    tracing::warn!(%error, "the index is damaged and made again");
                    locked(&state).kept.index = None;
                }
                Err(trouble) => trouble.warn(KIND, "was not made"),
            }
            said.make(&stop);
        };
        // Where no thread can be had, everything is read as before.
        *making = std::thread::Builder::new()
            .name("index".to_owned())
            .spawn(work)
            .ok();
    }

    /// Waits until the index that is being made is whole.
    pub(in crate::office) fn wait(&self) {
        let thread = self.making.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A thread that panicked made no index; the records are read then.
        let _ = thread.map(JoinHandle::join);
    }

    /// The index of notes and agendas.
    fn said(&self) -> &SaidIndex {
        &self.said
    }

    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    /// The resolutions that are wanted, as of the last entry; none where the index is not whole.
    pub(in crate::office) fn find(&self, wanted: &Wanted) -> Result<Option<Vec<ResolutionHit>>, Failure> {
        self.ask(|index, names| index.find(wanted, names))
    }

    /// The same of what there is while the index is being made, after a moment if need be; none where it is whole or
    /// nothing is there yet.
    pub(in crate::office) fn find_so_far(
        &self,
        wanted: &Wanted,
    ) -> Result<Option<Vec<ResolutionHit>>, Failure> {
        let is_nothing = |state: &mut State| state.kept.index.is_none() && state.so_far.is_none();
        let waited = self.grown.wait_timeout_while(self.state(), PATIENCE, is_nothing);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let found = match (&state.kept.index, &state.so_far) {
            (None, Some((index, names))) => index.find(wanted, names),
            _ => return Ok(None),
        };
        found.map(Some).map_err(|error| {
            tracing::error!(%error, "the index that is being made was not read");
            Failure::Store(StoreFailure::Disk(DiskError::from(&error)))
        })
    }

    /// How many resolutions each session has; none where the index is not whole.
    pub(in crate::office) fn counts(&self, today: Day) -> Result<Option<HashMap<String, Counts>>, Failure> {
        self.ask(|index, _| Ok(index.counts(today)))
    }

    /// The same of one session.
    pub(in crate::office) fn counts_of(
        &self,
        session: &SessionId,
        today: Day,
    ) -> Result<Option<Counts>, Failure> {
        self.ask(|index, _| Ok(index.counts_of(session.as_str(), today)))
    }

    /// The same of all sessions together.
    pub(in crate::office) fn total(&self, today: Day) -> Result<Option<Counts>, Failure> {
        self.ask(|index, _| Ok(index.total(today)))
    }

    /// How many sessions there are, and the ids of the latest ones.
    pub(in crate::office) fn latest(&self, limit: usize) -> Result<(usize, Vec<SessionId>), Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.latest(&self.store, limit)?)
    }

    /// The ids of the sessions that `wanted` selects by their heads, the earliest first.
    pub(in crate::office) fn earliest(
        &self,
        wanted: impl Fn(&Session) -> bool,
    ) -> Result<Vec<SessionId>, Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.earliest(&self.store, wanted)?)
    }

    /// Heads of the sessions of a body, the latest first.
    pub(in crate::office) fn heads_of(&self, body: &BodyId) -> Result<Vec<Session>, Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.of_body(&self.store, body)?)
    }

    /// The ids of the sessions on a day.
    pub(in crate::office) fn on_day(&self, date: Day) -> Result<Vec<SessionId>, Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.on_day(&self.store, date)?)
    }

    /// The days of all sessions.
    pub(in crate::office) fn days(&self) -> Result<SessionDays, Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.days(&self.store)?)
    }

    /// What comes behind a session and deadlines wait for.
    pub(in crate::office) fn after(&self, session: &Session) -> Result<DaysAfter, Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        let next = match session.date {
            Some(date) => heads.next_day(&self.store, &session.body, date)?,
            None => None,
        };
        Ok(DaysAfter {
            notified: session.notified,
            next_session: next,
        })
    }

    fn ask<T>(
        &self,
        question: impl FnOnce(&Index, &FilterNames) -> io::Result<T>,
    ) -> Result<Option<T>, Failure> {
        self.state().kept.ask(&self.store, question)
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // A panic leaves the index behind the journal at worst, which the next question sets right.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Lookup {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.wait();
        self.said.close();
        self.state().kept.close(&self.store);
    }
}
