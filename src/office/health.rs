//! What happened to the store while it was in use, as far as a person must know. Does not know how it is said.

use super::Office;
use crate::files::DiskError;
use crate::office::command::StoreFailure;
use crate::store::{Mended, Store, StoreError};

/// Under this key of the drafts stands the path of a text that an editor outside had when the program was ended.
pub const LEFT_OUTSIDE: &str = "outside/left";

/// News of the store that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreNews {
    /// The journal was found damaged; nothing is recorded any more.
    JournalDamaged {
        /// The file.
        file: String,
        /// How many entries can be read.
        readable: u64,
    },
    /// What stands ready to read was damaged and was made again from the journal.
    Remade {
        /// So many records.
        records: u64,
        /// Where the damaged ones lie.
        set_aside: Option<String>,
        /// Whether words that were not saved are lost.
        drafts_lost: bool,
    },
    /// A part of it that can be done without was damaged and was set aside.
    PartSetAside,
    /// Records could not be read and are missing from what is shown.
    Unreadable {
        /// How many, so far.
        records: u64,
        /// The first of them, by tree and key.
        first: String,
    },
    /// The program was ended while an editor outside had a text; its file is still there.
    LeftOutside {
        /// The file.
        file: String,
    },
    /// Today's backup could not be made.
    BackupFailed {
        /// The folder it was to go to.
        folder: String,
        /// Why.
        why: StoreFailure,
    },
    /// The last backup is older than a week.
    BackupOld {
        /// So many days; none where there is no backup at all.
        days: Option<u64>,
    },
    /// What is being written is only in memory: the disk refuses its drafts.
    DraftsNotKept(DiskError),
    /// The journal's file is not at its place any more, or is another one; nothing is recorded.
    JournalAway {
        /// The file.
        file: String,
    },
}

/// Looks after an open store, and tells everything once.
#[derive(Debug, Default)]
pub struct Health {
    told_damage: bool,
    told_away: bool,
    told_drafts: bool,
    told_unreadable: usize,
}

impl Health {
    /// What happened since this was asked last.
    pub fn news(&mut self, office: &Office) -> Vec<StoreNews> {
        let store = office.store();
        let mut news: Vec<StoreNews> = store.take_mended().into_iter().filter_map(of_mended).collect();
        if let Some(damage) = store.damage().filter(|_| !self.told_damage) {
            self.told_damage = true;
            news.push(StoreNews::JournalDamaged {
                file: damage.file.display().to_string(),
                readable: damage.readable,
            });
        }
        news.extend(self.unreadable(store));
        news.extend(self.away(store));
        news.extend(self.drafts(store));
        if let Some(file) = store.draft(LEFT_OUTSIDE) {
            store.clear_draft(LEFT_OUTSIDE);
            news.push(StoreNews::LeftOutside { file });
        }
        news
    }

    fn unreadable(&mut self, store: &Store) -> Option<StoreNews> {
        let unreadable = store.unreadable();
        let more = unreadable.len() > std::mem::replace(&mut self.told_unreadable, unreadable.len());
        let (tree, key) = unreadable.first().filter(|_| more)?;
        Some(StoreNews::Unreadable {
            records: unreadable.len() as u64,
            first: format!("{}/{key}", tree.name()),
        })
    }

    fn drafts(&mut self, store: &Store) -> Option<StoreNews> {
        let trouble = store.draft_trouble();
        let is_new = !std::mem::replace(&mut self.told_drafts, trouble.is_some());
        match trouble.filter(|_| is_new)? {
            StoreError::Disk { error, .. } => Some(StoreNews::DraftsNotKept(error)),
            StoreError::NotFound { .. } => Some(StoreNews::DraftsNotKept(DiskError::NotFound)),
            _ => Some(StoreNews::DraftsNotKept(DiskError::Other)),
        }
    }

    fn away(&mut self, store: &Store) -> Option<StoreNews> {
        let away = store.journal_away();
        let is_new = away.is_some() && !std::mem::replace(&mut self.told_away, away.is_some());
        let file = away.filter(|_| is_new)?.display().to_string();
        Some(StoreNews::JournalAway { file })
    }
}

/// What was set right; none for what comes after every crash and loses nothing.
fn of_mended(mended: Mended) -> Option<StoreNews> {
    match mended {
        Mended::SledRebuilt {
            set_aside,
            records,
            drafts_lost,
            ..
        } => Some(StoreNews::Remade {
            records,
            set_aside: set_aside.map(|path| path.display().to_string()),
            drafts_lost,
        }),
        Mended::SledPartSetAside { .. } => Some(StoreNews::PartSetAside),
        Mended::DraftsDamaged { .. }
        | Mended::TornEntry { .. }
        | Mended::LineEnd { .. }
        | Mended::CaughtUp { .. }
        | Mended::LeftoverRemoved { .. } => None,
    }
}
