//! Minutes taken in at the real program: a file is named, what is doubtful is answered, and nobody is asked about it again.

use super::sample;
use super::terminal::{ENTER, F2, Terminal};
use super::{json, printed};
use std::fs;
use std::path::{Path, PathBuf};

/// Minutes under heads that no list has.
fn odd_minutes(folder: &Path, name: &str, ordinal: &str, day: &str) -> PathBuf {
    let text = format!(
        "صورتجلسه {ordinal} جلسه کمیته قنات شهرستان مهرآباد\nتاریخ: {day}\n\nمصوبات:\n\
         کد\tمبحث بررسی\tچه باید کرد\tکی به سر برسد\tبر دوش\n\
         ۱\tچاه\tچاه شماره یک دشت بالا بسته شود.\tیک ماه\tشهرداری مهرآباد\n\
         ۲\tنهر\tنهر بالای روستا پاک شود.\tدو ماه\tشهرداری مهرآباد\n"
    );
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path
}

#[test]
fn heads_that_were_told_in_the_workspace_are_read_by_the_command_line_the_next_time() {
    let (folder, store) = sample();
    let first = odd_minutes(folder.path(), "first.txt", "سومین", "۱۴۰۵/۰۸/۲۰");
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("۱۴۰۵/۰۹/۰۱");
    desk.send("i");
    desk.wait_for("صورتجلسه از پرونده");
    desk.send(first.to_str().expect("a path of letters"));
    desk.send(ENTER);
    desk.wait_for("کمیته قنات شهرستان مهرآباد");
    // The body is a new one; then the five columns, from the first to the last.
    for digit in ["1", "1", "2", "3", "4", "5"] {
        desk.send(digit);
    }
    desk.wait_for("مصوبه: ۲");
    desk.send(F2);
    desk.wait_for("ثبت شد");
    desk.send("q");
    assert_eq!(desk.ended(), 0);
    let second = odd_minutes(folder.path(), "second.txt", "چهارمین", "۱۴۰۵/۰۸/۲۷");
    printed(&store, &["import", second.to_str().expect("a path of letters")]);
    let found = json(&store, &["resolutions", "\"چاه شماره یک دشت بالا\""]);
    assert_eq!(found.len(), 2);
    for resolution in &found {
        assert_eq!(resolution["text"], "چاه شماره یک دشت بالا بسته شود.");
        assert_eq!(resolution["subject"], "چاه");
        assert_eq!(resolution["deadline"]["written"], "یک ماه");
    }
    let heads = json(&store, &["resolutions", "\"چه باید کرد\""]);
    assert!(heads.is_empty(), "{heads:?}");
}
