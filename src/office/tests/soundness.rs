//! Records that are not what they should be: found, named, and gone past. Does not know how they came to be so.

use super::*;
use crate::office::soundness::{RecordFault, RecordFaultKind, faults};
use crate::store::{Change, NewEntry, Tree};
use serde_json::value::RawValue;

fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).expect("JSON")
}

/// Writes a record past every rule, as a program with a fault would.
fn force(world: &World, tree: Tree, key: &str, json: &str) {
    let store = world.office.store();
    let change = Change {
        tree,
        key: key.to_owned(),
        before: store.get_raw(tree, key).expect("a read"),
        after: Some(raw(json)),
    };
    let entry = NewEntry {
        at: Moment::UNIX_EPOCH,
        actor: String::new(),
        command: raw("null"),
        changes: vec![change],
    };
    store.commit(entry).expect("an entry");
}

fn kinds(world: &World) -> Vec<(String, RecordFaultKind)> {
    let named = |fault: RecordFault| (format!("{}/{}", fault.tree.name(), fault.key), fault.kind);
    faults(world.office.store())
        .expect("a check")
        .into_iter()
        .map(named)
        .collect()
}

#[test]
fn an_office_as_the_commands_leave_it_has_no_fault() {
    let mut world = World::new();
    let done = world.run(Command::ImportSession(Box::new(super::import::imported())));
    assert!(done.session.is_some());
    assert_eq!(kinds(&world), []);
}

#[test]
fn records_that_are_not_what_they_should_be_are_each_named() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    force(
        &world,
        Tree::Resolutions,
        &format!("{session}/bad"),
        r#"{"id":7}"#,
    );
    force(&world, Tree::Organisations, "later", r#"{"v":9,"id":"later"}"#);
    force(
        &world,
        Tree::Organisations,
        "here",
        r#"{"id":"there","name":"x"}"#,
    );
    force(
        &world,
        Tree::Notes,
        "gone/n",
        r#"{"id":"gone/n","position":1,"text":"x"}"#,
    );
    let other = RecordFaultKind::OtherKey("there".to_owned());
    let nobody = RecordFaultKind::NamesNobody(Tree::Sessions, "gone".to_owned());
    assert_eq!(
        kinds(&world),
        [
            ("organisations/here".to_owned(), other),
            ("organisations/later".to_owned(), RecordFaultKind::OfLaterVersion),
            ("notes/gone/n".to_owned(), nobody),
            (format!("resolutions/{session}/bad"), RecordFaultKind::Unread),
        ]
    );
}

#[test]
fn lists_and_the_archive_go_past_a_bad_record_and_it_is_remembered() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    for text in ["یک", "دو"] {
        world.resolution(&session, text, None);
    }
    let bad = format!("{session}/0bad");
    force(&world, Tree::Resolutions, &bad, r#"{"id":7}"#);
    assert_eq!(world.texts(&session), ["یک", "دو"]);
    let listed = read::resolutions(&world.office, &Filter::default(), false, day(1402, 1, 1));
    assert_eq!(listed.expect("a list").len(), 2);
    assert_eq!(
        stored_archive::whole_archive(&world.office)
            .expect("an archive")
            .resolutions
            .len(),
        2
    );
    assert_eq!(world.office.store().unreadable(), [(Tree::Resolutions, bad)]);
}

#[test]
fn an_archive_in_which_a_record_names_nobody_is_refused_whole() {
    let mut world = World::new();
    world.run(Command::ImportSession(Box::new(super::import::imported())));
    let whole = stored_archive::whole_archive(&world.office).expect("an archive");
    let refusal_without = |take: fn(&mut crate::exchange::archive::Archive)| {
        let mut other = World::new();
        let mut part = whole.clone();
        take(&mut part);
        let refused = other.refused(Command::ImportArchive(Box::new(part)));
        assert_eq!(other.office.store().last_seq(), 0);
        match refused {
            Refusal::NamesNobody { record, named } => (record, named),
            other => panic!("{other:?}"),
        }
    };
    let (record, named) = refusal_without(|archive| archive.bodies.clear());
    assert!(
        record.starts_with("se") && named.starts_with("bodies/"),
        "{record} {named}"
    );
    let (record, named) = refusal_without(|archive| archive.sessions.clear());
    assert!(named.starts_with("sessions/"), "{record} {named}");
    let mut other = World::new();
    other.run(Command::ImportArchive(Box::new(whole)));
}
