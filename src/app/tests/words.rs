//! Every word that a screen uses exists in both languages, and none is there for nothing.

use crate::app::keys::goes::GOES;
use crate::words::{Digits, FA, Lang, Words};
use std::collections::BTreeSet;
use std::path::Path;

/// The ids of the screens' own file, and the ids of all files.
fn ids(lang: &str, files: &[&str]) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/words")
        .join(lang);
    let mut found = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let names = text
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(name, _)| name);
        found.extend(
            names
                .filter(|name| name.starts_with(char::is_lowercase))
                .map(str::to_owned),
        );
    }
    found
}

/// Every string literal of the screens' code, tests apart, that could be an id.
fn literals() -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("tests") {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.file_stem().unwrap().to_string_lossy().ends_with("tests")
            {
                let code = std::fs::read_to_string(&path).unwrap();
                found.extend(code.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
    let mut found = BTreeSet::new();
    // What screens, commands and papers all say has words among those of the screens.
    for room in ["src/app", "src/say", "src/papers"] {
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(room), &mut found);
    }
    found
}

#[test]
fn no_word_of_the_screens_is_there_for_nothing() {
    let used = literals();
    let unused: Vec<String> = ids("fa", &["screens.ftl"])
        .into_iter()
        .filter(|id| !used.contains(id))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_word_that_is_used_exists_in_both_languages() {
    let files: Vec<String> = FA.iter().map(|(name, _)| format!("{name}.ftl")).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let (fa, en) = (ids("fa", &files), ids("en", &files));
    assert_eq!(
        fa.symmetric_difference(&en).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    // What looks like an id (two words or more, joined by dashes) and is the name of no field or command is an id.
    let mut names = vec!["invitation-date", "short-name"];
    names.extend(GOES.iter().filter_map(|binding| binding.go_name));
    let is_id = |text: &str| {
        text.contains('-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
            && !names.contains(&text)
    };
    let missing: Vec<String> = literals()
        .into_iter()
        .filter(|text| is_id(text) && !fa.contains(text))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_word_can_be_said() {
    for (lang, folder) in [(Lang::Fa, "fa"), (Lang::En, "en")] {
        let words = Words::new(lang, Digits::Persian);
        for id in ids(folder, &["screens.ftl"]) {
            assert!(words.has(&id), "{id} does not parse in {folder}");
        }
    }
}

/// Every name under which the office notes a command in the journal.
fn command_names() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/office/change");
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        for start in ["named(\"", "about_session(\"", "about_resolution(\""] {
            let names = code
                .split(start)
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            found.extend(names.map(str::to_owned));
        }
    }
    found
}

#[test]
fn every_command_of_the_journal_has_a_name_in_both_languages() {
    let names = command_names();
    assert!(names.len() > 20, "{names:?}");
    for folder in ["fa", "en"] {
        let ids = ids(folder, &["domain.ftl"]);
        let missing: Vec<&String> = names
            .iter()
            .filter(|name| !ids.contains(&format!("command-{name}")))
            .collect();
        assert!(missing.is_empty(), "{missing:?} in {folder}");
    }
}
