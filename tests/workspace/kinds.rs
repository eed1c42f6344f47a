//! The real program in terminals that answer who they are: what it sends them, takes back, and asks a person.

use crate::terminal::Terminal;
use dabir::text::{LineStyle, line};
use portable_pty::CommandBuilder;
use std::path::Path;
use tempfile::TempDir;

const KONSOLE: &str = "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c\x1b[2;2R";
const PUTTY: &str = "\x1b[>0;136;0c\x1b[?6c\x1b[2;2R";
const NOBODY: &str = "\x1b[8;4$y\x1b[>7;7;7c\x1b[?1;2c\x1b[2;2R";

const KONSOLE_OFF: &str = "\x1b]50;BidiRenderingEnabled=false\x07";
const KONSOLE_BACK: &str = "\x1b]50;BidiRenderingEnabled=true\x07";

/// The line of the card in the other language, which every way shows the same.
const CARD: &str = "Press the digit of the line that reads right";

/// What stands on the first screen of an empty office.
const HEAD: &str = "جلسات";

fn opened(folder: &Path, further: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dabir"));
    command.env_clear();
    command.env("HOME", folder);
    command.env("XDG_CONFIG_HOME", folder.join("configuration"));
    command.args(["--store", folder.join("store").to_str().expect("a path of text")]);
    command.args(further);
    let mut desk = Terminal::run(command, 80, 24).silent();
    desk.wait("the question who the terminal is", |desk| {
        written(desk).contains("\x1b[6n")
    });
    desk
}

fn written(desk: &Terminal) -> String {
    String::from_utf8_lossy(&desk.written).into_owned()
}

fn times(desk: &Terminal, sequence: &str) -> usize {
    written(desk).matches(sequence).count()
}

/// A text as painted, from left to right.
fn painted(text: &str) -> String {
    line(text, &LineStyle::default()).symbols()
}

/// A text as PuTTY gets it in a right-to-left row.
fn stored_for_putty(text: &str) -> String {
    painted(text).chars().rev().collect()
}

#[test]
fn konsole_is_told_by_its_own_switch_and_has_it_back_at_every_stop_and_end() {
    let folder = TempDir::new().expect("a folder");
    let mut desk = opened(folder.path(), &[]);
    desk.wait_for(HEAD);
    assert_eq!(times(&desk, KONSOLE_OFF), 0, "nobody else may get it");
    desk.send(KONSOLE);
    desk.wait("the switch", |desk| times(desk, KONSOLE_OFF) == 1);
    desk.wait_for(HEAD);
    desk.signal("TSTP");
    desk.wait("the switch given back", |desk| times(desk, KONSOLE_BACK) == 1);
    desk.signal("CONT");
    desk.wait("the switch again", |desk| times(desk, KONSOLE_OFF) == 2);
    desk.wait_for(HEAD);
    desk.signal("TERM");
    desk.ended();
    assert_eq!(times(&desk, KONSOLE_BACK), 2);
    assert!(written(&desk).rfind(KONSOLE_BACK) > written(&desk).rfind("\x1b[?1049l"));
}

#[test]
fn putty_is_known_by_its_answer_and_its_rows_are_sent_for_its_ordering() {
    let folder = TempDir::new().expect("a folder");
    let mut desk = opened(folder.path(), &[]);
    desk.wait_for(HEAD);
    desk.send(PUTTY);
    desk.wait("rows in PuTTY's order", |desk| {
        desk.contents().contains(&stored_for_putty(HEAD))
    });
    desk.send("q");
    assert_eq!(desk.ended(), 0);
}

#[test]
fn a_terminal_that_nobody_knows_is_asked_about_once_and_the_answer_is_remembered() {
    let folder = TempDir::new().expect("a folder");
    let mut desk = opened(folder.path(), &[]);
    desk.send(NOBODY);
    desk.wait("the card", |desk| desk.contents().contains(CARD));
    // What chooses on the card does nothing else: no tab, no form.
    desk.send("۳");
    desk.wait("rows in PuTTY's order", |desk| {
        !desk.contents().contains(CARD) && desk.contents().contains(&stored_for_putty(HEAD))
    });
    desk.send("q");
    assert_eq!(desk.ended(), 0);

    let mut desk = opened(folder.path(), &[]);
    desk.wait_for(HEAD);
    desk.send(NOBODY);
    desk.wait("rows in PuTTY's order", |desk| {
        desk.contents().contains(&stored_for_putty(HEAD))
    });
    assert!(!written(&desk).contains(CARD));
}

#[test]
fn the_card_comes_on_its_key_and_goes_without_a_choice() {
    let folder = TempDir::new().expect("a folder");
    let mut desk = opened(folder.path(), &[]);
    desk.wait_for(HEAD);
    desk.send("\x1b[19~");
    desk.wait("the card", |desk| desk.contents().contains(CARD));
    desk.send("\x1b");
    desk.wait_for(HEAD);
    assert!(!desk.contents().contains(CARD));
    assert!(!folder.path().join("configuration").exists());
}

#[test]
fn a_way_that_is_given_is_kept_whatever_the_terminal_says() {
    let folder = TempDir::new().expect("a folder");
    let mut desk = opened(folder.path(), &["--bidi", "putty"]);
    desk.wait("rows in PuTTY's order", |desk| {
        desk.contents().contains(&stored_for_putty(HEAD))
    });
    desk.send(NOBODY);
    desk.send("q");
    desk.ended();
    assert!(!written(&desk).contains(CARD));
}

#[test]
fn a_terminal_that_is_silent_gets_the_card_when_nothing_is_typed() {
    let folder = TempDir::new().expect("a folder");
    let mut desk = opened(folder.path(), &[]);
    desk.wait_for(HEAD);
    desk.wait("the card", |desk| desk.contents().contains(CARD));
    desk.send(PUTTY);
    desk.wait("rows in PuTTY's order", |desk| {
        desk.contents().contains(&stored_for_putty(HEAD))
    });
    desk.send("q");
    assert_eq!(desk.ended(), 0);
}

#[test]
fn mode_8_is_given_back_as_it_was() {
    for (before, gives) in [("\x1b[8;1$y", 1), ("\x1b[8;2$y", 0)] {
        let folder = TempDir::new().expect("a folder");
        let mut desk = opened(folder.path(), &[]);
        desk.wait_for(HEAD);
        desk.send(&format!("{before}\x1b[>65;7006;1c\x1b[?65;1;9c\x1b[2;2R"));
        desk.send("q");
        assert_eq!(desk.ended(), 0);
        assert_eq!(times(&desk, "\x1b[8l"), 1);
        assert_eq!(times(&desk, "\x1b[8h"), gives, "{before:?}");
    }
}
