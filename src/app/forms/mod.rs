//! The forms, one file each: its fields, how it is opened, and by the contract of a form how it is read. A new form is a
//! file and a line here. Does not know keys nor painting.

mod agenda_item;
mod answer;
mod body;
mod clause;
mod correction;
mod deadline;
mod extension;
mod follow_up;
mod guest;
mod letter;
mod mark;
mod note;
mod notification;
mod organisation;
pub(super) mod reference;
mod resolution;
mod rules;
mod seat;
mod session;
mod signing;
pub(super) mod split;

use super::form::Form;
use super::locked::locked;
use super::step::Step;
use crate::domain::ids::ResolutionId;
use crate::domain::session::Session;

pub(super) use agenda_item::agenda_item;
pub(super) use answer::answer;
pub(super) use body::{edit_body, new_body};
pub(super) use clause::edit_clause;
pub(super) use correction::correction;
pub(super) use extension::{extend, extend_all};
pub(super) use follow_up::{edit_follow_up, follow_up, follow_up_all, remind, remind_all};
pub(super) use guest::guest;
pub(super) use letter::letter;
pub(super) use mark::{mark, mark_time};
pub(super) use note::{edit_note, new_note};
pub(super) use notification::notification;
pub(super) use organisation::organisation;
pub(super) use resolution::{edit_resolution, new_resolution, resolution_of_note};
pub(super) use rules::choose_rules;
pub(super) use seat::{edit_seat, new_seat};
pub(super) use session::{edit_session, next_session, prepared, recount, recounted};
pub(super) use signing::signing;

/// Opens a form on something of a session, unless the session is locked.
fn unless_locked(session: &Session, form: Form) -> Vec<Step> {
    vec![locked(session).unwrap_or_else(|| Step::form(form))]
}

/// The place of a record in its list, in the key of a draft.
fn place(at: Option<usize>) -> String {
    at.map_or_else(|| "new".to_owned(), |at| at.to_string())
}

/// What tells the drafts of several resolutions from those of others: how many, and a sum of their ids.
fn of_several(ids: &[ResolutionId]) -> String {
    let sum = ids
        .iter()
        .fold(0, |sum, id| crc32c::crc32c_append(sum, id.0.as_bytes()));
    format!("several/{}-{sum:08x}", ids.len())
}

/// The only one of these.
fn only(ids: &[ResolutionId]) -> Option<&ResolutionId> {
    match ids {
        [only] => Some(only),
        _ => None,
    }
}

/// These, where they are several.
fn several(ids: &[ResolutionId]) -> &[ResolutionId] {
    if ids.len() > 1 { ids } else { &[] }
}
