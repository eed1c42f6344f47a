//! An editor outside, which is a small script, on the wording of a resolution.

use super::terminal::{ENTER, F2, F4, TAB, Terminal};
use super::{json, sample};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Writes a script; returns it as words for EDITOR, quoted since its folder has a blank.
fn script(folder: &Path, text: &str) -> String {
    let folder = folder.join("my editor");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("edit.sh");
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a script that runs");
    format!("'{}' --wait", path.display())
}

/// The form of a new resolution with the caret in its wording; `text` is the script of the editor.
fn at_wording(text: &str) -> (TempDir, PathBuf, Terminal) {
    let (folder, store) = sample();
    let editor = script(folder.path(), text);
    let variables = [
        ("EDITOR", editor.as_str()),
        ("OUT", folder.path().to_str().expect("text")),
        ("PATH", "/usr/bin:/bin"),
    ];
    let mut desk = Terminal::with_variables(&store, &[], &variables);
    desk.wait_for("پنجمین جلسه");
    desk.send(ENTER);
    desk.send("5");
    desk.send("a");
    desk.wait_for("پیرو");
    desk.send("پیش از ویرایش");
    desk.wait_for("پیش از ویرایش");
    (folder, store, desk)
}

#[test]
fn the_wording_goes_to_the_editor_and_comes_back() {
    let (folder, store, mut desk) = at_wording(
        r#"ls -ld "$2" "$(dirname "$2")" > "$OUT/modes"; echo "$1 $2" > "$OUT/given"
           cp "$2" "$OUT/text"; printf 'EDITOR RUNS'; read -r answer
           printf '%s\n' 'متن از بیرون' "$answer" > "$2""#,
    );
    desk.send(F4);
    desk.wait("the editor on the screen of the shell", |desk| {
        desk.contents().contains("EDITOR RUNS") && !desk.state().alternate_screen()
    });
    assert!(!desk.state().bracketed_paste(), "pasting is the editor's");
    // Another size while the editor has the terminal; all that is typed is the editor's.
    desk.resize(100, 30);
    desk.send("سطر دوم q\n");
    desk.wait_for("متن از بیرون");
    assert!(desk.state().alternate_screen() && desk.state().bracketed_paste());
    desk.wait_for("سطر دوم q");
    desk.send("!");
    desk.wait_for("سطر دوم q!");
    desk.send(F2);
    desk.wait_for("ثبت شد");
    desk.send("q");
    assert_eq!(desk.ended(), 0);
    let found = json(&store, &["resolutions", "\"متن از بیرون\""]);
    assert_eq!(found[0]["text"], "متن از بیرون\nسطر دوم q!");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("what the editor saw");
    assert_eq!(read("text"), "پیش از ویرایش");
    let given = read("given");
    let path = given.trim().strip_prefix("--wait ").expect("its own word first");
    assert!(path.ends_with(".md") && !Path::new(path).exists(), "{path}");
    let modes = read("modes");
    assert!(
        modes.contains("-rw-------") && modes.contains("drwx------"),
        "{modes}"
    );
}

#[test]
fn the_program_stops_and_goes_on_with_its_editor() {
    let (_folder, _store, mut desk) =
        at_wording(r#"printf 'EDITOR RUNS'; read -r answer; printf '%s' "$answer" > "$2""#);
    desk.send(F4);
    desk.wait("the editor on the screen of the shell", |desk| {
        desk.contents().contains("EDITOR RUNS")
    });
    desk.signal("TSTP");
    desk.wait_stopped();
    desk.signal("CONT");
    desk.send("پس از ایست\n");
    desk.wait_for("پس از ایست");
    desk.wait("the screen of the program", |desk| {
        desk.state().alternate_screen()
    });
    desk.wait_for("متن از ویرایشگر آمد");
}

#[test]
fn an_editor_that_fails_changes_nothing_and_what_it_wrote_is_kept() {
    let (folder, _store, mut desk) =
        at_wording(r#"printf 'half' > "$2"; printf '%s' "$2" > "$OUT/path"; exit 3"#);
    desk.send(F4);
    desk.wait_for("با خطا پایان یافت");
    desk.send("!");
    desk.wait_for("پیش از ویرایش!");
    let path = fs::read_to_string(folder.path().join("path")).expect("the file's path");
    assert_eq!(fs::read_to_string(&path).expect("the file"), "half");
    fs::remove_dir_all(Path::new(&path).parent().expect("a folder")).expect("it can be removed");
}

#[test]
fn an_editor_that_is_not_there_is_named() {
    let (_folder, store) = sample();
    let mut desk = Terminal::with_variables(&store, &[], &[("VISUAL", "/no/such/editor")]);
    desk.wait_for("پنجمین جلسه");
    desk.send(ENTER);
    desk.send("4");
    desk.send("a");
    desk.wait_for("گوینده");
    desk.send(TAB);
    desk.send(F4);
    desk.wait_for("باز نشد");
    desk.send("سخن");
    desk.wait_for("سخن");
    assert!(desk.state().alternate_screen());
}

#[test]
fn keys_that_stop_programs_are_the_editors_and_the_end_of_the_program_is_its_end_too() {
    let (folder, store, mut desk) = at_wording(
        r#"trap 'printf BROKEN' INT; trap 'exit 1' TERM
           printf '%s' "$2" > "$OUT/path"
           printf 'EDITOR RUNS'; while :; do read -r answer; done"#,
    );
    desk.send(F4);
    desk.wait("the editor on the screen of the shell", |desk| {
        desk.contents().contains("EDITOR RUNS")
    });
    desk.send("\x03");
    desk.wait("the editor to hear Ctrl-C", |desk| {
        desk.contents().contains("BROKEN")
    });
    desk.signal("TERM");
    // The terminal is let go only when the editor has ended too.
    desk.ended();
    assert!(!desk.state().alternate_screen());
    let path = fs::read_to_string(folder.path().join("path")).expect("the file's path");
    assert!(
        Path::new(&path).exists(),
        "what the editor may still write is kept"
    );
    fs::remove_dir_all(Path::new(&path).parent().expect("a folder")).expect("it can be removed");
    let mut again = Terminal::on_store(&store, &[]);
    again.wait_for("پنجمین جلسه");
    again.send(ENTER);
    again.send("5");
    again.send("a");
    again.wait_for("دور ریخته شود");
}
