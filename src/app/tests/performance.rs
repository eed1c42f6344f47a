//! A frame costs what it shows, not what the office holds.

use super::desk::Desk;
use super::fixture;
use crate::app::Msg;
use crate::domain::ids::SessionId;
use crate::office::query::{Answer, Query, SessionRow};
use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

fn many(count: u32) -> Vec<SessionRow> {
    let Answer::Sessions(rows) = fixture::answer(&Query::Sessions) else {
        unreachable!()
    };
    let row = |number: u32| {
        let mut row = rows[1].clone();
        row.session.id = SessionId(format!("s{}", number + 100));
        row
    };
    (0..count).map(row).collect()
}

/// The processor's time of this thread, whatever else the machine does.
fn spent() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap())
}

fn median_frame(desk: &mut Desk) -> Duration {
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let begun = spent();
            desk.press("<Down>").screen();
            spent() - begun
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

#[test]
fn a_frame_of_twenty_thousand_sessions_costs_about_what_one_of_a_hundred_does() {
    let mut times = [100, 20_000].map(|count| {
        let mut desk = Desk::persian();
        desk.tell(Msg::Answered(
            Query::Sessions,
            Box::new(Answer::Sessions(many(count))),
        ));
        desk.press("<End>");
        median_frame(&mut desk)
    });
    times[0] = times[0].max(Duration::from_millis(1));
    assert!(times[1] < times[0] * 5, "{times:?}");
}

#[test]
fn a_resolution_of_a_million_letters_does_not_hold_up_its_table() {
    let frame = |text: String| {
        let mut view = fixture::session_view(8);
        for row in &mut view.resolutions {
            row.resolution.text.clone_from(&text);
        }
        let mut desk = Desk::persian();
        desk.press("<Down><Enter>5");
        let query = Query::Session(fixture::session_id(8));
        desk.tell(Msg::Answered(
            query,
            Box::new(Answer::Session(Some(Box::new(view)))),
        ));
        median_frame(&mut desk)
    };
    let (short, long) = (frame("بند تازه ".repeat(100)), frame("بند تازه ".repeat(110_000)));
    assert!(
        long < short.max(Duration::from_millis(2)) * 10,
        "{short:?} {long:?}"
    );
}
