//! The real program's lines in terminals of every kind: which bytes it prints, what it asks, what it gives back. That
//! the bytes of each way show what they shall is held against models of the terminals beside the ways.

use crate::terminal::Terminal;
use dabir::text::{LineStyle, line};
use portable_pty::CommandBuilder;
use std::path::Path;
use tempfile::TempDir;

const QUESTION: &str = "\x1b[c";
/// From afar an answer is waited for longer; so it is on a machine that has much to do.
const AFAR: [(&str, &str); 1] = [("SSH_TTY", "/dev/pts/1")];
const PUTTY: &str = "\x1b[>0;136;0c\x1b[?6c";

fn started(folder: &Path, term: &str, variables: &[(&str, &str)], arguments: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dabir"));
    command.env_clear();
    command.env("HOME", folder);
    for (name, value) in variables {
        command.env(name, value);
    }
    command.args(["--store", folder.join("store").to_str().expect("a path of text")]);
    command.args(["--today", "1405/09/01"]);
    command.args(arguments);
    Terminal::run_as(term, command, 80, 24)
}

/// An office with the made-up sample.
fn sample() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let mut filling = started(folder.path(), "dumb", &[], &["demo", "--no-open"]);
    assert_eq!(filling.ended(), 0);
    folder
}

fn written(terminal: &Terminal) -> String {
    String::from_utf8_lossy(&terminal.written).into_owned()
}

fn printed(folder: &Path, term: &str, variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut terminal = started(folder, term, variables, arguments);
    assert_eq!(terminal.ended(), 0);
    written(&terminal)
}

/// The modes of a line that no program has changed.
fn usual_modes(folder: &Path) -> String {
    let mut terminal = started(folder, "dumb", &[], &["bodies"]);
    terminal.ended();
    terminal.modes()
}

fn without_mode8(text: &str) -> String {
    text.replace("\x1b[8l", "").replace("\x1b[8h", "")
}

#[test]
fn a_terminal_that_the_environment_tells_of_gets_lines_in_its_way_and_is_asked_nothing() {
    let folder = sample();
    let konsole = [("KONSOLE_VERSION", "221203")];
    let vte = [("VTE_VERSION", "7006")];
    for (term, variables, way) in [
        ("alacritty", &[][..], "app"),
        ("xterm-256color", &vte, "app"),
        ("xterm-256color", &konsole, "konsole"),
        ("putty-256color", &[], "putty"),
        ("xterm-kitty", &[], "kitty"),
        ("xterm-256color", &[("TERM_PROGRAM", "vscode")], "marks"),
        ("screen-256color", &[], "marks"),
    ] {
        for arguments in [&["bodies"][..], &["show", "s-gharargah-20"]] {
            let auto = printed(folder.path(), term, variables, arguments);
            let given = printed(
                folder.path(),
                "linux",
                &[],
                &[arguments, &["--bidi", way]].concat(),
            );
            assert_eq!(without_mode8(&auto), without_mode8(&given), "{term} {way}");
            assert!(
                !auto.contains(QUESTION) && !auto.contains("\x1b]"),
                "{term} {way}"
            );
            assert_eq!(auto.contains("\x1b[8l"), way == "app", "{term} {way}");
            assert_eq!(
                auto.rfind("\x1b[8h") > auto.rfind('\n'),
                way == "app",
                "{term} {way}"
            );
        }
    }
}

#[test]
fn mlterm_has_its_own_ordering_back_behind_the_last_line() {
    let folder = sample();
    let lines = printed(folder.path(), "mlterm", &[], &["bodies"]);
    assert!(lines.starts_with("\x1b]5379;use_ctl=false\x07"), "{lines:?}");
    assert!(lines.ends_with("\n\x1b]5379;use_ctl=true\x07"), "{lines:?}");
}

#[test]
fn a_terminal_that_must_be_asked_answers_unseen_and_its_line_is_left_as_it_was() {
    let folder = sample();
    let before = usual_modes(folder.path());
    let mut terminal = started(folder.path(), "xterm", &AFAR, &["bodies"]);
    terminal.wait("the question", |terminal| written(terminal).contains(QUESTION));
    assert_ne!(terminal.modes(), before);
    terminal.send(PUTTY);
    assert_eq!(terminal.ended(), 0);
    assert_eq!(terminal.modes(), before);
    let (_, lines) = written(&terminal)
        .split_once("\x1b[K")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("lines");
    assert_eq!(lines, printed(folder.path(), "putty", &[], &["bodies"]));
}

#[test]
fn a_program_that_is_ended_while_it_asks_leaves_the_line_as_it_was() {
    let folder = sample();
    let before = usual_modes(folder.path());
    let mut terminal = started(folder.path(), "xterm", &AFAR, &["bodies"]);
    terminal.wait("the question", |terminal| written(terminal).contains(QUESTION));
    terminal.signal("TERM");
    terminal.ended();
    assert_eq!(terminal.modes(), before);
}

#[test]
fn a_terminal_that_does_not_answer_gets_marks_in_the_end() {
    let folder = sample();
    let lines = printed(folder.path(), "xterm", &[], &["bodies"]);
    let given = printed(folder.path(), "xterm", &[], &["bodies", "--bidi", "marks"]);
    let (_, lines) = lines.split_once("\x1b[K").expect("lines after the question");
    assert_eq!(lines, given);
}

#[test]
fn an_answer_that_comes_behind_the_lines_is_not_left_for_the_shell() {
    let folder = sample();
    let mut terminal = started(folder.path(), "xterm", &[], &["bodies"]);
    terminal.wait("the last line", |terminal| written(terminal).ends_with("\x1b[8h"));
    terminal.send(PUTTY);
    assert_eq!(terminal.ended(), 0);
    assert!(
        !written(&terminal).contains("136;0c"),
        "echoed: {:?}",
        written(&terminal)
    );
    assert_eq!(terminal.modes(), usual_modes(folder.path()));
}

#[test]
fn what_is_typed_while_the_terminal_is_asked_is_the_answer_to_the_programs_own_question() {
    let folder = TempDir::new().expect("a folder");
    let minutes = folder.path().join("m.txt");
    std::fs::write(&minutes, "گزارش نشست\nمقرر شد شبکه آب بازدید شود.\n").expect("a file");
    let import = ["import", minutes.to_str().expect("a path of text")];
    let mut terminal = started(folder.path(), "xterm", &AFAR, &import);
    terminal.wait("the question", |terminal| written(terminal).contains(QUESTION));
    terminal.send(&format!("کمیته آب\n{PUTTY}"));
    terminal.send("۱۴۰۲/۴/۱۳\n");
    assert_eq!(terminal.ended(), 0, "{}", terminal.contents());
    let found = printed(folder.path(), "dumb", &[], &["bodies"]);
    assert!(found.contains("کمیته آب"), "{found}");
}

#[test]
fn logical_text_goes_to_a_screen_reader_and_to_a_terminal_without_controls() {
    let folder = sample();
    for (term, further) in [("xterm", &["--bidi", "terminal"][..]), ("dumb", &[])] {
        for command in [
            &["bodies"][..],
            &["show", "s-gharargah-20"],
            &["--help"],
            &["check"],
        ] {
            let lines = printed(folder.path(), term, &[], &[command, further].concat());
            let forms = |c| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
            assert!(
                !lines.contains('\x1b') && !lines.contains(forms),
                "{term} {command:?}: {lines:?}"
            );
        }
    }
}

#[test]
fn words_and_help_go_the_same_way_as_listings() {
    let folder = sample();
    let visual = |text: &str| line(text, &LineStyle::default()).symbols();
    let stored = |text: &str| visual(text).chars().rev().collect::<String>();
    for arguments in [
        &["--help"][..],
        &["show", "nothing"],
        &["nonsense"],
        &["open", "سال:x"],
    ] {
        let mut terminal = started(folder.path(), "putty", &[], arguments);
        terminal.ended();
        let lines = written(&terminal);
        let word = ["را", "نشد", "راهنما", "این"]
            .iter()
            .any(|word| lines.contains(&stored(word)));
        assert!(word, "{arguments:?}: {lines:?}");
    }
}
