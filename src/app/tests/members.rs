//! Members, organisations and bodies by their keys: entered one after the other, mended, moved, merged, taken away.

use super::desk::Desk;
use crate::calendar::Day;
use crate::domain::seat::{Holder, Seat};
use crate::office::command::{Command, Done, Removal};
use crate::office::query::Query;

fn recorded(desk: &mut Desk) -> Seat {
    match desk.command() {
        Command::RecordSeat { after, .. } => after,
        other => panic!("a seat was expected: {other:?}"),
    }
}

fn removal(desk: &mut Desk) -> Removal {
    match desk.command() {
        Command::Remove(removal) => removal,
        other => panic!("a removal was expected: {other:?}"),
    }
}

fn saved() -> Done {
    Done {
        entry: Some(42),
        ..Done::default()
    }
}

/// The list of members.
fn members() -> Desk {
    let mut desk = Desk::persian();
    desk.press("w").left_over();
    desk
}

#[test]
fn a_member_takes_three_keystrokes_beside_what_is_typed_and_the_next_one_follows() {
    let mut desk = members();
    desk.press("a");
    for (at, (seat, person, post)) in [
        ("فرمانداری", "زهرا نوری", "فرماندار"),
        ("شهرداری", "رضا کاوه", "شهردار"),
    ]
    .into_iter()
    .enumerate()
    {
        let keys = ["<Tab>", "<Tab>", "<C-e>"];
        for (typed, key) in [seat, person, post].into_iter().zip(keys) {
            desk.press(typed).press(key);
        }
        let made = recorded(&mut desk);
        assert_eq!((made.name.as_str(), made.order), (seat, 6 + at as u32));
        assert_eq!(made.holders[0].name, person);
        assert_eq!(made.holders[0].post.as_deref(), Some(post));
        desk.did(Ok(saved())).assert_shows("دستگاه عضو");
    }
    desk.press("<Esc>").assert_hides("نام شخص");
}

#[test]
fn seat_person_and_the_days_of_the_person_are_three_things() {
    let mut desk = members();
    desk.press("e");
    for label in [
        "دستگاه عضو",
        "نام شخص",
        "سمت شخص",
        "در این جا از",
        "در این جا تا",
        "عضویت دستگاه از",
    ] {
        desk.assert_shows(label);
    }
    desk.press("<Tab><Tab><Tab><Tab>۱۴۰۱/۱/۱<F2>");
    let seat = recorded(&mut desk);
    assert_eq!(seat.holders[0].from, Day::from_jalali(1401, 1, 1).ok());
    assert_eq!((seat.from, seat.until), (None, None));
}

#[test]
fn another_name_is_the_same_person_until_it_is_said_to_be_another_one() {
    let mut desk = members();
    desk.press("e<Tab><End>ان")
        .assert_shows("اصلاح می‌شود")
        .press("<F2>");
    let mended = recorded(&mut desk).holders;
    assert_eq!(mended.len(), 1);
    assert_eq!(mended[0].name, "مهرداد کیانیان");
}

#[test]
fn a_change_of_the_holder_asks_from_which_day() {
    let mut desk = members();
    desk.press("e<Tab><C-a>زهرا نوری<Tab><Tab><Left>")
        .assert_shows("روز آمدن شخص تازه")
        .press("<F2>")
        .assert_shows("از چه روزی")
        .assert_nothing_changed();
    desk.press("۱۴۰۲/۲/۱<F2>");
    let holders = recorded(&mut desk).holders;
    let day = |day| Day::from_jalali(1402, 2, day).ok();
    let was = Holder {
        name: "مهرداد کیانی".to_owned(),
        until: Day::from_jalali(1402, 1, 31).ok(),
        ..Holder::default()
    };
    let is = Holder {
        name: "زهرا نوری".to_owned(),
        from: day(1),
        ..Holder::default()
    };
    assert_eq!(holders, [was, is]);
}

#[test]
fn two_organisations_are_merged_by_four_keystrokes() {
    let mut desk = members();
    desk.press("2<Down>");
    for key in ["h", "<Enter>", "<Up>", "<Enter>"] {
        desk.press(key);
    }
    assert!(matches!(removal(&mut desk), Removal::IntoOrganisation { .. }));
}

#[test]
fn what_a_removal_touches_is_seen_before_and_the_harmless_answer_is_the_chosen_one() {
    let mut desk = members();
    desk.press("2d")
        .assert_shows("دست می‌خورد: ۳ مصوبه، ۱ عضو")
        .assert_shows("امضاشده همان می‌ماند")
        .press("<Enter>")
        .assert_nothing_changed();
    desk.press("d<Up><Enter>");
    assert!(matches!(removal(&mut desk), Removal::Organisation(_)));
    desk.done();
    desk.press("1d<Up><Enter>");
    assert!(matches!(removal(&mut desk), Removal::Seat(_)));
    desk.done();
    desk.press("3d<Up><Enter>");
    assert!(matches!(removal(&mut desk), Removal::Body(_)));
}

#[test]
fn a_session_that_was_taken_in_twice_is_put_into_the_other_one() {
    let mut desk = Desk::persian();
    desk.press("<Down>y")
        .assert_shows("در کدام ادغام شود")
        .press("<Enter>1");
    assert!(matches!(removal(&mut desk), Removal::IntoSession { .. }));
}

#[test]
fn a_seat_is_moved_by_keys_and_the_selection_goes_with_it() {
    let mut desk = members();
    desk.press("<Down>[");
    match desk.command() {
        Command::MoveSeat { seat, places } => assert_eq!((seat.as_str(), places), ("seat2", -1)),
        other => panic!("a move was expected: {other:?}"),
    }
    desk.done();
    desk.press("[").assert_nothing_changed();
}

#[test]
fn a_slip_in_the_name_of_an_organisation_is_questioned() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5a<Tab><Tab>سازمان جهاد کشاوزری")
        .assert_shows("سازمان جهاد کشاورزی");
    desk.press("<Down><Enter>")
        .assert_shows("نزدیک به «سازمان جهاد کشاورزی»");
    desk.press("<Esc>");
    let mut desk = members();
    desk.press("2aسازمان جهاد کشاوزری").assert_shows("همان است؟");
}

#[test]
fn a_key_that_does_nothing_where_one_is_stands_in_no_help() {
    let mut desk = members();
    desk.press("<F1>").assert_hides("مقررات").press("<Esc>");
    desk.press("3<F1>").assert_shows("مقررات").press("<Esc>");
    let mut desk = Desk::new(crate::words::Lang::Fa, 100, 60);
    desk.press("<Down><Enter>4a<F1>")
        .assert_hides("یافتن مصوبه پیشین")
        .assert_hides("جدا کردن از این‌جا")
        .assert_hides("دیدن مصوبه همانند");
    let mut desk = Desk::new(crate::words::Lang::Fa, 100, 60);
    desk.press("<Enter>3<F1>").assert_hides("دیر آمد");
}

#[test]
fn after_a_removal_the_lists_are_read_anew() {
    let mut desk = members();
    desk.press("d<Up><Enter>");
    let left = desk.left_over();
    let then = left.iter().find_map(|effect| match effect {
        crate::app::Effect::Do { then, .. } => Some(then),
        _ => None,
    });
    assert!(then.is_some_and(|then| then.contains(&Query::Bodies)), "{left:?}");
}

#[test]
fn what_is_typed_takes_the_place_of_what_stood_in_a_line_that_was_come_to() {
    let mut desk = members();
    desk.press("e<Tab>زهرا نوری<F2>");
    assert_eq!(recorded(&mut desk).holders[0].name, "زهرا نوری");
    let mut desk = members();
    desk.press("e<Tab><Tab>وزیر<S-Tab><S-Tab>فرمانداری<F2>");
    let seat = recorded(&mut desk);
    assert_eq!(seat.name, "فرمانداری");
    assert_eq!(seat.holders[0].name, "مهرداد کیانی");
}

#[test]
fn a_day_is_written_as_tomorrow_or_yesterday() {
    let mut desk = members();
    desk.press("e<Tab><Tab><Tab><Tab>دیروز")
        .assert_shows("۱۴۰۲/۰۲/۰۹")
        .press("<Tab>فردا<F2>");
    let seat = recorded(&mut desk);
    let day = |day| Day::from_jalali(1402, 2, day).ok();
    assert_eq!((seat.holders[0].from, seat.holders[0].until), (day(9), day(11)));
}

#[test]
fn a_change_is_told_with_what_was_before_and_what_is_after() {
    let mut desk = Desk::persian();
    desk.press("h<Enter>")
        .assert_shows("تغییر ۴۱")
        .assert_shows("مهرداد کیانی")
        .assert_shows("مهرداد کیانیان");
    desk.press("<Esc>").assert_shows("تاریخچه");
}
