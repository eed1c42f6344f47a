//! Who was there, as a document: each seat with who sat in it, how, why and in which hours; the count; the guests.
//! Does not know how a seat is ticked.

use super::labelled;
use super::terms::DOT;
use crate::calendar::Day;
use crate::domain::attendance::{Attendance, Representative, Tally};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::Guest;
use crate::exchange::paper::{Block, Text};
use crate::office::query::RollRow;
use crate::say;
use crate::words::Words;

/// The roll of a session on its day; nothing where it has neither seats nor guests.
pub(super) fn roll(
    words: &Words,
    rows: &[RollRow],
    guests: &[Guest],
    count: (Tally, Option<u32>),
    date: Option<Day>,
) -> Vec<Block> {
    if rows.is_empty() && guests.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(Text::ours(words.say("show-attendance")))];
    if !rows.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(counted(words, count))));
        blocks.push(Block::List {
            numbered: false,
            items: rows.iter().map(|row| seat(words, row, date)).collect(),
        });
    }
    if !guests.is_empty() {
        let names = Text::joined(guests.iter().map(guest), "؛ ");
        blocks.push(Block::Head(vec![labelled(words, "show-guests", names)]));
    }
    blocks
}

/// «حاضر ۲۳ از ۴۰ · حد نصاب ۲۱ · ۲ ثبت‌نشده».
fn counted(words: &Words, (tally, quorum): (Tally, Option<u32>)) -> String {
    let args = [
        ("present", tally.counting().into()),
        ("seats", tally.seats.into()),
        ("needed", quorum.unwrap_or_default().into()),
    ];
    let id = match quorum {
        Some(_) => "roll-count-quorum",
        None => "roll-count",
    };
    let unticked = tally.unticked();
    let unticked = (unticked > 0).then(|| words.say_with("roll-unticked", &[("count", unticked.into())]));
    let parts = [Some(words.say_with(id, &args)), unticked];
    parts.into_iter().flatten().collect::<Vec<_>>().join(DOT)
}

/// «استانداری (مهرداد کیانی، استاندار): نماینده · سارا نوبخت، معاون · مأموریت · ورود ۰۹:۱۰».
fn seat(words: &Words, row: &RollRow, date: Option<Day>) -> Text {
    // Earlier absences and who stood in last are offered to the one who ticks; they are no part of these minutes.
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
        person: _,
        representative,
        reason,
        arrived,
        departed,
        again,
        extra: _,
    } = attendance;
    let timed = |id, time: &Option<crate::calendar::TimeOfDay>| {
        let said = time.map(|time| words.say_with(id, &[("time", words.time(time).into())]));
        said.map(Text::ours).unwrap_or_default()
    };
    let parts = [
        Text::ours(say::presence(words, *status).0),
        representative.as_ref().map(stand_in).unwrap_or_default(),
        Text::some(reason.as_ref()),
        timed("remark-arrived", arrived),
        timed("remark-departed", departed),
    ];
    let later = again.iter().flat_map(|stay| {
        [
            timed("remark-again", &Some(stay.from)),
            timed("remark-departed", &stay.until),
        ]
    });
    let who = sitter(seat, attendance, date);
    let who = match who.is_blank() {
        true => who,
        false => Text::ours(" (").and(who).and(Text::ours(")")),
    };
    let name = Text::stored(&seat.name).and(who).and(Text::ours(": "));
    name.and(Text::joined(parts.into_iter().chain(later), DOT))
}

/// Whose seat it is that day: the person recorded, else the holder of the day.
fn sitter(seat: &Seat, attendance: &Attendance, date: Option<Day>) -> Text {
    if attendance.person.is_some() {
        return Text::some(attendance.person.as_ref());
    }
    let holder = seat.holder_on(date).map(|holder| {
        let Holder {
            name,
            post,
            from: _,
            until: _,
            namesake: _,
        } = holder;
        named(Some(name), post.as_ref())
    });
    holder.unwrap_or_default()
}

fn stand_in(who: &Representative) -> Text {
    let Representative { name, post } = who;
    named(name.as_ref(), post.as_ref())
}

pub(super) fn guest(guest: &Guest) -> Text {
    let Guest { name, post } = guest;
    named(Some(name), post.as_ref())
}

/// «نام، سمت».
fn named(name: Option<&String>, post: Option<&String>) -> Text {
    Text::joined([Text::some(name), Text::some(post)], "، ")
}
