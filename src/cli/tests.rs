//! The words of the commands: all there, in both languages, and none too many.

use super::usage;
use crate::words::{Digits, EN, FA, Lang, Words};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Ids of messages in the file of the commands.
fn defined(files: &[(&str, &str)]) -> BTreeSet<String> {
    let (_, text) = files.iter().find(|(name, _)| *name == "commands").unwrap();
    let id = |line: &str| line.split_once(" =").map(|(id, _)| id.to_owned());
    text.lines()
        .filter(|line| !line.starts_with(['#', ' ']))
        .filter_map(id)
        .collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(sources(&path)),
            false => found.push(path),
        }
    }
    found
}

/// Every string of the form `word-word` in the sources of the commands and of the papers they print, and every id of a
/// help.
fn used(all: &BTreeSet<String>) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in ["src/cli", "src/papers", "src/say"]
        .iter()
        .flat_map(|room| sources(&root.join(room)))
    {
        let source = fs::read_to_string(path).unwrap();
        let strings = source.split('"').skip(1).step_by(2);
        used.extend(strings.filter(|text| all.contains(*text)).map(str::to_owned));
    }
    used.extend(help_ids());
    used
}

fn help_ids() -> BTreeSet<String> {
    // Words without sentences give the ids themselves, so the help of every command shows them.
    let words = Words::new(Lang::En, Digits::Latin);
    let mut ids = BTreeSet::new();
    usage::each_help_id(&usage::command(&words), &mut |id| {
        ids.insert(id);
    });
    ids
}

#[test]
fn both_languages_have_the_same_sentences() {
    assert_eq!(defined(FA), defined(EN));
}

#[test]
fn every_help_has_its_words_and_no_sentence_is_unused() {
    for lang in [Lang::Fa, Lang::En] {
        let words = Words::new(lang, Digits::Persian);
        let missing: Vec<String> = help_ids().into_iter().filter(|id| !words.has(id)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
    let all = defined(FA);
    let used = used(&all);
    let unused: Vec<&String> = all.difference(&used).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_id_that_is_said_has_a_sentence() {
    // Whatever stands directly behind `say(`, `say_with(` or in a match that feeds them looks like `word-word`.
    let words = Words::new(Lang::Fa, Digits::Persian);
    let prefixes: BTreeSet<String> = defined(FA)
        .iter()
        .filter_map(|id| Some(id.split_once('-')?.0.to_owned()))
        .collect();
    let mut missing = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in ["src/cli", "src/papers", "src/say"]
        .iter()
        .flat_map(|room| sources(&root.join(room)))
    {
        let source = fs::read_to_string(&path).unwrap();
        for text in source.split('"').skip(1).step_by(2) {
            let id_like = text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                && text
                    .split_once('-')
                    .is_some_and(|(prefix, rest)| prefixes.contains(prefix) && !rest.is_empty());
            if id_like && !words.has(text) {
                missing.insert(text.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_definition_of_the_arguments_is_sound() {
    usage::command(&Words::new(Lang::Fa, Digits::Persian)).debug_assert();
}
