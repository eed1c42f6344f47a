//! The index of an open store: opened or made in the background, and brought up to the last entry before each
//! question. Does not know filters nor how the index answers.
//!
//! The index is a copy. It is stamped with the number and hash of the journal's entry that it holds; one that does not
//! fit the journal, is damaged or was made with other holidays is thrown away and made again. Until it is whole there
//! is no answer from it, and whoever asks reads the records themselves.

use super::command::Failure;
use super::document::{document, facts, tell_body, tell_organisation};
use super::said::Said;
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::ids::ResolutionId;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;
use crate::domain::warnings::have_near_duplicates;
use crate::search::Filter;
use crate::search::index::{Counts, Hit, Index, Making, Names, Order};
use crate::store::{Store, StoreError, Tree};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// So many documents changed since the index was written are no trouble at the next opening.
const FRESH_AT_CLOSE: usize = 256;
/// So many are written at once, so that looking through them stays quick.
const FRESH_IN_USE: usize = 500;
/// More changes than this are not followed one by one; the index is made again.
const MOST_TO_FOLLOW: usize = 50_000;
/// Records read at a time while the index is made: others wait no longer than for these.
const AT_A_TIME: usize = 256;
/// Another one when documents are made otherwise from the same records.
const MADE_AS: u32 = 2;
/// From these the first day of lateness is reckoned.
const HOLIDAYS: &[u8] = include_bytes!("../../data/holidays.txt");

/// The index beside a store.
pub(super) struct Lookup {
    store: Store,
    state: Arc<Mutex<State>>,
    stop: Arc<AtomicBool>,
    making: Mutex<Option<JoinHandle<()>>>,
    said: Said,
}

#[derive(Default)]
struct State {
    /// None until it is whole.
    index: Option<Index>,
    /// What there is while it is being made.
    so_far: Option<(Index, Names)>,
    names: Names,
    /// The last entry that is in it.
    seq: u64,
}

/// What an index on the disk is of.
#[derive(PartialEq, Serialize, Deserialize)]
struct Stamp {
    made_as: u32,
    seq: u64,
    hash: [u8; 32],
    holidays: u32,
}

/// Why the index gave no answer.
pub(super) enum Trouble {
    Store(Failure),
    Index(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Index(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error.into())
    }
}

impl Lookup {
    /// The lookup beside a store, with the index that lies on the disk, if it fits.
    pub(super) fn beside(store: &Store) -> Option<&Lookup> {
        store.beside(|| Lookup::opened(store.handle()))
    }

    fn opened(store: Store) -> Lookup {
        let mut state = State::default();
        match opened(&store) {
            Ok(Some((index, seq))) => (state.index, state.seq) = (Some(index), seq),
            Ok(None) => {}
            Err(Trouble::Store(failure)) => tracing::warn!(?failure, "the index was not opened"),
            Err(Trouble::Index(error)) => tracing::warn!(%error, "the index is made again"),
        }
        if state.index.is_some()
            && let Ok(names) = names(&store)
        {
            state.names = names;
        } else {
            state.index = None;
        }
        Lookup {
            said: Said::opened(store.handle()),
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
        let is_fine = self.state().index.as_ref().is_some_and(is_fine);
        if (is_fine && self.said.is_whole()) || making.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return;
        }
        let (store, state, stop) = (
            self.store.handle(),
            Arc::clone(&self.state),
            Arc::clone(&self.stop),
        );
        let said = self.said.clone();
        let work = move || {
            match made_and_merged(&store, &state, &stop) {
                Ok(()) => {}
                Err(Trouble::Store(failure)) => tracing::warn!(?failure, "the index was not made"),
                Err(Trouble::Index(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(Trouble::Index(error)) if error.kind() == io::ErrorKind::InvalidData => {
                    tracing::warn!(%error, "the index is damaged and made again");
                    locked(&state).index = None;
                }
                Err(Trouble::Index(error)) => tracing::warn!(%error, "the index was not made"),
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

    /// The same of what there is while the index is being made; none where it is whole or nothing is there yet.
    pub(super) fn find_so_far(
        &self,
        filter: &Filter,
        order: Order,
        open: bool,
        today: Day,
        limit: usize,
    ) -> Result<Option<Vec<Hit>>, Failure> {
        let state = self.state();
        let found = match (&state.index, &state.so_far) {
            (None, Some((index, names))) => index.find(filter, names, order, open, today, limit),
            _ => return Ok(None),
        };
        found.map(Some).map_err(|error| Failure::Store(error.to_string()))
    }

    /// How many resolutions each session has; none where the index is not whole.
    pub(super) fn counts(&self, today: Day) -> Result<Option<HashMap<String, Counts>>, Failure> {
        self.ask(|index, _| Ok(index.counts(today)))
    }

    fn ask<T>(&self, question: impl FnOnce(&Index, &Names) -> io::Result<T>) -> Result<Option<T>, Failure> {
        let mut state = self.state();
        let State {
            index, names, seq, ..
        } = &mut *state;
        let Some(known) = index.as_mut() else {
            return Ok(None);
        };
        let answer = follow(&self.store, known, names, seq).and_then(|follows| {
            if follows {
                Ok(Some(question(known, names)?))
            } else {
                Ok(None)
            }
        });
        match answer {
            Ok(Some(answer)) => Ok(Some(answer)),
            Ok(None) => {
                *index = None;
                Ok(None)
            }
            Err(Trouble::Store(failure)) => {
                *index = None;
                Err(failure)
            }
            Err(Trouble::Index(error)) => {
                tracing::warn!(%error, "the index is damaged and made again");
                *index = None;
                // A list that cannot be removed leads to the same damage again, not to a wrong answer.
                let _ = std::fs::remove_dir_all(folder(&self.store));
                Ok(None)
            }
        }
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
        let mut state = self.state();
        let seq = state.seq;
        if let Some(index) = state
            .index
            .as_mut()
            .filter(|index| index.fresh() > FRESH_AT_CLOSE)
            && let Ok(stamp) = stamp(&self.store, seq)
        {
            // One that could not be written is brought up to date at the next opening.
            let _ = index.save(&folder(&self.store), &stamp);
        }
    }
}

fn folder(store: &Store) -> PathBuf {
    store.folder().join("index")
}

pub(super) fn stamp(store: &Store, seq: u64) -> Result<String, Trouble> {
    let stamp = Stamp {
        made_as: MADE_AS,
        seq,
        hash: store.hash_of(seq)?.unwrap_or_default(),
        holidays: crc32c::crc32c(HOLIDAYS),
    };
    Ok(serde_json::to_string(&stamp).map_err(io::Error::from)?)
}

pub(super) fn names(store: &Store) -> Result<Names, StoreError> {
    let mut names = Names::default();
    for body in store.scan::<Body>(Tree::Bodies, "") {
        tell_body(&mut names, &body?.1);
    }
    for organisation in store.scan::<Organisation>(Tree::Organisations, "") {
        tell_organisation(&mut names, &organisation?.1);
    }
    Ok(names)
}

/// The index on the disk and the entry it holds, where it is of this store's history.
fn opened(store: &Store) -> Result<Option<(Index, u64)>, Trouble> {
    let (index, note) = match Index::open(&folder(store)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    Ok(entry_of(store, &note)?.map(|seq| (index, seq)))
}

/// The entry that an index with this stamp holds, where it is of this store's history.
pub(super) fn entry_of(store: &Store, note: &str) -> Result<Option<u64>, Trouble> {
    let Ok(found) = serde_json::from_str::<Stamp>(note) else {
        return Ok(None);
    };
    let fits = found.seq <= store.last_seq() && stamp(store, found.seq)? == note;
    Ok(fits.then_some(found.seq))
}

/// Makes the index where there is none, and then merges segments as long as they are many.
fn made_and_merged(store: &Store, state: &Mutex<State>, stop: &AtomicBool) -> Result<(), Trouble> {
    if locked(state).index.is_none() {
        let tell = |index, names| locked(state).so_far = Some((index, names));
        match made(store, stop, tell)? {
            Some(made) => *locked(state) = made,
            None => return Ok(()),
        }
    }
    let folder = folder(store);
    let to_merge = || locked(state).index.as_ref().and_then(Index::to_merge);
    while let Some(merging) = to_merge() {
        let merged = merging.run(&folder, &|| !stop.load(Ordering::Relaxed))?;
        let mut state = locked(state);
        let stamp = stamp(store, state.seq)?;
        let Some(index) = &mut state.index else {
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
    let names = names(store)?;
    let holidays = Holidays::built_in();
    let mut making = Making::begin(&folder(store))?;
    let mut session: Vec<Resolution> = Vec::new();
    let mut after = String::new();
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let part = store.scan_after::<Resolution>(Tree::Resolutions, &after, AT_A_TIME)?;
        let is_last = part.is_empty();
        if let Some(so_far) = making.grown() {
            tell(so_far, self::names(store)?);
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
    let mut index = making.end()?;
    index.save(&folder(store), &stamp(store, seq)?)?;
    let (index, so_far) = (Some(index), None);
    Ok(Some(State {
        index,
        so_far,
        names,
        seq,
    }))
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

/// Brings the index up to the last entry; `false` where too much was changed for that.
fn follow(store: &Store, index: &mut Index, names: &mut Names, seq: &mut u64) -> Result<bool, Trouble> {
    let last = store.last_seq();
    if last == *seq {
        return Ok(true);
    }
    let changed = store.changed_since(*seq + 1)?;
    if changed.len() > MOST_TO_FOLLOW {
        return Ok(false);
    }
    let (mut sessions, mut resolutions) = (BTreeSet::new(), BTreeSet::new());
    for (tree, key) in changed {
        match tree {
            Tree::Sessions => drop(sessions.insert(key)),
            Tree::Resolutions => drop(resolutions.insert(key)),
            Tree::Bodies => match store.get::<Body>(tree, &key)? {
                Some(body) => tell_body(names, &body),
                None => names.set_body(key, Vec::new()),
            },
            Tree::Organisations => match store.get::<Organisation>(tree, &key)? {
                Some(organisation) => tell_organisation(names, &organisation),
                None => names.set_organisation(key, Vec::new()),
            },
            Tree::Seats | Tree::Notes | Tree::Attendance | Tree::Sources | Tree::Corrections => {}
        }
    }
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
    *seq = last;
    if index.fresh() > FRESH_IN_USE {
        index.save(&folder(store), &stamp(store, last)?)?;
    }
    Ok(true)
}
