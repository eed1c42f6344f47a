//! The index of an open store: made and merged in the background, and which resolutions are in it. Does not know
//! filters, how the index answers, nor how it is kept.

use super::command::Failure;
use super::document::{document, facts};
use super::kept::{self, Kept, Kind, Trouble, stamp};
use super::said::Said;
use super::sessions::Heads;
use crate::calendar::{Day, Holidays};
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;
use crate::domain::warnings::have_near_duplicates;
use crate::search::Filter;
use crate::search::index::{Counts, Hit, Index, Making, Names, Order};
use crate::store::{Store, StoreError, Tree};
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// The index of resolutions.
const KIND: Kind = Kind {
    folder: "index",
    fresh_in_use: 500,
    follow,
};
/// Records read at a time while the index is made: others wait no longer than for these.
const AT_A_TIME: usize = 256;
/// So long a question waits for the first part of an index that is being made.
const PATIENCE: Duration = Duration::from_secs(1);

/// The indexes of an office.
pub(super) struct Lookup {
    store: Store,
    state: Arc<Mutex<State>>,
    stop: Arc<AtomicBool>,
    making: Mutex<Option<JoinHandle<()>>>,
    said: Said,
    heads: Mutex<Heads>,
    /// Told when there is something to ask.
    grown: Arc<Condvar>,
}

struct State {
    kept: Kept,
    /// What there is while it is being made.
    so_far: Option<(Index, Names)>,
}

impl Lookup {
    /// With the index that lies on the disk, if it fits. It works with a handle of its own.
    pub(super) fn opened(store: Store) -> Lookup {
        let state = State {
            kept: KIND.opened(&store),
            so_far: None,
        };
        Lookup {
            said: Said::opened(store.handle()),
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
    pub(super) fn make(&self) {
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
    pub(super) fn wait(&self) {
        let thread = self.making.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A thread that panicked made no index; the records are read then.
        let _ = thread.map(JoinHandle::join);
    }

    /// The index of notes and agendas.
    pub(super) fn said(&self) -> &Said {
        &self.said
    }

    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    /// The first resolutions that a filter selects, as of the last entry; none where the index is not whole.
    pub(super) fn find(
        &self,
        filter: &Filter,
        order: Order,
        open: bool,
        today: Day,
        limit: usize,
    ) -> Result<Option<Vec<Hit>>, Failure> {
        self.ask(|index, names| index.find(filter, names, order, open, today, limit))
    }

    /// The same of what there is while the index is being made, after a moment if need be; none where it is whole or
    /// nothing is there yet.
    pub(super) fn find_so_far(
        &self,
        filter: &Filter,
        order: Order,
        open: bool,
        today: Day,
        limit: usize,
    ) -> Result<Option<Vec<Hit>>, Failure> {
        let is_nothing = |state: &mut State| state.kept.index.is_none() && state.so_far.is_none();
        let waited = self.grown.wait_timeout_while(self.state(), PATIENCE, is_nothing);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let found = match (&state.kept.index, &state.so_far) {
            (None, Some((index, names))) => index.find(filter, names, order, open, today, limit),
            _ => return Ok(None),
        };
        found.map(Some).map_err(|error| Failure::Store(error.to_string()))
    }

    /// How many resolutions each session has; none where the index is not whole.
    pub(super) fn counts(&self, today: Day) -> Result<Option<HashMap<String, Counts>>, Failure> {
        self.ask(|index, _| Ok(index.counts(today)))
    }

    /// The same of one session.
    pub(super) fn counts_of(&self, session: &SessionId, today: Day) -> Result<Option<Counts>, Failure> {
        self.ask(|index, _| Ok(index.counts_of(session.as_str(), today)))
    }

    /// The same of all sessions together.
    pub(super) fn total(&self, today: Day) -> Result<Option<Counts>, Failure> {
        self.ask(|index, _| Ok(index.total(today)))
    }

    /// How many sessions there are, and the ids of the latest ones.
    pub(super) fn latest(&self, limit: usize) -> Result<(usize, Vec<SessionId>), Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.latest(&self.store, limit)?)
    }

    /// Heads of the sessions of a body, the latest first.
    pub(super) fn heads_of(&self, body: &BodyId) -> Result<Vec<Session>, Failure> {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(heads.of_body(&self.store, body)?)
    }

    fn ask<T>(&self, question: impl FnOnce(&Index, &Names) -> io::Result<T>) -> Result<Option<T>, Failure> {
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

/// Makes the index where there is none, and then merges segments as long as they are many.
fn made_and_merged(
    store: &Store,
    state: &Mutex<State>,
    grown: &Condvar,
    stop: &AtomicBool,
) -> Result<(), Trouble> {
    if locked(state).kept.index.is_none() {
        let tell = |index, names| {
            locked(state).so_far = Some((index, names));
            grown.notify_all();
        };
        match made(store, stop, tell)? {
            Some(made) => {
                *locked(state) = made;
                grown.notify_all();
            }
            None => return Ok(()),
        }
    }
    let folder = KIND.folder(store);
    let to_merge = || locked(state).kept.index.as_ref().and_then(Index::to_merge);
    while let Some(merging) = to_merge() {
        let merged = merging.run(&folder, &|| !stop.load(Ordering::Relaxed))?;
        let mut state = locked(state);
        let stamp = stamp(store, state.kept.seq)?;
        let Some(index) = &mut state.kept.index else {
            return Ok(());
        };
        if !index.take_merged(merged, &folder)? {
            return Ok(());
        }
        index.save(&folder, &stamp)?;
    }
    Ok(())
}

/// Makes the index from all records; none where it was stopped.
fn made(store: &Store, stop: &AtomicBool, tell: impl Fn(Index, Names)) -> Result<Option<State>, Trouble> {
    // What is changed meanwhile is followed afterwards, whether it was read already or not.
    let seq = store.last_seq();
    let names = kept::names(store)?;
    let holidays = Holidays::built_in();
    let mut making = Making::begin(&KIND.folder(store))?;
    let mut session: Vec<Resolution> = Vec::new();
    let mut after = String::new();
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let part = store.scan_after::<Resolution>(Tree::Resolutions, &after, AT_A_TIME)?;
        let is_last = part.is_empty();
        if let Some(so_far) = making.grown() {
            tell(so_far, kept::names(store)?);
        }
        for (key, resolution) in part {
            after = key;
            if session
                .last()
                .is_some_and(|last| last.id.session() != resolution.id.session())
            {
                add_session(store, &mut making, std::mem::take(&mut session), &holidays)?;
            }
            session.push(resolution);
        }
        if is_last {
            add_session(store, &mut making, session, &holidays)?;
            break;
        }
    }
    let (kept, so_far) = (KIND.made(store, making, names, seq)?, None);
    Ok(Some(State { kept, so_far }))
}

fn add_session(
    store: &Store,
    making: &mut Making,
    resolutions: Vec<Resolution>,
    holidays: &Holidays,
) -> Result<(), Trouble> {
    let Some(first) = resolutions.first() else {
        return Ok(());
    };
    let session: Option<Session> = store.get(Tree::Sessions, first.id.session().as_str())?;
    // Resolutions of no session are in no list.
    let Some(session) = session else { return Ok(()) };
    let mut facts = facts(&session);
    facts.look_at_all = have_near_duplicates(&resolutions);
    for resolution in &resolutions {
        making.add(&document(&session, resolution, holidays), &facts)?;
    }
    Ok(())
}

/// Takes in what became of changed sessions and resolutions.
fn follow(store: &Store, index: &mut Index, changed: &[(Tree, String)]) -> Result<(), Trouble> {
    let of = |wanted: Tree| {
        changed
            .iter()
            .filter(move |(tree, _)| *tree == wanted)
            .map(|(_, key)| key.clone())
    };
    let (sessions, resolutions): (BTreeSet<String>, BTreeSet<String>) =
        (of(Tree::Sessions).collect(), of(Tree::Resolutions).collect());
    let holidays = Holidays::built_in();
    for id in &sessions {
        index.remove_session(id);
        if let Some(session) = store.get::<Session>(Tree::Sessions, id)? {
            for resolution in store.scan::<Resolution>(Tree::Resolutions, &format!("{id}/")) {
                index.put(document(&session, &resolution?.1, &holidays), facts(&session));
            }
        }
    }
    let mut touched = sessions.clone();
    for key in resolutions {
        let id = ResolutionId(key.clone()).session();
        touched.insert(id.0.clone());
        if !sessions.contains(id.as_str()) {
            match (
                store.get::<Session>(Tree::Sessions, id.as_str())?,
                store.get(Tree::Resolutions, &key)?,
            ) {
                (Some(session), Some(resolution)) => {
                    index.put(document(&session, &resolution, &holidays), facts(&session));
                }
                _ => index.remove(&key),
            }
        }
    }
    for id in touched {
        let inside = format!("{id}/");
        let own = store.scan::<Resolution>(Tree::Resolutions, &inside);
        let own: Vec<Resolution> = own.map(|row| Ok(row?.1)).collect::<Result<_, StoreError>>()?;
        index.touch(&id, have_near_duplicates(&own));
    }
    Ok(())
}
