//! Work that takes long and that a person may stop, between two of its steps.
//! Does not know what the work is.

use super::throw_away;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What lasts longer is told of.
const TOLD_AFTER: Duration = Duration::from_millis(500);
/// So often it is told how far it has come.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Whether a person wants it stopped. Copies are of one wish.
#[derive(Clone, Debug, Default)]
pub struct StopWish(Arc<AtomicBool>);

impl StopWish {
    /// A wish that Ctrl-C makes, instead of ending the program; from now on and until the program ends. Where the
    /// system does not let it be caught, Ctrl-C ends the program as ever.
    pub fn by_interrupt() -> StopWish {
        let stop = StopWish::default();
        throw_away::leave_interrupt();
        let caught = signal_hook::flag::register(signal_hook::consts::signal::SIGINT, Arc::clone(&stop.0));
        if let Err(error) = caught {
            tracing::warn!(%error, "Ctrl-C is not caught");
        }
        stop
    }

    /// Wishes it.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Takes the wish back, before other work is begun.
    pub fn take_back(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether it is wished.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// When a person is told how far work has come: not at all of short work, then now and again.
#[derive(Clone, Copy, Debug)]
pub struct TellingPace {
    next: Instant,
}

impl TellingPace {
    /// Of work that begins now.
    pub fn begin() -> TellingPace {
        TellingPace {
            next: Instant::now() + TOLD_AFTER,
        }
    }

    /// Whether it is time to tell it.
    pub fn is_due(&mut self) -> bool {
        let now = Instant::now();
        let due = now >= self.next;
        if due {
            self.next = now + TOLD_EVERY;
        }
        due
    }
}
