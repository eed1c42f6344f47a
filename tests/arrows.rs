//! The arrows of the map in `src/lib.rs`: a room names only rooms below it.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the top of the map to its floor.
const ROOMS: [&str; 14] = [
    "cli", "host", "app", "papers", "say", "ui", "words", "office", "exchange", "search", "store", "domain",
    "calendar", "text",
];

/// Arrows that the order of the rooms alone would allow, but the map does not.
const NEVER: [(&str, &str); 10] = [
    ("app", "store"),
    ("papers", "ui"),
    ("papers", "store"),
    ("say", "store"),
    ("ui", "words"),
    ("ui", "office"),
    ("ui", "domain"),
    ("ui", "store"),
    ("words", "office"),
    ("words", "store"),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// Every `crate::room` of a file, comments left out.
fn named_rooms(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut rooms = Vec::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            rooms.push(
                rest.split(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            );
        }
    }
    rooms
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn rooms_name_only_rooms_below_them() {
    let mut wrong = Vec::new();
    for (height, room) in ROOMS.iter().enumerate() {
        for path in files(&source().join(room)) {
            for named in named_rooms(&fs::read_to_string(&path).expect("a source file")) {
                let upwards = ROOMS[..height].contains(&named.as_str());
                if upwards || NEVER.contains(&(room, named.as_str())) {
                    wrong.push(format!("{} names {named}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point up:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_is_on_the_map() {
    let folders = fs::read_dir(source()).expect("src").filter_map(|e| {
        let path = e.expect("an entry").path();
        path.is_dir()
            .then(|| path.file_name().expect("a name").to_string_lossy().into_owned())
    });
    for folder in folders {
        assert!(ROOMS.contains(&folder.as_str()), "src/{folder} is not on the map");
    }
}

#[test]
fn only_the_store_names_sled_and_only_host_and_cli_the_terminal_and_the_clock() {
    let mut wrong = Vec::new();
    for path in files(&source()) {
        let text = fs::read_to_string(&path).expect("a source file");
        let room = path
            .strip_prefix(source())
            .expect("below src")
            .iter()
            .next()
            .expect("a room")
            .to_string_lossy();
        let code: String = text
            .lines()
            .filter(|l| !l.trim_start().starts_with("//"))
            .collect();
        let edge = ["host", "cli", "main.rs"].contains(&&*room);
        if room != "store" && code.contains("sled::") {
            wrong.push(format!("{} names sled", path.display()));
        }
        if !edge && code.contains("crossterm::") {
            wrong.push(format!("{} names crossterm", path.display()));
        }
        let clock = ["Utc::now", "Local::now", "SystemTime::now", "getrandom::"];
        if !edge && room != "store" && clock.iter().any(|c| code.contains(c)) {
            wrong.push(format!("{} asks the clock or chance", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
