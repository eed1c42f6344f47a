//! The only door to a change: commands, queries, and the rules between them and the store. Knows no screens.
//!
//! A command, an actor, a moment and fresh ids go in; an answer or a refusal comes out; the change is one journal
//! entry and one transaction. Undo and history come from that journal.
//!
//! | room | what it is | what it uses of the others |
//! |---|---|---|
//! | `change` | commands and their rules, one transaction each | nothing |
//! | `read` | the answer to each question | `lookup`; of `change` what a command notes in the journal, and what a removal would touch |
//! | `intake` | minutes on their way in: read, looked over, answered; nothing is stored | `read`; of `change` how a session is prepared |
//! | `lookup` | the indexes, lists of resolutions by way of them, quick lookup | nothing |
//!
//! What both ask for stands beside them: `command` and `query` are the words spoken at the door, `records` reads,
//! `standing` says where a resolution stands on a day, `soundness` whether every record is what it should be, and
//! `stored_archive` writes all of them out.

mod change;
pub mod command;
pub mod health;
pub mod intake;
mod lookup;
pub mod query;
pub mod read;
mod records;
pub mod soundness;
mod standing;
pub mod stored_archive;

#[cfg(test)]
mod tests;

pub use change::{FreshIds, archive, import, imported, learnt, seating, transaction};
pub use read::report;

use command::{Command, Done, Failure};
use lookup::Lookup;
use query::{Answer, Query};

use crate::calendar::{Day, Moment};
use crate::store::{Mended, Store, StoreError};
use std::path::Path;
use std::sync::OnceLock;

/// A store with its rules and with what finds things in it. It can be shared between threads.
pub struct Office {
    /// Opened when it is first asked: most commands need no index. It stands before the store because it works with it
    /// until it is dropped.
    lookup: OnceLock<Lookup>,
    store: Store,
}

impl Office {
    /// The office in a folder, and what was set right when its store was opened.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open(folder: &Path) -> Result<(Office, Vec<Mended>), StoreError> {
        let (store, mended) = Store::open(folder)?;
        Ok((Office::over(store), mended))
    }

    /// The office over an open store.
    pub fn over(store: Store) -> Office {
        Office {
            lookup: OnceLock::new(),
            store,
        }
    }

    /// Its store, for what is no command and no question: drafts, checking, the journal itself.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Carries out `command` for `actor` at `now`. When it returns `Ok`, the change is on the disk.
    ///
    /// # Errors
    /// [`Failure::Refused`] with the rule that refused, or what went wrong in the store; nothing was changed then.
    pub fn execute(
        &self,
        actor: &str,
        command: Command,
        now: Moment,
        ids: &mut FreshIds,
    ) -> Result<Done, Failure> {
        change::execute(&self.store, actor, command, now, ids)
    }

    /// Answers a query of a screen as of `today`.
    ///
    /// # Errors
    /// [`Failure`] where the store cannot be read.
    pub fn read(&self, query: &Query, today: Day) -> Result<Answer, Failure> {
        read::answer(self, query, today)
    }

    /// Makes the indexes now and waits until they are whole, where a question would begin to make them.
    pub fn make_index(&self) {
        self.lookup().make();
        self.lookup().wait();
    }

    fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::opened(self.store.handle()))
    }
}
