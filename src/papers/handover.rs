//! The handover book of a body (دفتر تحویل و تحول): where things stand, what comes next, who the members are, its
//! customs. Does not know who takes it over.

mod matters;

use super::attendance_sheet::holder_of;
use super::letters::{OrganisationNames, dots, plain_title};
use super::record::{Record, RecordNames};
use super::register::title_of;
use super::{labelled, paper};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::clocks::ClockState;
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::domain::session::{Session, SessionState};
use crate::exchange::paper::{Block, LabelledText, Paper, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::query::ResolutionRow;
use crate::office::read::HandoverView;
use crate::papers::page_of_pages;
use crate::papers::resolution::confidential_text;
use crate::say;
use crate::words::Words;
use matters::{open_matters, place_of};

/// The handover book of a body, as it stands on `today`.
pub fn handover(words: &Words, view: &HandoverView, organisations: &[Organisation], today: Day) -> Paper {
    let HandoverView {
        body,
        seats,
        sessions,
        open,
    } = view;
    let title = title_of(words, "handover", Some(body), None);
    let as_of = words.say_with("report-as-of", &[("date", say::day_long(words, today).into())]);
    let mut blocks = vec![
        Block::Title(Text::ours(&title)),
        Block::Centred(Text::ours(as_of)),
    ];
    blocks.extend(standing(words, view));
    blocks.extend(next_days(words, body, sessions, open, today));
    blocks.extend(open_matters(words, open, &OrganisationNames::of(organisations)));
    blocks.extend(members(words, seats, today));
    blocks.extend(customs(words, body, today));
    blocks.push(Block::Signatures(vec![
        labelled(words, "handover-gives", dots(words)),
        labelled(words, "handover-takes", dots(words)),
    ]));
    Paper {
        title: plain_title(&title),
        date: Some(today),
        landscape: true,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

fn heading(words: &Words, id: &str) -> Block {
    Block::Heading(Text::ours(words.say(id)))
}

fn table(words: &Words, columns: &[(&str, u32)], rows: Vec<Vec<PaperCell>>) -> Block {
    let column = |(id, share): &(&str, u32)| PaperColumn {
        head: Text::ours(words.say(id)),
        share: *share,
    };
    Block::Table(PaperTable {
        columns: columns.iter().map(column).collect(),
        rows,
        signed: false,
    })
}

/// The last session, the ones to come, minutes that are not signed, and how many resolutions are open and late.
fn standing(words: &Words, view: &HandoverView) -> Vec<Block> {
    let HandoverView {
        body,
        seats: _,
        sessions,
        open,
    } = view;
    let named = |session: &Session| {
        let day = session
            .date
            .map(|day| Text::ours(words.day(day)))
            .unwrap_or_default();
        Text::joined(
            [Text::ours(say::session_name(words, session, body.brief())), day],
            &words.say("place-comma"),
        )
    };
    let of_state = |state| {
        let own = sessions.iter().filter(move |session| session.state == state);
        Text::joined(own.map(named), "؛ ")
    };
    let last = sessions.iter().rfind(|session| is_known_held(session));
    let count = |number: usize| Text::ours(words.number(number));
    let fields = [
        labelled(
            words,
            "handover-held",
            count(sessions.iter().filter(|one| is_known_held(one)).count()),
        ),
        labelled(words, "handover-last", last.map(named).unwrap_or_default()),
        labelled(words, "handover-planned", of_state(SessionState::Planned)),
        labelled(words, "handover-running", of_state(SessionState::Running)),
        labelled(words, "handover-drafts", of_state(SessionState::Draft)),
        labelled(words, "handover-open", count(open.len())),
        labelled(
            words,
            "handover-late",
            count(open.iter().filter(|row| row.overdue).count()),
        ),
    ];
    vec![
        heading(words, "handover-standing"),
        Block::Head(LabelledText::filled(fields)),
    ]
}

/// Whether it is known to have met: one without a day may be on paper alone.
fn is_known_held(session: &Session) -> bool {
    session.is_held() && session.date.is_some()
}

/// Legal clocks that run or are late, and the days on which something is due, each in the order of its days.
fn next_days(
    words: &Words,
    body: &Body,
    sessions: &[Session],
    open: &[ResolutionRow],
    today: Day,
) -> Vec<Block> {
    let mut days: Vec<(Day, [Text; 2])> = Vec::new();
    for session in sessions {
        for clock in body.clocks(session, today) {
            let runs = matches!(clock.state, ClockState::Running(_) | ClockState::Late(_));
            if let Some(due) = clock.due.filter(|_| runs) {
                let name = say::session_name(words, session, body.brief());
                days.push((
                    due,
                    [
                        Text::ours(words.say(say::clocks::label(clock.kind))),
                        Text::ours(name),
                    ],
                ));
            }
        }
    }
    let coming = open
        .iter()
        .filter_map(|row| Some((row.due.filter(|due| *due >= today)?, row)));
    let name = |row: &ResolutionRow| match row.resolution.confidential {
        true => confidential_text(words, true),
        false => Text::stored(row.resolution.name()),
    };
    days.extend(coming.map(|(due, row)| (due, [name(row), place_of(words, row)])));
    if days.is_empty() {
        return Vec::new();
    }
    days.sort_by_key(|(day, _)| *day);
    let row = |(day, [what, whose]): (Day, [Text; 2])| {
        let distance = say::distance(words, today, day);
        vec![
            vec![Text::ours(say::day_long(words, day)), Text::ours(distance)],
            vec![what],
            vec![whose],
        ]
    };
    let columns = [("head-date", 20), ("head-about", 56), ("head-session", 24)];
    vec![
        heading(words, "handover-next"),
        table(words, &columns, days.into_iter().map(row).collect()),
    ]
}

/// The seats of the day with who holds each and since when.
fn members(words: &Words, seats: &[Seat], today: Day) -> Vec<Block> {
    let since = |seat: &Seat| seat.holder_on(Some(today)).and_then(|holder| holder.from);
    let now = seats.iter().filter(|seat| seat.exists_on(Some(today)));
    let rows = (1u32..).zip(now).map(|(number, seat)| {
        let holder = holder_of(seat, Some(today));
        let holder = match holder.is_blank() {
            true => Text::ours(words.say("handover-vacant")),
            false => holder,
        };
        vec![
            vec![Text::ours(words.number(number))],
            vec![Text::stored(&seat.name)],
            vec![holder],
            vec![
                since(seat)
                    .map(|day| Text::ours(words.day(day)))
                    .unwrap_or_default(),
            ],
        ]
    });
    let columns = [
        ("register-number", 6),
        ("head-seat", 40),
        ("invitation-who", 38),
        ("handover-since", 16),
    ];
    vec![
        heading(words, "handover-members"),
        table(words, &columns, rows.collect()),
    ]
}

/// What the body has set for itself: the rules in force with their source, numbering, letters, roll call.
fn customs(words: &Words, body: &Body, today: Day) -> Vec<Block> {
    let rules = body.rules_on(today).cloned();
    let now = Body {
        rules: rules.into_iter().collect(),
        ..body.clone()
    };
    let fields = Record::Body(Box::new(now)).fields(words, &RecordNames::default());
    vec![heading(words, "handover-customs"), Block::Head(fields)]
}
