//! A meeting of three hours replayed as events: what its frames cost, what the process holds and what is sent to the
//! terminal. Alone in its process, for all of its memory is counted. Does not know what is typed.

#[path = "../live/meeting.rs"]
#[allow(dead_code, reason = "the tests of single tasks use the rest of it")]
mod meeting;
#[path = "../live/painter.rs"]
mod painter;
#[path = "../live/script.rs"]
mod script;
#[path = "../live/story.rs"]
#[allow(dead_code, reason = "what is stored is held against what was typed elsewhere")]
mod story;

use dabir::host::ways::Way;
use dabir::text::Form;
use meeting::Meeting;
use painter::Frame;
use peak_alloc::PeakAlloc;
use std::time::Duration;
use story::Story;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

#[test]
fn measured() {
    let story = Story::play(Meeting::at(Form::Visual, Way::App), false, || {
        ALLOCATED.current_usage()
    });
    let mut took: Vec<Frame> = story.meeting.frames.clone();
    took.sort_by_key(|frame| frame.took);
    let at = |part: f64| took[((took.len() - 1) as f64 * part) as usize];
    println!("keys {} frames {}", story.meeting.pressed, took.len());
    for part in [0.5, 0.9, 0.99, 0.999, 1.0] {
        println!("{part} {:?}", at(part));
    }
    for frame in &took[took.len() - 15..] {
        println!("{frame:?}");
    }
    let quarter = |from: usize, to: usize| {
        let pressed = story.meeting.pressed;
        let mut t: Vec<Duration> = story.meeting.frames.iter().filter(|f| f.key >= pressed * from / 4 && f.key < pressed * to / 4).map(|f| f.took).collect();
        t.sort();
        let mut b: Vec<usize> = story.meeting.frames.iter().filter(|f| f.key >= pressed * from / 4 && f.key < pressed * to / 4).map(|f| f.bytes).collect();
        b.sort();
        (t[t.len() / 2], b[b.len() / 2], b.iter().sum::<usize>() / b.len(), b.len())
    };
    for q in 0..4 {
        println!("quarter {q} {:?}", quarter(q, q + 1));
    }
    println!("{:?}", story.held);
    let before = ALLOCATED.current_usage();
    println!("end {before}");
    drop(story);
    println!("after drop {}", ALLOCATED.current_usage());
}
