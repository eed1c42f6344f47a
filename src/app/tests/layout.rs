//! The layout of a body's minutes, by its keys: sections and columns in and out, moved, wider, with the days of the rules.

use super::desk::Desk;
use super::fixture::{self, day};
use crate::app::Msg;
use crate::domain::body::{Body, Rules};
use crate::domain::minutes_layout::{AttendanceForm, MinutesLayout, ResolutionField, Section};
use crate::office::command::Command;
use crate::office::query::{Answer, Query};

/// The bodies, the first one with these rules.
fn told(desk: &mut Desk, rules: Vec<Rules>) {
    let Answer::Bodies(mut bodies) = fixture::answer(&Query::Bodies) else {
        panic!()
    };
    bodies[0].0.rules = rules;
    desk.tell(Msg::Answered(Query::Bodies, Box::new(Answer::Bodies(bodies))));
}

/// The layout of a body without rules.
fn page() -> Desk {
    let mut desk = Desk::persian();
    desk.press("w3o");
    desk
}

fn recorded(desk: &mut Desk) -> Body {
    match desk.command() {
        Command::RecordBody { after, .. } => after,
        other => panic!("{other:?}"),
    }
}

fn layout(desk: &mut Desk) -> MinutesLayout {
    let body = recorded(desk);
    let [rules] = body.rules.as_slice() else {
        panic!("{:?}", body.rules)
    };
    assert_eq!(rules.from, Some(fixture::today()));
    rules.layout.clone().unwrap()
}

#[test]
fn a_section_is_put_out_and_stands_behind_the_others_until_it_is_put_in() {
    let mut desk = page();
    desk.assert_shows("اهم مطالب مطروحه").press("<Down> ");
    let body = recorded(&mut desk);
    let mut usual = MinutesLayout::default();
    usual.sections.remove(1);
    assert_eq!(body.rules[0].layout, Some(usual.clone()));
    desk.done();
    told(&mut desk, body.rules);
    // The selection went with it, to its place among those that are out.
    desk.press(" ");
    let after = recorded(&mut desk).rules[0].layout.clone().unwrap();
    assert_eq!(after.sections.last(), Some(&Section::Agenda));
    assert_eq!(after.sections.len(), Section::ALL.len());
}

#[test]
fn enter_which_opens_things_elsewhere_takes_nothing_out() {
    let mut desk = page();
    desk.press("<Down><Enter>").assert_nothing_changed();
    desk.press("<End><Up><Enter>").assert_nothing_changed();
}

#[test]
fn two_keys_move_what_is_selected_and_stop_at_the_ends() {
    let mut desk = page();
    desk.press("[").assert_nothing_changed();
    desk.press("]");
    let moved = layout(&mut desk);
    assert_eq!(moved.sections[..2], [Section::Agenda, Section::Head]);
    let mut desk = page();
    desk.press("<End><Up>[");
    let moved = layout(&mut desk);
    let fields: Vec<ResolutionField> = moved.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields[3..],
        [ResolutionField::Responsible, ResolutionField::Deadline]
    );
    assert_eq!(moved.sections, MinutesLayout::default().sections);
}

#[test]
fn a_column_is_made_wider_and_narrower_and_attendance_is_told_in_sentences() {
    let mut desk = page();
    desk.press("<End><Up>+");
    assert_eq!(layout(&mut desk).columns[4].share, 19);
    let mut desk = page();
    desk.press("<End><Up>-");
    assert_eq!(layout(&mut desk).columns[4].share, 17);
    let mut desk = page();
    desk.assert_shows("حضور در جدول").press("<End> ");
    assert_eq!(layout(&mut desk).attendance, AttendanceForm::Running);
}

#[test]
fn the_last_section_stays() {
    let mut desk = page();
    let alone = MinutesLayout {
        sections: vec![Section::Resolutions],
        ..MinutesLayout::default()
    };
    let rules = Rules {
        from: Some(fixture::today()),
        layout: Some(alone),
        ..Rules::default()
    };
    told(&mut desk, vec![rules]);
    desk.press(" ").assert_shows("دست‌کم یکی باید بماند.");
    desk.assert_nothing_changed();
}

#[test]
fn a_layout_belongs_to_the_days_of_its_rules_and_leaves_the_others_alone() {
    let old = Rules {
        until: Some(day(1401, 12, 29)),
        minutes_within_days: Some(9),
        ..Rules::default()
    };
    let new = Rules {
        from: Some(day(1402, 1, 1)),
        minutes_within_days: Some(7),
        ..Rules::default()
    };
    let mut desk = Desk::persian();
    desk.press("w3");
    told(&mut desk, vec![old.clone(), new.clone()]);
    desk.press("o").assert_shows("از ۱۴۰۲/۰۱/۰۱ تا —").press("1");
    told(&mut desk, vec![old.clone(), new.clone()]);
    desk.assert_shows("از — تا ۱۴۰۱/۱۲/۲۹").press(" ");
    let after = recorded(&mut desk);
    assert_eq!(after.rules[1], new);
    assert_eq!(after.rules[0].minutes_within_days, Some(9));
    let sections = after.rules[0].layout.clone().unwrap().sections;
    assert_eq!(sections.first(), Some(&Section::Agenda));
}
