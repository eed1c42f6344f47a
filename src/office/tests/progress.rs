//! What comes of resolutions: clauses, states, longer times, the review. Does not know how it is shown.

use super::*;
use crate::domain::resolution::{ClauseState, Extension, FollowUpKind};
use crate::office::query::Light;

const TWO: &str = "الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.";

fn set(resolution: &ResolutionId, letter: &str, before: &ClauseState, after: &ClauseState) -> Command {
    Command::SetClause {
        resolution: resolution.clone(),
        letter: letter.into(),
        before: before.clone(),
        after: after.clone(),
    }
}

fn done() -> ClauseState {
    ClauseState {
        status: Status::Done,
        ..ClauseState::default()
    }
}

#[test]
fn a_resolution_is_done_when_all_its_clauses_are() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let id = world.resolution(&session, TWO, None);
    let unknown = ClauseState::default();
    world.run(set(&id, "الف", &unknown, &done()));
    assert_eq!(world.view(&session).resolutions[0].status, Status::Open);
    world.run(set(&id, "ب", &unknown, &done()));
    assert_eq!(world.view(&session).resolutions[0].status, Status::Done);
    assert_eq!(
        world.refused(set(&id, "ب", &unknown, &done())),
        Refusal::RecordIsStale
    );
    assert_eq!(
        world.refused(set(&id, "ج", &unknown, &done())),
        Refusal::NoSuchClause("ج".into())
    );
    world.run(Command::Undo);
    assert_eq!(world.view(&session).resolutions[0].status, Status::Open);
    world.run(set(&id, "الف", &done(), &unknown));
    assert!(
        world.stored(&id).clauses.is_empty(),
        "nothing known leaves nothing behind"
    );
}

#[test]
fn final_minutes_take_the_state_of_a_clause_but_not_who_is_to_act() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let id = world.resolution(&session, TWO, None);
    world.go(&session, SessionState::Final);
    world.run(set(&id, "الف", &ClauseState::default(), &done()));
    let mut other = done();
    other.responsible.push(Responsible {
        written: "آب".into(),
        organisation: None,
    });
    assert_eq!(
        world.refused(set(&id, "الف", &done(), &other)),
        Refusal::SessionIsFinal
    );
}

#[test]
fn several_resolutions_get_one_status_in_one_change() {
    let mut world = World::new();
    let body = world.body();
    let sessions = [world.session(&body, 8), world.session(&body, 9)];
    let ids: Vec<_> = sessions
        .iter()
        .map(|session| world.resolution(session, "متن", None))
        .collect();
    world.go(&sessions[0], SessionState::Final);
    let before = world.archive();
    let done = world.run(Command::SetStatus {
        resolutions: ids.clone(),
        status: Status::Cancelled,
    });
    assert_eq!(done.session, None, "it is about more than one");
    assert!(ids.iter().all(|id| world.stored(id).status == Status::Cancelled));
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
    let mut with_a_stranger = ids;
    with_a_stranger.push(ResolutionId::from("none/1"));
    let refusal = world.refused(Command::SetStatus {
        resolutions: with_a_stranger,
        status: Status::Done,
    });
    assert!(matches!(refusal, Refusal::AtResolution { .. }), "{refusal:?}");
    assert_eq!(world.archive(), before, "all or none");
}

#[test]
fn several_resolutions_get_one_follow_up_and_one_longer_time_in_one_change_each_or_none_does() {
    let mut world = World::new();
    let body = world.body();
    let sessions = [world.session(&body, 8), world.session(&body, 9)];
    let mut ids: Vec<_> = sessions
        .iter()
        .map(|session| world.resolution(session, "متن", None))
        .collect();
    let before = world.archive();
    let reminded = FollowUp {
        date: Some(day(1401, 9, 1)),
        letter: Some("۱۲".into()),
        text: "یادآوری شد".into(),
        kind: FollowUpKind::Reminder,
        ..FollowUp::default()
    };
    let extension = Extension {
        deadline: read_deadline("یک ماه", Some(day(1401, 9, 1))),
        granted_on: Some(day(1401, 9, 1)),
        by: Some("استاندار".into()),
        letter: None,
    };
    let follow_ups = |ids: &[ResolutionId], follow_up: &FollowUp| Command::AddFollowUps {
        resolutions: ids.to_vec(),
        follow_up: follow_up.clone(),
    };
    let extensions = |ids: &[ResolutionId]| Command::ExtendDeadlines {
        resolutions: ids.to_vec(),
        extension: extension.clone(),
    };
    let empty = FollowUp::default();
    assert_eq!(
        world.refused(follow_ups(&ids, &empty)),
        Refusal::FieldIsEmpty("text")
    );
    for command in [follow_ups(&ids, &reminded), extensions(&ids)] {
        let done = world.run(command);
        assert!(done.entry.is_some() && done.session.is_none());
    }
    for id in &ids {
        let stored = world.stored(id);
        assert_eq!((stored.follow_ups.len(), stored.extensions.len()), (1, 1));
        assert!(stored.answers(None).next().is_none(), "a reminder is no answer");
    }
    world.run(Command::Undo);
    world.run(Command::Undo);
    assert_eq!(world.archive(), before, "each is one change");
    let stranger = ResolutionId::from("none/1");
    ids.push(stranger.clone());
    for command in [
        follow_ups(&ids, &reminded),
        extensions(&ids),
        Command::SetStatus {
            resolutions: ids.clone(),
            status: Status::Done,
        },
    ] {
        let Refusal::AtResolution { resolution, why } = world.refused(command) else {
            panic!("the row is named")
        };
        assert_eq!(
            (resolution, *why),
            (stranger.clone(), Refusal::NoSuchRecord("none/1".into()))
        );
    }
    assert_eq!(world.archive(), before, "all or none");
}

#[test]
fn a_follow_up_is_edited_or_taken_away_and_the_status_that_it_brought_goes_with_it() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let id = world.resolution(&session, TWO, None);
    world.go(&session, SessionState::Final);
    let follow_up = |text: &str, status, clause: Option<&str>| FollowUp {
        date: Some(day(1401, 9, 1)),
        text: text.into(),
        status,
        clause: clause.map(str::to_owned),
        ..FollowUp::default()
    };
    let all = [
        follow_up("در راه است", None, None),
        follow_up("پایان بند", Some(Status::Done), Some("الف")),
        follow_up("انجام شد", Some(Status::Done), None),
    ];
    for follow_up in all.clone() {
        world.run(Command::AddFollowUp {
            resolution: id.clone(),
            follow_up,
        });
    }
    let revise = |at: usize, before: &FollowUp, after: Option<FollowUp>| Command::ReviseFollowUp {
        resolution: id.clone(),
        at,
        before: before.clone(),
        after,
    };
    assert_eq!(world.refused(revise(0, &all[1], None)), Refusal::RecordIsStale);
    // Other words leave the status alone; another status takes its place.
    let words = follow_up("همه انجام شد", Some(Status::Done), None);
    world.run(revise(2, &all[2], Some(words.clone())));
    assert_eq!(world.stored(&id).status, Status::Done);
    let cancelled = follow_up("لغو شد", Some(Status::Cancelled), None);
    world.run(revise(2, &words, Some(cancelled.clone())));
    assert_eq!(world.stored(&id).status, Status::Cancelled);
    // An earlier one does not speak over a later one.
    let early = follow_up("در راه است", Some(Status::Done), None);
    world.run(revise(0, &all[0], Some(early.clone())));
    assert_eq!(world.stored(&id).status, Status::Cancelled);
    world.run(revise(2, &cancelled, None));
    let stored = world.stored(&id);
    assert_eq!((stored.status, stored.follow_ups.len()), (Status::Done, 2));
    world.run(revise(1, &all[1], None));
    assert_eq!(world.stored(&id).status_of(Some("الف")), Status::Open);
    world.run(revise(0, &early, None));
    assert_eq!(world.stored(&id).status, Status::Open);
    world.run(Command::Undo);
    assert_eq!(world.stored(&id).follow_ups, [early]);
    assert_eq!(world.stored(&id).status, Status::Done);
}

#[test]
fn a_longer_time_moves_the_day_and_keeps_the_first_one() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session_on(&body, 8, day(1401, 8, 20));
    let after = Resolution {
        id: ResolutionId::in_session(&session, ""),
        text: "متن".into(),
        deadline: Some(read_deadline("ده روز", Some(day(1401, 8, 20)))),
        ..Resolution::default()
    };
    world.run(Command::RecordResolution {
        before: None,
        after: Box::new(after),
    });
    let row = world.view(&session).resolutions.remove(0);
    assert_eq!((row.due, row.overdue), (Some(day(1401, 8, 30)), true));
    let id = row.resolution.id;
    world.go(&session, SessionState::Final);
    let extend = |written: &str, granted_on| Command::ExtendDeadline {
        resolution: id.clone(),
        clause: None,
        extension: Extension {
            deadline: read_deadline(written, granted_on),
            granted_on,
            by: Some("استاندار".into()),
            letter: Some("۱۲۳".into()),
        },
    };
    world.run(extend("یک ماه", Some(day(1401, 8, 29))));
    let row = world.view(&session).resolutions.remove(0);
    assert_eq!((row.due, row.overdue), (Some(day(1401, 9, 29)), false));
    assert_eq!(row.first_due, Some(day(1401, 8, 30)));
    assert_eq!(
        row.resolution.deadline.map(|d| d.written).as_deref(),
        Some("ده روز")
    );
    assert_eq!(
        world.refused(extend(" ", None)),
        Refusal::FieldIsEmpty("deadline")
    );
    world.run(Command::Undo);
    assert_eq!(world.view(&session).resolutions[0].due, Some(day(1401, 8, 30)));
}

#[test]
fn a_review_goes_by_who_leads_and_shows_what_is_late_first_and_what_was_done_last() {
    let mut world = World::new();
    let body = world.body();
    let record = |world: &mut World, session: &SessionId, text: &str, who: &[&str], deadline: &str| {
        let responsible = who.iter().map(|written| Responsible {
            written: (*written).into(),
            organisation: None,
        });
        let after = Resolution {
            id: ResolutionId::in_session(session, ""),
            text: text.into(),
            responsible: responsible.collect(),
            deadline: (!deadline.is_empty()).then(|| read_deadline(deadline, None)),
            ..Resolution::default()
        };
        match world
            .run(Command::RecordResolution {
                before: None,
                after: Box::new(after),
            })
            .created
            .as_slice()
        {
            [Created::Resolution(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    };
    let old = world.session_on(&body, 1, day(1401, 3, 1));
    let done_long_ago = record(&mut world, &old, "انجام شده", &["برق"], "");
    record(&mut world, &old, "بی‌مهلت", &["آب", "برق"], "مستمر");
    let last = world.session_on(&body, 2, day(1401, 8, 1));
    record(&mut world, &last, "دیر", &["آب"], "ده روز");
    record(&mut world, &last, "در وقت", &["آب"], "شش ماه");
    let done_now = record(&mut world, &last, "تازه انجام شده", &["آب"], "");
    record(&mut world, &last, "بی‌صاحب", &[], "");
    for resolutions in [vec![done_long_ago], vec![done_now]] {
        world.run(Command::SetStatus {
            resolutions,
            status: Status::Done,
        });
    }
    let session = world.session_on(&body, 3, day(1401, 9, 1));
    record(&mut world, &session, "از همین جلسه", &["آب"], "");
    let query = Query::OpenOfBody {
        body,
        before: Some(session),
    };
    let answer = world.office.read(&query, day(1401, 9, 1)).expect("readable");
    let Answer::OpenOfBody(groups) = answer else {
        panic!("{answer:?}")
    };
    let names: Vec<_> = groups.iter().map(|g| g.name.as_str()).collect();
    assert_eq!(names, ["آب", ""], "what was done long ago is no news");
    let rows: Vec<_> = groups[0]
        .rows
        .iter()
        .map(|r| (r.row.resolution.text.as_str(), r.light))
        .collect();
    let expected = [
        ("دیر", Light::Late),
        ("در وقت", Light::InTime),
        ("بی‌مهلت", Light::InTime),
        ("تازه انجام شده", Light::Done),
    ];
    assert_eq!(rows, expected);
}
