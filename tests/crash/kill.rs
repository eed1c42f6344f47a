//! A process that commits is killed again and again: nothing that it was told is saved may be missing.
//!
//! It does not know where in a commit the kill falls. `DABIR_TEST_STORE_KILLS=1000` kills so often.

use crate::records::{entry, everything, played, row};
use dabir::store::{Mended, Store, Tree};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
};

const FOLDER: &str = "DABIR_TEST_KILL_FOLDER";

/// Not a test of its own: what the killed process runs. It says each number once it is committed.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn child_that_commits_until_it_is_killed() {
    let folder = std::env::var_os(FOLDER).expect("the folder to work in");
    let (store, _) = Store::open(Path::new(&folder)).unwrap();
    let mut out = std::io::stdout().lock();
    loop {
        let number = store.last_seq() + 1;
        // Two trees and a record that is overwritten: a half-taken entry would show.
        let change = |tree, key: &str| store.change(tree, key, Some(&row(number))).unwrap();
        let changes = vec![
            change(Tree::Resolutions, &format!("{number:08}")),
            change(Tree::Notes, &format!("{:02}", number % 17)),
            change(Tree::Bodies, "last"),
        ];
        store.commit(entry(changes)).unwrap();
        writeln!(out, "saved {number}").unwrap();
        out.flush().unwrap();
    }
}

/// Starts a child, kills it after it said so many numbers, and gives the last it said.
fn run_and_kill(folder: &Path, numbers: usize) -> u64 {
    let test = "kill::child_that_commits_until_it_is_killed";
    let mut child = crate::program_of(test).env(FOLDER, folder).spawn().unwrap();
    let mut saved = Vec::new();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let number_in = |line: &str| {
        line.split("saved ")
            .nth(1)
            .and_then(|number| number.trim().parse::<u64>().ok())
    };
    while saved.len() < numbers {
        let line = lines
            .next()
            .expect("the child said something before it was killed")
            .unwrap();
        saved.extend(number_in(&line));
    }
    child.kill().unwrap();
    // What it said between the last line read and its death counts too.
    saved.extend(lines.map_while(Result::ok).filter_map(|line| number_in(&line)));
    child.wait().unwrap();
    saved.into_iter().max().unwrap()
}

#[test]
fn killed_again_and_again_nothing_acknowledged_is_missing() {
    let _alone = crate::alone();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("store");
    let mut caught_up = 0;
    for round in 0..crate::option("DABIR_TEST_STORE_KILLS", 100) {
        let saved = run_and_kill(&folder, 1 + round % 13);
        let (store, mended) = Store::open(&folder).unwrap();
        let harmless = |mended: &Mended| matches!(mended, Mended::CaughtUp { .. } | Mended::TornEntry { .. });
        assert!(mended.iter().all(harmless), "round {round}: {mended:?}");
        caught_up += usize::from(!mended.is_empty());
        // The one that was being committed may be there too: then it is whole.
        let last = store.last_seq();
        assert!(
            last == saved || last == saved + 1,
            "round {round}: said {saved}, found {last}"
        );
        assert_eq!(store.count(Tree::Resolutions), Ok(last), "round {round}");
        assert_eq!(
            store.get(Tree::Bodies, "last"),
            Ok(Some(row(last))),
            "round {round}"
        );
        for number in (1..=last).rev().take(40) {
            assert_eq!(
                store.get(Tree::Resolutions, &format!("{number:08}")),
                Ok(Some(row(number))),
                "round {round}"
            );
        }
        if round % 10 == 9 {
            assert_eq!(everything(&store), played(&store), "round {round}");
            assert!(store.check().unwrap().is_sound(), "round {round}");
        }
    }
    assert!(
        caught_up > 0,
        "no kill ever came between journal and sled: the test shows nothing"
    );
}
