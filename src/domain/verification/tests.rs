//! The canonical text and the code. Knows no store.

use super::*;
use crate::calendar::{Day, TimeOfDay};
use crate::domain::attachment::Attachment;
use crate::domain::attendance::Presence;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SeatId, SessionId};
use crate::domain::resolution::{ClauseState, FollowUp, Status};
use crate::domain::session::{AgendaItem, ItemResult, SessionState};
use crate::domain::stretch::TimeStretch;
use crate::domain::vote::{Cast, Vote, VoteCount};

fn session() -> Session {
    Session {
        id: SessionId::from("s1"),
        body: BodyId::from("b1"),
        year: Some(1401),
        ordinal: Some(8),
        date: Day::from_jalali(1401, 3, 12).ok(),
        start: TimeOfDay::new(7, 30),
        ..Session::default()
    }
}

fn resolution() -> Resolution {
    Resolution {
        id: ResolutionId::from("s1/1"),
        row: Some(1),
        text: "الف) یک\nب) دو".into(),
        from_note: Some(NoteId::from("s1/n")),
        ..Resolution::default()
    }
}

fn note() -> Note {
    Note {
        id: NoteId::from("s1/n"),
        text: r"راه \ چاه".into(),
        ..Note::default()
    }
}

fn mark() -> Attendance {
    Attendance {
        seat: SeatId::from("m1"),
        status: Presence::Present,
        ..Attendance::default()
    }
}

fn text(session: &Session, resolution: &Resolution) -> String {
    canonical(Content {
        session,
        attendance: &[mark()],
        notes: &[note()],
        resolutions: std::slice::from_ref(resolution),
        surroundings: None,
    })
}

#[test]
fn the_canonical_text_is_the_one_that_is_described() {
    let expected = "dabir-minutes=1\nsession=s1\nbody=b1\nyear=1401\nordinal=8\nkind=ordinary\ndate=2022-06-02\n\
                    start=07:30\nseat=m1\nstatus=present\nnote=راه \\\\ چاه\n\
                    resolution=الف) یک\\nب) دو\nrow=1\nresolution_note=1\n";
    assert_eq!(text(&session(), &resolution()), expected);
}

#[test]
fn a_code_is_sixty_bits_in_letters_that_are_not_taken_for_others() {
    let mut hash = [0u8; 32];
    assert_eq!(code(&hash), "0000-0000-0000");
    hash[..8].fill(0xff);
    assert_eq!(code(&hash), "ZZZZ-ZZZZ-ZZZZ");
    // 00001 00010 00011 ... as the letters 1, 2, 3 ...
    let bits = (1..=12u64).fold(0u64, |bits, five| bits << 5 | five) << 4;
    hash[..8].copy_from_slice(&bits.to_be_bytes());
    assert_eq!(code(&hash), "1234-5678-9ABC");
}

#[test]
fn the_code_of_these_minutes_never_changes() {
    let verification = Verification::of(Content {
        session: &session(),
        attendance: &[mark()],
        notes: &[note()],
        resolutions: &[resolution()],
        surroundings: None,
    });
    assert_eq!(verification.code, "8F7N-QVH6-55WT");
}

#[test]
fn every_part_of_the_minutes_is_in_it_and_what_comes_of_them_is_not() {
    let before = text(&session(), &resolution());
    let mut changed = resolution();
    changed.status = Status::Done;
    changed.follow_ups.push(FollowUp::default());
    let done = ClauseState {
        status: Status::Done,
        ..ClauseState::default()
    };
    changed.clauses.insert("الف".into(), done);
    let mut later = session();
    later.state = SessionState::Final;
    later.notified = Day::from_jalali(1401, 3, 20).ok();
    assert_eq!(text(&later, &changed), before);
    changed.clauses.entry("الف".into()).or_default().deadline = Some(read_deadline("ده روز", None));
    assert_ne!(text(&session(), &changed), before);
    later.place = Some("سالن".into());
    assert_ne!(text(&later, &resolution()), before);
}

#[test]
fn words_moved_from_one_field_into_another_give_another_text() {
    let with = |subject: &str, words: &str| Resolution {
        subject: Some(subject.into()),
        text: words.into(),
        ..Resolution::default()
    };
    let one = text(&session(), &with("الف", "ب\nsubject=پ"));
    let other = text(&session(), &with("پ", "ب\nsubject=الف"));
    assert_ne!(one, other);
}

#[test]
fn what_happened_in_the_meeting_is_in_the_second_version_and_nothing_else_changes_it() {
    let of = |session: &Session, resolution: &Resolution, mark: Attendance, note: Note| {
        canonical(Content {
            session,
            attendance: &[mark],
            notes: &[note],
            resolutions: std::slice::from_ref(resolution),
            surroundings: None,
        })
    };
    let plain = of(&session(), &resolution(), mark(), note());
    assert!(plain.starts_with("dabir-minutes=1\n"));
    let at = |hour| TimeOfDay::new(hour, 0).unwrap();
    let tea = TimeStretch {
        from: at(9),
        until: Some(at(10)),
    };
    let voted = Resolution {
        vote: Some(Vote {
            at: Some(at(8)),
            cast: Cast::Count(VoteCount {
                in_favour: 3,
                against: 1,
                abstaining: 0,
            }),
        }),
        ..resolution()
    };
    let item = |result| AgendaItem {
        title: "یک".into(),
        result,
        ..AgendaItem::default()
    };
    let with_item = |result| Session {
        agenda: vec![item(result)],
        ..session()
    };
    let changed = [
        of(&session(), &voted, mark(), note()),
        of(
            &with_item(Some(ItemResult::Refused)),
            &resolution(),
            mark(),
            note(),
        ),
        of(
            &Session {
                breaks: vec![tea],
                ..session()
            },
            &resolution(),
            mark(),
            note(),
        ),
        of(
            &session(),
            &resolution(),
            mark().leave(at(9)).come(at(10)),
            note(),
        ),
        of(
            &session(),
            &Resolution {
                confidential: true,
                ..resolution()
            },
            mark(),
            note(),
        ),
    ];
    for text in &changed {
        assert!(text.starts_with("dabir-minutes=2\n"), "{text}");
    }
    let voted_for = "vote=count\nvote_at=08:00\nvote_of=for\nvotes=3\nvote_of=against\nvotes=1\n";
    assert!(changed[0].contains(voted_for), "{}", changed[0]);
    // A first time in the room was always there; an item without a result needs nothing new.
    assert!(of(&session(), &resolution(), mark().come(at(9)), note()).starts_with("dabir-minutes=1\n"));
    assert!(of(&with_item(None), &resolution(), mark(), note()).starts_with("dabir-minutes=1\n"));
}

#[test]
fn what_is_for_the_secretary_alone_changes_no_code() {
    let private = Note {
        id: NoteId::from("s1/p"),
        text: "یادآوری به خودم".into(),
        private: true,
        ..Note::default()
    };
    let with = |notes: &[Note]| {
        canonical(Content {
            session: &session(),
            attendance: &[mark()],
            notes,
            resolutions: &[resolution()],
            surroundings: None,
        })
    };
    assert_eq!(with(&[private, note()]), with(&[note()]));
}

#[test]
fn minutes_that_were_signed_without_a_vote_do_not_agree_with_one() {
    let session = session();
    let content = |resolutions| Content {
        session: &session,
        attendance: &[],
        notes: &[],
        resolutions,
        surroundings: None,
    };
    let before = [resolution()];
    let signed = Verification::of(content(&before));
    assert_eq!(signed.version, 1);
    let hidden = [Resolution {
        confidential: true,
        ..resolution()
    }];
    assert_eq!(signed.check(content(&hidden)), Agreement::Differs);
}

#[test]
fn a_code_of_a_later_version_is_not_called_wrong() {
    let content = Content {
        session: &session(),
        attendance: &[],
        notes: &[],
        resolutions: &[],
        surroundings: None,
    };
    let mut verification = Verification::of(content);
    assert_eq!(verification.check(content), Agreement::Agrees);
    verification.code = "0000-0000-0000".into();
    assert_eq!(verification.check(content), Agreement::Differs);
    verification.version = VERSION + 1;
    assert_eq!(verification.check(content), Agreement::LaterVersion);
}

fn file() -> Attachment {
    Attachment {
        name: "نقشه.pdf".into(),
        bytes: 5,
        sha256: "ab".repeat(32),
        named_only: false,
    }
}

#[test]
fn a_file_is_in_the_text_wherever_it_belongs_and_minutes_without_one_have_the_code_they_had() {
    let mut session = session();
    session.agenda = vec![AgendaItem::default()];
    let body = Body::default();
    let signed = |session: &Session, resolution: &Resolution| {
        let surroundings = Some(Surroundings {
            body: &body,
            seats: &[],
        });
        let content = Content {
            session,
            attendance: &[],
            notes: &[],
            resolutions: std::slice::from_ref(resolution),
            surroundings,
        };
        (
            Verification::of(content),
            Verification::of(content.alone()),
            canonical(content),
        )
    };
    let (bare, alone, _) = signed(&session, &resolution());
    assert_eq!((bare.version, alone.version), (3, 1));
    let of_session = Session {
        attachments: vec![file()],
        ..session.clone()
    };
    let mut of_item = session.clone();
    of_item.agenda[0].attachments = vec![file()];
    let of_resolution = Resolution {
        attachments: vec![file()],
        ..resolution()
    };
    for (name, session, resolution) in [
        ("attachment", &of_session, &resolution()),
        ("agenda_attachment", &of_item, &resolution()),
        ("resolution_attachment", &session, &of_resolution),
    ] {
        let (code, alone, text) = signed(session, resolution);
        assert_eq!((code.version, alone.version), (4, 2), "{name}");
        let lines = format!(
            "{name}=نقشه.pdf\nattachment_bytes=5\nattachment_sha256={}\n",
            "ab".repeat(32)
        );
        assert!(text.contains(&lines), "{name} in:\n{text}");
        let content = Content {
            session,
            attendance: &[],
            notes: &[],
            resolutions: std::slice::from_ref(resolution),
            surroundings: Some(Surroundings {
                body: &body,
                seats: &[],
            }),
        };
        assert_eq!(code.check(content), Agreement::Agrees);
        assert_eq!(bare.check(content), Agreement::Differs);
    }
}
