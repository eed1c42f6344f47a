//! Resolutions taken apart, put together, taken over. Does not know how they are shown.

use super::*;
use crate::domain::resolution::Reference;

const THREE: &str = "الف) فهرست تهیه شود. ب) نتیجه اعلام گردد. ج) هزینه برآورد شود.";

impl World {
    pub(super) fn stored(&self, id: &ResolutionId) -> Resolution {
        let rows = self.view(&id.session()).resolutions;
        let row = rows.into_iter().find(|r| r.resolution.id == *id);
        row.expect("a resolution").resolution
    }

    fn row_texts(&self, session: &SessionId) -> Vec<(Option<u32>, String)> {
        let rows = self.view(session).resolutions;
        rows.into_iter()
            .map(|r| (r.resolution.row, r.resolution.text))
            .collect()
    }
}

#[test]
fn a_resolution_is_taken_apart_in_its_place_and_one_undo_puts_it_together() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let first = world.resolution(&session, THREE, Some(1));
    world.resolution(&session, "پایان", Some(2));
    let before = world.archive();
    let seen = world.stored(&first);
    let at_byte = THREE.find("ج)").expect("a clause");
    let done = world.run(Command::SplitResolution {
        before: Box::new(seen.clone()),
        at_byte,
    });
    assert!(matches!(done.created.as_slice(), [Created::Resolution(_)]));
    let expected = [
        (Some(1), THREE[..at_byte].trim().to_owned()),
        (None, THREE[at_byte..].to_owned()),
        (Some(2), "پایان".to_owned()),
    ];
    assert_eq!(world.row_texts(&session), expected);
    let again = Command::SplitResolution {
        before: Box::new(seen),
        at_byte,
    };
    assert_eq!(world.refused(again), Refusal::RecordIsStale);
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
    world.run(Command::Redo);
    assert_eq!(world.row_texts(&session), expected);
    let seen = world.stored(&first);
    let nowhere = Command::SplitResolution {
        before: Box::new(seen),
        at_byte: 0,
    };
    assert_eq!(world.refused(nowhere), Refusal::NoPlaceToSplit);
}

#[test]
fn many_cuts_behind_one_resolution_keep_the_order() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let words: Vec<String> = (10..40).map(|n| n.to_string()).collect();
    let first = world.resolution(&session, &words.join(" "), None);
    world.resolution(&session, "پایان", None);
    for _ in 1..words.len() {
        let seen = world.stored(&first);
        let at_byte = seen.text.rfind(' ').expect("a blank");
        world.run(Command::SplitResolution {
            before: Box::new(seen),
            at_byte,
        });
    }
    let mut expected = words;
    expected.push("پایان".into());
    assert_eq!(world.texts(&session), expected);
}

#[test]
fn only_neighbours_are_put_together_and_nothing_is_lost() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let ids = ["یک", "دو", "سه"].map(|text| world.resolution(&session, text, None));
    let merge = |world: &World, first: &ResolutionId, second: &ResolutionId| Command::MergeResolutions {
        first: Box::new(world.stored(first)),
        second: Box::new(world.stored(second)),
    };
    let apart = merge(&world, &ids[0], &ids[2]);
    assert_eq!(world.refused(apart), Refusal::NotTheNext);
    let backwards = merge(&world, &ids[1], &ids[0]);
    assert_eq!(world.refused(backwards), Refusal::NotTheNext);
    for (id, deadline) in [(&ids[0], "ده روز"), (&ids[1], "یک ماه")] {
        let before = world.stored(id);
        world.run(Command::RecordResolution {
            before: Some(Box::new(before.clone())),
            after: Box::new(Resolution {
                deadline: Some(read_deadline(deadline, None)),
                ..before
            }),
        });
    }
    let differing = merge(&world, &ids[0], &ids[1]);
    assert_eq!(world.refused(differing), Refusal::DeadlinesDiffer);
    let before = world.archive();
    let fitting = merge(&world, &ids[1], &ids[2]);
    world.run(fitting);
    assert_eq!(world.texts(&session), ["یک", "دو\nسه"]);
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
}

#[test]
fn an_earlier_resolution_is_taken_over_and_followed() {
    let mut world = World::new();
    let body = world.body();
    let earlier = world.session_on(&body, 1, day(1401, 3, 1));
    let from = world.resolution(&earlier, "متن", Some(7));
    let before = world.stored(&from);
    world.run(Command::RecordResolution {
        before: Some(Box::new(before.clone())),
        after: Box::new(Resolution {
            deadline: Some(read_deadline("ده روز", None)),
            ..before
        }),
    });
    world.go(&earlier, SessionState::Final);
    let session = world.session_on(&body, 2, day(1401, 8, 28));
    world.run(Command::CopyResolution {
        from: from.clone(),
        session: session.clone(),
        written: "ردیف ۷ جلسه نخست".into(),
    });
    let row = world.view(&session).resolutions.remove(0);
    let follows = row.resolution.follows.expect("a reference");
    assert_eq!(
        (follows.written.as_str(), follows.resolution),
        ("ردیف ۷ جلسه نخست", Some(from.clone()))
    );
    assert_eq!((row.resolution.row, row.due), (None, Some(day(1401, 9, 8))));
    let into_final = Command::CopyResolution {
        from,
        session: earlier,
        written: String::new(),
    };
    assert_eq!(world.refused(into_final), Refusal::SessionIsFinal);
}

#[test]
fn a_reference_to_a_resolution_that_is_not_there_is_refused() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let missing = ResolutionId::from("s0/none");
    let after = Resolution {
        id: ResolutionId::in_session(&session, ""),
        text: "متن".into(),
        follows: Some(Reference {
            written: "بند ۷".into(),
            resolution: Some(missing.clone()),
        }),
        ..Resolution::default()
    };
    let refusal = world.refused(Command::RecordResolution {
        before: None,
        after: Box::new(after),
    });
    assert_eq!(refusal, Refusal::NoSuchRecord(missing.to_string()));
}

#[test]
fn what_was_said_before_in_any_body_is_found_while_it_is_typed() {
    let mut world = World::new();
    let body = world.body();
    let text = "شرکت آب منطقه‌ای موظف است بر چاه‌های مجاز دشت بالا کنتور هوشمند نصب کند";
    let earlier = world.session_on(&body, 1, day(1401, 3, 1));
    let found = world.resolution(&earlier, text, None);
    world.resolution(&earlier, "دو دوره آموزشی برای کشاورزان دشت بالا برگزار شود", None);
    let session = world.session_on(&body, 2, day(1401, 4, 1));
    world.resolution(&session, text, None);
    let other_body = world.body();
    let other = world.session_on(&other_body, 1, day(1401, 2, 1));
    let elsewhere = world.resolution(&other, text, None);
    let ask = |before: Option<SessionId>, text: &str| {
        let query = Query::Similar {
            text: text.into(),
            body: body.clone(),
            before,
        };
        match world.office.read(&query, day(1401, 9, 1)) {
            Ok(Answer::Similar(rows)) => rows,
            other => panic!("{other:?}"),
        }
    };
    let rows = ask(Some(session), &text.replace('ک', "ك"));
    let ids: Vec<_> = rows
        .iter()
        .map(|r| (&r.row.resolution.id, r.percent, r.nearly_the_same))
        .collect();
    assert_eq!(ids, [(&found, 100, true), (&elsewhere, 100, true)]);
    assert_eq!(ask(None, text).len(), 3);
    assert_eq!(
        ask(None, "کنتور هوشمند").len(),
        0,
        "too few words to be like anything"
    );
}

#[test]
fn a_resolution_goes_to_another_session_of_its_body_with_all_of_it_and_is_followed_there() {
    let mut world = World::new();
    let body = world.body();
    let (wrong, right) = (world.session(&body, 8), world.session(&body, 9));
    let resolution = world.resolution(&wrong, "گزارش داده شود.", Some(1));
    world.run(Command::AddFollowUp {
        resolution: resolution.clone(),
        follow_up: FollowUp {
            text: "گزارش رسید.".into(),
            ..FollowUp::default()
        },
    });
    let follower = world.resolution(&right, "پیرو آن اقدام شود.", Some(1));
    let before = world.view(&right).resolutions[0].resolution.clone();
    world.run(Command::RecordResolution {
        before: Some(Box::new(before.clone())),
        after: Box::new(Resolution {
            follows: Some(crate::domain::resolution::Reference {
                written: "ردیف ۱ جلسه هشتم".into(),
                resolution: Some(resolution.clone()),
            }),
            ..before
        }),
    });
    let to = |session: &SessionId| Command::MoveToSession {
        resolution: resolution.clone(),
        session: session.clone(),
    };
    assert_eq!(world.refused(to(&wrong)), Refusal::NotAnotherSession);
    let other = world.body();
    let elsewhere = world.session(&other, 1);
    assert_eq!(world.refused(to(&elsewhere)), Refusal::NotAnotherSession);
    let done = world.run(to(&right));
    let [Created::Resolution(now)] = done.created.as_slice() else {
        panic!("{done:?}");
    };
    assert!(world.view(&wrong).resolutions.is_empty());
    let rows = world.view(&right).resolutions;
    let moved = &rows[1].resolution;
    assert_eq!(
        (&moved.id, moved.row, moved.follow_ups.len()),
        (now, None, 1),
        "row 1 is taken there"
    );
    let followed = rows[0]
        .resolution
        .follows
        .as_ref()
        .and_then(|one| one.resolution.clone());
    assert_eq!(
        (&rows[0].resolution.id, followed.as_ref()),
        (&follower, Some(now))
    );
    assert_eq!(world.run(Command::Undo).about.as_deref(), Some("move_to_session"));
    let back = world.view(&wrong).resolutions;
    assert_eq!(back[0].resolution.id, resolution);
}
