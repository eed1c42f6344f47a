//! How the roll call is painted: the seats, and what is said of the selected one. Does not know how it is ticked.

use super::roll_bar::{BAR, paint_bar};
use crate::app::context::Context;
use crate::app::say;
use crate::app::screens::tables::{settled, table_of};
use crate::domain::absence::Absences;
use crate::domain::attendance::{Attendance, Presence};
use crate::office::query::{RollRow, SessionView};
use crate::ui::{Area, Canvas, ListState, Piece, Role, Table, TableCell, sentence};

/// Rows of the roll: seats, then guests.
pub(super) fn len(view: &SessionView) -> usize {
    view.roll.len() + view.session.guests.len()
}

/// The one who sits there: as recorded for this session, else the seat's holder of the day.
pub(super) fn holder<'v>(view: &SessionView, row: &'v RollRow) -> &'v str {
    let held = || {
        row.seat
            .holder_on(view.session.date)
            .map(|holder| holder.name.as_str())
    };
    row.attendance.person.as_deref().or_else(held).unwrap_or_default()
}

const NUMBER: u16 = 3;
const PRESENCE: u16 = 15;
/// From so many columns on what is said of a presence has a column of its own.
const WIDE: u16 = 110;

/// A body whose holders are not known by name has no column for them.
fn has_names(view: &SessionView) -> bool {
    !view.session.guests.is_empty() || view.roll.iter().any(|row| !holder(view, row).is_empty())
}

fn table(context: &Context, view: &SessionView) -> Table {
    let columns = context.setup.columns;
    if !has_names(view) {
        let rest = Table::left_for_one_more(columns, &[NUMBER, 0]);
        let seat = rest * 3 / 5;
        let heads = [
            ("column-number", NUMBER),
            ("column-seat", seat),
            ("column-presence", rest - seat),
        ];
        return table_of(context, &heads, 1, false);
    }
    if columns >= WIDE {
        let rest = Table::left_for_one_more(columns, &[NUMBER, PRESENCE, 0, 0]);
        let (seat, person) = (rest * 2 / 5, rest / 4);
        let heads = [
            ("column-number", NUMBER),
            ("column-seat", seat),
            ("column-person", person),
            ("column-presence", PRESENCE),
            ("column-remark", rest - seat - person),
        ];
        return table_of(context, &heads, 1, false);
    }
    let rest = Table::left_for_one_more(columns, &[NUMBER, 0, 0]);
    let (seat, person) = (rest * 2 / 5, rest / 4);
    let heads = [
        ("column-number", NUMBER),
        ("column-seat", seat),
        ("column-person", person),
        ("column-presence", rest - seat - person),
    ];
    table_of(context, &heads, 1, false)
}

fn cells(context: &Context, view: &SessionView, row: usize) -> Vec<TableCell> {
    let words = context.words;
    let number = vec![Piece::ours(words.number(row + 1)).role(Role::Faint)];
    if let Some(seat) = view.roll.get(row) {
        let (status, role) = presence(context, view, seat);
        let absences = seat.absences.counting(seat.attendance.status);
        let warning = limit_near(seat).then(|| absences_short(context, &absences));
        let is_pressing = warning.is_some() && !seat.attendance.status.counts();
        let pressing = if is_pressing { Role::Bad } else { role };
        let remark = joined([
            remark(context, &shown_mark(view, seat)),
            warning.unwrap_or_default(),
        ]);
        let mut cells = vec![number, vec![Piece::stored(seat.seat.name.clone())]];
        if has_names(view) {
            cells.push(vec![Piece::stored(holder(view, seat))]);
        }
        if has_names(view) && context.setup.columns >= WIDE {
            cells.push(vec![Piece::ours(status).role(role)]);
            cells.push(vec![Piece::ours(remark).role(if is_pressing {
                Role::Bad
            } else {
                Role::Plain
            })]);
        } else {
            cells.push(vec![Piece::ours(joined([status, remark])).role(pressing)]);
        }
        return cells;
    }
    let Some(guest) = view.session.guests.get(row - view.roll.len()) else {
        return Vec::new();
    };
    vec![
        number,
        vec![Piece::stored(guest.post.clone().unwrap_or_default())],
        vec![Piece::stored(guest.name.clone())],
        vec![Piece::ours(words.say("presence-guest")).role(Role::Faint)],
    ]
}

/// How a seat was filled; of one that nobody ticked yet, what was answered to the invitation.
fn presence(context: &Context, view: &SessionView, row: &RollRow) -> (String, Role) {
    let words = context.words;
    match view.session.answers.get(&row.seat.id) {
        Some(answer) if row.attendance.status == Presence::Unticked => {
            let said = say::answered(words, answer.coming);
            (
                words.say_with("roll-answered", &[("answer", said.into())]),
                Role::Faint,
            )
        }
        _ => say::presence(words, row.attendance.status),
    }
}

/// The mark of a seat; of one that nobody ticked yet, what its answer would make it.
fn shown_mark(view: &SessionView, row: &RollRow) -> Attendance {
    let answer = view.session.answers.get(&row.seat.id);
    match answer.filter(|_| row.attendance.status == Presence::Unticked) {
        Some(answer) => answer.mark(&view.session.id, &row.seat.id),
        None => row.attendance.clone(),
    }
}

/// The parts that are not empty, one behind the other.
fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Whether one more absence would reach a limit of the body: said before it is ticked, and after.
fn limit_near(row: &RollRow) -> bool {
    row.absences.next_reaches_limit()
}

/// Absences so far against the limit that is nearest, «۲ از ۳ غیبت».
fn absences_short(context: &Context, absences: &Absences) -> String {
    let limits = [
        (absences.in_a_row, absences.limit_in_a_row),
        (absences.in_year, absences.limit_in_year),
    ];
    let known = limits
        .into_iter()
        .filter_map(|(count, limit)| Some((count, limit?)));
    let nearest = known.min_by_key(|(count, limit)| limit.saturating_sub(*count));
    nearest.map_or_else(String::new, |(count, limit)| {
        let args = [("count", count.into()), ("limit", limit.into())];
        context.words.say_with("roll-absences", &args)
    })
}

/// The same in a sentence, where there is something to say.
fn absences_long(context: &Context, absences: &Absences) -> String {
    let part = |count: u32, limit: Option<u32>, id: &str, with_limit: &str| match limit {
        Some(limit) if count > 0 || limit == 1 => {
            let args = [("count", count.into()), ("limit", limit.into())];
            context.words.say_with(with_limit, &args)
        }
        None if count > 0 => context.words.say_with(id, &[("count", count.into())]),
        _ => String::new(),
    };
    joined([
        part(
            absences.in_a_row,
            absences.limit_in_a_row,
            "absences-in-a-row",
            "absences-in-a-row-limit",
        ),
        part(
            absences.in_year,
            absences.limit_in_year,
            "absences-in-year",
            "absences-in-year-limit",
        ),
    ])
}

/// Who stood in, why, from when until when.
fn remark(context: &Context, attendance: &Attendance) -> String {
    let words = context.words;
    let person = attendance.representative.as_ref();
    let name = person.and_then(|person| person.name.clone());
    let post = person.and_then(|person| person.post.clone());
    let arrived = attendance
        .arrived
        .map(|at| words.say_with("remark-arrived", &[("time", words.time(at).into())]));
    let departed = attendance
        .departed
        .map(|at| words.say_with("remark-departed", &[("time", words.time(at).into())]));
    let parts =
        [name, post, attendance.reason.clone()].map(|part| part.map(|text| crate::text::isolate(&text)));
    let later = attendance.again.iter().flat_map(|stay| {
        let back = words.say_with("remark-again", &[("time", words.time(stay.from).into())]);
        let left = stay.until.map(|until| words.time(until));
        let left = left.map(|time| words.say_with("remark-departed", &[("time", time.into())]));
        [Some(back), left]
    });
    let times = [arrived, departed].into_iter().chain(later);
    let parts: Vec<String> = parts.into_iter().chain(times).flatten().collect();
    parts.join(" · ")
}

/// Rows of the list that are shown at once.
pub(super) fn page_rows(context: &Context) -> u16 {
    Table::body_rows(context.body.rows.saturating_sub(BAR))
}

pub(super) fn settle(context: &Context, view: &SessionView, list: &mut ListState) {
    let mut state = settled(context, &table(context, view), *list, len(view), |_| Vec::new());
    state.settle(len(view), page_rows(context), |_| 1);
    *list = state;
}

pub(super) fn view(context: &Context, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    if len(view) == 0 {
        return sentence(canvas, area, &context.words.say("roll-empty"), Role::Faint);
    }
    paint_bar(context, view, canvas, area);
    table(context, view).paint(canvas, area.below(BAR), list, len(view), |row| {
        cells(context, view, row)
    });
}

/// The selected seat in full, where its cell had to be cut, and its absences.
pub(super) fn remark_on(context: &Context, view: &SessionView, list: &ListState) -> Option<(String, Role)> {
    let row = view.roll.get(list.selected)?;
    let remark = joined([
        remark(context, &row.attendance),
        absences_long(context, &row.absences.counting(row.attendance.status)),
    ]);
    let args = [
        ("seat", row.seat.name.as_str().into()),
        ("remark", remark.as_str().into()),
    ];
    let id = if remark.is_empty() {
        "roll-note"
    } else {
        "roll-note-remark"
    };
    let role = if limit_near(row) { Role::Warn } else { Role::Faint };
    Some((context.words.say_with(id, &args), role))
}
