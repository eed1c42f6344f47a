//! The question before something is taken away or put into another of its kind: what it is, and what that touches. Does
//! not know how it was chosen.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::{Act, Place};
use crate::app::step::Step;
use crate::app::{say, sentences};
use crate::domain::ids::{BodyId, OrganisationId, SeatId, SessionId};
use crate::office::command::{Command, Removal, Touched};
use crate::ui::Role;

/// Asks before a removal is carried out; what the office would refuse is said at once.
pub(in crate::app) fn ask(context: &Context, removal: &Removal, touched: &Touched) -> Vec<Step> {
    let words = context.words;
    if let Some(why) = &touched.refused {
        return vec![Step::Say(sentences::refusal(words, why), Role::Bad)];
    }
    let mut lines = vec![question(context, removal), sentences::touched(words, touched)];
    if matches!(
        removal,
        Removal::Organisation(_) | Removal::IntoOrganisation { .. } | Removal::IntoSession { .. }
    ) {
        lines.push(words.say("removal-signed-stays"));
    }
    let key = context.key(Act::Undo, Place::Members);
    lines.push(words.say_with("removal-undo", &[("key", key.into())]));
    let yes = vec![Step::change(Command::Remove(removal.clone()))];
    let dialog = Dialog::before_removing(words, lines.join("\n"), yes);
    vec![Step::Question(match is_merge(removal) {
        true => Dialog::before_merging(words, dialog),
        false => dialog,
    })]
}

fn is_merge(removal: &Removal) -> bool {
    matches!(
        removal,
        Removal::IntoOrganisation { .. } | Removal::IntoSeat { .. } | Removal::IntoSession { .. }
    )
}

/// What is asked, by the names of today.
fn question(context: &Context, removal: &Removal) -> String {
    let words = context.words;
    let one = |id: &str, name: String| words.say_with(id, &[("name", name.into())]);
    let two = |gone: String, kept: String| {
        words.say_with("merge-question", &[("gone", gone.into()), ("kept", kept.into())])
    };
    match removal {
        Removal::Body(id) => one("remove-body", body_name(context, id)),
        Removal::Seat(id) => one("remove-seat", seat_name(context, id)),
        Removal::Organisation(id) => one("remove-organisation", organisation_name(context, id)),
        Removal::IntoOrganisation { gone, kept } => {
            two(organisation_name(context, gone), organisation_name(context, kept))
        }
        Removal::IntoSeat { gone, kept } => two(seat_name(context, gone), seat_name(context, kept)),
        Removal::IntoSession { gone, kept } => two(session_name(context, gone), session_name(context, kept)),
        Removal::Session(id) => one("remove-session", session_name(context, id)),
        Removal::Import(entry) => words.say_with("remove-import", &[("entry", (*entry).into())]),
    }
}

fn body_name(context: &Context, id: &BodyId) -> String {
    let body = context.books.body(id);
    body.map(|body| body.name.clone()).unwrap_or_default()
}

fn seat_name(context: &Context, id: &SeatId) -> String {
    let seats = context.books.bodies.iter().flatten().flat_map(|(_, seats)| seats);
    let seat = seats.into_iter().find(|seat| seat.id == *id);
    seat.map(|seat| seat.name.clone()).unwrap_or_default()
}

fn organisation_name(context: &Context, id: &OrganisationId) -> String {
    let all = context.books.organisations.iter().flat_map(|all| &all.rows);
    let found = all.into_iter().find(|one| one.id == *id);
    found.map(|one| one.name.clone()).unwrap_or_default()
}

fn session_name(context: &Context, id: &SessionId) -> String {
    let rows = context.books.session_rows();
    let row = rows.iter().find(|row| row.session.id == *id);
    let name = row.map(|row| say::session_name(context.words, &row.session, &row.body));
    name.unwrap_or_default()
}
