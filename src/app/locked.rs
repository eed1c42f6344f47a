//! Whether what a page is about may still be changed, as far as the page knows; the office decides. Does not know the
//! words for it.

use super::context::Context;
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
