//! Everything that reads what others wrote, given what nobody wrote: sound inputs, cut, joined and changed by chance.
//! Nothing may panic, take long, or break what it promises. It does not know what any input means.
//!
//! A short run is part of the tests. `DABIR_TEST_FUZZ_SECONDS=60` goes on so long at each reader, with other chance each
//! time where `DABIR_TEST_FUZZ_SEED` is another; an input that breaks something is left in the temporary folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]

mod documents;
mod mutation;
#[path = "../../benches/archive/rows.rs"]
mod rows;
mod stores;
mod words;

use mutation::mutated;
use rows::Chance;
use rustix::time::{ClockId, clock_gettime};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

/// So many inputs are tried in a short run.
const SHORT: usize = 60;
/// Processor's time of one input. The tests' build is far slower than the program.
const MOST_TIME: Duration = Duration::from_secs(20);
/// Inputs grow no longer.
const MOST_BYTES: usize = 1 << 16;

fn option(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

/// Gives `read` inputs made of `seeds` until the time is over.
fn fuzz(name: &str, seeds: &[Vec<u8>], mut read: impl FnMut(&[u8], &mut Chance)) {
    assert!(!seeds.is_empty());
    let mut chance = Chance::seeded(option("DABIR_TEST_FUZZ_SEED").unwrap_or(1));
    let end = option("DABIR_TEST_FUZZ_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut tried, mut slowest) = (0, Duration::ZERO);
    while end.map_or(tried < SHORT, |end| Instant::now() < end) {
        let mut input = mutated(seeds, &mut chance);
        input.truncate(MOST_BYTES);
        let began = processor_time();
        let outcome = catch_unwind(AssertUnwindSafe(|| read(&input, &mut chance)));
        let took = processor_time() - began;
        slowest = slowest.max(took);
        if outcome.is_err() || took > MOST_TIME {
            let kept = std::env::temp_dir().join(format!("dabir-fuzz-{name}-{tried}"));
            std::fs::write(&kept, &input).unwrap();
            panic!(
                "{name}: input {tried} took {took:?} or broke something; it is {}",
                kept.display()
            );
        }
        tried += 1;
    }
    println!("{name}: {tried} inputs, the slowest took {slowest:?}");
}

/// The input as text, whatever it is.
fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

fn seeds(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}
