//! The bar above the roll: who counts against the quorum. Does not know the seats by name.

use crate::app::context::Context;
use crate::calendar::tehran_time;
use crate::domain::session::SessionState;
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Origin, Role};

/// Rows of the bar above the list: the count, and a blank.
pub(super) const BAR: u16 = 2;

/// Seats that count: while the session meets, those that are there by now.
fn counting(context: &Context, view: &SessionView) -> u32 {
    let session = &view.session;
    if session.state != SessionState::Running || session.date != Some(context.setup.today) {
        return view.tally.counting();
    }
    let now = tehran_time(context.now);
    let here = view.roll.iter().filter(|row| row.attendance.counts_at(now));
    u32::try_from(here.count()).unwrap_or(u32::MAX)
}

/// Present against needed: a bar with a mark where the quorum lies, and the numbers.
pub(super) fn paint_bar(context: &Context, view: &SessionView, canvas: &mut Canvas, area: Area) {
    let words = context.words;
    let tally = &view.tally;
    let present = counting(context, view);
    let enough = view.quorum.is_none_or(|needed| present >= needed);
    let (role, verdict) = match (view.quorum, enough) {
        (None, _) => (Role::Plain, String::new()),
        (Some(_), true) => (Role::Good, words.say("quorum-reached")),
        (Some(_), false) => (Role::Bad, words.say("quorum-missing")),
    };
    let args = [
        ("present", present.into()),
        ("seats", tally.seats.into()),
        ("needed", view.quorum.unwrap_or(0).into()),
    ];
    let count = words.say_with(
        if view.quorum.is_some() {
            "roll-count-quorum"
        } else {
            "roll-count"
        },
        &args,
    );
    let mut column = 1;
    let style = canvas.style(Role::Strong);
    column += canvas.text(column, area.row, area.columns, &count, Origin::Ours, style) + 2;
    let gauge = Gauge {
        present,
        seats: tally.seats,
        needed: view.quorum,
    };
    column += paint_gauge(canvas, column, area.row, &gauge, role) + 2;
    let style = canvas.style(role);
    column += canvas.text(column, area.row, area.columns, &verdict, Origin::Ours, style) + 2;
    let rest = words.say_with("roll-unticked", &[("count", tally.unticked().into())]);
    let style = canvas.style(Role::Faint);
    let room = area.columns.saturating_sub(column + 1);
    if tally.unticked() > 0 && context.look.width(&rest, Origin::Ours) <= room {
        canvas.text_at_end(column, area.row, room, &rest, Origin::Ours, style);
    }
}

const GAUGE: u16 = 20;

/// What the bar of the seats shows.
struct Gauge {
    present: u32,
    seats: u32,
    needed: Option<u32>,
}

/// A bar of the seats: those that count, the rest, and a mark at the quorum; returns the columns it fills.
fn paint_gauge(canvas: &mut Canvas, column: u16, row: u16, gauge: &Gauge, role: Role) -> u16 {
    let seats = gauge.seats;
    let place =
        |count: u32| u16::try_from(count.min(seats) * u32::from(GAUGE) / seats.max(1)).unwrap_or(GAUGE);
    let (full, faint) = (canvas.style(role), canvas.style(Role::Faint));
    canvas.rule(column, row, GAUGE, '─', faint);
    canvas.rule(column, row, place(gauge.present), '━', full);
    if let Some(needed) = gauge.needed.filter(|needed| *needed > 0) {
        let strong = canvas.style(Role::Strong);
        canvas.put(column + place(needed).clamp(1, GAUGE) - 1, row, '┃', strong);
    }
    GAUGE
}
