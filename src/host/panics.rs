//! What happens when the program has a fault: the terminal is given back, the trace gets the details, and the person
//! a sentence (said by whoever runs the program). Nothing is printed here.

use super::lent;
use std::panic;

/// Takes over the reporting of panics for the whole process. sled panics on damaged files and is caught by the store;
/// such a panic reaches the trace and nothing else.
pub fn take_over() {
    panic::set_hook(Box::new(|info| {
        let thread = std::thread::current();
        let caught = crate::store::panic_is_caught();
        tracing::error!(panic = %info, thread = thread.name().unwrap_or("unnamed"), caught);
    }));
}

/// Runs `work`; on a panic what is lent of the terminal is given back and none is returned. A terminal that was taken
/// over has given itself back then, as what the work held went with it.
pub fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    // What the work touched is not looked at again after a panic: the process ends.
    let result = panic::catch_unwind(panic::AssertUnwindSafe(work)).ok();
    if result.is_none() {
        lent::give_back();
    }
    result
}
