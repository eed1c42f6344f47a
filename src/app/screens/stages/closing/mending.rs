//! Where what is missing before the signing is put right: a field of a form, or a place in the session. Does not know
//! what must be there.

use crate::app::address::Within;
use crate::app::context::Context;
use crate::app::forms;
use crate::app::step::{Step, To};
use crate::domain::attendance::Presence;
use crate::domain::closing::Missing;
use crate::domain::ids::{ResolutionId, SeatId};
use crate::office::query::{ResolutionRow, SessionView};

/// Goes where what is missing is put right.
pub(super) fn go_to(context: &Context, view: &SessionView, missing: &Missing) -> Vec<Step> {
    let session = &view.session;
    let edit = |field| at_field(field, forms::edit_session(context, session.clone()));
    let within = |within| vec![Step::Open(To::Within(session.id.clone(), within))];
    let resolution = |id, field| match row(view, id) {
        Some(row) => at_field(field, forms::edit_resolution(context, row)),
        None => Vec::new(),
    };
    let clause = |id, letter, field| match row(view, id) {
        Some(row) => at_field(field, forms::edit_clause(context, row, letter)),
        None => Vec::new(),
    };
    match missing {
        Missing::Date => edit("date"),
        Missing::Chair => edit("chair"),
        Missing::Secretary => edit("secretary"),
        Missing::Representative(seat) => at_field("name", represented(context, view, seat)),
        Missing::Tick(seat) => within(Within::Seat(seat.clone())),
        Missing::Quorum { .. } | Missing::QuorumLost { .. } => within(Within::Roll),
        Missing::AgendaItem(number) => {
            let at = usize::try_from(*number).unwrap_or(1).saturating_sub(1);
            within(Within::AgendaItem(at))
        }
        Missing::Row(id) | Missing::RowGap { resolution: id, .. } | Missing::RowRepeated(id) => {
            resolution(id, "row")
        }
        Missing::Responsible(id) => resolution(id, "responsible"),
        Missing::NearName(near) => resolution(&near.resolution, "responsible"),
        Missing::Deadline(id) => resolution(id, "deadline"),
        Missing::ClauseResponsible(id, letter) => clause(id, letter, "responsible"),
        Missing::ClauseDeadline(id, letter) => clause(id, letter, "deadline"),
    }
}

fn row<'v>(view: &'v SessionView, id: &ResolutionId) -> Option<&'v ResolutionRow> {
    view.resolutions.iter().find(|row| row.resolution.id == *id)
}

/// Opens the form of who sat in a seat.
fn represented(context: &Context, view: &SessionView, seat: &SeatId) -> Vec<Step> {
    match view.roll.iter().find(|row| row.seat.id == *seat) {
        Some(row) => forms::mark(context, &view.session, row, Presence::Represented, false),
        None => Vec::new(),
    }
}

/// The form that is opened has the focus on one of its fields.
fn at_field(field: &str, mut steps: Vec<Step>) -> Vec<Step> {
    for step in &mut steps {
        if let Step::Form(form) = step {
            form.focus_on(field);
        }
    }
    steps
}

/// The word id of the tab that a line leads to.
pub(super) fn leads_to(missing: &Missing) -> &'static str {
    match missing {
        Missing::Date | Missing::Chair | Missing::Secretary => "tab-details",
        Missing::Tick(_)
        | Missing::Representative(_)
        | Missing::Quorum { .. }
        | Missing::QuorumLost { .. } => "tab-attendance",
        Missing::AgendaItem(_) => "tab-agenda",
        _ => "tab-resolutions",
    }
}
