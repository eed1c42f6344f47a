//! A vote by its keys: those present are for it until somebody says otherwise, and the rule of the body says what it
//! comes to.

use super::closing;
use super::desk::Desk;
use crate::domain::attendance::{Presence, Tally};
use crate::domain::body::Rules;
use crate::domain::vote::{Ballot, Cast, Majority, Vote, VoteCount, Voters};
use crate::office::command::Command;
use crate::office::query::SessionView;

/// The resolutions of session eight, in which everybody is present and two thirds of them are needed.
fn resolutions() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down>5");
    read_anew(&mut desk, |_| {});
    desk
}

fn read_anew(desk: &mut Desk, change: impl FnOnce(&mut SessionView)) {
    closing::read_anew(desk, |view| {
        for row in &mut view.roll {
            row.attendance.status = Presence::Present;
        }
        view.tally = Tally::of(view.roll.iter().map(|row| row.attendance.status));
        view.body.rules = vec![Rules {
            majority: Some(Majority::AtLeast {
                of: 2,
                parts: 3,
                among: Voters::Present,
            }),
            ..Rules::default()
        }];
        change(view);
    });
}

fn count(in_favour: u32, against: u32, abstaining: u32) -> VoteCount {
    VoteCount {
        in_favour,
        against,
        abstaining,
    }
}

fn vote(desk: &mut Desk) -> Option<Vote> {
    match desk.command() {
        Command::RecordVote {
            resolution,
            before: _,
            after,
        } => {
            assert_eq!(resolution.as_str(), "s8/r1");
            after
        }
        other => panic!("a vote was expected: {other:?}"),
    }
}

#[test]
fn a_vote_by_count_takes_six_keys_in_all() {
    let mut desk = resolutions();
    let keys = ["f", "<Tab>", "1", "<Tab>", "1", "<Enter>"];
    assert!(keys.len() <= 6);
    keys.iter().for_each(|key| {
        desk.press(key);
    });
    let cast = Cast::Count(count(3, 1, 1));
    assert_eq!(vote(&mut desk), Some(Vote { at: None, cast }));
}

#[test]
fn everybody_for_it_takes_two_keys() {
    let mut desk = resolutions();
    desk.press("f<Enter>");
    assert_eq!(
        vote(&mut desk).map(|vote| vote.cast),
        Some(Cast::Count(count(5, 0, 0)))
    );
}

#[test]
fn a_number_that_was_typed_stays_whatever_the_others_are() {
    let mut desk = resolutions();
    desk.press("f2<Tab>1<Enter>");
    assert_eq!(
        vote(&mut desk).map(|vote| vote.cast),
        Some(Cast::Count(count(2, 1, 0)))
    );
}

#[test]
fn the_rule_of_the_body_is_said_while_numbers_are_typed() {
    let mut desk = resolutions();
    desk.press("f").assert_shows("به اکثریت لازم (۴ رأی) رسید");
    desk.press("<Tab>2").assert_shows("به اکثریت لازم (۴ رأی) نرسید");
    desk.press("<Tab>4").assert_shows("شمار آرا از حاضران بیشتر است");
}

#[test]
fn a_secret_vote_is_chosen_beside_its_numbers() {
    let mut desk = resolutions();
    desk.press("f<Tab><Tab><Tab> <Enter>");
    let voted = vote(&mut desk).map(|vote| vote.cast);
    assert_eq!(voted, Some(Cast::Secret(count(5, 0, 0))));
}

#[test]
fn a_vote_is_read_on_the_page_of_its_resolution_and_taken_away_with_its_numbers() {
    let mut desk = resolutions();
    let voted = Vote {
        at: None,
        cast: Cast::Count(count(3, 1, 1)),
    };
    desk.press("<Enter>");
    read_anew(&mut desk, |view| {
        view.resolutions[0].resolution.vote = Some(voted)
    });
    desk.assert_shows("۳ موافق، ۱ مخالف، ۱ ممتنع");
    desk.assert_shows("نرسید");
    desk.press("f<Del><Tab><Del><Tab><Del><Enter>");
    assert_eq!(vote(&mut desk), None);
}

#[test]
fn final_minutes_take_no_vote() {
    let mut desk = Desk::persian();
    desk.press("5f").assert_nothing_changed().assert_shows("اصلاحیه");
}

#[test]
fn a_vote_by_name_takes_a_key_a_seat_and_one_for_the_rest() {
    let mut desk = resolutions();
    desk.press("gp");
    read_anew(&mut desk, |_| {});
    desk.assert_shows("۰ موافق");
    let cast = |desk: &mut Desk| match desk.command() {
        Command::CastBallots { ballots, .. } => ballots,
        other => panic!("ballots were expected: {other:?}"),
    };
    desk.press("2");
    assert_eq!(cast(&mut desk), [("seat1".into(), Some(Ballot::Against))]);
    desk.press("۳");
    assert_eq!(cast(&mut desk), [("seat2".into(), Some(Ballot::Abstaining))]);
    let known = [
        ("seat1".into(), Ballot::Against),
        ("seat2".into(), Ballot::Abstaining),
    ];
    read_anew(&mut desk, |view| {
        view.resolutions[0].resolution.vote = Some(Vote {
            at: None,
            cast: Cast::ByName(known.into()),
        });
    });
    desk.assert_shows("۱ مخالف، ۱ ممتنع").assert_shows("نرسید");
    desk.press("i");
    let rest: Vec<String> = cast(&mut desk).into_iter().map(|(seat, _)| seat.0).collect();
    assert_eq!(rest, ["seat3", "seat4", "seat5"]);
    desk.press("<Home><Del>");
    assert_eq!(cast(&mut desk), [("seat1".into(), None)]);
}

#[test]
fn a_vote_that_was_taken_by_name_opens_by_name() {
    let mut desk = resolutions();
    read_anew(&mut desk, |view| {
        view.resolutions[0].resolution.vote = Some(Vote {
            at: None,
            cast: Cast::ByName([("seat1".into(), Ballot::For)].into()),
        });
    });
    desk.press("f").assert_shows("رأی با نام: کنتور هوشمند");
}
