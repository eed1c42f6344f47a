//! The forms, one file each: its fields, how it is opened, and by the contract of a form how it is read. A new form is a
//! file and a line here. Does not know keys nor painting.

mod agenda_item;
mod answer;
mod body;
mod breaks;
mod clause;
pub(super) mod clause_fields;
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
mod several;
mod signing;
pub(super) mod split;
mod vote;

pub(super) use agenda_item::agenda_item;
pub(super) use answer::answer;
pub(super) use body::{edit_body, new_body};
pub(super) use breaks::breaks;
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
pub(super) use rules::{choose_rules, choose_span, span};
pub(super) use seat::{edit_seat, new_seat};
pub(super) use session::{edit_session, next_session, prepared, recount, recounted};
pub(super) use signing::signing;
pub(super) use vote::vote;
