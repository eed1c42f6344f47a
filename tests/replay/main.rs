//! A meeting of three hours replayed as events: what its frames cost, what the process holds and what is sent to the
//! terminal. Alone in its process, for all of its memory is counted. Does not know what is typed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a story or a list of cases is read from its start to its end"
)]

#[path = "../live/meeting.rs"]
#[allow(dead_code, reason = "the tests of single tasks use the rest of it")]
mod meeting;
#[path = "../live/painter.rs"]
mod painter;
#[path = "../live/script.rs"]
mod script;
#[path = "../live/story.rs"]
#[allow(
    dead_code,
    reason = "what is stored is compared with what was typed in `tests/live`"
)]
mod story;

use dabir::host::ways::Way;
use dabir::text::TextForm;
use meeting::Meeting;
use painter::Frame;
use peak_alloc::PeakAlloc;
use std::sync::LazyLock;
use std::time::Duration;
use story::Story;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// No frame takes longer of the processor: 10 ms in the program as it is given out. A debug build has twice as long: it is
/// several times slower, and a slow machine with neighbours brought single frames of it to 13 ms.
const FRAME: Duration = Duration::from_millis(if cfg!(debug_assertions) { 20 } else { 10 });
/// A frame counts as late when it is so in each of so many replays: what the machine does beside spoils now one, now
/// another, and what the program does itself comes every time.
const REPLAYS: usize = 3;
/// So many keys are the beginning of the meeting; the program has been everywhere by then.
const BEGINNING: usize = 500;
/// The process holds no more beyond what it held then. What is recorded meanwhile stays in memory some times over (as
/// the screen shows it, and as sled keeps it); a copy of the open field for every letter would be twice as much.
const GROWTH_BYTES: usize = 128 << 10;

/// What is left of a meeting when it was played.
struct Played {
    /// Keys that were pressed.
    keys: usize,
    frames: Vec<Frame>,
    /// Keys pressed and bytes held after each step of the talk.
    held: Vec<(usize, usize)>,
}

impl Played {
    fn new() -> Played {
        let meeting = Meeting::at(TextForm::Visual, Way::App);
        let story = Story::play(meeting, false, || ALLOCATED.current_usage());
        assert_eq!(
            story.stored(),
            (story.notes, story.resolutions),
            "nothing is lost"
        );
        Played {
            keys: story.meeting.pressed,
            frames: story.meeting.frames,
            held: story.held,
        }
    }

    /// For each of these keys what `of` all frames that it brought comes to, in order of size.
    fn by_key<T: Default + Ord + std::ops::AddAssign>(
        &self,
        keys: std::ops::Range<usize>,
        of: impl Fn(&Frame) -> T,
    ) -> Vec<T> {
        let mut sums: Vec<T> = keys.clone().map(|_| T::default()).collect();
        for frame in self.frames.iter().filter(|frame| keys.contains(&frame.key)) {
            sums[frame.key - keys.start] += of(frame);
        }
        sums.sort();
        sums
    }
}

/// The meeting as it was played first.
static PLAYED: LazyLock<Played> = LazyLock::new(Played::new);

/// The value that so many hundredths do not exceed, of values in order.
fn percentile<T: Copy>(values: &[T], hundredths: usize) -> T {
    values[(values.len() - 1) * hundredths / 100]
}

#[test]
fn no_frame_of_a_meeting_of_three_hours_takes_longer_than_its_time() {
    let played = &*PLAYED;
    assert!(played.keys >= 2_000, "{} keys", played.keys);
    let mut took: Vec<Duration> = played.frames.iter().map(|frame| frame.took).collect();
    let mut late: Vec<usize> = (0..took.len()).filter(|at| took[*at] > FRAME).collect();
    took.sort();
    println!(
        "{} keys, {} frames: half within {:?}, 99 in 100 within {:?}, all within {:?}",
        played.keys,
        took.len(),
        percentile(&took, 50),
        percentile(&took, 99),
        percentile(&took, 100)
    );
    for _ in 1..REPLAYS {
        if late.is_empty() {
            return;
        }
        let again = Played::new();
        assert_eq!(again.frames.len(), took.len(), "every replay has the same frames");
        late.retain(|at| again.frames[*at].took > FRAME);
    }
    let late: Vec<&Frame> = late.iter().map(|at| &played.frames[*at]).collect();
    assert!(late.is_empty(), "{late:?}");
}

#[test]
fn a_letter_costs_no_more_at_the_end_of_the_meeting_than_at_its_beginning() {
    let played = &*PLAYED;
    let keys = played.keys;
    let quarters = [1..keys / 4, keys * 3 / 4..keys + 1];
    let bytes = quarters
        .clone()
        .map(|keys| percentile(&played.by_key(keys, |frame| frame.bytes), 50));
    let took = quarters.map(|keys| percentile(&played.by_key(keys, |frame| frame.took), 50));
    println!("half of the keys, first and last quarter: {bytes:?} bytes, {took:?}");
    assert!(bytes[1] <= bytes[0] + bytes[0] / 2, "{bytes:?}");
    assert!(took[1] <= took[0] * 3, "{took:?}");
}

#[test]
fn the_process_holds_no_more_at_the_end_of_the_meeting_than_at_its_beginning() {
    let held = &PLAYED.held;
    let middle = |keys: std::ops::Range<usize>| {
        let of_keys = held.iter().filter(|(key, _)| keys.contains(key));
        let mut bytes: Vec<usize> = of_keys.map(|(_, bytes)| *bytes).collect();
        bytes.sort_unstable();
        assert!(bytes.len() > 10, "steps enough for a middle");
        percentile(&bytes, 50)
    };
    let (first, last) = (middle(BEGINNING..1_200), middle(2_000..usize::MAX));
    println!("held at the beginning {first}, at the end {last}");
    assert!(last <= first + GROWTH_BYTES, "{first} {last}");
}
