//! Names of an imported attendance against the seats of a body. Does not know how minutes are read.

use super::*;
use crate::domain::seat::Holder;
use crate::office::command::DoubtKind;
use crate::office::seating::{NamedSeat, Seating, seating};

fn seat(name: &str, holder: Option<(&str, &str)>) -> Seat {
    let holder = holder.map(|(name, post)| Holder {
        name: name.into(),
        post: Some(post.into()),
        ..Holder::default()
    });
    Seat {
        id: SeatId(name.into()),
        name: name.into(),
        holders: holder.into_iter().collect(),
        ..Seat::default()
    }
}

fn seats() -> Vec<Seat> {
    vec![
        seat("شرکت گاز استان", Some(("رضا کاوه‌نیا", "مدیرعامل"))),
        seat("فرمانداری", Some(("زهرا نوری", "فرماندار"))),
        seat("اداره کل آموزش و پرورش", None),
    ]
}

/// A name with who sat there, and how.
fn mark(name: &str, person: Option<&str>, status: Presence) -> (String, Attendance) {
    let mark = Attendance {
        status,
        person: person.map(str::to_owned),
        ..Attendance::default()
    };
    (name.to_owned(), mark)
}

fn seated(attendance: Vec<(String, Attendance)>) -> Seating {
    let imported = ImportedSession {
        body_name: "کمیته آب شهرستان مهرآباد".into(),
        session: Session {
            date: Some(day(1402, 4, 13)),
            ..Session::default()
        },
        attendance,
        ..ImportedSession::default()
    };
    seating(&imported, &seats(), &[])
}

fn ticked(seating: &Seating) -> Vec<(String, Presence)> {
    let name = |seat: &NamedSeat| match seat {
        NamedSeat::Known(id) => id.to_string(),
        NamedSeat::New(name) => format!("+{name}"),
    };
    seating
        .seats
        .iter()
        .map(|(seat, mark)| (name(seat), mark.status))
        .collect()
}

#[test]
fn a_member_is_known_by_name_by_office_and_by_both_in_any_order() {
    for (name, person) in [
        ("مدیرعامل شرکت گاز", Some("آقای رضا كاوه نيا")),
        ("رضا کاوه نیا، مدیرعامل شرکت گاز", None),
        ("مدیرعامل شرکت گاز (رضا کاوه‌نیا)", None),
        ("آقای مهندس رضا کاوه نیا", None),
        ("شركت گاز", Some("علی رضایی")),
        ("مدیرعامل محترم شرکت گاز", None),
        ("شرکت گاز شهرستان مهرآباد", None),
    ] {
        let found = seated(vec![mark(name, person, Presence::Present)]);
        let wanted = [("شرکت گاز استان".to_owned(), Presence::Present)];
        assert_eq!(ticked(&found), wanted, "{name}");
        assert!(found.guests.is_empty() && found.doubts.is_empty(), "{name}");
    }
}

#[test]
fn a_holder_who_sat_in_the_own_seat_is_nobody_else_and_others_keep_their_words() {
    let person = |name: &str, person| {
        seated(vec![mark(name, person, Presence::Present)]).seats[0]
            .1
            .person
            .clone()
    };
    assert_eq!(person("مدیرعامل شرکت گاز", Some("آقای رضا کاوه نیا")), None);
    assert_eq!(
        person("شرکت گاز", Some("علی رضایی")).as_deref(),
        Some("علی رضایی")
    );
    let with_news = person("شرکت گاز", Some("رضا کاوه نیا، قائم مقام شهردار"));
    assert_eq!(with_news.as_deref(), Some("رضا کاوه نیا، قائم مقام شهردار"));
}

#[test]
fn whoever_has_no_seat_is_a_guest_with_name_and_post() {
    let found = seated(vec![mark("دهیار سرخ‌رود", Some("حسن ذاکری"), Presence::Present)]);
    let guest = Guest {
        name: "حسن ذاکری".into(),
        post: Some("دهیار سرخ‌رود".into()),
    };
    assert_eq!(found.guests, [guest]);
}

#[test]
fn a_missed_name_that_is_like_a_member_makes_no_second_seat() {
    let found = seated(vec![mark("آموزش و پرورش شهرستان", None, Presence::Absent)]);
    assert_eq!(
        ticked(&found),
        [("اداره کل آموزش و پرورش".to_owned(), Presence::Absent)]
    );
    let found = seated(vec![mark(
        "نماینده آموزش و پرورش ناحیه دو",
        None,
        Presence::Absent,
    )]);
    assert_eq!(ticked(&found), []);
    assert_eq!(found.kept.len(), 1);
    assert!(matches!(&found.doubts[0].kind, DoubtKind::PerhapsSeat { seat, .. } if seat.contains("آموزش")));
    let found = seated(vec![mark("دادگستری", None, Presence::Absent)]);
    assert_eq!(ticked(&found), [("+دادگستری".to_owned(), Presence::Absent)]);
    assert!(
        matches!(found.doubts[0].kind, DoubtKind::SeatIsNew { .. }),
        "and it is told"
    );
}

#[test]
fn a_seat_named_twice_with_two_statuses_is_unticked_and_both_are_kept() {
    for (first, second) in [
        (Presence::Present, Presence::Video),
        (Presence::Present, Presence::Absent),
        (Presence::Excused, Presence::Present),
        (Presence::Absent, Presence::Excused),
    ] {
        let names = vec![
            mark("فرمانداری", None, first),
            mark("فرماندار", Some("زهرا نوری"), second),
        ];
        let found = seated(names);
        assert_eq!(
            ticked(&found),
            [("فرمانداری".to_owned(), Presence::Unticked)],
            "{first:?}"
        );
        let kept: Vec<&str> = found.kept.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(kept, ["فرمانداری", "زهرا نوری، فرماندار"]);
        assert!(found.guests.is_empty());
        let kind = DoubtKind::SeatTwice {
            seat: "فرمانداری".into(),
            first,
            second,
            taken: Presence::Unticked,
        };
        assert_eq!(found.doubts[0].kind, kind);
    }
}

#[test]
fn a_seat_of_which_nothing_is_said_is_unticked_and_what_is_said_elsewhere_counts() {
    let unticked = || mark("فرمانداری", None, Presence::Unticked);
    let found = seated(vec![unticked()]);
    assert_eq!(ticked(&found), [("فرمانداری".to_owned(), Presence::Unticked)]);
    for names in [
        vec![unticked(), mark("فرمانداری", None, Presence::Present)],
        vec![mark("فرمانداری", None, Presence::Present), unticked()],
    ] {
        let found = seated(names);
        assert_eq!(ticked(&found), [("فرمانداری".to_owned(), Presence::Present)]);
        assert!(found.doubts.is_empty());
    }
    let stranger = seated(vec![mark("دهیار سرخ‌رود", None, Presence::Unticked)]);
    assert!(stranger.seats.is_empty() && stranger.guests.is_empty());
    assert_eq!(stranger.kept[0].text, "دهیار سرخ‌رود");
}

#[test]
fn who_was_away_and_represented_is_represented_and_two_people_of_one_office_are_seat_and_guest() {
    let names = vec![
        mark("فرمانداری", None, Presence::Absent),
        mark("فرمانداری", None, Presence::Represented),
    ];
    let found = seated(names);
    assert_eq!(ticked(&found), [("فرمانداری".to_owned(), Presence::Represented)]);
    assert_eq!((found.kept.len(), found.doubts.len()), (1, 1));
    let names = vec![
        mark("شرکت گاز", Some("رضا کاوه نیا"), Presence::Present),
        mark("شرکت گاز", Some("مریم رستمی"), Presence::Present),
    ];
    let found = seated(names);
    assert_eq!(ticked(&found).len(), 1);
    assert_eq!(found.guests[0].name, "مریم رستمی");
}
