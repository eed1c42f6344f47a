//! Circles of import inside `app`: files that reach each other by what they name.
//! It does not know why a file names another.

use crate::source::{File, files};
use std::collections::{BTreeMap, BTreeSet};

/// Files in the largest circle of `app`. It may only fall: who makes it smaller writes the new number here.
const LARGEST: usize = 6;

/// How often a name may be pointed on before it is taken for a circle of signposts.
const SIGNPOSTS: usize = 8;

type Files<'a> = BTreeMap<&'a [String], &'a File>;

/// The file that defines what is named here, signposts followed.
fn resolved<'a>(files: &Files<'a>, from: &File, path: &[String], left: usize) -> Option<&'a [String]> {
    let mut at: Vec<String> = match path[0].as_str() {
        "crate" => Vec::new(),
        "self" => from.module.clone(),
        "super" => from.module[..from.module.len() - 1].to_vec(),
        // A module of one's own; other names are of other crates.
        _ => {
            return resolved_below(files, from.module.clone(), path, left)
                .filter(|found| **found != from.module);
        }
    };
    let mut rest = &path[1..];
    while rest.first().is_some_and(|name| name == "super") {
        at.pop();
        rest = &rest[1..];
    }
    resolved_below(files, at, rest, left)
}

fn resolved_below<'a>(
    files: &Files<'a>,
    mut at: Vec<String>,
    mut rest: &[String],
    left: usize,
) -> Option<&'a [String]> {
    while let Some((name, further)) = rest.split_first() {
        at.push(name.clone());
        if !files.keys().any(|module| module.starts_with(&at)) {
            at.pop();
            break;
        }
        rest = further;
    }
    let (module, file) = files.get_key_value(at.as_slice())?;
    let alias = rest
        .first()
        .and_then(|name| Some((file.aliases.get(name)?, &rest[1..])));
    match alias {
        Some((alias, further)) if left > 0 => {
            // A signpost that points out of the room leads to no file of it.
            let path = [alias.as_slice(), further].concat();
            resolved(files, file, &path, left - 1)
        }
        _ => Some(module),
    }
}

/// Who is reached from this file over any number of steps.
fn reached<'a>(
    next: &BTreeMap<&'a [String], BTreeSet<&'a [String]>>,
    from: &'a [String],
) -> BTreeSet<&'a [String]> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        for named in next.get(module).into_iter().flatten() {
            if reached.insert(*named) {
                open.push(named);
            }
        }
    }
    reached
}

/// The circles of two and more files, the largest first.
fn circles(read: &[File]) -> Vec<Vec<String>> {
    let files: Files = read.iter().map(|file| (file.module.as_slice(), file)).collect();
    let next: BTreeMap<_, BTreeSet<_>> = read
        .iter()
        .map(|file| {
            let named = file
                .named
                .iter()
                .filter_map(|path| resolved(&files, file, path, SIGNPOSTS));
            (
                file.module.as_slice(),
                named.filter(|named| *named != file.module).collect(),
            )
        })
        .collect();
    let reached: BTreeMap<_, _> = next
        .keys()
        .map(|module| (*module, reached(&next, module)))
        .collect();
    let mut circles = BTreeSet::new();
    for (module, others) in &reached {
        let circle: Vec<_> = others
            .iter()
            .filter(|other| reached[*other].contains(module))
            .collect();
        if circle.len() > 1 {
            circles.insert(circle.iter().map(|module| module.join("::")).collect::<Vec<_>>());
        }
    }
    let mut circles: Vec<_> = circles.into_iter().collect();
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

fn in_app() -> Vec<File> {
    let mut files = files();
    files.retain(|file| file.module[0] == "app");
    files
}

#[test]
fn the_largest_circle_of_app_does_not_grow() {
    let files = in_app();
    let circles = circles(&files);
    let sizes: Vec<usize> = circles.iter().map(Vec::len).collect();
    println!("{} files of app, circles of {sizes:?}", files.len());
    let largest = circles.first().map(Vec::as_slice).unwrap_or_default();
    assert!(
        largest.len() <= LARGEST,
        "a circle of {} files, more than {LARGEST}:\n{}",
        largest.len(),
        largest.join("\n")
    );
}

#[test]
fn a_circle_is_seen_through_braces_other_names_and_signposts() {
    let read = |module: &str, text: &str| File::read(module.split("::").map(str::to_owned).collect(), text);
    let files = [
        read("app", "mod a; mod b; pub(super) use b::work;"),
        read("app::a", "use super::{c, work as labour};"),
        read("app::b", "use crate::app::a::Thing; pub fn work() {}"),
        read("app::c", "pub(in crate::app) struct Alone;"),
    ];
    assert_eq!(circles(&files), [["app::a", "app::b"]]);
}

#[test]
fn where_a_thing_can_be_seen_from_is_not_named_by_it() {
    let file = File::read(
        vec!["a".to_owned()],
        "pub(in crate::app) fn near() { crate::b::far() }",
    );
    assert_eq!(file.named, [["crate", "b", "far"]]);
}
