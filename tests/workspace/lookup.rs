//! Quick lookup at the real program: a filter is typed, the late one stands first, Enter goes to it and Escape comes back.

use super::sample;
use super::terminal::{ENTER, F7, Terminal};

#[test]
fn a_filter_is_typed_and_what_is_late_is_gone_to_and_come_back_from() {
    let (_folder, store) = sample();
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("۱۴۰۵/۰۹/۰۱");
    desk.send(F7);
    desk.wait_for("یافتن:");
    desk.send("مسئول:راهداری وضعیت:معوق");
    desk.wait_for("راه قلعه کهن");
    desk.send(ENTER);
    desk.wait_for("مهلت اقدام");
    desk.wait_for("راه قلعه کهن");
    desk.send("\x1b");
    desk.wait_for("یافتن: مسئول:راهداری وضعیت:معوق");
    desk.send("\x1b");
    desk.wait_without("یافتن:");
    desk.send("q");
    assert_eq!(desk.ended(), 0);
}
