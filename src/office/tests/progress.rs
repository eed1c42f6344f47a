//! What comes of resolutions: clauses, states, longer times, the review. Does not know how it is shown.

use super::*;
use crate::domain::resolution::{ClauseState, Extension};
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
    assert_eq!(refusal, Refusal::NoSuchRecord("none/1".into()));
    assert_eq!(world.archive(), before, "all or none");
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
    let answer = read::answer(&world.store, &query, day(1401, 9, 1)).expect("readable");
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
