//! LibreOffice turns our Word files into pages. It does not know what stands on them.

use crate::made_up;
use crate::sample::{today, views, words};
use dabir::exchange::docx::template::fill;
use dabir::exchange::docx::{read_docx, write_docx};
use dabir::exchange::format::Fonts;
use dabir::papers;
use dabir::words::Lang;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Whether LibreOffice is there.
fn has_libreoffice() -> bool {
    let asked = Command::new("soffice").arg("--version").output();
    asked.is_ok_and(|answer| answer.status.success())
}

/// What LibreOffice makes of a file, written into a folder.
fn converted(file: &Path, format: &str, folder: &Path) -> Vec<u8> {
    // A profile of its own: another LibreOffice may be open.
    let profile = folder.join("profile");
    let profile = format!("-env:UserInstallation=file://{}", profile.display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .args([folder, file])
        .output()
        .expect("LibreOffice runs");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{told}");
    let name = file.with_extension(format);
    fs::read(folder.join(name.file_name().expect("a name"))).expect("a converted file")
}

#[test]
fn libreoffice_makes_pages_of_every_block() {
    if !has_libreoffice() {
        println!("skipped: pages by LibreOffice (it is not here)");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (name, paper) in made_up::papers() {
        let file = folder.path().join(name).with_extension("docx");
        fs::write(&file, write_docx(&paper, &Fonts::default()).expect("a Word file")).expect("written");
        let pages = converted(&file, "pdf", folder.path());
        assert!(pages.starts_with(b"%PDF"));
        // A page begins where the document says so, and the long table does not fit on one.
        let count = pages.windows(10).filter(|bytes| bytes == b"/Type/Page").count();
        assert!(count > 3, "{name}: {count}");
    }
}

#[test]
fn a_form_that_libreoffice_saved_again_is_filled_like_ours() {
    if !has_libreoffice() {
        println!("skipped: a form saved by LibreOffice (it is not here)");
        return;
    }
    let (from, to) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let words = words(Lang::Fa);
    let ours = write_docx(&papers::form(&words), &Fonts::default()).expect("a Word file");
    let file = from.path().join("form.docx");
    fs::write(&file, &ours).expect("written");
    let theirs = converted(&file, "docx", to.path());
    let view = views()
        .into_iter()
        .max_by_key(|view| view.resolutions.len())
        .expect("a session");
    let fields = papers::fields(&words, &view, today());
    // Empty lines between tables are each program's own, and so are the numbers of pages at the end.
    let said = |template: &[u8]| {
        let text = read_docx(&fill(template, &fields).expect("filled")).expect("read");
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut lines: Vec<String> = lines.map(str::to_owned).collect();
        lines.pop();
        lines
    };
    assert_eq!(said(&theirs), said(&ours));
}
