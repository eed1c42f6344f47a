//! What the program is built from: licences, sources, second versions and the number of crates, as cargo itself tells them
//! without a network. It does not know advisories; `.ci/run` asks for those where their database can be reached.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Crates that are compiled into the program or run while it is built, on Linux. It may only fall: who brings one more
/// writes the new number here, and in the commit why it was worth it.
const BUILT_FROM: usize = 215;
/// The same with those of the tests and benches.
const WITH_TESTS: usize = 268;

/// Licences that any crate may have.
const ALLOWED: [&str; 3] = ["MIT", "Apache-2.0", "Unicode-3.0"];

/// A licence that only these crates may have, and why they may.
struct Exception {
    licence: &'static str,
    crates: &'static [&'static str],
    // Read by people.
    _why: &'static str,
}

const EXCEPTIONS: [Exception; 4] = [
    Exception {
        licence: "MPL-2.0",
        crates: &["option-ext"],
        _why: "thirty lines below `directories`; its own files stay under it and are used unchanged",
    },
    Exception {
        licence: "BSD-3-Clause",
        crates: &["encoding_rs", "instant", "tiny-skia-path"],
        _why: "permissive; asks for its text beside copies. `instant` comes with sled, `tiny-skia-path` with krilla",
    },
    Exception {
        licence: "BSD-2-Clause",
        crates: &["arrayref"],
        _why: "permissive; asks for its text beside copies. It comes with krilla",
    },
    Exception {
        licence: "Zlib",
        crates: &["foldhash", "zlib-rs"],
        _why: "permissive; asks for nothing where only the program is handed on",
    },
];

/// Crates that are there in two versions, with who brings the older one. Only named ones may be.
const TWICE: [(&str, &str); 7] = [
    ("itertools", "criterion"),
    ("parking_lot", "sled"),
    ("parking_lot_core", "sled"),
    ("signal-hook", "crossterm"),
    ("syn", "macros that have not moved to 3"),
    ("thiserror", "portable-pty"),
    ("thiserror-impl", "portable-pty"),
];

/// Crates that nobody looks after any more, with who brings them. What is known of them by the advisories is no fault,
/// and `.ci/deny.toml` passes over the same ones; but nothing else may begin to use them.
const UNMAINTAINED: [(&str, &[&str]); 2] = [
    ("fxhash", &["sled"]),
    ("instant", &["parking_lot", "parking_lot_core"]),
];

/// A crate that is compiled.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Compiled {
    name: String,
    version: String,
    licence: String,
}

/// What cargo prints, from the lock file and the crates that are already here.
fn cargo(arguments: &[&str]) -> String {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let ran = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .args(["--offline", "--locked"])
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "cargo {arguments:?}: {told}");
    String::from_utf8(ran.stdout).expect("what cargo prints is UTF-8")
}

/// The crates behind these kinds of arrows, ours apart.
fn compiled(edges: &str) -> BTreeSet<Compiled> {
    let format = "{p}|{l}";
    let tree = cargo(&["tree", "--edges", edges, "--prefix", "none", "--format", format]);
    let crates = tree.lines().map(|line| {
        let (package, licence) = line.split_once('|').expect("a line of the format asked for");
        let mut parts = package.split(' ');
        let (name, version) = (parts.next(), parts.next());
        Compiled {
            name: name.expect("a name").to_owned(),
            version: version.expect("a version").to_owned(),
            licence: licence.trim_end_matches(" (*)").to_owned(),
        }
    });
    crates.filter(|one| one.name != env!("CARGO_PKG_NAME")).collect()
}

/// Whether an expression of licences is met by those that `may` be had. `AND` binds closer than `OR`; a slash is an old
/// way to write `OR`.
fn is_met(expression: &str, may: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words: Vec<&str> = spaced.split_whitespace().rev().collect();
    let met = any(&mut words, may);
    // What is left over was not understood, and so is nothing that may be had.
    met && words.is_empty()
}

fn any(words: &mut Vec<&str>, may: &dyn Fn(&str) -> bool) -> bool {
    let mut met = all(words, may);
    while words.pop_if(|word| *word == "OR").is_some() {
        met |= all(words, may);
    }
    met
}

fn all(words: &mut Vec<&str>, may: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one(words, may);
    while words.pop_if(|word| *word == "AND").is_some() {
        met &= one(words, may);
    }
    met
}

fn one(words: &mut Vec<&str>, may: &dyn Fn(&str) -> bool) -> bool {
    match words.pop() {
        Some("(") => any(words, may) && words.pop() == Some(")"),
        Some(licence) => {
            // An exception to a licence gives more than the licence does.
            if words.pop_if(|word| *word == "WITH").is_some() {
                words.pop();
            }
            may(licence)
        }
        None => false,
    }
}

fn may_have(name: &str, licence: &str) -> bool {
    let excepted = |one: &Exception| one.licence == licence && one.crates.contains(&name);
    ALLOWED.contains(&licence) || EXCEPTIONS.iter().any(excepted)
}

#[test]
fn every_crate_has_a_licence_that_it_may_have() {
    let refused: Vec<Compiled> = compiled("normal,build,dev")
        .into_iter()
        .filter(|one| !is_met(&one.licence, &|licence| may_have(&one.name, licence)))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn no_exception_outlives_its_crate() {
    let compiled = compiled("normal,build,dev");
    for exception in &EXCEPTIONS {
        for name in exception.crates {
            let needs = |one: &&Compiled| one.name == *name;
            let found = compiled.iter().find(needs);
            let plain = |one: &Compiled| is_met(&one.licence, &|licence| ALLOWED.contains(&licence));
            assert!(found.is_some_and(|one| !plain(one)), "{name} needs no exception");
        }
    }
}

#[test]
fn every_crate_comes_from_the_registry() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    let lock = fs::read_to_string(lock).expect("the lock file");
    let registry = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let sources: Vec<&str> = lock
        .lines()
        .filter(|line| line.starts_with("source = "))
        .collect();
    let packages = lock.lines().filter(|line| *line == "[[package]]").count();
    assert_eq!(sources.len() + 1, packages, "all but our own have a source");
    let elsewhere: Vec<&&str> = sources.iter().filter(|line| **line != registry).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}

/// Whether crates may be counted: other systems need others around the terminal.
fn is_counted_here() -> bool {
    let here = cfg!(target_os = "linux");
    if !here {
        println!("skipped: crates are counted on Linux");
    }
    here
}

#[test]
fn only_named_crates_are_there_in_two_versions() {
    if !is_counted_here() {
        return;
    }
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in compiled("normal,build,dev") {
        versions.entry(one.name).or_default().push(one.version);
    }
    versions.retain(|_, all| all.len() > 1);
    let found: Vec<&str> = versions.keys().map(String::as_str).collect();
    let named = TWICE.map(|(name, _)| name);
    assert_eq!(found, named, "{versions:#?}");
}

#[test]
fn the_number_of_crates_does_not_grow() {
    if !is_counted_here() {
        return;
    }
    for (edges, most) in [("normal,build", BUILT_FROM), ("normal,build,dev", WITH_TESTS)] {
        let count = compiled(edges).len();
        assert!(count <= most, "{count} crates over {edges}, more than {most}");
    }
}

#[test]
fn crates_that_nobody_looks_after_are_used_by_no_others() {
    for (name, by) in UNMAINTAINED {
        let depth = ["--depth", "1", "--prefix", "none", "--format", "{p}"];
        let mut arguments = vec!["tree", "--edges", "normal,build,dev", "--invert", name];
        arguments.extend(depth);
        let tree = cargo(&arguments);
        // The first line is the crate itself.
        let users = tree.lines().skip(1).filter_map(|line| line.split(' ').next());
        let others: Vec<&str> = users.filter(|user| !by.contains(user)).collect();
        assert!(others.is_empty(), "{name} is used by {others:?}");
    }
}

#[test]
fn an_expression_of_licences_is_read_as_it_is_meant() {
    let may = |licence: &str| ["MIT", "Apache-2.0", "Unicode-3.0"].contains(&licence);
    for met in [
        "MIT",
        "MIT/GPL-3.0",
        "GPL-3.0 OR MIT",
        "GPL-3.0 AND BSD-3-Clause OR MIT",
        "(GPL-3.0 OR MIT) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(is_met(met, &may), "{met}");
    }
    for not_met in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR GPL-3.0) AND GPL-3.0",
        "(MIT",
        "MIT GPL-3.0",
        "mit",
    ] {
        assert!(!is_met(not_met, &may), "{not_met}");
    }
}
