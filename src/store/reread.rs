//! A large store read over behind an opening that believed what was seen before: first sled's records, tree by tree,
//! for which everybody waits who wants one; then the journal.
//!
//! It does not know what is done about a fault, only whom to tell.

use super::{
    SledFault, StoreError, Tree,
    held::TreeTally,
    open::Shared,
    reading::FoundJournal,
    sled_copy::{Scan, SledCopy},
};
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// Up to so many records one thread compares them all.
const ONE_THREAD_RECORDS: u64 = 50_000;

/// A reading over that goes on; it ends when this is dropped.
pub(super) struct Reread {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Reread {
    /// Begins. The journal is read up to its length as it is now.
    pub(super) fn begin(shared: &Arc<Shared>) -> Reread {
        let stop = Arc::clone(&shared.stops_rereading);
        let (path, length) = {
            let inner = shared.lock();
            (inner.journal.path().to_owned(), inner.journal.length_byte())
        };
        let (shared, unread, stopped) = (Arc::clone(shared), Arc::clone(shared), Arc::clone(&stop));
        let work = move || read_over(&shared, &path, length, &stopped);
        let spawned = thread::Builder::new().name("reread".to_owned()).spawn(work);
        // Where no thread can be had, sled is compared whole by whoever wants it first.
        let thread = spawned.map_err(|_| give_up(&unread)).ok();
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
    // Whatever ends this early, nobody waits for ever for a tree that nobody compares.
    let _unproved = GiveUp(shared);
    if let Some(fault) = compare(shared, stop) {
        let mut inner = shared.lock();
        inner.close_sled(&fault);
        // What came of it is among `mended`, or is told to the next who asks for something.
        let _ = inner.revive(&shared.folder);
        shared.compared.notify_all();
    }
    if stop.load(Ordering::Relaxed) {
        return;
    }
    let reading = FoundJournal::of_until(path, length, stop);
    match reading.map(FoundJournal::insisting_on_its_end) {
        Ok(reading) if reading.faults.is_empty() => {
            let mut inner = shared.lock();
            inner.is_read_over = inner.sled.is_some();
            inner.remember(&shared.folder);
        }
        Ok(reading) => {
            let damage = reading.damage(path);
            tracing::error!(?damage, "the journal is damaged");
            shared.lock().damage = Some(damage);
        }
        Err(error) => tracing::warn!(%error, "the journal was not read over"),
    }
}

/// Compares the trees that are due, by two threads where there are many records. Gives what was found wrong first.
fn compare(shared: &Shared, stop: &AtomicBool) -> Option<SledFault> {
    let (is_large, given_up) = {
        let inner = shared.lock();
        let records = inner.sled.as_ref().map_or(0, SledCopy::records);
        (records > ONE_THREAD_RECORDS, inner.proof.given_up())
    };
    let broken = AtomicBool::new(false);
    let is_over = || {
        [stop, &given_up, &broken]
            .iter()
            .any(|word| word.load(Ordering::Relaxed))
    };
    let share = || {
        let fault = compare_share(shared, &is_over);
        broken.fetch_or(fault.is_some(), Ordering::Relaxed);
        fault
    };
    thread::scope(|scope| {
        let helper = is_large
            .then(|| thread::Builder::new().spawn_scoped(scope, share).ok())
            .flatten();
        let mine = share();
        let ended = SledFault::Panic {
            why: "a thread that compared records ended".to_owned(),
        };
        // Both have let go of sled when this ends: else it could not be opened again.
        let theirs = helper.and_then(|helper| helper.join().unwrap_or(Some(ended)));
        mine.or(theirs)
    })
}

/// Compares one tree after the other until none is left.
fn compare_share(shared: &Shared, is_over: &dyn Fn() -> bool) -> Option<SledFault> {
    while !is_over() {
        let (tree, records, expected) = next_tree(shared)?;
        match tally(records, is_over) {
            None => return None,
            Some(Err(fault)) => return Some(fault),
            Some(Ok(found)) if found == expected => {
                shared.lock().proof.done(tree);
                shared.compared.notify_all();
            }
            Some(Ok(_)) => return Some(SledFault::Tally { tree }),
        }
    }
    None
}

/// The next tree, its records, and what the checkpoint has of them. It does not change while it is due.
fn next_tree(shared: &Shared) -> Option<(Tree, Scan, TreeTally)> {
    let mut inner = shared.lock();
    let tree = inner.proof.next()?;
    let sled = inner.sled.as_ref()?;
    Some((tree, sled.scan(tree, ""), sled.held.tallies[tree.place()]))
}

/// The sum over records; none where it is over before their end.
fn tally(records: Scan, is_over: &dyn Fn() -> bool) -> Option<Result<TreeTally, SledFault>> {
    let mut tally = TreeTally::default();
    for record in records {
        if is_over() {
            return None;
        }
        match record {
            Ok((key, record)) => tally.add(&key, &record),
            Err(fault) => return Some(Err(fault)),
        }
    }
    Some(Ok(tally))
}

/// Closes a sled that was not compared to its end; whoever wants it opens it again and compares it whole.
fn give_up(shared: &Shared) {
    let mut inner = shared.lock();
    if !inner.proof.is_over() {
        inner.close_unproved();
    }
    shared.compared.notify_all();
}

struct GiveUp<'a>(&'a Shared);

impl Drop for GiveUp<'_> {
    fn drop(&mut self) {
        give_up(self.0);
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
