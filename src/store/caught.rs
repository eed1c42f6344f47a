//! The place where a panic of sled becomes a value.
//!
//! It does not know the panic hook: that belongs to the host, which asks [`panic_is_caught`] before it prints.

use super::SledFault;
use crate::files::DiskError;
use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
};

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Whether a panic on this thread right now is sled's and will be caught, or is one on sled's own threads. The
/// host's panic hook writes such a panic to the trace and leaves the terminal alone.
pub fn panic_is_caught() -> bool {
    let name_fits = |name: &str| name.starts_with("sled-") || name == "log flusher";
    let sleds_own = std::thread::current().name().is_some_and(name_fits);
    sleds_own || DEPTH.get() > 0
}

/// Runs `work` on sled and turns its errors and panics into a fault.
pub(super) fn caught<T>(work: impl FnOnce() -> Result<T, sled::Error>) -> Result<T, SledFault> {
    DEPTH.set(DEPTH.get() + 1);
    // Unwind safety: whoever gets a `Panic` throws the handle away and never looks at what it was working on.
    let outcome = catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    match outcome {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(fault_of(&error)),
        Err(payload) => Err(SledFault::Panic {
            why: message(&*payload),
        }),
    }
}

fn fault_of(error: &sled::Error) -> SledFault {
    let why = error.to_string();
    match error {
        // sled gives its refused lock no kind of its own.
        sled::Error::Io(_) if why.contains("could not acquire lock") => SledFault::Busy,
        sled::Error::Io(error) => SledFault::of_disk(error),
        _ => SledFault::Error { why },
    }
}

impl SledFault {
    /// The fault that an error of the file system is.
    pub(super) fn of_disk(error: &std::io::Error) -> SledFault {
        SledFault::Disk {
            error: DiskError::from(error),
            why: error.to_string(),
        }
    }
}

fn message(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_fault_and_is_announced_only_while_it_is_caught() {
        assert!(!panic_is_caught());
        let fault = caught::<()>(|| {
            assert!(panic_is_caught());
            std::panic::resume_unwind(Box::new("tried to serialize Uninitialized"))
        });
        let why = "tried to serialize Uninitialized".to_owned();
        assert_eq!(fault, Err(SledFault::Panic { why }));
        assert!(!panic_is_caught());
    }
}
