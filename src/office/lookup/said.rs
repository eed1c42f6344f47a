//! The index of what was said and of what stood on agendas, beside that of resolutions: notes and items of agendas as
//! documents, the latest session first. Does not know filters nor how the index answers.
//!
//! It is kept as that of resolutions is, and made behind it.

use super::document::facts;
use super::heads::Heads;
use super::kept::{IndexKind, KeptIndex, Trouble, names};
use crate::calendar::Day;
use crate::domain::deadline::DaysAfter;
use crate::domain::ids::{NoteId, SessionId};
use crate::domain::session::{AgendaItem, Note, Session};
use crate::office::command::Failure;
use crate::search::Filter;
use crate::search::index::{Document, FilterNames, Index, Making, Order, Wanted};
use crate::store::{Store, StoreError, Tree};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The index of what was said.
const KIND: IndexKind = IndexKind {
    folder: "index-said",
    fresh_in_use: 2000,
    follow,
};
/// Sessions read at a time while the index is made.
const AT_A_TIME: usize = 64;
/// Places of notes in a session come behind those of its agenda.
const NOTES_FROM: u32 = 1 << 20;
/// What the own part of the key of an item begins with; fresh ids have no such letter.
const ITEM: char = '#';

/// The index, shared by whoever asks and the thread that makes it.
#[derive(Clone)]
pub(super) struct SaidIndex {
    store: Arc<Store>,
    kept: Arc<Mutex<KeptIndex>>,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SaidPlace {
    /// A note.
    Note(NoteId),
    /// An item of a session's agenda, from 1.
    Item(SessionId, u32),
}

impl SaidIndex {
    /// The index that lies on the disk, if it fits.
    pub(super) fn opened(store: Store) -> SaidIndex {
        SaidIndex {
            kept: Arc::new(Mutex::new(KIND.opened(&store))),
            store: Arc::new(store),
        }
    }

    fn kept(&self) -> MutexGuard<'_, KeptIndex> {
        // A panic leaves the index behind the journal at worst, which the next question sets right.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it is there.
    pub(super) fn is_whole(&self) -> bool {
        self.kept().index.is_some()
    }

    /// Makes it, where it is not there; goes on until it is made or `stop` says so.
    pub(super) fn make(&self, stop: &AtomicBool) {
        if self.is_whole() {
            return;
        }
        match made(&self.store, stop) {
            Ok(Some(made)) => *self.kept() = made,
            Ok(None) => {}
            Err(trouble) => trouble.warn(KIND, "was not made"),
        }
    }

    /// The first places that a filter selects, of the latest session first; none where the index is not whole.
    pub(super) fn find(
        &self,
        filter: &Filter,
        today: Day,
        limit: usize,
    ) -> Result<Option<Vec<SaidPlace>>, Failure> {
        // They are numbered so that the latest session is the most pressing.
        let wanted = Wanted {
            filter,
            open: false,
            order: Order::Pressing,
            today,
            limit,
        };
        let find = |index: &Index, names: &FilterNames| index.find(&wanted, names);
        let hits = self.kept().ask(&self.store, find)?;
        Ok(hits.map(|hits| hits.into_iter().filter_map(|hit| place(&hit.key)).collect()))
    }

    /// Writes what was changed, where that is much.
    pub(super) fn close(&self) {
        self.kept().close(&self.store);
    }
}

fn made(store: &Store, stop: &AtomicBool) -> Result<Option<KeptIndex>, Trouble> {
    // What is changed meanwhile is followed afterwards, whether it was read already or not.
    let seq = store.last_seq();
    let names = names(store)?;
    let mut making = Making::begin(&KIND.folder(store))?;
    let mut after = String::new();
    loop {
        let part = store.readable_after::<Session>(Tree::Sessions, &after, AT_A_TIME)?;
        if part.is_empty() {
            break;
        }
        for (key, session) in part {
            if stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            after = key;
            for document in documents(&session, &notes_of(store, &session.id)?) {
                making.add(&document, &facts(&session, alone(&session)))?;
            }
        }
    }
    KIND.made(store, making, names, seq).map(Some)
}

/// What was said waits for no other session.
fn alone(session: &Session) -> DaysAfter {
    DaysAfter {
        notified: session.notified,
        next_session: None,
    }
}

/// Takes in what became of changed sessions and notes.
fn follow(
    store: &Store,
    index: &mut Index,
    _heads: &mut Heads,
    changed: &[(Tree, String)],
) -> Result<(), Trouble> {
    let session = |(tree, key): &(Tree, String)| match tree {
        Tree::Sessions => Some(SessionId(key.clone())),
        Tree::Notes => Some(NoteId(key.clone()).session()),
        _ => None,
    };
    let sessions: BTreeSet<SessionId> = changed.iter().filter_map(session).collect();
    for id in sessions {
        index.remove_session(id.as_str());
        if let Some(session) = store.get_readable::<Session>(Tree::Sessions, id.as_str())? {
            for document in documents(&session, &notes_of(store, &id)?) {
                index.put(document, facts(&session, alone(&session)));
            }
        }
    }
    Ok(())
}

/// The notes of a session, in the order of their keys.
pub(super) fn notes_of(store: &Store, session: &SessionId) -> Result<Vec<Note>, StoreError> {
    let inside = format!("{session}/");
    let notes = store.readable::<Note>(Tree::Notes, &inside);
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
        let AgendaItem {
            title,
            // They help to lead a session.
            planned_minutes: _,
            kind: _,
            // Nobody looks for them by words.
            result: _,
            confidential: _,
            carried_from: _,
            attachments,
        } = item;
        let names = attachments.iter().map(|one| one.name.clone());
        let key = format!("{}/{ITEM}{number}", session.id);
        document(key, std::iter::once(title.clone()).chain(names).collect(), number)
    });
    let notes = notes.iter().map(|note| {
        let Note {
            id,
            position,
            speaker,
            text,
            // These are not words that anybody would look for.
            agenda_item: _,
            at: _,
            // Who looks things up here is the secretary.
            private: _,
            // What it means is known to a later version alone.
            extra: _,
        } = note;
        let texts = [Some(text), speaker.as_ref()];
        let texts = texts.into_iter().flatten().cloned().collect();
        document(id.to_string(), texts, NOTES_FROM.saturating_add(*position))
    });
    items.chain(notes).collect()
}

/// The day as far from the end of the calendar as `day` is from its beginning: later days come first among them.
fn counted_back(day: Day) -> Day {
    let from_last = Day::LAST.naive_date() - day.naive_date();
    Day::FIRST.plus_days(from_last.num_days())
}

/// The place of a document.
pub(super) fn place(key: &str) -> Option<SaidPlace> {
    let (session, own) = key.split_once('/')?;
    match own.strip_prefix(ITEM) {
        Some(number) => Some(SaidPlace::Item(
            SessionId(session.to_owned()),
            number.parse().ok()?,
        )),
        None => Some(SaidPlace::Note(NoteId(key.to_owned()))),
    }
}
