//! Drafts in the memory of an open store, and the thread that brings them to their file within half a second.
//!
//! It does not know the file's lines. Nobody who keeps a draft waits for the disk; where that refuses, drafts stay in
//! memory, it is tried again every second, and [`Store::draft_trouble`] says why.

use super::{
    Store, StoreError,
    draft_file::{DraftFile, Drafts},
};
use std::{
    collections::BTreeSet,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

/// So long drafts are gathered before they are written.
const GATHERED: Duration = Duration::from_millis(400);
/// So long after a refusal it is tried again.
const TRIED_AGAIN: Duration = Duration::from_secs(1);

/// The drafts of an open store.
pub(super) struct DraftKeeper {
    kept: Arc<KeptDrafts>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct KeptDrafts {
    now: Mutex<DraftsNow>,
    changed: Condvar,
    /// Taken before `now`, never while that is held.
    file: Mutex<DraftFile>,
}

#[derive(Default)]
struct DraftsNow {
    drafts: Drafts,
    /// What of them is not in the file yet.
    unwritten: BTreeSet<String>,
    trouble: Option<StoreError>,
    is_closing: bool,
}

impl DraftKeeper {
    pub(super) fn new(file: DraftFile, drafts: Drafts) -> DraftKeeper {
        let now = DraftsNow {
            drafts,
            ..DraftsNow::default()
        };
        DraftKeeper {
            kept: Arc::new(KeptDrafts {
                now: Mutex::new(now),
                changed: Condvar::new(),
                file: Mutex::new(file),
            }),
            thread: Mutex::new(None),
        }
    }

    /// Keeps a text under a key, or forgets it.
    fn put(&self, key: &str, text: Option<&str>) {
        {
            let mut now = self.kept.now();
            let is_new = match text {
                Some(text) => now.drafts.insert(key.to_owned(), text.to_owned()).as_deref() != Some(text),
                None => now.drafts.remove(key).is_some(),
            };
            if !is_new {
                return;
            }
            now.unwritten.insert(key.to_owned());
        }
        self.kept.changed.notify_one();
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        if thread.is_none() {
            let kept = Arc::clone(&self.kept);
            // Where no thread can be had they are written when the store is closed.
            *thread = thread::Builder::new()
                .name("drafts".to_owned())
                .spawn(move || kept.write_on())
                .ok();
        }
    }
}

impl KeptDrafts {
    fn now(&self) -> MutexGuard<'_, DraftsNow> {
        // Each change of it is one assignment.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what is unwritten, again and again, until the store is closed.
    fn write_on(&self) {
        loop {
            let wait = {
                let mut now = self.now();
                while now.unwritten.is_empty() && !now.is_closing {
                    now = self.changed.wait(now).unwrap_or_else(PoisonError::into_inner);
                }
                match &now.trouble {
                    Some(_) => TRIED_AGAIN,
                    None => GATHERED,
                }
            };
            let (now, _) = self
                .changed
                .wait_timeout_while(self.now(), wait, |now| !now.is_closing)
                .unwrap_or_else(PoisonError::into_inner);
            if now.is_closing {
                return;
            }
            drop(now);
            self.write();
        }
    }

    /// Writes what is unwritten.
    fn write(&self) {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (keys, drafts) = {
            let mut now = self.now();
            let keys: Vec<String> = std::mem::take(&mut now.unwritten).into_iter().collect();
            (keys, now.drafts.clone())
        };
        if keys.is_empty() {
            return;
        }
        let written = file.put(&keys, &drafts);
        let mut now = self.now();
        if let Err(error) = &written {
            tracing::error!(%error, "drafts were not kept");
            now.unwritten.extend(keys);
        }
        now.trouble = written.err();
    }
}

impl Drop for DraftKeeper {
    fn drop(&mut self) {
        self.kept.now().is_closing = true;
        self.kept.changed.notify_all();
        let thread = self
            .thread
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        // A panic in there has been told by the panic itself.
        let _ = thread.map(JoinHandle::join);
        self.kept.write();
    }
}

impl Store {
    /// Keeps what is being typed. In memory at once, on the disk within half a second.
    pub fn keep_draft(&self, key: &str, text: &str) {
        self.shared.drafts.put(key, Some(text));
    }

    /// Forgets the draft under `key`, if there is one.
    pub fn clear_draft(&self, key: &str) {
        self.shared.drafts.put(key, None);
    }

    /// The draft under `key`.
    pub fn draft(&self, key: &str) -> Option<String> {
        self.shared.drafts.kept.now().drafts.get(key).cloned()
    }

    /// Every draft with its key, in the order of the keys.
    pub fn drafts(&self) -> Vec<(String, String)> {
        let now = self.shared.drafts.kept.now();
        let pairs = now.drafts.iter();
        pairs.map(|(key, text)| (key.clone(), text.clone())).collect()
    }

    /// Whether drafts are on their way to the disk.
    pub fn has_unwritten_drafts(&self) -> bool {
        !self.shared.drafts.kept.now().unwritten.is_empty()
    }

    /// Why drafts are only in memory, where the disk refused the last time it was asked.
    pub fn draft_trouble(&self) -> Option<StoreError> {
        self.shared.drafts.kept.now().trouble.clone()
    }
}
