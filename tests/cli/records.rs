//! Records that cannot be read: listings and exports go past them, say which, and end as damaged.
//! It does not know what is wrong with a record.

use crate::office::{MINUTES, Office};
use dabir::store::{Change, NewEntry, Store, Tree};
use serde_json::value::RawValue;

fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap()
}

/// An office with minutes, and one resolution that no program can read.
fn office() -> Office {
    let office = Office::new();
    let minutes = office.file("minutes.txt", MINUTES);
    office.done(&["import", &minutes, "--body", "کمیته آب"]);
    let (store, _) = Store::open(&office.path("store")).unwrap();
    let change = Change {
        tree: Tree::Resolutions,
        key: "bad/1".to_owned(),
        before: None,
        after: Some(raw("{\"id\":7}")),
    };
    let entry = NewEntry {
        at: chrono::DateTime::UNIX_EPOCH,
        actor: "x".to_owned(),
        command: raw("{\"name\":\"x\"}"),
        changes: vec![change],
    };
    store.commit(entry).unwrap();
    office
}

#[test]
fn what_cannot_be_read_is_named_by_every_listing_and_export_and_by_the_check() {
    let office = office();
    let archive = office.path("archive.json").display().to_string();
    let listings: [&[&str]; 4] = [
        &["resolutions", "--format", "json"],
        &["open", "--format", "json"],
        &["resolutions", "آب", "--format", "json"],
        &["export", "archive", "--to", &archive],
    ];
    for listing in listings {
        let ran = office.run(listing);
        assert_eq!(ran.code, 3, "{listing:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains("resolutions/bad/1"), "{listing:?}: {}", ran.err);
        if ran.out.starts_with('[') {
            let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(rows.as_array().unwrap().len(), 2, "{listing:?}");
        }
    }
    assert!(
        std::fs::read_to_string(&archive)
            .unwrap()
            .contains("چاه های بدون پروانه")
    );
    let checked = office.run(&["check"]);
    assert_eq!(checked.code, 3);
    assert!(checked.err.contains("resolutions/bad/1"), "{}", checked.err);
}
