//! No two types of one name mean two things.
//! It does not know what a type is for.

use crate::source::{File, files};
use std::collections::BTreeMap;

/// The names that stand for several types while at least one of them is seen outside its file, each with the files
/// that define it.
fn namesakes(files: &[File]) -> Vec<String> {
    let mut defined: BTreeMap<&str, (Vec<String>, bool)> = BTreeMap::new();
    for file in files {
        for (name, is_visible) in &file.types {
            let (places, seen) = defined.entry(name).or_default();
            places.push(file.module.join("/"));
            *seen |= is_visible;
        }
    }
    defined.retain(|_, (places, is_seen)| places.len() > 1 && *is_seen);
    let told = |(name, (places, _)): (&str, (Vec<String>, bool))| format!("{name}: {}", places.join(", "));
    defined.into_iter().map(told).collect()
}

#[test]
fn no_two_types_of_one_name_mean_two_things() {
    let files = files();
    let read: usize = files.iter().map(|file| file.types.len()).sum();
    // A reader that finds no types would find no namesakes either.
    assert!(read > files.len(), "{read} types in {} files", files.len());
    let found = namesakes(&files);
    assert!(
        found.is_empty(),
        "a name that is seen outside its file says there what it is, and is nobody else's:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_namesake_is_found_when_one_of_the_two_is_seen_outside_its_file() {
    let read = |module: &str, text: &str| File::read(vec![module.to_owned()], text);
    let files = [
        read(
            "a",
            "pub struct Row { x: u8 } enum Alone { Row } mod inner { pub struct Page; }",
        ),
        read(
            "b",
            "pub(super) trait Page { type Row; } struct Alone; type Way = u8;",
        ),
        read(
            "c",
            "type Row = u8; pub(in crate::a) enum Way { Page } #[cfg(test)] struct Page;",
        ),
    ];
    assert_eq!(namesakes(&files), ["Row: a, c", "Way: b, c"]);
}
