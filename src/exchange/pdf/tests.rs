//! Papers of every kind become files that the writer's own check lets pass.
//! Judges outside (`tests/documents/judges`) read what the files say.

use super::*;

#[test]
fn a_paper_without_anything_is_a_file_too() {
    let paper = Paper::of(Lang::Fa, crate::text::Digits::Persian, Vec::new());
    let bytes = write_pdf(&paper, &Fonts::default()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
}
