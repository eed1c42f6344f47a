//! No file of tests is forgotten: each stands in the list of modules of its binary.
//! It does not know what the tests show.

use std::fs;
use std::path::{Path, PathBuf};

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    listed.map(|entry| entry.expect("an entry").path()).collect()
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// The files beside a `main.rs` that it has no `mod` line for.
fn forgotten(folder: &Path) -> Vec<PathBuf> {
    let main = folder.join("main.rs");
    let listed = fs::read_to_string(&main).unwrap_or_else(|error| panic!("{}: {error}", main.display()));
    let is_listed = |name: &str| listed.lines().any(|line| line.trim() == format!("mod {name};"));
    let mut forgotten = entries(folder);
    forgotten.retain(|path| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        is_rust(path) && name != "main" && !is_listed(&name)
    });
    forgotten
}

#[test]
fn every_file_of_tests_is_in_a_binary() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let (folders, files): (Vec<_>, Vec<_>) = entries(&tests).into_iter().partition(|path| path.is_dir());
    let alone: Vec<_> = files.into_iter().filter(|path| is_rust(path)).collect();
    assert!(
        alone.is_empty(),
        "each file here is linked alone, and goes into a folder: {alone:?}"
    );
    let mut judged = 0;
    for folder in folders
        .iter()
        .filter(|folder| entries(folder).iter().any(|path| is_rust(path)))
    {
        let forgotten = forgotten(folder);
        assert!(forgotten.is_empty(), "in no list of modules: {forgotten:?}");
        judged += 1;
    }
    assert!(judged > 0, "no folder of tests was found");
}

#[test]
fn a_file_without_its_line_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("main.rs", "mod kept;\n"), ("kept.rs", ""), ("lost.rs", "")] {
        fs::write(folder.path().join(name), text).expect("a written file");
    }
    assert_eq!(forgotten(folder.path()), [folder.path().join("lost.rs")]);
}
