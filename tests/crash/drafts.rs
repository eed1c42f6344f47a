//! A process that keeps drafts is killed: what was typed more than a second before is there.
//!
//! It does not know when drafts are written.

use dabir::store::Store;
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    time::{Duration, Instant},
};

const FOLDER: &str = "DABIR_TEST_DRAFTS_FOLDER";
/// Drafts are at most so far behind.
const BEHIND: Duration = Duration::from_secs(1);

/// Not a test of its own: what the killed process runs. It says each number once it is kept.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn child_that_keeps_drafts_until_it_is_killed() {
    let folder = std::env::var_os(FOLDER).expect("the folder to work in");
    let (store, _) = Store::open(Path::new(&folder)).unwrap();
    let mut out = std::io::stdout().lock();
    for number in 0_u64.. {
        store.keep_draft("note/1", &number.to_string());
        writeln!(out, "kept {number}").unwrap();
        out.flush().unwrap();
    }
}

/// Starts a child and kills it after it has kept drafts for so long; gives the last number that it said more than a
/// second before.
fn run_and_kill(folder: &Path, lasts: Duration) -> u64 {
    let test = "drafts::child_that_keeps_drafts_until_it_is_killed";
    let mut child = crate::program_of(test).env(FOLDER, folder).spawn().unwrap();
    let mut said: Vec<(Instant, u64)> = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        let number = line
            .split("kept ")
            .nth(1)
            .and_then(|number| number.trim().parse().ok());
        said.extend(number.map(|number| (Instant::now(), number)));
        if said.first().is_some_and(|(first, _)| first.elapsed() > lasts) {
            break;
        }
    }
    let killed = Instant::now();
    child.kill().unwrap();
    child.wait().unwrap();
    let before = said.iter().rev().find(|(when, _)| killed - *when > BEHIND);
    before.expect("it was killed later than that").1
}

#[test]
fn killed_while_typing_nothing_older_than_a_second_is_missing() {
    let _alone = crate::alone();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("store");
    for round in 0..4 {
        let typed = run_and_kill(&folder, BEHIND + Duration::from_millis(100 + 130 * round));
        let (store, mended) = Store::open(&folder).unwrap();
        let kept: u64 = store.draft("note/1").unwrap().parse().unwrap();
        assert!(
            kept >= typed,
            "round {round}: typed {typed}, kept {kept}, {mended:?}"
        );
    }
}
