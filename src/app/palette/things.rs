//! Everything of the office that one can go to: sessions, seats, organisations, resolutions. The first three are at
//! hand; resolutions are asked for, and an answer that was overtaken by typing is dropped.

use super::{Choice, Palette, PaletteKind, What, has_any, twins};
use crate::app::books::Sessions;
use crate::app::context::Context;
use crate::app::say;
use crate::app::step::Purpose;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::Status;
use crate::office::query::{Query, ResolutionRow, SessionRow};
use crate::text::fold;
use crate::ui::{Origin, Role};

/// At most so many of each kind that is at hand.
const SESSIONS: usize = 5;
const SEATS: usize = 5;
const ORGANISATIONS: usize = 5;
/// So many resolutions are asked for.
const RESOLUTIONS: usize = 40;

/// The question for the typed words, unless one is still to be answered.
pub(super) fn ask(palette: &mut Palette) -> Option<Query> {
    let any_of = palette.wanted();
    match &mut palette.kind {
        // Those are at hand.
        PaletteKind::Things {
            purpose: Purpose::Take(_),
            ..
        } => None,
        PaletteKind::Things { asked, .. } if asked.is_none() => {
            *asked = Some(any_of.clone());
            Some(Query::Found {
                any_of,
                limit: RESOLUTIONS,
            })
        }
        _ => None,
    }
}

/// What has the typed words, by kind.
pub(super) fn found(context: &Context, palette: &Palette) -> Vec<Choice> {
    let PaletteKind::Things {
        seats,
        resolutions,
        purpose,
        apart,
        ..
    } = &palette.kind
    else {
        return Vec::new();
    };
    let wanted = palette.wanted();
    if let Purpose::Take(twin) = purpose {
        return twins::found(context, twin, &wanted);
    }
    let nothing_typed = palette.typed.text().trim().is_empty();
    let goes = *purpose == Purpose::Go;
    let mut rows = if goes {
        sessions(context, &wanted)
    } else {
        Vec::new()
    };
    if goes && !nothing_typed {
        rows.extend(found_seats(context, seats, &wanted));
        rows.extend(organisations(context, &wanted));
    }
    // Those of the words before stay in sight until the answer comes, as far as they have the new ones.
    let still = |row: &&ResolutionRow| nothing_typed || has_any(&words_of(row), &wanted);
    let resolutions = resolutions
        .iter()
        .filter(still)
        .filter(|row| is_offered(purpose, apart.as_ref(), row));
    rows.extend(resolutions.map(|row| resolution(context, row)));
    rows
}

/// Whether a resolution may be chosen for this: none follows itself, and what is taken over is of another session.
fn is_offered(purpose: &Purpose, apart: Option<&ResolutionId>, row: &ResolutionRow) -> bool {
    match purpose {
        Purpose::Go => true,
        Purpose::Take(_) => false,
        Purpose::CopyInto(session) => row.session != *session,
        Purpose::Follow => apart != Some(&row.resolution.id),
    }
}

pub(super) fn choice(what: What, label: String, text: String, remark: String) -> Choice {
    Choice {
        what,
        label,
        text,
        origin: Origin::Stored,
        remark,
        role: Role::Faint,
    }
}

fn sessions(context: &Context, wanted: &[String]) -> Vec<Choice> {
    let words = context.words;
    let found_by = context
        .books
        .sessions
        .as_ref()
        .map(|all: &Sessions| &all.found_by);
    let rows = context
        .books
        .session_rows()
        .iter()
        .zip(found_by.into_iter().flatten());
    let found = rows.filter(|(_, text)| has_any(text, wanted)).take(SESSIONS);
    let row = |row: &SessionRow| {
        let date = row.session.date.map(|day| say::day_long(words, day));
        Choice {
            origin: Origin::Ours,
            ..choice(
                What::Session(row.session.id.clone()),
                words.say("column-session"),
                say::session_name(words, &row.session, &row.body),
                date.unwrap_or_default(),
            )
        }
    };
    found.map(|(session, _)| row(session)).collect()
}

fn found_seats(context: &Context, seats: &[String], wanted: &[String]) -> Vec<Choice> {
    let bodies = context.books.bodies.iter().flatten();
    let all = bodies.flat_map(|(body, seats)| seats.iter().map(move |seat| (body, seat)));
    let found = all
        .zip(seats)
        .enumerate()
        .filter(|(_, (_, text))| has_any(text, wanted));
    let row = |(at, ((body, seat), _)): (usize, ((_, &crate::domain::seat::Seat), _))| {
        let body: &crate::domain::body::Body = body;
        let holder = seat.holder_on(Some(context.setup.today));
        let name = holder.map(|holder| holder.name.as_str()).unwrap_or_default();
        let text = [seat.name.as_str(), name].join(" · ");
        let text = text.trim_end_matches(" · ").to_owned();
        choice(
            What::Seat(at),
            context.words.say("jump-seat"),
            text,
            body.brief().to_owned(),
        )
    };
    found.take(SEATS).map(row).collect()
}

fn organisations(context: &Context, wanted: &[String]) -> Vec<Choice> {
    let Some(all) = &context.books.organisations else {
        return Vec::new();
    };
    let named = all.rows.iter().zip(&all.names);
    let found = named.filter(|(_, names)| names.iter().any(|name| has_any(name, wanted)));
    let row = |organisation: &crate::domain::organisation::Organisation| {
        choice(
            What::Organisation(organisation.name.clone()),
            context.words.say("column-organisation"),
            organisation.name.clone(),
            context.words.say("do-open-list"),
        )
    };
    found.take(ORGANISATIONS).map(|(one, _)| row(one)).collect()
}

fn resolution(context: &Context, row: &ResolutionRow) -> Choice {
    let words = context.words;
    let subject = row.resolution.subject.iter().map(String::as_str);
    let text = subject
        .chain([row.resolution.text.as_str()])
        .find(|text| !text.is_empty());
    let number = row.resolution.row.map(|number| words.number(number));
    let session = say::session_of(words, row);
    let session = say::shortened(context.look, &session, 22);
    let remark = [number.unwrap_or_default(), session]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    Choice {
        role: match (row.overdue, row.status) {
            (true, _) => Role::Late,
            (false, Status::Open) => Role::InTime,
            _ => Role::Faint,
        },
        ..choice(
            What::Resolution(row.resolution.id.clone()),
            words.say("resolution-title-bare"),
            text.unwrap_or_default().replace('\n', " "),
            remark,
        )
    }
}

/// The folded words of a resolution that is at hand.
fn words_of(row: &ResolutionRow) -> String {
    let resolution = &row.resolution;
    let subject = resolution.subject.iter().map(String::as_str);
    let responsible = resolution.responsible.iter().map(|who| who.written.as_str());
    let texts = subject.chain([resolution.text.as_str()]).chain(responsible);
    fold(&texts.collect::<Vec<_>>().join(" "))
}
