//! The index of what was said and of what stood on agendas, beside that of resolutions: notes and items of agendas as
//! documents, the latest session first. Does not know filters nor how the index answers.
//!
//! It is kept as that of resolutions is (see `lookup`): a copy with a stamp, made in the background, followed entry by
//! entry, thrown away where it does not fit.

use super::command::Failure;
use super::document::facts;
use super::lookup::{Trouble, names, stamp};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{NoteId, SessionId};
use crate::domain::session::{Note, Session};
use crate::search::Filter;
use crate::search::index::{Document, Index, Making, Names, Order};
use crate::store::{Store, StoreError, Tree};
use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many documents changed since the index was written are no trouble at the next opening.
const FRESH_AT_CLOSE: usize = 256;
/// So many are written at once, so that looking through them stays quick.
const FRESH_IN_USE: usize = 2000;
/// More changes than this are not followed one by one; the index is made again.
const MOST_TO_FOLLOW: usize = 50_000;
/// Sessions read at a time while the index is made.
const AT_A_TIME: usize = 64;
/// Places of notes in a session come behind those of its agenda.
const NOTES_FROM: u32 = 1 << 20;
/// What the own part of the key of an item begins with; fresh ids have no such letter.
const ITEM: char = '#';

/// The index, shared by whoever asks and the thread that makes it.
#[derive(Clone)]
pub(super) struct Said {
    store: Arc<Store>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// None until it is whole.
    index: Option<Index>,
    names: Names,
    /// The last entry that is in it.
    seq: u64,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A note.
    Note(NoteId),
    /// An item of a session's agenda, from 1.
    Item(SessionId, u32),
}

impl Said {
    /// The index that lies on the disk, if it fits.
    pub(super) fn opened(store: Store) -> Said {
        let state = match opened(&store) {
            Ok(Some(state)) => state,
            Ok(None) => State::default(),
            Err(Trouble::Store(failure)) => {
                tracing::warn!(?failure, "the index of notes was not opened");
                State::default()
            }
            Err(Trouble::Index(error)) => {
                tracing::warn!(%error, "the index of notes is made again");
                State::default()
            }
        };
        Said {
            store: Arc::new(store),
            state: Arc::new(Mutex::new(state)),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic leaves the index behind the journal at worst, which the next question sets right.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it is there.
    pub(super) fn is_whole(&self) -> bool {
        self.state().index.is_some()
    }

    /// Makes it, where it is not there; goes on until it is made or `stop` says so.
    pub(super) fn make(&self, stop: &AtomicBool) {
        if self.is_whole() {
            return;
        }
        match made(&self.store, stop) {
            Ok(Some(made)) => *self.state() = made,
            Ok(None) => {}
            Err(Trouble::Store(failure)) => tracing::warn!(?failure, "the index of notes was not made"),
            Err(Trouble::Index(error)) => tracing::warn!(%error, "the index of notes was not made"),
        }
    }

    /// The first places that a filter selects, of the latest session first; none where the index is not whole.
    pub(super) fn find(
        &self,
        filter: &Filter,
        today: Day,
        limit: usize,
    ) -> Result<Option<Vec<Place>>, Failure> {
        let mut state = self.state();
        let State { index, names, seq } = &mut *state;
        let Some(known) = index.as_mut() else {
            return Ok(None);
        };
        let answer = follow(&self.store, known, names, seq).and_then(|follows| {
            let find = || known.find(filter, names, Order::Pressing, false, today, limit);
            Ok(follows.then(find).transpose()?)
        });
        match answer {
            Ok(Some(hits)) => Ok(Some(hits.into_iter().filter_map(|hit| place(&hit.key)).collect())),
            Ok(None) => {
                *index = None;
                Ok(None)
            }
            Err(Trouble::Store(failure)) => {
                *index = None;
                Err(failure)
            }
            Err(Trouble::Index(error)) => {
                tracing::warn!(%error, "the index of notes is damaged and made again");
                *index = None;
                // What cannot be removed leads to the same damage again, not to a wrong answer.
                let _ = std::fs::remove_dir_all(folder(&self.store));
                Ok(None)
            }
        }
    }

    /// Writes what was changed, where that is much.
    pub(super) fn close(&self) {
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
    store.folder().join("index-said")
}

fn opened(store: &Store) -> Result<Option<State>, Trouble> {
    let (index, note) = match Index::open(&folder(store)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let Some(seq) = super::lookup::entry_of(store, &note)? else {
        return Ok(None);
    };
    Ok(Some(State {
        index: Some(index),
        names: names(store)?,
        seq,
    }))
}

fn made(store: &Store, stop: &AtomicBool) -> Result<Option<State>, Trouble> {
    // What is changed meanwhile is followed afterwards, whether it was read already or not.
    let seq = store.last_seq();
    let names = names(store)?;
    let mut making = Making::begin(&folder(store))?;
    let mut after = String::new();
    loop {
        let part = store.scan_after::<Session>(Tree::Sessions, &after, AT_A_TIME)?;
        if part.is_empty() {
            break;
        }
        for (key, session) in part {
            if stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            after = key;
            for document in documents(&session, &notes_of(store, &session.id)?) {
                making.add(&document, &facts(&session))?;
            }
        }
    }
    let mut index = making.end()?;
    index.save(&folder(store), &stamp(store, seq)?)?;
    Ok(Some(State {
        index: Some(index),
        names,
        seq,
    }))
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
    let mut sessions = BTreeSet::new();
    for (tree, key) in changed {
        match tree {
            Tree::Sessions => drop(sessions.insert(SessionId(key))),
            Tree::Notes => drop(sessions.insert(NoteId(key).session())),
            Tree::Bodies => match store.get::<Body>(tree, &key)? {
                Some(body) => super::document::tell_body(names, &body),
                None => names.set_body(key, Vec::new()),
            },
            _ => {}
        }
    }
    for id in sessions {
        index.remove_session(id.as_str());
        if let Some(session) = store.get::<Session>(Tree::Sessions, id.as_str())? {
            for document in documents(&session, &notes_of(store, &id)?) {
                index.put(document, facts(&session));
            }
        }
    }
    *seq = last;
    if index.fresh() > FRESH_IN_USE {
        index.save(&folder(store), &stamp(store, last)?)?;
    }
    Ok(true)
}

/// The notes of a session, in the order of their keys.
pub(super) fn notes_of(store: &Store, session: &SessionId) -> Result<Vec<Note>, StoreError> {
    let inside = format!("{session}/");
    let notes = store.scan::<Note>(Tree::Notes, &inside);
    notes.map(|row| Ok(row?.1)).collect()
}

/// The documents of a session: items of its agenda, then its notes.
pub(super) fn documents(session: &Session, notes: &[Note]) -> Vec<Document> {
    let document = |key: String, texts, position| Document {
        key,
        texts,
        // Filters that ask for a due date ask for no note; it serves the order alone.
        due: session.date.map(counted_back),
        position,
        ..Document::default()
    };
    let items = (1u32..).zip(&session.agenda).map(|(number, item)| {
        let key = format!("{}/{ITEM}{number}", session.id);
        document(key, vec![item.title.clone()], number)
    });
    let notes = notes.iter().map(|note| {
        let texts = [Some(&note.text), note.speaker.as_ref()];
        let texts = texts.into_iter().flatten().cloned().collect();
        let position = NOTES_FROM.saturating_add(note.position);
        document(note.id.to_string(), texts, position)
    });
    items.chain(notes).collect()
}

/// The day as far from the end of the calendar as `day` is from its beginning: later days come first among them.
fn counted_back(day: Day) -> Day {
    let from_last = Day::LAST.naive_date() - day.naive_date();
    Day::FIRST.plus_days(from_last.num_days())
}

/// The place of a document.
pub(super) fn place(key: &str) -> Option<Place> {
    let (session, own) = key.split_once('/')?;
    match own.strip_prefix(ITEM) {
        Some(number) => Some(Place::Item(SessionId(session.to_owned()), number.parse().ok()?)),
        None => Some(Place::Note(NoteId(key.to_owned()))),
    }
}
