//! Our pages as text, taken out by pdftotext, give their session back. It does not know how pages are set.

use crate::sample::{today, views, words};
use dabir::exchange::format::Fonts;
use dabir::exchange::pdf::write_pdf;
use dabir::exchange::{ReadMinutes, incoming_text};
use dabir::office::query::SessionView;
use dabir::papers;
use dabir::text::fold_tight;
use dabir::words::Lang;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The text of pages in their layout; nothing where pdftotext is not there.
fn laid_out(file: &Path) -> Option<Vec<u8>> {
    let ran = Command::new("pdftotext")
        .args(["-layout"])
        .arg(file)
        .arg("-")
        .output()
        .ok()?;
    ran.status.success().then_some(ran.stdout)
}

/// How many resolutions of a session come back with their row, wording and deadline.
fn come_back(view: &SessionView, read: &ReadMinutes) -> usize {
    let found = view.resolutions.iter().filter(|view| {
        let wanted = &view.resolution;
        let deadline = wanted
            .deadline
            .as_ref()
            .map(|deadline| fold_tight(&deadline.written));
        read.resolutions.iter().any(|read| {
            let written = read.deadline_written.as_deref().map(fold_tight);
            fold_tight(&read.text).contains(&fold_tight(&wanted.text))
                && read.row == wanted.row
                && deadline
                    .as_ref()
                    .is_none_or(|deadline| written.is_some_and(|written| deadline.ends_with(&written)))
        })
    });
    found.count()
}

#[test]
fn resolutions_come_back_out_of_the_text_of_our_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let words = words(Lang::Fa);
    let (mut found, mut all) = (0, 0);
    for (at, view) in views().iter().enumerate() {
        let paper = papers::minutes(&words, view, today());
        let file = folder.path().join(format!("{at}.pdf"));
        fs::write(&file, write_pdf(&paper, &Fonts::default()).expect("pages")).expect("written");
        let Some(text) = laid_out(&file) else {
            println!("skipped: the text of our pages (pdftotext is not here)");
            return;
        };
        let read = incoming_text(&text).expect("text").read();
        let rows: Vec<Option<u32>> = read.resolutions.iter().map(|read| read.row).collect();
        let wanted: Vec<Option<u32>> = view.resolutions.iter().map(|row| row.resolution.row).collect();
        assert_eq!(rows, wanted, "{}", view.session.id);
        (found, all) = (found + come_back(view, &read), all + wanted.len());
    }
    // In the others, words of two cells touch on the page, and only what they mean could part them.
    assert!(all > 100 && found * 100 >= all * 97, "{found} of {all}");
}
