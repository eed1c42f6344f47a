//! What one deed costs at the real terminal: frames, each of them one write, and bytes. The bounds are a tenth above what
//! was reached, so that it cannot creep back. Does not know what is on a frame beyond the words it waits for.

use super::sample;
use super::terminal::{DOWN, ENTER, F1, F2, TAB, Terminal, UP};

const ESCAPE: &str = "\x1b";
/// Backwards in Persian text.
const RIGHT: &str = "\x1b[C";
const PAGE_DOWN: &str = "\x1b[6~";
const HELP: &str = "اینجا";
/// A frame of a kilobyte and more begins with it; that of the help is one.
const BEGIN: &[u8] = b"\x1b[?2026h";

/// So often a deed is done. A frame is held for the disk, and no longer than it takes a person to notice: where others
/// keep the machine busy the answer may come later, and then a frame more is right. One of so many comes in time.
const TIMES: usize = 12;

/// What was sent to the terminal; writes where the system counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    bytes: usize,
    writes: Option<usize>,
}

/// What these keys cost until this holds. The help that is opened after it is one write more: when it stands there,
/// everything that the keys brought stands there, too, and its frame has a mark before it.
fn cost_until(desk: &mut Terminal, keys: &str, what: &str, holds: impl Fn(&Terminal) -> bool) -> Cost {
    let (writes, bytes) = (desk.writes(), desk.written.len());
    desk.send(keys);
    desk.wait(what, holds);
    desk.send(F1);
    desk.wait_for(HELP);
    let after = desk.writes();
    let sent = &desk.written[bytes..];
    let of_help = sent.windows(BEGIN.len()).rposition(|found| found == BEGIN);
    let bytes = of_help.expect("the help is a large frame");
    desk.send(ESCAPE);
    desk.wait_without(HELP);
    let writes = after.zip(writes).map(|(after, before)| after - before - 1);
    Cost { bytes, writes }
}

/// The same until this is on the screen.
fn cost(desk: &mut Terminal, keys: &str, shown: &str) -> Cost {
    cost_until(desk, keys, shown, |desk| desk.shows(shown))
}

/// The same until anything is sent.
fn cost_of_any(desk: &mut Terminal, keys: &str) -> Cost {
    let before = desk.written.len();
    cost_until(desk, keys, "anything that is sent", |desk| {
        desk.written.len() > before
    })
}

/// The cheapest of them that is one frame in one write has so many bytes at most.
fn assert_one(what: &str, bytes: usize, costs: &[Cost]) {
    if costs.iter().any(|cost| cost.writes.is_none()) {
        println!("{what}: writes are not counted here");
    }
    println!("{what}: {costs:?}");
    let is_one = |cost: &&Cost| cost.writes.is_none_or(|writes| writes == 1);
    let least = costs.iter().filter(is_one).map(|cost| cost.bytes).min();
    assert!(least.is_some(), "{what}: {costs:?}");
    assert!(least <= Some(bytes), "{what}: more than {bytes} bytes: {costs:?}");
    assert!(
        costs.iter().all(|cost| cost.writes != Some(0)),
        "{what}: {costs:?}"
    );
}

/// The sample office at its list of sessions.
fn opened(store: &std::path::Path) -> Terminal {
    let mut desk = Terminal::on_store(store, &[]);
    desk.wait_for("پنجمین جلسه");
    desk
}

/// The planned session, which stands above the last one that was held, where one begins.
fn at_planned(store: &std::path::Path, tab: &str) -> Terminal {
    let mut desk = opened(store);
    desk.send(UP);
    desk.send(ENTER);
    desk.send(tab);
    desk
}

#[test]
fn a_tick_is_one_frame_in_one_write() {
    let (_folder, store) = sample();
    let mut desk = at_planned(&store, "3");
    desk.wait_for("حاضر");
    let ticks: Vec<Cost> = (0..TIMES).map(|_| cost(&mut desk, "p", "ثبت شد")).collect();
    assert_one("a tick", 430, &ticks);
}

#[test]
fn a_saved_note_is_one_frame_in_one_write() {
    let (_folder, store) = sample();
    let mut desk = at_planned(&store, "4");
    let mut saved = Vec::new();
    for text in ["سخن یکم", "سخن دوم", "سخن سوم", "سخن چهارم", "سخن پنجم"] {
        desk.send("a");
        desk.send(TAB);
        desk.send(text);
        desk.wait_for(text);
        saved.push(cost(&mut desk, F2, "ثبت شد"));
    }
    assert_one("a saved note", 2330, &saved);
}

#[test]
fn an_opened_session_is_one_frame_in_one_write() {
    let (_folder, store) = sample();
    let mut desk = opened(&store);
    let mut opened = Vec::new();
    for _ in 0..TIMES {
        opened.push(cost(&mut desk, ENTER, "شماره دعوتنامه"));
        desk.send(ESCAPE);
        desk.wait_without("شماره دعوتنامه");
        // The next one has not been read yet.
        desk.send(DOWN);
    }
    assert_one("an opened session", 3260, &opened);
}

#[test]
fn a_step_in_a_list_a_row_more_and_a_page_are_one_frame_each() {
    let (_folder, store) = sample();
    let mut desk = opened(&store);
    let steps: Vec<Cost> = (0..4).map(|_| cost_of_any(&mut desk, DOWN)).collect();
    assert_one("a step", 398, &steps);
    desk.send(&DOWN.repeat(13));
    desk.wait_for("ششمین جلسه");
    let rows: Vec<Cost> = (0..4).map(|_| cost_of_any(&mut desk, DOWN)).collect();
    assert_one("a row more", 352, &rows);
    let page = cost_of_any(&mut desk, PAGE_DOWN);
    assert_one("a page", 1876, &[page]);
}

#[test]
fn a_letter_and_a_step_of_the_caret_are_a_few_bytes() {
    let (_folder, store) = sample();
    let mut desk = at_planned(&store, "4");
    desk.send("a");
    desk.send(TAB);
    let text = "سخن درباره آب روستا";
    desk.send(text);
    desk.wait_for(text);
    let letters: Vec<Cost> = (0..4).map(|_| cost_of_any(&mut desk, "ب")).collect();
    assert_one("a letter at the end", 14, &letters);
    let steps: Vec<Cost> = (0..6).map(|_| cost_of_any(&mut desk, RIGHT)).collect();
    assert_one("a step of the caret", 4, &steps);
    let letters: Vec<Cost> = (0..4).map(|_| cost_of_any(&mut desk, "ا")).collect();
    assert_one("a letter in the middle", 33, &letters);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let (_folder, store) = sample();
    let mut desk = opened(&store);
    // Behind the first screen what was counted or found may still be painted: one of several tries is undisturbed.
    let mut costs = Vec::new();
    for _ in 0..TIMES {
        // At the first row there is nothing above.
        costs.push(cost_until(&mut desk, UP, "nothing", |_| true));
    }
    assert!(costs.iter().any(|cost| cost.bytes == 0), "{costs:?}");
}
