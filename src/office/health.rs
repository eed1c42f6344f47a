//! What happened to the store while it was in use, as far as a person must know. Does not know how it is said.

use super::Office;
use crate::store::Mended;

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
}

/// Looks after an open store, and tells everything once.
#[derive(Debug, Default)]
pub struct Health {
    told_damage: bool,
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
        news
    }
}

/// What was set right; none for what comes after every crash and loses nothing.
fn of_mended(mended: Mended) -> Option<StoreNews> {
    match mended {
        Mended::SledRebuilt {
            set_aside,
            records,
            drafts_kept,
            ..
        } => Some(StoreNews::Remade {
            records,
            set_aside: set_aside.map(|path| path.display().to_string()),
            drafts_lost: drafts_kept.is_none(),
        }),
        Mended::SledPartSetAside { .. } => Some(StoreNews::PartSetAside),
        Mended::TornEntry { .. }
        | Mended::LineEnd { .. }
        | Mended::CaughtUp { .. }
        | Mended::LeftoverRemoved { .. } => None,
    }
}
