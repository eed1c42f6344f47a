//! A large store read over while it is in use, after an opening that believed what was seen before.
//!
//! It does not know what is done about a fault, only whom to tell.

use super::{
    Change, SledFault, StoreError, Tree,
    held::TreeTally,
    journal::Journal,
    open::{Inner, Shared},
    reading::FoundJournal,
    sled_copy::SledCopy,
};
use std::{
    ops::ControlFlow,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// So many records are read at a time: whoever wants the store meanwhile waits no longer than for these.
const AT_A_TIME: usize = 50;
/// And is let in between: a lock that is given back and taken again at once lets nobody in.
const PAUSE: Duration = Duration::from_millis(1);

/// A reading over that goes on; it ends when this is dropped.
pub(super) struct Reread {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Reread {
    /// Begins. The journal is read up to its length as it is now.
    pub(super) fn begin(shared: &Arc<Shared>, journal: &Journal) -> Reread {
        let stop = Arc::new(AtomicBool::new(false));
        let (shared, stopped) = (Arc::clone(shared), Arc::clone(&stop));
        let (path, length) = (journal.path().to_owned(), journal.length_byte());
        let work = move || read_over(&shared, &path, length, &stopped);
        // Where no thread can be had, the next opening believes no more than this one did.
        let thread = thread::Builder::new().name("reread".to_owned()).spawn(work).ok();
        Reread { stop, thread }
    }

    /// Whether it has not come to its end.
    pub(super) fn goes_on(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }

    /// Waits for its end.
    #[cfg(test)]
    pub(super) fn wait(&mut self) {
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Drop for Reread {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // A panic in there has been told by the panic itself.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn read_over(shared: &Shared, path: &Path, length: u64, stop: &AtomicBool) {
    match FoundJournal::of_until(path, length, stop) {
        Ok(reading) if reading.faults.is_empty() => {}
        Ok(reading) => {
            let damage = reading.damage(path);
            tracing::error!(?damage, "the journal is damaged");
            shared.lock().damage = Some(damage);
            return;
        }
        Err(error) => {
            tracing::warn!(%error, "the journal was not read over");
            return;
        }
    }
    for tree in Tree::ALL {
        shared.lock().audit = Some(Audit::of(tree));
        loop {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let stepped = step(&mut shared.lock());
            match stepped {
                Ok(ControlFlow::Continue(())) => thread::sleep(PAUSE),
                Ok(ControlFlow::Break(())) => break,
                Err(fault) => {
                    let mut inner = shared.lock();
                    inner.close_sled(&fault);
                    // What came of it is among `mended`, or is told to the next who asks for something.
                    let _ = inner.revive(&shared.folder);
                    return;
                }
            }
        }
    }
    let mut inner = shared.lock();
    inner.is_read_over = inner.sled.is_some();
    inner.remember(&shared.folder);
}

fn step(inner: &mut Inner) -> Result<ControlFlow<()>, SledFault> {
    let Inner { sled, audit, .. } = inner;
    match (sled, audit) {
        (Some(sled), Some(audit)) => audit.step(sled),
        // sled failed meanwhile, and was or will be compared whole when it is opened again.
        _ => Ok(ControlFlow::Break(())),
    }
}

/// The sum over one tree's records, taken part by part while commits go on.
#[derive(Debug)]
pub(super) struct Audit {
    tree: Tree,
    /// Records up to this key are in the tally.
    after: Vec<u8>,
    tally: TreeTally,
    has_begun: bool,
}

impl Audit {
    pub(super) fn of(tree: Tree) -> Audit {
        Audit {
            tree,
            after: Vec::new(),
            tally: TreeTally::default(),
            has_begun: false,
        }
    }

    /// Takes the next records in; breaks off at the tree's end.
    ///
    /// # Errors
    /// [`SledFault::Tally`] where sled's checkpoint has another one.
    pub(super) fn step(&mut self, sled: &SledCopy) -> Result<ControlFlow<()>, SledFault> {
        let part = if self.has_begun {
            sled.scan_after(self.tree, &self.after)
        } else {
            sled.scan(self.tree, "")
        };
        let before = self.tally.count;
        for record in part.take(AT_A_TIME) {
            let (key, record) = record?;
            self.tally.add(&key, &record);
            self.after = key.to_vec();
            self.has_begun = true;
        }
        if self.tally.count > before {
            return Ok(ControlFlow::Continue(()));
        }
        if self.tally == sled.held.tallies[self.tree.place()] {
            Ok(ControlFlow::Break(()))
        } else {
            Err(SledFault::Tally { tree: self.tree })
        }
    }

    /// Follows changes of records that are in the tally already.
    pub(super) fn follow(&mut self, changes: &[Change]) {
        let known = |change: &&Change| {
            change.tree == self.tree && self.has_begun && change.key.as_bytes() <= self.after.as_slice()
        };
        let mut tally = self.tally;
        for change in changes.iter().filter(known) {
            let key = change.key.as_bytes();
            if let Some(before) = &change.before {
                tally.remove(key, before.get().as_bytes());
            }
            if let Some(after) = &change.after {
                tally.add(key, after.get().as_bytes());
            }
        }
        self.tally = tally;
    }
}

impl FoundJournal {
    /// [`FoundJournal::of`], broken off when `stop` is set.
    fn of_until(path: &Path, length: u64, stop: &AtomicBool) -> Result<FoundJournal, StoreError> {
        FoundJournal::through(path, length, |file| Stoppable { file, stop })
    }
}

/// A file that cannot be read on when it shall stop.
struct Stoppable<'a> {
    file: std::fs::File,
    stop: &'a AtomicBool,
}

impl std::io::Read for Stoppable<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(std::io::Error::other("the store is closed"));
        }
        self.file.read(bytes)
    }
}
