//! The map in `src/lib.rs` as a matrix: which room names which, and which may touch the world outside.
//! It does not know what a room is for.

use crate::source::{File, files};
use std::fs;
use std::path::Path;

/// One row: a room, the rooms it may name, and what it may touch. A new room is a new row here, and its name in the rows
/// of those that use it.
struct Room {
    name: &'static str,
    names: &'static [&'static str],
    touches: &'static [Touch],
}

/// What lies outside values and functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touch {
    Files,
    Threads,
    Clock,
    Chance,
    Terminal,
    Process,
    Sled,
}

use Touch::{Chance, Clock, Files, Process, Sled, Terminal, Threads};

/// From the top of the map to its floor; a row may only name what stands below it.
#[rustfmt::skip]
const MAP: [Room; 15] = [
    Room {
        name: "cli",
        names: &[
            "host", "app", "papers", "say", "ui", "words", "office", "exchange", "search", "store", "domain", "calendar",
            "text", "files",
        ],
        touches: &[Files, Process, Terminal],
    },
    Room {
        name: "host",
        names: &["app", "papers", "ui", "words", "office", "store", "calendar", "text", "files"],
        touches: &[Chance, Clock, Files, Process, Terminal, Threads],
    },
    Room {
        name: "app",
        names: &["papers", "say", "ui", "words", "office", "search", "domain", "calendar", "text"],
        touches: &[],
    },
    Room { name: "papers", names: &["say", "words", "office", "exchange", "domain", "calendar", "text"], touches: &[] },
    Room { name: "say", names: &["ui", "words", "office", "search", "domain", "calendar", "text"], touches: &[] },
    Room { name: "ui", names: &["text"], touches: &[] },
    Room { name: "words", names: &["calendar", "text"], touches: &[] },
    Room {
        name: "office",
        names: &["exchange", "search", "store", "domain", "calendar", "text", "files"],
        // The indexes are made behind the screen and kept beside the store.
        touches: &[Files, Threads],
    },
    Room { name: "exchange", names: &["domain", "calendar", "text"], touches: &[] },
    Room { name: "search", names: &["domain", "calendar", "text", "files"], touches: &[Files] },
    // The clock measures how long sled may take, chance names a store; the time of an entry is an argument.
    Room { name: "store", names: &["domain", "calendar", "text", "files"], touches: &[Chance, Clock, Files, Sled, Threads] },
    Room { name: "domain", names: &["calendar", "text"], touches: &[] },
    Room { name: "calendar", names: &["text"], touches: &[] },
    Room { name: "text", names: &[], touches: &[] },
    Room { name: "files", names: &[], touches: &[Files] },
];

/// What a path touches, by how it begins.
const OUTSIDE: [(&str, Touch); 19] = [
    ("std::fs", Files),
    ("tempfile", Files),
    ("std::thread", Threads),
    ("std::time::Instant::now", Clock),
    ("std::time::SystemTime", Clock),
    ("chrono::Utc::now", Clock),
    ("chrono::Local", Clock),
    ("getrandom", Chance),
    ("crossterm", Terminal),
    ("ratatui::crossterm", Terminal),
    ("rustix", Terminal),
    ("std::io::stdin", Terminal),
    ("std::io::stdout", Terminal),
    ("std::io::stderr", Terminal),
    ("std::io::IsTerminal", Terminal),
    ("signal_hook", Process),
    ("std::process", Process),
    ("std::env", Process),
    ("sled", Sled),
];

fn room(name: &str) -> Option<&'static Room> {
    MAP.iter().find(|room| room.name == name)
}

fn touched(path: &[String]) -> Option<Touch> {
    let written = path.join("::");
    let begins = |start: &str| written == start || written.starts_with(&format!("{start}::"));
    OUTSIDE
        .iter()
        .find(|(start, _)| begins(start))
        .map(|(_, touch)| *touch)
}

/// The rooms that a file names beside its own.
fn named_rooms(file: &File) -> impl Iterator<Item = &str> {
    let rooms = file
        .named
        .iter()
        .filter(|path| path[0] == "crate")
        .filter_map(|path| path.get(1));
    rooms.map(String::as_str).filter(|room| *room != file.module[0])
}

/// What is against the map in this file.
fn faults(file: &File) -> Vec<String> {
    let name = file.module.join("::");
    let Some(row) = room(&file.module[0]) else {
        return vec![format!("{name} is in no room of the map")];
    };
    let arrows = named_rooms(file).filter(|named| !row.names.contains(named));
    let mut faults: Vec<_> = arrows.map(|named| format!("{name} names {named}")).collect();
    for path in &file.named {
        if let Some(touch) = touched(path).filter(|touch| !row.touches.contains(touch)) {
            faults.push(format!("{name} touches {touch:?} by {}", path.join("::")));
        }
    }
    faults
}

#[test]
fn rooms_name_and_touch_only_what_the_map_allows() {
    let files = files();
    assert!(files.len() > 300, "only {} files were read", files.len());
    let faults: Vec<String> = files.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "against the map:\n{}", faults.join("\n"));
}

#[test]
fn every_arrow_of_the_map_points_down_to_a_room_that_is_there() {
    for (height, row) in MAP.iter().enumerate() {
        for named in row.names {
            let below = &MAP[height + 1..];
            assert!(
                below.iter().any(|room| room.name == *named),
                "{} names {named}, not below it",
                row.name
            );
        }
    }
}

#[test]
fn every_folder_is_a_row_and_every_row_a_folder() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = fs::read_dir(source)
        .expect("src")
        .map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<String> = entries
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    let mut rows: Vec<&str> = MAP.iter().map(|room| room.name).collect();
    folders.sort_unstable();
    rows.sort_unstable();
    assert_eq!(folders, rows);
}

#[test]
fn a_wrong_arrow_and_a_wrong_touch_are_seen_however_they_are_written() {
    let judged = |text: &str| faults(&File::read(vec!["app".to_owned(), "page".to_owned()], text));
    for wrong in [
        "use crate::{text, store::Store};",
        "fn f() { crate::host::run() }",
        "use std::{fs as disk, path::Path};",
        "use std::time::Instant; fn f() { Instant::now(); }",
        "use chrono::Utc; fn f() -> DateTime<Utc> { Utc::now() }",
    ] {
        assert_eq!(judged(wrong).len(), 1, "{wrong}: {:?}", judged(wrong));
    }
    for right in [
        "use crate::{text, domain::Day};",
        "// crate::store\nconst WORD: &str = \"crate::store\";",
        "#[cfg(test)]\nmod tests { use crate::store::Store; }\nuse crate::ui;",
        "use std::time::{Duration, Instant}; fn f(since: Instant) {}",
    ] {
        assert!(judged(right).is_empty(), "{right}: {:?}", judged(right));
    }
}
