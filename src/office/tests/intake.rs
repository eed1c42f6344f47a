//! Minutes looked over before they are stored: what is asked, by what the office knows. Does not know how it is shown.

use super::*;
use crate::domain::seat::Holder;
use crate::office::intake::{Intake, IntakeAnswers, IntakeMatter, MatterAbout, Reviewed, review};
use std::sync::Arc;

const HEAD: &str = "صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد\nتاریخ: ۱۴۰۲/۰۱/۲۰\n";

fn looked_over(world: &World, text: &str, answers: &IntakeAnswers) -> Reviewed {
    let intake = Arc::new(Intake::pasted(text).unwrap());
    review(&world.office, &intake, answers).expect("a review")
}

fn open(reviewed: &Reviewed) -> Vec<&IntakeMatter> {
    reviewed.matters.iter().filter(|matter| !matter.is_said).collect()
}

/// An office with the body, a seat that somebody holds, and an organisation.
fn world() -> World {
    let mut world = World::new();
    let text = format!("{HEAD}\nمصوبات:\n۱- نهر پاک شود.\n");
    let first = looked_over(&world, &text, &IntakeAnswers::default());
    world.run(Command::ImportSession(Box::new(first.session)));
    let (body, _) = read::bodies(&world.office).expect("bodies").remove(0);
    world.run(Command::RecordSeat {
        before: None,
        after: Seat {
            body: body.id,
            name: "اداره منابع آب".into(),
            order: 1,
            holders: vec![Holder {
                name: "بهرام صدر".into(),
                ..Holder::default()
            }],
            ..Seat::default()
        },
    });
    world.run(Command::RecordOrganisation {
        before: None,
        after: Organisation {
            name: "شهرداری مهرآباد".into(),
            ..Organisation::default()
        },
    });
    world
}

/// Minutes of the next session with these lines below the head.
fn next(below: &str) -> String {
    format!(
        "{}\n{below}",
        HEAD.replace("سومین", "چهارمین").replace("۰۱/۲۰", "۰۲/۲۰")
    )
}

#[test]
fn plain_minutes_of_a_known_body_ask_nothing_and_say_where_everything_stands() {
    let world = world();
    let text = next("حاضرین:\n۱- اداره منابع آب\n\nمصوبات:\n۱- نهر پاک شود.\n۲- راه باز شود.\n");
    let reviewed = looked_over(&world, &text, &IntakeAnswers::default());
    assert!(open(&reviewed).is_empty(), "{:?}", reviewed.matters);
    assert_eq!(reviewed.known_body.as_deref(), Some("کمیته آب شهرستان مهرآباد"));
    let of_resolutions = reviewed.places.iter().rev().take(2);
    let lines: Vec<&str> = of_resolutions
        .map(|place| reviewed.intake.line(place.line))
        .collect();
    assert_eq!(lines, ["۲- راه باز شود.", "۱- نهر پاک شود."]);
}

#[test]
fn a_name_that_is_no_seat_is_asked_about_once() {
    let mut world = world();
    let text = next("حاضرین:\n۱- نماینده منابع آبی\n\nمصوبات:\n۱- راه باز شود.\n");
    let reviewed = looked_over(&world, &text, &IntakeAnswers::default());
    let matters = open(&reviewed);
    let [
        IntakeMatter {
            about: MatterAbout::Seat { name, likely, .. },
            line,
            ..
        },
    ] = matters.as_slice()
    else {
        panic!("{matters:?}")
    };
    assert_eq!(reviewed.intake.line(*line), "۱- نماینده منابع آبی");
    let mut answers = IntakeAnswers::default();
    answers.learnt.say_seat(name, likely[0].0.clone());
    let told = looked_over(&world, &text, &answers);
    assert!(open(&told).is_empty(), "{:?}", told.matters);
    world.run(Command::ImportSession(Box::new(told.session)));
    let again = next("حاضرین:\n۱- نماینده منابع آبی\n").replace("چهارمین", "پنجمین");
    let again = looked_over(&world, &again, &IntakeAnswers::default());
    assert!(open(&again).is_empty(), "{:?}", again.matters);
}

#[test]
fn an_organisation_that_may_be_a_known_one_is_asked_about_and_becomes_its_other_name() {
    let mut world = world();
    let table = "مصوبات:\nردیف\tشرح مصوبه\tمسئول پیگیری\n۱\tنهر پاک شود\tشهردار مهرآباد\n";
    let reviewed = looked_over(&world, &next(table), &IntakeAnswers::default());
    let matters = open(&reviewed);
    let [
        IntakeMatter {
            about: MatterAbout::Organisation { name, likely, .. },
            ..
        },
    ] = matters.as_slice()
    else {
        panic!("{matters:?}")
    };
    let mut answers = IntakeAnswers::default();
    answers.other_names.insert(name.clone(), likely[0].0.clone());
    let told = looked_over(&world, &next(table), &answers);
    world.run(Command::ImportSession(Box::new(told.session)));
    let organisations = read::organisations(&world.office).expect("organisations");
    let of_city = organisations.iter().find(|one| one.name == "شهرداری مهرآباد");
    assert_eq!(of_city.expect("the known one").aliases, ["شهردار مهرآباد"]);
    // The other one sits in the body.
    assert_eq!(organisations.len(), 2);
}

#[test]
fn a_deadline_in_words_of_the_office_is_asked_about_until_somebody_says_what_it_means() {
    let world = world();
    let table = "مصوبات:\nردیف\tشرح مصوبه\tمهلت\n۱\tنهر پاک شود\tتا گشایش کارها\n";
    let reviewed = looked_over(&world, &next(table), &IntakeAnswers::default());
    let matters = open(&reviewed);
    let [
        IntakeMatter {
            about: MatterAbout::Deadline { written, .. },
            ..
        },
    ] = matters.as_slice()
    else {
        panic!("{matters:?}")
    };
    let mut answers = IntakeAnswers::default();
    answers.learnt.say_deadline(written, "یک ماه");
    let told = looked_over(&world, &next(table), &answers);
    assert!(open(&told).is_empty());
    let deadline = told.session.resolutions[0].deadline.clone().expect("a deadline");
    assert_eq!(
        deadline.due(
            told.session.session.date,
            crate::domain::deadline::DaysAfter::default(),
            &[]
        ),
        Some(day(1402, 3, 20))
    );
}

#[test]
fn a_body_of_another_name_and_a_day_that_is_missing_are_asked_about() {
    let world = world();
    let text = "صورتجلسه سومین جلسه کمیته آب مهرآباد\n\nمصوبات:\n۱- نهر پاک شود.\n۲- راه باز شود.\n";
    let reviewed = looked_over(&world, text, &IntakeAnswers::default());
    let kinds: Vec<bool> = open(&reviewed)
        .iter()
        .map(|matter| matches!(matter.about, MatterAbout::Body { .. } | MatterAbout::Date { .. }))
        .collect();
    assert_eq!(kinds, [true, true]);
    let answers = IntakeAnswers {
        body: Some("کمیته آب شهرستان مهرآباد".to_owned()),
        date: Some(day(1402, 3, 3)),
        ..IntakeAnswers::default()
    };
    let told = looked_over(&world, text, &answers);
    assert!(open(&told).is_empty());
    assert!(told.known_body.is_some());
    assert_eq!(told.session.session.date, Some(day(1402, 3, 3)));
}

#[test]
fn the_same_source_is_known_again() {
    let mut world = world();
    let text = next("مصوبات:\n۱- راه باز شود.\n");
    let first = looked_over(&world, &text, &IntakeAnswers::default());
    assert_eq!(first.already, None);
    let done = world.run(Command::ImportSession(Box::new(first.session)));
    let second = looked_over(&world, &text, &IntakeAnswers::default());
    assert_eq!(second.already, done.session);
}
