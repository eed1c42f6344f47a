//! Files that belong to minutes: named, taken off, carried along, hidden with what is confidential. Knows no screens.

use super::*;
use crate::domain::attachment::{AttachedTo, Attachment};
use crate::domain::preparing::FirstItems;
use crate::domain::session::{AgendaItem, ItemResult};
use crate::store::{KeptFiles, KeptState};
use std::fs;

const MOST: u64 = 100;

/// A file beside the store.
fn file(world: &World, name: &str, text: &str) -> std::path::PathBuf {
    let path = world.folder.path().join(name);
    fs::write(&path, text).expect("written");
    path
}

fn attach(world: &World, to: AttachedTo, name: &str, text: &str) -> Command {
    Command::Attach {
        to,
        file: file(world, name, text),
        most_bytes: MOST,
    }
}

fn agenda(world: &mut World, session: &SessionId, items: Vec<AgendaItem>) {
    let before = world.view(session).session;
    let after = Session {
        agenda: items,
        ..before.clone()
    };
    world.run(Command::RecordSession {
        before: Some(Box::new(before)),
        after: Box::new(after),
    });
}

fn names(all: &[Attachment]) -> Vec<&str> {
    all.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn a_file_is_named_where_it_belongs_kept_beside_the_archive_and_taken_off() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let resolution = world.resolution(&session, "گزارش داده شود.", Some(1));
    agenda(&mut world, &session, vec![AgendaItem::default()]);
    let places = [
        AttachedTo::Session(session.clone()),
        AttachedTo::Item(session.clone(), 1),
        AttachedTo::Resolution(resolution.clone()),
    ];
    for (to, name) in places.iter().zip(["a.pdf", "b.pdf", "c.pdf"]) {
        let command = attach(&world, to.clone(), name, name);
        world.run(command);
    }
    let view = world.view(&session);
    assert_eq!(names(&view.session.attachments), ["a.pdf"]);
    assert_eq!(names(&view.session.agenda[0].attachments), ["b.pdf"]);
    assert_eq!(names(&view.resolutions[0].resolution.attachments), ["c.pdf"]);
    let kept = KeptFiles::of(world.office.store().folder());
    let c = view.resolutions[0].resolution.attachments[0].clone();
    assert_eq!((c.bytes, c.named_only), (5, false));
    assert_eq!(kept.state(&c.sha256).expect("readable"), KeptState::Sound);
    let all = read::attachments(&world.office).expect("readable");
    assert_eq!(all.iter().map(|(of, _)| of.clone()).collect::<Vec<_>>(), places);
    // The same bytes are not named twice at one place; what is none is refused, and nothing is changed.
    let again = attach(&world, places[2].clone(), "d.pdf", "c.pdf");
    assert_eq!(world.refused(again), Refusal::AlreadyAttached("d.pdf".into()));
    let gone = Command::Attach {
        to: places[0].clone(),
        file: world.folder.path().join("none.pdf"),
        most_bytes: MOST,
    };
    assert!(matches!(world.refused(gone), Refusal::FileNotKept { .. }));
    let nowhere = attach(&world, AttachedTo::Item(session.clone(), 2), "e.pdf", "e");
    assert_eq!(world.refused(nowhere), Refusal::NoSuchRecord("2".into()));
    world.run(Command::Detach {
        from: places[2].clone(),
        attachment: c.clone(),
    });
    assert!(
        world.view(&session).resolutions[0]
            .resolution
            .attachments
            .is_empty()
    );
    assert_eq!(world.run(Command::Undo).about.as_deref(), Some("detach"));
    assert_eq!(
        names(&world.view(&session).resolutions[0].resolution.attachments),
        ["c.pdf"]
    );
}

#[test]
fn a_long_file_is_only_named_and_signed_minutes_take_none() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let to = AttachedTo::Session(session.clone());
    let long = attach(&world, to.clone(), "film.mp4", &"x".repeat(101));
    world.run(long);
    let film = world.view(&session).session.attachments[0].clone();
    assert!(film.named_only && film.bytes == 101);
    assert_eq!(KeptFiles::of(world.office.store().folder()).count(), 0);
    world.run(super::final_minutes::finalise(&session));
    assert_eq!(
        world.view(&session).session.verification.map(|code| code.version),
        Some(4)
    );
    let late = attach(&world, to.clone(), "late.pdf", "late");
    assert_eq!(world.refused(late), Refusal::SessionIsFinal);
    let off = Command::Detach {
        from: to,
        attachment: film,
    };
    assert_eq!(world.refused(off), Refusal::SessionIsFinal);
    assert_eq!(
        KeptFiles::of(world.office.store().folder()).count(),
        0,
        "nothing is kept for a refusal"
    );
}

#[test]
fn papers_of_an_item_go_to_the_next_agenda_with_it_and_are_hidden_with_it() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let item = AgendaItem {
        title: "بررسی چاه‌ها".into(),
        result: Some(ItemResult::Postponed),
        confidential: true,
        ..AgendaItem::default()
    };
    agenda(&mut world, &session, vec![item]);
    let command = attach(&world, AttachedTo::Item(session.clone(), 1), "wells.pdf", "wells");
    world.run(command);
    let next = read::next_session(
        &world.office,
        &body,
        None,
        day(1401, 9, 1),
        &FirstItems::default(),
    );
    let next = next.expect("readable").expect("a body");
    let carried = next
        .agenda
        .iter()
        .find(|item| item.title == "بررسی چاه‌ها")
        .expect("carried");
    assert_eq!(names(&carried.attachments), ["wells.pdf"]);
    let shown = world.view(&session).for_readers();
    assert!(shown.session.agenda[0].attachments.is_empty());
}
