//! Work that is done a while after it became due, once for everything that came meanwhile, and never while nothing is due.
//!
//! It does not know what the work is.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

/// A thread that sleeps until work is due.
pub(super) struct WorkBehind {
    due: Arc<WorkDue>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct WorkDue {
    state: Mutex<WorkState>,
    changed: Condvar,
}

#[derive(Default)]
struct WorkState {
    is_due: bool,
    is_over: bool,
}

impl WorkBehind {
    /// `work` will be done so long after it became due. `name` is the thread's. Where no thread can be had, it is never
    /// done.
    pub(super) fn new(name: &str, after: Duration, work: impl FnMut() + Send + 'static) -> WorkBehind {
        let due = Arc::new(WorkDue::default());
        let waiting = Arc::clone(&due);
        let spawned = thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || waiting.go_on(after, work));
        WorkBehind {
            due,
            thread: spawned.ok(),
        }
    }

    /// There is something to do.
    pub(super) fn is_due(&self) {
        self.due.lock().is_due = true;
        self.due.changed.notify_all();
    }
}

impl Drop for WorkBehind {
    /// Ends without doing what is still due.
    fn drop(&mut self) {
        self.due.lock().is_over = true;
        self.due.changed.notify_all();
        // A panic in the work has been told by the panic itself.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl WorkDue {
    fn lock(&self) -> MutexGuard<'_, WorkState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn go_on(&self, after: Duration, mut work: impl FnMut()) {
        while self.wait(after) {
            work();
        }
    }

    /// Waits until work is due, and then so long; `false` when it is all over.
    fn wait(&self, after: Duration) -> bool {
        let idle = |state: &mut WorkState| !state.is_due && !state.is_over;
        let state = self.changed.wait_while(self.lock(), idle);
        let state = state.unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .changed
            .wait_timeout_while(state, after, |state| !state.is_over);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.is_due = false;
        !state.is_over
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn what_is_due_is_done_once_for_all_that_came_before_it_began() {
        let (began, begins) = mpsc::channel();
        let (go, may_go) = mpsc::channel::<()>();
        let behind = WorkBehind::new("behind", Duration::ZERO, move || {
            began.send(()).unwrap();
            may_go.recv().unwrap();
        });
        behind.is_due();
        begins.recv().unwrap();
        // Three more while the first goes on are one more.
        (0..3).for_each(|_| behind.is_due());
        go.send(()).unwrap();
        begins.recv().unwrap();
        go.send(()).unwrap();
        drop(behind);
        assert!(begins.recv().is_err(), "it was done although nothing was due");
    }

    #[test]
    fn it_ends_at_once_while_it_waits_and_leaves_what_is_due() {
        let (done, was_done) = mpsc::channel();
        let behind = WorkBehind::new("behind", Duration::from_secs(3600), move || {
            done.send(()).unwrap();
        });
        behind.is_due();
        drop(behind);
        assert!(was_done.recv().is_err());
    }
}
