//! The letter that invites to a session (دعوتنامه): when, where, the agenda, and who is invited.
//! Does not know who sends it, or in which format.

use super::attendance_sheet::holder_of;
use super::letters::{LetterHead, dated_session, plain_title, signed_by_secretary};
use super::plain::plain;
use super::session::invited_item;
use super::{labelled, paper};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::session::{Guest, Session};
use crate::exchange::paper::{Block, LabelledText, Paper, PaperColumn, PaperTable, Text};
use crate::office::query::{RollRow, SessionView};
use crate::papers::page_of_pages;
use crate::say;
use crate::text::without_isolates;
use crate::words::Words;

/// The letter with the list of those invited: the seats of the day with their holders, and the guests. Where a person
/// wrote the letter herself, her words stand in it as she wrote them.
pub fn invitation_letter(words: &Words, view: &SessionView) -> Paper {
    let session = &view.session;
    let mut letter = match &session.invitation_text {
        Some(text) => as_written(words, view, text),
        None => letter(words, session, &view.body),
    };
    letter
        .blocks
        .extend(invited(words, &view.roll, &session.guests, session.date));
    letter
}

/// The letter as paragraphs parted by newlines, as it is copied and edited: without the list of those invited, and
/// without marks of direction. Stored words stand in it as written.
pub fn invitation_text(words: &Words, session: &Session, body: &Body) -> String {
    without_isolates(&plain(words, &letter(words, session, body)))
}

/// The letter that the session gives. What it does not know yet is left out.
fn letter(words: &Words, session: &Session, body: &Body) -> Paper {
    let name = say::session_name(words, session, &body.name);
    let about = |id, name: &str, value: &str| words.say_with(id, &[(name, value.into())]);
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    let held = [
        labelled(
            words,
            "invitation-day",
            ours(session.date.map(|day| say::day_long(words, day))),
        ),
        labelled(
            words,
            "invitation-time",
            ours(session.start.map(|time| words.time(time))),
        ),
        labelled(words, "invitation-place", Text::some(session.place.as_ref())),
    ];
    let mut says = vec![
        Block::Paragraph(Text::ours(words.say("letter-greeting"))),
        Block::Paragraph(Text::ours(about("invitation-body", "session", &name))),
        Block::Head(LabelledText::filled(held)),
    ];
    if !session.agenda.is_empty() {
        says.push(Block::Heading(Text::ours(words.say("show-agenda"))));
        says.push(Block::List {
            numbered: true,
            items: session
                .agenda
                .iter()
                .map(|item| invited_item(words, item))
                .collect(),
        });
    }
    says.push(Block::Gap);
    says.push(signed_by_secretary(words, body, session.secretary.as_ref()));
    let head = LetterHead {
        number: session.invitation_number.as_deref(),
        date: session.invitation_date,
        to: Text::ours(about("invitation-to", "body", &body.name)),
        body,
        subject: about("invitation-subject", "session", &name),
    };
    head.letter(words, says)
}

/// A letter in a person's own words; its blank lines are kept.
fn as_written(words: &Words, view: &SessionView, text: &str) -> Paper {
    let mut blocks = Vec::new();
    for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
        if !blocks.is_empty() {
            blocks.push(Block::Gap);
        }
        blocks.push(Block::Paragraph(Text::stored(part)));
    }
    let name = dated_session(words, &view.session, &view.body);
    Paper {
        title: plain_title(&words.say_with("invitation-subject", &[("session", name.into())])),
        date: view.session.invitation_date,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

/// The list of those invited; nothing where nobody is known.
fn invited(words: &Words, seats: &[RollRow], guests: &[Guest], date: Option<Day>) -> Vec<Block> {
    let of_seats = seats.iter().map(|row| {
        // How a seat was filled is no part of its invitation.
        let RollRow {
            seat,
            attendance: _,
            last: _,
            absences: _,
        } = row;
        (Text::stored(&seat.name), holder_of(seat, date))
    });
    let of_guests = guests.iter().map(|guest| {
        let Guest { name, post } = guest;
        let who = Text::joined([Text::stored(name), Text::some(post.as_ref())], "، ");
        (Text::ours(words.say("paper-guest")), who)
    });
    let rows: Vec<Vec<Vec<Text>>> = (1u32..)
        .zip(of_seats.chain(of_guests))
        .map(|(number, (seat, who))| vec![vec![Text::ours(words.number(number))], vec![seat], vec![who]])
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let column = |(id, share)| PaperColumn {
        head: Text::ours(words.say(id)),
        share,
    };
    let table = PaperTable {
        columns: [("register-number", 8), ("head-seat", 46), ("invitation-who", 46)]
            .map(column)
            .into(),
        rows,
        signed: false,
    };
    vec![
        Block::Heading(Text::ours(words.say("invitation-invited"))),
        Block::Table(table),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::TimeOfDay;
    use crate::domain::seat::{Holder, Seat};
    use crate::domain::session::AgendaItem;
    use crate::words::{Digits, Lang};

    fn words() -> Words {
        Words::new(Lang::Fa, Digits::Persian)
    }

    fn view(session: Session) -> SessionView {
        let holder = Holder {
            name: "مهرداد کیانی".into(),
            post: Some("استاندار".into()),
            ..Holder::default()
        };
        let seat = Seat {
            name: "استانداری".into(),
            holders: vec![holder],
            ..Seat::default()
        };
        SessionView {
            session,
            body: Body {
                name: "کارگروه آب".into(),
                ..Body::default()
            },
            roll: vec![RollRow {
                seat,
                ..RollRow::default()
            }],
            ..SessionView::default()
        }
    }

    fn session() -> Session {
        let item = |title: &str, planned_minutes| AgendaItem {
            title: title.into(),
            planned_minutes,
            ..AgendaItem::default()
        };
        Session {
            ordinal: Some(8),
            invitation_number: Some("۲۱/۲۵".into()),
            date: Day::from_jalali(1401, 3, 12).ok(),
            start: TimeOfDay::new(7, 30),
            place: Some("سالن شهید کلاهدوز".into()),
            secretary: Some("سارا نوبخت".into()),
            agenda: vec![item("بررسی مصوبات جلسات قبل", Some(20)), item("آبیاری", None)],
            guests: vec![Guest {
                name: "نیما راد".into(),
                post: Some("شورای روستا".into()),
            }],
            ..Session::default()
        }
    }

    fn read(paper: &Paper) -> String {
        without_isolates(&plain(&words(), paper))
    }

    #[test]
    fn a_letter_names_the_session_its_time_its_place_and_its_agenda() {
        let view = view(session());
        let letter = invitation_text(&words(), &view.session, &view.body);
        for part in [
            "شماره: ۲۱/۲۵\n",
            "به: اعضای محترم کارگروه آب\n",
            "موضوع: دعوت به هشتمین جلسه کارگروه آب\n",
            "روز: پنجشنبه ۱۴۰۱/۰۳/۱۲\n",
            "ساعت: ۰۷:۳۰\n",
            "محل: سالن شهید کلاهدوز\n",
            "\n۱. بررسی مصوبات جلسات قبل (۲۰ دقیقه)\n۲. آبیاری\n",
        ] {
            assert!(letter.contains(part), "{part} is not in:\n{letter}");
        }
        assert!(letter.ends_with("دبیر کارگروه آب: سارا نوبخت"), "{letter}");
        let paper = read(&invitation_letter(&words(), &view));
        assert!(paper.starts_with(&letter), "{paper}");
        for row in [
            "۱ │ استانداری │ مهرداد کیانی، استاندار",
            "۲ │ مهمان │ نیما راد، شورای روستا",
        ] {
            assert!(paper.contains(row), "{row} is not in:\n{paper}");
        }
    }

    #[test]
    fn what_is_not_known_yet_is_left_out() {
        let bare = invitation_text(&words(), &Session::default(), &Body::default());
        assert!(!bare.contains(&words().say("show-agenda")), "{bare}");
        assert!(!bare.contains(&words().say("invitation-place")), "{bare}");
        assert!(!bare.contains("\n\n\n"), "{bare}");
    }

    #[test]
    fn a_letter_in_her_own_words_stays_as_she_wrote_it() {
        let text = "با درود\nبه جلسه بیایید.\n\nسارا نوبخت";
        let view = view(Session {
            invitation_text: Some(text.into()),
            ..session()
        });
        let paper = read(&invitation_letter(&words(), &view));
        assert!(paper.starts_with(text), "{paper}");
        assert!(
            !paper.contains("کلاهدوز") && paper.contains("استانداری"),
            "{paper}"
        );
    }
}
