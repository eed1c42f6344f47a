//! What one deed costs at the real terminal: frames, each a synchronised update, and writes to the terminal.
//! It does not know what is on a frame beyond the words it waits for.

use super::sample;
use super::terminal::{DOWN, ENTER, F2, TAB, Terminal, UP};

const ESCAPE: &str = "\x1b";

/// So often a deed is done. A frame is held for the disk, and no longer than it takes a person to notice: where others
/// keep the machine busy the answer may come later, and then a frame more is right. One of so many comes in time.
const TIMES: usize = 12;

/// What was sent to the terminal; writes where the system counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    frames: usize,
    writes: Option<usize>,
}

/// What was sent so far.
fn so_far(desk: &Terminal) -> Cost {
    Cost {
        frames: String::from_utf8_lossy(&desk.written)
            .matches("\x1b[?2026h")
            .count(),
        writes: desk.writes(),
    }
}

/// What these keys cost until this is on the screen. The help that is opened after it is one frame more: when it stands
/// there, everything that the keys brought stands there, too.
fn cost(desk: &mut Terminal, keys: &str, shown: &str) -> Cost {
    let before = so_far(desk);
    desk.send(keys);
    desk.wait_for(shown);
    desk.send("?");
    desk.wait_for("اینجا");
    let after = so_far(desk);
    desk.send(ESCAPE);
    desk.wait_without("اینجا");
    Cost {
        frames: after.frames - before.frames - 1,
        writes: after
            .writes
            .zip(before.writes)
            .map(|(after, before)| after - before - 1),
    }
}

/// Frames that keys cost which show nothing, beside that of the help opened after them.
fn frames_beside_help(desk: &mut Terminal, keys: &str) -> usize {
    let before = so_far(desk);
    desk.send(keys);
    desk.send("?");
    desk.wait_for("اینجا");
    let after = so_far(desk);
    desk.send(ESCAPE);
    desk.wait_without("اینجا");
    after.frames - before.frames - 1
}

/// The cheapest of them is one frame in one write.
fn assert_one(what: &str, costs: &[Cost]) {
    if costs.iter().any(|cost| cost.writes.is_none()) {
        println!("{what}: writes are not counted here");
    }
    let one = |cost: &Cost| cost.frames == 1 && cost.writes.is_none_or(|writes| writes == 1);
    assert!(costs.iter().any(one), "{what}: {costs:?}");
    assert!(costs.iter().all(|cost| cost.frames > 0), "{what}: {costs:?}");
}

#[test]
fn a_tick_is_one_frame_in_one_write() {
    let (_folder, store) = sample();
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("پنجمین جلسه");
    desk.send(UP);
    desk.send(ENTER);
    desk.send("3");
    desk.wait_for("حاضر");
    let ticks: Vec<Cost> = (0..TIMES).map(|_| cost(&mut desk, "p", "ثبت شد")).collect();
    assert_one("a tick", &ticks);
}

#[test]
fn a_saved_note_is_one_frame_in_one_write() {
    let (_folder, store) = sample();
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("پنجمین جلسه");
    desk.send(UP);
    desk.send(ENTER);
    desk.send("4");
    let mut saved = Vec::new();
    for text in ["سخن یکم", "سخن دوم", "سخن سوم", "سخن چهارم", "سخن پنجم"] {
        desk.send("a");
        desk.send(TAB);
        desk.send(text);
        desk.wait_for(text);
        saved.push(cost(&mut desk, F2, "ثبت شد"));
    }
    assert_one("a saved note", &saved);
}

#[test]
fn an_opened_session_is_one_frame_in_one_write() {
    let (_folder, store) = sample();
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("پنجمین جلسه");
    let mut opened = Vec::new();
    for _ in 0..TIMES {
        opened.push(cost(&mut desk, ENTER, "شماره دعوتنامه"));
        desk.send(ESCAPE);
        desk.wait_without("شماره دعوتنامه");
        // The next one has not been read yet.
        desk.send(DOWN);
    }
    assert_one("an opened session", &opened);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let (_folder, store) = sample();
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("پنجمین جلسه");
    // Behind the first screen what was counted or found may still be painted: one of several tries is undisturbed.
    let mut costs = Vec::new();
    for _ in 0..TIMES {
        // Nothing is copied by it, nothing moved.
        costs.push(frames_beside_help(&mut desk, "\x1b[24~"));
    }
    assert!(costs.contains(&0), "{costs:?}");
}
