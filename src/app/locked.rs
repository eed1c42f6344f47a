//! Whether what a page is about may still be changed, as far as the page knows; the office decides. Does not know the
//! words for it.

use super::context::Context;
use super::form::Form;
use super::step::Step;
use crate::domain::session::Session;
use crate::office::query::ResolutionRow;

/// What is wanted in place of a change to a session whose minutes are final; none where it may be changed.
pub(super) fn locked(session: &Session) -> Option<Step> {
    (!session.state.is_open()).then_some(Step::SayLocked)
}

/// As [`locked`], of a change to a resolution.
pub(super) fn locked_row(context: &Context, row: &ResolutionRow) -> Option<Step> {
    locked(&context.books.session(&row.session)?.session)
}

/// Opens a form on something of a session, unless the session is locked.
pub(super) fn unless_locked(session: &Session, form: Form) -> Vec<Step> {
    vec![locked(session).unwrap_or_else(|| Step::form(form))]
}
