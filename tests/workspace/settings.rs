//! Settings at the real program: changed on the screen, kept in the file, read at the next start.

use super::sample;
use super::terminal::{DOWN, ENTER, F12, Terminal};
use std::fs;

#[test]
fn a_setting_is_kept_in_a_commented_file_and_holds_at_the_next_start() {
    let (folder, store) = sample();
    let file = folder.path().join("deep/mine.toml");
    let path = file.to_str().expect("a path of text");
    let mut desk = Terminal::on_store(&store, &["--config", path]);
    desk.wait_for("۱۴۰۵/۰۹/۰۱");
    assert!(!file.exists(), "nothing is written before something is changed");
    desk.send(F12);
    desk.wait_for("برای زمینه خود پایانه");
    desk.send(ENTER);
    desk.wait_for("ثبت شد");
    let text = fs::read_to_string(&file).expect("the file is there when it is said to be saved");
    assert!(
        text.contains("digits = \"latin\"") && text.contains("# "),
        "{text}"
    );
    desk.send("\x1b");
    desk.wait_for("1405/09/01");
    desk.send("q");
    assert_eq!(desk.ended(), 0);

    let mut again = Terminal::with_variables(&store, &[], &[("DABIR_CONFIG", path)]);
    again.wait_for("1405/09/01");
    again.send("q");
    again.ended();
    let mut given = Terminal::on_store(&store, &["--config", path, "--digits", "fa"]);
    given.wait_for("۱۴۰۵/۰۹/۰۱");
}

#[test]
fn a_broken_file_is_reported_the_program_works_and_the_file_stays() {
    let (folder, store) = sample();
    let file = folder.path().join("config.toml");
    let broken = "mouse = true\ndigits = latin\n";
    fs::write(&file, broken).expect("a file");
    let mut desk = Terminal::on_store(&store, &["--config", file.to_str().expect("text")]);
    desk.wait_for("سطر ۲");
    desk.send(ENTER);
    desk.wait_without("سطر ۲");
    desk.send(F12);
    desk.wait_for("برای زمینه خود پایانه");
    desk.send(DOWN);
    desk.send(ENTER);
    desk.wait_for("چیزی در آن نوشته نشد");
    assert_eq!(fs::read_to_string(&file).expect("a file"), broken);
}
