//! The sheet of one session (فهرست حضور و غیاب) on which its members sign, with hours.
//! Does not know other sessions.

use super::attendance_sheet::{column, holder_of};
use super::letters::{dated_session, plain_title};
use super::{labelled, paper};
use crate::calendar::{Day, TimeOfDay};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::session::Guest;
use crate::exchange::paper::{Block, LabelledText, Paper, PaperCell, PaperTable, Text};
use crate::office::query::{RollRow, SessionView};
use crate::papers::page_of_pages;
use crate::say;
use crate::words::Words;

/// The sheet of one session, with hours and room to sign: what was ticked already stands in it, what was not is left to
/// fill.
pub fn sign_sheet(words: &Words, view: &SessionView) -> Paper {
    let session = &view.session;
    let title = words.say("attendance-sign-title");
    let name = dated_session(words, session, &view.body);
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    let head = LabelledText::filled([
        labelled(words, "head-place", Text::some(session.place.as_ref())),
        labelled(
            words,
            "head-start",
            ours(session.start.map(|time| words.time(time))),
        ),
        labelled(words, "head-end", ours(session.end.map(|time| words.time(time)))),
    ]);
    let seats = view.roll.iter().map(|row| seat_row(words, row, session.date));
    let guests = session.guests.iter().map(|guest| guest_row(words, guest));
    let numbered = (1u32..).zip(seats.chain(guests)).map(|(number, mut row)| {
        row.insert(0, vec![Text::ours(words.number(number))]);
        row
    });
    let columns = [
        ("register-number", 5),
        ("head-seat", 26),
        ("invitation-who", 26),
        ("head-presence", 11),
        ("attendance-arrived", 9),
        ("attendance-departed", 9),
        ("attendance-signature", 14),
    ];
    let blocks = vec![
        Block::Title(Text::ours(&title)),
        Block::Centred(Text::ours(&name)),
        Block::Head(head),
        Block::Table(PaperTable {
            columns: columns.map(|(id, share)| column(words, id, share)).into(),
            rows: numbered.collect(),
            signed: true,
        }),
    ];
    Paper {
        title: plain_title(&format!("{title} {name}")),
        date: session.date,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

fn seat_row(words: &Words, row: &RollRow, date: Option<Day>) -> Vec<PaperCell> {
    let RollRow {
        seat,
        attendance,
        last: _,
        absences: _,
    } = row;
    let Attendance {
        session: _,
        seat: _,
        status,
        person,
        representative,
        reason,
        arrived,
        departed,
        again,
        extra: _,
    } = attendance;
    let stand_in = representative.as_ref().map(|Representative { name, post }| {
        Text::joined([Text::some(name.as_ref()), Text::some(post.as_ref())], "، ")
    });
    let sitter = match person {
        Some(person) => Text::stored(person),
        None => holder_of(seat, date),
    };
    let status = match status {
        Presence::Unticked => Text::default(),
        ticked => Text::ours(say::presence(words, *ticked).0),
    };
    let status = Text::joined([status, Text::some(reason.as_ref())], "، ");
    vec![
        vec![Text::stored(&seat.name)],
        [sitter].into_iter().chain(stand_in).collect(),
        vec![status],
        hours(words, *arrived, again.iter().map(|stay| Some(stay.from))),
        hours(words, *departed, again.iter().map(|stay| stay.until)),
        vec![Text::default()],
    ]
}

/// The first hour and those of later stays, one under the other.
fn hours(
    words: &Words,
    first: Option<TimeOfDay>,
    later: impl Iterator<Item = Option<TimeOfDay>>,
) -> PaperCell {
    std::iter::once(first)
        .chain(later)
        .map(|time| hour(words, time))
        .collect()
}

fn hour(words: &Words, time: Option<TimeOfDay>) -> Text {
    time.map(|time| Text::ours(words.time(time))).unwrap_or_default()
}

fn guest_row(words: &Words, guest: &Guest) -> Vec<PaperCell> {
    let Guest { name, post } = guest;
    let who = Text::joined([Text::stored(name), Text::some(post.as_ref())], "، ");
    let mut row = vec![vec![Text::ours(words.say("paper-guest"))], vec![who]];
    row.resize(6, vec![Text::default()]);
    row
}
