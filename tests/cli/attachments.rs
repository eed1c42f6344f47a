//! Files that belong to minutes, with the real program: named, listed, given out, proved.

use crate::office::{MINUTES, Office};
use std::fs;

/// An office with one session and its id.
fn office() -> (Office, String) {
    let office = Office::new();
    let file = office.file("minutes.txt", MINUTES);
    office.done(&["import", &file]);
    let id = office.json(&["sessions"])[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    (office, id)
}

#[test]
fn a_file_is_named_shown_given_out_and_proved() {
    let (office, id) = office();
    let map = office.file("نقشه چاه‌ها.pdf", "wells");
    let ran = office.run(&["attach", &id, &map, "--item", "1"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let resolution = office.json(&["resolutions"])[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    office.done(&["attach", &resolution, &map]);
    let listed = office.json(&["attachments"]);
    assert!(!office.done(&["attachments"]).contains(['⇔', '⇓']));
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
    assert_eq!(listed[0]["item"], 1);
    let sum = listed[0]["sha256"].as_str().expect("a sum").to_owned();
    let page = office.done(&["show", &id]);
    assert!(page.contains("نقشه چاه‌ها.pdf") && page.contains(&sum), "{page}");
    let json = office.json(&["show", &resolution]);
    assert_eq!(json["attachments"][0]["bytes"], 5);
    let minutes = office.done(&["export", "minutes", &id, "--to", "-", "--as", "md"]);
    assert!(minutes.contains("نقشه چاه‌ها.pdf"), "{minutes}");
    assert_eq!(office.run(&["check"]).code, 0);
    let out = office.path("out").display().to_string();
    office.done(&["attachments", &id, "--to", &out]);
    assert_eq!(
        fs::read(office.path("out").join("نقشه چاه‌ها.pdf")).expect("given out"),
        b"wells"
    );
    // One word of the bytes changed, then the file gone: each is named.
    let kept = office.path("store").join("attachments").join(&sum);
    fs::write(&kept, "Wells").expect("written");
    let changed = office.run(&["check"]);
    assert!(
        changed.code == 3 && changed.err.contains("تغییر کرده"),
        "{}",
        changed.err
    );
    assert_eq!(office.run(&["attachments", &id, "--to", &out]).code, 1);
    fs::remove_file(&kept).expect("removed");
    let missing = office.run(&["check"]);
    assert!(
        missing.code == 3 && missing.err.contains("نقشه چاه‌ها.pdf"),
        "{}",
        missing.err
    );
    // What cannot be read is said.
    let none = office.run(&["attach", &id, "none.pdf"]);
    assert!(none.code == 1 && none.err.contains("none.pdf"), "{}", none.err);
    let off = office.run(&["detach", &id, "نقشه چاه‌ها.pdf", "--item", "1"]);
    assert_eq!(off.code, 0, "{}", off.err);
    assert_eq!(office.json(&["attachments"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn a_name_out_of_a_foreign_archive_leads_to_no_other_place() {
    let (office, id) = office();
    let map = office.file("a.pdf", "wells");
    office.done(&["attach", &id, &map]);
    let archive = office.done(&["export", "archive", "--to", "-", "--as", "json"]);
    let hostile = archive.replace("\"a.pdf\"", "\"../../outside.pdf\"");
    assert_ne!(archive, hostile);
    let other = Office::new();
    let file = other.file("archive.json", hostile);
    other.done(&["import", &file]);
    // The bytes were not in the archive: they are put beside it by hand.
    let from = office.path("store").join("attachments");
    let to = other.path("store").join("attachments");
    fs::create_dir(&to).expect("a folder");
    for kept in fs::read_dir(from).expect("readable") {
        let kept = kept.expect("a file");
        fs::copy(kept.path(), to.join(kept.file_name())).expect("copied");
    }
    assert_eq!(other.run(&["check"]).code, 0);
    let deep = other.path("one").join("two");
    other.done(&["attachments", "--to", &deep.display().to_string()]);
    let given: Vec<_> = fs::read_dir(&deep).expect("readable").collect();
    assert_eq!(given.len(), 1);
    assert!(!other.path("outside.pdf").exists());
}
