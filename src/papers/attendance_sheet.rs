//! The sheet of attendance (فهرست حضور و غیاب): the seats of a body by the sessions of a year.
//! Does not know what is paid for being there.

use super::letters::plain_title;
use super::page_of_pages;
use super::paper;
use super::register::title_of;
use crate::calendar::Day;
use crate::domain::attendance::Presence;
use crate::domain::figures::{self, FigureGroup, Measure, Subject};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::Session;
use crate::exchange::paper::{Block, Paper, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::read::YearRoll;
use crate::say;
use crate::words::Words;

/// So many sessions stand beside each other; a page is no broader.
const SESSIONS_BESIDE: usize = 12;

/// What is summed of a seat, behind its sessions.
const SUMMED: [Measure; 8] = [
    Measure::Expected,
    Measure::InPerson,
    Measure::ByVideo,
    Measure::ByRepresentative,
    Measure::Excused,
    Measure::Absent,
    Measure::Unticked,
    Measure::SeatFilledRate,
];

/// The seats of a body by the sessions of its year, with what each comes to.
pub fn attendance_sheet(words: &Words, roll: &YearRoll) -> Paper {
    let title = title_of(words, "attendance", Some(&roll.body), roll.year);
    let mut blocks = vec![Block::Title(Text::ours(&title))];
    if roll.sessions.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(words.say("attendance-empty"))));
    } else {
        blocks.push(Block::Paragraph(Text::ours(legend(words))));
        for sessions in roll.sessions.chunks(SESSIONS_BESIDE) {
            blocks.push(Block::Table(marked(words, roll, sessions)));
            blocks.push(Block::Gap);
        }
        blocks.extend(summed(words, roll));
    }
    Paper {
        title: plain_title(&title),
        landscape: true,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

/// «ح: حاضر، و: ویدئو کنفرانس، ...».
fn legend(words: &Words) -> String {
    let one = |presence: &Presence| {
        format!(
            "{}: {}",
            mark(words, *presence),
            say::presence(words, *presence).0
        )
    };
    let all: Vec<String> = Presence::ALL.iter().map(one).collect();
    all.join(&words.say("place-comma"))
}

/// The letter that stands for how a seat was filled.
fn mark(words: &Words, presence: Presence) -> String {
    words.say(match presence {
        Presence::Present => "mark-present",
        Presence::Video => "mark-video",
        Presence::Represented => "mark-represented",
        Presence::Excused => "mark-excused",
        Presence::Absent => "mark-absent",
        Presence::Unticked => "mark-unticked",
    })
}

fn marked(words: &Words, roll: &YearRoll, sessions: &[Session]) -> PaperTable {
    let mut columns = vec![
        column(words, "register-number", 4),
        column(words, "head-seat", 24),
    ];
    let head = |session: &Session| {
        let ordinal = session.ordinal.map(|number| words.number(number));
        let day = session.date.map(|day| words.day(day));
        [ordinal, day].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    columns.extend(sessions.iter().map(|session| PaperColumn {
        head: Text::ours(head(session)),
        share: 6,
    }));
    let cell = |session: &Session, seat: &Seat| match roll.mark(session, seat) {
        Some(attendance) => mark(words, attendance.status),
        None if roll.expects(session, seat) => mark(words, Presence::Unticked),
        // Not a member on that day.
        None => String::new(),
    };
    let rows = (1u32..).zip(&roll.seats).map(|(number, seat)| {
        let mut row = vec![
            vec![Text::ours(words.number(number))],
            vec![Text::stored(&seat.name)],
        ];
        row.extend(
            sessions
                .iter()
                .map(|session| vec![Text::ours(cell(session, seat))]),
        );
        row
    });
    PaperTable {
        columns,
        rows: rows.collect(),
        signed: false,
    }
}

/// What each seat and all together come to, by the figures of the report, with the formula of the rate.
fn summed(words: &Words, roll: &YearRoll) -> Vec<Block> {
    let held = &roll.held;
    let presence = |session: &_, seat: &_| roll.presence(session, seat);
    let marks = figures::marks(held, &roll.seats, presence);
    let groups = figures::attendance(held, &roll.seats, &marks);
    let mut columns = vec![column(words, "head-seat", 30)];
    columns.extend(SUMMED.map(|measure| PaperColumn {
        head: Text::ours(say::figures::title(words, measure)),
        share: 10,
    }));
    let of_seats = |group: &&FigureGroup| matches!(group.subject, Subject::Seat(_));
    let all = groups.first().into_iter();
    let shown = groups.iter().filter(of_seats).chain(all);
    let table = PaperTable {
        columns,
        rows: shown.map(|group| sums(words, roll, group)).collect(),
        signed: false,
    };
    let rate = groups.first().and_then(|all| all.figure(Measure::SeatFilledRate));
    let formula = rate.map(|figure| {
        let title = say::figures::title(words, figure.measure);
        Block::Paragraph(Text::ours(format!(
            "{title}: {}",
            say::figures::formula(words, figure)
        )))
    });
    let mut blocks = vec![
        Block::Heading(Text::ours(words.say("attendance-sums"))),
        Block::Table(table),
    ];
    blocks.extend(formula);
    blocks
}

fn sums(words: &Words, roll: &YearRoll, group: &FigureGroup) -> Vec<PaperCell> {
    let seat = match group.subject {
        Subject::Seat(at) => roll.seats.get(at as usize),
        _ => None,
    };
    let name = match seat {
        Some(seat) => Text::stored(&seat.name),
        None => Text::ours(words.say("figure-all")),
    };
    let mut row = vec![vec![name]];
    row.extend(SUMMED.map(|measure| {
        let figure = group.figure(measure);
        vec![Text::ours(
            figure
                .map(|figure| say::figures::value(words, figure.value))
                .unwrap_or_default(),
        )]
    }));
    row
}

/// A column under a word of ours.
pub(super) fn column(words: &Words, id: &str, share: u32) -> PaperColumn {
    PaperColumn {
        head: Text::ours(words.say(id)),
        share,
    }
}

/// «مهرداد کیانی، استاندار»: the holder of a seat on a day; blank where there was none.
pub(super) fn holder_of(seat: &Seat, date: Option<Day>) -> Text {
    let named = |holder: &Holder| {
        let Holder {
            name,
            post,
            from: _,
            until: _,
            namesake: _,
        } = holder;
        Text::joined([Text::stored(name), Text::some(post.as_ref())], "، ")
    };
    seat.holder_on(date).map(named).unwrap_or_default()
}
