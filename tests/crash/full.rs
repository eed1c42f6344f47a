//! A disk without room: what was refused is not there, what was saved is, and the store goes on when there is room.
//!
//! It does not know which file hits the limit first. A limit on the size of files stands for the full disk.
#![cfg(target_os = "linux")]

use crate::records::{entry, everything, played, put, row};
use dabir::files::DiskError;
use dabir::store::{Store, StoreError, Tree};
use serde_json::value::to_raw_value;
use std::{
    path::Path,
    process::{Command, Output},
};

const FOLDER: &str = "DABIR_TEST_FULL_FOLDER";
const COMMAND_BYTES: &str = "DABIR_TEST_FULL_COMMAND_BYTES";

/// Runs the child below in a process whose files may not grow beyond `blocks` of 512 bytes.
fn in_little_room(folder: &Path, blocks: u32, command_bytes: usize) -> Output {
    Command::new("sh")
        .args([
            "-c",
            &format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$0\" \"$@\""),
        ])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "full::child_that_fills_the_disk",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(COMMAND_BYTES, command_bytes.to_string())
        .output()
        .unwrap()
}

fn is_of_limit(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Disk {
            error: DiskError::TooLarge,
            ..
        }
    )
}

/// Not a test of its own: commits until there is no room, makes room, and goes on.
#[test]
#[ignore = "run by the tests below, in a process of its own"]
fn child_that_fills_the_disk() {
    let folder = std::env::var_os(FOLDER).expect("the folder to work in");
    let bytes: usize = std::env::var(COMMAND_BYTES).unwrap().parse().unwrap();
    let (store, _) = Store::open(Path::new(&folder)).unwrap();
    let mut saved = 0;
    let refused = loop {
        let change = store.change(Tree::Notes, &format!("{saved:05}"), Some(&row(saved)));
        let committed = change.and_then(|change| {
            let mut entry = entry(vec![change]);
            entry.command = to_raw_value(&"x".repeat(bytes)).unwrap();
            store.commit(entry)
        });
        match committed {
            Ok(seq) => saved = seq,
            Err(error) => break error,
        }
    };
    assert!(is_of_limit(&refused), "{refused:?}");
    // Asked again, it is refused again and not worse.
    let again = store.commit(entry(vec![])).err();
    assert!(again.as_ref().is_none_or(is_of_limit), "{again:?}");
    let room = Command::new("prlimit")
        .args(["--fsize=unlimited:", "--pid", &std::process::id().to_string()])
        .status();
    assert!(room.unwrap().success());
    let last = put(&store, Tree::Notes, "after", Some(&row(7))).unwrap();
    assert_eq!(store.count(Tree::Notes), Ok(saved + 1));
    assert_eq!(everything(&store), played(&store));
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{report:?}");
    let StoreError::Disk { path, error, .. } = refused else {
        panic!("{refused:?}");
    };
    println!("saved {saved} last {last} refused {path:?} {error:?}");
}

fn goes_on_when_there_is_room(command_bytes: usize, full: &str) {
    let _alone = crate::alone();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("store");
    let output = in_little_room(&folder, 2000, command_bytes);
    let (said, errors) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{said}\n{errors}");
    assert!(
        said.contains(&format!("refused {:?} TooLarge", folder.join(full))),
        "{said}"
    );
    let (store, mended) = Store::open(&folder).unwrap();
    assert_eq!(mended, []);
    assert!(said.contains(&format!("last {}", store.last_seq())), "{said}");
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_journal_without_room_refuses_and_goes_on_when_there_is_room() {
    goes_on_when_there_is_room(9000, "journal");
}

#[test]
fn a_sled_without_room_loses_nothing_and_goes_on_when_there_is_room() {
    goes_on_when_there_is_room(0, "sled");
}
